"""What the procedure says at a stage, and the keys: all from where they are declared."""

from collections.abc import Iterator

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import TITLES
from screens.stage import Stage


class Help(ModalScreen[None]):
    """A page to read. Any of Escape, F1 and q leaves it."""

    BINDINGS = [Binding("escape,f1,q,question_mark", "dismiss", "Back")]

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def compose(self) -> ComposeResult:
        """A box with text that scrolls."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._stage.item.title)
            with VerticalScroll():
                yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        item, procedure = self._stage.item, self._stage.meeting.procedure
        yield _title(f"What the procedure says ({procedure.title})")
        yield Content(item.says)
        if item.source:
            yield Content.styled(f"Source: {procedure.source_of(item)}", "$text-muted")
        yield Content("")
        yield _title("Keys at this stage")
        yield from _keys(binding for binding in type(self._stage).BINDINGS if isinstance(binding, Binding))
        yield Content("  /        Find a row by a part of it; Enter then does what the row does")
        yield Content("")
        yield _title("In a form")
        yield Content(
            "  Arrows or first letters go through a choice; Space ticks where several can be ticked."
        )
        yield Content("  Ctrl+S records. Escape leaves; what was typed is there again next time.")
        yield Content("")
        over, screen = self.app.screen_stack[-2], _meeting_beneath(self.app)
        if over is not screen:
            yield _title("Keys in the box that is open")
            yield from _keys(binding for binding in type(over).BINDINGS if isinstance(binding, Binding))
            yield Content("")
        yield _title("Keys everywhere")
        yield from _keys(binding for binding in type(screen).BINDINGS if isinstance(binding, Binding))
        yield from _keys(binding for binding in type(self.app).BINDINGS if isinstance(binding, Binding))
        yield Content("")
        yield _title("The capture line")
        yield Content("name mark children: words      nandra - teddy: wet at school four times")
        for mark, column in MARKS.items():
            yield Content(f"  {mark:<3} {TITLES[column]}")
        yield Content("  A line that names no child is about all of them.")
        yield Content("  >   about a child, in no column       !   behind a mark: new to the family today")
        yield Content('  "   in writing: sent or handed in, not said here; behind a mark, or alone')
        yield Content(
            "  A line that begins with a colon goes on with the last speaker. Tab completes a name."
        )


def help_over(app: App[object]) -> None:
    """The same from a box over the meeting, with the box's keys."""
    stage = _meeting_beneath(app).query(Stage)
    if stage:
        app.push_screen(Help(stage.first()))


def _meeting_beneath(app: App[object]) -> Screen[object]:
    """The screen beneath every box."""
    return next(each for each in reversed(app.screen_stack) if not isinstance(each, ModalScreen))


def _title(words: str) -> Content:
    return Content.styled(words, "bold $text-accent")


def _keys(bindings: "Iterator[Binding]") -> Iterator[Content]:
    for binding in bindings:
        if binding.tooltip:
            yield Content(f"  {binding.key:<8} {binding.tooltip}")
