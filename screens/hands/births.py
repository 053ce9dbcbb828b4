"""Typing the plan for a birth, and the birth: the same keys before the close and after it."""

from collections.abc import Iterator

from conference_tui.conference import birth
from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.conference.text import write_date
from screens.child_form import SEXES
from screens.hands import hand, procedure_of
from screens.hands.choices import choose, instead
from screens.hands.set_up import day
from screens.hands.strokes import Stroke, keys, line, row


@hand(e.BirthPlanSet)
def _(event: e.BirthPlanSet, conference: Conference) -> Iterator[Stroke]:
    given = conference.birth_plans.get((event.child, event.matter))
    known = birth.matters(conference, procedure_of(conference), event.child)
    if event.matter in known:
        yield from row(f"{'✓' if given else '○'} {event.matter}")
    else:
        yield from row("+ Something else about the birth")
        yield from line(event.matter)
    yield from instead(event.words, given.words if given else "")


@hand(e.ChildBorn)
def _(event: e.ChildBorn, conference: Conference) -> Iterator[Stroke]:
    given = conference.births.get(event.child)
    unborn = [child.id for child in conference.children.values() if child.unborn]
    names = [conference.name(child) for child in unborn]
    sexes = dict(SEXES)
    if given:
        yield from row(f"✓ {conference.name(event.child)} was born")
        name, sex = given.told.name, sexes.get(given.told.sex, "")
    else:
        yield from keys("b")
        is_one = len(unborn) == 1
        yield from () if is_one else choose(conference.name(event.child), names)
        name, sex = birth.suggested_name(birth.mother_of(conference, event.child)) if is_one else "", ""
    yield from instead(day(event.born), write_date(given.told.born) if given else "")
    yield from instead(event.name, name)
    yield from choose(sexes.get(event.sex, ""), list(sexes.values()), sex)
