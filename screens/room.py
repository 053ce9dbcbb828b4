"""Who is in the room: arriving and leaving with times, whatever stage is on (BA-10)."""

from collections.abc import Iterable
from functools import partial

from textual.content import Content

from conference_tui.conference.split import not_to_be_here
from conference_tui.conference.text import say_time
from screens.arrivals import ComesAndGoes, arrival, departure
from screens.commands import Command
from screens.exclusions import out_of
from screens.sheet_box import SheetBox
from screens.split import change_sitting, plan_sitting, split_rows
from screens.steered import SLASH
from screens.widgets.box_line import BoxLine
from screens.widgets.sheet import Row, heading, plain

CHANGES = "The next sitting, for those who do not meet: some leave, others come"
PLANS = "Plan a sitting for those who do not meet the others"


class Room(ComesAndGoes, SheetBox):
    """Everyone invited. Enter on a name says that they have come, or that they have left."""

    TITLE_IN_BOX = "Who is in the room"
    TYPED_COMMANDS = (
        Command("change-sitting", "change_sitting", CHANGES),
        Command("plan-sitting", "plan_sitting", PLANS),
    )

    def rows(self) -> Iterable[Row]:
        """Who is here, who is not, and the sittings of a split conference."""
        conference = self.conference
        here = conference.present()
        everyone = conference.everybody_born()
        yield heading("Here", "Enter: has left · /left and a name: now")
        for someone in everyone:
            if someone in here:
                yield Row(key=someone, text=self._text(someone), act=partial(self._left, someone))
        yield heading("Not here", "Enter: has come · /came and a name: now")
        for someone in everyone:
            if someone not in here:
                yield Row(key=someone, text=self._text(someone), act=partial(self._arrived, someone))
        yield from split_rows(self.meeting, self.ask)

    def go_to_first(self) -> None:
        """Begin with who is not here yet."""
        self._go_to_next()

    def begin_command(self, word: str) -> None:
        """Begin a command in the line of the box."""
        line = self.query_one(BoxLine)
        self.let_wait(line.value)
        line.value = f"{SLASH}{word} "
        line.cursor_position = len(line.value)

    def action_plan_sitting(self) -> None:
        """Plan a sitting."""
        plan_sitting(self.meeting, self.ask)

    def action_change_sitting(self) -> None:
        """Go to the next sitting."""
        change_sitting(self.meeting, self.ask, partial(self.notify, markup=False))

    def _go_to_next(self, after: str = "") -> None:
        """Put the marker on who is not here yet, so that Enter takes a whole room in its order."""
        keys = [row.key for row in self.sheet.rows]
        conference = self.conference
        everyone = conference.everybody_born()
        begin = everyone.index(after) + 1 if after in everyone else 0
        here = conference.present()
        missing = [someone for someone in (*everyone[begin:], *everyone[:begin]) if someone not in here]
        for someone in (*missing, *everyone):
            if someone in keys:
                self.action_find(f"0:{keys.index(someone)}")
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

    def _arrived(self, someone: str) -> None:
        def left(was_saved: bool | None) -> None:
            if was_saved:
                self._go_to_next(someone)

        self.app.push_screen(arrival(self.meeting, someone), left)

    def _left(self, someone: str) -> None:
        self.ask(departure(self.meeting, someone))
