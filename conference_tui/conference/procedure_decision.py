"""What a procedure says of the decision: test, categories, outcomes, scale, and what no conference can decide."""

from __future__ import annotations

from typing import Literal

import msgspec

CategoryCode = Literal["NEG", "PHY", "SAB", "EMO"]
"""The four categories of harm, by the codes of the children in need census (BA-17)."""

OutcomeId = Literal["cp_plan", "cin_plan", "no_plan"]
"""The three outcomes that a conference has for each child."""


class Category(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the four categories of harm, with the definition the chair reads out (BA-17)."""

    code: CategoryCode
    title: str
    definition: str
    source: str


class Threshold(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The test for a child protection plan, and what significant harm means (HF-13)."""

    question: str
    """What each agency is asked, for one child at a time."""
    test: str
    significant_harm: str
    source: str


class Outcome(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the three outcomes for a child."""

    id: OutcomeId
    title: str
    clause: str
    """As it stands after "considered that": "a child protection plan is needed"."""
    noun: str
    """As it stands after "considered": "a child in need plan"."""
    source: str


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The safety scale: its ends in words, and which way it runs (BA-16)."""

    minimum: int
    maximum: int
    polarity: Literal["high-is-safe", "high-is-danger"]
    question: str
    zero_means: str
    ten_means: str
    low_score: int
    """A score this worrying or worse raises one prompt."""
    low_prompt: str
    """The prompt; its answer is recorded."""
    source: str


class HarmMatrix(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The grid in which harm is described by example (BA-15)."""

    columns: tuple[str, ...]
    rows: tuple[str, ...]
    source: str


class Removal(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Wording that would remove a child, which no conference can decide (BA-21, HV-13)."""

    phrases: tuple[str, ...]
    """Phrases as ``removal.py`` reads them."""
    child_words: tuple[str, ...]
    """Words that stand for a child, beside the children's names."""
    explanation: str
    recommendation: str
    """The recommendation that a conference may make instead."""
    source: str
