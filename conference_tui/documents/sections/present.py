"""Who was there and when, who sent an apology, who did not come (BA-6, BA-10)."""

from conference_tui.conference.attendance import is_noted_missing, not_here
from conference_tui.conference.left_out import ANOTHER_PERSON, MARKS
from conference_tui.conference.state import Conference, Presence
from conference_tui.conference.text import say_time
from conference_tui.documents.writing import Writing

_WIDTHS = (0.26, 0.42, 0.32)


def label(reduced: Conference, someone: str) -> str:
    """What somebody is called; a mark for somebody whom this copy does not hold."""
    known = someone in reduced.people or someone in reduced.children
    return reduced.name(someone) if known or someone in MARKS else ANOTHER_PERSON


def people(writing: Writing, reduced: Conference) -> None:
    """Everybody who was there: name, part, how and when."""
    if not reduced.presence:
        return
    writing.heading("present")
    columns = [writing.say("present", key) for key in ("name", "part", "times")]
    rows = [
        (label(reduced, who), _came_as(writing, reduced, who), _times(writing, stay))
        for who, stay in reduced.presence.items()
    ]
    writing.table(columns, rows, _WIDTHS)


def _came_as(writing: Writing, reduced: Conference, who: str) -> str:
    return writing.say("present", "child") if who in reduced.children else part(reduced, who)


def part(reduced: Conference, someone: str) -> str:
    """Role and agency, as they were typed."""
    person = reduced.people.get(someone)
    return ", ".join(each for each in (person.role, person.agency) if each) if person else ""


def _times(writing: Writing, stay: Presence) -> str:
    """Each coming and going, and how they attended."""
    stays = [
        writing.say("present", "stay", came=say_time(came), went=say_time(went))
        for came, went in stay.earlier
    ]
    if stay.left:
        stays.append(writing.say("present", "stay", came=say_time(stay.arrived), went=say_time(stay.left)))
    else:
        stays.append(writing.say("present", "came", came=say_time(stay.arrived)))
    return f"{', '.join(stays)}, {stay.mode.value}"


def apologies(writing: Writing, reduced: Conference, *, reasons: bool) -> None:
    """Who sent an apology, who was invited and did not come, and of whom neither is recorded; with why where asked for."""
    sent = [(_named(reduced, who), given.reason) for who, given in reduced.apologies.items()]
    writing.list_under("apologies", [_with(who, why, reasons=reasons) for who, why in sent])
    away = [person.id for person in not_here(reduced)]
    missing = [
        (_named(reduced, who), reduced.absences[who].tried) for who in away if _has_only_missed(reduced, who)
    ]
    writing.list_under("absent", [_with(who, tried, reasons=reasons) for who, tried in missing])
    unknown = [_named(reduced, who) for who in away if not is_noted_missing(reduced, who)]
    writing.list_under("not_recorded", [_with(who, "", reasons=False) for who in unknown])


def _has_only_missed(reduced: Conference, someone: str) -> bool:
    return someone in reduced.absences and someone not in reduced.apologies


def _named(reduced: Conference, someone: str) -> str:
    """The name with role and agency; of whom only the agency is known, that once."""
    person = reduced.people.get(someone)
    told = part(reduced, someone)
    if person and not person.name and person.agency:
        return told
    return f"{label(reduced, someone)} ({told})" if told else label(reduced, someone)


def _with(who: str, why: str, *, reasons: bool) -> str:
    who = who[:1].upper() + who[1:]
    return f"{who}: {why}" if reasons and why else who
