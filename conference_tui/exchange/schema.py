"""The JSON Schema of a line of an archive, made from what the program itself reads with."""

from datetime import time
from typing import Any, get_args, get_type_hints

import msgspec

from conference_tui.conference import events as e
from conference_tui.exchange.archive import FORMAT, VERSION, Closing, Heading

_TIME_OF_DAY = r"^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?$"
_MOMENT = r"^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$"


def schema() -> dict[str, Any]:
    """Of one line: the heading, an entry, or the closing line. JSON Schema 2020-12."""
    lines = (Heading, e.Recorded, Closing)
    places, parts = msgspec.json.schema_components(lines, ref_template="#/$defs/{name}")
    for part in parts.values():
        if "properties" in part:
            part["additionalProperties"] = False
    for kind in get_args(e.AnyEvent):
        for name, hint in get_type_hints(kind).items():
            if time in (hint, *get_args(hint)):
                _the_string_in(parts[kind.__name__]["properties"][name])["pattern"] = _TIME_OF_DAY
    parts["Recorded"]["properties"]["at"]["pattern"] = _MOMENT
    parts["Recorded"]["properties"]["seq"]["minimum"] = 1
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"A line of a {FORMAT}, version {VERSION}",
        "description": "Line 1 is a Heading, then come entries (Recorded), numbered 1, 2, 3 …; the last may be a Closing.",
        "oneOf": list(places),
        "$defs": parts,
    }


def _the_string_in(part: dict[str, Any]) -> dict[str, Any]:
    """The part itself, or where a value may be missing the part that says what it is otherwise."""
    return next((each for each in part.get("anyOf", ()) if each.get("type") == "string"), part)
