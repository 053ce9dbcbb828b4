"""The limits of a procedure: what is due, how many days after what, and how they are counted."""

from __future__ import annotations

from typing import Literal

import msgspec

Unit = Literal["working_days", "calendar_days", "months", "hours"]
"""How a limit is counted."""

EventId = Literal[
    "notification",
    "strategy_discussion",
    "transfer",
    "conference",
    "close",
    "core_group",
    "visit",
    "review",
    "birth",
    "expected_birth",
    "minutes_sent",
]
"""What a limit may be counted from; `transfer` is the written notification that a child has moved here."""

REQUIRED_LIMITS = (
    "conference",
    "transfer_in",
    "letter",
    "outline_plan",
    "first_core_group",
    "later_core_group",
    "first_visit",
    "visits",
    "first_review",
    "later_review",
    "pre_birth_review",
    "minutes",
    "corrections",
    "dissent",
    "reports_initial",
    "reports_review",
    "cin_first_meeting",
)
"""The limits that every procedure must give. A file may add others under keys of its own."""


class SecondLimit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A second limit beside the first one; the earlier governs."""

    count: int
    unit: Unit
    from_: EventId | None = msgspec.field(name="from", default=None)
    """The event counted from; as the first limit where it is not given."""


class Limit(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one date is reckoned (BA-3, BA-22, HF-2, HF-3, HF-8, HV-14, BR-7, KC-10)."""

    key: str
    """Its name in the file, such as ``first_core_group``."""
    what: str
    """What is due, in the words that are printed."""
    count: int
    unit: Unit
    from_: EventId = msgspec.field(name="from")
    direction: Literal["after", "before"] = "after"
    also: tuple[SecondLimit, ...] = ()
    """Further limits of which the earliest governs."""
    pull_back: bool = True
    """Whether a limit on a day that is not a working day is pulled back to the one before."""
    note: str = ""
    """How the source's words were read, where they can be read in two ways."""
    source: str
