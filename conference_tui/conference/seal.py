"""A seal as people read and type it: how many entries the record had, and twenty letters of their hash.

Twenty letters are a hundred bits: far more than anybody can search through, and little enough to be copied from
paper. The letters are those of Crockford's base 32, which leaves out what is misread: I, L, O and U.
"""

import re

from conference_tui.conference.events import Sealed
from conference_tui.conference.text import one_line

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS = 5
_SHOWN = 20
_GROUP = 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LINE = re.compile(r"(?:RECORD\s+)?([1-9][\d,]{0,12})\s*,?\s*(?:SEAL\s+)?(.*)", re.IGNORECASE | re.DOTALL)


def short(head: str) -> str:
    """The letters of a hash (64 hexadecimal digits), in five groups of four (7QK2-9F4M-…)."""
    number = int(head, 16) >> (4 * len(head) - _BITS * _SHOWN)
    letters = "".join(LETTERS[number >> (_BITS * place) & 31] for place in reversed(range(_SHOWN)))
    return "-".join(letters[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))


def line(count: int, head: str) -> str:
    """What is typed to compare a sheet with the record (412 7QK2-9F4M-…)."""
    return f"{count} {short(head)}"


def words(seal: Sealed) -> str:
    """What is shown and printed (Record 412, seal 7QK2-9F4M-…)."""
    return f"Record {seal.count}, seal {short(seal.head)}"


def read(typed: str) -> tuple[int, str]:
    """The number and the letters (as `short` gives them) of what somebody copied from a sheet.

    Capitals, spaces and hyphens do not matter, nor O for 0, nor I or L for 1. Raises ValueError with a sentence to
    the person.
    """
    found = _LINE.fullmatch(one_line(typed))
    if not found:
        raise ValueError("A seal begins with the number of the entry. Copy it whole: 412 7QK2-9F4M-…")
    letters = re.sub(r"[\s.,-]", "", found[2]).upper().translate(_MISREAD)
    if wrong := next((letter for letter in letters if letter not in LETTERS), ""):
        raise ValueError(f"“{wrong}” does not stand in a seal. Compare it with the sheet again.")
    if len(letters) != _SHOWN:
        raise ValueError(f"A seal has {_SHOWN} letters and digits; {len(letters)} were typed.")
    groups = "-".join(letters[at : at + _GROUP] for at in range(0, _SHOWN, _GROUP))
    return int(found[1].replace(",", "")), groups
