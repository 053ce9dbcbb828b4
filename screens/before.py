"""Before the meeting: whom the chair has met, what they need, and how each child takes part (BA-8, BA-9)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.participation import ADVOCATE, ATTENDS, CODES, advice
from conference_tui.conference.text import say_time
from conference_tui.conference.venues import access_words
from conference_tui.meeting import Meeting
from screens import checklist, kept_apart, parents_form
from screens.exclusions import KEPT_OUT, Exclusions, kept_out_rows, stages_in_words, stages_named
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


class Before(Stage):
    """The chair's talks with the family and each child, needs, and each child's part in the meeting."""

    ID = "before"
    BINDINGS = [
        Binding(
            "n",
            "need",
            "Need",
            id="before.need",
            tooltip="What somebody needs to take part, and who sees to it",
        ),
        Binding("x", "kept_out", "Kept out", id="before.kept_out", tooltip=KEPT_OUT),
        Binding(
            "t",
            "screen.family_tree",
            "Tree",
            id="before.tree",
            tooltip="The family tree, drawn with the family",
        ),
        Binding(
            "a",
            "answers",
            "Answers",
            id="before.answers",
            tooltip="Type in what a parent wrote on the form of questions",
        ),
        Binding(
            "b",
            "blank_form",
            "Blank form",
            id="before.blank_form",
            tooltip="Make and print a blank form of questions for parents",
        ),
    ]

    def rows(self) -> Iterable[Row]:
        """What has come with a transfer, how each child takes part, whom the chair has met, what is seen to."""
        yield from checklist.pack_rows(self)
        to_hear = self.conference.children_to_hear()
        if to_hear or not self.conference.children:
            yield heading("How each child takes part", "Enter: decide")
        for child in to_hear:
            yield self._part_of(child)
        yield heading("The chair has met", "Enter: met now, or earlier")
        for someone in self._to_meet():
            yield self._met(someone)
        yield heading("Needs", f"{len(self.conference.needs) or 'none noted'} · n adds one")
        for number, need in enumerate(self.conference.needs):
            mark, met = ("✓", f"seen to: {need.met}") if need.met else ("○", "not seen to yet")
            text = plain(f"{mark} {self.conference.name(need.person)} needs: {need.need}\n    {met}")
            yield Row(key=f"need:{number}", text=text, act=partial(self.see_to, need))
        yield from parents_form.rows(self)
        yield from kept_out_rows(self)
        yield from kept_apart.rows(self.meeting, self.ask)
        yield from checklist.before_rows(self)
        if access := access_words(self.meeting.procedure, self.conference.arranged.venue):
            yield heading("The place")
            yield Row(key="access", text=plain(access))

    def action_answers(self) -> None:
        """Type in what a parent wrote on the form of questions."""
        parents_form.type_in(self)

    def action_blank_form(self) -> None:
        """Make and print a blank form of questions."""
        parents_form.ask_for_blank(self)

    def open_rows(self) -> list[Row]:
        """Nothing beside the rows: each of them says itself whether it is open."""
        return []

    def action_kept_out(self) -> None:
        """Who is kept out of all or part."""
        self.app.push_screen(Exclusions(self.meeting))

    # --- How a child takes part -----------------------------------------------------------------------------

    def _part_of(self, child: str) -> Row:
        decided = self.conference.participation.get(child)
        name = self.conference.name(child)
        if decided is None:
            words = [f"○ {name}: how they take part is not decided"]
        else:
            code = f" · {decided.code}" if decided.code else ""
            advocate = f" · advocate {ADVOCATE[decided.advocate]}" if decided.advocate else ""
            words = [f"✓ {name}: {ATTENDS[decided.attends]}{code}{advocate}"]
            words += [f"comes to: {stages_named(self.meeting, decided.parts)}"] if decided.parts else []
            words += [decided.reason] if decided.reason else []
        told = advice(self.conference.children[child], self.conference.held, self.meeting.procedure.ages)
        words += [told] if told and not (decided and decided.advocate) else []
        return Row(
            key=f"part:{child}", text=plain("\n    ".join(words)), act=partial(self.decide_part, child)
        )

    def decide_part(self, child: str) -> None:
        """Ask whether and how a child takes part."""
        before = self.conference.participation.get(child)

        def save(values: Values) -> None:
            self.meeting.record(_read_part(values, child))

        note = advice(self.conference.children[child], self.conference.held, self.meeting.procedure.ages)
        title = f"How {self.conference.name(child)} takes part"
        fields = _part_fields(self.meeting, before)
        self.ask(Form(title, fields, save, meeting=self.meeting, note=note, key=f"part/{child}"))

    # --- Meeting the family ---------------------------------------------------------------------------------

    def _to_meet(self) -> list[str]:
        """Family and children, and whoever else the chair has met."""
        people = self.conference.people.values()
        family = [person.id for person in people if person.is_family]
        others = [held.person for held in self.conference.pre_meetings]
        return list(dict.fromkeys([*family, *self.conference.children_to_hear(), *others]))

    def _met(self, someone: str) -> Row:
        name = self.conference.name(someone)
        person = self.conference.people.get(someone)
        who = f"{name}, {person.role}" if person and person.role else name
        held = next((each for each in self.conference.pre_meetings if each.person == someone), None)
        if held is None:
            words = f"○ {who}: not met yet"
        else:
            at = f" at {say_time(held.at)}" if held.at else ""
            words = f"✓ {who}: met{at}" + (f"\n    {held.note}" if held.note else "")
        return Row(key=f"met:{someone}", text=plain(words), act=partial(self.meet, someone))

    def meet(self, someone: str) -> None:
        """Record that the chair has met somebody before the start."""
        held = next((each for each in self.conference.pre_meetings if each.person == someone), None)
        at = held.at if held else self.meeting.clock().time()

        def save(values: Values) -> None:
            met = e.PreMeetingHeld(person=someone, at=values.time("at"), note=values.words("note"))
            self.meeting.record(met)

        fields = [
            Field(name="at", label="At", value=say_time(at) if at else "", hint="for example 13:00"),
            Field(
                name="note",
                label="Note",
                kind="words",
                value=held.note if held else "",
                hint="has read the reports, what they ask for; may be left empty",
            ),
        ]
        title = f"The chair has met {self.conference.name(someone)}"
        self.ask(Form(title, fields, save, meeting=self.meeting, key=f"met/{someone}"))

    # --- Needs ----------------------------------------------------------------------------------------------

    def action_need(self) -> None:
        """Note what somebody needs to take part."""
        everyone = self.conference.everybody_born()

        def save(values: Values) -> None:
            person = values.needed("person", values.one("person"), "Who needs it?")
            need = values.needed("need", values.line("need"), "What is needed?")
            self.meeting.record(e.NeedNoted(person=person, need=need, met=values.line("met")))

        fields = [
            Field(
                name="person",
                label="Who",
                kind="one",
                options=tuple((someone, self.conference.name(someone)) for someone in everyone),
            ),
            Field(name="need", label="Needs", hint="interpreter, hearing loop, large print, breaks"),
            Field(name="met", label="Seen to by", hint="how, or by whom; empty where not yet"),
        ]
        self.ask(Form("A need", fields, save, meeting=self.meeting, key="need"))

    def see_to(self, need: e.NeedNoted) -> None:
        """Say how a need is seen to."""

        def save(values: Values) -> None:
            self.meeting.record(e.NeedNoted(person=need.person, need=need.need, met=values.line("met")))

        field = Field(name="met", label="Seen to by", value=need.met, hint="how, or by whom")
        title = f"{self.conference.name(need.person)} needs: {need.need}"
        self.ask(Form(title, [field], save, meeting=self.meeting, key=f"need/{need.person}/{need.need}"))


def _read_part(values: Values, child: str) -> e.ParticipationDecided:
    attends = values.needed("attends", values.one("attends"), "Does the child come, and to what?")
    return e.ParticipationDecided(
        child=child,
        attends=next(each for each in ATTENDS if each == attends),
        reason=values.words("reason"),
        advocate=next((each for each in ADVOCATE if each == values.one("advocate")), ""),
        code=values.one("code"),
        parts=values.several("parts") if attends == "part" else (),
    )


def _part_fields(meeting: Meeting, before: e.ParticipationDecided | None) -> list[Field]:
    return [
        Field(
            name="attends",
            label="Comes",
            kind="one",
            options=tuple(ATTENDS.items()),
            chosen=(before.attends,) if before else (),
        ),
        Field(
            name="parts",
            label="To a part: which",
            kind="several",
            options=stages_in_words(meeting),
            chosen=before.parts if before else (),
        ),
        Field(
            name="reason",
            label="Why",
            kind="words",
            value=before.reason if before else "",
            hint="decided by the chair with parent and social worker",
        ),
        Field(
            name="advocate",
            label="Advocate",
            kind="one",
            options=tuple(ADVOCATE.items()),
            chosen=(before.advocate,) if before else (),
        ),
        Field(
            name="code",
            label="Code",
            kind="one",
            options=tuple((code, f"{code} {words}") for code, words in CODES.items()),
            chosen=(before.code,) if before else (),
        ),
    ]
