"""The capture line: who, which column, which children and the words, typed in one go.

    nandra - teddy: wets himself at school, four times in November
    bridie +: has all three every Sunday
    sloan ? jared: has he been hit?
    tamsin: I should have gone the first time
    tamsin + =: I see somebody about my sleep

Before the colon: a name (any part of it), then a mark for the column, then the children; without children it
is about all of them. A line that begins with the colon goes on with the last speaker. Marks: ``+`` strength,
``++`` safety, ``-`` harm, ``--`` danger, ``~`` complicating, ``?`` grey area; ``!`` behind a mark says that
the family hears it for the first time today, ``"`` (behind a mark, or alone) that it was sent or handed in, and
is not said here. ``=`` at the end of all that, alone or with the name of an adult, says that it is the own matter of
who speaks, or of that adult.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.compared import folded, meant, rest_of
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
_BEHIND = ("!", SENT, f"!{SENT}", f"{SENT}!")
"""What may stand behind a mark."""


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


def read(line: str, names: Names, before: Captured | None = None) -> Captured:
    """Understand a line. Raises NotUnderstood with a sentence to the person who typed it."""
    head, colon, words = clean(line).partition(":")
    if not colon:
        raise NotUnderstood("Who is speaking? Write the name, a colon, and the words.")
    if not words.strip():
        raise NotUnderstood("What was said? Nothing stands after the colon.")
    if not head.strip():
        if before is None:
            raise NotUnderstood("Who is speaking? There is no speaker before this one.")
        return Captured(
            speaker=before.speaker,
            words=words.strip(),
            column=before.column,
            children=before.children,
            in_writing=before.in_writing,
            own_matter_of=before.own_matter_of,
        )
    head, own, whose = head.partition(OWN)
    who, mark, about = _split(head)
    speaker = _one(who, names.speakers, "speaker")
    adults = {someone: name for someone, name in names.speakers.items() if someone not in names.children}
    children = tuple(_one(name, names.children, "child") for name in _children_of(about, names))
    return Captured(
        speaker=speaker,
        words=words.strip(),
        column=MARKS.get(mark.rstrip(f"!{SENT}")),
        children=tuple(dict.fromkeys(children)),
        new_today="!" in mark,
        in_writing=SENT in mark,
        own_matter_of=_one(whose if whose.strip() else names.speakers[speaker], adults, "adult")
        if own
        else "",
    )


def written(said: e.ContributionMade, names: Names, own_matter_of: str = "") -> str:
    """The line by which something that was said is typed: `read` the other way round."""
    mark = next(
        (mark for mark, column in MARKS.items() if column is said.column), ABOUT if said.children else ""
    )
    if mark and said.new_today:
        mark += "!"
    mark += SENT if said.in_writing else ""
    about = ", ".join(_short(child, names) for child in said.children)
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


def _split(head: str) -> tuple[str, str, str]:
    """Name, mark and children of the part before the colon; a mark is a word of its own."""
    words = head.split()
    for place, word in enumerate(words):
        if word.rstrip(f"!{SENT}") in MARKS or word in (ABOUT, SENT, ABOUT + SENT):
            return " ".join(words[:place]), word, " ".join(words[place + 1 :])
        if (mark := _mark_at_start(word)) and place:
            return " ".join(words[:place]), mark, " ".join([word[len(mark) :], *words[place + 1 :]])
    return " ".join(words), "", ""


def _mark_at_start(word: str) -> str:
    """The mark that a word begins with, the longest; so ``-teddy`` is as good as ``- teddy``."""
    for mark in sorted((*MARKS, ABOUT), key=len, reverse=True):
        if word.startswith(mark):
            behind = next((each for each in reversed(_BEHIND) if word.startswith(mark + each)), "")
            return mark + behind
    return ""


def _children_of(about: str, names: Names) -> tuple[str, ...]:
    everyone = ("", "all", "both") if len(names.children) == 2 else ("", "all")
    if folded(about).strip() in everyone:
        return ()
    if meant(about, names.children):
        return (about,)
    return tuple(about.replace(",", " ").split())


def _one(written: str, names: Mapping[str, str], what: str) -> str:
    """The one id that a written name means. Raises NotUnderstood where there is none, or more than one."""
    if not written.strip():
        raise NotUnderstood("Who is speaking? Write the name before the mark.")
    found = meant(written, names)
    if len(found) == 1:
        return found[0]
    if not found:
        nobody = "Nobody here is" if what == "speaker" else f"No {what} here is"
        raise NotUnderstood(
            f"{nobody} called “{written}”. Add the person first, or write another part of the name."
        )
    raise NotUnderstood(
        f"“{written}” may be {listed([names[i] for i in found], last='or')}. Write more of the name."
    )


def completion(line: str, names: Names) -> str:
    """What would complete the word being typed; empty where nothing or more than one thing would.

    Before the colon the names of speakers and, after a mark, of children; behind it any part of a name that
    is written with a capital, so that a surname is spelled as it is in the record.
    """
    head, colon, words = line.partition(":")
    if colon:
        return _complete_word(words, {*names.speakers.values(), *names.children.values()})
    if not head or head[-1].isspace():
        return ""
    head, own, whose = head.partition(OWN)
    if own:
        return _complete_name(whose.lstrip(), names.speakers.values())
    who, mark, about = _split(head)
    if mark:
        return _complete_name(
            about.replace(",", " ").split()[-1] if about.strip() else "", names.children.values()
        )
    return _complete_name(who, names.speakers.values())


def _complete_name(begun: str, names: Iterable[str]) -> str:
    if not begun:
        return ""
    names = tuple(names)
    endings = {rest for name in names if (rest := rest_of(name, begun))}
    if not endings and " " not in begun:
        parts = (name.split() for name in names)
        last = {" ".join(each[place:]) for each in parts for place in range(1, len(each))}
        endings = {rest for name in last if (rest := rest_of(name, begun))}
    return endings.pop() if len(endings) == 1 else ""


def _complete_word(words: str, names: Iterable[str]) -> str:
    begun = words.rsplit(None, 1)[-1] if words and not words[-1].isspace() else ""
    if len(begun) < 3 or not begun[0].isupper():
        return ""
    endings = {part[len(begun) :] for name in names for part in name.split() if part.startswith(begun)}
    return endings.pop() if len(endings) == 1 else ""
