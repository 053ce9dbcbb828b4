"""One entry as it is read: the event as it stands, with the moments at which it was recorded."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.keys import NAMED_BY
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference


class Entry(Struct, frozen=True, gc=False):
    """An entry of the record as it stands now, with what was known when it was recorded."""

    key: str
    event: e.Event
    moment: e.Moment
    """When it was recorded as it stands."""
    earlier: tuple[e.Moment, ...] = ()
    """When it was recorded before it was given anew."""

    @property
    def moments(self) -> tuple[e.Moment, ...]:
        """Every moment at which it was recorded: who missed one of them has missed something of it."""
        return (*self.earlier, self.moment)


_TAKEN_OUT_AGAIN = (e.CoreGroupMemberChosen,)
"""Kinds whose entries are applied each in its place, since another entry can take them out between two of them."""


def settled(log: Iterable[tuple[str, e.Recorded]]) -> tuple[Entry, ...]:
    """The entries of a state's log, each as it stands now, in the place where it stood first.

    What an entry said before it was corrected is nobody's to read. Words that are corrected were heard when they were
    said, and what is given anew when it is given.
    """
    found: list[Entry] = []
    places: dict[tuple[type[e.Event], str], int] = {}
    for key, recorded in log:
        event, moment = recorded.event, recorded.moment
        assert isinstance(moment, e.Moment), "the fold gives each entry its moment"
        is_correction = isinstance(event, e.ContributionCorrected)
        if isinstance(event, e.ContributionCorrected):
            event = event.correct
        kind = type(event)
        place = places.get((kind, key)) if kind not in _TAKEN_OUT_AGAIN and NAMED_BY.get(kind) else None
        if place is None and is_correction:
            continue  # what it corrects is struck
        if place is None:
            places[kind, key] = len(found)
            found.append(Entry(key, event, moment))
        elif is_correction:
            found[place] = Entry(key, event, _corrected(found[place].moment, moment))
        else:
            found[place] = Entry(key, event, moment, found[place].moments)
    return tuple(found)


def entries_of(conference: Conference, procedure: Procedure) -> tuple[Entry, ...]:
    """Every entry of a whole conference that counts, complete. The same for each reader, so a pack asks once."""
    return tuple(_with_its_facts(entry, conference, procedure) for entry in settled(conference.log))


def replace_event(entry: Entry, event: e.Event) -> Entry:
    """An entry with another event at the same moment."""
    return Entry(entry.key, event, entry.moment, entry.earlier)


def _with_its_facts(entry: Entry, full: Conference, procedure: Procedure) -> Entry:
    """An entry with what the program told from the whole when it was recorded; worked out for records of before."""
    event = entry.event
    if not isinstance(event, e.DecisionMade) or event.sentence:
        return entry
    found = full.decisions.get(event.child)
    if found is None or found.made != event:
        return entry
    facts = replace(
        event,
        sentence=decision.sentence(full, procedure, event.child),
        quorum=decision.without_quorum(full, procedure, found),
        quorum_before=decision.verdict_at_the_apologies(full, procedure, found),
    )
    return replace_event(entry, facts)


def _corrected(said: e.Moment, corrected: e.Moment) -> e.Moment:
    """When the words were said; about whom they are, and whose own matter, as the correction has it."""
    return replace(said, about=corrected.about, own_matter_of=corrected.own_matter_of)
