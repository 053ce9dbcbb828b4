"""Typing what comes before the mapping, the children's words, and the summary."""

from collections.abc import Iterator
from datetime import date

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.agenda import items
from conference_tui.conference.attendance import agencies
from conference_tui.conference.participation import ADVOCATE, ATTENDS, CODES
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens.apologies import sender
from screens.child import bringers_of
from screens.hands import hand
from screens.hands.choices import about, choose, instead, tick
from screens.hands.set_up import day, names
from screens.hands.strokes import Stroke, keys, line, one, row
from screens.report_form import FORMS, TRANSLATIONS, readers_of


def day_instead(given: date | None, before: date | None) -> Iterator[Stroke]:
    """Put a date in the place of the one that stands in a field."""
    yield from instead(day(given), before.isoformat() if before else "")


# --- Before the meeting -------------------------------------------------------------------------------------


@hand(e.PreMeetingHeld)
def _(event: e.PreMeetingHeld, conference: Conference) -> Iterator[Stroke]:
    person = conference.people.get(event.person)
    before = next((held for held in conference.pre_meetings if held.person == event.person), None)
    role = f", {person.role}" if person and person.role else ""
    yield from row(f"{conference.name(event.person)}{role}: {'met' if before else 'not met'}")
    yield from instead(say_time(event.at) if event.at else "", "now")
    yield from instead(event.note, before.note if before else "")


@hand(e.NeedNoted)
def _(event: e.NeedNoted, conference: Conference) -> Iterator[Stroke]:
    name = conference.name(event.person)
    same = (each for each in conference.needs if (each.person, each.need) == (event.person, event.need))
    before = next(same, None)
    if before:
        yield from row(f"{name} needs: {event.need}")
        yield from instead(event.met, before.met)
        return
    yield from keys("n")
    yield from choose(name, names(conference, conference.everybody()))
    yield from line(event.need)
    yield from line(event.met)


@hand(e.ParticipationDecided)
def _(event: e.ParticipationDecided, conference: Conference) -> Iterator[Stroke]:
    before = conference.participation.get(event.child)
    offers: dict[str, str] = {"": "", **dict(ADVOCATE.items())}
    codes = {"": "", **{code: f"{code} {words}" for code, words in CODES.items()}}
    yield from row(f"{conference.name(event.child)}: ")
    yield from choose(ATTENDS[event.attends], list(ATTENDS.values()))
    procedure = authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)
    stages = [item.stage for item in items(conference, procedure)[1:]]
    titles = {str(stage.id): stage.short or stage.title for stage in stages}
    yield from tick(
        [titles[part] for part in event.parts],
        list(titles.values()),
        [titles[part] for part in before.parts if part in titles] if before else (),
    )
    yield from instead(event.reason, before.reason if before else "")
    yield from choose(
        offers[event.advocate], list(ADVOCATE.values()), offers[before.advocate] if before else ""
    )
    yield from choose(codes[event.code], list(codes.values())[1:], codes[before.code] if before else "")


# --- Apologies, reports, quorum -----------------------------------------------------------------------------


@hand(e.InquorateProceeded)
def _(event: e.InquorateProceeded, conference: Conference) -> Iterator[Stroke]:
    before = conference.inquorate
    yield from keys("i")
    yield from instead(event.reason, before.reason if before else "")
    yield from instead(event.safeguards, before.safeguards if before else "")


@hand(e.ReportReceived)
def _(event: e.ReportReceived, conference: Conference) -> Iterator[Stroke]:
    agency = next(each for each in agencies(conference) if event.person in each.people)
    sent = [person for person in agency.people if person in conference.reports]
    shown = event.person if event.person in sent else (sent or agency.people)[0]
    before = conference.reports.get(shown)
    yield from row(f"{sender(conference, agency.name, shown)}: ")
    if len(agency.people) > 1:
        yield from choose(conference.name(event.person), names(conference, agency.people))
    yield from choose(FORMS[event.form], list(FORMS.values()))
    yield from day_instead(event.shared, before.shared if before else None)
    yield from tick(
        names(conference, event.not_shared_with),
        [words for _, words in readers_of(conference)],
        names(conference, before.not_shared_with if before else ()),
    )
    yield from one("yes" if event.author_agrees else "not")
    words = {"": "", **{str(each): said for each, said in TRANSLATIONS.items()}}
    translation, was = words[event.translation], words[before.translation] if before else ""
    if translation == was:
        yield from line("")
    else:
        yield from choose(translation, list(TRANSLATIONS.values()), was)
    yield from instead(event.language, before.language if before else "")


@hand(e.ApologySent)
def _(event: e.ApologySent, conference: Conference) -> Iterator[Stroke]:
    yield from _missing(event.person, "sent", event.reason, conference)


@hand(e.AbsenceNoted)
def _(event: e.AbsenceNoted, conference: Conference) -> Iterator[Stroke]:
    yield from _missing(event.person, "did", event.tried, conference)


def _missing(person: str, choice: str, words: str, conference: Conference) -> Iterator[Stroke]:
    found = conference.people[person]
    label = ", ".join(part for part in (found.label, found.role) if part)
    yield from row(f"not here: {label}: ")
    yield from one(choice)
    yield from line(words)


# --- The children's words -----------------------------------------------------------------------------------


@hand(e.ChildViewsGiven)
def _(event: e.ChildViewsGiven, conference: Conference) -> Iterator[Stroke]:
    name = conference.name(event.child)
    before = next(
        (given for given in conference.child_views if given.views and given.views == event.views), None
    )
    if before:
        yield from row(f"“{before.words}”")
    else:
        yield from row(f"{name}: {_add(event.child, conference)}")
    bringers = dict(bringers_of(conference, event.child))
    yield from instead(event.words, before.words if before else "")
    yield from choose(
        bringers.get(event.by, ""), list(bringers.values()), bringers.get(before.by, "") if before else ""
    )
    yield from instead(event.how, before.how if before else "")


def _add(child: str, conference: Conference) -> str:
    if any(given.child == child for given in conference.child_views):
        return "more words"
    return "words after all" if child in conference.child_views_missing else "not heard yet"


@hand(e.ChildViewsMissing)
def _(event: e.ChildViewsMissing, conference: Conference) -> Iterator[Stroke]:
    before = conference.child_views_missing.get(event.child)
    yield from row(f"{conference.name(event.child)}: {'no words, because' if before else 'say why'}")
    yield from instead(event.reason, before.reason if before else "")


# --- Summary and future risk --------------------------------------------------------------------------------


@hand(e.SummaryGiven)
def _(event: e.SummaryGiven, conference: Conference) -> Iterator[Stroke]:
    given = conference.summaries.get(event.children)
    if given:
        yield from row(given.words.splitlines()[0])
        yield from instead(event.words, given.words)
        return
    yield from keys("u")
    yield from line(event.words)
    yield from about(event.children, conference)


@hand(e.FutureRiskDiscussed)
def _(event: e.FutureRiskDiscussed, conference: Conference) -> Iterator[Stroke]:
    before = conference.future_risk.get(event.child, "")
    yield from row(f"{conference.name(event.child)}: {before or 'not talked about'}")
    yield from instead(event.words, before)


@hand(e.DangerStatementMade)
def _(event: e.DangerStatementMade, conference: Conference) -> Iterator[Stroke]:
    before = conference.danger_statements.get(event.statement)
    if conference.stage == "progress":  # a review takes it over from the last conference
        yield from row(event.words.splitlines()[0])
        return
    if before:
        yield from row(before.words)
    else:
        yield from keys("d")
    yield from tick(
        names(conference, event.children),
        names(conference, conference.children),
        names(conference, before.children if before else ()),
    )
    yield from instead(event.words, before.words if before else "")
    if before is None:
        yield from line("")


@hand(e.SafetyGoalSet)
def _(event: e.SafetyGoalSet, conference: Conference) -> Iterator[Stroke]:
    before = conference.safety_goals.get(event.goal)
    if conference.stage == "progress":
        yield from row(f"○ → {event.words.splitlines()[0]}")
        return
    if before:
        yield from row(f"→ {before.words}")
    else:
        yield from keys("g")
    number = list(conference.danger_statements).index(event.statement) + 1
    yield from one(f"{number}.")
    yield from instead(event.words, before.words if before else "")
