"""Something that is looked for in a finished copy."""

from typing import Literal

from msgspec import Struct

PART = 6
"""So many words in a row of something that is not theirs are taken for a part of it."""

Kind = Literal[
    "whereabouts", "name", "part of a name", "number", "place", "entry", "part of an entry", "private"
]


class Term(Struct, frozen=True, kw_only=True):
    """Something that is looked for in a finished copy."""

    words: str
    what: str
    """What it is, as it stands in a sentence: "the address of Dean Pike, withheld from Callum Voss"."""
    kind: Kind
    certain: bool
    """Whether a hit stops the copy; else the chair is asked."""
