"""Who is kept out of all or part of the conference: why, what is owed to them for it, and when it ends (HV-3)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.agenda import find_stage, items
from conference_tui.conference.kept_out import may_be_kept_out, owed, tellers
from conference_tui.conference.limits import deadline
from conference_tui.conference.state import Exclusion
from conference_tui.conference.text import listed, say_date, say_time, write_date
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.sheet_box import SheetBox
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

KEPT_OUT = "Who is kept out of all or part: why, who tells their views, what they were told"
"""What the key says at each stage that has it."""

OTHER_GROUND = "another ground, below"
"""The choice beside the procedure's grounds."""


class Exclusions(SheetBox):
    """Everybody who is or was kept out."""

    TITLE_IN_BOX = "Kept out of all or part of the conference"
    BINDINGS = [
        Binding("a", "add", "Keep out", id="exclusions.add", tooltip="Keep somebody out, with the reason")
    ]

    def rows(self) -> Iterable[Row]:
        """What the procedure says, each exclusion, and what is owed."""
        procedure = self.meeting.procedure
        yield Row(key="says", text=plain(f"{procedure.exclusion.says}{self._limit()}", "$text-muted"))
        exclusions = self.conference.exclusions
        yield heading(
            "Kept out", "a: somebody · Enter: correct, let in again" if exclusions else "nobody · a: somebody"
        )
        for person, exclusion in exclusions.items():
            yield from self._of(person, exclusion)
        open_points = list(owed(self.conference, procedure, self.meeting.calendar))
        if open_points:
            yield heading("Still open")
        for point in open_points:
            yield Row(key=f"open:{point.key}", text=plain(f"· {point.words}"))

    def _limit(self) -> str:
        limit = self.meeting.procedure.limits.get("exclusion_request")
        if limit is None or self.conference.held is None:
            return ""
        due = deadline(limit, self.meeting.calendar, self.conference.held)
        return f" {limit.what}: by {due.when}."

    def _of(self, person: str, exclusion: Exclusion) -> Iterable[Row]:
        name, is_over = self.conference.name(person), exclusion.ended is not None
        text = plain("\n    ".join(self._words(person, exclusion)), "$text-muted" if is_over else "")
        act = None if is_over else partial(self._decide, person)
        yield Row(key=f"out:{person}", text=text, act=act)
        if not is_over:
            yield Row(
                key=f"in:{person}",
                text=plain(f"→ {name} may come in again"),
                act=partial(self._let_in, person),
            )

    def _words(self, person: str, exclusion: Exclusion) -> Iterable[str]:
        decided = exclusion.decided
        ended = f", until {say_time(exclusion.ended)}" if exclusion.ended else ""
        yield f"{'✓' if exclusion.ended else '■'} {self.conference.name(person)}: {parts_in_words(self.meeting, exclusion)}{ended}"
        yield f"{decided.ground} {decided.reason}"
        asked = [f"by {decided.requested_by}" if decided.requested_by else ""]
        asked += [f"on {say_date(decided.requested)}" if decided.requested else ""]
        if any(asked):
            yield f"Asked for {' '.join(part for part in asked if part)}"
        if decided.told:
            on = f" on {say_date(decided.told_on)}" if decided.told_on else ""
            yield f"Explained to them{on}: {decided.told}"
        if decided.challenge:
            yield f"How they can challenge it: {decided.challenge}"
        if decided.views_by:
            yield f"Their views are told by: {self.conference.name(decided.views_by)}"
        if decided.represented_by:
            yield f"In their place: {self.conference.name(decided.represented_by)}"
        if decided.without_minutes:
            yield f"Without the minutes: {decided.without_minutes}"

    # --- Deciding -------------------------------------------------------------------------------------------

    def action_add(self) -> None:
        """Keep somebody out."""
        self._decide("")

    def _decide(self, person: str) -> None:
        """Ask for everything about an exclusion, new or to be corrected."""
        exclusion = self.conference.exclusions.get(person)
        before = exclusion.decided if exclusion else None

        def save(values: Values) -> None:
            chosen = values.one("ground")
            ground = values.line("other") if chosen in ("", OTHER_GROUND) else chosen
            event = e.ExclusionDecided(
                person=person or values.needed("person", values.one("person"), "Who is kept out?"),
                ground=ground,
                reason=values.words("reason"),
                parts=values.several("parts"),
                evidence=values.words("evidence"),
                requested=values.date("requested", near=self.conference.held),
                requested_by=values.line("requested_by"),
                views_by=values.one("views_by"),
                told=values.line("told"),
                told_on=values.date("told_on", near=self.conference.held),
                challenge=values.line("challenge"),
                represented_by=values.one("represented_by"),
                without_minutes=values.words("without_minutes"),
            )
            self.meeting.record(event)

        name = self.conference.name(person) if person else "Somebody"
        fields = self._fields(before)
        if not person:
            who = Field(name="person", label="Who", kind="one", options=may_be_kept_out(self.conference))
            fields.insert(0, who)
        key = f"exclusion/{person or 'new'}"
        note = "The chair decides, for the shortest time that is needed."
        form = Form(
            f"{name} is kept out",
            fields,
            save,
            meeting=self.meeting,
            note=note,
            key=key,
            only_changes=bool(person),
        )
        self.ask(form)

    def _fields(self, before: e.ExclusionDecided | None) -> list[Field]:
        grounds = self.meeting.procedure.exclusion.grounds
        ground = before.ground if before else ""
        chosen = (ground,) if ground in grounds else (OTHER_GROUND,) if ground else ()
        return [
            Field(
                name="parts",
                label="Out of (none: all)",
                kind="several",
                options=stages_in_words(self.meeting),
                chosen=before.parts if before else (),
            ),
            Field(
                name="ground",
                label="Ground",
                kind="one",
                options=tuple((each, each) for each in (*grounds, OTHER_GROUND)),
                chosen=chosen,
            ),
            Field(
                name="other",
                label="Another ground",
                value="" if ground in grounds else ground,
                hint="only where it is none of these",
            ),
            Field(
                name="reason",
                label="Reason",
                kind="words",
                value=before.reason if before else "",
                hint="the chair's; it is explained to them",
            ),
            *self._asked_fields(before),
            *self._owed_fields(before),
        ]

    def _asked_fields(self, before: e.ExclusionDecided | None) -> list[Field]:
        return [
            Field(name="evidence", label="Evidence", kind="words", value=before.evidence if before else ""),
            Field(
                name="requested_by",
                label="Asked for by",
                value=before.requested_by if before else "",
                hint="the child, the police, nobody",
            ),
            Field(
                name="requested",
                label="Asked for on",
                value=write_date(before.requested) if before else "",
                hint="for example 26/11/2026; empty where nobody asked before",
            ),
        ]

    def _owed_fields(self, before: e.ExclusionDecided | None) -> list[Field]:
        people = tuple((each.id, each.label) for each in self.conference.people.values())
        return [
            Field(
                name="views_by",
                label="Views told by",
                kind="one",
                options=tellers(self.conference, self.meeting.procedure),
                chosen=(before.views_by,) if before else (),
            ),
            Field(
                name="told",
                label="Told to them",
                value=before.told if before else "",
                hint="how and by whom the reason was explained; empty where not yet",
            ),
            Field(
                name="told_on",
                label="Told on",
                value=write_date(before.told_on) if before else "",
                hint="for example 27/11/2026",
            ),
            Field(
                name="challenge",
                label="Can challenge it",
                value=before.challenge if before else "",
                hint="how they were told so; empty where not yet",
            ),
            Field(
                name="represented_by",
                label="In their place",
                kind="one",
                options=people,
                chosen=(before.represented_by,) if before else (),
            ),
            Field(
                name="without_minutes",
                label="No minutes, as",
                kind="words",
                value=before.without_minutes if before else "",
                hint="a decision of its own: why they do not get them; empty where they do",
            ),
        ]

    # --- Ending ---------------------------------------------------------------------------------------------

    def _let_in(self, person: str) -> None:
        """End an exclusion."""

        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "Since when may they come in?")
            self.meeting.record(e.ExclusionEnded(person=person, at=at))

        at = Field(name="at", label="Since", value=say_time(self.meeting.clock().time()))
        title = f"{self.conference.name(person)} may come in again"
        self.ask(Form(title, [at], save, meeting=self.meeting, key=f"let in/{person}"))


def stages_in_words(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The items of this conference's agenda, to choose from."""
    agenda = items(meeting.conference, meeting.procedure)[1:]
    return tuple((item.stage.id, item.stage.short or item.stage.title) for item in agenda)


def parts_in_words(meeting: Meeting, exclusion: Exclusion) -> str:
    """What somebody is kept out of: "out of Mapping and Plan", "out of all of it"."""
    return f"out of {stages_named(meeting, exclusion.decided.parts) or 'all of it'}"


def stages_named(meeting: Meeting, parts: Iterable[str]) -> str:
    """Items of the agenda by their titles."""
    stages = [find_stage(meeting.procedure, part) for part in parts]
    return listed([stage.short or stage.title for stage in stages])


def kept_out_rows(stage: Stage) -> Iterable[Row]:
    """At the talks before the meeting: who is kept out, and that it can be decided here."""
    exclusions = stage.conference.exclusions
    yield heading("Kept out of all or part", "x opens" if exclusions else "nobody · x")
    for person, exclusion in exclusions.items():
        left = [
            each
            for each in owed(stage.conference, stage.meeting.procedure, stage.meeting.calendar)
            if each.key.endswith(f":{person}")
        ]
        ended = f", until {say_time(exclusion.ended)}" if exclusion.ended else ""
        lines = [f"{stage.conference.name(person)}: {parts_in_words(stage.meeting, exclusion)}{ended}"]
        lines += [f"· {each.words}" for each in left]
        act = partial(_open, stage)
        yield Row(key=f"kept out:{person}", text=plain("\n    ".join(lines)), act=act)


def _open(stage: Stage) -> None:
    stage.app.push_screen(Exclusions(stage.meeting))


def out_of(meeting: Meeting, someone: str) -> str:
    """What somebody is kept out of now; empty where of nothing."""
    exclusion = meeting.conference.exclusions.get(someone)
    return parts_in_words(meeting, exclusion) if exclusion and exclusion.ended is None else ""
