"""Who works with a child from now on: the lead social worker, the visits, the core group (BA-23, HF-14)."""

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import AChild, Children, Someone, Words


class KeyWorkerNamed(Event, frozen=True, kw_only=True):
    """The lead social worker for a child (HF-14)."""

    child: AChild
    person: Someone
    qualified: bool = False


class VisitsAgreed(Event, frozen=True, kw_only=True):
    """How often the key worker sees the child (HF-14)."""

    child: AChild
    every: Words
    """In words: "10 working days"."""
    how: Words = ""
    """Alone, bedroom seen, announced."""


class CoreGroupMemberChosen(Event, frozen=True, kw_only=True):
    """Somebody of the core group, and for which children (BA-23)."""

    person: Someone
    children: Children
    note: Words = ""


class CoreGroupMemberRemoved(Event, frozen=True, kw_only=True):
    """Somebody no longer of the core group."""

    person: Someone
