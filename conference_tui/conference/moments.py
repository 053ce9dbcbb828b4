"""What the room is when something is recorded, and about whom it is: the envelope of every entry.

It is recorded with the entry and goes with it for ever. Of what a program recorded that did not know of it, what is
certain is derived when the record is opened: who was here from arrivals and departures, the children from the fields
of the entry, the only child there is. The rest is unknown, and is said to be. Names that stand in words tell nothing.

What is recorded again under the same key, a correction, was heard when it was said first: `Log.moment` gives who was
here, which sitting and who was kept out as they were then. About whom it is and whose own matter are what the last
one says; where nobody says it again, what stood before goes on. Undo and redo change no moment.
"""

from functools import singledispatch

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.keys import key_of
from conference_tui.conference.state import Conference

OF_THE_RECORD = (e.Struck, e.Restored, e.Sealed, e.ClockWentBack)
"""What the record says of itself: nobody hears it, and it is about nobody."""


class Told(Struct, frozen=True, kw_only=True):
    """What a person says of an entry that it does not tell by itself; None where nobody has said."""

    about: tuple[str, ...] | None = None
    """Ids of the children whom it is about."""
    own_matter_of: str | None = None
    """The adult whose own matter it is; empty where it is nobody's."""
    heard_by: tuple[str, ...] | None = None
    """Ids of those to whom it was read, where they are others than those who are here now."""


UNTOLD = Told()

_OF_A_DAY = ("late", "brought forward")
"""What begins the key of a reminder about a day."""


def moment_of(conference: Conference, event: e.Event, told: Told = UNTOLD) -> e.Moment:
    """What the room is now for an entry, and what was told of it."""
    here = _who_hears(conference, event) if told.heard_by is None else frozenset(told.heard_by)
    before = conference.log.moment(key_of(event))
    own = told.own_matter_of
    return e.Moment(
        here=tuple(sorted(here)),
        online=tuple(
            sorted(
                who
                for who in here & conference.presence.keys()
                if conference.presence[who].mode is not e.Mode.ROOM
            ),
        ),
        stage=getattr(event, "stage", "") or conference.stage,
        sitting=conference.split_begun[-1].sitting
        if conference.split_begun and not conference.closed and not _is_unread(conference, event)
        else "",
        kept_out=_kept_out(conference, getattr(event, "stage", "") or conference.stage, here),
        about=_about(conference, event, told.about, before.about if before else None),
        own_matter_of=(before.own_matter_of if before else "") if own is None else own,
    )


def _who_hears(conference: Conference, event: e.Event) -> frozenset[str]:
    """Those in the room. What came in writing nobody hears but who wrote it, unless it is read out in the meeting."""
    here = conference.in_the_room()
    if isinstance(event, e.ContributionMade) and event.in_writing:
        return frozenset({event.speaker}) if _is_unread(conference, event) else here | {event.speaker}
    if isinstance(event, e.FamilyAsked) and event.by:
        return here | {event.person}
    return here


def _is_unread(conference: Conference, event: e.Event) -> bool:
    """Whether something came in writing and is not read out: before the meeting, or on the parents' own form."""
    if not isinstance(event, e.ContributionMade) or not event.in_writing:
        return False
    return bool(event.answers) or conference.stage in ("", "set_up", "before")


def _kept_out(conference: Conference, stage: str, here: frozenset[str]) -> tuple[str, ...]:
    """Whoever is kept out of this item and is not here all the same: the clock counts, not the agenda."""
    return tuple(
        sorted(who for who, kept in conference.exclusions.items() if who not in here and kept.covers(stage))
    )


def _about(
    conference: Conference, event: e.Event, said: tuple[str, ...] | None, before: tuple[str, ...] | None
) -> tuple[str, ...] | None:
    every = tuple(conference.children)
    named = children_of(event, conference)
    if named is not None:
        return named or every
    if said is not None:
        return said
    if before is not None:
        return before
    return every if len(every) == 1 else None


@singledispatch
def children_of(event: e.Event, _: Conference) -> tuple[str, ...] | None:
    """The children whom the fields of an entry name; empty for all of them, None where the entry does not tell."""
    if "child" in event.roles:
        child: str = getattr(event, "child")  # noqa: B009 - of many kinds
        return (child,)
    if "children" in event.roles:
        children: tuple[str, ...] = getattr(event, "children")  # noqa: B009
        return children
    return None


@children_of.register(e.SummaryGiven)
@children_of.register(e.AddendumAdded)
@children_of.register(e.FamilyAsked)
def _(event: e.SummaryGiven | e.AddendumAdded | e.FamilyAsked, _: Conference) -> tuple[str, ...] | None:
    """Records of before do not tell about whom; no children is not all of them here."""
    return event.children or None


@children_of.register
def _(event: e.ContributionCorrected, _: Conference) -> tuple[str, ...] | None:
    return event.correct.children


@children_of.register
def _(event: e.SafetyGoalSet, conference: Conference) -> tuple[str, ...] | None:
    return of_question(conference, event.statement)


@children_of.register(e.ScoreGiven)
@children_of.register(e.ScoresShown)
@children_of.register(e.LowScoreAnswered)
@children_of.register(e.EarlierScoreGiven)
def _(
    event: e.ScoreGiven | e.ScoresShown | e.LowScoreAnswered | e.EarlierScoreGiven, conference: Conference
) -> tuple[str, ...] | None:
    return of_question(conference, event.question)


@children_of.register
def _(event: e.ActionReviewed, conference: Conference) -> tuple[str, ...] | None:
    given = conference.earlier_actions.get(event.action)
    return given.children if given else None


@children_of.register
def _(event: e.ReasonGiven, conference: Conference) -> tuple[str, ...] | None:
    """A reminder's key ends in the child or the statement that it is about, where it is about one.

    That of a day which is late or brought forward ends in the day: one of the conference is everybody's, and one on
    which plans of children in need begin is theirs who have it.
    """
    matter, _, of = event.matter.partition(":")
    if matter in _OF_A_DAY:
        limit, _, day = of.partition(":")
        meets = conference.in_need_meetings.items()
        theirs = tuple(child for child, booked in meets if booked.on.isoformat() == day)
        return (theirs or None) if limit == "cin_first_meeting" else ()
    return of_question(conference, of) if of else ()


def of_question(conference: Conference, question: str) -> tuple[str, ...] | None:
    """The children of a question of the scale: the child itself, or those of a danger statement."""
    if question in conference.children:
        return (question,)
    made = conference.danger_statements.get(question) or conference.earlier_statements.get(question)
    return made.children if made else None
