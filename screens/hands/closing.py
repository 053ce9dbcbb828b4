"""Typing threshold, plan, core group and close."""

from collections.abc import Iterator

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies
from conference_tui.conference.decision import MULTIPLE
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens import threshold
from screens.hands import hand
from screens.hands.choices import choose, instead
from screens.hands.strokes import Key, Stroke, keys, line, row

# --- Threshold ----------------------------------------------------------------------------------------------


def _procedure(conference: Conference) -> Procedure:
    return authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)


def _outcomes(conference: Conference) -> dict[str, str]:
    return {each.id: each.title for each in _procedure(conference).outcomes}


def _categories(conference: Conference) -> dict[str, str]:
    named: dict[str, str] = {each.code: each.title for each in _procedure(conference).categories}
    return {**named, e.Category.MULTIPLE.value: MULTIPLE}


def _category(
    conference: Conference, wanted: e.Category | None, before: e.Category | None
) -> Iterator[Stroke]:
    titles = _categories(conference)
    options = list(titles.values())
    yield from choose(titles[wanted] if wanted else "", options, titles[before] if before else "")


def _turn(conference: Conference, child: str) -> Iterator[Stroke]:
    """Give a child its turn."""
    yield from row(f"→ {conference.name(child)} · ")


@hand(e.ViewGiven)
def _(event: e.ViewGiven, conference: Conference) -> Iterator[Stroke]:
    yield from _turn(conference, event.child)
    agency = next(each for each in agencies(conference) if each.name == event.agency)
    yield from row(f"{threshold.mark(conference, event.child, agency)} {agency.name} · ")
    given = conference.views.get((event.child, event.agency))
    yield from choose(conference.name(event.by), [conference.name(person) for person in agency.people])
    outcomes = [*_outcomes(conference).values(), "gives no view"]
    no_view = threshold.no_view_because(conference, event.child, agency)
    outcome = _outcomes(conference)[event.outcome.value] if event.outcome else outcomes[-1]
    yield from choose(outcome, outcomes[-1:] if no_view else outcomes)
    if not no_view:
        yield from _category(conference, event.category, given.category if given else None)
    yield from instead(event.reason, given.reason if given else "")
    if not no_view:
        dissents = {"": "no disagreement", **dict(threshold.DISSENT)}
        wanted = dissents[event.dissent.value] if event.dissent or given else ""
        yield from choose(wanted, list(dissents.values()))


@hand(e.ChairViewGiven)
def _(event: e.ChairViewGiven, conference: Conference) -> Iterator[Stroke]:
    yield from _turn(conference, event.child)
    yield from keys("v")
    yield from instead(event.words, conference.chair_views.get(event.child, ""))


@hand(e.DecisionMade)
def _(event: e.DecisionMade, conference: Conference) -> Iterator[Stroke]:
    yield from _turn(conference, event.child)
    yield from keys("d")
    made = conference.decisions.get(event.child)
    titles = _outcomes(conference)
    yield from choose(titles[event.outcome.value], list(titles.values()))
    yield from _category(conference, event.category, made.made.category if made else None)
    yield from instead(event.reason, made.made.reason if made else "")


@hand(e.DissentDeclared)
def _(event: e.DissentDeclared, conference: Conference) -> Iterator[Stroke]:
    yield from _turn(conference, event.child)
    yield from keys("x")
    yield from choose(event.agency, [agency.name for agency in agencies(conference)])
    dissents = dict(threshold.DISSENT)
    yield from choose(dissents[event.dissent.value], list(dissents.values()))
    yield from line(event.reason)
    yield Key("ctrl+u")
    yield from line(say_time(event.at) if event.at else "")
