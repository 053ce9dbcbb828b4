"""Before the meeting: what is refused, what it changes, how it is told."""

from conference_tui.conference import events as e
from conference_tui.conference.participation import ADVOCATE, ATTENDS
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import collect, keep, keep_by, refused
from conference_tui.conference.subjects.telling import Told, because, joined, quoted, says
from conference_tui.conference.text import listed, say_date, say_time


@refused.register
def _(event: e.ChecklistTicked, _: Conference, procedure: Procedure) -> str:
    items: dict[str, tuple[str, ...]] = {
        "before": tuple(item.id for item in procedure.checklist),
        "transfer pack": procedure.transfer_in.pack,
    }
    return "" if event.item in items[event.checklist] else "The procedure has no such item."


@refused.register
def _(event: e.ReferrerNoted, conference: Conference, _: Procedure) -> str:
    if not event.what:
        return "Say who referred the family, such as “the school” or “a member of the public”."
    if event.anonymous and event.name:
        return "The name of somebody who asked not to be named is never stored. Leave it out."
    if event.anonymous and conference.referrer and conference.referrer.name:
        return "A name was recorded before, and the record keeps it: it cannot be made anonymous any more."
    return ""


@refused.register
def _(event: e.FamilyAskedAboutObserver, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    observes = person is not None and person.standing is Standing.OBSERVER
    return "" if observes else f"{conference.name(event.person)} is not here to observe."


keep(e.ReferrerNoted, "referrer")
keep_by(e.FamilyAskedAboutObserver, "observers", "person")
collect(e.PreMeetingHeld, "pre_meetings", "person")
collect(e.NeedNoted, "needs", "person", "need")
keep_by(e.ChecklistTicked, "checklists", "checklist", "item")
keep_by(e.ParticipationDecided, "participation", "child")
keep_by(e.ReportReceived, "reports", "person")


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
