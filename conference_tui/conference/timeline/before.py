"""Sentences of what comes before the meeting: referrer, observers, needs, checklist, reports."""

from conference_tui.conference import events as e
from conference_tui.conference.participation import ADVOCATE, ATTENDS
from conference_tui.conference.text import listed, say_date, say_time
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because, joined, quoted


def _participation(event: e.ParticipationDecided, told: Told) -> str:
    advocate = f" Advocate: {ADVOCATE[event.advocate]}." if event.advocate else ""
    parts = f": {listed([quoted(told.stage(part)) for part in event.parts])}" if event.parts else ""
    attends = f"{ATTENDS[event.attends]}{parts}"
    return f"How {told.name(event.child)} takes part: {attends}.{because(event.reason)}{advocate}"


def _referrer(event: e.ReferrerNoted, _: Told) -> str:
    unnamed = ", who asked not to be named" if event.anonymous else ""
    return f"Referred by: {joined(event.what, '' if event.anonymous else event.name)}{unnamed}"


def _observer(event: e.FamilyAskedAboutObserver, told: Told) -> str:
    answer = {"yes": "agrees", "no": "does not agree"}[event.agrees]
    words = f" {quoted(event.words)}" if event.words else ""
    return f"The family was asked whether {told.name(event.person)} may observe: it {answer}.{words}"


def _ticked(event: e.ChecklistTicked, told: Told) -> str:
    what = {"before": "Before the start", "transfer pack": "Sent with the transfer"}[event.checklist]
    item = told.checklist_item(event.item) if event.checklist == "before" else event.item
    at = f" at {say_time(event.at)}" if event.done and event.at else ""
    undone = "" if event.done else " It is taken back: not done."
    return f"{what}: {quoted(item)}{at}{undone}{f' {quoted(event.note)}' if event.note else ''}"


def _report(event: e.ReportReceived, told: Told) -> str:
    who = told.name(event.person)
    if event.form == "none":
        return f"No report from {who}"
    shared = f", shared with the family on {say_date(event.shared)}" if event.shared else ""
    without = f", not with {told.names(event.not_shared_with)}" if event.not_shared_with else ""
    into = f" into {event.language}" if event.language else ""
    needed = f", translation{into} {event.translation}" if event.translation else ""
    return f"{event.form.capitalize()} report from {who}{shared}{without}{needed}"


says(
    e.PreMeetingHeld,
    lambda ev, told: (
        f"The chair met {told.name(ev.person)} before the meeting{f' at {say_time(ev.at)}' if ev.at else ''}"
        f"{f': {quoted(ev.note)}' if ev.note else ''}"
    ),
)
says(
    e.NeedNoted,
    lambda ev, told: (
        f"{told.name(ev.person)} needs {quoted(ev.need)}{f', met by {quoted(ev.met)}' if ev.met else ''}"
    ),
)
says(e.ReferrerNoted, _referrer)
says(e.FamilyAskedAboutObserver, _observer)
says(e.ChecklistTicked, _ticked)
says(e.ParticipationDecided, _participation)
says(e.ReportReceived, _report)
