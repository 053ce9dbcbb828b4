"""A birth: entered before the close or after it, and what follows from it (HF-1, HF-3).

Limits that are others now, with their rule; what is booked and late for them; papers made under the former name.
"""

from collections.abc import Iterable
from functools import partial

from conference_tui.conference import birth
from conference_tui.conference import events as e
from conference_tui.conference.people import Child
from conference_tui.conference.text import listed, read_date, say_date, write_date
from conference_tui.meeting import Meeting
from screens.child_form import SEXES
from screens.due import due_text
from screens.form import Field, Form, Values, Wanting
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

# --- Rows ---------------------------------------------------------------------------------------------------


def rows(stage: Stage) -> Iterable[Row]:
    """Every child that was expected, and what a birth has changed; nothing where none was."""
    conference = stage.conference
    children = [conference.children[child] for child in birth.expected_children(conference)]
    if not children:
        return
    yield heading("The birth", "b: enter it" if any(child.unborn for child in children) else "")
    for child in children:
        yield Row(key=f"birth:{child.id}", text=plain(_told(child)), act=partial(_ask, stage, child.id))
    yield from _moved(stage)


def _told(child: Child) -> str:
    expected = f"expected {say_date(child.expected)}" if child.expected else ""
    if child.born:
        return f"✓ {child.label} was born on {say_date(child.born)} · {expected}"
    return f"○ {child.label} · {expected} · b: the child is born"


def _moved(stage: Stage) -> Iterable[Row]:
    """Every limit that is another one since the birth, the former one with it (HF-3)."""
    found = birth.moved_by_birth(stage.conference, stage.meeting.procedure, stage.meeting.calendar)
    for each in found:
        text = due_text(each.now)
        text += plain(f"\n    before the birth: {each.was.deadline.when}", "$text-muted")
        if each.now.is_late:
            text += plain("\n    ! Late since the birth. Enter: book another day", "$text-warning")
        act = partial(_book_anew, stage) if each.now.is_late else None
        yield Row(key=f"moved:{each.now.deadline.key}", text=text, act=act)


def papers(stage: Stage) -> Iterable[Row]:
    """What was made before the birth and not again since, with who holds it (HF-1)."""
    left = birth.held_from_before(stage.conference, stage.meeting.procedure)
    if not left:
        return
    yield heading("From before the birth, to be made again", "h: what each gets · m: the plans alone")
    by_holder: dict[tuple[str, int], list[str]] = {}
    for each in left:
        about = f" of {stage.conference.name(each.made.child)}" if each.made.child else ""
        paper = f"{each.made.document.replace('_', ' ')}{about}"
        by_holder.setdefault((each.made.recipient, each.version - 1), []).append(paper)
    for (holder, version), papers in by_holder.items():
        words = f"○ {holder} holds version {version}: {listed(papers)}"
        yield Row(key=f"again:{version}:{holder}", text=plain(words))


def _book_anew(stage: Stage) -> None:
    """Go to the dates, and ask for the day of the review there."""
    from screens.core_group import CoreGroup
    from screens.meeting import MeetingScreen

    screen = stage.screen

    async def go() -> None:
        assert isinstance(screen, MeetingScreen)
        await screen.go(CoreGroup.ID)
        if isinstance(screen.stage, CoreGroup):
            screen.stage.action_book_review()

    stage.app.call_later(go)


# --- The form -----------------------------------------------------------------------------------------------


def ask(stage: Stage) -> None:
    """Ask for a birth: of the child that is expected; where there are several, of which."""
    unborn = [child.id for child in stage.conference.children.values() if child.unborn]
    if unborn:
        _ask(stage, *unborn)
    elif birth.expected_children(stage.conference):
        stage.notify("Every child that was expected is born. Enter on one corrects it.", markup=False)
    else:
        stage.notify("No child of this conference is expected.", markup=False)


def _ask(stage: Stage, *children: str) -> None:
    meeting, conference = stage.meeting, stage.conference
    first = children[0]
    given = conference.births.get(first)
    told = given.told if given else None

    def save(values: Values) -> None:
        born = values.needed("born", values.date("born", near=conference.held), "On which day?")
        if born > meeting.clock().date():
            raise Wanting("born", f"{say_date(born)} is yet to come.")
        one = len(children) == 1
        child = first if one else values.needed("child", values.one("child"), "Which child?")
        meeting.record(e.ChildBorn(child=child, born=born, name=values.line("name"), sex=values.one("sex")))

    title = f"{conference.name(first)} is born" if len(children) == 1 else "A child is born"
    note = (
        "Limits that are counted from the birth are reckoned anew. What was recorded before stays as it is."
    )
    key = f"birth/{first}" if len(children) == 1 else "birth"
    fields = _fields(meeting, children, told)
    stage.ask(Form(title, fields, save, meeting=meeting, note=note, key=key, only_changes=told is not None))


def _fields(meeting: Meeting, children: tuple[str, ...], told: e.ChildBorn | None) -> list[Field]:
    conference, first, several = meeting.conference, children[0], len(children) > 1
    name = told.name if told else birth.suggested_name(birth.mother_of(conference, first))
    named = tuple((child, conference.name(child)) for child in children)
    which = Field(name="child", label="Child", kind="one", options=named)
    return [
        *([which] if several else []),
        Field(
            name="born",
            label="Born",
            value=write_date(told.born) if told else "",
            hint="for example 7/1/2027",
            check=partial(_would_move, meeting, first),
        ),
        Field(
            name="name",
            label="Name",
            value="" if several else name,
            hint="as the family says; empty while there is no other",
        ),
        Field(name="sex", label="Sex", kind="one", options=SEXES, chosen=(told.sex,) if told else ()),
    ]


def _would_move(meeting: Meeting, child: str, typed: str) -> str:
    """What the day would move, while it is typed (HF-3)."""
    conference = meeting.conference
    try:
        born = read_date(typed, near=conference.held)
    except ValueError:
        return ""
    event = e.ChildBorn(child=child, born=born)
    moved = birth.would_move(conference, meeting.procedure, meeting.calendar, event)
    return " ".join([say_date(born), *(each.sentence for each in moved)])
