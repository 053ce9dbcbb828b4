"""A written paper as HTML for WeasyPrint: the same words, tables and pictures, set as `setting.py` sets them at 12 points.

Nothing is in it that our pages do not have, and nothing of theirs is wanting: the footer with the number of pages, bookmarks,
a short part kept on one page, descriptions of pictures. It does what a conference's plan needs; cards, large print and
easy read are not there.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics

from conference_tui import authorities
from conference_tui.documents import fonts
from conference_tui.documents.page import TEXT_WIDTH
from conference_tui.documents.writing import Aside, Heading, Items, Part, Picture, Table, Text, Title, Written

_SIZE = 12.0
_SHORT_PART = 600
"""Letters of a part up to which it is kept on one page, as in `setting.py`."""
_LOOK = """@page { size: A4; margin: 18mm 18mm 22mm;
  @bottom-left { content: "%(footer)s"; font: 12pt Set; color: #505a5f }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 12pt Set; color: #505a5f } }
@font-face { font-family: Set; src: url("%(regular)s") }
@font-face { font-family: Set; font-weight: bold; src: url("%(bold)s") }
body { font: 12pt/1.4 Set; font-kerning: none; font-variant-ligatures: none; color: #0b0c0c; margin: 0 }
p, ul, ol { margin: 0 0 6pt } li { margin: 0 0 6pt } ul, ol { padding-left: 18pt } .quiet { color: #505a5f } .marked { font-weight: bold }
h1, h2, h3, h4 { color: #003078; margin: 8.4pt 0 6pt; break-after: avoid; bookmark-level: none }
h1 { font-size: 21.6pt; line-height: 1.22; margin: 0 0 12pt }
h2 { font-size: 16pt; line-height: 20.4pt; margin-top: 0; padding-top: 8.4pt; bookmark-level: 1 }
h3, h4 { font-size: 13.2pt; line-height: 18pt } h4 { color: #0b0c0c } .short, tr { break-inside: avoid }
table { width: 100%%; table-layout: fixed; border-collapse: collapse; margin: 0 0 12pt }
td, th { text-align: left; vertical-align: top; padding: 3pt 4pt 6pt; border-bottom: .7pt solid #b1b4b6; line-height: 1.25 }
thead th { background: #003078; color: white } svg { display: block; margin: 0 0 9.6pt }"""


def look(footer: str) -> str:
    """The style sheet: our letters, sizes, margins and colours, and what stands at the foot of each page."""
    folder = Path(authorities.__file__).parents[1] / "data" / "fonts"
    return _LOOK % {
        "footer": footer,
        "regular": (folder / "AtkinsonHyperlegibleNext-Regular.ttf").as_uri(),
        "bold": (folder / "AtkinsonHyperlegibleNext-Bold.ttf").as_uri(),
    }


def html(written: Written) -> str:
    """The paper, without its style sheet."""
    about = (
        f"<title>{escape(written.title)}</title>"
        f'<meta name="author" content="{escape(written.author)}">'
        f'<meta name="description" content="{escape(written.subject)}">'
    )
    sections = "".join(_section(parts) for parts in _sections(written.parts))
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8">{about}</head>'
        f"<body>{sections}</body></html>"
    )


def _sections(parts: Sequence[Part]) -> list[list[Part]]:
    """What stands before the first heading of the second level, and each such heading with what follows."""
    number = 0

    def of(part: Part) -> int:
        nonlocal number
        number += isinstance(part, Heading) and part.level == 2
        return number

    return [list(each) for _, each in groupby(parts, of)]


def _section(parts: Sequence[Part]) -> str:
    told = "".join("".join(_part(part)) for part in parts)
    if not isinstance(parts[0], Heading):
        return told
    letters = sum(_letters(part) for part in parts)
    return f'<section class="{"short" if letters <= _SHORT_PART else "long"}">{told}</section>'


def _letters(part: Part) -> int:
    """How long it is, as far as that decides whether a part is kept on one page; tables and pictures always may be divided."""
    match part:
        case Title() | Heading() | Text() | Aside():
            return len(part.words)
        case Items():
            return sum(map(len, part.texts))
        case _:
            return _SHORT_PART + 1


def _part(part: Part) -> Iterator[str]:
    match part:
        case Title():
            yield f"<h1>{_set(part.words)}</h1>"
        case Heading():
            yield f"<h{part.level}>{_set(part.words)}</h{part.level}>"
        case Text():
            yield f'<p class="{"marked" if part.marked else "text"}">{_set(part.words)}</p>'
        case Aside():
            yield f'<p class="quiet">{_set(part.words)}</p>'
        case Items():
            tag = "ol" if part.numbered else "ul"
            yield f"<{tag}>{''.join(f'<li>{_set(each)}</li>' for each in part.texts)}</{tag}>"
        case Table():
            yield from _table(part)
        case Picture():
            sketch = Sketch(part.painted.height(_SIZE))
            part.painted.paint(sketch, TEXT_WIDTH, _SIZE)  # type: ignore[arg-type]  # it has what pictures use
            yield sketch.svg(part.spoken)


def _table(part: Table) -> Iterator[str]:
    yield "<table><colgroup>"
    yield from (f'<col style="width:{share:.0%}">' for share in part.widths)
    yield "</colgroup>"
    if part.columns:
        yield f"<thead><tr>{''.join(f'<th>{_set(each)}</th>' for each in part.columns)}</tr></thead>"
    yield "<tbody>"
    for first, *others in part.rows:
        yield f"<tr><th>{_set(first)}</th>{''.join(f'<td>{_set(each)}</td>' for each in others)}</tr>"
    yield "</tbody></table>"


def _set(words: str) -> str:
    return escape(words).replace("\n", "<br>")


class Sketch:
    """What a picture draws on in place of a canvas: it keeps each line, shape and word as SVG."""

    def __init__(self, height: float) -> None:
        self.height = height
        self._drawn: list[str] = []
        self._at = (0.0, 0.0)
        self._fill = self._stroke = "#000000"
        self._line = 1.0
        self._dash = ""
        self._font, self._size = fonts.REGULAR, _SIZE

    def svg(self, spoken: str) -> str:
        """The picture, with its description."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{TEXT_WIDTH:.2f}pt" height="{self.height:.2f}pt" '
            f'viewBox="0 0 {TEXT_WIDTH:.2f} {self.height:.2f}" font-family="Set"><title>{escape(spoken)}</title>'
            f"{''.join(self._drawn)}</svg>"
        )

    def setFillColor(self, colour: Color) -> None:  # noqa: N802 (here and below: a canvas's names)
        """What shapes and letters are filled with."""
        self._fill = f"#{colour.hexval()[2:]}"

    def setStrokeColor(self, colour: Color) -> None:  # noqa: N802
        """What lines are drawn with."""
        self._stroke = f"#{colour.hexval()[2:]}"

    def setLineWidth(self, width: float) -> None:  # noqa: N802
        """How thick lines are."""
        self._line = width

    def setDash(self, pattern: Sequence[float]) -> None:  # noqa: N802
        """How lines are broken."""
        self._dash = f' stroke-dasharray="{" ".join(map(str, pattern))}"' if pattern else ""

    def setFont(self, font: str, size: float) -> None:  # noqa: N802
        """What words are set in."""
        self._font, self._size = font, size

    def saveState(self) -> None:  # noqa: N802
        """Pictures move their origin once; nothing is drawn after it is put back."""

    def restoreState(self) -> None:  # noqa: N802
        """As above."""

    def translate(self, x: float, y: float) -> None:
        """Move the origin."""
        self._at = (self._at[0] + x, self._at[1] + y)

    def stringWidth(self, words: str, font: str, size: float) -> float:  # noqa: N802
        """How wide words are."""
        return float(pdfmetrics.stringWidth(words, font, size))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """A line."""
        (x1, y1), (x2, y2) = self._place(x1, y1), self._place(x2, y2)
        self._drawn.append(
            f'<line x1="{x1:.2f}" y1="{y1:.2f}" x2="{x2:.2f}" y2="{y2:.2f}" {self._stroked()}/>'
        )

    def rect(self, x: float, y: float, width: float, height: float, *, stroke: int, fill: int) -> None:
        """A box."""
        x, y = self._place(x, y + height)
        self._drawn.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{width:.2f}" height="{height:.2f}" {self._shape(stroke, fill)}/>'
        )

    def circle(self, x: float, y: float, radius: float, *, stroke: int, fill: int) -> None:
        """A dot or a ring."""
        x, y = self._place(x, y)
        self._drawn.append(
            f'<circle cx="{x:.2f}" cy="{y:.2f}" r="{radius:.2f}" {self._shape(stroke, fill)}/>'
        )

    def drawString(self, x: float, y: float, words: str) -> None:  # noqa: N802
        """Words from here on."""
        self._words(x, y, words, "")

    def drawCentredString(self, x: float, y: float, words: str) -> None:  # noqa: N802
        """Words around here."""
        self._words(x, y, words, ' text-anchor="middle"')

    def _words(self, x: float, y: float, words: str, anchor: str) -> None:
        x, y = self._place(x, y)
        weight = ' font-weight="bold"' if self._font == fonts.BOLD else ""
        self._drawn.append(
            f'<text x="{x:.2f}" y="{y:.2f}" font-size="{self._size:g}"{weight}{anchor} fill="{self._fill}">'
            f"{escape(words)}</text>"
        )

    def _place(self, x: float, y: float) -> tuple[float, float]:
        """From the upper left corner, where a canvas counts from the lower left one."""
        return self._at[0] + x, self.height - self._at[1] - y

    def _stroked(self) -> str:
        return f'stroke="{self._stroke}" stroke-width="{self._line:g}"{self._dash}'

    def _shape(self, stroke: int, fill: int) -> str:
        return f'fill="{self._fill if fill else "none"}" {self._stroked() if stroke else ""}'
