"""Whether what an entry names is there: a stage, a child, a person, an agency, something said, agreed or decided.

The program's own screens offer nothing else. An archive can hold anything, and so can a record that came out of one:
then the entry is refused, or set aside, and never meets a screen that looks for what it names.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache

from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP
from conference_tui.conference.events.roles import Role
from conference_tui.conference.folding import struck_numbers
from conference_tui.conference.keys import key_of
from conference_tui.conference.papers import FILE
from conference_tui.conference.procedure_agenda import STAGE_IDS

Missing = dict[int, str]
"""By the number of an entry, what it names that is not there, as the end of a sentence."""

_STAGES = ("stage", "parts")
"""Fields that name items of the agenda."""

_SOMEBODY = ("person", "child")
_BY_ROLE = {Role.CHILD: ("child",), Role.PERSON: _SOMEBODY, Role.AGENCY: ("agency",)}

_Known = Callable[[tuple[str, ...]], frozenset[str]]
"""Gives the ids that there are of one of several things."""


def not_there(recorded: Sequence[e.Recorded]) -> Missing:
    """Every entry that names something that is not there; none where all is in order.

    What comes later is there too: an order of its own is nobody's mistake. So is what was struck, for what names it
    stays in the record; what is struck itself is not asked.
    """
    found: Missing = {}
    struck = struck_numbers(recorded)
    fit = list(recorded)
    while True:
        known = _known([entry.event for entry in fit])
        more = {
            entry.seq: why
            for entry in fit
            if entry.seq not in struck and (why := _names_what_is_not_there(entry, known))
        }
        if not more:
            return found
        found |= more
        fit = [entry for entry in fit if entry.seq not in more]


def _known(events: Sequence[e.Event]) -> _Known:
    known: defaultdict[str, set[str]] = defaultdict(lambda: {""})
    known |= {"agency": set(), "entry": {"summary"}, "stage": {SET_UP.id, *STAGE_IDS}, "reader": {FILE}}
    for event in events:
        for field, named in event.ids.items():
            if named.is_new:
                known[named.of[0]].add(getattr(event, field))
        if isinstance(event, e.PersonEntered):
            known["agency"].add(event.agency)
        elif isinstance(event, e.DecisionMade):
            known["decision"].add(event.child)
    if any(isinstance(event, e.EntryChosen | e.EntryWorded) for event in events):
        known["entry"].update(map(key_of, events))
    return cache(lambda what: frozenset().union(*(known[of] for of in what)))


def _names_what_is_not_there(entry: e.Recorded, known: _Known) -> str:
    event: e.Event = entry.event
    fields, of = _fields(type(event), is_new=True), event
    if isinstance(event, e.ContributionCorrected):
        fields, of = _fields(e.ContributionMade, is_new=False), event.correct
    for field, what in fields:
        value = getattr(of, field)
        if value and (why := _lacking(value if isinstance(value, tuple) else (value,), what, known)):
            return why
    if not entry.moment:
        return ""
    moment = entry.moment
    people = _lacking(
        (*moment.here, *moment.online, *moment.kept_out, moment.own_matter_of), _SOMEBODY, known
    )
    return (
        people
        or _lacking(moment.about or (), ("child",), known)
        or _lacking((moment.sitting,), ("sitting",), known)
    )


def _lacking(ids: tuple[str, ...], what: tuple[str, ...], known: _Known) -> str:
    """The first id that is none of what it can be, as the end of a sentence; empty where there is none."""
    there = known(what)
    if there.issuperset(ids):
        return ""
    missing = next((each for each in ids if each and each not in there), "")
    return f"names the {what[0]} “{missing}”, which is not there" if missing else ""


@cache
def _fields(kind: type[e.Event], *, is_new: bool) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a kind that name something, with what; without those that make it known where it `is_new`."""
    makes = {field for field, named in kind.ids.items() if named.is_new and is_new}
    found = ((field, _what(kind, field)) for field in kind.roles if field not in makes)
    return tuple((field, what) for field, what in found if what)


def _what(kind: type[e.Event], field: str) -> tuple[str, ...]:
    """What a field is the id of: one of these; empty where it is of nothing that has to be there."""
    if field in _STAGES:
        return ("stage",)
    if field in kind.ids:
        return kind.ids[field].of
    what = _BY_ROLE.get(kind.roles[field], ())
    return (*what, "agency", "reader") if field == "reader" and what else what


def set_aside_in_words(found: Missing) -> str:
    """The sentence for a record that holds such entries; empty where there is none."""
    if not found:
        return ""
    first, why = next(iter(found.items()))
    others = len(found) - 1
    more = f" So {'is' if others == 1 else 'are'} {others:,} more." if others else ""
    return (
        f"Entry {first} {why}: it is set aside and nothing shows it.{more} Everything in the record stays as it is. "
        "Compare it with the record or archive that it came from."
    )
