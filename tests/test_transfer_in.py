"""A whole transfer-in conference, typed under two procedures to its close and its plan."""

from datetime import date, time
from functools import partial
from pathlib import Path

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.overview.whole import overview
from tests.documents.pdf_checks import Reading, assert_accessible
from tests.invited import professional
from tests.screens.driving import conference, meeting
from tests.whole_conference import HELD, Happens, Typed, assert_dates_agree, typed

NOTIFIED = date(2026, 11, 12)
CP, NEG = e.Outcome.CHILD_PROTECTION, e.Category.NEGLECT
AGENCIES = {
    "sloan": "Ashmere Council",
    "nkechi": "Ashmere Health",
    "omar": "Ashmere Constabulary",
    "tess": "Alder School",
}


def opened(procedure: str) -> e.ConferenceOpened:
    return e.ConferenceOpened(
        ref="ASH-2026-1201-TI",
        kind=e.Kind.TRANSFER_IN,
        procedure=procedure,
        chair="Ines Corrigan",
        minute_taker="Bo Lind",
    )


_invited = partial(professional, knows=("wren",))


SET_UP: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=HELD, begins=time(13, 30), venue="Room 2"),
    e.KeyDateGiven(what="transfer", on=NOTIFIED, note="Letter of Larkmoor Council."),
    e.ChildEntered(
        child="wren", name="Wren Calloway", born=date(2017, 4, 2), previous_plans=1, school="Alder School"
    ),
    e.PersonEntered(
        person="dell",
        name="Dell Calloway",
        standing=Standing.PARENT,
        role="mother",
        parent_of=("wren",),
        responsibility_for=("wren",),
    ),
    _invited("sloan", "Harriet Sloan", "social worker", "Ashmere Council", Discipline.SOCIAL_CARE),
    _invited("ada", "Ada Thorne", "social worker there", "Larkmoor Council", Discipline.OTHER),
    _invited("nkechi", "Nkechi Abara", "school nurse", "Ashmere Health", Discipline.HEALTH),
    _invited("omar", "Omar Bly", "detective", "Ashmere Constabulary", Discipline.POLICE),
    _invited("tess", "Tess Imrie", "head", "Alder School", Discipline.EDUCATION),
)
PEOPLE = ("dell", "sloan", "ada", "nkechi", "omar", "tess")


def happens(procedure: Procedure) -> Happens:
    """What happens in it, by the item of the agenda; one thing of the pack comes only with the reports."""
    *sent, late = procedure.transfer_in.pack
    return {
        "set_up": SET_UP,
        "before": (
            *(e.ChecklistTicked(checklist="transfer pack", item=item, at=time(12, 50)) for item in sent),
            e.ParticipationDecided(child="wren", attends="no", reason="At school today.", advocate="offered"),
            e.PreMeetingHeld(person="dell", at=time(13, 10)),
            *(
                e.ChecklistTicked(checklist="before", item=item.id, at=time(13, 15))
                for item in procedure.checklist
            ),
        ),
        "introductions": tuple(e.PersonArrived(person=each, at=time(13, 30)) for each in PEOPLE),
        "apologies": (
            e.ReportReceived(person="ada", shared=date(2026, 11, 26)),
            e.ChecklistTicked(
                checklist="transfer pack", item=late, at=time(13, 40), note="Ada has brought it with her."
            ),
        ),
        "mapping": (
            e.ContributionMade(
                contribution="c1",
                stage="mapping",
                speaker="ada",
                column=e.Column.HARM,
                children=("wren",),
                words="In Larkmoor Wren was alone at night four times.",
            ),
        ),
        "child": (
            e.ChildViewsGiven(
                child="wren", words="I like the new school.", by="tess", how="a talk on Monday"
            ),
        ),
        "summary": (
            e.DangerStatementMade(
                statement="d1", children=("wren",), words="Wren may be alone at night again."
            ),
            e.SafetyGoalSet(goal="g1", statement="d1", words="Somebody is with Wren every night."),
        ),
        "scaling": (
            e.ScoreGiven(
                person="sloan", question="d1", score=5, rationale="There is a plan, and a new home."
            ),
            e.ScoresShown(question="d1"),
        ),
        "threshold": (
            *(
                e.ViewGiven(child="wren", agency=agency, by=person, outcome=CP, category=NEG)
                for person, agency in AGENCIES.items()
            ),
            e.ViewGiven(child="wren", agency="Larkmoor Council", by="ada", outcome=CP, category=NEG),
            e.DecisionMade(child="wren", outcome=CP, category=NEG),
        ),
        "plan": (
            e.ActionAgreed(
                action="a1",
                children=("wren",),
                what="Ask Bridie to stay on Fridays",
                who=("dell",),
                when="by 15 December 2026",
                worry="c1",
                how_known="Tess asks on Mondays.",
            ),
            e.ContingencySet(
                contingency="k1", children=("wren",), words="Ring Harriet, at night the duty team."
            ),
            e.KeyWorkerNamed(child="wren", person="sloan", qualified=True),
            e.VisitsAgreed(child="wren", every="10 working days"),
        ),
        "core_group": (
            e.CoreGroupMemberChosen(person="sloan", children=("wren",)),
            e.CoreGroupBooked(on=date(2026, 12, 10), at=time(10, 0), venue="Alder School"),
            e.ReviewBooked(on=date(2027, 2, 23), at=time(13, 30)),
        ),
        "close": (e.ConferenceClosed(at=time(15, 20)),),
    }


@pytest.mark.long
@pytest.mark.parametrize("procedure", ["barnsley", "havering"])
async def test_a_transfer_in_conference_is_run_to_its_close_and_its_plan(
    procedure: str, tmp_path: Path
) -> None:
    """HF-1, BA-3: its clock and its pack; `conference dates --type transfer-in` tells the same dates."""
    out = tmp_path / "plans"
    async with typed(tmp_path / "store", opened(procedure)) as play:
        await play.run(happens(play.procedure))
        assert play.reasons == []
        assert_the_pack_was_asked_for(play)
        rows = await play.rows("close")
        assert play.procedure.transfer_in.says in rows
        assert (
            "Thu 3 Dec 2026  Transfer-in conference held · ✓ Tue 1 Dec 2026 (working day 13): in time" in rows
        )
        dates = await play.rows("core_group")
        assert "Thu 3 Dec 2026  Transfer-in conference held" in dates
        assert "The birth" not in rows + dates
        found = meeting(play.app)
        told = overview(found.conference, found.procedure, found.calendar)["deadlines"]
        booked = ("--core-group", "2026-12-10", "--review", "2027-02-23")
        assert_dates_agree(told, procedure, e.Kind.TRANSFER_IN, f"{NOTIFIED}", *booked)
        await play.rows("close")
        await play.make_plans(out)
    (plan,) = out.iterdir()
    assert_accessible(plan)
    text = " ".join(Reading(plan).text.split())
    assert "Transfer-in child protection conference" in text
    assert "Ada has brought it" not in text


def assert_the_pack_was_asked_for(play: Typed) -> None:
    """What was missing stood in the margin until it was ticked; all of it is in the record."""
    *_, late = play.procedure.transfer_in.pack
    margin = [words for words in play.seen if "Not here from the other" in words]
    assert margin
    assert f"○ {late}" in "".join(play.seen)
    ticked = [
        tick for (which, _), tick in conference(play.app).checklists.items() if which == "transfer pack"
    ]
    assert [tick.done for tick in ticked] == [True] * len(play.procedure.transfer_in.pack)
