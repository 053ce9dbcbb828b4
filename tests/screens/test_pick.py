"""A choice: long options take the lines that they need, and what is typed searches until Enter takes what it means."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.geometry import Size
from textual.pilot import Pilot

from screens.widgets.pick import Pick

GROUND = "Violence, threats, discrimination, or being unfit through drink, drugs or acute ill health."


class Choosing(App[None]):
    """A choice and nothing else."""

    def compose(self) -> ComposeResult:
        """One long option among short ones."""
        yield Pick([("long", GROUND), ("a", "one"), ("b", "two")])


async def test_a_long_option_has_as_many_lines_as_it_needs_and_is_chosen_on_each() -> None:
    """HV-3: the grounds for keeping somebody out are sentences."""
    app = Choosing()
    async with app.run_test(size=(40, 12)) as pilot:
        pick = app.query_one(Pick)
        assert pick.get_content_height(Size(40, 12), Size(40, 12), 40) == 4
        assert "ill health." in pick.render().plain
        await pilot.click(Pick, offset=(3, 1))
        assert pick.value == "long"
        await pilot.click(Pick, offset=(14, 3))
        assert pick.value == "b"


class Outcomes(App[None]):
    """The outcomes as an agency's view has them; Enter does what it does in a form."""

    BINDINGS = [("enter", "take")]
    CSS = "Pick { height: auto; }"

    def __init__(self, *, several: bool = False) -> None:
        super().__init__()
        self.several = several
        self.told = ""

    def compose(self) -> ComposeResult:
        """Three outcomes that share a word, and none."""
        plans = [("cp", "Child protection plan"), ("cin", "Child in need plan"), ("no", "No plan")]
        yield Pick([*plans, ("", "gives no view")], several=self.several)

    def action_take(self) -> None:
        """Take what is typed."""
        self.told = self.query_one(Pick).enter()

    @property
    def pick(self) -> Pick:
        """The choice."""
        return self.query_one(Pick)


@asynccontextmanager
async def choosing(*, several: bool = False) -> AsyncIterator[tuple[Outcomes, Pilot[None]]]:
    """The outcomes, with the keyboard on them."""
    app = Outcomes(several=several)
    async with app.run_test(size=(60, 12)) as pilot:
        app.pick.focus()
        await pilot.pause()
        yield app, pilot


async def typed(pilot: Pilot[None], words: str) -> None:
    await pilot.press(*("space" if letter == " " else letter for letter in words))


@pytest.mark.parametrize(
    ("words", "chosen"),
    [
        ("no plan", ("no",)),
        ("child in need plan", ("cin",)),
        ("need", ("cin",)),
        ("gives no view", ("",)),
        ("no", ()),
        ("neglect", ()),
        ("child plan", ()),
    ],
)
async def test_what_is_typed_chooses_nothing_until_enter_takes_the_one_that_it_means(
    words: str, chosen: tuple[str, ...]
) -> None:
    """BA-17: “no plan”, typed as it stands there, was a child protection plan: its space took it back."""
    async with choosing() as (app, pilot):
        await typed(pilot, words)
        assert app.pick.chosen == ()
        await pilot.press("enter")
        assert app.pick.chosen == chosen
        assert app.pick.typed == ("" if chosen else words)
        assert bool(app.told) is not bool(chosen)


async def test_what_is_typed_stands_below_with_what_enter_makes_of_it() -> None:
    async with choosing() as (app, pilot):
        low = app.pick.size.height
        for words, told in (
            ("need", "need▏ → Enter: Child in need plan"),
            ("plan", "plan▏ → 3 may be meant"),
            ("xyz", "xyz▏ → no choice here matches"),
        ):
            await pilot.press("ctrl+u")
            await typed(pilot, words)
            assert told in app.pick.render().plain
        assert app.pick.size.height == low + 1
        await typed(pilot, " and much more that wants a second line")
        assert app.pick.size.height == low + 2
        await pilot.press("ctrl+u")
        assert app.pick.size.height == low


def marked(pick: Pick, style: str) -> set[str]:
    """The words of a choice that are drawn in a style, without any colour."""
    drawn = pick.render()
    return {drawn.plain[span.start : span.end] for span in drawn.spans if style in str(span.style)}


async def test_without_colours_it_is_seen_what_a_key_would_take_and_what_may_be_meant() -> None:
    async with choosing() as (app, pilot):
        assert marked(app.pick, "reverse") == {"Child protection plan"}
        await typed(pilot, "child")
        assert marked(app.pick, "underline") == {"Child protection plan", "Child in need plan"}
        assert marked(app.pick, "reverse") == set()
        await pilot.press("down", "down")
        assert marked(app.pick, "reverse") == {"Child in need plan"}
        await pilot.press("enter")
        assert app.pick.chosen == ("cin",)


async def test_a_space_leaves_what_an_arrow_has_chosen_and_the_next_takes_it_back() -> None:
    async with choosing() as (app, pilot):
        await pilot.press("right", "space")
        assert not app.pick.chosen
        await pilot.press("space")
        assert app.pick.chosen == ("cin",)


async def test_a_click_chooses_and_takes_away_what_was_typed_to_find_it_and_no_other_words() -> None:
    async with choosing(several=True) as (app, pilot):
        await typed(pilot, "child")
        await pilot.click(Pick, offset=(6, 0))
        assert (app.pick.chosen, app.pick.typed) == (("cp",), "")
        await typed(pilot, "dean: no")
        await pilot.click(Pick, offset=(6, 0))
        assert not app.pick.chosen
        assert app.pick.typed == "dean: no"


async def test_letters_and_spaces_stand_in_the_order_in_which_they_were_typed_however_fast() -> None:
    """Where a space was a binding, “that is fair on me” became “that is fairo n me” on a slow machine."""
    words = "that is fair on me"
    async with choosing() as (app, pilot):
        for letter in words:
            app.post_message(events.Key("space" if letter == " " else letter, letter))
        await pilot.pause()
        assert app.pick.typed == words
