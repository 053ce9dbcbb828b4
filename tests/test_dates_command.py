"""`conference dates`: the reference cases and the small cases, without any record."""

import datetime as dt
import json
from typing import Any

import pytest

from conference_tui import authorities, cli
from conference_tui.conference.procedure_limits import EventId
from conference_tui.dates_command import as_text, reckoned

PROCEDURES = ("plain", "barnsley", "hammersmith_fulham", "havering", "kensington_chelsea")

every = pytest.mark.parametrize("procedure", PROCEDURES)


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    """What the command answers as data."""
    assert cli.run(["dates", *arguments, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def when(found: dict[str, Any]) -> dict[str, str]:
    return {each["key"]: each["when"] for each in found["dates"]}


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("30/11/2026", ("Tue 1 Dec 2026", "Mon 14 Dec 2026", "Wed 30 Dec 2026", "Fri 26 Feb 2027")),
        ("28/8/2026", ("Tue 1 Sep 2026", "Mon 14 Sep 2026", "Mon 28 Sep 2026", "Thu 26 Nov 2026")),
        ("29/11/2027", ("Tue 30 Nov 2027", "Mon 13 Dec 2027", "Wed 29 Dec 2027", "Fri 25 Feb 2028")),
    ],
    ids=["M1", "M2", "M3"],
)
@every
def test_the_small_cases(
    procedure: str, held: str, expected: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """BA-22, HF-3, KC-10 (M1 to M3), with every procedure; only Havering's core group has another day."""
    found = when(asked(capsys, "--type", "initial", "--held", held, "--procedure", procedure))
    letter, ten, minutes, review = expected
    assert (found["letter"], found["first_visit"]) == (letter, ten)
    assert (found["minutes"], found["first_review"]) == (minutes, review)
    if procedure != "havering":
        assert found["first_core_group"] == ten


@every
def test_the_first_reference_case(procedure: str, capsys: pytest.CaptureFixture[str]) -> None:
    """BA-3 (S1): in time on working day 13, whatever the event is called."""
    found = asked(
        capsys, "--type", "initial", "--event", "12/11/2026", "--held", "1/12/2026", "--procedure", procedure
    )
    own = found["dates"][0]
    assert (own["when"], own["working_day"], own["standing"]["sentence"]) == ("Thu 3 Dec 2026", 13, "in time")
    named = "notification" if procedure == "hammersmith_fulham" else "strategy discussion"
    assert found["event_is"] == named
    assert found["warnings"] == []


@every
def test_the_second_reference_case(procedure: str, capsys: pytest.CaptureFixture[str]) -> None:
    """BA-3, BA-5 (S2): over Christmas."""
    found = asked(
        capsys, "--type", "initial", "--event", "7/12/2026", "--held", "22/12/2026", "--procedure", procedure
    )
    dates = when(found)
    assert (dates["conference"], found["dates"][0]["working_day"]) == ("Wed 30 Dec 2026", 11)
    assert (dates["letter"], dates["first_visit"]) == ("Wed 23 Dec 2026", "Fri 8 Jan 2027")
    assert (dates["minutes"], dates["first_review"]) == ("Fri 22 Jan 2027", "Mon 22 Mar 2027")
    two_days = "Fri 18 Dec 2026"
    assert dates["reports_initial"] == two_days


def test_a_conference_at_a_weekend(capsys: pytest.CaptureFixture[str]) -> None:
    """M7: warned of, with the census rule."""
    (warning,) = asked(capsys, "--type", "initial", "--held", "5/12/2026")["warnings"]
    assert "rule 8875" in warning


@every
def test_beyond_the_table(procedure: str, capsys: pytest.CaptureFixture[str]) -> None:
    """M8: unknown for that year, and no date."""
    year = authorities.bank_holidays().last_year + 1
    found = asked(capsys, "--type", "initial", "--held", f"8/1/{year}", "--procedure", procedure)
    unknown = {each["key"]: each["unknown"] for each in found["dates"] if each["date"] is None}
    assert unknown["minutes"] == f"bank holidays unknown for {year}"
    assert unknown["first_review"] == f"bank holidays unknown for {year}"


def test_a_review_on_the_day_the_plan_begins(capsys: pytest.CaptureFixture[str]) -> None:
    """M12: said, with the census rule."""
    found = asked(capsys, "--type", "review", "--event", "1/12/2026", "--held", "1/12/2026")
    assert "rule 8841" in found["warnings"][0]
    assert asked(capsys, "--type", "review", "--event", "1/12/2026", "--held", "2/12/2026")["warnings"] == []


def test_every_date_carries_its_rule_its_day_0_and_the_holidays(capsys: pytest.CaptureFixture[str]) -> None:
    """BA-22, and the global rule that each printed deadline carries them."""
    assert cli.run(["dates", "--type", "initial", "--event", "7/12/2026", "--held", "22/12/2026"]) == 0
    lines = " ".join(capsys.readouterr().out.split())
    assert "15 working days after Mon 7 Dec 2026" in lines
    assert "not counted: Fri 25 Dec 2026 (Christmas Day) and Mon 28 Dec 2026 (Boxing Day)" in lines


def test_what_else_is_known_goes_into_the_dates() -> None:
    """BA-22, HF-3: the core group and the review that were booked, the close, a birth."""
    happened: dict[EventId, dt.date] = {
        "core_group": dt.date(2026, 12, 10),
        "review": dt.date(2027, 2, 23),
        "close": dt.datetime(2026, 12, 1, 15, 50),  # noqa: DTZ001 - by the clock on the wall
    }
    found = reckoned("initial", "plain", dt.date(2026, 11, 12), dt.date(2026, 12, 1), happened=happened)
    told = when(found)
    assert (told["later_core_group"], told["later_review"]) == ("Thu 7 Jan 2027", "Mon 23 Aug 2027")
    assert told["dissent"] == "Fri 4 Dec 2026 15:50"
    standing = {each["key"]: each["standing"]["sentence"] for each in found["dates"] if each["standing"]}
    assert standing == {"conference": "in time", "first_core_group": "in time", "first_review": "in time"}


def test_an_early_review_comes_with_advice_on_the_minutes() -> None:
    """KC-10 (S2): the minutes are due after it."""
    happened: dict[EventId, dt.date] = {"review": dt.date(2027, 1, 19)}
    found = reckoned("initial", "plain", dt.date(2026, 12, 7), dt.date(2026, 12, 22), happened=happened)
    assert found["warnings"] == [
        "The minutes are due on Fri 22 Jan 2027, and the review is on Tue 19 Jan 2027: send them before it."
    ]
    happened = {"review": dt.date(2026, 12, 22)}
    found = reckoned("initial", "plain", dt.date(2026, 12, 7), dt.date(2026, 12, 22), happened=happened)
    assert "rule 8841" in found["warnings"][0]


def test_a_birth_moves_the_review_of_a_pre_birth_conference() -> None:
    """HF-1, HF-3: a month after it at the latest."""
    happened: dict[EventId, dt.date] = {"expected_birth": dt.date(2027, 1, 4)}
    before = reckoned("pre-birth", "hammersmith_fulham", None, dt.date(2026, 12, 1), happened=happened)
    assert when(before)["pre_birth_review"] == "Mon 1 Mar 2027"
    assert "Thu 4 Feb 2027 if the child is born as expected" in " ".join(as_text(before).split())
    happened = {"birth": dt.date(2027, 1, 7)}
    after = reckoned("pre-birth", "hammersmith_fulham", None, dt.date(2026, 12, 1), happened=happened)
    assert when(after)["pre_birth_review"] == "Fri 5 Feb 2027"


def test_a_transfer_in_conference() -> None:
    """HF-1: counted from the written notification."""
    found = reckoned("transfer-in", "plain", dt.date(2026, 11, 12), dt.date(2026, 12, 1))
    assert found["event_is"] == "transfer"
    assert (found["dates"][0]["key"], found["dates"][0]["when"]) == ("conference", "Thu 3 Dec 2026")


def test_every_option_of_a_transfer_in(capsys: pytest.CaptureFixture[str]) -> None:
    """HF-1, BA-22: its own clock, and what is booked stands beside each limit."""
    arguments = ["--type", "transfer-in", "--event", "12/11/2026", "--held", "1/12/2026", "--closed", "15:50"]
    booked = ["--core-group", "10/12/2026", "--review", "23/2/2027", "--minutes-sent", "31/12/2026"]
    found = asked(capsys, *arguments, *booked)
    told = when(found)
    assert (found["event_is"], told["conference"], told["dissent"]) == (
        "transfer",
        "Thu 3 Dec 2026",
        "Fri 4 Dec 2026 15:50",
    )
    assert (told["later_core_group"], told["later_review"]) == ("Thu 7 Jan 2027", "Mon 23 Aug 2027")
    assert told["corrections"] == "Fri 15 Jan 2027"
    standing = {each["key"] for each in found["dates"] if each["standing"]}
    assert standing == {"conference", "first_core_group", "first_review"}


def test_a_birth_is_told_to_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    """HF-1, HF-3: expected, and then born."""
    arguments = ("--type", "pre-birth", "--held", "1/12/2026", "--procedure", "hammersmith_fulham")
    expected = asked(capsys, *arguments, "--expected", "4/1/2027")
    assert when(expected)["pre_birth_review"] == "Mon 1 Mar 2027"
    assert when(asked(capsys, *arguments, "--birth", "7/1/2027"))["pre_birth_review"] == "Fri 5 Feb 2027"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--type", "initial", "--held", "1/12/2026", "--birth", "7/1/2027"), "--birth goes with"),
        (("--type", "initial", "--event", "12/11/2026", "--closed", "15:50"), "--closed is a time"),
        (("--type", "initial", "--held", "1/12/2026", "--closed", "25:00"), "--closed: "),
        (("--type", "initial", "--held", "1/12/2026", "--review", "32/1/2027"), "--review: "),
        (
            ("--type", "pre-birth", "--held", "1/12/2026", "--birth", "7/1/2027", "--expected", "4/1/2027"),
            "Give --birth or --expected",
        ),
    ],
)
def test_what_does_not_go_together_is_said(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(["dates", *arguments]) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def test_a_review_of_a_pre_birth_conference_is_counted_from_the_birth(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """HF-3: a month after it, where that is earlier than three months after the conference."""
    arguments = ("--type", "review", "--previous", "pre-birth", "--event", "10/9/2026", "--held", "1/12/2026")
    (own, *_) = asked(capsys, *arguments, "--birth", "20/10/2026")["dates"]
    assert (own["key"], own["when"], own["standing"]["in_time"]) == ("conference", "Fri 20 Nov 2026", False)
