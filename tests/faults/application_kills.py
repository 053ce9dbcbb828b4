"""Kills the running program at random moments, again and again on the same conference.

What it acknowledged is what the person saw: “✓ saved N” means that the first N entries are on the disk, and nothing
else counts as told. What was entered is what was typed into the capture line and ended with Enter, by whom it begins
with. What came back unfinished is taken with its key and ended, or is left waiting; and at times the kill comes once
half a line was kept, so that something comes back however fast or slow the machine is.
"""

import shutil
import tempfile
from pathlib import Path
from random import Random
from typing import NamedTuple

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP
from conference_tui.conference.people import Standing
from conference_tui.store.drafts import Drafts
from conference_tui.store.errors import StoreError
from conference_tui.store.records import Record
from tests.faults.application import Application
from tests.faults.judge import Entry, Found, Told, digest_of, judge
from tests.faults.place import the_folder
from tests.faults.tally import Tally
from tests.faults.typing_kept import judge_waiting

REF = "TST-1"
SPEAKER = "tamsin"
SPEAKERS = (SPEAKER, "callum")
MOST_LINES = 7
LONGEST = 0.12
"""Seconds within which the kill comes after the last number was waited for."""
TAKE, DELETE = "\x02", "\x15"
"""Ctrl+B, Ctrl+U."""
_SAID = "came home late, and nobody asked where she had been"


class Plan(NamedTuple):
    """What a person does between a start and the kill.

    Attributes:
        taken: what waits longest, where it is taken into the line; else empty.
        first: the line that it is the beginning of; empty where it is deleted, because that is recorded or not known.
        lines: the lines that are typed whole.
        half: the beginning of another one, which is kept before the kill; empty where the kill does not wait for it.

    """

    taken: str
    first: str
    lines: list[str]
    half: str

    @property
    def entered(self) -> list[str]:
        """Every line that is ended with Enter, in order."""
        return [self.first, *self.lines] if self.first else self.lines


def a_meeting(store: Path) -> str:
    """A conference in a data folder that stands at its first stage; gives the id of its record."""
    meeting = conferences.start(the_folder(store), REF, e.Kind.INITIAL, chair="Ines Corrigan")
    meeting.record(
        e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
        e.PersonEntered(person=SPEAKER, name="Tamsin Orrell", standing=Standing.PARENT, role="mother"),
        e.PersonEntered(person="callum", name="Callum Voss", standing=Standing.PARENT, role="father"),
        e.StageOpened(stage=SET_UP.id),
    )
    meeting.close()
    return meeting.record_id


def kill_the_program(place: Path, kills: int, *, seed: int = 20261201) -> Tally:
    """Type and kill so many times; every start must show all that was told, and all that was shown before."""
    tally, chance, told = Tally("the running program is killed at a random moment"), Random(seed), Told()
    record = a_meeting(place)
    typed: list[str] = []
    for kill in range(kills):
        waiting, before = waiting_in(place, record), found_in(place, record)
        lines = [_a_line(kill, number, chance) for number in range(chance.randrange(1, MOST_LINES + 1))]
        plan = _plan(kill, lines, typed, waiting, before, chance)
        typed += lines
        told.tried.update({entry.name: entry.digest for entry in before.entries})
        told.saw(before)
        with Application(place, REF) as application:
            application.until_opened()
            _type_and_kill(application, told, plan, chance, place, record)
            tally.note("lines seen as saved", _hear(application, told, before, plan.entered))
        found, waits = found_in(place, record), waiting_in(place, record)
        kept = _to_be_kept(plan, waiting, found)
        wrong = [*judge(told, found), *judge_waiting(waits, typed, kept)]
        tally.add(wrong, f"kill {kill} after {len(told.saved)} entries")
        tally.note("lines typed", len(lines))
        tally.note("lines found", len(found.entries) - len(before.entries))
        tally.note("lines that came back", len(waits))
        tally.note("lines taken and ended", bool(plan.first))
    return tally


def _a_line(kill: int, number: int, chance: Random) -> str:
    return f"{chance.choice(SPEAKERS)}: kill{kill}-{number} {_SAID}"


def _plan(
    kill: int, lines: list[str], typed: list[str], waiting: list[str], before: Found, chance: Random
) -> Plan:
    """The first kill leaves half a line, which the next start takes and ends; all the others do so by chance."""
    begins = lines[-1].index(_SAID)  # behind what tells it from every other line
    half = lines[-1][: chance.randrange(begins, len(lines[-1]))] if kill == 0 or chance.random() < 0.5 else ""
    taken = waiting[0] if waiting and (kill == 1 or chance.random() < 0.5) else ""
    recorded = {entry.name for entry in before.entries}
    begun = [line for line in typed if taken and line.startswith(taken) and _name(line) not in recorded]
    first = begun[0] if len(begun) == 1 else ""
    return Plan(taken, first, lines[:-1], half)


def _type_and_kill(
    application: Application, told: Told, plan: Plan, chance: Random, place: Path, record: str
) -> None:
    begun = application.saved
    if plan.taken:
        application.until_shown(f"Came back unfinished: {plan.taken[:20]}")
        application.type(TAKE + (f"{plan.first[len(plan.taken) :]}\r" if plan.first else DELETE))
    for line in plan.entered:
        told.tried[_name(line)] = _digest(line)
    for line in plan.lines:
        _type(application, f"{line}\r", chance)
    wanted = len(plan.entered) if plan.half else chance.randrange(len(plan.entered) + 1)
    application.until_saved(begun + wanted)
    if plan.half:
        application.type(plan.half)
        application.until(
            lambda: any(plan.half in line for line in waiting_in(place, record)), "half a line was not kept"
        )
    application.watch(chance.random() * LONGEST)
    application.kill()


def _type(application: Application, typed: str, chance: Random) -> None:
    """Without a stop, or with one in the middle."""
    if chance.random() < 0.5:
        half = chance.randrange(len(typed))
        application.type(typed[:half])
        application.watch(chance.random() * LONGEST)
        typed = typed[half:]
    application.type(typed)


def _to_be_kept(plan: Plan, waiting: list[str], found: Found) -> list[str]:
    """What must wait: what waited and was not taken, what was taken and is not recorded, and half a line that was kept."""
    recorded = {entry.name for entry in found.entries}
    rest = waiting[1:] if plan.taken else waiting
    taken = [plan.taken] if plan.first and _name(plan.first) not in recorded else []
    return [*rest, *taken, *([plan.half] if plan.half else [])]


def _hear(application: Application, told: Told, before: Found, lines: list[str]) -> int:
    """What was on the screen as saved when the program was killed counts as told."""
    numbered = enumerate(lines, start=len(before.entries) + 1)
    seen = {_name(line): number for number, line in numbered if number <= application.saved}
    told.saved.update(seen)
    return len(seen)


def waiting_in(store: Path, record_id: str) -> list[str]:
    """The lines that are kept and not recorded; of a copy, since the program may be running."""
    with tempfile.TemporaryDirectory(prefix="faults-copy-") as copy:
        there = shutil.copytree(store, Path(copy, "store"))
        with Drafts.open(the_folder(there), record_id) as drafts:
            return drafts.all().get("line", "").split("\n") if drafts.all() else []


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
        line = f"{event['speaker']}: {event['words']}"
        return Entry(number, _name(line), _digest(line))
    return Entry(number, f"{event['type']}-{number}", digest_of(event))


def _name(line: str) -> str:
    """The first word behind the speaker."""
    return line.partition(": ")[2].partition(" ")[0]


def _digest(line: str) -> str:
    return digest_of({"line": line})
