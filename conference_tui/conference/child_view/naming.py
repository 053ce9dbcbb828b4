"""What somebody may be called on the paper of one child, and what stands in the place of words."""

from collections.abc import Callable

from conference_tui.conference.left_out import ANOTHER_CHILD, ANOTHER_PERSON, other_children, strangers
from conference_tui.conference.state import Conference

Hide = Callable[[str], str]
"""From what was typed to what may stand on the paper."""
Label = Callable[[str], str]
"""From an id to the name that may stand on the paper."""


def as_it_is(typed: str) -> str:
    """What was typed, nothing hidden."""
    return typed


def labels(conference: Conference, child: str, hide: Hide) -> Label:
    """From an id to the name that may stand on this child's paper."""
    gone = strangers(conference, child)
    others = other_children(conference, child, gone=gone)

    def label(someone: str) -> str:
        if someone in others:
            return ANOTHER_CHILD
        return ANOTHER_PERSON if someone in gone else hide(conference.name(someone))

    return label


def names(conference: Conference) -> Label:
    """From an id to the name; a mark for somebody whom this conference does not hold."""

    def label(someone: str) -> str:
        known = not someone or someone in conference.people or someone in conference.children
        return conference.name(someone) if known else ANOTHER_PERSON

    return label
