"""Where the data folder lies and that it is for its owner alone."""

import stat
import sys
from pathlib import Path

from conference_tui.store import disk, places
from conference_tui.store.errors import NotSaved

_LEFT_BY_A_CRASH_BEFORE_THE_FIRST_KEY = {"keys.lock", "keys.json.tmp"}


def ready(given: str | Path | None) -> Path:
    """The folder that was asked for, else the platform's own; made where it is not there yet.

    Raises NotSaved where that cannot be done or seen, on a network drive, and where strangers may look into a folder
    that has other things in it.
    """
    path = Path(given).expanduser().absolute() if given else _platforms_own()
    places.refuse_network_drive(path)
    with disk.told(path):
        if not path.is_dir():
            _make(path)
        elif sys.platform != "win32" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            _close_to_others(path)
    return path


def _platforms_own() -> Path:
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
