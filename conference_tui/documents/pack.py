"""Every copy of a conference, drawn, looked through and written: for all readers at once, or for one.

A copy is drawn from what its reader may know, and `hand_over` is the only way in which one comes onto a disk or to a
printer: it looks through the finished bytes first, every time.
"""

import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from conference_tui.conference.events import DocumentMade, Outcome
from conference_tui.conference.papers import FILE, TITLES, Copy, Layout, Paper
from conference_tui.conference.plan import HANDED_OUT_BY, OUTLINE_PLAN
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.entry import entries_of
from conference_tui.conference.reading.questions import LeftOut, holding_up_in
from conference_tui.conference.reading.read import Reading
from conference_tui.conference.recipients import copies, rows
from conference_tui.conference.second_opinion import SecondOpinion
from conference_tui.conference.state import Conference
from conference_tui.conference.versions import drawn_from, version_of
from conference_tui.conference.working_days import Calendar
from conference_tui.documents.leak_check import Hit, check
from conference_tui.documents.reading import Unreadable

if TYPE_CHECKING:
    from conference_tui.documents.draw import Drawn, Order
    from conference_tui.documents.drawing_hands import Hands

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there will be."""

Encrypt = Callable[[bytes], bytes]
"""Puts a finished PDF under a passphrase."""

WITH_PLAN = (Outcome.CHILD_PROTECTION, Outcome.CHILD_IN_NEED)


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that was written."""

    copy: Copy
    path: Path
    sha256: str
    pages: int
    layout: Layout = Layout.STANDARD
    drawn_from: str = ""
    document: str = ""
    """As the record calls it; the paper's own name where it is empty."""

    @property
    def child(self) -> str:
        """The child whom it is about; empty where it is about several."""
        return self.copy.child

    def event(self, recipient: str = "") -> DocumentMade:
        """What the record says of it (HF-10). A `recipient` in words is for a plan that the chair hands on."""
        return DocumentMade(
            document=self.document or self.copy.paper.value,
            child=self.copy.child,
            recipient=recipient or (HANDED_OUT_BY if self.document else self.copy.reader_name),
            file=str(self.path.absolute()),
            sha256=self.sha256,
            reader="" if self.document else self.copy.reader,
            version=self.copy.version,
            layout=self.layout,
            drawn_from="" if self.document else self.drawn_from,
        )


class Stopped(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that was not written: something in it is not its reader's to have, or may not be; or the chair is asked."""

    copy: Copy
    layout: Layout
    hits: tuple[Hit, ...] = ()
    questions: tuple[LeftOut, ...] = ()
    """What the chair is asked before it is drawn."""


class Leak(Exception):
    """A finished copy holds what its reader may not have; nothing was written."""

    def __init__(self, hits: tuple[Hit, ...]) -> None:
        super().__init__(" ".join(hit.told for hit in hits))
        self.hits = hits


class Failed(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that could not be made, whatever became of the others."""

    copy: Copy
    layout: Layout
    error: Exception

    @property
    def is_mistake(self) -> bool:
        """Whether the program made a mistake, of which a report is kept; else somebody can do something about it."""
        from conference_tui.documents.braille import NoBraille
        from conference_tui.documents.fonts import UnprintableCharacter

        return not isinstance(self.error, UnprintableCharacter | NoBraille | Unreadable)

    @property
    def why(self) -> str:
        """Why, in a sentence to the person."""
        if self.is_mistake:
            return "The program made a mistake while this copy was made. The record and the other copies are not touched by it."
        return str(self.error)


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """What became of all the copies that were to be made."""

    made: tuple[Made, ...] = ()
    stopped: tuple[Stopped, ...] = ()
    failed: tuple[Failed, ...] = ()


class Ready(msgspec.Struct, frozen=True, kw_only=True):
    """A copy that is drawn, and not yet looked through."""

    copy: Copy
    layout: Layout
    data: bytes
    suffix: str
    pages: int
    drawn_from: str
    in_print: bytes = b""
    """Of a copy in braille the same words in print: contractions hide them from a search."""


class Press:
    """Draws and looks through the copies of one conference. Made once for a whole pack."""

    def __init__(
        self,
        conference: Conference,
        procedure: Procedure,
        calendar: Calendar,
        *,
        closed_words: Iterable[str] = (),
    ) -> None:
        self._conference = conference
        self._procedure = procedure
        self._calendar = calendar
        fixed = (*_wording(), *_texts(procedure))
        self._entries = entries_of(conference, procedure)
        self._readings: dict[Copy, Reading] = {}
        self._readers = [row.reader for row in rows(conference, procedure)]
        self._opinion = SecondOpinion(conference, procedure, closed_words=closed_words, fixed_words=fixed)
        self._looked_through: dict[tuple[bytes, Copy, Layout, str], tuple[Hit, ...]] = {}

    def questions(self, copy: Copy) -> tuple[LeftOut, ...]:
        """What the chair is asked before a copy is made, and has not answered."""
        return () if copy.reader == FILE else holding_up_in(self._reading(copy))

    def draw(self, copy: Copy, layout: Layout = Layout.STANDARD) -> Ready:
        """One copy in memory. Raises what `draw.draw` raises."""
        # ReportLab takes a tenth of a second: only when needed
        from conference_tui.documents.draw import carry_out

        order = self._order(copy, layout)
        return _ready(order, carry_out(order, self._procedure, self._calendar))

    def draw_all(
        self, wanted: Iterable[tuple[Copy, Layout]], hands: "Hands | None" = None
    ) -> "Iterator[Ready | Failed]":
        """Copies in memory, in the same order, drawn by `hands` side by side; those that cannot be, with why, last."""
        from conference_tui.documents.drawing_hands import Hands

        failed: list[Failed] = []
        with hands or Hands(0) as drawing:
            orders = self._orders(wanted, failed)
            for order, drawn in drawing.draw(orders, (self._procedure, self._calendar)):
                if isinstance(drawn, Exception):
                    failed.append(Failed(copy=order.copy, layout=order.layout, error=drawn))
                else:
                    yield _ready(order, drawn)
        yield from failed

    def _orders(self, wanted: Iterable[tuple[Copy, Layout]], failed: list[Failed]) -> "Iterator[Order]":
        """What is to be drawn; a copy that cannot even be asked for goes to the `failed`."""
        for copy, layout in wanted:
            try:
                order = self._order(copy, layout)
            except Exception as error:
                failed.append(Failed(copy=copy, layout=layout, error=error))
            else:
                yield order

    def _reading(self, copy: Copy) -> Reading:
        """What a reader may read: found for the questions, kept until the copy is drawn."""
        if copy not in self._readings:
            self._readings[copy] = Reading(self._conference, self._procedure, copy, self._entries)
        return self._readings[copy]

    def _order(self, copy: Copy, layout: Layout) -> "Order":
        from conference_tui.documents.draw import Order

        reduced = self._reading(copy).conference()
        self._readings.pop(copy, None)
        number = drawn_from(reduced)
        copy = replace(copy, version=version_of(self._conference, copy, number))
        return Order(copy=copy, reduced=reduced, layout=layout, drawn_from=number)

    def look_through(self, ready: Ready, name: str) -> tuple[Hit, ...]:
        """What is in a finished copy, under this file name, that should not be there. Raises Unreadable.

        The same bytes for the same reader under the same name are read once.
        """
        what = (hashlib.sha256(ready.data).digest(), ready.copy, ready.layout, name)
        if what not in self._looked_through:
            terms = self._opinion.terms(ready.copy)
            hits = check(ready.data, ready.suffix, name, terms)
            if not hits and ready.in_print:
                hits = check(ready.in_print, ".pdf", name, terms)
            self._looked_through[what] = hits
        return self._looked_through[what]

    def name(self, ready: Ready) -> str:
        """A neutral name: the reference, the reader's number among all, the paper, the child's number; never a name."""
        return _name(self._conference, self._readers, ready)

    def number(self, reader: str) -> str:
        """A reader's number among all, as it stands in the names of their files: "01"."""
        return _number(self._readers, reader)

    def hand_over(self, ready: Ready, path: Path, encrypt: Encrypt | None = None) -> Made:
        """Look through a finished copy and write it, readable by this user only. Raises Leak, Unreadable, OSError."""
        if hits := self.look_through(ready, path.name):
            raise Leak(hits)
        content = encrypt(ready.data) if encrypt and ready.suffix == ".pdf" else ready.data
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path, content)
        return Made(
            copy=ready.copy,
            path=path,
            sha256=hashlib.sha256(content).hexdigest(),
            pages=ready.pages,
            layout=ready.layout,
            drawn_from=ready.drawn_from,
        )


def make_copies(
    press: Press,
    wanted: Sequence[Copy],
    name: Callable[[Ready], Path],
    *,
    layouts: Sequence[Layout] = (Layout.STANDARD,),
    encrypt: Encrypt | None = None,
    progress: Progress | None = None,
    hands: "Hands | None" = None,
) -> Pack:
    """Draw all copies and look through each, then write it where `name` says.

    Several are drawn side by side, by `hands` where they were got ready beforehand, and looked through meanwhile.

    All are drawn and looked through before the first is written. A file of the same name is replaced whole. A copy of
    which the chair is asked something first is not drawn. One with something in it that its reader may not have is not
    written, nor is one that cannot be drawn or looked through, whatever the reason; the others are. Raises OSError, and
    what `name` raises.
    """
    from conference_tui.documents.drawing_hands import WORTH_IT, Hands

    questions = {copy: found for copy in wanted if (found := press.questions(copy))}
    held_up = [
        Stopped(copy=copy, layout=layout, questions=found)
        for layout in layouts
        for copy, found in questions.items()
    ]
    asked = [(copy, layout) for layout in layouts for copy in wanted if copy not in questions]
    tell = progress or _nobody
    if hands is None and len(asked) >= WORTH_IT:
        hands = Hands()
    ready: list[Ready] = []
    failed: list[Failed] = []
    tell(0, 2 * len(asked))
    for each in press.draw_all(asked, hands):
        fault = each if isinstance(each, Failed) else _fault(press, each, name(each).name)
        if fault:
            failed.append(fault)
        elif isinstance(each, Ready):
            ready.append(each)
        if len(ready) + len(failed) < len(asked):
            tell(len(ready) + len(failed), 2 * len(asked))
    made, stopped = [], []
    for place, each in enumerate(ready, len(asked) + len(failed)):
        tell(place, 2 * len(asked))
        try:
            made.append(press.hand_over(each, name(each), encrypt))
        except Leak as leak:
            stopped.append(Stopped(copy=each.copy, layout=each.layout, hits=leak.hits))
    tell(2 * len(asked), 2 * len(asked))
    return Pack(made=tuple(made), stopped=(*held_up, *stopped), failed=tuple(failed))


def in_words(conference: Conference, copy: Copy) -> str:
    """Which copy it is: "plan of Maya Orrell-Pike for Callum Voss"."""
    about = f" of {conference.name(copy.child)}" if copy.child else ""
    return f"{TITLES[copy.paper]}{about} for {copy.reader_name or conference.name(copy.reader)}"


def _nobody(_: int, __: int) -> None:
    """Nobody is told how far it is."""


def _fault(press: Press, ready: Ready, name: str) -> Failed | None:
    """Look through a drawn copy; that it cannot be, where it cannot."""
    try:
        press.look_through(ready, name)
    except Exception as error:
        return Failed(copy=ready.copy, layout=ready.layout, error=error)
    return None


def _ready(order: "Order", drawn: "Drawn") -> Ready:
    return Ready(
        copy=order.copy,
        layout=order.layout,
        data=drawn.data,
        suffix=drawn.suffix,
        pages=drawn.pages,
        drawn_from=order.drawn_from,
        in_print=drawn.in_print,
    )


# --- Files --------------------------------------------------------------------------------------------------

_SHORT = {
    Paper.OUTLINE_PLAN: "plan",
    Paper.IN_NEED_OUTLINE: "plan",
    Paper.DECISION_LETTER: "letter",
    Paper.CHILD_LETTER: "child-letter",
    Paper.ACTION_SHEET: "actions",
    Paper.MINUTES: "minutes",
    Paper.ATTENDANCE: "attendance",
    Paper.DATE_CARD: "dates",
}


def _number(readers: Sequence[str], reader: str) -> str:
    return f"{readers.index(reader) + 1:02}"


def _name(conference: Conference, readers: Sequence[str], ready: Ready) -> str:
    parts = [_ref(conference), f"for-{_number(readers, ready.copy.reader)}", _SHORT[ready.copy.paper]]
    if ready.copy.child:
        parts.append(f"child-{list(conference.children).index(ready.copy.child) + 1}")
    if ready.layout is not Layout.STANDARD:
        parts.append(ready.layout.value.replace("_", "-"))
    if ready.copy.version > 1:
        parts.append(f"version-{ready.copy.version}")
    return "-".join(parts) + ready.suffix


def copies_for(conference: Conference, procedure: Procedure, reader: str = "") -> tuple[Copy, ...]:
    """Every copy that is handed out, or those of one reader."""
    return tuple(copy for copy in copies(conference, procedure) if reader in ("", copy.reader))


def children_with_plans(conference: Conference) -> tuple[str, ...]:
    """Ids of the children for whom a plan can be drawn, in the order in which they were entered."""
    return tuple(
        child
        for child in conference.children
        if child in conference.decisions and conference.decisions[child].made.outcome in WITH_PLAN
    )


def file_name(conference: Conference, child: str) -> str:
    """The name of a plan that is for nobody in particular: the reference and the child's number in the conference."""
    number = list(conference.children).index(child) + 1
    return f"{_ref(conference)}-child-{number}-plan.pdf"


def make_plans(
    conference: Conference,
    procedure: Procedure,
    calendar: Calendar,
    folder: Path,
    progress: Progress | None = None,
    *,
    closed_words: Iterable[str] = (),
) -> Pack:
    """Write the outline plan of each child that has one into `folder`, for the chair to hand on. Raises OSError."""
    decided = {child: conference.decisions[child].made.outcome for child in children_with_plans(conference)}
    papers = {
        child: Paper.IN_NEED_OUTLINE if outcome is Outcome.CHILD_IN_NEED else Paper.OUTLINE_PLAN
        for child, outcome in decided.items()
    }
    pack = make_copies(
        Press(conference, procedure, calendar, closed_words=closed_words),
        [Copy(paper=paper, reader=FILE, child=child) for child, paper in papers.items()],
        lambda ready: folder / file_name(conference, ready.copy.child),
        progress=progress,
    )
    return replace(pack, made=tuple(replace(each, document=OUTLINE_PLAN) for each in pack.made))


def _ref(conference: Conference) -> str:
    return re.sub(r"[^\w.-]+", "-", conference.ref).strip("-.") or "conference"


def _wording() -> Iterator[str]:
    """All wording that papers have by themselves."""
    import tomllib

    for file in sorted((files("data") / "wording").iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            yield from _texts(tomllib.loads(file.read_text(encoding="utf-8")))


def _texts(value: object) -> Iterator[str]:
    """All texts in a value."""
    match value:
        case Enum():
            return
        case str():
            yield value
        case msgspec.Struct():
            yield from _texts(msgspec.structs.asdict(value))
        case tuple() | list():
            for each in value:
                yield from _texts(each)
        case Mapping():
            yield from _texts(tuple(value.values()))


def _write(path: Path, content: bytes) -> None:
    """Replace the file whole, or not at all."""
    unfinished = path.with_name(f".{path.name}.part")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
