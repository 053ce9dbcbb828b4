"""What was said of the child: the child's own words, the map, the dangers and the scale."""

from datetime import date

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference import mapping, scaling
from conference_tui.conference.state import Conference


class Entry(Struct, frozen=True, kw_only=True):
    """Something said on the map, as typed, and by whom: a parent's "I" is not the child's."""

    words: str
    speaker: str = ""
    example: str = ""
    impact: str = ""
    owner: str = ""
    by: date | None = None
    in_writing: bool = False


class Danger(Struct, frozen=True, kw_only=True):
    """A danger statement and the safety goals that answer it."""

    words: str
    goals: tuple[str, ...]


class Mark(Struct, frozen=True, kw_only=True):
    """Who stands where on the scale."""

    who: str
    score: int
    asked_by_the_chair: bool = False
    """A supporter, who gives no score unless the chair asks (HV-2)."""


class Scale(Struct, frozen=True, kw_only=True):
    """The answers to one question of the scale, from the lowest to the highest."""

    question: str
    marks: tuple[Mark, ...]
    spread: str
    done_today: str = ""
    """The answer about a low score."""


class Mapped(Struct, frozen=True, kw_only=True):
    """Everything said of this child."""

    child_said: tuple[str, ...]
    """The child's own words, as typed (HF-6)."""
    worries: tuple[Entry, ...]
    well: tuple[Entry, ...]
    unknown: tuple[Entry, ...]
    dangers: tuple[Danger, ...]
    scales: tuple[Scale, ...]


def mapped(own: Conference) -> Mapped:
    """Everything said of this child."""
    return Mapped(
        child_said=tuple(said.words for said in own.child_views if said.words),
        worries=_entries(own, mapping.WORRIES),
        well=_entries(own, mapping.WELL),
        unknown=_entries(own, mapping.GREY),
        dangers=_dangers(own),
        scales=_scales(own),
    )


def _entries(own: Conference, third: mapping.Third) -> tuple[Entry, ...]:
    return tuple(_entry(own, made) for made in mapping.on_map(own.contributions, third))


def _entry(own: Conference, made: e.ContributionMade) -> Entry:
    return Entry(
        words=made.words,
        speaker=own.name(made.speaker),
        example=made.example,
        impact=made.impact,
        owner=own.name(made.owner) if made.owner else "",
        by=made.by,
        in_writing=made.in_writing,
    )


def _dangers(own: Conference) -> tuple[Danger, ...]:
    return tuple(
        Danger(
            words=statement.words,
            goals=tuple(
                goal.words for goal in own.safety_goals.values() if goal.statement == statement.statement
            ),
        )
        for statement in own.danger_statements.values()
    )


def _scales(own: Conference) -> tuple[Scale, ...]:
    spreads = [spread for asked in scaling.questions(own) if (spread := scaling.spread(own, asked))]
    return tuple(
        Scale(
            question=spread.question.title,
            marks=tuple(_mark(own, given) for given in spread.scores),
            spread=spread.sentence,
            done_today=own.low_score_answers.get(spread.question.id, ""),
        )
        for spread in spreads
    )


def _mark(own: Conference, given: e.ScoreGiven) -> Mark:
    asked = scaling.is_asked_by_the_chair(own, given.person)
    return Mark(who=own.name(given.person), score=given.score, asked_by_the_chair=asked)
