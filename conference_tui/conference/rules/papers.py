"""What is refused of who is handed what."""

from conference_tui.conference import events as e
from conference_tui.conference import recipients
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused
from conference_tui.conference.second_opinion import is_withheld_from
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.CopyDecided, conference: Conference, procedure: Procedure) -> str:
    row = recipients.row_of(conference, procedure, event.reader)
    cell = row.cell(event.paper, event.child) if row else None
    if cell is None:
        return "There is no such paper for them."
    if event.gets and cell.answer == "never":
        return f"That is never handed to them. {cell.why}"
    return "" if event.why else "Say why; it is recorded."


@refused.register
def _(event: e.EntryChosen, conference: Conference, _: Procedure) -> str:
    known = {*conference.actions, *conference.earlier_actions, "summary"}
    known |= {made.contribution for made in conference.contributions}
    if event.entry not in known:
        return "That entry is not in the record."
    return "" if event.why or event.how in ("named", "themed") else "Say why; it is recorded."


@refused.register
def _(event: e.EntryWorded, _: Conference, __: Procedure) -> str:
    return "" if event.words else "Nothing was typed."


@refused.register
def _(event: e.WordsJudged, conference: Conference, _: Procedure) -> str:
    if event.stays and is_withheld_from(conference, event.words, event.reader):
        return "That address or number is withheld from them: it cannot stand in a copy of theirs."
    if not event.reader:
        return "Say in whose copies they may stand." if event.stays else ""
    return "" if event.why else "Say why; it is recorded."


@refused.register
def _(_: e.DocumentMade, conference: Conference, __: Procedure) -> str:
    return (
        "" if conference.closed else "Close the conference first: the plans are made from what stands then."
    )
