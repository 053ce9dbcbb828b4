"""Who comes and who leaves: in two words at once, or in a form with the time and how (BA-10)."""

from collections.abc import Mapping, Sequence
from datetime import time
from typing import ClassVar

from conference_tui.conference import events as e
from conference_tui.conference.text import say_time
from conference_tui.meeting import Meeting, Refused
from screens.commands import Command, called_so
from screens.form import Field, Form, Values
from screens.steered import Steered

OPEN_RECORD = "The closed slot is open. Who comes and goes, and why, stands in the open record, which the family may read."


class ComesAndGoes(Steered[None]):
    """A screen with a line in which somebody's coming or leaving is said with their name."""

    TYPED_COMMANDS: ClassVar[Sequence[Command]] = (
        Command("came", "came", "Has come into the room, just now", follows="away_called"),
        Command("left", "left", "Has left, just now", follows="here_called"),
    )
    meeting: Meeting

    def begin_command(self, word: str) -> None:
        """Begin a command in the line, so that a name can be typed behind it."""
        raise NotImplementedError

    def away_called(self, typed: str) -> Mapping[str, str]:
        """Who is not here and may be meant."""
        return called_so(typed, self._names(here=False))

    def here_called(self, typed: str) -> Mapping[str, str]:
        """Who is here and may be meant."""
        return called_so(typed, self._names(here=True))

    def _names(self, *, here: bool) -> Mapping[str, str]:
        conference = self.meeting.conference
        present = conference.present()
        everybody = conference.everybody_born()
        return {each: conference.name(each) for each in everybody if (each in present) is here}

    def action_came(self, someone: str = "") -> None:
        """Record that somebody has come; who is kept out of something is let in with the form, which says so."""
        if not someone:
            self.begin_command("came")
        elif kept_out(self.meeting, someone):
            self.app.push_screen(arrival(self.meeting, someone))
        else:
            self._record(e.PersonArrived(person=someone, at=self._now()), "has come, and is in the room")

    def action_left(self, someone: str = "") -> None:
        """Record that somebody has left."""
        if someone:
            self._record(e.PersonLeft(person=someone, at=self._now()), "has left")
        else:
            self.begin_command("left")

    def _record(self, event: e.PersonArrived | e.PersonLeft, what: str) -> None:
        try:
            self.meeting.record(event)
        except Refused as refused:
            self.notify(str(refused), severity="warning", markup=False)
        else:
            name = self.meeting.conference.name(event.person)
            self.notify(f"{name} {what}: {say_time(event.at)}.", markup=False)

    def _now(self) -> time:
        return self.meeting.clock().time().replace(second=0, microsecond=0, tzinfo=None)


def arrival(meeting: Meeting, someone: str) -> Form:
    """A form for when and how somebody has come."""

    def save(values: Values) -> None:
        at = values.needed("at", values.time("at"), "When did they come?")
        mode = e.Mode(values.needed("mode", values.one("mode"), "In the room, online or by telephone?"))
        meeting.record(e.PersonArrived(person=someone, at=at, mode=mode, reason=values.line("reason")))

    fields = [
        Field(name="at", label="Came at", value=_now(meeting)),
        Field(
            name="mode",
            label="How",
            kind="one",
            options=tuple((mode.value, mode.value) for mode in e.Mode),
        ),
        Field(name="reason", label="Reason", hint="why not in the room"),
    ]
    note = "\n".join(filter(None, (_note(meeting), kept_out(meeting, someone))))
    title = f"{meeting.conference.name(someone)} has come"
    return Form(title, fields, save, meeting=meeting, note=note, key=f"came/{someone}")


def departure(meeting: Meeting, someone: str) -> Form:
    """A form for when somebody has left."""

    def save(values: Values) -> None:
        at = values.needed("at", values.time("at"), "When did they leave?")
        meeting.record(e.PersonLeft(person=someone, at=at))

    fields = [Field(name="at", label="Left at", value=_now(meeting))]
    title = f"{meeting.conference.name(someone)} has left"
    return Form(title, fields, save, meeting=meeting, note=_note(meeting), key=f"left/{someone}")


def kept_out(meeting: Meeting, someone: str) -> str:
    """What the chair knows before somebody is let in; empty where there is nothing to know."""
    from screens.exclusions import out_of

    out = out_of(meeting, someone)
    return f"The chair decided: {out}." if out else ""


def _now(meeting: Meeting) -> str:
    return say_time(meeting.clock().time())


def _note(meeting: Meeting) -> str:
    """Said before anything is typed: this is no place for what the closed slot is about (BA-11)."""
    return OPEN_RECORD if meeting.in_closed_slot else ""
