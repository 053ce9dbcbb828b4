"""Who is in the room: arriving and leaving with times, whatever stage is on (BA-10)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding
from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference.split import not_to_be_here
from conference_tui.conference.text import say_time
from screens.exclusions import out_of
from screens.form import Field, Form, Values
from screens.sheet_box import SheetBox
from screens.split import change_sitting, plan_sitting, split_rows
from screens.widgets.sheet import Row, heading, plain

OPEN_RECORD = "The closed slot is open. Who comes and goes, and why, stands in the open record, which the family may read."


CHANGES = "The next sitting, for those who do not meet: some leave, others come"
PLANS = "Plan a sitting for those who do not meet the others"


class Room(SheetBox):
    """Everyone invited. Enter on a name says that they have come, or that they have left."""

    TITLE_IN_BOX = "Who is in the room"
    BINDINGS = [
        Binding("s", "change_sitting", "Change sitting", id="room.sitting", tooltip=CHANGES),
        Binding("p", "plan_sitting", "Plan a sitting", id="room.plan_sitting", tooltip=PLANS),
    ]

    def rows(self) -> Iterable[Row]:
        """Who is here, who is not, and the sittings of a split conference."""
        conference = self.conference
        here = conference.present()
        everyone = conference.everybody_born()
        yield heading("Here", "Enter: has left")
        for someone in everyone:
            if someone in here:
                yield Row(key=someone, text=self._text(someone), act=partial(self._left, someone))
        yield heading("Not here", "Enter: has come")
        for someone in everyone:
            if someone not in here:
                yield Row(key=someone, text=self._text(someone), act=partial(self._arrived, someone))
        yield from split_rows(self.meeting, self.ask)

    def go_to_first(self) -> None:
        """Begin with who is not here yet."""
        self._go_to_next()

    def action_plan_sitting(self) -> None:
        """Plan a sitting."""
        plan_sitting(self.meeting, self.ask)

    def action_change_sitting(self) -> None:
        """Go to the next sitting."""
        change_sitting(self.meeting, self.ask, partial(self.notify, markup=False))

    def _go_to_next(self, after: str = "") -> None:
        """Put the cursor on who is not here yet, so that Enter takes a whole room in its order."""
        keys = [row.key for row in self.sheet.rows]
        conference = self.conference
        everyone = conference.everybody_born()
        begin = everyone.index(after) + 1 if after in everyone else 0
        here = conference.present()
        missing = [someone for someone in (*everyone[begin:], *everyone[:begin]) if someone not in here]
        for someone in (*missing, *everyone):
            if someone in keys:
                self.sheet.highlighted = keys.index(someone)
                return

    def _text(self, someone: str) -> Content:
        conference = self.conference
        person = conference.people.get(someone)
        role = ", ".join(part for part in (person.role, person.agency) if part) if person else "child"
        stay = conference.presence.get(someone)
        times = ""
        if stay:
            times = f" · {say_time(stay.arrived)}–{say_time(stay.left) if stay.left else ''} {stay.mode}"
        if someone in not_to_be_here(conference):
            times += f"\n    ■ {out_of(self.meeting, someone) or 'of another sitting'}"
        return plain(f"{conference.name(someone)}  {role}{times}")

    def _now(self) -> str:
        return say_time(self.meeting.clock().time())

    def _note(self) -> str:
        """Said before anything is typed: this is no place for what the closed slot is about (BA-11)."""
        return OPEN_RECORD if self.meeting.in_closed_slot else ""

    def _arrived(self, someone: str) -> None:
        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When did they come?")
            mode = e.Mode(values.needed("mode", values.one("mode"), "In the room, online or by telephone?"))
            self.meeting.record(
                e.PersonArrived(person=someone, at=at, mode=mode, reason=values.line("reason"))
            )

        fields = [
            Field(name="at", label="Came at", value=self._now()),
            Field(
                name="mode",
                label="How",
                kind="one",
                options=tuple((mode.value, mode.value) for mode in e.Mode),
                chosen=(e.Mode.ROOM.value,),
            ),
            Field(name="reason", label="Reason", hint="why not in the room"),
        ]
        name = self.conference.name(someone)

        def left(was_saved: bool | None) -> None:
            if was_saved:
                self._go_to_next(someone)

        key = f"came/{someone}"
        note = "\n".join(filter(None, (self._note(), self._warning(someone))))
        form = Form(f"{name} has come", fields, save, meeting=self.meeting, note=note, key=key)
        self.app.push_screen(form, left)

    def _warning(self, someone: str) -> str:
        """What the chair knows before somebody is let in."""
        out = out_of(self.meeting, someone)
        return f"The chair decided: {out}." if out else ""

    def _left(self, someone: str) -> None:
        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When did they leave?")
            self.meeting.record(e.PersonLeft(person=someone, at=at))

        fields = [Field(name="at", label="Left at", value=self._now())]
        name = self.conference.name(someone)
        key = f"left/{someone}"
        self.ask(Form(f"{name} has left", fields, save, meeting=self.meeting, note=self._note(), key=key))
