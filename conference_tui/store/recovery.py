"""The recovery key as people copy it: thirteen groups of four letters and digits and one that checks them.

The letters are Crockford's: no I, L, O or U. Within a group the checking letter tells every single letter
that was misread, and where a group stands counts too, so that the group to look at again can be named.
"""

from conference_tui.store.errors import Misread

RECOVERY_KEY_BYTES = 32
GROUPS = 13
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IN_A_GROUP = 4
_GROUP = _IN_A_GROUP + 1
_BITS = 5
_SPARE_BITS = GROUPS * _IN_A_GROUP * _BITS - 8 * RECOVERY_KEY_BYTES


def write(secret: bytes) -> str:
    """The recovery key of 256 random bits, as it is shown and printed."""
    number = int.from_bytes(secret) << _SPARE_BITS
    places = range(GROUPS * _IN_A_GROUP - 1, -1, -1)
    values = [number >> _BITS * place & 31 for place in places]
    groups = [values[at : at + _IN_A_GROUP] for at in range(0, len(values), _IN_A_GROUP)]
    return "-".join(
        "".join(_LETTERS[value] for value in [*group, _check(group, place)])
        for place, group in enumerate(groups)
    )


def read(typed: str) -> bytes:
    """The 256 bits; small letters, spaces, O for 0 and I or L for 1 are taken as meant.

    Raises Misread, naming the group to look at again.
    """
    letters = _letters(typed)
    if len(letters) != GROUPS * _GROUP:
        raise Misread(
            f"A recovery key has {GROUPS} groups of {_GROUP} letters or digits, {GROUPS * _GROUP} together; "
            f"{len(letters)} were typed. Nothing has been changed. Compare with the recovery sheet."
        )
    number = 0
    for place in range(GROUPS):
        for value in _values(letters[place * _GROUP :][:_GROUP], place):
            number = number << _BITS | value
    if number & ((1 << _SPARE_BITS) - 1):
        raise _misread(GROUPS - 1)
    return (number >> _SPARE_BITS).to_bytes(RECOVERY_KEY_BYTES)


def is_as_long(typed: str) -> bool:
    """Whether what was typed has as many letters as a recovery key, so that it was probably meant as one."""
    return len(_letters(typed)) == GROUPS * _GROUP


def _letters(typed: str) -> str:
    letters = (letter for letter in typed.upper() if not letter.isspace() and letter not in "-–—")
    return "".join(letters).translate(_MEANT)


def _values(group: str, place: int) -> list[int]:
    """What the letters of a group stand for, without the one that checks them."""
    values = [_LETTERS.find(letter) for letter in group]
    if -1 in values or values[-1] != _check(values[:-1], place):
        raise _misread(place)
    return values[:-1]


def _check(group: list[int], place: int) -> int:
    # Odd weights can be divided by in a ring of 32, so no change of one letter or one place goes unseen.
    return (sum((2 * at + 1) * value for at, value in enumerate(group)) + 9 * place) % 32


def _misread(place: int) -> Misread:
    return Misread(
        f"Group {place + 1} of the recovery key is not as it was printed. Nothing has been changed. "
        "Compare it letter by letter with the recovery sheet."
    )
