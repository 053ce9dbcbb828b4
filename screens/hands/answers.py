"""Typing an answer of the form of questions for parents."""

from collections.abc import Iterator

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference import parents_form
from conference_tui.conference.state import Conference
from screens.hands.choices import choose, tick
from screens.hands.strokes import Stroke, keys, line
from screens.parents_form import columns


def answered(event: e.ContributionMade, conference: Conference) -> Iterator[Stroke]:
    """One answer: the form with all other questions left empty."""
    procedure = authorities.load(conference.opened.procedure if conference.opened else authorities.DEFAULT)
    people = [conference.name(each) for each in parents_form.whose(conference)]
    children = [child.label for child in conference.children.values()]
    yield from keys("a")
    yield from choose(conference.name(event.speaker), people)
    yield from tick([conference.name(child) for child in event.children], children)
    for place, question in enumerate(procedure.parents_form.questions):
        is_it = question == event.answers
        yield from line(event.words if is_it else "")
        words = dict(columns(procedure, place))
        column = words[event.column.value] if is_it and event.column else ""
        yield from choose(column, list(words.values()))
