"""What cannot simply be taken back is read back as it will stand, and recorded once a word of it is typed."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from conference_tui.conference.compared import same
from screens.widgets.key_bar import KeyBar
from screens.widgets.typed import Line
from screens.widgets.waiting import let_wait

TITLE = "Read it back, then confirm"
NOT_THAT = "“{}” is not “{}”. Nothing is recorded."
WAITS = "What you typed waits beside the capture line."


class ReadBack(ModalScreen[bool]):
    """Sentences to be read out. Only the word that they ask for records them; Escape goes back to the form."""

    BINDINGS = [
        Binding(
            "escape", "back", "Back, nothing recorded", id="read_back.back", tooltip="Go back to the form"
        ),
    ]

    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]

    def __init__(self, *sentences: str, word: str, also: Sequence[str] = ()) -> None:
        """`word` is what is to be typed; what stands in `also` means the same."""
        super().__init__()
        self._sentences = sentences
        self._word = word
        self._words = (word, *also)

    def compose(self) -> ComposeResult:
        """The sentences, the first one large; what is to be typed, and where."""
        with Vertical(id="box") as box:
            box.border_title = TITLE
            first, *others = self._sentences
            yield Static(Content(first), classes="first")
            for sentence in others:
                yield Static(Content(sentence), classes="says")
            yield Static(Content(f"To record it, type “{self._word}” and Enter."), id="asks")
            yield Line(id="word", compact=True, highlighter=None)
            yield Static("", id="told", markup=False)
            yield KeyBar()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        typed = event.value.strip()
        if any(same(typed, word) for word in self._words):
            self.dismiss(True)
        elif typed:
            self._not_that(typed)

    def _not_that(self, typed: str) -> None:
        """Say so. A slip is typed over; what is more than a slip is somebody's words, and waits."""
        sentence = NOT_THAT.format(typed, self._word)
        if len(typed.split()) > len(self._word.split()) and self.keep_typing():
            sentence = f"{sentence} {WAITS}"
        else:
            self.query_one(Line).action_select_all()
        self.query_one("#told", Static).update(Content(sentence))

    def action_back(self) -> None:
        """Back to the form as it stands."""
        self.keep_typing()
        self.dismiss(False)

    def forget_typing(self) -> None:
        """Empty the line: nothing goes through the door of the closed slot."""
        self.query_one(Line).value = ""

    def keep_typing(self) -> bool:
        """Let what was typed wait beside the capture line; whether there is anything, and such a line."""
        line = self.query_one(Line)
        is_kept = let_wait(self.app, line.value)
        if is_kept:
            line.value = ""
        return is_kept
