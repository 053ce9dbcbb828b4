"""The demonstration conference: an invented family, from set-up to close, step by step."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from conference_tui.conference import events as e

REF = "ASH-2026-1201-OR"
"""The reference of the demonstration."""

PROCEDURE = "barnsley"
"""The procedure that it follows."""

SIBLINGS, INQUORATE = "siblings", "inquorate"
CASES = {SIBLINGS: "conference.toml", INQUORATE: "inquorate.toml"}
"""The invented conferences by name, and the file of each: the demonstration, and one without a quorum."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happens in the demonstration."""

    stage: str
    """The item of the agenda at which it is recorded; the set-up is one."""
    event: e.AnyEvent


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    events: list[dict[str, Any]]
    stage: str


class _Script(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    half_way: str
    parts: list[_Part]


def steps(case: str = SIBLINGS) -> tuple[Step, ...]:
    """Everything that happens in a case, in order, from the first word of the set-up to the close."""
    return tuple(
        Step(stage=part.stage, event=_event(given, part.stage))
        for part in _script(case).parts
        for given in part.events
    )


def half_way(case: str = SIBLINGS) -> tuple[Step, ...]:
    """The steps up to the middle of the map: where `conference demo` hands over to the person."""
    every = steps(case)
    last = _script(case).half_way
    place = next(
        place
        for place, step in enumerate(every, start=1)
        if isinstance(step.event, e.ContributionMade) and step.event.contribution == last
    )
    return every[:place]


@cache
def _script(case: str) -> _Script:
    text = files("data").joinpath("demonstration", CASES[case]).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), _Script)


def _event(given: dict[str, Any], stage: str) -> e.AnyEvent:
    """An event of the script; a stage of its own fills in where the event has one."""
    event: e.AnyEvent = msgspec.convert({"stage": stage, **given}, e.AnyEvent)
    unknown = given.keys() - {"type", *event.__struct_fields__}
    if unknown:
        raise ValueError(f"{given['type']} has no {', '.join(sorted(unknown))}")
    return event
