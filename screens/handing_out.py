"""Handing out: for every person what they get, what is left out and why; then all of it made, looked through, printed."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace
from textual.app import App
from textual.binding import Binding
from textual.content import Content

from conference_tui.conference.papers import TITLES, Layout, Paper
from conference_tui.conference.reading.questions import LeftOut
from conference_tui.conference.recipients import Row as Reader
from conference_tui.conference.recipients import rows, waiting
from conference_tui.conference.second_opinion import CLOSED_NOT_SEARCHED
from conference_tui.conference.text import listed
from conference_tui.conference.versions import Held
from conference_tui.meeting import Meeting
from screens import asked_first, handing_out_forms, kept_apart, not_made, under_passphrase
from screens.calm import is_there
from screens.copies_printed import CopiesPrinted
from screens.desk import Desk, default_folder
from screens.form import Field, Form, Values
from screens.one_reader import OneReader
from screens.passphrases import words_of_closed_slot
from screens.sheet_box import SheetBox
from screens.widgets.sheet import Row, heading, plain

if TYPE_CHECKING:
    from conference_tui.documents.drawing_hands import Hands
    from conference_tui.documents.pack import Encrypt, Pack

LAYOUTS = (
    (Layout.STANDARD.value, "standard"),
    (Layout.LARGE_PRINT.value, "large print"),
    (Layout.EASY_READ.value, "easy to read"),
    (Layout.BRAILLE.value, "braille"),
)


class HandingOut(SheetBox):
    """Everybody who may be handed something."""

    TITLE_IN_BOX = "Hand out: who gets what, and why not"
    BINDINGS = [
        Binding("m", "make", "Make all", id="handing_out.make",
                tooltip="Make everybody's copies: drawn, looked through, written"),
        Binding("p", "print_copies", "Print", id="handing_out.print",
                tooltip="Print what the reader under the cursor gets, as one job"),
        Binding("x", "cancel", "Cancel", id="handing_out.cancel",
                tooltip="Cancel the printing for the reader under the cursor"),
        Binding("e", "entry", "Entry", id="handing_out.entry",
                tooltip="How an entry stands: with who said it, without, not at all, or for one reader"),
        Binding("w", "words", "Words", id="handing_out.words",
                tooltip="Take words out of a reader's copies, or say that they may stand"),
        Binding("l", "look_for", "Look for", id="handing_out.look_for",
                tooltip="Have words looked for in every copy before it is handed over"),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting, desk: Desk) -> None:
        super().__init__(meeting)
        self.desk = desk
        self._printing = CopiesPrinted(self, desk)
        self._is_recording = False
        self._hands: Hands | None = None

    def on_mount(self) -> None:
        """Get ready what draws, while the chair reads who gets what."""
        from conference_tui.documents.drawing_hands import Hands

        if self.conference.closed:
            self._hands = Hands()

    def on_unmount(self) -> None:
        """Let go what was got ready for nothing."""
        if self._hands:
            self._hands.close()

    # --- Rows -----------------------------------------------------------------------------------------------

    def rows(self) -> Iterable[Row]:
        """How far it is, what was stopped, every reader."""
        procedure, conference = self.meeting.procedure, self.conference
        if not conference.decisions:
            yield Row(
                key="none", text=plain("There is nothing to hand out before a child has been decided about.")
            )
            return
        if handing_out_forms.lacks_closed_words(self.meeting):
            yield Row(key="closed", text=plain(f"○ {CLOSED_NOT_SEARCHED}", "$text-warning"))
        if looked_for := sum(not each.reader for each in conference.words_judged.values()):
            count = "1 entry of words is" if looked_for == 1 else f"{looked_for} entries of words are"
            yield Row(key="looked for", text=plain(f"· {count} looked for in every copy. l: another one"))
        if self.desk.progress:
            yield Row(key="progress", text=plain(self.desk.progress, "$text-warning"))
        everything = self.desk.held(conference, procedure)
        for held_up in sorted({stopped.copy.reader for stopped in self.desk.stopped}):
            yield self._stopped(held_up)
        yield from self._failed()
        if old := [each for each in everything if not each.is_current and each.still_gets]:
            names = listed(list(dict.fromkeys(each.copy.reader_name for each in old)))
            yield Row(
                key="old",
                text=plain(f"Out of date, held by {names}. m makes the next version.", "$text-warning"),
            )
        yield from kept_apart.row_without_names(self.meeting, self.ask)
        yield from asked_first.unknown_rows(self.meeting, self.ask)
        note = "Enter: one by one · m: make all · p: print" if conference.closed else "made once it is closed"
        yield heading("For whom", note)
        for reader in rows(conference, procedure):
            yield self._reader(reader, [each for each in everything if each.copy.reader == reader.reader])
        for person in waiting(conference):
            words = "nothing until somebody knows whether they have parental responsibility"
            yield Row(key=f"waiting:{person.id}", text=plain(f"· {person.label}: {words}", "$text-muted"))

    def draw(self) -> None:
        """Show the rows; not after each of a hundred entries that come at once."""
        if not self._is_recording:
            super().draw()

    def _reader(self, reader: Reader, theirs: Sequence[Held]) -> Row:
        gets = self._gets(reader)
        head = Content.assemble(plain(reader.name, "bold"), plain(f" · {reader.part}", "$text-muted"))
        told = [head, plain(f"    {' · '.join(gets) or _nothing(reader)}", "" if gets else "$text-muted")]
        if theirs:
            told.append(
                plain(f"    {_held_words(theirs, sum(cell.gets for cell in reader.cells))}", "$text-muted")
            )
        if questions := self.desk.questions(self.conference, self.meeting.procedure, reader):
            told.append(plain(f"    {_asked_words(questions)}", "$text-warning"))
        if printed := self.desk.told.get(reader.reader):
            told.append(plain(f"    {printed}", "$text-warning"))
        return Row(
            key=f"reader:{reader.reader}",
            text=Content("\n").join(told),
            act=partial(self._open, reader.reader),
        )

    def _gets(self, reader: Reader) -> list[str]:
        """What they get, child by child."""
        by_child: dict[str, list[str]] = {}
        for cell in reader.cells:
            if cell.gets:
                by_child.setdefault(cell.child, []).append(TITLES[cell.paper])
        about = [
            f"{self.conference.name(child)}: {', '.join(papers)}"
            for child, papers in by_child.items()
            if child
        ]
        return [" · ".join(about), *by_child.get("", [])] if about else by_child.get("", [])

    def _stopped(self, reader: str) -> Row:
        hits = self.desk.hits(reader)
        certain = any(hit.term.certain for hit in hits)
        count = "One thing" if len(hits) == 1 else f"{len(hits)} things"
        name = self.conference.name(reader)
        words = f"■ {name}: not made. {count} found in it that {'must' if certain else 'may'} not be there."
        style = "$text-error" if certain else "$text-warning"
        return Row(key=f"stopped:{reader}", text=plain(words, style), act=partial(self._open, reader))

    def _failed(self) -> Iterable[Row]:
        from conference_tui.documents.pack import in_words

        for number, failed in enumerate(self.desk.failed):
            words = f"■ {in_words(self.conference, failed.copy)}: not made. {failed.why}"
            yield Row(key=f"failed:{number}", text=plain(words, "$text-error"))

    def _open(self, reader: str) -> None:
        self.app.push_screen(OneReader(self.meeting, self.desk, reader))

    def _under_the_cursor(self) -> str:
        place = self.sheet.highlighted
        key = self.sheet.rows[place].key if place is not None else ""
        kind, _, reader = key.partition(":")
        return reader if kind in ("reader", "stopped") else ""

    # --- The chair's word -----------------------------------------------------------------------------------

    def action_entry(self) -> None:
        """Choose how an entry stands."""
        self.ask(handing_out_forms.entry(self.meeting))

    def action_words(self) -> None:
        """Judge words for a reader."""
        self.ask(handing_out_forms.words(self.meeting, self.desk))

    def action_look_for(self) -> None:
        """Have words looked for in every copy."""
        self.ask(handing_out_forms.looked_for(self.meeting))

    # --- Making ---------------------------------------------------------------------------------------------

    def action_make(self) -> None:
        """Ask for the folder and the layout, then make everything while the screen stays live."""
        if not self.conference.closed:
            self.notify(
                "Close the conference first: the copies are made from what stands then.", markup=False
            )
            return
        if self.desk.progress:
            self.notify("The copies are being made.", markup=False)
            return

        def save(values: Values) -> None:
            typed = values.needed("folder", values.line("folder"), "In which folder?")
            layouts = values.needed("layouts", values.several("layouts"), "In which layout?")
            chosen = tuple(Layout(each) for each in layouts)
            encrypt = under_passphrase.encryption(values, chosen)
            self.run_worker(
                self._look_and_make(
                    Path(typed).expanduser().absolute(), chosen, values.one("reader"), encrypt
                ),
                group="ask for copies",
            )

        fields = [
            Field(name="folder", label="Folder", value=str(default_folder(self.meeting))),
            Field(
                name="layouts",
                label="Layout",
                kind="several",
                options=LAYOUTS,
                chosen=(Layout.STANDARD.value,),
            ),
        ]
        fields.append(
            Field(name="reader", label="For", kind="one", options=(("", "everybody"), *self._names()))
        )
        fields += under_passphrase.FIELDS
        note = "Each copy is looked through before it is written; only you can read them there."
        self.ask(Form("Make the copies", fields, save, meeting=self.meeting, key="copies", note=note))

    def _names(self) -> tuple[tuple[str, str], ...]:
        found = rows(self.conference, self.meeting.procedure)
        return tuple((row.reader, row.name) for row in found if any(cell.gets for cell in row.cells))

    async def _look_and_make(
        self, folder: Path, layouts: tuple[Layout, ...], reader: str, encrypt: "Encrypt | None"
    ) -> None:
        """Read first what may be in no copy; where that is behind the passphrase, ask for it (BA-11)."""
        closed_words = await words_of_closed_slot(self.app, self.meeting)
        if closed_words is None:
            self.notify("No copy was made.", markup=False)
            return
        self.desk.progress = "Making the copies …"
        self.draw()
        app = self.app  # whose work it is: a box that is left takes its own with it
        # Given to no worker as an argument: Textual writes these into the worker's description.
        app.run_worker(
            lambda: self._make(app, folder, layouts, reader, closed_words, encrypt),
            thread=True,
            exclusive=True,
            group="copies",
            description="copies",
            exit_on_error=False,
        )

    def _make(
        self,
        app: App[Any],
        folder: Path,
        layouts: tuple[Layout, ...],
        reader: str,
        closed_words: Sequence[str],
        encrypt: "Encrypt | None",
    ) -> None:
        """Make them. Called in a worker's thread."""
        from conference_tui.documents import pack

        conference, procedure = self.conference, self.meeting.procedure
        hands, self._hands = self._hands, None
        trouble, made = "", pack.Pack()
        mistakes: list[Exception] = []

        def made_so_far(done: int, total: int) -> None:
            if 20 * done // max(total, 1) != 20 * (done - 1) // max(total, 1):  # not of each of a hundred
                app.call_from_thread(self._show_progress, app, done, total)

        try:
            press = pack.Press(conference, procedure, self.meeting.calendar, closed_words=closed_words)
            made = pack.make_copies(
                press,
                pack.copies_for(conference, procedure, reader),
                lambda ready: folder / press.name(ready),
                layouts=layouts,
                encrypt=encrypt,
                progress=made_so_far,
                hands=hands,
            )
        except OSError as error:
            why = error.strerror or str(error)
            trouble = f"The copies could not be written to {folder}: {why}. Name another folder."
        except Exception as error:  # a thread that ended would leave the making at where it was for ever
            trouble = (
                "The program made a mistake, and the copies were not made. The record is not touched by it."
            )
            mistakes.append(error)
        finally:
            if hands:
                hands.close()
        app.call_from_thread(self._finished, app, made, trouble, mistakes)

    def _show_progress(self, app: App[Any], done: int, total: int) -> None:
        tenth = 10 * done // max(total, 1)
        what = "drawn" if 2 * done <= total else "looked through and written"
        self.desk.progress = (
            f"The copies are {what}: {'■' * tenth}{'□' * (10 - tenth)} {100 * done // max(total, 1)} %"
        )
        _draw_what_is_there(app)

    def _finished(self, app: App[Any], made: "Pack", trouble: str, mistakes: Sequence[Exception]) -> None:
        self.desk.progress = ""
        self.desk.take(made)
        held_up = [each for each in made.stopped if each.questions]
        stopped = [each for each in made.stopped if not each.questions]
        self._is_recording = True
        self.meeting.record(*(each.event() for each in made.made))
        self._is_recording = False
        failed = replace(made, stopped=())  # what was stopped stands in rows of its own, where it is answered
        if told := not_made.told(self.meeting, failed, trouble, mistakes):
            app.notify(told, severity="error", timeout=60, markup=False)
        if not trouble:
            pages = sum(each.pages for each in made.made)
            written = (
                f"{len(made.made)} copies, {pages} pages, in {made.made[0].path.parent}." if made.made else ""
            )
            where = "see above" if is_there(self) else "h shows which"
            told = f" {len(stopped)} were stopped: {where}." if stopped else ""
            told += f" {len(held_up)} wait for your answers: {where}." if held_up else ""
            app.notify(f"{written or 'No copy was made.'}{told}", timeout=20, markup=False)
        _draw_what_is_there(app)

    # --- Printing -------------------------------------------------------------------------------------------

    def action_print_copies(self) -> None:
        """Print what one reader gets."""
        if reader := self._under_the_cursor():
            self._printing.print(reader)
        else:
            self.notify("Put the cursor on the one it is printed for.", markup=False)

    def action_cancel(self) -> None:
        """Cancel what is being printed for the reader under the cursor."""
        self._printing.cancel(self._under_the_cursor())


def _draw_what_is_there(app: App[Any]) -> None:
    """Draw the box that is open: the one in which it was asked for may have been left, and another opened."""
    for box in app.screen_stack:
        if isinstance(box, HandingOut) and is_there(box):
            box.draw()


def _nothing(reader: Reader) -> str:
    """That somebody gets nothing; where a plan is the chair's to give, that it is, and why."""
    plans = (Paper.OUTLINE_PLAN, Paper.IN_NEED_OUTLINE)
    left = next((cell for cell in reader.cells if cell.paper in plans and cell.answer == "chair"), None)
    if left is None or left.by_chair:
        return "nothing"
    return f"nothing until you decide · {left.why}"


def _asked_words(questions: Sequence[LeftOut]) -> str:
    """How many questions wait for a reader, and how many of them hold up a copy."""
    held_up = sum(each.holds_up for each in questions)
    count = "1 question" if len(questions) == 1 else f"{len(questions)} questions"
    if not held_up:
        return f"? {count} before the copies are made"
    return f"■ {count} before the copies are made; {held_up} of them {'holds' if held_up == 1 else 'hold'} up a copy"


def _held_words(theirs: Sequence[Held], gets: int) -> str:
    """How many of the papers that somebody gets were made, and what is wrong with those they hold."""
    old = [each for each in theirs if not each.is_current]
    taken = [each for each in theirs if not each.still_gets]
    versions = max(each.copy.version for each in theirs)
    count = len({(each.copy.paper, each.copy.child) for each in theirs if each.still_gets})
    made = f"✓ {count} made" if count >= gets else f"○ {count} of {gets} made"
    parts = [f"{made}, version {versions}" if versions > 1 else made]
    parts += [f"{len(old)} out of date"] if old else []
    parts += [f"{len(taken)} no longer theirs"] if taken else []
    return " · ".join(parts)
