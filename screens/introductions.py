"""Introductions: who is here, in what standing, how each is involved (HV-6)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding
from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.meeting import Meeting
from screens.exclusions import KEPT_OUT, Exclusions, out_of
from screens.form import Field, Form, Values
from screens.observers import observer_rows
from screens.room import Room
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


class Introductions(Stage):
    """Everyone invited: who is here, and what each says of themselves."""

    ID = "introductions"
    BINDINGS = [
        Binding("a", "arrived", "Arrived", id="introductions.arrived", tooltip="Who has come, or left"),
        Binding("x", "kept_out", "Kept out", id="introductions.kept_out", tooltip=KEPT_OUT),
        Binding(
            "t",
            "screen.family_tree",
            "Tree",
            id="introductions.tree",
            tooltip="The family tree, drawn with the family",
        ),
    ]

    def rows(self) -> Iterable[Row]:
        """Those who are here, then those who are not."""
        here = self.conference.present()
        everyone = self.conference.everybody_born()
        came = [someone for someone in everyone if someone in here]
        yield heading("In the meeting", "Enter: introduced · a: arrived or left")
        for someone in came:
            yield Row(key=f"here:{someone}", text=self._text(someone), act=partial(self.introduce, someone))
        yield from observer_rows(self)
        missing = [someone for someone in everyone if someone not in self.conference.presence]
        if missing:
            yield heading("Not here", "Enter or a: has come")
        for someone in missing:
            text = plain(f"  {self.conference.name(someone)}  {self._role(someone)}", "$text-muted")
            yield Row(key=f"away:{someone}", text=text, act=self.action_arrived)

    def _role(self, someone: str) -> str:
        person = self.conference.people.get(someone)
        if person is None:
            return "child"
        out = out_of(self.meeting, someone)
        return ", ".join(part for part in (person.role, person.agency, out) if part)

    def _text(self, someone: str) -> Content:
        stay = self.conference.presence[someone]
        told = self.conference.introduced.get(someone)
        words = f"{self.conference.name(someone)}  {self._role(someone)} · {stay.arrived:%H:%M} {stay.mode}"
        if told and told.involvement:
            words += f"\n    {told.involvement}"
        return Content.assemble(("✓ " if told else "○ ", ""), plain(words))

    def action_kept_out(self) -> None:
        """Who is kept out of all or part."""
        self.app.push_screen(Exclusions(self.meeting))

    def action_arrived(self) -> None:
        """Say who has come or left."""
        self.app.push_screen(Room(self.meeting))

    def introduce(self, someone: str) -> None:
        """Record how somebody says they are involved."""
        self.ask(introduction(self.meeting, someone))


def introduction(meeting: Meeting, someone: str) -> Form:
    """A form for how somebody says they are involved; also for who comes at a later stage."""
    told = meeting.conference.introduced.get(someone)

    def save(values: Values) -> None:
        meeting.record(e.PersonIntroduced(person=someone, involvement=values.words("involvement")))

    field = Field(
        name="involvement",
        label="Involved as",
        kind="words",
        value=told.involvement if told else "",
        hint="how they say they are involved; may be left empty",
    )
    title = f"{meeting.conference.name(someone)} introduces themselves"
    return Form(title, [field], save, meeting=meeting, key=f"introduced/{someone}")
