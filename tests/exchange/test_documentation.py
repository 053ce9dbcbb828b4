"""What `docs/archive.md` says is so: its example is taken, its program opens an encrypted archive."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from conference_tui.conference import events as e
from conference_tui.conference.folding import fold
from conference_tui.exchange import archive
from conference_tui.exchange.archive import Closing, Heading
from conference_tui.exchange.lines import DEEPEST, LONGEST_LINE
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def page(project: Path) -> str:
    return (project / "docs" / "archive.md").read_text(encoding="utf-8")


def block(page: str, language: str) -> str:
    (found,) = re.findall(f"```{language}\n(.*?)```", page, re.DOTALL)
    return str(found)


def test_the_example_becomes_a_conference(page: str, tmp_path: Path) -> None:
    read = archive.read(block(page, "jsonl").encode())
    folder = Folder.at(tmp_path / "store")
    with Record.create(folder, entries=map(msgspec.to_builtins, read.entries)) as record:
        pass
    with Record.open(folder, record.id) as again:
        entries = [msgspec.convert(event, e.Recorded) for event in again.events()]
        assert again.warning == ""
    conference = fold(entries)
    assert conference.ref == read.about.ref == "LRK-2026-031"
    assert [child.name for child in conference.children.values()] == ["Wren Calloway"]
    assert [person.agency for person in conference.people.values()] == ["", "Larkmoor Council"]


def test_the_program_on_the_page_opens_an_encrypted_archive(page: str) -> None:
    run: dict[str, Any] = {"__name__": "page"}
    exec(block(page, "python"), run)
    clear = run["opened"]((SAMPLES / "version_1.sealed").read_bytes(), "winter tram larder éclair")
    assert clear == (SAMPLES / "version_1.jsonl").read_bytes()


def test_the_page_names_every_field_and_limit(page: str) -> None:
    for struct in (Heading, Closing, e.Recorded):
        for field in struct.__struct_fields__:
            assert f"`{field}`" in page or f'"{field}"' in page
    for limit in (archive.LARGEST, archive.MOST_ENTRIES, archive.MOST_OF_A_KIND, LONGEST_LINE, DEEPEST):
        assert f"{limit:,}" in page
