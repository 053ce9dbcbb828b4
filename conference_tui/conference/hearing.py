"""Who has been heard, item by item and child by child: counted from what is recorded, and nobody is judged by it.

The family is asked at each item (HV-8), everyone is asked for worries and strengths (HV-7), and one voice is not to
count for more because it is louder: what an agency has said of each child stands beside what the others have.
"""

from enum import StrEnum

from msgspec import Struct

from conference_tui.conference.agenda import Item, Progress, items, spoke_at
from conference_tui.conference.attendance import Agency, Knows, agencies
from conference_tui.conference.kept_out import kept_out_of
from conference_tui.conference.mapping import THIRDS, concerns, on_map
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.summing_up import DOMAINS

NOT_OF_THE_ROOM = ("before", "closed")
"""Items at which not everybody is in the room."""
MEANT = {
    "child": ("child", "scaling"),
    "advocate": ("introductions", "mapping", "child", "plan"),
    "agency": ("introductions", "reason", "progress", "mapping", "scaling", "threshold", "plan"),
}
"""At which items a voice is missed; the family, which is not here, is asked wherever the procedure says so (HV-8)."""


class Mark(StrEnum):
    """How somebody stands at one item."""

    HEARD = "✓"
    """Has spoken, or was asked and had nothing to add."""
    SILENT = "○"
    AWAY = "–"
    """Not in the meeting so far."""
    AHEAD = "·"
    """The item has not been reached."""
    KEPT_OUT = "×"
    """Kept out of it, and not heard by whom their views are told either (HV-3)."""
    NOT_MEANT = " "
    """Has not spoken, and is not missed there."""


class Voice(Struct, frozen=True, kw_only=True):
    """One person of the family, one child, one advocate or one agency."""

    who: str
    """As they are called."""
    part: str
    """"family", "child", "advocate" or "agency"."""
    marks: tuple[Mark, ...]
    """One for each of the board's items."""


class OfChild(Struct, frozen=True, kw_only=True):
    """What one agency has said of one child."""

    agency: str
    worries: int
    well: int
    grey: int
    view: str
    """"view given", "gives no view", "no view yet"."""


class ChildHeard(Struct, frozen=True, kw_only=True):
    """How one child's matter was heard."""

    child: str
    """The id."""
    own_words: str
    """Who brought the child's own words, why there are none, or that there are none yet (HF-6)."""
    agencies: tuple[OfChild, ...]
    """Those that know the child, and those of which that is not said."""
    empty: tuple[str, ...]
    """Columns of the map without an entry about this child, and domains that no entry about it names (HF-12)."""


class Board(Struct, frozen=True, kw_only=True):
    """All of it."""

    items: tuple[Item, ...]
    voices: tuple[Voice, ...]
    children: tuple[ChildHeard, ...]
    kept_out: tuple[str, ...] = ()
    """Ids of those of the family who are kept out of one of the items or more (HV-3)."""


def board(conference: Conference, procedure: Procedure) -> Board:
    """Who has been heard in this conference so far."""
    here = tuple(
        each for each in items(conference, procedure) if each.number and each.stage.id not in NOT_OF_THE_ROOM
    )
    spoke = {each.stage.id: spoke_at(conference, each.stage.id) for each in here}
    kept_out = {each.stage.id: kept_out_of(conference, each.stage.id) for each in here}

    def is_meant(part: str, item: Item, ids: tuple[str, ...]) -> bool:
        as_child = not conference.children.keys().isdisjoint(ids) and item.stage.id in MEANT["child"]
        return as_child or (item.stage.id in MEANT[part] if part in MEANT else item.stage.asks_family)

    def marks(part: str, *ids: str) -> tuple[Mark, ...]:
        been = any(someone in conference.presence for someone in ids)
        found = []
        for each in here:
            if not spoke[each.stage.id].isdisjoint(ids):
                found.append(Mark.HEARD)
            elif not is_meant(part, each, ids):
                found.append(Mark.NOT_MEANT)
            elif all(someone in kept_out[each.stage.id] for someone in ids):
                found.append(Mark.KEPT_OUT)
            elif each.progress is Progress.OPEN and not spoke[each.stage.id]:
                found.append(Mark.AHEAD)
            else:
                found.append(Mark.SILENT if been else Mark.AWAY)
        return tuple(found)

    people = conference.people.values()
    who = [
        *(("family", each.label, (each.id,)) for each in people if each.is_family),
        *(
            ("child", conference.name(child), (child,))
            for child in conference.children_to_hear()
            if child not in conference.people
        ),
        *(("advocate", each.label, (each.id,)) for each in people if each.standing is Standing.ADVOCATE),
        *(("agency", each.name, each.people) for each in agencies(conference)),
    ]
    return Board(
        items=here,
        voices=tuple(Voice(who=name, part=part, marks=marks(part, *ids)) for part, name, ids in who),
        children=tuple(_child(conference, child) for child in conference.children),
        kept_out=tuple(
            each.id
            for each in people
            if each.is_family and any(each.id in someone for someone in kept_out.values())
        ),
    )


def _child(conference: Conference, child: str) -> ChildHeard:
    return ChildHeard(
        child=child,
        own_words=own_words(conference, child),
        agencies=tuple(
            _of_child(conference, child, agency)
            for agency in agencies(conference)
            if agency.knows(child) is not Knows.NO
        ),
        empty=still_empty(conference, child),
    )


def own_words(conference: Conference, child: str) -> str:
    """Who brought the child's own words, or why there are none."""
    given = [views for views in conference.child_views if views.child == child]
    if given:
        brought = dict.fromkeys(
            conference.name(views.by) if views.by else "not said by whom" for views in given
        )
        return f"own words: {', '.join(brought)}"
    if conference.is_about_unborn(child):
        return "not born yet: there are no words to hear"
    missing = conference.child_views_missing.get(child)
    return f"no own words: {missing.reason}" if missing else "no own words yet"


def _of_child(conference: Conference, child: str, agency: Agency) -> OfChild:
    said = [
        made for made in conference.contributions if made.speaker in agency.people and concerns(made, child)
    ]
    well, worries, grey = (len(on_map(said, third)) for third in THIRDS)
    view = conference.views.get((child, agency.name))
    told = "no view yet" if view is None else "view given" if view.outcome else "gives no view"
    return OfChild(agency=agency.name, worries=worries, well=well, grey=grey, view=told)


def still_empty(conference: Conference, child: str) -> tuple[str, ...]:
    """Columns of the map, then domains, that have nothing about this child yet (HF-12, BA-13)."""
    said = [made for made in conference.contributions if made.column and concerns(made, child)]
    columns = [third.title.lower() for third in THIRDS if not on_map(said, third)]
    named = {made.domain for made in said}
    return (*columns, *(words for domain, words in DOMAINS.items() if domain not in named))
