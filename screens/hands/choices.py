"""Choosing among options by what tells them apart: the words a person would type."""

from collections.abc import Iterable, Iterator, Sequence

from conference_tui.conference.compared import begins
from conference_tui.conference.state import Conference
from screens.hands.strokes import Key, Stroke, Text
from screens.whom import ALL


def word_for(wanted: str, options: Sequence[str]) -> str:
    """A word of an option that leads to it and to none before it, as a choice reads letters."""
    for word in wanted.casefold().split():
        found = next((option for option in options if begins(option, word)), "")
        if found == wanted:
            return word
    return wanted.split()[0]


def choose(wanted: str, options: Sequence[str], before: str = "") -> Iterator[Stroke]:
    """Choose one option and go on; nothing wanted takes back what was chosen before."""
    if wanted:
        yield Text(word_for(wanted, options))
    elif before:  # the cursor stands on it
        yield Key("space")
    yield Key("enter")


def tick(wanted: Iterable[str], options: Sequence[str], before: Iterable[str] = ()) -> Iterator[Stroke]:
    """Tick several options and go on; those ticked before and not wanted are taken out."""
    for each in [option for option in options if (option in set(wanted)) != (option in set(before))]:
        yield Text(word_for(each, options))
        yield Key("space")
    yield Key("enter")


def about(children: Iterable[str], conference: Conference) -> Iterator[Stroke]:
    """Say about which children it is, where there are several."""
    every = [child.label for child in conference.children.values()]
    if len(every) < 2:
        return
    wanted = [conference.children[child].label for child in children]
    yield from tick([ALL] if len(wanted) == len(every) else wanted, [ALL, *every])


def instead(words: str, before: str = "") -> Iterator[Stroke]:
    """Put words in the place of those that stand in a field, and go on."""
    if words != before:
        if before:
            yield Key("ctrl+u")
        if words:
            yield Text(words)
    yield Key("enter")
