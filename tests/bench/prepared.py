"""Conferences to measure with: invented, and made through the same door as any other."""

from datetime import UTC, date, datetime, timedelta

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference
from conference_tui.demonstration import PROCEDURE, half_way, steps
from conference_tui.store.folder import Folder

CONTRIBUTIONS = 1_000
EVENTS = 5_000
ACTIONS = 40

_COLUMNS = tuple(e.Column)
_MAP = "mapping"


def half_past_two() -> datetime:
    """The time at which everything is recorded."""
    return datetime(2026, 12, 1, 14, 30, tzinfo=UTC)


def mark(ref: str) -> str:
    """A word that stands only in the entry of the map that was made last."""
    return f"last-{ref}"


def conference(
    folder: Folder, ref: str, *, contributions: int = 0, entries: int = 0, stage: str = _MAP
) -> str:
    """Record the demonstration up to the map and let it go; gives the id of the record.

    Args:
        folder: where.
        ref: the reference.
        contributions: how many entries the map has at least.
        entries: how many the record has at least; contributions make up the number.
        stage: where the meeting stands at the end.

    """
    opening, *rest = (step.event for step in half_way())
    if not isinstance(opening, e.ConferenceOpened):
        raise TypeError("the demonstration does not begin with its opening")
    meeting = conferences.start(
        folder, ref, opening.kind, procedure=PROCEDURE, chair=opening.chair, clock=half_past_two
    )
    meeting.record(*rest)
    while len(meeting.conference.contributions) < contributions - 1 or meeting.count < entries - 2:
        meeting.record(contribution(meeting.conference, meeting.count))
    meeting.record(contribution(meeting.conference, meeting.count, mark(ref)), e.StageOpened(stage=stage))
    meeting.close()
    return meeting.record_id


def siblings(folder: Folder) -> str:
    """Record the whole conference on three siblings, without the words of the closed slot; gives the id of the record."""
    opening, *rest = (step.event for step in steps())
    if not isinstance(opening, e.ConferenceOpened):
        raise TypeError("the demonstration does not begin with its opening")
    meeting = conferences.start(
        folder, "BENCH-SIBLINGS", opening.kind, procedure=PROCEDURE, chair=opening.chair, clock=half_past_two
    )
    for event in rest:
        if not (meeting.in_closed_slot and isinstance(event, e.ContributionMade)):
            meeting.record(event)
    meeting.close()
    return meeting.record_id


def contribution(known: Conference, number: int, words: str = "") -> e.ContributionMade:
    """Something said by one of those in the meeting; the same number gives the same entry."""
    speakers = [each.id for each in known.people.values() if each.standing is Standing.PROFESSIONAL]
    children = tuple(known.children)
    return e.ContributionMade(
        contribution=f"said-{number}",
        stage=_MAP,
        speaker=speakers[number % len(speakers)],
        words=words
        or f"Was seen on {number % 28 + 1} November and {'said little' * (number % 3)} about home.",
        column=_COLUMNS[number % len(_COLUMNS)],
        children=children[: number % (len(children) + 1)],
    )


def planned() -> Conference:
    """Four children with a child protection plan, and 40 actions in each of the plans."""
    children = ("ada", "ben", "cleo", "dan")
    happened: list[e.AnyEvent] = [
        e.ConferenceOpened(ref="BENCH-PLAN", kind=e.Kind.INITIAL, procedure=PROCEDURE, chair="Ines Corrigan"),
        e.ConferenceArranged(held=date(2026, 12, 1), venue="Room 2"),
    ]
    happened += [e.ChildEntered(child=child, name=f"{child.title()} Calloway") for child in children]
    happened += [
        e.PersonEntered(person="dell", name="Dell Calloway", standing=Standing.PARENT, parent_of=children),
        e.PersonEntered(person="omar", name="Omar Bly", standing=Standing.PROFESSIONAL, agency="Larkmoor Council"),
    ]  # fmt: skip
    happened += [
        e.DecisionMade(child=child, outcome=e.Outcome.CHILD_PROTECTION, category=e.Category.NEGLECT)
        for child in children
    ]
    happened += [
        e.ActionAgreed(
            action=f"action-{number}",
            children=children,
            what=f"See the school nurse about the matter of week {number}, and tell the others what she said",
            who=("dell", "omar"),
            when="within a month of the conference",
            by=date(2026, 12, 2) + timedelta(days=number),
            how_known="The nurse writes to the key worker.",
        )
        for number in range(ACTIONS)
    ]
    known = Conference()
    for event in happened:
        known = apply(known, event)
    return known
