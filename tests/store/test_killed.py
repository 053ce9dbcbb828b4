import random

from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

from .programs import start

KILLS = 30


def test_nothing_acknowledged_is_lost_when_the_program_is_killed(folder: Folder) -> None:
    """A writer is killed again and again on the same record; at most one event more than it told of is there."""
    chance = random.Random(20260302)
    with Record.create(folder) as record:
        pass
    count = 0
    for _ in range(KILLS):
        told = kill_after(folder, record.id, chance.randrange(40))
        with Record.open(folder, record.id) as again:
            events = again.events()
        assert max(told, default=count) <= len(events) <= max(told, default=count) + 1
        assert told == list(range(count + 1, count + 1 + len(told)))
        count = len(events)
    assert [event["number"] for event in events] == list(range(1, count + 1))
    assert all(
        event["words"] == "Tea was ready when she came home. " * (event["number"] % 7) for event in events
    )
    assert count > KILLS


def kill_after(folder: Folder, record_id: str, acknowledgements: int) -> list[int]:
    """Kill a writer that is under way, and give every number that it told of, before and after the kill."""
    with start("append_forever", folder.path, record_id) as writer:
        assert writer.stdout
        told = [int(writer.stdout.readline()) for _ in range(acknowledgements)]
        writer.kill()
        told += [int(line) for line in writer.stdout if line.endswith("\n")]
    return told
