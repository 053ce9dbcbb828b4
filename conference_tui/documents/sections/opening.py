"""Whom a paper is about, and which conference it comes from."""

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.text import say_long_date
from conference_tui.documents.writing import Writing

_WIDTHS = (0.35, 0.65)


def child(writing: Writing, view: ChildView) -> None:
    """The child, and the conference, one fact in each row."""
    writing.heading("child")
    facts = [("name", view.name)]
    facts += [("expected", say_long_date(view.expected))] if view.expected and not view.born else []
    facts += [("born", say_long_date(view.born))] if view.born else []
    facts += [("age", str(view.age))] if view.age is not None else []
    facts += [("authority_id", view.authority_id)] if view.authority_id else []
    facts += [("previous_plans", str(view.previous_plans))] if view.previous_plans is not None else []
    table(writing, [*facts, *of_the_conference(writing, view)])


def of_the_conference(writing: Writing, view: ChildView) -> list[tuple[str, str]]:
    """Which conference it was, when, where and who chaired."""
    facts = [("conference", writing.say("kinds", view.kind.value))]
    facts += [("held", say_long_date(view.held) if view.held else writing.say("facts", "unknown"))]
    facts += [("venue", view.venue)] if view.venue else []
    facts += [("chair", view.chair)] if view.chair else []
    return [*facts, ("reference", view.ref)]


def table(writing: Writing, facts: list[tuple[str, str]]) -> None:
    """Facts by the keys of their names."""
    writing.table((), [(writing.say("facts", key), told) for key, told in facts], _WIDTHS)
