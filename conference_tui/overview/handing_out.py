"""Who gets what, as plain data for `conference show`: the cells, what the chair decided, and who holds an old version."""

import msgspec

from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import rows, waiting
from conference_tui.conference.state import Conference
from conference_tui.conference.versions import out_of_date
from conference_tui.overview.values import Data


def handing_out(conference: Conference, procedure: Procedure) -> Data:
    """What each reader gets; words that were judged are not repeated, for they may be an address."""
    return {
        "readers": [
            {
                "reader": row.reader,
                "name": row.name,
                "papers": [msgspec.structs.asdict(cell) for cell in row.cells],
            }
            for row in rows(conference, procedure)
        ],
        "waiting": [person.label for person in waiting(conference)],
        "entries": [msgspec.structs.asdict(each) for each in conference.entry_choices.values()],
        "worded": [{"entry": each.entry, "reader": each.reader} for each in conference.worded.values()],
        "judged": [
            {"reader": each.reader, "stays": each.stays, "why": each.why}
            for each in conference.words_judged.values()
        ],
        "out_of_date": [
            {
                "paper": each.copy.paper.value,
                "child": each.copy.child,
                "reader": each.copy.reader,
                "version": each.copy.version,
            }
            for each in out_of_date(conference, procedure)
        ],
    }
