"""The capture line: who, which column, which children and the words, typed in one go.

    nandra - teddy: wets himself at school, four times in November
    bridie +: has all three every Sunday
    sloan ? jared: has he been hit?
    tamsin: I should have gone the first time
    tamsin + =: I see somebody about my sleep

Before the colon: a name (any part of it), then a mark for the column, then the children; without children it
is about all of them. A line that begins with the colon goes on with whoever spoke last. Marks: ``+`` strength,
``++`` safety, ``-`` harm, ``--`` danger, ``~`` complicating, ``?`` grey area; ``!`` behind a mark says that
the family hears it for the first time today, ``"`` (behind a mark, or alone) that it was sent or handed in, and
is not said here. ``=`` at the end of all that, alone or with the name of an adult, says that it is the own matter of
who speaks, or of that adult. A mark may be joined to the name before it or to the child behind it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct, field

from conference_tui.conference import events as e
from conference_tui.conference.compared import folded, meant, rest_of, squeezed
from conference_tui.conference.compared import words as words_of
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.text import clean, listed

MARKS: Mapping[str, e.Column] = {
    "+": e.Column.STRENGTH,
    "++": e.Column.SAFETY,
    "-": e.Column.HARM,
    "--": e.Column.DANGER,
    "~": e.Column.COMPLICATING,
    "?": e.Column.GREY,
}
ABOUT = ">"
"""The mark before children where there is no column."""
SENT = '"'
"""Behind a mark, or as a mark of its own: in writing (HF-5, HF-9)."""
OWN = "="
"""Before the adult whose own matter it is, behind everything else; alone it is that of who speaks."""

_SIGN = r"(?:\+\+|--|[-+~?>])"
_MARK = re.compile(rf'(?:{_SIGN}[!"]{{0,2}}|")')
_MARK_AT_START = re.compile(rf'({_SIGN}[!"]{{0,2}})(.+)')
_MARK_AT_END = re.compile(rf'([^"]*?[^"+~?>-])({_SIGN}[!"]{{0,2}}|")')
_AS_MARKS = str.maketrans({"–": "-", "−": "-", "“": SENT, "”": SENT})
"""What programs and other keyboards make of the signs of the marks."""
_OWN = re.compile(rf"(?:^|\s){OWN}|{OWN}(?=\s|$)")
_BETWEEN_CHILDREN = re.compile(r"[,&]|\sand\s", re.IGNORECASE)
_LONGEST_NAME = 120
"""Letters that somebody's name has at most; what is longer is a sentence, and is not compared with every name."""
_LONGEST_HEAD = 2 * _LONGEST_NAME
_HEADS_KEPT = 16
_MOST_MARKS = 4
"""Marks before the words that are tried; behind them stands a sentence."""


class NotUnderstood(Exception):
    """The line cannot be recorded as it stands; the message says what is wanting."""


class Captured(Struct, frozen=True, kw_only=True):
    """A capture line that was understood."""

    speaker: str
    words: str
    column: e.Column | None = None
    children: tuple[str, ...] = ()
    new_today: bool = False
    in_writing: bool = False
    own_matter_of: str = ""


class Names(Struct, frozen=True, kw_only=True):
    """Everyone who can be named in a line: ids with what they are called."""

    speakers: Mapping[str, str]
    children: Mapping[str, str]
    away: Mapping[str, str] = field(default_factory=dict)
    """Of those who are not in the room, in words why: "left at 14:20"."""
    heads: "dict[str, _Reading]" = field(default_factory=dict)
    """What was read before the colon: while the words are typed it stays the same."""


class Kind(StrEnum):
    """What a piece of the line is, for its colour."""

    WHO = "who"
    COLUMN = "column"
    CHILDREN = "children"
    MORE = "more"
    WANTING = "wanting"


class Piece(Struct, frozen=True):
    """A few words on the frame of the line."""

    words: str
    kind: Kind


class Understood(Struct, frozen=True, kw_only=True):
    """What a line means as far as it is typed."""

    pieces: tuple[Piece, ...] = ()
    """What its frame says: what was understood, and what is wanting."""
    column: e.Column | None = None
    captured: Captured | None = None
    """What is recorded; None where it cannot be as it stands."""
    wanting: str = ""
    """The sentence that says why not."""


def read(line: str, names: Names, before: Captured | None = None) -> Captured:
    """Understand a line. Raises NotUnderstood with a sentence to the person who typed it."""
    found = understood(line, names, before)
    if found.captured is None:
        raise NotUnderstood(found.wanting)
    return found.captured


def understood(line: str, names: Names, before: Captured | None = None) -> Understood:
    """What a line means, also one that is not typed to its end. `before` is the last voice, where it is known."""
    head, colon, words = _parted(clean(line), names)
    if colon and not head.strip():
        return _going_on(words.strip(), names, before)
    reading, words = _named_once(_of_head(head, names), words.strip(), names)
    wanting = _wanting(colon, words, reading)
    return Understood(
        pieces=tuple(_pieces(reading, colon, words, names)) if head.strip() else (),
        column=reading.column,
        captured=None if wanting else reading.captured(words),
        wanting=wanting,
    )


def _going_on(words: str, names: Names, before: Captured | None) -> Understood:
    if before is None or before.speaker not in names.speakers:
        told = "There is no speaker before this one"
        return Understood(
            pieces=(Piece(f"{told}: write the name", Kind.WANTING),), wanting=f"Who is speaking? {told}."
        )
    goes_on = Captured(
        speaker=before.speaker,
        words=words,
        column=before.column,
        children=tuple(child for child in before.children if child in names.children),
        in_writing=before.in_writing,
        own_matter_of=before.own_matter_of,
    )
    shown = [
        Piece(names.speakers[goes_on.speaker], Kind.WHO),
        *([Piece(names.away[goes_on.speaker], Kind.WANTING)] if goes_on.speaker in names.away else []),
        *_column_piece(goes_on.column),
        *([Piece(_short_names(goes_on.children, names), Kind.CHILDREN)] if goes_on.children else []),
        Piece("goes on", Kind.MORE),
    ]
    return Understood(
        pieces=tuple(shown),
        column=goes_on.column,
        captured=goes_on if words else None,
        wanting="" if words else NO_WORDS,
    )


NO_COLON = "Who is speaking? Write the name, a colon, and the words."
NO_WORDS = "What was said? Nothing stands after the colon."


def _wanting(colon: str, words: str, reading: "_Reading") -> str:
    if not colon:
        return NO_COLON
    if not words:
        return NO_WORDS
    unknown = next((each for each in reading.all if not each.id), None)
    return f"{unknown.wanting} {unknown.advice}" if unknown else ""


# --- What stands before the colon -----------------------------------------------------------------------------


class _Found(Struct, frozen=True):
    """Whom a written name means; or what is wanting."""

    id: str = ""
    name: str = ""
    wanting: str = ""
    advice: str = ""


class _Reading(Struct, frozen=True, kw_only=True):
    """One way to read what stands before the colon."""

    who: _Found
    mark: str = ""
    about: tuple[_Found, ...] = ()
    own: _Found | None = None
    fits: bool = True
    """Whether signs of marks that stand in the name as it was typed do so in the name."""

    @property
    def all(self) -> tuple[_Found, ...]:
        """Everybody who is named."""
        return (self.who, *self.about, *([self.own] if self.own else []))

    @property
    def is_understood(self) -> bool:
        return self.fits and all(each.id for each in self.all)

    @property
    def column(self) -> e.Column | None:
        return MARKS.get(self.mark.rstrip(f"!{SENT}"))

    @property
    def in_writing(self) -> bool:
        return SENT in self.mark

    @property
    def new_today(self) -> bool:
        return "!" in self.mark

    def captured(self, words: str) -> Captured:
        return Captured(
            speaker=self.who.id,
            words=words,
            column=self.column,
            children=tuple(dict.fromkeys(each.id for each in self.about)),
            new_today=self.new_today,
            in_writing=self.in_writing,
            own_matter_of=self.own.id if self.own else "",
        )


def _parted(typed: str, names: Names) -> tuple[str, str, str]:
    """What stands before the colon, and the words; a name may have a colon of its own."""
    head, colon, words = typed.partition(":")
    if any(":" in name for name in names.speakers.values()):
        ends = (place for place, sign in enumerate(typed[:_LONGEST_NAME]) if sign == ":")
        for end in ends:
            if _of_head(typed[:end], names).is_understood:
                return typed[:end], ":", typed[end + 1 :]
    return head, colon, words


def _of_head(head: str, names: Names) -> _Reading:
    """The first way to read it in which everybody is known; else the first."""
    if head not in names.heads:
        if len(names.heads) >= _HEADS_KEPT:
            names.heads.clear()
        names.heads[head] = _best(head, names)
    return names.heads[head]


def _best(head: str, names: Names) -> _Reading:
    before, own, whose = _own(head.translate(_AS_MARKS))
    readings = (_reading(*split, names, whose if own else None) for split in _splits(before))
    first = next(readings)
    if first.is_understood:
        return first
    return next((each for each in readings if each.is_understood), first)


def _own(head: str) -> tuple[str, str, str]:
    """What stands before the sign of an own matter, the sign, and whose it is; a sign within a word is none."""
    found = _OWN.search(head)
    return (head[: found.start()], OWN, head[found.end() :]) if found else (head, "", "")


def is_readable(name: str) -> bool:
    """Whether the line can read a name: not where the sign of an own matter stands in it."""
    return _OWN.search(name) is None


def _splits(head: str) -> Iterator[tuple[str, str, str]]:
    """Name, mark and children, for each mark that stands in it; the whole as a name comes last."""
    words = head.split()
    marks = 0
    for place, word in enumerate(words if len(head) <= _LONGEST_HEAD else ()):
        before, behind = " ".join(words[:place]), " ".join(words[place + 1 :])
        if _MARK.fullmatch(word):
            yield before, word, behind
        elif place and (glued := _MARK_AT_START.fullmatch(word)):
            yield before, glued[1], f"{glued[2]} {behind}".strip()
        elif glued := _MARK_AT_END.fullmatch(word):
            yield f"{before} {glued[1]}".strip(), glued[2], behind
        else:
            continue
        marks += 1
        if marks == _MOST_MARKS:
            break
    yield " ".join(words), "", ""


def _has_mark(name: str) -> bool:
    """Whether a name has what could be a mark in it: "Who? Youth Project"."""
    return next(_splits(name.translate(_AS_MARKS)))[1] != ""


def _reading(who: str, mark: str, about: str, names: Names, whose: str | None) -> _Reading:
    speaker = _find(who, names.speakers, "speaker")
    own = None
    if whose is not None:
        adults = {each: name for each, name in names.speakers.items() if each not in names.children}
        own = _find(whose if whose.strip() else speaker.name, adults, "adult")
    return _Reading(
        who=speaker,
        mark=mark,
        about=tuple(_find(name, names.children, "child") for name in _children_of(about, names)),
        own=own,
        fits=not _has_mark(who) or _has_mark(speaker.name),
    )


def _children_of(about: str, names: Names) -> list[str]:
    everyone = ("", "all", "both") if len(names.children) == 2 else ("", "all")
    if folded(about).strip() in everyone:
        return []
    if meant(about, names.children):
        return [about]
    parts = [part.strip() for part in _BETWEEN_CHILDREN.split(f" {about} ") if part.strip()]
    named = [each for part in parts for each in ([part] if meant(part, names.children) else part.split())]
    return named or [about]


def _find(written: str, names: Mapping[str, str], what: str) -> _Found:
    """The one whom a written name means, or that there is none, or more than one."""
    if not written.strip():
        return _Found(wanting="Who is speaking?", advice="Write the name before the mark.")
    found = meant(written, names) if len(written) <= _LONGEST_NAME else []
    if len(found) == 1:
        return _Found(id=found[0], name=names[found[0]])
    if found:
        told = f"“{written}” may be {listed([names[each] for each in found], last='or')}."
        return _Found(wanting=told, advice="Write more of the name.")
    nobody = "Nobody here is" if what == "speaker" else f"No {what} here is"
    told = f"{nobody} called “{written if len(written) <= 40 else f'{written[:39]}…'}”."
    return _Found(wanting=told, advice="Add the person first, or write another part of the name.")


def _named_once(reading: _Reading, words: str, names: Names) -> tuple[_Reading, str]:
    """A name that the line had of itself and that is typed once more stands there once; a mark behind it counts."""
    if reading.mark or reading.about or reading.own or not reading.who.id:
        return reading, words
    again, rest = _voice_in(words, names)
    if again is None and _MARK.match(words.translate(_AS_MARKS)):
        head, colon, rest = words.partition(":")
        again = (
            _of_head(f"{reading.who.name} {head}", names) if colon and len(head) <= _LONGEST_NAME else None
        )
    if again and again.is_understood and again.who.id == reading.who.id:
        return again, rest.strip()
    return reading, words


def _voice_in(words: str, names: Names) -> tuple[_Reading | None, str]:
    """Who is named at the beginning of the words as if they spoke, and the rest."""
    head, colon, rest = words.partition(":")
    if not colon or len(head) > _LONGEST_NAME:
        return None, words
    found = _of_head(head, names)
    first = squeezed(head.split()[0]) if head.strip() else ""
    is_name = len(first) > 2 or first in words_of(found.who.name)
    return (found, rest.strip()) if found.is_understood and is_name else (None, words)


# --- What the frame says --------------------------------------------------------------------------------------


def _pieces(reading: _Reading, colon: str, words: str, names: Names) -> Iterator[Piece]:
    yield _piece(reading.who, Kind.WHO)
    if reading.who.id in names.away and not reading.in_writing:
        yield Piece(names.away[reading.who.id], Kind.WANTING)
    yield from _column_piece(reading.column)
    yield from _children_pieces(reading, colon, names)
    if reading.new_today:
        yield Piece("new to the family", Kind.MORE)
    if reading.in_writing:
        yield Piece("in writing", Kind.MORE)
    if reading.own:
        of = reading.own
        yield Piece(f"own matter of {of.name}", Kind.MORE) if of.id else _piece(of, Kind.MORE)
    if not colon:
        if reading.is_understood:
            yield Piece("then : and the words", Kind.WANTING)
        return
    if reading.column is None:
        yield Piece("no column yet" if reading.mark else "no mark: no column yet", Kind.WANTING)
    other, _ = _voice_in(words, names)
    if other and other.who.id != reading.who.id:
        yield Piece(f"the words begin with {other.who.name}", Kind.WANTING)


def _piece(found: _Found, kind: Kind) -> Piece:
    return Piece(found.name, kind) if found.id else Piece(found.wanting.rstrip("."), Kind.WANTING)


def _column_piece(column: e.Column | None) -> Iterator[Piece]:
    if column:
        yield Piece(TITLES[column], Kind.COLUMN)


def _children_pieces(reading: _Reading, colon: str, names: Names) -> Iterator[Piece]:
    known = tuple(dict.fromkeys(each.id for each in reading.about if each.id))
    if known:
        yield Piece(_short_names(known, names), Kind.CHILDREN)
    yield from (_piece(each, Kind.CHILDREN) for each in reading.about if not each.id)
    if not reading.about and reading.mark and reading.mark != SENT and names.children:
        if len(names.children) == 1:
            yield Piece(_short_names(names.children, names), Kind.CHILDREN)
        else:
            yield Piece("all children", Kind.CHILDREN) if colon else Piece("whom? else all", Kind.WANTING)


def _short_names(children: Iterable[str], names: Names) -> str:
    return ", ".join(_short(child, names) for child in children)


# --- The line of something that was said ----------------------------------------------------------------------


def written(said: e.ContributionMade, names: Names, own_matter_of: str = "") -> str:
    """The line by which something that was said is typed: `read` the other way round."""
    mark = next(
        (mark for mark, column in MARKS.items() if column is said.column), ABOUT if said.children else ""
    )
    if mark and said.new_today:
        mark += "!"
    mark += SENT if said.in_writing else ""
    about = _short_names(said.children, names)
    if len(said.children) == 1:
        about = names.children.get(said.children[0], said.children[0])
    own = f"{OWN} {names.speakers.get(own_matter_of, own_matter_of)}" if own_matter_of else ""
    speaker = names.speakers.get(said.speaker, said.speaker)
    head = " ".join(part for part in (speaker, mark, about, own) if part)
    return f"{head}: {said.words}"


def _short(child: str, names: Names) -> str:
    """One word that means this child and no other; the whole name where no word does."""
    name = names.children.get(child, child)
    alone = (word for word in name.split() if meant(word, names.children) == [child])
    return next(alone, name)


# --- Completing what is typed ---------------------------------------------------------------------------------


def completion(line: str, names: Names) -> str:
    """What would complete the word being typed; empty where nothing or more than one thing would.

    Before the colon the names of speakers and, after a mark, of children; behind it any part of a name that
    is written with a capital, so that a surname is spelled as it is in the record.
    """
    head, colon, words = _parted(line, names)
    if colon:
        endings = {part[len(begun) :] for begun, part, _ in _parts_begun(words, names)}
        return endings.pop() if len(endings) == 1 else ""
    if not head or head[-1].isspace():
        return ""
    return next((rest for begun, pool in _begun(head, names) if (rest := _complete_name(begun, pool))), "")


def choices(line: str, names: Names) -> tuple[str, ...]:
    """Of the name being typed, whom it may mean where that is more than one."""
    head, colon, words = _parted(line, names)
    if colon:
        found = list(dict.fromkeys(name for _, _, name in _parts_begun(words, names)))
    else:
        begun, pool = next(_begun(head, names))
        found = [pool[each] for each in meant(begun, pool)] if begun and len(begun) <= _LONGEST_NAME else []
    return tuple(found) if len(found) > 1 else ()


def _begun(head: str, names: Names) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The name being typed before the colon, and among whom it is looked for; each way to read the marks."""
    before, own, whose = _own(head.translate(_AS_MARKS))
    if own:
        yield whose.lstrip(), names.speakers
        return
    for who, mark, about in _splits(before):
        if mark:
            yield re.split(r"[\s,&]", about)[-1], names.children
        else:
            yield (
                who,
                (
                    {each: name for each, name in names.speakers.items() if _has_mark(name)}
                    if _has_mark(who)
                    else names.speakers
                ),
            )


def _complete_name(begun: str, names: Mapping[str, str]) -> str:
    """What is still to be typed of the one name that begins so, or else of which a part does."""
    if not begun or len(begun) > _LONGEST_NAME:
        return ""
    endings = [rest for name in names.values() if (rest := rest_of(name, begun))]
    if not endings and " " not in begun:
        endings = [rest for name in names.values() if (rest := _rest_of_part(name, begun))]
    return endings[0] if len(endings) == 1 else ""


def _rest_of_part(name: str, begun: str) -> str:
    parts = name.split()
    ends = (" ".join(parts[place:]) for place in range(1, len(parts)))
    return next((rest for end in ends if (rest := rest_of(end, begun))), "")


def _parts_begun(words: str, names: Names) -> Iterator[tuple[str, str, str]]:
    """The word being typed with each part of a name that begins so, and the name."""
    begun = words.rsplit(None, 1)[-1] if words and not words[-1].isspace() else ""
    if len(begun) < 3 or not begun[0].isupper():
        return
    for name in (*names.speakers.values(), *names.children.values()):
        yield from ((begun, part, name) for part in name.split() if part.startswith(begun))
