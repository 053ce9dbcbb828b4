"""Whether a record is what it was: its chain, its seals and signatures, and a sheet of paper beside it.

Whoever has the keys of a folder can write a whole new history and seal it. What left the machine they cannot change:
that is what a sheet is for.
"""

from collections.abc import Iterator
from typing import TypeVar

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.store import signatures
from conference_tui.store.errors import Damaged, WrongKey
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

NOT_AS_SEALED = "The record is not the one that was sealed. Keep the folder as it is, and compare a backup."


_OF_A_SLOT_ELSEWHERE = (
    "A closed slot was held before the import. Its record does not come with an archive: it stays in the folder "
    "where the slot was held."
)

_Kind = TypeVar("_Kind", bound=e.Event)


class Verdict(Struct, frozen=True, kw_only=True):
    """What was found."""

    intact: bool
    """False also where a sheet that was given could not be compared."""
    sentences: tuple[str, ...]
    """To the person: what fits, what does not, and what cannot be told."""


class _Finding(Struct, frozen=True):
    fits: bool
    words: str


def verify(folder: Folder, record_id: str, sheet: str = "") -> Verdict:
    """Check a conference's record and, where one is given, a sheet ("412 7QK2-9F4M-…") against it.

    Raises Missing, Locked and NotSaved: then nothing could be looked at.
    """
    try:
        with Record.open(folder, record_id, readonly=True) as record:
            check = _Check(folder, record)
            found = [*check.findings(), *(check.sheet(sheet) if sheet else ())]
    except (Damaged, WrongKey) as error:
        unread = ["The sheet was not compared."] if sheet else []
        return Verdict(intact=False, sentences=(str(error), *unread))
    return Verdict(intact=all(each.fits for each in found), sentences=tuple(each.words for each in found))


class _Check:
    """One record while it is looked at."""

    def __init__(self, folder: Folder, record: Record) -> None:
        self._folder = folder
        self._record = record
        self._seals: list[tuple[int, e.Sealed]] = []
        self._imports: list[e.RecordImported] = []
        self._last_slot = 0
        """The place at which the last closed slot began; 0 where there was none."""
        for place, entry in enumerate(record.events(), start=1):
            event = entry.get("event")
            kind = event.get("type") if isinstance(event, dict) else None
            if kind == e.Sealed.__name__:
                self._seals.append((place, _understood(event, e.Sealed)))
            elif kind == e.RecordImported.__name__:
                imported = _understood(event, e.RecordImported)
                self._imports += [imported] if imported.count == place - 1 else []
            elif kind == e.ClosedSlotBegan.__name__:
                self._last_slot = place
        self._imported = max((each.count for each in self._imports), default=0)
        """How many entries came out of an archive: their hashes were those of another file."""

    def findings(self) -> Iterator[_Finding]:
        """What the record itself shows."""
        count = self._record.count
        yield _Finding(True, f"All {count:,} entries are whole, in their order, and as they were saved.")
        if self._record.warning:
            yield _Finding(True, self._record.warning)
        if self._imported:
            yield _Finding(True, self._of_the_import())
        yield from self._of_the_seals()
        if self._last_slot > self._imported:
            yield self._of_the_closed_slot()
        elif self._last_slot:
            yield _Finding(True, _OF_A_SLOT_ELSEWHERE)
        for place, each in self._seals:
            if each.signature:
                yield self._of_the_signature(place, each)

    def sheet(self, typed: str) -> Iterator[_Finding]:
        """What a seal copied from paper shows."""
        try:
            count, letters = seal.read(typed)
        except ValueError as wrong:
            yield _Finding(False, f"The sheet was not compared. {wrong}")
            return
        if count <= self._imported:
            yield self._sheet_from_before(count, letters)
            return
        here = self._record.hash_of(count)
        if here is None:
            has = f"the record has {self._record.count:,}"
            yield _Finding(
                False, f"The sheet is of {count:,} entries, and {has}: what came after is not in it."
            )
        elif seal.short(here) == letters:
            yield _Finding(
                True, f"The sheet fits: entry {count:,} and everything before it is as it was then."
            )
        else:
            words = f"The sheet does not fit: the record has {seal.line(count, here)}."
            yield _Finding(False, f"{words} {NOT_AS_SEALED}")

    def _of_the_import(self) -> str:
        last = next(each for each in self._imports if each.count == self._imported)
        head = f" Its seal was {seal.line(last.count, last.head)}." if last.head else ""
        return (
            f"The first {self._imported:,} entries came out of an archive.{head} Seals from before cannot be "
            "compared here: only the record that they came from can."
        )

    def _of_the_seals(self) -> Iterator[_Finding]:
        own = [(place, each) for place, each in self._seals if place > self._imported]
        wrong = [each for _, each in own if each.head != self._record.hash_of(each.count)]
        for each in wrong:
            letters = seal.line(each.count, each.head) if each.head else "without letters"
            words = f"The seal of entry {each.count:,} ({letters}) does not fit the record."
            yield _Finding(False, f"{words} {NOT_AS_SEALED}")
        if own and not wrong:
            seals = "The seal fits" if len(own) == 1 else f"All {len(own)} seals fit"
            yield _Finding(True, f"{seals} the entries before.")
        if not self._seals:
            yield _Finding(True, "There is no seal yet: the first follows the first decision.")

    def _of_the_closed_slot(self) -> _Finding:
        """Whether its record is there: what is in it opens with the passphrase only (BA-11)."""
        if self._folder.closed_record_of(self._record.id):
            return _Finding(
                True,
                "The closed slot's record is here; what is in it was not looked at. "
                "“conference closed”, with the passphrase, checks it and prints it.",
            )
        return _Finding(False, "A closed slot was held, and its record is not here. Look for it in a backup.")

    def _of_the_signature(self, place: int, sealed: e.Sealed) -> _Finding:
        signed = self._id_at(place), sealed.count, sealed.head
        if not signatures.is_good(sealed.key, sealed.signature, *signed):
            return _Finding(False, f"The signature of the close does not fit. {NOT_AS_SEALED}")
        whose = "this folder" if sealed.key == self._own_key() else f"another folder ({sealed.key[:16]}…)"
        return _Finding(True, f"The close is signed with the key of {whose}.")

    def _id_at(self, place: int) -> str:
        """The id that the record had when this entry was made: the first import that covers it names it."""
        covering = (each.record for each in self._imports if place <= each.count)
        return next(covering, self._record.id)

    def _own_key(self) -> str:
        """The public key of the folder's signatures; nothing is made, and a folder that is read-only will do."""
        name = self._folder.keys.name_of("signing")
        if name is None:
            return ""
        secret = self._folder.keys.find(name.file_id).secret
        return signatures.public(Ed25519PrivateKey.from_private_bytes(secret))

    def _sheet_from_before(self, count: int, letters: str) -> _Finding:
        came = [each for place, each in self._seals if place <= self._imported]
        both: tuple[e.Sealed | e.RecordImported, ...] = (*came, *self._imports)
        heads = [each.head for each in both if each.count == count and each.head]
        if any(seal.short(head) == letters for head in heads):
            # No proof: whoever alters an archive leaves its seals as they are.
            return _Finding(
                False,
                f"The sheet names the seal of entry {count:,} that came with the archive. Whether the entries are "
                "those, only the record that they came from can tell.",
            )
        if heads:
            return _Finding(
                False, f"The sheet does not fit the seal of entry {count:,} that came with the archive."
            )
        return _Finding(
            False,
            f"The sheet was not compared: entry {count:,} came out of an archive, and no seal of it came along.",
        )


def _understood(event: object, kind: type[_Kind]) -> _Kind:
    try:
        return msgspec.convert(event, kind)
    except msgspec.ValidationError:
        raise Damaged(
            f"An entry of the kind {kind.__name__} is not as this version writes it. Nothing has been changed. "
            "Compare a backup, or use the version that wrote it."
        ) from None
