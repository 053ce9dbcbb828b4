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
from screens.commands import declared
from screens.page import Page
from screens.stage import Stage
from screens.widgets.waiting import TAKE


class Help(Page[None]):
    """A page to read. Escape, F1, or whatever is typed leaves it."""

    BINDINGS = [Binding("escape,f1", "dismiss", "Back")]

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


def of_screen(app: App[object], title: str) -> Help:
    """What can be done on a screen that is no stage and lies over none."""
    return Help(title, _on_screen(app))


def help_over(app: App[object]) -> None:
    """The same from a box over the meeting, with the box's keys."""
    stages = _meeting_beneath(app).query(Stage)
    if shown := next((each for each in stages if each.display), None):
        app.push_screen(of_stage(app, shown))


def _at_the_list(app: App[object]) -> Iterator[Content]:
    yield _title("At the list")
    yield Content("  Enter    Open the marked conference; what you type finds it")
    yield from _on_screen(app)


def _on_screen(app: App[object]) -> Iterator[Content]:
    yield from _commands(app.screen)
    yield Content("")
    yield _title("Everywhere")
    yield from _commands(app)


def _at_stage(app: App[object], stage: Stage) -> Iterator[Content]:
    item, procedure = stage.item, stage.meeting.procedure
    yield _title(f"What the procedure says ({procedure.title})")
    yield Content(item.says)
    if item.source:
        yield Content.styled(f"Source: {procedure.source_of(item)}", "$text-muted")
    yield Content("")
    yield _title("At this stage")
    yield from _commands(stage)
    yield Content("  Arrows move the marker; Enter on the empty line does what the marked row says.")
    yield Content("")
    yield _title("In a form")
    yield Content(
        "  Arrows and Space choose. What you type searches: Enter takes the one choice that it means."
    )
    yield Content("  Ctrl+S records. Escape leaves; what was typed is there again next time.")
    yield Content("")
    over, screen = app.screen, _meeting_beneath(app)
    if over is not screen:
        yield _title("In the box that is open")
        yield from _commands(over)
        yield Content("")
    yield _title("Everywhere")
    yield from _commands(screen)
    yield from _commands(app)
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
    yield Content("  A line that begins with a colon goes on with whoever spoke last. Tab completes a name.")
    yield Content("  The frame of the line says what it means, and what is missing, before Enter.")
    yield Content("  A paste of several lines is several lines, of which the first stands in the line.")
    yield Content("  What was refused, not saved, pasted, or left unfinished waits above the line.")
    yield Content(f"  {TAKE}")


def _meeting_beneath(app: App[object]) -> Screen[object]:
    """The screen beneath every box."""
    return next(each for each in reversed(app.screen_stack) if not isinstance(each, ModalScreen))


def _title(words: str) -> Content:
    return Content.styled(words, "bold $text-accent")


def _commands(place: DOMNode) -> Iterator[Content]:
    for each in declared(type(place)):
        key = place.app.get_key_display(Binding(each.key, "")) if each.key else ""
        yield Content(f"  /{each.word:<18} {key:<8} {each.says}")
