"""What changes before the meeting."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import collect, keep, keep_by

keep(e.ReferrerNoted, "referrer")
keep_by(e.FamilyAskedAboutObserver, "observers", "person")
collect(e.PreMeetingHeld, "pre_meetings", "person")
collect(e.NeedNoted, "needs", "person", "need")
keep_by(e.ChecklistTicked, "checklists", "checklist", "item")
keep_by(e.ParticipationDecided, "participation", "child")
keep_by(e.ReportReceived, "reports", "person")
