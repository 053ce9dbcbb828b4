"""A child who moves here with a plan: the clock of the conference, and what the other authority sends."""

from datetime import date

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.reminders import reminders
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import CALENDAR, INVITED, OPENED, PLAIN, build

MOVED_HERE = build(replace(OPENED, kind=e.Kind.TRANSFER_IN), on=INVITED)
NOTIFIED = e.KeyDateGiven(what="transfer", on=date(2026, 11, 12))
PACK = PLAIN.transfer_in.pack


def open_keys(conference: Conference) -> dict[str, str]:
    return {each.key: each.words for each in reminders(conference, PLAIN, CALENDAR) if each.is_open}


def test_its_clock_runs_from_the_written_notification() -> None:
    """HF-1, BA-3: fifteen working days, whatever strategy discussion there was."""
    strategy = e.KeyDateGiven(what="strategy discussion", on=date(2026, 11, 2))
    keys = {due.deadline.key: due for due in due_dates(build(strategy, on=MOVED_HERE), PLAIN, CALENDAR)}
    assert "conference" not in keys
    (own, *_) = due_dates(build(strategy, NOTIFIED, on=MOVED_HERE), PLAIN, CALENDAR)
    assert (own.deadline.key, own.deadline.date, own.working_day) == ("conference", date(2026, 12, 3), 13)


def test_without_the_notification_it_is_said_that_nothing_can_be_counted() -> None:
    """BA-3."""
    assert "nothing can be counted" in open_keys(MOVED_HERE)["transfer"]
    assert "transfer" not in open_keys(build(NOTIFIED, on=MOVED_HERE))
    assert "transfer" not in open_keys(INVITED)


def test_what_has_not_come_of_the_pack_is_reminded_of() -> None:
    """HF-1: plan, reports, assessments, the move, needs, chronology; taken back it is open again."""
    assert all(item in open_keys(MOVED_HERE)["pack"] for item in PACK)
    assert "pack" not in open_keys(INVITED)
    here = [e.ChecklistTicked(checklist="transfer pack", item=item) for item in PACK]
    assert "pack" not in open_keys(build(*here, on=MOVED_HERE))
    taken_back = build(*here, replace(here[-1], done=False), on=MOVED_HERE)
    assert open_keys(taken_back)["pack"] == f"Not here from the other authority: {PACK[-1]}."


def test_a_reminder_of_the_pack_holds_up_nothing() -> None:
    """HF-1: the conference decides on what there is."""
    found = [each for each in reminders(MOVED_HERE, PLAIN, CALENDAR) if each.key in ("pack", "transfer")]
    assert [each.holds_up_close for each in found] == [False, False]


def test_only_what_the_procedure_lists_can_be_ticked() -> None:
    """BA-9, BR-3: before the start by its id, of the pack by its words."""
    early = e.ChecklistTicked(checklist="before", item=PLAIN.checklist[0].id)
    assert refusal(INVITED, early, PLAIN) == ""
    assert refusal(INVITED, e.ChecklistTicked(checklist="transfer pack", item=PACK[0]), PLAIN) == ""
    assert refusal(INVITED, replace(early, item="nonsense"), PLAIN) == "The procedure has no such item."
