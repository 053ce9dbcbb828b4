"""What a person typed, made safe to keep and to show; dates and times as people write them."""

import re
import unicodedata
from datetime import date, time, timedelta
from typing import TypeVar, cast

import msgspec

T = TypeVar("T")

LONGEST = 20_000
"""Characters one entry may have: far above any sentence, and a paste of a page still fits."""
DOTS = "••••••••"
"""Stands for words that not everybody who sees a screen may read; so many, whatever their length."""

_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def clean(typed: str) -> str:
    """`harmless`, without white space at the ends: what a person typed as it is kept."""
    return harmless(typed).strip()


def harmless(typed: str) -> str:
    """Composed Unicode without control characters, direction marks and halves of characters.

    Line ends and tabs stay. A terminal would act on the rest, or show one thing and mean another.
    """
    # Composed last: an invisible character may have stood between a letter and its accent.
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _LINE_END.sub("\n", typed)))


_ACTED_ON = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


def without_controls(value: T) -> T:
    """A value with no character in any text of it, or of its parts, that a terminal acts on or shows in another order."""
    made: object = value
    match value:
        case str():
            made = value if value.isprintable() else _ACTED_ON.sub("", value)
        case tuple():
            made = tuple(without_controls(part) for part in value)
        case msgspec.Struct() if not _prints_as_it_is(value):
            parts = {name: getattr(value, name) for name in value.__struct_fields__}
            new = {
                name: clean_part
                for name, part in parts.items()
                if (clean_part := without_controls(part)) != part
            }
            made = msgspec.structs.replace(value, **new) if new else value
    return cast("T", made)


def _prints_as_it_is(value: msgspec.Struct) -> bool:
    """Whether all texts of a value print as they are, looked at once in its JSON: what does not print is escaped there."""
    try:
        told = msgspec.json.encode(value).decode()
    except UnicodeEncodeError:  # half a character
        return False
    return told.isprintable() and "\\" not in told


def one_line(typed: str) -> str:
    """`clean`, with every run of white space made one space: for names and titles."""
    return " ".join(clean(typed).split())


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})(?:[\s./-]+(\d{4}|\d{2}))?", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\s+(\d{1,2})(?:\s+(\d{4}))?", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)
_AROUND_THE_DAY = re.compile(r"(?<=\d)(st|nd|rd|th)\b|\bof\s|,", re.IGNORECASE)
_FROM_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_LAST_SHORT_YEAR = 39
"""A year of two digits is one of this century; from 40 on it may be the year of somebody's birth in the last."""


def read_date(typed: str, *, near: date | None = None, today: date | None = None) -> date:
    """A date as written in England: 1/12/2026, 1.12.26, 1 Dec, 1st of December, Tue 1 December 2026, 2026-12-01.

    Without a year the one that brings it nearest to `near` is taken, and a day can be told from `today` where that is
    given. Raises ValueError with a sentence to the person; a weekday that does not fit the date is an error too, for
    one of the two is wrong.
    """
    text = one_line(typed)
    if today and text.casefold() in _FROM_TODAY:
        return today + timedelta(days=_FROM_TODAY[text.casefold()])
    weekday = _WEEKDAY.match(text)
    day = _without_weekday(text, near)
    if weekday and _DAYS[day.weekday()][:3].lower() != weekday[1].lower():
        written = weekday[0].strip(", ")
        raise ValueError(f"{say_long_date(day)} is not a {written}. One of the two is wrong.")
    return day


def _without_weekday(text: str, near: date | None) -> date:
    rest = _WEEKDAY.sub("", text)
    if found := _ISO.fullmatch(rest):
        return _date(text, *(int(part) for part in found.groups()))
    rest = one_line(_AROUND_THE_DAY.sub(" ", rest))
    if found := _DAY_FIRST.fullmatch(rest):
        day, month, year = found.groups()
    elif found := _MONTH_FIRST.fullmatch(rest):
        month, day, year = found.groups()
    else:
        raise ValueError(f"“{text}” is not a date. Write it as 1/12/2026 or 1 Dec 2026.")
    return _year_of(text, int(day), int(month) if month.isdigit() else _month(text, month), year, near)


def _month(typed: str, name: str) -> int:
    for number, month in enumerate(_MONTHS, start=1):
        if month.lower().startswith(name.lower()) or (month, name.lower()) == ("September", "sept"):
            return number
    raise ValueError(f"“{typed}” has no month that is known.")


def _year_of(typed: str, day: int, month: int, year: str | None, near: date | None) -> date:
    if year is not None:
        if len(year) == 2 and int(year) > _LAST_SHORT_YEAR:
            raise ValueError(f"“{typed}” may be in 19{year} or 20{year}. Write the year in full.")
        return _date(typed, int(year) + (2000 if len(year) == 2 else 0), month, day)
    if near is None:
        raise ValueError(f"“{typed}” has no year.")
    choices = []
    for candidate in (near.year - 1, near.year, near.year + 1):
        try:
            choices.append(date(candidate, month, day))
        except ValueError:
            continue
    if not choices:
        return _date(typed, near.year, month, day)
    return min(choices, key=lambda choice: abs(choice - near))


def _date(typed: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(f"There is no such date as “{typed}”.") from None


_TIME = re.compile(r"(\d{1,2})(?:[:. ]?(\d{2}))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}
_PAST_THE_HOUR = re.compile(rf"(?:a )?({'|'.join(_PAST)}) (\w+)\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)
_HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOURS_SAID = {name: hour for hour, word in enumerate(_HOURS, start=1) for name in (word, str(hour))}
_HALF_A_DAY = 12
_FIRST_MORNING_HOUR = 8
"""Nobody means the night by "eight"; before it, an hour without "am" or a zero may be in the afternoon."""


def read_time(typed: str) -> time:
    """A time of day: 13:30, 1330, 13.30, 9:05, 10, 10am, 2.30 pm, noon, half past ten.

    Raises ValueError with a sentence to the person; an hour that may be in the night or in the afternoon is told, too.
    """
    text = one_line(typed)
    if text.casefold() in ("noon", "midday"):
        return time(12)
    if found := _TIME.fullmatch(text):
        hour, minute, half = found[1], int(found[2] or 0), found[3]
        at = _hour(text, int(hour), half, is_plain=len(hour) == 1)
    elif (found := _PAST_THE_HOUR.fullmatch(text)) and found[2].casefold() in _HOURS_SAID:
        spoken, minute = _HOURS_SAID[found[2].casefold()], _PAST[found[1].casefold()]
        if minute < 0:  # a quarter to eight is in the hour that begins at seven
            spoken, minute = spoken - 1 or _HALF_A_DAY, minute + 60
        at = _hour(text, spoken, found[3], is_plain=True)
    else:
        raise _not_a_time(text)
    if 0 <= at < 24 and minute < 60:
        return time(at, minute)
    raise _not_a_time(text)


def _hour(typed: str, hour: int, half: str | None, *, is_plain: bool) -> int:
    """The hour of the day. `is_plain` says that nothing but "am" or "pm" tells in which half of it."""
    if half:
        if not 1 <= hour <= _HALF_A_DAY:
            raise _not_a_time(typed)
        return hour % _HALF_A_DAY + (_HALF_A_DAY if half.casefold() == "p" else 0)
    if is_plain and 0 < hour < _FIRST_MORNING_HOUR:
        raise ValueError(f"“{typed}” may be in the night or in the afternoon. Write am or pm behind it.")
    return hour


def _not_a_time(typed: str) -> ValueError:
    return ValueError(f"“{typed}” is not a time. Write it as 13:30.")


def say_date(day: date) -> str:
    """Tue 1 Dec 2026, the same on every system."""
    return f"{_DAYS[day.weekday()][:3]} {day.day} {_MONTHS[day.month - 1][:3]} {day.year}"


def write_date(day: date | None) -> str:
    """1/12/2026, as a person types it and `read_date` reads it; empty without a day."""
    return f"{day.day}/{day.month}/{day.year:04}" if day else ""


def say_long_date(day: date) -> str:
    """Tuesday 1 December 2026."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_time(at: time) -> str:
    """13:30."""
    return f"{at:%H:%M}"


_LAST_BRACKETS = re.compile(r" \(([^()]*)\)$")


def bracketed(name: str) -> str:
    """A name as it stands within brackets, without any of its own: "Ashmere Homes, name not known"."""
    return _LAST_BRACKETS.sub(r", \1", name)


def listed(words: "tuple[str, ...] | list[str]", *, last: str = "and") -> str:
    """A, B and C."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
