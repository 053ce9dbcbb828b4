"""Typing the family tree."""

from collections.abc import Iterator

from conference_tui.conference import events as e
from conference_tui.conference import family_tree
from conference_tui.conference.state import Conference
from screens.family_tree import NOT_JOINED, RELATIONS
from screens.hands import hand
from screens.hands.choices import choose, instead
from screens.hands.strokes import Key, Stroke, Text, keys, row

_TREE = "ctrl+o"


@hand(e.RelativeNamed)
def _(event: e.RelativeNamed, conference: Conference) -> Iterator[Stroke]:
    before = conference.relatives.get(event.relative)
    yield from keys(_TREE)
    if before and not event.in_tree:
        yield Key("slash")
        yield Text(before.label)
        yield from keys("escape", "x", "escape")
        return
    yield from row(before.label) if before else keys("n")
    yield from instead(event.name, before.name if before else "")
    yield from instead(event.role, before.role if before else "")
    yield from instead(event.died, before.died if before else "")
    yield from keys("ctrl+s", "escape")


@hand(e.RelationGiven)
def _(event: e.RelationGiven, conference: Conference) -> Iterator[Stroke]:
    words = dict(RELATIONS)
    others = [each.name for each in family_tree.tree(conference).members if each.id != event.person]
    yield from keys(_TREE)
    yield from row(conference.name(event.person))
    if event.person in conference.relatives:
        yield from keys("enter", "enter", "enter")
    yield from choose(words[event.relation.value if event.relation else NOT_JOINED], list(words.values()))
    yield from choose(conference.name(event.of), others)
    yield from instead(event.note)
    yield from keys("ctrl+s", "escape")


@hand(e.TreeInPlansChosen)
def _(_: e.TreeInPlansChosen, __: Conference) -> Iterator[Stroke]:
    yield from keys(_TREE, "p", "escape")
