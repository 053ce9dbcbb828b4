"""A vault that is quick to open, and what opens it."""

from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from conference_tui.store.slots import Cost

CHEAP = Cost(memory_kib=19 * 1024, passes=2, lanes=1)
PASSPHRASE = "the owl sleeps under bridges"
OTHER = "seven lamps above the harbour"
OPEN = {"words": "said before everyone"}
CLOSED = {"words": "said in the closed slot"}


def with_conference(folder: Folder) -> str:
    """A conference with one open event and one of its closed slot; gives its id."""
    with Record.create(folder) as record:
        record.append(OPEN)
    with Record.create(folder, kind="closed", of=record.id) as closed:
        closed.append(CLOSED)
    return record.id


def opened(folder: Folder, passphrase: str = PASSPHRASE) -> Folder:
    """The same folder as a program that is started anew has it, unlocked."""
    again = Folder.at(folder.path)
    again.unlock(passphrase)
    return again


def said(folder: Folder, record_id: str) -> list[dict[str, object]]:
    """What the open record holds."""
    with Record.open(folder, record_id, readonly=True) as record:
        return record.events()


def said_closed(folder: Folder, record_id: str) -> list[dict[str, object]]:
    """What the closed slot's record holds."""
    with Record.open_closed(folder, record_id, readonly=True) as record:
        return record.events()
