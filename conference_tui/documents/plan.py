"""The outline plan of one child, on paper: the child protection plan or the child in need plan.

What it says is in the child's view, as it was typed, and in data/wording/plan.toml; here is only how it is laid
out (BA-20, BA-27, HV-11, HV-17, KC-7, HF-14).
"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import IO

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, Spacer

from conference_tui.conference import seal
from conference_tui.conference.child_view import Action, ChildView, Entry, View
from conference_tui.conference.deadlines import Due
from conference_tui.conference.events import Dissent, Outcome
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.text import say_date, say_long_date, say_time
from conference_tui.documents import fonts, scale_picture
from conference_tui.documents.flowables import ListItem, Picture, TaggedParagraph, table
from conference_tui.documents.page import LANGUAGE, TEXT_WIDTH, Sheets, Styles, rules
from conference_tui.documents.structure import Element
from conference_tui.documents.wording import wording

_CARD_FROM = 300
"""Characters in one cell of the action table from which every action gets a card of its own."""
_ACTION_WIDTHS = (0.06, 0.26, 0.16, 0.17, 0.16, 0.19)
_PADDING = 8.0
_AFTER_PICTURE = 10.0
_HEADING_ROOM = 110.0
"""Points that must be left on the page below a heading; else it goes to the next page."""

_DATES = (
    "first_core_group",
    "later_core_group",
    "first_visit",
    "cin_first_meeting",
    "first_review",
    "pre_birth_review",
    "later_review",
    "letter",
    "minutes",
)
"""The limits that matter to those who are given the plan, in this order."""


class NoPlan(ValueError):
    """There is no plan to draw for this child; the message is a sentence to the person."""


def draw_plan(view: ChildView, procedure: Procedure, out: IO[bytes], *, tagged: bool = True) -> int:
    """Draw the outline plan and write it to `out`; returns the number of pages.

    The same view gives the same bytes. Raises NoPlan for a child without a plan and UnprintableCharacter for a
    character that no font has; then nothing is written. `tagged` false is there for measuring what tags cost.
    """
    if view.outcome not in {Outcome.CHILD_PROTECTION, Outcome.CHILD_IN_NEED}:
        why = "no decision has been made" if view.outcome is None else "the decision was that none is needed"
        raise NoPlan(f"There is no plan for {view.name}: {why}.")
    fonts.register()
    paper = _Paper(view, procedure)
    sheets = Sheets(
        out,
        title=paper.title,
        author=view.authority,
        subject=paper.say("kinds", view.kind.value),
        footer=paper.say("footer", "words", ref=view.ref),
    )
    return sheets.write(paper.story(), paper.root, tagged=tagged)


class _Paper:
    """The plan as it grows: what is drawn, and the structure tree that says it."""

    def __init__(self, view: ChildView, procedure: Procedure) -> None:
        self.view = view
        self.procedure = procedure
        self.styles = Styles.of()
        self.root = Element("Document", language=LANGUAGE)
        self.part = self.root
        self.flowables: list[Flowable] = []
        self.kind = view.outcome.value if view.outcome else ""
        self.title = self.say("title", self.kind, name=view.name)

    def say(self, part: str, key: str, **told: object) -> str:
        """Fixed words of the plan."""
        return wording("plan").say(part, key, **told)

    def story(self) -> list[Flowable]:
        """The whole plan, in the order in which it is read."""
        self._opening()
        self._decision()
        self._entries("worries", self.view.worries, numbered=True)
        self._entries("well", self.view.well)
        self._entries("unknown", self.view.unknown)
        self._dangers()
        self._scales()
        self._reviewed()
        self._answered()
        self._actions()
        self._birth_plan()
        self._texts("bottom_lines", self.view.bottom_lines)
        self._texts("contingencies", self.view.contingencies, numbered=True)
        self._network()
        self._recommendations()
        self._visits()
        self._meetings()
        self._dates()
        self._overridden()
        self._complaints()
        self._seals()
        return self.flowables

    def _opening(self) -> None:
        view = self.view
        self._add(self.title, "H1")
        self.text(self.say("opening", self.kind, name=view.name))
        if view.leaves_something_out:
            self.text(self.say("opening", "left_out"))
        self.heading("child")
        facts = [("name", view.name)]
        facts += [("expected", say_long_date(view.expected))] if view.expected and not view.born else []
        facts += [("born", say_long_date(view.born))] if view.born else []
        facts += [("age", str(view.age))] if view.age is not None else []
        facts += [("authority_id", view.authority_id)] if view.authority_id else []
        facts += [("previous_plans", str(view.previous_plans))] if view.previous_plans is not None else []
        facts += [("conference", self.say("kinds", view.kind.value))]
        facts += [("held", say_long_date(view.held) if view.held else self.say("facts", "unknown"))]
        facts += [("venue", view.venue)] if view.venue else []
        facts += [("chair", view.chair)] if view.chair else []
        facts += [("reference", view.ref)]
        self.table((), [(self.say("facts", key), told) for key, told in facts], (0.35, 0.65))

    def _decision(self) -> None:
        view = self.view
        self.heading("decision")
        self.text(view.sentence)
        if view.category:
            self.text(self.say("decision", "category", category=view.category))
        if view.chair_reason:
            self.text(self.say("decision", "reason", reason=view.chair_reason))
        if view.inquorate:
            self.text(view.inquorate)
        if view.inquorate_reason:
            self.text(self.say("decision", "inquorate_reason", reason=view.inquorate_reason))
        if view.safeguards:
            self.text(self.say("decision", "safeguards", name=view.name, safeguards=view.safeguards))
        self.text(self.say("opening", "evidence"))
        if view.views:
            self.heading("views")
            columns = [self.say("decision", key) for key in ("agency", "view", "reason_column")]
            rows = [self._view(given) for given in view.views]
            if any(reason for _, _, reason in rows):
                self.table(columns, rows, (0.26, 0.3, 0.44))
            else:
                self.table(columns[:2], [row[:2] for row in rows], (0.4, 0.6))

    def _view(self, given: View) -> tuple[str, str, str]:
        dissent = ""
        if given.dissent is not Dissent.NONE:
            dissent = self.say("decision", given.dissent.value)
        told = [given.reason, dissent, given.dissent_reason]
        return (
            given.agency,
            given.view or self.say("decision", "no_view"),
            "\n".join(part for part in told if part),
        )

    def _entries(self, heading: str, entries: Sequence[Entry], *, numbered: bool = False) -> None:
        self._texts(heading, [self._entry(entry) for entry in entries], numbered=numbered)

    def _entry(self, entry: Entry) -> str:
        parts = [
            self.say("entries", "said", words=entry.words, who=entry.speaker)
            if entry.speaker
            else entry.words
        ]
        parts += [self.say("entries", "example", words=entry.example)] if entry.example else []
        parts += [self.say("entries", "impact", words=entry.impact)] if entry.impact else []
        if entry.owner and entry.by:
            parts.append(self.say("entries", "owner_by", who=entry.owner, when=say_date(entry.by)))
        elif entry.owner:
            parts.append(self.say("entries", "owner", who=entry.owner))
        return "\n".join(parts)

    def _dangers(self) -> None:
        if not self.view.dangers:
            return
        self.heading("dangers")
        for number, danger in enumerate(self.view.dangers, 1):
            self._add(self.say("entries", "danger", number=number), "H3")
            self.text(danger.words)
            for goal in danger.goals:
                self.text(self.say("entries", "goal", words=goal))
            if not danger.goals:
                self.text(self.say("entries", "no_goal"))

    def _scales(self) -> None:
        scale = self.procedure.scale
        ends = {"lowest": scale.minimum, "highest": scale.maximum}
        if self.view.scales:
            self.heading("scale", **ends)
            self.text(f"{scale.minimum}: {scale.zero_means}\n{scale.maximum}: {scale.ten_means}")
        for asked in self.view.scales:
            self.text(asked.question)
            marks = "; ".join(self.say("scale", "mark", who=m.who, score=m.score) for m in asked.marks)
            spoken = self.say("scale", "picture", **ends, marks=marks, spread=asked.spread)
            paint = scale_picture.painter(asked.marks, scale.minimum, scale.maximum)
            figure = self.part.add("Figure", spoken=spoken)
            picture = Picture(TEXT_WIDTH, scale_picture.height(asked.marks), paint, figure)
            self.flowables += [picture, Spacer(0, _AFTER_PICTURE)]
            self.text(f"{asked.spread} {marks}.")
            if asked.done_today:
                self.text(self.say("scale", "done_today", words=asked.done_today))

    def _actions(self) -> None:
        self.heading("actions")
        if not self.view.actions:
            self.text(self.say("actions", "none"))
            return
        columns = [self.say("actions", key) for key in ("number", "what", "why", "who", "when", "how_known")]
        rows = [self._action(number, action) for number, action in enumerate(self.view.actions, 1)]
        if _fits_a_table([columns, *rows]):
            self.table(columns, rows, _ACTION_WIDTHS)
            return
        for row in rows:
            self._add(self.say("actions", "card", number=row[0]), "H3")
            self.table((), list(zip(columns[1:], row[1:], strict=True)), (0.25, 0.75))

    def _action(self, number: int, action: Action) -> tuple[str, ...]:
        why = [action.need] if action.need else []
        why += [self.say("actions", "worry", number=action.worry)] if action.worry else []
        why += [self.say("actions", "danger", number=action.danger)] if action.danger else []
        silent = self.say("actions", "not_said")
        return (
            str(number),
            action.what,
            "\n".join(why) or silent,
            action.who,
            action.when,
            action.how_known or silent,
        )

    def _network(self) -> None:
        if self.view.network:
            self.heading("network")
            rows = [(support.who, support.words) for support in self.view.network]
            self.table((), rows, (0.3, 0.7))

    def _recommendations(self) -> None:
        told = []
        for each in self.view.recommendations:
            when = say_date(each.by) if each.by else ""
            if each.owner and when:
                told.append(
                    self.say("support", "recommended_by", words=each.words, who=each.owner, when=when)
                )
            elif each.owner:
                told.append(self.say("support", "recommended", words=each.words, who=each.owner))
            elif when:
                told.append(self.say("support", "by", words=each.words, when=when))
            else:
                told.append(each.words)
        self._texts("recommendations", told)

    def _visits(self) -> None:
        view, title = self.view, self.procedure.role_titles.key_worker
        self.heading("visits", key_worker=title)
        if view.key_worker:
            self.text(self.say("visits", "key_worker", title=title, who=view.key_worker))
        else:
            self.text(self.say("visits", "no_key_worker", title=title))
        if view.visits is None:
            self.text(self.say("visits", "no_visits"))
        elif view.visits.how:
            self.text(self.say("visits", "every_how", every=view.visits.every, how=view.visits.how))
        else:
            self.text(self.say("visits", "every", every=view.visits.every))

    def _meetings(self) -> None:
        if self.view.outcome is Outcome.CHILD_IN_NEED:
            self._in_need_meeting()
            return
        view = self.view
        self.heading("core_group")
        if view.core_group:
            rows = [(m.name, "\n".join(part for part in (m.role, m.note) if part)) for m in view.core_group]
            self.table([self.say("support", "member"), self.say("support", "role")], rows, (0.4, 0.6))
        else:
            self.text(self.say("core_group", "none"))
        booked = view.core_group_booked
        if booked is None:
            self.text(self.say("core_group", "not_booked"))
            return
        when = _moment(booked.on, booked.at)
        if booked.venue:
            self.text(self.say("core_group", "first_at", when=when, venue=booked.venue))
        else:
            self.text(self.say("core_group", "first", when=when))
        if booked.chaired_by:
            self.text(self.say("core_group", "chaired_by", who=booked.chaired_by))
        if booked.later_chaired_by:
            self.text(self.say("core_group", "later_chaired_by", who=booked.later_chaired_by))

    def _in_need_meeting(self) -> None:
        self.heading("in_need")
        booked = self.view.in_need_meeting
        if booked:
            self.text(self.say("in_need", "booked", when=_moment(booked.on, booked.at)))
        else:
            self.text(self.say("in_need", "not_booked"))

    def _dates(self) -> None:
        by_key = {due.deadline.key: due for due in self.view.dates}
        due = [by_key[key] for key in _DATES if key in by_key]
        if not due:
            return
        self.heading("dates")
        review = self.view.review_booked
        if review:
            self.text(self.say("dates", "review", when=_moment(review.on, review.at)))
            if review.reason:
                self.text(self.say("dates", "review_reason", reason=review.reason))
        columns = [self.say("dates", key) for key in ("what", "when", "rule")]
        self.table(columns, [self._due(each) for each in due], (0.24, 0.28, 0.48))

    def _due(self, due: Due) -> tuple[str, str, str]:
        deadline = due.deadline
        limit = self.say("dates", "at_the_latest", limit=deadline.when) if deadline.date else deadline.when
        if due.booked and deadline.date:
            limit = self.say("dates", "booked", booked=say_date(due.booked), limit=deadline.when)
        elif due.booked:
            limit = say_date(due.booked)
        standing = f" ({due.standing.sentence})" if due.is_late and due.standing else ""
        return deadline.what, f"{limit}{standing}", deadline.sentence

    def _reviewed(self) -> None:
        """At a review: each action of the plan so far, what became of it and what shows it (BA-13)."""
        rows = []
        for action in self.view.reviewed:
            became = self.say("review", action.outcome.replace(" ", "_") or "not_gone_through")
            agreed = ", ".join(part for part in (action.who, action.when) if part)
            rows.append((action.what, "\n".join(part for part in (agreed, became, action.evidence) if part)))
        if rows:
            self.heading("reviewed")
            self.table((), rows, (0.45, 0.55))

    def _answered(self) -> None:
        """At a review: what was asked, and what people said to it (BA-24)."""
        rows = []
        for given in self.view.answered:
            answer = self.say("review", f"answer_{given.answer}") if given.answer else ""
            rows.append((given.asked, "\n".join(part for part in (answer, given.words) if part)))
        if rows:
            self.heading("answered")
            self.table((), rows, (0.45, 0.55))

    def _birth_plan(self) -> None:
        """Of an unborn child: what is settled about the birth (HF-1)."""
        if self.view.birth_plan:
            self.heading("birth_plan")
            self.table((), self.view.birth_plan, (0.45, 0.55))

    def _overridden(self) -> None:
        if self.view.overridden:
            self.heading("overridden")
            rows = [(each.what, each.reason) for each in self.view.overridden]
            self.table((), rows, (0.45, 0.55))

    def _complaints(self) -> None:
        complaints = self.procedure.complaints
        self.heading("complaints")
        self.text(complaints.text)
        self.text(self.say("complaints", "addressed_to", who=complaints.addressed_to))
        self.text(self.say("complaints", "reply", reply=complaints.reply))
        if complaints.outcomes:
            self.bullets(complaints.outcomes)
        if self.procedure.support:
            self.heading("support")
            self.table((), [(each.name, each.what) for each in self.procedure.support], (0.35, 0.65))

    def _seals(self) -> None:
        """What this paper can be held against the record by, long after."""
        self.part = self.root
        for key, sealed in (("decision", self.view.decision_seal), ("close", self.view.close_seal)):
            if sealed:
                self._add(self.say("seal", key, seal=seal.words(sealed)), "P", self.styles.quiet)

    def _texts(self, heading: str, texts: Sequence[str], *, numbered: bool = False) -> None:
        if texts:
            self.heading(heading)
            self.bullets(texts, numbered=numbered)

    def heading(self, key: str, **told: object) -> None:
        """A part of the plan begins, on this page if some of it fits below."""
        words = self.say("headings", key, **told)
        self.part = self.root.add("Sect", title=words)
        self.flowables.append(CondPageBreak(_HEADING_ROOM))
        self._add(words, "H2").bookmark_level = 0

    def text(self, words: str) -> None:
        """A paragraph."""
        self._add(words, "P")

    def _add(self, words: str, tag: str, look: ParagraphStyle | None = None) -> TaggedParagraph:
        headings = {"H1": self.styles.h1, "H2": self.styles.h2, "H3": self.styles.h3}
        style = look or headings.get(tag, self.styles.text)
        paragraph = TaggedParagraph(fonts.markup(words, style.fontName), style, self.part.add(tag))
        self.flowables.append(paragraph)
        return paragraph

    def bullets(self, texts: Iterable[str], *, numbered: bool = False) -> None:
        """A list."""
        items = self.part.add("L", numbering="Decimal" if numbered else "Disc")
        for number, words in enumerate(texts, 1):
            item = items.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            paragraph = TaggedParagraph(fonts.markup(words), self.styles.text, body)
            self.flowables.append(ListItem(f"{number}." if numbered else "•", label, paragraph))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> None:
        """A table over the width of the text, its columns sharing it as `widths` say."""
        styles = self.styles
        made = table(
            self.part,
            [fonts.markup(words, fonts.BOLD) for words in columns],
            [
                [
                    fonts.markup(words, fonts.REGULAR if place else fonts.BOLD)
                    for place, words in enumerate(row)
                ]
                for row in rows
            ],
            widths=[TEXT_WIDTH * share for share in widths],
            heading=styles.heading,
            first=styles.first,
            cell=styles.cell,
            look=rules(headed=bool(columns)),
        )
        made.spaceAfter = styles.text.fontSize
        self.flowables.append(made)


def _moment(day: date, at: time | None) -> str:
    return f"{say_long_date(day)} {say_time(at)}" if at else say_long_date(day)


def _fits_a_table(rows: Sequence[Sequence[str]]) -> bool:
    """Whether no cell is very long and each word fits its column: words are not cut."""
    size = Styles.of().cell.fontSize
    for place, row in enumerate(rows):
        for share, words in zip(_ACTION_WIDTHS, row, strict=True):
            if len(words) > _CARD_FROM:
                return False
            font = fonts.REGULAR if place else fonts.BOLD
            room = TEXT_WIDTH * share - _PADDING
            if any(len(word) > 8 and fonts.width(word, font, size) > room for word in words.split()):
                return False
    return True
