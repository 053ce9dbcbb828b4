"""Sentences of who is kept out, and of a conference in two sittings."""

from conference_tui.conference import events as e
from conference_tui.conference.text import listed, say_date, say_time
from conference_tui.conference.timeline.telling import Told, says
from conference_tui.conference.timeline.words import because, quoted


def _excluded(event: e.ExclusionDecided, told: Told) -> str:
    parts = listed([quoted(told.stage(part)) for part in event.parts])
    views = f" Their views are told by {told.name(event.views_by)}." if event.views_by else ""
    on = f" on {say_date(event.told_on)}" if event.told_on else ""
    explained = (
        f" Told to them{on}: {quoted(event.told)}" if event.told else " It was not explained to them yet."
    )
    challenge = f" That they can challenge it: {quoted(event.challenge)}" if event.challenge else ""
    return (
        f"{told.name(event.person)} is kept out of {parts or 'the whole conference'}: {quoted(event.ground)}"
        f"{because(event.reason)}{views}{explained}{challenge}"
    )


def _split_began(event: e.SplitSittingBegan, told: Told) -> str:
    planned = told.conference.split_sittings.get(event.sitting)
    return f"The sitting {quoted(planned.title if planned else event.sitting)} began at {say_time(event.at)}"


says(
    e.AdultsKeptApart,
    lambda ev, told: (
        f"{told.name(ev.one)} and {told.name(ev.other)} are {'' if ev.apart else 'not '}kept apart{because(ev.why)}"
    ),
)
says(e.ExclusionDecided, _excluded)
says(
    e.SplitSittingPlanned,
    lambda ev, told: f"The sitting {quoted(ev.title)} is planned, with {told.names(ev.people)}",
)
says(e.SplitSittingBegan, _split_began)
says(e.ExclusionEnded, lambda ev, told: f"{told.name(ev.person)} may come in again, since {say_time(ev.at)}")
