"""What is refused because the record says it of itself, and of how long it is kept."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date


@refused.register(e.Sealed)
@refused.register(e.ClockWentBack)
@refused.register(e.RecordImported)
def _(_: e.Event, __: Conference, ___: Procedure) -> str:
    return "The record says that of itself; nobody types it."


@refused.register
def _(event: e.RetentionSet, conference: Conference, _: Procedure) -> str:
    if conference.held and event.until <= conference.held:
        return f"{say_date(event.until)} is not after the conference. Until when is the record kept?"
    return "" if event.why else "Say by which rule, or why, the record is kept until then."
