"""The text of a procedure file, read and laid over the plain default. Which file, ``authorities.py`` knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, get_args

import msgspec

from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_agenda import STAGE_IDS
from conference_tui.conference.procedure_decision import CategoryCode, OutcomeId
from conference_tui.conference.procedure_limits import REQUIRED_LIMITS, Limit
from conference_tui.conference.procedure_mistakes import ProcedureError, mistakes_at
from conference_tui.conference.procedure_shape import KEYED, STATEMENTS, Keyed, Wrong, sources_named, wrong

OLDEST_CHILD = 17
"""In years; who is older is no child."""
ALWAYS_HELD = ("threshold", "close")
"""Without a decision and a close it is no conference."""
LONGEST = 10_000
"""Of any unit; more is a slip of the pen."""


@lru_cache(maxsize=16)
def parse(text: str, name: str, default: str = "") -> Procedure:
    """Read one procedure from the text of its file.

    ``name`` is the file's name without ``.toml``. What the file leaves out is taken from ``default``, the
    text of another, complete file; a table that changes something must name its own source. Raises
    ProcedureError, which names the file, the line where it can be found, the key, and what was expected.
    """
    procedure, found = _read_over(text, name, default)
    if found or procedure is None:
        raise _told(found, text, name)[0]
    return procedure


def mistakes(text: str, name: str, default: str = "") -> tuple[ProcedureError, ...]:
    """Every mistake of a procedure file, in the order of its lines; none where it can be used.

    Whether the parts fit each other can be told only once each part is right.
    """
    try:
        _, found = _read_over(text, name, default)
    except ProcedureError as mistake:
        return (mistake,)
    return _told(found, text, name)


def _told(found: list[Wrong], text: str, name: str) -> tuple[ProcedureError, ...]:
    return tuple(sorted(mistakes_at(text, name, found), key=lambda error: error.line or 0))


def _read_over(text: str, name: str, default: str) -> tuple[Procedure | None, list[Wrong]]:
    """The procedure, where its parts have the right shape, and everything that is wrong with it.

    A file that is right is not walked through piece by piece: procedures are read at every start. Only a
    backslash may hide a control character.
    """
    own, under = _read(text, name), _read(default, name) if default else {}
    raw = _laid_over(under, own)
    unsourced = list(_unsourced(under, own))
    procedure = None if "\\" in text else _at_once(raw, name)
    if procedure is None:
        if found := [*wrong(raw), *unsourced]:
            return None, found
        procedure = _procedure(raw, name)
    return procedure, unsourced or list(_mistakes(procedure))


def _at_once(raw: dict[str, Any], name: str) -> Procedure | None:
    """The procedure; None where anything of it has another shape, and `wrong` tells what."""
    try:
        return _procedure(raw, name)
    except (msgspec.ValidationError, AttributeError, KeyError, TypeError, ValueError):
        return None


def _read(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as mistake:
        raise ProcedureError(name, None, "", "Its lists lie too deep in each other.") from mistake
    except ValueError as mistake:  # TOML that is none, or a number of thousands of digits
        line = re.search(r"at line (\d+)", str(mistake))
        at = int(line[1]) if line else None
        raise ProcedureError(name, at, "", f"This is not TOML: {mistake}.") from mistake


def _laid_over(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """``under`` with what ``over`` says in its place, table by table; lists are replaced whole."""
    merged = dict(under)
    for key, value in over.items():
        below = under.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _laid_over(below, value)
        else:
            merged[key] = value
    return merged


def _unsourced(under: dict[str, Any], over: dict[str, Any], place: str = "") -> Iterator[Wrong]:
    """Tables that change what the default says, and do not say from where they have it."""
    changes = any(not isinstance(value, dict) for value in over.values())
    if "source" in under and changes and "source" not in over:
        yield place, "Expected a source, because this changes what the plain default says."
    for key in ("agenda", "roles"):
        if not place and key in over and f"{key}_source" in under and f"{key}_source" not in over:
            yield key, f"Expected {key}_source as well, because this changes what the plain default says."
    for key, value in over.items():
        below = under.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            yield from _unsourced(below, value, f"{place}.{key}" if place else key)


def _procedure(raw: dict[str, Any], name: str) -> Procedure:
    """The procedure that the tables make, once nothing is `wrong` with their shape."""
    tables = {table: _keyed(raw[table], keyed) for table, keyed in KEYED.items()}
    agenda = raw["agenda"]
    for stage in tables["stages"]:
        spoken = _keyed(stage.get("statements", {}), STATEMENTS)
        stage["statements"] = [each for each in spoken if each["text"]]
    made = {
        **{key: value for key, value in raw.items() if key != "agenda"},
        **tables,
        "name": name,
        "stages": sorted(tables["stages"], key=lambda stage: agenda.index(stage["id"])),
        "limits": {limit["key"]: limit for limit in tables["limits"]},
        "checklist": [item for item in tables["checklist"] if item["text"]],
    }
    return msgspec.convert(made, Procedure)


def _keyed(tables: dict[str, dict[str, Any]], keyed: Keyed) -> list[dict[str, Any]]:
    """The tables ``[table.KEY]`` as a list, each with its key."""
    return [{**part, keyed.named: key} for key, part in tables.items()]


def _mistakes(procedure: Procedure) -> Iterator[Wrong]:
    """What the types alone do not show: things missing, twice, or not agreeing with each other."""
    yield from _missing("stages", [stage.id for stage in procedure.stages], STAGE_IDS)
    yield from _missing("categories", [each.code for each in procedure.categories], get_args(CategoryCode))
    yield from _missing("outcomes", [each.id for each in procedure.outcomes], get_args(OutcomeId))
    yield from _missing("limits", list(procedure.limits), REQUIRED_LIMITS)
    for key in ("title", "authority"):
        if not getattr(procedure, key).strip():
            yield key, "Expected a name; it is printed."
    for stage in procedure.stages:
        if stage.kinds and stage.id in ALWAYS_HELD:
            yield f"stages.{stage.id}.kinds", "Every conference has this stage: it names no kinds."
    yield from _statements_twice(procedure)
    for limit in procedure.limits.values():
        yield from _of_limit(limit)
    yield from _of_quorum(procedure)
    yield from _of_ages(procedure)
    yield from _of_scale(procedure)
    if procedure.review.no_progress.from_review < 1:
        yield "review.no_progress.from_review", "Expected 1 or more: the first review is 1."
    for key, source in sources_named(procedure):
        if source not in procedure.sources:
            known = ", ".join(sorted(procedure.sources))
            yield key, f"The source “{source}” is not in [sources], which has: {known}."


def _missing(table: str, found: list[str], wanted: tuple[str, ...]) -> Iterator[Wrong]:
    for one in wanted:
        if one not in found:
            yield table, f"Expected a table [{table}.{one}]."


def _statements_twice(procedure: Procedure) -> Iterator[Wrong]:
    seen = set()
    for stage in procedure.stages:
        for statement in stage.statements:
            if statement.id in seen:
                key = f"stages.{stage.id}.statements.{statement.id}"
                yield key, "This id is used in another stage too; each is used once."
            seen.add(statement.id)


def _of_limit(limit: Limit) -> Iterator[Wrong]:
    place = f"limits.{limit.key}"
    for count, key in [(limit.count, "count"), *((second.count, "also") for second in limit.also)]:
        if count < 0:
            yield f"{place}.{key}", 'Expected 0 or more; direction = "before" counts backwards.'
        elif count > LONGEST:
            yield f"{place}.{key}", f"Expected {LONGEST} or less."
    if limit.unit == "hours" and limit.from_ != "close":
        yield f"{place}.unit", "Hours are counted from the close only: no other event has a time of day."
    if limit.unit == "hours" and limit.also:
        yield f"{place}.also", "A limit in hours has no second limit."
    if any(second.unit == "hours" for second in limit.also):
        yield f"{place}.also", "A second limit is not in hours."


def _of_quorum(procedure: Procedure) -> Iterator[Wrong]:
    rule = procedure.quorum
    if rule.education_from_age > rule.education_to_age:
        yield "quorum.education_to_age", "Expected an age not under education_from_age."
    if rule.others < 0 or rule.exception.others < 0:
        yield "quorum.others", "Expected 0 or more."
    if rule.model == "named-partners" and not rule.required:
        yield "quorum.required", "Expected the disciplines that must be there, because the model names them."
    if rule.model == "social-care-plus-two" and ("social_care" not in rule.required or rule.others < 1):
        yield (
            "quorum.model",
            "Expected social_care in required and others of 1 or more, as this model counts.",
        )


def _of_ages(procedure: Procedure) -> Iterator[Wrong]:
    ages = procedure.ages
    for key in ("child_invited", "child_invited_over", "advocate_over"):
        age = getattr(ages, key)
        if age is not None and not 0 <= age <= OLDEST_CHILD:
            yield f"ages.{key}", f"Expected an age from 0 to {OLDEST_CHILD}."
    if ages.child_invited is not None and ages.child_invited_over is not None:
        yield "ages.child_invited_over", "Expected child_invited or child_invited_over, not both."


def _of_scale(procedure: Procedure) -> Iterator[Wrong]:
    scale = procedure.scale
    if scale.minimum >= scale.maximum:
        yield "scale.maximum", "Expected a number greater than the minimum."
    elif not scale.minimum <= scale.low_score <= scale.maximum:
        yield "scale.low_score", f"Expected a number from {scale.minimum} to {scale.maximum}."
