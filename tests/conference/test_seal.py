"""A seal as it stands on paper, and as somebody copies it from there."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference import seal
from conference_tui.conference.events import Sealed

HEAD = hashlib.sha256(b"an entry").hexdigest()


def test_a_seal_is_twenty_letters_in_fives_of_four() -> None:
    """The letters of zero and of ones are known; those of the middle are reckoned by hand."""
    assert seal.short("0" * 64) == "0000-0000-0000-0000-0000"
    assert seal.short("f" * 64) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert seal.short("08421" * 5 + "0" * 39) == "1111-1111-1111-1111-1111"
    assert seal.short("0" * 25 + "f" * 39) == "0000-0000-0000-0000-0000"


def test_what_is_shown_and_what_is_typed() -> None:
    letters = seal.short(HEAD)
    assert seal.line(412, HEAD) == f"412 {letters}"
    assert seal.words(Sealed(count=412, head=HEAD)) == f"Record 412, seal {letters}"


@given(st.integers(1, 10**6), st.binary(min_size=32, max_size=32))
def test_what_was_printed_is_read_again(count: int, digest: bytes) -> None:
    head = digest.hex()
    for printed in (seal.line(count, head), seal.words(Sealed(count=count, head=head))):
        assert seal.read(printed) == (count, seal.short(head))
        assert seal.read(f"  {printed.lower().replace('-', ' ')} ") == (count, seal.short(head))
        assert seal.read(printed.replace("-", "")) == (count, seal.short(head))


def test_letters_that_are_taken_for_others_do_no_harm() -> None:
    assert seal.read("12 OOOO-oooo-IIII-llll-LLLL") == (12, "0000-0000-1111-1111-1111")
    assert seal.read("1,204 0000 0000 1111 1111 1111") == (1204, "0000-0000-1111-1111-1111")


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "begins with the number"),
        ("7QK2", "20 letters and digits; 3 were typed"),
        ("QQQQ-QQQQ-QQQQ-QQQQ-QQQQ", "begins with the number"),
        ("412 UUUU-0000-0000-0000-0000", "“U” does not stand in a seal"),
        ("412 0000-0000-0000-0000-000", "20 letters and digits; 19 were typed"),
        ("412 0000-0000-0000-0000-00000", "21 were typed"),
        ("412", "0 were typed"),
        ("0 0000-0000-0000-0000-0000", "begins with the number"),
        ("1" * 5_000, "0 were typed|letters and digits"),
    ],
)
def test_what_is_no_seal_is_said_to_be_none(typed: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        seal.read(typed)
