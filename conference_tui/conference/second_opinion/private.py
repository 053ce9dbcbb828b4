"""Health, police and courts beside another adult's name: what no mark tells may be found by its words, and is asked about."""

from collections.abc import Iterable, Iterator

from conference_tui.conference.compared import folded, words
from conference_tui.conference.own_matter import any_of
from conference_tui.conference.papers import Copy
from conference_tui.conference.people import FAMILY
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.second_opinion.term import Term
from conference_tui.conference.state import Conference


def private(conference: Conference, procedure: Procedure, copy: Copy, read: Iterable[str]) -> Iterator[Term]:
    """What names another adult of the family beside a word of health or of courts, in a copy for a family."""
    if copy.reader not in conference.people and copy.reader not in conference.children:
        return
    others = [
        person
        for person in conference.people.values()
        if person.standing in FAMILY and person.id != copy.reader and person.name
    ]
    named = {part for person in others for part in words(person.name)[:1]}
    asked = any_of(procedure.recipients.private_words)
    for typed in read:
        if asked.search(folded(typed)) and named & set(words(typed)):
            what = "another adult's health, or what the police or a court have to do with them"
            yield Term(words=typed, what=what, kind="private", certain=False)
