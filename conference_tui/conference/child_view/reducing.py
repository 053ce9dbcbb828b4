"""A conference as if it had been about one child only: what that child's paper is read from."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference import mapping
from conference_tui.conference.attendance import agencies
from conference_tui.conference.left_out import strangers
from conference_tui.conference.of_children import naming, of_children
from conference_tui.conference.plan import is_about
from conference_tui.conference.state import EMPTY, Conference

_LEFT_OUT = (
    "relatives",
    "relations",
    "referrer",
    "exclusions",
    "observers",
    "split_sittings",
    "split_begun",
    "pre_meetings",
    "needs",
    "checklists",
    "introduced",
    "reports",
    "said",
    "asked",
    "summary",
    "advice_left",
    "copies",
    "entry_choices",
    "words_judged",
    "documents",
    "retention",
    "addenda",
    "complaints",
)
"""Parts of the state that no paper about a child is drawn from."""
_NOTHING = {part: getattr(Conference(), part) for part in _LEFT_OUT}
_OF_THE_PLAN = ("actions", "bottom_lines", "contingencies", "network", "recommendations")
"""Parts whose entries each name the children that they are about, or none and are about all."""
_EARLIER = ("earlier_members", "earlier_actions", "earlier_statements", "earlier_entries")
"""Likewise, of the conference before."""


def reduced(conference: Conference, child: str) -> Conference:
    """The conference as if it had been about this child only.

    Of the people only the names and parts remain that this child's paper needs: no address, no telephone number,
    nobody of `left_out.strangers`. Raises KeyError when the conference is not about that child.
    """
    return replace(
        conference,
        **_NOTHING,
        **_people(conference, child),
        **of_children(conference, {child}),
        **_said(conference, child),
        **_earlier(conference, child),
        **{part: _about(getattr(conference, part), child) for part in _OF_THE_PLAN},
        **_plan_dates(conference, child),
        seals=tuple(seal for seal in conference.seals if seal.child in ("", child)),
    )


def _people(conference: Conference, child: str) -> dict[str, Any]:
    """The child, and everybody who may be named on its paper."""
    gone = strangers(conference, child)
    return {
        "children": {child: replace(conference.children[child], lives="", lives_with=(), school="")},
        "people": {
            person.id: replace(person, address="", phone="", screen_name="", withheld_from=(), born=None)
            for person in conference.people.values()
            if person.id not in gone
        },
        "asked_to_score": conference.asked_to_score - gone,
    }


def _said(conference: Conference, child: str) -> dict[str, Any]:
    """What was said of the child, and what was asked about it."""
    statements = _about(conference.danger_statements, child)
    goals, scores, low = conference.safety_goals, conference.scores, conference.low_score_answers
    asked = {*statements, child}
    return {
        "contributions": tuple(made for made in conference.contributions if mapping.concerns(made, child)),
        "child_views": tuple(views for views in conference.child_views if views.child == child),
        "danger_statements": statements,
        "safety_goals": {key: goal for key, goal in goals.items() if goal.statement in statements},
        "scores": {key: score for key, score in scores.items() if score.question in asked},
        "shown": conference.shown & asked,
        "low_score_answers": {key: words for key, words in low.items() if key in asked},
        "views": _views(conference, child),
        "reasons": _reasons(conference, asked),
    }


def _earlier(conference: Conference, child: str) -> dict[str, Any]:
    """Of a review: what the conference before came to for the child, and what became of it."""
    about = {part: _about(getattr(conference, part), child) for part in _EARLIER}
    asked = {child, *about["earlier_statements"]}
    scores, became = conference.earlier_scores, conference.action_reviews
    return about | {
        "earlier_birth_plans": naming(conference.earlier_birth_plans, {child}),
        "earlier_scores": {key: score for key, score in scores.items() if score.question in asked},
        "action_reviews": {key: each for key, each in became.items() if key in about["earlier_actions"]},
    }


def _plan_dates(conference: Conference, child: str) -> dict[str, Any]:
    """Core group and review belong to a child protection plan: a child without one has none of them."""
    decided = conference.decisions.get(child)
    if decided and decided.made.outcome is e.Outcome.CHILD_PROTECTION:
        return {"core_group": _about(conference.core_group, child)}
    return {"core_group": EMPTY, "core_group_booked": None, "review_booked": None}


def _about(told: Mapping[str, Any], child: str) -> dict[str, Any]:
    """What names the child, or names none and so is about all of them."""
    return {key: each for key, each in told.items() if is_about(each.children, child)}


def _reasons(conference: Conference, asked: set[str]) -> dict[str, str]:
    """The chair's reasons, but those about another child, or about a question on another child only."""
    others = (set(conference.children) | set(conference.danger_statements)) - asked
    return {key: reason for key, reason in conference.reasons.items() if key.partition(":")[2] not in others}


def _views(conference: Conference, child: str) -> dict[tuple[str, str], e.ViewGiven]:
    """The views on this child. That an agency does not know the child only tells whose sibling it knows."""
    knows = {agency.name: agency.knows for agency in agencies(conference)}
    return {
        key: view
        for key, view in conference.views.items()
        if view.child == child
        and (view.outcome is not None or not (known := knows.get(view.agency)) or child in known)
    }
