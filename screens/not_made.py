"""What is said of copies that could not be made: which, why, and under which number a mistake of the program is kept."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from conference_tui import incident_report
from conference_tui.meeting import Meeting

if TYPE_CHECKING:
    from conference_tui.documents.pack import Pack


def told(meeting: Meeting, pack: "Pack", trouble: str, mistakes: Iterable[BaseException]) -> str:
    """What became of those that were not made, in sentences; empty where all were. Keeps a report of each mistake."""
    from conference_tui.documents.pack import in_words

    stopped = [
        f"{_begin(in_words(meeting.conference, each.copy))}: not made. {each.hits[0].told}"
        for each in pack.stopped
    ]
    failed = [
        f"{_begin(in_words(meeting.conference, each.copy))}: not made. {each.why}" for each in pack.failed
    ]
    of_copies = (each.error for each in pack.failed if each.is_mistake)
    kept = incident_report.keep_each(meeting.folder, (*mistakes, *of_copies))
    return " ".join(filter(None, (trouble, *stopped, *failed, kept)))


def _begin(words: str) -> str:
    return words[:1].upper() + words[1:]
