"""The first start: a passphrase, and a recovery key on paper, before anything is recorded."""

from conference_tui.store.folder import Folder
from screens.secret_box import Secret, SecretBox

SAYS = (
    "What is recorded here is locked with a passphrase that you choose now: a lost laptop tells nobody anything.",
    "Take four words or more that have nothing to do with each other, or with you.",
    "Next comes a recovery key to keep on paper: if passphrase and paper are both lost, so is what was recorded.",
)
"""What a person has to know, in three sentences."""

NEW = (
    Secret(name="passphrase", label="Passphrase", hint="four words or more", is_new=True),
    Secret(name="again", label="Once more", hint="the same again", repeats="passphrase"),
)
"""The two fields in which a passphrase is chosen."""


def weakness(passphrase: str) -> str:
    """Why a passphrase is too weak; empty when it is not."""
    from conference_tui.store import vault

    return vault.weakness(passphrase)


class FirstStart(SecretBox):
    """Takes the passphrase twice, and gives the recovery key."""

    def __init__(self, folder: Folder) -> None:
        super().__init__(
            "Before anything is recorded",
            SAYS,
            NEW,
            lambda typed: folder.make_vault(typed["passphrase"]),
            meanwhile="Locking the folder …",
            weakness=weakness,
            may_leave=False,
        )
