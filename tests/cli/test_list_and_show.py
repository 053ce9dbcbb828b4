"""`conference list` and `show`: in words and as data, also of what is damaged."""

from pathlib import Path

import msgspec

from conference_tui import conferences
from conference_tui.conference import events as e
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record
from tests import small_conference as small
from tests.shell import Shell


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
