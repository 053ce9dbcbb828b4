"""A reader's conference: what of the record this reader may read, folded as it is for everybody (HF-10).

Reading is replaying. There is no second state that is cut down: a part of a state is closed to a reader because it can
only come from an entry that was let through.
"""

from collections.abc import Iterable
from functools import cached_property

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Knows, agencies
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import Copy
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.entry import Entry, replace_event, settled
from conference_tui.conference.reading.hiding import Hiding
from conference_tui.conference.reading.mask import Mask
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.reading.rule import Answer, Verdict, may_read
from conference_tui.conference.state import Conference


class Reading:
    """One reader before a conference: what they may read of it, found once for the questions and for the paper."""

    def __init__(
        self,
        conference: Conference,
        procedure: Procedure,
        copy: Copy,
        entries: tuple[Entry, ...] | None = None,
    ) -> None:
        """`entries` as for a `Reader`. Raises KeyError for a reader without a row."""
        self._reader = Reader(conference, procedure, copy, entries)
        self._hiding = Hiding(self._reader)

    @cached_property
    def answers(self) -> tuple[tuple[Entry, Answer], ...]:
        """Each entry that counts, with whether the reader reads it."""
        return tuple((entry, may_read(entry, self._reader, self._hiding)) for entry in self._reader.entries)

    def conference(self) -> Conference:
        """The conference as a copy is drawn from it."""
        mask = Mask(self._reader, self._hiding)
        entries = (
            replace_event(entry, mask.masked(entry, without_words=answer.verdict is Verdict.WITHOUT_WORDS))
            for entry, answer in self.answers
            if answer.is_read
        )
        return _told_to_all(folded(entries), self._reader)


def read(conference: Conference, procedure: Procedure, copy: Copy) -> Conference:
    """The conference as a copy is drawn from it. Raises KeyError for a reader without a row."""
    return Reading(conference, procedure, copy).conference()


def of_one_child(read_before: Conference, child: str) -> Conference:
    """What a reader's conference holds of one child, for the part of a paper that is about that child alone.

    Raises KeyError where the conference is not about that child.
    """
    if read_before.children.keys() == {child}:
        return _with_views_of_who_knows(read_before)
    found = read_before.decisions.get(child)
    has_plan = found is not None and found.made.outcome is e.Outcome.CHILD_PROTECTION
    read_before.children[child]
    of_child = folded(entry for entry in settled(read_before.log) if _is_of(entry, child, has_plan=has_plan))
    return _with_views_of_who_knows(replace(of_child, children={child: of_child.children[child]}))


def folded(entries: Iterable[Entry]) -> Conference:
    """What entries add up to, as for everybody."""
    conference = Conference()
    for entry in entries:
        conference = apply(conference, e.Recorded(seq=0, at="", event=entry.event, moment=entry.moment))
    return conference


_OF_A_PROTECTION_PLAN = (
    e.CoreGroupMemberChosen,
    e.CoreGroupMemberRemoved,
    e.CoreGroupBooked,
    e.ReviewBooked,
)
"""A child without such a plan has none of them."""


def _is_of(entry: Entry, child: str, *, has_plan: bool) -> bool:
    event = entry.event
    if isinstance(event, _OF_A_PROTECTION_PLAN) and not has_plan:
        return False
    about = entry.moment.about
    if isinstance(event, e.Sealed):
        return event.child in ("", child)
    if about is None or not ({"child", "children"} & event.roles.keys() or _is_about_children(event)):
        return True
    return child in about


def _is_about_children(event: e.Event) -> bool:
    """Whether an entry is about children although no field of it names them."""
    of_a_question = (e.SafetyGoalSet, e.ScoreGiven, e.ScoresShown, e.LowScoreAnswered, e.EarlierScoreGiven)
    return isinstance(event, (*of_a_question, e.ContributionCorrected, e.ActionReviewed, e.ReasonGiven))


def _with_views_of_who_knows(conference: Conference) -> Conference:
    """Without the agencies that only say that they do not know the child."""
    known = {key: view for key, view in conference.views.items() if _knows(conference, view)}
    return conference if len(known) == len(conference.views) else replace(conference, views=known)


def _knows(conference: Conference, view: e.ViewGiven) -> bool:
    """Whether an agency knows the child, or gave a view: that it does not only tells whose sibling it knows."""
    if view.outcome is not None:
        return True
    agency = next((each for each in agencies(conference) if each.name == view.agency), None)
    return agency is None or agency.knows(view.child) is not Knows.NO


def _told_to_all(conference: Conference, reader: Reader) -> Conference:
    """What was true of everybody at a moment, which is not worked out again from less."""
    full = reader.full
    decisions = {
        child: replace(each, present=full.decisions[child].present, chair=full.decisions[child].chair)
        for child, each in conference.decisions.items()
    }
    named = full.at_the_apologies - reader.gone - reader.other_ids
    return replace(conference, decisions=decisions, at_the_apologies=named, untold=_untold(reader))


def _untold(reader: Reader) -> frozenset[str]:
    """Whose coming and going this reader is not told: neither that they were there, nor that they were not."""
    if not reader.is_family:
        return frozenset()
    elsewhere = frozenset(who for who in reader.full.people if not reader.sits_with(who))
    return elsewhere | reader.other_side
