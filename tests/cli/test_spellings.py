"""Conferences that came out of an archive, in which somebody or some place is written in two ways: the papers on them."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.documents.reading import read
from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.shell import Shell

DELL = next(each for each in small.SET_UP if isinstance(each, e.PersonEntered) and each.person == "dell")
RHYS = next(each for each in small.SET_UP if isinstance(each, e.PersonEntered) and each.person == "rhys")


@pytest.fixture
def papers(conference: Shell, tmp_path: Path) -> "Papers":
    return Papers(conference, tmp_path)


class Papers:
    """Makes papers of the small conference, with some of it entered otherwise, out of an archive of it."""

    def __init__(self, conference: Shell, tmp_path: Path) -> None:
        self._conference = conference
        self._path = tmp_path

    def of(self, *entered: e.AnyEvent, said: str) -> dict[str, str]:
        """The words of each paper by its file's name; 01 is the mother of both children, 02 the father of Wren."""
        folder = Folder.at(self._path / "store", throw_away=True)
        meeting = conferences.open_meeting(folder, small.recorded(folder), clock=small.ten_past_two)
        meeting.record(
            *entered,
            e.ContributionMade(
                contribution="v",
                stage="mapping",
                speaker="ada",
                words=said,
                column=e.Column.GREY,
                children=("wren",),
            ),
        )
        small.close(meeting)
        meeting.close()
        archive, there, out = (self._path / name for name in ("archive", "there", "out"))
        self._done("archive", small.REF, archive, "--plain", "--yes-in-clear", "--store", folder.path)
        self._done("import", archive, "--yes", "--store", there)
        made = self._done("export", small.REF, "--to", out, "--store", there).splitlines()
        return {Path(file).name: words(Path(file)) for file in made if file.endswith(".pdf")}

    def _done(self, *command: object) -> str:
        answer = self._conference(*command)
        assert (answer.status, "Not made" in answer.err) == (0, False), answer.err
        return answer.out


def words(file: Path) -> str:
    return " ".join(" ".join(place.text for place in read(file.read_bytes(), file.suffix)).split())


def of_reader(papers: dict[str, str], number: str) -> dict[str, str]:
    found = {name: told for name, told in papers.items() if f"-for-{number}-" in name}
    assert found
    return found


@pytest.mark.parametrize(
    ("name", "said", "hidden"),
    [
        ("Deniz Yılmaz", "The Yilmaz family rang twice.", "Yilmaz"),
        ("Søren Ørbæk", "Soren Orbaek pushed his sister.", "Orbaek"),
        ("Aoife O’Dowd", "Aoife ODOWD pushed her sister.", "ODOWD"),
    ],
)
def test_another_child_is_hidden_however_the_name_was_typed(
    papers: Papers, name: str, said: str, hidden: str
) -> None:
    """HF-10: papers are made for everybody, and the name stands in none of the sister's."""
    made = papers.of(e.ChildEntered(child="ivo", name=name), said=said)
    plans = {file: told for file, told in made.items() if "plan-child-1" in file}
    assert {file[len("LRK-7-for-") :][:2] for file in plans} >= {"01", "02", "05"}
    for file, told in (plans | of_reader(made, "02")).items():
        assert hidden not in told, file
    for told in plans.values():
        assert said.replace(hidden, "[another child]").replace("Soren ", "").replace("Aoife ", "") in told


def test_a_withheld_postcode_is_hidden_however_it_was_spaced(papers: Papers) -> None:
    """HF-10: in every copy of the one it is withheld from; the rest of the sentence stays."""
    made = papers.of(
        replace(DELL, address="3 Marram Mews, Coldharbour, AB1 2CD", withheld_from=("rhys",)),
        replace(RHYS, withheld_from=()),
        said="Her postcode is AB12CD, and she moved in May.",
    )
    for file, told in of_reader(made, "02").items():
        assert "AB12CD" not in told, file
    plan = next(told for file, told in of_reader(made, "02").items() if "plan" in file)
    assert "Her postcode is [withheld], and she moved in May." in plan
