"""Who was kept out, why, and what was owed to them for it, and who is kept apart, as data."""

from conference_tui.conference.reading.apart import in_order, reasons, unanswered
from conference_tui.conference.state import Conference, Exclusion
from conference_tui.conference.text import listed
from conference_tui.overview.values import Data, anyone, clock_time, told, who


def exclusion_data(conference: Conference, exclusion: Exclusion) -> Data:
    """Who was kept out, of what, for which reason, and what they were told."""
    decided = exclusion.decided
    return {
        **told(conference, decided),
        "requested_by": anyone(conference, decided.requested_by),
        "ended": clock_time(exclusion.ended),
    }


def kept_apart_data(conference: Conference) -> list[Data]:
    """Which adults are kept apart, as the chair said; of those asked about nobody has said it yet."""
    said = ((two, each.apart, True, each.why) for two, each in conference.apart.items())
    asked = ((two, True, False, listed(reasons(conference, *two))) for two in unanswered(conference))
    return [
        {
            "one": who(conference, one),
            "other": who(conference, other),
            "apart": apart,
            "said": is_said,
            "why": why,
        }
        for two, apart, is_said, why in (*said, *asked)
        for one, other in [in_order(conference, two) if is_said else two]
    ]
