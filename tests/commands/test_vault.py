"""The passphrase of a folder, and how a command comes by it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conference_tui.commands import place
from conference_tui.store.folder import Folder
from tests import small_conference as small
from tests.commands.conftest import PASSPHRASE, file_of
from tests.on_a_terminal import OnATerminal
from tests.shell import Shell, as_program

OTHER = "a ladder leans on the quince"
LEAVES_OTHER_SCREEN = b"\x1b[?1049l"
QUESTION = "The passphrase:"
READING = [
    ["list"],
    ["show", "LRK-7"],
    ["export", "LRK-7", "--to", "plans"],
    ["verify", "LRK-7"],
    ["closed", "LRK-7"],
    ["archive", "LRK-7", "archive", "--plain", "--yes-in-clear"],
    ["import", __file__, "--yes"],
    ["erase", "LRK-7", "--reason", "r", "--by", "b", "--yes"],
    ["erased"],
    ["incidents"],
    ["vault", "passphrase"],
    ["vault", "rotate"],
]
"""Every command that reads the folder and does not show screens."""


class TestWherePassphrasesComeFrom:
    @pytest.mark.parametrize("command", READING, ids=lambda command: command[0])
    def test_without_terminal_and_file_one_line_says_what_is_needed(
        self, store: Path, command: list[str]
    ) -> None:
        as_program(*command, "--store", store).assert_one_line_error(
            "The passphrase", "is needed", "--passphrase-file"
        )

    def test_from_the_file_that_is_named(self, conference: Shell, store: Path, secret: Path) -> None:
        for command in (["list", "--passphrase-file", secret], ["--passphrase-file", secret, "list"]):
            answer = conference(*command, "--store", store)
            assert (answer.status, answer.err, "LRK-7" in answer.out) == (0, "", True)

    def test_from_the_file_of_the_variable_and_the_option_goes_before_it(
        self, conference: Shell, store: Path, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(place.PASSPHRASE_VARIABLE, str(file_of(tmp_path, OTHER, "other")))
        conference("list", "--store", store).assert_one_line_error(
            "not the passphrase", "“conference vault recover”"
        )
        assert conference("list", "--store", store, "--passphrase-file", secret).status == 0

    def test_typed_unseen_and_asked_for_once(self, store: Path) -> None:
        with OnATerminal.conference("show", "LRK-7", "--store", store) as terminal:
            terminal.answers(QUESTION, PASSPHRASE)
            assert terminal.ended() == 0
            assert b"Conference LRK-7" in terminal.sent
            assert terminal.sent.count(QUESTION.encode()) == 1
            assert PASSPHRASE.encode() not in terminal.sent

    def test_where_messages_go_elsewhere_it_is_still_asked_for(self, store: Path, tmp_path: Path) -> None:
        command = f"{sys.executable} -m conference_tui list --store {store} 2> {tmp_path}/messages"
        with OnATerminal(["sh", "-c", command]) as terminal:
            terminal.answers(QUESTION, PASSPHRASE)
            assert terminal.ended() == 0
            assert b"LRK-7" in terminal.sent

    def test_a_wrong_one_is_told_from_damage_and_nothing_is_shown(self, store: Path) -> None:
        with OnATerminal.conference("list", "--store", store) as terminal:
            terminal.answers(QUESTION, OTHER)
            assert terminal.ended() == 2
            assert b"not the passphrase of these conferences" in terminal.sent
            assert b"LRK-7" not in terminal.sent

    def test_interrupted_at_the_question_the_terminal_shows_typing_again(self, store: Path) -> None:
        with OnATerminal.conference("list", "--store", store) as terminal:
            terminal.shows(QUESTION)
            assert not terminal.echoes
            assert terminal.interrupt() == 130
            assert terminal.echoes

    def test_it_is_no_argument_and_no_option_takes_one(self, store: Path, conference: Shell) -> None:
        """What stands in a command is seen by everybody on the computer, and kept in the shell's history."""
        conference("list", "--passphrase", PASSPHRASE, "--store", store).assert_one_line_error("is not known")

    @pytest.mark.parametrize(
        ("content", "says"),
        [
            (b"", "does not hold one line"),
            (b"one line\nand another\n", "does not hold one line"),
            (b"\xff\xfe", "does not hold one line"),
            (b"a\x1b[2Jb", "does not hold one line"),
            (b"x" * 5000, "does not hold one line"),
        ],
    )
    def test_a_file_that_holds_something_else_is_told_and_nothing_of_it_is_said(
        self, conference: Shell, store: Path, secret: Path, content: bytes, says: str
    ) -> None:
        secret.write_bytes(content)
        answer = conference("list", "--store", store, "--passphrase-file", secret)
        answer.assert_one_line_error(says)
        assert "line and" not in answer.err.replace("one line of text", "")

    def test_a_file_that_others_may_read_is_refused(
        self, conference: Shell, store: Path, secret: Path
    ) -> None:
        secret.chmod(0o640)
        conference("list", "--store", store, "--passphrase-file", secret).assert_one_line_error("chmod 600")

    def test_a_file_that_is_not_there(self, conference: Shell, store: Path, tmp_path: Path) -> None:
        conference("list", "--store", store, "--passphrase-file", tmp_path / "no").assert_one_line_error(
            "cannot be read"
        )

    def test_a_file_that_another_program_writes_now_is_read(self, store: Path) -> None:
        """`--passphrase-file /dev/stdin`, for a keyring's own command."""
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "conference_tui",
                "list",
                "--store",
                store,
                "--passphrase-file",
                "/dev/stdin",
            ],
            input=PASSPHRASE.encode(),
            capture_output=True,
            check=False,
        )
        assert (done.returncode, b"LRK-7" in done.stdout) == (0, True)


class TestFoldersWithoutOne:
    def test_they_are_read_and_one_line_says_that_they_are_not_protected(
        self, conference: Shell, unprotected: Path
    ) -> None:
        answer = conference("list", "--store", unprotected)
        assert (answer.status, answer.err.count("\n"), "LRK-7" in answer.out) == (0, 1, True)
        assert "not protected" in answer.err
        assert "conference vault new" in answer.err

    def test_of_a_folder_for_throwing_away_it_is_said_in_one_line(
        self, conference: Shell, tmp_path: Path
    ) -> None:
        """Whoever goes on to use it for what matters must not take it for a folder with a passphrase."""
        small.recorded(Folder.at(tmp_path / "demo", throw_away=True))
        answer = conference("list", "--store", tmp_path / "demo")
        assert (answer.err, len(answer.remarks)) == ("", 1)
        assert "not protected" in answer.remarks[0]
        assert str(tmp_path / "demo") in answer.remarks[0]


class TestNew:
    def test_everything_that_is_there_lies_under_it(
        self, conference: Shell, unprotected: Path, secret: Path
    ) -> None:
        answer = conference("vault", "new", "--store", unprotected, "--passphrase-file", secret)
        key, *_ = answer.out.splitlines()
        assert (answer.status, len(key.split("-"))) == (0, 13)
        as_program("list", "--store", unprotected).assert_one_line_error("passphrase is needed")
        assert "LRK-7" in conference("list", "--store", unprotected, "--passphrase-file", secret).out

    def test_the_recovery_key_is_shown_beside_the_scrollback(self, unprotected: Path) -> None:
        """What a window showed stays in it; so this is shown where it does not."""
        with OnATerminal.conference("vault", "new", "--store", unprotected) as terminal:
            terminal.answers("The new passphrase:", PASSPHRASE)
            terminal.answers("once more:", PASSPHRASE)
            terminal.shows("Press Enter when it is written down.")
            assert not Folder.at(unprotected).recovery_is_noted
            terminal.types("\r")
            assert terminal.ended() == 0
            shown, _, afterwards = terminal.sent.partition(LEAVES_OTHER_SCREEN)
        rows = [line.split() for line in shown.decode().splitlines() if line.startswith("    ")]
        key = "-".join(group for row in rows for group in row)
        assert len(key) == 13 * 5 + 12
        assert not [group for group in key.split("-") if group.encode() in afterwards]
        assert PASSPHRASE.encode() not in shown + afterwards
        folder = Folder.at(unprotected)
        assert folder.recovery_is_noted
        folder.unlock_with_recovery(key)
        assert len(folder.conferences()) == 1

    def test_two_that_differ_change_nothing(self, unprotected: Path) -> None:
        with OnATerminal.conference("vault", "new", "--store", unprotected) as terminal:
            terminal.answers("The new passphrase:", PASSPHRASE)
            terminal.answers("once more:", OTHER)
            assert terminal.ended() == 2
        assert not Folder.at(unprotected).has_vault

    def test_a_weak_one_is_refused_with_the_reason(
        self, conference: Shell, unprotected: Path, tmp_path: Path
    ) -> None:
        weak = file_of(tmp_path, "secret", "weak")
        conference("vault", "new", "--store", unprotected, "--passphrase-file", weak).assert_one_line_error(
            "4 words or more"
        )
        assert not Folder.at(unprotected).has_vault

    def test_a_second_one_is_refused(self, conference: Shell, store: Path, secret: Path) -> None:
        conference("vault", "new", "--store", store, "--passphrase-file", secret).assert_one_line_error(
            "have a passphrase already"
        )


class TestChanging:
    def test_the_new_one_opens_and_the_old_one_does_not(
        self, conference: Shell, store: Path, secret: Path, tmp_path: Path
    ) -> None:
        new = file_of(tmp_path, OTHER, "new")
        options = ["--store", store, "--passphrase-file", secret]
        assert conference("vault", "passphrase", *options, "--new-passphrase-file", new).status == 0
        conference("list", *options).assert_one_line_error("not the passphrase")
        assert conference("list", "--store", store, "--passphrase-file", new).status == 0

    def test_a_wrong_old_one_is_told_before_the_new_one_is_asked_for(self, store: Path) -> None:
        with OnATerminal.conference("vault", "passphrase", "--store", store) as terminal:
            terminal.answers("passphrase until now:", OTHER)
            assert terminal.ended() == 2
            assert b"new passphrase" not in terminal.sent

    def test_the_recovery_key_gives_a_new_one(
        self, conference: Shell, unprotected: Path, tmp_path: Path
    ) -> None:
        key = Folder.at(unprotected).make_vault(PASSPHRASE)
        new = file_of(tmp_path, OTHER, "new")
        sheet = file_of(tmp_path, key.lower(), "sheet")
        answer = conference(
            "vault", "recover", "--store", unprotected, "--recovery-file", sheet, "--new-passphrase-file", new
        )
        assert (answer.status, answer.err) == (0, "")
        assert conference("list", "--store", unprotected, "--passphrase-file", new).status == 0

    def test_typed_the_recovery_key_stands_in_no_scrollback(self, unprotected: Path) -> None:
        key = Folder.at(unprotected).make_vault(PASSPHRASE)
        with OnATerminal.conference("vault", "recover", "--store", unprotected) as terminal:
            terminal.answers("Type the recovery key", key)
            terminal.answers("The new passphrase:", OTHER)
            terminal.answers("once more:", OTHER)
            assert terminal.ended() == 0
            _, _, afterwards = terminal.sent.partition(LEAVES_OTHER_SCREEN)
        assert not [group for group in key.split("-") if group.encode() in afterwards]
        Folder.at(unprotected).unlock(OTHER)

    def test_a_misread_letter_is_told(self, conference: Shell, unprotected: Path, tmp_path: Path) -> None:
        key = Folder.at(unprotected).make_vault(PASSPHRASE)
        misread = ("A" if key[6] != "A" else "B").join((key[:6], key[7:]))
        sheet = file_of(tmp_path, misread, "sheet")
        new = file_of(tmp_path, OTHER, "new")
        conference(
            "vault", "recover", "--store", unprotected, "--recovery-file", sheet, "--new-passphrase-file", new
        ).assert_one_line_error("Group 2")

    def test_new_keys_make_the_old_sheet_worthless(
        self, conference: Shell, unprotected: Path, secret: Path
    ) -> None:
        old = Folder.at(unprotected).make_vault(PASSPHRASE)
        answer = conference("vault", "rotate", "--yes", "--store", unprotected, "--passphrase-file", secret)
        new, *_ = answer.out.splitlines()
        assert (answer.status, new != old) == (0, True)
        folder = Folder.at(unprotected)
        folder.unlock_with_recovery(new)
        with pytest.raises(Exception, match="not of these conferences"):
            Folder.at(unprotected).unlock_with_recovery(old)

    def test_without_a_terminal_the_sheet_is_made_worthless_with_yes_only(
        self, unprotected: Path, secret: Path
    ) -> None:
        key = Folder.at(unprotected).make_vault(PASSPHRASE)
        as_program(
            "vault", "rotate", "--store", unprotected, "--passphrase-file", secret
        ).assert_one_line_error("recovery sheet from before", "Nothing has been done", "--yes")
        Folder.at(unprotected).unlock_with_recovery(key)

    def test_at_a_terminal_it_asks_before_the_sheet_is_made_worthless(
        self, store: Path, secret: Path
    ) -> None:
        before = (store / "keys.json").read_bytes()
        with OnATerminal.conference(
            "vault", "rotate", "--store", store, "--passphrase-file", secret
        ) as terminal:
            terminal.shows("Type yes to go on:")
            terminal.types("no\r")
            assert terminal.ended() == 2
            assert b"recovery sheet from before" in terminal.sent
        assert (store / "keys.json").read_bytes() == before

    @pytest.mark.parametrize("what", ["passphrase", "recover", "rotate"])
    def test_without_a_vault_it_says_how_to_make_one(
        self, conference: Shell, unprotected: Path, what: str
    ) -> None:
        conference("vault", what, "--store", unprotected).assert_one_line_error("conference vault new")


def test_keys_that_were_put_back_from_before_a_change_open_with_the_old_one(
    conference: Shell, store: Path, secret: Path, tmp_path: Path
) -> None:
    """What docs/security.md says: a change revokes nothing that was copied before it."""
    shutil.copy(store / "keys.json", tmp_path / "copied")
    new = file_of(tmp_path, OTHER, "new")
    options = ["--store", store, "--passphrase-file", secret]
    assert conference("vault", "passphrase", *options, "--new-passphrase-file", new).status == 0
    shutil.copy(tmp_path / "copied", store / "keys.json")
    assert conference("list", *options).status == 0


def test_the_demonstration_goes_among_no_real_conferences(conference: Shell, store: Path) -> None:
    conference("demo", "--play", "--store", store).assert_one_line_error("nothing invented goes among them")
