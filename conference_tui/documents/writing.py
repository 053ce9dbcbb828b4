"""What a paper says, part by part, before anybody knows how it will look.

A paper is written once. The same parts are then set at 12 points, in large print, in easy read (`setting.py`) or
in braille (`braille.py`), so that no layout can say more or less than another.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, Protocol

from msgspec import Struct

from conference_tui.conference.left_out import MARKS
from conference_tui.documents.wording import wording

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SHARED = "shared"
"""The file of the words that several papers have in common."""


class Title(Struct, frozen=True, kw_only=True):
    """The heading of the whole paper."""

    words: str


class Heading(Struct, frozen=True, kw_only=True):
    """A part of the paper begins (2), or a part of such a part (3, 4)."""

    words: str
    level: Literal[2, 3, 4] = 2


class Text(Struct, frozen=True, kw_only=True):
    """A paragraph; line ends in it are kept."""

    words: str
    marked: bool = False
    """Set apart, because it must not be overlooked."""


class Items(Struct, frozen=True, kw_only=True):
    """A list."""

    texts: tuple[str, ...]
    numbered: bool = False


class Table(Struct, frozen=True, kw_only=True):
    """Rows whose first cell says what the row is about; without `columns`, pairs of a name and what it is."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    """The share of the width that each column has."""
    cards: tuple[str, ...] = ()
    """The heading of each row's card, where rows become cards; else the first cell heads it."""


class Painted(Protocol):
    """Something to be seen that is drawn to a size."""

    def height(self, size: float) -> float:
        """How tall it is, in points, with letters of `size` points; infinite where it cannot be drawn so large."""

    def paint(self, canvas: "Canvas", width: float, size: float) -> None:
        """Draw it from the lower left corner."""


class Picture(Struct, frozen=True, kw_only=True):
    """Something to be seen, and the same in words."""

    spoken: str
    painted: Painted
    instead: tuple[str, ...] = ()
    """The same in sentences, for a layout in whose letters it is too large for a page."""


class Aside(Struct, frozen=True, kw_only=True):
    """A quiet line, of no part of the paper."""

    words: str


class Lines(Struct, frozen=True, kw_only=True):
    """Empty lines to write on by hand."""

    count: int


Part = Title | Heading | Text | Items | Table | Picture | Aside | Lines


class Written(Struct, frozen=True, kw_only=True):
    """A whole paper."""

    title: str
    """What a reader's window shows and a screen reader says first."""
    author: str
    subject: str
    footer: str
    parts: tuple[Part, ...]


class Of(Struct, frozen=True, kw_only=True):
    """Which conference a paper is of, and whose copy it is."""

    authority: str
    kind: str
    """What sort of conference, as `events.Kind` says it."""
    ref: str
    reader_name: str = ""
    """Empty where it is nobody's copy in particular."""
    is_files: bool = False
    """Whether it is the copy that the authority keeps."""
    version: int = 1


class Writing:
    """A paper while it is written: fixed words of its own file in data/wording/, else of the shared one."""

    def __init__(self, document: str) -> None:
        self._words = (wording(document), wording(SHARED))
        self._deep: Literal[0, 1] = 0
        self._left_out_at: int | None = None
        self.parts: list[Part] = []

    @contextmanager
    def about(self, words: str) -> Iterator[None]:
        """A part whose heading is a name; the headings that follow inside are parts of it."""
        self.parts.append(Heading(words=words))
        self._deep = 1
        try:
            yield
        finally:
            self._deep = 0

    def say(self, part: str, key: str, **told: object) -> str:
        """Fixed words. Raises KeyError where neither file has them."""
        own, shared = self._words
        return (own if own.has(part, key) else shared).say(part, key, **told)

    def title(self, words: str, of: Of) -> None:
        """The heading of the paper, and whose copy it is."""
        self.parts.append(Title(words=words))
        if of.reader_name:
            who = self.say("copies", "file") if of.is_files else of.reader_name
            key = "copy" if of.version == 1 else "version"
            self.aside(self.say("copies", key, who=who, version=of.version))

    def left_out_here(self) -> None:
        """The place for a word about the marks that stand for what was left out; nothing where there are none."""
        self._left_out_at = len(self.parts)

    def heading(self, key: str, **told: object) -> None:
        """A part begins."""
        self.parts.append(Heading(words=self.say("headings", key, **told), level=3 if self._deep else 2))

    def subheading(self, words: str) -> None:
        """A part of a part begins."""
        self.parts.append(Heading(words=words, level=4 if self._deep else 3))

    def text(self, words: str, *, marked: bool = False) -> None:
        """A paragraph, if there are words for it."""
        if words:
            self.parts.append(Text(words=words, marked=marked))

    def items(self, texts: Iterable[str], *, numbered: bool = False) -> None:
        """A list, if there is anything in it."""
        if found := tuple(texts):
            self.parts.append(Items(texts=found, numbered=numbered))

    def list_under(self, heading: str, texts: Sequence[str], *, numbered: bool = False) -> None:
        """A part that is one list; nothing where the list is empty."""
        if texts:
            self.heading(heading)
            self.items(texts, numbered=numbered)

    def table(
        self,
        columns: Iterable[str],
        rows: Iterable[Sequence[str]],
        widths: tuple[float, ...],
        *,
        cards: Iterable[str] = (),
    ) -> None:
        """A table, if it has rows."""
        if found := tuple(tuple(row) for row in rows):
            self.parts.append(Table(columns=tuple(columns), rows=found, widths=widths, cards=tuple(cards)))

    def picture(self, spoken: str, painted: Painted, *, instead: Sequence[str] = ()) -> None:
        """Something to be seen; `instead` as in `Picture`."""
        self.parts.append(Picture(spoken=spoken, painted=painted, instead=tuple(instead)))

    def lines(self, count: int) -> None:
        """Empty lines to write on."""
        self.parts.append(Lines(count=count))

    def aside(self, words: str) -> None:
        """A quiet line of no part."""
        self.parts.append(Aside(words=words))

    def finish(self, title: str, of: Of) -> Written:
        """The paper as it was written."""
        if self._left_out_at is not None and any(mark in repr(self.parts) for mark in MARKS):
            self.parts.insert(self._left_out_at, Text(words=self.say("opening", "left_out")))
        return Written(
            title=title,
            author=of.authority,
            subject=self.say("kinds", of.kind),
            footer=self.say("footer", "words", ref=of.ref),
            parts=tuple(self.parts),
        )
