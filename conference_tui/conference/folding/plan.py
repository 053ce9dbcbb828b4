"""What agreeing a plan changes."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import keep_by

keep_by(e.ActionAgreed, "actions", "action")
keep_by(e.AdviceLeft, "advice_left", "advice")
keep_by(e.BirthPlanSet, "birth_plans", "child", "matter")
keep_by(e.BottomLineSet, "bottom_lines", "line")
keep_by(e.ContingencySet, "contingencies", "contingency")
keep_by(e.NetworkSupportOffered, "network", "support")
keep_by(e.RecommendationMade, "recommendations", "recommendation")
