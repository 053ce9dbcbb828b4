"""A4 sheets: margins, type sizes, the footer with page x of y.

Clear print: 12 points and more, set left, no word cut (RNIB Clear Print; GOV.UK, Publishing accessible
documents). Contrast on white: ink 19.6 to 1, blue 12.4, grey 7.1.
"""

from collections.abc import Sequence
from functools import partial
from typing import IO, Any

import msgspec
from reportlab import rl_config
from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, TableStyle

from conference_tui.documents import fonts
from conference_tui.documents.structure import Element
from conference_tui.documents.tagged import TaggedCanvas

INK, BLUE, GREY, RULE = HexColor("#0b0c0c"), HexColor("#003078"), HexColor("#505a5f"), HexColor("#b1b4b6")

rl_config.useA85 = 0
"""ReportLab would write each stream in letters and digits: a quarter larger and slower, for channels of 7 bits."""

LANGUAGE = "en-GB"
SIDE = 18 * mm
TEXT_WIDTH = A4[0] - 2 * SIDE
"""Width of the text, in points."""
_TOP, _BOTTOM, _FOOT = 18 * mm, 22 * mm, 12 * mm
TEXT_HEIGHT = A4[1] - _TOP - _BOTTOM
"""Height of the text of a page, in points."""
_PAGES = "pages"
_LARGE = 16
"""Points from which headings need not be as much larger than the text."""


class Styles(msgspec.Struct, frozen=True):
    """The ways a paragraph can look, all made from one size of type."""

    text: ParagraphStyle
    marked: ParagraphStyle
    """What must not be overlooked."""
    label: ParagraphStyle
    """A name above what it names."""
    quiet: ParagraphStyle
    cell: ParagraphStyle
    first: ParagraphStyle
    heading: ParagraphStyle
    h1: ParagraphStyle
    h2: ParagraphStyle
    h3: ParagraphStyle
    h4: ParagraphStyle

    @classmethod
    def of(cls, size: float = 12, free: float = 0, *, close: bool = False) -> "Styles":
        """Styles around a body of `size` points, which leaves `free` points of the width empty.

        `close` is for what stands nearer to each other; lines of one paragraph stay as far apart.
        """
        after, before = (size * 0.3, size * 0.45) if close else (size * 0.5, size * 0.7)
        text = ParagraphStyle(
            "text",
            fontName=fonts.REGULAR,
            fontSize=size,
            leading=size * 1.4,
            spaceAfter=after,
            textColor=INK,
            splitLongWords=0,
            allowWidows=0,
            allowOrphans=0,
            rightIndent=free,
        )
        cell = ParagraphStyle("cell", text, leading=size * 1.25, spaceAfter=0, rightIndent=0)
        first = ParagraphStyle("first", cell, fontName=fonts.BOLD)
        bold = ParagraphStyle("bold", text, fontName=fonts.BOLD, textColor=BLUE)
        title = 1.8 if size < _LARGE else 1.45
        h3 = ParagraphStyle(
            "h3", bold, fontSize=size * 1.1, leading=size * 1.5, spaceBefore=before, keepWithNext=1
        )
        return cls(
            text=text,
            marked=ParagraphStyle("marked", text, fontName=fonts.BOLD),
            label=ParagraphStyle("label", text, fontName=fonts.BOLD, spaceAfter=0, keepWithNext=1),
            quiet=ParagraphStyle("quiet", text, textColor=GREY),
            cell=cell,
            first=first,
            heading=ParagraphStyle("heading", first, textColor=white),
            h1=ParagraphStyle(
                "h1", bold, fontSize=size * title, leading=size * title * 1.22, spaceAfter=size
            ),
            h2=ParagraphStyle("h2", bold, fontSize=size * 1.33, leading=size * 1.7, spaceBefore=before),
            h3=h3,
            h4=ParagraphStyle("h4", h3, textColor=INK),
        )


def rules(*, headed: bool, close: bool = False) -> TableStyle:
    """Tables with a line below each row and, where `headed`, a dark heading row."""
    whole = ((0, 0), (-1, -1))
    commands: list[Any] = [
        ("FONTNAME", *whole, fonts.REGULAR),
        ("VALIGN", *whole, "TOP"),
        ("LINEBELOW", *whole, 0.7, RULE),
        ("LEFTPADDING", *whole, 4),
        ("RIGHTPADDING", *whole, 4),
        ("TOPPADDING", *whole, 2 if close else 3),
        ("BOTTOMPADDING", *whole, 4 if close else 6),
    ]
    if headed:
        commands.append(("BACKGROUND", (0, 0), (-1, 0), BLUE))
    return TableStyle(commands)


class Sheets(BaseDocTemplate):
    """A document on A4: one column, the footer on every page."""

    def __init__(
        self, out: IO[bytes], *, title: str, author: str, subject: str, footer: str, size: float = 12
    ) -> None:
        """`size` is that of the footer, in points: large print is large in every corner."""
        super().__init__(
            out,
            pagesize=A4,
            title=title,
            author=author,
            subject=subject,
            lang=LANGUAGE,
            invariant=1,  # no clock and no chance in the file: the same record gives the same bytes
            initialFontName=fonts.REGULAR,  # the default, Helvetica, is never embedded
        )
        self.footer = footer
        self.size = size
        self._about = {"title": title, "author": author, "subject": subject}
        self._bookmarks = 0
        self.used_at_the_end = 1.0
        """The part of the last page that is used, once it is written."""
        frame = Frame(SIDE, _BOTTOM, TEXT_WIDTH, TEXT_HEIGHT, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("all", [frame], onPage=_draw_footer))

    def write(self, story: Sequence[Flowable], root: Element, *, tagged: bool = True) -> int:
        """Lay the story out and write the file; returns the number of pages.

        `tagged` false is there for measuring what tagging costs.
        """
        canvas: Any = Canvas
        if tagged:
            canvas = partial(TaggedCanvas, root=root, **self._about)
        self.build(list(story), canvasmaker=canvas)
        frame: Any = self.frame
        self.used_at_the_end = 1 - (frame._y - frame._y1p) / TEXT_HEIGHT
        return int(self.page)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (ReportLab's name)
        """Headings of the second level and below become the bookmarks of the reader's side panel."""
        level = getattr(flowable, "bookmark_level", None)
        if level is not None:
            self._bookmarks += 1
            key = f"heading{self._bookmarks}"
            self.canv.bookmarkHorizontal(key, 0, flowable.height)
            words = fonts.plain(flowable.getPlainText())  # type: ignore[attr-defined]
            self.canv.addOutlineEntry(words, key, level)

    def _endBuild(self) -> None:  # noqa: N802
        """Only now is the number of pages known: it is drawn once, in a form that every footer refers to."""
        self.canv.beginForm(_PAGES, 0, -round(self.size / 3), round(self.size * 5), round(self.size * 1.2))
        _set_footer_type(self.canv, self.size)
        self.canv.drawString(0, 0, str(self.page))
        self.canv.endForm()
        super()._endBuild()  # type: ignore[misc]  # not in the stubs


def _draw_footer(canvas: Canvas, sheets: Sheets) -> None:
    size = sheets.size
    canvas.saveState()
    _set_footer_type(canvas, size)
    x = SIDE
    for run in fonts.runs(sheets.footer):
        canvas.setFont(run.font, size)
        canvas.drawString(x, _FOOT, run.text)
        x += canvas.stringWidth(run.text, run.font, size)
    _set_footer_type(canvas, size)
    number = A4[0] - SIDE - size * 1.7
    canvas.drawRightString(number, _FOOT, f"Page {sheets.page} of ")
    canvas.translate(number, _FOOT)
    canvas.doForm(_PAGES)
    canvas.restoreState()


def _set_footer_type(canvas: Canvas, size: float) -> None:
    canvas.setFont(fonts.REGULAR, size)
    canvas.setFillColor(GREY)
