"""What a person typed, dates and times as people write them."""

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference.text import (
    clean,
    listed,
    one_line,
    read_date,
    read_time,
    say_date,
    say_long_date,
    say_time,
    write_date,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  plain  ", "plain"),
        ("two\r\nlines\rthree", "two\nlines\nthree"),
        ("a\u2028b\u2029c\x85d\x0be\x0cf", "a\nb\nc\nd\ne\nf"),
        ("tab\tstays", "tab\tstays"),
        ("\x1b[2Jno\x07 bell\x00", "[2Jno bell"),
        ("\x9b31mC1", "31mC1"),
        ("evil\u202egnp.exe\u2066", "evilgnp.exe"),
        ("\ufeffmark\u200b", "mark"),
        ("e\u0301", "é"),
        ("e\u200b\u0301", "é"),
        ("half\ud83d \udc00", "half"),
        ("👩‍👧 stays, as does 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍👧 stays, as does 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("שלום ويلز Łódź İzmir Nguyễn ŵy", "שלום ويلز Łódź İzmir Nguyễn ŵy"),
        ("", ""),
    ],
)
def test_what_is_kept_of_what_was_typed(typed: str, kept: str) -> None:
    """Line ends, tabs and every letter stay; what a terminal would act on, or that misleads the eye, goes."""
    assert clean(typed) == kept


def test_a_paste_of_ten_thousand_characters_is_kept_whole() -> None:
    pasted = "Ŵythnos dda. " * 800
    assert clean(pasted) == pasted.strip()


CHARACTERS = st.characters() | st.characters(categories=["Cc", "Cf", "Cs", "Mn", "Zl", "Zp"])


@given(st.text(CHARACTERS))
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    """What is in the record can be shown, written as UTF-8 and typed again."""
    once = clean(typed)
    assert clean(once) == once
    once.encode("utf-8")
    assert not any(character < " " and character not in "\n\t" for character in once)


@given(st.text(CHARACTERS))
def test_a_name_is_one_line(typed: str) -> None:
    assert len(one_line(typed).splitlines()) <= 1
    assert one_line(one_line(typed)) == one_line(typed)


FIRST = date(2026, 12, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "1/12/2026",
        "01/12/26",
        "1.12.2026",
        "1-12-2026",
        "1 12 2026",
        "1 Dec 2026",
        "1st December 2026",
        "1 DEC 26",
        "Tue 1 Dec 2026",
        "Tuesday, 1 December 2026",
        "tues 1/12/2026",
        "2026-12-01",
        " 1  Dec\t2026 ",
    ],
)
def test_a_date_as_written_in_england(typed: str) -> None:
    """The day comes first."""
    assert read_date(typed) == FIRST


@pytest.mark.parametrize(
    ("typed", "near", "day"),
    [
        ("15 Dec", FIRST, date(2026, 12, 15)),
        ("11/1", FIRST, date(2027, 1, 11)),
        ("30 Nov", date(2027, 1, 4), date(2026, 11, 30)),
        ("29 Feb", date(2027, 12, 1), date(2028, 2, 29)),
        ("3 sept", FIRST, date(2026, 9, 3)),
    ],
)
def test_a_date_without_a_year_is_the_nearest(typed: str, near: date, day: date) -> None:
    """In December "11/1" is next month, not last winter."""
    assert read_date(typed, near=near) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "“” is not a date. Write it as 1/12/2026 or 1 Dec 2026."),
        ("soon", "“soon” is not a date."),
        ("30 Feb 2027", "There is no such date as “30 Feb 2027”."),
        ("2026-13-01", "There is no such date as “2026-13-01”."),
        ("0/1/2026", "There is no such date as"),
        ("29 Feb", "“29 Feb” has no year."),
        ("1 Mayor 2026", "“1 Mayor 2026” has no month that is known."),
        ("1 xyz 2026", "“1 xyz 2026” has no month that is known."),
        ("Mon 1 Dec 2026", "Tuesday 1 December 2026 is not a Mon. One of the two is wrong."),
        ("1/12/0000", "There is no such date as"),
        ("1 Dec 2026\x1b[2J", "“1 Dec 2026[2J” is not a date."),
    ],
)
def test_a_date_that_is_none(typed: str, sentence: str) -> None:
    """A sentence for the person, with what they typed."""
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}"):
        read_date(typed)


def test_a_leap_day_that_no_near_year_has() -> None:
    with pytest.raises(ValueError, match="There is no such date as “29 Feb”"):
        read_date("29 Feb", near=date(2026, 6, 1))


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_said_can_be_typed(day: date) -> None:
    """Every date comes back from either way of writing it, weekday and all."""
    assert read_date(say_date(day)) == day
    assert read_date(say_long_date(day)) == day
    assert read_date(day.isoformat()) == day


@given(st.text(max_size=20))
def test_no_text_breaks_the_reading_of_dates_and_times(typed: str) -> None:
    for read in (read_date, read_time):
        try:
            read(typed)
        except ValueError as told:
            assert str(told).endswith(".")


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("13:30", time(13, 30)),
        ("1330", time(13, 30)),
        ("13.30", time(13, 30)),
        ("9:05", time(9, 5)),
        ("905", time(9, 5)),
        ("00:00", time(0, 0)),
    ],
)
def test_a_time_of_day(typed: str, at: time) -> None:
    assert read_time(typed) == at


@pytest.mark.parametrize("typed", ["24:00", "12:60", "noon", "", "13:3", "13:300", "-1:00"])
def test_a_time_that_is_none(typed: str) -> None:
    with pytest.raises(ValueError, match=r"is not a time\. Write it as 13:30\."):
        read_time(typed)


@given(st.times())
def test_a_time_that_is_said_can_be_typed(at: time) -> None:
    assert read_time(say_time(at)) == at.replace(second=0, microsecond=0)


def test_dates_are_said_in_full_words() -> None:
    assert say_date(FIRST) == "Tue 1 Dec 2026"
    assert say_long_date(FIRST) == "Tuesday 1 December 2026"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (("A", "B", "C"), "A, B and C")],
)
def test_a_list_in_words(words: list[str], sentence: str) -> None:
    assert listed(words) == sentence


def test_a_list_of_choices() -> None:
    assert listed(["A", "B", "C"], last="or") == "A, B or C"


@given(st.dates())
def test_a_date_is_written_back_as_england_writes_it_and_read_again(day: date) -> None:
    """A form that is opened again shows the date as it was typed, day first."""
    assert write_date(day).startswith(f"{day.day}/{day.month}/")
    assert read_date(write_date(day)) == day


def test_no_date_is_written_as_nothing() -> None:
    """A form without a date is empty, so that its hint shows."""
    assert write_date(None) == ""
