"""What cannot simply be taken back is read back, and recorded only when a word of it is typed."""

from datetime import date, time
from pathlib import Path

import pytest

from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.store.folder import Folder
from screens.form import Form
from screens.read_back import ReadBack
from screens.widgets.pick import Pick
from tests.screens.driving import (
    at_sheet,
    by_hand,
    conference,
    last,
    meeting,
    press,
    recorded,
    running,
    shows,
    waiting,
    write,
)

TAMSIN = e.PersonEntered(person="tamsin", name="Tamsin Orrell", standing=Standing.PARENT, role="mother")
MAYA = e.ChildEntered(child="maya", name="Maya Orrell-Pike")
OTHER_MAYA = e.ChildEntered(child="other", name="Maya Voss")
UNBORN = e.ChildEntered(child="baby", name="unborn Marchbank", expected=date(2027, 2, 1))
REASON = "Nobody could come, and it cannot wait."


def decided(child: str) -> e.DecisionMade:
    """A decision without any view, which needs a reason."""
    return e.DecisionMade(child=child, outcome=e.Outcome.CHILD_IN_NEED, reason=REASON)


async def decide(app: ConferenceApp) -> Form:
    """Fill the form of a decision, and record it as far as that goes."""
    await at_sheet(app, "threshold")
    await press(app, "/decide")
    form = app.screen
    assert isinstance(form, Form)
    await write(app, "need")
    await press(app, "enter", "enter")
    await write(app, REASON)
    await press(app, "enter")
    assert isinstance(app.screen, ReadBack)
    return form


async def test_a_decision_is_recorded_only_once_the_childs_name_is_typed(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        form = await decide(app)
        before = meeting(app).count
        await shows(app, "Maya Orrell-Pike: child in need plan.", "No agency gave a view.", REASON)
        await press(app, "enter")
        await write(app, "mia")
        await press(app, "enter")
        await shows(app, "“mia” is not “Maya”. Nothing is recorded.")
        await write(app, "tamsin: I don't think that is fair on me")  # in the place of the slip
        await press(app, "enter")
        assert waiting(app) == ["tamsin: I don't think that is fair on me"]
        assert meeting(app).count == before
        await press(app, "escape")
        assert app.screen is form
        assert (form.query_one("#field-outcome", Pick).value, form.text("reason")) == ("cin_plan", REASON)
        await press(app, "ctrl+s")
        await write(app, "maya")
        await press(app, "enter")
        made = conference(app).decisions["maya"].made
        assert (made.outcome, made.reason) == (e.Outcome.CHILD_IN_NEED, REASON)


async def test_words_left_in_it_wait_beside_the_line(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        await decide(app)
        await write(app, "callum: and what about me")
        await press(app, "escape", "escape")
        assert waiting(app) == ["callum: and what about me"]
        assert not conference(app).decisions


@pytest.mark.parametrize(
    ("children", "too_little", "enough"),
    [
        ((UNBORN,), "unborn", "Unborn Marchbank"),
        ((MAYA, OTHER_MAYA), "maya", "maya orrell pike"),
        ((MAYA,), "orrell", "MAYA"),
    ],
)
async def test_the_name_is_the_first_one_or_the_whole_where_that_is_needed(
    tmp_path: Path, children: tuple[e.ChildEntered, ...], too_little: str, enough: str
) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, *children, TAMSIN)) as app:
        await decide(app)
        await write(app, too_little)
        await press(app, "enter")
        assert not conference(app).decisions
        await write(app, enough)
        await press(app, "enter")
        assert [*conference(app).decisions] == [children[0].child]


async def test_what_would_be_refused_is_refused_before_it_is_read_back(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    async with running(folder, recorded(folder, MAYA, TAMSIN)) as app:
        await at_sheet(app, "threshold")
        await press(app, "/decide")
        await write(app, "need")
        await press(app, "enter", "ctrl+s")
        assert isinstance(app.screen, Form)
        assert app.screen.focused is app.screen.query_one("#field-reason")
        await press(app, "escape")
        await at_sheet(app, "close")
        await press(app, "/close", "ctrl+s")
        assert isinstance(app.screen, Form)
        await shows(app, "there is no verdict on the quorum")


async def test_the_slot_ends_and_the_conference_is_closed_by_a_word(tmp_path: Path) -> None:
    folder = Folder.at(tmp_path)
    sloan = e.PersonEntered(person="sloan", name="Harriet Sloan", standing=Standing.PROFESSIONAL)
    came = e.PersonArrived(person="sloan", at=time(13, 30))
    begun = e.ClosedSlotBegan(at=time(14, 0), left=(), stayed=("sloan",))
    ended = e.ClosedSlotEnded(at=time(14, 10))
    async with running(folder, recorded(folder, MAYA, sloan, came)) as app:
        await at_sheet(app, "closed")
        await by_hand(app, begun)
        await press(app, "/slot", "enter")
        await shows(app, "The closed slot ended at 14:10.")
        await write(app, "sloan: one more thing")
        await press(app, "enter", "escape")
        await press(app, "ctrl+s")  # what waits was said in the slot, and must not come out of it
        await shows(app, "There are words in the capture line")
        assert meeting(app).in_closed_slot
        await press(app, "escape", "ctrl+b", "ctrl+u")
        await by_hand(app, ended)
        assert last(app) == [ended]
