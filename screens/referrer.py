"""Who referred the family. Of somebody who asked not to be named there is no field that a name could go into (HV-1)."""

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from screens.form import Field, Form, Values
from screens.stage import Stage

NO_NAME = "In words, never a name: the name is asked for afterwards, and only where it may be kept."
UNNAMED = {"yes": "asked not to be named", "no": "may be named"}
"""Whether the referrer may be named, in words."""
NOT_KEPT = "What is typed here is kept nowhere until it is recorded."


def referrer_words(conference: Conference) -> str:
    """Who referred the family, as a row says it."""
    noted = conference.referrer
    if noted is None:
        return "Referred by: not noted"
    who = "asked not to be named" if noted.anonymous else noted.name or "name not noted"
    return f"Referred by: {noted.what}, {who}"


def ask_referrer(stage: Stage) -> None:
    """Ask who referred, and whether they asked not to be named; for the name only where they did not."""
    before = stage.conference.referrer
    wants_name = False

    def save(values: Values) -> None:
        nonlocal wants_name
        what = values.needed("what", values.line("what"), "Say who referred, such as “the school”.")
        answer = values.needed(
            "unnamed", values.one("unnamed"), "Did they ask not to be named, or may they be?"
        )
        kept = before.name if before and answer == "no" else ""
        noted = e.ReferrerNoted(what=what, name=kept, anonymous=answer == "yes")
        if noted != before:
            stage.meeting.record(noted)
        wants_name = answer == "no"

    def then(was_saved: bool | None) -> None:
        if was_saved and wants_name:
            _ask_name(stage)

    chosen = () if before is None else ("yes" if before.anonymous else "no",)
    fields = [
        Field(
            name="what",
            label="Referred by",
            value=before.what if before else "",
            hint="the school, a neighbour",
        ),
        Field(
            name="unnamed",
            label="The name",
            kind="one",
            options=tuple(UNNAMED.items()),
            chosen=chosen,
        ),
    ]
    note = f"{stage.meeting.procedure.referrer.says}\n{NO_NAME}"
    stage.app.push_screen(
        Form("Who referred the family", fields, save, meeting=stage.meeting, note=note, key="referrer"), then
    )


def _ask_name(stage: Stage) -> None:
    """Ask for the name of somebody who may be named. It is no unfinished typing: that would lie on the disk."""
    noted = stage.conference.referrer
    if noted is None or noted.anonymous:
        return

    def save(values: Values) -> None:
        name = values.line("name")
        if name != noted.name:
            stage.meeting.record(e.ReferrerNoted(what=noted.what, name=name))

    name = Field(name="name", label="Name", value=noted.name, hint="may be left empty")
    stage.app.push_screen(Form(f"The name of: {noted.what}", [name], save, note=NOT_KEPT))
