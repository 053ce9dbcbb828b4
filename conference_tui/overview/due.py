"""Deadlines with what they were reckoned from, and how what is booked stands to them, as data."""

from conference_tui.conference import dates
from conference_tui.conference.deadlines import Due
from conference_tui.conference.procedure import Procedure
from conference_tui.overview.values import Data


def due_data(due: Due, procedure: Procedure) -> Data:
    """One deadline, what is booked for it, and how that stands."""
    standing = due.standing
    return {
        **deadline_data(due.deadline, procedure),
        "booked": due.booked,
        "working_day": due.working_day,
        "standing": standing_data(standing) if standing else None,
    }


def standing_data(standing: dates.Standing) -> Data:
    """How a day stands to its limit, as data."""
    return {"in_time": standing.in_time, "late_by": standing.late_by, "sentence": standing.sentence}


def deadline_data(due: dates.Deadline, procedure: Procedure) -> Data:
    """One deadline as data, with everything it was reckoned from."""
    return {
        "key": due.key,
        "what": due.what,
        "date": due.date.isoformat() if due.date else None,
        "at": due.at.isoformat(timespec="minutes") if due.at else None,
        "when": due.when,
        "day0": due.day0.isoformat(),
        "rule": due.rule,
        "sentence": due.sentence,
        "skipped": [{"date": day.date.isoformat(), "title": day.title} for day in due.skipped],
        "pulled_back_from": due.pulled_back_from.isoformat() if due.pulled_back_from else None,
        "governed_by": due.governed_by,
        "is_tie": due.is_tie,
        "assumes": due.assumes,
        "unknown": due.unknown,
        "source": procedure.sources.get(due.source, due.source),
    }
