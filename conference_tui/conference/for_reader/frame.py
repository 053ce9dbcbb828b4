"""What several papers have in common: the conference, who may be named, the dates of a plan, the child's family."""

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.family_ties import kept_for
from conference_tui.conference.for_reader.reader import Reader
from conference_tui.conference.papers import Paper
from conference_tui.conference.people import Child, Person
from conference_tui.conference.state import Conference


def frame(reader: Reader, named: frozenset[str]) -> Conference:
    """What every paper has: the conference, the children, and of the `named` those who may be."""
    full = reader.full
    return Conference(
        opened=full.opened,
        arranged=full.arranged if not reader.is_family else replace(full.arranged, online_reason=""),
        children={child: _child(reader, child) for child in full.children if child in reader.children},
        people={
            person.id: _someone(full, person)
            for person in full.people.values()
            if person.id in named and person.id not in reader.gone
        },
        chairs=full.chairs,
        closed=full.closed,
        seals=tuple(seal for seal in full.seals if not seal.child or seal.child in reader.children),
    )


def _child(reader: Reader, child: str) -> Child:
    found = reader.full.children[child]
    if reader.copy.paper in (Paper.ACTION_SHEET, Paper.DATE_CARD):
        born = found.born if found.expected else None  # dates are counted from a birth (HF-3)
        return Child(id=found.id, name=found.name, expected=found.expected, born=born)
    return replace(found, lives="", lives_with=(), school="" if reader.is_family else found.school)


def _someone(full: Conference, person: Person) -> Person:
    phone = person.phone if _is_rung(full, person) else ""
    return replace(person, address="", phone=phone, screen_name="", withheld_from=(), born=None)


def _is_rung(full: Conference, person: Person) -> bool:
    """A key worker who withholds it from nobody: whom the letters say to ring."""
    rung = any(each.person == person.id for each in full.key_workers.values())
    return rung and person.is_professional and not person.withheld_from


def with_plan_dates(reader: Reader, left: Conference) -> Conference:
    """Core group and review belong to a child protection plan: without one there are none."""
    full = reader.full
    decided = [full.decisions[child].made.outcome for child in reader.children if child in full.decisions]
    if e.Outcome.CHILD_PROTECTION not in decided:
        return left
    group = {
        key: replace(member, children=reader.of(member.children))
        for key, member in full.core_group.items()
        if key not in reader.renamed and reader.reads_of(member.children)
    }
    return replace(
        left, core_group=group, core_group_booked=full.core_group_booked, review_booked=full.review_booked
    )


def with_family(reader: Reader, left: Conference) -> Conference:
    """For a plan, which shows it, the child's own family (KC-4)."""
    full, about = reader.full, reader.copy.child
    if about not in left.children:
        return left
    kept = kept_for(full, about, without=reader.gone)
    child = replace(left.children[about], lives_with=kept.lives_with)
    return replace(
        left,
        tree_in_plans=full.tree_in_plans,
        children={**left.children, about: child},
        relatives={key: each for key, each in full.relatives.items() if key in kept.members},
        relations={pair: each for pair, each in full.relations.items() if kept.members.issuperset(pair)},
    )
