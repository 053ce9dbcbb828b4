"""The map, its corrections and the harm matrix, through the real screen (BA-13, BA-14, BA-15, HF-12, KC-2)."""

from datetime import date
from pathlib import Path

from conference_tui.conference import events as e
from screens.calm import settle
from screens.form import Form
from screens.mapping import Mapping
from screens.stage import Stage
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    meeting_screen,
    press,
    said,
    shows,
    text_of,
    write,
)
from tests.screens.late_stages import CLEANED, HOSTILE, at_stage, of


def columns(stage: Stage) -> list[str]:
    """The text of the three columns, also what is out of sight."""
    assert isinstance(stage, Mapping)
    return ["\n".join(row.text.plain for row in column.rows) for column in stage.columns]


def said_by(speaker: str, words: str, column: e.Column | None, *children: str) -> e.ContributionMade:
    """Something said on the map, as the capture line records it."""
    return e.ContributionMade(
        contribution="c1", stage="mapping", speaker=speaker, words=words, column=column, children=children
    )


WET = said_by("nandra", "He wets himself at school.", e.Column.HARM, "teddy")


async def test_hands_type_the_whole_map_of_the_demonstration(tmp_path: Path) -> None:
    """BA-13, BA-14, BA-15, HF-12, KC-2: everything said, with what hangs on it, by keyboard alone."""
    typed = of("mapping", e.ContributionMade, e.HarmDetailed)
    async with at_stage(tmp_path, "mapping") as (app, _):
        await by_hand(app, *typed)
        want = [without_id(made) for made in typed if isinstance(made, e.ContributionMade)]
        assert [without_id(made) for made in conference(app).contributions[-len(want) :]] == want
        harms = [made for made in typed if isinstance(made, e.HarmDetailed)]
        assert list(conference(app).harms.values()) == harms


def without_id(made: e.ContributionMade) -> e.ContributionMade:
    """A contribution without the id that the program gave it."""
    fields = {name: getattr(made, name) for name in made.__struct_fields__}
    return e.ContributionMade(**{**fields, "contribution": ""})


async def test_each_entry_stands_in_its_column_with_its_kind_in_words(tmp_path: Path) -> None:
    """BA-13, KC-2: strength and safety, harm, danger and complicating, grey; never by colour alone."""
    kinds = [
        said_by("farrant", "She talks to her tutor.", e.Column.STRENGTH, "maya"),
        said_by("bridie", "They slept at mine.", e.Column.SAFETY),
        said_by("amadi", "He struck her.", e.Column.HARM, "maya"),
        said_by("sloan", "It may happen again.", e.Column.DANGER, "maya"),
        said_by("quill", "He works nights.", e.Column.COMPLICATING),
        said_by("sloan", "Was Jared hit?", e.Column.GREY, "jared"),
    ]
    async with at_stage(tmp_path, "mapping") as (app, stage):
        await by_hand(app, *kinds)
        well, worries, grey = columns(stage)
        assert "+ strength  Owen Farrant (Maya): She talks to her tutor." in well
        assert "++ safety  Bridie Orrell (all): They slept at mine." in well
        assert "- harm  DC Ruth Amadi (Maya): He struck her." in worries
        assert "-- danger  Harriet Sloan (Maya): It may happen again." in worries
        assert "~ complicating  Bernard Quill (all): He works nights." in worries
        assert "? grey area  Harriet Sloan (Jared): Was Jared hit?" in grey
        shown = text_of(app)
        assert all(title in shown for title in ("+ Working well 2", "- Worries 3", "? Grey areas 1"))


async def test_a_new_entry_is_scrolled_into_sight_and_enter_opens_it(tmp_path: Path) -> None:
    """BA-13: what was just said is seen at once, however long the column is."""
    many = [
        e.ContributionMade(
            contribution=f"x{number}", stage="mapping", speaker="sloan", words="Again.", column=e.Column.HARM
        )
        for number in range(40)
    ]
    async with at_stage(tmp_path, "mapping", *many) as (app, _):
        await by_hand(app, said_by("amadi", "Unmistakable.", e.Column.HARM, "maya"))
        assert "Unmistakable." in text_of(app)
        await press(app, "enter")
        assert isinstance(app.screen, Form)
        assert "Correct what DC Ruth Amadi said" in text_of(app)


async def test_a_correction_changes_what_it_says_and_keeps_what_stood(tmp_path: Path) -> None:
    """BA-13, BA-14, HF-12, KC-2: every field of a correction is typed; the record has both."""
    correct = e.ContributionMade(
        contribution="c1",
        stage="mapping",
        speaker="tiplady",
        words="He wets himself, four times in November.",
        column=e.Column.GREY,
        children=("teddy", "jared"),
        example="On Monday",
        impact="Ashamed",
        domain="needs",
        new_today=True,
        owner="sloan",
        by=date(2026, 12, 15),
    )
    corrected = e.ContributionCorrected(correct=correct, why="Misheard")
    async with at_stage(tmp_path, "mapping", WET) as (app, stage):
        await by_hand(app, corrected)
        assert last(app) == [corrected]
        assert WET in [entry.event for entry in meeting(app).entries]
        assert "finds out: Harriet Sloan, by Tue 15 Dec 2026" in columns(stage)[2]
        assert "! new to the family today" in columns(stage)[2]
        back = e.ContributionCorrected(correct=WET)
        await by_hand(app, back)
        assert last(app) == [back]


async def test_saving_a_correction_without_a_change_records_nothing(tmp_path: Path) -> None:
    """A look into the form is no correction."""
    async with at_stage(tmp_path, "mapping", WET) as (app, _):
        before = meeting(app).count
        await press(app, "slash")
        await write(app, "He wets")
        await press(app, "enter", "ctrl+s")
        assert not isinstance(app.screen, Form)
        assert meeting(app).count == before


async def test_an_empty_correction_is_refused_and_what_was_typed_stays(tmp_path: Path) -> None:
    """What is wanting is said in the form; nothing typed is lost."""
    async with at_stage(tmp_path, "mapping", WET) as (app, _):
        await press(app, "slash")
        await write(app, "He wets")
        await press(app, "enter", "ctrl+u", "enter", "enter", "enter")
        await write(app, "On a Monday")
        await press(app, "ctrl+s")
        assert "A correction cannot be empty. Strike the contribution instead." in text_of(app)
        assert "On a Monday" in text_of(app)


async def test_an_entry_is_struck_with_its_reason_also_after_a_correction(tmp_path: Path) -> None:
    """KC-2: a strike wants a reason, stays in the record, and undo takes it back."""
    corrected = e.ContributionCorrected(correct=said_by("nandra", "He wets himself.", e.Column.HARM, "teddy"))
    async with at_stage(tmp_path, "mapping", WET, corrected) as (app, stage):
        await press(app, "right", "x", "ctrl+s")
        assert "The reason stays in the record." in text_of(app)
        await write(app, "Said of another child")
        await press(app, "enter")
        struck = meeting(app).entries[-1].event
        assert isinstance(struck, e.Struck)
        assert struck.why == "Said of another child"
        assert "He wets" not in columns(stage)[1]
        await press(app, "ctrl+z")
        assert "He wets himself." in columns(stage)[1]


async def test_the_map_can_be_about_one_child(tmp_path: Path) -> None:
    """BA-13: one child's entries and those about all; a new one about another child brings all back."""
    teddys = [WET, e.ContributionMade(
        contribution="c2", stage="mapping", speaker="quill", words="Two workers.", column=e.Column.COMPLICATING
    )]  # fmt: skip
    async with at_stage(tmp_path, "mapping", *teddys) as (app, stage):
        await press(app, "c")
        assert "Only about Maya Orrell-Pike" in text_of(app)
        assert "He wets" not in columns(stage)[1]
        assert "Two workers." in columns(stage)[1]
        await by_hand(app, said_by("nandra", "He hides.", e.Column.HARM, "teddy"))
        assert "Only about" not in text_of(app)
        assert "He wets" in columns(stage)[1]


async def test_words_in_no_column_are_kept_in_sight_and_can_be_given_one(tmp_path: Path) -> None:
    """BA-2: what a parent says without a column is not lost."""
    loose = said_by("tamsin", "I should have gone the first time.", None)
    async with at_stage(tmp_path, "mapping", loose) as (app, stage):
        await press(app, "slash")
        await write(app, "I should have gone")
        await press(app, "enter", "enter")
        await write(app, "strength")
        await press(app, "ctrl+s")
        assert "I should have gone" in columns(stage)[0]


async def test_left_and_right_go_through_the_columns_and_round(tmp_path: Path) -> None:
    """BA-13: the columns stand side by side."""
    async with at_stage(tmp_path, "mapping") as (app, stage):
        assert isinstance(stage, Mapping)
        seen = []
        for _ in range(3):
            await press(app, "right")
            seen.append(stage.columns.index(stage.current))
            assert stage.current.has_focus
        assert seen == [1, 2, 0]
        await press(app, "left")
        assert stage.columns[2].has_focus


async def test_one_wide_column_where_the_terminal_is_small(tmp_path: Path) -> None:
    """BA-13: in a window of sixty columns one column has all the room; the keys are the same."""
    async with at_stage(tmp_path, "mapping", WET, size=(60, 15)) as (app, _):
        assert "+ Working well" in text_of(app)
        assert "Worries" not in text_of(app)
        await press(app, "right")
        assert "- Worries 1" in text_of(app)
        assert "He wets himself at school." in text_of(app)


async def test_the_script_and_the_family_are_found_from_the_map(tmp_path: Path) -> None:
    """HV-8, BA-12: a row below the map is found from any column."""
    asked = e.FamilyAsked(stage="mapping", person="bridie", words="They can come to me.", children=("teddy",))
    async with at_stage(tmp_path, "mapping") as (app, stage):
        await by_hand(app, asked)
        assert last(app) == [asked]
        await press(app, "t")
        assert not stage.sheet.has_focus
        await press(app, "t", "slash")
        await write(app, "nobody has this")
        await press(app, "enter")
        assert app.screen is meeting_screen(app)


async def test_the_harm_matrix_is_a_table_with_its_empty_cells(tmp_path: Path) -> None:
    """BA-15: first, worst and most recent of each child and kind; what nobody said yet is seen to be empty."""
    told = e.HarmDetailed(
        child="maya", harm=e.Category.PHYSICAL, incident="first", when="August", behaviour="A slap"
    )
    async with at_stage(tmp_path, "mapping") as (app, _):
        await press(app, "m")
        assert "Nothing yet" in text_of(app)
        await press(app, "a", "ctrl+s")
        assert "Which child?" in text_of(app)
        await press(app, "escape", "escape")
        await by_hand(app, told)
        assert last(app) == [told]
        await press(app, "m")
        shown = text_of(app)
        assert "Maya Orrell-Pike · Physical abuse" in shown
        assert "A slap" in shown
        worst = next(line for line in shown.splitlines() if "worst" in line)
        assert worst.count("–") == 4


async def test_hostile_words_are_shown_as_they_were_typed(tmp_path: Path) -> None:
    """BA-2: nothing that somebody says is read as an instruction, on the map or in the matrix."""
    long = "x" * 400
    harm = e.HarmDetailed(
        child="teddy", harm=e.Category.NEGLECT, incident="worst", behaviour=CLEANED, impact=long
    )
    async with at_stage(tmp_path, "mapping") as (app, stage):
        await by_hand(app, said_by("callum", HOSTILE, e.Column.HARM, "maya"))
        await by_hand(app, said_by("callum", long, e.Column.GREY))
        assert f"): {CLEANED}" in columns(stage)[1]
        await by_hand(app, harm)
        assert last(app) == [harm]
        await press(app, "m")
        assert "[/ [red]x" in text_of(app)


async def test_undo_on_the_map_says_who_and_not_what(tmp_path: Path) -> None:
    """BA-13: undo takes the entry off the map."""
    async with at_stage(tmp_path, "mapping") as (app, stage):
        await by_hand(app, WET)
        await press(app, "ctrl+z")
        assert "He wets" not in columns(stage)[1]
        assert "Priya Nandra" in said(app)


async def test_a_map_that_was_left_is_shown_again_as_it_was(tmp_path: Path) -> None:
    """The entries, what of them is in sight, and the one under the cursor; nothing of the stage between."""
    async with at_stage(tmp_path, "mapping", WET) as (app, _):
        await press(app, "right", "end")
        saved, *left = text_of(app).splitlines()
        assert "himself" in "".join(left)
        await meeting_screen(app).go("reason")
        await settle(app)
        assert text_of(app).splitlines()[1:] != left
        await at_sheet(app, "mapping")
        app.clear_notifications()
        await settle(app)
        now_saved, *now = text_of(app).splitlines()
        assert now == left
        assert now_saved != saved, "both moves were recorded, and stand in the line above"


async def test_a_map_longer_than_the_screen_is_all_there(tmp_path: Path) -> None:
    """What is out of sight when the stage is first shown is drawn right after, and is found."""
    long = [
        e.ContributionMade(
            contribution=f"c{number}",
            stage="mapping",
            speaker="sloan",
            words=f"Seen {number} times.",
            column=e.Column.HARM,
        )
        for number in range(100)
    ]
    async with at_stage(tmp_path, "reason", *long) as (app, _):
        await press(app, "f3")
        await settle(app)
        stage = await at_sheet(app, "mapping")
        assert columns(stage)[1].count("Seen") == 100
        await press(app, "slash", "9", "9")
        await shows(app, "Seen 99")
