"""Places and names that typed words show: a number and a name with a capital, a name in quotation marks."""

import re
from collections.abc import Iterator

from conference_tui.conference.compared import folded

_PLACE = re.compile(
    r"(?<![\w.:])(?:[Ff]lat\s+\w+,\s+)?\d{1,4}[A-Za-z]?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3}(?!\w)"
)
"""A number and a name with a capital: "5 Ropewalk", "12b Mill Lane"."""
_QUOTED = re.compile(r"[“\"]([A-Z][^”\"]{2,60})[”\"]")
_TIMES = """
january february march april may june july august september october november december
jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday am pm
"""
_NO_PLACES = frozenset(_TIMES.split())


def places_in(typed: str) -> Iterator[str]:
    """What looks like the place where somebody lives."""
    for found in _PLACE.finditer(typed):
        name = found[0].split()[1] if len(found[0].split()) > 1 else ""
        if folded(name) not in _NO_PLACES:
            yield found[0]


def quoted_names_in(typed: str) -> Iterator[str]:
    """Names in quotation marks, as programmes and services are written."""
    for found in _QUOTED.finditer(typed):
        yield found[1]
