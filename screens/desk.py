"""What lies on the chair's desk while copies are handed out, and in which folder they are put."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.questions import LeftOut, asked_for
from conference_tui.conference.recipients import Row
from conference_tui.conference.state import Conference
from conference_tui.conference.versions import Held, held
from conference_tui.meeting import Meeting

if TYPE_CHECKING:
    from conference_tui.conference.papers import Copy
    from conference_tui.documents.leak_check import Hit
    from conference_tui.documents.pack import Failed, Pack, Stopped


class Desk:
    """Kept by the close while its screens come and go; it is not recorded, and gone when the conference is left.

    Attributes:
        progress: how far the making is, in words; empty while nothing is being made.
        stopped: the copies that were not written, because something in them may not be their reader's.
        failed: the copies that could not be made.
        told: what became of the printing for each reader, in words.
        jobs: the job that is being printed for each reader.
    """

    def __init__(self) -> None:
        self.progress = ""
        self.stopped: list[Stopped] = []
        self.failed: list[Failed] = []
        self.told: dict[str, str] = {}
        self.jobs: dict[str, str] = {}
        self._held: tuple[Held, ...] = ()
        self._held_of: Conference | None = None
        self._questions: dict[str, tuple[LeftOut, ...]] = {}
        self._questions_of: Conference | None = None

    def held(self, conference: Conference, procedure: Procedure) -> tuple[Held, ...]:
        """Who holds what; worked out once for a conference as it stands."""
        if self._held_of is not conference:
            self._held, self._held_of = held(conference, procedure), conference
        return self._held

    def take(self, pack: "Pack") -> None:
        """What became of copies that were made; what is known of the same readers from before is over."""
        copies = [each.copy for each in pack.made]
        copies += [*(each.copy for each in pack.stopped), *(each.copy for each in pack.failed)]
        found = [each for each in pack.stopped if not each.questions]
        again = {copy.reader for copy in copies}
        self.stopped = [*(each for each in self.stopped if each.copy.reader not in again), *found]
        self.failed = [*(each for each in self.failed if each.copy.reader not in again), *pack.failed]

    def questions(self, conference: Conference, procedure: Procedure, row: Row) -> tuple[LeftOut, ...]:
        """What the chair is asked before a reader's copies are made; worked out once for a conference as it stands."""
        if self._questions_of is not conference:
            self._questions, self._questions_of = {}, conference
        if row.reader not in self._questions:
            self._questions[row.reader] = asked_for(conference, procedure, row)
        return self._questions[row.reader]

    def hits(self, reader: str) -> "list[Hit]":
        """What was found for a reader, each once."""
        found = {
            (hit.term.words, hit.term.kind): hit
            for stopped in self.stopped
            if stopped.copy.reader == reader
            for hit in stopped.hits
        }
        return list(found.values())

    def places(self, reader: str, hit: "Hit") -> "list[tuple[Copy, str]]":
        """In which of a reader's papers a thing was found, and where in each."""
        found = {
            (stopped.copy, other.where): None
            for stopped in self.stopped
            if stopped.copy.reader == reader
            for other in stopped.hits
            if (other.term.words, other.term.kind) == (hit.term.words, hit.term.kind)
        }
        return list(found)

    def answered(self, reader: str, words: str) -> None:
        """The chair has answered about words: a copy that nothing else holds up can be made again."""
        from msgspec.structs import replace

        left = []
        for stopped in self.stopped:
            hits = stopped.hits
            if stopped.copy.reader == reader:
                hits = tuple(hit for hit in hits if hit.term.words != words)
            if hits:
                left.append(replace(stopped, hits=hits))
        self.stopped = left


def default_folder(meeting: Meeting) -> Path:
    """Where plans are put if nothing else is said: under the user's documents, else beside the record's folder."""
    from platformdirs import user_documents_path

    ref = re.sub(r"[^\w.-]+", "-", meeting.conference.ref).strip("-.") or "conference"
    documents = user_documents_path()
    return (documents if documents.is_dir() else meeting.folder.path.parent) / ref
