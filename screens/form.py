"""One way to ask for several things at once: fields in a column, the keyboard alone, nothing typed is lost."""

from collections.abc import Callable, Sequence
from typing import Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from conference_tui.meeting import Refused
from screens.fields import Field, Values, Wanting, read_choice, write_choice
from screens.masks import Masks
from screens.widgets.key_bar import KeyBar
from screens.widgets.passphrase import Passphrase
from screens.widgets.pick import Pick
from screens.widgets.typed import Line, Words
from screens.widgets.unseen import Unseen

__all__ = ["Field", "Form", "Keeps", "Values", "Wanting"]


class Keeps(Protocol):
    """Where unfinished typing is kept: a meeting, or what stands in for one where there is none yet."""

    @property
    def count(self) -> int:
        """How many entries there are."""

    @property
    def side(self) -> int:
        """On which side of the closed slot's door the meeting is: see `Meeting.side`."""

    def unfinished(self) -> dict[str, str]:
        """What stands unfinished in each field."""

    def typing(self, field: str, text: str) -> None:
        """Keep what stands in a field; empty text forgets it."""

    def was_typed(self, texts: dict[str, str], *, since: int) -> None:
        """Take what stood in the fields when the entries after the first `since` were recorded."""


ANOTHER_SIDE = (
    "Not recorded: the closed slot began or ended meanwhile. What stood here was typed on the other side of it, and "
    "is taken away. Escape leaves."
)


NOT_RECORDED = "typed here before, and not recorded"
"""In the frame of a form that brings back what somebody typed and left: it stands over what is recorded."""
NOTHING_TYPED = "Nothing was typed, so nothing is recorded."


class Form(ModalScreen[bool]):
    """Fields in a column. Saving calls `save`, which records or raises; then what is wanting is shown."""

    BINDINGS = [
        Binding("ctrl+s", "save", "Save", id="form.save", tooltip="Record what stands here", priority=True),
        Binding("escape", "leave", "Leave", id="form.leave", tooltip="Leave; what was typed is kept"),
        Binding("tab", "app.focus_next", "Next field", id="form.next", show=True),
        Binding(
            "ctrl+t",
            "show_masked",
            "Show",
            id="form.show",
            tooltip="Show for ten seconds what stands as dots",
        ),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-tall")]
    SHOWN_FOR = 10.0
    """Seconds for which a line that is masked is shown at most."""
    PAUSE = 0.2
    """Seconds for which typing is at most not kept yet."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], None],
        *,
        meeting: Keeps | None = None,
        key: str = "",
        note: str = "",
        only_changes: bool = False,
    ) -> None:
        """Make a form.

        `key` names it in the record of unfinished typing of `meeting`, so that typing and choices come back. With
        `only_changes` saving what was not touched records nothing, and says so.
        """
        super().__init__()
        self._title = title
        self._fields = list(fields)
        self._save = save
        self._meeting = meeting
        self._side = meeting.side if meeting else 0
        self._key = key or title
        self._note = note
        self._only_changes = only_changes
        self._pause: Timer | None = None
        self._masks = Masks(self, self._fields)
        self._is_left = False
        """Whether it was recorded or left: what is still told of its fields then is of the past."""
        self._wants = ""
        """The field that the sentence at the foot is about; it goes when somebody mends the field."""

    def compose(self) -> ComposeResult:
        """A box with a title, the fields, and a line for what is wanting."""
        kept = self._meeting.unfinished() if self._meeting else {}
        with Vertical(id="box") as box:
            box.border_title = Content(self._title)
            if any(kept.get(f"{self._key}/{field.name}") for field in self._fields):
                box.border_subtitle = Content(NOT_RECORDED)
            if self._note:
                yield Static(Content(self._note), id="note")
            with Grid(id="fields"):
                for field in self._fields:
                    yield Label(Content(field.label), classes="name")
                    yield self._widget(field, kept.get(f"{self._key}/{field.name}"))
            yield Static("", id="wanting", markup=False)
            yield KeyBar()

    def _widget(self, field: Field, kept: str | None) -> Widget:
        text = field.value if kept is None else kept
        name = f"field-{field.name}"
        match field.kind:
            case "line":
                return Line(text, placeholder=field.hint, id=name, compact=True, highlighter=None)
            case "hidden":
                return Unseen(placeholder=field.hint, id=name, compact=True, highlighter=None)
            case "secret":
                return Passphrase(id=name, hint=field.hint)
            case "words":
                area = Words(
                    text, id=name, compact=True, highlight_cursor_line=False, placeholder=Content(field.hint)
                )
                area.move_cursor(area.document.end)
                return area
            case "one" | "several":
                chosen = field.chosen if kept is None else read_choice(kept)
                return Pick(field.options, several=field.kind == "several", chosen=chosen, id=name)

    def on_mount(self) -> None:
        """Begin at the first field; without a note there is room for more of them."""
        self._masks.apply()
        self.set_class(not self._note, "-no-note")
        if self._fields:
            self.query_one(f"#field-{self._fields[0].name}").focus()

    def text(self, field: str) -> str:
        """What stands in a field now."""
        widget = self.query_one(f"#field-{field}")
        if isinstance(widget, Input):
            return widget.value
        return widget.text if isinstance(widget, TextArea) else ""

    def values(self) -> Values:
        """What stands in the form now."""
        texts = {f.name: self.text(f.name) for f in self._fields if f.kind not in ("one", "several")}
        picks = {
            f.name: self.query_one(f"#field-{f.name}", Pick).chosen
            for f in self._fields
            if f.name not in texts
        }
        return Values(texts, picks)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        if not self._is_left:
            self._check(event.control)
            self._keep_soon()

    @on(Pick.Changed)
    def _picked(self, event: Pick.Changed) -> None:
        event.stop()
        self._masks.apply()
        self._keep_soon()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to show only where something stands as dots."""
        del parameters
        return action != "show_masked" or bool(self.is_mounted and self._masks.masked())

    def action_show_masked(self) -> None:
        """Show what is masked for a moment; the same key hides it again."""
        self._masks.show_or_hide(self.SHOWN_FOR)

    def _keep_soon(self) -> None:
        if self._pause is None and not self._is_left:
            self._pause = self.set_timer(self.PAUSE, self.keep_typing)

    def _check(self, control: Widget) -> None:
        field = next((f for f in self._fields if f"field-{f.name}" == control.id), None)
        if field and field.check:
            self._say(field.check(self.text(field.name)))
        elif field and field.name == self._wants:
            self._say("")

    def keep_typing(self) -> None:
        """Keep what stands in the fields now, also while somebody goes on typing without a pause."""
        self._pause = None
        if not self.is_attached:
            return
        self.forget_if_of_another_side()
        if self._is_left:
            return
        for name, text in self._texts().items():
            if self._meeting:
                self._meeting.typing(name, text)

    def _texts(self) -> dict[str, str]:
        """What was typed and chosen, by the name under which it is kept; empty where nothing was changed.

        With the title of the form, under its key alone: so it can be told where the rest belongs.
        """
        typed = {
            f"{self._key}/{field.name}": self._changed(field)
            for field in self._fields
            if field.kind not in ("hidden", "secret")
        }
        return {**typed, f"{self._key}/": self._title if any(typed.values()) else ""}

    def _changed(self, field: Field) -> str:
        if field.kind in ("line", "words"):
            text = self.text(field.name)
            return text if text != field.value else ""
        chosen = self.query_one(f"#field-{field.name}", Pick).chosen
        at_first = tuple(value for value, _ in field.options if value in field.chosen)
        return write_choice(chosen) if chosen != at_first else ""

    def _is_touched(self) -> bool:
        """Whether anything stands otherwise than it was put there; what was emptied does, too."""
        return any(
            self._changed(field) or (field.kind in ("line", "words") and self.text(field.name) != field.value)
            for field in self._fields
        )

    def _forget(self, since: int) -> None:
        """What was recorded is not unfinished any more, unless it turns out that it could not be saved."""
        self._leave()
        if self._meeting:
            typed = self._texts()
            self._meeting.was_typed(typed, since=since)
            for name in typed:
                self._meeting.typing(name, "")

    @on(Input.Submitted)
    def _line_entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next_field()

    def on_key(self, event: events.Key) -> None:
        """Enter in a choice goes on, too."""
        if event.key == "enter" and isinstance(self.focused, Pick):
            event.stop()
            self.action_next_field()

    def action_next_field(self) -> None:
        """Go to the next field; from the last one, save."""
        last = self.query_one(f"#field-{self._fields[-1].name}")
        if self.focused is last:
            self.action_save()
        else:
            self.focus_next()

    def action_save(self) -> None:
        """Record; or show what is wanting, with everything left as it was typed."""
        self.forget_if_of_another_side()
        if self._is_left:
            return
        if self._only_changes and not self._is_touched():
            self.notify(NOTHING_TYPED, markup=False)
            self.action_leave()
            return
        since = self._meeting.count if self._meeting else 0
        try:
            self._save(self.values())
        except Wanting as wanting:
            self._say(str(wanting))
            self._wants = wanting.field
            self.query_one(f"#field-{wanting.field}").focus()
        except Refused as refused:
            self._say(str(refused))
            self._go_where_words_are_wanting()
        else:
            self._forget(since)
            self.dismiss(True)

    def _go_where_words_are_wanting(self) -> None:
        """From a choice to the first empty field for words: a choice takes no sentence that is typed next."""
        empty = [f.name for f in self._fields if f.kind == "words" and not self.text(f.name)]
        if empty and isinstance(self.focused, Pick):
            self.query_one(f"#field-{empty[0]}").focus()

    def action_leave(self) -> None:
        """Leave without recording; what was typed comes back when the form is opened again."""
        self.keep_typing()
        self._leave()
        self.dismiss(False)

    def forget_if_of_another_side(self) -> None:
        """Empty every field once the closed slot began or ended: what was typed stays on its side (BA-11)."""
        if self._is_left or self._meeting is None or self._side == self._meeting.side:
            return
        self._leave()
        for line in self.query(Input):
            line.value = ""
        for words in self.query(TextArea):
            words.load_text("")
        if self.query("#wanting"):
            self._say(ANOTHER_SIDE)

    def _leave(self) -> None:
        self._is_left = True
        if self._pause:
            self._pause.stop()

    def _say(self, sentence: str) -> None:
        wanting = self.query_one("#wanting", Static)
        wanting.update(Content(sentence))
        wanting.set_class(bool(sentence), "-wanting")
        self.set_class(bool(sentence), "-wanting")
        in_a_line = Content(sentence).cell_length <= self.query_one("#box").content_size.width
        self.set_class(in_a_line, "-brief")
        if sentence and self.focused:  # the sentence takes lines from the fields
            self.call_after_refresh(self.focused.scroll_visible, animate=False)
