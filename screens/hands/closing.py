"""Typing threshold, plan, core group and close."""

from collections.abc import Iterable, Iterator
from datetime import date, time
from pathlib import Path

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference import plan
from conference_tui.conference.attendance import agencies
from conference_tui.conference.decision import MULTIPLE, no_view_because
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens import key_worker, plan_forms, threshold, threshold_forms
from screens.hands import hand
from screens.hands.choices import choose, instead, tick
from screens.hands.set_up import day
from screens.hands.strokes import Key, Stroke, Text, keys, line, row

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
    none_given = dict(threshold_forms.NONE_GIVEN)
    outcomes = [*_outcomes(conference).values(), *none_given.values()]
    no_view = no_view_because(conference, event.child, agency)
    none = none_given[threshold_forms.UNKNOWN if event.unknown else threshold_forms.NO_VIEW]
    outcome = _outcomes(conference)[event.outcome.value] if event.outcome else none
    yield from choose(outcome, list(none_given.values()) if no_view else outcomes)
    if not no_view:
        yield from _category(conference, event.category, given.category if given else None)
    yield from instead(event.reason, given.reason if given else "")
    if not no_view:
        dissents = {"": "no disagreement", **dict(threshold_forms.DISSENT)}
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
    dissents = dict(threshold_forms.DISSENT)
    yield from choose(dissents[event.dissent.value], list(dissents.values()))
    yield from line(event.reason)
    yield Key("ctrl+u")
    yield from line(say_time(event.at) if event.at else "")


# --- Plan ---------------------------------------------------------------------------------------------------


def _named(conference: Conference, ids: Iterable[str]) -> list[str]:
    return [conference.name(someone) for someone in ids]


def _children(
    conference: Conference, wanted: tuple[str, ...], before: tuple[str, ...] = ()
) -> Iterator[Stroke]:
    yield from tick(
        _named(conference, wanted), _named(conference, conference.children), _named(conference, before)
    )


@hand(e.ActionAgreed)
def _(event: e.ActionAgreed, conference: Conference) -> Iterator[Stroke]:
    worries, goals = dict(plan_forms.worry_options(conference)), dict(plan_forms.goal_options(conference))
    yield from keys("a")
    yield from _children(conference, event.children)
    yield from line(event.need)
    yield from choose(worries.get(event.worry, ""), list(worries.values()))
    yield from choose(goals.get(event.goal, ""), list(goals.values()))
    yield from line(event.what)
    yield from tick(_named(conference, event.who), _named(conference, plan.everyone(conference)))
    yield from line(event.also)
    yield from line(event.when)
    yield from line(day(event.by))
    yield from line(event.how_known)
    yield from line("")


@hand(e.AdviceLeft)
def _(event: e.AdviceLeft, _: Conference) -> Iterator[Stroke]:
    yield from keys("k")
    yield from _find(event.says)
    yield from keys("l", "escape")


@hand(e.BottomLineSet)
def _(event: e.BottomLineSet, conference: Conference) -> Iterator[Stroke]:
    yield from keys("b")
    yield from _children(conference, event.children)
    yield from line(event.words)


@hand(e.ContingencySet)
def _(event: e.ContingencySet, conference: Conference) -> Iterator[Stroke]:
    yield from keys("c")
    yield from _children(conference, event.children)
    yield from line(event.words)


@hand(e.NetworkSupportOffered)
def _(event: e.NetworkSupportOffered, conference: Conference) -> Iterator[Stroke]:
    yield from keys("o")
    yield from choose(conference.name(event.person), _named(conference, plan.supporters(conference)))
    yield from _children(conference, event.children)
    yield from line(event.words)


@hand(e.RecommendationMade)
def _(event: e.RecommendationMade, conference: Conference) -> Iterator[Stroke]:
    yield from keys("r")
    yield from _children(conference, event.children)
    yield from line(event.words)
    yield from line(day(event.by))
    owner = conference.name(event.owner) if event.owner else ""
    yield from choose(owner, _named(conference, plan.everyone(conference)))


@hand(e.KeyWorkerNamed)
def _(event: e.KeyWorkerNamed, conference: Conference) -> Iterator[Stroke]:
    yield from row(f"Leads for {conference.name(event.child)} · ")
    candidates = key_worker.candidates(conference)
    yield from choose(conference.name(event.person), _named(conference, candidates))
    yield from line("yes" if event.qualified else "no")


@hand(e.VisitsAgreed)
def _(event: e.VisitsAgreed, conference: Conference) -> Iterator[Stroke]:
    given = conference.visits.get(event.child)
    yield from row(f"Visits to {conference.name(event.child)} · ")
    yield from instead(event.every, given.every if given else "")
    yield from instead(event.how, given.how if given else "")


# --- Core group and dates -----------------------------------------------------------------------------------


def _find(part: str) -> Iterator[Stroke]:
    """Put the cursor on a row without opening it."""
    yield Key("slash")
    yield Text(part)
    yield Key("escape")


@hand(e.CoreGroupMemberChosen)
def _(event: e.CoreGroupMemberChosen, conference: Conference) -> Iterator[Stroke]:
    given = conference.core_group.get(event.person)
    yield from row(f"{'✓' if given else '○'} {conference.name(event.person)} · ")
    yield from _children(conference, event.children, given.children if given else ())
    yield from instead(event.note, given.note if given else "")


@hand(e.CoreGroupMemberRemoved)
def _(event: e.CoreGroupMemberRemoved, conference: Conference) -> Iterator[Stroke]:
    yield from _find(f"✓ {conference.name(event.person)} · ")
    yield from keys("x")


@hand(e.CoreGroupBooked)
def _(event: e.CoreGroupBooked, conference: Conference) -> Iterator[Stroke]:
    given = conference.core_group_booked
    professionals = [person.label for person in conference.people.values() if person.is_professional]
    yield from keys("c")
    yield from _moment(event.on, event.at, given.on if given else None, given.at if given else None)
    yield from instead(event.venue, given.venue if given else "")
    for wanted, before in (
        (event.chaired_by, given.chaired_by if given else ""),
        (event.later_chaired_by, given.later_chaired_by if given else ""),
    ):
        name = conference.name(wanted) if wanted else ""
        yield from choose(name, professionals, conference.name(before) if before else "")


@hand(e.ReviewBooked)
def _(event: e.ReviewBooked, conference: Conference) -> Iterator[Stroke]:
    given = conference.review_booked
    yield from keys("r")
    yield from _moment(event.on, event.at, given.on if given else None, given.at if given else None)
    yield from instead(event.reason, given.reason if given else "")


@hand(e.InNeedMeetingBooked)
def _(event: e.InNeedMeetingBooked, conference: Conference) -> Iterator[Stroke]:
    given = conference.in_need_meetings.get(event.child)
    yield from row(f"Child in need meeting for {conference.name(event.child)} · ")
    yield from _moment(event.on, event.at, given.on if given else None, given.at if given else None)


def _moment(on: date, at: time | None, on_before: date | None, at_before: time | None) -> Iterator[Stroke]:
    """A day and a time, in the place of those that stood."""
    yield from instead(day(on), on_before.isoformat() if on_before else "")
    yield from instead(say_time(at) if at else "", say_time(at_before) if at_before else "")


# --- Close --------------------------------------------------------------------------------------------------


@hand(e.ConferenceClosed)
def _(event: e.ConferenceClosed, _: Conference) -> Iterator[Stroke]:
    yield from keys("c", "ctrl+u")
    yield from line(say_time(event.at))


def make_documents(folder: Path) -> Iterator[Stroke]:
    """From the close, once the conference is closed: make the plans into a folder."""
    yield from keys("m", "ctrl+u")
    yield from line(str(folder))
    yield from keys("enter")
