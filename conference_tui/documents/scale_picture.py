"""The picture of the scale: a line from end to end, and a mark for each person. Spread is shown, never a mean (BA-16)."""

from collections.abc import Callable, Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from conference_tui.documents import fonts
from conference_tui.documents.page import BLUE, INK, RULE

_NUMBERS = 1.85
_ROW = 1.6
_TALLEST = 600.0
_BAND = HexColor("#e8f1f8")


class ScalePicture:
    """The marks of one question, from the lowest score at the top, on a line from `lowest` to `highest`."""

    def __init__(self, marks: Sequence[tuple[str, int]], lowest: int, highest: int) -> None:
        self.marks = marks
        self.lowest = lowest
        self.highest = highest

    def height(self, size: float) -> float:
        """How tall the picture is, in points."""
        return min(_ROW * size * len(self.marks), _TALLEST) + _NUMBERS * size

    def paint(self, canvas: Canvas, width: float, size: float) -> None:
        """Draw it. Raises UnprintableCharacter before anything is painted."""
        labels = [fonts.runs(who) for who, _ in self.marks]
        tall, numbers = self.height(size), _NUMBERS * size

        def at(score: int) -> float:
            return size + (width - 2 * size) * (score - self.lowest) / (self.highest - self.lowest)

        step = (tall - numbers) / len(self.marks)
        self._numbers(canvas, at, size)
        canvas.setFillColor(_BAND)
        left, right, over = at(self.marks[0][1]), at(self.marks[-1][1]), size / 2
        canvas.rect(left - over, numbers, right - left + size, tall - numbers, stroke=0, fill=1)
        self._ticks(canvas, at, size)
        for row, ((_, score), label) in enumerate(zip(self.marks, labels, strict=True)):
            y = tall - (row + 0.5) * step
            canvas.setFillColor(BLUE)
            canvas.circle(at(score), y, size * 0.42, stroke=0, fill=1)
            _name(canvas, label, at(score), y - size / 3, width, size)

    def _numbers(self, canvas: Canvas, at: Callable[[int], float], size: float) -> None:
        canvas.setFont(fonts.REGULAR, size)
        canvas.setFillColor(INK)
        for score in range(self.lowest, self.highest + 1):
            canvas.drawCentredString(at(score), size / 3, f"{score} ")

    def _ticks(self, canvas: Canvas, at: Callable[[int], float], size: float) -> None:
        canvas.setStrokeColor(RULE)
        canvas.setLineWidth(0.6)
        for score in range(self.lowest, self.highest + 1):
            canvas.line(at(score), _NUMBERS * size - 4, at(score), self.height(size))


def _name(canvas: Canvas, label: Sequence[fonts.Run], x: float, y: float, width: float, size: float) -> None:
    """Beside the mark, on the side with more room; what does not fit stands whole in the text below."""
    room = max(x, width - x) - size * 1.2
    long = sum(canvas.stringWidth(run.text, run.font, size) for run in label)
    x = x + size * 0.8 if x < width / 2 else x - size * 0.8 - min(long, room)
    canvas.setFillColor(INK)
    for run in label:
        text = run.text
        while text and canvas.stringWidth(text, run.font, size) > room:
            text = text[:-1]
        canvas.setFont(run.font, size)
        canvas.drawString(x, y, text + " ")
        used = canvas.stringWidth(text, run.font, size)
        x, room = x + used, room - used
