"""A child who moves here with a plan: the conference's own clock, and what the other authority keeps (HF-1, BA-3)."""

from collections.abc import Iterable

from conference_tui.conference import events as e
from conference_tui.conference.deadlines import Due, due_dates
from screens.due import due_text
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


def own_limit(stage: Stage) -> Due | None:
    """By when the conference itself has to be held; None where what it is counted from is not known."""
    every = due_dates(stage.conference, stage.meeting.procedure, stage.meeting.calendar)
    return next((due for due in every if due.deadline.key == "conference"), None)


def rows(stage: Stage) -> Iterable[Row]:
    """At the close of a transfer-in conference: how its own clock stood, and what ends elsewhere only now."""
    opened = stage.conference.opened
    if opened is None or opened.kind is not e.Kind.TRANSFER_IN:
        return
    yield heading("The authority that the child comes from")
    yield Row(key="transfer says", text=plain(stage.meeting.procedure.transfer_in.says))
    if own := own_limit(stage):
        yield Row(key="transfer limit", text=due_text(own))
