"""The line of a box: what is typed finds a row, a slash begins a command; nothing else comes of a letter."""

from textual import events, on
from textual.binding import Binding
from textual.timer import Timer
from textual.widgets import Input

from conference_tui.conference.text import harmless
from screens.commands import offered
from screens.steered import NO_COMMAND, SLASH, TYPE_MORE, Steered
from screens.widgets.typed import Line

HINT = "type to find a row · Enter does it · / commands · Escape leaves"
NOTHING_HAS = "Nothing here has “{}”."


class BoxLine(Line):
    """It has the keyboard as long as the box is open; arrows move the marker over the rows."""

    BINDINGS = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("tab", "pane(1)", show=False),
        Binding("shift+tab", "pane(-1)", show=False),
    ]

    PAUSE = 0.2
    """Seconds for which typing is at most not kept yet."""

    def __init__(self, hint: str = HINT, *, keeps_search: bool = False) -> None:
        """Make a line; with `keeps_search` what found something stays in it."""
        super().__init__(id="box-line", placeholder=hint, compact=True, highlighter=None)
        self._keeps_search = keeps_search
        self._pause: Timer | None = None

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

    def action_cursor_left(self, select: bool = False) -> None:
        """To the left in what is typed; with nothing typed the marker goes there."""
        if self.value:
            super().action_cursor_left(select)
        else:
            self.steered.move_across(-1)

    def action_cursor_right(self, select: bool = False) -> None:
        """To the right, likewise."""
        if self.value:
            super().action_cursor_right(select)
        else:
            self.steered.move_across(1)

    def action_home(self, select: bool = False) -> None:
        """To the beginning of what is typed; with nothing typed the marker goes to the first row."""
        if self.value:
            super().action_home(select)
        else:
            self.steered.move_to_end(-1)

    def action_end(self, select: bool = False) -> None:
        """To the end, likewise."""
        if self.value:
            super().action_end(select)
        else:
            self.steered.move_to_end(1)

    def _on_paste(self, event: events.Paste) -> None:
        """Of several lines each waits by itself beside the line of the meeting; one goes in at the cursor."""
        lines = [line for line in harmless(event.text).split("\n") if line.strip()]
        if len(lines) < 2 or not self.steered.let_wait(lines[0]):
            super()._on_paste(event)
            return
        event.prevent_default()
        event.stop()
        for line in lines[1:]:
            self.steered.let_wait(line)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.steered.offer(self.value)
        if not self.value.startswith(SLASH):
            self.steered.look_for(self.value.strip())
            if self.value:
                self.steered.disarm()  # what is typed may be a sentence: only Enter takes what it found
        if self._pause is None:
            self._pause = self.set_timer(self.PAUSE, self._keep)

    def _keep(self) -> None:
        self._pause = None
        self.steered.keep_words(self.value)

    @on(Input.Submitted)
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        typed = self.value
        if typed.startswith(SLASH):
            chosen = self.steered.chosen_command(typed)
            if chosen:
                self.value = ""
                await chosen.run(self.app)
            elif self.steered.asks_more(typed):
                self.notify(TYPE_MORE, markup=False)
            else:
                self._not_taken(NO_COMMAND.format(typed))
        elif not typed.strip() or self._finds(typed.strip()):
            if not self._keeps_search:
                self.value = ""
            self.steered.do_marked()
        else:
            self._not_taken(NOTHING_HAS.format(typed))

    def _finds(self, typed: str) -> bool:
        """Whether something has what is typed; where the marker was moved since, it stays."""
        steered = self.steered
        return (steered.is_armed and bool(steered.rows_with(typed))) or steered.look_for(typed)

    def _not_taken(self, sentence: str) -> None:
        """Say so; the words do not stand before what is typed next."""
        self.steered.disarm()
        self.notify(f"{sentence} {self._let_wait()}".rstrip(), markup=False)

    def _let_wait(self) -> str:
        where = self.steered.let_wait(self.value)
        if where:
            self.value = ""
        return where

    def keep_typing(self) -> None:
        """Let wait what stands here and is neither a search that finds something nor a command: nothing typed is lost."""
        if self._pause:
            self._pause.stop()
            self._pause = None
        typed = self.value.strip()
        means = (
            offered(typed, self.steered.places())
            if typed.startswith(SLASH)
            else self.steered.rows_with(typed)
        )
        if typed and not means:
            self._let_wait()
        else:
            self.steered.keep_words("")
