"""Sentences of the plan."""

from conference_tui.conference import events as e
from conference_tui.conference.text import listed, one_line, say_date
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import quoted


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
