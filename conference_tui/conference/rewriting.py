"""Every word of a value put through a function; names of things in the record, such as ids, are left as they are.

A field that is not known here as such a name is taken for words that somebody typed: what is new is reduced until
somebody says that it need not be.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, time
from enum import Enum
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

Words = Callable[[str], str]
T = TypeVar("T")

NAMES = frozenset(
    [
        "id",
        "contribution",
        "stage",
        "statement",
        "goal",
        "question",
        "action",
        "worry",
        "line",
        "contingency",
        "support",
        "recommendation",
        "entry",
        "prompt",
        "complaint",
        "addendum",
        "procedure",
        "views",
        "sitting",
        "relative",
        "ref",
        "code",
        "checklist",
        "item",
        "key",
        "head",
        "signature",
        "record",
        "exported",
        "authority_id",
        "paper",
        "layout",
        "drawn_from",
        "sha256",
        "sex",
        "ethnicity",
        "language",
    ]
)
"""Fields that hold the name of something in the record, or a code, and no words."""
PLACES = frozenset(["venue"])
"""Fields that say where somebody is to come."""
WHO = frozenset(
    [
        "person",
        "speaker",
        "children",
        "child",
        "by",
        "owner",
        "who",
        "supports",
        "parent_of",
        "responsibility_for",
        "responsibility_unknown",
        "knows",
        "withheld_from",
        "lives_with",
        "chaired_by",
        "later_chaired_by",
        "stayed",
        "left",
        "people",
        "of",
        "not_shared_with",
        "views_by",
        "requested_by",
        "represented_by",
    ]
)
"""Fields that hold somebody's id, or words where somebody is meant who has none."""


def rewritten(
    value: T, words: Words, renamed: Mapping[str, str], known: frozenset[str], places: Words | None = None
) -> T:
    """The value with its words put through `words`, and those in `renamed` called otherwise.

    `known` are the ids that stay ids where somebody is meant; places are put through `places`, if that is another one.
    """
    return _value(value, "", words, renamed, known, places or words)  # type: ignore[no-any-return]


def _value(
    value: Any,  # noqa: ANN401 - any field
    field: str,
    words: Words,
    renamed: Mapping[str, str],
    known: frozenset[str],
    places: Words,
) -> Any:  # noqa: ANN401
    match value:
        case Enum():
            return value
        case str():
            if field in NAMES:
                return value
            if field in PLACES:
                return places(value)
            if field in WHO and value in known and value not in renamed:
                return value
            return renamed.get(value) or words(value)
        case bool() | int() | float() | date() | time() | None:
            return value
        case Struct():
            changed = {}
            for name in value.__struct_fields__:
                before = getattr(value, name)
                after = _value(before, name, words, renamed, known, places)
                if after is not before:
                    changed[name] = after
            return replace(value, **changed) if changed else value
        case frozenset():
            return frozenset(each for each in value if each not in renamed)
        case tuple():
            return tuple(_value(each, field, words, renamed, known, places) for each in value)
        case Mapping():
            return {key: _value(each, field, words, renamed, known, places) for key, each in value.items()}
    return value


def texts(value: object, field: str = "") -> Iterator[str]:
    """All words that somebody typed in a value, and names of people; not ids."""
    match value:
        case Enum():
            return
        case str():
            if value and field not in NAMES and field not in WHO:
                yield value
        case Struct():
            for name in value.__struct_fields__:
                yield from texts(getattr(value, name), name)
        case tuple():
            for each in value:
                yield from texts(each, field)
        case Mapping():
            for each in value.values():
                yield from texts(each, field)
