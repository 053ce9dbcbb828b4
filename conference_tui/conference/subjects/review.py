"""A review, its last conference and what became of the plan: what is refused, what it changes, how it is told."""

from conference_tui.conference import dates, decision, mapping
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review import is_review
from conference_tui.conference.review_prompts import answer_in_words
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import keep, keep_by, refused, requires
from conference_tui.conference.subjects.decision import unknown_category
from conference_tui.conference.subjects.telling import Told, quoted, says
from conference_tui.conference.text import one_line, say_date


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


keep(e.LastConferenceGiven, "last_conference")
keep_by(e.EarlierPlanGiven, "earlier_plans", "child")
keep_by(e.EarlierMemberGiven, "earlier_members", "person")
keep_by(e.EarlierBirthPlanGiven, "earlier_birth_plans", "child", "matter")
keep_by(e.EarlierActionGiven, "earlier_actions", "action")
keep_by(e.EarlierStatementGiven, "earlier_statements", "statement")
keep_by(e.EarlierEntryGiven, "earlier_entries", "entry")
keep_by(e.EarlierScoreGiven, "earlier_scores", "question", "person")
keep_by(e.ActionReviewed, "action_reviews", "action")
keep_by(e.ReviewAnswered, "review_answers", "child", "prompt")


def _last_conference(event: e.LastConferenceGiven, _: Told) -> str:
    ref = f" {one_line(event.ref)}" if event.ref else ""
    core_group = f" The next core group is on {say_date(event.core_group)}." if event.core_group else ""
    return (
        f"This is review {event.review}, after the {event.kind.value} conference{ref} of {say_date(event.held)}."
        f"{core_group}"
    )


def _earlier_plan(event: e.EarlierPlanGiven, told: Told) -> str:
    category = f", {decision.category_title(told.procedure, event.category)}" if event.category else ""
    worker = f". {told.name(event.key_worker)} led" if event.key_worker else ""
    how = f", {one_line(event.visits_how)}" if event.visits_how else ""
    visits = f". Visits every {one_line(event.visits)}{how}" if event.visits else ""
    since = f"has had a child protection plan since {say_date(event.begun)}{category}"
    return f"{told.name(event.child)} {since}{worker}{visits}"


def _earlier_action(event: e.EarlierActionGiven, told: Told) -> str:
    who = f" Who: {quoted(event.who)}." if event.who else ""
    when = f" When: {quoted(event.when)}." if event.when else ""
    return f"Action of the plan so far, for {told.about(event.children)}: {quoted(event.what)}{who}{when}"


def _earlier_entry(event: e.EarlierEntryGiven, told: Told) -> str:
    who = f"{one_line(event.speaker)}, " if event.speaker else ""
    about = told.about(event.children)
    apart = " Not everybody of the family heard it." if event.apart else ""
    return (
        f"On the last map, {who}{mapping.TITLES[event.column]}, about {about}: {quoted(event.words)}{apart}"
    )


def _answered(event: e.ReviewAnswered, told: Told) -> str:
    asks = one_line(getattr(told.procedure.review, event.prompt).says)
    answered = answer_in_words(event.prompt, event.answer)
    answer = f" {answered.capitalize()}." if answered else ""
    return f"Asked about {told.name(event.child)}: {quoted(asks)}{answer} {quoted(event.words)}"


says(e.LastConferenceGiven, _last_conference)
says(e.EarlierPlanGiven, _earlier_plan)
says(
    e.EarlierMemberGiven,
    lambda ev, told: f"{told.name(ev.person)} was of the core group for {told.about(ev.children)}",
)
says(
    e.EarlierBirthPlanGiven,
    lambda ev, told: (
        f"Settled at the last conference about the birth of {told.name(ev.child)}, {one_line(ev.matter)}: "
        f"{quoted(ev.words)}"
    ),
)
says(e.EarlierActionGiven, _earlier_action)
says(
    e.EarlierStatementGiven,
    lambda ev, told: (
        f"Danger statement of the last conference about {told.about(ev.children)}: {quoted(ev.words)}"
    ),
)
says(e.EarlierEntryGiven, _earlier_entry)
says(
    e.EarlierScoreGiven,
    lambda ev, told: (
        f"Last time {told.name(ev.person)} gave {ev.score} on the scale: {told.question(ev.question)}"
    ),
)
says(
    e.ActionReviewed,
    lambda ev, told: f"{told.earlier_action(ev.action)}: {ev.outcome}. What shows it: {quoted(ev.evidence)}",
)
says(e.ReviewAnswered, _answered)
