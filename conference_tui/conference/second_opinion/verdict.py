"""Whether a reader may read an entry, and each of its fields, by the check's own table."""

from collections.abc import Callable, Mapping
from enum import IntEnum

from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies
from conference_tui.conference.compared import words
from conference_tui.conference.events.roles import Role
from conference_tui.conference.papers import Paper
from conference_tui.conference.people import Standing
from conference_tui.conference.second_opinion.entries import Entry, Field
from conference_tui.conference.second_opinion.reader import Reader
from conference_tui.conference.second_opinion.table import (
    AT_HOME,
    KINDS,
    ROLES,
    SMALL_PAPERS,
    WITH_TREE,
    By,
    For,
)


class Verdict(IntEnum):
    """What a reader may do with words; of two the smaller holds."""

    NOT = 0
    ASKED = 1
    """Not before the chair has said so."""
    READS = 2


ByKey = Mapping[str, Entry]


def of_field(entry: Entry, field: Field, reader: Reader, whole: Verdict) -> Verdict:
    """Whether a reader may read the words of a field of an entry, of the `whole` of which that is known."""
    return whole if reader.is_file or _reads_field(entry, field, reader) else Verdict.NOT


def of_entry(entry: Entry, reader: Reader, by_key: ByKey) -> Verdict:
    """Whether a reader may read of an entry at all."""
    if reader.is_file:
        return _of_file(entry, reader)
    kind = type(entry.event)
    by, small = KINDS.get(kind), SMALL_PAPERS.get(reader.copy.paper)
    if by is None or (small is not None and kind not in small):
        return Verdict.NOT
    found = _BY[by](entry, reader)
    if isinstance(entry.event, e.ActionReviewed) and (action := by_key.get(entry.event.action)):
        return min(found, of_entry(action, reader, by_key))  # never more than of the action that it is about
    return found


def _of_file(entry: Entry, reader: Reader) -> Verdict:
    """The authority's paper about one child has all that is not about others alone."""
    return _when(not entry.about or not reader.children.isdisjoint(entry.about))


def _reads_field(entry: Entry, field: Field, reader: Reader) -> bool:
    whom: str = getattr(entry.event, "person", "") or getattr(entry.event, "child", "")
    if (type(entry.event), field.name) in AT_HOME:
        return whom in reader.ids or (field.name == "phone" and _is_rung(entry.event, reader))
    if field.role == Role.WORDS and (entry.key, reader.copy.reader) in reader.conference.worded:
        return isinstance(entry.event, e.EntryWorded)
    match ROLES.get(field.role, For.FILE):
        case For.READERS:
            return True
        case For.PROFESSIONALS:
            return not reader.is_family or whom in reader.ids
    return False


def _is_rung(event: e.Event, reader: Reader) -> bool:
    """A key worker is rung by everybody, unless the number is withheld from anybody."""
    rung = {each.person for each in reader.conference.key_workers.values()}
    if not isinstance(event, e.PersonEntered) or event.person not in rung:
        return False
    return event.standing is Standing.PROFESSIONAL and not event.withheld_from


# --- By what it goes ----------------------------------------------------------------------------------------------


def _everybody(_: Entry, __: Reader) -> Verdict:
    return Verdict.READS


def _person(entry: Entry, reader: Reader) -> Verdict:
    whom: str = getattr(entry.event, "person", "")
    is_other_child = whom in reader.conference.children and whom not in reader.children
    return _when(whom not in reader.hidden and not is_other_child)


def _room(entry: Entry, reader: Reader) -> Verdict:
    whom: str = getattr(entry.event, "person", "")
    theirs = reader.sittings_of(frozenset({whom}))
    sat_elsewhere = reader.is_family and theirs and reader.sittings and theirs.isdisjoint(reader.sittings)
    return Verdict.NOT if sat_elsewhere else _person(entry, reader)


def _exclusion(entry: Entry, reader: Reader) -> Verdict:
    return _when(not reader.is_family or getattr(entry.event, "person", "") in reader.ids)


def _tree(entry: Entry, reader: Reader) -> Verdict:
    tied = {getattr(entry.event, name, "") for name in ("relative", "person", "of")} - {""}
    return _when(reader.copy.paper in WITH_TREE and tied <= reader.family)


def _children(entry: Entry, reader: Reader) -> Verdict:
    if entry.about and reader.children.isdisjoint(entry.about):
        return Verdict.NOT
    if chosen := _chosen(entry, reader):
        return _when(chosen == "shown")
    if entry.about is None:
        return Verdict.NOT
    hidden = {each.name for each in reader.hidden_agencies if reader.other_side.issuperset(each.people)}
    agency = getattr(entry.event, "agency", "")
    is_of_other_side = agency in hidden or (
        _is_called_otherwise_now(agency, reader) and _is_by(entry, reader)
    )
    return _when(not is_of_other_side)


def _is_called_otherwise_now(agency: str, reader: Reader) -> bool:
    return bool(agency) and all(each.name != agency for each in agencies(reader.conference))


def _is_by(entry: Entry, reader: Reader) -> bool:
    return getattr(entry.event, "by", "") in reader.other_side


def _said(entry: Entry, reader: Reader) -> Verdict:
    if not entry.owners.isdisjoint(reader.ids) and not reader.copy.child:
        return _when(_chosen(entry, reader) != "left out")
    found = _children(entry, reader)
    if found is Verdict.NOT or _chosen(entry, reader) or not entry.owners.isdisjoint(reader.ids):
        return found
    if not entry.owners.isdisjoint(reader.hidden):
        return Verdict.NOT
    return min(_own_matter(entry, reader), _heard(entry, reader), _of_all(entry, reader))


def _of_all(entry: Entry, reader: Reader) -> Verdict:
    """What is about all the children and names one of whom they do not read is theirs once the chair has said so."""
    full = reader.conference
    if not set(entry.about or ()) >= full.children.keys():
        return Verdict.READS
    others = (full.children[child] for child in full.children.keys() - reader.children)
    named = {part for child in others for part in words(child.name)[:1]}
    return Verdict.ASKED if _names(entry, named) else Verdict.READS


def _names(entry: Entry, named: set[str]) -> bool:
    """Whether what was typed names one of them; an id names nobody, though it may be written like a name."""
    typed = (field.words for field in entry.fields if field.role == Role.WORDS)
    return any(not named.isdisjoint(each) for each in typed)


def _heard(entry: Entry, reader: Reader) -> Verdict:
    was_here = not (reader.ids | reader.stands_by).isdisjoint(entry.heard.here)
    missed = (reader.ids | reader.stands_by).difference(entry.heard.here)
    if reader.ids.isdisjoint(entry.heard.here) and not missed.isdisjoint(entry.heard.kept_out):
        return Verdict.NOT
    has_a_side = reader.is_family or bool(reader.stands_by)
    if has_a_side and not was_here and reader.sittings and entry.heard.sitting not in reader.sat_in:
        return Verdict.ASKED if reader.is_family and _is_of_the_child(entry, reader) else Verdict.NOT
    return _when(was_here or entry.owners.isdisjoint(reader.apart))


def _is_of_the_child(entry: Entry, reader: Reader) -> bool:
    """A child's words, or what a professional said that is going well: the chair is offered it for who sat elsewhere."""
    if isinstance(entry.event, e.ChildViewsGiven):
        return True
    speakers = [reader.conference.people.get(each) for each in entry.owners]
    well = getattr(entry.event, "column", None) in (e.Column.STRENGTH, e.Column.SAFETY)
    return well and not any(person and person.is_family for person in speakers)


def _own_matter(entry: Entry, reader: Reader) -> Verdict:
    whose = entry.own_matter_of
    if not whose:
        return Verdict.READS
    if whose in reader.apart:
        return Verdict.NOT
    is_asked = isinstance(entry.event, e.AddendumAdded) or (reader.is_family and whose not in reader.ids)
    return Verdict.ASKED if is_asked else Verdict.READS


def _added(entry: Entry, reader: Reader) -> Verdict:
    found = _children(entry, reader)
    return found if _chosen(entry, reader) else min(found, _own_matter(entry, reader))


def _agreed(entry: Entry, reader: Reader) -> Verdict:
    if reader.copy.paper is Paper.ACTION_SHEET and not _is_on_sheet(entry, reader):
        return Verdict.NOT
    found = _children(entry, reader)
    if found is Verdict.NOT or _chosen(entry, reader) or not entry.doers.isdisjoint(reader.ids):
        return found
    if entry.doers and entry.doers <= reader.other_side:
        return Verdict.NOT
    return min(_own_matter(entry, reader), _as_put(entry, reader))


def _is_on_sheet(entry: Entry, reader: Reader) -> bool:
    """What they do themselves; for a parent also what the network does for their child."""
    if not entry.doers.isdisjoint(reader.ids):
        return True
    full = reader.conference
    doers = [full.people.get(each) for each in entry.doers]
    is_of_network = bool(doers) and all(each and each.standing is Standing.NETWORK for each in doers)
    is_of_theirs = not reader.own_children.isdisjoint(entry.about or full.children)
    return isinstance(entry.event, e.ActionAgreed) and is_of_network and is_of_theirs


def _as_put(entry: Entry, reader: Reader) -> Verdict:
    """What was agreed beside the actions and names somebody who withholds where they are: the chair words it first."""
    if isinstance(entry.event, e.ActionAgreed | e.EarlierActionGiven) or not reader.is_family:
        return Verdict.READS
    people = reader.conference.people.values()
    named = {
        part
        for person in people
        if reader.copy.reader in person.withheld_from
        for part in words(person.name)[:1]
    }
    return Verdict.ASKED if _names(entry, named) else Verdict.READS


def _meeting(entry: Entry, reader: Reader) -> Verdict:
    members = reader.conference.core_group.keys()
    if isinstance(entry.event, e.CoreGroupMemberChosen):
        if entry.event.person in reader.apart | reader.other_side:
            return Verdict.NOT
        return min(_person(entry, reader), _children(entry, reader))
    if chosen := _chosen(entry, reader):
        return _when(chosen == "shown")
    return _when(not members & reader.who_must_not_be_met or bool(members & reader.ids))


def _worded(entry: Entry, reader: Reader) -> Verdict:
    return _when(isinstance(entry.event, e.EntryWorded) and entry.event.reader == reader.copy.reader)


_BY: Mapping[By, Callable[[Entry, Reader], Verdict]] = {
    By.NOTHING: _everybody,
    By.PERSON: _person,
    By.ROOM: _room,
    By.EXCLUSION: _exclusion,
    By.TREE: _tree,
    By.CHILDREN: _children,
    By.SAID: _said,
    By.ADDED: _added,
    By.AGREED: _agreed,
    By.MEETING: _meeting,
    By.WORDED: _worded,
}


def _chosen(entry: Entry, reader: Reader) -> str:
    """What the chair chose of an entry for this reader, "shown" or "left out"; for everybody it is of the minutes only."""
    choices = reader.conference.entry_choices
    for_all = choices.get((entry.key, "")) if reader.copy.paper is Paper.MINUTES else None
    chosen = choices.get((entry.key, reader.copy.reader)) or for_all
    return chosen.how if chosen and chosen.how in ("shown", "left out") else ""


def _when(reads: bool) -> Verdict:
    return Verdict.READS if reads else Verdict.NOT
