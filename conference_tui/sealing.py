"""How a record is sealed: its number of entries and its hash, said in the record itself, and signed at the close."""

from contextlib import suppress

from conference_tui.conference import events as e
from conference_tui.store import signatures
from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.writer import Saved


def sealed_of(event: e.Event) -> str | None:
    """Whether a seal follows an event, and on whom: a child's id, nobody's at the close; None where none follows."""
    match event:
        case e.DecisionMade():
            return event.child
        case e.ConferenceClosed():
            return ""
    return None


def seal(folder: Folder, record_id: str, written: Saved, child: str) -> e.Sealed:
    """The seal of what was just written; that of the close is signed.

    Made on the writer's thread: a signing key that is not there yet is made, and that waits for the disk.
    """
    count, head = written
    key = None
    # A key that cannot be made now must not stop the close; the seal stands without.
    with suppress(StoreError):
        key = None if child else folder.signing_key()
    return e.Sealed(
        count=count,
        head=head,
        child=child,
        key=signatures.public(key) if key else "",
        signature=signatures.sign(key, record_id, count, head) if key else "",
    )
