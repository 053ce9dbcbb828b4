"""The sitting: broken off and gone on with, and another chair (BA-4, M16). F12 from anywhere; rows for the stages."""

from collections.abc import Callable, Iterable, Iterator

from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference.adjourning import foreseen
from conference_tui.conference.state import Conference, Sitting
from conference_tui.conference.text import read_date, say_date, say_time, write_date
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values, Wanting
from screens.sheet_box import SheetBox
from screens.widgets.sheet import Row, heading, plain

Ask = Callable[[Form], object]
"""Opens a form over what is shown."""
NOBODY_HERE = (
    "Nobody is ticked as here. Ctrl+S again goes on with nobody; who comes is then taken down with F6."
)


class SittingBox(SheetBox):
    """Who chairs, the sittings so far, and the way to break off or to go on, whatever stage is on."""

    TITLE_IN_BOX = "This sitting"

    def rows(self) -> Iterable[Row]:
        """The chair, then the sittings."""
        yield from chair_rows(self.meeting, self.ask)
        yield from sitting_rows(self.meeting, self.ask)


# --- Rows ---------------------------------------------------------------------------------------------------


def chair_rows(meeting: Meeting, ask: Ask) -> Iterator[Row]:
    """Who chairs and chaired, and the way to another chair."""
    conference = meeting.conference
    yield heading("The chair", "Enter: somebody else chairs from now on")
    words = f"✓ {conference.every_chair or 'not named'}"
    act = None if conference.closed else _opens(another_chair, meeting, ask)
    yield Row(key="chair", text=plain(words), act=act)


def sitting_rows(meeting: Meeting, ask: Ask) -> Iterator[Row]:
    """Each sitting that was broken off, then the choice there is now."""
    conference = meeting.conference
    yield heading("Adjourning")
    for number, sitting in enumerate(conference.sittings):
        yield Row(key=f"sitting:{number}", text=plain(_in_words(sitting)))
    yield from choice(meeting, ask)


def choice(meeting: Meeting, ask: Ask) -> Iterator[Row]:
    """To adjourn, with what that does to the dates; or where it is adjourned, to go on. Nothing once it is closed."""
    conference = meeting.conference
    if conference.closed:
        return
    if conference.adjourned:
        words = "■ Adjourned. Nothing of the meeting is recorded until it goes on: Enter"
        yield Row(key="resume", text=plain(words), act=_opens(going_on, meeting, ask))
        return
    told = foreseen(conference, meeting.procedure, meeting.calendar)
    head = plain(f"○ Adjourn{f'. {told.sentence}' if told.sentence else ''}")
    how = plain(f"    {told.counted}", "$text-muted")
    yield Row(key="adjourn", text=Content("\n").join([head, how]), act=_opens(adjourning, meeting, ask))


def _opens(form: Callable[[Meeting], Form], meeting: Meeting, ask: Ask) -> Callable[[], None]:
    def open_it() -> None:
        ask(form(meeting))

    return open_it


def _in_words(sitting: Sitting) -> str:
    told, again = sitting.adjourned, sitting.resumed
    day = f"{say_date(sitting.on)} " if sitting.on else ""
    until = f" until {say_date(told.until)}" if told.until else ", no day named"
    lines = [
        f"Adjourned {day}{say_time(told.at)}{until}",
        f"    Why: {told.reason}",
        f"    Safe meanwhile: {told.safeguards}",
    ]
    if again:
        lines.append(f"    ✓ It went on {say_date(again.on)} {say_time(again.at)}")
    return "\n".join(lines)


# --- Forms --------------------------------------------------------------------------------------------------


def adjourning(meeting: Meeting) -> Form:
    """Asks when and why it is broken off, what keeps the child safe meanwhile, and when it goes on."""
    conference = meeting.conference

    def save(values: Values) -> None:
        event = e.ConferenceAdjourned(
            at=values.needed("at", values.time("at"), "When is it adjourned?"),
            reason=values.needed(
                "reason", values.words("reason"), "Why is it adjourned? The reason is printed."
            ),
            safeguards=values.needed(
                "safeguards", values.words("safeguards"), "What keeps the child safe until it meets again?"
            ),
            until=values.date("until", near=conference.held),
        )
        meeting.record(event)

    fields = [
        _now("at", "Adjourned at", meeting),
        Field(name="reason", label="Reason", kind="words", hint="why the conference does not go on today"),
        Field(
            name="safeguards",
            label="Safe meanwhile",
            kind="words",
            hint="what keeps the child safe until it meets again",
        ),
        Field(
            name="until",
            label="Goes on",
            hint="the day, for example 8/1/2027; empty where it is not known",
            check=_what_of(meeting),
        ),
    ]
    note = foreseen(conference, meeting.procedure, meeting.calendar).sentence
    return Form("Adjourn the conference", fields, save, meeting=meeting, note=note, key="adjourn")


def going_on(meeting: Meeting) -> Form:
    """Asks on which day and when it goes on, and who is in the room now; once more where that is nobody."""
    conference = meeting.conference
    sitting = conference.adjourned
    asked: list[str] = []

    def save(values: Values) -> None:
        on = values.needed("on", values.date("on", near=conference.held), "On which day does it go on?")
        at = values.needed("at", values.time("at"), "When does it go on?")
        here = values.several("here")
        if not here and not asked:
            asked.append(NOBODY_HERE)
            raise Wanting("here", NOBODY_HERE)
        meeting.record(
            e.ConferenceResumed(on=on, at=at), *(e.PersonArrived(person=someone, at=at) for someone in here)
        )

    options = tuple((someone, conference.name(someone)) for someone in may_come(conference))
    fields = [
        Field(name="on", label="Goes on", value=write_date(meeting.clock().date()), check=_what_of(meeting)),
        _now("at", "At", meeting),
        Field(name="here", label="In the room now", kind="several", options=options),
    ]
    note = f"{_in_words(sitting) if sitting else ''}\nWho is online or comes later: F6."
    return Form("The conference goes on", fields, save, meeting=meeting, note=note, key="go on")


def another_chair(meeting: Meeting) -> Form:
    """Asks who chairs from now on, since when and why."""

    def save(values: Values) -> None:
        last = meeting.conference.sittings[-1] if meeting.conference.sittings else None
        event = e.ChairChanged(
            chair=values.needed("chair", values.line("chair"), "Who chairs now?"),
            at=values.needed("at", values.time("at"), "Since when?"),
            on=last.resumed.on if last and last.resumed else None,
            reason=values.words("reason"),
        )
        meeting.record(event)

    fields = [
        Field(name="chair", label="Chair", hint="the name of who chairs from now on"),
        _now("at", "Since", meeting),
        Field(name="reason", label="Why", kind="words", hint="why the chair changed"),
    ]
    note = f"Until now: {meeting.conference.chair or 'not named'}. What was decided before stays with who chaired then."
    return Form("Another chair", fields, save, meeting=meeting, note=note, key="another chair")


def may_come(conference: Conference) -> Iterable[str]:
    """Ids of who can be here when it goes on, those who were here before first; nobody who is kept out of all of it."""
    kept_out = {
        person
        for person, each in conference.exclusions.items()
        if each.ended is None and not each.decided.parts
    }
    everyone = [someone for someone in conference.everybody_born() if someone not in kept_out]
    return sorted(everyone, key=lambda someone: someone not in conference.presence)


def _now(name: str, label: str, meeting: Meeting) -> Field:
    return Field(name=name, label=label, value=say_time(meeting.clock().time()), hint="for example 10:40")


def _what_of(meeting: Meeting) -> Callable[[str], str]:
    """Says what a day does to the dates while it is typed."""

    def check(typed: str) -> str:
        try:
            day = read_date(typed, near=meeting.conference.held)
        except ValueError:
            return ""
        return foreseen(meeting.conference, meeting.procedure, meeting.calendar, day).of_the_day

    return check
