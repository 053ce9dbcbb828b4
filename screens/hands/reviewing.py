"""Typing a review: what came before it, what became of the plan, and what is said to what a review asks."""

from collections.abc import Iterator

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.decision import MULTIPLE
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.plan import everyone
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review_prompts import ANSWERS
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens import earlier, last_conference
from screens.hands import hand
from screens.hands.beginning import day_instead
from screens.hands.choices import choose, instead, tick
from screens.hands.set_up import names
from screens.hands.strokes import Stroke, keys, line, row
from screens.key_worker import candidates
from screens.progress import MARKS

TOLD_APART = 60
"""Letters of somebody's words that tell them from the others in a sheet."""


def _procedure(conference: Conference) -> Procedure:
    return authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)


def _first_of(words: str) -> str:
    """As much of words as finds their row."""
    return words.splitlines()[0][:TOLD_APART]


# --- The set-up ---------------------------------------------------------------------------------------------


@hand(e.LastConferenceGiven)
def _(event: e.LastConferenceGiven, conference: Conference) -> Iterator[Stroke]:
    before = conference.last_conference
    kinds, polarities = last_conference.KINDS, dict(last_conference.POLARITIES)
    yield from keys("l")
    yield from day_instead(event.held, before.held if before else None)
    yield from choose(kinds[event.kind], list(kinds.values()))
    yield from instead(str(event.review), str(before.review) if before else "")
    yield from instead(event.ref, before.ref if before else "")
    yield from choose(polarities[event.polarity], list(polarities.values()))
    yield from day_instead(event.core_group, before.core_group if before else None)


@hand(e.EarlierPlanGiven)
def _(event: e.EarlierPlanGiven, conference: Conference) -> Iterator[Stroke]:
    before = conference.earlier_plans.get(event.child)
    titles: dict[str, str] = {each.code: each.title for each in _procedure(conference).categories}
    titles[e.Category.MULTIPLE.value] = MULTIPLE
    workers = names(conference, candidates(conference))
    yield from row(f"Plan of {conference.name(event.child)} · ")
    yield from day_instead(event.begun, before.begun if before else None)
    was = before.category if before else None
    yield from choose(
        titles[event.category] if event.category else "", list(titles.values()), titles[was] if was else ""
    )
    led = conference.name(before.key_worker) if before and before.key_worker else ""
    yield from choose(conference.name(event.key_worker) if event.key_worker else "", workers, led)
    yield from line("" if not event.key_worker else "yes" if event.qualified else "no")
    yield from instead(event.visits, before.visits if before else "")
    yield from instead(event.visits_how, before.visits_how if before else "")


@hand(e.EarlierMemberGiven)
def _(event: e.EarlierMemberGiven, conference: Conference) -> Iterator[Stroke]:
    yield from row(last_conference.MEMBERS)
    yield from choose(conference.name(event.person), names(conference, everyone(conference)))
    yield from tick(names(conference, event.children), names(conference, conference.children))
    yield from line(event.note)


@hand(e.EarlierBirthPlanGiven)
def _(event: e.EarlierBirthPlanGiven, conference: Conference) -> Iterator[Stroke]:
    yield from row(last_conference.BIRTH)
    expected = [child.label for child in conference.children.values() if child.expected]
    yield from choose(conference.name(event.child), expected)
    yield from line(event.matter)
    yield from line(event.words)


# --- Progress -----------------------------------------------------------------------------------------------


@hand(e.EarlierActionGiven)
def _(event: e.EarlierActionGiven, conference: Conference) -> Iterator[Stroke]:
    yield from keys("a")
    yield from tick(names(conference, event.children), names(conference, conference.children))
    yield from line(event.what)
    yield from line(event.who)
    yield from line(event.when)


@hand(e.EarlierStatementGiven)
def _(event: e.EarlierStatementGiven, conference: Conference) -> Iterator[Stroke]:
    yield from keys("d")
    yield from tick(names(conference, event.children), names(conference, conference.children))
    yield from line(event.words)
    for place in range(earlier.GOALS):
        yield from line(event.goals[place] if place < len(event.goals) else "")


@hand(e.EarlierEntryGiven)
def _(event: e.EarlierEntryGiven, conference: Conference) -> Iterator[Stroke]:
    yield from keys("e")
    yield from choose(TITLES[event.column], list(TITLES.values()))
    yield from line(event.words)
    yield from tick(names(conference, event.children), names(conference, conference.children))
    yield from line(event.speaker)


@hand(e.EarlierScoreGiven)
def _(event: e.EarlierScoreGiven, conference: Conference) -> Iterator[Stroke]:
    yield from keys("o")
    titles = earlier.questions(conference)
    yield from choose(titles[event.question], list(titles.values()))
    yield from choose(conference.name(event.person), names(conference, earlier.scorers(conference)))
    yield from line(str(event.score))


@hand(e.ActionReviewed)
def _(event: e.ActionReviewed, conference: Conference) -> Iterator[Stroke]:
    before = conference.action_reviews.get(event.action)
    state = before.outcome if before else "not yet gone through"
    yield from row(f"{state} · {_first_of(conference.earlier_actions[event.action].what)}")
    yield from choose(event.outcome, list(MARKS))
    yield from instead(event.evidence, before.evidence if before else "")


@hand(e.ReviewAnswered)
def _(event: e.ReviewAnswered, conference: Conference) -> Iterator[Stroke]:
    before = conference.review_answers.get((event.child, event.prompt))
    asks: str = getattr(_procedure(conference).review, event.prompt).says
    name = conference.name(event.child)
    if conference.stage == "threshold":
        yield from row(f"→ {name} · ")
    yield from row(f"{'✓' if before else '○'} {name.split()[0]}: {_first_of(asks)}")
    if event.prompt in ANSWERS:
        yes, no = ANSWERS[event.prompt]
        in_words = {"": "", "yes": yes, "no": no}
        was = in_words[before.answer] if before else ""
        yield from choose(in_words[event.answer], [yes, no], was)
    yield from instead(event.words, before.words if before else "")


def open_review(
    of: Conference, opened: e.ConferenceOpened, arranged: e.ConferenceArranged
) -> Iterator[Stroke]:
    """From the list of conferences: the review of a closed one, found by its reference."""
    titles = {name: authorities.load(name).title for name in authorities.names()}
    before, booked = of.opened, of.review_booked
    yield from line(of.ref)
    yield from keys("f4")
    yield from line(opened.ref)
    yield from day_instead(arranged.held, booked.on if booked else None)
    was = say_time(booked.at) if booked and booked.at else ""
    yield from instead(say_time(arranged.begins) if arranged.begins else "", was)
    yield from choose(titles[opened.procedure], list(titles.values()))
    yield from instead(opened.chair, of.chair)
    yield from instead(opened.minute_taker, before.minute_taker if before else "")
