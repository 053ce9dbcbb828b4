"""Who gets what when the conference is over, and why: the procedure's matrix, laid over the people there are (HF-10).

A row for each person, child and agency, a cell for each paper that there is for them. The chair can change a cell;
what stands in a copy is decided elsewhere (`reading`).
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Agency, Knows, agencies, is_noted_missing
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import STANDINGS, Discipline, Person, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_recipients import Cell as Answer
from conference_tui.conference.procedure_recipients import ReaderRow
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed

PLAN_PAPER = {
    e.Outcome.CHILD_PROTECTION: Paper.OUTLINE_PLAN,
    e.Outcome.CHILD_IN_NEED: Paper.IN_NEED_OUTLINE,
}
OF_SEVERAL = (Paper.ACTION_SHEET, Paper.MINUTES, Paper.ATTENDANCE, Paper.DATE_CARD)
"""Papers of which a reader has one, about all children that they may read of."""
_BEST_FIRST: tuple[Answer, ...] = ("yes", "chair", "via", "no", "never")


class Cell(Struct, frozen=True, kw_only=True):
    """Whether a reader gets one paper, and why."""

    paper: Paper
    child: str
    """Empty for a paper about several."""
    answer: Answer
    """By the procedure, whatever the chair said."""
    gets: bool
    why: str
    by_chair: bool = False
    """Whether the chair decided it."""


class Row(Struct, frozen=True, kw_only=True):
    """One reader, with every paper there is for them."""

    reader: str
    """A person's or child's id, an agency's name, or `FILE`."""
    name: str
    part: str
    """Who they are in the conference, in words."""
    cells: tuple[Cell, ...]

    def cell(self, paper: Paper, child: str = "") -> Cell | None:
        """The cell of a paper; None where there is none such for this reader."""
        return next((each for each in self.cells if (each.paper, each.child) == (paper, child)), None)


NOT_RECORDED = "whether they came is not recorded"
RESPONSIBILITY_NOT_KNOWN = (
    "Nobody knows whether they have parental responsibility for this child: the chair decides."
)


class _Found(Struct, frozen=True):
    """What a reader is to one child, by the matrix."""

    row: ReaderRow
    why: str = ""
    """In place of the row's."""

    @property
    def reason(self) -> str:
        return self.why or self.row.why


def rows(conference: Conference, procedure: Procedure) -> tuple[Row, ...]:
    """Everybody who may be given something: family, children, supporters, agencies, and the authority's file."""
    people = [
        person
        for person in conference.people.values()
        if not _for_an_agency(person) and person.id not in conference.children
    ]
    found = [
        _person(conference, procedure, person) for person in people if not is_waiting(conference, person)
    ]
    found += [_child(conference, procedure, child) for child in conference.children]
    found += [_agency(conference, procedure, agency) for agency in agencies(conference)]
    return (*found, _file(conference))


def row_of(conference: Conference, procedure: Procedure, reader: str) -> Row | None:
    """One reader's row; None where the reader has none."""
    return next((row for row in rows(conference, procedure) if row.reader == reader), None)


def copies(conference: Conference, procedure: Procedure) -> tuple[Copy, ...]:
    """Every copy that is handed out, reader by reader; the version is not worked out here."""
    return tuple(
        Copy(paper=cell.paper, reader=row.reader, child=cell.child, reader_name=row.name)
        for row in rows(conference, procedure)
        for cell in row.cells
        if cell.gets
    )


def waiting(conference: Conference) -> tuple[Person, ...]:
    """Parents who have no row until somebody knows whether they have parental responsibility (BA-6)."""
    return tuple(person for person in conference.people.values() if is_waiting(conference, person))


def is_waiting(conference: Conference, person: Person) -> bool:
    """Whether this is a parent of whom no parental responsibility is known, and who has no part in the conference."""
    return (
        person.standing is Standing.PARENT
        and not person.responsibility_for
        and person.id not in conference.children
        and person.id not in conference.presence
        and person.id not in conference.core_group
        and not _lives_with_one(conference, person)
    )


def children_read_of(conference: Conference, procedure: Procedure, copy: Copy) -> frozenset[str]:
    """The children about whom a copy may say anything. Raises KeyError for a reader without a row."""
    if copy.child:
        return frozenset({copy.child})
    if copy.reader == FILE:
        return frozenset(conference.children)
    if copy.paper is Paper.ACTION_SHEET:
        own = {copy.reader} & conference.children.keys()
        return _of_their_actions(conference, copy.reader) | own
    by_child = _answers(conference, procedure, copy.reader)
    wanted: tuple[Answer, ...] = ("yes", "chair")
    if decided := conference.copies.get((copy.reader, copy.paper, "")):
        wanted = ("yes", "chair", "via", "no") if decided.gets else ()
    best = _best(getattr(found.row, copy.paper.value) for found in by_child.values())
    allowed = {
        child
        for child, found in by_child.items()
        if (answer := getattr(found.row, copy.paper.value)) in wanted and (answer == best or answer == "yes")
    }
    if (
        copy.reader in conference.children
    ):  # a sibling's papers are the sibling's, whatever else the chair says
        person = conference.people.get(copy.reader)
        allowed &= {copy.reader, *(person.own_children if person else ())}
    return frozenset(allowed)


def does(conference: Conference, reader: str) -> tuple[str, ...]:
    """Ids of the actions that a person, or anyone of an agency, does."""
    people = set(_people_of(conference, reader))
    return tuple(key for key, action in conference.actions.items() if people & set(action.who))


# --- Rows ---------------------------------------------------------------------------------------------------


def _person(conference: Conference, procedure: Procedure, person: Person) -> Row:
    part = ", ".join(filter(None, (person.role, _kept_out_words(conference, person))))
    return Row(
        reader=person.id,
        name=person.label,
        part=part or person.standing.value,
        cells=tuple(_cells(conference, procedure, person.id)),
    )


def _child(conference: Conference, procedure: Procedure, child: str) -> Row:
    found = conference.children[child]
    age = found.age_on(conference.held) if conference.held else None
    part = f"child, aged {age}" if age is not None else "child"
    if person := conference.people.get(child):
        part += f", and {person.role or STANDINGS[person.standing]}"
    return Row(reader=child, name=found.label, part=part, cells=tuple(_cells(conference, procedure, child)))


def _agency(conference: Conference, procedure: Procedure, agency: Agency) -> Row:
    came = agency.present(conference.presence)
    missing = "was not there" if _is_noted_missing(conference, agency) else NOT_RECORDED
    return Row(
        reader=agency.name,
        name=agency.name,
        part="agency" if came else f"agency, {missing}",
        cells=tuple(_cells(conference, procedure, agency.name)),
    )


def _file(conference: Conference) -> Row:
    papers = [*_papers_about_children(conference), (Paper.MINUTES, ""), (Paper.ATTENDANCE, "")]
    why = "The authority keeps a copy of everything; nothing is left out of it but the closed slot."
    cells = [Cell(paper=paper, child=child, answer="yes", gets=True, why=why) for paper, child in papers]
    return Row(reader=FILE, name="The file", part="the authority's own copy", cells=tuple(cells))


def _papers_about_children(conference: Conference) -> Iterator[tuple[Paper, str]]:
    """The papers that there are about one child each."""
    for child in conference.children:
        decided = conference.decisions.get(child)
        if decided is None:
            continue
        if paper := PLAN_PAPER.get(decided.made.outcome):
            yield paper, child
        yield Paper.DECISION_LETTER, child


def _cells(conference: Conference, procedure: Procedure, reader: str) -> Iterator[Cell]:
    answers = _answers(conference, procedure, reader)
    plans_held: set[str] = set()
    for paper, child in _papers_about_children(conference):
        found = answers[child]
        cell = _decided(conference, reader, paper, child, getattr(found.row, paper.value), found.reason)
        if cell.gets and paper in PLAN_PAPER.values():
            plans_held.add(child)
        yield cell
    if reader in conference.children and reader in conference.decisions:
        yield _child_letter(conference, procedure, reader, answers[reader])
    for paper in OF_SEVERAL:
        yield from _of_several(conference, reader, paper, answers, plans_held)


def _of_several(
    conference: Conference, reader: str, paper: Paper, answers: dict[str, _Found], plans_held: set[str]
) -> Iterator[Cell]:
    if not answers or (paper is Paper.ACTION_SHEET and not _needs_a_sheet(conference, reader, plans_held)):
        return
    answer = _best(getattr(found.row, paper.value) for found in answers.values())
    found = next(found for found in answers.values() if getattr(found.row, paper.value) == answer)
    why = found.reason
    if paper is Paper.ACTION_SHEET and answer == "yes":
        why = "Does something in a plan that they do not get: a sheet with that, and nothing of the case."
    if paper is Paper.MINUTES and answer == "yes":
        answer, why = _minutes(conference, reader, why)
    if paper is Paper.DATE_CARD:
        answer, why = _date_card(conference, reader, answer, why)
    yield _decided(conference, reader, paper, "", answer, why)


def _decided(conference: Conference, reader: str, paper: Paper, child: str, answer: Answer, why: str) -> Cell:
    """The cell, as the chair decided where that was said; "never" is not the chair's to change."""
    chosen = conference.copies.get((reader, paper, child))
    if chosen and answer != "never":
        return Cell(paper=paper, child=child, answer=answer, gets=chosen.gets, why=chosen.why, by_chair=True)
    if answer == "chair" and not why.endswith("the chair decides."):
        why = f"{why} Whether they get this, the chair decides."
    return Cell(paper=paper, child=child, answer=answer, gets=answer == "yes", why=why)


def _child_letter(conference: Conference, procedure: Procedure, child: str, found: _Found) -> Cell:
    answer, why = found.row.child_letter, found.reason
    age = conference.children[child].age_on(conference.held) if conference.held else None
    if conference.children[child].unborn:
        answer, why = "no", "Is not born yet."
    elif answer == "yes" and (age is None or age < procedure.recipients.child_letter_from):
        known = f"Is {age}" if age is not None else "How old the child is, is not known"
        answer, why = "chair", f"{known}: whether a letter is read to the child, the chair decides."
    return _decided(conference, child, Paper.CHILD_LETTER, child, answer, why)


def _minutes(conference: Conference, reader: str, why: str) -> tuple[Answer, str]:
    """Of somebody who was kept out of all of it: nothing, or what the chair says (HV-3)."""
    kept = conference.exclusions.get(reader)
    if kept is None or kept.decided.parts:
        return "yes", why
    if kept.decided.without_minutes:
        return "no", f"Was kept out of the conference: {kept.decided.without_minutes}"
    return "chair", "Was kept out of the whole conference: the chair decides."


def _date_card(conference: Conference, reader: str, answer: Answer, why: str) -> tuple[Answer, str]:
    """For those of the family who come to the core group; of people kept apart the chair decides."""
    if answer not in {"yes", "chair"}:
        return answer, why
    apart = kept_apart(conference, reader)
    if apart:
        names = listed([conference.name(someone) for someone in apart])
        return (
            "chair",
            f"Is kept apart from {names}, and a date card says who will be where: the chair decides.",
        )
    if reader in conference.core_group:
        return "yes", "Is of the core group."
    return answer, why


def kept_apart(conference: Conference, reader: str) -> tuple[str, ...]:
    """Ids of those who must not learn where the reader is, or of whom the reader must not learn it."""
    found = conference.people.get(reader)
    own = found.withheld_from if found else ()
    others = (person.id for person in conference.people.values() if reader in person.withheld_from)
    return tuple(dict.fromkeys((*own, *others)))


def _needs_a_sheet(conference: Conference, reader: str, plans_held: set[str]) -> bool:
    """Whether they do something for a child whose plan they do not get (M19)."""
    people = set(_people_of(conference, reader))
    done = [action.children for action in conference.actions.values() if people & set(action.who)]
    done += [offer.children for offer in conference.network.values() if offer.person in people]
    return any(set(children or conference.children) - plans_held for children in done)


def _of_their_actions(conference: Conference, reader: str) -> frozenset[str]:
    people = set(_people_of(conference, reader))
    done = [conference.actions[key].children for key in does(conference, reader)]
    done += [offer.children for offer in conference.network.values() if offer.person in people]
    return frozenset(child for children in done for child in (children or conference.children))


# --- What a reader is to a child ----------------------------------------------------------------------------


def _answers(conference: Conference, procedure: Procedure, reader: str) -> dict[str, _Found]:
    """By child, what the matrix says. Raises KeyError for somebody who is nobody of the conference."""
    if reader in conference.children:
        own = conference.people.get(reader)
        return {child: _of_child(conference, procedure, reader, own, child) for child in conference.children}
    if reader in conference.people:
        person = conference.people[reader]
        return {child: _of_person(conference, procedure, person, child) for child in conference.children}
    agency = next((each for each in agencies(conference) if each.name == reader), None)
    if agency is None:
        raise KeyError(reader)
    return {child: _of_agency(conference, procedure, agency, child) for child in conference.children}


def _of_child(
    conference: Conference, procedure: Procedure, reader: str, own: Person | None, child: str
) -> _Found:
    """What a child is to a child: itself, another one, or a parent of it who is a child of the conference besides."""
    if own and child in own.own_children:
        return _of_person(conference, procedure, own, child)
    matrix = procedure.recipients
    return _Found(matrix.child if child == reader else matrix.sibling)


def _of_person(conference: Conference, procedure: Procedure, person: Person, child: str) -> _Found:
    matrix = procedure.recipients
    if child in person.responsibility_for:
        return _Found(matrix.kept_out if person.id in conference.exclusions else matrix.responsible)
    match person.standing:
        case Standing.PARENT:
            others_only = (person.parent_of or person.responsibility_for) and child not in person.parent_of
            if others_only and person.id not in conference.children[child].lives_with:
                return _Found(matrix.other_parent)
            not_known = child in person.responsibility_unknown
            return _Found(matrix.without_responsibility, RESPONSIBILITY_NOT_KNOWN if not_known else "")
        case Standing.NETWORK if not person.supports:
            return _Found(matrix.network)
        case Standing.NETWORK | Standing.SUPPORTER | Standing.ADVOCATE:
            whom = conference.name(person.supports) if person.supports else ""
            via = f"Came with {whom}: gets papers through them." if whom else ""
            return _Found(matrix.supporter, via)
    return _Found(matrix.onlooker)


def _of_agency(conference: Conference, procedure: Procedure, agency: Agency, child: str) -> _Found:
    matrix = procedure.recipients
    if agency.knows(child) is Knows.NO:
        return _Found(matrix.agency_elsewhere)
    in_core_group = any(person in conference.core_group for person in agency.people)
    if agency.present(conference.presence) or in_core_group:
        return _Found(matrix.agency)
    is_other = agency.discipline is Discipline.OTHER
    why = "" if _is_noted_missing(conference, agency) else f"Was invited; {NOT_RECORDED}."
    return _Found(matrix.agency_absent_other if is_other else matrix.agency_absent, why)


def _is_noted_missing(conference: Conference, agency: Agency) -> bool:
    return any(is_noted_missing(conference, person) for person in agency.people)


def _best(answers: Iterable[Answer]) -> Answer:
    return min(answers, key=_BEST_FIRST.index, default="no")


def _for_an_agency(person: Person) -> bool:
    return person.is_professional and bool(person.agency)


def _people_of(conference: Conference, reader: str) -> tuple[str, ...]:
    if reader in conference.people or reader in conference.children:
        return (reader,)
    return next((each.people for each in agencies(conference) if each.name == reader), ())


def _lives_with_one(conference: Conference, person: Person) -> bool:
    return any(person.id in child.lives_with for child in conference.children.values())


def _kept_out_words(conference: Conference, person: Person) -> str:
    kept = conference.exclusions.get(person.id)
    if kept is None:
        return ""
    return "kept out of part of it" if kept.decided.parts else "kept out"
