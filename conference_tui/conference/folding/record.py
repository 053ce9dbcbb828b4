"""What changes with what the record says of itself."""

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep, nothing

changes(e.Sealed, lambda s, ev: {"seals": (*s.seals, ev)} if ev.head else {})
changes(e.ClockWentBack, nothing)
keep(e.RetentionSet, "retention")
keep(e.RecordImported, "imported")
changes(e.Struck, nothing)
changes(e.Restored, nothing)
