"""The folder in which a person's conferences lie: 0700, and no file's name tells anything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from conference_tui.store import disk, erasing, log_files, platform_folder, rewrapping
from conference_tui.store.errors import Missing, StoreError
from conference_tui.store.keys import Keys
from conference_tui.store.keys_file import EMPTY, IS_FILE_ID, RECORD_SUFFIX, KeysFile, Kind
from conference_tui.store.register import Erasure
from conference_tui.store.slots import Cost
from conference_tui.store.unlocked import Unlocked
from conference_tui.store.vault import by_passphrase, by_recovery, refuse_weak

_FULL_COST = Cost()


class Folder:
    """A data folder; made by `Folder.at`.

    Attributes:
        path: where it is.
        keys: the keys of the files in it.

    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.keys = Keys(path)

    @classmethod
    def at(cls, given: str | Path | None = None, *, throw_away: bool = False) -> Self:
        """The folder that was asked for (`--store`, `CONFERENCE_STORE`), else the platform's own.

        It is made where it is not there yet.

        Args:
            given: where.
            throw_away: mark a folder without any keys yet as one for nothing that matters (the
                demonstration's), so that it needs no vault. A folder that is in use stays what it is.

        Raises NotSaved where that cannot be done, on a network drive, and where strangers may look into a
        folder that has other things in it.

        """
        folder = cls(platform_folder.ready(given))
        if throw_away:
            folder.keys.change(lambda file: replace(file, throw_away=True) if file == EMPTY else file)
        return folder

    # --- The files --------------------------------------------------------------------------------------

    def conferences(self) -> list[str]:
        """Ids of the conference records here, the last changed first; closed slots' are not among them."""
        names = self.keys.names()
        with disk.told(self.path):
            ids = [name.file_id for name in names if name.kind == "conference" and self.has(name.file_id)]
            return sorted(ids, key=lambda file_id: (-self._changed(file_id), file_id))

    def closed_record_of(self, record_id: str) -> str | None:
        """The id of the closed slot's record of a conference, if it has one (BA-11); known also while locked."""
        return self._belonging_to(record_id, "closed")

    def drafts_of(self, record_id: str) -> str | None:
        """The id of the file of unfinished typing of a record, if it has one."""
        return self._belonging_to(record_id, "drafts")

    def without_key(self) -> list[str]:
        """The ids of files here that no key opens, so that a home screen can say that they are there."""
        known = {name.file_id for name in self.keys.names()}
        return sorted({path.stem for path in self.path.glob(f"*{RECORD_SUFFIX}")} - known)

    def without_record(self) -> list[str]:
        """The ids of conferences whose key is here and whose record is not, nor the note beside it."""
        names = self.keys.names()
        with disk.told(self.path):
            return sorted(
                name.file_id for name in names if name.kind == "conference" and not self.has(name.file_id)
            )

    def file(self, file_id: str) -> Path:
        """Where a record lies. Raises Missing for what is no id."""
        if not IS_FILE_ID(file_id):
            raise Missing(
                f"{file_id!r} is not the id of a record (32 of 0-9 and a-f). Nothing has been changed."
            )
        return self.path / f"{file_id}{RECORD_SUFFIX}"

    def has(self, file_id: str) -> bool:
        """Whether a record of this id is, or had been, here."""
        path = self.file(file_id)
        with disk.told(path):
            return log_files.is_there(path)

    # --- The vault --------------------------------------------------------------------------------------

    @property
    def has_vault(self) -> bool:
        """Whether the keys here are wrapped by a passphrase and a recovery key.

        Of a vault that is unlocked that is known, also while `keys.json` is away: a meeting goes on, and can lock.
        """
        return self.keys.unlocked is not None or self.keys.file().vault is not None

    @property
    def is_locked(self) -> bool:
        """Whether a passphrase is needed before anything can be read or written.

        It is not where a vault is unlocked and `keys.json` cannot be read now: what then fails says why.
        """
        try:
            vault = self.keys.file().vault
        except StoreError:
            if self.keys.unlocked:
                return False
            raise
        return vault is not None and not (self.keys.unlocked and self.keys.unlocked.fits(vault))

    @property
    def is_throw_away(self) -> bool:
        """Whether the folder is marked as one for nothing that matters; then its keys may lie in clear.

        The mark does not count beside a record that no key opens: somebody may have put it there, with the file.
        """
        return self.keys.file().throw_away and not self.without_key()

    @property
    def needs_vault(self) -> bool:
        """Whether a passphrase is to be chosen before anything else: no vault, and not for throwing away."""
        return self.keys.file().vault is None and not self.is_throw_away

    @property
    def recovery_is_noted(self) -> bool:
        """Whether `note_recovery` was called for the recovery key of now.

        False after a crash between the making of a recovery key and its noting: nobody may have it then, and
        `rotate` makes another.
        """
        file = self.keys.file()
        return file.vault is not None and file.vault.recovery_noted

    def make_vault(self, passphrase: str, *, cost: Cost = _FULL_COST) -> str:
        """Wrap every key that is here, and give the recovery key, which is shown this once.

        The folder is unlocked then, and no longer marked for throwing away. No record is touched.

        Raises:
            WeakPassphrase: with the reason; see `vault.weakness`.
            StoreError: there is a vault already, or not enough memory; nothing has been changed.
            NotSaved, Damaged: nothing has been changed.
            Failed: whether there is a vault now is not known; where there is, the passphrase opens it.

        """
        refuse_weak(passphrase)
        return self._with_new_vault(lambda file: rewrapping.with_vault(file, passphrase, cost))

    def note_recovery(self) -> None:
        """The person has the recovery key, on paper. Raises Locked, NotSaved or Failed."""

        def noted(file: KeysFile) -> KeysFile:
            self.keys.unlocked_for(file)
            return replace(file, vault=replace(rewrapping.vault_of(file), recovery_noted=True))

        self.keys.change(noted)

    def unlock(self, passphrase: str) -> None:
        """Open the vault; closed records stay shut. Raises WrongPassphrase, Damaged or Missing (no vault)."""
        found = rewrapping.vault_of(self.keys.file())
        self._take(Unlocked(found, by_passphrase(found, passphrase)))

    def unlock_with_recovery(self, recovery_key: str) -> None:
        """Open the vault by the printed key; a new passphrase is to be set then (`change_passphrase`).

        Raises Misread (it names the group that is not as printed), WrongPassphrase, Damaged or Missing.
        """
        found = rewrapping.vault_of(self.keys.file())
        self._take(Unlocked(found, by_recovery(found, recovery_key)))

    def lock(self) -> None:
        """Let go of every key. A record that is open stays open: close it first."""
        self.keys.unlocked = None

    def change_passphrase(self, old_or_recovery: str, new: str, *, cost: Cost = _FULL_COST) -> None:
        """Let another passphrase open the vault. The recovery key stays; whether it is locked stays too.

        Raises:
            WeakPassphrase: with the reason.
            WrongPassphrase, Damaged, Missing, NotSaved: nothing has been changed.
            Failed: whether the old or the new one counts is not known; one of them opens the vault.

        """
        refuse_weak(new)
        self.keys.change(lambda file: rewrapping.with_passphrase(file, old_or_recovery, new, cost))

    def rotate(self, passphrase: str, *, cost: Cost = _FULL_COST) -> str:
        """Replace the vault's own keys, and give the new recovery key; the old one opens nothing any more.

        The passphrase stays. The folder is unlocked then, and closed records are shut. The keys of the files
        stay too: whoever had opened an old copy of the folder goes on reading that copy.

        Raises WrongPassphrase, Damaged, Missing, NotSaved (nothing has been changed), and Failed (not known; the
        passphrase opens it either way).
        """
        return self._with_new_vault(lambda file: rewrapping.rotated(file, passphrase, cost))

    def unlock_closed(self, record_id: str, passphrase: str) -> None:
        """Put the keys of a conference's closed record, and of its drafts, into memory (BA-11).

        In a folder without a vault nothing is needed, and nothing is done.

        Raises Locked (unlock the vault first), WrongPassphrase or Damaged.
        """
        file = self.keys.file()
        if file.vault is None:
            return
        keeping = self.keys.unlocked_for(file)
        opening = Unlocked(file.vault, by_passphrase(file.vault, passphrase), with_private=True)
        for file_id in self.keys.family(record_id):
            if file_id in file.keys and file.keys[file_id].wrap == "closed":
                keeping.keep(file_id, opening.unwrap(file_id, file.keys[file_id]))

    def forget_closed(self) -> None:
        """Let go of the keys of every closed record: each is read again only with the passphrase (BA-11)."""
        if self.keys.unlocked:
            self.keys.unlocked.forget_all()

    @contextmanager
    def with_closed(self, record_id: str, passphrase: str) -> Iterator[None]:
        """As `unlock_closed`, while it lasts. A key that was in memory before, as of an open slot, stays there.

        Raises as `unlock_closed` does.
        """
        file_ids = self.keys.family(record_id)
        keeping = self.keys.unlocked
        not_before = [each for each in file_ids if keeping and not keeping.keeps(each)]
        try:
            self.unlock_closed(record_id, passphrase)
            yield
        finally:
            if keeping:
                keeping.forget(*not_before)

    def signing_key(self) -> Ed25519PrivateKey:
        """The key that signs the close of a conference; one for each folder, made when it is first needed.

        Raises Locked, Damaged, NotSaved or Failed.
        """
        return Ed25519PrivateKey.from_private_bytes(self.keys.make("signing").secret)

    # --- Erasing ----------------------------------------------------------------------------------------

    def erase(
        self, record_id: str, *, ref: str, count: int, head: str, reason: str, by: str, at: datetime
    ) -> Erasure:
        """Destroy every key of a conference and remove its files; the stub that is given back is kept.

        Args:
            record_id: which.
            ref: its reference.
            count: how many entries it has.
            head: the hash of the last of them, hexadecimal.
            reason: why it is erased.
            by: who erases it.
            at: when, with the offset of the clock.

        Raises Missing, InUse, Locked, NotSaved or Failed. What a crash or an error left undone is done by erasing
        it again, and by the next `unlock`; the stub is the one of the first time.

        """
        stub = Erasure(ref=ref, record=record_id, count=count, head=head, reason=reason, by=by, at=at)
        return erasing.erase(self, stub)

    def _take(self, unlocked: Unlocked) -> None:
        self.keys.unlocked = unlocked
        erasing.finish(self)

    def _with_new_vault(self, how: Callable[[KeysFile], tuple[KeysFile, Unlocked, str]]) -> str:
        made: list[tuple[Unlocked, str]] = []

        def change(file: KeysFile) -> KeysFile:
            after, unlocked, recovery_key = how(file)
            made.append((unlocked, recovery_key))
            return after

        self.keys.change(change)
        unlocked, recovery_key = made[0]
        self._take(unlocked)
        return recovery_key

    def _belonging_to(self, record_id: str, kind: Kind) -> str | None:
        name = self.keys.name_of(kind, record_id)
        return name.file_id if name and self.has(name.file_id) else None

    def _changed(self, file_id: str) -> float:
        path = self.file(file_id)
        return path.stat().st_mtime if path.exists() else 0.0
