"""A folder on another machine's drive is refused with a reason (issue: privacy of the program itself)."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from conference_tui.store import places
from conference_tui.store.errors import NotSaved

MOUNTINFO = r"""
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:20 / /proc rw - proc proc rw
30 22 0:40 / /home/ines/Desk\040drive rw shared:3 - nfs4 files.larkmoor.example:/desks rw,vers=4.2
31 22 0:41 / /mnt/share rw master:7 - cifs //files/share rw
32 22 0:42 / /home/ines/far rw - fuse.sshfs ines@files: rw
33 22 0:43 / /home/ines/safe rw - fuse.gocryptfs /home/ines/.safe rw
34 22 0:44 / /mnt/dav rw - fuse https://files.larkmoor.example/dav rw
35 22 0:45 / /mnt/host rw - 9p drvfs rw
36 22 0:46 / /mnt/both rw - ext4 /dev/sdb1 rw
37 36 0:47 / /mnt/both rw - nfs 10.0.0.1:/both rw
38 31 8:3 / /mnt/share/stick rw - vfat /dev/sdc1 rw
39 22 0:48 / /mnt/cluster rw - fuse.glusterfs files:/volume rw
40 22 0:49 / /encrypted rw - ext4 /dev/mapper/home rw
a line that is no drive
"""

MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
//ines@files/Desk%20drive on /Volumes/Desk drive (smbfs, nodev, nosuid, mounted by ines)
/dev/disk4s1 on /Volumes/Stick (old) (msdos, local, nodev, nosuid)
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/ines/Desk drive", "nfs4"),
        ("/home/ines/Desk drive/conferences/of/2026", "nfs4"),
        ("/mnt/share/x", "cifs"),
        ("/home/ines/far/x", "fuse.sshfs"),
        ("/mnt/dav/x", "fuse"),
        ("/mnt/both/x", "nfs"),
        ("/mnt/cluster/x", "fuse.glusterfs"),
    ],
)
def test_a_path_on_a_network_drive_is_told_from_what_the_system_lists(path: str, kind: str) -> None:
    mount = places.mount_of(PurePosixPath(path), places.read_mountinfo(MOUNTINFO))
    assert mount is not None
    assert mount.is_of_another_machine
    assert mount.kind == kind


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/home/ines/Desk",
        "/home/ines/Desk drives",
        "/home/ines/safe/x",
        "/mnt/host/x",
        "/mnt/share/stick/x",
        "/encrypted",
    ],
)
def test_a_path_on_a_drive_of_this_machine_passes(path: str) -> None:
    mount = places.mount_of(PurePosixPath(path), places.read_mountinfo(MOUNTINFO))
    assert mount is not None
    assert not mount.is_of_another_machine


@pytest.mark.parametrize(
    ("path", "is_far"),
    [
        ("/Volumes/Desk drive/x", True),
        ("/Users/ines", False),
        ("/System/Volumes/Data/home", False),
        ("/Volumes/Stick (old)/x", False),
    ],
)
def test_on_a_mac_the_system_itself_says_what_is_local(path: str, is_far: bool) -> None:
    mount = places.mount_of(PurePosixPath(path), places.read_mac_mounts(MAC))
    assert mount is not None
    assert mount.is_of_another_machine is is_far


@pytest.mark.parametrize(
    ("path", "drive"),
    [
        (r"\\files\desks\conferences", r"\\files\desks"),
        (r"\\?\UNC\files\desks\conferences", r"\\?\UNC\files\desks"),
        (r"\\?\C:\Users\ines", ""),
        (r"C:\Users\ines", ""),
    ],
)
def test_on_windows_a_share_is_told_by_its_name(path: str, drive: str) -> None:
    assert places.windows_drive(PureWindowsPath(path)).rstrip("\\") == drive


def test_what_the_system_does_not_list_is_not_refused() -> None:
    assert places.mount_of(PurePosixPath("/home"), places.read_mountinfo("")) is None


def test_a_folder_of_this_machine_passes_also_before_it_is_made(tmp_path: Path) -> None:
    places.refuse_network_drive(tmp_path)
    places.refuse_network_drive(tmp_path / "not" / "yet")
    (tmp_path / "loop").symlink_to("loop")
    places.refuse_network_drive(tmp_path / "loop" / "store")


def test_a_network_drive_is_refused_with_the_reason_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    far = [places.Mount("/", "ext4", "/dev/sda1"), places.Mount(str(tmp_path), "nfs4", "files:/desks")]
    monkeypatch.setattr(places, "_mounts", lambda: far)
    with pytest.raises(NotSaved, match=r"network drive \(nfs4\).*Nothing has been changed.*--store"):
        places.refuse_network_drive(tmp_path / "store")
    (tmp_path / "near").symlink_to("/")
    places.refuse_network_drive(tmp_path / "near" / "store")
