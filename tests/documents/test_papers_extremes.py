"""Papers of a conference in which names and texts are as they come: very long, missing, all in one word (N8)."""

from pathlib import Path

import page as page_validation
import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.papers import Layout
from conference_tui.conference.state import Conference
from tests.conference.building import build
from tests.documents.pdf_checks import Reading
from tests.documents.test_papers import CASE, COPIES, ON_PAPER, copy, drawn, entered, renamed

LONG = "Wilhelmina-Ngozi Featherstonehaugh-Llanfairpwllgwyngyllgogery"
SPEECH = "She rang her aunt because the baby would not stop crying, and Mrs Nguyễn came at once. " * 50
ONE_WORD = "Donaudampfschifffahrtsgesellschaft" * 8


ONE_OF_EACH = {paper: (paper, child, reader) for paper, child, reader in reversed(COPIES)}.values()


def with_long_names() -> Conference:
    children = {child: f"{LONG} {n}" for n, child in enumerate(CASE.children)}
    return renamed({**dict.fromkeys(CASE.people, LONG), **children})


def with_nothing_known() -> Conference:
    told = (
        replace(each, name="", role="")
        if isinstance(each, e.PersonEntered)
        else replace(each, name="", born=None, authority_id="")
        for each in entered().values()
    )
    return build(*told, on=CASE)


def with_long_texts() -> Conference:
    first, *_ = CASE.actions.values()
    views = (replace(each, words=f"{SPEECH}\n{ONE_WORD}") for each in CASE.child_views)
    return build(
        e.ContributionCorrected(correct=replace(CASE.contributions[0], words=SPEECH)),
        replace(first, what=SPEECH, how_known=ONE_WORD),
        *views,
        on=CASE,
    )


MADE = {
    "long names": with_long_names(),
    "nothing known": with_nothing_known(),
    "long texts": with_long_texts(),
}


def is_one_word(problem: str) -> bool:
    """Whether what runs together at a line's end is one typed word that is longer than a line."""
    together = problem.removeprefix("words run together: ").replace("\u2028", "")
    return any(together in word for word in (ONE_WORD, *LONG.split()))


@pytest.mark.parametrize("layout", ON_PAPER)
@pytest.mark.parametrize("kind", MADE)
def test_every_paper_is_made_and_can_be_read(kind: str, layout: Layout, tmp_path: Path) -> None:
    for paper, child, reader in ONE_OF_EACH:
        path = tmp_path / "paper.pdf"
        path.write_bytes(drawn(copy(paper, child, reader), MADE[kind], layout).data)
        assert page_validation.validate_pdf(path, profile="ua1").is_compliant
        reading = Reading(path)
        assert [each for each in reading.problems() if not is_one_word(each)] == []
        text = " ".join(reading.text.split())
        if kind == "nothing known" and paper == "outline_plan":
            assert "name not known" in text
        if kind == "long texts" and paper == "minutes":
            assert " ".join(SPEECH.split()) in text.replace("\n", " ")
