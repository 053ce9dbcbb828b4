"""Typing who is kept out, who sits in which sitting, whom the chair asks, and what the family says of an observer."""

from collections.abc import Iterator
from datetime import date

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.agenda import find_stage, items
from conference_tui.conference.kept_out import may_be_kept_out, tellers
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens.exclusions import OTHER_GROUND
from screens.hands import hand
from screens.hands.choices import choose, instead, tick
from screens.hands.strokes import Key, Stroke, keys, row
from screens.observers import AGREES
from screens.referrer import UNNAMED


def _procedure(conference: Conference) -> Procedure:
    return authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)


def _typed(given: date | None) -> str:
    return f"{given.day}/{given.month}/{given.year}" if given else ""


def _stood(given: date | None) -> str:
    return given.isoformat() if given else ""


def teller(now: str, before: str, conference: Conference) -> Iterator[Stroke]:
    """Choose who tells the views of somebody who is kept out."""
    options = dict(tellers(conference, _procedure(conference)))
    if now == before:
        yield Key("enter")
    else:
        yield from choose(options.get(now, ""), list(options.values()), options.get(before, ""))


@hand(e.ExclusionDecided)
def _(event: e.ExclusionDecided, conference: Conference) -> Iterator[Stroke]:
    exclusion = conference.exclusions.get(event.person)
    before = exclusion.decided if exclusion and exclusion.ended is None else None
    yield from keys("x")
    if before:
        yield from row(f"■ {conference.name(event.person)}: ")
    else:
        yield from keys("a")
        yield from choose(conference.name(event.person), [label for _, label in may_be_kept_out(conference)])
    yield from _what(event, before, conference)
    yield from _owed(event, before, conference)
    yield from keys("escape")


def _what(
    event: e.ExclusionDecided, before: e.ExclusionDecided | None, conference: Conference
) -> Iterator[Stroke]:
    procedure = _procedure(conference)

    def title(part: str) -> str:
        stage = find_stage(procedure, part)
        return stage.short or stage.title

    grounds = list(procedure.exclusion.grounds)
    yield from tick(
        [title(part) for part in event.parts],
        [title(item.stage.id) for item in items(conference, procedure)[1:]],
        [title(part) for part in before.parts] if before else (),
    )
    yield from _ground(event.ground, before.ground if before else "", grounds)
    yield from instead(event.reason, before.reason if before else "")
    yield from instead(event.evidence, before.evidence if before else "")
    yield from instead(event.requested_by, before.requested_by if before else "")
    yield from instead(_typed(event.requested), _stood(before.requested) if before else "")


def _ground(now: str, before: str, grounds: list[str]) -> Iterator[Stroke]:
    chosen = now if now in grounds else OTHER_GROUND
    was = before if before in grounds else OTHER_GROUND if before else ""
    if chosen == was:
        yield Key("enter")
    else:
        yield from choose(chosen, [*grounds, OTHER_GROUND], was)
    yield from instead("" if now in grounds else now, "" if before in grounds else before)


def _owed(
    event: e.ExclusionDecided, before: e.ExclusionDecided | None, conference: Conference
) -> Iterator[Stroke]:
    people = [person.label for person in conference.people.values()]
    yield from teller(event.views_by, before.views_by if before else "", conference)
    yield from instead(event.told, before.told if before else "")
    yield from instead(_typed(event.told_on), _stood(before.told_on) if before else "")
    yield from instead(event.challenge, before.challenge if before else "")
    place, was = event.represented_by, before.represented_by if before else ""
    if place == was:
        yield Key("enter")
    else:
        yield from choose(
            conference.name(place) if place else "", people, conference.name(was) if was else ""
        )
    yield from instead(event.without_minutes, before.without_minutes if before else "")


@hand(e.ExclusionEnded)
def _(event: e.ExclusionEnded, conference: Conference) -> Iterator[Stroke]:
    yield from keys("x")
    yield from row(f"→ {conference.name(event.person)} may come in again")
    yield Key("ctrl+u")
    yield from instead(say_time(event.at))
    yield from keys("escape")


# --- The referrer, observers --------------------------------------------------------------------------------


@hand(e.ReferrerNoted)
def _(event: e.ReferrerNoted, conference: Conference) -> Iterator[Stroke]:
    before = conference.referrer
    answers = list(UNNAMED.values())
    yield from keys("r")
    yield from instead(event.what, before.what if before else "")
    was = answers[0 if before.anonymous else 1] if before else ""
    answer = answers[0 if event.anonymous else 1]
    if answer == was:
        yield Key("enter")
    else:
        yield from choose(answer, answers, was)
    if not event.anonymous:
        yield from instead(event.name, before.name if before else "")


@hand(e.FamilyAskedAboutObserver)
def _(event: e.FamilyAskedAboutObserver, conference: Conference) -> Iterator[Stroke]:
    before = conference.observers.get(event.person)
    yield from row(f"{conference.name(event.person)} observes: ")
    answer, was = AGREES[event.agrees], AGREES[before.agrees] if before else ""
    if answer == was:
        yield Key("enter")
    else:
        yield from choose(answer, list(AGREES.values()), was)
    yield from instead(event.words, before.words if before else "")


# --- Two sittings, a supporter who is asked -----------------------------------------------------------------


@hand(e.SplitSittingPlanned)
def _(event: e.SplitSittingPlanned, conference: Conference) -> Iterator[Stroke]:
    before = conference.split_sittings.get(event.sitting)
    people = conference.people
    everyone = [
        each for each in conference.everybody_born() if each not in people or not people[each].is_professional
    ]
    yield from keys("f6")
    if before:
        yield from row(f"{before.title}: ")
    else:
        yield from keys("p")
    yield from instead(event.title, before.title if before else "")
    yield from tick(
        [conference.name(each) for each in event.people],
        [conference.name(each) for each in everyone],
        [conference.name(each) for each in before.people] if before else (),
    )
    yield from keys("escape")


@hand(e.SplitSittingBegan)
def _(event: e.SplitSittingBegan, _: Conference) -> Iterator[Stroke]:
    """The next sitting, with everybody who leaves and comes for it, in the room."""
    yield from keys("ctrl+n", "ctrl+u")
    yield from instead(say_time(event.at))
    yield from keys("ctrl+s")


@hand(e.SupporterAskedToScore)
def _(event: e.SupporterAskedToScore, conference: Conference) -> Iterator[Stroke]:
    yield from row(f"{'[ ]' if event.asked else '[x]'} {conference.name(event.person)}")
