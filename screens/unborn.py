"""An unborn child is entered with the name after the mother and the day that is expected, and nothing else is asked.

No sex (census rule 8750), no age, no school: that is told at the birth, if at all (HF-1).
"""

from conference_tui.conference import birth
from conference_tui.conference import events as e
from conference_tui.conference.people import Child
from conference_tui.conference.text import write_date
from screens.child_form import lives_with
from screens.form import Field, Form, Values
from screens.stage import Stage


def ask(stage: Stage, child: Child) -> None:
    """Ask for an unborn child, new or to be corrected."""
    meeting, conference = stage.meeting, stage.conference
    is_new = child.id not in conference.children

    def save(values: Values) -> None:
        event = e.ChildEntered(
            child=child.id,
            name=values.line("name"),
            expected=values.needed(
                "expected",
                values.date("expected"),
                "On which day is the birth expected? It cannot be left empty.",
            ),
            sex=child.sex,
            ethnicity=child.ethnicity,
            authority_id=values.line("authority_id"),
            lives=values.line("lives"),
            lives_with=values.several("lives_with"),
            school=child.school,
            previous_plans=child.previous_plans,
        )
        meeting.record(event)

    name = birth.suggested_name(birth.mother_of(conference, child.id))
    fields = [
        Field(name="name", label="Name", value=child.name, hint=name or "Baby, and the mother's surname"),
        Field(
            name="expected", label="Expected", value=write_date(child.expected), hint="for example 4/1/2027"
        ),
        Field(name="authority_id", label="Authority's number", value=child.authority_id),
        Field(name="lives", label="Will live", value=child.lives, hint="the address, where it is known"),
        lives_with(conference, child, "Will live with"),
    ]
    key = "unborn/new" if is_new else f"child/{child.id}"
    title = child.name or "An unborn child"
    stage.ask(Form(title, fields, save, meeting=meeting, key=key, only_changes=not is_new))
