"""Typing a correction of what was said, in its form."""

from collections.abc import Iterator
from datetime import date

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from screens.correction import COLUMNS, DOMAINS, IN_WRITING
from screens.hands.choices import choose, instead, tick
from screens.hands.strokes import Stroke, line


def plainly(made: e.ContributionMade) -> e.ContributionMade:
    """A contribution with no more in it than the capture line can say."""
    return e.ContributionMade(
        contribution=made.contribution,
        stage=made.stage,
        speaker=made.speaker,
        words=made.words,
        column=made.column,
        children=made.children,
        new_today=made.new_today,
        in_writing=made.in_writing,
    )


def correct(
    before: e.ContributionMade, now: e.ContributionMade, conference: Conference, why: str = ""
) -> Iterator[Stroke]:
    """Fill the form of a contribution that stands as `before`, so that it stands as `now`, and save it."""
    columns, domains = dict(COLUMNS), dict(DOMAINS)
    children = [child.label for child in conference.children.values()]
    people = [person.label for person in conference.people.values()]
    yield from instead(now.words, before.words)
    yield from _other(_column(before, columns), _column(now, columns), list(columns.values()))
    yield from tick(_names(now.children, conference), children, _names(before.children, conference))
    yield from instead(now.example, before.example)
    yield from instead(now.impact, before.impact)
    yield from _other(domains.get(before.domain, ""), domains.get(now.domain, ""), list(domains.values()))
    new = ["the family hears it for the first time"]
    yield from tick(new if now.new_today else (), new, new if before.new_today else ())
    yield from tick(
        [IN_WRITING] if now.in_writing else (), [IN_WRITING], [IN_WRITING] if before.in_writing else ()
    )
    yield from _other(_name(before.owner, conference), _name(now.owner, conference), people)
    yield from instead(_day(now.by), _day(before.by))
    speaker = _name(before.speaker, conference), _name(now.speaker, conference)
    yield from _other(*speaker, [*people, *children])
    yield from line("")
    yield from line(why)


def _other(before: str, now: str, options: list[str]) -> Iterator[Stroke]:
    """Choose another option, or go on where it is the same."""
    if before == now:
        yield from line("")
    else:
        yield from choose(now, options, before)


def _column(made: e.ContributionMade, columns: dict[str, str]) -> str:
    return columns[made.column.value if made.column else "none"]


def _names(ids: tuple[str, ...], conference: Conference) -> list[str]:
    return [conference.name(someone) for someone in ids]


def _name(someone: str, conference: Conference) -> str:
    return conference.name(someone) if someone else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
