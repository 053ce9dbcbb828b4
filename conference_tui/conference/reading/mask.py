"""An entry that stays, with its fields as the reader may have them, each by what it is (HF-10).

A row is never blanked: what may not be read goes, and the row stays.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.keys import NAMED_BY
from conference_tui.conference.left_out import ANOTHER_AGENCY, ANOTHER_CHILD, ANOTHER_PERSON
from conference_tui.conference.papers import Paper
from conference_tui.conference.people import Standing, Whom
from conference_tui.conference.reading.entry import Entry
from conference_tui.conference.reading.hiding import Hiding
from conference_tui.conference.reading.reader import Reader
from conference_tui.conference.state import Conference


class Mask:
    """Puts the entries of one conference before one reader."""

    def __init__(self, reader: Reader, hiding: Hiding) -> None:
        self._reader = reader
        self._hiding = hiding
        self._is_whole = reader.is_file and not reader.copy.child
        self._known = frozenset((*reader.full.people, *reader.full.children, *reader.full.relatives))

    def masked(self, entry: Entry, *, without_words: bool = False) -> e.Event:
        """The entry's event as the reader may have it."""
        if self._is_whole:
            return entry.event
        event = self._worded(entry)
        special = _SPECIAL.get(type(event))
        if special:
            event = special(event, self._reader, self._hiding)
        return self._fields(event, without_words=without_words)

    def _worded(self, entry: Entry) -> e.Event:
        """The chair's own wording for this reader, in the place of what was typed."""
        worded = self._reader.full.worded.get((entry.key, self._reader.copy.reader))
        if worded is None:
            return entry.event
        says_which = NAMED_BY.get(type(entry.event), ())  # such as the matter that a birth plan settles
        typed = [
            name
            for name, role in entry.event.roles.items()
            if role is Role.WORDS and name not in says_which and isinstance(getattr(entry.event, name), str)
        ]
        put = dict(zip(typed, (worded.words, *("" for _ in typed[1:])), strict=True)) if typed else {}
        return replace(entry.event, **put)

    def _fields(self, event: e.Event, *, without_words: bool) -> e.Event:
        changed: dict[str, object] = {}
        for name, role in event.roles.items():
            before = getattr(event, name)
            if not before:
                continue
            after = self._value(before, role, event, without_words=without_words)
            if after != before:
                changed[name] = after
        return replace(event, **changed) if changed else event

    def _value(self, value: object, role: Role, event: e.Event, *, without_words: bool) -> object:
        by_role = _BY_ROLE.get(role)
        if by_role is None:
            return _nothing(value)
        if without_words and role is Role.WORDS:
            return _nothing(value)
        if isinstance(value, str):
            return by_role(self, value, event)
        if isinstance(value, tuple):
            if role is Role.CHILD:
                return tuple(each for each in value if each in self._reader.children)
            return tuple(by_role(self, each, event) for each in value)
        return value

    # --- By what a field is -----------------------------------------------------------------------------------

    def as_it_is(self, value: str, _: e.Event) -> str:
        """No words of anybody's."""
        return value

    def words(self, value: str, _: e.Event) -> str:
        """Typed words, with marks."""
        return self._hiding.words(value)

    def venue(self, value: str, _: e.Event) -> str:
        """Where a meeting is, with marks but for a school that another child goes to."""
        return self._hiding.meeting_place(value)

    def for_professionals(self, value: str, event: e.Event) -> str:
        """Typed words that no other of the family reads."""
        is_theirs = getattr(event, "person", "") in self._reader.ids
        return self._hiding.words(value) if is_theirs or not self._reader.is_family else ""

    def someone(self, value: str, _: e.Event) -> str:
        """Somebody's id, or a mark; words where somebody is meant who has none."""
        if value in self._reader.gone:
            return ANOTHER_PERSON
        if value in self._reader.other_ids:
            return ANOTHER_CHILD
        return value if value in self._known else self._hiding.words(value)

    def child(self, value: str, _: e.Event) -> str:
        """The id of a child, of whom the reader reads or else the entry would not be here."""
        return value if value in self._reader.children else ""

    def agency(self, value: str, _: e.Event) -> str:
        """An agency's name, or a mark."""
        hidden = [each.name for each in self._reader.elsewhere]
        if value in hidden:
            number = hidden.index(value) + 1
            return ANOTHER_AGENCY if number == 1 else f"{ANOTHER_AGENCY[:-1]} {number}]"
        return ANOTHER_AGENCY if value in self._reader.agencies_of_other_side else self._hiding.words(value)


_BY_ROLE: Mapping[Role, Callable[[Mask, str, e.Event], str]] = {
    Role.WORDS: Mask.words,
    Role.NAME: Mask.words,
    Role.PLACE: Mask.words,
    Role.VENUE: Mask.venue,
    Role.NUMBER: Mask.as_it_is,
    Role.PROFESSIONAL: Mask.for_professionals,
    Role.PERSON: Mask.someone,
    Role.CHILD: Mask.child,
    Role.AGENCY: Mask.agency,
    Role.TOLD: Mask.words,
    Role.ID: Mask.as_it_is,
    Role.MOMENT: Mask.as_it_is,
    Role.CHOICE: Mask.as_it_is,
}
"""What becomes of a field, by its role; a role that is not here stands in nobody's copy but the file's."""


def _nothing(value: object) -> object:
    return value[:0] if isinstance(value, str | tuple) else None


# --- Entries of which a copy holds less ---------------------------------------------------------------------------


def _person(event: e.PersonEntered, reader: Reader, _: Hiding) -> e.PersonEntered:
    """The name and the part; no address, and no number but that of a key worker who withholds it from nobody."""
    rung = any(each.person == event.person for each in reader.full.key_workers.values())
    is_rung = rung and event.standing is Standing.PROFESSIONAL and not event.withheld_from
    phone = event.phone if is_rung else ""
    knows = event.knows_whom
    if event.knows and reader.children.isdisjoint(event.knows):
        knows = Whom.NONE
    return replace(
        event,
        name=reader.full.people[event.person].name,  # who is a child besides has the child's
        address="",
        phone=phone,
        screen_name="",
        language="",
        withheld_from=(),
        born=None,
        knows_whom=knows,
    )


def _child(event: e.ChildEntered, reader: Reader, hiding: Hiding) -> e.ChildEntered:
    """The child without where it lives; on the small papers the name alone, and what dates are counted from."""
    if reader.copy.paper in (Paper.ACTION_SHEET, Paper.DATE_CARD):
        born = event.born if event.expected else None  # dates are counted from a birth (HF-3)
        return e.ChildEntered(child=event.child, name=event.name, expected=event.expected, born=born)
    lives_with = hiding.tree.lives_with if hiding.tree else ()
    school = "" if reader.is_family or reader.copy.child else event.school
    return replace(event, lives="", lives_with=lives_with, school=school)


def _slot(event: e.ClosedSlotBegan, _: Reader, __: Hiding) -> e.ClosedSlotBegan:
    """That it began; never who sat in it."""
    return replace(event, left=(), stayed=(), reason="")


def _action(event: e.ActionAgreed, reader: Reader, _: Hiding) -> e.ActionAgreed:
    is_sheet = reader.copy.paper is Paper.ACTION_SHEET
    return replace(event, worry="", goal="") if is_sheet else event


def _contribution(event: e.ContributionMade, reader: Reader, _: Hiding) -> e.ContributionMade:
    return themed(reader.full, event, reader.copy.reader) if reader.copy.paper is Paper.MINUTES else event


_SPECIAL: Mapping[type[e.Event], Callable[..., e.Event]] = {
    e.PersonEntered: _person,
    e.ChildEntered: _child,
    e.ClosedSlotBegan: _slot,
    e.ActionAgreed: _action,
    e.ContributionMade: _contribution,
}


def themed(conference: Conference, made: e.ContributionMade, reader: str) -> e.ContributionMade:
    """What was said as the minutes tell it: with the name of family, without that of a professional, or as chosen."""
    own = conference.entry_choices.get((made.contribution, reader))
    chosen = own or conference.entry_choices.get((made.contribution, ""))
    speaker = conference.people.get(made.speaker)
    without = speaker is not None and speaker.is_professional
    if chosen and chosen.how in ("named", "themed"):
        without = chosen.how == "themed"
    return replace(made, speaker="") if without else made
