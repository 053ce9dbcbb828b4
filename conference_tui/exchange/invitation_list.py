"""An invitation list as a CSV file: who is invited, strictly read, all of it or nothing (HF-8). docs/invitations.md."""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.compared import folded, same
from conference_tui.conference.people import STANDINGS, Discipline, Standing, Whom
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, one_line, read_date, without_controls
from conference_tui.exchange.errors import ListRefused

COLUMNS = {
    "name": "name",
    "is the child": "person",
    "takes part as": "standing",
    "role": "role",
    "agency": "agency",
    "discipline": "discipline",
    "telephone": "phone",
    "address": "address",
    "born": "born",
    "knows": "knows",
    "parent of": "parent_of",
    "responsibility for": "responsibility_for",
    "supports": "supports",
    "language": "language",
    "withheld from": "withheld_from",
}
"""The headings of the file, and which field of a person each is."""
IS_CHILD = "is the child"
NEEDED = ("name", "takes part as")
BETWEEN = ";"
"""What stands between several names in one cell."""
NOBODY = "nobody"
"""Stands where a parent has no parental responsibility; an empty cell says only that it is not known (BA-6)."""
MOST_BYTES = 1_000_000
MOST_LINES = 500


class _Line(Struct, frozen=True, kw_only=True):
    """One line of the file: its number, the id of the new person, and what stands under each heading."""

    number: int
    person: str
    cells: Mapping[str, str]

    @property
    def name(self) -> str:
        """The name of the person."""
        return self.cells["name"]


class _Wrong(Exception):
    """What is wrong with a line; the message is the end of a sentence."""


def read(
    content: bytes, conference: Conference, new_id: Callable[[], str]
) -> tuple[tuple[int, e.PersonEntered], ...]:
    """Everybody of the list, each with the number of the line. Raises ListRefused with every line that is wrong.

    Names of children and of people are those of the conference, or of the list itself.
    """
    children = _children(conference)
    lines = tuple(_as_child(line, children) for line in _lines(_text(content), new_id))
    people = {each.name: each.id for each in conference.people.values() if each.name}
    people |= {line.name: line.person for line in lines if line.name}
    found: list[tuple[int, e.PersonEntered]] = []
    wrong: list[str] = []
    for line in lines:
        try:
            found.append((line.number, _person(line, conference, people)))
        except _Wrong as mistake:
            wrong.append(f"Line {line.number}: {mistake}")
    if wrong:
        raise ListRefused(wrong)
    return tuple(found)


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise ListRefused([f"The file has more than {MOST_BYTES:,} bytes: no invitation list has."])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content[: error.start].count(b"\n") + 1
        raise ListRefused([f"Line {number}: it is not UTF-8. Save the list as “CSV UTF-8”."]) from None


def _lines(text: str, new_id: Callable[[], str]) -> Iterator[_Line]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        typed = [one_line(cell) for cell in next(reader, [])]
        headings = [folded(cell) for cell in typed]
        _check_headings(headings, typed)
        number = reader.line_num + 1
        for count, cells in enumerate(reader):
            if count >= MOST_LINES:
                raise ListRefused([f"Line {number}: more than {MOST_LINES} people. Bring them in in parts."])
            if any(cell.strip() for cell in cells):
                yield _Line(number=number, person=new_id(), cells=_cells(headings, cells, number))
            number = reader.line_num + 1
    except csv.Error as error:
        raise ListRefused([f"Line {reader.line_num}: it is not CSV ({error})."]) from None


def _as_child(line: _Line, children: Mapping[str, str]) -> _Line:
    """The line of somebody who is a child of the conference besides, under that child's id."""
    same_one = (child for name, child in children.items() if same(name, line.cells[IS_CHILD]))
    return replace(line, person=next(same_one, line.person))


def _children(conference: Conference) -> dict[str, str]:
    """The children's ids by what they may be called in a list: the whole name, and the short one of the screens."""
    children: dict[str, str] = {}
    for child in conference.children.values():
        children.setdefault(child.short, child.id)
    return children | {child.label: child.id for child in conference.children.values()}


def _check_headings(headings: list[str], typed: list[str]) -> None:
    if len(headings) == 1 and headings[0].count(BETWEEN) > 0:
        raise ListRefused(["Line 1: the columns have semicolons between them. Save the list with commas."])
    if missing := [each for each in NEEDED if each not in headings]:
        raise ListRefused([f"Line 1: there is no column “{missing[0]}”. The first line has the headings."])
    for heading, told in zip(headings, typed, strict=True):
        if heading not in COLUMNS:
            known = listed([*COLUMNS], last="or")
            raise ListRefused([f"Line 1: “{told}” is no column of an invitation list. It is one of {known}."])
        if headings.count(heading) > 1:
            raise ListRefused([f"Line 1: the column “{told}” is there twice."])


def _cells(headings: list[str], cells: list[str], number: int) -> dict[str, str]:
    if len(cells) != len(headings):
        raise ListRefused(
            [f"Line {number}: it has {len(cells)} cells, and there are {len(headings)} columns."]
        )
    told = {heading: one_line(cell) for heading, cell in zip(headings, cells, strict=True)}
    return {heading: told.get(heading, "") for heading in COLUMNS}


def _person(line: _Line, conference: Conference, people: Mapping[str, str]) -> e.PersonEntered:
    cells = line.cells
    children = _children(conference)
    if cells[IS_CHILD]:
        child = conference.name(_one(cells[IS_CHILD], children, "child"))
        if line.name and not same(line.name, child):
            raise _Wrong(f"“{line.name}” is not the name of the child {child}.")
    parent_of = _several(cells["parent of"], children, "child")
    whom = next((each for each in Whom if each == folded(cells["knows"])), Whom.NOT_SAID)
    told = cells["responsibility for"]
    responsible = () if folded(told) == NOBODY else _several(told, children, "child")
    entered = e.PersonEntered(
        person=line.person,
        name=cells["name"],
        standing=_standing(cells["takes part as"]),
        role=cells["role"],
        agency=cells["agency"],
        discipline=_discipline(cells["discipline"]),
        phone=cells["telephone"],
        address=cells["address"],
        born=_born(cells["born"]),
        knows=() if whom else _several(cells["knows"], children, "child"),
        knows_whom=whom,
        parent_of=parent_of,
        responsibility_for=responsible,
        responsibility_unknown=() if told else parent_of,
        supports=_one(cells["supports"], {**children, **people}, "person") if cells["supports"] else "",
        language=cells["language"],
        withheld_from=_several(cells["withheld from"], people, "person"),
    )
    return without_controls(entered)


def _standing(told: str) -> Standing:
    for standing, words in STANDINGS.items():
        if folded(told) in (standing.value, folded(words)):
            return standing
    ways = listed([*STANDINGS.values()], last="or")
    raise _Wrong(f"“{told}” is no way to take part. It is one of {ways}.")


def _discipline(told: str) -> Discipline | None:
    if not told:
        return None
    for each in Discipline:
        if folded(told) in (folded(each.label), each.value.replace("_", " ")):
            return each
    raise _Wrong(
        f"“{told}” is no discipline. It is one of {listed([d.label for d in Discipline], last='or')}."
    )


def _born(told: str) -> date | None:
    try:
        return read_date(told) if told else None
    except ValueError as wrong:
        raise _Wrong(str(wrong)) from None


def _several(told: str, known: Mapping[str, str], what: str) -> tuple[str, ...]:
    names = [one_line(name) for name in told.split(BETWEEN) if name.strip()]
    return tuple(dict.fromkeys(_one(name, known, what) for name in names))


def _one(name: str, known: Mapping[str, str], what: str) -> str:
    alike = [known[each] for each in known if same(each, name)]
    found = known.get(name) or (alike[-1] if alike else None)
    if found is None:
        where = "the conference" if what == "child" else "the list or the conference"
        raise _Wrong(f"no {what} of {where} is called “{name}”.")
    return found
