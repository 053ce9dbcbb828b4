"""The recovery key, shown once: printed or written down, and two groups of it typed back."""

import re
import secrets
from collections.abc import Callable
from datetime import date

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Label, Static

from screens.blank import may_ask
from screens.calm import is_there
from screens.form import Field, Form, Values
from screens.widgets.key_bar import KeyBar
from screens.widgets.typed import Line

SAYS = (
    "This recovery key opens the conferences when the passphrase is lost. It is shown this once.",
    "Print it with p, or write it down. Keep it in the authority's safe, and never beside the computer.",
)
NO_PRINTER = "Nothing was printed: this computer has no printer set up. Write the key down."
_WIDE = 76
"""Columns from which four groups stand in a row; in a narrower terminal two."""
_ASKED = 2


def groups_of(key: str) -> list[str]:
    """The groups of a recovery key, in their order."""
    return [group for group in re.split(r"[\s-]+", key) if group]


class Shown(VerticalScroll):
    """Scrolls where the terminal is very small, and has the keyboard."""


class RecoveryKey(ModalScreen[None]):
    """Large, in numbered groups. It is left only through the two groups."""

    BINDINGS = [
        Binding("p", "print", "Print", id="recovery.print", tooltip="Print it on a sheet of its own"),
        Binding("enter", "go_on", "It is on paper", id="recovery.on", tooltip="Type two groups of it back"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(
        self,
        key: str,
        *,
        today: Callable[[], date],
        ask_for: Callable[[int], list[int]] = lambda count: secrets.SystemRandom().sample(
            range(count), _ASKED
        ),
    ) -> None:
        """Show `key`. `ask_for` says which of so many groups are typed back, counted from 0."""
        super().__init__()
        self._groups = groups_of(key)
        self._today = today
        self._ask_for = ask_for

    def compose(self) -> ComposeResult:
        """What it is, the groups, what became of the printing."""
        with Vertical(id="box") as box:
            box.border_title = "Recovery key"
            for sentence in SAYS:
                yield Static(Content(sentence), classes="says")
            with Shown():
                yield Static(self._large(), id="key")
            yield Static("", id="told", markup=False)
            yield KeyBar()

    def on_mount(self) -> None:
        """The keys are this screen's."""
        self.query_one(Shown).focus()

    def on_resize(self) -> None:
        """As many groups in a row as there is room for."""
        self.query_one("#key", Static).update(self._large())

    def _large(self) -> Content:
        """Some groups in a row, each letter apart, each group with its number."""
        rows, in_a_row = [], 4 if self.app.size.width >= _WIDE else 2
        for first in range(0, len(self._groups), in_a_row):
            row = enumerate(self._groups[first : first + in_a_row], first + 1)
            pieces = [
                Content.assemble((f"{number:>2}  ", "$text-muted"), (" ".join(group), "bold $text-accent"))
                for number, group in row
            ]
            rows.append(Content("    ").join(pieces))
        return Content("\n\n").join(rows)

    def action_go_on(self) -> None:
        """Ask for two groups; the key goes from the screen meanwhile."""
        asked = sorted(self._ask_for(len(self._groups)))
        wanted = [(number + 1, self._groups[number]) for number in asked]
        self.app.push_screen(TypedBack(wanted), self._typed_back)

    def _typed_back(self, was_right: bool | None) -> None:
        if was_right:
            self.dismiss(None)

    # --- Printing -------------------------------------------------------------------------------------------

    def action_print(self) -> None:
        """Print the sheet; where there are several printers, ask which."""
        self.tell("Looking for a printer …")
        self._find_printer()

    @work(thread=True, exclusive=True, group="sheet")
    def _find_printer(self) -> None:
        from conference_tui.documents.printing import queues

        found = [queue.name for queue in queues()]
        if len(found) > 1:
            self.app.call_from_thread(self._ask_printer, found)
        else:
            self._print(found[0] if found else "")

    def _ask_printer(self, names: list[str]) -> None:
        if not may_ask(self):
            return

        def save(values: Values) -> None:
            self._print_on(values.needed("queue", values.one("queue"), "On which printer?"))

        options = tuple((name, name) for name in names)
        field = Field(name="queue", label="Printer", kind="one", options=options, chosen=(names[0],))
        note = "Choose one that stands in your sight: whoever takes the sheet has the key."
        self.app.push_screen(Form("Print the recovery sheet", [field], save, note=note), self._chose)

    def _chose(self, was_saved: bool | None) -> None:
        if not was_saved:
            self.tell("Nothing was printed.")

    @work(thread=True, group="sheet")
    def _print_on(self, queue: str) -> None:
        self._print(queue)

    def _print(self, queue: str) -> None:
        """Make the sheet in memory and hand it to the printer. Called in a worker's thread."""
        from conference_tui.documents.printing import Fate, print_document
        from conference_tui.documents.recovery_sheet import draw_sheet

        def watched(news: str) -> None:
            self.app.call_from_thread(self.tell, news)

        try:
            printing = print_document(draw_sheet(self._groups, self._today()), queue, watched=watched)
        except OSError as error:
            told = f"Nothing was printed ({error.strerror or error}). Write the key down."
        else:
            has_printer = printing.fate not in (Fate.NO_PRINTER, Fate.NO_PROGRAM)
            told = printing.told if has_printer else NO_PRINTER
        self.app.call_from_thread(self.tell, told)

    def tell(self, words: str) -> None:
        """Show what became of the printing."""
        if is_there(self):
            self.query_one("#told", Static).update(Content(words))


class TypedBack(ModalScreen[bool]):
    """Two groups are typed from the paper: what is on no paper is found out now, and not when it is needed."""

    BINDINGS = [Binding("escape", "leave", "Show the key again", id="recovery.again")]

    def __init__(self, wanted: list[tuple[int, str]]) -> None:
        """Ask for these groups, each with its number."""
        super().__init__()
        self._wanted = wanted

    def compose(self) -> ComposeResult:
        """A field for each group."""
        with Vertical(id="box") as box:
            box.border_title = "From the paper"
            yield Static(Content("Type these groups as they stand on your paper."), classes="says")
            with Grid(id="fields"):
                for number, _ in self._wanted:
                    yield Label(Content(f"Group {number}"), classes="name")
                    yield Line(id=f"group-{number}", compact=True, highlighter=None)
            yield Static("", id="told", markup=False)
            yield KeyBar()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        for number, group in self._wanted:
            field = self.query_one(f"#group-{number}", Input)
            if field is event.input and not is_same(field.value, group):
                self.query_one("#told", Static).update(
                    Content(f"Group {number} reads differently. Look again; Escape shows the key.")
                )
                return
        wrong = [
            n for n, group in self._wanted if not is_same(self.query_one(f"#group-{n}", Input).value, group)
        ]
        if wrong:
            self.query_one(f"#group-{wrong[0]}", Input).focus()
        else:
            self.dismiss(True)

    def action_leave(self) -> None:
        """Back to the key."""
        self.dismiss(False)


_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def is_same(typed: str, group: str) -> bool:
    """Whether both read alike: capitals or not, O for 0, I or L for 1."""
    return re.sub(r"[\s-]", "", typed).upper().translate(_MISREAD) == group.upper().translate(_MISREAD)
