"""The meetings that are booked: core group, review, child in need meeting, each against its limit (BA-22, HF-3)."""

from collections.abc import Iterable
from datetime import date, time
from functools import partial

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.deadlines import REVIEWS, Due, due_dates
from conference_tui.conference.review import is_review, next_core_group
from conference_tui.conference.text import read_date, say_date, say_time, write_date
from screens.fields import one_of
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

CORE_GROUP = "first_core_group"
IN_NEED = "cin_first_meeting"


# --- Rows ---------------------------------------------------------------------------------------------------


def rows(stage: Stage) -> Iterable[Row]:
    """What is booked and what is not, with the limits."""
    yield heading("Booked", "c: core group · r: review")
    yield _core_group(stage)
    yield _review(stage)
    for child, decided in stage.conference.decisions.items():
        if decided.made.outcome is e.Outcome.CHILD_IN_NEED:
            yield _in_need(stage, child)


def _core_group(stage: Stage) -> Row:
    conference = stage.conference
    booked = conference.core_group_booked
    words = f"not booked{_latest(stage, CORE_GROUP)}"
    if booked:
        place = f" · {booked.venue}" if booked.venue else ""
        words = f"{_when(booked.on, booked.at)}{place}{_standing(stage, CORE_GROUP)}"
        chairs = []
        if booked.chaired_by:
            chairs.append(f"{conference.name(booked.chaired_by)} chairs it")
        if booked.later_chaired_by:
            chairs.append(f"{conference.name(booked.later_chaired_by)} the later ones")
        words += f"\n    {', '.join(chairs)}" if chairs else ""
    text = plain(f"{'✓' if booked else '○'} {next_core_group(conference).capitalize()} · {words}")
    return Row(key="first core group", text=text, act=partial(book_core_group, stage))


def _review(stage: Stage) -> Row:
    booked = stage.conference.review_booked
    words = f"not booked{_latest(stage, *REVIEWS)}"
    if booked:
        reason = f" · brought forward: {booked.reason}" if booked.reason else ""
        words = f"{_when(booked.on, booked.at)}{_standing(stage, *REVIEWS)}{reason}"
    text = plain(f"{'✓' if booked else '○'} Review conference · {words}")
    return Row(key="review", text=text, act=partial(book_review, stage))


def _in_need(stage: Stage, child: str) -> Row:
    booked = stage.conference.in_need_meetings.get(child)
    words = f"not booked{_latest(stage, IN_NEED)}"
    if booked:
        words = f"{_when(booked.on, booked.at)}{_against(stage, IN_NEED, booked.on)}"
    name = stage.conference.name(child)
    text = plain(f"{'✓' if booked else '○'} Child in need meeting for {name} · {words}")
    return Row(key=f"in need:{child}", text=text, act=partial(_book_in_need, stage, child))


def _when(day: date, at: time | None) -> str:
    return f"{say_date(day)} {say_time(at)}" if at else say_date(day)


# --- Against the limits -------------------------------------------------------------------------------------


def due_of(stage: Stage, *keys: str) -> Due | None:
    """The first limit of these keys that the conference has."""
    every = due_dates(stage.conference, stage.meeting.procedure, stage.meeting.calendar)
    return next((due for due in every if due.deadline.key in keys), None)


def _latest(stage: Stage, *keys: str) -> str:
    due = due_of(stage, *keys)
    return f" · by {due.deadline.when} at the latest" if due else ""


def _standing(stage: Stage, *keys: str) -> str:
    due = due_of(stage, *keys)
    return _against(stage, due.deadline.key, due.booked) if due and due.booked else ""


def _against(stage: Stage, key: str, day: date) -> str:
    """How a day stands to a limit, in words with a mark."""
    due = due_of(stage, key)
    if due is None:
        return ""
    found = dates.standing(due.deadline, day, stage.meeting.calendar)
    mark = {True: "✓", False: "!", None: "?"}[found.in_time]
    return f" · {mark} {found.sentence}, the limit is {due.deadline.when}"


# --- The forms ----------------------------------------------------------------------------------------------


def book_core_group(stage: Stage) -> None:
    """Book the first core group, or at a review the next, and say who chairs it and the later ones."""
    conference = stage.conference
    given = conference.core_group_booked

    def save(values: Values) -> None:
        event = e.CoreGroupBooked(
            on=_day(stage, values),
            at=values.time("at"),
            venue=values.line("venue"),
            chaired_by=values.one("chaired"),
            later_chaired_by=values.one("later"),
        )
        stage.meeting.record(event)

    first = "Chaired by" if is_review(conference) else "First chaired by"
    fields = [
        *_when_fields(stage, given.on if given else None, given.at if given else None, CORE_GROUP),
        Field(name="venue", label="Place", value=given.venue if given else ""),
        one_of("chaired", first, _chairs(stage), given.chaired_by if given else ""),
        one_of("later", "Later ones by", _chairs(stage), given.later_chaired_by if given else ""),
    ]
    title = f"The {next_core_group(conference)}"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key="core group"))


def book_review(stage: Stage) -> None:
    """Book the review; where it is brought forward, with the reason (HF-3)."""
    given = stage.conference.review_booked

    def save(values: Values) -> None:
        on, at = _day(stage, values), values.time("at")
        stage.meeting.record(e.ReviewBooked(on=on, at=at, reason=values.words("reason")))

    fields = [
        *_when_fields(stage, given.on if given else None, given.at if given else None, *REVIEWS),
        Field(
            name="reason",
            label="Reason",
            kind="words",
            value=given.reason if given else "",
            hint="where the chair brings it forward",
        ),
    ]
    stage.ask(Form("The review conference", fields, save, meeting=stage.meeting, key="review"))


def _book_in_need(stage: Stage, child: str) -> None:
    """Book the first child in need meeting of one child."""
    given = stage.conference.in_need_meetings.get(child)

    def save(values: Values) -> None:
        on = _day(stage, values)
        stage.meeting.record(e.InNeedMeetingBooked(child=child, on=on, at=values.time("at")))

    fields = _when_fields(stage, given.on if given else None, given.at if given else None, IN_NEED)
    title = f"Child in need meeting for {stage.conference.name(child)}"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key=f"in need/{child}"))


def _day(stage: Stage, values: Values) -> date:
    return values.needed("on", values.date("on", near=stage.conference.held), "On which day?")


def _when_fields(stage: Stage, on: date | None, at: time | None, *keys: str) -> list[Field]:
    due = due_of(stage, *keys)
    day = Field(
        name="on",
        label="Day",
        value=write_date(on),
        hint=f"by {due.deadline.when} at the latest" if due else "10/12/2026",
        check=partial(_check, stage, keys),
    )
    return [day, Field(name="at", label="At", value=say_time(at) if at else "", hint="for example 10:00")]


def _check(stage: Stage, keys: tuple[str, ...], typed: str) -> str:
    """How a day stands to its limit, while it is typed (BA-22)."""
    try:
        day = read_date(typed, near=stage.conference.held)
    except ValueError:
        return ""
    due = due_of(stage, *keys)
    return f"{say_date(day)}{_against(stage, due.deadline.key, day) if due else ''}"


def _chairs(stage: Stage) -> tuple[tuple[str, str], ...]:
    people = [person.id for person in stage.conference.people.values() if person.is_professional]
    return tuple((someone, stage.conference.name(someone)) for someone in people)
