"""The record as the check sees it: every entry with its words, each with what its field says it is."""

from collections.abc import Iterator

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.compared import runs, words
from conference_tui.conference.owners import owners
from conference_tui.conference.second_opinion.table import NOT_SEARCHED, WITHOUT_WORDS
from conference_tui.conference.second_opinion.term import PART
from conference_tui.conference.state import Conference


class Field(Struct, frozen=True):
    """Words of one field of an entry."""

    name: str
    role: str
    text: str
    words: tuple[str, ...]
    runs: tuple[tuple[str, ...], ...]


class Entry(Struct, frozen=True, kw_only=True):
    """An entry of the record: what corrects it has its key, and was heard when it was said for the first time."""

    key: str
    event: e.Event
    fields: tuple[Field, ...]
    heard: e.Moment
    """When what has this key was recorded for the first time."""
    about: tuple[str, ...] | None
    """The children whom it is about as it stands last; None is not known."""
    own_matter_of: str
    owners: frozenset[str]
    place: int
    """Where in the record it stands."""
    doers: frozenset[str]
    """Who does something that was agreed; of the last plan those whom its words name as doing it."""


def entries_of(conference: Conference) -> tuple[Entry, ...]:
    """Every entry that counts, in order."""
    return tuple(_entry(conference, place, key, each) for place, (key, each) in enumerate(conference.log))


def _entry(conference: Conference, place: int, key: str, each: e.Recorded) -> Entry:
    heard = conference.log.moment(key) or e.Moment()
    return Entry(
        key=key,
        event=each.event,
        fields=tuple(_fields(each.event)),
        heard=heard,
        about=heard.about,
        own_matter_of=heard.own_matter_of,
        owners=owners(each.event),
        place=place,
        doers=_doers(conference, each.event),
    )


def _doers(conference: Conference, event: e.Event) -> frozenset[str]:
    who: tuple[str, ...] | str = getattr(event, "who", None) or (getattr(event, "person", ""),)
    if isinstance(who, tuple):
        return frozenset(who) - {""}
    everybody = (*conference.people, *conference.children)
    return frozenset(each for each in everybody if (name := conference.name(each)) and name in who)


def _fields(event: e.Event) -> Iterator[Field]:
    """The fields with words in them; of a role that nobody knows every text counts as words."""
    for name, role in event.roles.items():
        if role in WITHOUT_WORDS or (type(event), name) in NOT_SEARCHED:
            continue
        value = getattr(event, name)
        if isinstance(value, e.Event):
            yield from _fields(value)
            continue
        for text in value if isinstance(value, tuple) else (value,):
            if isinstance(text, str) and text:
                told = words(text)
                yield Field(name, role, text, told, tuple(runs(told, PART)))
