"""Summary and future risk on screen: the counts, the chair's words, worries with their goals."""

from pathlib import Path

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from screens.form import Form
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    press,
    recorded,
    running,
    sheet,
    text_of,
    write,
)

MAP: tuple[e.AnyEvent, ...] = (
    e.ChildEntered(child="maya", name="Maya Orrell-Pike"),
    e.ChildEntered(child="teddy", name="Teddy Voss"),
    e.PersonEntered(person="sloan", name="Harriet Sloan", standing=Standing.PROFESSIONAL, agency="Care"),
    e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="sloan",
        words="Two earlier times since summer.",
        column=e.Column.HARM,
        new_today=True,
        domain="parenting",
    ),
    e.ContributionMade(
        contribution="c2",
        stage="mapping",
        speaker="sloan",
        words="Sundays at Gran's.",
        column=e.Column.STRENGTH,
    ),
)
DANGER = e.DangerStatementMade(
    statement="", children=("teddy",), words="Harriet is worried that Teddy will hear it again. [/"
)


async def test_the_map_is_counted_for_the_chair(tmp_path: Path) -> None:
    """BA-14, HF-12: worries against strengths, what the family heard first today, which domain is empty."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *MAP)) as app:
        await at_sheet(app, "summary")
        assert "1 worry · 1 working well · 0 grey areas" in sheet(app)
        assert "! New to the family today: 1\n    Harriet Sloan: Two earlier times since summer." in sheet(
            app
        )
        assert "tagged with the child's needs or the wider family and environment." in sheet(app)


async def test_the_summary_and_the_future_of_each_child(tmp_path: Path) -> None:
    """BA-16, HV-9: as typed, and corrected by typing it again."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *MAP)) as app:
        await at_sheet(app, "summary")
        summary, better = (
            e.SummaryGiven(words="He hears it.", children=("teddy",)),
            e.SummaryGiven(words="He hears it, and hides.", children=("teddy",)),
        )
        risk = e.FutureRiskDiscussed(child="teddy", words="He may stop sleeping.")
        await by_hand(app, summary, better, risk)
        assert last(app, 3) == [summary, better, risk]
        assert "He hears it, and hides." in sheet(app)
        assert "✓ Teddy Voss: He may stop sleeping." in sheet(app)
        assert "○ Maya Orrell-Pike: not talked about yet" in sheet(app)


async def test_a_danger_statement_with_its_goal_in_one_form(tmp_path: Path) -> None:
    """HV-9: for the children it names; the goal answers it."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *MAP)) as app:
        await at_sheet(app, "summary")
        await press(app, "d", "enter")
        await write(app, "Teddy will hear it.")
        await press(app, "enter")
        await write(app, "He hears adults talk calmly.")
        await press(app, "enter")
        assert "Say which child the danger statement is about." in text_of(app)
        assert isinstance(app.screen, Form)
        assert app.screen.text("goal") == "He hears adults talk calmly."
        await press(app, "shift+tab", "shift+tab")
        await write(app, "Teddy ")
        await press(app, "ctrl+s")
        made, goal = last(app, 2)
        assert isinstance(made, e.DangerStatementMade)
        assert isinstance(goal, e.SafetyGoalSet)
        assert (made.children, goal.statement) == (("teddy",), made.statement)
        assert "1. Teddy: Teddy will hear it." in sheet(app)
        assert "→ He hears adults talk calmly." in sheet(app)


async def test_statements_and_goals_are_corrected_one_by_one(tmp_path: Path) -> None:
    """HV-9: the statement keeps its goals, and what stood before comes back by undo."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *MAP)) as app:
        await at_sheet(app, "summary")
        await by_hand(app, DANGER)
        made = last(app)[0]
        assert isinstance(made, e.DangerStatementMade)
        assert "○ no safety goal for 1. yet" in sheet(app)
        await by_hand(app, e.SafetyGoalSet(goal="", statement=made.statement, words="Calm days."))
        wider = replace(made, children=("maya", "teddy"), words="Both will hear it again.")
        await by_hand(app, wider)
        assert conference(app).danger_statements == {made.statement: wider}
        assert "1. Maya and Teddy: Both will hear it again.\n   → Calm days." in sheet(app)
        await press(app, "ctrl+z")
        assert conference(app).danger_statements == {made.statement: made}
