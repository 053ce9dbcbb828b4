"""The closed slot: what the police may share with professionals only (BA-11)."""

from collections.abc import Iterable

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.text import listed, say_time
from screens.form import Field, Form, Values, Wanting
from screens.stage import Stage
from screens.widgets.capture_line import CaptureLine
from screens.widgets.sheet import Row, heading, plain


class Closed(Stage):
    """Begins and ends the slot. What is said in it is seen here only, and only while the slot is open."""

    ID = "closed"
    BINDINGS = [Binding("b", "slot", "Begin/end", id="closed.slot", tooltip="Begin or end the closed slot")]

    def rows(self) -> Iterable[Row]:
        """Whether the slot is open, who left and stayed, and while it is open what was said in it."""
        if self.meeting.in_closed_slot:
            yield heading("The closed slot is OPEN", "F5 ends it")
            yield from self._slots()
            yield heading("Said in the closed slot", "lies in a record of its own")
            for made in self.meeting.said_in_closed_slot:
                words = f"{self.conference.name(made.speaker)}: {made.words}"
                yield Row(key=made.contribution, text=plain(words))
            return
        yield heading("The confidential slot", "F5 begins it")
        if not self.conference.closed_slots:
            yield Row(key="none", text=plain("No closed slot has been held."))
        yield from self._slots()

    def _slots(self) -> Iterable[Row]:
        for number, slot in enumerate(self.conference.closed_slots):
            left = listed([self.conference.name(someone) for someone in slot.left]) or "nobody had to leave"
            stayed = listed([self.conference.name(someone) for someone in slot.stayed])
            times = f"{say_time(slot.began)}–{say_time(slot.ended) if slot.ended else ''}"
            text = plain(f"{times}  out: {left}\n             in: {stayed}")
            yield Row(key=f"slot:{number}", text=text)

    def open_rows(self) -> list[Row]:
        """What is open; nobody is waited for to speak here."""
        return [row for row in super().open_rows() if row.key != "silent"]

    @property
    def screen_line(self) -> CaptureLine:
        """The capture line below the stage."""
        return self.screen.query_one(CaptureLine)

    def action_slot(self) -> None:
        """Begin the slot, or end it."""
        if self.meeting.in_closed_slot:
            self._end()
        else:
            self._begin()

    def _begin(self) -> None:
        here = self.conference.present()
        people = self.conference.people
        stay = tuple(s for s in people if s in here and people[s].is_professional)
        leave = tuple(s for s in (*people, *self.conference.children) if s in here and s not in stay)

        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When does the slot begin?")
            out = values.several("out")
            still = tuple(someone for someone in leave if someone not in out)
            if still:
                names = listed([self.conference.name(someone) for someone in still])
                raise Wanting("out", f"{names} cannot stay: the closed slot is for professionals only.")
            self.meeting.typing("line", self.screen_line.unfinished)
            self.meeting.record(e.ClosedSlotBegan(at=at, left=out, stayed=stay, reason=values.line("reason")))

        names = [(someone, self.conference.name(someone)) for someone in leave]
        fields = [
            Field(name="at", label="Begins at", value=say_time(self.meeting.clock().time())),
            Field(name="out", label="Out of the room", kind="several", options=tuple(names)),
            Field(
                name="reason",
                label="Reason",
                hint="in a word, in the open record: live enquiry",
            ),
        ]
        note = "Only professionals stay. Tick everyone who has left the room or the call: nobody else may hear this."
        self.ask(Form("Begin the closed slot", fields, save, note=note, key="closed/begin"))

    def _end(self) -> None:
        if self.screen_line.unfinished.strip():
            sentence = (
                "There are words in the capture line that are not recorded. Record or delete them first."
            )
            self.notify(sentence, severity="warning", markup=False)
            return

        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When does the slot end?")
            self.meeting.record(e.ClosedSlotEnded(at=at))

        fields = [Field(name="at", label="Ends at", value=say_time(self.meeting.clock().time()))]
        note = "What was said disappears from the screen. It cannot be seen from the open record."
        self.ask(Form("End the closed slot", fields, save, note=note, key="closed/end"))
