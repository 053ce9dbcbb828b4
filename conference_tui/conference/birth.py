"""A child that is not born yet: its name, the plan for its birth, and what the birth changes (HF-1, HF-3)."""

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.compared import folded
from conference_tui.conference.deadlines import Moved, due_dates, moved
from conference_tui.conference.folding import apply
from conference_tui.conference.people import NAMED_UNBORN, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.versions import out_of_date
from conference_tui.conference.working_days import Calendar


def suggested_name(mother: str) -> str:
    """What an unborn child is called: "Baby Orrell"; empty where the mother's name is not known."""
    parts = mother.split()
    return f"Baby {parts[-1]}" if parts else ""


def mother_of(conference: Conference, child: str) -> str:
    """The mother's name as entered, by her role; of one parent alone that one's; empty where nobody can tell."""
    parents = [
        person
        for person in conference.people.values()
        if person.standing is Standing.PARENT and child in person.parent_of
    ]
    mothers = [person for person in parents if "mother" in folded(person.role)] or parents
    return mothers[0].name if len(mothers) == 1 else ""


def misnamed(conference: Conference, child: str) -> bool:
    """Whether an unborn child already has a name of its own, which is the family's to tell at the birth."""
    found = conference.children[child]
    return found.unborn and bool(found.name) and not folded(found.name).startswith(NAMED_UNBORN)


def not_settled(conference: Conference, procedure: Procedure, child: str) -> tuple[str, ...]:
    """What the plan for an unborn child still has to settle, in the procedure's words."""
    return tuple(
        matter for matter in procedure.pre_birth.settles if (child, matter) not in conference.birth_plans
    )


def matters(conference: Conference, procedure: Procedure, child: str) -> tuple[str, ...]:
    """What is to be settled of an unborn child's birth in the procedure's words, then what else was settled of it.

    Of a child who is not unborn only what was settled.
    """
    settled = [each.matter for each in conference.birth_plans.values() if each.child == child]
    asked = procedure.pre_birth.settles if conference.children[child].unborn else ()
    return tuple(dict.fromkeys([*asked, *settled]))


def expected_children(conference: Conference) -> tuple[str, ...]:
    """Ids of the children who were entered as expected, those who are born since among them."""
    return tuple(child.id for child in conference.children.values() if child.expected)


def would_move(
    conference: Conference, procedure: Procedure, calendar: Calendar, event: e.ChildBorn
) -> tuple[Moved, ...]:
    """Which limits a birth would move that is not recorded yet: told while its day is typed (HF-3)."""
    if event.child not in conference.children:
        return ()
    return moved_by_birth(apply(conference, event), procedure, calendar)


def moved_by_birth(conference: Conference, procedure: Procedure, calendar: Calendar) -> tuple[Moved, ...]:
    """Limits that are others since a birth, with whether what is booked is late for them now (HF-3)."""
    was_awaited = conference.opened is not None and conference.opened.kind is e.Kind.PRE_BIRTH
    born = [
        child
        for child in conference.children.values()
        if child.born and child.expected and (was_awaited or child.id in conference.births)
    ]
    if not born:
        return ()
    expecting = {**conference.children, **{child.id: replace(child, born=None) for child in born}}
    before = due_dates(replace(conference, children=expecting), procedure, calendar)
    return moved(before, due_dates(conference, procedure, calendar))


class Reissue(Struct, frozen=True, kw_only=True):
    """A document from before a birth, to be made again."""

    made: e.DocumentMade
    version: int
    """Of the next one; the first that was made is version 1."""


def to_reissue(conference: Conference) -> tuple[Reissue, ...]:
    """Documents whose dates or name a birth has changed, and that were not made again since (HF-1)."""
    since = max((birth.documents for birth in conference.births.values()), default=0)
    made_again = {_same(made) for made in conference.documents[since:]}
    stale = {_same(made): made for made in conference.documents[:since] if _same(made) not in made_again}
    versions = [_same(made) for made in conference.documents]
    return tuple(
        Reissue(
            made=made,
            version=(made.version if made.reader else versions.count(key)) + 1,
        )
        for key, made in stale.items()
    )


def held_from_before(conference: Conference, procedure: Procedure) -> tuple[Reissue, ...]:
    """As `to_reissue`, without copies that a birth has not touched, such as a sibling's plan (N7)."""
    left = to_reissue(conference)
    touched = {each.made for each in out_of_date(conference, procedure)} if left else set()
    return tuple(each for each in left if not each.made.reader or each.made in touched)


def _same(made: e.DocumentMade) -> tuple[str, str, str]:
    return made.document, made.child, made.recipient
