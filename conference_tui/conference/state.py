"""The conference as it stands: what the events of its record add up to."""

from collections.abc import Mapping
from datetime import date, time
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from conference_tui.conference import events as e
from conference_tui.conference.log import Log
from conference_tui.conference.people import Child, Person, Relative
from conference_tui.conference.text import say_date

EMPTY: Mapping[Any, Any] = MappingProxyType({})

UNDO = "undo"
"""Why something was struck that was undone, and not struck for a reason of its own."""


class Presence(Struct, frozen=True, kw_only=True):
    """One person's coming and going. `left` is None while they are here."""

    arrived: time
    left: time | None = None
    mode: e.Mode = e.Mode.ROOM
    reason: str = ""
    earlier: tuple[tuple[time, time], ...] = ()
    """Earlier stays, for somebody who came back."""


class ClosedSlot(Struct, frozen=True, kw_only=True):
    """That the slot was held, when, who left and who stayed; never what was said in it."""

    began: time
    left: tuple[str, ...]
    stayed: tuple[str, ...]
    reason: str = ""
    ended: time | None = None


class Decision(Struct, frozen=True, kw_only=True):
    """The chair's decision on a child, with who was present when it was made (M14)."""

    made: e.DecisionMade
    present: frozenset[str]
    chair: str = ""
    """Who chaired then (M16)."""


class Exclusion(Struct, frozen=True, kw_only=True):
    """That somebody is or was kept out; `ended` is None while it lasts (HV-3)."""

    decided: e.ExclusionDecided
    ended: time | None = None
    earlier: tuple[e.ExclusionDecided, ...] = ()
    """Those that had ended before this one, and what the meeting had come to of those that it corrects."""

    def covers(self, stage: str) -> bool:
        """Whether it lasts and is of this item of the agenda."""
        return self.ended is None and (not self.decided.parts or stage in self.decided.parts)

    def covered(self, stage: str) -> bool:
        """Whether it is or was of this item of the agenda, at whatever time."""
        return any(not each.parts or stage in each.parts for each in (*self.earlier, self.decided))


class Sitting(Struct, frozen=True, kw_only=True):
    """A sitting that was broken off; `resumed` is None until the conference goes on."""

    on: date | None
    adjourned: e.ConferenceAdjourned
    resumed: e.ConferenceResumed | None = None


class Birth(Struct, frozen=True, kw_only=True):
    """That an expected child is born, and how many documents had been made by then."""

    told: e.ChildBorn
    documents: int
    after_close: bool = False
    """Whether the conference was closed when it was entered."""


class Complaint(Struct, frozen=True, kw_only=True):
    """A complaint, and what came of it; `decided` is None until then."""

    received: e.ComplaintReceived
    decided: e.ComplaintDecided | None = None


class Conference(Struct, frozen=True, kw_only=True):
    """Everything the open record says. Never written to, only folded: see `folding`."""

    log: Log = field(default_factory=Log)
    """The entries that it was folded from: what a reader's copy is replayed from."""
    opened: e.ConferenceOpened | None = None
    arranged: e.ConferenceArranged = field(default_factory=e.ConferenceArranged)
    key_dates: Mapping[str, e.KeyDateGiven] = EMPTY
    children: Mapping[str, Child] = EMPTY
    people: Mapping[str, Person] = EMPTY
    relatives: Mapping[str, Relative] = EMPTY
    relations: Mapping[tuple[str, str], e.RelationGiven] = EMPTY
    """By the two whom it joins, in the order of their ids: two are joined in one way only."""
    tree_in_plans: bool = True
    """Whether each child's plan shows the family tree."""
    referrer: e.ReferrerNoted | None = None
    apart: Mapping[tuple[str, str], e.AdultsKeptApart] = EMPTY
    """What the chair said of two adults who may be kept apart, by both in the order of their ids."""
    exclusions: Mapping[str, Exclusion] = EMPTY
    observers: Mapping[str, e.FamilyAskedAboutObserver] = EMPTY
    """What the family said of each observer."""
    split_sittings: Mapping[str, e.SplitSittingPlanned] = EMPTY
    """Of a conference held in two sittings, because some of the family do not meet."""
    split_begun: tuple[e.SplitSittingBegan, ...] = ()
    pre_meetings: tuple[e.PreMeetingHeld, ...] = ()
    needs: tuple[e.NeedNoted, ...] = ()
    checklists: Mapping[tuple[str, str], e.ChecklistTicked] = EMPTY
    """By checklist and item."""
    participation: Mapping[str, e.ParticipationDecided] = EMPTY

    presence: Mapping[str, Presence] = EMPTY
    untold: frozenset[str] = frozenset()
    """In a reader's conference: those of whom it does not tell whether they came."""
    introduced: Mapping[str, e.PersonIntroduced] = EMPTY
    apologies: Mapping[str, e.ApologySent] = EMPTY
    absences: Mapping[str, e.AbsenceNoted] = EMPTY
    reports: Mapping[str, e.ReportReceived] = EMPTY
    inquorate: e.InquorateProceeded | None = None
    at_the_apologies: frozenset[str] = frozenset()
    """Who was here when the chair had first gone through apologies and quorum; empty before (M14)."""
    closed_slots: tuple[ClosedSlot, ...] = ()
    chairs: tuple[e.ChairChanged, ...] = ()
    """Who chaired after the first chair, in order."""
    sittings: tuple[Sitting, ...] = ()
    """Those that were broken off, in order."""

    stage: str = ""
    """The agenda item the meeting is at; empty before the first."""
    finished: frozenset[str] = frozenset()
    said: Mapping[tuple[str, str], e.StatementSaid] = EMPTY
    """By stage and statement."""
    asked: tuple[e.FamilyAsked, ...] = ()

    contributions: tuple[e.ContributionMade, ...] = ()
    harms: Mapping[tuple[str, str, str], e.HarmDetailed] = EMPTY
    """By child, category and incident."""
    child_views: tuple[e.ChildViewsGiven, ...] = ()
    child_views_missing: Mapping[str, e.ChildViewsMissing] = EMPTY
    summaries: Mapping[tuple[str, ...], e.SummaryGiven] = EMPTY
    """The chair's summaries, by the children that they are about; of records of before without any."""
    future_risk: Mapping[str, str] = EMPTY
    danger_statements: Mapping[str, e.DangerStatementMade] = EMPTY
    safety_goals: Mapping[str, e.SafetyGoalSet] = EMPTY

    last_conference: e.LastConferenceGiven | None = None
    """Of a review: the conference before it."""
    earlier_plans: Mapping[str, e.EarlierPlanGiven] = EMPTY
    earlier_members: Mapping[str, e.EarlierMemberGiven] = EMPTY
    earlier_birth_plans: Mapping[tuple[str, str], e.EarlierBirthPlanGiven] = EMPTY
    """By child and matter."""
    earlier_actions: Mapping[str, e.EarlierActionGiven] = EMPTY
    earlier_statements: Mapping[str, e.EarlierStatementGiven] = EMPTY
    earlier_entries: Mapping[str, e.EarlierEntryGiven] = EMPTY
    earlier_scores: Mapping[tuple[str, str], e.EarlierScoreGiven] = EMPTY
    """By question and person."""
    action_reviews: Mapping[str, e.ActionReviewed] = EMPTY
    review_answers: Mapping[tuple[str, str], e.ReviewAnswered] = EMPTY
    """By child and prompt."""

    asked_to_score: frozenset[str] = frozenset()
    """Supporters whom the chair asks for a score all the same (HV-2)."""
    scores: Mapping[tuple[str, str], e.ScoreGiven] = EMPTY
    """By question and person."""
    shown: frozenset[str] = frozenset()
    """Questions whose scores were shown."""
    low_score_answers: Mapping[str, str] = EMPTY

    views: Mapping[tuple[str, str], e.ViewGiven] = EMPTY
    """By child and agency."""
    chair_views: Mapping[str, str] = EMPTY
    decisions: Mapping[str, Decision] = EMPTY
    dissents: Mapping[tuple[str, str], e.DissentDeclared] = EMPTY
    """By child and agency."""
    reasons: Mapping[str, str] = EMPTY
    """The chair's typed reasons, by the key of what they answer."""

    actions: Mapping[str, e.ActionAgreed] = EMPTY
    advice_left: Mapping[str, e.AdviceLeft] = EMPTY
    """By the key of the advice."""
    birth_plans: Mapping[tuple[str, str], e.BirthPlanSet] = EMPTY
    """By child and matter."""
    births: Mapping[str, Birth] = EMPTY
    bottom_lines: Mapping[str, e.BottomLineSet] = EMPTY
    contingencies: Mapping[str, e.ContingencySet] = EMPTY
    network: Mapping[str, e.NetworkSupportOffered] = EMPTY
    recommendations: Mapping[str, e.RecommendationMade] = EMPTY
    key_workers: Mapping[str, e.KeyWorkerNamed] = EMPTY
    visits: Mapping[str, e.VisitsAgreed] = EMPTY
    core_group: Mapping[str, e.CoreGroupMemberChosen] = EMPTY
    core_group_booked: e.CoreGroupBooked | None = None
    review_booked: e.ReviewBooked | None = None
    in_need_meetings: Mapping[str, e.InNeedMeetingBooked] = EMPTY

    closed: e.ConferenceClosed | None = None
    copies: Mapping[tuple[str, str, str], e.CopyDecided] = EMPTY
    """By reader, paper and child."""
    entry_choices: Mapping[tuple[str, str], e.EntryChosen] = EMPTY
    """By entry and reader."""
    worded: Mapping[tuple[str, str], e.EntryWorded] = EMPTY
    """The chair's own wording, by entry and reader."""
    words_judged: Mapping[tuple[str, str], e.WordsJudged] = EMPTY
    """By reader and words."""
    documents: tuple[e.DocumentMade, ...] = ()
    seals: tuple[e.Sealed, ...] = ()
    """Those that are on the disk, in order."""
    retention: e.RetentionSet | None = None
    addenda: Mapping[str, e.AddendumAdded] = EMPTY
    complaints: Mapping[str, Complaint] = EMPTY
    imported: e.RecordImported | None = None
    """That the record came out of an archive, and how much of it; None where it began here."""

    @property
    def ref(self) -> str:
        """The conference's reference, or nothing before it was opened."""
        return self.opened.ref if self.opened else ""

    @property
    def kind(self) -> e.Kind:
        """What sort of conference it is; an initial one before it was opened."""
        return self.opened.kind if self.opened else e.Kind.INITIAL

    @property
    def held(self) -> date | None:
        """The day of the meeting."""
        return self.arranged.held

    @property
    def chair(self) -> str:
        """Who chairs now; empty where nobody is named."""
        if self.chairs:
            return self.chairs[-1].chair
        return self.opened.chair if self.opened else ""

    @property
    def every_chair(self) -> str:
        """Everybody who chaired, with when (M16): "Ines Corrigan until 11:20, then Bo Lind"."""
        if not self.chairs:
            return self.chair
        first = (self.opened.chair if self.opened else "") or "name not known"
        names = [first, *(change.chair for change in self.chairs)]
        ends = [f"{name} until {_moment(change)}" for name, change in zip(names, self.chairs, strict=False)]
        return ", then ".join([*ends, names[-1]])

    @property
    def adjourned(self) -> Sitting | None:
        """The sitting that was broken off and has not gone on yet."""
        last = self.sittings[-1] if self.sittings else None
        return last if last and last.resumed is None else None

    @property
    def split_sitting(self) -> e.SplitSittingPlanned | None:
        """The sitting of a split conference that is on now."""
        return self.split_sittings.get(self.split_begun[-1].sitting) if self.split_begun else None

    @property
    def closed_slot(self) -> ClosedSlot | None:
        """The confidential slot that is open now."""
        last = self.closed_slots[-1] if self.closed_slots else None
        return last if last and last.ended is None else None

    def name(self, someone: str) -> str:
        """What a person or child is called; the id itself where nobody has it."""
        found = self.people.get(someone) or self.children.get(someone) or self.relatives.get(someone)
        return found.label if found else someone

    def short(self, someone: str) -> str:
        """What a child is called for short; of everybody else, the whole name."""
        child = self.children.get(someone)
        return child.short if child else self.name(someone)

    def is_about_unborn(self, child: str) -> bool:
        """Whether a child was not born yet when the conference was held, so that nobody met or heard it (HF-1)."""
        found, birth = self.children[child], self.births.get(child)
        if birth is None or found.unborn:
            return found.unborn
        return birth.after_close or bool(self.held and found.born and found.born > self.held)

    def children_to_hear(self) -> tuple[str, ...]:
        """Ids of the children who can come, be met and be heard: all but those who are not born (HF-1, HF-6)."""
        return tuple(child for child in self.children if not self.is_about_unborn(child))

    def everybody(self) -> tuple[str, ...]:
        """Ids of all who were invited, then of the children; of a child who is invited besides, as a parent, once."""
        return tuple(dict.fromkeys((*self.people, *self.children)))

    def everybody_born(self) -> tuple[str, ...]:
        """The same without the children who are not born: all who can come, say something or do something."""
        return tuple(dict.fromkeys((*self.people, *self.children_to_hear())))

    def is_withheld(self, child: str) -> bool:
        """Whether a child, or somebody whom it lives with, withholds their address: then the child's is, too (HF-10)."""
        found = self.children.get(child)
        with_whom = [self.people.get(someone) for someone in (child, *found.lives_with)] if found else []
        return any(person is not None and bool(person.withheld_from) for person in with_whom)

    def present(self) -> frozenset[str]:
        """Ids of the people and children who are here now, in the room or from afar."""
        return frozenset(someone for someone, stay in self.presence.items() if stay.left is None)

    def in_the_room(self) -> frozenset[str]:
        """Those present who are not out of the room for the closed slot (BA-11)."""
        slot = self.closed_slot
        return self.present() - frozenset(slot.left) if slot else self.present()

    def seal_of(self, child: str) -> e.Sealed | None:
        """The seal of the last decision on a child, once it is on the disk."""
        return next((seal for seal in reversed(self.seals) if seal.child == child), None)

    @property
    def close_seal(self) -> e.Sealed | None:
        """The seal of the close, once it is on the disk."""
        return self.seal_of("") if self.closed else None

    def family(self) -> tuple[str, ...]:
        """Ids of the family and network members and the children who have been in the meeting."""
        adults = [person.id for person in self.people.values() if person.is_family]
        return tuple(each for each in dict.fromkeys((*adults, *self.children)) if each in self.presence)


def _moment(change: e.ChairChanged) -> str:
    return f"{say_date(change.on)} {change.at:%H:%M}" if change.on else f"{change.at:%H:%M}"
