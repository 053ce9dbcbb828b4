"""A choice of long options: each takes the lines that it needs, and none of them is cut."""

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
