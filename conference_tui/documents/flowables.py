"""Paragraphs, list items, pictures and tables that know which element of the structure tree they are.

On an ordinary ReportLab canvas they draw themselves untagged, so that tagging can be measured.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, Table, TableStyle
from reportlab.platypus.paragraph import (  # type: ignore[attr-defined]  # not in the stubs
    _SplitWord,
    _SplitWordEnd,
)
from reportlab.platypus.paraparser import ParaFrag

from conference_tui.documents import fonts
from conference_tui.documents.page import GREY, TEXT_HEIGHT, TEXT_WIDTH
from conference_tui.documents.structure import Element
from conference_tui.documents.tagged import TaggedCanvas
from conference_tui.documents.writing import Painted

_LONG_WORD = 18
"""Letters from which a word is measured against its column before it is set."""


class TaggedParagraph(Paragraph):
    """A paragraph that is drawn as the content of `element`.

    What `split` makes for the next page is the same element going on. Any other second drawing, that of a
    repeated table heading, is page furniture: the table stays one table with one heading.
    """

    def __init__(
        self,
        words: str | Sequence[fonts.Run] | None,
        style: ParagraphStyle,
        element: Element | None = None,
        *,
        frags: list[ParaFrag] | None = None,
        **settings: Any,  # noqa: ANN401 (ReportLab makes the parts of a split paragraph with its own)
    ) -> None:
        """`words` are set in the font of the style, or as runs that have one of their own.

        Raises UnprintableCharacter. The parts of a split paragraph have `frags` in place of words.
        """
        self.long_words = False
        if words is not None:
            made = fonts.for_paragraph(words, style.fontName) if isinstance(words, str) else words
            frags = [*_frags(made, style)]
            self.long_words = any(len(word) >= _LONG_WORD for run in made for word in run.text.split())
        super().__init__("", style, frags=frags, **settings)
        self.element = element
        self.continues = False
        self.goes_on = False
        self.bookmark_level: int | None = None
        self._set_for = 0.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Set in lines. No word is cut, except one longer than a line, that would run off it: at its hyphen if it can be.

        A table asks for each cell three times before it is on paper, and what is kept together is asked again when it
        is placed. The lines of one width stay the same, so they are found once. What does not fit is split, and then
        ReportLab takes them away (`blPara`).
        """
        if available_width == self._set_for and hasattr(self, "blPara"):
            return self.width, self.height
        self._set_for = available_width
        if self.long_words and self.minWidth() > available_width:
            cut = f"{self.style.name} cut"
            # Of several runs ReportLab puts the pieces together again without the hyphen, which was the word's own.
            at_hyphens = int(len(self.frags) == 1)
            self.style = ParagraphStyle(
                cut, parent=self.style, splitLongWords=1, embeddedHyphenation=at_hyphens
            )
        return super().wrap(available_width, available_height)

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """What fits here, and the rest."""
        parts = super().split(available_width, available_height)
        for number, part in enumerate(parts):
            if isinstance(part, TaggedParagraph) and part is not self:
                part.element = self.element
                part.continues = self.continues or number > 0
                part.goes_on = number < len(parts) - 1 or self.goes_on
        return parts

    def draw(self) -> None:
        """Draw the lines: the element's content, when this is its first drawing or goes on from that."""
        self._space_line_ends()
        self._place_glyphs()
        element = self.element
        if element is None or (element.drawn and not self.continues):
            super().draw()
            return
        with content(self.canv, element):
            super().draw()

    def _space_line_ends(self) -> None:
        """A space after the last word of each line that is not the last.

        ReportLab writes none, and a reader then joins two words (ISO 32000-1 14.8.2.5). Done just before
        drawing, when the lines are settled: nothing visible changes, for all text here is set left.
        """
        lines = self.blPara.lines  # type: ignore[attr-defined]  # set by wrap
        for line in lines if self.goes_on else lines[:-1]:
            words = line.words if self.blPara.kind else line[1]  # type: ignore[attr-defined]
            if not words:
                continue
            last = words[-1]
            if isinstance(last, str):
                if not isinstance(last, _SplitWord) or isinstance(last, _SplitWordEnd):
                    words[-1] = last if last.endswith(" ") else f"{last} "
            elif not last.text.endswith(" "):
                last.text += " "

    def _place_glyphs(self) -> None:
        """Shaped words as ReportLab draws them, now that the lines are settled."""
        if self.blPara.kind:  # type: ignore[attr-defined]  # set by wrap
            for line in self.blPara.lines:  # type: ignore[attr-defined]
                for run in line.words:
                    if run.text and not hasattr(run, "cbDefn"):
                        run.text = fonts.placed(run.text, run.fontName)


def _frags(runs: Iterable[fonts.Run], style: ParagraphStyle) -> Iterator[ParaFrag]:
    """The runs as ReportLab has them once it has read its markup.

    Nothing here is ever read as markup: a name may hold `<img src="file:…">`, and ReportLab would open that file.
    """
    alike = ParaFrag(fontSize=style.fontSize, textColor=style.textColor, rise=0, link=[], us_lines=[])
    for run in runs:
        if run is fonts.LINE_END:
            yield alike.clone(text="", fontName=style.fontName, lineBreak=True)
        else:
            yield alike.clone(text=str(run.text), fontName=run.font)


class LinkParagraph(TaggedParagraph):
    """A paragraph that is one link as a whole; its element is a Link whose `spoken` says where it leads.

    A link in the middle of a sentence is not offered: its tag would have to begin inside a text object.
    """

    def __init__(self, words: str, style: ParagraphStyle, element: Element, *, url: str) -> None:
        super().__init__(words, style, element)
        self.url = url

    def draw(self) -> None:
        """Draw the words and lay the link over them."""
        super().draw()
        if isinstance(self.canv, TaggedCanvas) and self.element is not None:
            self.canv.link(self.url, self.element, (0, 0, self.width, self.height))

    def split(self, available_width: float, available_height: float) -> list[Flowable]:  # noqa: ARG002
        """Never: a link stays on one page."""
        return []


class ListItem(Flowable):
    """One entry of a list: its bullet or number, and its words, which may go on over the page."""

    def __init__(
        self, label: str, label_element: Element | None, body: TaggedParagraph, indent: float = 0.0
    ) -> None:
        """`indent` is how far the words stand in, in points; 0 is one and a half times their size."""
        super().__init__()
        self.indent = indent or body.style.fontSize * 1.5
        self.label = label
        self.label_element = label_element
        self.body = body

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """As wide as is offered, as high as the words."""
        self.width = available_width
        self.height = self.body.wrap(available_width - self.indent, available_height)[1]
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """The label stays with the first words."""
        parts = self.body.split(available_width - self.indent, available_height)
        if len(parts) < 2:
            return []
        first, rest = parts
        if not (isinstance(first, TaggedParagraph) and isinstance(rest, TaggedParagraph)):
            raise TypeError("a paragraph was split into something that is not a paragraph")
        return [
            ListItem(self.label, self.label_element, first, self.indent),
            ListItem("", None, rest, self.indent),
        ]

    def draw(self) -> None:
        """The label on the first line, then the words."""
        style = self.body.style
        if self.label:
            with content(self.canv, self.label_element):
                self.canv.setFillColor(style.textColor)
                self.canv.setFont(style.fontName, style.fontSize)
                self.canv.drawString(2, self.height - style.fontSize, f"{self.label} ")
        self.body.drawOn(self.canv, self.indent, 0)

    def getSpaceBefore(self) -> float:  # noqa: N802 (ReportLab's name)
        """That of the words."""
        return self.body.getSpaceBefore()

    def getSpaceAfter(self) -> float:  # noqa: N802
        """That of the words."""
        return self.body.getSpaceAfter()


class SetPicture(Flowable):
    """A picture at its size, as a Figure whose `spoken` says what is to be seen."""

    def __init__(self, painted: Painted, width: float, size: float, element: Element) -> None:
        """`size` is that of the letters in it, in points."""
        super().__init__()
        self.painted = painted
        self.width = width
        self.size = size
        self.height = painted.height(size)
        self.element = element

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """Paint it, and note where on the page it stands, which PDF/UA readers use."""
        x, y = self.canv.absolutePosition(0, 0)
        self.element.box = (x, y, x + self.width, y + self.height)
        with content(self.canv, self.element):
            self.painted.paint(self.canv, self.width, self.size)


class WritingLines(Flowable):
    """Lines to write on by hand: furniture of the page, nothing to be read out."""

    def __init__(self, count: int, size: float) -> None:
        """`size` is that of the layout's letters, in points: who needs large letters writes large ones."""
        super().__init__()
        self.count = count
        self.apart = size * 2
        self.width = TEXT_WIDTH
        self.height = count * self.apart + size

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:  # noqa: ARG002
        """Its own size."""
        return self.width, self.height

    def draw(self) -> None:
        """A rule for each line."""
        self.canv.setStrokeColor(GREY)
        self.canv.setLineWidth(0.8)
        for number in range(1, self.count + 1):
            y = self.height - number * self.apart
            self.canv.line(0, y, self.width, y)


class Rows(Table):
    """A table that is divided between its rows; within a row only where that is taller than a page."""

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        """What fits here, and the rest: two rows at the least, where there are more before them."""
        self._calc(available_width, available_height)  # type: ignore[attr-defined]  # not in the stubs
        heights = list(self._rowHeights)  # type: ignore[attr-defined]
        headed = self.repeatRows
        self.splitInRow = int(sum(heights[: headed + 1]) > TEXT_HEIGHT)
        parts = super().split(available_width, available_height)
        first = parts[0] if len(parts) == 2 else None
        here = len(first._rowHeights) if isinstance(first, Rows) else 0  # type: ignore[attr-defined]
        if here == len(heights) - 1 and here > headed + 2:
            return super().split(available_width, sum(heights[: here - 1]))
        return parts


def content(canvas: Canvas, element: Element | None) -> AbstractContextManager[None]:
    """The element's marked content on a tagged canvas; nothing on another, or within another element."""
    if isinstance(canvas, TaggedCanvas) and element is not None and not canvas.inside:
        return canvas.content(element)
    return nullcontext()


def table(
    parent: Element,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    widths: Sequence[float],
    heading: ParagraphStyle,
    first: ParagraphStyle,
    cell: ParagraphStyle,
    look: TableStyle,
) -> Table:
    """A table whose first cell in each row heads that row.

    `columns` are the column headings (none: no heading row), `rows` the words of the cells, `widths` in points;
    `heading`, `first` and `cell` are the styles of the headings, the first cell in a row and the others.
    """
    element = parent.add("Table")
    cells: list[list[TaggedParagraph]] = []
    if columns:
        row = element.add("THead").add("TR")
        cells.append([TaggedParagraph(words, heading, row.add("TH", scope="Column")) for words in columns])
    body = element.add("TBody")
    for about, *others in rows:
        row = body.add("TR")
        named = TaggedParagraph(about, first, row.add("TH", scope="Row"))
        cells.append([named, *(TaggedParagraph(words, cell, row.add("TD")) for words in others)])
    return Rows(cells, list(widths), style=look, repeatRows=1 if columns else 0)
