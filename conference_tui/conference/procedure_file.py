"""The text of a procedure file, read and laid over the plain default. Which file, ``authorities.py`` knows."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

import msgspec

from conference_tui.conference.procedure import (
    REQUIRED_LIMITS,
    Category,
    CategoryCode,
    Limit,
    Outcome,
    OutcomeId,
    Procedure,
    Stage,
    StageId,
    Statement,
)
from conference_tui.conference.procedure_mistakes import ProcedureError, mistake_at, mistake_of_msgspec
from conference_tui.conference.procedure_tables import ChecklistItem

_T = TypeVar("_T")


def parse(text: str, name: str, default: str = "") -> Procedure:
    """Read one procedure from the text of its file.

    ``name`` is the file's name without ``.toml``. What the file leaves out is taken from ``default``, the
    text of another, complete file; a table that changes something must name its own source. Raises
    ProcedureError, which names the file, the line where it can be found, the key, and what was expected.
    """
    raw = _read(text, name)
    if default:
        raw = _laid_over(_read(default, name), raw, text, name, "")
    agenda = raw.pop("agenda", None)
    raw["name"] = name
    raw["limits"] = {limit.key: limit for limit in _keyed(raw, "limits", Limit, "key", text, name)}
    raw["categories"] = _keyed(raw, "categories", Category, "code", text, name)
    raw["outcomes"] = _keyed(raw, "outcomes", Outcome, "id", text, name)
    raw["checklist"] = [
        item for item in _keyed(raw, "checklist", ChecklistItem, "id", text, name) if item.text
    ]
    raw["stages"] = _in_order(_stages(raw, text, name), agenda, text, name)
    procedure = _convert(raw, Procedure, text, name, "")
    for key, expected in _mistakes(procedure):
        raise mistake_at(text, name, key, expected)
    return procedure


def _read(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as mistake:
        raise ProcedureError(name, None, "", f"This is not TOML: {mistake}.") from mistake


def _laid_over(
    under: dict[str, Any], over: dict[str, Any], text: str, name: str, place: str
) -> dict[str, Any]:
    """``under`` with what ``over`` says in its place, table by table; lists are replaced whole."""
    values = any(not isinstance(value, dict) for value in over.values())
    if "source" in under and values and "source" not in over:
        raise mistake_at(
            text, name, place, "Expected a source, because this changes what the plain default says."
        )
    merged = dict(under)
    for key, value in over.items():
        below = under.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _laid_over(below, value, text, name, f"{place}.{key}" if place else key)
        else:
            merged[key] = value
    return merged


def _keyed(
    raw: dict[str, Any], table: str, kind: type[_T], named: str, text: str, name: str, under: str = ""
) -> tuple[_T, ...]:
    """The tables ``[table.KEY]`` one by one, so that a mistake in one is told with its key."""
    place = f"{under}.{table}" if under else table
    parts = raw.get(table, {})
    if not isinstance(parts, dict) or not all(isinstance(part, dict) for part in parts.values()):
        raise mistake_at(text, name, place, f"Expected tables [{place}.KEY].")
    return tuple(
        _convert({**part, named: key}, kind, text, name, f"{place}.{key}") for key, part in parts.items()
    )


def _stages(raw: dict[str, Any], text: str, name: str) -> tuple[Stage, ...]:
    stages = raw.get("stages", {})
    if isinstance(stages, dict):
        for id_, stage in stages.items():
            if isinstance(stage, dict):
                spoken = _keyed(stage, "statements", Statement, "id", text, name, f"stages.{id_}")
                stages[id_] = {**stage, "statements": tuple(each for each in spoken if each.text)}
    return _keyed(raw, "stages", Stage, "id", text, name)


def _in_order(stages: tuple[Stage, ...], agenda: object, text: str, name: str) -> tuple[Stage, ...]:
    ids = get_args(StageId)
    if not isinstance(agenda, list) or sorted(map(str, agenda)) != sorted(ids):
        raise mistake_at(text, name, "agenda", f"Expected a list of all stages, each once: {', '.join(ids)}.")
    return tuple(sorted(stages, key=lambda stage: agenda.index(stage.id)))


def _convert(raw: object, kind: type[_T], text: str, name: str, under: str) -> _T:
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as mistake:
        raise mistake_of_msgspec(text, name, under, kind, str(mistake)) from mistake


def _mistakes(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """What the types alone do not show: things missing, twice, or not agreeing with each other."""
    yield from _missing("stages", [stage.id for stage in procedure.stages], get_args(StageId))
    yield from _missing("categories", [each.code for each in procedure.categories], get_args(CategoryCode))
    yield from _missing("outcomes", [each.id for each in procedure.outcomes], get_args(OutcomeId))
    yield from _missing("limits", list(procedure.limits), REQUIRED_LIMITS)
    yield from _statements_twice(procedure)
    for key, limit in procedure.limits.items():
        if limit.count < 0 or any(second.count < 0 for second in limit.also):
            yield f"limits.{key}.count", 'Expected 0 or more; direction = "before" counts backwards.'
        if limit.unit == "hours" and limit.also:
            yield f"limits.{key}.also", "A limit in hours has no second limit."
    if procedure.scale.minimum >= procedure.scale.maximum:
        yield "scale.maximum", "Expected a number greater than the minimum."
    if procedure.quorum.education_from_age > procedure.quorum.education_to_age:
        yield "quorum.education_to_age", "Expected an age not under education_from_age."
    for key, source in _named_sources(procedure):
        if source not in procedure.sources:
            known = ", ".join(sorted(procedure.sources))
            yield key, f"The source {source!r} is not in [sources], which has: {known}."


def _missing(table: str, found: list[str], wanted: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for one in wanted:
        if one not in found:
            yield table, f"Expected a table [{table}.{one}]."


def _statements_twice(procedure: Procedure) -> Iterator[tuple[str, str]]:
    seen = set()
    for stage in procedure.stages:
        for statement in stage.statements:
            if statement.id in seen:
                key = f"stages.{stage.id}.statements.{statement.id}"
                yield key, "This id is used in another stage too; each is used once."
            seen.add(statement.id)


def _named_sources(procedure: Procedure) -> Iterator[tuple[str, str]]:
    """Every place that names a source, with the source named."""
    for stage in procedure.stages:
        yield f"stages.{stage.id}.source", stage.source
        for statement in stage.statements:
            yield f"stages.{stage.id}.statements.{statement.id}.source", statement.source
    for limit in procedure.limits.values():
        yield f"limits.{limit.key}.source", limit.source
    for category in procedure.categories:
        yield f"categories.{category.code}.source", category.source
    for outcome in procedure.outcomes:
        yield f"outcomes.{outcome.id}.source", outcome.source
    for place, part in enumerate(procedure.venues):
        yield f"venues[{place}].source", part.source
    for place, organisation in enumerate(procedure.support):
        yield f"support[{place}].source", organisation.source
    for key in ("quorum", "ages", "online", "threshold", "scale", "harm_matrix", "complaints", "removal"):
        yield f"{key}.source", getattr(procedure, key).source
