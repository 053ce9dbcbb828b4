"""Sentences of the room: who came, left, was introduced, is not there."""

from conference_tui.conference import events as e
from conference_tui.conference.text import say_time
from conference_tui.conference.timeline.telling import says
from conference_tui.conference.timeline.words import because, quoted

says(
    e.PersonArrived,
    lambda ev, told: (
        f"{told.name(ev.person)} came at {say_time(ev.at)}, {ev.mode.value}.{because(ev.reason)}"
    ),
)
says(e.PersonLeft, lambda ev, told: f"{told.name(ev.person)} left at {say_time(ev.at)}")
says(
    e.PersonIntroduced,
    lambda ev, told: (
        f"{told.name(ev.person)} was introduced{f': {quoted(ev.involvement)}' if ev.involvement else ''}"
    ),
)
says(e.ApologySent, lambda ev, told: f"{told.name(ev.person)} sent an apology.{because(ev.reason)}")
says(
    e.AbsenceNoted,
    lambda ev, told: (
        f"{told.name(ev.person)} did not come.{f' Tried: {quoted(ev.tried)}' if ev.tried else ''}"
    ),
)
