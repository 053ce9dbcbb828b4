"""Procedures as their files give them, and mistakes in a file of one's own."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from conference_tui import authorities
from conference_tui.conference.procedure import Procedure, Sourced
from conference_tui.conference.procedure_agenda import StageId
from conference_tui.conference.procedure_file import parse
from conference_tui.conference.procedure_limits import REQUIRED_LIMITS
from conference_tui.conference.procedure_mistakes import ProcedureError

SHIPPED_ONLY = Path("no such folder")
PLAIN = (Path(__file__).parents[2] / "data" / "procedures" / "plain.toml").read_text(encoding="utf-8")


@pytest.fixture(params=authorities.names(SHIPPED_ONLY))
def shipped(request: pytest.FixtureRequest) -> Procedure:
    return authorities.load(request.param, SHIPPED_ONLY)


def test_every_shipped_procedure_is_whole(shipped: Procedure) -> None:
    """KC-6: each stage once, whatever the order; every limit the program asks for is there."""
    assert sorted(stage.id for stage in shipped.stages) == sorted(get_args(StageId))
    assert set(REQUIRED_LIMITS) <= set(shipped.limits)
    assert all(stage.says and stage.title for stage in shipped.stages)


def test_the_chair_says_what_the_guides_ask_for(shipped: Procedure) -> None:
    """BA-12, HF-11, BA-27: purpose, confidentiality with its exceptions, equality, complaints."""
    assert {"purpose", "introductions", "confidentiality", "equality", "complaints"} <= set(
        shipped.statement_ids()
    )
    assert "exceptions" in shipped.statement("confidentiality").text
    assert "cannot remove a child" in shipped.statement("purpose").text


def test_the_family_is_asked_at_every_stage_it_attends(shipped: Procedure) -> None:
    """HV-8: the family's word is asked everywhere but before the start and in the closed slot."""
    assert {stage.id for stage in shipped.stages if not stage.asks_family} == {"before", "closed"}


def test_the_four_categories_have_definitions(shipped: Procedure) -> None:
    """BA-17: the chair has a definition for each of the four."""
    assert {category.title for category in shipped.categories} == {
        "Neglect",
        "Physical abuse",
        "Sexual abuse",
        "Emotional abuse",
    }
    assert all(category.definition.endswith(".") for category in shipped.categories)


def test_no_wording_says_unanimous(shipped: Procedure) -> None:
    """Nothing that the program says by itself claims that everyone agreed."""
    assert "unanimous" not in repr(shipped).lower()


def test_every_source_that_is_named_is_told_in_full(shipped: Procedure) -> None:
    """Each stage, limit and outcome leads to its source."""
    parts: list[Sourced] = [*shipped.stages, *shipped.limits.values(), *shipped.outcomes]
    for part in parts:
        assert len(shipped.source_of(part)) > 10


def test_the_barnsley_procedure_is_the_guides() -> None:
    """BA-4, BA-8, BA-10: partners named, advocate over eight, the two venues."""
    barnsley = authorities.load("barnsley", SHIPPED_ONLY)
    assert barnsley.quorum.required == ("social_care", "health", "police")
    assert barnsley.quorum.model == "named-partners"
    assert barnsley.ages.advocate_over == 8
    assert [venue.name for venue in barnsley.venues] == ["Town Hall", "Darton Centre"]


def test_the_plain_default_wants_social_care_and_two_others() -> None:
    """The plain quorum: children's social care and two more agencies; school age 5 to 16."""
    quorum = authorities.load(own=SHIPPED_ONLY).quorum
    assert (quorum.required, quorum.others, quorum.merge_disciplines) == (("social_care",), 2, False)
    assert (quorum.education_from_age, quorum.education_to_age) == (5, 16)


def test_the_scale_says_which_way_it_runs(shipped: Procedure) -> None:
    """BA-16: the ends in words, the direction, and the prompt for a low score."""
    assert (shipped.scale.minimum, shipped.scale.maximum, shipped.scale.low_score) == (0, 10, 2)
    assert shipped.scale.polarity == "high-is-safe"
    assert "safe enough" in shipped.scale.ten_means


def test_stages_follow_each_other_in_the_procedures_order() -> None:
    """KC-6: another order of the agenda is one line of a file."""
    agenda = 'agenda = ["before", "introductions", "apologies", "closed", "reason", "child", "progress", "mapping",'
    agenda += ' "summary", "scaling", "threshold", "plan", "core_group", "close"]\nagenda_source = "own"\n'
    procedure = parse(agenda, "own", default=PLAIN)
    ids = [stage.id for stage in procedure.stages]
    assert ids[ids.index("reason") + 1] == "child"
    assert ids[-1] == "close"


def test_a_file_changes_only_what_it_names() -> None:
    """What a file leaves out is the plain default's."""
    own = '[limits.minutes]\ncount = 15\nsource = "mine"\n[sources]\nmine = "North Wenlow, 2026"\n'
    procedure = parse(own, "own", default=PLAIN)
    assert procedure.limit("minutes").count == 15
    assert procedure.source_of(procedure.limit("minutes")) == "North Wenlow, 2026"
    assert procedure.limit("letter") == parse(PLAIN, "plain").limit("letter")


def test_an_empty_text_takes_a_statement_out() -> None:
    """A procedure that does not use a statement of the default's drops it."""
    own = '[stages.introductions.statements.evidence]\ntext = ""\nsource = "own"\n'
    assert "evidence" not in parse(own, "own", default=PLAIN).statement_ids()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("title = ", "The procedure own.toml: This is not TOML"),
        (
            'title = "Own"\n[limits.letter]\ncount = "one"\nsource = "own"\n',
            "own.toml, line 3, limits.letter.count: Expected a whole number, got “one”.",
        ),
        (
            '[limits.letter]\ncount = 1\nunits = "days"\nsource = "own"\n',
            "own.toml, line 3, limits.letter.units: This key is not known. Was unit meant? Known here are: also,",
        ),
        (
            '[limits.letter]\ncount = 2\nunit = "weeks"\nsource = "own"\n',
            "line 3, limits.letter.unit: Expected one of calendar_days, hours, months, working_days, got “weeks”.",
        ),
        ("[limits.letter]\ncount = 2\n", "own.toml, line 1, limits.letter: Expected a source"),
        (
            '[limits.letter]\ncount = 2\nsource = "nobody"\n',
            "own.toml, line 3, limits.letter.source: The source “nobody” is not in [sources]",
        ),
        ('[limits.letter]\ncount = -2\nsource = "own"\n', "line 2, limits.letter.count: Expected 0 or more"),
        ('\nagenda = ["before"]\n', "own.toml, line 2, agenda: Expected a list of all stages, each once:"),
        ("limits = 3\n", "own.toml, line 1, limits: Expected tables [limits.KEY], got a whole number."),
        (
            '[stages.tea]\ntitle = "Tea"\n',
            "own.toml, line 1, stages.tea: Expected one of apologies, before",
        ),
        (
            '[limits.letter]\nalso = [{ count = 1, unit = "weeks" }]\nsource = "own"\n',
            "line 2, limits.letter.also[0].unit: Expected one of calendar_days, hours, months, working_days,",
        ),
        (
            '[[venues]]\nname = "A"\naccess = "B"\nsource = "own"\n[[venues]]\nname = 3\naccess = ""\nsource = "own"',
            "own.toml, line 6, venues[1].name: Expected text in quotes, got a whole number.",
        ),
        (
            '[stages.plan.statements.welcome]\ntext = "Hello."\nsource = "own"\n',
            "own.toml, line 1, stages.plan.statements.welcome: This id is used in another stage too",
        ),
        (
            '[limits.dissent]\nalso = [{ count = 1, unit = "months" }]\nsource = "own"\n',
            "line 2, limits.dissent.also: A limit in hours has no second limit.",
        ),
        (
            '[quorum]\neducation_from_age = 17\nsource = "own"\n',
            "line 1, quorum.education_to_age: Expected an age not under education_from_age.",
        ),
        (
            '[scale]\nmaximum = 0\nsource = "own"\n',
            "own.toml, line 2, scale.maximum: Expected a number greater",
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_key_and_what_was_expected(written: str, told: str) -> None:
    """A slip in a person's own file is a sentence that they can act on."""
    with pytest.raises(ProcedureError) as caught:
        parse(written, "own", default=PLAIN)
    assert told in str(caught.value)


def test_the_example_of_the_documentation_is_a_procedure() -> None:
    """What docs/procedures.md calls a whole procedure is one."""
    text = (Path(__file__).parents[2] / "docs" / "procedures.md").read_text(encoding="utf-8")
    example = text.split("```toml\n")[1].split("```")[0]
    wenlow = parse(example, "wenlow", default=PLAIN)
    assert (wenlow.authority, wenlow.limit("minutes").count) == ("Wenlow Council", 15)
    assert wenlow.quorum.required == ("social_care", "health", "police")


def test_a_file_that_stands_alone_must_be_whole() -> None:
    """Without a default, what is missing is named."""
    without_letter = PLAIN.replace("[limits.letter]", "[limits.some_other]")
    with pytest.raises(ProcedureError, match=r"Expected a table \[limits\.letter\]"):
        parse(without_letter, "alone")


def test_a_users_own_file_is_found_and_laid_over_the_default(tmp_path: Path) -> None:
    """A file in the configuration folder is picked up like the shipped ones."""
    (tmp_path / "wenlow.toml").write_text(
        'title = "Wenlow"\nauthority = "Wenlow Council"\n', encoding="utf-8"
    )
    assert set(authorities.names(tmp_path)) == {*authorities.names(tmp_path / "none"), "wenlow"}
    wenlow = authorities.load("wenlow", tmp_path)
    assert (wenlow.name, wenlow.authority) == ("wenlow", "Wenlow Council")


@pytest.mark.parametrize("name", ["nowhere", "", "../plain", "/etc/passwd"])
def test_a_procedure_that_is_not_there_is_told_with_those_that_are(name: str, tmp_path: Path) -> None:
    """An unknown name is a sentence, and never a way out of the folder."""
    with pytest.raises(authorities.UnknownProcedureError, match=r"Known are: .*barnsley.*plain"):
        authorities.load(name, tmp_path)


def test_a_file_that_is_not_text_is_a_sentence(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are told, with the file."""
    (tmp_path / "own.toml").write_bytes(b"title = \xff\xfe")
    with pytest.raises(ProcedureError, match="cannot be read"):
        authorities.load("own", tmp_path)


def test_the_bank_holidays_are_read_without_the_network_client() -> None:
    """The table of the package is read as it lies, England and Wales, in whole years."""
    told = "import sys; from conference_tui.authorities import bank_holidays; bank_holidays();"
    told += "print('requests' in sys.modules, 'govuk_bank_holidays.bank_holidays' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "False"]
    calendar = authorities.bank_holidays()
    assert calendar.holidays[dt.date(2026, 12, 28)] == "Boxing Day"
    assert calendar.first_year <= 2026
    assert calendar.last_year >= 2028
