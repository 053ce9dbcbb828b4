"""What hands do at the keyboard: keys and typed text, and how forms, choices and sheets are worked with them."""

from collections.abc import Iterator

from msgspec import Struct


class Key(Struct, frozen=True):
    """A key by Textual's name: "enter", "f3", "ctrl+s", "a"."""

    name: str


class Text(Struct, frozen=True):
    """Words typed letter by letter."""

    words: str


Stroke = Key | Text


def keys(*names: str) -> Iterator[Stroke]:
    """Press keys one after the other."""
    for name in names:
        yield Key(name)


def line(words: str) -> Iterator[Stroke]:
    """Fill the field of a form and go on (from the last one: save). Empty leaves it as it is."""
    if words:
        yield Text(words)
    yield Key("enter")


def one(letters: str) -> Iterator[Stroke]:
    """Choose one option by the beginning of a word of it, and go on."""
    yield from line(letters)


def several(*letters: str) -> Iterator[Stroke]:
    """Tick options, each by the beginning of a word of it, and go on."""
    for each in letters:
        yield Text(each)
        yield Key("space")
    yield Key("enter")


def row(part: str) -> Iterator[Stroke]:
    """Find a row of the sheet by a part of its text, and open it."""
    yield Key("slash")
    yield Text(part)
    yield Key("enter")


def say(words: str) -> Iterator[Stroke]:
    """From the sheet to the capture line, record a line, and back to the sheet."""
    yield Key("escape")
    yield Text(words)
    yield Key("enter")
    yield Key("escape")
