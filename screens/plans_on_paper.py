"""The plans of the children, once the conference is closed: made as files, shown, printed (BA-20)."""

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.conference.plan import HANDED_OUT_BY, OUTLINE_PLAN
from conference_tui.conference.text import one_line
from screens import not_made
from screens.calm import is_there
from screens.desk import default_folder
from screens.form import Field, Form, Values
from screens.passphrases import words_of_closed_slot
from screens.printers import Printing, find_printer
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

if TYPE_CHECKING:
    from conference_tui.documents.pack import Pack


class PlansOnPaper:
    """The plans, on a stage that shows how far they are. What can wait is done in threads; the screen stays live."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._progress = ""
        """How far the making of the plans is; empty while none are being made."""
        self._told: dict[str, str] = {}
        """What became of the showing or printing of each file, in words."""

    def rows(self) -> Iterable[Row]:
        """Each plan that was made, or that they can be made."""
        conference = self._stage.conference
        yield heading("The plans alone", "m: make · o: open · p: print")
        if self._progress:
            yield Row(key="progress", text=plain(self._progress, "$text-warning"))
        latest = {made.child: made for made in conference.documents if made.document == OUTLINE_PLAN}
        for child, made in latest.items():
            told = f"\n    {self._told[made.file]}" if made.file in self._told else ""
            words = f"✓ {conference.name(child)} · for {made.recipient}\n    {made.file}{told}"
            yield Row(key=f"plan:{made.file}", text=plain(words), act=partial(self._show, Path(made.file)))
        if not latest and not self._progress:
            words = (
                "○ Make the plans alone, a file for each child"
                if conference.closed
                else "They are made once the conference is closed."
            )
            yield Row(key="make", text=plain(words), act=self.make if conference.closed else None)

    # --- Making -------------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Ask for the folder and for whom, then make the plans."""
        stage = self._stage
        if not stage.conference.closed:
            stage.notify(
                "Close the conference first: the plans are made from what stands then.", markup=False
            )
            return
        if self._progress:
            stage.notify("The plans are being made.", markup=False)
            return

        def save(values: Values) -> None:
            typed = values.needed("folder", values.line("folder"), "In which folder?")
            recipient = values.needed("recipient", values.line("recipient"), "For whom are they?")
            folder = Path(typed).expanduser().absolute()
            stage.run_worker(self._look_and_make(folder, recipient), group="ask for plans")

        fields = [
            Field(name="folder", label="Folder", value=str(default_folder(stage.meeting))),
            Field(name="recipient", label="For", value=HANDED_OUT_BY, hint="who gets them; it is recorded"),
        ]
        note = "One file for each child with a plan, with nothing of the others in it. Only you can read them there."
        stage.ask(Form("Make the plans", fields, save, meeting=stage.meeting, key="plans", note=note))

    async def _look_and_make(self, folder: Path, recipient: str) -> None:
        """Read first what may be in no plan; where that is behind the passphrase, ask for it (BA-11)."""
        stage = self._stage
        closed_words = await words_of_closed_slot(stage.app, stage.meeting)
        if closed_words is None:
            stage.notify("No plan was made.", markup=False)
            return
        self._progress = "Making the plans …"
        stage.draw()
        # An argument of a decorated worker would stand in its description, in words.
        stage.run_worker(
            lambda: self._make(folder, recipient, closed_words),
            thread=True,
            exclusive=True,
            group="plans",
            exit_on_error=False,
        )

    def _make(self, folder: Path, recipient: str, closed_words: Sequence[str]) -> None:
        """Called in a worker's thread."""
        from conference_tui.documents.pack import Pack, make_plans

        stage, trouble, made = self._stage, "", Pack()
        mistakes: list[Exception] = []
        try:
            made = make_plans(
                stage.conference,
                stage.meeting.procedure,
                stage.meeting.calendar,
                folder,
                self._made_so_far,
                closed_words=closed_words,
            )
        except OSError as error:
            why = error.strerror or str(error)
            trouble = f"The plans could not be written to {folder}: {why}. Name another folder."
        except Exception as error:  # a thread that ended would leave the making at where it was for ever
            trouble = (
                "The program made a mistake, and the plans were not made. The record is not touched by it."
            )
            mistakes.append(error)
        stage.app.call_from_thread(self._finished, made, recipient, trouble, mistakes)

    def _made_so_far(self, done: int, total: int) -> None:
        """Called in the worker's thread."""
        self._stage.app.call_from_thread(self._show_progress, done, total)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress = f"Making the plans: {done} of {total} {'■' * done}{'□' * (total - done)}"
        self._draw()

    def _finished(self, pack: "Pack", recipient: str, trouble: str, mistakes: Sequence[Exception]) -> None:
        stage, made = self._stage, pack.made
        self._progress = ""
        stage.record(*(each.event(recipient) for each in made))
        if told := not_made.told(stage.meeting, pack, trouble, mistakes):
            hint = " Correct the entry, or hand the plans out one by one with h." if pack.stopped else ""
            stage.notify(told + hint, title="Not made", severity="error", timeout=60, markup=False)
        elif not made:
            stage.notify("No child has a plan, so there is none to make.", markup=False)
        if made:
            pages = sum(each.pages for each in made)
            count = "1 plan" if len(made) == 1 else f"{len(made)} plans"
            stage.notify(f"{count}, {pages} pages, in {made[0].path.parent}", markup=False)
        self._draw()

    # --- Showing ------------------------------------------------------------------------------------------------

    def show(self) -> None:
        """Show the plan the cursor is on, in the program that this computer has for it."""
        if path := self._under_the_cursor():
            self._show(path)

    def _under_the_cursor(self) -> Path | None:
        """The plan that the cursor is on; the only one where there is one."""
        sheet = self._stage.sheet
        key = sheet.rows[sheet.highlighted].key if sheet.highlighted is not None else ""
        files = [row.key.removeprefix("plan:") for row in sheet.rows if row.key.startswith("plan:")]
        if key.startswith("plan:"):
            return Path(key.removeprefix("plan:"))
        if len(files) == 1:
            return Path(files[0])
        words = (
            "Put the cursor on the plan that is meant." if files else "There is no plan yet: m makes them."
        )
        self._stage.notify(words, markup=False)
        return None

    def _show(self, path: Path) -> None:
        work = partial(self._open, path)
        self._stage.run_worker(
            work, thread=True, group="open", exit_on_error=False, description="showing a plan"
        )

    def _open(self, path: Path) -> None:
        """Called in a worker's thread."""
        from conference_tui.documents.printing import CannotOpen, open_file

        app = self._stage.app
        if not path.is_file():
            gone = f"The file is no longer there: {path}. m makes the plans again."
            app.call_from_thread(self.tell, path, gone)
            return
        try:
            open_file(path)
        except CannotOpen as trouble:
            app.call_from_thread(self.tell, path, str(trouble))

    # --- Printing -----------------------------------------------------------------------------------------------

    def print(self) -> None:
        """Print the plan the cursor is on; where there are several printers, ask which."""
        if path := self._under_the_cursor():
            find_printer(self._stage, self.printing(path))

    def printing(self, path: Path) -> Printing:
        """What is to be printed of a plan."""
        return Printing(title="Print the plan", note=path.name, print_on=partial(self._print, path))

    def _print(self, path: Path, queue: str) -> None:
        """Print and follow the job to its end. Called in a worker's thread."""
        from conference_tui.documents.printing import print_file

        def watched(news: str) -> None:
            self._stage.app.call_from_thread(self._note_printing, path, news)

        try:
            told = print_file(path, queue, watched=watched).told
        except OSError as error:
            told = f"Nothing was printed: {path} cannot be read ({error.strerror or error})."
        self._stage.app.call_from_thread(self.tell, path, told)

    def _note_printing(self, path: Path, words: str) -> None:
        """Show what is known of a file's printing, beside the file."""
        self._told[str(path)] = one_line(words)
        self._draw()

    def tell(self, path: Path, words: str) -> None:
        """Show it and say it; but not in front of the lock, where everybody would read it."""
        self._note_printing(path, words)
        if is_there(self._stage):
            self._stage.notify(words, timeout=20, markup=False)

    def _draw(self) -> None:
        if is_there(self._stage):  # the program may have been locked meanwhile
            self._stage.draw()
