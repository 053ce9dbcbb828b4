"""What a procedure says beside agenda, quorum and limits: reviews, exclusions, checklist, forms, who does what.

Each is one table of a procedure file, with its source. `procedure.py` puts them together.
"""

from __future__ import annotations

from typing import Literal

import msgspec


class Prompt(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something the conference is asked, in fixed words; what is answered is typed by people."""

    says: str
    source: str


class LegalAdvice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When legal advice is usually sought because nothing has got better (BA-25)."""

    from_review: int
    """From this review on, counted from 1."""
    says: str
    source: str


class Review(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a review conference asks beside what an initial one asks (BA-24 to BA-26, HV-15)."""

    progress: Prompt
    barriers: Prompt
    new_worries: Prompt
    services: Prompt
    """Whether services are to be added."""
    ending_first: Prompt
    """Ending a plan at the first review; the answer is the reason."""
    ending_inquorate: Prompt
    """Ending a plan at a review that is not quorate; the answer is the reason."""
    no_progress: LegalAdvice
    family_meeting: Prompt
    """The offer of a family group decision-making meeting, asked together with legal advice."""
    continuing: Prompt
    """A plan that goes on: what is changed in it, category and next review."""
    step_down: Prompt
    """A plan that ends: what is offered instead; declining it is recorded (BA-26)."""
    brought_forward: Prompt
    """A review earlier than it has to be; the answer is the reason (HF-3)."""


class Exclusion(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When a member of the family is kept from all or part of the conference (HV-3)."""

    says: str
    grounds: tuple[str, ...]
    views_reported_by: tuple[str, ...]
    """Who tells the conference the views of somebody who is kept out."""
    source: str


class Referrer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whether the family is told who referred it (HV-1)."""

    says: str
    anonymous: tuple[str, ...]
    """Who may ask not to be named; such a name is never stored."""
    source: str


class Supporters(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom a parent may bring (HV-2)."""

    says: str
    may_be: tuple[str, ...]
    source: str


class ChecklistItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that is seen to before the start (BA-9, BR-3, HV-5, KC-4)."""

    id: str
    text: str
    source: str


class ParentsForm(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The form that parents fill in and bring; its answers become their own entries (KC-9)."""

    title: str
    says: str
    questions: tuple[str, ...]
    columns: tuple[Literal["", "strength", "safety", "harm", "danger", "complicating", "grey"], ...] = ()
    """Under which kind of entry the answer to each question usually stands; "" where that depends on the answer.

    It is offered and never taken: whoever types the answers says where they stand.
    """
    source: str

    def suggested(self, place: int) -> str:
        """The column suggested for the question of that place, from 0; empty for none.

        Columns of another number are of other questions: of a form that this one took the place of.
        """
        return self.columns[place] if len(self.columns) == len(self.questions) else ""


class KeyWorkerRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who the key worker is and what falls to them (HF-14, HV-12, BR-6)."""

    says: str
    is_qualified_social_worker: bool
    """Whether the key worker has to be a qualified social worker."""
    chairs_core_groups: Literal["not-said", "all", "from-the-second"]
    source: str


class PlanRule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much of a plan there has to be at the close (KC-8)."""

    says: str
    outline_is_enough: bool
    """Whether the core group works the plan out, so that an outline can be closed with."""
    source: str


class Expectations(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a parent or carer may expect of the authority (KC-10)."""

    says: str
    items: tuple[str, ...]
    source: str


class Formats(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Other languages, large print and braille, and how they are asked for (HF-8, HF-16)."""

    says: str
    source: str


class TransferIn(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A conference on a child who moves here with a plan of another authority."""

    says: str
    pack: tuple[str, ...]
    """What the other authority sends."""
    source: str


class PreBirth(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the plan for an unborn child has to settle (HF-1)."""

    says: str
    settles: tuple[str, ...]
    source: str
