"""What a child is in danger of: what is refused, what it changes, how it is told."""

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.by_kind import changes, keep_by, put, refused, requires
from conference_tui.conference.subjects.telling import Told, quoted, says


@refused.register
def _(event: e.DangerStatementMade, _: Conference, __: Procedure) -> str:
    if not event.children:
        return "Say which child the danger statement is about."
    return "" if event.words else "Nothing was typed."


requires(e.SafetyGoalSet, "words", "Nothing was typed.")


keep_by(e.HarmDetailed, "harms", "child", "harm", "incident")
changes(e.FutureRiskDiscussed, lambda s, ev: {"future_risk": put(s.future_risk, ev.child, ev.words)}, "child")
keep_by(e.DangerStatementMade, "danger_statements", "statement")
keep_by(e.SafetyGoalSet, "safety_goals", "goal")


def _harm(event: e.HarmDetailed, told: Told) -> str:
    kind = decision.category_title(told.procedure, event.harm)
    cells = [each for each in (event.when, event.behaviour, event.severity, event.impact) if each]
    detail = f": {'; '.join(quoted(each) for each in cells)}" if cells else ""
    return f"Harm to {told.name(event.child)}, {kind}, the {event.incident} incident{detail}"


says(e.HarmDetailed, _harm)
says(
    e.FutureRiskDiscussed,
    lambda ev, told: f"What may happen to {told.name(ev.child)}: {quoted(ev.words)}",
)
says(
    e.DangerStatementMade,
    lambda ev, told: f"Danger statement about {told.about(ev.children)}: {quoted(ev.words)}",
)
says(e.SafetyGoalSet, lambda ev, _: f"Safety goal: {quoted(ev.words)}")
