"""The page of requirements says no more than the tests prove: each row once, and what is not done listed as such."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from msgspec import Struct

TESTS = Path(__file__).parent
PAGE = TESTS.parent / "docs" / "requirements.md"
ROWS = {"BA": 27, "HF": 16, "HV": 17, "BR": 7, "KC": 11}
"""How many rows there are of each guide."""
IDS = [f"{guide}-{number}" for guide, count in ROWS.items() for number in range(1, count + 1)]


class Row(Struct, frozen=True):
    """One row of the page."""

    id: str
    asked: str
    where: str
    proofs: tuple[str, ...]
    """Files under `tests/`, each with or without a function of it."""
    standing: str


def rows() -> list[Row]:
    """The rows of all tables, in the order of the page."""
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if re.match(r"\| [A-Z]{2}-\d+ \|", line):
            id_, asked, where, proof, standing = [cell.strip() for cell in line.strip("|").split("|")]
            found.append(Row(id_, asked, where, tuple(re.findall(r"`([^`]+)`", proof)), standing))
    return found


@cache
def functions(file: Path) -> dict[str, str]:
    """The test functions of a file, by name or by class and name, each with its text."""
    text = file.read_text(encoding="utf-8")
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = list(ast.walk(ast.parse(text)))
    found = {node.name: node for node in nodes if isinstance(node, kinds)}
    for of in (node for node in nodes if isinstance(node, ast.ClassDef)):
        found |= {f"{of.name}::{node.name}": node for node in of.body if isinstance(node, kinds)}
    return {name: ast.get_source_segment(text, node) or "" for name, node in found.items()}


def proving(proof: str) -> str:
    """The text of a proof; empty where there is none."""
    place, _, function = proof.partition("::")
    file = TESTS / place
    if not file.is_file() or not file.name.startswith("test_"):
        return ""
    return functions(file).get(function, "") if function else file.read_text(encoding="utf-8")


def listed(beginning: str) -> list[str]:
    """The ids of the list that begins with these words."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.search(rf"^{beginning}: ([^.]*)\.", text, re.MULTILINE)
    return re.findall(r"[A-Z]{2}-\d+", found[1]) if found else []


def test_every_row_stands_there_once_and_in_order() -> None:
    assert [row.id for row in rows()] == IDS


@pytest.mark.parametrize("row", rows(), ids=lambda row: row.id)
def test_every_proof_is_there_and_names_its_row(row: Row) -> None:
    """A row that is done has a proof; a proof is a test with the row's id in it."""
    assert row.asked
    assert row.where
    assert row.proofs or row.standing.startswith("not done: ")
    silent = [proof for proof in row.proofs if not re.search(rf"\b{row.id}\b", proving(proof))]
    assert silent == []


def test_what_is_not_done_is_listed_with_what_is_wanting() -> None:
    standings = {row.id: row.standing for row in rows()}
    assert {standing.partition(":")[0] for standing in standings.values()} <= {"done", "partly", "not done"}
    wanting = {id_: standing for id_, standing in standings.items() if standing != "done"}
    assert all(len(standing.partition(": ")[2]) > 5 for standing in wanting.values())
    assert listed("Partly done") == [id_ for id_ in wanting if wanting[id_].startswith("partly: ")]
    assert listed("Not done") == [id_ for id_ in wanting if wanting[id_].startswith("not done: ")]
