"""Unfinished typing about a conference that has no record yet."""

from conference_tui.store.folder import Folder
from conference_tui.unfinished import Typing


class Unbegun:
    """Keeps what is typed into the form of a new conference, in the folder and as safely as in a meeting."""

    count = 0
    """There are no entries yet."""

    side = 0
    """No closed slot can begin or end."""

    def __init__(self, folder: Folder) -> None:
        self._typing = Typing(folder, "")

    def unfinished(self) -> dict[str, str]:
        """What stands unfinished in each field: from the last time, and typed since."""
        return self._typing.all()

    def typing(self, field: str, text: str) -> None:
        """Keep what stands in a field; empty text forgets it."""
        self._typing.put(field, text)

    def was_typed(self, texts: dict[str, str], *, since: int) -> None:
        """A new conference is on the disk when its form has been saved: nothing comes back."""

    def close(self) -> None:
        """Write what is waiting, and let the file go."""
        self._typing.close()
