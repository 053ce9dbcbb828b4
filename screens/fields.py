"""What a form asks for, and what was entered: a field, and its value read as what it should be."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from typing import Literal, TypeVar

from msgspec import Struct

from conference_tui.conference.text import clean, one_line, read_date, read_time

T = TypeVar("T")


class Field(Struct, frozen=True, kw_only=True):
    """One thing that a form asks for."""

    name: str
    label: str
    kind: Literal["line", "hidden", "secret", "words", "one", "several"] = "line"
    """A line of text (also for dates, times and numbers), one that nobody sees, several lines, or a choice.

    What is typed into a hidden field is not shown, never repeated in a sentence, and not kept unfinished; a secret is
    a passphrase: hidden, and given to no clipboard.
    """
    value: str = ""
    chosen: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    """For a choice: values with their words."""
    hint: str = ""
    masked: bool = False
    """A line that others in the room are not to read: dots stand for it until a key shows it."""
    masked_by: str = ""
    """A choice of the same form; while it has one, this line is `masked`."""
    check: Callable[[str], str] | None = None
    """Called with the text as it is typed; what it returns is shown at once (BA-21)."""


def one_of(name: str, label: str, options: tuple[tuple[str, str], ...], chosen: str = "") -> Field:
    """A choice of one; nothing stands chosen where `chosen` is empty."""
    return Field(name=name, label=label, kind="one", options=options, chosen=(chosen,) if chosen else ())


class Wanting(Exception):
    """A field cannot be used as it stands; the message is the sentence for the person."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class Values:
    """What was entered, read as what it should be. Every reader raises `Wanting`."""

    def __init__(self, texts: Mapping[str, str], choices: Mapping[str, tuple[str, ...]]) -> None:
        self._texts = texts
        self._choices = choices

    def line(self, field: str) -> str:
        """One line of text; may be empty."""
        return one_line(self._texts[field])

    def words(self, field: str) -> str:
        """Text of several lines; may be empty."""
        return clean(self._texts[field])

    def date(self, field: str, *, near: date | None = None) -> date | None:
        """A date, or None where nothing was entered."""
        typed = self.line(field)
        return self._read(field, lambda: read_date(typed, near=near)) if typed else None

    def time(self, field: str) -> time | None:
        """A time of day, or None where nothing was entered."""
        typed = self.line(field)
        return self._read(field, lambda: read_time(typed)) if typed else None

    def number(self, field: str) -> int | None:
        """A whole number, or None where nothing was entered."""
        typed = self.line(field)
        if not typed:
            return None
        if not typed.isascii() or not typed.isdigit():
            raise Wanting(field, f"“{typed}” is not a whole number.")
        return int(typed)

    def hidden_number(self, field: str) -> int | None:
        """As `number`, for a hidden field: what is wanting is said without what was typed."""
        typed = self.line(field)
        if typed and not (typed.isascii() and typed.isdigit()):
            raise Wanting(field, "That is not a whole number.")
        return int(typed) if typed else None

    def secret(self, field: str) -> str:
        """A passphrase, exactly as it was typed; may be empty."""
        return self._texts[field]

    def one(self, field: str) -> str:
        """The option chosen; empty where none is."""
        return next(iter(self._choices[field]), "")

    def several(self, field: str) -> tuple[str, ...]:
        """The options chosen."""
        return self._choices[field]

    def needed(self, field: str, value: T | None, sentence: str) -> T:
        """`value`, or `Wanting` with the sentence where there is none."""
        if value is None or value == "" or value == ():
            raise Wanting(field, sentence)
        return value

    @staticmethod
    def _read(field: str, reader: Callable[[], T]) -> T:
        try:
            return reader()
        except ValueError as wrong:
            raise Wanting(field, str(wrong)) from None


_CHOICE = "chosen:"


def write_choice(chosen: Sequence[str]) -> str:
    """A choice as it is kept among unfinished typing; never empty, for nothing chosen is a choice too."""
    return _CHOICE + "".join(f"{value}\n" for value in chosen)


def read_choice(kept: str) -> tuple[str, ...]:
    """What was chosen."""
    return tuple(kept.removeprefix(_CHOICE).split("\n")[:-1])
