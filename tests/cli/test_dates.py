"""`conference dates`: every date with its rule, and nothing guessed."""

from typing import Any

import pytest

from tests.shell import Answer, Shell


def due(answer: Answer, key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in answer.json()["dates"] if each["key"] == key)
    return found


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
