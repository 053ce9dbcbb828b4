"""What a review's own entries change: the conference before it, and what became of its plan."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import keep, keep_by

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
