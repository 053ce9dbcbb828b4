"""Pictures of every paper for docs/documents: `python -m tests.documents.pictures`. Wants poppler-utils and pngquant.

The papers of the demonstration, each as one of its readers gets it, at 12 and at 18 points; of a long one the first pages.
"""

import io
import subprocess
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from PIL import Image

from conference_tui import demonstration
from conference_tui.conference.events import ContributionMade, CopyNumbered
from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.documents.draw import draw
from conference_tui.documents.question_form import draw_question_form
from conference_tui.documents.restricted_record import Line, write_restricted
from conference_tui.documents.setting import set_pdf
from tests.documents.test_papers import CALENDAR, CASE, PROCEDURE

PICTURES = Path(__file__).parents[2] / "docs" / "documents"
SIZES = {"12": Layout.STANDARD, "18": Layout.LARGE_PRINT}
SHOWN: tuple[tuple[str, Paper, str, str], ...] = (
    ("plan", Paper.OUTLINE_PLAN, "maya", "tamsin"),
    ("in-need-outline", Paper.IN_NEED_OUTLINE, "jared", "tamsin"),
    ("decision-letter", Paper.DECISION_LETTER, "teddy", "callum"),
    ("child-letter", Paper.CHILD_LETTER, "maya", "maya"),
    ("action-sheet", Paper.ACTION_SHEET, "", "callum"),
    ("minutes", Paper.MINUTES, "", "tamsin"),
    ("attendance", Paper.ATTENDANCE, "", "tamsin"),
    ("date-card", Paper.DATE_CARD, "", "tamsin"),
)
"""The name of the picture, the paper, whom it is about, whose copy it is."""
CLOSED_SLOT = [
    (step.event.speaker, step.event.words)
    for step in demonstration.steps()
    if isinstance(step.event, ContributionMade) and step.stage == "closed"
]
MOST_PAGES = 4
_DOTS = 56
_GAP = 6


def pdf(paper: Paper, child: str, reader: str, layout: Layout) -> bytes:
    """The copy of one reader."""
    copy = Copy(paper=paper, child=child, reader=reader, reader_name=CASE.name(reader))
    return draw(copy, as_reader(CASE, PROCEDURE, copy), PROCEDURE, CALENDAR, layout).data


def form(layout: Layout) -> bytes:
    """The blank form of six questions."""
    return draw_question_form(PROCEDURE, layout)


def restricted(layout: Layout) -> bytes:
    """The demonstration's closed slot as a numbered copy, before it goes under its passphrase."""
    said = [
        Line(
            number=number,
            at=datetime(2026, 12, 1, 13, 41 + number, tzinfo=UTC),
            speaker=by,
            words=words,
            struck=False,
        )
        for number, (by, words) in enumerate(CLOSED_SLOT, 1)
    ]
    copy = CopyNumbered(copy=1, holder="Ashmere Constabulary, DC Ruth Amadi", on=date(2026, 12, 2))
    out = io.BytesIO()
    set_pdf(write_restricted(CASE, PROCEDURE, said, [copy], copy), out, layout)
    return out.getvalue()


def picture(content: bytes) -> Image.Image:
    """The first pages beside each other."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "paper.pdf"
        source.write_bytes(content)
        command = ["pdftoppm", "-r", str(_DOTS), "-png", "-l", str(MOST_PAGES), str(source), f"{folder}/page"]
        subprocess.run(command, check=True)
        pages = [Image.open(io.BytesIO(page.read_bytes())) for page in sorted(Path(folder).glob("page*.png"))]
    wide = sum(page.width + _GAP for page in pages) + _GAP
    whole = Image.new("RGB", (wide, pages[0].height + 2 * _GAP), "#b1b4b6")
    left = _GAP
    for page in pages:
        whole.paste(page, (left, _GAP))
        left += page.width + _GAP
    return whole


def save(content: bytes, to: Path) -> None:
    """As a small picture."""
    picture(content).save(to)
    subprocess.run(["pngquant", "--force", "--ext", ".png", "--strip", "24", str(to)], check=True)
    print(f"{to.name}: {to.stat().st_size // 1024} KiB")


def main() -> None:
    """All of them."""
    PICTURES.mkdir(exist_ok=True)
    for name, paper, child, reader in SHOWN:
        for size, layout in SIZES.items():
            save(pdf(paper, child, reader, layout), PICTURES / f"{name}-{size}.png")
    for size, layout in SIZES.items():
        save(form(layout), PICTURES / f"question-form-{size}.png")
        save(restricted(layout), PICTURES / f"restricted-record-{size}.png")
    easy = pdf(Paper.CHILD_LETTER, "teddy", "teddy", Layout.EASY_READ)
    save(easy, PICTURES / "child-letter-easy-read.png")


if __name__ == "__main__":
    main()
