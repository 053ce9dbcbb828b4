"""The line of a box: what is typed finds a row, a slash begins a command; nothing else comes of a letter."""

from textual import on
from textual.binding import Binding
from textual.widgets import Input

from screens.steered import NO_COMMAND, SLASH, Steered

HINT = "type to find a row · Enter does it · / commands · Escape leaves"
NO_ROW = "No row here has “{}”."


class BoxLine(Input):
    """It has the keyboard as long as the box is open; arrows move the marker over the rows."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("tab", "pane(1)", show=False),
        Binding("shift+tab", "pane(-1)", show=False),
        Binding("ctrl+u", "delete_left_all", show=False),
    ]

    def __init__(self, hint: str = HINT) -> None:
        super().__init__(id="box-line", placeholder=hint, compact=True, highlighter=None)

    @property
    def steered(self) -> Steered[None]:
        """The box whose marker and commands this line moves and takes."""
        screen = self.screen
        assert isinstance(screen, Steered)
        return screen

    def action_move(self, step: int) -> None:
        """Move the marker."""
        self.steered.move_marker(step)

    def action_page(self, step: int) -> None:
        """Move the marker by a page."""
        self.steered.move_marker(step, by_page=True)

    def action_pane(self, step: int) -> None:
        """Go to the next sheet."""
        self.steered.next_pane(step)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.steered.offer(self.value)
        if not self.value.startswith(SLASH):
            self.steered.look_for(self.value.strip())

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        typed = self.value
        if typed.startswith(SLASH):
            chosen = self.steered.chosen_command(typed)
            if chosen:
                self.value = ""
                await chosen.run(self.app)
            else:
                self._not_taken(NO_COMMAND.format(typed))
        elif not typed.strip() or self.steered.look_for(typed.strip()):
            self.value = ""
            self.steered.do_marked()
        else:
            self._not_taken(NO_ROW.format(typed))

    def _not_taken(self, sentence: str) -> None:
        """Say so; the words do not stand before what is typed next."""
        waits = self.steered.let_wait(self.value)
        self.notify(f"{sentence} {waits}".rstrip(), markup=False)
