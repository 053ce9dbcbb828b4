"""Deadlines with what they were reckoned from, and how what is booked stands to them, as data."""

import msgspec

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
    plain: Data = msgspec.to_builtins(standing)
    return plain


def deadline_data(due: dates.Deadline, procedure: Procedure) -> Data:
    """One deadline as data, with everything it was reckoned from."""
    plain: Data = msgspec.to_builtins(due)
    return {
        **plain,
        "at": due.at.isoformat(timespec="minutes") if due.at else None,
        "when": due.when,
        "sentence": due.sentence,
        "source": procedure.sources.get(due.source, due.source),
    }
