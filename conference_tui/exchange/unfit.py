"""Why a value of an archive does not fit, in words of people and not of the library that found it."""

import re

import msgspec

from conference_tui.exchange.lines import shown

_KINDS = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
    "array": "a list",
    "object": "an object",
}
_FORMS = {
    "date": "a date, written like 2026-12-01",
    "time": "a time of day, written like 13:30:00",
    "datetime": "a date with its time, written like 2026-12-01T13:30:00+00:00",
}


def unfit(error: msgspec.ValidationError) -> str:
    """The end of a sentence that begins with the line's number."""
    reason, _, path = str(error).partition(" - at `$")
    place = path.removesuffix("`").removeprefix(".")
    where = f"in “{shown(place)}” " if place else ""
    return f"does not fit: {where}{_reason(reason)}"


def _reason(reason: str) -> str:
    if found := re.fullmatch(r"Invalid RFC3339 encoded (\w+)", reason):
        return f"should stand {_FORMS.get(found[1], 'a date or time')}"
    if found := re.fullmatch(r"Object (missing required|contains unknown) field `(.*)`", reason):
        what = "is missing" if found[1].startswith("missing") else "is not known here"
        return f"the field “{shown(found[2])}” {what}"
    if found := re.fullmatch(r"Expected `([^`]*)`, got `([^`]*)`", reason):
        return f"should stand {_kinds(found[1])}, and {_kinds(found[2])} stands there"
    if found := re.fullmatch(r"Invalid enum value '?(.*?)'?", reason):
        return f"stands “{shown(found[1])}”, which is not one of the words that may"
    return "stands something else than may"


def _kinds(names: str) -> str:
    return " or ".join(_KINDS.get(name.strip(), "something else") for name in names.split("|"))
