import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.store import recovery
from conference_tui.store.errors import Misread

SECRETS = st.binary(min_size=32, max_size=32)
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(SECRETS)
def test_what_is_printed_is_read_again(secret: bytes) -> None:
    printed = recovery.write(secret)
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}", printed)
    assert recovery.read(printed) == secret


@given(SECRETS)
def test_small_letters_spaces_and_letters_that_look_like_digits_are_taken_as_meant(secret: bytes) -> None:
    printed = recovery.write(secret)
    typed = printed.lower().replace("-", "  ").replace("0", "o").replace("1", "l")
    assert recovery.read(f" {typed}\n") == secret
    assert recovery.read(printed.replace("-", "").replace("1", "I")) == secret


@given(SECRETS, st.integers(0, 64), st.integers(1, 31))
def test_a_letter_that_was_misread_is_told_with_its_group(secret: bytes, place: int, by: int) -> None:
    letters = recovery.write(secret).replace("-", "")
    other = LETTERS[(LETTERS.index(letters[place]) + by) % 32]
    with pytest.raises(Misread, match=rf"^Group {place // 5 + 1} of the recovery key"):
        recovery.read(letters[:place] + other + letters[place + 1 :])


@given(SECRETS, st.integers(0, 12), st.integers(1, 12))
def test_a_group_in_another_place_is_told(secret: bytes, place: int, by: int) -> None:
    groups = recovery.write(secret).split("-")
    there = (place + by) % 13
    groups[place], groups[there] = groups[there], groups[place]
    with pytest.raises(Misread, match=rf"^Group {min(place, there) + 1} of the recovery key"):
        recovery.read(" ".join(groups))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("", "13 groups of 5 letters or digits, 65 together; 0 were typed"),
        ("7QK29-9F4M0", "10 were typed"),
        ("A" * 66, "66 were typed"),
        ("U" * 65, "Group 1"),
        ("ŵ" * 65, "Group 1"),
        ("\x1b" * 65, "Group 1"),
    ],
)
def test_what_is_no_recovery_key_is_told(typed: str, says: str) -> None:
    with pytest.raises(Misread, match=says) as refusal:
        recovery.read(typed)
    assert "Nothing has been changed" in str(refusal.value)
    assert str(refusal.value).isprintable()


def test_bits_that_no_key_has_are_not_taken() -> None:
    """One letter of the last group stands for a bit that is always nought: no second way to write one key."""
    groups = recovery.write(bytes(32)).split("-")
    last = groups[-1]
    altered = last[:3] + LETTERS[1] + LETTERS[(LETTERS.index(last[4]) + 7) % 32]
    with pytest.raises(Misread, match="Group 13"):
        recovery.read("-".join([*groups[:-1], altered]))
