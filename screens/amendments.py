"""What is added to a conference once it is closed: an addendum, a complaint and its outcome, how long it is kept.

What was recorded before stays as it is (HF-10).
"""

from collections.abc import Callable, Iterable
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.moments import Told
from conference_tui.conference.state import Complaint
from conference_tui.conference.text import say_date, write_date
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values, Wanting
from screens.stage import Stage
from screens.whom import about_field, own_matter_field, proposes, read_about, read_own_matter
from screens.widgets.sheet import Row, heading, plain


def rows(stage: Stage) -> Iterable[Row]:
    """The amendments of a closed conference, and the way to each new one."""
    meeting, conference = stage.meeting, stage.conference
    yield heading("After the close", "a: addendum · x: complaint · k: keep until")
    for added in conference.addenda.values():
        text = f"Addendum of {say_date(added.on)}, {conference.name(added.by)}: {added.words}"
        yield Row(key=f"addendum:{added.addendum}", text=plain(text))
    for key, complaint in conference.complaints.items():
        act = partial(_ask, stage, partial(outcome, complaint=key))
        yield Row(key=f"complaint:{key}", text=plain(_complaint_in_words(meeting, complaint)), act=act)
    kept = conference.retention
    words = (
        f"Kept until {say_date(kept.until)}: {kept.why}"
        if kept
        else "○ How long the record is kept · not said yet"
    )
    yield Row(key="retention", text=plain(words), act=partial(_ask, stage, retention))
    yield Row(key="addendum", text=plain("○ Addendum"), act=partial(_ask, stage, addendum))
    yield Row(
        key="complaint",
        text=plain("○ Complaint received"),
        act=partial(_ask, stage, complaint_received),
    )


def _ask(stage: Stage, form: Callable[[Meeting], Form]) -> None:
    stage.ask(form(stage.meeting))


def _complaint_in_words(meeting: Meeting, complaint: Complaint) -> str:
    received, decided = complaint.received, complaint.decided
    who = meeting.conference.name(received.person)
    words = f"Complaint of {say_date(received.on)}, {who}: {received.words}"
    if decided is None:
        return f"{words}\n    ○ no outcome yet"
    more = f": {decided.words}" if decided.words else ""
    return f"{words}\n    ✓ {say_date(decided.on)} {decided.outcome}{more}"


def _day(name: str, label: str, meeting: Meeting) -> Field:
    return Field(
        name=name, label=label, value=write_date(meeting.clock().date()), hint="for example 15/12/2026"
    )


def addendum(meeting: Meeting) -> Form:
    """Asks for something to be added, who adds it and when."""

    def save(values: Values) -> None:
        on = values.needed("on", values.date("on", near=meeting.conference.held), "On which day?")
        words = values.words("words")
        event = e.AddendumAdded(
            addendum=meeting.new_id(),
            words=words,
            by=values.line("by"),
            on=on,
            children=read_about(values, meeting.conference, words=words),
        )
        meeting.record(event, told=Told(own_matter_of=read_own_matter(values)))

    fields = [
        Field(
            name="words",
            label="Addendum",
            kind="words",
            hint="what was recorded before stays as it is",
            check=proposes(meeting),
        ),
        Field(name="by", label="By", value=meeting.conference.chair, hint="who adds it"),
        _day("on", "On", meeting),
        *about_field(meeting.conference),
        own_matter_field(meeting.conference),
    ]
    return Form("An addendum", fields, save, meeting=meeting, key="addendum")


def complaint_received(meeting: Meeting) -> Form:
    """Asks who complains, and about what."""
    conference = meeting.conference

    def save(values: Values) -> None:
        on = values.needed("on", values.date("on", near=conference.held), "On which day was it received?")
        person = values.line("other") or values.one("person")
        event = e.ComplaintReceived(
            complaint=meeting.new_id(),
            person=values.needed("person", person, "Who complains?"),
            words=values.words("words"),
            on=on,
        )
        meeting.record(event)

    fields = [
        Field(
            name="person",
            label="From",
            kind="one",
            options=tuple((someone, conference.name(someone)) for someone in conference.everybody_born()),
        ),
        Field(name="other", label="Somebody else", hint="a name, where it is none of these"),
        Field(name="words", label="Complaint", kind="words", hint="as it was made"),
        _day("on", "Received on", meeting),
    ]
    note = meeting.procedure.complaints.text
    return Form("A complaint", fields, save, meeting=meeting, note=note, key="complaint")


def outcome(meeting: Meeting, complaint: str) -> Form:
    """Asks what came of a complaint."""
    known = meeting.conference.complaints[complaint]
    outcomes = meeting.procedure.complaints.outcomes

    def save(values: Values) -> None:
        chosen = values.line("other") or (values.one("outcome") if outcomes else "")
        if not chosen:
            raise Wanting("outcome" if outcomes else "other", "What came of it?")
        on = values.needed("on", values.date("on", near=known.received.on), "On which day?")
        event = e.ComplaintDecided(complaint=complaint, outcome=chosen, words=values.words("words"), on=on)
        meeting.record(event)

    given = known.decided
    chosen = Field(
        name="outcome",
        label="Outcome",
        kind="one",
        options=tuple((words, words) for words in outcomes),
        chosen=(given.outcome,) if given else (),
    )
    other = given.outcome if given and given.outcome not in outcomes else ""
    fields = [
        *([chosen] if outcomes else []),
        Field(name="other", label="In other words" if outcomes else "Outcome", value=other),
        Field(name="words", label="Reason", kind="words", value=given.words if given else ""),
        _day("on", "On", meeting),
    ]
    note = known.received.words
    return Form(
        "What came of the complaint", fields, save, meeting=meeting, note=note, key=f"outcome/{complaint}"
    )


def retention(meeting: Meeting) -> Form:
    """Asks until when the record is kept, and by which rule."""
    given = meeting.conference.retention

    def save(values: Values) -> None:
        until = values.needed("until", values.date("until"), "Until which day is it kept?")
        meeting.record(e.RetentionSet(until=until, why=values.words("why")))

    fields = [
        Field(
            name="until",
            label="Kept until",
            value=write_date(given.until) if given else "",
            hint="for example 31/12/2040",
        ),
        Field(
            name="why",
            label="Rule",
            kind="words",
            value=given.why if given else "",
            hint="by which rule of the authority, or why",
        ),
    ]
    note = "When the day is over the list of conferences says so. Nothing is erased by itself."
    return Form("How long the record is kept", fields, save, meeting=meeting, note=note, key="retention")
