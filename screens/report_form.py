"""How an agency's report came, and when the family had it (BA-5)."""

from typing import Literal

from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies
from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference
from conference_tui.conference.text import write_date
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values

FORMS = {"written": "written", "verbal": "told here, not written", "none": "no report"}
"""How a report came, in words."""

Translation = Literal["not needed", "needed", "done"]
TRANSLATIONS: dict[Translation, str] = {
    "not needed": "not needed",
    "needed": "still to be translated",
    "done": "done, the family has it in their language",
}
"""Whether the family has a report in its own language, in words (HF-8)."""


def report_form(meeting: Meeting, someone: str) -> Form:
    """A form for the report that somebody of an agency is to give, or gave."""
    conference = meeting.conference
    authors = _authors(conference, someone)

    def save(values: Values) -> None:
        author = values.one("author") if len(authors) > 1 else someone
        meeting.record(_read(meeting, values, author))

    fields = _fields(conference, conference.reports.get(someone))
    if len(authors) > 1:
        author = Field(name="author", label="By", kind="one", options=authors, chosen=(someone,))
        fields.insert(0, author)
    agency = conference.people[someone].agency or conference.name(someone)
    return Form(f"Report of {agency}", fields, save, meeting=meeting, key=f"report/{someone}")


def _read(meeting: Meeting, values: Values, author: str) -> e.ReportReceived:
    form = values.needed("form", values.one("form"), "Is there a report, and is it written?")
    return e.ReportReceived(
        person=author,
        form=next((each for each in ("written", "verbal", "none") if each == form), "written"),
        shared=values.date("shared", near=meeting.conference.held),
        not_shared_with=values.several("not_shared"),
        author_agrees=values.one("agrees") == "yes",
        translation=next((each for each in TRANSLATIONS if each == values.one("translation")), ""),
        language=values.line("language"),
    )


def _fields(conference: Conference, before: e.ReportReceived | None) -> list[Field]:
    return [
        Field(
            name="form",
            label="Report",
            kind="one",
            options=tuple(FORMS.items()),
            chosen=(before.form,) if before else (),
        ),
        Field(
            name="shared",
            label="The family had it",
            value=write_date(before.shared) if before else "",
            hint="for example 27/11/2026; empty where not yet, or not known",
        ),
        Field(
            name="not_shared",
            label="Not shared with",
            kind="several",
            options=readers_of(conference),
            chosen=before.not_shared_with if before else (),
        ),
        Field(
            name="agrees",
            label="Author agrees",
            kind="one",
            options=(("yes", "yes, it may be handed on"), ("no", "not asked, or no")),
            chosen=("yes" if before.author_agrees else "no",) if before else (),
        ),
        *_translation_fields(before),
    ]


def _translation_fields(before: e.ReportReceived | None) -> list[Field]:
    return [
        Field(
            name="translation",
            label="Translated",
            kind="one",
            options=tuple(TRANSLATIONS.items()),
            chosen=(before.translation,) if before else (),
        ),
        Field(
            name="language",
            label="Into",
            value=before.language if before else "",
            hint="the family's language, where it is another one",
        ),
    ]


def _authors(conference: Conference, someone: str) -> tuple[tuple[str, str], ...]:
    agency = next((each for each in agencies(conference) if someone in each.people), None)
    return tuple((author, conference.name(author)) for author in (agency.people if agency else ()))


def readers_of(conference: Conference) -> tuple[tuple[str, str], ...]:
    """Who should have had the reports, with names: parents, and everyone with parental responsibility."""
    people = conference.people.values()
    readers = [p for p in people if p.standing is Standing.PARENT or p.responsibility_for]
    return tuple((person.id, person.label) for person in readers)
