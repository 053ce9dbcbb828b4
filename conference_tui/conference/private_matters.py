"""What belongs to one adult of the family and not to another: found in typed words, for the chair to confirm.

No rule knows what is private. What is recognised is left out until the chair says otherwise (`EntryChosen`,
`WordsJudged`): what another child's parent does alone, and in words about them a place, or a name in quotation marks.
"""

import re
from collections.abc import Iterator

from conference_tui.conference.people import Person, Standing
from conference_tui.conference.state import Conference

_PLACE = re.compile(
    r"(?<![\w.:])(?:[Ff]lat\s+\w+,\s+)?\d{1,4}[A-Za-z]?\s+[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3}(?!\w)"
)
"""A number and a name with a capital: "5 Ropewalk", "12b Mill Lane"."""
_QUOTED = re.compile(r"[“\"]([A-Z][^”\"]{2,60})[”\"]")
_NO_PLACES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "am",
        "pm",
    ]
)


def other_parents(conference: Conference, reader: str) -> frozenset[str]:
    """Ids of parents who have no child and no home in common with a parent; none for other readers."""
    own = conference.people.get(reader)
    if own is None or own.standing is not Standing.PARENT:
        return frozenset()
    return frozenset(
        person.id
        for person in conference.people.values()
        if person.standing is Standing.PARENT
        and person.id != reader
        and _theirs(person).isdisjoint(_theirs(own))
        and not _share_a_home(conference, person, own)
    )


def held_back(conference: Conference, reader: str) -> tuple[str, ...]:
    """Ids of actions that only other parents do: another adult's own matter, until the chair shows it to the reader."""
    others = other_parents(conference, reader)
    return tuple(
        key
        for key, action in conference.actions.items()
        if others and action.who and set(action.who) <= others and not is_shown(conference, key, reader)
    )


def held_back_of_last_time(conference: Conference, reader: str) -> tuple[str, ...]:
    """The same of the actions that a review goes through: who did them stands there in words, as names."""
    others = other_parents(conference, reader)
    theirs = {conference.name(someone) for someone in others}
    rest = {conference.name(each) for each in (*conference.people, *conference.children)} - theirs
    return tuple(
        key
        for key, action in conference.earlier_actions.items()
        if any(name in action.who for name in theirs)
        and not any(name in action.who for name in rest)
        and not is_shown(conference, key, reader)
    )


def words_of_others(conference: Conference, reader: str) -> tuple[str, ...]:
    """Places, and names in quotation marks, in words about other parents; without those that the reader knows."""
    others = other_parents(conference, reader)
    if not others:
        return ()
    names = {part for someone in others for part in conference.name(someone).split() if len(part) > 1}
    own = conference.people[reader]
    known = {own.address.casefold(), *(child.lives.casefold() for child in conference.children.values())}
    found = []
    for words in _about(conference, others, names):
        found += [place[0] for place in _PLACE.finditer(words) if _is_place(place[0])]
    for key, action in conference.actions.items():
        if key in held_back(conference, reader):
            found += [name[1] for name in _QUOTED.finditer(action.what)]
    for key in held_back_of_last_time(conference, reader):
        found += [name[1] for name in _QUOTED.finditer(conference.earlier_actions[key].what)]
    return tuple(
        dict.fromkeys(each for each in found if not any(each.casefold() in place for place in known))
    )


def is_shown(conference: Conference, entry: str, reader: str) -> bool:
    """Whether the chair lets the reader see an entry that would be left out."""
    chosen = conference.entry_choices.get((entry, reader))
    return chosen is not None and chosen.how == "shown"


def _theirs(person: Person) -> set[str]:
    return {person.id, *person.own_children}


def _share_a_home(conference: Conference, one: Person, other: Person) -> bool:
    homes = (child.lives_with for child in conference.children.values())
    if any(one.id in home and other.id in home for home in homes):
        return True
    return bool(one.address) and one.address.casefold() == other.address.casefold()


def _about(conference: Conference, others: frozenset[str], names: set[str]) -> Iterator[str]:
    """Words that are about other parents: their own actions, and whatever names one of them."""
    for action in conference.actions.values():
        if set(action.who) & others:
            yield f"{action.what} {action.how_known} {action.need}"
    for last in conference.earlier_actions.values():
        if any(conference.name(someone) in last.who for someone in others):
            reviewed = conference.action_reviews.get(last.action)
            yield f"{last.what} {reviewed.evidence if reviewed else ''}"
    mentioned = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(names)))
    for words in _typed(conference):
        if mentioned.search(words):
            yield words


def _typed(conference: Conference) -> Iterator[str]:
    for made in conference.contributions:
        yield from (made.words, made.example, made.impact)
    yield from conference.low_score_answers.values()
    yield from (score.rationale for score in conference.scores.values())
    yield from (each.words for each in conference.contingencies.values())
    yield from (each.words for each in conference.network.values())
    yield from (each.what for each in conference.actions.values())
    yield from (each.what for each in conference.earlier_actions.values())
    yield from (each.words for each in conference.asked)
    yield from (each.evidence for each in conference.action_reviews.values())


def _is_place(words: str) -> bool:
    name = words.split()[1] if len(words.split()) > 1 else ""
    return name.casefold() not in _NO_PLACES
