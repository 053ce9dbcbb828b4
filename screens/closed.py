"""The closed slot: what the police may share with professionals only (BA-11)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.text import listed, say_time
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values, Wanting
from screens.stage import Stage
from screens.widgets.capture_line import CaptureLine
from screens.widgets.sheet import Row, heading, plain

if TYPE_CHECKING:
    from conference_tui.closed_record import ClosedRecord

BEGIN_AGAIN = "An earlier slot was held. Its record goes on, and opens with your passphrase only."
READ_AGAIN = "What was said is shown to whoever can see this screen, until you leave this stage."


class Closed(Stage):
    """Begins and ends the slot. What is said in it is seen here only, and only while the slot is open."""

    ID = "closed"
    WAITS_FOR_VOICES = False
    BINDINGS = [
        Binding("b", "slot", "Begin/end", id="closed.slot", tooltip="Begin or end the closed slot"),
        Binding(
            "r",
            "read",
            "Read again",
            id="closed.read",
            tooltip="Read what was said in it, with the passphrase",
        ),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._read: ClosedRecord | None = None
        """What was said, while it is read again; None otherwise."""

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
        yield from self._read_again()

    def _read_again(self) -> Iterable[Row]:
        if self._read is None:
            if self.conference.closed_slots:
                words = "○ Read what was said in it, with the passphrase · Enter here, or Escape and then r"
                yield Row(key="read", text=plain(words), act=self.action_read)
            return
        yield heading("Said in the closed slot", "goes from the screen when you leave this stage")
        if self._read.damage:
            yield Row(key="read:damage", text=plain(self._read.damage, "$text-error"))
        for said in self._read.said:
            words = f"{said.at[11:16]}  {self.conference.name(said.speaker)}: {said.words}"
            style = "strike $text-muted" if said.struck else ""
            yield Row(key=f"read:{said.seq}", text=plain(words, style))
        if not self._read.said:
            yield Row(key="read:nothing", text=plain("Nothing was recorded in it."))
        for copy in self._read.copies:
            yield Row(key=f"copy:{copy.copy}", text=plain(f"Copy {copy.copy}: {copy.holder}", "$text-muted"))

    def _slots(self) -> Iterable[Row]:
        for number, slot in enumerate(self.conference.closed_slots):
            left = listed([self.conference.name(someone) for someone in slot.left]) or "nobody had to leave"
            stayed = listed([self.conference.name(someone) for someone in slot.stayed])
            times = f"{say_time(slot.began)}–{say_time(slot.ended) if slot.ended else ''}"
            text = plain(f"{times}  out: {left}\n             in: {stayed}")
            yield Row(key=f"slot:{number}", text=text)

    @property
    def screen_line(self) -> CaptureLine:
        """The capture line below the stage."""
        return self.screen.query_one(CaptureLine)

    def action_slot(self) -> None:
        """Begin the slot, or end it. The record of an earlier slot is opened for it, by the passphrase."""
        if self.meeting.in_closed_slot:
            self._end()
        elif self._needs_passphrase():
            self._open_and_begin()
        else:
            self._begin()

    def _needs_passphrase(self) -> bool:
        """Whether an earlier slot was held here, whose record is locked."""
        folder = self.meeting.folder
        return folder.has_vault and folder.closed_record_of(self.meeting.record_id) is not None

    @work
    async def _open_and_begin(self) -> None:
        from screens.passphrases import opening_closed

        box = opening_closed(self.meeting.folder, self.meeting.record_id, (BEGIN_AGAIN,))
        if await self.app.push_screen_wait(box) is not None:
            self._begin()

    # --- Reading it again -----------------------------------------------------------------------------------

    def action_read(self) -> None:
        """Ask for the passphrase, and show what was said until the stage is left (BA-11)."""
        self._ask_and_read()

    @work
    async def _ask_and_read(self) -> None:
        from conference_tui import closed_record
        from screens.secret_box import Secret, SecretBox, Typed

        if self.meeting.in_closed_slot or not self.conference.closed_slots:
            self.notify("It is read here once a closed slot was held and has ended.", markup=False)
            return
        found: list[ClosedRecord] = []

        def read(typed: Typed) -> str:
            found.append(closed_record.read(folder, self.meeting.record_id, typed["passphrase"]))
            return ""

        folder = self.meeting.folder
        if not folder.has_vault:
            read({"passphrase": ""})
        else:
            fields = (Secret(name="passphrase", label="Passphrase"),)
            box = SecretBox("The closed slot's record", self._beware(), fields, read, meanwhile="Opening …")
            if await self.app.push_screen_wait(box) is None:
                return
        self._read = found[-1]
        self.draw()

    def _beware(self) -> tuple[str, ...]:
        here = self.conference.present() if not self.conference.closed else frozenset()
        family = [self.conference.name(someone) for someone in self.conference.family() if someone in here]
        return (f"FAMILY PRESENT: {listed(family)}.", READ_AGAIN) if family else (READ_AGAIN,)

    def left(self) -> None:
        """What was read goes from the screen and out of memory with the stage."""
        if self._read is not None:
            self._read = None
            self.draw()

    def _begin(self) -> None:
        here = self.conference.present()
        people = self.conference.people
        stay = tuple(s for s in people if s in here and people[s].is_professional)
        leave = tuple(s for s in self.conference.everybody() if s in here and s not in stay)

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

        def left(was_begun: bool | None) -> None:
            if was_begun:
                self.screen_line.focus()  # what comes next is said, and a letter on the rows is a command
            else:
                self.meeting.folder.forget_closed()  # of an earlier slot's record, opened for this one

        self.app.push_screen(Form("Begin the closed slot", fields, save, note=note, key="closed/begin"), left)

    def _end(self) -> None:
        if self.screen_line.unfinished.strip():
            sentence = "There are words in the capture line, or beside it, that are not recorded. Record or delete them first."
            self.notify(sentence, severity="warning", markup=False)
            return

        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When does the slot end?")
            self.meeting.record(e.ClosedSlotEnded(at=at))

        fields = [Field(name="at", label="Ends at", value=say_time(self.meeting.clock().time()))]
        note = "What was said disappears from the screen. It cannot be seen from the open record."
        self.ask(Form("End the closed slot", fields, save, note=note, key="closed/end"))
