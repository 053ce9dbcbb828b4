"""Scaling through the real screen: numbers hidden until all are shown, with their reasons (BA-16, HV-2)."""

from pathlib import Path

from textual.geometry import Size
from textual.widgets import Input

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.procedure_decision import Scale
from conference_tui.conference.scaling import Question, Spread
from screens.form import Form
from screens.scaling import Picture
from screens.widgets.scale_strip import ScaleStrip
from tests.screens.driving import by_hand, last, meeting, press, said, text_of, write
from tests.screens.late_stages import CLEANED, HOSTILE, at_stage, of, shown

SCORES = of("scaling", e.ScoreGiven)
SHOWN = e.ScoresShown(question="ds1")
RATIONALE = "Because of the eight hens"


def score(person: str, number: int, why: str = RATIONALE, question: str = "ds1") -> e.ScoreGiven:
    """One answer."""
    return e.ScoreGiven(person=person, question=question, score=number, rationale=why)


async def test_hands_type_the_scaling_of_the_demonstration(tmp_path: Path) -> None:
    """BA-16: nine answers with their reasons, shown together, and what is done today about the low one."""
    typed = of("scaling", e.ScoreGiven, e.ScoresShown, e.LowScoreAnswered)
    async with at_stage(tmp_path, "scaling") as (app, stage):
        await by_hand(app, *typed)
        assert last(app, len(typed)) == typed
        assert "✓ Done today: Callum stays at 5 Ropewalk" in shown(stage)


async def test_every_question_can_be_answered(tmp_path: Path) -> None:
    """BA-16: each danger statement, and the child that none of them names, is a question of its own."""
    second = score("bridie", 7, question="ds2")
    jared = score("bridie", 9, question="jared")
    async with at_stage(tmp_path, "scaling") as (app, stage):
        assert "How safe is Jared Orrell-Pike?" in shown(stage)
        await by_hand(app, second, jared)
        assert last(app, 2) == [second, jared]


async def test_what_the_numbers_mean_is_always_in_sight_ten_first(tmp_path: Path) -> None:
    """BA-16: both ends in the procedure's words, whatever is scrolled."""
    async with at_stage(tmp_path, "scaling") as (app, _):
        await press(app, "end")
        shown_now = " ".join(text_of(app).replace("│", " ").split())
        ten = shown_now.index("10 everyone is confident")
        assert ten < shown_now.index("0 so unsafe the child cannot live at home")


async def test_who_answered_is_shown_and_the_number_is_not(tmp_path: Path) -> None:
    """BA-16: neither in the sheet, nor in the margin, nor in what undo says, nor when the form is opened again."""
    async with at_stage(tmp_path, "scaling", size=(150, 40)) as (app, stage):
        await by_hand(app, score("callum", 8))
        assert "✓ Callum Voss: answered" in shown(stage)
        assert "○ Tamsin Orrell: not yet" in shown(stage)
        assert RATIONALE not in text_of(app)
        assert leaks(app) == set()
        await press(app, "slash")
        await write(app, "Callum Voss: ")
        await press(app, "enter")
        assert isinstance(app.screen, Form)
        assert RATIONALE not in text_of(app)
        assert app.screen.text("score") == ""
        await press(app, "escape", "ctrl+z")
        assert "Callum Voss" in said(app)
        assert "8" not in said(app)
        assert RATIONALE not in said(app)


def leaks(app: ConferenceApp) -> set[str]:
    """Lines of the screen that name Callum beside a number of the scale."""
    lines = [line for line in text_of(app).splitlines() if "Callum Voss" in line]
    return {line for line in lines if "8" in line.split("Callum Voss", 1)[0][-6:]}


async def test_the_number_is_not_seen_while_it_is_typed_nor_kept_unfinished(tmp_path: Path) -> None:
    """BA-16: no digit is shown; a form that is left keeps the reason and not the number."""
    async with at_stage(tmp_path, "scaling") as (app, _):
        await press(app, "slash")
        await write(app, "Callum Voss: ")
        await press(app, "enter")
        await write(app, "7351")
        assert "7351" not in text_of(app)
        await press(app, "enter")
        await write(app, "A reason")
        await press(app, "ctrl+s")
        assert "The scale goes from 0 to 10." in text_of(app)
        assert "A reason" in text_of(app)
        await press(app, "escape")
        assert "7351" not in str(meeting(app).unfinished())
        assert "A reason" in meeting(app).unfinished().values()


async def test_how_long_a_number_is_does_not_give_it_away(tmp_path: Path) -> None:
    """BA-16: on a scale to 10 two dots, or a cursor that moved twice, would say ten."""
    async with at_stage(tmp_path, "scaling") as (app, _):
        await press(app, "slash")
        await write(app, "Callum Voss: ")
        await press(app, "enter", "1")
        one = text_of(app), app.screen.query_one("#field-score", Input).cursor_screen_offset
        await press(app, "0")
        ten = text_of(app), app.screen.query_one("#field-score", Input).cursor_screen_offset
        assert one == ten


async def test_what_is_wanting_is_said_without_the_number(tmp_path: Path) -> None:
    """BA-16: no score without a number, none without a reason; the sentence does not give the number away."""
    async with at_stage(tmp_path, "scaling") as (app, _):
        before = meeting(app).count
        await press(app, "slash")
        await write(app, "Callum Voss: ")
        await press(app, "enter", "ctrl+s")
        assert "Which number, from 0 to 10?" in text_of(app)
        await write(app, "7/9")
        await press(app, "ctrl+s")
        assert "That is not a whole number." in text_of(app)
        assert "7/9" not in text_of(app)
        await press(app, "backspace", "backspace", "ctrl+s")
        assert "A score needs its reason." in text_of(app)
        assert meeting(app).count == before


async def test_supporters_and_advocates_are_not_asked(tmp_path: Path) -> None:
    """HV-2: who speaks for somebody else gives no number; that is said."""
    async with at_stage(tmp_path, "scaling") as (_, stage):
        assert "Joss Whelan:" not in shown(stage)
        assert "Simone Achter:" not in shown(stage)
        assert "Not asked for a number: Joss and Simone." in shown(stage)


async def test_nothing_is_shown_while_nobody_has_answered(tmp_path: Path) -> None:
    """BA-16: there is no picture of nothing."""
    async with at_stage(tmp_path, "scaling") as (app, _):
        await press(app, "v")
        assert "Nobody has given a score on this yet." in said(app)
        assert not isinstance(app.screen, Picture)


async def test_the_picture_has_each_name_at_its_number_and_no_mean(tmp_path: Path) -> None:
    """BA-16: one strip, the spread in words, the reasons; 4.3, the mean, is nowhere."""
    async with at_stage(tmp_path, "scaling", *SCORES, size=(120, 50)) as (app, _):
        await press(app, "v", "v")
        assert isinstance(app.screen, Picture)
        picture = app.screen.query_one(ScaleStrip).render().plain.splitlines()
        four = next(line for line in picture if line.startswith("  4 "))
        assert all(name in four for name in ("Joanne Tiplady", "Owen Farrant", "Maya Orrell-Pike"))
        assert picture[0].startswith(" 10 │ everyone is confident")
        assert "From 2 to 8." in picture
        assert any("Callum Voss: I am out of the house." in line for line in picture)
        whole = text_of(app)
        assert "4.3" not in whole
        assert "mean" not in whole.lower()
        assert "average" not in whole.lower()


async def test_a_low_score_asks_once_what_is_done_today(tmp_path: Path) -> None:
    """BA-16: only once all is shown, until it is answered, and it stops nobody."""
    prompt = "A score of 2 or less: what is done today?"
    async with at_stage(tmp_path, "scaling", *SCORES, size=(120, 50)) as (app, stage):
        assert prompt not in shown(stage)
        await by_hand(app, SHOWN)
        assert prompt in shown(stage)
        await by_hand(app, e.LowScoreAnswered(question="ds1", answer="Harriet sees Maya tomorrow."))
        assert prompt not in shown(stage)
        await press(app, "l")
        assert "No low score is waiting" in said(app)


async def test_a_corrected_score_is_hidden_again_only_by_undoing_the_showing(tmp_path: Path) -> None:
    """BA-16: undo of showing hides the numbers."""
    async with at_stage(tmp_path, "scaling", *SCORES) as (app, stage):
        await by_hand(app, SHOWN)
        assert "8 Callum Voss: I am out of the house." in shown(stage)
        await press(app, "ctrl+z")
        assert "I am out of the house." not in shown(stage)


async def test_hostile_reasons_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    """BA-16: nothing in a reason is read as an instruction."""
    async with at_stage(tmp_path, "scaling", size=(120, 50)) as (app, stage):
        await by_hand(app, score("dean", 1, HOSTILE), SHOWN)
        assert CLEANED in shown(stage)
        await press(app, "v")
        assert "[/ [red]x [@click=app.quit]me" in text_of(app)


def test_the_strip_keeps_its_numbers_apart_however_narrow_it_is() -> None:
    """BA-16: names that do not fit in a line go on under each other, beside their bar."""
    scale = Scale(
        minimum=0, maximum=10, polarity="high-is-safe", question="", zero_means="unsafe", ten_means="safe",
        low_score=2, low_prompt="", source="",
    )  # fmt: skip
    given = tuple(score(name, 5) for name in ("Ann", "Ben", "Cyd", "Dot"))
    spread = Spread(question=Question(id="q", title="", children=()), scores=given)
    strip = ScaleStrip(spread, scale, lambda someone: f"{someone} Longname", lambda given: given.rationale)
    narrow = strip.get_content_height(Size(20, 20), Size(20, 20), 20)
    wide = strip.get_content_height(Size(200, 50), Size(200, 50), 200)
    assert narrow > wide
    assert wide == 11 + 3 + 4


async def test_numbers_are_not_shown_by_one_key_while_somebody_has_not_answered(tmp_path: Path) -> None:
    """BA-16: what was seen cannot be unseen, so the key first says who has not answered."""
    async with at_stage(tmp_path, "scaling") as (app, _):
        await by_hand(app, score("callum", 8))
        before = last(app, 1)
        await press(app, "v")
        assert "Not yet: " in text_of(app)
        assert RATIONALE not in text_of(app)
        assert last(app, 1) == before
        await press(app, "v", "escape")
        assert last(app, 1) == [SHOWN]
