"""The plan: what is refused in it, what it changes, how it is told."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.removal import removal_wording
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import keep_by, refused, requires
from conference_tui.conference.subjects.telling import Told, quoted, says
from conference_tui.conference.text import listed, one_line, say_date


@refused.register
def _(event: e.ActionAgreed, conference: Conference, procedure: Procedure) -> str:
    if not event.what:
        return "Say what needs to happen."
    if not event.who and not event.also:
        return "An action without somebody who does it cannot be agreed. Who?"
    if not event.when:
        return "An action without a time cannot be agreed. By when?"
    return cannot_decide(event.what, conference, procedure)


@refused.register
def _(event: e.RecommendationMade, conference: Conference, procedure: Procedure) -> str:
    return cannot_decide(event.words, conference, procedure) if event.words else "Nothing was typed."


def cannot_decide(typed: str, conference: Conference, procedure: Procedure) -> str:
    """Why a conference cannot decide what was typed, for wording that would remove a child (BA-21, HV-13)."""
    children = [child.name for child in conference.children.values()]
    found = removal_wording(typed, procedure.removal, children)
    return f"“{found}”: {procedure.removal.explanation}" if found else ""


requires(e.AdviceLeft, "advice", "Say what is left as it is.")
requires(e.BirthPlanSet, "words", "Say what is settled.")
requires(e.BottomLineSet, "words", "Nothing was typed.")
requires(e.ContingencySet, "words", "Nothing was typed.")
requires(e.NetworkSupportOffered, "words", "Nothing was typed.")


keep_by(e.ActionAgreed, "actions", "action")
keep_by(e.AdviceLeft, "advice_left", "advice")
keep_by(e.BirthPlanSet, "birth_plans", "child", "matter")
keep_by(e.BottomLineSet, "bottom_lines", "line")
keep_by(e.ContingencySet, "contingencies", "contingency")
keep_by(e.NetworkSupportOffered, "network", "support")
keep_by(e.RecommendationMade, "recommendations", "recommendation")


def _action(event: e.ActionAgreed, told: Told) -> str:
    who = listed([*(told.name(each) for each in event.who), *([one_line(event.also)] if event.also else [])])
    about = told.about(event.children)
    return f"Action for {about}: {quoted(event.what)} Who: {who or 'nobody'}. When: {quoted(event.when)}"


says(e.ActionAgreed, _action)
says(
    e.BirthPlanSet,
    lambda ev, told: f"Plan for the birth of {told.name(ev.child)}, {quoted(ev.matter)}: {quoted(ev.words)}",
)
says(e.AdviceLeft, lambda ev, _: f"Left as it is, of what could be clearer: {quoted(ev.says or ev.advice)}")
says(e.BottomLineSet, lambda ev, told: f"Bottom line for {told.about(ev.children)}: {quoted(ev.words)}")
says(
    e.ContingencySet,
    lambda ev, told: f"If the plan for {told.about(ev.children)} does not hold: {quoted(ev.words)}",
)
says(
    e.NetworkSupportOffered,
    lambda ev, told: f"{told.name(ev.person)} will, for {told.about(ev.children)}: {quoted(ev.words)}",
)
says(
    e.RecommendationMade,
    lambda ev, told: (
        f"Recommendation for {told.about(ev.children)}: {quoted(ev.words)}"
        f"{f' By {say_date(ev.by)}.' if ev.by else ''}{f' For {told.name(ev.owner)}.' if ev.owner else ''}"
    ),
)
