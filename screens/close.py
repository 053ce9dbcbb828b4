"""The close: what still holds it up, the closing time, and then the plans on paper (BA-20, HF-10)."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.binding import Binding
from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.plan import HANDED_OUT_BY, OUTLINE_PLAN
from conference_tui.conference.reminders import Reminder, reminders
from conference_tui.conference.text import one_line, say_time
from conference_tui.meeting import Meeting
from screens import amendments, birth, sitting, taking_over, transfer
from screens.calm import is_there
from screens.desk import Desk
from screens.form import Field, Form, Values
from screens.passphrases import words_of_closed_slot
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

if TYPE_CHECKING:
    from conference_tui.documents.pack import Made

AFTERWARDS = ("letter", "outline_plan", "minutes", "corrections", "dissent")
"""The limits that run from the close."""
AFTER_THE_CLOSE = ("addendum", "complaint", "keep", "birth")
"""What keys do that matter only once it is closed."""


class Close(Stage):
    """Nothing is closed over an open question without a typed reason; then the plans are made, shown, printed."""

    ID = "close"
    BINDINGS = [
        Binding("c", "close_it", "Close", id="close.close", tooltip="Close the conference"),
        Binding("h", "hand_out", "Hand out", id="close.hand_out",
                tooltip="For every person what they get, what is left out and why; make, print"),
        Binding("m", "make", "Plans alone", id="close.make",
                tooltip="Make the plans alone as files, one for each child, for one reader"),
        Binding("o", "open_plan", "Open", show=False, id="close.open",
                tooltip="Show the plan the cursor is on"),
        Binding("p", "print_plan", "Print", show=False, id="close.print",
                tooltip="Print the plan the cursor is on"),
        Binding("a", "addendum", "Addendum", show=False, id="close.addendum",
                tooltip="Add something after the close"),
        Binding("x", "complaint", "Complaint", show=False, id="close.complaint",
                tooltip="Record that somebody complained"),
        Binding("b", "birth", "Birth", show=False, id="close.birth",
                tooltip="Enter that an expected child is born"),
        Binding("k", "keep", "Keep until", show=False, id="close.keep", tooltip="How long the record is kept"),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._progress = ""
        """How far the making of the plans is; empty while none are being made."""
        self._told: dict[str, str] = {}
        """What became of the showing or printing of each file, in words."""
        self.desk = Desk()
        self._was_closed = False
        """Whether it was closed when the rows were drawn last."""

    # --- Rows -----------------------------------------------------------------------------------------------

    def rows(self) -> Iterable[Row]:
        """What holds up the close, the close, the plans, and what is due afterwards."""
        if self.conference.closed:
            yield from self._close()
            yield from birth.rows(self)
            yield from birth.papers(self)
            yield from self._plans()
            yield from self._holding_up()
            yield from taking_over.withdrawn(self)
            yield from self._due()
            yield from transfer.rows(self)
            yield from amendments.rows(self)
        else:
            yield from self._holding_up()
            yield from taking_over.withdrawn(self)
            yield from self._close()
            yield from self._plans()
            yield from self._due()
            yield from transfer.rows(self)

    def draw(self) -> None:
        """Show the rows; once it is closed, from the top, where the seal stands, and on what comes next."""
        super().draw()
        is_closed = self.conference.closed is not None
        if is_closed and not self._was_closed:
            keys = [row.key for row in self.sheet.rows]
            self.sheet.highlighted = keys.index("hand out") if "hand out" in keys else None
            self.call_after_refresh(self.sheet.scroll_home, animate=False)
        self._was_closed = is_closed
        self.refresh_bindings()

    def shows_key(self, binding: Binding) -> bool:
        """The keys that can do something: what is added after the close, and before it the close."""
        if self.conference.closed:
            if binding.action == "birth":
                return any(child.unborn for child in self.conference.children.values())
            return binding.action != "close_it" and (binding.show or binding.action in AFTER_THE_CLOSE)
        return binding.show

    def _every_reminder(self) -> tuple[Reminder, ...]:
        found = reminders(self.conference, self.meeting.procedure, self.meeting.calendar)
        return tuple(each for each in found if each.holds_up_close)

    def _holding_up(self) -> Iterable[Row]:
        found = self._every_reminder()
        left = [each for each in found if each.is_open]
        note = "Enter: the chair's reason, which is printed" if left else "nothing ✓"
        title = "Open since the birth" if left and self.conference.births else "Holds up the close"
        yield heading(title if self.conference.closed else "Holds up the close", note)
        for reminder in (*left, *(each for each in found if not each.is_open)):
            yield self._reminder(reminder)

    def _close(self) -> Iterable[Row]:
        closed = self.conference.closed
        yield heading("The close")
        if closed:
            yield Row(
                key="closed", text=plain(f"✓ Closed at {say_time(closed.at)}. What is recorded stands.")
            )
            if sealed := self.conference.close_seal:
                signed = "signed" if sealed.signature else "not signed"
                words = f"{seal.words(sealed)}, {signed} · stands on every plan"
                yield Row(key="seal", text=plain(words))
            return
        yield Row(key="close", text=plain("○ Close the conference · c"), act=self.action_close_it)
        yield from sitting.choice(self.meeting, self.ask)

    def _plans(self) -> Iterable[Row]:
        if self.conference.closed:
            yield heading("Hand out", "h: for everybody what they get")
            words = "○ Make, send and print what each person gets"
            yield Row(key="hand out", text=plain(words), act=self.action_hand_out)
        yield heading("The plans alone", "m: make · o: open · p: print")
        if self._progress:
            yield Row(key="progress", text=plain(self._progress, "$text-warning"))
        latest = {made.child: made for made in self.conference.documents if made.document == OUTLINE_PLAN}
        for child, made in latest.items():
            told = f"\n    {self._told[made.file]}" if made.file in self._told else ""
            words = f"✓ {self.conference.name(child)} · for {made.recipient}\n    {made.file}{told}"
            yield Row(
                key=f"plan:{made.file}", text=plain(words), act=partial(self.show_plan, Path(made.file))
            )
        if not latest and not self._progress:
            words = (
                "○ Make the plans alone, a file for each child"
                if self.conference.closed
                else "They are made once the conference is closed."
            )
            act = self.action_make if self.conference.closed else None
            yield Row(key="make", text=plain(words), act=act)

    def _due(self) -> Iterable[Row]:
        found = due_dates(self.conference, self.meeting.procedure, self.meeting.calendar)
        after = [due.deadline for due in found if due.deadline.key in AFTERWARDS]
        yield heading("Due afterwards")
        for deadline in after:
            head = Content.assemble(plain(deadline.when, "bold"), plain(f"  {deadline.what}"))
            rule = plain(f"    {deadline.sentence}", "$text-muted")
            yield Row(key=f"due:{deadline.key}", text=Content("\n").join([head, rule]))

    # --- The close ------------------------------------------------------------------------------------------

    def action_close_it(self) -> None:
        """Close the conference at a time, unless something holds it up."""
        if self.conference.closed:
            self.notify(
                "The conference is closed. What is missing is added with a: an addendum.", markup=False
            )
            return

        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When did the meeting end?")
            self.meeting.record(e.ConferenceClosed(at=at))

        field = Field(
            name="at",
            label="Closed at",
            value=say_time(self.meeting.clock().time()),
            hint="for example 15:50",
        )
        note = (
            "After the close what is recorded stands, and the plans can be made. The close is not taken back; "
            "an addendum can be added."
        )
        self.ask(Form("Close the conference", [field], save, meeting=self.meeting, key="close", note=note))

    # --- After the close ------------------------------------------------------------------------------------

    def action_addendum(self) -> None:
        """Add something to what was recorded."""
        self._amend(amendments.addendum)

    def action_complaint(self) -> None:
        """Take down a complaint."""
        self._amend(amendments.complaint_received)

    def action_birth(self) -> None:
        """Enter that a child who was expected is born, which the close does not hinder (HF-1)."""
        birth.ask(self)

    def action_keep(self) -> None:
        """Say how long the record is kept."""
        self.ask(amendments.retention(self.meeting))

    def _amend(self, form: Callable[[Meeting], Form]) -> None:
        if self.conference.closed:
            self.ask(form(self.meeting))
        else:
            self.notify("That comes after the close. Until then, record it where it belongs.", markup=False)

    # --- Handing out ----------------------------------------------------------------------------------------

    def action_hand_out(self) -> None:
        """Who gets what, and making it."""
        from screens.handing_out import HandingOut

        self.app.push_screen(HandingOut(self.meeting, self.desk))

    # --- Making the plans -----------------------------------------------------------------------------------

    def action_make(self) -> None:
        """Ask for the folder and for whom, then make the plans while the screen stays live."""
        if not self.conference.closed:
            self.notify("Close the conference first: the plans are made from what stands then.", markup=False)
            return
        if self._progress:
            self.notify("The plans are being made.", markup=False)
            return

        def save(values: Values) -> None:
            typed = values.needed("folder", values.line("folder"), "In which folder?")
            recipient = values.needed("recipient", values.line("recipient"), "For whom are they?")
            self._look_and_make(Path(typed).expanduser().absolute(), recipient)

        fields = [
            Field(name="folder", label="Folder", value=str(default_folder(self.meeting))),
            Field(name="recipient", label="For", value=HANDED_OUT_BY, hint="who gets them; it is recorded"),
        ]
        note = "One file for each child with a plan, with nothing of the others in it. Only you can read them there."
        self.ask(Form("Make the plans", fields, save, meeting=self.meeting, key="plans", note=note))

    @work(group="ask for plans")
    async def _look_and_make(self, folder: Path, recipient: str) -> None:
        """Read first what may be in no plan; where that is behind the passphrase, ask for it (BA-11)."""
        closed_words = await words_of_closed_slot(self.app, self.meeting)
        if closed_words is None:
            self.notify("No plan was made.", markup=False)
            return
        self._progress = "Making the plans …"
        self.draw()
        # An argument of a decorated worker would stand in its description, in words.
        self.run_worker(
            lambda: self._make(folder, recipient, closed_words),
            thread=True,
            exclusive=True,
            group="plans",
            exit_on_error=False,
        )

    def _make(self, folder: Path, recipient: str, closed_words: Sequence[str]) -> None:
        from conference_tui.documents.fonts import UnprintableCharacter
        from conference_tui.documents.pack import Leak, make_plans
        from conference_tui.documents.reading import Unreadable

        trouble, made = "", []
        try:
            made = make_plans(
                self.conference,
                self.meeting.procedure,
                self.meeting.calendar,
                folder,
                self._made_so_far,
                closed_words=closed_words,
            )
        except UnprintableCharacter as character:
            trouble = f"{character} No plan was written. Correct that entry and make them again."
        except (Leak, Unreadable) as found:
            trouble = (
                f"{found} No plan was written. Correct the entry, or hand the plans out one by one with h."
            )
        except OSError as error:
            why = error.strerror or str(error)
            trouble = f"The plans could not be written to {folder}: {why}. Name another folder."
        self.app.call_from_thread(self._finished, made, recipient, trouble)

    def _made_so_far(self, done: int, total: int) -> None:
        """Called in the worker's thread."""
        self.app.call_from_thread(self._show_progress, done, total)

    def _show_progress(self, done: int, total: int) -> None:
        self._progress = f"Making the plans: {done} of {total} {'■' * done}{'□' * (total - done)}"
        if is_there(self):
            self.draw()

    def _finished(self, made: "list[Made]", recipient: str, trouble: str) -> None:
        self._progress = ""
        self.record(*(each.event(recipient) for each in made))
        if trouble:
            self.notify(trouble, title="No plans", severity="error", timeout=60, markup=False)
        elif not made:
            self.notify("No child has a plan, so there is none to make.", markup=False)
        else:
            pages = sum(each.pages for each in made)
            self.notify(f"{len(made)} plans, {pages} pages, in {made[0].path.parent}", markup=False)
        if is_there(self):
            self.draw()

    # --- Showing and printing -------------------------------------------------------------------------------

    def _plan_under_the_cursor(self) -> Path | None:
        """The plan that the cursor is on; the only one where there is one."""
        place = self.sheet.highlighted
        key = self.sheet.rows[place].key if place is not None else ""
        files = [row.key.removeprefix("plan:") for row in self.sheet.rows if row.key.startswith("plan:")]
        if key.startswith("plan:"):
            return Path(key.removeprefix("plan:"))
        if len(files) == 1:
            return Path(files[0])
        words = (
            "Put the cursor on the plan that is meant." if files else "There is no plan yet: m makes them."
        )
        self.notify(words, markup=False)
        return None

    def action_open_plan(self) -> None:
        """Show the plan the cursor is on."""
        if path := self._plan_under_the_cursor():
            self.show_plan(path)

    def show_plan(self, path: Path) -> None:
        """Show a plan in the program that this computer has for it."""
        self._show(path)

    @work(thread=True, group="open", exit_on_error=False)
    def _show(self, path: Path) -> None:
        from conference_tui.documents.printing import CannotOpen, open_file

        if not path.is_file():
            gone = f"The file is no longer there: {path}. m makes the plans again."
            self.app.call_from_thread(self._tell, path, gone)
            return
        try:
            open_file(path)
        except CannotOpen as trouble:
            self.app.call_from_thread(self._tell, path, str(trouble))

    def action_print_plan(self) -> None:
        """Print the plan the cursor is on; where there are several printers, ask which."""
        if path := self._plan_under_the_cursor():
            self._find_printer(path)

    @work(thread=True, group="print", exit_on_error=False)
    def _find_printer(self, path: Path) -> None:
        from conference_tui.documents.printing import queues

        found = queues()
        if len(found) > 1:
            self.app.call_from_thread(self._ask_printer, path, [queue.name for queue in found])
        else:
            self._print(path, found[0].name if found else "")

    def _ask_printer(self, path: Path, names: list[str]) -> None:
        if not is_there(self):
            return  # the program was locked meanwhile: nothing may be asked in front of the lock

        def save(values: Values) -> None:
            self._print_on(path, values.needed("queue", values.one("queue"), "On which printer?"))

        options = tuple((name, name) for name in names)
        field = Field(name="queue", label="Printer", kind="one", options=options)
        self.ask(Form("Print the plan", [field], save, note=path.name, key="printer"))

    @work(thread=True, group="print", exit_on_error=False)
    def _print_on(self, path: Path, queue: str) -> None:
        self._print(path, queue)

    def _print(self, path: Path, queue: str) -> None:
        """Print and follow the job to its end. Called in a worker's thread."""
        from conference_tui.documents.printing import print_file

        def watched(news: str) -> None:
            self.app.call_from_thread(self._note_printing, path, news)

        try:
            told = print_file(path, queue, watched=watched).told
        except OSError as error:
            told = f"Nothing was printed: {path} cannot be read ({error.strerror or error})."
        self.app.call_from_thread(self._tell, path, told)

    def _note_printing(self, path: Path, words: str) -> None:
        """Show what is known of a file's printing, beside the file."""
        self._told[str(path)] = one_line(words)
        if is_there(self):  # the program may have been locked meanwhile
            self.draw()

    def _tell(self, path: Path, words: str) -> None:
        """Show it and say it; but not in front of the lock, where everybody would read it."""
        self._note_printing(path, words)
        if is_there(self):
            self.notify(words, timeout=20, markup=False)


def default_folder(meeting: Meeting) -> Path:
    """Where plans are put if nothing else is said: under the user's documents, else beside the record's folder."""
    from platformdirs import user_documents_path

    ref = re.sub(r"[^\w.-]+", "-", meeting.conference.ref).strip("-.") or "conference"
    documents = user_documents_path()
    return (documents if documents.is_dir() else meeting.folder.path.parent) / ref
