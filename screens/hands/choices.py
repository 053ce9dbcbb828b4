"""Choosing among options by what tells them apart: the words a person would type."""

from collections.abc import Iterable, Iterator, Sequence

from conference_tui.conference.compared import begins
from conference_tui.conference.state import Conference
from screens.hands.strokes import Key, Stroke, Text
from screens.whom import ALL


def words_for(wanted: str, options: Sequence[str]) -> str:
    """As few words of an option as mean it and no other, as a choice reads them; a word alone where one does."""
    words = wanted.split()
    parts = [*words, *(" ".join(words[:count]) for count in range(2, len(words))), wanted]
    for part in parts:
        if [option for option in options if begins(option, part)] == [wanted]:
            return part
    return wanted


def choose(wanted: str, options: Sequence[str], before: str = "") -> Iterator[Stroke]:
    """Choose one option and go on; nothing wanted takes back what was chosen before."""
    if wanted:
        yield Text(words_for(wanted, options))
    elif before:  # the cursor stands on it
        yield Key("space")
    yield Key("enter")


def tick(wanted: Iterable[str], options: Sequence[str], before: Iterable[str] = ()) -> Iterator[Stroke]:
    """Tick several options and go on; those ticked before and not wanted are taken out."""
    for each in [option for option in options if (option in set(wanted)) != (option in set(before))]:
        yield Text(words_for(each, options))
        yield Key("enter")
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
