"""Whom a paper is about, and which conference it comes from."""

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.documents.writing import Writing

_WIDTHS = (0.44, 0.56)


def child(writing: Writing, view: ChildView) -> None:
    """The child, and the conference, one fact in each row."""
    about, held = view.child, view.own.held
    writing.heading("child")
    facts = [("name", about.label)]
    facts += [("expected", say_long_date(about.expected))] if about.expected and not about.born else []
    facts += [("born", say_long_date(about.born))] if about.born else []
    age = about.age_on(held) if held else None
    facts += [("age", str(age))] if age is not None else []
    facts += [("authority_id", about.authority_id)] if about.authority_id else []
    facts += [("previous_plans", str(about.previous_plans))] if about.previous_plans is not None else []
    conference = (fact for fact in of_conference(writing, view.own) if fact[0] != "minute_taker")
    table(writing, [*facts, *conference])


def of_conference(writing: Writing, reduced: Conference) -> list[tuple[str, str]]:
    """Which conference it was, when, where, who chaired and who took the minutes."""
    facts = [("conference", writing.say("kinds", reduced.kind.value))]
    facts += [("held", say_long_date(reduced.held) if reduced.held else writing.say("facts", "unknown"))]
    facts += [("venue", reduced.arranged.venue)] if reduced.arranged.venue else []
    facts += [("chair", reduced.every_chair)] if reduced.every_chair else []
    if reduced.opened and reduced.opened.minute_taker:
        facts += [("minute_taker", reduced.opened.minute_taker)]
    return [*facts, ("reference", reduced.ref)]


def table(writing: Writing, facts: list[tuple[str, str]]) -> None:
    """Facts by the keys of their names."""
    writing.table((), [(writing.say("facts", key), told) for key, told in facts], _WIDTHS)
