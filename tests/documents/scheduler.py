"""A real CUPS scheduler of the test's own, on loopback, with printers that behave in one way each."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

import pytest

_BACKENDS = {
    # what the printer is sent, with the options it is sent with
    "takes": '[ $# -eq 0 ] && exit 0\nprintf "%s\\n%s\\n" "$3" "$5" > "{kept}/$1.txt"\nif [ $# -ge 6 ]; then cat "$6"; else cat; fi > "{kept}/$1.pdf"\n',
    "refuses": '[ $# -eq 0 ] && exit 0\necho "ERROR: The tray is empty" >&2\nexit 1\n',
}


@contextmanager
def running_scheduler() -> Iterator[Path]:
    """Runs it with the printers takes, refuses and paused; gives the folder where `takes` keeps what it gets.

    CUPS_SERVER points to it meanwhile. Skips where Debian's package cups is missing, or the user is not root.
    """
    for program, package in (("cupsd", "cups"), ("lp", "cups-client"), ("lpadmin", "cups-client")):
        if not shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin"):
            pytest.skip(f"{program} is missing: install Debian's package {package}")
    if os.geteuid() != 0:
        pytest.skip("a scheduler of one's own can be started by root only")
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as environment:
        folder = Path(name)
        environment.setenv("PATH", f"{os.environ['PATH']}:/usr/sbin")
        port = _free_port()
        environment.setenv("CUPS_SERVER", f"127.0.0.1:{port}")
        _lay_out(folder, port)
        process = subprocess.Popen(
            ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_until_it_answers(process, folder)
            _add_printers()
            yield folder / "kept"
        finally:
            process.terminate()
            process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _lay_out(folder: Path, port: int) -> None:
    folder.chmod(0o755)  # the backends run as another user
    for name in ("spool/tmp", "cache", "state/certs", "log", "kept", "programs/backend"):
        (folder / name).mkdir(parents=True)
    for name in ("kept", "cache"):
        (folder / name).chmod(0o777)
    for program in Path("/usr/lib/cups").iterdir():
        if program.name != "backend":
            (folder / "programs" / program.name).symlink_to(program)
    for name, script in _BACKENDS.items():
        backend = folder / "programs/backend" / name
        backend.write_text("#!/bin/sh\n" + script.replace("{kept}", str(folder / "kept")))
        backend.chmod(0o755)
    (folder / "cups-files.conf").write_text(
        f"ServerRoot {folder}\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\nCacheDir {folder}/cache\n"
        f"StateDir {folder}/state\nServerBin {folder}/programs\nDataDir /usr/share/cups\nSystemGroup root\n"
        f"AccessLog {folder}/log/access\nErrorLog {folder}/log/error\nPageLog {folder}/log/page\n"
    )
    (folder / "cupsd.conf").write_text(
        f"Listen 127.0.0.1:{port}\nBrowsing No\nDefaultAuthType None\nWebInterface No\nLogLevel debug\n"
        "<Location />\n  Order allow,deny\n  Allow 127.0.0.1\n</Location>\n"
        "<Location /admin>\n  Order allow,deny\n  Allow 127.0.0.1\n</Location>\n"
        "<Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n"
    )


def _wait_until_it_answers(process: subprocess.Popen[bytes], folder: Path) -> None:
    until = monotonic() + 20
    while monotonic() < until and process.poll() is None:
        answer = subprocess.run(["lpstat", "-r"], capture_output=True, text=True, check=False)
        if "not running" not in answer.stdout and "running" in answer.stdout:
            return
    log = folder / "log/error"
    pytest.fail(f"cupsd did not start: {log.read_text()[-2000:] if log.exists() else process.poll()}")


def _add_printers() -> None:
    for name, uri in (("takes", "takes:/"), ("refuses", "refuses:/"), ("paused", "takes:/")):
        command = [
            "lpadmin",
            "-p",
            name,
            "-E",
            "-v",
            uri,
            "-m",
            "raw",
            "-o",
            "printer-error-policy=abort-job",
        ]
        subprocess.run(command, capture_output=True, check=True)
    subprocess.run(["lpadmin", "-d", "takes"], capture_output=True, check=True)
    subprocess.run(["cupsdisable", "paused"], capture_output=True, check=True)
