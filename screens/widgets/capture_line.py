"""The capture line: who, which column, which children and the words, typed in one go, on every stage."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widgets import TextArea

from conference_tui.conference.capture import Captured, Names, NotUnderstood, completion, read
from conference_tui.conference.text import harmless
from screens.widgets.waiting import CAME_BACK, NOT_RECORDED, SET_ASIDE, Waiting

HINT = "name + child: words   The mark: + strength  - harm  ? grey  Tab completes"
"""What the empty line shows; its width is that of a terminal of 80 columns."""


class CaptureLine(TextArea):
    """A field of a few lines. Enter records, Tab completes a name; what is unfinished is kept.

    Nothing comes back into it by itself, so that no two sentences become one: what was refused, could not be saved,
    or was typed before the program ended waits beside it until it is taken.
    """

    BINDINGS = [
        Binding(
            "enter", "submit", "Record", priority=True, id="capture.record", tooltip="Record what was said"
        ),
        Binding("tab", "complete_or_leave", "Complete", show=False, id="capture.complete"),
        Binding("ctrl+z", "undo_typing", "Undo", show=False),
        Binding("ctrl+y", "redo_typing", "Redo", show=False),
        Binding("ctrl+u", "delete_before", "Delete", show=False),
        # A text area has uses of its own for these two; here they are the meeting's, as on every stage.
        Binding("f6", "screen.room", "Room", show=False),
        Binding("f7", "screen.say_next", "Said", show=False),
    ]
    PAUSE = 0.2
    """Seconds for which typing is at most not kept yet."""

    waiting: reactive[tuple[Waiting, ...]] = reactive(())
    """What waits beside the line; what waits longest is the first to be taken."""

    class Submitted(Message):
        """A line was understood and is to be recorded."""

        def __init__(self, captured: Captured, line: str, side: int) -> None:
            super().__init__()
            self.captured = captured
            self.line = line
            self.side = side

    class Unclear(Message):
        """A line cannot be recorded as it stands."""

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
        self._before: Captured | None = None
        self._pause: Timer | None = None

    @property
    def unfinished(self) -> str:
        """What is typed and not recorded: what waits and what stands here, each on a line of its own."""
        return "\n".join([*(each.words for each in self.waiting), self.text]).rstrip("\n")

    def begin_anew(self, text: str = "") -> None:
        """Put another text in, and forget the one that was there: undo cannot bring it back."""
        self._forget_pause()
        self.load_text(text)
        self.move_cursor(self.document.end)

    def go_to_side(self, side: int, unfinished: str) -> None:
        """Take nothing through the door of the closed slot: not a text, and not who spoke last (BA-11).

        What was left unfinished on this side waits.
        """
        self.side = side
        self._before = None
        self.begin_anew()
        self.waiting = tuple(Waiting(words, CAME_BACK) for words in unfinished.split("\n") if words.strip())

    def wait(self, words: str, why: str) -> None:
        """Let words wait beside the line, whatever is being typed in it."""
        self.waiting = (*self.waiting, Waiting(" ".join(words.split("\n")), why))
        self._tell_unfinished()

    def take(self) -> None:
        """Put what waits longest into the line; what stands there waits instead."""
        if not self.waiting:
            return
        first, *rest = self.waiting
        if self.text.strip():
            rest.append(Waiting(self.text, SET_ASIDE))
        self.waiting = tuple(rest)
        self.begin_anew(first.words)
        self._tell_unfinished()

    def _tell_unfinished(self) -> None:
        self.post_message(self.Paused(self.unfinished, self.side))

    def action_submit(self) -> None:
        """Record the line, or say what is wanting and let it wait. Nothing is no line."""
        line = self.text
        if not line.strip():
            return
        # Made empty here and not when it is recorded: who types fast is in the next line by then.
        self.begin_anew()
        try:
            captured = self._before = read(line, self.names, self._before)
        except NotUnderstood as wanting:
            self._before = None
            self.post_message(self.Unclear(str(wanting), self.side))
            self.wait(line, NOT_RECORDED)
            return
        self.post_message(self.Submitted(captured, line, self.side))
        self._tell_unfinished()

    def action_complete_or_leave(self) -> None:
        """Take the completion that is offered; without one go to the next field."""
        if self.suggestion:
            self.insert(self.suggestion)
        else:
            self.screen.focus_next()

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
        if self._pause is None:
            self._pause = self.set_timer(self.PAUSE, self._paused)

    def _paused(self) -> None:
        self._pause = None
        self._tell_unfinished()

    def _forget_pause(self) -> None:
        if self._pause:
            self._pause.stop()
            self._pause = None

    async def _on_paste(self, event: events.Paste) -> None:
        """A paste goes in whole, its line ends as spaces, without what a terminal would act on."""
        event.prevent_default()
        event.stop()
        words = " ".join(harmless(event.text).split("\n"))
        pasted = self.replace(words, *self.selection, maintain_selection_offset=False)
        self.move_cursor(pasted.end_location)
