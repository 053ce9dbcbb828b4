"""Unfinished typing, so that a sentence that nobody submitted yet survives a crash too.

A draft is whatever stands in one field. Drafts lie in a file of their own with a key of its own, because what
a person deletes before submitting it was never said: `discard` destroys that key.
"""

from contextlib import suppress
from pathlib import Path
from typing import Any, Self

from conference_tui.store import disk, log_files, plain_json
from conference_tui.store.errors import Damaged, StoreError
from conference_tui.store.folder import Folder
from conference_tui.store.frames import Seal
from conference_tui.store.log import Log
from conference_tui.store.seals import seal_of


class Drafts:
    """The unfinished typing of one record (of the conference, or of its closed slot; never of both).

    Or of a folder: where a conference is set up that has no record yet.
    """

    def __init__(self, folder: Folder, file_id: str, log: Log) -> None:
        self._folder = folder
        self._file_id = file_id
        self._log = log
        self._texts: dict[str, str] = {}
        self.warning = log.warning
        """What was found when the file was opened, as a sentence; empty when all was well."""
        for payload in log.take_payloads():
            self._apply(plain_json.decode(payload))

    @classmethod
    def open(cls, folder: Folder, record_id: str = "") -> Self:
        """Open the drafts of a record, or without one those of the folder, making the file where there is none.

        A file in which nothing is unfinished any more is destroyed and begun anew, so it does not grow for
        ever. A damaged file is kept beside a new one that goes on with what could still be read; `warning` then
        says so. Raises Missing (no such record), InUse, WrongKey, NotSaved.
        """
        drafts = cls._open(folder, record_id)
        if drafts._log.seq and not drafts._texts:
            drafts.discard()
            drafts = cls._open(folder, record_id)
        return drafts

    @classmethod
    def _open(cls, folder: Folder, record_id: str) -> Self:
        if record_id:
            folder.keys.find(record_id)
        key = folder.keys.make("drafts", record_id or None)
        path, seal = folder.file(key.file_id), seal_of(key)
        with disk.told(path):
            is_there = log_files.is_there(path)
        try:
            return cls(folder, key.file_id, Log.open(path, seal) if is_there else Log.create(path, seal))
        except Damaged:
            return cls._rescued(folder, key.file_id, path, seal)

    @classmethod
    def _rescued(cls, folder: Folder, file_id: str, path: Path, seal: Seal) -> Self:
        """Go on in a new file with what is whole before the damage: nothing was promised to be in it for ever."""
        texts: dict[str, str] = {}
        with suppress(StoreError):
            log = Log.open(path, seal, rescue=True)
            rescued = cls(folder, file_id, log)
            texts = rescued.all()
            rescued.close()
        log_files.set_aside(path)
        drafts = cls(folder, file_id, Log.create(path, seal))
        if texts:
            drafts._save(texts)
        drafts.warning = (
            "The file of unfinished typing was damaged. What could be read of it is in its fields again; the last "
            "words may be missing. Nothing that was recorded is touched."
        )
        return drafts

    def put(self, field: str, text: str) -> None:
        """Keep what stands in a field; on the disk when this returns. Raises NotSaved or Failed."""
        if text != self._texts.get(field, ""):
            self._save({field: text})

    def clear(self, field: str) -> None:
        """The field has been submitted or emptied. Raises NotSaved or Failed."""
        self.put(field, "")

    def all(self) -> dict[str, str]:
        """Every field with unfinished typing, and its text."""
        return dict(self._texts)

    def discard(self) -> None:
        """Close, and destroy the key and the file: for good, at the end of a conference."""
        self.close()
        log_files.remove(self._folder.file(self._file_id))
        self._folder.keys.forget(self._file_id)

    def close(self) -> None:
        """Let go of the file and its lock; closing twice does no harm."""
        self._log.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _save(self, changed: dict[str, str]) -> None:
        self._log.append(plain_json.encode(changed))
        self._apply(changed)

    def _apply(self, changed: dict[str, Any]) -> None:
        self._texts.update(changed)
        self._texts = {field: text for field, text in self._texts.items() if text}
