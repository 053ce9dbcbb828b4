"""A choice: long options take the lines that they need, and what is typed chooses what it says."""

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Size

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
    """The outcomes as an agency's view has them."""

    def compose(self) -> ComposeResult:
        """Three outcomes that share a word, and none."""
        plans = [("cp", "Child protection plan"), ("cin", "Child in need plan"), ("no", "No plan")]
        yield Pick([*plans, ("", "gives no view")])


@pytest.mark.parametrize(
    ("typed", "chosen"),
    [
        ("no plan", ("no",)),
        ("no plan needed", ("no",)),
        ("child in need plan", ("cin",)),
        ("gives no view", ("",)),
        ("no  ", ()),
    ],
)
async def test_the_words_of_an_option_choose_it_and_no_other(typed: str, chosen: tuple[str, ...]) -> None:
    """BA-17: “no plan”, typed as it stands there, was a child protection plan: its space took it back."""
    app = Outcomes()
    async with app.run_test() as pilot:
        app.query_one(Pick).focus()
        await pilot.press(*("space" if letter == " " else letter for letter in typed))
        assert app.query_one(Pick).chosen == chosen


async def test_a_space_leaves_what_an_arrow_has_chosen_and_the_next_takes_it_back() -> None:
    app = Outcomes()
    async with app.run_test() as pilot:
        app.query_one(Pick).focus()
        await pilot.press("right", "space")
        assert app.query_one(Pick).chosen == ("cin",)
        await pilot.press("space")
        assert app.query_one(Pick).chosen == ()
