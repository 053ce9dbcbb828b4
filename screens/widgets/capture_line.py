"""The capture line: who, which column, which children and the words, typed in one go, on every stage."""

from collections.abc import Iterable

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import TextArea

from conference_tui.conference import events as e
from conference_tui.conference.capture import (
    Captured,
    Kind,
    Names,
    Piece,
    Understood,
    choices,
    completion,
    understood,
)
from conference_tui.conference.last_said import Voice
from conference_tui.conference.text import harmless, listed
from screens.steered import NO_COMMAND, SLASH, TYPE_MORE, Steered
from screens.widgets.column_colours import COLOURS
from screens.widgets.waiting import CAME_BACK, NOT_RECORDED, PASTED, SET_ASIDE, Waiting

HINT = "name - child: words   + strength  - harm  ? grey   Tab completes   / commands"
"""What the empty line shows; its width is that of a terminal of 80 columns."""


_COLOURS = {Kind.WHO: "bold", Kind.CHILDREN: "bold $text-accent", Kind.WANTING: "$text-warning"}


class CaptureLine(TextArea):
    """A field of a few lines. Enter records, Tab completes a name; what is unfinished is kept.

    Its frame says what it means while it is typed. It remembers nothing of what it meant before: who spoke last is
    told by the record, and after a line that was not recorded it is not known.

    Nothing comes back into it by itself, so that no two sentences become one: what was refused, could not be saved,
    or was typed before the program ended waits beside it until it is taken.
    """

    BINDINGS = [
        Binding(
            "enter", "submit", "Record", priority=True, id="capture.record", tooltip="Record what was said"
        ),
        Binding("tab", "complete(1)", "Complete", show=False, id="capture.complete"),
        Binding("shift+tab", "complete(-1)", "Pane before", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("escape", "screen.back", "Back", show=False),
        Binding("ctrl+z", "undo_typing", "Undo", show=False),
        Binding("ctrl+y", "redo_typing", "Redo", show=False),
        Binding("ctrl+u", "delete_before", "Delete", show=False),
    ]
    PAUSE = 0.2
    """Seconds for which typing is at most not kept yet."""

    waiting: reactive[tuple[Waiting, ...]] = reactive(())
    """What waits beside the line; what waits longest is the first to be taken."""

    class Submitted(Message):
        """A line is to be recorded."""

        def __init__(self, line: str, side: int) -> None:
            super().__init__()
            self.line = line
            self.side = side

    class Unclear(Message):
        """A line is no command that there is."""

        def __init__(self, sentence: str, side: int) -> None:
            super().__init__()
            self.sentence = sentence
            self.side = side

    class Paused(Message):
        """Something was typed a moment ago: the unfinished text can be kept."""

        def __init__(self, text: str, side: int) -> None:
            super().__init__()
            self.text = text
            self.side = side

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            id=id,
            soft_wrap=True,
            compact=True,
            highlight_cursor_line=False,
            tab_behavior="focus",
            placeholder=HINT,
        )
        self.names = Names(speakers={}, children={})
        self.side = 0
        """On which side of the closed slot's door all this is typed (`Meeting.side`); every message carries it."""
        self._voice = Voice()
        self._lost = 0
        """The entry since which a line was not recorded, so that whoever spoke there is not the last any more."""
        self._frame = Content()
        self.elsewhere = ""
        """What is being typed in a box over the meeting."""
        self._pause: Timer | None = None

    @property
    def before(self) -> Captured | None:
        """Whose words a line goes on with that begins with the colon; None where that is not known."""
        return None if self._voice.seq == self._lost else self._voice.said

    def know(self, names: Names, voice: Voice) -> None:
        """Take who can be named now, and who spoke last."""
        self.names, self._voice = names, voice
        self._show_understood()

    @property
    def unfinished(self) -> str:
        """What is typed and not recorded: what waits, and what stands elsewhere and here, each on a line of its own."""
        elsewhere = [self.elsewhere] if self.elsewhere else []
        return "\n".join([*(each.words for each in self.waiting), *elsewhere, self.text]).rstrip("\n")

    def begin_anew(self, text: str = "") -> None:
        """Put another text in, and forget the one that was there: undo cannot bring it back."""
        self._forget_pause()
        self.load_text(text)
        self.move_cursor(self.document.end)
        self._show_understood()

    def go_to_side(self, side: int, unfinished: str, voice: Voice) -> None:
        """Take nothing through the door of the closed slot: not a text, and not who spoke last (BA-11).

        What was left unfinished on this side waits.
        """
        self.side = side
        self._voice, self._lost = voice, voice.seq
        self.elsewhere = ""
        self.begin_anew()
        self.waiting = tuple(Waiting(words, CAME_BACK) for words in unfinished.split("\n") if words.strip())

    def wait(self, words: str, why: str) -> None:
        """Let words wait beside the line, whatever is being typed in it."""
        self._lost = self._voice.seq
        self._let_wait([words], why)

    def _let_wait(self, lines: Iterable[str], why: str) -> None:
        self.waiting = (*self.waiting, *(Waiting(" ".join(words.split("\n")), why) for words in lines))
        self._show_understood()
        self._tell_unfinished()

    def begin_command(self, word: str) -> None:
        """Begin a command that wants a name behind it; what stands in the line waits."""
        if self.text.strip():
            self.wait(self.text, SET_ASIDE)
        self.begin_anew(f"{SLASH}{word} ")

    def take(self) -> None:
        """Put what waits longest into the line; what stands there waits instead, also where nothing waited."""
        first, *rest = self.waiting or (Waiting("", SET_ASIDE),)
        if self.text.strip():
            self._lost = self._voice.seq
            rest.append(Waiting(self.text, SET_ASIDE))
        self.waiting = tuple(rest)
        self.begin_anew(first.words)
        self._tell_unfinished()

    def _tell_unfinished(self) -> None:
        self.post_message(self.Paused(self.unfinished, self.side))

    async def action_submit(self) -> None:
        """Record the line, do the command, or say what is wanting and let it wait. Nothing does what the marked row says."""
        line = self.text
        if not line.strip():
            self.steered.do_marked()
            return
        self.steered.disarm()
        if line.startswith(SLASH):
            await self._do_command(line)
            return
        # Made empty here and not when it is recorded: who types fast is in the next line by then.
        self.begin_anew()
        self.post_message(self.Submitted(line, self.side))

    async def _do_command(self, line: str) -> None:
        chosen = self.steered.chosen_command(line)
        if chosen is None and self.steered.asks_more(line):
            self.notify(TYPE_MORE, markup=False)
            return
        self.begin_anew()
        if chosen is None:
            self.wait(line, NOT_RECORDED)
            self.post_message(self.Unclear(NO_COMMAND.format(line), self.side))
            return
        self._tell_unfinished()
        await chosen.run(self.app)

    @property
    def steered(self) -> Steered[None]:
        """The screen whose marker and commands this line moves and takes."""
        screen = self.screen
        assert isinstance(screen, Steered)
        return screen

    def action_complete(self, step: int) -> None:
        """Take the completion that is offered, or say whom the name may mean; in an empty line go to the next sheet."""
        if self.suggestion:
            self.insert(self.suggestion)
        elif not self.text:
            self.steered.next_pane(step)
        elif found := choices(self.text, self.names):
            self.notify(f"{listed(found, last='or')}? Type more of the name.", markup=False)

    def action_cursor_up(self, select: bool = False) -> None:
        """Up in the text; from its first line the marker moves."""
        before = self.cursor_location
        if self.text and not self._is_command():
            super().action_cursor_up(select)
        if self.cursor_location == before:
            self.steered.move_marker(-1)

    def action_cursor_down(self, select: bool = False) -> None:
        """Down in the text; from its last line the marker moves."""
        before = self.cursor_location
        if self.text and not self._is_command():
            super().action_cursor_down(select)
        if self.cursor_location == before:
            self.steered.move_marker(1)

    def action_page(self, step: int) -> None:
        """A page of rows on or back."""
        self.steered.move_marker(step, by_page=True)

    def _is_command(self) -> bool:
        return self.text.startswith(SLASH)

    async def action_undo_typing(self) -> None:
        """Undo what was typed; in a line where nothing was, strike the last thing recorded."""
        before = self.text
        self.undo()
        if not before and not self.text:
            await self.screen.run_action("undo")

    async def action_redo_typing(self) -> None:
        """Take back the last undo, of what was typed or of the record."""
        before = self.text
        self.redo()
        if not before and not self.text:
            await self.screen.run_action("redo")

    def action_delete_before(self) -> None:
        """Delete everything before the cursor, not only what stands in its line on the screen."""
        self.delete((0, 0), self.cursor_location)

    def update_suggestion(self) -> None:
        """Offer a name, where one thing alone would complete what is being typed."""
        at_end = self.cursor_location == self.document.end
        self.suggestion = completion(self.text, self.names) if at_end and self.text else ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep unfinished typing a moment later, also while it goes on without a pause."""
        event.stop()
        self.steered.offer(self.text)
        if self.text and not self._is_command():
            self.steered.disarm()
        self._show_understood()
        if self._pause is None:
            self._pause = self.set_timer(self.PAUSE, self._paused)

    def _show_understood(self) -> None:
        """Say on the frame what the line means as far as it is typed, and what is wanting."""
        found = Understood() if self._is_command() else understood(self.text, self.names, self.before)
        frame = Content(" · ").join([_coloured(piece, found.column) for piece in found.pieces])
        if frame != self._frame:
            self._frame = frame
            self.border_title = Content.assemble(" ", frame, " ") if frame else ""

    def _paused(self) -> None:
        self._pause = None
        self._tell_unfinished()

    def _forget_pause(self) -> None:
        if self._pause:
            self._pause.stop()
            self._pause = None

    async def _on_paste(self, event: events.Paste) -> None:
        """A paste of one line goes in at the cursor, without what a terminal would act on.

        Of several lines each stays one: the first stands in the line if it is empty, the others wait.
        """
        event.prevent_default()
        event.stop()
        lines = [line for line in harmless(event.text).split("\n") if line.strip()]
        if len(lines) > 1:
            if not self.text.strip():
                self.begin_anew(lines.pop(0))
            self._let_wait(lines, PASTED)
        elif lines:
            pasted = self.replace(lines[0], *self.selection, maintain_selection_offset=False)
            self.move_cursor(pasted.end_location)


def _coloured(piece: Piece, column: e.Column | None) -> Content:
    colour = (
        COLOURS[column] if piece.kind is Kind.COLUMN and column else _COLOURS.get(piece.kind, "$text-muted")
    )
    return Content.styled(piece.words, colour)
