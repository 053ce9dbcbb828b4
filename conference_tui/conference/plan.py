"""What the plan is made from: the worries it answers, the goals it works towards, the family's own people."""

import re

from msgspec import Struct

from conference_tui.conference.mapping import WORRIES, on_map
from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference

NETWORK = (Standing.NETWORK, Standing.PARENT, Standing.SUPPORTER)
"""Who may offer support for the family, in the order in which they are asked (BA-7)."""

OUTLINE_PLAN = "outline plan"
"""What the record calls the plan that is made at the end of the conference."""
HANDED_OUT_BY = "the chair, to hand out"
"""For whom a plan is made where nobody else is named: the chair gives it to those who may have it."""


class Worry(Struct, frozen=True, kw_only=True):
    """Something an action can answer (BR-5): a danger statement, or a worry of the map."""

    id: str
    words: str
    speaker: str
    """Who said it; empty for a danger statement, which is everybody's."""
    children: tuple[str, ...]
    """Whom it concerns; none is all of them."""


def worries(conference: Conference) -> tuple[Worry, ...]:
    """Everything that an action can answer: the danger statements, then the worries as they were said."""
    stated = [
        Worry(id=made.statement, words=made.words, speaker="", children=made.children)
        for made in conference.danger_statements.values()
    ]
    said = [
        Worry(id=made.contribution, words=made.words, speaker=made.speaker, children=made.children)
        for made in on_map(conference.contributions, WORRIES)
    ]
    return (*stated, *said)


def without_action(conference: Conference) -> tuple[Worry, ...]:
    """Danger statements and worries that no action of the plan answers (BR-5)."""
    answered = {action.worry for action in conference.actions.values()}
    return tuple(
        worry
        for worry in worries(conference)
        if worry.id not in answered and (worry.speaker or not danger_is_answered(conference, worry.id))
    )


def danger_is_answered(conference: Conference, statement: str) -> bool:
    """Whether an action names a danger statement, or works towards one of its goals (BR-5)."""
    goals = {goal.goal for goal in conference.safety_goals.values() if goal.statement == statement}
    return any(action.worry == statement or action.goal in goals for action in conference.actions.values())


def is_about(children: tuple[str, ...], child: str) -> bool:
    """Whether something of the plan is for a child; naming none is for all."""
    return not children or child in children


def supporters(conference: Conference) -> tuple[str, ...]:
    """Ids of the family's own people, who may offer support (BA-7)."""
    people = conference.people.values()
    return tuple(person.id for standing in NETWORK for person in people if person.standing is standing)


def everyone(conference: Conference) -> tuple[str, ...]:
    """Ids of all who may do something of the plan: the people of the conference, then its children who are born."""
    return conference.everybody_born()


def who_is_named(conference: Conference, told: str) -> tuple[tuple[str, ...], str]:
    """In words that say who does something: ids of those who may do it, and what is left of the words.

    What is left stands as it was typed, for an “and” may be part of a name. A name that two have is nobody's.
    """
    called: dict[str, list[str]] = {}
    for someone in everyone(conference):
        called.setdefault(conference.name(someone), []).append(someone)
    words = re.split("(, | and )", told)
    who: list[str] = []
    left: list[str] = []
    runs_on = False
    for between, name in zip(["", *words[1::2]], words[::2], strict=True):
        meant = called.get(name, ())
        if len(meant) == 1:
            who += meant
        elif runs_on:
            left[-1] += between + name
        else:
            left.append(name)
        runs_on = len(meant) != 1
    return tuple(who), ", ".join(left)
