"""A4 sheets: margins, type sizes, the footer with page x of y.

Clear print: 12 points and more, set left, no word cut (RNIB Clear Print; GOV.UK, Publishing accessible
documents). Contrast on white: ink 19.6 to 1, blue 12.4, grey 7.1.
"""

from collections.abc import Sequence
from functools import partial
from typing import IO, Any

import msgspec
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

LANGUAGE = "en-GB"
SIDE = 18 * mm
TEXT_WIDTH = A4[0] - 2 * SIDE
"""Width of the text, in points."""
_TOP, _BOTTOM, _FOOT = 18 * mm, 22 * mm, 12 * mm
_PAGES, _PAGES_WIDTH = "pages", 20.0


class Styles(msgspec.Struct, frozen=True):
    """The ways a paragraph can look, all made from one size of type."""

    text: ParagraphStyle
    quiet: ParagraphStyle
    cell: ParagraphStyle
    first: ParagraphStyle
    heading: ParagraphStyle
    h1: ParagraphStyle
    h2: ParagraphStyle
    h3: ParagraphStyle

    @classmethod
    def of(cls, size: float = 12) -> "Styles":
        """Styles around a body of `size` points."""
        text = ParagraphStyle(
            "text",
            fontName=fonts.REGULAR,
            fontSize=size,
            leading=size * 1.4,
            spaceAfter=size * 0.5,
            textColor=INK,
            splitLongWords=0,
        )
        cell = ParagraphStyle("cell", text, leading=size * 1.25, spaceAfter=0)
        first = ParagraphStyle("first", cell, fontName=fonts.BOLD)
        bold = ParagraphStyle("bold", text, fontName=fonts.BOLD, textColor=BLUE)
        return cls(
            text=text,
            quiet=ParagraphStyle("quiet", text, textColor=GREY),
            cell=cell,
            first=first,
            heading=ParagraphStyle("heading", first, textColor=white),
            h1=ParagraphStyle("h1", bold, fontSize=size * 1.8, leading=size * 2.2, spaceAfter=size),
            h2=ParagraphStyle("h2", bold, fontSize=size * 1.33, leading=size * 1.7, spaceBefore=size),
            h3=ParagraphStyle(
                "h3", bold, fontSize=size * 1.1, leading=size * 1.5, spaceBefore=size * 0.5, keepWithNext=1
            ),
        )


def rules(*, headed: bool) -> TableStyle:
    """Tables with a line below each row and, where `headed`, a dark heading row."""
    whole = ((0, 0), (-1, -1))
    commands: list[Any] = [
        ("FONTNAME", *whole, fonts.REGULAR),
        ("VALIGN", *whole, "TOP"),
        ("LINEBELOW", *whole, 0.7, RULE),
        ("LEFTPADDING", *whole, 4),
        ("RIGHTPADDING", *whole, 4),
        ("TOPPADDING", *whole, 3),
        ("BOTTOMPADDING", *whole, 6),
    ]
    if headed:
        commands.append(("BACKGROUND", (0, 0), (-1, 0), BLUE))
    return TableStyle(commands)


class Sheets(BaseDocTemplate):
    """A document on A4: one column, the footer on every page."""

    def __init__(self, out: IO[bytes], *, title: str, author: str, subject: str, footer: str) -> None:
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
        self._about = {"title": title, "author": author, "subject": subject}
        self._bookmarks = 0
        frame = Frame(SIDE, _BOTTOM, TEXT_WIDTH, A4[1] - _TOP - _BOTTOM, 0, 0, 0, 0)
        self.addPageTemplates(PageTemplate("all", [frame], onPage=_draw_footer))

    def write(self, story: Sequence[Flowable], root: Element, *, tagged: bool = True) -> int:
        """Lay the story out and write the file; returns the number of pages.

        `tagged` false is there for measuring what tagging costs.
        """
        canvas: Any = Canvas
        if tagged:
            canvas = partial(TaggedCanvas, root=root, **self._about)
        self.build(list(story), canvasmaker=canvas)
        return int(self.page)

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (ReportLab's name)
        """Headings of the second level and below become the bookmarks of the reader's side panel."""
        level = getattr(flowable, "bookmark_level", None)
        if level is not None:
            self._bookmarks += 1
            key = f"heading{self._bookmarks}"
            self.canv.bookmarkHorizontal(key, 0, flowable.height)
            self.canv.addOutlineEntry(flowable.getPlainText(), key, level)  # type: ignore[attr-defined]

    def _endBuild(self) -> None:  # noqa: N802
        """Only now is the number of pages known: it is drawn once, in a form that every footer refers to."""
        self.canv.beginForm(_PAGES, 0, -4, 60, 14)
        _set_footer_type(self.canv)
        self.canv.drawString(0, 0, str(self.page))
        self.canv.endForm()
        super()._endBuild()  # type: ignore[misc]  # not in the stubs


def _draw_footer(canvas: Canvas, sheets: Sheets) -> None:
    canvas.saveState()
    _set_footer_type(canvas)
    x = SIDE
    for run in fonts.runs(sheets.footer):
        canvas.setFont(run.font, 12)
        canvas.drawString(x, _FOOT, run.text)
        x += canvas.stringWidth(run.text, run.font, 12)
    _set_footer_type(canvas)
    canvas.drawRightString(A4[0] - SIDE - _PAGES_WIDTH, _FOOT, f"Page {sheets.page} of ")
    canvas.translate(A4[0] - SIDE - _PAGES_WIDTH, _FOOT)
    canvas.doForm(_PAGES)
    canvas.restoreState()


def _set_footer_type(canvas: Canvas) -> None:
    canvas.setFont(fonts.REGULAR, 12)
    canvas.setFillColor(GREY)
