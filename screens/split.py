"""A conference in two sittings: who sits in which, and the change from one to the other in one go (BA-6, HV-3)."""

from collections.abc import Callable, Iterable
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.split import Change, change_to, next_sitting
from conference_tui.conference.text import listed, say_time
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.widgets.sheet import Row, heading, plain

Ask = Callable[[Form], object]
"""Opens a form over what is shown."""

NOT_PLANNED = "No sittings are planned. F6, then p: plan one for those who do not meet the others."


def split_rows(meeting: Meeting, ask: Ask) -> Iterable[Row]:
    """Each sitting with who sits in it, and what the change to the next one does; nothing where none is planned."""
    conference = meeting.conference
    planned = conference.split_sittings.values()
    if not planned:
        return
    yield heading("Sittings, for those who do not meet", "p: another · s: change · Enter: correct")
    now = conference.split_sitting
    for sitting in planned:
        is_on = now is not None and now.sitting == sitting.sitting
        began = [say_time(each.at) for each in conference.split_begun if each.sitting == sitting.sitting]
        since = f" · began {listed(began)}" if began else ""
        words = f"{'▸' if is_on else ' '} {sitting.title}: {_names(meeting, sitting.people)}{since}"
        act = partial(plan_sitting, meeting, ask, sitting.sitting)
        yield Row(key=f"sitting:{sitting.sitting}", text=plain(words), act=act)
    if following := next_sitting(conference):
        words = f"→ {following.title}. {_in_words(meeting, change_to(conference, following.sitting))}"
        yield Row(key="change", text=plain(words), act=partial(_change, meeting, ask, following))


def _names(meeting: Meeting, ids: Iterable[str]) -> str:
    return listed([meeting.conference.name(someone) for someone in ids])


def _in_words(meeting: Meeting, change: Change) -> str:
    leave = f"Leaves: {_names(meeting, change.leave)}." if change.leave else "Nobody leaves."
    come = f"Comes: {_names(meeting, change.come)}." if change.come else "Nobody comes."
    return f"{leave} {come}"


def plan_sitting(meeting: Meeting, ask: Ask, sitting: str = "") -> None:
    """Ask who sits in a sitting, a new one or one that is planned."""
    before = meeting.conference.split_sittings.get(sitting)
    conference = meeting.conference
    people = conference.people
    everyone = [
        each for each in conference.everybody_born() if each not in people or not people[each].is_professional
    ]

    def save(values: Values) -> None:
        planned = e.SplitSittingPlanned(
            sitting=sitting or meeting.new_id(), title=values.line("title"), people=values.several("people")
        )
        meeting.record(planned)

    fields = [
        Field(
            name="title",
            label="Called",
            value=before.title if before else "",
            hint="for example With the father",
        ),
        Field(
            name="people",
            label="Sits in it",
            kind="several",
            options=tuple((someone, conference.name(someone)) for someone in everyone),
            chosen=before.people if before else (),
        ),
    ]
    note = "Whoever is in none of the sittings, such as the professionals, sits in all of them. Whoever came with somebody comes and leaves with them."
    title = before.title if before else "A sitting"
    ask(
        Form(
            title,
            fields,
            save,
            meeting=meeting,
            note=note,
            key=f"sitting/{sitting or 'new'}",
            only_changes=bool(before),
        )
    )


def change_sitting(meeting: Meeting, ask: Ask, tell: Callable[[str], object]) -> None:
    """Go to the sitting that is next; where none is planned, `tell` that."""
    following = next_sitting(meeting.conference)
    if following is None:
        tell(NOT_PLANNED)
    else:
        _change(meeting, ask, following)


def ask_who_is_here(ask: Ask, step: Callable[[], object]) -> None:
    """Ask before a change of sitting is undone or done again: the words of a sitting come on the wall with it."""

    def save(values: Values) -> None:
        if values.needed("may", values.one("may"), "Is it to be?") == "yes":
            step()

    options = (("yes", "yes: who is here may see it"), ("no", "no: it stays as it is"))
    note = (
        "The words of the sitting that is on then are on the screen at once. Look first who is in the room."
    )
    field = Field(name="may", label="Go on", kind="one", options=options)
    ask(Form("A change of sitting", [field], save, note=note))


def _change(meeting: Meeting, ask: Ask, following: e.SplitSittingPlanned) -> None:
    """Ask when, and record who leaves, that the sitting begins, and who comes: all of it or nothing."""
    conference = meeting.conference
    change = change_to(conference, following.sitting)

    def save(values: Values) -> None:
        at = values.needed("at", values.time("at"), "When does it begin?")
        mode = e.Mode(values.needed("mode", values.one("mode"), "In the room, online or by telephone?"))
        left = [e.PersonLeft(person=someone, at=at) for someone in values.several("leave")]
        came = []
        for someone in values.several("come"):
            stay = conference.presence.get(someone)
            how, why = (stay.mode, stay.reason) if stay else (mode, values.line("reason"))
            came.append(e.PersonArrived(person=someone, at=at, mode=how, reason=why))
        meeting.record_all(*left, e.SplitSittingBegan(sitting=following.sitting, at=at), *came)

    def options(ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
        return tuple((someone, conference.name(someone)) for someone in ids)

    fields = [
        Field(name="at", label="Begins at", value=say_time(meeting.clock().time())),
        Field(
            name="leave",
            label="Leave now",
            kind="several",
            options=options(change.leave),
            chosen=change.leave,
        ),
        Field(
            name="come", label="Come now", kind="several", options=options(change.come), chosen=change.come
        ),
        Field(
            name="mode",
            label="How",
            kind="one",
            options=tuple((mode.value, mode.value) for mode in e.Mode),
            chosen=(e.Mode.ROOM.value,),
        ),
        Field(
            name="reason",
            label="Reason",
            hint="why not in the room",
        ),
    ]
    note = "Those who leave go before anybody comes in. Whoever was here before comes as they did then."
    key = f"sitting/{following.sitting}/begins"
    ask(Form(f"Sitting: {following.title}", fields, save, meeting=meeting, note=note, key=key))
