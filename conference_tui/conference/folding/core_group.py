"""What changes with who works with a child from now on."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep_by, without

keep_by(e.KeyWorkerNamed, "key_workers", "child")
keep_by(e.VisitsAgreed, "visits", "child")
keep_by(e.CoreGroupMemberChosen, "core_group", "person")
changes(e.CoreGroupMemberRemoved, lambda s, ev: {"core_group": without(s.core_group, ev.person)})
