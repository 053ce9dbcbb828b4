"""What changes with what a child is in danger of."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep_by, put

keep_by(e.HarmDetailed, "harms", "child", "harm", "incident")
changes(e.FutureRiskDiscussed, lambda s, ev: {"future_risk": put(s.future_risk, ev.child, ev.words)})
keep_by(e.DangerStatementMade, "danger_statements", "statement")
keep_by(e.SafetyGoalSet, "safety_goals", "goal")
