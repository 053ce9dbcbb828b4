"""The conference as it stands: what the events of its record add up to."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from functools import singledispatch
from types import MappingProxyType
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import asdict, replace

from conference_tui.conference import events as e
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
    """Those that had ended before this one."""

    def covers(self, stage: str) -> bool:
        """Whether it lasts and is of this item of the agenda."""
        return self.ended is None and (not self.decided.parts or stage in self.decided.parts)

    def covered(self, stage: str) -> bool:
        """Whether it is or was of this item of the agenda, at whatever time."""
        return any(not each.parts or stage in each.parts for each in (*self.earlier, self.decided))


class Hearing(Struct, frozen=True, kw_only=True):
    """Who was here when something was said, and in which sitting of a split conference; empty before the first.

    What was sent in nobody heard: only who wrote it knows it.
    """

    by: frozenset[str]
    sitting: str = ""


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
    """Everything the open record says. Never written to, only folded: see `fold` and `apply`."""

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
    heard_by: Mapping[str, Hearing] = EMPTY
    """Of a split conference: who was here when something was said, by contribution."""
    heard_besides: Mapping[tuple[str, ...], Hearing] = EMPTY
    """The same of what is no contribution, by `heard_key`."""
    harms: Mapping[tuple[str, str, str], e.HarmDetailed] = EMPTY
    """By child, category and incident."""
    child_views: tuple[e.ChildViewsGiven, ...] = ()
    child_views_missing: Mapping[str, e.ChildViewsMissing] = EMPTY
    summary: str = ""
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

    def is_withheld(self, child: str) -> bool:
        """Whether a child lives with somebody whose address is withheld from anyone: then the child's is, too (HF-10)."""
        found = self.children.get(child)
        with_whom = [self.people.get(someone) for someone in found.lives_with] if found else []
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
        adults = tuple(person.id for person in self.people.values() if person.is_family)
        return tuple(someone for someone in (*adults, *self.children) if someone in self.presence)


def _moment(change: e.ChairChanged) -> str:
    return f"{say_date(change.on)} {change.at:%H:%M}" if change.on else f"{change.at:%H:%M}"


def fold(recorded: Iterable[e.Recorded]) -> Conference:
    """What a whole record adds up to. Struck events do not count, nor do strikes that were taken back.

    Nor does the seal of a decision that is struck: it stays in the record, and is not the seal of what counts now.
    """
    every = list(recorded)
    struck = struck_numbers(every)
    places = {place for place, entry in enumerate(every, start=1) if entry.seq in struck}
    conference = Conference()
    for entry in every:
        of_what_is_struck = isinstance(entry.event, e.Sealed) and entry.event.count in places
        if entry.seq not in struck and not of_what_is_struck:
            conference = apply(conference, entry.event)
    return conference


def struck_numbers(recorded: Iterable[e.Recorded]) -> frozenset[int]:
    """Sequence numbers that do not count now."""
    struck: set[int] = set()
    for entry in recorded:
        if isinstance(entry.event, e.Struck):
            struck.add(entry.event.seq)
        elif isinstance(entry.event, e.Restored):
            struck.discard(entry.event.seq)
    return frozenset(struck)


@singledispatch
def _apply(event: e.Event, _: Conference) -> Conference:
    raise TypeError(f"nothing says what {type(event).__name__} changes")


def apply(conference: Conference, event: e.Event) -> Conference:
    """The conference after one more event. `Struck` and `Restored` change nothing here, only in a `fold`."""
    return _apply(event, conference)


E_ = TypeVar("E_", bound=e.Event)


def _changes(kind: type[E_], changes: Callable[[Conference, E_], dict[str, Any]]) -> None:
    """Declare what one kind of event changes."""

    def change(event: E_, conference: Conference) -> Conference:
        return replace(conference, **changes(conference, event))

    _apply.register(kind)(change)


def _with(mapping: Mapping[Any, Any], key: object, value: object) -> Mapping[Any, Any]:
    return MappingProxyType({**mapping, key: value})


def _without(mapping: Mapping[Any, Any], key: object) -> Mapping[Any, Any]:
    return MappingProxyType({k: v for k, v in mapping.items() if k != key})


def _keep(kind: type[e.Event], attribute: str) -> None:
    """The last event of this kind is the value of an attribute."""
    _changes(kind, lambda _, event: {attribute: event})


def _collect(kind: type[e.Event], attribute: str, *keys: str) -> None:
    """Events of this kind are collected in a tuple; one takes the place of another with the same `keys`."""

    def change(state: Conference, event: e.Event) -> dict[str, Any]:
        before: tuple[e.Event, ...] = getattr(state, attribute)
        named = tuple(getattr(event, key) for key in keys)
        if not any(named):  # a thousand contributions are not to be compared with each other
            return {attribute: (*before, event)}
        same = [tuple(getattr(each, key) for key in keys) == named for each in before]
        if True in same:
            place = same.index(True)
            return {attribute: (*before[:place], event, *before[place + 1 :])}
        return {attribute: (*before, event)}

    _changes(kind, change)


def _by(kind: type[e.Event], attribute: str, *keys: str) -> None:
    """Events of this kind lie under one of their fields, or several together; a later one replaces."""

    def change(state: Conference, event: e.Event) -> dict[str, Any]:
        values = tuple(getattr(event, key) for key in keys)
        return {attribute: _with(getattr(state, attribute), values[0] if len(values) == 1 else values, event)}

    _changes(kind, change)


def _same(_: Conference, __: e.Event) -> dict[str, Any]:
    return {}


_keep(e.ConferenceOpened, "opened")
_keep(e.ConferenceArranged, "arranged")
_keep(e.InquorateProceeded, "inquorate")
_keep(e.CoreGroupBooked, "core_group_booked")
_keep(e.ReviewBooked, "review_booked")
_keep(e.ConferenceClosed, "closed")
_collect(e.PreMeetingHeld, "pre_meetings", "person")
_collect(e.NeedNoted, "needs", "person", "need")
_collect(e.FamilyAsked, "asked")
_collect(e.ChildViewsGiven, "child_views", "views")
_by(e.CopyDecided, "copies", "reader", "paper", "child")
_by(e.EntryChosen, "entry_choices", "entry", "reader")
_by(e.WordsJudged, "words_judged", "reader", "words")
_collect(e.DocumentMade, "documents")
_keep(e.RetentionSet, "retention")
_keep(e.RecordImported, "imported")
_by(e.AddendumAdded, "addenda", "addendum")
_by(e.KeyDateGiven, "key_dates", "what")
_by(e.ChecklistTicked, "checklists", "checklist", "item")
_by(e.ParticipationDecided, "participation", "child")
_by(e.PersonIntroduced, "introduced", "person")
_by(e.ApologySent, "apologies", "person")
_by(e.AbsenceNoted, "absences", "person")
_by(e.ReportReceived, "reports", "person")
_by(e.StatementSaid, "said", "stage", "statement")
_by(e.HarmDetailed, "harms", "child", "harm", "incident")
_by(e.ChildViewsMissing, "child_views_missing", "child")
_by(e.DangerStatementMade, "danger_statements", "statement")
_by(e.SafetyGoalSet, "safety_goals", "goal")
_keep(e.LastConferenceGiven, "last_conference")
_by(e.EarlierPlanGiven, "earlier_plans", "child")
_by(e.EarlierMemberGiven, "earlier_members", "person")
_by(e.EarlierBirthPlanGiven, "earlier_birth_plans", "child", "matter")
_by(e.EarlierActionGiven, "earlier_actions", "action")
_by(e.EarlierStatementGiven, "earlier_statements", "statement")
_by(e.EarlierEntryGiven, "earlier_entries", "entry")
_by(e.EarlierScoreGiven, "earlier_scores", "question", "person")
_by(e.ActionReviewed, "action_reviews", "action")
_by(e.ReviewAnswered, "review_answers", "child", "prompt")
_by(e.ScoreGiven, "scores", "question", "person")
_by(e.ViewGiven, "views", "child", "agency")
_by(e.DissentDeclared, "dissents", "child", "agency")
_by(e.ActionAgreed, "actions", "action")
_by(e.AdviceLeft, "advice_left", "advice")
_by(e.BirthPlanSet, "birth_plans", "child", "matter")
_by(e.BottomLineSet, "bottom_lines", "line")
_by(e.ContingencySet, "contingencies", "contingency")
_by(e.NetworkSupportOffered, "network", "support")
_by(e.RecommendationMade, "recommendations", "recommendation")
_by(e.KeyWorkerNamed, "key_workers", "child")
_by(e.VisitsAgreed, "visits", "child")
_by(e.CoreGroupMemberChosen, "core_group", "person")
_by(e.InNeedMeetingBooked, "in_need_meetings", "child")
_changes(e.CoreGroupMemberRemoved, lambda s, ev: {"core_group": _without(s.core_group, ev.person)})
_changes(e.SummaryGiven, lambda _, ev: {"summary": ev.words})
_changes(e.FutureRiskDiscussed, lambda s, ev: {"future_risk": _with(s.future_risk, ev.child, ev.words)})
_changes(e.ChairViewGiven, lambda s, ev: {"chair_views": _with(s.chair_views, ev.child, ev.words)})
_changes(e.ReasonGiven, lambda s, ev: {"reasons": _with(s.reasons, ev.matter, ev.reason)})
_changes(e.ScoresShown, lambda s, ev: {"shown": s.shown | {ev.question}})
_changes(
    e.LowScoreAnswered,
    lambda s, ev: {"low_score_answers": _with(s.low_score_answers, ev.question, ev.answer)},
)
_changes(e.StageFinished, lambda s, ev: {"finished": s.finished | {ev.stage}})
_changes(e.Sealed, lambda s, ev: {"seals": (*s.seals, ev)} if ev.head else {})
_changes(e.ClockWentBack, _same)
_changes(e.CopyNumbered, _same)
_changes(e.Struck, _same)
_changes(e.Restored, _same)


def _child(state: Conference, event: e.ChildEntered) -> dict[str, Any]:
    fields = asdict(event)
    child = Child(id=fields.pop("child"), **fields)
    birth = state.births.get(child.id)
    if birth and child.unborn:  # a correction of something else does not undo a birth
        child = replace(child, born=birth.told.born)
    return {"children": _with(state.children, event.child, child)}


def _born(state: Conference, event: e.ChildBorn) -> dict[str, Any]:
    child = state.children.get(event.child)
    if child is None:
        return {}
    born = replace(child, born=event.born, name=event.name or child.name, sex=event.sex or child.sex)
    after_close = state.closed is not None
    birth = Birth(told=event, documents=len(state.documents), after_close=after_close)
    return {
        "children": _with(state.children, event.child, born),
        "births": _with(state.births, event.child, birth),
    }


def _person(state: Conference, event: e.PersonEntered) -> dict[str, Any]:
    fields = asdict(event)
    return {"people": _with(state.people, event.person, Person(id=fields.pop("person"), **fields))}


def _relative(state: Conference, event: e.RelativeNamed) -> dict[str, Any]:
    if event.in_tree:
        relative = Relative(id=event.relative, name=event.name, role=event.role, died=event.died)
        return {"relatives": _with(state.relatives, event.relative, relative)}
    joined = {pair: given for pair, given in state.relations.items() if event.relative not in pair}
    return {"relatives": _without(state.relatives, event.relative), "relations": MappingProxyType(joined)}


def _related(state: Conference, event: e.RelationGiven) -> dict[str, Any]:
    two = (min(event.person, event.of), max(event.person, event.of))
    if event.relation is None:
        return {"relations": _without(state.relations, two)}
    return {"relations": _with(state.relations, two, event)}


def _arrived(state: Conference, event: e.PersonArrived) -> dict[str, Any]:
    before = state.presence.get(event.person)
    earlier = before.earlier if before else ()
    if before and before.left is not None:
        earlier = (*earlier, (before.arrived, before.left))
    stay = Presence(arrived=event.at, mode=event.mode, reason=event.reason, earlier=earlier)
    return {"presence": _with(state.presence, event.person, stay)}


def _left(state: Conference, event: e.PersonLeft) -> dict[str, Any]:
    stay = state.presence.get(event.person)
    if stay is None:
        return {}
    return {"presence": _with(state.presence, event.person, replace(stay, left=event.at))}


def _slot_began(state: Conference, event: e.ClosedSlotBegan) -> dict[str, Any]:
    slot = ClosedSlot(began=event.at, left=event.left, stayed=event.stayed, reason=event.reason)
    return {"closed_slots": (*state.closed_slots, slot)}


def _slot_ended(state: Conference, event: e.ClosedSlotEnded) -> dict[str, Any]:
    slot = state.closed_slot
    if slot is None:
        return {}
    return {"closed_slots": (*state.closed_slots[:-1], replace(slot, ended=event.at))}


def _corrected(state: Conference, event: e.ContributionCorrected) -> dict[str, Any]:
    correct = event.correct
    return {
        "contributions": tuple(
            correct if made.contribution == correct.contribution else made for made in state.contributions
        )
    }


def _decision(state: Conference, event: e.DecisionMade) -> dict[str, Any]:
    """A decision, by those who are here; where only its reason is corrected, by those who were here then."""
    before = state.decisions.get(event.child)
    reason_corrected = before and before.made != event and replace(before.made, reason=event.reason) == event
    present = before.present if before and reason_corrected else state.present()
    chair = before.chair if before and reason_corrected else state.chair
    decided = Decision(made=event, present=present, chair=chair)
    return {"decisions": _with(state.decisions, event.child, decided)}


def _excluded(state: Conference, event: e.ExclusionDecided) -> dict[str, Any]:
    before = state.exclusions.get(event.person)
    earlier = (
        (*before.earlier, before.decided) if before and before.ended else before.earlier if before else ()
    )
    return {"exclusions": _with(state.exclusions, event.person, Exclusion(decided=event, earlier=earlier))}


def _let_in_again(state: Conference, event: e.ExclusionEnded) -> dict[str, Any]:
    before = state.exclusions.get(event.person)
    if before is None:
        return {}
    return {"exclusions": _with(state.exclusions, event.person, replace(before, ended=event.at))}


def _adjourned(state: Conference, event: e.ConferenceAdjourned) -> dict[str, Any]:
    """Everybody leaves; who was here is kept with the times."""
    presence = {
        someone: stay if stay.left is not None else replace(stay, left=event.at)
        for someone, stay in state.presence.items()
    }
    sitting = Sitting(on=state.held, adjourned=event)
    return {"sittings": (*state.sittings, sitting), "presence": MappingProxyType(presence)}


def _resumed(state: Conference, event: e.ConferenceResumed) -> dict[str, Any]:
    """What is counted from the conference is counted from the day on which it decided."""
    sitting = state.adjourned
    if sitting is None:
        return {}
    held = state.held if state.decisions else event.on
    return {
        "sittings": (*state.sittings[:-1], replace(sitting, resumed=event)),
        "arranged": replace(state.arranged, held=held),
        "at_the_apologies": frozenset(),
    }


def _stage_opened(state: Conference, event: e.StageOpened) -> dict[str, Any]:
    """Whoever is here when the chair leaves the apologies is who the first verdict was about (M14)."""
    if state.stage == "apologies" != event.stage and not state.at_the_apologies:
        return {"stage": event.stage, "at_the_apologies": state.present()}
    return {"stage": event.stage}


def _complaint(state: Conference, event: e.ComplaintReceived) -> dict[str, Any]:
    before = state.complaints.get(event.complaint)
    complaint = Complaint(received=event, decided=before.decided if before else None)
    return {"complaints": _with(state.complaints, event.complaint, complaint)}


def _complaint_decided(state: Conference, event: e.ComplaintDecided) -> dict[str, Any]:
    before = state.complaints.get(event.complaint)
    if before is None:
        return {}
    return {"complaints": _with(state.complaints, event.complaint, replace(before, decided=event))}


def _contribution(state: Conference, event: e.ContributionMade) -> dict[str, Any]:
    """What was said; of a split conference also who heard it."""
    made = {"contributions": (*state.contributions, event)}
    if not state.split_sittings:  # a thousand of them need not be copied for nothing
        return made
    hearing = Hearing(by=frozenset({event.speaker})) if event.in_writing else _hearing(state)
    return made | {"heard_by": _with(state.heard_by, event.contribution, hearing)}


def _hearing(state: Conference) -> Hearing:
    sitting = state.split_begun[-1].sitting if state.split_begun else ""
    return Hearing(by=state.in_the_room(), sitting=sitting)


def heard_key(event: e.FamilyAsked | e.ScoreGiven | e.ChildViewsGiven) -> tuple[str, ...]:
    """Under what it is kept who heard this; words that are corrected were heard when they were said."""
    match event:
        case e.FamilyAsked():
            return ("asked", event.stage, event.person, event.words)
        case e.ScoreGiven():
            return ("score", event.question, event.person)
    return ("views", event.views or f"{event.child}:{event.words}")


def _heard_besides(kind: type[E_]) -> None:
    """Keep beside what an event of this kind changes who heard it, in a split conference."""
    change = _apply.dispatch(kind)

    def heard(event: Any, conference: Conference) -> Conference:  # noqa: ANN401 - the three of `heard_key`
        changed: Conference = change(event, conference)
        key = heard_key(event)
        if not conference.split_sittings or key in conference.heard_besides:
            return changed
        return replace(changed, heard_besides=_with(changed.heard_besides, key, _hearing(conference)))

    _apply.register(kind)(heard)


def _asked_to_score(state: Conference, event: e.SupporterAskedToScore) -> dict[str, Any]:
    person = frozenset({event.person})
    return {"asked_to_score": state.asked_to_score | person if event.asked else state.asked_to_score - person}


_keep(e.ReferrerNoted, "referrer")
_by(e.FamilyAskedAboutObserver, "observers", "person")
_by(e.SplitSittingPlanned, "split_sittings", "sitting")
_collect(e.SplitSittingBegan, "split_begun")
_changes(e.SupporterAskedToScore, _asked_to_score)
_changes(e.ContributionMade, _contribution)
_heard_besides(e.FamilyAsked)
_heard_besides(e.ScoreGiven)
_heard_besides(e.ChildViewsGiven)
_changes(e.ChairChanged, lambda s, ev: {"chairs": (*s.chairs, ev)})
_changes(e.ExclusionDecided, _excluded)
_changes(e.ExclusionEnded, _let_in_again)
_changes(e.ConferenceAdjourned, _adjourned)
_changes(e.ConferenceResumed, _resumed)
_changes(e.StageOpened, _stage_opened)
_changes(e.ComplaintReceived, _complaint)
_changes(e.ComplaintDecided, _complaint_decided)
_changes(e.ChildEntered, _child)
_changes(e.ChildBorn, _born)
_changes(e.PersonEntered, _person)
_changes(e.RelativeNamed, _relative)
_changes(e.RelationGiven, _related)
_changes(e.TreeInPlansChosen, lambda _, ev: {"tree_in_plans": ev.shown})
_changes(e.PersonArrived, _arrived)
_changes(e.PersonLeft, _left)
_changes(e.ClosedSlotBegan, _slot_began)
_changes(e.ClosedSlotEnded, _slot_ended)
_changes(e.ContributionCorrected, _corrected)
_changes(e.DecisionMade, _decision)
