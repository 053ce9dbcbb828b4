"""The picture of the scale: a line from end to end, and a mark for each person. Spread is shown, never a mean (BA-16)."""

from collections.abc import Callable, Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from conference_tui.conference.child_view import Mark
from conference_tui.documents import fonts
from conference_tui.documents.page import BLUE, INK, RULE

_SIZE = 12.0
_NUMBERS = 22.0
_ROW = 19.0
_TALLEST = 600.0
_BAND = HexColor("#e8f1f8")


def height(marks: Sequence[Mark]) -> float:
    """How tall the picture is, in points."""
    return min(_ROW * len(marks), _TALLEST) + _NUMBERS


def painter(marks: Sequence[Mark], lowest: int, highest: int) -> Callable[[Canvas, float, float], None]:
    """What paints the marks, from the lowest score at the top, on a line from `lowest` to `highest`.

    Raises UnprintableCharacter when called, before anything is painted.
    """
    labels = [fonts.runs(mark.who) for mark in marks]

    def paint(canvas: Canvas, width: float, tall: float) -> None:
        def at(score: int) -> float:
            return _SIZE + (width - 2 * _SIZE) * (score - lowest) / (highest - lowest)

        step = (tall - _NUMBERS) / len(marks)
        _numbers(canvas, at, lowest, highest)
        canvas.setFillColor(_BAND)
        left, right = at(marks[0].score), at(marks[-1].score)
        canvas.rect(left - 6, _NUMBERS, right - left + 12, tall - _NUMBERS, stroke=0, fill=1)
        _ticks(canvas, at, lowest, highest, tall)
        for row, (mark, label) in enumerate(zip(marks, labels, strict=True)):
            y = tall - (row + 0.5) * step
            canvas.setFillColor(BLUE)
            canvas.circle(at(mark.score), y, 5, stroke=0, fill=1)
            _name(canvas, label, at(mark.score), y - _SIZE / 3, width)

    return paint


def _numbers(canvas: Canvas, at: Callable[[int], float], lowest: int, highest: int) -> None:
    canvas.setFont(fonts.REGULAR, _SIZE)
    canvas.setFillColor(INK)
    for score in range(lowest, highest + 1):
        canvas.drawCentredString(at(score), 4, f"{score} ")


def _ticks(canvas: Canvas, at: Callable[[int], float], lowest: int, highest: int, tall: float) -> None:
    canvas.setStrokeColor(RULE)
    canvas.setLineWidth(0.6)
    for score in range(lowest, highest + 1):
        canvas.line(at(score), _NUMBERS - 4, at(score), tall)


def _name(canvas: Canvas, label: Sequence[fonts.Run], x: float, y: float, width: float) -> None:
    """Beside the mark, on the side with more room; what does not fit stands whole in the text below."""
    room = max(x, width - x) - 14
    long = sum(canvas.stringWidth(run.text, run.font, _SIZE) for run in label)
    x = x + 10 if x < width / 2 else x - 10 - min(long, room)
    canvas.setFillColor(INK)
    for run in label:
        text = run.text
        while text and canvas.stringWidth(text, run.font, _SIZE) > room:
            text = text[:-1]
        canvas.setFont(run.font, _SIZE)
        canvas.drawString(x, y, text)
        used = canvas.stringWidth(text, run.font, _SIZE)
        x, room = x + used, room - used
