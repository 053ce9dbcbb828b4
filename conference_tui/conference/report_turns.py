"""Whose turn it is to give the most important parts of a report (KC-5)."""

from msgspec import Struct

from conference_tui.conference.attendance import agencies
from conference_tui.conference.state import Conference

_REPORTS = {"written": "written", "verbal": "not written", "none": "no report"}


class ReportTurn(Struct, frozen=True, kw_only=True):
    """One agency's turn."""

    agency: str
    speaker: str
    """Who speaks: the author of the report where they are here, else somebody of the agency who is, else the author."""
    is_here: bool
    report: str
    """What report there is, in words."""
    told: bool
    """Whether somebody of the agency has spoken at the stage, or had a report read."""


def report_turns(conference: Conference, stage: str) -> tuple[ReportTurn, ...]:
    """The turn of each agency that is here or sent a report, in the order the agencies were entered."""
    here = conference.present()
    spoke = {made.speaker for made in conference.contributions if made.stage == stage}
    turns = []
    for agency in agencies(conference):
        received = {p: conference.reports[p].form for p in agency.people if p in conference.reports}
        authors = [person for person, form in received.items() if form != "none"]
        if not authors and not agency.present(here):
            continue
        candidates = [*authors, *agency.people]
        speaker = next((person for person in candidates if person in here), candidates[0])
        form = received.get(authors[0]) if authors else next(iter(received.values()), None)
        turns.append(
            ReportTurn(
                agency=agency.name,
                speaker=speaker,
                is_here=speaker in here,
                report=_REPORTS[form] if form else "not taken down",
                told=not spoke.isdisjoint(agency.people),
            )
        )
    return tuple(turns)
