"""Putting a document on paper, and saying honestly what became of it; opening it on the screen.

The document goes to `lp` through its standard input, from memory, under a neutral title: the printer's panel and the queue, which
others see, then show no file name and no family.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path

import msgspec
from msgspec.structs import replace

from conference_tui.documents import cups

TITLE = "Document"
"""What the queue and the printer's panel show."""
PATIENCE = 60.0
"""Seconds for which a job is watched before it is left to the printer."""

_LOOK_AGAIN = 0.25
_NO_LP = (
    "Nothing was printed: this computer has no lp, the program that hands documents to a printer. "
    "On Debian and Ubuntu the package cups-client brings it, on Fedora cups. Until then, open the document and print it from there."
)
_NO_PRINTER = (
    "Nothing was printed: no printer is set up on this computer. "
    "Set one up in the computer's settings, or open the document and print it from another one."
)


class Fate(StrEnum):
    """What became of a document that was to be printed."""

    PRINTED = "printed"
    WAITING = "waiting"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NO_PRINTER = "no printer"
    NO_PROGRAM = "no lp"


class Printing(msgspec.Struct, frozen=True):
    """What became of one document: its fate, and the sentence that tells it to the person."""

    fate: Fate
    told: str
    job: str = ""
    """The queue's own name of the job, by which it can be cancelled; empty where there is none."""


class Queue(msgspec.Struct, frozen=True):
    """A printer that can be chosen."""

    name: str
    default: bool


class CannotOpen(OSError):
    """The file could not be shown; the message is a sentence with the file's place in it."""


class UnderPassphrase(ValueError):
    """A document that was made for sending; the message is a sentence to the person."""


def queues() -> tuple[Queue, ...]:
    """The printers of this computer, the usual one first; none where there is none, or no lp."""
    try:
        names = _run("lpstat", "-e").stdout.split()
        default = re.search(r"destination: (\S+)", _run("lpstat", "-d").stdout)
    except FileNotFoundError:
        return ()
    usual = default[1] if default else names[0] if len(names) == 1 else ""
    return tuple(sorted((Queue(name, name == usual) for name in names), key=lambda queue: not queue.default))


def print_file(
    path: Path, queue: str, *, patience: float = PATIENCE, watched: Callable[[str], None] | None = None
) -> Printing:
    """As `print_document`, for a document that lies in a file. Raises OSError where it cannot be read."""
    if not shutil.which("lp"):  # said before anything is read
        return Printing(Fate.NO_PROGRAM, _NO_LP)
    return print_document(path.read_bytes(), queue, patience=patience, watched=watched)


def print_document(
    document: bytes,
    queue: str,
    *,
    patience: float = PATIENCE,
    watched: Callable[[str], None] | None = None,
    began: Callable[[str], None] | None = None,
) -> Printing:
    """Print on both sides of A4, and watch the job to its end or for `patience` seconds.

    The document goes through a pipe and lies in no file of this program. `watched` is called with a sentence
    whenever there is news. Blocks: call it in a thread.
    `began` is called with the name of the job once it is in the queue.
    Only a job that the scheduler itself calls completed is said to be printed.
    """
    if not shutil.which("lp"):
        return Printing(Fate.NO_PROGRAM, _NO_LP)
    if not queues():
        return Printing(Fate.NO_PRINTER, _NO_PRINTER)
    options = ("-d", queue, "-t", TITLE, "-o", "sides=two-sided-long-edge", "-o", "media=A4", "-")
    sent = _run("lp", *options, given=document)
    number = re.search(r"request id is .*-(\d+)\b", sent.stdout)
    if sent.returncode != 0 or number is None:
        why = " ".join((sent.stderr or sent.stdout).split()).removeprefix("lp: ")
        return Printing(
            Fate.FAILED, f"Nothing was printed: the printer {queue} did not take it. {why}".strip()
        )
    job = f"{queue}-{number[1]}"
    if began:
        began(job)
    return replace(_watch(queue, int(number[1]), patience, watched), job=job)


def cancel(job: str) -> str:
    """Take a job out of the queue, with what the scheduler keeps of its pages; gives a sentence to the person."""
    try:
        done = _run("cancel", "-x", job)
    except FileNotFoundError:
        return _NO_LP
    if done.returncode:
        why = " ".join((done.stderr or done.stdout).split()).removeprefix("cancel: ")
        return f"It could not be cancelled: {_sentence(why) or 'the scheduler gives no reason.'}"
    return "Cancelled: nothing more of it is printed, and nothing of it stays in the queue."


def one_job(documents: Sequence[bytes]) -> bytes:
    """Several PDFs as one, each beginning on a sheet of its own when both sides are printed. Raises UnderPassphrase."""
    import io

    import pikepdf  # a tenth of a second: only when something is printed

    out = io.BytesIO()
    with pikepdf.new() as together:
        for document in documents:
            try:
                pdf = pikepdf.open(io.BytesIO(document))
            except pikepdf.PasswordError:
                raise UnderPassphrase(
                    "Nothing was printed: the last copies were made under a passphrase, for sending. "
                    "m makes them again, without one."
                ) from None
            with pdf:
                together.pages.extend(pdf.pages)
                if len(pdf.pages) % 2:
                    together.add_blank_page(page_size=(595, 842))
        together.save(out, deterministic_id=True)
    return out.getvalue()


def open_file(path: Path) -> None:
    """Show the file in the program that this computer uses for its kind. Raises CannotOpen."""
    if sys.platform == "win32":
        os.startfile(path)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    if opener == "xdg-open" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise CannotOpen(f"There is no desktop here to show it on. The document is safe: {path}")
    try:
        shown = subprocess.Popen(
            [opener, str(path)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except FileNotFoundError:
        raise CannotOpen(
            f"This computer has no {opener}, which shows files (Debian and Ubuntu: package xdg-utils). "
            f"The document is safe: {path}"
        ) from None
    try:
        status = shown.wait(timeout=2)
    except subprocess.TimeoutExpired:
        return  # it stays until the viewer is closed
    if status != 0:
        raise CannotOpen(f"No program on this computer shows such files. The document is safe: {path}")


def _watch(queue: str, number: int, patience: float, watched: Callable[[str], None] | None) -> Printing:
    until = time.monotonic() + patience
    news = ""
    while True:
        try:
            job = cups.job(number)
            printer = cups.printer(queue)
        except cups.NoAnswer as silence:
            return Printing(
                Fate.UNKNOWN,
                f"The document was handed to the printer {queue}, but the computer does not say whether it was "
                f"printed ({silence}). Look at the printer.",
            )
        ended = _ended(queue, job, printer)
        if ended:
            return ended
        current = job.message or printer.message
        if current != news:
            news = current
            if watched:
                watched(f"{queue}: {current or 'printing'}")
        if time.monotonic() >= until:
            return Printing(Fate.WAITING, _waiting(queue, current or "The printer has not finished."))
        time.sleep(_LOOK_AGAIN)


def _ended(queue: str, job: cups.Job, printer: cups.Printer) -> Printing | None:
    why = _sentence(job.message or printer.message)
    match job.state:
        case cups.JobState.COMPLETED:
            return Printing(Fate.PRINTED, f"Printed: the printer {queue} has taken the whole document.")
        case cups.JobState.ABORTED:
            return Printing(Fate.FAILED, f"Not printed: {queue} gave up. {why} The document is safe.")
        case cups.JobState.CANCELLED:
            return Printing(
                Fate.FAILED, f"Not printed: the job on {queue} was cancelled. The document is safe."
            )
        case cups.JobState.HELD:
            return Printing(Fate.WAITING, _waiting(queue, "The job is held until somebody releases it."))
        case cups.JobState.STOPPED:
            return Printing(Fate.WAITING, _waiting(queue, why or "The job was stopped."))
        case cups.JobState.PENDING if printer.stopped:
            return Printing(
                Fate.WAITING, _waiting(queue, f"The printer is stopped. {_sentence(printer.message)}")
            )
    return None


def _waiting(queue: str, why: str) -> str:
    return (
        f"Not printed yet: the document waits for {queue}. {_sentence(why)} It stays in the queue until then."
    )


def _sentence(words: str) -> str:
    words = words.strip()
    return words if not words or words.endswith((".", "!", "?")) else f"{words}."


def _run(*command: str, given: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run it with what it is given on its input, and with answers in English, which are read here."""
    done = subprocess.run(
        command, input=given, capture_output=True, check=False, env={**os.environ, "LC_ALL": "C"}
    )
    answer, trouble = (told.decode(errors="replace") for told in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(command, done.returncode, answer, trouble)
