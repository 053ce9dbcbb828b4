"""What became of a document that was sent to a printer, by a real scheduler."""

import io
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from conference_tui.documents.encrypted import encrypted
from conference_tui.documents.printing import (
    CannotOpen,
    Fate,
    Queue,
    UnderPassphrase,
    cancel,
    one_job,
    open_file,
    print_document,
    print_file,
    queues,
)
from tests.documents.scheduler import running_scheduler

DOCUMENT = b"%PDF-1.7\nas it was drawn\n%%EOF\n"


@pytest.fixture(scope="module")
def kept() -> Iterator[Path]:
    with running_scheduler() as folder:
        yield folder


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "Orrell-Pike plan.pdf"
    path.write_bytes(DOCUMENT)
    return path


@pytest.mark.usefixtures("kept")
def test_the_usual_printer_is_offered_first() -> None:
    assert queues() == (
        Queue("takes", default=True),
        Queue("paused", default=False),
        Queue("refuses", default=False),
    )


def test_a_printed_document_reaches_the_printer_whole_and_without_a_name(kept: Path, document: Path) -> None:
    printing = print_file(document, "takes")
    assert printing.fate is Fate.PRINTED, printing
    (sent,) = kept.glob("*.pdf")
    assert sent.read_bytes() == DOCUMENT
    told = sent.with_suffix(".txt").read_text()
    assert told.splitlines()[0] == "Document"
    assert "sides=two-sided-long-edge" in told
    assert "media=A4" in told
    assert "Orrell" not in told


@pytest.mark.usefixtures("kept")
def test_a_printer_that_gives_up_has_not_printed(document: Path) -> None:
    news: list[str] = []
    printing = print_file(document, "refuses", watched=news.append)
    assert printing.fate is Fate.FAILED
    assert "gave up" in printing.told
    assert "safe" in printing.told


@pytest.mark.usefixtures("kept")
def test_a_paused_printer_has_not_printed_yet(document: Path) -> None:
    printing = print_file(document, "paused")
    assert printing.fate is Fate.WAITING
    assert "Not printed yet" in printing.told
    assert "stopped" in printing.told
    waiting = subprocess.run(["lpstat", "-o", "paused"], capture_output=True, text=True, check=True).stdout
    assert "paused-" in waiting


@pytest.mark.usefixtures("kept")
def test_a_printer_that_does_not_exist_says_so(document: Path) -> None:
    printing = print_file(document, "nowhere")
    assert printing.fate is Fate.FAILED
    assert "does not exist" in printing.told


def test_without_lp_the_package_is_named(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    printing = print_file(document, "takes")
    assert printing.fate is Fate.NO_PROGRAM
    assert "cups-client" in printing.told
    assert queues() == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows shows files by itself")
def test_without_a_desktop_the_place_of_the_file_is_told(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    with pytest.raises(CannotOpen, match="no desktop") as told:
        open_file(document)
    assert str(document) in str(told.value)


def test_a_viewer_that_fails_is_not_said_to_have_opened(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, status in (("xdg-open", 3), ("open", 3)):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\nexit {status}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv("DISPLAY", ":9")
    with pytest.raises(CannotOpen, match="The document is safe"):
        open_file(document)


def test_what_is_in_memory_is_printed_without_a_file(kept: Path) -> None:
    """A recovery sheet lies in no clear file of this program, not even for a moment."""
    before = set(kept.glob("*.pdf"))
    printing = print_document(DOCUMENT, "takes")
    assert printing.fate is Fate.PRINTED, printing
    (sent,) = set(kept.glob("*.pdf")) - before
    assert sent.read_bytes() == DOCUMENT


@pytest.mark.usefixtures("kept")
def test_a_job_that_waits_can_be_cancelled_and_printed_again() -> None:
    """BA-20: taken out of the queue with its pages; what is not there any more is said."""
    began: list[str] = []
    waiting = print_document(DOCUMENT, "paused", patience=1, began=began.append)
    assert (waiting.fate, [waiting.job]) == (Fate.WAITING, began)
    assert cancel(waiting.job).startswith("Cancelled")
    listed = subprocess.run(["lpstat", "-o", "paused"], capture_output=True, text=True, check=False).stdout
    assert waiting.job not in listed
    assert cancel("paused-99999").startswith("It could not be cancelled")
    assert print_document(DOCUMENT, "takes").fate is Fate.PRINTED


def test_several_papers_in_one_job_begin_on_sheets_of_their_own() -> None:
    """BA-20: printed on both sides, no page of one paper is on the back of another."""
    papers = []
    for pages in (1, 2, 3):
        out = io.BytesIO()
        with pikepdf.new() as pdf:
            for _ in range(pages):
                pdf.add_blank_page(page_size=(200 + pages, 300))
            pdf.save(out)
        papers.append(out.getvalue())
    with pikepdf.open(io.BytesIO(one_job(papers))) as pdf:
        widths = [int(page.mediabox[2]) for page in pdf.pages]
    assert widths == [201, 595, 202, 202, 203, 203, 203, 595]
    assert one_job(papers) == one_job(papers)


def test_what_is_under_a_passphrase_is_not_printed_and_said_so() -> None:
    """BA-20: copies that were made for sending cannot be put into a job."""
    out = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(200, 300))
        pdf.save(out)
    with pytest.raises(UnderPassphrase, match="m makes them again, without one"):
        one_job([encrypted(out.getvalue(), "seven quiet herons")])
