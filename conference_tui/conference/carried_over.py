"""How a review opens from the record of the conference before it (BA-13).

Only what is about a child with a plan comes along: a sibling without one, and who belongs to that sibling alone,
stay behind, and in what was typed a mark stands for their names. Nothing that was said then is said again: it stands there as what it was, beside today's.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

from msgspec.structs import asdict

from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies, agency_of
from conference_tui.conference.family_ties import kept_for
from conference_tui.conference.left_out import leaving_out
from conference_tui.conference.people import Person, Whom
from conference_tui.conference.plan import is_about
from conference_tui.conference.split import not_before_all
from conference_tui.conference.state import Conference
from conference_tui.conference.strangers import has_a_part, other_children, strangers
from conference_tui.conference.text import listed

Hide = Callable[[str], str]
"""Leaves out of somebody's words who stays behind."""

Polarity = Literal["", "high-is-safe", "high-is-danger"]
"""Which way a scale ran; empty where nobody knows."""


def carried_over(last: Conference, polarity: Polarity) -> tuple[e.AnyEvent, ...]:
    """The events with which a review of `last` opens, to be recorded after its own `ConferenceOpened`.

    ``polarity`` is which way the scale of `last` ran. Nothing comes where `last` was not held, or left no child with a plan.
    """
    children = _with_plan(last)
    if last.opened is None or last.held is None or not children:
        return ()
    hide = _hiding(last, children)
    return (
        *(_child(last, child, hide) for child in children),
        *_people(last, children, hide),
        *_family(last, children),
        _given(last, last.opened, last.held, polarity),
        *_plans(last, last.held, children, hide),
        *_members(last, children, hide),
        *_birth_plans(last, children, hide),
        *_map(last, children, hide),
        *_actions(last, children, hide),
        *_scores(last, children),
    )


def cannot_be_reviewed(last: Conference) -> str:
    """Why no review follows a conference, as a sentence; empty where one can (BA-13, HF-1)."""
    if last.closed is None:
        return f"{last.ref} is not closed. A review follows a conference that is."
    if last.held is None:
        return f"{last.ref} has no date, so nothing can be counted from it."
    if not _with_plan(last):
        return f"{last.ref} left no child with a child protection plan, so there is no plan to review."
    return ""


def _with_plan(last: Conference) -> tuple[str, ...]:
    return tuple(
        child
        for child, decided in last.decisions.items()
        if decided.made.outcome is e.Outcome.CHILD_PROTECTION and child in last.children
    )


def _given(
    last: Conference, opened: e.ConferenceOpened, held: date, polarity: Polarity
) -> e.LastConferenceGiven:
    before = last.last_conference if opened.kind is e.Kind.REVIEW else None
    return e.LastConferenceGiven(
        held=held,
        kind=opened.kind,
        review=before.review + 1 if before else 1,
        ref=last.ref,
        polarity=polarity,
        core_group=last.core_group_booked.on if last.core_group_booked else None,
    )


def _child(last: Conference, child: str, hide: Hide) -> e.ChildEntered:
    fields = asdict(last.children[child])
    fields["child"] = fields.pop("id")
    return e.ChildEntered(**{**fields, "lives": hide(fields["lives"])})


def _invited(last: Conference, children: tuple[str, ...]) -> dict[str, Person]:
    """Everybody but those who belong to the other children alone, and who came with one of them.

    Who has a part in the plan of a child that comes along belongs to that child too.
    """
    part = _with_a_part(last, children)
    gone = {*strangers(last, *children)} | {
        person.id
        for person in last.people.values()
        if person.knows and not set(person.knows).intersection(children) and person.id not in part
    }
    gone |= {*other_children(last, *children, gone=gone)}
    return {
        person.id: person
        for person in last.people.values()
        if person.id not in gone
        and person.supports not in gone
        and not (person.id in children and person.own_children and person.own_children.isdisjoint(children))
    }


def _with_a_part(last: Conference, children: tuple[str, ...]) -> set[str]:
    return {someone for child in children for someone in has_a_part(last, child)}


def _hiding(last: Conference, children: tuple[str, ...]) -> Callable[[str], str]:
    """Puts marks in the place of the names of those who stay behind: no paper of the review would leave them out."""
    gone = frozenset(last.people) - _invited(last, children).keys()
    return leaving_out(last, *children, gone=gone, held=last.people)


def _people(last: Conference, children: tuple[str, ...], hide: Hide) -> Iterator[e.PersonEntered]:
    invited = _invited(last, children)
    part = _with_a_part(last, children)
    strangers_now = {agency.name for agency in agencies(last) if agency.knows_none_of(children)}
    for person in invited.values():
        fields = asdict(person)
        fields["person"] = fields.pop("id")
        for name in ("parent_of", "responsibility_for", "responsibility_unknown", "knows"):
            fields[name] = _about(fields[name], children)
        if agency_of(last, person.id) in strangers_now and person.id not in part:
            fields["knows_whom"] = Whom.NONE
        fields["role"] = hide(person.role)
        # An address stays withheld also from who is not invited this time: by name, for the id says nothing here.
        fields["withheld_from"] = tuple(
            someone if someone in invited else last.name(someone) for someone in person.withheld_from
        )
        yield e.PersonEntered(**fields)


def _family(last: Conference, children: tuple[str, ...]) -> Iterator[e.RelativeNamed | e.RelationGiven]:
    """The family tree of the children who come along (KC-4)."""
    theirs = {*children, *(each for child in children for each in kept_for(last, child).members)}
    theirs &= {*_invited(last, children), *children, *last.relatives}
    for relative in last.relatives.values():
        if relative.id in theirs:
            fields = asdict(relative)
            yield e.RelativeNamed(relative=fields.pop("id"), **fields)
    for given in last.relations.values():
        if {given.person, given.of} <= theirs:
            yield given


def _plans(
    last: Conference, held: date, children: tuple[str, ...], hide: Hide
) -> Iterator[e.EarlierPlanGiven]:
    """A plan that goes on began when it began, not at the last review."""
    comes_along = _invited(last, children)
    for child in children:
        earlier = last.earlier_plans.get(child)
        worker, visits = last.key_workers.get(child), last.visits.get(child)
        leads = worker if worker and worker.person in comes_along else None
        yield e.EarlierPlanGiven(
            child=child,
            begun=earlier.begun if earlier else held,
            category=last.decisions[child].made.category,
            key_worker=leads.person if leads else "",
            qualified=leads.qualified if leads else False,
            visits=visits.every if visits else "",
            visits_how=hide(visits.how) if visits else "",
        )


def _members(last: Conference, children: tuple[str, ...], hide: Hide) -> Iterator[e.EarlierMemberGiven]:
    comes_along = {*_invited(last, children), *children}
    for member in last.core_group.values():
        about = _about(member.children, children)
        if about and member.person in comes_along:
            yield e.EarlierMemberGiven(person=member.person, children=about, note=hide(member.note))


def _birth_plans(
    last: Conference, children: tuple[str, ...], hide: Hide
) -> Iterator[e.EarlierBirthPlanGiven]:
    for settled in last.birth_plans.values():
        if settled.child in children:
            yield e.EarlierBirthPlanGiven(
                child=settled.child, matter=hide(settled.matter), words=hide(settled.words)
            )


def _map(
    last: Conference, children: tuple[str, ...], hide: Hide
) -> Iterator[e.EarlierStatementGiven | e.EarlierEntryGiven]:
    for made in last.danger_statements.values():
        if about := _about(made.children, children):
            goals = tuple(hide(g.words) for g in last.safety_goals.values() if g.statement == made.statement)
            yield e.EarlierStatementGiven(
                statement=made.statement, children=about, words=hide(made.words), goals=goals
            )
    for said in last.contributions:
        if said.column and (not said.children or _about(said.children, children)):
            yield e.EarlierEntryGiven(
                entry=said.contribution,
                column=said.column,
                words=hide(said.words),
                children=_about(said.children, children),
                speaker=hide(last.name(said.speaker)),
                apart=not_before_all(last, said),
            )


def _actions(last: Conference, children: tuple[str, ...], hide: Hide) -> Iterator[e.EarlierActionGiven]:
    for agreed in last.actions.values():
        if any(is_about(agreed.children, child) for child in children):
            also = [agreed.also] if agreed.also else []
            yield e.EarlierActionGiven(
                action=agreed.action,
                what=hide(agreed.what),
                children=_about(agreed.children, children),
                who=hide(listed([*(last.name(someone) for someone in agreed.who), *also])),
                when=hide(agreed.when),
            )


def _scores(last: Conference, children: tuple[str, ...]) -> Iterator[e.EarlierScoreGiven]:
    """Those that were shown; what stayed hidden then stays hidden."""
    comes_along = {*children} | {
        made.statement for made in last.danger_statements.values() if _about(made.children, children)
    }
    for given in last.scores.values():
        if given.question in last.shown & comes_along:
            yield e.EarlierScoreGiven(question=given.question, person=given.person, score=given.score)


def _about(named: tuple[str, ...], children: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(child for child in named if child in children)
