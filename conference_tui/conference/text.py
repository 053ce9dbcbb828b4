"""What a person typed, made safe to keep and to show; dates and times as people write them."""

import re
import unicodedata
from datetime import date, time
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
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)


def read_date(typed: str, *, near: date | None = None) -> date:
    """A date as written in England: 1/12/2026, 1 Dec 2026, Tue 1 December 2026, 2026-12-01.

    Without a year the one that brings it nearest to `near` is taken. Raises ValueError with a sentence to the
    person; a weekday that does not fit the date is an error too, for one of the two is wrong.
    """
    text = one_line(typed)
    weekday = _WEEKDAY.match(text)
    rest = _WEEKDAY.sub("", text)
    if found := _ISO.fullmatch(rest):
        day = _date(typed, *(int(part) for part in found.groups()))
    elif found := _DAY_FIRST.fullmatch(re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", rest, flags=re.IGNORECASE)):
        day_text, month_text, year_text = found.groups()
        month = int(month_text) if month_text.isdigit() else _month(typed, month_text)
        day = _year_of(typed, int(day_text), month, year_text, near)
    else:
        raise ValueError(f"“{text}” is not a date. Write it as 1/12/2026 or 1 Dec 2026.")
    if weekday and _DAYS[day.weekday()][:3].lower() != weekday[1].lower():
        written = weekday[0].strip(", ")
        raise ValueError(f"{say_long_date(day)} is not a {written}. One of the two is wrong.")
    return day


def _month(typed: str, name: str) -> int:
    for number, month in enumerate(_MONTHS, start=1):
        if month.lower().startswith(name.lower()) or (month, name.lower()) == ("September", "sept"):
            return number
    raise ValueError(f"“{one_line(typed)}” has no month that is known.")


def _year_of(typed: str, day: int, month: int, year: str | None, near: date | None) -> date:
    if year is not None:
        return _date(typed, int(year) + (2000 if len(year) == 2 else 0), month, day)
    if near is None:
        raise ValueError(f"“{one_line(typed)}” has no year.")
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
        raise ValueError(f"There is no such date as “{one_line(typed)}”.") from None


def read_time(typed: str) -> time:
    """A time of day: 13:30, 1330, 13.30, 9:05. Raises ValueError with a sentence to the person."""
    found = re.fullmatch(r"(\d{1,2})[:.]?(\d{2})", one_line(typed))
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise ValueError(f"“{one_line(typed)}” is not a time. Write it as 13:30.")


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
