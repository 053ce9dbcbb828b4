"""The map in three columns, and the worries that nothing answers yet (BA-13, KC-2, BR-5)."""

from collections.abc import Iterable

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference


class Third(Struct, frozen=True, kw_only=True):
    """One of the three columns of the map, with the kinds of entry it holds."""

    id: str
    title: str
    mark: str
    """What stands for it in the capture line."""
    kinds: tuple[e.Column, ...]


WELL = Third(id="well", title="Working well", mark="+", kinds=(e.Column.STRENGTH, e.Column.SAFETY))
WORRIES = Third(
    id="worries",
    title="Worries",
    mark="-",
    kinds=(e.Column.HARM, e.Column.DANGER, e.Column.COMPLICATING),
)
GREY = Third(id="grey", title="Grey areas", mark="?", kinds=(e.Column.GREY,))
THIRDS = (WELL, WORRIES, GREY)

TITLES = {
    e.Column.STRENGTH: "strength",
    e.Column.SAFETY: "safety",
    e.Column.HARM: "harm",
    e.Column.DANGER: "danger",
    e.Column.COMPLICATING: "complicating",
    e.Column.GREY: "grey area",
}
"""Each kind of entry in words."""


def on_map(contributions: Iterable[e.ContributionMade], third: Third) -> tuple[e.ContributionMade, ...]:
    """The contributions of one column, in the order they were made."""
    return tuple(made for made in contributions if made.column in third.kinds)


def concerns(made: e.ContributionMade, child: str) -> bool:
    """Whether a contribution is about a child: named, or about all of them."""
    return not made.children or child in made.children


def unanswered_worries(conference: Conference) -> tuple[e.ContributionMade, ...]:
    """Worries of the map that no action of the plan names."""
    answered = {action.worry for action in conference.actions.values()}
    return tuple(
        made for made in on_map(conference.contributions, WORRIES) if made.contribution not in answered
    )


def new_to_the_family(conference: Conference) -> tuple[e.ContributionMade, ...]:
    """Worries that the family heard for the first time here (BA-14)."""
    return tuple(made for made in conference.contributions if made.new_today)
