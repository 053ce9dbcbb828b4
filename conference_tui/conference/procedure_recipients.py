"""Who is handed what: one table of a procedure file, a row for each kind of reader and a cell for each paper."""

from __future__ import annotations

from typing import Literal

import msgspec

Cell = Literal["yes", "no", "chair", "via", "never"]
"""Gets it; does not; not until the chair says so; through the person whom they support; and not by the chair either."""


class ReaderRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one kind of reader gets of the papers about one child, or about all that they may read of."""

    outline_plan: Cell
    in_need_outline: Cell
    decision_letter: Cell
    child_letter: Cell
    action_sheet: Cell
    """Where this reader does something of the plan, and does not get the plan."""
    minutes: Cell
    attendance: Cell
    date_card: Cell
    why: str
    """Why it is so, in one sentence; shown beside what they do not get."""
    source: str


class Recipients(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who is handed what when the conference is over (HF-10). The chair can change each cell but "never", with a reason."""

    says: str
    child_letter_from: int
    """From this age a child gets a letter of their own without the chair being asked, in whole years."""
    private_words: tuple[str, ...]
    """Words of health and of courts: said of another adult, the chair is asked before a family reads them. A star at
    the end stands for any ending."""
    own_matter_words: tuple[str, ...] = ()
    """Further words by which something may be an adult's own matter: whoever types them is asked whose. A star likewise."""
    responsible: ReaderRow
    """A parent, or another, with parental responsibility for the child."""
    kept_out: ReaderRow
    """The same, kept out of all or part of the conference (HV-3)."""
    without_responsibility: ReaderRow
    """A parent or carer without parental responsibility for the child, who took part."""
    other_parent: ReaderRow
    """A parent of other children of the conference only."""
    child: ReaderRow
    """The child itself."""
    sibling: ReaderRow
    """Another child of the conference."""
    network: ReaderRow
    supporter: ReaderRow
    """Somebody who came with a parent or child: a friend, an advocate, a solicitor, a relative who is there for one of them."""
    agency: ReaderRow
    """An agency that took part, or is of the core group."""
    agency_absent: ReaderRow
    """Children's social care, police, health or education that was invited and not there."""
    agency_absent_other: ReaderRow
    """Any other agency that was invited and not there."""
    agency_elsewhere: ReaderRow
    """An agency that does not know this child: other children of the conference, or none of them."""
    onlooker: ReaderRow
    """An observer or interpreter."""
    source: str
