"""The form of questions for parents: made and printed blank, and its answers typed in, in their own words (KC-9)."""

from collections.abc import Callable, Iterable
from functools import partial
from itertools import count
from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference import parents_form
from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.split import words_for_the_room
from conference_tui.meeting import Meeting
from screens.blank import may_ask
from screens.correction import correction
from screens.desk import default_folder
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

NO_COLUMN = "none"
NOT_PRINTED = "none"
SUGGESTED = " (suggested)"
IN_THE_SLOT = "The closed slot is open: what a parent wrote goes into the open record. End the slot first."
NOBODY = "Nobody of the family is entered yet: p at the set-up enters who is invited."


def rows(stage: Stage) -> Iterable[Row]:
    """What was typed in from forms, each to be corrected with Enter."""
    conference = stage.conference
    answers = parents_form.answers(conference)
    who = list(dict.fromkeys(made.speaker for made in answers))
    note = f"typed in from {len(who)}" if who else "none typed in"
    yield heading("The form of questions", f"{note} · a: type one in · b: a blank one")
    for made in answers:
        column = f"\n    {TITLES[made.column]}" if made.column else "\n    in no column of the map"
        words = words_for_the_room(conference, made)
        text = plain(f"✎ {conference.name(made.speaker)}: {made.answers}\n    {words}{column}")
        yield Row(key=f"answer:{made.contribution}", text=text, act=partial(_correct, stage, made))
    if not parents_form.whose(conference):
        yield Row(key="answers:nobody", text=plain(NOBODY, "$text-muted"))


def _correct(stage: Stage, made: e.ContributionMade) -> None:
    stage.ask(correction(stage.meeting, made))


# --- Typing one in ------------------------------------------------------------------------------------------


def type_in(stage: Stage) -> None:
    """Ask for the answers of one form."""
    if stage.meeting.in_closed_slot:
        stage.notify(IN_THE_SLOT, severity="warning", markup=False)
    elif not parents_form.whose(stage.conference):
        stage.notify(NOBODY, markup=False)
    else:
        stage.ask(answers_form(stage.meeting))


def answers_form(meeting: Meeting) -> Form:
    """A field for each question, and below it where the answer stands on the map, which nobody chooses for them."""
    procedure = meeting.procedure

    def save(values: Values) -> None:
        speaker = values.needed("whose", values.one("whose"), "Whose form is it?")
        written = {
            place: (values.words(f"answer-{place}"), _column(values.one(f"column-{place}")))
            for place, _ in enumerate(procedure.parents_form.questions)
        }
        ids = (meeting.new_id() for _ in count())
        made = parents_form.entries(procedure, speaker, values.several("children"), written, ids)
        values.needed("answer-0", made, "Nothing is answered. What did they write?")
        meeting.record(*made)

    note = "In their own words. A question that is left empty is not answered."
    return Form(
        procedure.parents_form.title, _fields(meeting), save, meeting=meeting, note=note, key="parents-form"
    )


def _fields(meeting: Meeting) -> list[Field]:
    conference, form = meeting.conference, meeting.procedure.parents_form
    people = tuple((each, conference.name(each)) for each in parents_form.whose(conference))
    children = tuple((child.id, child.label) for child in conference.children.values())
    fields = [
        Field(name="whose", label="Whose form", kind="one", options=people),
        Field(name="children", label="About (none: all)", kind="several", options=children),
    ]
    for place, question in enumerate(form.questions):
        fields.append(Field(name=f"answer-{place}", label=f"{place + 1}. {question}", kind="words"))
        options = columns(meeting.procedure, place)
        fields.append(Field(name=f"column-{place}", label="  stands under", kind="one", options=options))
    return fields


def columns(procedure: Procedure, place: int) -> tuple[tuple[str, str], ...]:
    """Where the answer to a question can stand, with a word at the one that is suggested."""
    suggested = procedure.parents_form.suggested(place)
    kinds = tuple(
        (column.value, f"{TITLES[column]}{SUGGESTED if column.value == suggested else ''}")
        for column in MARKS.values()
    )
    return (*kinds, (NO_COLUMN, "no column"))


def _column(chosen: str) -> e.Column | None:
    return None if chosen in ("", NO_COLUMN) else e.Column(chosen)


# --- A blank one --------------------------------------------------------------------------------------------


def ask_for_blank(stage: Stage) -> None:
    """Ask where a blank form goes, once it is known which printers there are."""
    stage.run_worker(partial(_look_for_printers, stage), thread=True, group="print", exit_on_error=False)


def _look_for_printers(stage: Stage) -> None:
    from conference_tui.documents.printing import queues

    names = [queue.name for queue in queues()]
    stage.app.call_from_thread(_ask, stage, names)


def _ask(stage: Stage, names: list[str]) -> None:
    if not may_ask(stage):
        return
    printers = (*((name, name) for name in names), (NOT_PRINTED, "none: only the file"))

    def save(values: Values) -> None:
        folder = values.needed("folder", values.line("folder"), "In which folder?")
        make = partial(
            _make,
            stage,
            Path(folder).expanduser(),
            large=bool(values.several("large")),
            queue="" if values.one("printer") in ("", NOT_PRINTED) else values.one("printer"),
        )
        stage.run_worker(make, thread=True, group="print", exit_on_error=False)

    fields = [
        Field(name="folder", label="Folder", value=str(default_folder(stage.meeting))),
        Field(name="large", label="Size", kind="several", options=(("large", "large print, 18 points"),)),
        Field(name="printer", label="Printer", kind="one", options=printers),
    ]
    title = "A blank form of questions"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key="blank-form"))


def _make(stage: Stage, folder: Path, *, large: bool, queue: str) -> None:
    """Make the form, and print it where a printer was chosen. Called in a worker's thread."""
    from conference_tui.conference.papers import Layout
    from conference_tui.documents.fonts import UnprintableCharacter
    from conference_tui.documents.printing import print_document
    from conference_tui.documents.question_form import draw_question_form, file_name

    layout = Layout.LARGE_PRINT if large else Layout.STANDARD
    tell = partial(stage.app.call_from_thread, _tell, stage)
    try:
        data = draw_question_form(stage.meeting.procedure, layout)
    except UnprintableCharacter as character:
        tell(f"{character} No form was made.")
        return
    tell(_written(folder / file_name(layout), data))
    if queue:
        watched: Callable[[str], None] = tell
        tell(print_document(data, queue, watched=watched).told)


def _written(path: Path, data: bytes) -> str:
    """Write the file, and say where it lies or why it does not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.read_bytes() == data:
            return f"The blank form is there already: {path}"
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        return f"{path} is there already and is another one; it was left as it is. Name another folder."
    except OSError as error:
        return (
            f"The form could not be written to {path.parent}: {error.strerror or error}. Name another folder."
        )
    return f"The blank form is made: {path}"


def _tell(stage: Stage, words: str) -> None:
    if stage.is_attached:
        stage.notify(words, timeout=20, markup=False)
