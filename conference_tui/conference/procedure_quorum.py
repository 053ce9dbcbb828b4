"""When a conference of this procedure is quorate, and when it may go ahead although it is not (BA-4)."""

from __future__ import annotations

from typing import Literal

import msgspec

Discipline = Literal["social_care", "health", "police", "education"]
"""A discipline that a quorum may name."""


class QuorumException(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who has to be there at the least, so that the chair may go ahead without a quorum (BA-4)."""

    required: tuple[Discipline, ...]
    others: int
    """How many further agencies."""
    grounds: tuple[str, ...]
    """On what grounds; the chair's own reason is typed in any case."""
    source: str


class Quorum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a conference is quorate (BA-4); local policy, not law."""

    model: Literal["named-partners", "social-care-plus-two"]
    says: str
    """The rule in one or two plain sentences."""
    may_proceed: str
    """When the chair may go ahead without a quorum; the reason is always recorded."""
    source: str
    required: tuple[Discipline, ...]
    """The disciplines that must be there."""
    others: int
    """How many further agencies with direct contact must be there; 0 where the partners are named."""
    education_from_age: int
    """From this age education is expected to attend."""
    education_to_age: int
    """Up to and with this age."""
    merge_disciplines: bool
    """Whether two organisations of one discipline count once."""
    police_at_initial: Literal["counted", "only-if-involved"]
    """Whether the quorum of an initial conference needs the police, or expects them, in any case."""
    police_at_review: Literal["counted", "only-if-involved"]
    """The same for a review (HV-15)."""
    expected: tuple[Discipline, ...] = ()
    """Disciplines that the rule does not need and whose absence is pointed out (HF-4, KC-3)."""
    exception: QuorumException
    note: str = ""
    """How the source was read, or what of the rule was taken from elsewhere."""
