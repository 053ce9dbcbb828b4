"""A review is opened from what is known of the conference before it: its record here, or its archive (BA-13).

It opens with everything carried over, in one piece: where anything of it cannot be recorded, no review is made.
"""

from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from msgspec import Struct

from conference_tui import authorities, conferences
from conference_tui.conference import events as e
from conference_tui.conference.carried_over import Polarity, cannot_be_reviewed, carried_over
from conference_tui.conference.folding import fold
from conference_tui.conference.procedure_mistakes import ProcedureError
from conference_tui.conference.state import Conference
from conference_tui.conferences import MeetingOptions
from conference_tui.exchange import archive, sealed
from conference_tui.exchange.entries import refuse_unfit
from conference_tui.exchange.errors import ArchiveRefused
from conference_tui.store.folder import Folder

if TYPE_CHECKING:
    from conference_tui.meeting import Meeting


class Last(Struct, frozen=True, kw_only=True):
    """The conference that a review follows, and which way its scale ran."""

    conference: Conference
    polarity: Polarity
    """Empty where its procedure is not on this computer."""

    @property
    def refusal(self) -> str:
        """Why no review follows it, as a sentence; empty where one can."""
        return cannot_be_reviewed(self.conference)


def of_record(folder: Folder, record_id: str) -> Last:
    """The conference of a record here, which is only read. Raises StoreError."""
    return _last(conferences.read(folder, record_id).conference)


def of_archive(content: bytes, passphrase: str = "") -> Last:
    """The conference of an archive, of which nothing is stored but what a review takes over.

    `passphrase` is the archive's own, where it has one. Raises ArchiveRefused, and what `sealed.decrypt` raises.
    """
    found = archive.read(sealed.decrypt(content, passphrase) if sealed.is_sealed(content) else content)
    refuse_unfit(found.entries)
    try:
        return _last(fold(found.entries))
    except (KeyError, TypeError) as error:
        raise ArchiveRefused("What its entries add up to is no conference. Nothing was stored.") from error


def read_file(file: Path) -> bytes:
    """What is in an archive's file. Raises ArchiveRefused where it cannot be read, or is too long for one."""
    most = archive.LARGEST + 4096
    try:
        with file.open("rb") as opened:
            content = opened.read(most + 1)
    except OSError as error:
        raise ArchiveRefused(f"{file} cannot be read: {error.strerror}. Nothing was stored.") from error
    if len(content) > most:
        raise ArchiveRefused(f"{file} has more than {most:,} bytes: no archive has. Nothing was stored.")
    return content


def open_review(
    folder: Folder,
    ref: str,
    last: Last,
    *,
    procedure: str = "",
    chair: str = "",
    minute_taker: str = "",
    held: date | None = None,
    begins: time | None = None,
    **options: Unpack[MeetingOptions],
) -> "Meeting":
    """Make the review of `last` with everything carried over, and open it; all of it, or nothing.

    Without a `procedure` it follows the one that `last` followed. Raises Refused with the sentence of what cannot be
    recorded, and StoreError.
    """
    from conference_tui.meeting import Refused

    if last.refusal:
        raise Refused(last.refusal)
    brings = carried_over(last.conference, last.polarity)
    if held or begins:
        brings = (*brings, e.ConferenceArranged(held=held, begins=begins))
    followed = last.conference.opened.procedure if last.conference.opened else ""
    return conferences.start(
        folder,
        ref,
        e.Kind.REVIEW,
        procedure=procedure or followed,
        chair=chair,
        minute_taker=minute_taker,
        brings=brings,
        **options,
    )


def _last(conference: Conference) -> Last:
    try:
        polarity: Polarity = conferences.procedure_of(conference).scale.polarity
    except (authorities.UnknownProcedureError, ProcedureError):
        polarity = ""
    return Last(conference=conference, polarity=polarity)
