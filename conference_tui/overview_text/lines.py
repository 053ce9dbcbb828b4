"""What every part of the text is written with: headings, items and paragraphs within 80 columns, names and days."""

import datetime as dt
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.text import listed, one_line, say_date
from conference_tui.overview.values import Data

COLUMNS = 80


Lines = Iterator[str]


def heading(title: str, level: int = 2) -> Lines:
    """A heading that can be searched for: "## Quorum"."""
    yield from _wrapped(title, f"{'#' * level} ", "")


def item(words: str, level: int = 0) -> Lines:
    """An item of a list, over as many lines as it needs."""
    yield from _wrapped(words, "  " * level + "- ", "  " * (level + 1))


def paragraph(words: str) -> Lines:
    """A line of text, over as many lines as it needs."""
    yield from _wrapped(words, "", "")


def day(iso: str | None) -> str:
    """Tue 1 Dec 2026, from what the data has."""
    return say_date(dt.date.fromisoformat(iso)) if iso else "not known"


def _wrapped(words: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        one_line(words), COLUMNS, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def quoted(words: str) -> str:
    """What somebody said, in quotation marks."""
    return f"“{one_line(words)}”"


def stopped(words: str) -> str:
    """What was typed, with the full stop that it may lack."""
    line = one_line(words)
    return line if line.endswith((".", "!", "?", "”")) else f"{line}."


def aside(words: str) -> str:
    """What was typed, as it stands in brackets or before a full stop."""
    return one_line(words).rstrip(".")


def name_of(who: Data | None) -> str:
    """A name, or nothing."""
    return str(who["name"]) if who else ""


def names_of(those: Iterable[Data]) -> str:
    """Several names."""
    return listed([str(who["name"]) for who in those])


def labelled(*pairs: tuple[str, Any]) -> Lines:
    """Lines of the form "Label: value", for each value that there is."""
    for label, value in pairs:
        if value not in (None, "", [], ()):
            yield from paragraph(f"{label}: {value}")


def labelled_items(level: int, *pairs: tuple[str, Any]) -> Lines:
    """An item for each label that has words."""
    for label, value in pairs:
        if value not in (None, "", [], ()):
            yield from item(f"{label}: {value}", level)


def parts(kind: type[e.Event], found: Data, **instead: str) -> Iterator[tuple[str, Any]]:
    """What of an event is told beside its sentence, each with its label; `instead` has other words for some of it."""
    for part in kind.parts_told:
        value = found[part.field]
        if isinstance(value, dict):
            value = name_of(value)
        elif value and kind.roles[part.field] is Role.MOMENT:
            value = day(value)
        yield part.label, instead.get(part.field, value)


def moment(on: str | None, at: str | None) -> str:
    """A day and its time."""
    if on is None:
        return "date not given"
    return f"{day(on)}, {at}" if at else day(on)
