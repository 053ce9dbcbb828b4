"""The capture line: who, which column, which children and the words, typed in one go, on every stage."""

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from conference_tui.conference.capture import Captured, Names, NotUnderstood, completion, read
from conference_tui.conference.text import harmless

HINT = "name + child: words   The mark: + strength  - harm  ? grey  Tab completes"
"""What the empty line shows; its width is that of a terminal of 80 columns."""


class CaptureLine(TextArea):
    """A field of a few lines. Enter records, Tab completes a name; what is unfinished is kept."""

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
        self._waiting: list[str] = []
        """Lines that were given back while another one was being typed."""
        self._pause: Timer | None = None
        self._refused = ""
        """The line that stands here and was refused, while nobody has begun to mend it."""

    @property
    def unfinished(self) -> str:
        """What stands here and is not recorded: the line, and those given back, each on a line of its own."""
        return "\n".join([self.text, *self._waiting]).rstrip("\n")

    def begin_anew(self, unfinished: str = "") -> None:
        """Put another text in, and forget the one that was there: undo cannot bring it back."""
        self._forget_pause()
        self._refused = ""
        text, *self._waiting = unfinished.split("\n")
        self.load_text(text)
        self.move_cursor(self.document.end)

    def go_to_side(self, side: int, unfinished: str) -> None:
        """Take nothing through the door of the closed slot: not a text, and not who spoke last (BA-11)."""
        self.side = side
        self._before = None
        self.begin_anew(unfinished)

    def give_back(self, line: str) -> None:
        """Offer a line again that could not be recorded; while another one is typed, after that one."""
        self._waiting.append(" ".join(line.split("\n")))
        self._offer()

    def _offer(self) -> None:
        if self._waiting and not self.text:
            self.begin_anew("\n".join(self._waiting))
            self._refused = self.text
        self._tell_unfinished()

    def _tell_unfinished(self) -> None:
        self.post_message(self.Paused(self.unfinished, self.side))

    def on_key(self, event: events.Key) -> None:
        """A letter typed behind a line that was refused begins a new one: the next sentence has nothing to do with it.

        Any other key begins to mend it. The line that was refused waits, and comes back when this one is recorded.
        """
        if event.is_printable and event.character:
            self._set_aside()
        elif event.key != "enter":
            self._refused = ""

    def _set_aside(self) -> None:
        if self._refused and self._refused == self.text and self.cursor_location == self.document.end:
            self.begin_anew("\n".join(["", *self._waiting, " ".join(self._refused.split("\n"))]))
        self._refused = ""

    def action_submit(self) -> None:
        """Record the line, or say what is wanting; the text stays until it was recorded."""
        try:
            captured = read(self.text, self.names, self._before)
        except NotUnderstood as wanting:
            self._refused = self.text
            self.post_message(self.Unclear(str(wanting), self.side))
            return
        self.post_message(self.Submitted(captured, self.text, self.side))
        # Made empty here and not when it is recorded: who types fast is in the next line by then.
        self._before = captured
        self.begin_anew("\n".join(["", *self._waiting]))

    def recorded(self) -> None:
        """A line is in the record: offer one that was given back before."""
        self._offer()

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
        self._set_aside()
        words = " ".join(harmless(event.text).split("\n"))
        pasted = self.replace(words, *self.selection, maintain_selection_offset=False)
        self.move_cursor(pasted.end_location)
