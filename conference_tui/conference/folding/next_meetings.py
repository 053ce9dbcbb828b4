"""What booking the meetings that follow changes."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import keep, keep_by

keep(e.CoreGroupBooked, "core_group_booked")
keep(e.ReviewBooked, "review_booked")
keep_by(e.InNeedMeetingBooked, "in_need_meetings", "child")
