"""The plan for the child: what is done by whom, what does not change, who helps."""

from datetime import date

from msgspec import Struct

from conference_tui.conference import mapping
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed


class Action(Struct, frozen=True, kw_only=True):
    """One row of the plan."""

    what: str
    need: str
    worry: int
    """The place of the worry it answers among `worries`, from 1; 0 where it names none of this child's."""
    danger: int
    """The same among `dangers`."""
    who: str
    when: str
    how_known: str
    childs: bool = False
    """Whether the child does it."""


class Support(Struct, frozen=True, kw_only=True):
    """What somebody of the network does."""

    who: str
    words: str


class Recommendation(Struct, frozen=True, kw_only=True):
    """A recommendation to others."""

    words: str
    owner: str
    by: date | None


class Agreed(Struct, frozen=True, kw_only=True):
    """What was agreed for this child."""

    actions: tuple[Action, ...]
    birth_plan: tuple[tuple[str, str], ...]
    """Of an unborn child: what is settled about the birth and going home, by matter."""
    bottom_lines: tuple[str, ...]
    contingencies: tuple[str, ...]
    network: tuple[Support, ...]
    recommendations: tuple[Recommendation, ...]


def agreed(own: Conference, child: str) -> Agreed:
    """What was agreed for this child."""
    return Agreed(
        actions=_actions(own, child),
        birth_plan=tuple((each.matter, each.words) for each in own.birth_plans.values()),
        bottom_lines=tuple(line.words for line in own.bottom_lines.values()),
        contingencies=tuple(each.words for each in own.contingencies.values()),
        network=tuple(Support(who=own.name(each.person), words=each.words) for each in own.network.values()),
        recommendations=tuple(
            Recommendation(words=each.words, owner=own.name(each.owner), by=each.by)
            for each in own.recommendations.values()
        ),
    )


def _actions(own: Conference, child: str) -> tuple[Action, ...]:
    worries = [made.contribution for made in mapping.on_map(own.contributions, mapping.WORRIES)]
    dangers = list(own.danger_statements)
    return tuple(
        Action(
            what=action.what,
            need=action.need,
            worry=worries.index(action.worry) + 1 if action.worry in worries else 0,
            danger=dangers.index(action.worry) + 1 if action.worry in dangers else 0,
            who=listed([*dict.fromkeys(map(own.name, action.who)), *([action.also] if action.also else [])]),
            when=action.when,
            how_known=action.how_known,
            childs=child in action.who,
        )
        for action in own.actions.values()
    )
