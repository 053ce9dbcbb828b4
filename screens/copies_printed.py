"""Printing what one reader gets, as one job: only what was written and looked through, and followed to its end."""

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from conference_tui.conference.text import one_line
from conference_tui.conference.versions import Held
from screens.calm import is_there
from screens.desk import Desk
from screens.printers import Printing, find_printer
from screens.sheet_box import SheetBox

News = Callable[[str], None]
"""Tells beside a reader what became of their copies; called in a worker's thread."""


class CopiesPrinted:
    """The printing of copies, told on the desk beside each reader; the box over it stays live meanwhile."""

    def __init__(self, box: SheetBox, desk: Desk) -> None:
        self._box = box
        self._desk = desk

    def print(self, reader: str) -> None:
        """Print what a reader gets; where there are several printers, ask which."""
        box = self._box
        everything = self._desk.held(box.conference, box.meeting.procedure)
        theirs = [each for each in everything if each.copy.reader == reader]
        files = [each for each in theirs if each.still_gets and each.made.file.endswith(".pdf")]
        if not files:
            box.notify("Nothing has been made for them yet: m makes all.", markup=False)
        elif any(not each.is_current for each in files):
            box.notify(
                "What they have is out of date: m makes the next version, then print that.", markup=False
            )
        else:
            note = f"{len(files)} papers in one job, on both sides; each begins on its own sheet."
            # Of the application now: a box that was left meanwhile has none any more.
            job = partial(self._print, partial(box.app.call_from_thread, self._note, reader), reader, files)
            find_printer(box, Printing(title="Print the copies", note=note, print_on=job))

    def _print(self, news: News, reader: str, files: Sequence[Held], queue: str) -> None:
        """Print as one job and follow it to its end. Called in a worker's thread."""
        from conference_tui.documents.printing import Fate, print_document

        def began(job: str) -> None:
            self._desk.jobs[reader] = job
            news("Printing … x cancels.")

        job = self._one_job(news, files)
        if job is None:
            return
        told = print_document(job, queue, watched=news, began=began)
        if told.fate not in (Fate.WAITING, Fate.UNKNOWN):  # what waits in a queue can still be cancelled
            self._desk.jobs.pop(reader, None)
        news(told.told)

    def _one_job(self, news: News, files: Sequence[Held]) -> bytes | None:
        """The files as they were written, in one; None where that cannot be, which is told."""
        from conference_tui.documents.printing import UnderPassphrase, one_job

        try:
            written = [Path(each.made.file).read_bytes() for each in files]
        except OSError as error:
            why = f"{error.filename} cannot be read ({error.strerror})"
            news(f"Nothing was printed: {why}. m makes it again.")
            return None
        sums = [hashlib.sha256(data).hexdigest() for data in written]
        if sums != [each.made.sha256 for each in files]:
            changed = "a file is not what was written. m makes it again, looked through."
            news(f"Nothing was printed: {changed}")
            return None
        try:
            return one_job(written)
        except UnderPassphrase as locked:
            news(str(locked))
            return None

    def cancel(self, reader: str) -> None:
        """Cancel what is being printed for a reader."""
        job = self._desk.jobs.get(reader, "")
        if not job:
            self._box.notify("Nothing is being printed for them now.", markup=False)
            return
        app = self._box.app
        app.run_worker(
            partial(self._cancel, partial(app.call_from_thread, self._note, reader), job),
            thread=True,
            group="print",
            exit_on_error=False,
            description="cancelling",
        )

    def _cancel(self, news: News, job: str) -> None:
        """Called in a worker's thread."""
        from conference_tui.documents.printing import cancel

        news(cancel(job))

    def _note(self, reader: str, words: str) -> None:
        self._desk.told[reader] = one_line(words)
        if is_there(self._box):
            self._box.draw()
