"""Typing the map, the harm matrix and the scale."""

from collections.abc import Iterator

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.scaling import answered, asked, questions
from conference_tui.conference.state import Conference
from screens.hands import hand
from screens.hands.choices import choose
from screens.hands.correcting import correct
from screens.hands.strokes import Stroke, keys, line, row

ENOUGH = 30
"""Letters of a question, no more than are shown of a folded one, or of somebody's words that tell it from the others."""


@hand(e.ContributionCorrected)
def _(event: e.ContributionCorrected, conference: Conference) -> Iterator[Stroke]:
    now = event.correct
    before = next(made for made in conference.contributions if made.contribution == now.contribution)
    yield from row(f"): {before.words.splitlines()[0][:ENOUGH]}")
    yield from correct(before, now, conference, event.why)


@hand(e.HarmDetailed)
def _(event: e.HarmDetailed, conference: Conference) -> Iterator[Stroke]:
    procedure = authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)
    kinds: dict[str, str] = {each.code: each.title for each in procedure.categories}
    yield from keys("m", "a")
    children = [child.label for child in conference.children.values()]
    yield from choose(conference.name(event.child), children)
    yield from choose(kinds[event.harm.value], list(kinds.values()))
    yield from choose(event.incident, ["first", "worst", "most recent"])
    yield from line(event.when)
    yield from line(event.behaviour)
    yield from line(event.severity)
    yield from line(event.impact)
    yield from keys("escape")


def _question(question: str, conference: Conference) -> Iterator[Stroke]:
    """Unfold a question."""
    every = questions(conference)
    number = next(number for number, each in enumerate(every, start=1) if each.id == question)
    yield from row(f"{number}. {every[number - 1].title.splitlines()[0][:ENOUGH]}")


@hand(e.ScoreGiven)
def _(event: e.ScoreGiven, conference: Conference) -> Iterator[Stroke]:
    yield from _question(event.question, conference)
    yield from row(f"{conference.name(event.person)}: ")
    yield from line(str(event.score))
    yield from line(event.rationale)


@hand(e.ScoresShown)
def _(event: e.ScoresShown, conference: Conference) -> Iterator[Stroke]:
    yield from _question(event.question, conference)
    if not set(asked(conference)) <= set(answered(conference, event.question)):
        yield from keys("v")
    yield from keys("v", "escape")


@hand(e.LowScoreAnswered)
def _(event: e.LowScoreAnswered, conference: Conference) -> Iterator[Stroke]:
    yield from _question(event.question, conference)
    yield from keys("l")
    yield from line(event.answer)
