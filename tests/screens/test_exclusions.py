"""Keeping somebody out, on screen: decided, told, their views asked for, and ended (HV-3)."""

from datetime import date, time
from pathlib import Path

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.people import Discipline, Standing
from conference_tui.store.folder import Folder
from screens.exclusions import Exclusions
from screens.hands.strokes import row
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    press,
    recorded,
    running,
    sheet,
    shows,
    text_of,
)

FAMILY: tuple[e.AnyEvent, ...] = (
    e.ConferenceArranged(held=date(2026, 12, 1)),
    e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    e.PersonEntered(person="callum", name="Callum Voss", standing=Standing.PARENT, role="stepfather"),
    e.PersonEntered(person="joss", name="Joss Whelan", standing=Standing.SUPPORTER, supports="callum"),
    e.PersonEntered(
        person="sloan",
        name="Harriet Sloan",
        standing=Standing.PROFESSIONAL,
        agency="Children's social care",
        discipline=Discipline.SOCIAL_CARE,
    ),
)
DECIDED = e.ExclusionDecided(
    person="callum",
    ground="The child asks not to have this person there.",
    reason="Maya does not speak while he is here [/ [red]x.",
    parts=("mapping", "child"),
    evidence="Told to the advocate.",
    requested=date(2026, 11, 27),
    requested_by="Maya",
    views_by="sloan",
    told="By the chair, by telephone.",
    told_on=date(2026, 11, 28),
    challenge="In the letter; a talk with the chair was offered.",
    represented_by="joss",
    without_minutes="",
)
HERE = e.PersonArrived(person="sloan", at=time(13, 30))


async def test_who_which_parts_why_and_what_was_told_are_typed_and_shown(tmp_path: Path) -> None:
    """HV-3: with the limit of the procedure, and what is late or still owed."""
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY), size=(120, 40)) as app:
        await at_sheet(app, "before")
        assert "Kept out of all or part  nobody" in sheet(app)
        await by_hand(app, DECIDED)
        assert last(app) == [DECIDED]
        late = "To keep Callum Voss out was asked for on Fri 27 Nov 2026; the limit was Thu 26 Nov 2026."
        assert f"Callum Voss: out of Mapping and Child's words\n    · {late}" in sheet(app)
        await press(app, "x")
        assert isinstance(app.screen, Exclusions)
        text = await shows(
            app, "[/ [red]x", "by Maya on Fri 27 Nov 2026", "Explained to them on Sat 28 Nov 2026"
        )
        assert "made to the chair: by Thu 26 Nov 2026" in text
        assert "In their place: Joss Whelan" in text


async def test_what_is_owed_is_said_until_it_is_done_and_a_correction_keeps_the_rest(tmp_path: Path) -> None:
    """HV-3: explained, how it can be challenged, who tells their views; free ground, all of the conference."""
    first = replace(
        DECIDED,
        ground="He is on bail.",
        parts=(),
        told="",
        told_on=None,
        challenge="",
        views_by="",
        requested=None,
    )
    corrected = replace(
        first, views_by="The chair", told="By letter.", told_on=date(2026, 11, 30), challenge="So."
    )
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY)) as app:
        await at_sheet(app, "introductions")
        await by_hand(app, first)
        assert last(app) == [first]
        await at_sheet(app, "before")
        for open_point in (
            "Not explained to Callum Voss yet",
            "has not been told yet how this can be challenged",
            "Nobody is named to tell the conference the views of Callum Voss",
        ):
            assert open_point in sheet(app)
        await by_hand(app, corrected)
        assert last(app) == [corrected]
        assert "Callum Voss: out of all of it" in sheet(app)
        assert "Not explained" not in sheet(app)


async def test_who_is_kept_out_is_not_let_in_until_that_is_ended(tmp_path: Path) -> None:
    """HV-3: the rule says why; ended with the time; kept out again afterwards if need be."""
    out = replace(DECIDED, parts=())
    ended = e.ExclusionEnded(person="callum", at=time(14, 30))
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, out)) as app:
        await at_sheet(app, "introductions")
        assert "stepfather, out of all of it" in sheet(app)
        await press(app, "f6", *row("Callum Voss"))
        assert "The chair decided: out of all of it." in text_of(app)
        await press(app, "ctrl+s")
        await shows(app, "Callum Voss is kept out of the whole conference. End that first")
        await press(app, "escape", "escape")
        await by_hand(app, ended)
        assert last(app) == [ended]
        await by_hand(app, e.PersonArrived(person="callum", at=time(14, 31)))
        assert "callum" in conference(app).present()
        await by_hand(app, replace(DECIDED, parts=("plan",)))
        assert conference(app).exclusions["callum"].ended is None


async def test_the_stage_says_who_is_kept_out_and_asks_who_tells_their_views(tmp_path: Path) -> None:
    """HV-3, HV-8: F8 asks for them; who tells them stands beside the words; not at another part."""
    word = e.FamilyAsked(
        stage="child", person="callum", words="I want to say sorry.", by="sloan", children=("maya",)
    )
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *FAMILY, DECIDED, HERE)) as app:
        await at_sheet(app, "child")
        assert "Callum Voss is kept out of this part. Their views are told by Harriet Sloan." in sheet(app)
        assert "○ The views of Callum Voss, who is kept out: not asked yet" in sheet(app)
        await press(app, "f8")
        assert "(•) Harriet Sloan" in text_of(app)
        await press(app, "escape")
        await by_hand(app, word)
        assert last(app) == [word]
        assert "✓ Callum Voss, told by Harriet Sloan: I want to say sorry." in sheet(app)
        await at_sheet(app, "plan")
        assert "kept out" not in sheet(app)


async def test_somebody_kept_out_and_here_is_pointed_out(tmp_path: Path) -> None:
    """HV-3: at the part, in the rows of a small terminal and in the margin of a wide one."""
    came = e.PersonArrived(person="callum", at=time(13, 30))
    folder = Folder.at(tmp_path)
    record = recorded(folder, *FAMILY, DECIDED, HERE, came)
    async with running(folder, record) as app:
        await at_sheet(app, "child")
        assert "Callum Voss is kept out of this part, and is recorded as here." in sheet(app)
        assert text_of(app).startswith(" ■ CHECK WHO IS HERE: F6 · TST-1")
        await press(app, "f6")
        await shows(app, "■ out of Mapping and Child's words")
        await press(app, "escape")
        await at_sheet(app, "plan")
        assert "CHECK WHO IS HERE" not in text_of(app)
    async with running(folder, record, size=(120, 40)) as app:
        await at_sheet(app, "child")
        await shows(app, "Callum Voss is kept out of", "and is recorded as")
        assert "The views of Callum Voss" in sheet(app)
