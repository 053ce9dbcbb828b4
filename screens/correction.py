"""Correcting what was said: the words, where they stand, and what hangs on them. What stood before is kept."""

from typing import Literal, cast

from conference_tui.conference import events as e
from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.moments import Told
from conference_tui.conference.text import write_date
from conference_tui.meeting import Meeting, Refused
from screens.form import Field, Form, Values
from screens.whom import own_matter_field, proposes, read_own_matter

Domain = Literal["", "needs", "parenting", "family and environment"]

COLUMNS = (
    *((column.value, f"{mark} {TITLES[column]}") for mark, column in MARKS.items()),
    ("none", "no column"),
)
"""The kinds of entry, as they are chosen."""

IN_WRITING = "sent or handed in, and not said here"
"""How something was given that was not spoken (HF-5, HF-9)."""

DOMAINS = (
    ("needs", "the child's needs"),
    ("parenting", "parenting capacity"),
    ("family and environment", "family and environment"),
)
"""The three domains of the assessment (HF-12)."""


def correction(meeting: Meeting, made: e.ContributionMade) -> Form:
    """A form with a contribution as it stands. Saving it unchanged records nothing."""

    def save(values: Values) -> None:
        correct, own = _read(values, made, meeting), read_own_matter(values)
        if correct != made or own != _own_matter_of(meeting, made):
            corrected = e.ContributionCorrected(correct=correct, why=values.line("why"))
            meeting.record(corrected, told=Told(own_matter_of=own))

    title = f"Correct what {meeting.conference.name(made.speaker)} said"
    return Form(title, _fields(meeting, made), save, meeting=meeting, key=f"correct/{made.contribution}")


def _own_matter_of(meeting: Meeting, made: e.ContributionMade) -> str:
    moment = meeting.conference.log.moment(made.contribution)
    return moment.own_matter_of if moment else ""


def _fields(meeting: Meeting, made: e.ContributionMade) -> list[Field]:
    conference = meeting.conference
    children = tuple((child.id, child.label) for child in conference.children.values())
    people = tuple((person.id, person.label) for person in conference.people.values())
    column = (made.column.value if made.column else "none",)
    return [
        Field(name="words", label="Words", kind="words", value=made.words, check=proposes(meeting)),
        Field(name="column", label="Column", kind="one", options=COLUMNS, chosen=column),
        Field(
            name="children", label="About (none: all)", kind="several", options=children, chosen=made.children
        ),
        Field(name="example", label="For example", kind="words", value=made.example),
        Field(name="impact", label="Impact", kind="words", value=made.impact, hint="on the child"),
        Field(name="domain", label="Domain", kind="one", options=DOMAINS, chosen=(made.domain,)),
        Field(
            name="new",
            label="New today",
            kind="several",
            options=(("new", "the family hears it for the first time"),),
            chosen=("new",) if made.new_today else (),
        ),
        Field(
            name="writing",
            label="In writing",
            kind="several",
            options=(("writing", IN_WRITING),),
            chosen=("writing",) if made.in_writing else (),
        ),
        Field(name="owner", label="Grey: finds out", kind="one", options=people, chosen=(made.owner,)),
        Field(
            name="by",
            label="Grey: by",
            value=write_date(made.by),
            hint="for a grey area: 15/12/2026",
        ),
        Field(
            name="speaker", label="Said by", kind="one", options=(*people, *children), chosen=(made.speaker,)
        ),
        own_matter_field(conference, _own_matter_of(meeting, made)),
        Field(name="why", label="Why corrected", hint="may be left empty"),
    ]


def _read(values: Values, made: e.ContributionMade, meeting: Meeting) -> e.ContributionMade:
    column = values.one("column")
    return e.ContributionMade(
        contribution=made.contribution,
        stage=made.stage,
        speaker=values.needed("speaker", values.one("speaker"), "Who said it?"),
        words=values.words("words"),
        column=None if column in ("", "none") else e.Column(column),
        children=values.several("children"),
        example=values.words("example"),
        impact=values.words("impact"),
        domain=cast("Domain", values.one("domain")),
        new_today=bool(values.several("new")),
        owner=values.one("owner"),
        by=values.date("by", near=meeting.conference.held),
        in_writing=bool(values.several("writing")),
        answers=made.answers,
    )


def striking(meeting: Meeting, made: e.ContributionMade) -> Form:
    """A form for the reason why a contribution no longer counts. It stays in the record, struck."""

    def save(values: Values) -> None:
        why = values.needed("why", values.words("why"), "Why is it struck? The reason stays in the record.")
        meeting.strike(_first_said(meeting, made), why)

    why = Field(name="why", label="Reason", kind="words", hint="stays in the record with what was struck")
    note = f"{meeting.conference.name(made.speaker)}: {made.words}"
    return Form("Strike this", [why], save, meeting=meeting, note=note, key=f"strike/{made.contribution}")


def _first_said(meeting: Meeting, made: e.ContributionMade) -> e.ContributionMade:
    """The contribution as it was first recorded: with it, its corrections no longer count either."""
    for entry in reversed(meeting.entries):
        event = entry.event
        if isinstance(event, e.ContributionMade) and event.contribution == made.contribution:
            return event
    raise Refused("That is no longer in the record.")
