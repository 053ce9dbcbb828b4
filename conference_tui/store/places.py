"""Where records must not lie: on a drive of another machine.

There a lock may not be kept between two computers, and "on the disk" is what the server says. So such a folder is
refused, with the reason. What cannot be found out is not refused.
"""

import re
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import NamedTuple

from conference_tui.store.errors import NotSaved

_NETWORK = {
    *(
        "afpfs",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "coda",
        "davfs",
        "gfs2",
        "glusterfs",
        "gpfs",
        "lustre",
        "ncpfs",
        "nfs",
    ),
    *("nfs4", "ocfs2", "orangefs", "smb", "smb2", "smb3", "smbfs", "webdav"),
}
_FUSE = {
    *(
        "ceph-fuse",
        "curlftpfs",
        "davfs",
        "davfs2",
        "gcsfuse",
        "glusterfs",
        "gvfsd-fuse",
        "juicefs",
        "rclone",
        "s3fs",
    ),
    *("smbnetfs", "sshfs"),
}
"""What follows `fuse.` in the type of a drive that a program serves."""

_WINDOWS_REMOTE = 4


class Mount(NamedTuple):
    """A drive as the system lists it: where it hangs, its type, and what it is."""

    point: str
    kind: str
    source: str
    local: bool | None = None
    """Whether the system says that it is of this machine; None where it does not say."""

    @property
    def is_of_another_machine(self) -> bool:
        """Whether what is written there goes over a network, as far as the type tells."""
        kind = self.kind.lower()
        if kind.startswith("fuse"):
            served_by = kind.partition(".")[2]
            return served_by in _FUSE or bool(re.match(r"[a-z][a-z0-9+.-]*://", self.source))
        return kind in _NETWORK or (self.local is False and kind != "autofs")


def refuse_network_drive(path: Path) -> None:
    """Raises NotSaved, with the reason, when a folder lies (or would lie) on another machine's drive."""
    if kind := network_drive(path):
        raise NotSaved(
            f"{path} is on a network drive ({kind}). Records are not kept there: two computers could write at the "
            "same time, and nobody could promise that what is saved is on a disk. Nothing has been changed. Choose "
            "a folder on this computer's own disk with --store; copies for the archive may lie on a network drive."
        )


def network_drive(path: Path) -> str:
    """The type of the network drive that a path is on; empty when it is on none, or that cannot be found out."""
    try:
        where = path.expanduser().absolute().resolve()
    except (OSError, RuntimeError):  # a loop of links, a folder that is gone: whoever opens it will say so
        return ""
    if sys.platform == "win32":
        return windows_drive(where)
    mount = mount_of(where, _mounts())
    return mount.kind if mount and mount.is_of_another_machine else ""


def mount_of(path: PurePath, mounts: Iterable[Mount]) -> Mount | None:
    """The drive that a path is on: the nearest above it, and of several at one place the last."""
    above = {str(each) for each in (path, *path.parents)}
    found = None
    for mount in mounts:
        if mount.point in above and (found is None or len(mount.point) >= len(found.point)):
            found = mount
    return found


def read_mountinfo(text: str) -> list[Mount]:
    """The drives in Linux's `/proc/self/mountinfo` (proc(5))."""
    mounts = []
    for line in text.split("\n"):
        before, _, after = line.partition(" - ")
        fields, kind_and_source = before.split(" "), after.split(" ")
        if len(fields) >= 6 and len(kind_and_source) >= 2:
            point, source = _unescaped(fields[4]), _unescaped(kind_and_source[1])
            mounts.append(Mount(point, kind_and_source[0], source))
    return mounts


def read_mac_mounts(text: str) -> list[Mount]:
    """The drives in what `mount` says on a Mac: `SOURCE on POINT (TYPE, OPTION, …)`."""
    mounts = []
    for line in text.split("\n"):
        if found := re.fullmatch(r"(.*?) on (/.*) \(([^()]*)\)", line):
            source, point, said = found.groups()
            kind, *options = said.split(", ")
            mounts.append(Mount(point, kind, source, local="local" in options))
    return mounts


def _unescaped(field: str) -> str:
    r"""`\040` is a space there, and so on."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def _mounts() -> list[Mount]:
    try:
        if sys.platform == "darwin":
            import subprocess

            said = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False)
            return read_mac_mounts(said.stdout)
        # Names of drives are bytes; those that are no text are kept as they are, as in a path.
        return read_mountinfo(Path("/proc/self/mountinfo").read_text(errors="surrogateescape"))
    except (OSError, ValueError):
        return []


def windows_drive(path: PurePath) -> str:
    """The share, or the letter it is connected to, that a path on Windows is on; empty on a drive of its own."""
    drive = path.drive
    if re.match(r"\\\\(\?\\UNC\\|[^?.])", drive, re.IGNORECASE):
        return drive
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _WINDOWS_REMOTE:
            return drive
    return ""
