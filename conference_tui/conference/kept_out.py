"""Who of the family is kept out of a part, whose views are told by somebody else, and what is owed to them (HV-3)."""

from collections.abc import Iterator

from msgspec import Struct

from conference_tui.conference.limits import deadline
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_agenda import Stage
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date
from conference_tui.conference.working_days import Calendar


class Owed(Struct, frozen=True, kw_only=True):
    """Something that is open about somebody who is kept out."""

    key: str
    words: str
    stage: str


def kept_out_of(conference: Conference, stage: str) -> tuple[str, ...]:
    """Who is kept out of an item of the agenda now."""
    return tuple(person for person, each in conference.exclusions.items() if each.covers(stage))


def views_to_ask(conference: Conference, stage: Stage) -> tuple[str, ...]:
    """Those of the family whose views are told by somebody else at an item, and were not yet (HV-3, HV-8).

    Nobody is asked for before the first has come.
    """
    if not (stage.asks_family and conference.presence):
        return ()
    asked = {word.person for word in conference.asked if word.stage == stage.id}
    asked |= {made.speaker for made in conference.contributions if made.stage == stage.id}
    return tuple(
        someone
        for someone in kept_out_of(conference, stage.id)
        if someone not in asked and someone in conference.people and conference.people[someone].is_family
    )


def told_by(conference: Conference, someone: str) -> str:
    """Who tells the views of somebody who is kept out, in words; empty where nobody is named."""
    exclusion = conference.exclusions.get(someone)
    return conference.name(exclusion.decided.views_by) if exclusion and exclusion.decided.views_by else ""


def part_in_words(conference: Conference, someone: str) -> str:
    """That somebody is kept out of the item that is on, for the margin."""
    teller = told_by(conference, someone)
    views = f"Their views are told by {teller}." if teller else "Nobody is named to tell their views."
    return f"{conference.name(someone)} is kept out of this part. {views}"


def owed(conference: Conference, procedure: Procedure, calendar: Calendar) -> Iterator[Owed]:
    """What is owed to everybody who is kept out, and whether they are out."""
    for person in conference.exclusions:
        yield from _owed_to(conference, procedure, calendar, person)


def _owed_to(conference: Conference, procedure: Procedure, calendar: Calendar, person: str) -> Iterator[Owed]:
    exclusion = conference.exclusions[person]
    name, decided = conference.name(person), exclusion.decided
    if not decided.told:
        words = f"Not explained to {name} yet: why they are kept out."
        yield Owed(key=f"exclusion told:{person}", stage="before", words=words)
    if not decided.challenge:
        words = f"{name} has not been told yet how this can be challenged."
        yield Owed(key=f"exclusion challenge:{person}", stage="before", words=words)
    if not decided.views_by:
        words = f"Nobody is named to tell the conference the views of {name}."
        yield Owed(key=f"exclusion views:{person}", stage="before", words=words)
    if late := late_request(conference, procedure, calendar, person):
        yield Owed(key=f"exclusion request:{person}", stage="before", words=late)
    if exclusion.covers(conference.stage) and person in conference.present():
        words = f"{name} is kept out of this part, and is recorded as here."
        yield Owed(key=f"exclusion here:{person}", stage=conference.stage, words=words)


def late_request(conference: Conference, procedure: Procedure, calendar: Calendar, person: str) -> str:
    """That the chair was asked later than the procedure says; empty where not, or where it says nothing."""
    decided, limit = conference.exclusions[person].decided, procedure.limits.get("exclusion_request")
    if limit is None or decided.requested is None or conference.held is None:
        return ""
    due = deadline(limit, calendar, conference.held)
    if due.date is None or decided.requested <= due.date:
        return ""
    asked = f"To keep {conference.name(person)} out was asked for on {say_date(decided.requested)}"
    return f"{asked}; the limit was {due.when}."


def may_be_kept_out(conference: Conference) -> tuple[tuple[str, str], ...]:
    """The family and who came with them, who are not kept out already: ids with what they are called."""
    return tuple(
        (person.id, person.label)
        for person in conference.people.values()
        if (person.is_family or person.standing is Standing.SUPPORTER) and not _is_out(conference, person.id)
    )


def _is_out(conference: Conference, person: str) -> bool:
    exclusion = conference.exclusions.get(person)
    return exclusion is not None and exclusion.ended is None


def tellers(conference: Conference, procedure: Procedure) -> tuple[tuple[str, str], ...]:
    """Who may tell the views of somebody who is kept out: whom the procedure names, then those who may speak."""
    named = tuple((words, words) for words in procedure.exclusion.views_reported_by)
    speaks = (Standing.PROFESSIONAL, Standing.ADVOCATE, Standing.SUPPORTER, Standing.NETWORK)
    people = conference.people.values()
    return (*named, *((person.id, person.label) for person in people if person.standing in speaks))
