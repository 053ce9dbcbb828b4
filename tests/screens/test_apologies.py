"""Apologies, reports and quorum on screen: the verdict, going ahead without it, and each report's standing."""

from datetime import date, time
from pathlib import Path

from msgspec.structs import replace
from textual.widgets import Static

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.form import Form
from screens.hands.strokes import row
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    recorded,
    running,
    said,
    sheet,
    text_of,
    write,
)


def professional(person: str, name: str, agency: str, discipline: Discipline) -> e.PersonEntered:
    return e.PersonEntered(
        person=person, name=name, standing=Standing.PROFESSIONAL, agency=agency, discipline=discipline
    )


INVITED: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="lola", name="Lola Brindle", born=date(2018, 10, 1)),
    e.PersonEntered(person="shanice", name="Shanice Brindle", standing=Standing.PARENT, role="mother"),
    professional("dev", "Dev Ratcliff", "Children's social care", Discipline.SOCIAL_CARE),
    professional("noor", "Noor Halloran", "Children's social care", Discipline.SOCIAL_CARE),
    professional("okoro", "PC Ada Okoro", "Ashmere Constabulary", Discipline.POLICE),
    professional("fenn", "Dr Fenn", "Cinder Row Surgery", Discipline.HEALTH),
)
DEV_CAME = e.PersonArrived(person="dev", at=time(13, 30))
QUORATE: tuple[e.AnyEvent, ...] = (
    DEV_CAME,
    e.PersonArrived(person="okoro", at=time(13, 30)),
    e.PersonArrived(person="fenn", at=time(13, 30)),
)
WENT_AHEAD = e.InquorateProceeded(
    reason="The school closes today.", safeguards="Keely stays every night until 4 January."
)


def verdict(app: ConferenceApp) -> str:
    stage = meeting_screen(app).stage
    assert stage is not None
    return str(stage.query_one(".verdict", Static).content)


async def test_the_verdict_follows_who_is_here(tmp_path: Path) -> None:
    """BA-4: none before anybody came, then not quorate with what is missing, then quorate, with the rule."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "apologies")
        assert "NO VERDICT YET" in verdict(app)
        await by_hand(app, DEV_CAME)
        assert "NOT QUORATE" in verdict(app)
        assert "Missing: health and police" in verdict(app)
        assert "■ To go ahead all the same" in sheet(app)
        await by_hand(app, *QUORATE[1:])
        assert verdict(app).startswith("✓ QUORATE")
        assert meeting(app).procedure.quorum.says in verdict(app)
        assert "Education is expected for Lola Brindle" in verdict(app)
        assert "To go ahead all the same" not in sheet(app)


async def test_going_ahead_needs_the_reason_and_what_keeps_the_child_safe(tmp_path: Path) -> None:
    """BA-4: neither alone is enough, and nothing typed is lost by a refusal."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED, DEV_CAME)) as app:
        await at_sheet(app, "apologies")
        await press(app, "i")
        await write(app, "The school closes today.")
        await press(app, "enter", "enter")
        assert "Say what keeps the child safe" in text_of(app)
        assert isinstance(app.screen, Form)
        assert app.screen.text("reason") == "The school closes today."
        await write(app, "Keely stays every night until 4 January.")
        await press(app, "enter")
        assert last(app) == [WENT_AHEAD]
        assert "Safe meanwhile: Keely stays" in sheet(app)


async def test_a_typed_reason_alone_does_not_stand_in_for_the_safeguards(tmp_path: Path) -> None:
    """BA-4: also from the list of what is open, the form asks for both."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED, DEV_CAME)) as app:
        await at_sheet(app, "apologies")
        await press(app, *row("■ Not quorate"))
        assert "Go ahead without a quorum" in text_of(app)
        refused = meeting(app).refusal(e.ReasonGiven(matter="quorum", reason="No time."))
        assert "what keeps the child safe" in refused


async def test_there_is_nothing_to_go_ahead_without_when_it_is_quorate(tmp_path: Path) -> None:
    """BA-4: a reason is asked for only where something is missing."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED, *QUORATE)) as app:
        await at_sheet(app, "apologies")
        await press(app, "i")
        assert not isinstance(app.screen, Form)
        assert "nothing to give a reason for" in said(app)


async def test_reports_stand_on_time_late_verbal_missing_or_not_shared(tmp_path: Path) -> None:
    """BA-5, HF-8: the limit for the 1st of December is the 27th of November."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "apologies")
        assert "with the family by Fri 27 Nov 2026" in sheet(app)
        await by_hand(
            app,
            e.ReportReceived(
                person="noor", form="written", shared=date(2026, 11, 30), not_shared_with=("shanice",)
            ),
            e.ReportReceived(person="okoro", form="verbal"),
            e.ReportReceived(person="fenn", form="written", shared=date(2026, 11, 27), author_agrees=True),
        )
        told = sheet(app)
        assert "! Children's social care, Noor Halloran: shared with the family Mon 30 Nov 2026" in told
        assert "late" in told
        assert "not shared with Shanice Brindle" in told
        assert "✓ Ashmere Constabulary, PC Ada Okoro: verbal" in told
        assert "✓ Cinder Row Surgery, Dr Fenn: shared with the family Fri 27 Nov 2026" in told
        assert "The author agrees" in told


async def test_a_report_is_corrected_by_typing_it_again(tmp_path: Path) -> None:
    """BA-5: what stood comes back by undo."""
    wrong = e.ReportReceived(
        person="fenn", form="written", shared=date(2026, 11, 30), not_shared_with=("shanice",)
    )
    right = e.ReportReceived(person="fenn", form="written", shared=date(2026, 11, 26))
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "apologies")
        await by_hand(app, wrong, right)
        assert conference(app).reports["fenn"] == right
        await press(app, "ctrl+z")
        assert conference(app).reports["fenn"] == wrong


async def test_a_date_that_is_none_is_refused_and_stays(tmp_path: Path) -> None:
    """BA-5: the sentence says how a date is written."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED)) as app:
        await at_sheet(app, "apologies")
        await press(app, *row("Dr Fenn: "))
        await write(app, "written")
        await press(app, "enter")
        await write(app, "31/11/2026")
        await press(app, "ctrl+s")
        assert "There is no such date as “31/11/2026”" in text_of(app)
        assert isinstance(app.screen, Form)
        assert app.screen.text("shared") == "31/11/2026"


async def test_who_is_missing_with_apology_or_with_what_was_tried(tmp_path: Path) -> None:
    """BA-6, HF-5: each invited person who has not come, until they come."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED, DEV_CAME)) as app:
        await at_sheet(app, "apologies")
        apology = e.ApologySent(person="fenn", reason="[/ in surgery [red]x")
        absence = e.AbsenceNoted(person="shanice", tried="Rung three times on Monday.")
        await by_hand(app, apology, absence)
        assert last(app, 2) == [apology, absence]
        assert "apology sent. [/ in surgery [red]x" in sheet(app)
        assert "did not come; tried: Rung three times on Monday." in sheet(app)
        await by_hand(app, e.PersonArrived(person="shanice", at=time(14, 0)))
        assert "has come after all" in sheet(app)


async def test_whether_the_family_has_a_report_in_its_language(tmp_path: Path) -> None:
    """HF-8: what is still to be translated is pointed out until it is done."""
    needed = e.ReportReceived(
        person="dev", form="written", shared=date(2026, 11, 25), translation="needed", language="Polish"
    )
    done = replace(needed, translation="done")
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *INVITED, *QUORATE)) as app:
        await at_sheet(app, "apologies")
        await by_hand(app, needed)
        assert last(app) == [needed]
        assert "! Children's social care, Dev Ratcliff" in sheet(app)
        assert "translation into Polish needed, not done" in sheet(app)
        await by_hand(app, done)
        assert last(app) == [done]
        assert "✓ Children's social care, Dev Ratcliff" in sheet(app)
        assert "translated into Polish" in sheet(app)
