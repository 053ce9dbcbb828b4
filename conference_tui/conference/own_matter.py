"""What is an adult's own matter: their health, their adviser, where they live. People say so; words only propose it."""

import re

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
    recipients = procedure.recipients
    wanted = [_pattern(each) for each in (*recipients.private_words, *recipients.own_matter_words)]
    said = folded(words)
    return PROPOSED if adults(conference) and any(re.search(each, said) for each in wanted) else ""


def _pattern(word: str) -> str:
    """A word of the procedure, whole; a star at its end stands for any ending."""
    end = "" if word.endswith("*") else r"\b"
    return rf"\b{re.escape(folded(word.rstrip('*')))}{end}"
