"""Sets a written paper as tagged PDF: standard, large print or easy read.

Large print and easy read are laid out anew, not enlarged: no table, a card for each row, shorter lines (RNIB Clear
Print; GOV.UK, Publishing accessible documents; HF-16).
"""

import io
import re
from collections.abc import Iterator, Sequence
from functools import singledispatchmethod
from itertools import chain, pairwise
from typing import IO

from msgspec import Struct
from msgspec.structs import replace
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, Spacer

from conference_tui.conference.papers import Layout
from conference_tui.documents import fonts
from conference_tui.documents.flowables import ListItem, SetPicture, TaggedParagraph, WritingLines, table
from conference_tui.documents.page import LANGUAGE, TEXT_WIDTH, Sheets, Styles, rules
from conference_tui.documents.structure import Element
from conference_tui.documents.writing import (
    Aside,
    Heading,
    Items,
    Lines,
    Part,
    Picture,
    Table,
    Text,
    Title,
    Written,
)

_LONG_CELL = 300
"""Characters in one cell of a table of many columns from which every row gets a card of its own."""
_MANY_COLUMNS = 4
_LONG_WORD = 8
"""Letters from which a word is measured against its column."""
_PADDING = 8.0
_HEADING_ROOM = 9.0
"""What must be left on the page below a heading, in letters' heights; else it goes to the next page."""
_HEADED = 4.0
"""What a heading takes of a page, in letters' heights."""
_TALLEST_PICTURE = 620.0
"""Points up to which a picture stands on a page, with a heading above it."""
_SHORT_PART = 600
"""Letters of a part of the paper up to which it is not divided between two pages."""
_LINE = 70
"""Letters that a paragraph counts for at the least: so many have room in its line."""
_NEARLY_EMPTY = 0.16
"""The part of a last page below which the paper is set once more, closer."""
_SHORT_LABEL, _SHORT_LINE = 24, 40
"""Characters of a label up to which what it names stands on the same line; and of both together."""
_SENTENCE_END = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bSt)(?<!\bNo)(?<=[.!?])\s+(?=[A-Z“\"])"
)


class Look(Struct, frozen=True, kw_only=True):
    """How a layout sets the parts."""

    size: float
    """Points of the body's letters."""
    tables: bool
    """Whether rows may stand in a table; else each is a card."""
    width: float = TEXT_WIDTH
    """Width of the text, in points."""
    apart: bool = False
    """Whether each sentence has a paragraph of its own: one idea at a time."""
    close: bool = False
    """Whether paragraphs and rows stand nearer to each other, so that a last page of a few lines is not needed."""


LOOKS = {
    Layout.STANDARD: Look(size=12, tables=True),
    Layout.LARGE_PRINT: Look(size=18, tables=False),
    Layout.EASY_READ: Look(size=16, tables=False, width=TEXT_WIDTH * 0.82, apart=True),
}
"""The layouts on paper; braille is `braille.py`."""


def set_pdf(
    written: Written, out: IO[bytes], layout: Layout = Layout.STANDARD, *, tagged: bool = True
) -> int:
    """Set the paper and write it to `out`; returns the number of pages.

    A last page of a few lines is spared where the paper has room for them when it is set closer.

    The same parts give the same bytes. Raises UnprintableCharacter for a character that no font has; then nothing
    is written. `tagged` false is there for measuring what tags cost.
    """
    fonts.register()
    look = LOOKS[layout]
    content = io.BytesIO()
    sheets = _sheets(written, look, content, tagged=tagged)
    if sheets.page > 1 and sheets.used_at_the_end < _NEARLY_EMPTY:
        closer = io.BytesIO()
        closer_sheets = _sheets(written, replace(look, close=True), closer, tagged=tagged)
        if closer_sheets.page < sheets.page:
            sheets, content = closer_sheets, closer
    out.write(content.getvalue())
    return int(sheets.page)


def _sheets(written: Written, look: Look, out: IO[bytes], *, tagged: bool) -> Sheets:
    """The paper as it looks so, written to `out`."""
    setting = _Setting(look)
    for part in written.parts:
        setting.add(part)
    sheets = Sheets(
        out,
        title=written.title,
        author=written.author,
        subject=written.subject,
        footer=written.footer,
        size=look.size,
    )
    sheets.write(setting.story(), setting.root, tagged=tagged)
    return sheets


class _Setting:
    """The paper as it grows: what is drawn, and the structure tree that says it."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.styles = Styles.of(look.size, TEXT_WIDTH - look.width, close=look.close)
        self.root = Element("Document", language=LANGUAGE)
        self.section = self.root
        self.level = 1
        self.flowables: list[Flowable] = []

    def story(self) -> list[Flowable]:
        """What is drawn, in order: a short part stays on one page, with its heading."""
        breaks = [at for at, each in enumerate(self.flowables) if isinstance(each, CondPageBreak)]
        parts = [self.flowables[a:b] for a, b in pairwise([*breaks, len(self.flowables)])]
        before = self.flowables[: breaks[0]] if breaks else self.flowables
        return [*before, *chain.from_iterable(map(_kept, parts))]

    @singledispatchmethod
    def add(self, part: Part) -> None:
        """Set one part below what there is."""
        raise TypeError(f"nothing sets a {type(part).__name__}")

    @add.register
    def _(self, part: Title) -> None:
        self._paragraph(part.words, "H1", self.styles.h1)

    @add.register
    def _(self, part: Heading) -> None:
        self.level = part.level
        if part.level > 2:
            self._paragraph(
                part.words, f"H{part.level}", self.styles.h3 if part.level == 3 else self.styles.h4
            )
            return
        self.section = self.root.add("Sect", title=part.words)
        self.flowables.append(CondPageBreak(_HEADING_ROOM * self.look.size))
        self._paragraph(part.words, "H2", self.styles.h2).bookmark_level = 0

    @add.register
    def _(self, part: Text) -> None:
        style = self.styles.marked if part.marked else self.styles.text
        for words in self._ideas(part.words):
            self._paragraph(words, "P", style)

    @add.register
    def _(self, part: Aside) -> None:
        self.section = self.root
        self._paragraph(part.words, "P", self.styles.quiet)

    @add.register
    def _(self, part: Items) -> None:
        items = self.section.add("L", numbering="Decimal" if part.numbered else "Disc")
        indent = self.look.size * (2 if part.numbered and len(part.texts) > 9 else 1.5)
        for number, words in enumerate(part.texts, 1):
            item = items.add("LI")
            label, body = item.add("Lbl"), item.add("LBody")
            spaced = "\n".join(self._ideas(words))
            paragraph = TaggedParagraph(spaced, self.styles.text, body)
            mark = f"{number}." if part.numbered else "•"
            self.flowables.append(ListItem(mark, label, paragraph, indent))

    @add.register
    def _(self, part: Picture) -> None:
        if part.instead and part.painted.height(self.look.size) > _TALLEST_PICTURE:
            self.add(Items(texts=part.instead))
            return
        figure = self.section.add("Figure", spoken=part.spoken)
        size = self.look.size
        self._keep_with_heading(part.painted.height(size))
        self._keep_with_words()
        self.flowables += [SetPicture(part.painted, TEXT_WIDTH, size, figure), Spacer(0, size * 0.8)]

    def _keep_with_heading(self, tall: float) -> None:
        """A heading right above a picture goes to the next page with it."""
        asked = self.flowables[-2] if len(self.flowables) > 1 else None
        if isinstance(asked, CondPageBreak):
            self.flowables[-2] = CondPageBreak(max(asked.height, tall + _HEADED * self.look.size))

    def _keep_with_words(self) -> None:
        """A question right above a picture, which answers it, stands on its page."""
        above = self.flowables[-1] if self.flowables else None
        if isinstance(above, TaggedParagraph) and above.frags and above.frags[-1].text.endswith((":", "?")):
            above.keepWithNext = 1

    @add.register
    def _(self, part: Lines) -> None:
        lines = WritingLines(part.count, self.look.size)
        self._keep_with_heading(lines.height)
        self.flowables.append(lines)

    @add.register
    def _(self, part: Table) -> None:
        if self.look.tables and _fits(part, self.look):
            self._table(self.section, part.columns, part.rows, part.widths)
        elif part.columns:
            self._cards(part)
        else:
            for name, told in part.rows:
                self.flowables.append(KeepTogether(list(self._named(name, told))))

    def _cards(self, part: Table) -> None:
        """A card for each row: its heading, then each further cell with the name of its column."""
        for place, row in enumerate(part.rows):
            words = part.cards[place] if part.cards else row[0]
            card: list[Flowable] = self._heading_above() if place == 0 else []
            style = self.styles.h3 if self.level == 2 else self.styles.h4
            card += [self._made(words, f"H{self.level + 1}", style)]
            named = [pair for pair in zip(part.columns[1:], row[1:], strict=True) if pair[1]]
            if self.look.tables:
                self.flowables += card
                self._table(self.section, (), named, (0.25, 0.75))
                continue
            for name, told in named:
                card += self._named(name, told)
            self.flowables.append(KeepTogether(card))

    def _heading_above(self) -> list[Flowable]:
        """The heading that was set last, to be kept with what follows; nothing if something else was."""
        last = self.flowables[-1] if self.flowables else None
        if isinstance(last, TaggedParagraph) and last.element and last.element.tag in {"H2", "H3"}:
            return [self.flowables.pop()]
        return []

    def _named(self, name: str, told: str) -> Iterator[TaggedParagraph]:
        """A name in bold, and what it is: on one line where the name is short."""
        ideas = list(self._ideas(told))
        colon = "" if name.endswith(("?", ".", ":")) else ":"
        fits = len(name) <= _SHORT_LABEL or len(name) + len(told) <= _SHORT_LINE
        if not fits or len(ideas) != 1:
            yield self._made(f"{name}{colon}", "P", self.styles.label)
        else:
            both = [
                *fonts.for_paragraph(f"{name}{colon}", fonts.BOLD),
                *fonts.for_paragraph(f" {ideas.pop()}"),
            ]
            yield TaggedParagraph(both, self.styles.text, self.section.add("P"))
        for words in ideas:
            yield self._made(words, "P", self.styles.text)

    def _table(
        self,
        parent: Element,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
    ) -> None:
        """A table over the width of the text, its columns sharing it as `widths` say."""
        styles = self.styles
        made = table(
            parent,
            columns,
            rows,
            widths=[TEXT_WIDTH * share for share in widths],
            heading=styles.heading,
            first=styles.first,
            cell=styles.cell,
            look=rules(headed=bool(columns), close=self.look.close),
        )
        made.spaceAfter = styles.text.fontSize * (0.6 if self.look.close else 1)
        self.flowables.append(made)

    def _ideas(self, words: str) -> Iterator[str]:
        """The words as they stand, or sentence by sentence."""
        if not self.look.apart:
            yield words
            return
        for line in words.split("\n"):
            yield from filter(None, _SENTENCE_END.split(line))

    def _paragraph(self, words: str, tag: str, style: ParagraphStyle) -> TaggedParagraph:
        made = self._made(words, tag, style)
        self.flowables.append(made)
        return made

    def _made(self, words: str, tag: str, style: ParagraphStyle) -> TaggedParagraph:
        return TaggedParagraph(words, style, self.section.add(tag))


def _kept(part: list[Flowable]) -> list[Flowable]:
    """A part of the paper, bound together where it is short: no line of it stands alone on a page."""
    letters = 0
    for each in part[1:]:
        paragraph = each.body if isinstance(each, ListItem) else each
        if not isinstance(paragraph, TaggedParagraph):
            return part
        letters += max(_LINE, sum(len(run.text) for run in paragraph.frags))
    if letters > _SHORT_PART:
        return part
    heading = part[1]  # after a break both spaces count, without one only the larger
    heading.spaceBefore = heading.getSpaceBefore() + heading.getSpaceAfter()
    return [KeepTogether(part[1:])]


def _fits(part: Table, look: Look) -> bool:
    """Whether no cell among many is very long and each word fits its column: words are not cut."""
    many = len(part.widths) >= _MANY_COLUMNS
    for row in (part.columns, *part.rows) if part.columns else part.rows:
        for place, (share, words) in enumerate(zip(part.widths, row, strict=True)):
            if many and len(words) > _LONG_CELL:
                return False
            font = fonts.REGULAR if place else fonts.BOLD
            room = TEXT_WIDTH * share - _PADDING
            if any(
                len(word) > _LONG_WORD and fonts.width(word, font, look.size) > room for word in words.split()
            ):
                return False
    return True
