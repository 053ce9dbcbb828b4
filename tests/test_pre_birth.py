"""A whole pre-birth conference, typed under several procedures to its close and its plan; then the birth.

Nobody in it has a word for the baby that tells a sex: whatever of that kind is on a screen or a page, the program
put there.
"""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from conference_tui import authorities
from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import Paper
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import copies
from conference_tui.conference.state import Conference
from conference_tui.conference.timeline import lines
from conference_tui.documents.pack import Press
from conference_tui.overview.whole import overview
from conference_tui.overview_text.whole import as_text
from tests.documents.pdf_checks import Reading, assert_accessible
from tests.invited import professional
from tests.screens.driving import conference, meeting
from tests.whole_conference import HELD, Happens, Typed, assert_dates_agree, typed

EXPECTED = date(2027, 1, 4)
BORN = e.ChildBorn(child="baby", born=date(2027, 1, 7), name="Rose Orrell", sex="F")
PRONOUN = re.compile(r"\b(he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)
SEX = re.compile(r"\b(sex|female|male)\b", re.IGNORECASE)
AGE = re.compile(r"\b(aged?|years? old|\d+ on the day)\b", re.IGNORECASE)
CP, NEG = e.Outcome.CHILD_PROTECTION, e.Category.NEGLECT


def opened(procedure: str) -> e.ConferenceOpened:
    return e.ConferenceOpened(
        ref="ASH-2026-1201-PB",
        kind=e.Kind.PRE_BIRTH,
        procedure=procedure,
        chair="Ines Corrigan",
        minute_taker="Bo Lind",
    )


_invited = partial(professional, knows=("baby",))


SET_UP: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=HELD, begins=time(13, 30), venue="Room 2"),
    e.KeyDateGiven(what="strategy discussion", on=date(2026, 11, 12)),
    e.KeyDateGiven(what="referral", on=date(2026, 11, 11)),
    e.ChildEntered(child="baby", name="Baby Orrell", expected=EXPECTED),
    e.PersonEntered(
        person="tamsin",
        name="Tamsin Orrell",
        standing=Standing.PARENT,
        role="mother",
        parent_of=("baby",),
        responsibility_for=("baby",),
    ),
    e.PersonEntered(person="bridie", name="Bridie Orrell", standing=Standing.NETWORK, role="grandmother"),
    _invited("sloan", "Harriet Sloan", "social worker", "Ashmere Council", Discipline.SOCIAL_CARE),
    _invited("nkechi", "Nkechi Abara", "midwife", "St Brannoc's Hospital", Discipline.HEALTH),
    _invited("omar", "Omar Bly", "detective", "Ashmere Constabulary", Discipline.POLICE),
    _invited("lena", "Lena Fox", "drugs worker", "Turnstone Recovery", Discipline.OTHER),
)
PEOPLE = ("tamsin", "bridie", "sloan", "nkechi", "omar", "lena")
AGENCIES = {
    "sloan": "Ashmere Council",
    "nkechi": "St Brannoc's Hospital",
    "omar": "Ashmere Constabulary",
    "lena": "Turnstone Recovery",
}


def happens(procedure: Procedure) -> Happens:
    """What happens in it, by the item of the agenda."""
    settled = [
        *procedure.pre_birth.settles,
        "Who is told when labour begins",
        "The discharge planning meeting",
    ]
    return {
        "set_up": SET_UP,
        "before": (
            *(
                e.ChecklistTicked(checklist="before", item=item.id, at=time(13, 5))
                for item in procedure.checklist
            ),
            e.PreMeetingHeld(person="tamsin", at=time(13, 10), note="Has read the reports."),
        ),
        "introductions": tuple(e.PersonArrived(person=each, at=time(13, 30)) for each in PEOPLE),
        "apologies": (e.ReportReceived(person="sloan", shared=date(2026, 11, 26)),),
        "mapping": (
            e.ContributionMade(
                contribution="c1",
                stage="mapping",
                speaker="lena",
                column=e.Column.HARM,
                children=("baby",),
                words="Tamsin used twice in November while pregnant.",
            ),
            e.ContributionMade(
                contribution="c2",
                stage="mapping",
                speaker="nkechi",
                column=e.Column.STRENGTH,
                children=("baby",),
                words="Tamsin has come to every appointment since.",
            ),
            e.ContributionMade(
                contribution="c3",
                stage="mapping",
                speaker="tamsin",
                children=("baby",),
                words="I want this baby.",
            ),
        ),
        "summary": (
            e.SummaryGiven(words="Tamsin asks for help before the birth."),
            e.DangerStatementMade(
                statement="d1", children=("baby",), words="Baby Orrell may be born dependent on drugs."
            ),
            e.SafetyGoalSet(
                goal="g1", statement="d1", words="Tamsin does not use until and after the birth."
            ),
        ),
        "scaling": (
            e.ScoreGiven(person="sloan", question="d1", score=4, rationale="It happened twice."),
            e.ScoreGiven(person="tamsin", question="d1", score=8, rationale="I have stopped."),
            e.ScoresShown(question="d1"),
        ),
        "threshold": (
            *(
                e.ViewGiven(child="baby", agency=agency, by=person, outcome=CP, category=NEG)
                for person, agency in AGENCIES.items()
            ),
            e.DecisionMade(child="baby", outcome=CP, category=NEG),
        ),
        "plan": (
            e.ActionAgreed(
                action="a1",
                children=("baby",),
                what="See Turnstone every week",
                who=("tamsin", "lena"),
                when="every Tuesday",
                worry="c1",
                how_known="Lena tells the core group.",
            ),
            *(
                e.BirthPlanSet(
                    child="baby", matter=matter, words=f"Settled by Nkechi and Harriet, point {number}."
                )
                for number, matter in enumerate(settled, start=1)
            ),
            e.ContingencySet(
                contingency="k1", children=("baby",), words="Nkechi rings Harriet, at night the duty team."
            ),
            e.KeyWorkerNamed(child="baby", person="sloan", qualified=True),
            e.VisitsAgreed(child="baby", every="10 working days"),
        ),
        "core_group": (
            *(
                e.CoreGroupMemberChosen(person=each, children=("baby",))
                for each in ("sloan", "nkechi", "lena", "tamsin")
            ),
            e.CoreGroupBooked(on=date(2026, 12, 10), at=time(10, 0), venue="St Brannoc's"),
            e.ReviewBooked(on=date(2027, 2, 23), at=time(13, 30)),
        ),
        "close": (e.ConferenceClosed(at=time(15, 20)),),
    }


def texts(play: Typed, *folders: Path) -> Iterator[str]:
    """Everything that was on the screen, in the plans, in the list of entries and in `conference show`."""
    yield from play.seen
    for folder in folders:
        yield from (Reading(path).text for path in folder.iterdir())
    found = meeting(play.app)
    yield as_text(overview(found.conference, found.procedure, found.calendar))
    yield "\n".join(each.words for each in lines(found.entries, found.conference, found.procedure))


@pytest.mark.long
@pytest.mark.parametrize("procedure", ["hammersmith_fulham", "kensington_chelsea", "barnsley"])
async def test_a_pre_birth_conference_is_run_to_its_close_and_the_birth_is_entered_afterwards(
    procedure: str, tmp_path: Path
) -> None:
    """HF-1, HF-3: under the mother's name, without a pronoun or an age; then born, and the plan made again."""
    before, after = tmp_path / "before", tmp_path / "after"
    async with typed(tmp_path / "store", opened(procedure)) as play:
        await play.run(happens(play.procedure))
        await play.help()
        await play.make_plans(before)
        assert play.reasons == []
        said = list(texts(play, before))
        assert [words for words in said if PRONOUN.search(words)] == []
        assert_nothing_is_asked_of_the_unborn(play)
        (plan,) = before.iterdir()
        assert_accessible(plan)
        told = " ".join(Reading(plan).text.split())
        assert "Outline child protection plan for Baby Orrell" in told
        assert "Expected to be born" in told
        assert "4 January 2027" in told
        assert not AGE.search(told)
        assert all(
            f"{each.matter} {each.words}" in told for each in conference(play.app).birth_plans.values()
        )
        assert_the_command_agrees(play)

        play.clock.day = date(2027, 1, 11)
        await play.type(BORN)
        rows = await play.rows("close")
        assert "Rose Orrell was born on Thu 7 Jan 2027" in rows
        assert "before the birth: Mon 1 Mar 2027" in rows
        assert "holds version 1" in rows
        assert_the_command_agrees(play)
        await play.rows("core_group")
        await play.type(e.ReviewBooked(on=date(2027, 2, 3), at=time(13, 30)))
        await play.rows("close")
        await play.make_plans(after)
        assert "holds version 1" not in await play.rows("close")
        (again,) = after.iterdir()
        assert_accessible(again)
        told = " ".join(Reading(again).text.split())
        assert "Outline child protection plan for Rose Orrell" in told
        assert "7 January 2027" in told
        assert "Expected to be born" not in told


def assert_nothing_is_asked_of_the_unborn(play: Typed) -> None:
    """No form asked for a sex or an age, nobody waited for the child, and none of it is in the record."""
    assert not any(SEX.search(words) for words in play.seen)
    assert not any(
        "How Baby Orrell takes part" in words or "No views of Baby" in words for words in play.seen
    )
    child = next(iter(conference(play.app).children.values()))
    assert (child.name, child.sex, child.born, child.expected) == ("Baby Orrell", "", None, EXPECTED)


def assert_the_command_agrees(play: Typed) -> None:
    """HF-3: `conference dates --type pre-birth` tells what the meeting shows, to the word."""
    found = meeting(play.app)
    told = overview(found.conference, found.procedure, found.calendar)["deadlines"]
    child = next(iter(found.conference.children.values()))
    day = ("--birth", f"{child.born}") if child.born else ("--expected", f"{EXPECTED}")
    start = {"notification": "2026-11-11"}.get(found.procedure.limit("conference").from_, "2026-11-12")
    booked = found.conference.review_booked
    assert booked is not None
    more = ("--core-group", "2026-12-10", "--review", f"{booked.on}", *day)
    assert_dates_agree(told, found.procedure.name, e.Kind.PRE_BIRTH, start, *more)


def recorded(procedure: Procedure, *more: e.AnyEvent) -> Conference:
    """The same conference, closed, without the typing."""
    found = Conference()
    parts = happens(procedure)
    order = ("set_up", *(stage.id for stage in procedure.stages))
    for event in (opened(procedure.name), *(each for stage in order for each in parts.get(stage, ())), *more):
        found = apply(found, event)
    return found


@pytest.mark.parametrize("procedure", ["hammersmith_fulham", "plain"])
def test_no_paper_of_anybodys_has_a_word_for_the_baby_that_tells_a_sex(
    procedure: str, tmp_path: Path
) -> None:
    """HF-1: whoever is handed it; after the birth neither, and then nobody reads of an unborn child."""
    rules = authorities.load(procedure)
    for held, name in ((recorded(rules), "Baby Orrell"), (recorded(rules, BORN), "Rose Orrell")):
        press = Press(held, rules, authorities.bank_holidays())
        wanted = copies(held, rules)
        assert {copy.paper for copy in wanted} >= {Paper.OUTLINE_PLAN, Paper.DECISION_LETTER, Paper.MINUTES}
        for copy in wanted:
            path = tmp_path / "copy.pdf"
            path.write_bytes(press.draw(copy).data)
            text = Reading(path).text
            assert not PRONOUN.search(text), copy
            assert not SEX.search(text), copy
            assert not AGE.search(text), copy
            if copy.paper in (Paper.OUTLINE_PLAN, Paper.DECISION_LETTER):
                assert name in text
                assert ("expected to be born" in text.casefold()) is (
                    name == "Baby Orrell" and "Expected" in text
                )


def test_no_fixed_words_tell_a_sex() -> None:
    """HF-1: of the papers and the procedures; only what is looked for in typed words has them, and what to say for it."""
    data = Path(authorities.__file__).parent.parent / "data"
    for path in (*(data / "wording").glob("*.toml"), *(data / "procedures").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        said = {key: table for key, table in tables.items() if key not in ("removal", "guidance")}
        told = tables.get("guidance", {}).get("advice", {})
        assert not PRONOUN.search(f"{said} {told}"), path.name
