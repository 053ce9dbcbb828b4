"""What is refused of a review: the conference before it, and what became of its plan."""

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review import is_review
from conference_tui.conference.rules.by_kind import refused, requires
from conference_tui.conference.rules.decision import unknown_category
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.LastConferenceGiven, conference: Conference, _: Procedure) -> str:
    if not is_review(conference):
        return "Only a review follows a conference. Is this one set up as what it is?"
    if event.review < 1:
        return "The first review is number 1."
    return dates.review_refusal(event.held, conference.held) if conference.held else ""


@refused.register
def _(event: e.EarlierPlanGiven, conference: Conference, procedure: Procedure) -> str:
    if conference.held and (why := dates.review_refusal(event.begun, conference.held)):
        return why
    return unknown_category(event.category, procedure)


@refused.register
def _(event: e.EarlierScoreGiven, _: Conference, procedure: Procedure) -> str:
    scale = procedure.scale
    within = scale.minimum <= event.score <= scale.maximum
    return "" if within else f"The scale goes from {scale.minimum} to {scale.maximum}."


@refused.register
def _(event: e.ActionReviewed, conference: Conference, _: Procedure) -> str:
    if event.action not in conference.earlier_actions:
        return "That action is not in the plan that is reviewed."
    return "" if event.evidence else "Say what shows it."


@refused.register
def _(event: e.ReviewAnswered, conference: Conference, _: Procedure) -> str:
    if not is_review(conference):
        return "That is asked at a review."
    return "" if event.words else "Nothing was typed."


requires(e.EarlierMemberGiven, "children", "For which child, or children?")
requires(e.EarlierBirthPlanGiven, "words", "Say what was settled.")
requires(e.EarlierActionGiven, "what", "Say what was agreed.")
requires(e.EarlierStatementGiven, "words", "Nothing was typed.")
requires(e.EarlierEntryGiven, "words", "Nothing was typed.")
