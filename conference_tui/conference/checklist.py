"""What is seen to before the start, and what another authority sends with a child who moves here.

The items are the procedure's (BA-9, BR-3, HV-5, KC-4, HF-1); whether each was seen to is the record's.
"""

from typing import Literal

from msgspec import Struct

from conference_tui.conference.events import ChecklistTicked, Kind
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference

List = Literal["before", "transfer pack"]
"""Which of the two lists; as `ChecklistTicked` names them."""


class Item(Struct, frozen=True, kw_only=True):
    """One thing to be seen to."""

    checklist: List
    id: str
    """Of the list before the start the procedure's id; of the pack its words, which are unlike each other."""
    words: str
    tick: ChecklistTicked | None = None
    """What was last recorded of it; None while nothing was."""

    @property
    def is_done(self) -> bool:
        """Whether it was seen to, and that was not taken back."""
        return self.tick is not None and self.tick.done


def before_the_start(conference: Conference, procedure: Procedure) -> tuple[Item, ...]:
    """What the procedure wants seen to before the start (BA-9, BR-3, HV-5, KC-4)."""
    return tuple(_item(conference, "before", each.id, each.text) for each in procedure.checklist)


def pack(conference: Conference, procedure: Procedure) -> tuple[Item, ...]:
    """What the authority that a child comes from sends; nothing where no child moves here (HF-1)."""
    if conference.opened is None or conference.opened.kind is not Kind.TRANSFER_IN:
        return ()
    return tuple(_item(conference, "transfer pack", words, words) for words in procedure.transfer_in.pack)


def _item(conference: Conference, checklist: List, id_: str, words: str) -> Item:
    return Item(checklist=checklist, id=id_, words=words, tick=conference.checklists.get((checklist, id_)))
