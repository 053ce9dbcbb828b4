"""The archive, versions 1 and 2: a heading, every entry of the record, and a closing line, each a line of JSON.

`docs/archive.md` describes it for other programs. All or nothing: one wrong line, and the archive is not taken.
"""

import codecs
import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Annotated, Any, Literal, NoReturn, TypeVar

import msgspec
from msgspec import UNSET, Meta, Struct

from conference_tui.conference import events as e
from conference_tui.conference.folding import struck_numbers
from conference_tui.exchange.entries import is_a_moment, read_entry
from conference_tui.exchange.errors import ArchiveRefused, refused_line
from conference_tui.exchange.lines import read_line, shown
from conference_tui.exchange.unfit import unfit

FORMAT = "conference-archive"
VERSION = 2
"""The newest that is read. Written is the oldest that can say it: entries have a moment since version 2."""

LARGEST = 1 << 26
"""Bytes of an archive that is read."""

MOST_ENTRIES = 20_000
"""Far above what a meeting can type; the work that a file can ask for has an end."""

MOST_OF_A_KIND = 1_000
"""Entries of one kind, of `_ANY_NUMBER_OF` apart: to add them up takes a time that grows with their square."""

_ANY_NUMBER_OF = (e.ContributionMade, e.StageOpened, e.Struck, e.Restored)
"""What a meeting has most of, and what is quickly added up."""

_Line = TypeVar("_Line", bound=Struct)
_NOT_TAKEN = "The archive was not taken, and nothing was stored."


class About(Struct, frozen=True, kw_only=True):
    """What an archive says of itself.

    Attributes:
        ref: the conference's reference.
        record: the id of the record it came from; empty where it came from another program.
        exported: when it was written, ISO 8601 with offset; empty where it does not say.
        head: the hash that stood for the whole record, in hexadecimal; empty where it does not say.

    """

    ref: str
    record: str = ""
    exported: str = ""
    head: str = ""


class Archive(Struct, frozen=True, kw_only=True):
    """An archive that was read, every line of it.

    Attributes:
        about: what it says of itself.
        entries: numbered 1, 2, 3 …
        is_closed_off: whether a closing line was there, and so nothing is missing or altered by accident.

    """

    about: About
    entries: tuple[e.Recorded, ...]
    is_closed_off: bool


class Heading(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The first line: what the file is."""

    format: Literal["conference-archive"]
    version: Literal[1, 2]
    """2 where entries have a moment."""
    ref: str
    """The reference, as the last entry that opens the conference says it."""
    record: Annotated[str, Meta(pattern="^([0-9a-f]{32})?$", max_length=32)] = ""
    """The id of the record it came from."""
    head: e.Hash = ""
    """The hash of the last entry in that record."""
    exported: str = ""
    """When it was written, ISO 8601 with offset."""
    entries: Annotated[int, Meta(ge=0)] | None = None
    """How many follow. Where it is given the closing line must be there."""


class Closing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The last line: shows that the file is whole."""

    closing: Annotated[int, Meta(ge=0)]
    """How many entries there are."""
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$", max_length=64)]
    """SHA-256 of every line before, each with one line feed, in hexadecimal."""


def write(entries: Iterable[e.Recorded], about: About) -> bytes:
    """The archive of a record, in clear. Give it every entry, in order."""
    every = tuple(entries)
    heading = Heading(
        format="conference-archive",
        version=2 if any(entry.moment is not UNSET for entry in every) else 1,
        ref=about.ref,
        record=about.record,
        head=about.head,
        exported=about.exported,
        entries=len(every),
    )
    lines = b"".join(msgspec.json.encode(part) + b"\n" for part in (heading, *every))
    closing = Closing(closing=len(every), sha256=hashlib.sha256(lines).hexdigest())
    return lines + msgspec.json.encode(closing) + b"\n"


def read(data: bytes) -> Archive:
    """An archive in clear, from this or another program. Raises ArchiveRefused with line and reason."""
    lines = _lines(data)
    heading = _heading(read_line(lines[0], 1))
    if heading.entries is not None and len(lines) != heading.entries + 2:
        _not_whole(f"it should have {heading.entries + 2:,} lines, and {len(lines):,} are here")
    closing = _closing(lines, heading)
    inner = lines[1:-1] if closing else lines[1:]
    entries = tuple(
        read_entry(read_line(line, number), number, number - 1, version=heading.version)
        for number, line in enumerate(inner, start=2)
    )
    if closing:
        _check_against(closing, lines)
    _refuse_too_many(entries)
    ref = _ref(entries)
    if heading.ref != ref:
        raise refused_line(1, f"says “{shown(heading.ref)}”, but the entries are of “{shown(ref)}”")
    about = About(ref=ref, record=heading.record, exported=heading.exported, head=heading.head)
    return Archive(about=about, entries=entries, is_closed_off=closing is not None)


def _lines(data: bytes) -> list[bytes]:
    if len(data) > LARGEST:
        raise ArchiveRefused(f"The archive has {len(data):,} bytes; {LARGEST:,} are the most. {_NOT_TAKEN}")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ArchiveRefused(f"The file is UTF-16. Save it as UTF-8. {_NOT_TAKEN}")
    if (count := data.count(b"\n")) > MOST_ENTRIES + 2:
        raise ArchiveRefused(
            f"The archive has {count:,} lines; {MOST_ENTRIES + 2:,} are the most. {_NOT_TAKEN}"
        )
    text = data.removeprefix(codecs.BOM_UTF8).removesuffix(b"\n").removesuffix(b"\r")
    if not text:
        raise ArchiveRefused(f"The file is empty. {_NOT_TAKEN}")
    return [line.removesuffix(b"\r") for line in text.split(b"\n")]


def _heading(given: dict[str, Any]) -> Heading:
    version = given.get("version")
    if given.get("format") != FORMAT:
        raise refused_line(1, f"does not say that this is a {FORMAT}")
    if isinstance(version, int) and version > VERSION:
        raise ArchiveRefused(
            f"The archive is of version {version}; this program reads versions 1 to {VERSION}. "
            f"Use a newer version of the program. {_NOT_TAKEN}",
            1,
        )
    heading = _as(Heading, given, 1)
    if heading.exported and not is_a_moment(heading.exported):
        raise refused_line(1, f"has “{shown(heading.exported)}” for the time it was written")
    return heading


def _closing(lines: list[bytes], heading: Heading) -> Closing | None:
    number = len(lines)
    if number > 1:
        last = read_line(lines[-1], number)
        if "closing" in last:
            return _as(Closing, last, number)
    if heading.entries is not None:
        _not_whole("its closing line is missing")
    return None


def _check_against(closing: Closing, lines: list[bytes]) -> None:
    count = len(lines) - 2
    if closing.closing != count:
        _not_whole(f"its last line speaks of {closing.closing:,} entries, and {count:,} are here")
    if closing.sha256 != hashlib.sha256(b"".join(line + b"\n" for line in lines[:-1])).hexdigest():
        _not_whole("its lines are not those that it was closed with")


def _refuse_too_many(entries: tuple[e.Recorded, ...]) -> None:
    kinds = Counter(type(entry.event) for entry in entries if not isinstance(entry.event, _ANY_NUMBER_OF))
    for kind, count in kinds.items():
        if count > MOST_OF_A_KIND:
            raise ArchiveRefused(
                f"The archive has {count:,} entries of the kind {kind.__name__}; {MOST_OF_A_KIND:,} are the most. "
                f"{_NOT_TAKEN}"
            )


def _not_whole(reason: str) -> NoReturn:
    raise ArchiveRefused(
        f"The archive was cut short or altered: {reason}. {_NOT_TAKEN} Use another copy of it."
    )


def _ref(entries: tuple[e.Recorded, ...]) -> str:
    struck = struck_numbers(entries)
    opened = [
        entry.event
        for entry in entries
        if isinstance(entry.event, e.ConferenceOpened) and entry.seq not in struck
    ]
    if not opened:
        raise ArchiveRefused(f"No entry opens the conference, or what does is struck. {_NOT_TAKEN}")
    return opened[-1].ref


def _as(kind: type[_Line], given: dict[str, Any], line: int) -> _Line:
    try:
        return msgspec.convert(given, kind)
    except msgspec.ValidationError as error:
        raise refused_line(line, unfit(error)) from None
