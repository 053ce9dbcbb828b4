"""The agenda of a procedure: its stages in their order, and what the chair says at each (BA-12, KC-6)."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

StageId = Literal[
    "before",
    "introductions",
    "apologies",
    "closed",
    "reason",
    "progress",
    "mapping",
    "child",
    "summary",
    "scaling",
    "threshold",
    "plan",
    "core_group",
    "close",
]
"""A stage of the agenda. Every procedure has each of them once; the order is the procedure's (KC-6)."""

STAGE_IDS: tuple[StageId, ...] = get_args(StageId)
"""The stages in the order of the plain default."""

KindId = Literal["initial", "review", "pre-birth", "transfer-in"]
"""A kind of conference, as a stage names it (HF-1)."""


class Statement(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something the chair says, in fixed and reviewed words (BA-12, HF-11)."""

    id: str
    """Names the statement in the record; never reused for other words."""
    text: str
    source: str


class Stage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One item of the agenda."""

    id: StageId | Literal["set_up"]
    """In a procedure one of `STAGE_IDS`; the set-up before them is the same everywhere."""
    title: str
    short: str = ""
    """A title of a word or two for the list of stages; without it the title."""
    says: str
    """What the procedure says here, for the help screen."""
    source: str
    asks_family: bool = True
    """Whether the family is asked for its word before the stage is left (HV-8)."""
    kinds: tuple[KindId, ...] = ()
    """The kinds of conference that have this stage; none named is all of them (BA-13)."""
    statements: tuple[Statement, ...] = ()
