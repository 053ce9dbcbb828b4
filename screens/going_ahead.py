"""Going ahead without a quorum (BA-4): on which grounds, and the chair's reason with what keeps the child safe."""

from collections.abc import Iterator

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Quorum, quorum
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values

EARLY_REVIEW_ADVISED = "An early review is advised: it is booked at core group and dates."


def going_ahead(meeting: Meeting) -> Form:
    """Asks for the chair's reason, and for what keeps the child safe meanwhile: neither is enough alone."""
    went, rule = meeting.conference.inquorate, meeting.procedure.quorum
    standing = quorum(meeting.conference, meeting.procedure)

    def save(values: Values) -> None:
        reason, safeguards = values.words("reason"), values.words("safeguards")
        meeting.record(e.InquorateProceeded(reason=reason, safeguards=safeguards))

    fields = [
        Field(
            name="reason",
            label="Reason",
            kind="words",
            value=went.reason if went else "",
            hint="why the conference goes ahead today; it is printed",
        ),
        Field(
            name="safeguards",
            label="Safe meanwhile",
            kind="words",
            value=went.safeguards if went else "",
            hint="what keeps the child safe until the missing views are in",
        ),
    ]
    note = f"{standing.sentence}\n{rule.may_proceed}\n{EARLY_REVIEW_ADVISED}"
    return Form("Go ahead without a quorum", fields, save, meeting=meeting, note=note, key="inquorate")


def grounds(standing: Quorum) -> Iterator[str]:
    """On which of the procedure's grounds the chair may go ahead with those who are here; or that there is none."""
    if not standing.may_proceed:
        yield "Too few are here for any of the procedure's grounds for that."
        return
    yield "Here are enough for it, on one of these grounds:"
    yield from (f"· {ground}" for ground in standing.grounds)
