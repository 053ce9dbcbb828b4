"""What docs/procedures.md teaches, done exactly as it says."""

import datetime as dt
import re
from pathlib import Path
from typing import get_args

import pytest

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.attendance import quorum
from conference_tui.conference.dates import conference_dates
from conference_tui.conference.participation import advice
from conference_tui.conference.people import Child
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_file import mistakes
from conference_tui.conference.procedure_limits import EventId
from tests.conference.building import CALENDAR, INVITED, PLAIN, arrive, build

PROJECT = Path(__file__).parents[2]
PAGE = (PROJECT / "docs" / "procedures.md").read_text(encoding="utf-8")
HOUR = PAGE.split("## An hour with")[1].split("## What there is to set")[0]
STEPS = re.findall(r"```toml\n(.*?)```", HOUR, re.DOTALL)


@pytest.fixture
def ashmere(tmp_path: Path) -> Procedure:
    """The file of the page, with all its steps, where a user puts it."""
    (tmp_path / "ashmere.toml").write_text("\n".join(STEPS), encoding="utf-8")
    return authorities.load("ashmere", tmp_path)


def test_the_file_can_be_used_after_every_step(tmp_path: Path) -> None:
    """After each step, check: there is nothing to mend."""
    assert len(STEPS) == 8
    file = tmp_path / "ashmere.toml"
    for number in range(1, len(STEPS) + 1):
        file.write_text("\n".join(STEPS[:number]), encoding="utf-8")
        assert authorities.check(file) == []
        assert authorities.load("ashmere", tmp_path).authority == "Ashmere County Council"


def test_the_mistakes_of_the_page_are_told_as_it_shows(tmp_path: Path) -> None:
    """Step 9: first what is misspelt, then what does not fit."""
    wrong = re.findall(r"~~~toml\n(.*?)~~~", HOUR, re.DOTALL)[0]
    first, then = (block.splitlines() for block in re.findall(r"```text\n(.*?)```", HOUR, re.DOTALL))
    file = tmp_path / "ashmere.toml"

    def told(text: str) -> list[str]:
        file.write_text(text, encoding="utf-8")
        return [each.removeprefix("The procedure ashmere.toml, ") for each in authorities.check(file)]

    found = told(wrong)
    assert len(found) == len(first)
    assert all(sentence.startswith(line) for line, sentence in zip(first, found, strict=True))
    mended = wrong.replace("cuont", "count").replace("weeks", "working_days")
    (sentence,) = told(mended)
    assert sentence.startswith(then[0])


def test_the_procedure_of_the_page_does_what_it_says(ashmere: Procedure) -> None:
    """KC-6, BA-4, BA-8, BA-16: order, quorum, ages, titles, scale."""
    ids = [stage.id for stage in ashmere.stages]
    assert ids.index("child") < ids.index("mapping")
    assert quorum(build(*arrive("sloan", "amadi", "tiplady", "farrant"), on=INVITED), ashmere).is_quorate
    short = quorum(build(*arrive("sloan", "amadi"), on=INVITED), ashmere)
    assert (short.missing, short.grounds) == (("health",), ("Nobody else works with the family.",))
    child = Child(id="c", name="Ash", born=dt.date(2016, 12, 1))
    assert advice(child, dt.date(2026, 12, 1), ashmere.ages) == (
        "Aged 10: usually invited, from 10. Aged 10: an advocate is offered over 5 (Ashmere Youth Voice)."
    )
    assert ashmere.role_titles.key_worker == "Lead practitioner"
    assert "recording" not in ashmere.statement_ids()
    assert "recording-ashmere" in ashmere.statement_ids()
    assert (ashmere.scale.low_score, ashmere.scale.polarity) == (3, "high-is-safe")
    assert ashmere.complaints.reply == "Within ten working days."
    assert ashmere.limit("letter") == PLAIN.limit("letter")


def test_the_dates_of_the_page(ashmere: Procedure) -> None:
    """Step 10: what the page says that they are."""
    found = conference_dates(
        ashmere, CALENDAR, e.Kind.INITIAL, event=dt.date(2026, 11, 12), held=dt.date(2026, 12, 1)
    )
    when = {each.key: each.when for each in found}
    assert f"first core group is due\non {when['first_core_group']}" in HOUR
    assert f"the minutes on {when['minutes']}" in HOUR


def test_every_key_event_and_limit_is_on_the_page() -> None:
    """Whatever a file may say, the page tells of."""
    fields = set(Procedure.__struct_fields__) - {"name", "stages"} | {"stages.ID", "agenda"}
    told = set(re.findall(r"`\[*([\w.]+?)(?:\.ID|\.KEY|\.CODE)?\]*`", PAGE)) | {"stages.ID"}
    assert fields - told == set()
    assert set(get_args(EventId)) - told == set()
    shipped = {
        key
        for name in authorities.names(Path("no such folder"))
        for key in authorities.load(name, Path("no such folder")).limits
    }
    assert shipped - told == set()
    assert set(authorities.names(Path("no such folder"))) - told == set()


def test_the_explained_limit_is_one() -> None:
    """Each key of the example of a date can be written so."""
    example = PAGE.split("## How a date is reckoned")[1].split("```toml\n")[1].split("```")[0]
    plain = (PROJECT / "data" / "procedures" / "plain.toml").read_text(encoding="utf-8")
    assert mistakes('[sources]\nwenlow = "Wenlow"\n' + example, "own", plain) == ()
