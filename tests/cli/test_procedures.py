"""`conference procedures`: which there are, and what is wrong with one."""

from pathlib import Path

from tests.shell import Shell


class TestProcedures:
    def test_in_words_and_as_data(self, conference: Shell) -> None:
        found = {each["name"]: each for each in conference("procedures", "--json").json()["procedures"]}
        assert {"plain", "barnsley"} <= set(found)
        limits = {limit["key"]: limit for limit in found["barnsley"]["limits"]}
        assert (limits["first_core_group"]["count"], limits["first_core_group"]["unit"]) == (
            10,
            "working_days",
        )
        answer = conference("procedures")
        assert "barnsley: Barnsley Metropolitan Borough Council." in answer.words
        assert max(map(len, answer.out.splitlines())) <= 80

    def test_a_mistake_in_ones_own_is_said_in_its_place(self, conference: Shell, tmp_path: Path) -> None:
        own = tmp_path / "home" / "conference-tui" / "procedures"
        own.mkdir(parents=True)
        (own / "ours.toml").write_text('titel = "Ours"\n')
        answer = conference("procedures")
        assert answer.status == 0
        assert "ours: cannot be used." in answer.words
        assert "ours.toml" in answer.words
        assert "plain: Children's Services." in answer.words
        conference(
            "dates", "--type", "initial", "--held", "1 Dec 2026", "--procedure", "ours"
        ).assert_one_line_error("ours.toml")
