"""The dates of a paper as a line from top to bottom: what is booked is a full dot, a last day a ring (BA-22)."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct
from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

from conference_tui.conference.deadlines import Due
from conference_tui.conference.text import say_date
from conference_tui.documents import fonts
from conference_tui.documents.page import BLUE, INK, RULE, TEXT_WIDTH
from conference_tui.documents.writing import Writing

_LEADING = 1.3
_GAP = (0.5, 2.2)
"""The least and the most room between two dates, in letters' heights."""
_DAYS_A_LETTER = 40.0
"""How many days make the room of one letter's height."""


class Mark(Struct, frozen=True, kw_only=True):
    """One date on the line."""

    on: date
    words: str
    is_fixed: bool
    """Whether it is the day itself, and not the last day for something."""

    @property
    def spoken(self) -> str:
        """The date in words, then what it is."""
        return f"{say_date(self.on)}: {self.words}."


def timeline(writing: Writing, held: date | None, due: Iterable[Due]) -> None:
    """The line of dates, where there are at least two."""
    marks = _marks(writing, held, due)
    if len(marks) > 1:
        spoken = writing.say("timeline", "picture", dates=" ".join(mark.spoken for mark in marks))
        writing.picture(spoken, DatesPicture(marks), instead=[mark.spoken for mark in marks])


def _marks(writing: Writing, held: date | None, due: Iterable[Due]) -> list[Mark]:
    """The conference, what is booked, and the last day of everything that is not."""
    marks = [Mark(on=held, words=writing.say("timeline", "conference"), is_fixed=True)] if held else []
    for each in due:
        key, on = ("booked", each.booked) if each.booked else ("limit", each.deadline.date)
        if on:
            words = writing.say("timeline", key, what=each.deadline.what)
            marks.append(Mark(on=on, words=words, is_fixed=each.booked is not None))
    return sorted(marks, key=lambda mark: mark.on)


class DatesPicture:
    """Dates down the page, further apart where more time lies between them."""

    def __init__(self, marks: Sequence[Mark], *, width: float = TEXT_WIDTH) -> None:
        """`width` in points."""
        self.marks = marks
        self.width = width

    def height(self, size: float) -> float:
        """How tall the picture is, in points."""
        fonts.register()
        lines = sum(len(lines) for lines in self._lines(size))
        return lines * _LEADING * size + sum(self._gaps(size)) + size * 0.6

    def paint(self, canvas: Canvas, _: float, size: float) -> None:
        """Draw it. Raises UnprintableCharacter before anything is painted."""
        every = self._lines(size)
        y = self.height(size) - size
        places = []
        for lines, gap in zip(every, [*self._gaps(size), 0.0], strict=True):
            places.append(y)
            y -= len(lines) * _LEADING * size + gap
        across, up = size * 0.6, size * 0.3
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(2)
        canvas.line(across, places[0] + up, across, places[-1] + up)
        for mark, lines, place in zip(self.marks, every, places, strict=True):
            canvas.setStrokeColor(BLUE)
            canvas.setFillColor(BLUE if mark.is_fixed else white)
            canvas.circle(across, place + up, size * 0.34, stroke=1, fill=1)
            canvas.setFillColor(INK)
            for number, line in enumerate(lines):
                self._write(canvas, line, place - number * _LEADING * size, size, is_first=number == 0)

    def _write(self, canvas: Canvas, line: str, y: float, size: float, *, is_first: bool) -> None:
        x = self._words_at(size)
        if is_first:
            day, _, line = line.partition("\t")
            x = self._put(canvas, f"{day} ", fonts.BOLD, x, y, size)
        self._put(canvas, f"{line} ", fonts.REGULAR, x, y, size)

    def _put(self, canvas: Canvas, words: str, font: str, x: float, y: float, size: float) -> float:
        for run in fonts.runs(words, font):
            canvas.setFont(run.font, size)
            canvas.drawString(x, y, run.text)
            x += canvas.stringWidth(run.text, run.font, size)
        return x

    def _words_at(self, size: float) -> float:
        return size * 1.6

    def _gaps(self, size: float) -> list[float]:
        least, most = _GAP
        pairs = pairwise(self.marks)
        return [
            size * min(most, least + (after.on - before.on).days / _DAYS_A_LETTER) for before, after in pairs
        ]

    def _lines(self, size: float) -> list[list[str]]:
        """The lines of each mark; in the first a tab stands between the date and the words."""
        return [self._wrapped(mark, size) for mark in self.marks]

    def _wrapped(self, mark: Mark, size: float) -> list[str]:
        room = self.width - self._words_at(size)
        day = say_date(mark.on)
        used = fonts.width(f"{day} ", fonts.BOLD, size)
        lines = [f"{day}\t"]
        for word in mark.words.split():
            wide = fonts.width(f"{word} ", fonts.REGULAR, size)
            if used + wide > room:
                lines.append("")
                used = 0.0
            lines[-1] += f"{word} "
            used += wide
        return [line.rstrip(" ") for line in lines]
