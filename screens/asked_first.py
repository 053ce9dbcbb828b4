"""What the chair is asked before copies are made: entries shown or not, put in words for a reader, about whom they are."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Literal

from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference.compared import marking
from conference_tui.conference.left_out import whereabouts
from conference_tui.conference.reading.entry import Entry
from conference_tui.conference.reading.questions import LeftOut, said_to_be_about, unknown, words_of
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import DOTS, one_line
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.widgets.sheet import Row, heading, plain

Ask = Callable[[Form], object]
"""Opens a form over what is shown."""

ASKED_FIRST = "Asked before the copies are made"
SHOWN = (("shown", "shown to them"), ("left out", "left out for them"))
WORDED = (("worded", "in the words below"), ("left out", "left out for them"))
WHY = Field(name="why", label="Reason", kind="words", hint="stays in the record")


def for_the_room(conference: Conference, event: e.Event, words: str) -> str:
    """Words of an entry where the room sees the screen: not of another sitting, and dots for what is withheld."""
    if of_another_sitting(conference, event):
        return ELSEWHERE
    withheld = {form: DOTS for person in conference.people.values() for form in whereabouts(person)}
    return marking(withheld)(one_line(words))


# --- For one reader -----------------------------------------------------------------------------------------------


def rows(
    meeting: Meeting, ask: Ask, reader: str, questions: Sequence[LeftOut], *, are_shown: bool
) -> Iterable[Row]:
    """What is asked of one reader's copies, those alike at once too; with `are_shown` whoever else sees the screen."""
    if not questions:
        return
    held_up = sum(each.holds_up for each in questions)
    hold_up = "1 holds" if held_up == 1 else f"{held_up} hold"
    yield heading(ASKED_FIRST, f"{hold_up} up a copy · Enter: answer" if held_up else "Enter: answer")
    for why in dict.fromkeys(each.why for each in questions):
        alike = [each for each in questions if each.why == why]
        if len(alike) > 1 and not alike[0].wants_wording:
            words = f"→ All {len(alike)} at once: {why}"
            yield Row(
                key=f"asked:{why}", text=plain(words), act=partial(_answer, meeting, ask, reader, alike, why)
            )
        for each in alike:
            words = one_line(each.words) if are_shown else _in_the_room(meeting, each)
            sign, style = ("■", "$text-warning") if each.holds_up else ("?", "")
            text = Content("\n").join([plain(f"{sign} {words}", style), plain(f"    {why}", "$text-muted")])
            note = f"“{words}” {why}"
            yield Row(
                key=f"asked:{each.entry}",
                text=text,
                act=partial(_answer, meeting, ask, reader, [each], note),
            )


def are_hidden(meeting: Meeting, questions: Iterable[LeftOut]) -> bool:
    """Whether words of what is asked are not on the screen as they were typed."""
    return any(_in_the_room(meeting, each) != one_line(each.words) for each in questions)


def _in_the_room(meeting: Meeting, question: LeftOut) -> str:
    return for_the_room(meeting.conference, question.event, question.words)


def _answer(meeting: Meeting, ask: Ask, reader: str, questions: Sequence[LeftOut], note: str) -> None:
    if questions[0].is_unknown:
        ask(about(meeting, [each.entry for each in questions], note))
    elif questions[0].wants_wording:
        ask(worded(meeting, reader, questions[0].entry, note))
    else:
        ask(shown(meeting, reader, [each.entry for each in questions], note))


def shown(meeting: Meeting, reader: str, keys: Sequence[str], note: str) -> Form:
    """Whether entries are shown to a reader, all of them alike."""

    def save(values: Values) -> None:
        how = _how(values)
        why = values.needed("why", values.words("why"), "Say why; it is recorded.")
        meeting.record_all(*(e.EntryChosen(entry=each, how=how, reader=reader, why=why) for each in keys))

    entries = "One entry" if len(keys) == 1 else f"{len(keys)} entries"
    title = f"{entries} in the copies of {meeting.conference.name(reader)}"
    how = Field(name="how", label="It is", kind="one", options=SHOWN)
    return Form(title, [how, WHY], save, meeting=meeting, key=f"asked/{reader}/{' '.join(keys)}", note=note)


def _how(values: Values) -> Literal["shown", "left out"]:
    chosen = values.needed("how", values.one("how"), "Do they get to read it?")
    return "shown" if chosen == "shown" else "left out"


def worded(meeting: Meeting, reader: str, key: str, note: str) -> Form:
    """How an entry is put for a reader; or that it is left out for them."""

    def save(values: Values) -> None:
        how = values.needed("how", values.one("how"), "Do they get to read it, in your words?")
        if how == "worded":
            words = values.needed("words", values.words("words"), "How is it put for them?")
            meeting.record(e.EntryWorded(entry=key, reader=reader, words=words))
        else:
            why = values.needed("why", values.words("why"), "Say why it is left out; it is recorded.")
            meeting.record(e.EntryChosen(entry=key, how="left out", reader=reader, why=why))

    fields = [
        Field(name="how", label="It is", kind="one", options=WORDED),
        Field(
            name="words", label="Words", kind="words", hint="what they have to do or not to do, put for them"
        ),
        Field(name="why", label="Reason", kind="words", hint="only where it is left out"),
    ]
    title = f"Put in words for {meeting.conference.name(reader)}"
    return Form(title, fields, save, meeting=meeting, key=f"worded/{reader}/{key}", note=note)


# --- For everybody ------------------------------------------------------------------------------------------------


def unknown_rows(meeting: Meeting, ask: Ask) -> Iterable[Row]:
    """Entries of which it is not known which children they are about: one by one, and all at once."""
    found = unknown(meeting.conference, meeting.procedure)
    if not found:
        return
    yield heading("About which children", "Enter: say it · until then copies that may hold it are not made")
    if len(found) > 1:
        keys = [each.key for each in found]
        words = f"→ All {len(found)} at once"
        yield Row(
            key="about:all", text=plain(words), act=partial(_ask_about, meeting, ask, keys, "All of them.")
        )
    for entry in found:
        words = _entry_in_the_room(meeting, entry)
        act = partial(_ask_about, meeting, ask, [entry.key], f"“{words}”")
        yield Row(key=f"about:{entry.key}", text=plain(f"■ {words}", "$text-warning"), act=act)


def _entry_in_the_room(meeting: Meeting, entry: Entry) -> str:
    return for_the_room(meeting.conference, entry.event, words_of(entry))


def _ask_about(meeting: Meeting, ask: Ask, keys: Sequence[str], note: str) -> None:
    ask(about(meeting, keys, note))


def about(meeting: Meeting, keys: Sequence[str], note: str) -> Form:
    """About which children entries are, for all the copies that may hold them."""
    children = tuple((child.id, child.label) for child in meeting.conference.children.values())

    def save(values: Values) -> None:
        chosen = values.needed("children", values.several("children"), "Which children is it about?")
        why = values.needed("why", values.words("why"), "Say how you know; it is recorded.")
        meeting.record_all(*said_to_be_about(meeting.conference, meeting.procedure, keys, chosen, why))

    fields = [
        Field(name="children", label="About", kind="several", options=children),
        Field(name="why", label="Reason", kind="words", hint="how it is known; stays in the record"),
    ]
    title = (
        "About which children it is" if len(keys) == 1 else f"About which children {len(keys)} entries are"
    )
    return Form(title, fields, save, meeting=meeting, key=f"about/{' '.join(keys)}", note=note)
