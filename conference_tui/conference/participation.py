"""How a child takes part in the conference: the choices there are, and what the procedure asks (BA-8, KC-1)."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from conference_tui.conference.people import Child
from conference_tui.conference.procedure import Ages

ATTENDS: Mapping[Literal["all", "part", "no"], str] = {
    "all": "comes to all of it",
    "part": "comes to a part",
    "no": "does not come",
}
"""Whether a child comes, in words."""

ADVOCATE: Mapping[Literal["offered", "declined", "consent refused", "present"], str] = {
    "offered": "offered",
    "declined": "declined by the child",
    "consent refused": "not wanted by the parent",
    "present": "comes with the child, or for the child",
}
"""What became of the offer of an advocate, in words."""

CODES: Mapping[str, str] = {
    "PN0": "under four",
    "PN1": "comes and speaks",
    "PN2": "comes, advocate speaks",
    "PN3": "comes, tells by signs or symbols",
    "PN4": "comes, adds nothing",
    "PN5": "absent, advocate briefed",
    "PN6": "absent, views sent in another way",
    "PN7": "absent, no views sent",
}
"""The participation codes of the authority's own record, in a few words."""


def advice(child: Child, held: date | None, ages: Ages) -> str:
    """What the procedure asks about a child of this age; empty where it asks nothing, or the age is not known."""
    age = child.age_on(held) if held else None
    if age is None:
        return ""
    sentences = [_invited(age, ages), _advocate(age, ages)]
    return " ".join(sentence for sentence in sentences if sentence)


def _invited(age: int, ages: Ages) -> str:
    """Whether a child of that age is usually invited (HF-4, HV-4, KC-1)."""
    parts = " to some parts" if ages.invited_to == "part" else ""
    if ages.child_invited is not None and age >= ages.child_invited:
        return f"Aged {age}: usually invited{parts}, from {ages.child_invited}."
    if ages.child_invited_over is not None and age > ages.child_invited_over:
        return f"Aged {age}: usually invited{parts}, over {ages.child_invited_over}."
    return f"Aged {age}. {ages.younger}" if ages.younger else ""


def _advocate(age: int, ages: Ages) -> str:
    """What becomes of an advocate for a child of that age (BA-8, HF-6, HV-4)."""
    if ages.advocate_over is None:
        return ages.advocate
    if age <= ages.advocate_over:
        return ""
    service = f" ({ages.advocate_service})" if ages.advocate_service else ""
    return f"Aged {age}: an advocate is offered over {ages.advocate_over}{service}."
