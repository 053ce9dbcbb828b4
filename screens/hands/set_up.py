"""Typing the set-up, the room and the closed slot."""

from collections.abc import Iterable, Iterator
from datetime import date

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.capture import MARKS, SENT
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens.hands import hand
from screens.hands.answers import answered
from screens.hands.choices import about, choose, instead, tick
from screens.hands.correcting import correct, plainly
from screens.hands.people import teller
from screens.hands.strokes import Key, Stroke, Text, keys, line, one, row, say, several
from screens.person_form import WHOM, may_be_child
from screens.set_up import key_dates


def first(conference: Conference, ids: tuple[str, ...]) -> tuple[str, ...]:
    """First names, as choices are typed."""
    return tuple(conference.name(someone).split()[0] for someone in ids)


def names(conference: Conference, ids: Iterable[str]) -> list[str]:
    """What people and children are called, of those that are known."""
    known = {*conference.people, *conference.children}
    return [conference.name(someone) for someone in ids if someone in known]


def day(given: date | None) -> str:
    """A date as it is typed."""
    return f"{given.day}/{given.month}/{given.year}" if given else ""


@hand(e.ConferenceOpened)
def _(event: e.ConferenceOpened, conference: Conference) -> Iterator[Stroke]:
    before = conference.opened or event
    yield from row(f"{before.ref} · {before.kind.value}")
    yield from instead(event.ref, before.ref)
    yield from instead(event.chair, before.chair)
    yield from instead(event.minute_taker, before.minute_taker)


@hand(e.ConferenceArranged)
def _(event: e.ConferenceArranged, _: Conference) -> Iterator[Stroke]:
    yield from keys("w")
    yield from line(day(event.held))
    yield from line(say_time(event.begins) if event.begins else "")
    yield from line(event.venue)
    yield from line(event.online_reason)


@hand(e.KeyDateGiven)
def _(event: e.KeyDateGiven, conference: Conference) -> Iterator[Stroke]:
    yield from keys("d")
    for what in key_dates(conference):
        yield from line(day(event.on) if what == event.what else "")
        yield from line(event.note if what == event.what else "")


def _others(conference: Conference, child: str) -> list[str]:
    return names(conference, [each for each in conference.people if each != child])


@hand(e.ChildEntered)
def _(event: e.ChildEntered, conference: Conference) -> Iterator[Stroke]:
    if event.expected and event.born is None:
        yield from _unborn(event, conference)
        return
    yield from keys("c")
    yield from line(event.name)
    yield from line(day(event.born))
    yield from line(day(event.expected))
    yield from one({"F": "female", "M": "male", "U": "not"}.get(event.sex, ""))
    yield from line(event.ethnicity)
    yield from line(event.authority_id)
    yield from line(event.lives)
    yield from tick(names(conference, event.lives_with), _others(conference, event.child))
    yield from line(event.school)
    yield from line("" if event.previous_plans is None else str(event.previous_plans))


def _unborn(event: e.ChildEntered, conference: Conference) -> Iterator[Stroke]:
    yield from keys("u")
    yield from line(event.name)
    yield from line(day(event.expected))
    yield from line(event.authority_id)
    yield from line(event.lives)
    yield from tick(names(conference, event.lives_with), _others(conference, event.child))


def _may_be_known(conference: Conference) -> list[str]:
    return [*(child.short for child in conference.children.values()), *dict(WHOM).values()]


@hand(e.PersonEntered)
def _(event: e.PersonEntered, conference: Conference) -> Iterator[Stroke]:
    yield from keys("p")
    yield from line(event.name)
    if children := dict(may_be_child(conference)):
        yield from choose(children.get(event.person, ""), list(children.values()))
    yield from one({"parent": "parent", "network": "network"}.get(event.standing.value, event.standing.value))
    roles = authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT).roles
    yield from choose(event.role if event.role in roles else "", list(roles))
    yield from line("" if event.role in roles else event.role)
    yield from line(event.agency)
    yield from one(event.discipline.label.split()[0] if event.discipline else "")
    whom = dict(WHOM).get(event.knows_whom.value, "")
    known = [conference.short(child) for child in event.knows]
    yield from tick([*known, whom] if whom else known, _may_be_known(conference))
    yield from several(*first(conference, event.parent_of))
    yield from several(*first(conference, event.responsibility_for))
    yield from several(*first(conference, event.responsibility_unknown))
    yield from one(conference.name(event.supports).split()[0] if event.supports else "")
    yield from line(event.language)
    yield from line(day(event.born))
    yield from several(*first(conference, event.withheld_from))
    yield from line(event.address)
    yield from line(event.phone)
    yield from line(event.screen_name)


@hand(e.PersonArrived)
def _(event: e.PersonArrived, conference: Conference) -> Iterator[Stroke]:
    yield from keys("f6")
    yield from row(conference.name(event.person))
    yield from line(say_time(event.at))
    yield from one(event.mode.value.split()[-1])
    yield from line(event.reason)
    yield from keys("escape")


@hand(e.PersonLeft)
def _(event: e.PersonLeft, conference: Conference) -> Iterator[Stroke]:
    yield from keys("f6")
    yield from row(conference.name(event.person))
    yield from line(say_time(event.at))
    yield from keys("escape")


@hand(e.PersonIntroduced)
def _(event: e.PersonIntroduced, conference: Conference) -> Iterator[Stroke]:
    yield from row(conference.name(event.person))
    yield from line(event.involvement)


@hand(e.StatementSaid)
def _(_: e.StatementSaid, __: Conference) -> Iterator[Stroke]:
    yield from keys("f7")


@hand(e.FamilyAsked)
def _(event: e.FamilyAsked, conference: Conference) -> Iterator[Stroke]:
    if event.by:
        by = conference.exclusions[event.person].decided.views_by
        yield from row(f"The views of {conference.name(event.person)}, who is kept out: not asked")
        yield from teller(event.by, by, conference)
        yield from line(event.words)
        yield from about(event.children if event.words else (), conference)
        return
    spoke = any(m.speaker == event.person and m.stage == event.stage for m in conference.contributions)
    # In full, for at the scale “not asked for a score” stands behind the name of who came with somebody.
    state = "has spoken, not asked" if spoke else "not asked yet"
    yield from row(f"{conference.name(event.person)}: {state}")
    yield from line(event.words)
    yield from about(event.children if event.words else (), conference)


@hand(e.ClosedSlotBegan)
def _(event: e.ClosedSlotBegan, conference: Conference) -> Iterator[Stroke]:
    yield from keys("b")
    yield from line(say_time(event.at))
    yield from several(*first(conference, event.left))
    yield from line(event.reason)
    yield Key("escape")  # from the capture line back to the sheet


@hand(e.ClosedSlotEnded)
def _(event: e.ClosedSlotEnded, _: Conference) -> Iterator[Stroke]:
    yield from keys("b")
    yield from line(say_time(event.at))


@hand(e.ReasonGiven)
def _(event: e.ReasonGiven, _: Conference) -> Iterator[Stroke]:
    yield Key("slash")
    yield Text("■")
    yield Key("enter")
    yield from line(event.reason)


@hand(e.ContributionMade)
def _(event: e.ContributionMade, conference: Conference) -> Iterator[Stroke]:
    if event.answers:
        yield from answered(event, conference)
        return
    mark = next((mark for mark, column in MARKS.items() if column is event.column), "")
    mark += "!" if event.new_today and mark else ""
    about = ", ".join(first(conference, event.children))
    if about and not mark:
        mark = ">"
    mark += SENT if event.in_writing else ""
    head = " ".join(part for part in (conference.name(event.speaker), mark, about) if part)
    yield from say(f"{head}: {event.words}")
    said = plainly(event)
    if said != event and event.stage == "mapping":
        yield from (keys("enter") if event.column else row(f"): {event.words.splitlines()[0][:40]}"))
        yield from correct(said, event, conference)
