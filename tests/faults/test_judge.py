"""The judge itself: each verdict is given where it is due, and none where all is well."""

import pytest

from tests.faults.judge import Entry, Found, Told, judge
from tests.faults.typing_kept import judge_waiting

THREE = (Entry(1, "a", "1"), Entry(2, "b", "2"), Entry(3, "c", "3"))


def told(*, saved: int) -> Told:
    """Three entries were handed over, and some of them told to be saved."""
    heard = Told()
    for number, name, digest in THREE:
        heard.hear(f"TRY {name} {digest}")
        if number <= saved:
            heard.hear(f"ACK {name} {number}")
    return heard


def verdicts(heard: Told, found: Found, *, is_damaged: bool = False) -> set[str]:
    return {finding.verdict for finding in judge(heard, found, is_damaged=is_damaged)}


@pytest.mark.parametrize("found", [2, 3])
def test_what_was_told_is_there_and_at_most_what_was_tried(found: int) -> None:
    assert verdicts(told(saved=2), Found(THREE[:found])) == set()


@pytest.mark.parametrize(
    ("entries", "verdict"),
    [
        (THREE[:1], "LOST"),
        ((), "LOST"),
        ((THREE[0], Entry(2, "b", "other")), "ALTERED"),
        ((Entry(1, "b", "2"), Entry(2, "a", "1")), "REORDERED"),
        ((*THREE[:2], Entry(3, "b", "2")), "REORDERED"),
        ((*THREE[:2], Entry(4, "c", "3")), "REORDERED"),
        ((THREE[0], Entry(2, "c", "3")), "REORDERED"),
        ((*THREE[:2], Entry(3, "d", "4")), "PHANTOM"),
    ],
)
def test_whatever_is_wrong_has_its_verdict(entries: tuple[Entry, ...], verdict: str) -> None:
    assert verdict in verdicts(told(saved=2), Found(entries))


def test_what_was_told_as_not_saved_must_not_be_there() -> None:
    heard = told(saved=2)
    heard.hear("NAK c The last entry was not saved.")
    assert verdicts(heard, Found(THREE)) == {"PHANTOM"}
    assert verdicts(heard, Found(THREE[:2])) == set()


def test_of_what_the_disk_did_not_confirm_nothing_is_known() -> None:
    heard = told(saved=2)
    heard.hear("FAILED c The disk did not confirm the last entry.")
    assert verdicts(heard, Found(THREE)) == verdicts(heard, Found(THREE[:2])) == set()


def test_what_was_shown_after_a_start_must_be_there_after_the_next() -> None:
    heard = told(saved=2)
    heard.saw(Found(THREE))
    assert verdicts(heard, Found(THREE[:2])) == {"LOST"}


def test_what_a_start_has_not_shown_must_not_come_back() -> None:
    heard = told(saved=2)
    heard.saw(Found(THREE[:2]))
    assert verdicts(heard, Found(THREE)) == {"PHANTOM"}


def test_what_belongs_together_is_there_or_is_not() -> None:
    heard = told(saved=0)
    heard.hear("WHOLE")
    assert verdicts(heard, Found(())) == verdicts(heard, Found(THREE)) == set()
    assert verdicts(heard, Found(THREE[:2])) == {"LOST"}


def test_a_refusal_is_right_only_where_something_is_damaged() -> None:
    refused = Found(refusal="Damaged: Entry 2 is damaged")
    assert verdicts(told(saved=2), refused) == {"REFUSED"}
    assert verdicts(told(saved=2), refused, is_damaged=True) == set()


def test_a_damaged_record_may_open_in_part_but_never_as_a_new_one() -> None:
    assert verdicts(told(saved=2), Found(THREE[:1]), is_damaged=True) == set()
    assert verdicts(told(saved=2), Found(()), is_damaged=True) == {"LOST"}
    assert verdicts(told(saved=2), Found((Entry(1, "a", "other"),)), is_damaged=True) == {"ALTERED"}


TYPED = ("tamsin: he came home late", "callum: I was there")


@pytest.mark.parametrize(
    ("waiting", "kept", "verdicts"),
    [
        (["tamsin: he came ho", "callum: I"], ["tamsin: he came ho"], []),
        (["tamsin: he came home late"], ["tamsin: he came ho"], []),
        ([], [], []),
        (["callum: I"], ["tamsin: he came ho"], ["LOST"]),
        (["tamsin: he came"], ["tamsin: he came ho"], ["LOST"]),
        (["tamsin: he came hocallum: I was there"], [], ["ALTERED"]),
        (["callum: he came ho"], [], ["ALTERED"]),
    ],
)
def test_what_waits_was_typed_so_and_what_was_kept_waits(
    waiting: list[str], kept: list[str], verdicts: list[str]
) -> None:
    assert [finding.verdict for finding in judge_waiting(waiting, TYPED, kept)] == verdicts
