"""The finished copies of a mother of 15 who is a child of the conference herself, and of those around her."""

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.recipients import copies
from conference_tui.documents.pack import Press
from conference_tui.documents.reading import read
from tests.conference.building import CALENDAR, PLAIN, build
from tests.conference.test_child_and_parent import AFTER

SAID = "Serena feeds Otis at night and asks Ama for help."
CONFERENCE = build(
    e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="sloan",
        words=SAID,
        column=e.Column.STRENGTH,
        children=("otis",),
    ),
    e.ActionAgreed(
        action="a1",
        what="Serena takes Otis to the clinic.",
        children=("otis",),
        who=("serena",),
        when="weekly",
    ),
    on=AFTER,
)
PRESS = Press(CONFERENCE, PLAIN, CALENDAR)


def text(copy: Copy) -> str:
    ready = PRESS.draw(copy)
    assert PRESS.look_through(ready, PRESS.name(ready)) == ()
    return " ".join(" ".join(place.text for place in read(ready.data, ready.suffix)).split())


@pytest.mark.parametrize("copy", copies(CONFERENCE, PLAIN), ids=lambda c: f"{c.reader} {c.paper} {c.child}")
def test_every_copy_is_made_and_found_clean(copy: Copy) -> None:
    """HF-10: in what is about her baby she is named, in what is about her brother she is not."""
    found = text(copy)
    if copy.reader == FILE:
        return
    if copy.paper is Paper.OUTLINE_PLAN and copy.child == "otis":
        assert "Serena Quaye" in found
        assert "Kai Quaye" not in found
    if copy.child == "kai":
        assert "Serena" not in found
        assert "Otis" not in found


def test_she_reads_as_a_mother_and_as_a_child() -> None:
    plan = text(Copy(paper=Paper.OUTLINE_PLAN, reader="serena", child="otis"))
    assert SAID in plan
    assert "Serena takes Otis to the clinic." in plan
    assert SAID in text(Copy(paper=Paper.MINUTES, reader="serena"))
    assert "Serena" in text(Copy(paper=Paper.CHILD_LETTER, reader="serena", child="serena"))
