"""Who is asked for a score, and when the scores are seen (BA-16, HV-2)."""

from datetime import time

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.conference.scaling import asked, not_asked, questions, spread
from conference_tui.conference.state import Conference, apply

AT = time(13, 30)


def conference(*happened: e.AnyEvent) -> Conference:
    """What these events add up to."""
    state = Conference()
    for event in happened:
        state = apply(state, event)
    return state


def person(name: str, standing: Standing) -> e.PersonEntered:
    """Somebody invited."""
    return e.PersonEntered(person=name, name=name, standing=standing)


ROOM: tuple[e.AnyEvent, ...] = (
    e.ChildEntered(child="kit", name="Kit"),
    person("ada", Standing.PARENT),
    person("bo", Standing.SUPPORTER),
    person("cem", Standing.PROFESSIONAL),
    person("dot", Standing.PROFESSIONAL),
    person("eve", Standing.ADVOCATE),
    *(e.PersonArrived(person=someone, at=AT) for someone in ("ada", "bo", "cem", "eve", "kit")),
)


def test_those_in_the_meeting_are_asked_and_supporters_are_not() -> None:
    """HV-2: supporters and advocates speak for others; who never came is not asked."""
    state = conference(*ROOM)
    assert asked(state) == ("ada", "cem", "kit")
    assert not_asked(state) == ("bo", "eve")


def test_who_has_left_is_still_asked() -> None:
    """BA-16: a child who spoke and left the room has given a number before."""
    state = conference(*ROOM, e.PersonLeft(person="kit", at=time(14, 0)))
    assert "kit" in asked(state)


def test_the_spread_is_hidden_until_it_is_shown() -> None:
    """BA-16: from the lowest to the highest, and in words."""
    given = [
        e.ScoreGiven(person="ada", question="kit", score=8, rationale="calm"),
        e.ScoreGiven(person="cem", question="kit", score=3, rationale="noise"),
    ]
    hidden = conference(*ROOM, *given)
    question = questions(hidden)[0]
    assert spread(hidden, question) is None
    seen = spread(apply(hidden, e.ScoresShown(question="kit")), question)
    assert seen is not None
    assert [each.score for each in seen.scores] == [3, 8]
    assert seen.sentence == "From 3 to 8."
