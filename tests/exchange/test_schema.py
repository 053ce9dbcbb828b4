"""The published schema says of a line what the program itself says."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from conference_tui.conference import events as e
from conference_tui.exchange.archive import About, read, write
from conference_tui.exchange.errors import ArchiveRefused
from conference_tui.exchange.schema import schema

from .building import records, small

SAMPLE = Path(__file__).parent / "samples" / "version_1.jsonl"
VALIDATOR = Draft202012Validator(schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def fits(line: object) -> bool:
    return bool(VALIDATOR.is_valid(line))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(json.dumps(schema())))


def test_every_line_of_the_sample_fits() -> None:
    for line in SAMPLE.read_bytes().splitlines():
        VALIDATOR.validate(json.loads(line))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(entries=records())
def test_every_line_that_is_written_fits(entries: tuple[e.Recorded, ...]) -> None:
    for line in write(entries, About(ref="LRK-7")).splitlines():
        VALIDATOR.validate(json.loads(line))


@pytest.mark.parametrize(
    "parts",
    [
        {"seq": 0},
        {"seq": "2"},
        {"at": "yesterday"},
        {"at": "2026-12-01T13:30:00"},
        {"colour": "red"},
        {"event": {"type": "Eaten"}},
        {"event": {"type": "StageOpened"}},
        {"event": {"type": "StageOpened", "stage": "x", "colour": "red"}},
        {"event": {"type": "StageOpened", "stage": 1}},
        {"event": {"type": "ReviewBooked", "on": "1/12/2026"}},
        {"event": {"type": "ConferenceClosed", "at": "15:00:00+01:00"}},
        {"event": {"type": "ConferenceClosed", "at": "half past three"}},
        {"event": {"type": "ConferenceOpened", "ref": "LRK-7", "kind": "picnic", "procedure": "plain"}},
    ],
)
def test_what_the_program_refuses_in_a_line_does_not_fit(parts: dict[str, Any]) -> None:
    entry = {"seq": 2, "at": "2026-12-01T13:30:00+00:00", "event": {"type": "StageOpened", "stage": "x"}}
    assert fits(entry)
    assert not fits({**entry, **parts})
    opened = msgspec.json.encode(small()[0])
    heading = b'{"format": "conference-archive", "version": 1, "ref": "LRK-7"}'
    read(b"\n".join([heading, opened, msgspec.json.encode(entry)]))
    with pytest.raises(ArchiveRefused):
        read(b"\n".join([heading, opened, msgspec.json.encode({**entry, **parts})]))
