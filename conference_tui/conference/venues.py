"""The procedure's places for a conference, and what it says of access to each (HF-7)."""

from conference_tui.conference.compared import squeezed
from conference_tui.conference.procedure import Procedure, Venue


def venue_meant(procedure: Procedure, typed: str) -> Venue | None:
    """The venue that typed words mean: those that begin with its name, or the one whose name begins so."""
    small = squeezed(typed)
    if not small:
        return None
    names = {venue.name: squeezed(venue.name) for venue in procedure.venues}
    for venue in procedure.venues:
        if small.startswith(names[venue.name]):
            return venue
    begun = [venue for venue in procedure.venues if names[venue.name].startswith(small)]
    return begun[0] if len(begun) == 1 else None


def access_words(procedure: Procedure, typed: str) -> str:
    """What is known of access to a place: "Town Hall: ask before inviting."; empty for one not named there."""
    venue = venue_meant(procedure, typed)
    return f"{venue.name}: {venue.access}" if venue else ""
