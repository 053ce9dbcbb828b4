"""The blank form of questions for parents, as the command makes it (KC-9)."""

import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui import authorities
from conference_tui.conference.papers import Layout
from conference_tui.documents.question_form import draw_question_form
from tests.documents.pdf_checks import assert_accessible


def conference(*asked: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "conference_tui", *map(str, asked)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("large", "most", "size"), [(False, 2, 12.0), (True, 4, 18.0)])
def test_the_command_makes_it(tmp_path: Path, large: bool, most: int, size: float) -> None:
    """KC-9, HF-16: six headings in the guide's words, each with lines below it on the same page."""
    done = conference(
        "form",
        "--procedure",
        "kensington_chelsea",
        "--to",
        tmp_path / "new",
        *(["--large-print"] if large else []),
    )
    assert (done.returncode, done.stderr) == (0, "")
    path = Path(done.stdout.strip())
    reading = assert_accessible(path)
    procedure = authorities.load("kensington_chelsea")
    asked = [f"{number}. {words}" for number, words in enumerate(procedure.parents_form.questions, 1)]
    assert [" ".join(node.text.split()) for node in reading.of("H2")] == asked
    assert procedure.parents_form.says in " ".join(reading.text.split())
    assert reading.pages <= most
    assert size in reading.sizes
    again = conference(
        "form",
        "--procedure",
        "kensington_chelsea",
        "--to",
        path.parent,
        *(["--large-print"] if large else []),
    )
    assert again.returncode == 2
    assert "is there already and was left as it is" in again.stderr


def test_what_goes_wrong_is_one_sentence(tmp_path: Path) -> None:
    """KC-9"""
    unknown = conference("form", "--procedure", "nowhere", "--to", tmp_path)
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "no procedure called 'nowhere'" in unknown.stderr
    (tmp_path / "a file").write_text("")
    no_folder = conference("form", "--to", tmp_path / "a file")
    assert no_folder.returncode == 2
    assert "could not be written" in no_folder.stderr
    assert list(tmp_path.iterdir()) == [tmp_path / "a file"]


def test_the_same_procedure_gives_the_same_bytes() -> None:
    """KC-9: and every procedure has a form."""
    for name in authorities.names():
        procedure = authorities.load(name)
        assert draw_question_form(procedure) == draw_question_form(procedure)
        assert draw_question_form(procedure, Layout.EASY_READ).startswith(b"%PDF")
