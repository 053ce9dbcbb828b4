"""What the procedure says at a stage, and the keys: all from where they are declared."""

from collections.abc import Iterable, Iterator

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import TITLES
from screens.stage import Stage
from screens.widgets.waiting import TAKE


class Help(ModalScreen[None]):
    """A page to read. Any of Escape, F1 and q leaves it."""

    BINDINGS = [Binding("escape,f1,q,question_mark", "dismiss", "Back")]

    def __init__(self, title: str, lines: Iterable[Content]) -> None:
        super().__init__()
        self._title, self._lines = title, tuple(lines)

    def compose(self) -> ComposeResult:
        """A box with text that scrolls."""
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            with VerticalScroll():
                yield Static(Content("\n").join(self._lines))


def of_list(app: App[object]) -> Help:
    """What can be done at the list of conferences."""
    return Help("Child protection conferences", _at_the_list(app))


def of_stage(app: App[object], stage: Stage) -> Help:
    """What the procedure says at a stage, and the keys; those of a box over it, too."""
    return Help(stage.item.title, _at_stage(app, stage))


def help_over(app: App[object]) -> None:
    """The same from a box over the meeting, with the box's keys."""
    stage = _meeting_beneath(app).query(Stage)
    if stage:
        app.push_screen(of_stage(app, stage.first()))


def _at_the_list(app: App[object]) -> Iterator[Content]:
    yield _title("Keys at the list")
    yield Content("  Enter    Open the conference under the cursor; the search line finds it by a word")
    yield from _keys(type(app.screen))
    yield Content("")
    yield _title("Keys everywhere")
    yield from _keys(type(app))
    yield Content("")
    yield _title("Keeping, and other commands")
    yield Content("  Ctrl+P opens the palette, which finds every command by its name, for example:")
    for name, says, _ in getattr(app.screen, "ONLY_COMMANDS", ()):
        yield Content(f"  {name:<22} {says}")


def _at_stage(app: App[object], stage: Stage) -> Iterator[Content]:
    item, procedure = stage.item, stage.meeting.procedure
    yield _title(f"What the procedure says ({procedure.title})")
    yield Content(item.says)
    if item.source:
        yield Content.styled(f"Source: {procedure.source_of(item)}", "$text-muted")
    yield Content("")
    yield _title("Keys at this stage")
    yield from _keys(type(stage))
    yield Content("  /        Find a row by a part of it; Enter then does what the row does")
    yield Content("")
    yield _title("In a form")
    yield Content("  Arrows or first letters go through a choice; Space ticks where several can be ticked.")
    yield Content("  Ctrl+S records. Escape leaves; what was typed is there again next time.")
    yield Content("")
    over, screen = app.screen, _meeting_beneath(app)
    if over is not screen:
        yield _title("Keys in the box that is open")
        yield from _keys(type(over))
        yield Content("")
    yield _title("Keys everywhere")
    yield from _keys(type(screen))
    yield from _keys(type(app))
    yield Content("")
    yield from _about_the_line()


def _about_the_line() -> Iterator[Content]:
    yield _title("The capture line")
    yield Content("name mark children: words      nandra - teddy: wet at school four times")
    for mark, column in MARKS.items():
        yield Content(f"  {mark:<3} {TITLES[column]}")
    yield Content("  A line that names no child is about all of them.")
    yield Content("  >   about a child, in no column       !   behind a mark: new to the family today")
    yield Content('  "   in writing: sent or handed in, not said here; behind a mark, or alone')
    yield Content("  A line that begins with a colon goes on with the last speaker. Tab completes a name.")
    yield Content("  What was refused, not saved, or left unfinished waits above the line.")
    yield Content(f"  {TAKE}")


def _meeting_beneath(app: App[object]) -> Screen[object]:
    """The screen beneath every box."""
    return next(each for each in reversed(app.screen_stack) if not isinstance(each, ModalScreen))


def _title(words: str) -> Content:
    return Content.styled(words, "bold $text-accent")


def _keys(shown: type[DOMNode]) -> Iterator[Content]:
    for binding in shown.BINDINGS:
        if isinstance(binding, Binding) and binding.tooltip:
            yield Content(f"  {binding.key:<8} {binding.tooltip}")
