"""A family tree in letters: boxes and lines of the box-drawing characters, for a terminal of any size."""

import textwrap
from collections.abc import Sequence

from msgspec import Struct
from rich.cells import cell_len

from conference_tui.conference.family_layout import Box, Bus, Layout, Measure, lay_out
from conference_tui.conference.family_tree import Member, Tree

INSIDE = 20
"""Letters that stand side by side in a box."""
APART = "Of the family, and not joined to anybody yet"

UP, DOWN, LEFT, RIGHT = 1, 2, 4, 8
_SIGNS = {
    UP: "│", DOWN: "│", UP | DOWN: "│", LEFT: "─", RIGHT: "─", LEFT | RIGHT: "─",
    DOWN | RIGHT: "┌", DOWN | LEFT: "┐", UP | RIGHT: "└", UP | LEFT: "┘",
    UP | DOWN | RIGHT: "├", UP | DOWN | LEFT: "┤", DOWN | LEFT | RIGHT: "┬", UP | LEFT | RIGHT: "┴",
    UP | DOWN | LEFT | RIGHT: "┼",
}  # fmt: skip
_DASHED = {"│": "┆", "─": "┄"}


class Letters(Struct, frozen=True, kw_only=True):
    """A tree that is drawn: its lines of text, and where each member stands in them."""

    lines: tuple[str, ...]
    places: dict[str, tuple[int, int, int, int]]
    """By member: column, row, width and height of the box."""


def drawn(tree: Tree, *, widest: int = 76) -> Letters:
    """Draw a tree; those who are joined to nobody go at most `widest` columns."""
    found = lay_out(tree, Measure(size=_size, between=2, track=1, nearest=1), widest=widest)
    paper = _Paper(found)
    for box in (*found.boxes, *found.apart):
        paper.box(box)
    for bus in found.buses:
        paper.bus(bus)
    if found.apart:
        paper.write(0, int(found.apart[0].y) - 1, APART)
    places = {
        box.member.id: (int(box.x), int(box.y), int(box.width), int(box.height))
        for box in (*found.boxes, *found.apart)
    }
    return Letters(lines=paper.lines(), places=places)


def _size(member: Member) -> tuple[float, float]:
    rows = written(member)
    return max(12, *(cell_len(row) for row in rows)) + 4, len(rows) + 2


def written(member: Member) -> list[str]:
    """What stands in a box, in lines: the name, and below it the facts."""
    return [part for words in (member.name, *member.facts) for part in _wrapped(words)]


def _wrapped(words: str) -> Sequence[str]:
    """Words in lines of at most `INSIDE` letters; a wide letter counts as two."""
    room = INSIDE if cell_len(words) == len(words) else INSIDE // 2
    return textwrap.wrap(words, room, subsequent_indent=" ") or [""]


class _Paper:
    """Rows of cells to draw on."""

    def __init__(self, layout: Layout) -> None:
        wide = max(int(layout.width), len(APART) if layout.apart else 0) + 1
        self.cells = [[" "] * wide for _ in range(int(layout.height) + 1)]

    def lines(self) -> tuple[str, ...]:
        """What was drawn."""
        rows = ["".join(row).rstrip() for row in self.cells]
        while rows and not rows[-1]:
            rows.pop()
        return tuple(rows)

    def write(self, x: int, y: int, words: str) -> None:
        """Write words; a wide letter takes the place of two."""
        for letter in words:
            self.cells[y][x] = letter
            for more in range(1, cell_len(letter)):
                self.cells[y][x + more] = ""
            x += cell_len(letter)

    def box(self, box: Box) -> None:
        """A frame, double around a child of the conference, with what stands in it."""
        x, y, width, height = int(box.x), int(box.y), int(box.width), int(box.height)
        corners = "╔╗╚╝═║" if box.member.is_child else "┌┐└┘─│"
        level = corners[4] * (width - 2)
        self.write(x, y, f"{corners[0]}{level}{corners[1]}")
        self.write(x, y + height - 1, f"{corners[2]}{level}{corners[3]}")
        for row in range(y + 1, y + height - 1):
            self.cells[row][x] = self.cells[row][x + width - 1] = corners[5]
        for row, words in enumerate(written(box.member), y + 1):
            self.write(x + 2, row, words)

    def bus(self, bus: Bus) -> None:
        """One family's lines: upright ones go over level ones of others, which are broken there."""
        level, (low, high) = int(bus.y), (int(end) for end in bus.ends)
        joints: dict[int, int] = {}
        for x, top in bus.from_above:
            self._upright(int(x), int(top), level - 1, bus)
            joints[int(x)] = joints.get(int(x), 0) | UP
            self._join(int(x), int(top) - 1, "┬")
        for x, bottom in bus.to_below:
            self._upright(int(x), level + 1, int(bottom) - 1, bus)
            joints[int(x)] = joints.get(int(x), 0) | DOWN
            self._join(int(x), int(bottom), "┴")
        for x in range(low, high + 1):
            arms = joints.get(x, 0) | (LEFT if x > low else 0) | (RIGHT if x < high else 0)
            sign = _SIGNS[arms]
            if x in joints or self.cells[level][x] == " ":
                self.cells[level][x] = _DASHED.get(sign, sign) if bus.is_adoptive else sign

    def _upright(self, x: int, top: int, bottom: int, bus: Bus) -> None:
        for row in range(top, bottom + 1):
            self.cells[row][x] = "┆" if bus.is_adoptive else "│"

    def _join(self, x: int, y: int, sign: str) -> None:
        """Where a line meets the frame of a box."""
        doubled = {"┬": "╤", "┴": "╧"}
        self.cells[y][x] = doubled[sign] if self.cells[y][x] == "═" else sign
