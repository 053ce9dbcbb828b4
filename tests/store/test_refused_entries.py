from datetime import UTC, datetime
from typing import Any

import pytest

from conference_tui.store import frames
from conference_tui.store.errors import NotSaved
from conference_tui.store.folder import Folder
from conference_tui.store.records import Record


def nested(levels: int) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for _ in range(levels):
        value = {"in": value}
    return value


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        ({"words": "caf\ud83d"}, r"half a character \(U\+D83D\)"),
        ({"\udc00": "as a key"}, "half a character"),
        ({"words": "left\0right"}, "a NUL character"),
        ({"words": ["deep", {"inside": "\0"}]}, "a NUL character"),
        ({"\0": 1}, "a NUL character"),
        ({"score": float("nan")}, "cannot be kept"),
        ({"score": float("inf")}, "cannot be kept"),
        ({"at": datetime(2026, 3, 2, tzinfo=UTC)}, "cannot be kept"),
        ({"children": {"Bryn"}}, "cannot be kept"),
        ({"words": ("fine", ["\0"])}, "a NUL character"),
        ({1: "a number for a name"}, "would not be read back"),
        (nested(100_000), "nested too deeply"),
        (b'{"in":' * 100_000 + b"{}" + b"}" * 100_000, "nested too deeply"),
    ],
)
def test_what_cannot_be_kept_unaltered_is_refused_in_a_sentence(
    folder: Folder, event: dict[str, Any] | bytes, sentence: str
) -> None:
    with Record.create(folder) as record:
        record.append({"n": 1})
        with pytest.raises(NotSaved, match=sentence) as refusal:
            record.append(event)
        assert "everything before it is" in str(refusal.value)
        assert record.append({"n": 2}) == 2
    with Record.open(folder, record.id) as again:
        assert again.events() == [{"n": 1}, {"n": 2}]


def test_a_tuple_is_kept_as_a_list(folder: Folder) -> None:
    with Record.create(folder) as record:
        record.append({"children": ("Bryn", ("Carys",), {"of": ()})})
        assert record.events() == [{"children": ["Bryn", ["Carys"], {"of": []}]}]


def test_the_letters_of_an_escape_are_no_nul(folder: Folder) -> None:
    with Record.create(folder) as record:
        record.append({"words": "type \\u0000 here"})
        assert record.events() == [{"words": "type \\u0000 here"}]


def test_controls_marks_and_emoji_come_back_as_they_were(folder: Folder) -> None:
    words = "\x1b[31m \u202eright to left\u202c 👩‍👧 ŵŷ ğı \r\n\t Đặng"
    with Record.create(folder) as record:
        record.append({"words": words})
    with Record.open(folder, record.id) as again:
        assert again.events() == [{"words": words}]


def test_the_largest_entry_can_be_read_and_a_larger_one_is_refused(folder: Folder) -> None:
    around = len('[["put","events","1",{"words":""}]]')
    largest = "x" * (frames.LARGEST_PAYLOAD - around)
    with Record.create(folder) as record:
        with pytest.raises(NotSaved, match="Split it"):
            record.append({"words": largest + "x"})
        record.append({"words": largest})
    with Record.open(folder, record.id) as again:
        assert again.events() == [{"words": largest}]
