"""What the chair says while copies are handed out: who gets one, how an entry stands, what words may stand."""

from conference_tui.conference import events as e
from conference_tui.conference.keys import key_of
from conference_tui.conference.papers import FILE, whereabouts_of
from conference_tui.conference.recipients import Cell, rows
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line
from conference_tui.meeting import Meeting
from screens.desk import Desk
from screens.form import Field, Form, Values, Wanting


def lacks_closed_words(meeting: Meeting) -> bool:
    """Whether there was a closed slot of which the folder has no record: an imported conference comes without it."""
    slots = meeting.conference.closed_slots
    return bool(slots) and meeting.folder.closed_record_of(meeting.record_id) is None


HOW = (
    ("named", "with who said it"),
    ("themed", "without who said it"),
    ("left out", "not at all"),
    ("shown", "shown although it would be left out"),
)
STAYS = (("stays", "they may stand"), ("out", "they are taken out"))
GETS = (("yes", "gets it"), ("no", "does not get it"))


def copy(meeting: Meeting, reader: str, cell: Cell, words: str) -> Form:
    """Whether a reader gets a paper."""

    def save(values: Values) -> None:
        gets = values.needed("gets", values.one("gets"), "Do they get it?")
        why = values.needed("why", values.words("why"), "Say why; it is recorded.")
        meeting.record(
            e.CopyDecided(reader=reader, paper=cell.paper, child=cell.child, gets=gets == "yes", why=why)
        )

    fields = [
        Field(name="gets", label="Decision", kind="one", options=GETS),
        Field(name="why", label="Reason", kind="words", hint="stays in the record"),
    ]
    key = f"copy/{reader}/{cell.paper.value}/{cell.child}"
    title = f"{words} for {meeting.conference.name(reader)}"
    return Form(title[:1].upper() + title[1:], fields, save, meeting=meeting, key=key, note=cell.why)


def shown(meeting: Meeting, reader: str, entry_id: str, words: str, why_not: str) -> Form:
    """Let a reader see an entry that is left out for them."""

    def save(values: Values) -> None:
        why = values.needed("why", values.words("why"), "Say why; it is recorded.")
        meeting.record(e.EntryChosen(entry=entry_id, how="shown", reader=reader, why=why))

    why = Field(name="why", label="Reason", kind="words", hint="why they may read it")
    title = f"Show to {meeting.conference.name(reader)}"
    note = f"“{words}” {why_not}"
    return Form(title, [why], save, meeting=meeting, key=f"shown/{reader}/{entry_id}", note=note)


def entries(conference: Conference) -> tuple[tuple[str, str], ...]:
    """Everything that can be chosen: what was said, the actions, the summary."""
    said = [
        (made.contribution, f"{conference.name(made.speaker)}: {_in_the_room(conference, made, number)}")
        for number, made in enumerate(conference.contributions, 1)
    ]
    agreed = [(key, f"Action: {one_line(action.what)}") for key, action in conference.actions.items()]
    last = [
        (key, f"Of the last plan: {one_line(action.what)}")
        for key, action in conference.earlier_actions.items()
    ]
    summed_up = [(key_of(each), f"Summary: {one_line(each.words)}") for each in conference.summaries.values()]
    return (*said, *agreed, *last, *summed_up)


def _in_the_room(conference: Conference, made: e.ContributionMade, number: int) -> str:
    """Its words; of another sitting its number among all that was said, by which it can be told from the others."""
    hidden = of_another_sitting(conference, made)
    return f"{ELSEWHERE} ({number})" if hidden else one_line(made.words)


def readers(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """Everybody who may be given something, but the file."""
    found = rows(meeting.conference, meeting.procedure)
    return tuple((row.reader, row.name) for row in found if row.reader != FILE)


def entry(meeting: Meeting) -> Form:
    """How an entry stands in the minutes, or for one reader."""

    def save(values: Values) -> None:
        chosen = values.needed("entry", values.one("entry"), "Which entry?")
        how = values.needed("how", values.one("how"), "How does it stand?")
        meeting.record(
            e.EntryChosen(
                entry=chosen,
                how=how,  # type: ignore[arg-type]
                reader=values.one("reader"),
                why=values.words("why"),
            )
        )

    everybody = (("", "everybody's minutes"), *readers(meeting))
    fields = [
        Field(name="entry", label="Entry", kind="one", options=entries(meeting.conference)),
        Field(name="how", label="It stands", kind="one", options=HOW),
        Field(name="reader", label="For", kind="one", options=everybody),
        Field(name="why", label="Reason", kind="words", hint="needed where it is left out or shown"),
    ]
    return Form("An entry in the copies", fields, save, meeting=meeting, key="entry of copies")


def looked_for(meeting: Meeting) -> Form:
    """Words that are looked for in every copy: what no rule can know to be a secret, such as what a refuge is called."""

    def save(values: Values) -> None:
        found = values.needed("words", values.line("words"), "Which words?")
        meeting.record(e.WordsJudged(reader="", words=found, stays=False, why=""))

    # the room may see the screen (HF-10)
    fields = [Field(name="words", label="Words", masked=True)]
    note = "Where a copy holds them you are asked before it is handed over; the file keeps everything."
    return Form("Look for in every copy", fields, save, meeting=meeting, key="looked for", note=note)


def words(meeting: Meeting, desk: Desk, reader: str = "", typed: str = "", note: str = "") -> Form:
    """Whether words may stand in a reader's copies; or whether they have somebody's address already."""
    conference = meeting.conference
    offered = tuple(each for each in readers(meeting) if reader in ("", each[0]))
    withheld = [(person.id, person.label) for person in conference.people.values() if person.withheld_from]

    def save(values: Values) -> None:
        whom = values.needed("reader", values.one("reader"), "In whose copies?")
        whose = values.one("whose") if withheld and not typed else ""
        found = whereabouts_of(whose) if whose else values.line("words")
        if not found:
            raise Wanting("words", "Which words?")
        stays = values.needed("stays", values.one("stays"), "May they stand?")
        why = values.needed("why", values.words("why"), "Say why; it is recorded.")
        meeting.record(e.WordsJudged(reader=whom, words=found, stays=stays == "stays", why=why))
        desk.answered(whom, found)

    whose = Field(
        name="whose", label="Address of", kind="one", options=(("", "nobody: the words below"), *withheld)
    )
    fields = [
        Field(name="reader", label="Reader", kind="one", options=offered, chosen=(reader,)),
        *([whose] if withheld and not typed else []),
        # what the check has found may be a withheld street, and the room may see the screen (HF-10)
        Field(name="words", label="Words", value=typed, masked=bool(typed)),
        Field(name="stays", label="They", kind="one", options=STAYS),
        Field(name="why", label="Reason", kind="words", hint="stays in the record"),
    ]
    key = f"words/{reader}/{typed}"
    return Form("Words in a reader's copies", fields, save, meeting=meeting, key=key, note=note)
