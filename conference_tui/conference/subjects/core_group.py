"""Who works with a child from now on: what that changes, how it is told."""

from conference_tui.conference import events as e
from conference_tui.conference.subjects.by_kind import changes, keep_by, without
from conference_tui.conference.subjects.telling import Told, quoted, says
from conference_tui.conference.text import one_line

keep_by(e.KeyWorkerNamed, "key_workers", "child")
keep_by(e.VisitsAgreed, "visits", "child")
keep_by(e.CoreGroupMemberChosen, "core_group", "person")
changes(e.CoreGroupMemberRemoved, lambda s, ev: {"core_group": without(s.core_group, ev.person)})


def _key_worker(event: e.KeyWorkerNamed, told: Told) -> str:
    qualified = "qualified" if event.qualified else "not said to be qualified"
    return f"{told.procedure.role_titles.key_worker} for {told.name(event.child)}: {told.name(event.person)}, {qualified}"


says(e.KeyWorkerNamed, _key_worker)
says(
    e.VisitsAgreed,
    lambda ev, told: (
        f"Visits to {told.name(ev.child)}: every {one_line(ev.every)}{f', {quoted(ev.how)}' if ev.how else ''}"
    ),
)
says(
    e.CoreGroupMemberChosen,
    lambda ev, told: (
        f"{told.name(ev.person)} is of the core group for {told.about(ev.children)}"
        f"{f': {quoted(ev.note)}' if ev.note else ''}"
    ),
)
says(e.CoreGroupMemberRemoved, lambda ev, told: f"{told.name(ev.person)} is no longer of the core group")
