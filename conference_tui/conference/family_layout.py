"""Where everything of a family tree stands: boxes in rows, and the lines between them, in whatever unit is asked.

The screen lays it out in columns and rows of letters, a document in points. Nothing is written here.
"""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise, permutations

from msgspec import Struct

from conference_tui.conference.family_tree import Lines, Member, Tree

_PASSES = 8
"""How often rows are put in order and moved below each other; trees of a family are settled long before."""
_MOST_TRIED = 5
"""Up to so many lines between two rows every order of them is tried."""
_NEAR = 4
"""In a row of more, somebody is tried so many places to the left and to the right."""


class Measure(Struct, frozen=True, kw_only=True):
    """The unit's own sizes."""

    size: Callable[[Member], tuple[float, float]]
    """Width and height of a member's box."""
    between: float
    """Room between two boxes of a row."""
    track: float
    """Room for one line between two rows, and above and below all of them."""
    nearest: float
    """How near two upright lines may come to each other."""


class Box(Struct, frozen=True, kw_only=True):
    """A member's place; `y` grows downwards."""

    member: Member
    x: float
    y: float
    width: float
    height: float


class Bus(Struct, frozen=True, kw_only=True):
    """One family's lines: from each parent down to a level line, and from that down to each child."""

    y: float
    from_above: tuple[tuple[float, float], ...]
    """Where each upright line begins, under a parent."""
    to_below: tuple[tuple[float, float], ...]
    """Where each ends, above a child."""
    is_adoptive: bool = False

    @property
    def ends(self) -> tuple[float, float]:
        """From where to where the level line goes."""
        every = [x for x, _ in (*self.from_above, *self.to_below)]
        return min(every), max(every)


class Layout(Struct, frozen=True, kw_only=True):
    """A tree with a place for everything."""

    boxes: tuple[Box, ...] = ()
    buses: tuple[Bus, ...] = ()
    apart: tuple[Box, ...] = ()
    """Below the tree: those who are joined to nobody yet."""
    width: float = 0
    height: float = 0


def lay_out(tree: Tree, measure: Measure, *, widest: float = 0) -> Layout:
    """Give everything its place. `widest`: how wide those who are joined to nobody may go, 0 as wide as the tree."""
    sizes = {member.id: measure.size(member) for member in tree.members}
    rows = _ordered(tuple(tuple(member.id for member in row) for row in tree.generations), tree.lines)
    left = _moved(rows, tree.lines, sizes, measure.between)
    members = {member.id: member for member in tree.members}
    boxes: dict[str, Box] = {}
    buses: list[Bus] = []
    y = 0.0
    for number, row in enumerate(rows):
        tall = max(sizes[each][1] for each in row)
        for each in row:
            boxes[each] = Box(member=members[each], x=left[each], y=y, width=sizes[each][0], height=tall)
        y += tall
        below = rows[number + 1] if number + 1 < len(rows) else []
        here = [line for line in tree.lines if line.parents[0] in row]
        gap = _Gap(here, boxes, left, sizes, measure)
        buses += gap.buses(y, below)
        y += gap.height if here or below else 0
    width = max([0.0, *(box.x + box.width for box in boxes.values())])
    apart, y, width = _set_apart(tree.apart, sizes, measure, y, max(width, widest), width)
    return Layout(boxes=tuple(boxes.values()), buses=tuple(buses), apart=apart, width=width, height=y)


def _set_apart(
    members: Sequence[Member],
    sizes: Mapping[str, tuple[float, float]],
    measure: Measure,
    y: float,
    widest: float,
    width: float,
) -> tuple[tuple[Box, ...], float, float]:
    """Those who are joined to nobody, side by side below the tree, with room for a heading."""
    if not members:
        return (), y, width
    placed: list[Box] = []
    y += 2 * measure.track if y else measure.track
    x = tall = 0.0
    for member in members:
        wide, high = sizes[member.id]
        if x and x + wide > widest:
            x, y, tall = 0.0, y + tall + measure.between, 0.0
        placed.append(Box(member=member, x=x, y=y, width=wide, height=high))
        x, tall = x + wide + measure.between, max(tall, high)
        width = max(width, x - measure.between)
    return tuple(placed), y + tall, width


# --- The order within each row ------------------------------------------------------------------------------


@lru_cache(maxsize=16)
def _ordered(given: tuple[tuple[str, ...], ...], lines: tuple[Lines, ...]) -> Sequence[Sequence[str]]:
    """Each row in an order in which families stand together: one at a time is put where the lines are shortest.

    It does not depend on sizes, so that a paper that tries several widths asks once.
    """
    rows = [list(row) for row in given]
    starts = [rows, [row[::-1] for row in rows], _by_the_row_above(rows, lines)]
    settled = [_settled([list(row) for row in start], lines) for start in starts]
    return min(settled, key=lambda found: _cost(found, lines))


def _by_the_row_above(rows: list[list[str]], lines: Sequence[Lines]) -> list[list[str]]:
    """Every row in the order of the parents above it."""
    made = [list(rows[0])] if rows else []
    for row in rows[1:]:
        above = {each: place for place, each in enumerate(made[-1])}
        place = {
            child: sum(above.get(parent, 0) for parent in line.parents) / len(line.parents)
            for line in lines
            for child in line.children
        }
        made.append(sorted(row, key=lambda each: place.get(each, len(above))))
    return made


def _settled(rows: list[list[str]], lines: Sequence[Lines]) -> list[list[str]]:
    """The rows once nobody has a better place."""
    best = _cost(rows, lines)
    for _ in range(_PASSES):
        before = best
        for row in rows:
            for each in list(row):
                best = _best_place(each, row, rows, lines, best)
        if best == before:
            break
    return rows


def _best_place(
    each: str, row: list[str], rows: list[list[str]], lines: Sequence[Lines], best: float
) -> float:
    kept = list(row)
    others = [other for other in row if other != each]
    here = row.index(each)
    for place in range(max(0, here - _NEAR), min(len(row), here + _NEAR + 1)):
        if place == here:
            continue
        row[:] = [*others[:place], each, *others[place:]]
        cost = _cost(rows, lines)
        if cost < best - 1e-9:
            best, kept = cost, list(row)
    row[:] = kept
    return best


def _cost(rows: Sequence[Sequence[str]], lines: Sequence[Lines]) -> float:
    """How far the lines go, with a little for each two children who do not stand in their order."""
    at = {each: place - (len(row) - 1) / 2 for row in rows for place, each in enumerate(row)}
    cost = 0.0
    ways: dict[int, list[tuple[float, float]]] = {}
    levels = {each: number for number, row in enumerate(rows) for each in row}
    for line in lines:
        parents = [at[each] for each in line.parents]
        middle = sum(parents) / len(parents)
        cost += 3 * (max(parents) - min(parents))
        if not line.children:
            continue
        children = [at[each] for each in line.children]
        cost += sum(abs(child - middle) for child in children) + 2 * (max(children) - min(children))
        cost += 0.3 * sum(one > other for one, other in pairwise(children))
        ways.setdefault(levels[line.parents[0]], []).append((middle, sum(children) / len(children)))
    return cost + sum(2.0 * _inversions(each) for each in ways.values())


def _inversions(ways: list[tuple[float, float]]) -> int:
    """How many pairs go crosswise: one is to the left of the other above, and to the right of it below."""
    below: list[float] = []
    found = 0
    for _, under in sorted(ways):
        found += len(below) - bisect_right(below, under)
        insort(below, under)
    return found


# --- Where each box begins ----------------------------------------------------------------------------------


def _moved(
    rows: Sequence[Sequence[str]],
    lines: Sequence[Lines],
    sizes: Mapping[str, tuple[float, float]],
    between: float,
) -> dict[str, float]:
    """The left side of each box: as near to those it is joined to as the others of its row let it."""
    left: dict[str, float] = {}
    for row in rows:
        x = 0.0
        for each in row:
            left[each] = x
            x += sizes[each][0] + between
    joined: dict[str, list[tuple[str, ...]]] = {each: [] for row in rows for each in row}
    for line in lines:
        for parent in line.parents:
            if line.children:
                joined[parent].append(line.children)
        for child in line.children:
            joined[child].append(line.parents)

    def centre(each: str) -> float:
        return left[each] + sizes[each][0] / 2

    for turn in range(_PASSES):
        for row in rows if turn % 2 else reversed(rows):
            wanted = []
            for each in row:
                means = [sum(map(centre, group)) / len(group) for group in joined[each]]
                middle = sum(means) / len(means) if means else centre(each)
                wanted.append(middle - sizes[each][0] / 2)
            left.update(zip(row, _apart_enough(wanted, row, sizes, between), strict=True))
    first = min(left.values(), default=0.0)
    return {each: float(round(x - first)) for each, x in left.items()}


def _apart_enough(
    wanted: Sequence[float], row: Sequence[str], sizes: Mapping[str, tuple[float, float]], between: float
) -> list[float]:
    """The places nearest to those wanted at which no box touches another, in the same order (least squares)."""
    offsets, x = [], 0.0
    for each in row:
        offsets.append(x)
        x += sizes[each][0] + between
    blocks: list[list[float]] = []  # the sum of what is wanted, and how many
    for want, offset in zip(wanted, offsets, strict=True):
        blocks.append([want - offset, 1])
        while len(blocks) > 1 and blocks[-2][0] / blocks[-2][1] > blocks[-1][0] / blocks[-1][1]:
            total, count = blocks.pop()
            blocks[-1][0] += total
            blocks[-1][1] += count
    settled = [total / count for total, count in blocks for _ in range(int(count))]
    return [place + offset for place, offset in zip(settled, offsets, strict=True)]


# --- The lines between two rows -----------------------------------------------------------------------------


class _Gap:
    """The room between a row of parents and the row of their children."""

    def __init__(
        self,
        lines: Sequence[Lines],
        boxes: Mapping[str, Box],
        left: Mapping[str, float],
        sizes: Mapping[str, tuple[float, float]],
        measure: Measure,
    ) -> None:
        self.lines = lines
        self.boxes = boxes
        self.left = left
        self.sizes = sizes
        self.measure = measure
        self.above = self._ports_above()
        self.below = self._ports_below()
        self.spans = [self._span(number) for number in range(len(lines))]
        self.tracks = self._best_tracks()

    @property
    def height(self) -> float:
        """How high the gap is: its tracks, with room above and below."""
        return (max(self.tracks, default=-1) + 2) * self.measure.track

    def buses(self, top: float, below: Sequence[str]) -> Iterable[Bus]:
        """The lines, where the gap begins at `top`."""
        bottom = top + self.height
        for number, line in enumerate(self.lines):
            yield Bus(
                y=top + (self.tracks[number] + 1) * self.measure.track,
                from_above=tuple((self.above[number, each], top) for each in line.parents),
                to_below=tuple((self.below[number, each], bottom) for each in line.children if each in below),
                is_adoptive=line.is_adoptive,
            )

    def _centre(self, each: str) -> float:
        return self.left[each] + self.sizes[each][0] / 2

    def _middle(self, line: Lines) -> float:
        every = [*line.parents, *line.children]
        return sum(map(self._centre, every)) / len(every)

    def _ports_above(self) -> dict[tuple[int, str], float]:
        """Where each family's line leaves a parent: side by side, in the order in which the families stand."""
        ports = {}
        for parent in dict.fromkeys(each for line in self.lines for each in line.parents):
            numbers = [number for number, line in enumerate(self.lines) if parent in line.parents]
            numbers.sort(key=lambda number: self._middle(self.lines[number]))
            share = self.sizes[parent][0] / (len(numbers) + 1)
            for place, number in enumerate(numbers, 1):
                ports[number, parent] = self.left[parent] + round(share * place)
        return ports

    def _ports_below(self) -> dict[tuple[int, str], float]:
        """Where each family's line comes to a child: not in the column of another family's parent."""
        ports: dict[tuple[int, str], float] = {}
        for child in dict.fromkeys(each for line in self.lines for each in line.children):
            numbers = [number for number, line in enumerate(self.lines) if child in line.children]
            share = self.sizes[child][0] / (len(numbers) + 1)
            for place, number in enumerate(numbers, 1):
                taken = [x for (other, _), x in self.above.items() if other != number]
                taken += [x for (other, _), x in ports.items() if other != number]
                own = [x for (same, _), x in self.above.items() if same == number]
                middle = self.left[child] + round(share * place)
                ports[number, child] = self._free(middle, self.sizes[child][0] / 2 - 1, taken, own)
        return ports

    def _free(self, middle: float, reach: float, taken: Sequence[float], own: Sequence[float]) -> float:
        """The place nearest to the middle that no other family has; a parent's own, where it is as good as that."""
        straight = [x for x in own if abs(x - middle) < self.measure.nearest]
        steps = int(reach / self.measure.nearest)
        tried = [*straight, middle]
        for step in range(1, steps + 1):
            tried += [middle + step * self.measure.nearest, middle - step * self.measure.nearest]
        free = (x for x in tried if all(abs(x - other) >= self.measure.nearest for other in taken))
        return next(free, middle)

    def _span(self, number: int) -> tuple[float, float]:
        every = [x for (own, _), x in (*self.above.items(), *self.below.items()) if own == number]
        return min(every), max(every)

    def _best_tracks(self) -> list[int]:
        """At which height each family's level line goes: none over another, and as few crossings as can be."""
        numbers = range(len(self.lines))
        orders = permutations(numbers) if len(numbers) <= _MOST_TRIED else [tuple(numbers)]
        tried = (self._tracks_in(order) for order in orders)
        return min(tried, key=lambda tracks: (self._crossings(tracks), max(tracks, default=0)), default=[])

    def _tracks_in(self, order: Sequence[int]) -> list[int]:
        """Tracks given out in this order, each the first that is free."""
        tracks = [-1] * len(self.lines)
        for number in order:
            low, high = self.spans[number]
            taken = {
                tracks[other]
                for other, (start, end) in enumerate(self.spans)
                if tracks[other] >= 0
                and start - self.measure.nearest < high
                and low < end + self.measure.nearest
            }
            tracks[number] = next(track for track in range(len(self.lines)) if track not in taken)
        return tracks

    def _crossings(self, tracks: Sequence[int]) -> int:
        found = 0
        for number, track in enumerate(tracks):
            low, high = self.spans[number]
            for (other, _), x in self.above.items():
                found += low < x < high and track < tracks[other]
            for (other, _), x in self.below.items():
                found += low < x < high and track > tracks[other]
        return found
