"""The conferences of this laptop: resume one, find one, begin a new one."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from conference_tui.conference import events as e
from conference_tui.conference.compared import holds
from conference_tui.conference.text import say_date
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from screens.calm import is_there
from screens.widgets.key_bar import KeyBar
from screens.widgets.sheet import Row, Sheet, heading, plain

if TYPE_CHECKING:
    from conference_tui.conferences import Summary
    from conference_tui.reviews import Last
    from screens.form import Form
    from screens.unbegun import Unbegun

KINDS = {
    e.Kind.INITIAL: "initial",
    e.Kind.REVIEW: "review",
    e.Kind.PRE_BIRTH: "pre-birth",
    e.Kind.TRANSFER_IN: "transfer-in",
}
"""The kinds of conference in words."""


class Home(Screen[None]):
    """A list with a line to search in. Nothing of a closed slot is ever in it."""

    BINDINGS = [
        Binding("f1", "help", "Help", id="home.help", tooltip="The keys, and what the list can do"),
        Binding(
            "f2", "new", "New conference", id="home.new", tooltip="Set up a conference that is not there yet"
        ),
        Binding("f3", "look", "Look", id="home.look", tooltip="Read everything recorded, without opening it"),
        Binding(
            "f4",
            "review",
            "Review",
            id="home.review",
            tooltip="Open the review of the closed conference under the cursor, with its plan and its map",
        ),
        Binding("down", "to_list", "To the list", show=False),
        Binding("ctrl+t", "app.next_theme", "Colours", id="home.theme"),
        Binding("ctrl+q", "app.quit", "Quit", id="home.quit"),
    ]

    ONLY_COMMANDS = [
        (
            "Review from a file…",
            "Open the review of a conference that is not here, out of what was handed over",
            "review_archive",
        ),
        ("Archive…", "Put the conference under the cursor into one file, under a passphrase", "archive"),
        ("Erase…", "Destroy the conference under the cursor for ever", "erase"),
    ]
    """What is found by its name alone: too rare for a key."""

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.folder = folder
        self._found: tuple[Summary, ...] = ()
        self._unbegun: Unbegun | None = None

    def compose(self) -> ComposeResult:
        """A title, a search line, the list, a remark about what cannot be read."""
        with Vertical(id="home"):
            yield Static(Content.styled("Child protection conferences", "bold $text-accent"), id="title")
            yield Input(placeholder="search by reference, child, chair or date", id="search", compact=True)
            yield Sheet()
            yield Static("", id="remark", markup=False)
        yield KeyBar()

    def on_unmount(self) -> None:
        """Let go of what was being typed: the program ends, or locks."""
        if self._unbegun:
            self._unbegun.close()

    def on_screen_resume(self) -> None:
        """Here for the first time, or back from a conference: read the list."""
        if self.app.is_closing:  # type: ignore[attr-defined]
            self.query_one(Sheet).show([Row(key="closing", text=plain("Saving …", "$text-muted"))])
        else:
            self.read()

    def read(self) -> None:
        """Read the list anew."""
        self._read()

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        from conference_tui.conferences import summaries  # the first frame does not wait for it

        try:
            found = summaries(self.folder)
            remark = _remark(self.folder)
        except StoreError as trouble:
            found, remark = (), str(trouble)
        self.app.call_from_thread(self._show, found, remark)

    def _show(self, found: "tuple[Summary, ...]", remark: str) -> None:
        if not is_there(self):
            return  # the program was locked meanwhile
        self._found = found
        self.query_one("#remark", Static).update(Content(remark))
        self._draw()

    def action_help(self) -> None:
        """The keys, and what the list can do."""
        from screens.help import of_list

        self.app.push_screen(of_list(self.app))

    @on(Input.Changed)
    def _searched(self) -> None:
        self._draw()

    @on(Input.Submitted)
    def action_to_list(self) -> None:
        """From the search line into the list."""
        self.query_one(Sheet).focus()

    def _draw(self) -> None:
        wanted = self.query_one("#search", Input).value.split()
        fitting = [each for each in self._found if all(holds(_searchable(each), word) for word in wanted)]
        running = [each for each in fitting if not each.is_closed]
        closed = [each for each in fitting if each.is_closed]
        rows = []
        if running:
            rows += [
                heading("To be held, and running", "Enter opens"),
                *(self._row(each) for each in running),
            ]
        if closed:
            rows += [heading("Closed", "Enter opens"), *(self._row(each) for each in closed)]
        if not rows:
            words = "Nothing fits." if self._found else "There is no conference here yet. F2 begins one."
            rows = [Row(key="none", text=plain(words, "$text-muted"))]
        self.query_one(Sheet).show(rows)

    def _row(self, summary: "Summary") -> Row:
        held = say_date(summary.held) if summary.held else "no date yet"
        kind = KINDS[summary.kind] if summary.kind else ""
        first = Content.assemble((summary.ref or "not readable", "bold"), f"   {kind}  {held}")
        second = plain(f"    {', '.join(summary.children) or 'no child entered'}", "$text-muted")
        lines = [first, second]
        if summary.keep_until and summary.keep_until < self._today():
            over = f"    Was to be kept until {say_date(summary.keep_until)}: erase it (Ctrl+P, “Erase…”), or set another day."
            lines.append(plain(over, "$text-warning"))
        if summary.trouble:
            lines.append(plain(f"    {summary.trouble}", "$text-warning"))
        open_it = partial(self._open, summary.record)
        return Row(key=summary.record, text=Content("\n").join(lines), act=open_it)

    def _today(self) -> date:
        clock: Callable[[], datetime] = self.app.clock  # type: ignore[attr-defined]
        return clock().date()

    def _under_the_cursor(self) -> "Summary | None":
        """The conference that the cursor is on; the only one where there is one."""
        sheet = self.query_one(Sheet)
        at = sheet.rows[sheet.highlighted].key if sheet.highlighted is not None else ""
        found = next((each for each in self._found if each.record == at), None)
        if found is None and len(self._found) == 1:
            return self._found[0]
        if found is None:
            self.notify("Put the cursor on the conference that is meant.", markup=False)
        return found

    def action_look(self) -> None:
        """Read everything recorded in a conference; nothing of it can be changed then."""
        from screens.keeping import looking

        if summary := self._under_the_cursor():
            self.app.push_screen(looking(self.folder, summary.record))

    def action_archive(self) -> None:
        """Put a conference into one file."""
        from screens.keeping import archiving

        def done(where: str | None) -> None:
            if where:
                self.notify(f"The archive is in {where}.", timeout=20, markup=False)

        if summary := self._under_the_cursor():
            self.app.push_screen(archiving(self.folder, summary.record, summary.ref), done)

    def action_erase(self) -> None:
        """Destroy a conference; what is kept is that it was there, who erased it and why."""
        from screens.keeping import erasing

        if summary := self._under_the_cursor():
            name = summary.ref or summary.record

            def done(was_saved: bool | None) -> None:
                if was_saved:
                    self.notify(f"{name} is erased.", markup=False)

            self.app.push_screen(erasing(self.folder, summary.record, name), done)

    def _open(self, record: str) -> None:
        self.app.open_conference(record)  # type: ignore[attr-defined]

    def action_new(self) -> None:
        """Ask for what a conference needs to begin, then go to its set-up."""
        from screens.beginning import new_form

        closed = [each for each in self._known() if each.is_closed and not each.trouble]
        self._begin(lambda keeps, opened: new_form(self.folder, closed, keeps, opened))

    def _known(self) -> "tuple[Summary, ...]":
        """The conferences of the folder, also while the list is still being read."""
        from conference_tui.conferences import summaries

        try:
            return self._found or summaries(self.folder)
        except StoreError:
            return ()

    def action_review(self) -> None:
        """Open the review of the closed conference under the cursor, with everything carried over."""
        if summary := self._under_the_cursor():
            self.review(summary.record)

    def review(self, record: str) -> None:
        """Ask what the review of a conference is called, or say why there can be none."""
        from conference_tui import reviews

        try:
            last = reviews.of_record(self.folder, record)
        except StoreError as trouble:
            self.notify(str(trouble), severity="error", markup=False)
            return
        self._begin_review(last)

    def action_review_archive(self) -> None:
        """Open a review from the archive of the conference before it."""
        from screens import beginning

        read: list[bytes] = []

        def named(was_read: bool | None) -> None:
            if was_read:
                self._begin_from(read[-1])

        self.app.push_screen(beginning.which_archive(read.append), named)

    def _begin_from(self, content: bytes) -> None:
        from conference_tui.exchange import sealed
        from screens import beginning

        if sealed.is_sealed(content):
            opened: list[Last] = []

            def done(word: str | None) -> None:
                if word:
                    self._begin_review(opened[-1])

            self.app.push_screen(beginning.its_passphrase(content, opened.append), done)
            return
        try:
            self._begin_review(beginning.archived(content))
        except StoreError as trouble:
            self.notify(str(trouble), severity="error", markup=False)

    def _begin_review(self, last: "Last") -> None:
        from screens.beginning import review_form

        if last.refusal:
            self.notify(last.refusal, severity="warning", markup=False)
        else:
            self._begin(lambda keeps, opened: review_form(self.folder, last, keeps, opened))

    def _begin(self, form: "Callable[[Unbegun, Callable[[str], None]], Form]") -> None:
        """Ask for a conference, whose typing is kept meanwhile, and open it."""
        from screens.unbegun import Unbegun

        made: list[str] = []
        keeps = self._unbegun = Unbegun(self.folder)

        def saved(was_saved: bool | None) -> None:
            keeps.close()
            if was_saved:
                self._open(made[-1])

        self.app.push_screen(form(keeps, made.append), saved)


def _searchable(summary: "Summary") -> str:
    held = f"{say_date(summary.held)} {summary.held.isoformat()}" if summary.held else ""
    return f"{summary.ref} {' '.join(summary.children)} {summary.chair} {held}"


def _remark(folder: Folder) -> str:
    from conference_tui.conferences import missing_files

    told = []
    if folder.is_throw_away:
        told.append("A folder for trying things out: not protected.")
    if folder.has_vault and not folder.recovery_is_noted:
        told.append(
            "The recovery key is on no paper yet, as far as is known here. Ctrl+P, “New recovery key”, makes another."
        )
    if keyless := len(folder.without_key()):
        told.append(
            f"{keyless} more here cannot be opened: the key is not in keys.json. Nothing has been changed."
        )
    if missing := len(folder.without_record()):
        told.append(missing_files(missing))
    return "\n".join(told)
