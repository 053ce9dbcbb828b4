"""Papers of a conference in which names and texts are as they come: very long, missing, all in one word (N8)."""

from pathlib import Path

import msgspec
import page as page_validation
import pytest

from conference_tui.conference.papers import Layout
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import draw
from tests.documents.pdf_checks import Reading
from tests.documents.test_papers import CALENDAR, CASE, COPIES, ON_PAPER, PROCEDURE, copy

LONG = "Wilhelmina-Ngozi Featherstonehaugh-Llanfairpwllgwyngyllgogery"
SPEECH = "She rang her aunt because the baby would not stop crying, and Mrs Nguyễn came at once. " * 50
ONE_WORD = "Donaudampfschifffahrtsgesellschaft" * 8


ONE_OF_EACH = {paper: (paper, child, reader) for paper, child, reader in reversed(COPIES)}.values()


def with_long_names() -> Conference:
    people = {key: msgspec.structs.replace(each, name=LONG) for key, each in CASE.people.items()}
    children = {
        key: msgspec.structs.replace(each, name=f"{LONG} {n}")
        for n, (key, each) in enumerate(CASE.children.items())
    }
    return msgspec.structs.replace(CASE, people=people, children=children)


def with_nothing_known() -> Conference:
    people = {
        key: msgspec.structs.replace(each, name="", role="", agency=each.agency)
        for key, each in CASE.people.items()
    }
    children = {
        key: msgspec.structs.replace(each, name="", born=None, authority_id="")
        for key, each in CASE.children.items()
    }
    return msgspec.structs.replace(CASE, people=people, children=children)


def with_long_texts() -> Conference:
    said = (msgspec.structs.replace(CASE.contributions[0], words=SPEECH), *CASE.contributions[1:])
    first, *others = CASE.actions.values()
    actions = {
        first.action: msgspec.structs.replace(first, what=SPEECH, how_known=ONE_WORD),
        **{each.action: each for each in others},
    }
    views = [msgspec.structs.replace(each, words=f"{SPEECH}\n{ONE_WORD}") for each in CASE.child_views]
    return msgspec.structs.replace(CASE, contributions=said, actions=actions, child_views=tuple(views))


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
        path.write_bytes(draw(copy(paper, child, reader), MADE[kind], PROCEDURE, CALENDAR, layout).data)
        assert page_validation.validate_pdf(path, profile="ua1").is_compliant
        reading = Reading(path)
        assert [each for each in reading.problems() if not is_one_word(each)] == []
        text = " ".join(reading.text.split())
        if kind == "nothing known" and paper == "outline_plan":
            assert "name not known" in text
        if kind == "long texts" and paper == "minutes":
            assert " ".join(SPEECH.split()) in text.replace("\n", " ")
