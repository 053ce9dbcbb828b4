"""The way in: the passphrase, or the recovery key and a new passphrase."""

from collections.abc import Callable
from contextlib import suppress

from textual import work
from textual.binding import Binding

from conference_tui.store.errors import StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.rewrapping import vault_of
from conference_tui.store.vault import by_recovery
from screens.first_start import NEW, weakness
from screens.secret_box import Secret, SecretBox, Typed

RECOVERY = (
    "Type the recovery key from its sheet, group by group. It can be read while you type: let nobody look on.",
    "Then choose a new passphrase. What was recorded is not touched.",
)


class Unlock(SecretBox):
    """Nothing of any conference is on the screen, and none of it in memory, until this is answered."""

    BINDINGS = [
        Binding("f2", "recover", "Use the recovery key", id="unlock.recover"),
        Binding("ctrl+q", "app.quit", "Quit", id="unlock.quit"),
    ]

    def __init__(
        self, folder: Folder, opened: Callable[[str], None] = lambda _: None, *, trouble: str = ""
    ) -> None:
        """Unlock `folder`; `opened` is called in the same thread with the passphrase that was right.

        It may raise StoreError, whose sentence is shown; the folder is locked again then. `trouble` is what
        keeps everybody out at present.
        """
        self._folder = folder
        self._opened = opened
        super().__init__(
            "Locked",
            (*([trouble] if trouble else []), "Type your passphrase to go on."),
            (Secret(name="passphrase", label="Passphrase"),),
            self._unlock,
            meanwhile="Opening …",
            may_leave=False,
        )

    def _unlock(self, typed: Typed) -> str:
        self._folder.unlock(typed["passphrase"])
        try:
            self._opened(typed["passphrase"])
        except StoreError:
            self._folder.lock()
            raise
        return ""

    @work
    async def action_recover(self) -> None:
        """Ask for the recovery key instead; when it fits, that opens the folder too."""
        if (
            not self.is_working
            and await self.app.push_screen_wait(recovering(self._folder, self._opened)) is not None
        ):
            self.dismiss("")


def recovering(folder: Folder, opened: Callable[[str], None]) -> SecretBox:
    """Asks for the recovery key and a new passphrase, and sets it."""

    def recover(typed: Typed) -> str:
        folder.unlock_with_recovery(typed["recovery"])
        folder.change_passphrase(typed["recovery"], typed["passphrase"])
        opened(typed["passphrase"])
        with suppress(StoreError):  # the list goes on saying that it is on no paper, as far as is known
            folder.note_recovery()  # who typed all of it has it
        return ""

    def opens_nothing(typed: str) -> str:
        try:
            by_recovery(vault_of(folder.keys.file()), typed)
        except StoreError as trouble:
            return str(trouble)
        return ""

    key = Secret(
        name="recovery", label="Recovery key", hint="13 groups of 5", is_shown=True, check=opens_nothing
    )
    return SecretBox(
        "With the recovery key", RECOVERY, (key, *NEW), recover, meanwhile="Opening …", weakness=weakness
    )
