"""Bringing an invitation list in at the set-up (HF-8)."""

from collections.abc import Callable
from pathlib import Path

from conference_tui import inviting
from conference_tui.exchange.errors import ListRefused
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values, Wanting

NOTE = "A CSV file with the columns name, takes part as, role, agency, discipline, telephone … Everybody of it is entered, or nobody."


def invitation_form(meeting: Meeting, tell: Callable[[str], object]) -> Form:
    """A form for the file; what is wrong with it is said line by line, and the form stays."""

    def save(values: Values) -> None:
        typed = values.needed("file", values.line("file"), "Which file?")
        try:
            people = inviting.people_in(meeting, Path(typed).expanduser())
        except ListRefused as refused:
            raise Wanting("file", str(refused)) from None
        except OSError as error:
            raise Wanting("file", f"{typed} cannot be read: {error.strerror}. Nobody was entered.") from None
        inviting.invite(meeting, people)
        tell(f"{len(people)} people are entered. Ctrl+R lists them; what is wrong is corrected with Enter.")

    file = Field(name="file", label="File", hint="for example ~/Documents/invited.csv")
    return Form("An invitation list", [file], save, meeting=meeting, note=NOTE, key="invitations")
