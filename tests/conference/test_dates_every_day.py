"""The date engine against a second reckoning, for every day of ten years and every rule of all procedures.

The second reckoning shares nothing with the first: its rules are typed here from the guides, its bank holidays
are worked out from their definitions, and it does not step from day to day but looks days up in lists.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from conference_tui import authorities
from conference_tui.conference.dates import conference_dates, core_group_series, deadline
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_limits import Limit

SHIPPED_ONLY = Path("no such folder")
PROCEDURES = {name: authorities.load(name, SHIPPED_ONLY) for name in authorities.names(SHIPPED_ONLY)}
CALENDAR = authorities.bank_holidays()
TEN_YEARS = [
    dt.date.fromordinal(n) for n in range(dt.date(2018, 1, 1).toordinal(), dt.date(2028, 1, 1).toordinal())
]


# --- The rules, as the guides have them ---------------------------------------------------------------------


class Rule(NamedTuple):
    """So many of a unit, negative before; `pulled` where a day off is pulled back."""

    amount: int
    unit: str
    from_: str
    pulled: bool = True
    also: tuple[tuple[int, str, str], ...] = ()


PLAIN = {
    "conference": Rule(15, "wd", "strategy_discussion"),
    "transfer_in": Rule(15, "wd", "transfer"),
    "letter": Rule(1, "wd", "conference"),
    "outline_plan": Rule(1, "wd", "conference"),
    "first_core_group": Rule(10, "wd", "conference"),
    "later_core_group": Rule(28, "d", "core_group"),
    "first_visit": Rule(10, "wd", "conference"),
    "visits": Rule(10, "wd", "visit"),
    "first_review": Rule(3, "m", "conference", also=((90, "d", ""),)),
    "early_review": Rule(1, "m", "conference", pulled=False),
    "later_review": Rule(6, "m", "review"),
    "pre_birth_review": Rule(3, "m", "conference", also=((1, "m", "birth"),)),
    "minutes": Rule(20, "wd", "conference"),
    "corrections": Rule(10, "wd", "minutes_sent"),
    "dissent": Rule(72, "h", "close", pulled=False),
    "reports_initial": Rule(-2, "wd", "conference"),
    "reports_review": Rule(-5, "wd", "conference"),
    "exclusion_request": Rule(-3, "wd", "conference"),
    "reconvened": Rule(10, "wd", "conference"),
    "cin_first_meeting": Rule(10, "wd", "conference"),
}
RULES = {
    "plain": PLAIN,
    "barnsley": PLAIN,
    "kensington_chelsea": PLAIN,
    "havering": PLAIN | {"first_core_group": Rule(10, "d", "conference")},
    "hammersmith_fulham": PLAIN
    | {
        "conference": Rule(15, "wd", "notification"),
        "invitation_list": Rule(-15, "d", "conference"),
        "reports_initial": Rule(-2, "d", "conference"),
        "reports_review_others": Rule(-5, "d", "conference"),
    },
}
UNITS = {"wd": "working_days", "d": "calendar_days", "m": "months", "h": "hours"}


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_files_have_the_rules_of_the_guides(name: str) -> None:
    """BA-3, BA-5, BA-22, HF-2, HF-3, HF-8, HV-14, BR-1, BR-7, KC-10: each limit, its unit and what it is counted from."""
    assert {key: as_rule(limit) for key, limit in PROCEDURES[name].limits.items()} == RULES[name]


def as_rule(limit: Limit) -> Rule:
    short = {long: short for short, long in UNITS.items()}
    return Rule(
        -limit.count if limit.direction == "before" else limit.count,
        short[limit.unit],
        limit.from_,
        limit.pull_back,
        tuple((second.count, short[second.unit], second.from_ or "") for second in limit.also),
    )


# --- The bank holidays of England and Wales, by their definitions -------------------------------------------


def easter_sunday(year: int) -> dt.date:
    """Gauss's rule, as it holds from 1900 to 2099."""
    a, b, c = year % 19, year % 4, year % 7
    d = (19 * a + 24) % 30
    e = (2 * b + 4 * c + 6 * d + 5) % 7
    if d + e == 35 or (d == 28 and e == 6 and a > 10):
        e -= 7
    return dt.date(year, 3, 22) + dt.timedelta(days=d + e)


def mondays(year: int, month: int) -> list[dt.date]:
    """Those of a month that has 31 days."""
    return [day for n in range(1, 32) if (day := dt.date(year, month, n)).isoweekday() == 1]


def bank_holidays(year: int) -> set[dt.date]:
    """The eight of every year with their days in lieu, and the exceptions that Parliament and the Crown made."""
    easter = easter_sunday(year)
    days = {easter - dt.timedelta(days=2), easter + dt.timedelta(days=1)}
    days |= {mondays(year, 5)[0], mondays(year, 5)[-1], mondays(year, 8)[-1]}
    days.add(
        {6: dt.date(year, 1, 3), 7: dt.date(year, 1, 2)}.get(
            dt.date(year, 1, 1).isoweekday(), dt.date(year, 1, 1)
        )
    )
    christmas = {5: (25, 28), 6: (27, 28), 7: (26, 27)}.get(dt.date(year, 12, 25).isoweekday(), (25, 26))
    days |= {dt.date(year, 12, day) for day in christmas}
    if year == 2020:
        days = days - {dt.date(2020, 5, 4)} | {dt.date(2020, 5, 8)}
    if year == 2022:
        days = days - {dt.date(2022, 5, 30)} | {
            dt.date(2022, 6, 2),
            dt.date(2022, 6, 3),
            dt.date(2022, 9, 19),
        }
    if year == 2023:
        days.add(dt.date(2023, 5, 8))
    return days


HOLIDAYS = set().union(*(bank_holidays(year) for year in range(2017, 2029)))
EVERY = [
    dt.date.fromordinal(n) for n in range(dt.date(2017, 1, 1).toordinal(), dt.date(2029, 1, 1).toordinal())
]
PLACE = {day: place for place, day in enumerate(EVERY)}
WORKING = [day for day in EVERY if day.isoweekday() < 6 and day not in HOLIDAYS]
MONTHS: dict[tuple[int, int], list[dt.date]] = defaultdict(list)
for every in EVERY:
    MONTHS[every.year, every.month].append(every)


def test_the_librarys_bank_holidays_are_those_of_the_definitions() -> None:
    """BA-22: the kept library's table for England and Wales, 2017 to 2028, and no day more."""
    table = {day for day in CALENDAR.holidays if 2017 <= day.year <= 2028}
    assert table == HOLIDAYS


# --- The second reckoning -----------------------------------------------------------------------------------


def fallen(count: int, unit: str, day0: dt.date) -> dt.date:
    """Where a limit falls, looked up in the lists."""
    if unit == "wd":
        place = bisect_right(WORKING, day0) + count - 1 if count > 0 else bisect_left(WORKING, day0) + count
        return WORKING[place]
    if unit == "d":
        return EVERY[PLACE[day0] + count]
    months = sorted(MONTHS)
    there = MONTHS[months[months.index((day0.year, day0.month)) + count]]
    return there[min(day0.day, len(there)) - 1]


def day_of(rule: Rule, day0: dt.date, birth: dt.date | None) -> tuple[dt.date, set[dt.date]]:
    """The last day in time, and the bank holidays that moved it."""
    landings = [(fallen(rule.amount, rule.unit, day0), rule.unit)]
    for count, unit, from_ in rule.also:
        start = birth if from_ == "birth" else day0
        if start is not None:
            landings.append((fallen(count, unit, start), unit))
    lands, unit = min(landings, key=lambda landing: landing[0])
    last = WORKING[bisect_right(WORKING, lands) - 1] if rule.pulled else lands
    over = {day for day in HOLIDAYS if last < day <= lands}
    if unit == "wd":
        first, second = sorted((day0, lands))
        over |= {day for day in HOLIDAYS if first < day < second}
    return last, over


DISTINCT: dict[Rule, Limit] = {
    rule: PROCEDURES[name].limit(key) for name, rules in RULES.items() for key, rule in rules.items()
}
"""Each rule once: what is reckoned does not depend on what it is counted from."""
RECKONED = {rule._replace(from_=""): limit for rule, limit in DISTINCT.items() if rule.unit != "h"}


@pytest.mark.parametrize("rule", RECKONED, ids=lambda rule: f"{rule.amount}{rule.unit}{rule.also or ''}")
def test_every_day_of_ten_years(rule: Rule) -> None:
    """BA-3, BA-5, BA-22, HF-3, HF-8, HV-14, KC-10: the same day, and the same bank holidays told, as by the lists."""
    limit = RECKONED[rule]
    for number, day0 in enumerate(TEN_YEARS):
        births = [None, day0 + dt.timedelta(days=number % 120)] if rule.also else [None]
        for birth in births:
            due = deadline(limit, CALENDAR, day0, happened={"birth": birth} if birth else {})
            last, over = day_of(rule, day0, birth)
            assert (due.date, {each.date for each in due.skipped}) == (last, over), (day0, birth)
            assert due.pulled_back_from is None or due.pulled_back_from > last


def test_the_clock_of_seventy_two_hours_on_every_day_of_ten_years() -> None:
    """BA-19: clock hours through weekends, holidays and the ends of months and years."""
    limit = PROCEDURES["plain"].limit("dissent")
    for number, day in enumerate(TEN_YEARS):
        minutes = (number * 7) % (24 * 60)
        closed = dt.datetime.combine(day, dt.time(minutes // 60, minutes % 60))
        ends = deadline(limit, CALENDAR, closed).at
        assert ends is not None
        assert ends.date() == EVERY[PLACE[day] + 3]
        assert ends.time() == closed.time()


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_series_of_core_groups_from_every_day_of_a_year(name: str) -> None:
    """BA-22: 28 days from each to the next; one on a day off is pulled back, and the next is counted from that day."""
    procedure: Procedure = PROCEDURES[name]
    for first in [day for day in TEN_YEARS if day.year == 2026]:
        until = first + dt.timedelta(days=200)
        expected, group = [], first
        while (group := WORKING[bisect_right(WORKING, EVERY[PLACE[group] + 28]) - 1]) <= until:
            expected.append(group)
        assert [due.date for due in core_group_series(procedure, CALENDAR, first, until)] == expected


# --- The dates of a whole conference ------------------------------------------------------------------------

FOLLOWS = {"later_core_group": "first_core_group", "corrections": "minutes"}
"""What is counted from the last day of another limit, as long as nothing else is known."""


@pytest.mark.parametrize("kind", ["initial", "pre-birth", "transfer-in", "review"])
@pytest.mark.parametrize("name", PROCEDURES)
def test_the_dates_of_a_whole_conference_through_ten_years(name: str, kind: str) -> None:
    """BA-3, BA-22, HF-1: every limit of every sort of conference, each from its own day 0, every eleventh day."""
    rules = RULES[name]
    own = {"transfer-in": "transfer_in", "review": "first_review"}.get(kind, "conference")
    review = "pre_birth_review" if kind == "pre-birth" else "first_review"
    for held in TEN_YEARS[60::11]:
        event = held - dt.timedelta(days=20)
        found = conference_dates(PROCEDURES[name], CALENDAR, kind, event=event, held=held)
        last = {each.key: each.date for each in found}
        assert None not in last.values()
        for key, day in last.items():
            if key == "conference":
                rule, day0 = rules[own], event
            elif key in FOLLOWS and FOLLOWS[key] in last:
                rule, day0 = rules[key], known(last[FOLLOWS[key]])
            elif key == "later_review" and kind != "review":
                rule, day0 = rules[key], known(last[review])
            else:
                rule, day0 = rules[key], held
            assert day == day_of(rule, day0, None)[0], (key, held)


def known(day: dt.date | None) -> dt.date:
    assert day is not None
    return day
