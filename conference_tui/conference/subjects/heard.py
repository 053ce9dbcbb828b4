"""Who hears what is said in a split conference: kept with it."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference, Hearing, heard_key
from conference_tui.conference.subjects.by_kind import changed, put


def who_hears(state: Conference) -> Hearing:
    """Who hears what is said now, and in which sitting of a split conference."""
    sitting = state.split_begun[-1].sitting if state.split_begun else ""
    return Hearing(by=state.in_the_room(), sitting=sitting)


def keep_who_hears(kind: type[e.Event]) -> None:
    """Keep beside what an event of this kind changes who heard it, in a split conference."""
    change = changed.dispatch(kind)

    def heard(event: Any, conference: Conference) -> Conference:  # noqa: ANN401 - those of `heard_key`
        after: Conference = change(event, conference)
        key = heard_key(event)
        if not conference.split_sittings or key in conference.heard_besides:
            return after
        hearing = who_hears(conference)
        if isinstance(event, e.FamilyAsked) and event.by:
            hearing = replace(hearing, by=hearing.by | {event.person}, told_for=event.person)
        return replace(after, heard_besides=put(after.heard_besides, key, hearing))

    changed.register(kind)(heard)
