"""The birth of an unborn child and going home: the procedure's points as rows, open until each is settled (HF-1)."""

from collections.abc import Callable, Iterable
from functools import partial

from conference_tui.conference import birth
from conference_tui.conference import events as e
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


def rows(
    stage: Stage, is_shown: Callable[[tuple[str, ...]], bool]
) -> Iterable[tuple[Row, e.BirthPlanSet | None]]:
    """For each unborn child every point, with what is settled of it; of a child born since, what was."""
    conference = stage.conference
    for child in conference.children.values():
        matters = birth.matters(conference, stage.meeting.procedure, child.id)
        if not matters or not is_shown((child.id,)):
            continue
        left = birth.not_settled(conference, stage.meeting.procedure, child.id) if child.unborn else ()
        note = f"{len(left)} left · g: the next" if left else "all settled ✓"
        yield heading(f"The birth of {child.label}", note if child.unborn else ""), None
        for matter in matters:
            settled = conference.birth_plans.get((child.id, matter))
            words = f"✓ {matter}\n    {settled.words}" if settled else f"○ {matter}"
            act = partial(ask, stage, child.id, matter)
            yield Row(key=f"birth:{child.id}:{matter}", text=plain(words), act=act), settled
        if child.unborn:
            text = plain("+ Something else about the birth or going home", "$text-muted")
            yield Row(key=f"birth:{child.id}:+", text=text, act=partial(ask, stage, child.id, "")), None


def ask_next(stage: Stage) -> None:
    """Ask for the first point that is not settled of any unborn child; then for something else."""
    unborn = [child.id for child in stage.conference.children.values() if child.unborn]
    for child in unborn:
        if left := birth.not_settled(stage.conference, stage.meeting.procedure, child):
            ask(stage, child, left[0])
            return
    if unborn:
        ask(stage, unborn[0], "")
    else:
        stage.notify("No child of this conference is unborn.", markup=False)


def ask(stage: Stage, child: str, matter: str) -> None:
    """Ask what is settled about one point; without one also which."""
    meeting = stage.meeting
    given = stage.conference.birth_plans.get((child, matter))

    def save(values: Values) -> None:
        which = matter or values.needed("matter", values.line("matter"), "What is it about?")
        words = values.needed("words", values.words("words"), "Say what is settled.")
        meeting.record(e.BirthPlanSet(child=child, matter=which, words=words))

    what = Field(name="matter", label="About", hint="for example who is told when labour begins")
    words = Field(
        name="words",
        label="Settled",
        kind="words",
        value=given.words if given else "",
        hint="who does what, where and when",
    )
    title = f"The birth of {stage.conference.name(child)}, and going home"
    note = matter or meeting.procedure.pre_birth.says
    fields = [words] if matter else [what, words]
    stage.ask(Form(title, fields, save, meeting=meeting, note=note, key=f"birth plan/{child}/{matter}"))
