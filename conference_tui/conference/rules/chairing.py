"""What is refused of how the conference is chaired: without a quorum, by somebody else, adjourned, taken up again."""

from conference_tui.conference import events as e
from conference_tui.conference.compared import same
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_date


@refused.register
def _(event: e.ChairChanged, conference: Conference, _: Procedure) -> str:
    if not event.chair:
        return "Say who chairs now."
    if same(event.chair, conference.chair):
        return f"{event.chair} is in the chair already."
    before = conference.chairs[-1] if conference.chairs else None
    if before and before.on == event.on and event.at < before.at:
        return f"The chair changed at {before.at:%H:%M}; this was after it."
    return ""


@refused.register
def _(event: e.ConferenceAdjourned, conference: Conference, _: Procedure) -> str:
    if not event.reason:
        return "Say why it is adjourned."
    if not event.safeguards:
        return "Say what keeps the child safe until it meets again."
    if event.until and conference.held and event.until < conference.held:
        return f"{say_date(event.until)} is before the conference, on {say_date(conference.held)}."
    return ""


@refused.register
def _(event: e.ConferenceResumed, conference: Conference, _: Procedure) -> str:
    sitting = conference.adjourned
    if sitting is None:
        return "The conference is not adjourned."
    if sitting.on and event.on < sitting.on:
        return f"{say_date(event.on)} is before {say_date(sitting.on)}, when it was adjourned."
    if event.on == sitting.on and event.at < sitting.adjourned.at:
        return f"It was adjourned at {sitting.adjourned.at:%H:%M}; it goes on after that."
    return ""


@refused.register
def _(event: e.InquorateProceeded, _: Conference, __: Procedure) -> str:
    if not event.reason:
        return "Going ahead without a quorum needs the chair's reason."
    return "" if event.safeguards else "Say what keeps the child safe until the missing views are in."


@refused.register
def _(event: e.ReasonGiven, conference: Conference, _: Procedure) -> str:
    if event.matter == "quorum" and conference.inquorate is None:
        return (
            "Going ahead without a quorum also needs what keeps the child safe: record it at the apologies."
        )
    return "" if event.reason else "A reason cannot be empty: it is printed."
