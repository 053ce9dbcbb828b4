"""Whom a paper is about, and which conference it comes from."""

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.events import Kind
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.documents.writing import Writing

_WIDTHS = (0.44, 0.56)


def child(writing: Writing, view: ChildView) -> None:
    """The child, and the conference, one fact in each row."""
    about = view.child
    writing.heading("child")
    facts = [("name", about.name)]
    facts += [("expected", say_long_date(about.expected))] if about.expected and not about.born else []
    facts += [("born", say_long_date(about.born))] if about.born else []
    facts += [("age", str(about.age))] if about.age is not None else []
    facts += [("authority_id", about.authority_id)] if about.authority_id else []
    facts += [("previous_plans", str(about.previous_plans))] if about.previous_plans is not None else []
    table(writing, [*facts, *_of_view(writing, view)])


def of_conference(writing: Writing, reduced: Conference) -> list[tuple[str, str]]:
    """Which conference it was, when, where and who chaired."""
    kind = reduced.opened.kind if reduced.opened else Kind.INITIAL
    facts = [("conference", writing.say("kinds", kind.value))]
    facts += [("held", say_long_date(reduced.held) if reduced.held else writing.say("facts", "unknown"))]
    facts += [("venue", reduced.arranged.venue)] if reduced.arranged.venue else []
    facts += [("chair", reduced.every_chair)] if reduced.every_chair else []
    if reduced.opened and reduced.opened.minute_taker:
        facts += [("minute_taker", reduced.opened.minute_taker)]
    return [*facts, ("reference", reduced.ref)]


def _of_view(writing: Writing, view: ChildView) -> list[tuple[str, str]]:
    meeting = view.conference
    facts = [("conference", writing.say("kinds", meeting.kind.value))]
    facts += [("held", say_long_date(meeting.held) if meeting.held else writing.say("facts", "unknown"))]
    facts += [("venue", meeting.venue)] if meeting.venue else []
    facts += [("chair", meeting.chair)] if meeting.chair else []
    return [*facts, ("reference", meeting.ref)]


def table(writing: Writing, facts: list[tuple[str, str]]) -> None:
    """Facts by the keys of their names."""
    writing.table((), [(writing.say("facts", key), told) for key, told in facts], _WIDTHS)
