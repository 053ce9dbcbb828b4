"""The last map beside today's (BA-13)."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from conference_tui.conference.mapping import THIRDS, TITLES, Third, on_map
from conference_tui.conference.split import words_for_the_room
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date
from screens.widgets.key_bar import KeyBar
from screens.widgets.sheet import plain

NOT_BEFORE_ALL = "not everybody of the family heard it: see the record of that conference"


class BothMaps(ModalScreen[None]):
    """Two columns that move together: what stood on the map then, and what stands on it now. Only read."""

    BINDINGS = [
        Binding("escape", "dismiss", "Back", id="both_maps.back", tooltip="Back to the stage"),
        Binding("m,q", "dismiss", "Back", show=False),
        Binding("down", "move(3)", "Down", show=False),
        Binding("up", "move(-3)", "Up", show=False),
        Binding("pagedown,space", "move(12)", "Page down", show=False),
        Binding("pageup", "move(-12)", "Page up", show=False),
    ]

    def __init__(self, conference: Conference) -> None:
        super().__init__()
        self._conference = conference

    def compose(self) -> ComposeResult:
        """Then at the left, today at the right, each kind beside its like."""
        last = self._conference.last_conference
        with Vertical(id="box") as box:
            box.border_title = Content("The map, then and today")
            with VerticalScroll():
                yield _beside(
                    Content.styled(f"Then{f', {say_date(last.held)}' if last else ''}", "bold $text-accent"),
                    Content.styled("Today", "bold $text-accent"),
                )
                for third in THIRDS:
                    yield _beside(_column(third, self._then(third)), _column(third, self._now(third)))
            yield KeyBar()

    def on_mount(self) -> None:
        """Let the arrows move it."""
        self.query_one(VerticalScroll).focus()

    def action_move(self, lines: int) -> None:
        """Move both."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _then(self, third: Third) -> list[str]:
        return [
            f"{f'{each.speaker}, ' if each.speaker else ''}{TITLES[each.column]}: "
            f"{NOT_BEFORE_ALL if each.apart else each.words}"
            for each in self._conference.earlier_entries.values()
            if each.column in third.kinds
        ]

    def _now(self, third: Third) -> list[str]:
        return [
            f"{self._conference.name(made.speaker)}, {TITLES[made.column]}: {words_for_the_room(self._conference, made)}"
            for made in on_map(self._conference.contributions, third)
            if made.column
        ]


def _beside(left: Content, right: Content) -> Horizontal:
    return Horizontal(Static(left), Static(right), classes="beside")


def _column(third: Third, said: list[str]) -> Content:
    lines = [Content(""), Content.styled(f"{third.mark} {third.title} {len(said)}", "bold")]
    lines += [plain(f"· {words}") for words in said] or [plain("nothing", "$text-muted")]
    return Content("\n").join(lines)
