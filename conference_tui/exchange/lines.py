"""One line of an archive as JSON, strictly: nothing that two programs could read in two ways."""

import json
from typing import Any, NoReturn

from conference_tui.conference.text import LONGEST, without_controls
from conference_tui.exchange.errors import refused_line

LONGEST_LINE = 1 << 22
"""Bytes of one line."""

DEEPEST = 8
"""Levels of one line; an entry has five."""

_LONGEST_NUMBER = 18
_SHOWN = 60


class _Wrong(ValueError):
    """The end of a sentence that begins with the line's number."""


def read_line(data: bytes, line: int) -> dict[str, Any]:
    """The object in a line. Raises ArchiveRefused with the line's number and the reason."""
    try:
        return _object(data)
    except _Wrong as error:
        raise refused_line(line, str(error)) from None
    except UnicodeDecodeError:
        raise refused_line(line, "is not UTF-8 text") from None
    except RecursionError:
        raise refused_line(line, f"is nested too deeply; {DEEPEST} levels are the most") from None
    except json.JSONDecodeError as error:
        reason = f"is not JSON: from its character {error.pos + 1:,} on it cannot be read"
        raise refused_line(line, reason) from None


def shown(given: object) -> str:
    """Something out of a file as a sentence may show it: short, and with nothing that a terminal acts on."""
    text = str(given)
    printable = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:_SHOWN]
    )
    return printable + ("…" if len(text) > _SHOWN else "")


def _object(data: bytes) -> dict[str, Any]:
    if not data.strip():
        raise _Wrong("is empty")
    if len(data) > LONGEST_LINE:
        raise _Wrong(f"has {len(data):,} bytes; {LONGEST_LINE:,} are the most")
    found = json.loads(
        data.decode(),
        object_pairs_hook=_without_doubles,
        parse_constant=_no_number,
        parse_int=_number,
    )
    if not isinstance(found, dict):
        raise _Wrong("is not a JSON object")
    _check_texts(found)
    return found


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Wrong(f"says “{shown(name)}” twice")
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise _Wrong(f"holds {name}, which is not a number")


def _number(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise _Wrong(f"holds a number of {len(digits):,} digits")
    return int(digits)


def _check_texts(value: object, level: int = 1) -> None:
    if level > DEEPEST:
        raise _Wrong(f"is nested too deeply; {DEEPEST} levels are the most")
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _check_text(name)
            _check_texts(inner, level + 1)
    elif isinstance(value, list):
        for inner in value:
            _check_texts(inner, level + 1)


def _check_text(text: str) -> None:
    if len(text) > LONGEST:
        raise _Wrong(f"has a text of {len(text):,} characters; {LONGEST:,} are the most")
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        raise _Wrong("holds half a character, which no file can keep")
    if without_controls(text) != text:
        raise _Wrong("holds a control character, which a terminal would act on")
