"""Each child's plan, and the core group, as data."""

from conference_tui.conference import events as e
from conference_tui.conference.plan import is_about
from conference_tui.conference.review import next_core_group
from conference_tui.conference.state import Conference
from conference_tui.overview.values import Data, all_of, clock_time, told, who


def plan_data(conference: Conference, child: str) -> Data:
    """One child's plan, and nothing of another child's."""
    key_worker, visits = conference.key_workers.get(child), conference.visits.get(child)
    return {
        "child": who(conference, child),
        "birth_plan": [
            told(conference, each, "child") for each in conference.birth_plans.values() if each.child == child
        ],
        "actions": [
            {
                **told(conference, made, "children"),
                "worry": _worry(conference, made.worry),
                "goal": _goal(conference, made.goal),
            }
            for made in conference.actions.values()
            if is_about(made.children, child)
        ],
        "bottom_lines": [
            line.words for line in conference.bottom_lines.values() if is_about(line.children, child)
        ],
        "contingency": [
            made.words for made in conference.contingencies.values() if is_about(made.children, child)
        ],
        "network": [
            told(conference, made, "support", "children")
            for made in conference.network.values()
            if is_about(made.children, child)
        ],
        "recommendations": [
            told(conference, made, "recommendation", "children")
            for made in conference.recommendations.values()
            if is_about(made.children, child)
        ],
        "key_worker": (
            {**who(conference, key_worker.person), "qualified": key_worker.qualified} if key_worker else None
        ),
        "visits": told(conference, visits, "child") if visits else None,
        "in_need_meeting": booked_data(conference.in_need_meetings.get(child)),
    }


def _worry(conference: Conference, answered: str) -> str:
    """The words of the worry that an action names: a contribution, a danger statement, or what was typed."""
    if statement := conference.danger_statements.get(answered):
        return statement.words
    said = (made.words for made in conference.contributions if made.contribution == answered)
    return next(said, answered)


def _goal(conference: Conference, named: str) -> str:
    goal = conference.safety_goals.get(named)
    return goal.words if goal else named


def booked_data(booked: e.ReviewBooked | e.InNeedMeetingBooked | None) -> Data | None:
    """The day and time of a booked meeting; None while none is booked."""
    if booked is None:
        return None
    return {"on": booked.on, "at": clock_time(booked.at), "reason": getattr(booked, "reason", "")}


def core_group_data(conference: Conference) -> Data:
    """Who is in the core group, and its first meeting."""
    booked = conference.core_group_booked
    return {
        "meets": next_core_group(conference),
        "members": [
            {
                **who(conference, member.person),
                **told(conference, member, "person"),
                "children": all_of(conference, member.children or conference.children),
            }
            for member in conference.core_group.values()
        ],
        "first": told(conference, booked) if booked else None,
    }
