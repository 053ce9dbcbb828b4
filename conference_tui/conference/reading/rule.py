"""Who may read which entry: the one rule, by kinds of entry (HF-10, HV-3, N1, N6).

A kind that no row names is read by the file alone, and a kind that a paper is not drawn from is not in it.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.mapping import WORRIES
from conference_tui.conference.moments import children_of
from conference_tui.conference.owners import owners
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.people import FAMILY
from conference_tui.conference.reading.entry import Entry
from conference_tui.conference.reading.hiding import Hiding
from conference_tui.conference.reading.reader import Reader


class Verdict(StrEnum):
    """Whether a reader reads an entry."""

    YES = "yes"
    WITHOUT_WORDS = "without words"
    """The row stands; what was typed in it does not."""
    NO = "no"
    ASK = "ask"
    """Not until the chair says so."""
    WORD = "word"
    """Not until the chair has worded it for this reader."""


class Answer(Struct, frozen=True):
    """The verdict on an entry for a reader, and why it is not a plain yes."""

    verdict: Verdict
    because: str = ""

    @property
    def is_read(self) -> bool:
        """Whether the entry is in the copy."""
        return self.verdict in (Verdict.YES, Verdict.WITHOUT_WORDS)

    @property
    def is_asked(self) -> bool:
        """Whether the chair is asked."""
        return self.verdict in (Verdict.ASK, Verdict.WORD)


YES = Answer(Verdict.YES)
NOT_OF_THIS_PAPER = Answer(Verdict.NO)
"""Nobody is told that there is something, either."""
FILE_ALONE = Answer(Verdict.NO, "It is kept for the file alone.")
ANOTHER_CHILD = Answer(Verdict.NO, "It is about another child.")
UNKNOWN_CHILD = Answer(Verdict.ASK, "It is not known which child it is about.")
TELLS_OF_ANOTHER = Answer(Verdict.NO, "It tells of another child.")
LEFT_OUT = Answer(Verdict.NO, "The chair leaves it out.")
KEPT_OUT = Answer(Verdict.NO, "It was said while they were kept out.")
OTHER_SITTING = Answer(Verdict.NO, "It was said in the other sitting.")
OF_THE_CHILD_ALONE = Answer(Verdict.ASK, "It was said in the other sitting, about the child alone.")
NOT_HEARD = Answer(
    Verdict.NO, "It was said by somebody from whom they are kept apart, and they were not there."
)
BELONGS_TO_OTHERS = Answer(Verdict.NO, "It is of somebody who belongs to other children only.")
OTHER_SIDE = Answer(Verdict.NO, "It is of somebody on the side of an adult from whom they are kept apart.")
OWN_MATTER = Answer(Verdict.NO, "It is the own matter of somebody from whom they are kept apart.")
ANOTHERS_MATTER = Answer(Verdict.ASK, "It is another adult's own matter.")
WHERE_THEY_WILL_BE = Answer(Verdict.NO, "It tells where somebody will be from whom they are kept apart.")
NO_PROTECTION_PLAN = Answer(Verdict.NO, "It belongs to a child protection plan.")
TO_BE_WORDED = Answer(
    Verdict.WORD, "It names somebody from whom they are kept apart: how is it put for them?"
)
NAMED_TO_THE_CHILD = Answer(Verdict.ASK, "It tells the child of adults who are kept apart.")
WITHOUT_WORDS = Answer(Verdict.WITHOUT_WORDS, "It was recorded while they were kept out.")

Rule = Callable[[Entry, Reader, Hiding], Answer]
Kinds = frozenset[type[e.Event]]


def may_read(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """Whether a reader reads an entry in this paper: yes; no, because; or ask, because.

    The authority's own copy leaves nothing out but what is about another child than its paper.
    """
    kind = type(entry.event)
    if not is_of_paper(kind, reader.copy):
        return NOT_OF_THIS_PAPER
    if reader.is_file and not reader.copy.child:
        return YES
    rule = RULES.get(kind)
    return rule(entry, reader, hiding) if rule else FILE_ALONE


# --- What everybody knows, and who somebody is ------------------------------------------------------------------


def _course(_: Entry, __: Reader, ___: Hiding) -> Answer:
    return YES


def _seal(entry: Entry, reader: Reader, _: Hiding) -> Answer:
    child = getattr(entry.event, "child", "")
    return YES if not child or child in reader.children else ANOTHER_CHILD


def _person(entry: Entry, reader: Reader, _: Hiding) -> Answer:
    someone: str = getattr(entry.event, "person", "")
    if reader.copy.paper is Paper.ACTION_SHEET and someone not in reader.named:
        return NOT_OF_THIS_PAPER
    if someone in reader.gone:
        return OTHER_SIDE if someone in reader.other_side else BELONGS_TO_OTHERS
    if someone in reader.other_ids:
        return ANOTHER_CHILD
    return YES


def _in_the_room(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """Who came and went: of a conference in sittings only who sat where the reader sat."""
    if reader.is_family and not reader.sits_with(getattr(entry.event, "person", "")):
        return OTHER_SITTING
    if reader.was_kept_out(entry.moment) and reader.copy.reader not in owners(entry.event):
        answer = _person(entry, reader, hiding)
        return WITHOUT_WORDS if answer.is_read else answer
    return _person(entry, reader, hiding)


def _kept_out(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """That somebody was kept out, and why: to themselves and to agencies."""
    if reader.is_family and getattr(entry.event, "person", "") != reader.copy.reader:
        return FILE_ALONE
    return _person(entry, reader, hiding)


def _family_tree(entry: Entry, _: Reader, hiding: Hiding) -> Answer:
    return YES if hiding.in_tree(entry.event) else BELONGS_TO_OTHERS


# --- What is about children -------------------------------------------------------------------------------------


def _about(entry: Entry, reader: Reader, _: Hiding) -> Answer:
    about = entry.moment.about
    if about is not None and reader.children.isdisjoint(about):
        return ANOTHER_CHILD
    return _chosen(entry, reader) or (UNKNOWN_CHILD if about is None else YES)


def _chosen(entry: Entry, reader: Reader) -> Answer | None:
    """What the chair chose for this reader; for everybody it is of the minutes only."""
    choices, key = reader.full.entry_choices, entry.key
    if own := choices.get((key, reader.copy.reader)):
        return {"shown": YES, "left out": LEFT_OUT}.get(own.how)
    for_all = choices.get((key, ""))
    if for_all and reader.copy.paper is Paper.MINUTES:
        return {"shown": YES, "left out": LEFT_OUT}.get(for_all.how)
    return None


def _of_an_agency(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """A view or a dissent: not that of a service that is there for the other adult alone.

    That an agency gives no view since it does not know the child only tells whose sibling it knows.
    """
    agency: str = getattr(entry.event, "agency", "")
    if agency in reader.agencies_of_other_side:
        return OTHER_SIDE
    gives_none = isinstance(entry.event, e.ViewGiven) and entry.event.outcome is None
    return ANOTHER_CHILD if gives_none and reader.does_not_know(agency) else _about(entry, reader, hiding)


def _of_a_protection_plan(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    return _course(entry, reader, hiding) if reader.has_protection_plan else NO_PROTECTION_PLAN


def _core_group(entry: Entry, reader: Reader, _: Hiding) -> Answer:
    """Where and when it meets: not for who is no member, where somebody kept apart from them is one."""
    if not reader.has_protection_plan:
        return NO_PROTECTION_PLAN
    return _chosen(entry, reader) or (WHERE_THEY_WILL_BE if _meets_without(reader) else YES)


def _meets_without(reader: Reader) -> bool:
    """Whether somebody is of the core group who is kept apart, and the reader is not of it."""
    is_child = reader.copy.reader in reader.full.children
    apart = reader.apart | (reader.parents_kept_apart if is_child else frozenset())
    members = reader.full.core_group.keys()
    return bool(apart & members) and reader.ids.isdisjoint(members)


def _member(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    if not reader.has_protection_plan:
        return NO_PROTECTION_PLAN
    someone: str = getattr(entry.event, "person", "")
    if _meets_without(reader) or someone in reader.apart:
        return WHERE_THEY_WILL_BE
    of_person = _person(entry, reader, hiding)
    if not of_person.is_read:
        return of_person
    answer = _about(entry, reader, hiding)
    if answer.is_read and someone not in reader.ids and reader.was_kept_out(entry.moment):
        return WITHOUT_WORDS
    return answer


# --- What was said ----------------------------------------------------------------------------------------------


def _said(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """What was spoken, written, or told for somebody: their own words are theirs, wherever they were then."""
    is_own = not reader.ids.isdisjoint(owners(entry.event))
    if is_own and not reader.copy.child:
        return _chosen(entry, reader) or YES
    answer = _about(entry, reader, hiding)
    if is_own or reader.is_file or not answer.is_read or _chosen(entry, reader):
        return answer
    return _of_somebody_else(entry, reader, hiding)


def _of_somebody_else(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    for check in (_whose, _matter_of_the_other, _heard, _own_matter):
        if answer := check(entry, reader, hiding):
            return answer
    if _is_about_all(entry, reader) and hiding.names_another_child(entry.event):
        return TELLS_OF_ANOTHER
    return YES


def _is_about_all(entry: Entry, reader: Reader) -> bool:
    """Whether it is about all the children that there were, where the reader reads of some."""
    about = entry.moment.about
    is_of_everybody = children_of(entry.event, reader.full) == ()
    return is_of_everybody or (about is not None and reader.full.children.keys() <= set(about))


def _whose(entry: Entry, reader: Reader, _: Hiding) -> Answer | None:
    whose = owners(entry.event)
    if isinstance(entry.event, e.FamilyAsked) and not whose.isdisjoint(reader.other_ids):
        return ANOTHER_CHILD
    if not whose.isdisjoint(reader.other_side):
        return OTHER_SIDE
    return None if whose.isdisjoint(reader.gone) else BELONGS_TO_OTHERS


def _heard(entry: Entry, reader: Reader, hiding: Hiding) -> Answer | None:
    if isinstance(entry.event, e.AddendumAdded):
        return None  # nobody heard what was added after the close
    if any(map(reader.was_kept_out, entry.moments)):
        return KEPT_OUT
    if any(map(reader.sat_elsewhere, entry.moments)):
        is_offered = reader.is_family and _is_of_the_child_alone(entry, reader, hiding)
        return OF_THE_CHILD_ALONE if is_offered else OTHER_SITTING
    was_here = all(not reader.ids.isdisjoint(moment.here) for moment in entry.moments)
    return NOT_HEARD if not was_here and owners(entry.event) & reader.apart else None


def _is_of_the_child_alone(entry: Entry, reader: Reader, hiding: Hiding) -> bool:
    """A child's words, or what a professional said that is no worry and names no adult of the family."""
    event = entry.event
    if isinstance(event, e.ChildViewsGiven):
        return True
    if not isinstance(event, e.ContributionMade) or event.column in WORRIES.kinds:
        return False
    speaker = reader.full.people.get(event.speaker)
    is_family = speaker is not None and speaker.standing in FAMILY
    return not is_family and not hiding.names_family(event)


def _matter_of_the_other(entry: Entry, reader: Reader, _: Hiding) -> Answer | None:
    """An adult's own matter is not for who is kept apart from them, and nothing shows that there is one."""
    return OWN_MATTER if entry.moment.own_matter_of in reader.apart else None


def _own_matter(entry: Entry, reader: Reader, _: Hiding) -> Answer | None:
    """Of another adult's own matter the chair is asked, for whoever of the family it is."""
    whose = entry.moment.own_matter_of
    if not whose:
        return None
    if isinstance(entry.event, e.AddendumAdded):
        return ANOTHERS_MATTER
    return ANOTHERS_MATTER if reader.is_family and whose not in reader.ids else None


# --- What was agreed --------------------------------------------------------------------------------------------


def _agreed(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """A row of the plan: it stands, unless it is wholly another adult's own matter."""
    answer = _about(entry, reader, hiding)
    if not answer.is_read or _chosen(entry, reader) or hiding.is_worded(entry):
        return answer
    doing = hiding.doing(entry.event)
    if not doing.isdisjoint(reader.ids):
        return YES
    if doing and doing <= reader.other_side:
        return OTHER_SIDE
    for check in (_matter_of_the_other, _own_matter):
        if own := check(entry, reader, hiding):
            return own
    if doing and doing <= reader.other_adults and hiding.is_private(entry.event):
        return ANOTHERS_MATTER
    return _as_it_is_put(entry, reader, hiding)


def _as_it_is_put(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """Whether the words can stand for this reader as they were typed, but for what is masked."""
    if reader.copy.reader in reader.full.children and hiding.names_parents_kept_apart(entry.event):
        return NAMED_TO_THE_CHILD
    is_action = isinstance(entry.event, e.ActionAgreed | e.EarlierActionGiven)
    return TO_BE_WORDED if not is_action and hiding.names_who_withholds(entry.event) else YES


def _on_the_sheet(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """An action sheet holds what the reader does themselves, and for a parent what the network does."""
    if reader.copy.paper is not Paper.ACTION_SHEET:
        return _agreed(entry, reader, hiding)
    return YES if entry.key in reader.sheet else NOT_OF_THIS_PAPER


def _support(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    someone: str = getattr(entry.event, "person", "")
    if reader.copy.paper is Paper.ACTION_SHEET:
        return YES if someone == reader.copy.reader else NOT_OF_THIS_PAPER
    of_person = _person(entry, reader, hiding)
    return _agreed(entry, reader, hiding) if of_person.is_read else of_person


def _reviewed(entry: Entry, reader: Reader, hiding: Hiding) -> Answer:
    """What became of an action of the last plan: never more than of the action itself."""
    given = hiding.earlier_action(entry.event)
    of_action = _agreed(given, reader, hiding) if given else YES
    return _said(entry, reader, hiding) if of_action.is_read else of_action


RULES: Mapping[type[e.Event], Rule] = {
    # what everybody knows
    e.ConferenceOpened: _course,
    e.ConferenceArranged: _course,
    e.KeyDateGiven: _course,
    e.StageOpened: _course,
    e.StageFinished: _course,
    e.InquorateProceeded: _course,
    e.ChairChanged: _course,
    e.ConferenceAdjourned: _course,
    e.ConferenceResumed: _course,
    e.ConferenceClosed: _course,
    e.ClosedSlotBegan: _course,
    e.ClosedSlotEnded: _course,
    e.LastConferenceGiven: _course,
    e.TreeInPlansChosen: _course,
    e.Sealed: _seal,
    # who somebody is, who came
    e.PersonEntered: _person,
    e.SupporterAskedToScore: _person,
    e.CoreGroupMemberRemoved: _person,
    e.ReportReceived: _in_the_room,
    e.PersonArrived: _in_the_room,
    e.PersonLeft: _in_the_room,
    e.PersonIntroduced: _in_the_room,
    e.ApologySent: _in_the_room,
    e.AbsenceNoted: _in_the_room,
    e.ExclusionDecided: _kept_out,
    e.ExclusionEnded: _kept_out,
    e.RelativeNamed: _family_tree,
    e.RelationGiven: _family_tree,
    # about children
    e.ChildEntered: _about,
    e.ParticipationDecided: _about,
    e.ChildViewsMissing: _about,
    e.ChildBorn: _about,
    e.ChairViewGiven: _about,
    e.DecisionMade: _about,
    e.ViewGiven: _of_an_agency,
    e.DissentDeclared: _of_an_agency,
    e.DangerStatementMade: _about,
    e.SafetyGoalSet: _about,
    e.ScoresShown: _about,
    e.ReasonGiven: _about,
    e.KeyWorkerNamed: _about,
    e.VisitsAgreed: _about,
    e.InNeedMeetingBooked: _about,
    e.EarlierPlanGiven: _about,
    e.EarlierStatementGiven: _about,
    e.EarlierScoreGiven: _about,
    e.CoreGroupMemberChosen: _member,
    e.CoreGroupBooked: _core_group,
    e.ReviewBooked: _of_a_protection_plan,
    # said
    e.ContributionMade: _said,
    e.FamilyAsked: _said,
    e.ChildViewsGiven: _said,
    e.ScoreGiven: _said,
    e.LowScoreAnswered: _said,
    e.HarmDetailed: _said,
    e.FutureRiskDiscussed: _said,
    e.SummaryGiven: _said,
    e.ReviewAnswered: _said,
    e.ActionReviewed: _reviewed,
    e.AddendumAdded: _said,
    # agreed
    e.ActionAgreed: _on_the_sheet,
    e.EarlierActionGiven: _agreed,
    e.BottomLineSet: _agreed,
    e.ContingencySet: _agreed,
    e.BirthPlanSet: _agreed,
    e.RecommendationMade: _agreed,
    e.NetworkSupportOffered: _support,
}
"""By kind of entry, who reads it; a kind that is not here is read by the file alone."""
_WHOEVER_THE_CHILDREN_ARE = (
    _course,
    _seal,
    _person,
    _in_the_room,
    _kept_out,
    _family_tree,
    _core_group,
    _of_a_protection_plan,
)
"""Rules that do not go by the children whom an entry is about."""


def goes_by_children(kind: type[e.Event]) -> bool:
    """Whether who reads an entry depends on which children it is about."""
    rule = RULES.get(kind)
    return rule is not None and rule not in _WHOEVER_THE_CHILDREN_ARE


# --- What a paper is drawn from -----------------------------------------------------------------------------------

ABOUT_COPIES: Kinds = frozenset({e.CopyDecided, e.EntryChosen, e.EntryWorded, e.WordsJudged, e.DocumentMade})
"""What was settled about the copies themselves: no paper tells it."""
_FRAME: Kinds = frozenset(
    {e.ConferenceOpened, e.ConferenceArranged, e.ConferenceResumed, e.ChildEntered, e.ChildBorn, e.PersonEntered,
     e.ChairChanged, e.ConferenceClosed, e.Sealed, e.KeyWorkerNamed}
)  # fmt: skip
"""What every paper has: the conference, its children, and who may be named."""
DRAWN_FROM: Mapping[Paper, Kinds] = {
    Paper.ACTION_SHEET: _FRAME | frozenset({e.ActionAgreed, e.NetworkSupportOffered}),
    Paper.DATE_CARD: _FRAME
    | frozenset({e.CoreGroupMemberChosen, e.CoreGroupMemberRemoved, e.CoreGroupBooked, e.ReviewBooked, e.VisitsAgreed,
       e.InNeedMeetingBooked, e.DecisionMade, e.LastConferenceGiven}),
}  # fmt: skip
"""The small papers, which hold nothing of the case."""
NOT_ABOUT_ONE_CHILD = frozenset(
    {e.ExclusionDecided, e.ExclusionEnded, e.PersonIntroduced, e.ReportReceived, e.FamilyAsked, e.SummaryGiven,
     e.AddendumAdded}
)  # fmt: skip
"""What stands in no paper about one child."""
IN_THE_TREE = (Paper.OUTLINE_PLAN, Paper.IN_NEED_OUTLINE)
"""Papers that show the child's family."""


def is_of_paper(kind: type[e.Event], copy: Copy) -> bool:
    """Whether a paper is drawn from entries of this kind."""
    if kind in ABOUT_COPIES:
        return False
    if kind in (e.RelativeNamed, e.RelationGiven) and copy.paper not in IN_THE_TREE:
        return False
    if copy.child and kind in NOT_ABOUT_ONE_CHILD:
        return False
    drawn_from = DRAWN_FROM.get(copy.paper)
    return drawn_from is None or kind in drawn_from
