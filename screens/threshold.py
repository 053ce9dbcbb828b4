"""Threshold, category and decision, for one child at a time (HF-13, BA-17 to BA-19)."""

from collections.abc import Iterable
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content

from conference_tui.conference import decision, seal
from conference_tui.conference import events as e
from conference_tui.conference.attendance import QUORATE, Agency, agencies, quorum, verdict_before
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.limits import in_words
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from conference_tui.meeting import Meeting
from screens import review_asks, threshold_forms
from screens.definitions import Definitions
from screens.stage import Stage
from screens.widgets.child_tabs import ChildTabs
from screens.widgets.sheet import Row, heading, plain


class Threshold(Stage):
    """One child's turn: a view from each agency, the chair's own apart, then the chair's decision."""

    ID = "threshold"
    SAYS_NEXT_ALONE = True
    BINDINGS = [
        Binding("n", "turn(1)", "Next child", id="threshold.next", tooltip="The next child's turn"),
        Binding("p", "turn(-1)", "Back", show=False, id="threshold.previous", tooltip="The child before"),
        Binding("d", "decide", "Decide", id="threshold.decide", tooltip="Record the chair's decision"),
        Binding("w", "words", "Definitions", id="threshold.words", tooltip="What the words mean"),
        Binding("v", "own_view", "Chair's view", show=False, id="threshold.own", tooltip="The chair's own view"),
        Binding("x", "dissent", "Dissent", show=False, id="threshold.dissent", tooltip="An agency disagrees"),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._tabs = ChildTabs()
        self._child = ""
        self._undecided: set[str] = set()
        """The children without a decision when the rows were drawn last."""

    @property
    def child(self) -> str:
        """Whose turn it is; empty without children."""
        children = list(self.conference.children)
        return self._child if self._child in children else next(iter(children), "")

    def compose(self) -> ComposeResult:
        """The children's names above the sheet."""
        yield self._tabs
        yield self.sheet

    def draw(self) -> None:
        """Show the names and the rows."""
        children = self.conference.children.values()
        tabs = [
            (child.id, f"{child.label}{' ✓' if child.id in self.conference.decisions else ''}")
            for child in children
        ]
        self._tabs.show(tabs, self.child)
        super().draw()
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll to a decision when it is made, and again when its seal stands beside it (BA-18)."""
        keys = [row.key for row in self.sheet.rows]
        key = f"{self.child}:decision"
        if key not in keys:
            return
        at = keys.index(key)
        is_new = self.child in self.conference.decisions and self.child in self._undecided
        if is_new:
            self.sheet.highlighted = at
        self._undecided = {
            child for child in self.conference.children if child not in self.conference.decisions
        }
        if self.sheet.highlighted == at:
            self.call_after_refresh(self.sheet.scroll_to_highlight)

    # --- Whose turn it is -----------------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """The next child's turn, or the one's before."""
        children = list(self.conference.children)
        if children:
            self.see(children[(children.index(self.child) + step) % len(children)])
            self._begin_the_turn()

    def _begin_the_turn(self) -> None:
        """Stand on the first agency, with the question above it in sight."""
        own = (n for n, row in enumerate(self.sheet.rows) if row.act and row.key.startswith(f"{self.child}:"))
        self.sheet.action_first()
        self.sheet.highlighted = next(own, self.sheet.highlighted)

    @on(ChildTabs.Chosen)
    def _tab_chosen(self, event: ChildTabs.Chosen) -> None:
        event.stop()
        self.see(event.child)

    def see(self, child: str) -> None:
        """Give a child its turn."""
        self._child = child
        self.draw()

    def action_words(self) -> None:
        """What threshold, significant harm and the categories mean (BA-17)."""
        self.app.push_screen(Definitions(self.meeting.procedure))

    # --- Rows -----------------------------------------------------------------------------------------------

    def rows(self) -> Iterable[Row]:
        """The question, the views, their count, the decision, and every child's turn."""
        child = self.child
        if not child:
            yield Row(key="none", text=plain("There is no child yet. The set-up (F4) takes them."))
            return
        yield heading(self.conference.name(child), "w: what the words mean")
        yield Row(key=f"{child}:question", text=plain(self.meeting.procedure.threshold.question))
        yield from review_asks.until_now(self, child)
        yield from self._views(child)
        yield from self._count(child)
        yield from self._decision(child)
        yield from review_asks.rows(self, child, at_the_decision=True)
        yield from self._turns()

    def _views(self, child: str) -> Iterable[Row]:
        yield heading("What each agency says", "Enter records it")
        for agency in agencies(self.conference):
            view = self.conference.views.get((child, agency.name))
            words = self._view_words(child, agency, view)
            text = plain(f"{mark(self.conference, child, agency)} {agency.name} · {words}")
            yield Row(key=f"{child}:{agency.name}", text=text, act=partial(self.ask_view, child, agency))
        own = self.conference.chair_views.get(child)
        text = plain(f"{'✓' if own else '○'} The chair's own view, apart · {own or 'not given'}")
        yield Row(key=f"{child}:own", text=text, act=self.action_own_view)

    def _view_words(self, child: str, agency: Agency, view: e.ViewGiven | None) -> str:
        if view is None:
            why = decision.no_view_because(self.conference, child, agency)
            return f"{why}, no view" if why else "not asked yet"
        by = f"\n    {self.conference.name(view.by)}" if view.by else "\n   "
        if view.outcome is None:
            return f"gives no view: {view.why_none}"
        outcome = decision.decision_in_words(self.meeting.procedure, view.outcome, view.category)
        dissent = f" · disagrees, {dict(threshold_forms.DISSENT)[view.dissent.value]}" if view.dissent else ""
        if not view.reason:
            return f"{outcome}{dissent}{by if view.by and len(agency.people) > 1 else ''}"
        return f"{outcome}{dissent}{by}: {view.reason}"

    def _count(self, child: str) -> Iterable[Row]:
        counted = decision.count(self.conference, child)
        numbers = dict(counted.outcomes)
        lines = []
        for outcome in self.meeting.procedure.outcomes:
            number = numbers.get(e.Outcome(outcome.id), 0)
            lines.append(f"{number:>3} {'■' * min(number, 20):<6} {outcome.title}")
        named = [f"{decision.category_title(self.meeting.procedure, c)} {n}" for c, n in counted.categories]
        if named:
            lines.append(f"    category: {', '.join(named)}")
        yield heading("Count", f"{counted.total} with a view, {len(counted.silent)} without")
        yield Row(key=f"{child}:count", text=plain("\n".join(lines)))

    def _decision(self, child: str) -> Iterable[Row]:
        made = self.conference.decisions.get(child)
        yield heading("The chair's decision", "made" if made else "none yet · d decides")
        procedure = self.meeting.procedure
        here = quorum(self.conference, procedure, made.present if made else None)
        if made:
            verdict = here.saying(decision.without_quorum(self.conference, procedure, made) or QUORATE)
            before = decision.verdict_at_the_apologies(self.conference, procedure, made)
        else:
            verdict, earlier = here.sentence, verdict_before(self.conference, procedure)
            before = earlier.verdict_alone if earlier else ""
        when = f"{'When it was decided' if made else 'Now'}: {verdict}"
        at_the_apologies = f"\nAt the apologies: {before}" if before else ""
        yield Row(key=f"{child}:quorum", text=plain(when + at_the_apologies))
        if made is None:
            text = plain("○ Decide · all three outcomes are open")
            yield Row(key=f"{child}:decision", text=text, act=self.action_decide)
            return
        sentence = decision.sentence(self.conference, self.meeting.procedure, child)
        reason = f"\nThe chair's reason: {made.made.reason}" if made.made.reason else ""
        reason += f"\nDecided by {made.chair}" if self.conference.chairs and made.chair else ""
        sealed = self.conference.seal_of(child)
        sealed_as = f"\n{seal.words(sealed)} · read it into the minutes" if sealed else ""
        text = Content.assemble("✓ ", plain(sentence, "bold"), plain(sealed_as), plain(reason))
        yield Row(key=f"{child}:decision", text=text, act=self.action_decide)
        yield from self._dissents(child)

    def _dissents(self, child: str) -> Iterable[Row]:
        yield heading("After the decision", "x: an agency disagrees")
        declared = [d for (about, _), d in self.conference.dissents.items() if about == child]
        for dissent in declared:
            at = f" at {say_time(dissent.at)}" if dissent.at else ""
            clock = f"\n    {self._clock()}" if dissent.dissent is e.Dissent.FORMAL else ""
            text = plain(
                f"! {dissent.agency} disagrees, {dict(threshold_forms.DISSENT)[dissent.dissent.value]}{at}: {dissent.reason}{clock}"
            )
            act = partial(self.declare, child, dissent)
            yield Row(key=f"{child}:dissent:{dissent.agency}", text=text, act=act)
        formal = [
            view
            for (about, _), view in self.conference.views.items()
            if about == child and view.dissent is e.Dissent.FORMAL
        ]
        for view in formal:
            text = plain(f"! {view.agency} gave formal dissent with its view. {self._clock()}")
            yield Row(key=f"{child}:formal:{view.agency}", text=text)
        text = plain("○ Disagreement · an agency declares it now")
        yield Row(key=f"{child}:declare", text=text, act=self.action_dissent)

    def _clock(self) -> str:
        """When the time for a formal dissent ends, or from when it will run."""
        limit = self.meeting.procedure.limit("dissent")
        for due in due_dates(self.conference, self.meeting.procedure, self.meeting.calendar):
            if due.deadline.key == "dissent":
                return f"In writing by {due.deadline.when} ({due.deadline.sentence})."
        return f"In writing within {in_words(limit.count, limit.unit)} of the close; the clock starts there."

    def _turns(self) -> Iterable[Row]:
        yield heading("Every child", "Enter: this child's turn")
        for child in self.conference.children:
            counted = decision.count(self.conference, child)
            made = self.conference.decisions.get(child)
            words = f"{counted.total} views, not decided"
            if made:
                words = decision.decision_in_words(
                    self.meeting.procedure, made.made.outcome, made.made.category
                )
            text = plain(f"→ {self.conference.name(child)} · {words}")
            yield Row(key=f"turn:{child}", text=text, act=partial(self.see, child))

    def open_rows(self) -> list[Row]:
        """What is open and is not asked in a row of its own already."""
        return review_asks.without_own_rows(super().open_rows(), self.child)

    # --- Questions ------------------------------------------------------------------------------------------

    def ask_view(self, child: str, agency: Agency) -> None:
        """Take one agency's view on a child, or why it gives none."""
        self.ask(threshold_forms.view(self.meeting, child, agency))

    def action_own_view(self) -> None:
        """Take the chair's own view on this child."""
        if self.child:
            self.ask(threshold_forms.own_view(self.meeting, self.child))

    def action_decide(self) -> None:
        """Take the chair's decision on this child."""
        if self.child:
            self.ask(threshold_forms.decide(self.meeting, self.child))

    def action_dissent(self) -> None:
        """Take an agency's disagreement with the decision."""
        if self.child not in self.conference.decisions:
            self.notify(
                "There is no decision yet that an agency could disagree with. "
                "With its view, an agency says so in the view.",
                markup=False,
            )
            return
        self.declare(self.child, None)

    def declare(self, child: str, given: e.DissentDeclared | None) -> None:
        """Take a disagreement, new or to be corrected."""
        self.ask(threshold_forms.disagreement(self.meeting, child, given))


def mark(conference: Conference, child: str, agency: Agency) -> str:
    """What stands before an agency: a view given, none to give, or not asked yet."""
    view = conference.views.get((child, agency.name))
    if view:
        return "✓" if view.outcome else "–"
    return "–" if decision.no_view_because(conference, child, agency) else "○"
