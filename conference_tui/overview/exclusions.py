"""Who was kept out, why, and what was owed to them for it, and who is kept apart, as data."""

from conference_tui.conference.reading.apart import in_order, reasons, unanswered
from conference_tui.conference.state import Conference, Exclusion
from conference_tui.conference.text import listed
from conference_tui.overview.values import Data, anyone, clock_time, who


def exclusion_data(conference: Conference, exclusion: Exclusion) -> Data:
    """Who was kept out, of what, for which reason, and what they were told."""
    decided = exclusion.decided
    return {
        "person": who(conference, decided.person),
        "ground": decided.ground,
        "reason": decided.reason,
        "parts": list(decided.parts),
        "evidence": decided.evidence,
        "requested": decided.requested,
        "requested_by": anyone(conference, decided.requested_by),
        "views_by": anyone(conference, decided.views_by),
        "told": decided.told,
        "told_on": decided.told_on,
        "challenge": decided.challenge,
        "represented_by": anyone(conference, decided.represented_by),
        "without_minutes": decided.without_minutes,
        "ended": clock_time(exclusion.ended),
    }


def kept_apart_data(conference: Conference) -> list[Data]:
    """Which adults are kept apart, as the chair said; of those asked about nobody has said it yet."""
    said = [
        {
            "one": who(conference, one),
            "other": who(conference, other),
            "apart": each.apart,
            "said": True,
            "why": each.why,
        }
        for two, each in conference.apart.items()
        for one, other in [in_order(conference, two)]
    ]
    asked = [
        {
            "one": who(conference, one),
            "other": who(conference, other),
            "apart": True,
            "said": False,
            "why": listed(reasons(conference, one, other)),
        }
        for one, other in unanswered(conference)
    ]
    return [*said, *asked]
