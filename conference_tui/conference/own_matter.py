"""What is an adult's own matter: their health, their adviser, where they live. People say so; words only propose it."""

import re
from functools import cache

from conference_tui.conference.compared import folded
from conference_tui.conference.people import Person
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference

NOBODY = "nobody"
PROPOSED = "If that is somebody's own matter, say whose."


def adults(conference: Conference) -> tuple[Person, ...]:
    """Those whose own matter something can be: the adults of the family and its network."""
    return tuple(person for person in conference.people.values() if person.is_family)


def may_be_own(words: str, conference: Conference, procedure: Procedure) -> str:
    """A sentence where words may be about what is an adult's alone; empty else, and where there is no such adult."""
    return PROPOSED if adults(conference) and suggests(words, procedure) else ""


def suggests(words: str, procedure: Procedure) -> bool:
    """Whether words suggest that something is an adult's own matter, by the lists of the procedure."""
    recipients = procedure.recipients
    listed = any_of((*recipients.private_words, *recipients.own_matter_words))
    return listed.search(folded(words)) is not None


@cache
def any_of(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Finds any of the words in what is `folded`: each whole, or with any ending where a star stands at its end."""
    return re.compile("|".join(map(_pattern, listed)) or r"(?!)")


def _pattern(word: str) -> str:
    end = "" if word.endswith("*") else r"\b"
    return rf"\b{re.escape(folded(word.rstrip('*')))}{end}"
