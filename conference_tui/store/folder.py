"""The folder in which a person's conferences lie: 0700, and no file's name tells anything."""

import re
import stat
import sys
from pathlib import Path
from typing import Self

from conference_tui.store import disk, log_files
from conference_tui.store.errors import Missing, NotSaved
from conference_tui.store.keys import RECORD_SUFFIX, Keys, Kind

_LEFT_BY_A_CRASH_BEFORE_THE_FIRST_KEY = {"keys.lock", "keys.json.tmp"}
_FILE_ID = re.compile("[0-9a-f]{32}")


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
    def at(cls, given: str | Path | None = None) -> Self:
        """The folder that was asked for (`--store`, `CONFERENCE_STORE`), else the platform's own.

        It is made where it is not there yet. Raises NotSaved where that cannot be done, or where strangers
        may look into a folder that has other things in it.
        """
        path = Path(given).expanduser().absolute() if given else _platform_folder()
        if not path.is_dir():
            _make(path)
        elif sys.platform != "win32" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            _close_to_others(path)
        return cls(path)

    def conferences(self) -> list[str]:
        """Ids of the conference records here, the last changed first; closed slots' are not among them."""
        ids = [key.file_id for key in self.keys.all() if key.kind == "conference" and self.has(key.file_id)]
        return sorted(ids, key=lambda file_id: (-self._changed(file_id), file_id))

    def closed_record_of(self, record_id: str) -> str | None:
        """The id of the closed slot's record of a conference, if it has one (BA-11)."""
        return self._belonging_to(record_id, "closed")

    def without_key(self) -> list[str]:
        """The ids of files here that no key opens, so that a home screen can say that they are there."""
        known = {key.file_id for key in self.keys.all()}
        return sorted({path.stem for path in self.path.glob(f"*{RECORD_SUFFIX}")} - known)

    def file(self, file_id: str) -> Path:
        """Where a record lies. Raises Missing for what is no id."""
        if not _FILE_ID.fullmatch(file_id):
            raise Missing(
                f"{file_id!r} is not the id of a record (32 of 0-9 and a-f). Nothing has been changed."
            )
        return self.path / f"{file_id}{RECORD_SUFFIX}"

    def has(self, file_id: str) -> bool:
        """Whether a record of this id is, or had been, here."""
        return log_files.is_there(self.file(file_id))

    def drafts_of(self, record_id: str) -> str | None:
        """The id of the file of unfinished typing of a record, if it has one."""
        return self._belonging_to(record_id, "drafts")

    def _belonging_to(self, record_id: str, kind: Kind) -> str | None:
        key = self.keys.belonging_to(record_id, kind)
        return key.file_id if key and self.has(key.file_id) else None

    def _changed(self, file_id: str) -> float:
        path = self.file(file_id)
        return path.stat().st_mtime if path.exists() else 0.0


def _platform_folder() -> Path:
    from platformdirs import user_data_path  # not needed where a folder is given

    return user_data_path("conference-tui", appauthor=False)


def _make(path: Path) -> None:
    try:
        path.mkdir(mode=disk.PRIVATE_FOLDER, parents=True)
        disk.make_names_durable(path.parent)
    except OSError as error:
        raise NotSaved(
            f"The folder {path} cannot be made ({error.strerror}). Nothing has been changed. "
            "Choose another with --store."
        ) from error


def _close_to_others(path: Path) -> None:
    """Take other people's rights from a folder that is ours or empty; any other is not ours to change."""
    refusal = (
        f"Other people of this computer may look into {path}, and it is not a folder of conferences. Nothing "
        "has been changed. Choose an empty or a new folder with --store."
    )
    try:
        names = {child.name for child in path.iterdir()}
        if "keys.json" not in names and not names <= _LEFT_BY_A_CRASH_BEFORE_THE_FIRST_KEY:
            raise NotSaved(refusal)
        path.chmod(disk.PRIVATE_FOLDER)
    except OSError as error:
        raise NotSaved(refusal) from error
