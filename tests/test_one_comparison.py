"""One comparison for the capture line, searches, commands, what a reader's copy leaves out and the leak check.

Thousands of ways to write names, telephone numbers, postcodes and addresses go through all of them. What a UK keyboard has
for a letter stands in a table here, which the program does not read.
"""

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conference_tui.commands.plans import reader_meant
from conference_tui.conference import events as e
from conference_tui.conference import timeline
from conference_tui.conference.capture import Names, read
from conference_tui.conference.left_out import ANOTHER_CHILD, WITHHELD, leaving_out
from conference_tui.conference.papers import Copy, Paper
from conference_tui.conference.people import Standing
from conference_tui.conference.second_opinion import SecondOpinion, Term
from conference_tui.conference.text import harmless
from conference_tui.documents.leak_check import check
from tests.conference.building import ARRANGED, OPENED, PLAIN, build

many = settings(derandomize=True, deadline=None, max_examples=800, database=None)

NAMES = (
    "Søren Ørbæk",
    "Łukasz Wróblewski",
    "Deniz Yılmaz",
    "İpek Çelik",
    "Zoë Brontë",
    "Aylin Şahin",
    "Aoife O’Dowd",
    "Þóra Guðmundsdóttir",
    "Ðuro Đorđević",
    "Björn Großkopf",
    "Ħanna Ŧorvald",
    "Eŋŋa Œuvrard",
    "Nino D'Amico",
    "Tilda Orrell-Pike",
    "Ngọc Đặng Thị",
    "Мария Соколова",
)
UK = {
    "ø": "o", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ß": "ss", "ħ": "h", "ŧ": "t", "ŋ": "ng", "ł": "l", "đ": "d", "ı": "i",
    "İ": "I", "М": "M", "а": "a", "р": "r", "и": "i", "я": "ya", "С": "S", "о": "o", "к": "k", "л": "l", "в": "v",
}  # fmt: skip
"""What a UK keyboard has for a letter that no accent comes off from."""
APOSTROPHES = ("'", "’", "‘", "ʼ", "ʻ", "`", "´", "′", "")
DASHES = ("-", "‐", "‑", "–", "—", "−", " ", "")
SPACES = (" ", "  ", "\u00a0")


def on_a_keyboard(letter: str) -> str:
    """A letter as a UK keyboard writes it."""
    if (small := UK.get(letter.lower()) or UK.get(letter)) is not None:
        return small.title() if letter.isupper() else small
    apart = unicodedata.normalize("NFD", letter)
    return "".join(each for each in apart if not unicodedata.combining(each))


def test_the_table_leaves_no_letter_that_the_keyboard_has_not() -> None:
    assert [name for name in NAMES if not "".join(map(on_a_keyboard, name.replace("’", "'"))).isascii()] == []


WAYS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    on_a_keyboard,
    lambda letter: on_a_keyboard(letter).lower(),
    lambda letter: unicodedata.normalize("NFD", letter),
)


@st.composite
def spelled(draw: st.DrawFn, name: str) -> str:
    """A name with each letter and sign written in one way or another."""
    found = ""
    for sign in name:
        if sign in "'’":
            found += draw(st.sampled_from(APOSTROPHES))
        elif sign == "-":
            found += draw(st.sampled_from(DASHES))
        elif sign == " ":
            found += draw(st.sampled_from(SPACES))
        else:
            found += draw(st.sampled_from(WAYS))(sign)
    return found


# --- Names -------------------------------------------------------------------------------------------------

HERS = Copy(paper=Paper.OUTLINE_PLAN, reader="rhys", child="wren", reader_name="Rhys Marden")
CHILDREN = {f"child-{number}": name for number, name in enumerate(NAMES)}
ROOM = build(
    OPENED,
    ARRANGED,
    e.ChildEntered(child="wren", name="Wren Calloway"),
    *(e.ChildEntered(child=child, name=name) for child, name in CHILDREN.items()),
    e.PersonEntered(person="rhys", name="Rhys Marden", standing=Standing.PARENT, parent_of=("wren",)),
)
EVERYBODY = Names(speakers={"rhys": "Rhys Marden", **CHILDREN}, children=CHILDREN)
HIDDEN = leaving_out(ROOM, "wren")
TERMS = SecondOpinion(ROOM, PLAIN).terms(HERS)


def line(words: str) -> timeline.Line:
    return timeline.Line(seq=1, at="", by="", stage="", people=(), children=(), words=words)


def is_found(wanted: str, words: str) -> bool:
    return timeline.matching([line(words)], text=wanted) != ()


def stops(text: str, terms: tuple[Term, ...]) -> set[str]:
    """The terms that stop a copy with this text."""
    return {hit.term.words for hit in check(text.encode(), ".txt", "paper.txt", terms) if hit.term.certain}


@many
@given(st.data())
def test_a_name_is_known_however_it_is_written(data: st.DataObject) -> None:
    """HF-10, BA-2: by all five, and all but the name stays as it was typed."""
    child, name = data.draw(st.sampled_from(sorted(CHILDREN.items())))
    typed = data.draw(spelled(name))
    assert read(f"{typed} - {typed}: words", EVERYBODY).speaker == child
    assert reader_meant(ROOM, PLAIN, typed) == child
    said = f"Ængstlich, {typed}’s naïve dog – {typed} ran"
    assert is_found(typed, f"Then {name} came.")
    assert is_found("".join(map(on_a_keyboard, name)).replace("’", ""), said)
    assert HIDDEN(said) == f"Ængstlich, {ANOTHER_CHILD}’s naïve dog – {ANOTHER_CHILD} ran"
    assert stops(said, TERMS) == {name}


@many
@given(st.data())
def test_a_part_of_a_name_is_known_however_it_is_written(data: st.DataObject) -> None:
    """BA-2: the part is enough for the line; it is hidden, and asked about where it stands all the same."""
    child, name = data.draw(st.sampled_from(sorted(CHILDREN.items())))
    part = data.draw(st.sampled_from(name.split()))
    typed = data.draw(spelled(part))
    assert read(f"{typed}: words", EVERYBODY).speaker == child
    assert is_found(typed, f"Then {name} came.")
    assert HIDDEN(f"ß {typed}, ß") == f"ß {ANOTHER_CHILD}, ß"
    found = check(f"ß {typed}, ß".encode(), ".txt", "paper.txt", TERMS)
    assert part in {hit.term.words for hit in found}


# --- Numbers and places ------------------------------------------------------------------------------------


def with_withheld(**where: str) -> tuple[Callable[[str], str], tuple[Term, ...]]:
    """What hides the whereabouts of a mother from a father, and what is looked for in his copy."""
    mother = e.PersonEntered(
        person="dell",
        name="Dell Calloway",
        standing=Standing.PARENT,
        parent_of=("wren",),
        withheld_from=("rhys",),
        **where,  # type: ignore[arg-type]
    )
    conference = build(mother, on=ROOM)
    return leaving_out(conference, "wren"), SecondOpinion(conference, PLAIN).terms(HERS)


NUMBERS = ("07700 900311", "+44 7700 900 311", "(07700) 900311", "0044 (0)7700-900311", "7700 900311")
BY_NUMBER = {number: with_withheld(phone=number) for number in NUMBERS}
POSTCODES = ("AB1 2CD", "AB12CD", "ab1  2cd")
BY_POSTCODE = {code: with_withheld(address=f"3 Marram Mews, Coldharbour, {code}") for code in POSTCODES}


@st.composite
def dialled(draw: st.DrawFn) -> str:
    """The number 07700 900311, in groups of any length, from here or from abroad."""
    begin = draw(st.sampled_from(["0", "", "+44", "+44 ", "+44 (0)", "0044", "0044 0", "(0", "(+44)", "44"]))
    digits = "7700900311"
    cuts = draw(st.sets(st.integers(1, 9), max_size=5))
    between = draw(st.sampled_from([" ", "-", ".", "\u00a0", "–", "  "]))
    told = "".join(f"{between if place in cuts else ''}{digit}" for place, digit in enumerate(digits))
    if begin == "(0":
        return f"(0{told[:4]}){told[4:]}"
    return begin + told


@many
@given(st.sampled_from(NUMBERS), dialled())
def test_a_number_is_known_however_it_is_written(recorded: str, typed: str) -> None:
    """HF-10: found, hidden and stopped; and no longer number is taken for it."""
    hide, terms = BY_NUMBER[recorded]
    assert is_found(typed, f"Ring {recorded} at night.")
    assert is_found(recorded, f"Ring {typed} at night.")
    assert hide(f"Ring {typed} at 9.") == f"Ring {WITHHELD} at 9."
    assert stops(f"Ring {typed} at 9.", terms)
    assert hide(f"Ring {typed}5 at 9.") == f"Ring {typed}5 at 9."


@many
@given(st.sampled_from(POSTCODES), st.data())
def test_a_postcode_is_known_however_it_is_spaced(recorded: str, data: st.DataObject) -> None:
    """HF-10"""
    signs = [data.draw(st.sampled_from([sign, sign.lower()])) for sign in "AB12CD"]
    cuts = data.draw(st.sets(st.integers(1, 5)))
    gap = data.draw(st.sampled_from([" ", "  ", "-", "–", "\u00a0"]))
    typed = "".join(f"{gap if place in cuts else ''}{sign}" for place, sign in enumerate(signs))
    hide, terms = BY_POSTCODE[recorded]
    assert is_found(recorded, f"Her postcode is {typed}.")
    assert hide(f"Her postcode is {typed}.") == f"Her postcode is {WITHHELD}."
    assert stops(f"Her postcode is {typed}.", terms)


ADDRESSES = {
    "12 Tern Row": (
        "Number 12 Tern", "number 12, tern", "12, Tern", "12 Tern Row", "12 TERN  ROW", "Tern Row", "12, Tern Row", "no.12 Tern",
        "12-Tern-Row",
    ),
    "9 Heron Wharf, Oldport": (
        "9, Heron Wharf", "Heron Wf", "9 Heron Wf", "9 heron", "HERON WHARF", "9, Heron", "9 Heron Wharf, Oldport", "Heron-Wharf",
    ),
    "Flat 3, 40b Saint Ørjan’s Road, Oldport AB1 2CD": (
        "40b Saint Orjans Road", "40 b Saint Ørjan's Rd", "Saint Orjan's rd", "40B, Saint Orjan", "ab12cd", "Saint Ørjan’s",
    ),
    "7 Mill Ln, Oldport": ("7 Mill Lane", "Mill Lane", "mill ln", "7, Mill", "7 mill lane"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("address", "typed"), [(address, typed) for address, ways in ADDRESSES.items() for typed in ways]
)
def test_a_part_of_an_address_is_known(address: str, typed: str) -> None:
    """HF-10: the house with a part of its street, and the street however its kind is written."""
    hide, terms = with_withheld(address=address)
    assert WITHHELD in hide(f"She is at {typed} now.")
    assert hide(f"She is at {typed} now.").startswith(("She is at ", "She is at number ", "She is at no."))
    assert hide(f"She is at {typed} now.").endswith(f"{WITHHELD} now.")
    assert stops(f"She is at {typed} now.", terms)


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("2 School Lane, Oldport", "He missed 2 school days; on 2 May she rang."),
        ("12 Tern Row", "At 12 turns were taken, in row 12."),
        ("12 The Green, Oldport", "Of the 12 the youngest ate green apples."),
        ("4 Children’s Walk", "She has 4 children and walks."),
        ("9 Heron Wharf, Oldport", "There is a heron at Oldport; 19 herons."),
    ],
)
def test_ordinary_words_are_no_part_of_an_address(address: str, typed: str) -> None:
    """No false alarm: what anybody may say stands as it was typed and stops nothing."""
    hide, terms = with_withheld(address=address)
    assert hide(typed) == typed
    assert stops(typed, terms) == set()


@pytest.mark.parametrize("name", ["Will", "An", "Hope", "Do"])
def test_a_name_that_is_a_word_is_no_name_in_small_letters(name: str) -> None:
    """No false alarm; with a capital it is the name."""
    conference = build(e.ChildEntered(child="other", name=f"{name} Sorrell"), on=ROOM)
    hide, terms = leaving_out(conference, "wren"), SecondOpinion(conference, PLAIN).terms(HERS)
    typed = f"They {name.lower()} go."
    assert hide(typed) == typed
    assert check(typed.encode(), ".txt", "paper.txt", terms) == ()
    assert hide(f"Then {name} came.") == f"Then {ANOTHER_CHILD} came."


def test_letters_of_two_names_are_not_taken_from_words_beside_each_other() -> None:
    """No false alarm: a name of one word is not found across a space, nor within a word."""
    conference = build(
        *(e.ChildEntered(child=name, name=f"{name} Sorrell") for name in ("Ina", "Theo")), on=ROOM
    )
    hide = leaving_out(conference, "wren")
    for typed in ("It is in a box.", "He is the Oval's keeper.", "Inane and Theology", "Sor rell"):
        assert hide(typed) == typed


@pytest.mark.parametrize("typed", ["O'Dell", "o’dell", "O-Dell", "O–DELL", "Odell"])
def test_a_sign_that_the_name_has_not_makes_no_difference(typed: str) -> None:
    """HF-10: whoever entered the name left the apostrophe out."""
    conference = build(e.ChildEntered(child="other", name="Keira Odell"), on=ROOM)
    assert leaving_out(conference, "wren")(f"To {typed}.") == f"To {ANOTHER_CHILD}."
    assert is_found(typed, "To Keira Odell.")
    assert reader_meant(conference, PLAIN, f"keira {typed}") == "other"


def test_what_is_typed_without_letters_finds_what_has_it() -> None:
    assert is_found("?", "Who was it?")
    assert not is_found("!", "Who was it?")
    assert is_found("who  WAS", "Who was it?")
    assert not is_found("whowas", "Who was it?")
    assert harmless("Zoe\u0308") == "Zoë"
