"""Who is in the room: arriving and leaving with times, whatever stage is on (BA-10)."""

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from conference_tui.conference import events as e
from conference_tui.conference.split import not_to_be_here
from conference_tui.conference.text import say_time
from conference_tui.meeting import Meeting
from screens.exclusions import out_of
from screens.form import Field, Form, Values
from screens.split import change_sitting, plan_sitting, split_rows
from screens.widgets.key_bar import KeyBar
from screens.widgets.sheet import Row, Sheet, heading, plain

OPEN_RECORD = "The closed slot is open. Who comes and goes, and why, stands in the open record, which the family may read."


CHANGES = "The next sitting, for those who do not meet: some leave, others come"
PLANS = "Plan a sitting for those who do not meet the others"


class Room(ModalScreen[None]):
    """Everyone invited. Enter on a name says that they have come, or that they have left."""

    BINDINGS = [
        Binding("escape", "dismiss", "Back", id="room.back", tooltip="Back to the stage"),
        Binding("f1", "help", "Help", show=False),
        Binding("s", "change_sitting", "Change sitting", id="room.sitting", tooltip=CHANGES),
        Binding("p", "plan_sitting", "Plan a sitting", id="room.plan_sitting", tooltip=PLANS),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting

    def compose(self) -> ComposeResult:
        """A box with a list."""
        with Vertical(id="box") as box:
            box.border_title = "Who is in the room"
            yield Sheet()
            yield KeyBar()

    def on_mount(self) -> None:
        """Follow the meeting."""
        self.meeting.listeners.append(self._draw)
        self._draw()
        sheet = self.query_one(Sheet)
        sheet.focus()
        self._go_to_next()

    def on_unmount(self) -> None:
        """Listen no more."""
        if self._draw in self.meeting.listeners:
            self.meeting.listeners.remove(self._draw)

    def _draw(self) -> None:
        conference = self.meeting.conference
        here = conference.present()
        everyone = [*conference.people, *conference.children_to_hear()]
        rows = [heading("Here", "Enter: has left")]
        for someone in everyone:
            if someone in here:
                rows.append(Row(key=someone, text=self._text(someone), act=partial(self._left, someone)))
        rows.append(heading("Not here", "Enter: has come"))
        for someone in everyone:
            if someone not in here:
                rows.append(Row(key=someone, text=self._text(someone), act=partial(self._arrived, someone)))
        rows += split_rows(self.meeting, self.app.push_screen)
        self.query_one(Sheet).show(rows)

    def action_help(self) -> None:
        """What the procedure says at the stage beneath, and the keys, those of the box too."""
        from screens.help import help_over

        help_over(self.app)

    def action_plan_sitting(self) -> None:
        """Plan a sitting."""
        plan_sitting(self.meeting, self.app.push_screen)

    def action_change_sitting(self) -> None:
        """Go to the next sitting."""
        change_sitting(self.meeting, self.app.push_screen, partial(self.notify, markup=False))

    def _go_to_next(self, after: str = "") -> None:
        """Put the cursor on who is not here yet, so that Enter takes a whole room in its order."""
        sheet = self.query_one(Sheet)
        keys = [row.key for row in sheet.rows]
        conference = self.meeting.conference
        everyone = [*conference.people, *conference.children_to_hear()]
        begin = everyone.index(after) + 1 if after in everyone else 0
        here = conference.present()
        missing = [someone for someone in (*everyone[begin:], *everyone[:begin]) if someone not in here]
        for someone in (*missing, *everyone):
            if someone in keys:
                sheet.highlighted = keys.index(someone)
                return

    def _text(self, someone: str) -> Content:
        conference = self.meeting.conference
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
        name = self.meeting.conference.name(someone)

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
        name = self.meeting.conference.name(someone)
        key = f"left/{someone}"
        self.app.push_screen(
            Form(f"{name} has left", fields, save, meeting=self.meeting, note=self._note(), key=key)
        )
