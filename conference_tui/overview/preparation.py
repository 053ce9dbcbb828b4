"""What was seen to and what came in before the conference, as data: checklists and reports."""

from conference_tui.conference import checklist, reports
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.due import deadline_data
from conference_tui.overview.values import Data, clock_time, told, who


def checklists_data(conference: Conference, procedure: Procedure) -> list[Data]:
    """What is seen to before the start, and what came with a transfer, whether it was ticked or not (BA-9, HF-1)."""
    items = (*checklist.before_the_start(conference, procedure), *checklist.pack(conference, procedure))
    return [
        {
            "checklist": item.checklist,
            "item": item.id,
            "words": item.words,
            "done": item.is_done,
            "at": clock_time(item.tick.at) if item.tick else None,
            "note": item.tick.note if item.tick else "",
        }
        for item in items
    ]


def reports_data(conference: Conference, procedure: Procedure, calendar: Calendar) -> Data:
    """When reports were due, and each agency's."""
    due = reports.reports_due(conference, procedure, calendar)
    return {
        "due": deadline_data(due, procedure) if due else None,
        "agencies": [
            {
                "agency": standing.agency,
                "person": who(conference, standing.person),
                "sentence": standing.sentence,
                "flagged": standing.flagged,
                **_received(conference, standing.person),
            }
            for standing in reports.report_standings(conference, procedure, calendar)
        ],
    }


def _received(conference: Conference, person: str) -> Data:
    none = e.ReportReceived(person=person, form="none")
    return told(conference, conference.reports.get(person, none), "person", "author_agrees")
