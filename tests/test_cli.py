"""The command `conference`, through its own door."""

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pikepdf
import pytest

from conference_tui import __version__, cli, conferences
from conference_tui.commands import place, printed
from conference_tui.conference import events as e
from conference_tui.store import vault
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import small_conference as small
from tests.shell import Answer, Shell, as_program

HEAVY = ("textual", "reportlab", "cryptography", "tinydb", "PIL", "rich", "asyncio", "zxcvbn")
"""What only some commands need; each takes longer to load than the dates to reckon."""


@pytest.fixture(autouse=True)
def away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes in the folders of whoever runs it."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.delenv(place.STORE_VARIABLE, raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A data folder with the small conference, marked as one that needs no passphrase."""
    small.recorded(Folder.at(tmp_path / "store", throw_away=True))
    return tmp_path / "store"


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A data folder with the small conference, closed."""
    small.closed(Folder.at(tmp_path / "store", throw_away=True))
    return tmp_path / "store"


@pytest.fixture
def conference(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def due(answer: Answer, key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in answer.json()["dates"] if each["key"] == key)
    return found


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
        answer.assert_one_line_error("KeyError in test_cli.py, line", "What was shown as saved is saved.")
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

    def test_every_error_that_speaks_for_itself_is_where_it_is_said_to_be(self) -> None:
        for name in cli.SPEAKS_FOR_ITSELF:
            module, _, kind = name.rpartition(".")
            assert issubclass(getattr(importlib.import_module(module), kind), Exception)


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


class TestList:
    def test_in_words(self, conference: Shell, store: Path) -> None:
        answer = conference("list", "--store", store)
        assert answer.status == 0
        assert "LRK-7: initial, held Tue 1 Dec 2026; open, at “mapping”." in answer.words
        assert "Children: Wren Calloway and Ivo Calloway. - Chair: Ines Corrigan." in answer.words
        assert max(map(len, answer.out.splitlines())) <= 80

    def test_as_data(self, conference: Shell, store: Path) -> None:
        (found,) = conference("list", "--json", "--store", store).json()["conferences"]
        assert {key: found[key] for key in found if key not in ("record", "entries")} == {
            "ref": "LRK-7",
            "kind": "initial",
            "children": ["Wren Calloway", "Ivo Calloway"],
            "held": "2026-12-01",
            "chair": "Ines Corrigan",
            "stage": "mapping",
            "is_closed": False,
            "keep_until": None,
            "trouble": "",
        }

    def test_a_conference_whose_file_is_gone_is_told(self, conference: Shell, store: Path) -> None:
        """The key is there, the record and its note are not."""
        (found,) = conference("list", "--json", "--store", store).json()["conferences"]
        for file in store.glob(f"{found['record']}*"):
            file.unlink()
        answer = conference("list", "--store", store)
        assert "The file of one conference is missing" in answer.err
        assert "no conferences" not in answer.out
        assert conference("list", "--json", "--store", store).json()["missing"] == [found["record"]]

    def test_a_record_that_no_key_opens_is_told(self, conference: Shell, store: Path) -> None:
        """Perhaps it was copied here alone: silence would look like a loss."""
        (store / f"{'0' * 32}.record").write_bytes(b"from another folder")
        for more in ((), ("--json",)):
            answer = conference("list", *more, "--store", store)
            (said,) = [line for line in answer.err.splitlines() if "no key of this folder opens" in line]
            assert "“conference archive”" in said
            assert "LRK-7" in answer.out

    def test_no_closed_record_is_ever_listed(self, conference: Shell, store: Path) -> None:
        """BA-11: the closed slot has a record of its own, which no list reaches."""
        assert len(conference("list", "--json", "--store", store).json()["conferences"]) == 1
        assert len(list(store.glob("*.record"))) == 3

    def test_one_damaged_record_is_said_and_the_others_are_listed(
        self, conference: Shell, store: Path
    ) -> None:
        folder = Folder.at(store)
        small.started(folder, "LRK-8").close()
        (whole,) = [s for s in conferences.summaries(folder) if s.ref == "LRK-7"]
        damage(folder.file(whole.record))
        found = {
            each["ref"]: each for each in conference("list", "--json", "--store", store).json()["conferences"]
        }
        assert found["LRK-8"]["trouble"] == ""
        assert "damaged" in found["LRK-7"]["trouble"]
        assert conference("list", "--store", store).status == 0


def damage(file: Path) -> None:
    """Turn one bit in the middle of a file."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


class TestShow:
    def test_in_words(self, conference: Shell, store: Path) -> None:
        answer = conference("show", "lrk-7", "--store", store)
        assert (answer.status, answer.err) == (0, "")
        assert answer.out.startswith("# Conference LRK-7\n")
        assert "At the decision on Wren Calloway and Ivo Calloway: Quorate" in answer.words

    def test_as_data_that_no_character_of_can_act_on_a_terminal(self, conference: Shell, store: Path) -> None:
        folder = Folder.at(store)
        words = "\x1b[2J\x7f\x9b31m"
        made = e.ContributionMade(contribution="h", stage="mapping", speaker="ada", words=words)
        with Record.open(
            folder, conferences.find(folder, "LRK-7")
        ) as record:  # as another program may write it
            record.append(msgspec.to_builtins(e.Recorded(seq=record.count + 1, at="", event=made)))
        answer = conference("show", "LRK-7", "--json", "--store", store)
        assert answer.out.replace("\n", "").isprintable()
        assert words in [entry["words"] for entry in answer.json()["map"]["other"]]
        assert answer.json()["record"]["damage"] == ""

    def test_while_another_window_has_it_open(self, conference: Shell, store: Path) -> None:
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        assert conference("show", "LRK-7", "--store", store).status == 0
        assert "already open in another window" in conference("list", "--store", store).words
        meeting.close()
        assert "already open" not in conference("list", "--store", store).words

    def test_of_a_damaged_record_what_is_whole(self, conference: Shell, store: Path) -> None:
        """A refusal is not the end: what is before the damage is shown, and the damage is said."""
        folder = Folder.at(store)
        damage(folder.file(conferences.find(folder, "LRK-7")))
        answer = conference("show", "LRK-7", "--store", store)
        assert answer.status == 2
        assert answer.out.startswith("# Conference LRK-7\n")
        assert "before the damage" in answer.err
        assert answer.err.count("\n") == 1

    def test_a_reference_that_is_not_there(self, conference: Shell, store: Path) -> None:
        conference("show", "LRK-9", "--store", store).assert_one_line_error("There is no conference LRK-9")

    def test_an_empty_reference_is_no_reference(self, conference: Shell, store: Path) -> None:
        conference("show", "", "--store", store).assert_one_line_error("There is no conference")

    def test_keys_that_are_gone(self, conference: Shell, store: Path) -> None:
        (store / "keys.json").unlink()
        conference("show", "LRK-7", "--store", store).assert_one_line_error("Put it back from a backup")


class TestDocumentation:
    DOCUMENTED = Path(__file__).parent.parent / "docs" / "commands.md"

    @pytest.mark.parametrize(
        "command",
        [
            ["list"],
            ["show", "LRK-7"],
            ["verify", "LRK-7"],
            ["erased"],
            ["incidents"],
            ["procedures"],
            ["dates", "--type", "initial", "--held", "1 Dec 2026"],
        ],
        ids=lambda command: command[0],
    )
    def test_every_key_is_documented(self, conference: Shell, store: Path, command: list[str]) -> None:
        """The data are built on by others, so that a key that nobody can look up is a mistake."""
        text = self.DOCUMENTED.read_text(encoding="utf-8")
        found = conference(*command, "--json", "--store", store).json()
        assert not {key for key in keys_in(found) if f"`{key}`" not in text}

    def test_every_command_is_documented(self, conference: Shell) -> None:
        text = self.DOCUMENTED.read_text(encoding="utf-8")
        helped = conference("--help").out.partition("commands:")[2]
        commands = re.findall(r"^    ([a-z]+)\b", helped, re.MULTILINE)
        assert len(commands) == 19
        assert not [command for command in commands if f"`conference {command}" not in text]


def keys_in(found: Any) -> Iterator[str]:  # noqa: ANN401 - JSON
    """Every key of the data, however deep."""
    if isinstance(found, dict):
        yield from found
        found = list(found.values())
    if isinstance(found, list):
        for each in found:
            yield from keys_in(each)


class TestExport:
    def test_everybodys_copies_are_made_and_recorded(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-10, BA-20: everything for everyone; what was made is in the record, and the files are their maker's alone."""
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", closed)
        assert answer.status == 0
        files = [Path(line) for line in answer.out.splitlines()]
        whose = dict(line.split(": ") for line in answer.err.splitlines())
        assert whose["01"] == "Dell Calloway"
        assert whose["02"] == "Rhys Marden"
        assert {file.name.split("-for-")[1][:2] for file in files} == whose.keys()
        assert {file.read_bytes()[:5] for file in files} == {b"%PDF-"}
        assert {file.stat().st_mode & 0o077 for file in files} == {0}
        assert not [file for file in files if "Calloway" in file.name or "Marden" in file.name]
        made = conference("show", "LRK-7", "--json", "--store", closed).json()["documents"]
        assert [each["file"] for each in made] == [str(file) for file in files]
        assert [each["document"] for each in made if each["reader"] == "rhys"] == [
            "outline_plan",
            "decision_letter",
            "minutes",
        ]
        again = conference("export", "LRK-7", "--to", tmp_path / "again", "--store", closed)
        for first, second in zip(files, again.out.splitlines(), strict=True):
            assert Path(second).read_bytes() == first.read_bytes()

    def test_one_persons_copies_in_the_layouts_asked_for(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-16, HF-10: `--for` a person, in large print and easy words."""
        asked = ("export", "LRK-7", "--to", tmp_path, "--for", "rhys marden", "--large-print", "--easy-read")
        answer = conference(*asked, "--store", closed)
        assert answer.status == 0
        assert sorted(Path(line).name for line in answer.out.splitlines()) == [
            "LRK-7-for-02-letter-child-1-easy-read.pdf",
            "LRK-7-for-02-letter-child-1-large-print.pdf",
            "LRK-7-for-02-minutes-easy-read.pdf",
            "LRK-7-for-02-minutes-large-print.pdf",
            "LRK-7-for-02-plan-child-1-easy-read.pdf",
            "LRK-7-for-02-plan-child-1-large-print.pdf",
        ]
        for name, words in (
            ("Nobody At All", "Nobody called"),
            ("Larkmoor", "may be any of"),
            (" ", "Nobody called"),
        ):
            found = conference("export", "LRK-7", "--to", tmp_path / "x", "--for", name, "--store", closed)
            found.assert_one_line_error(words)
        assert not (tmp_path / "x").exists()

    def test_braille_is_not_said_to_be_under_a_passphrase(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-10: an embosser reads the file as it is, so it would lie there in clear."""
        asked = ("export", "LRK-7", "--to", tmp_path / "out", "--braille", "--passphrase", "--store", closed)
        conference(*asked).assert_one_line_error("cannot be put under a passphrase", "Nothing was made")
        assert not (tmp_path / "out").exists()

    def test_under_a_passphrase_the_files_open_with_it_alone(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        """HF-10: for sending; the passphrase comes from a file where there is no terminal."""
        secret = tmp_path / "secret"
        secret.write_text("seven quiet herons walk")
        secret.chmod(0o600)
        asked = ("export", "LRK-7", "--to", tmp_path / "out", "--for", "Wren Calloway", "--store", closed)
        answer = conference(*asked, "--documents-passphrase-file", secret)
        (file,) = [Path(line) for line in answer.out.splitlines()]
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(file)
        with pikepdf.open(file, password="seven quiet herons walk") as opened:
            assert opened.encryption.R == 6
        conference(*asked, "--passphrase").assert_one_line_error("--documents-passphrase-file")
        secret.write_text("hunter2")
        asked = ("export", "LRK-7", "--to", tmp_path / "weak", "--for", "Wren Calloway", "--store", closed)
        refused = conference(*asked, "--documents-passphrase-file", secret)
        refused.assert_one_line_error(vault.weakness("hunter2"))
        assert not (tmp_path / "weak").exists()

    def test_a_copy_with_what_its_reader_may_not_have_is_not_made(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """HF-10, BA-11: it is said, without the words, and what to do; the others are made."""
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        meeting.record(e.ConferenceArranged(held=date(2026, 12, 1), venue="9 Withy Lane"))
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "out", "--store", store)
        assert answer.status == 2
        assert (
            "Not made: minutes for Dell Calloway. On page 1: where Rhys Marden is to be found" in answer.err
        )
        assert "Withy" not in answer.err
        assert "answer under “Hand out” at the close" in answer.err
        assert not [line for line in answer.out.splitlines() if "for-01-minutes" in line]
        assert [line for line in answer.out.splitlines() if "for-02-minutes" in line]

    def test_what_was_said_in_the_closed_slot_stops_a_copy(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """BA-11, HF-10: the slot is long over; it is looked for all the same, in the authority's own copy too."""
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        meeting.record(e.SummaryGiven(words=f"Dell asks for help. {small.SAID_IN_CLOSED_SLOT}"))
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "out", "--store", store)
        assert answer.status == 2
        assert "Not made: minutes for The file. On page" in answer.err
        assert "said in the closed slot" in answer.err
        assert "lodger" not in answer.err
        assert not [line for line in answer.out.splitlines() if "minutes" in line]

    def test_a_folder_that_cannot_be_is_told_with_what_to_do(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "file").write_text("")
        for to in (tmp_path / "file", tmp_path / "file" / "below"):
            conference("export", "LRK-7", "--to", to, "--store", closed).assert_one_line_error(
                f"The documents could not be written to {to}", "Name another folder with --to"
            )
        conference("export", "LRK-7", "--to", " ", "--store", closed).assert_one_line_error("--to is empty")

    def test_what_is_there_already_is_left_as_it_is(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        (first, *_) = conference("export", "LRK-7", "--to", tmp_path, "--store", closed).out.splitlines()
        Path(first).write_text("signed")
        conference("export", "LRK-7", "--to", tmp_path, "--store", closed).assert_one_line_error(
            "was left as it is"
        )
        assert Path(first).read_text() == "signed"

    def test_without_a_decision_there_is_no_plan(
        self, conference: Shell, closed: Path, tmp_path: Path
    ) -> None:
        small.started(Folder.at(closed), "LRK-8").close()
        answer = conference("export", "LRK-8", "--to", tmp_path / "plans", "--store", closed)
        answer.assert_one_line_error("No child of LRK-8 has a plan")
        assert not (tmp_path / "plans").exists()

    def test_no_plan_is_made_of_a_conference_that_is_not_closed(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        """HF-10: the same rule as on the screen."""
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", store)
        answer.assert_one_line_error("Close the conference first", "No document was made.")
        assert not (tmp_path / "plans").exists()

    def test_a_child_without_a_decision_is_said(self, conference: Shell, tmp_path: Path) -> None:
        meeting = small.started(Folder.at(tmp_path / "store", throw_away=True))
        for part in (small.SET_UP, small.ROOM, small.SAID, small.SCALED, small.DECIDED[:5]):
            meeting.record(*part)
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", tmp_path / "store")
        assert answer.status == 2
        assert not [line for line in answer.out.splitlines() if "child-2" in line]
        assert "There is no plan for Ivo Calloway: no decision has been made." in answer.err

    def test_a_letter_that_no_font_has_is_told_and_nothing_is_left(
        self, conference: Shell, store: Path, tmp_path: Path
    ) -> None:
        folder = Folder.at(store)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        meeting.record(e.BottomLineSet(line="b1", children=("wren",), words="Nobody hits \U00013000."))
        small.close(meeting)
        meeting.close()
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", store)
        answer.assert_one_line_error("U+13000", "cannot be printed")
        assert not list((tmp_path).glob("plans/*"))

    def test_a_folder_that_cannot_be(self, conference: Shell, closed: Path, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        conference("export", "LRK-7", "--to", tmp_path / "file", "--store", closed).assert_one_line_error(
            "file: "
        )

    def test_while_another_window_has_it_open(self, conference: Shell, closed: Path, tmp_path: Path) -> None:
        folder = Folder.at(closed)
        meeting = conferences.open_meeting(folder, conferences.find(folder, "LRK-7"))
        answer = conference("export", "LRK-7", "--to", tmp_path / "plans", "--store", closed)
        meeting.close()
        answer.assert_one_line_error("already open in another window")


class TestDates:
    def dates(self, conference: Shell, *arguments: str) -> Answer:
        return conference("dates", "--type", "initial", *arguments, "--json")

    def test_the_first_case(self, conference: Shell) -> None:
        """BA-3, BA-22: every date of an initial conference, in time on working day 13."""
        answer = self.dates(conference, "--event", "Thu 12 Nov 2026", "--held", "1/12/2026")
        own = due(answer, "conference")
        assert (own["date"], own["working_day"], own["standing"]["sentence"]) == ("2026-12-03", 13, "in time")
        assert due(answer, "reports_initial")["date"] == "2026-11-27"
        assert due(answer, "letter")["date"] == "2026-12-02"
        assert due(answer, "outline_plan")["date"] == "2026-12-02"
        assert due(answer, "first_core_group")["date"] == "2026-12-15"
        assert due(answer, "later_core_group")["date"] == "2027-01-12"
        assert due(answer, "first_review")["date"] == "2027-03-01"
        assert [holiday["date"] for holiday in due(answer, "minutes")["skipped"]] == [
            "2026-12-25",
            "2026-12-28",
        ]
        assert due(answer, "minutes")["date"] == "2026-12-31"
        assert due(answer, "corrections")["date"] == "2027-01-15"

    @pytest.mark.parametrize(
        ("held", "letter", "ten", "twenty", "review", "governs"),
        [
            ("2026-11-30", "2026-12-01", "2026-12-14", "2026-12-30", "2027-02-26", "3 months and 90 days"),
            ("2026-08-28", "2026-09-01", "2026-09-14", "2026-09-28", "2026-11-26", "90 days"),
            ("2027-11-29", "2027-11-30", "2027-12-13", "2027-12-29", "2028-02-25", "90 days"),
        ],
        ids=["M1", "M2", "M3"],
    )
    def test_month_ends_holidays_and_leap_years(
        self, conference: Shell, held: str, letter: str, ten: str, twenty: str, review: str, governs: str
    ) -> None:
        """BA-22: M1, M2 and M3, worked out by hand."""
        answer = self.dates(conference, "--held", held)
        assert due(answer, "letter")["date"] == letter
        assert due(answer, "first_core_group")["date"] == ten
        assert due(answer, "minutes")["date"] == twenty
        assert (due(answer, "first_review")["date"], due(answer, "first_review")["governed_by"]) == (
            review,
            governs,
        )

    def test_a_weekend_is_warned_of(self, conference: Shell) -> None:
        """M7: the census refuses a conference at a weekend."""
        (warning,) = self.dates(conference, "--held", "2026-12-05").json()["warnings"]
        assert "rule 8875" in warning
        text = conference("dates", "--type", "initial", "--held", "2026-12-05")
        assert "Warning: Sat 5 Dec 2026 is at a weekend" in text.words

    def test_beyond_the_table_nothing_is_guessed(self, conference: Shell) -> None:
        """M8: bank holidays unknown for 2029."""
        answer = self.dates(conference, "--held", "1 Dec 2028")
        assert due(answer, "letter")["date"] == "2028-12-04"
        minutes = due(answer, "minutes")
        assert (minutes["date"], minutes["unknown"]) == (None, "bank holidays unknown for 2029")
        text = conference("dates", "--type", "initial", "--held", "1 Dec 2028")
        assert "Minutes sent: bank holidays unknown for 2029." in text.words

    def test_every_date_is_printed_with_its_rule(self, conference: Shell) -> None:
        """N.3: the rule and day 0 of each, and the holidays not counted."""
        answer = conference("dates", "--type", "initial", "--event", "2026-11-12", "--held", "2026-12-01")
        assert "How it is counted: 15 working days after Thu 12 Nov 2026." in answer.words
        assert (
            "not counted: Fri 25 Dec 2026 (Christmas Day) and Mon 28 Dec 2026 (Boxing Day)." in answer.words
        )
        assert answer.words.count("How it is counted:") == answer.out.count("\n- ")
        assert max(map(len, answer.out.splitlines())) <= 80

    def test_a_review_counts_from_the_conference_before(self, conference: Shell) -> None:
        answer = conference(
            "dates", "--type", "review", "--event", "1 Dec 2026", "--held", "23 Feb 2027", "--json"
        )
        assert (due(answer, "conference")["date"], due(answer, "later_review")["date"]) == (
            "2027-03-01",
            "2027-08-23",
        )
        later = conference(
            "dates", "--type", "review", "--event", "23 Feb 2027", "--previous", "review", "--json"
        )
        assert due(later, "conference")["date"] == "2027-08-23"

    def test_late_is_said(self, conference: Shell) -> None:
        answer = self.dates(conference, "--event", "12 Nov 2026", "--held", "8 Dec 2026")
        assert due(answer, "conference")["standing"] == {
            "in_time": False, "late_by": 3, "sentence": "late by 3 working days",
        }  # fmt: skip

    def test_a_conference_before_what_it_is_counted_from_is_pointed_out(self, conference: Shell) -> None:
        (warning,) = self.dates(conference, "--event", "8 Dec 2026", "--held", "1 Dec 2026").json()[
            "warnings"
        ]
        assert "check both" in warning

    @pytest.mark.parametrize("day", ["1 Jan 1", "0001-01-01", "31 Dec 9999", "29 Feb 2024"])
    @pytest.mark.parametrize("option", ["--event", "--held"])
    @pytest.mark.parametrize("kind", ["initial", "review", "pre-birth"])
    def test_the_ends_of_the_calendar_are_no_error(
        self, conference: Shell, kind: str, option: str, day: str
    ) -> None:
        answer = conference("dates", "--type", kind, option, day)
        if day == "1 Jan 1":
            answer.assert_one_line_error("is not a date")
        else:
            assert (answer.status, answer.err) == (0, "")

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (["--held", "31/2/2026"], "--held: There is no such date"),
            (["--held", "soon"], "is not a date"),
            (["--held", "Mon 1 Dec 2026"], "is not a Mon"),
            (["--held", "1 Dec"], "has no year"),
            (["--event", "x" * 10_000], "is not a date"),
            ([], "Give --event, --held or both"),
            (["--held", "1 Dec 2026", "--procedure", "atlantis"], "There is no procedure called 'atlantis'"),
            (["--held", "1 Dec 2026", "--previous", "review"], "--type review only"),
        ],
    )
    def test_what_cannot_be_reckoned_is_told_in_one_line(
        self, conference: Shell, arguments: list[str], says: str
    ) -> None:
        conference("dates", "--type", "initial", *arguments).assert_one_line_error(says)


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
