"""One child's part of the conference: all that a paper about this child is drawn from, and nothing of the others.

The conference is first reduced to the child, then read: what is not in the reduced conference cannot be printed
by a mistake further on. Words stay as they were typed, but for the marks of `left_out.py`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import decision, mapping, review, scaling
from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies, quorum, verdict_before
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.family_tree import Tree, tree_of
from conference_tui.conference.left_out import ANOTHER_CHILD, ANOTHER_PERSON, MARKS, leaving_out, strangers
from conference_tui.conference.plan import is_about
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import reminders
from conference_tui.conference.review_prompts import PromptId
from conference_tui.conference.state import EMPTY, Conference
from conference_tui.conference.text import listed
from conference_tui.conference.working_days import Calendar

Hide = Callable[[str], str]
Label = Callable[[str], str]


class View(Struct, frozen=True, kw_only=True):
    """What one agency thought of this child's need for a plan."""

    agency: str
    view: str
    """In words; empty where the agency gave none."""
    reason: str
    dissent: e.Dissent = e.Dissent.NONE
    """Whether and how the agency disagrees with the decision."""
    dissent_reason: str = ""


class Entry(Struct, frozen=True, kw_only=True):
    """Something said on the map, as typed, and by whom: a parent's "I" is not the child's."""

    words: str
    speaker: str = ""
    example: str = ""
    impact: str = ""
    owner: str = ""
    by: date | None = None
    in_writing: bool = False


class Danger(Struct, frozen=True, kw_only=True):
    """A danger statement and the safety goals that answer it."""

    words: str
    goals: tuple[str, ...]


class Mark(Struct, frozen=True, kw_only=True):
    """Who stands where on the scale."""

    who: str
    score: int
    asked_by_the_chair: bool = False
    """A supporter, who gives no score unless the chair asks (HV-2)."""


class Scale(Struct, frozen=True, kw_only=True):
    """The answers to one question of the scale, from the lowest to the highest."""

    question: str
    marks: tuple[Mark, ...]
    spread: str
    done_today: str = ""
    """The answer about a low score."""


class Action(Struct, frozen=True, kw_only=True):
    """One row of the plan."""

    what: str
    need: str
    worry: int
    """The place of the worry it answers among `worries`, from 1; 0 where it names none of this child's."""
    danger: int
    """The same among `dangers`."""
    who: str
    when: str
    how_known: str
    childs: bool = False
    """Whether the child does it."""


class Support(Struct, frozen=True, kw_only=True):
    """What somebody of the network does."""

    who: str
    words: str


class Recommendation(Struct, frozen=True, kw_only=True):
    """A recommendation to others."""

    words: str
    owner: str
    by: date | None


class Member(Struct, frozen=True, kw_only=True):
    """Somebody of this child's core group."""

    name: str
    role: str
    note: str


class Overridden(Struct, frozen=True, kw_only=True):
    """Something missing or late, and the chair's typed reason for going on."""

    what: str
    reason: str


class Reviewed(Struct, frozen=True, kw_only=True):
    """An action of the plan that is reviewed, and what became of it; `outcome` is empty while nobody has said."""

    what: str
    who: str
    when: str
    outcome: str
    evidence: str


class Answered(Struct, frozen=True, kw_only=True):
    """What a review asked in the procedure's words, and what was said to it."""

    prompt: PromptId
    asked: str
    answer: str
    """"yes", "no" or nothing."""
    words: str


class ChildView(Struct, frozen=True, kw_only=True):
    """Everything a paper about one child may say."""

    ref: str
    kind: e.Kind
    held: date | None
    venue: str
    chair: str
    """Everybody who chaired, with when (M16)."""
    decided_by: str
    """Who chaired when it was decided, where the chair changed; else empty (M16)."""
    authority: str

    child: str
    """The child's id."""
    name: str
    born: date | None
    expected: date | None
    age: int | None
    authority_id: str
    previous_plans: int | None

    outcome: e.Outcome | None
    outcome_title: str
    category: str
    sentence: str
    """How the decision came about, computed from the views."""
    chair_reason: str
    views: tuple[View, ...]
    child_said: tuple[str, ...]
    """The child's own words, as typed (HF-6)."""
    inquorate: str
    """The verdict on those present at the decision, where it was made without a quorum."""
    quorum_before: str
    """The verdict when the apologies were gone through, where it is another than at the decision (M14)."""
    inquorate_reason: str
    safeguards: str

    worries: tuple[Entry, ...]
    well: tuple[Entry, ...]
    unknown: tuple[Entry, ...]
    dangers: tuple[Danger, ...]
    scales: tuple[Scale, ...]
    reviewed: tuple[Reviewed, ...]
    """At a review: the plan so far."""
    answered: tuple[Answered, ...]
    """At a review: what was said to what it asks."""
    actions: tuple[Action, ...]
    birth_plan: tuple[tuple[str, str], ...]
    """Of an unborn child: what is settled about the birth and going home, by matter."""
    bottom_lines: tuple[str, ...]
    contingencies: tuple[str, ...]
    network: tuple[Support, ...]
    recommendations: tuple[Recommendation, ...]

    key_worker: str
    visits: e.VisitsAgreed | None
    core_group: tuple[Member, ...]
    core_group_booked: e.CoreGroupBooked | None
    review_booked: e.ReviewBooked | None
    in_need_meeting: e.InNeedMeetingBooked | None
    dates: tuple[Due, ...]
    overridden: tuple[Overridden, ...]
    family: Tree
    """The child's own family, without the other children and those who belong to them only (KC-4)."""
    decision_seal: e.Sealed | None
    """The seal of the decision on this child; None while it is not on the disk."""
    close_seal: e.Sealed | None

    @property
    def leaves_something_out(self) -> bool:
        """Whether a mark stands anywhere in place of a name or an address."""
        written = msgspec.json.encode(self).decode()
        return any(mark in written for mark in MARKS)


def for_child(
    conference: Conference,
    procedure: Procedure,
    calendar: Calendar,
    child: str,
    *,
    others_named: bool = False,
) -> ChildView:
    """The view of one child. Raises KeyError when the conference is not about that child.

    `others_named` is for the minutes, which are about several: what was said of this child stands there as it is,
    in a conference that was reduced to its reader before.
    """
    hide: Hide = _as_it_is if others_named else leaving_out(conference, child)
    label = _names(conference) if others_named else _labels(conference, child, hide)
    own = reduced(conference, child)
    found = own.children[child]
    decided = own.decisions.get(child)
    here = quorum(own, procedure, decided.present if decided else None)
    inquorate = own.inquorate if decided and not here.is_quorate else None
    before = verdict_before(own, procedure, decided.present) if decided else None
    said = own.contributions
    return ChildView(
        ref=own.ref,
        kind=own.opened.kind if own.opened else e.Kind.INITIAL,
        held=own.held,
        venue=own.arranged.venue,
        chair=own.every_chair,
        decided_by=decided.chair if decided and own.chairs else "",
        authority=procedure.authority,
        child=child,
        name=found.label,
        born=found.born,
        expected=found.expected,
        age=found.age_on(own.held) if own.held else None,
        authority_id=found.authority_id,
        previous_plans=found.previous_plans,
        outcome=decided.made.outcome if decided else None,
        outcome_title=decision.outcome_title(procedure, decided.made.outcome) if decided else "",
        category=decision.category_title(procedure, decided.made.category)
        if decided and decided.made.category
        else "",
        sentence=decision.sentence(own, procedure, child),
        chair_reason=hide(decided.made.reason) if decided else "",
        views=_views(own, procedure, hide),
        child_said=tuple(hide(said.words) for said in own.child_views if said.words),
        inquorate=here.verdict_alone if decided and not here.is_quorate else "",
        quorum_before=before.verdict_alone if before else "",
        inquorate_reason=hide(inquorate.reason) if inquorate else "",
        safeguards=hide(inquorate.safeguards) if inquorate else "",
        worries=tuple(_entry(made, hide, label) for made in mapping.on_map(said, mapping.WORRIES)),
        well=tuple(_entry(made, hide, label) for made in mapping.on_map(said, mapping.WELL)),
        unknown=tuple(_entry(made, hide, label) for made in mapping.on_map(said, mapping.GREY)),
        dangers=_dangers(own, hide),
        scales=_scales(own, hide, label),
        reviewed=_reviewed(own, hide),
        answered=_answered(own, procedure, hide),
        actions=_actions(own, child, hide, label),
        birth_plan=tuple((each.matter, hide(each.words)) for each in own.birth_plans.values()),
        bottom_lines=tuple(hide(line.words) for line in own.bottom_lines.values()),
        contingencies=tuple(hide(each.words) for each in own.contingencies.values()),
        network=tuple(
            Support(who=label(each.person), words=hide(each.words)) for each in own.network.values()
        ),
        recommendations=tuple(
            Recommendation(words=hide(each.words), owner=label(each.owner), by=each.by)
            for each in own.recommendations.values()
        ),
        key_worker=label(own.key_workers[child].person) if child in own.key_workers else "",
        visits=_hidden(own.visits.get(child), hide, "every", "how"),
        core_group=_members(own, hide, label),
        core_group_booked=_core_group_booked(own, hide, label),
        review_booked=_hidden(own.review_booked, hide, "reason"),
        in_need_meeting=own.in_need_meetings.get(child),
        dates=due_dates(own, procedure, calendar),
        overridden=(
            *_overridden(own, procedure, calendar, hide),
            *_ended_because(own, procedure, child, hide),
        ),
        family=tree_of(conference, child) if conference.tree_in_plans and not others_named else Tree(),
        decision_seal=own.seal_of(child) if decided else None,
        close_seal=own.close_seal,
    )


def reduced(conference: Conference, child: str) -> Conference:
    """The conference as if it had been about this child only.

    Of the people only the names and parts remain that this child's paper needs: no address, no telephone number,
    nobody of `left_out.strangers`. Raises KeyError when the conference is not about that child.
    """
    gone = strangers(conference, child)
    statements = _about(conference.danger_statements, child)
    asked = {*statements, child}
    return replace(
        _without_plan_dates(conference, child),
        children={child: replace(conference.children[child], lives="", lives_with=(), school="")},
        people={
            person.id: replace(person, address="", phone="", screen_name="", withheld_from=(), born=None)
            for person in conference.people.values()
            if person.id not in gone
        },
        relatives=EMPTY,
        relations=EMPTY,
        referrer=None,
        exclusions=EMPTY,
        observers=EMPTY,
        split_sittings=EMPTY,
        split_begun=(),
        heard_by=EMPTY,
        heard_besides=EMPTY,
        asked_to_score=conference.asked_to_score - gone,
        pre_meetings=(),
        needs=(),
        checklists=EMPTY,
        participation=_only(conference.participation, child),
        introduced=EMPTY,
        reports=EMPTY,
        said=EMPTY,
        asked=(),
        contributions=tuple(made for made in conference.contributions if mapping.concerns(made, child)),
        harms={key: harm for key, harm in conference.harms.items() if harm.child == child},
        child_views=tuple(views for views in conference.child_views if views.child == child),
        child_views_missing=_only(conference.child_views_missing, child),
        summary="",
        future_risk=_only(conference.future_risk, child),
        danger_statements=statements,
        safety_goals={k: goal for k, goal in conference.safety_goals.items() if goal.statement in statements},
        earlier_plans=_only(conference.earlier_plans, child),
        earlier_members=_about(conference.earlier_members, child),
        earlier_birth_plans={
            k: each for k, each in conference.earlier_birth_plans.items() if each.child == child
        },
        earlier_actions=_about(conference.earlier_actions, child),
        earlier_statements=_about(conference.earlier_statements, child),
        earlier_entries=_about(conference.earlier_entries, child),
        earlier_scores={
            k: score
            for k, score in conference.earlier_scores.items()
            if score.question in {child, *_about(conference.earlier_statements, child)}
        },
        action_reviews={
            k: each
            for k, each in conference.action_reviews.items()
            if k in _about(conference.earlier_actions, child)
        },
        review_answers={k: each for k, each in conference.review_answers.items() if each.child == child},
        scores={k: score for k, score in conference.scores.items() if score.question in asked},
        shown=conference.shown & asked,
        low_score_answers={k: words for k, words in conference.low_score_answers.items() if k in asked},
        views={k: view for k, view in conference.views.items() if _belongs(view, child, conference)},
        chair_views=_only(conference.chair_views, child),
        decisions=_only(conference.decisions, child),
        dissents={k: each for k, each in conference.dissents.items() if each.child == child},
        reasons=_reasons(conference, child),
        actions=_about(conference.actions, child),
        advice_left=EMPTY,
        birth_plans={k: each for k, each in conference.birth_plans.items() if each.child == child},
        births={k: birth for k, birth in conference.births.items() if k == child},
        bottom_lines=_about(conference.bottom_lines, child),
        contingencies=_about(conference.contingencies, child),
        network=_about(conference.network, child),
        recommendations=_about(conference.recommendations, child),
        key_workers=_only(conference.key_workers, child),
        visits=_only(conference.visits, child),
        in_need_meetings=_only(conference.in_need_meetings, child),
        copies=EMPTY,
        entry_choices=EMPTY,
        words_judged=EMPTY,
        documents=(),
        seals=tuple(seal for seal in conference.seals if seal.child in ("", child)),
        retention=None,
        addenda=EMPTY,
        complaints=EMPTY,
    )


def _without_plan_dates(conference: Conference, child: str) -> Conference:
    """Core group and review belong to a child protection plan: a child without one has none of them."""
    decided = conference.decisions.get(child)
    if decided and decided.made.outcome is e.Outcome.CHILD_PROTECTION:
        return replace(conference, core_group=_about(conference.core_group, child))
    return replace(conference, core_group=EMPTY, core_group_booked=None, review_booked=None)


def _only(mapping_: Mapping[str, Any], child: str) -> dict[str, Any]:
    return {child: mapping_[child]} if child in mapping_ else {}


def _about(mapping_: Mapping[str, Any], child: str) -> dict[str, Any]:
    """What names the child, or names none and so is about all of them."""
    return {key: each for key, each in mapping_.items() if is_about(each.children, child)}


def _reasons(conference: Conference, child: str) -> dict[str, str]:
    """The chair's reasons, but those about another child, or about a question on another child only."""
    others = set(conference.children) | set(conference.danger_statements)
    others -= {child, *_about(conference.danger_statements, child)}
    return {key: reason for key, reason in conference.reasons.items() if key.partition(":")[2] not in others}


def _labels(conference: Conference, child: str, hide: Hide) -> Label:
    """From an id to the name that may stand on this child's paper."""
    gone = strangers(conference, child)

    def label(someone: str) -> str:
        if someone in conference.children and someone != child:
            return ANOTHER_CHILD
        return ANOTHER_PERSON if someone in gone else hide(conference.name(someone))

    return label


def _as_it_is(typed: str) -> str:
    return typed


def _names(conference: Conference) -> Label:
    """From an id to the name; a mark for somebody whom this conference does not hold."""

    def label(someone: str) -> str:
        known = not someone or someone in conference.people or someone in conference.children
        return conference.name(someone) if known else ANOTHER_PERSON

    return label


def _belongs(view: e.ViewGiven, child: str, conference: Conference) -> bool:
    """A view on this child. That an agency does not know the child only tells whose sibling it knows."""
    if view.child != child:
        return False
    agency = next((each for each in agencies(conference) if each.name == view.agency), None)
    return view.outcome is not None or agency is None or not agency.knows or child in agency.knows


def _views(own: Conference, procedure: Procedure, hide: Hide) -> tuple[View, ...]:
    declared = {dissent.agency: dissent for dissent in own.dissents.values()}
    given = {view.agency: view for view in own.views.values()}
    views = []
    for agency in dict.fromkeys((*given, *declared)):
        view, dissent = given.get(agency), declared.get(agency)
        known = view is not None and view.outcome is not None
        views.append(
            View(
                agency=agency,
                view=decision.decision_in_words(procedure, view.outcome, view.category)
                if view and view.outcome
                else "",
                reason=hide(view.reason) if view else "",
                dissent=dissent.dissent if dissent else view.dissent if view and known else e.Dissent.NONE,
                dissent_reason=hide(dissent.reason) if dissent else "",
            )
        )
    return tuple(views)


def _entry(made: e.ContributionMade, hide: Hide, label: Label) -> Entry:
    return Entry(
        words=hide(made.words),
        speaker=label(made.speaker),
        example=hide(made.example),
        impact=hide(made.impact),
        owner=label(made.owner) if made.owner else "",
        by=made.by,
        in_writing=made.in_writing,
    )


def _dangers(own: Conference, hide: Hide) -> tuple[Danger, ...]:
    return tuple(
        Danger(
            words=hide(statement.words),
            goals=tuple(
                hide(goal.words)
                for goal in own.safety_goals.values()
                if goal.statement == statement.statement
            ),
        )
        for statement in own.danger_statements.values()
    )


def _scales(own: Conference, hide: Hide, label: Label) -> tuple[Scale, ...]:
    spreads = [spread for asked in scaling.questions(own) if (spread := scaling.spread(own, asked))]
    return tuple(
        Scale(
            question=hide(spread.question.title),
            marks=tuple(_mark(own, given, label) for given in spread.scores),
            spread=spread.sentence,
            done_today=hide(own.low_score_answers.get(spread.question.id, "")),
        )
        for spread in spreads
    )


def _mark(own: Conference, given: e.ScoreGiven, label: Label) -> Mark:
    asked = scaling.is_asked_by_the_chair(own, given.person)
    return Mark(who=label(given.person), score=given.score, asked_by_the_chair=asked)


def _actions(own: Conference, child: str, hide: Hide, label: Label) -> tuple[Action, ...]:
    worries = [made.contribution for made in mapping.on_map(own.contributions, mapping.WORRIES)]
    dangers = list(own.danger_statements)
    return tuple(
        Action(
            what=hide(agreed.what),
            need=hide(agreed.need),
            worry=worries.index(agreed.worry) + 1 if agreed.worry in worries else 0,
            danger=dangers.index(agreed.worry) + 1 if agreed.worry in dangers else 0,
            who=listed(
                [*dict.fromkeys(map(label, agreed.who)), *([hide(agreed.also)] if agreed.also else [])]
            ),
            when=hide(agreed.when),
            how_known=hide(agreed.how_known),
            childs=child in agreed.who,
        )
        for agreed in own.actions.values()
    )


def _reviewed(own: Conference, hide: Hide) -> tuple[Reviewed, ...]:
    rows = []
    for action in own.earlier_actions.values():
        became = own.action_reviews.get(action.action)
        rows.append(
            Reviewed(
                what=hide(action.what),
                who=hide(action.who),
                when=hide(action.when),
                outcome=became.outcome if became else "",
                evidence=hide(became.evidence) if became else "",
            )
        )
    return tuple(rows)


def _answered(own: Conference, procedure: Procedure, hide: Hide) -> tuple[Answered, ...]:
    return tuple(
        Answered(
            prompt=given.prompt,
            asked=getattr(procedure.review, given.prompt).says,
            answer=given.answer,
            words=hide(given.words),
        )
        for given in own.review_answers.values()
    )


def _ended_because(own: Conference, procedure: Procedure, child: str, hide: Hide) -> tuple[Overridden, ...]:
    """Why a plan ends although it usually would not: that is printed like every reason of the chair's (BA-24)."""
    return tuple(
        Overridden(what=asked.says, reason=hide(given.words))
        for asked in review.prompts(own, procedure, child)
        if asked.needs_reason and (given := own.review_answers.get((child, asked.key)))
    )


def _members(own: Conference, hide: Hide, label: Label) -> tuple[Member, ...]:
    members = []
    for chosen in own.core_group.values():
        person = own.people.get(chosen.person)
        role = ", ".join(part for part in (person.role, person.agency) if part) if person else ""
        members.append(Member(name=label(chosen.person), role=hide(role), note=hide(chosen.note)))
    return tuple(members)


def _core_group_booked(own: Conference, hide: Hide, label: Label) -> e.CoreGroupBooked | None:
    booked = own.core_group_booked
    if booked is None:
        return None
    return replace(
        booked,
        venue=hide(booked.venue),
        chaired_by=label(booked.chaired_by),
        later_chaired_by=label(booked.later_chaired_by),
    )


T = TypeVar("T", bound=Struct)


def _hidden(event: T | None, hide: Hide, *fields: str) -> T | None:
    if event is None:
        return None
    return replace(event, **{field: hide(getattr(event, field)) for field in fields})


def _overridden(
    own: Conference, procedure: Procedure, calendar: Calendar, hide: Hide
) -> tuple[Overridden, ...]:
    return tuple(
        Overridden(what=hide(each.words), reason=hide(each.reason))
        for each in reminders(own, procedure, calendar)
        if each.reason
    )
