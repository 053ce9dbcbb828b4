"""The command `conference` as a shell sees it: help, mistakes in one line, the data folder it is given."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui import __version__, cli
from conference_tui.commands import place, printed
from conference_tui.refused import Refused
from tests.shell import Shell, as_program

HEAVY = ("textual", "reportlab", "cryptography", "tinydb", "PIL", "rich", "asyncio", "zxcvbn")
"""What only some commands need; each takes longer to load than the dates to reckon."""


class TestTheDoor:
    def test_version(self) -> None:
        answer = as_program("--version")
        assert (answer.status, answer.out) == (0, f"conference {__version__}\n")

    @pytest.mark.parametrize(
        "command",
        [
            "",
            "new",
            "open",
            "list",
            "show",
            "export",
            "verify",
            "closed",
            "archive",
            "import",
            "schema",
            "erase",
            "erased",
            "incidents",
            "vault",
            "vault new",
            "vault passphrase",
            "vault recover",
            "vault rotate",
            "dates",
            "procedures",
            "demo",
        ],
    )
    def test_help_everywhere(self, conference: Shell, command: str) -> None:
        answer = conference(*command.split(), "--help")
        assert answer.status == 0
        assert answer.out.startswith(f"usage: conference {command}".rstrip())
        assert "--store DIR" in answer.out

    def test_what_can_be_left_out_is_shown_as_that(self, conference: Shell) -> None:
        """`conference procedures` alone lists them."""
        assert "[WHAT ...]" in conference("procedures", "--help").out.splitlines()[0]
        checks = conference("procedures", "check", "--help").out.splitlines()[0]
        assert checks.startswith("usage: conference procedures check")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["--help"],
            ["--version"],
            ["vault", "new", "--help"],
            ["procedures"],
            ["dates", "--type", "initial", "--held", "1 Dec 2026"],
        ],
    )
    def test_a_light_command_loads_nothing_heavy(self, arguments: list[str]) -> None:
        program = (
            "import sys, contextlib\n"
            "from conference_tui.cli import main\n"
            "with contextlib.suppress(SystemExit): main(sys.argv[1:])\n"
            f"print('LOADED', *(name for name in {HEAVY!r} if name in sys.modules))"
        )
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments], capture_output=True, encoding="utf-8", check=True
        )
        assert done.stdout.splitlines()[-1] == "LOADED"

    def test_a_command_that_is_not_there_is_told_in_one_line(self) -> None:
        as_program("dance").assert_one_line_error("“dance” is not a command.", "conference --help")

    def test_control_characters_in_a_mistake_never_reach_the_terminal(self) -> None:
        answer = as_program("list", "--\x1b[31mred\nmore")
        answer.assert_one_line_error("is not known here")
        assert "\x1b" not in answer.err

    @pytest.mark.parametrize("command", [[], ["new"], ["open", "LRK-7"], ["demo"]])
    def test_without_a_terminal_the_screens_say_so(self, store: Path, command: list[str]) -> None:
        as_program("--store", store, *command).assert_one_line_error(
            "needs a terminal", "“conference", "Every command but “new”, “open” and “demo”"
        )

    @pytest.mark.parametrize("option", [["--fast"], ["--out", "plans"]])
    def test_options_of_play_alone_are_refused_without_it(self, conference: Shell, option: list[str]) -> None:
        conference("demo", *option).assert_one_line_error("--play")

    def test_output_that_nobody_reads_any_more_ends_quietly(self, store: Path) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        done = subprocess.run(
            [sys.executable, "-m", "conference_tui", "show", "LRK-7", "--store", str(store)],
            stdout=writing,
            stderr=subprocess.PIPE,
            check=False,
        )
        os.close(writing)
        assert done.returncode == cli.NOBODY_READS
        assert done.stderr.endswith(b"not protected.\n")
        assert done.stderr.count(b"\n") == 1

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="wants /dev/full, which Linux has")
    def test_a_disk_that_is_full_is_told(self) -> None:
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [sys.executable, "-m", "conference_tui", "procedures"],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
        assert b"No space left on device" in done.stderr

    def test_a_terminal_without_the_letters_shows_signs_in_their_place(self, store: Path) -> None:
        answer = as_program("show", "LRK-7", "--store", store, PYTHONIOENCODING="ascii")
        assert answer.status == 0
        assert "?Came to school" in answer.words


class TestMistakesOfTheProgram:
    def test_one_line_with_kind_and_place_and_no_value(
        self, conference: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def broken(_: object) -> int:
            child = "Wren Calloway"
            raise KeyError(child)

        monkeypatch.setattr(printed, "list_", broken)
        answer = conference("list")
        answer.assert_one_line_error("KeyError in test_shell.py, line", "What was shown as saved is saved.")
        assert "Wren" not in answer.err

    def test_a_part_that_is_not_installed_is_named(
        self, conference: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delitem(sys.modules, "conference_tui.overview_text.due", raising=False)
        monkeypatch.setitem(sys.modules, "conference_tui.overview_text.lines", None)
        answer = conference("dates", "--type", "initial", "--held", "1 Dec 2026")
        answer.assert_one_line_error("(conference_tui.overview_text.lines)")

    def test_interrupted(self, conference: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(_: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setattr(printed, "list_", interrupted)
        answer = conference("list")
        assert (answer.status, answer.err.count("\n")) == (cli.INTERRUPTED, 1)

    def test_an_error_that_is_a_sentence_to_the_person_is_told_as_it_stands(
        self, conference: Shell, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refused(_: object) -> int:
            raise Refused("That is not recorded.")

        monkeypatch.setattr(printed, "list_", refused)
        assert conference("list").err == "conference: That is not recorded.\n"


class TestStore:
    @pytest.mark.parametrize("order", [["--store", "{}", "list"], ["list", "--store", "{}"]])
    def test_the_option_stands_before_or_behind_the_command(
        self, conference: Shell, store: Path, order: list[str]
    ) -> None:
        answer = conference(*(each.format(store) for each in order))
        assert (answer.status, "LRK-7" in answer.out) == (0, True)

    def test_the_variable_is_used_and_the_option_goes_before_it(
        self, conference: Shell, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(place.STORE_VARIABLE, str(store))
        assert "LRK-7" in conference("list").out
        (tmp_path / "other").mkdir()
        assert "no conferences" in conference("list", "--store", tmp_path / "other").out

    def test_an_empty_option_is_not_taken_for_none(self, conference: Shell) -> None:
        conference("list", "--store", "").assert_one_line_error("--store is empty")

    def test_a_folder_that_is_not_there_is_not_made_by_asking(
        self, conference: Shell, tmp_path: Path
    ) -> None:
        conference("list", "--store", tmp_path / "nowhere").assert_one_line_error("There is no folder")
        assert not (tmp_path / "nowhere").exists()

    def test_a_folder_of_other_things_open_to_others_is_left_alone(
        self, conference: Shell, tmp_path: Path
    ) -> None:
        (tmp_path / "shared").mkdir(mode=0o755)
        (tmp_path / "shared" / "letter.txt").write_text("not ours")
        conference("list", "--store", tmp_path / "shared").assert_one_line_error("Nothing has been changed")
