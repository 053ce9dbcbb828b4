"""What went wrong with the program, and what is kept of conferences that were erased."""

from datetime import UTC, datetime
from pathlib import Path

from conference_tui.store.folder import Folder
from conference_tui.store.register import Incidents
from tests.commands.conftest import PASSPHRASE
from tests.shell import Shell, as_program

REPORT = "KeyError in plan.py, line 12\n\nKeyError\n  plan.py, line 12, draw\n  'Wren \x1b[2J Calloway'"


def unlocked(store: Path) -> Folder:
    folder = Folder.at(store)
    folder.unlock(PASSPHRASE)
    return folder


class TestIncidents:
    def test_each_has_a_line_with_its_number_and_no_words(
        self, conference: Shell, store: Path, secret: Path
    ) -> None:
        at = datetime(2026, 12, 1, 14, 10, tzinfo=UTC)
        assert Incidents(unlocked(store)).add(REPORT, at=at) == 1
        answer = conference("incidents", "--store", store, "--passphrase-file", secret)
        assert answer.out == "- 1: Tue 1 Dec 2026 at 14:10. KeyError in plan.py, line 12\n"

    def test_one_is_printed_whole_and_cannot_act_on_the_terminal(
        self, conference: Shell, store: Path, secret: Path
    ) -> None:
        Incidents(unlocked(store)).add("other")
        Incidents(unlocked(store)).add(REPORT)
        answer = conference("incidents", "2", "--store", store, "--passphrase-file", secret)
        assert "Calloway" in answer.out
        assert "other" not in answer.out
        assert "\x1b" not in answer.out

    def test_as_data(self, conference: Shell, store: Path, secret: Path) -> None:
        Incidents(unlocked(store)).add(REPORT)
        answer = conference("incidents", "--json", "--store", store, "--passphrase-file", secret)
        (found,) = answer.json()["incidents"]
        assert (found["number"], found["report"]) == (1, REPORT)
        assert "\x1b" not in answer.out

    def test_one_that_is_not_there(self, conference: Shell, store: Path, secret: Path) -> None:
        conference("incidents", "3", "--store", store, "--passphrase-file", secret).assert_one_line_error(
            "There is no incident 3"
        )

    def test_none(self, conference: Shell, store: Path, secret: Path) -> None:
        answer = conference("incidents", "--store", store, "--passphrase-file", secret)
        assert (answer.status, "No incident is known" in answer.words) == (0, True)

    def test_they_lie_under_the_passphrase(self, store: Path) -> None:
        Incidents(unlocked(store)).add(REPORT)
        assert b"Calloway" not in b"".join(path.read_bytes() for path in store.iterdir())
        as_program("incidents", "--store", store).assert_one_line_error("passphrase is needed")
