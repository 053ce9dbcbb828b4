"""What is raised when something cannot be recorded; the message is the sentence for the person."""

from conference_tui.spoken import Spoken


class Refused(Spoken):
    """The rules say no; the message is the sentence for the person. Nothing was recorded."""


class ClosedLocked(Refused):
    """The closed slot's record opens only with the passphrase: `Folder.unlock_closed`, then once more (BA-11)."""


class ChangesSitting(Refused):
    """Undo or redo would change the sitting, and with it whose words the room sees: to be agreed to first (HV-3)."""
