"""Whether the tables of a procedure file have the shape they should have; every place where they have not.

msgspec reads a file that is right, and stops at the first thing that is not. Whoever writes a file wants to know
all of them, so here the same types are walked through once more.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_agenda import STAGE_IDS, Stage, Statement
from conference_tui.conference.procedure_decision import Category, Outcome
from conference_tui.conference.procedure_limits import Limit
from conference_tui.conference.procedure_tables import ChecklistItem
from conference_tui.conference.text import without_controls

Wrong = tuple[str, str]
"""A key, such as ``limits.letter.count``, and what was expected there."""


class Keyed(NamedTuple):
    """Tables ``[table.KEY]``, of which the key names the value."""

    kind: type
    named: str
    """The field that the key is the value of."""


KEYED: Mapping[str, Keyed] = {
    "stages": Keyed(Stage, "id"),
    "limits": Keyed(Limit, "key"),
    "categories": Keyed(Category, "code"),
    "outcomes": Keyed(Outcome, "id"),
    "checklist": Keyed(ChecklistItem, "id"),
}
STATEMENTS = Keyed(Statement, "id")

_TYPES: Mapping[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list",
    dict: "a table",
}


def wrong(raw: Mapping[str, Any]) -> Iterator[Wrong]:
    """Everything in the tables of a whole file that is not as it should be."""
    fields = {field.encode_name: field for field in _fields(Procedure)}
    fields["agenda"] = fields.pop("stages")
    del fields["name"]
    known = [*fields, "stages"]
    for key, value in raw.items():
        if key in KEYED:
            yield from _tables(value, KEYED[key], key)
        elif key == "agenda":
            yield from _agenda(value)
        elif key in fields:
            yield from _value(value, fields[key].type, key)
        else:
            yield key, _unknown(key, known)
    for key, field in fields.items():
        if field.required and key not in raw:
            yield key, f"This is missing: {_in_words(field.type, key)}."
    if "stages" not in raw:
        yield "stages", "This is missing: a table."
    if isinstance(raw.get("stages"), dict) and "set_up" in raw["stages"]:
        yield (
            "stages.set_up",
            f"Expected one of {', '.join(STAGE_IDS)}: the set-up is the same everywhere.",
        )


@cache
def _shape(kind: type) -> inspect.Type:
    return inspect.type_info(kind)


def _fields(kind: type) -> tuple[inspect.Field, ...]:
    shape = _shape(kind)
    return shape.fields if isinstance(shape, inspect.StructType) else ()


def _tables(value: object, keyed: Keyed, place: str) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield place, f"Expected tables [{place}.KEY], got {_got(value)}."
        return
    shape = _shape(keyed.kind)
    for key, part in value.items():
        here = f"{place}.{key}"
        if not isinstance(part, dict):
            yield here, f"Expected a table [{here}], got {_got(part)}."
            continue
        of_the_key = {field.encode_name: field for field in _fields(keyed.kind)}[keyed.named].type
        if not_a_key := list(_value(key, of_the_key, here)):
            yield from not_a_key
            continue
        statements = part.get("statements") if keyed.kind is Stage else None
        rest = {name: each for name, each in part.items() if name != "statements" or statements is None}
        yield from _value({**rest, keyed.named: key}, shape, here, keyed.named)
        if statements is not None:
            yield from _tables(statements, STATEMENTS, f"{here}.statements")


def _agenda(value: object) -> Iterator[Wrong]:
    ids = STAGE_IDS
    if not isinstance(value, list):
        yield "agenda", f"Expected a list of all stages, each once: {', '.join(ids)}."
        return
    told = [each for each in value if isinstance(each, str)]
    troubles = [f"missing: {', '.join(each for each in ids if each not in told)}"]
    troubles += [f"twice: {', '.join(sorted({each for each in told if told.count(each) > 1}))}"]
    troubles += [f"not known: {', '.join(str(each) for each in value if each not in ids)}"]
    if said := [trouble for trouble in troubles if not trouble.endswith(": ")]:
        yield "agenda", f"Expected a list of all stages, each once: {', '.join(ids)}; {'; '.join(said)}."


def _value(value: object, kind: inspect.Type, place: str, named: str = "") -> Iterator[Wrong]:
    """What is wrong with one value; ``named`` is a key that is not written in the table itself."""
    match kind:
        case inspect.UnionType(types=types):
            parts = [each for each in types if not isinstance(each, inspect.NoneType)]
            yield from _value(value, parts[0], place)
        case inspect.StructType():
            yield from _table(value, kind, place, named)
        case inspect.VarTupleType(item_type=item):
            if not isinstance(value, list):
                yield place, f"Expected a list, got {_got(value)}."
                return
            for number, each in enumerate(value):
                yield from _value(each, item, f"{place}[{number}]")
        case inspect.DictType(value_type=held):
            if not isinstance(value, dict):
                yield place, f"Expected a table, got {_got(value)}."
                return
            for key, each in value.items():
                yield from _value(each, held, f"{place}.{key}")
        case inspect.LiteralType(values=values):
            if value not in values:
                yield place, f"Expected one of {', '.join(map(str, values))}, got {_got(value)}."
        case _:
            yield from _plain(value, kind, place)


def _plain(value: object, kind: inspect.Type, place: str) -> Iterator[Wrong]:
    wanted = {inspect.StrType: str, inspect.IntType: int, inspect.BoolType: bool}[type(kind)]
    if type(value) is not wanted:
        yield place, f"Expected {_TYPES[wanted]}, got {_got(value)}."
    elif isinstance(value, str) and without_controls(value) != value:
        yield place, "Expected text without control characters: a terminal would act on them."


def _table(value: object, kind: inspect.StructType, place: str, named: str) -> Iterator[Wrong]:
    if not isinstance(value, dict):
        yield place, f"Expected a table, got {_got(value)}."
        return
    fields = {field.encode_name: field for field in kind.fields}
    known = [name for name in fields if name != named]
    for key, each in value.items():
        if key in fields:
            yield from _value(each, fields[key].type, f"{place}.{key}")
        else:
            yield f"{place}.{key}", _unknown(key, known)
    for key, field in fields.items():
        if field.required and key not in value:
            yield place, f"This key is missing: {key}, {_in_words(field.type, key)}."


def _unknown(key: str, known: list[str]) -> str:
    close = get_close_matches(key, known, n=1)
    meant = f" Was {close[0]} meant?" if close else ""
    return f"This key is not known.{meant} Known here are: {', '.join(sorted(known))}."


def _in_words(kind: inspect.Type, key: str) -> str:
    """What a missing value would be."""
    match kind:
        case inspect.StrType():
            return "text in quotes"
        case inspect.IntType():
            return "a whole number"
        case inspect.BoolType():
            return "true or false"
        case inspect.LiteralType(values=values):
            return f"one of {', '.join(map(str, values))}"
        case inspect.VarTupleType() if key not in KEYED:
            return "a list"
        case _:
            return "a table"


def _got(value: object) -> str:
    """What stands there, in words; a text itself where it is short."""
    if isinstance(value, str) and 0 < len(value) <= LONGEST_SHOWN and value.isprintable():
        return f"“{value}”"
    return _TYPES.get(type(value), "a date or a time")


LONGEST_SHOWN = 40


def sources_named(part: object, place: str = "") -> Iterator[tuple[str, str]]:
    """Every place of a procedure that names a source, with the source it names."""
    match part:
        case msgspec.Struct():
            for field in part.__struct_fields__:
                value = getattr(part, field)
                here = f"{place}.{field}" if place else field
                if field == "source" or (not place and field.endswith("_source")):
                    yield here, value
                else:
                    yield from sources_named(value, here)
        case tuple():
            statements = place.startswith("stages.") and place.endswith(".statements")
            named = "id" if statements else KEYED[place].named if place in KEYED else ""
            for number, each in enumerate(part):
                yield from sources_named(
                    each, f"{place}.{getattr(each, named)}" if named else f"{place}[{number}]"
                )
        case dict() if place != "sources":
            for key, each in part.items():
                yield from sources_named(each, f"{place}.{key}")
