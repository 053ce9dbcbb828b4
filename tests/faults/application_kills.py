"""Kills the running program at random moments, again and again on the same conference.

What it acknowledged is what the person saw: “✓ saved N” means that the first N entries are on the disk, and nothing
else counts as told. What was entered is what was typed into the capture line and ended with Enter.
"""

from pathlib import Path
from random import Random

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP
from conference_tui.conference.people import Standing
from conference_tui.store.errors import StoreError
from conference_tui.store.records import Record
from tests.faults.application import Application
from tests.faults.judge import Entry, Found, Told, digest_of, judge
from tests.faults.place import the_folder
from tests.faults.tally import Tally

REF = "TST-1"
SPEAKER = "tamsin"
MOST_LINES = 7
LONGEST = 0.12
"""Seconds within which the kill comes after the last number was waited for."""
_SAID = "came home late, and nobody asked where she had been"


def a_meeting(store: Path) -> str:
    """A conference in a data folder that stands at its first stage; gives the id of its record."""
    meeting = conferences.start(the_folder(store), REF, e.Kind.INITIAL, chair="Ines Corrigan")
    meeting.record(
        e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
        e.PersonEntered(person=SPEAKER, name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
        e.StageOpened(stage=SET_UP.id),
    )
    meeting.close()
    return meeting.record_id


def kill_the_program(place: Path, kills: int, *, seed: int = 20261201) -> Tally:
    """Type and kill so many times; every start must show all that was told, and all that was shown before."""
    tally, chance, told = Tally("the running program is killed at a random moment"), Random(seed), Told()
    record = a_meeting(place)
    for kill in range(kills):
        lines = [f"kill{kill}-{number} {_SAID}" for number in range(chance.randrange(1, MOST_LINES))]
        with Application(place, REF) as application:
            application.until_opened()
            before = found_in(place, record)
            told.tried.update({entry.name: entry.digest for entry in before.entries})
            told.saw(before)
            _type_and_kill(application, told, lines, chance)
            tally.note("lines seen as saved", _hear(application, told, before, lines))
        found = found_in(place, record)
        tally.add(judge(told, found), f"kill {kill} after {len(told.saved)} entries")
        tally.note("lines typed", len(lines))
        tally.note("lines found", len(found.entries) - len(before.entries))
    return tally


def _type_and_kill(application: Application, told: Told, lines: list[str], chance: Random) -> None:
    begun = application.saved
    for line in lines:
        told.tried[_name(line)] = digest_of({"words": line})
        typed = f"{SPEAKER}: {line}\r"
        if chance.random() < 0.5:
            half = chance.randrange(len(typed))
            application.type(typed[:half])
            application.watch(chance.random() * LONGEST)
            typed = typed[half:]
        application.type(typed)
    wanted = begun + chance.randrange(len(lines) + 1)
    application.until_saved(wanted)
    application.watch(chance.random() * LONGEST)
    application.kill()


def _hear(application: Application, told: Told, before: Found, lines: list[str]) -> int:
    """What was on the screen as saved when the program was killed counts as told."""
    numbered = enumerate(lines, start=len(before.entries) + 1)
    seen = {_name(line): number for number, line in numbered if number <= application.saved}
    told.saved.update(seen)
    return len(seen)


def found_in(store: Path, record_id: str) -> Found:
    """What is in the record; a line that was said is called by its first word."""
    try:
        with Record.open(the_folder(store), record_id, readonly=True) as record:
            happened = [entry["event"] for entry in record.events()]
    except StoreError as error:
        return Found(refusal=f"{type(error).__name__}: {error}")
    return Found(tuple(_entry(number, event) for number, event in enumerate(happened, start=1)))


def _entry(number: int, event: dict[str, str]) -> Entry:
    if event["type"] == e.ContributionMade.__name__:
        return Entry(number, _name(event["words"]), digest_of({"words": event["words"]}))
    return Entry(number, f"{event['type']}-{number}", digest_of(event))


def _name(words: str) -> str:
    return words.partition(" ")[0]
