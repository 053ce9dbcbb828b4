"""The family tree on paper: a picture drawn with lines and letters, and the same in sentences (KC-4).

What it shows was reduced before (`family_tree.tree_of`). Letters are never smaller than the layout's: where the
tree is too large for the page then, its sentences stand there in its place.
"""

import math
from collections.abc import Sequence
from functools import partial

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from conference_tui.conference.family_layout import Box, Bus, Layout, Measure, lay_out
from conference_tui.conference.family_tree import Member, Tree
from conference_tui.documents import fonts
from conference_tui.documents.page import BLUE, INK, TEXT_WIDTH
from conference_tui.documents.writing import Writing

_ROOM = (12.0, 10.0, 8.5, 7.0, 6.0)
"""How wide the words in a box may go, in letters' heights: the widest at which the tree fits is taken."""
_LEADING = 1.25
_INSIDE = 0.5
_CHILD = HexColor("#e8f1f8")
_DOT = 0.18


def family(writing: Writing, tree: Tree) -> None:
    """The part of a paper that shows the family; nothing where there is nobody but the child."""
    if len(tree.members) < 2:
        return
    writing.heading("family")
    spoken = writing.say("family", "picture", sentences=" ".join(tree.sentences))
    painted = TreePicture(tree, apart=writing.say("family", "apart"))
    writing.picture(spoken, painted, instead=tree.sentences)
    facts = [fact for member in tree.members for fact in member.facts]
    used = {"responsible": "responsible for ", "homes": "home "}
    told = [key for key, begins in used.items() if any(fact.startswith(begins) for fact in facts)]
    writing.text(" ".join(writing.say("family", key) for key in told))


class TreePicture:
    """A family tree over the width of the text."""

    def __init__(self, tree: Tree, *, apart: str = "", width: float = TEXT_WIDTH) -> None:
        """`apart` is the heading of those who are joined to nobody; `width` in points."""
        self.tree = tree
        self.apart = apart
        self.width = width
        self._found: dict[float, tuple[Layout, float] | None] = {}

    def height(self, size: float) -> float:
        """How tall the picture is, in points; infinite where it is wider than the page."""
        found = self._layout(size)
        return found[0].height + 2 if found else math.inf

    def paint(self, canvas: Canvas, width: float, size: float) -> None:
        """Draw it. Raises UnprintableCharacter, and ValueError where it is wider than the page."""
        found = self._layout(size)
        if found is None:
            raise ValueError("the tree is wider than the page")
        layout, room = found
        canvas.saveState()
        canvas.translate((width - layout.width) / 2, layout.height + 1)
        for bus in layout.buses:
            _draw_lines(canvas, bus, size)
        for box in (*layout.boxes, *layout.apart):
            _draw_box(canvas, box, room, size)
        if layout.apart:
            canvas.setFillColor(BLUE)
            _write(canvas, self.apart, fonts.BOLD, 0, -layout.apart[0].y + size * 0.5, size)
        canvas.restoreState()

    def _layout(self, size: float) -> tuple[Layout, float] | None:
        if size not in self._found:
            self._found[size] = self._first_that_fits(size)
        return self._found[size]

    def _first_that_fits(self, size: float) -> tuple[Layout, float] | None:
        fonts.register()
        for room in (size * letters for letters in _ROOM):
            if any(_longest_word(member, size) > room for member in self.tree.members):
                return None
            measure = Measure(
                size=partial(_box_size, room=room, size=size),
                between=size * 0.9,
                track=size * 1.1,
                nearest=size * 0.7,
            )
            layout = lay_out(self.tree, measure, widest=self.width)
            if layout.width <= self.width:
                return layout, room
        return None


def _words(member: Member, room: float, size: float) -> list[tuple[str, str]]:
    """The lines of a box, each with its font."""
    lines = [(line, fonts.BOLD) for line in _wrapped(member.name, fonts.BOLD, room, size)]
    for fact in member.facts:
        lines += [(line, fonts.REGULAR) for line in _wrapped(fact, fonts.REGULAR, room, size)]
    return lines


def _wrapped(words: str, font: str, room: float, size: float) -> Sequence[str]:
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and fonts.width(longer, font, size) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _longest_word(member: Member, size: float) -> float:
    named = [fonts.width(word, fonts.BOLD, size) for word in member.name.split()]
    told = [fonts.width(word, fonts.REGULAR, size) for fact in member.facts for word in fact.split()]
    return max([0.0, *named, *told])


def _box_size(member: Member, *, room: float, size: float) -> tuple[float, float]:
    lines = _words(member, room, size)
    wide = max(fonts.width(line, font, size) for line, font in lines)
    return math.ceil(wide + 2 * _INSIDE * size), math.ceil(len(lines) * _LEADING * size + 2 * _INSIDE * size)


def _draw_box(canvas: Canvas, box: Box, room: float, size: float) -> None:
    """A frame, thick and tinted around the child, with its words."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(_CHILD)
    canvas.setLineWidth(2.2 if box.member.is_child else 0.9)
    canvas.rect(box.x, -box.y - box.height, box.width, box.height, stroke=1, fill=int(box.member.is_child))
    canvas.setFillColor(INK)
    y = -box.y - _INSIDE * size - size
    for line, font in _words(box.member, room, size):
        _write(canvas, line, font, box.x + _INSIDE * size, y, size)
        y -= _LEADING * size


def _write(canvas: Canvas, words: str, font: str, x: float, y: float, size: float) -> None:
    for run in fonts.runs(f"{words} ", font):
        canvas.setFont(run.font, size)
        canvas.drawString(x, y, run.text)
        x += canvas.stringWidth(run.text, run.font, size)


def _draw_lines(canvas: Canvas, bus: Bus, size: float) -> None:
    """One family's lines, broken for an adoption, with a dot where they meet: without one they only cross."""
    canvas.setStrokeColor(INK)
    canvas.setFillColor(INK)
    canvas.setLineWidth(1.1)
    canvas.setDash([4, 3] if bus.is_adoptive else [])
    low, high = bus.ends
    canvas.line(low, -bus.y, high, -bus.y)
    for x, top in bus.from_above:
        canvas.line(x, -top, x, -bus.y)
    for x, bottom in bus.to_below:
        canvas.line(x, -bus.y, x, -bottom)
    canvas.setDash([])
    ends = [x for x, _ in (*bus.from_above, *bus.to_below)]
    for x in set(ends):
        if low < x < high or ends.count(x) > 1:
            canvas.circle(x, -bus.y, _DOT * size, stroke=0, fill=1)
