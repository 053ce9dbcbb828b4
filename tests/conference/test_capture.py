"""The capture line: who, column, children and words in one go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference import events as e
from conference_tui.conference.capture import (
    MARKS,
    Captured,
    Kind,
    Names,
    NotUnderstood,
    choices,
    completion,
    read,
    understood,
    written,
)

CHILDREN = {"maya": "Maya Orrell-Pike", "teddy": "Teddy Voss", "jared": "Jared Orrell-Pike"}
NAMES = Names(
    speakers={
        "sloan": "Harriet Sloan",
        "nandra": "Priya Nandra",
        "bridie": "Bridie Orrell",
        "tamsin": "Tamsin Orrell",
        "callum": "Callum Voss",
        **CHILDREN,
    },
    children=CHILDREN,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("tamsin: I should have gone", Captured(speaker="tamsin", words="I should have gone")),
        (
            "nandra - teddy: wets himself",
            Captured(speaker="nandra", words="wets himself", column=e.Column.HARM, children=("teddy",)),
        ),
        (
            "bridie +: every Sunday",
            Captured(speaker="bridie", words="every Sunday", column=e.Column.STRENGTH),
        ),
        (
            "sloan ? jared: has he been hit?",
            Captured(speaker="sloan", words="has he been hit?", column=e.Column.GREY, children=("jared",)),
        ),
        ("sloan ++: nine nights", Captured(speaker="sloan", words="nine nights", column=e.Column.SAFETY)),
        ("sloan --: may die", Captured(speaker="sloan", words="may die", column=e.Column.DANGER)),
        ("sloan ~: nights", Captured(speaker="sloan", words="nights", column=e.Column.COMPLICATING)),
        (
            "sloan -! maya: two earlier times",
            Captured(
                speaker="sloan",
                words="two earlier times",
                column=e.Column.HARM,
                children=("maya",),
                new_today=True,
            ),
        ),
        ('callum ": I cannot come', Captured(speaker="callum", words="I cannot come", in_writing=True)),
        (
            'callum -" maya: frightened',
            Captured(
                speaker="callum",
                words="frightened",
                column=e.Column.HARM,
                children=("maya",),
                in_writing=True,
            ),
        ),
        (
            'callum -!"maya: cries',
            Captured(
                speaker="callum",
                words="cries",
                column=e.Column.HARM,
                children=("maya",),
                new_today=True,
                in_writing=True,
            ),
        ),
        (
            'callum >" maya: is well',
            Captured(speaker="callum", words="is well", children=("maya",), in_writing=True),
        ),
        ("sloan > maya: is well", Captured(speaker="sloan", words="is well", children=("maya",))),
        (
            "sloan - maya, teddy: both heard it",
            Captured(
                speaker="sloan", words="both heard it", column=e.Column.HARM, children=("maya", "teddy")
            ),
        ),
        (
            "sloan - maya maya: once",
            Captured(speaker="sloan", words="once", column=e.Column.HARM, children=("maya",)),
        ),
        ("sloan - all: all of them", Captured(speaker="sloan", words="all of them", column=e.Column.HARM)),
        (
            "nandra -teddy: joined up",
            Captured(speaker="nandra", words="joined up", column=e.Column.HARM, children=("teddy",)),
        ),
        (
            "HARRIET SLOAN - Teddy Voss: whole names",
            Captured(speaker="sloan", words="whole names", column=e.Column.HARM, children=("teddy",)),
        ),
        (
            "sloan - maya orrell-pike: a surname that two children have",
            Captured(
                speaker="sloan",
                words="a surname that two children have",
                column=e.Column.HARM,
                children=("maya",),
            ),
        ),
        (
            "nandra -!teddy: joined up and new",
            Captured(
                speaker="nandra",
                words="joined up and new",
                column=e.Column.HARM,
                children=("teddy",),
                new_today=True,
            ),
        ),
        ("maya: I want Gran", Captured(speaker="maya", words="I want Gran")),
        ("cal: at 14:25 he left", Captured(speaker="callum", words="at 14:25 he left")),
        ("h sl: initials will do", Captured(speaker="sloan", words="initials will do")),
    ],
)
def test_a_line_that_is_understood(line: str, expected: Captured) -> None:
    """BA-2, BA-13: speaker, column, children and words, in the order in which one thinks them."""
    assert read(line, NAMES) == expected


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("", "Who is speaking? Write the name, a colon, and the words."),
        ("he left", "Who is speaking? Write the name, a colon, and the words."),
        ("sloan:   ", "What was said? Nothing stands after the colon."),
        (": goes on", "Who is speaking? There is no speaker before this one."),
        ("- teddy: x", "Who is speaking? Write the name before the mark."),
        ("smith: x", "Nobody here is called “smith”."),
        ("sloan - oliver: x", "No child here is called “oliver”."),
        ("orrell: x", "“orrell” may be Bridie Orrell, Tamsin Orrell, Maya Orrell-Pike or Jared Orrell-Pike."),
        ("sloan - pike: x", "“pike” may be Maya Orrell-Pike or Jared Orrell-Pike. Write more of the name."),
    ],
)
def test_a_line_that_is_not(line: str, sentence: str) -> None:
    """The sentence says what is wanting; nothing is guessed."""
    with pytest.raises(NotUnderstood) as told:
        read(line, NAMES)
    assert str(told.value).startswith(sentence)


def test_a_whole_name_wins_over_a_longer_one_that_begins_so() -> None:
    """Two people of whom one's name is a part of the other's."""
    names = Names(speakers={"a": "Ann Lee", "b": "Ann Leeds"}, children={})
    assert read("ann lee: x", names).speaker == "a"


def test_a_line_that_goes_on_with_the_last_speaker() -> None:
    """The colon alone: same speaker, column and children, and not new again."""
    before = read("sloan -! maya: two earlier times", NAMES)
    after = read(": and once in spring", NAMES, before)
    assert (after.speaker, after.column, after.children) == ("sloan", e.Column.HARM, ("maya",))
    assert after.words == "and once in spring"
    assert not after.new_today


def test_what_is_kept_is_clean() -> None:
    """A paste with control characters and direction marks is kept without them."""
    assert read("sloan:\x1b[31m red\u202e dezidrevo\x00", NAMES).words == "[31m red dezidrevo"


def test_a_paste_of_ten_thousand_characters() -> None:
    assert len(read("sloan: " + "word " * 2000, NAMES).words) == 9_999


@pytest.mark.parametrize(
    ("line", "ending"),
    [
        ("nan", "dra"),
        ("Priya Na", "ndra"),
        ("priy", "a Nandra"),
        ("sloan - ted", "dy Voss"),
        ("sloan - maya, ted", "dy Voss"),
        ("orr", ""),
        ("zz", ""),
        ("", ""),
        ("nandra ", ""),
        ("Priya ", ""),
        ("sloan -", ""),
        ("sloan: says that Nan", "dra"),
        ("sloan: says that nan", ""),
        ("sloan: Na", ""),
        ("sloan: ", ""),
    ],
)
def test_completion_of_names(line: str, ending: str) -> None:
    """Only what is certain is offered; in the words a surname comes out as it is in the record."""
    assert completion(line, NAMES) == ending


def test_nothing_is_completed_before_it_is_begun() -> None:
    """An only child is not put there unasked."""
    one = Names(speakers=NAMES.speakers, children={"teddy": "Teddy Voss"})
    assert completion("sloan -", one) == ""
    assert completion("sloan - t", one) == "eddy Voss"


@given(st.text(max_size=60))
def test_no_line_breaks_it(line: str) -> None:
    """Whatever is typed, it is understood or said not to be; completing it never changes what stands there."""
    assert isinstance(completion(line, NAMES), str)
    try:
        captured = read(line, NAMES)
    except NotUnderstood as told:
        assert str(told)
    else:
        assert captured.words == captured.words.strip() != ""
        assert captured.speaker in NAMES.speakers


@given(
    st.sampled_from(sorted(NAMES.speakers)),
    st.sampled_from([None, *MARKS]),
    st.lists(st.sampled_from(sorted(CHILDREN)), max_size=3, unique=True),
    st.booleans(),
    st.booleans(),
)
def test_every_line_that_is_written_in_full_is_read_back(
    speaker: str, mark: str | None, children: list[str], new: bool, sent: bool
) -> None:
    """BA-2, BA-14, HF-5: every speaker, column and set of children can be said in one line, spoken or sent in."""
    sign = (mark or ">") + ("!" if new and mark else "") + ('"' if sent else "")
    line = f"{NAMES.speakers[speaker]} {sign} {', '.join(children)}: words"
    assert read(line, NAMES) == Captured(
        speaker=speaker,
        words="words",
        column=MARKS[mark] if mark else None,
        children=tuple(children),
        new_today=new and mark is not None,
        in_writing=sent,
    )


def test_both_is_all_of_two_children_and_nobody_among_three() -> None:
    """With two children people say "both"; with three it would be a guess which."""
    two = Names(speakers=NAMES.speakers, children={child: CHILDREN[child] for child in ("maya", "teddy")})
    assert read("sloan - both: hungry", two) == read("sloan - all: hungry", two)
    with pytest.raises(NotUnderstood):
        read("sloan - both: hungry", NAMES)


@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("tamsin: I am tired", ""),
        ("tamsin =: I see somebody about it", "tamsin"),
        ("tamsin - teddy =: I see somebody about it", "tamsin"),
        ("nandra - teddy = tamsin: she sees somebody about it", "tamsin"),
        ("nandra = tams: 2 + 2 = 4", "tamsin"),
        ("tamsin=: x", "tamsin"),
        ("nandra =tams: x", "tamsin"),
        ("nandra= tams: x", "tamsin"),
        ("tamsin: 2 = 2", ""),
    ],
)
def test_a_line_says_whose_own_matter_it_is(line: str, whose: str) -> None:
    """Behind everything else, before the colon; alone it is that of who speaks."""
    captured = read(line, NAMES)
    assert captured.own_matter_of == whose
    assert read(": and more", NAMES, captured).own_matter_of == whose


def test_what_is_given_back_says_whose_own_matter_it_is() -> None:
    made = e.ContributionMade(
        contribution="c", stage="mapping", speaker="tamsin", words="x", children=("teddy",)
    )
    assert read(written(made, NAMES, "tamsin"), NAMES).own_matter_of == "tamsin"


def test_a_child_has_no_own_matter() -> None:
    with pytest.raises(NotUnderstood, match="No adult here is called"):
        read("tamsin = teddy: x", NAMES)


# --- As people type it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "as_good_as"),
    [
        ("tamsin+: x", "tamsin +: x"),
        ("tamsin++ maya: x", "tamsin ++ maya: x"),
        ("tamsin-! maya: x", "tamsin -! maya: x"),
        ('tamsin": x', 'tamsin ": x'),
        ("sloan?: x", "sloan ?: x"),
        ("priya nandra-: x", "nandra -: x"),
        ("nandra - teddy and jared: x", "nandra - teddy, jared: x"),
        ("nandra - teddy & jared: x", "nandra - teddy, jared: x"),
        ("nandra - teddy&jared: x", "nandra - teddy, jared: x"),
        ("nandra - maya, teddy and jared: x", "nandra - maya, teddy, jared: x"),
        ("nandra – teddy: x", "nandra - teddy: x"),
        ("nandra − teddy: x", "nandra - teddy: x"),
        ("nandra –teddy: x", "nandra - teddy: x"),
        ("nandra –– teddy: x", "nandra -- teddy: x"),
        ("callum “: x", 'callum ": x'),
        ("maya orrell–pike: x", "maya orrell-pike: x"),
        ("Bridie Orrell: bridie: x", "bridie: x"),
        ("Bridie Orrell: bridie + teddy: x", "bridie + teddy: x"),
        ("Bridie Orrell: + teddy: x", "bridie + teddy: x"),
        ("Bridie Orrell: -! teddy, maya: x: y", "bridie -! teddy, maya: x: y"),
    ],
)
def test_what_people_type_is_as_good(line: str, as_good_as: str) -> None:
    assert read(line, NAMES) == read(as_good_as, NAMES)


def test_a_mark_among_the_words_is_a_word() -> None:
    """What is no mark with children, or not of whoever speaks, is what was said."""
    for words in ("- he said: no", "+ oliver: x", "- and: x", "-5 degrees: cold", "tamsin + teddy: x"):
        assert read(f"bridie: {words}", NAMES) == Captured(speaker="bridie", words=words)


def test_an_apostrophe_of_either_make_and_none_find_a_name() -> None:
    names = Names(speakers={"rory": "Rory O’Hara", "sean": "Sean D'Arcy"}, children={})
    for typed, who in (("o'hara", "rory"), ("o’hara", "rory"), ("d’arcy", "sean"), ("darcy", "sean")):
        assert read(f"{typed}: x", names).speaker == who


AGENCIES = {
    "who": "Who? Youth Project",
    "team": "NSPCC: North (name not known)",
    "south": "NSPCC: South (name not known)",
    "mbc": "Barnsley MBC - Children's services",
    "plus": "Families + Friends",
    "link": "[@click=app.quit]me",
}
ODD = Names(speakers={**NAMES.speakers, **AGENCIES}, children=CHILDREN)


@pytest.mark.parametrize("someone", sorted(AGENCIES))
def test_a_name_with_the_sign_of_a_mark_or_a_colon_in_it_is_a_name(someone: str) -> None:
    assert read(f"{AGENCIES[someone]}: x", ODD) == Captured(speaker=someone, words="x")
    marked = read(f"{AGENCIES[someone]} - teddy: x: y", ODD)
    assert marked == Captured(speaker=someone, words="x: y", column=e.Column.HARM, children=("teddy",))


@pytest.mark.parametrize("someone", sorted(ODD.speakers))
def test_what_could_not_be_saved_comes_back_as_it_was_said_whoever_said_it(someone: str) -> None:
    made = e.ContributionMade(
        contribution="c",
        stage="mapping",
        speaker=someone,
        words="at 14:25",
        column=e.Column.GREY,
        children=("maya",),
    )
    assert read(written(made, ODD), ODD) == Captured(
        speaker=someone, words="at 14:25", column=e.Column.GREY, children=("maya",)
    )


def test_a_mark_between_a_name_and_something_unknown_is_never_a_part_of_the_name() -> None:
    """“maya - orrell” are not two parts of Maya Orrell-Pike: whom it is about is asked."""
    for line in ("maya - orrell: x", "maya - orrell-: x"):
        with pytest.raises(NotUnderstood, match=r"may be|No child here"):
            read(line, NAMES)


# --- What the frame says ----------------------------------------------------------------------------------------


def framed(line: str, names: Names = NAMES, before: Captured | None = None) -> str:
    """The frame of a line; what is wanting in brackets."""
    pieces = understood(line, names, before).pieces
    return " · ".join(f"[{each.words}]" if each.kind is Kind.WANTING else each.words for each in pieces)


@pytest.mark.parametrize(
    ("line", "frame"),
    [
        ("", ""),
        ("nan", "Priya Nandra · [then : and the words]"),
        ("nandra -", "Priya Nandra · harm · [whom? else all] · [then : and the words]"),
        ("nandra - te", "Priya Nandra · harm · Teddy · [then : and the words]"),
        ("nandra - teddy: wets", "Priya Nandra · harm · Teddy"),
        ("nandra - teddy & maya: wets", "Priya Nandra · harm · Teddy, Maya"),
        ("nandra -: wets", "Priya Nandra · harm · all children"),
        ("nandra: wets", "Priya Nandra · [no mark: no column yet]"),
        ("nandra > teddy: wets", "Priya Nandra · Teddy · [no column yet]"),
        ("nandra ++! maya: x", "Priya Nandra · safety · Maya · new to the family"),
        ('callum ?" maya: x', "Callum Voss · grey area · Maya · in writing"),
        ("tamsin + =: x", "Tamsin Orrell · strength · all children · own matter of Tamsin Orrell"),
        ("smith - teddy: x", "[Nobody here is called “smith”] · harm · Teddy"),
        ("nandra - oliver: x", "Priya Nandra · harm · [No child here is called “oliver”]"),
        (
            "orrell",
            "[“orrell” may be Bridie Orrell, Tamsin Orrell, Maya Orrell-Pike or Jared Orrell-Pike]",
        ),
        ("he was out", "[Nobody here is called “he was out”]"),
        (
            "bridie: tamsin: x",
            "Bridie Orrell · [no mark: no column yet] · [the words begin with Tamsin Orrell]",
        ),
        (": and more", "[There is no speaker before this one: write the name]"),
    ],
)
def test_the_frame_says_what_is_understood_and_what_is_wanting(line: str, frame: str) -> None:
    """BA-2: before Enter, so that nobody gets another's words."""
    assert framed(line) == frame


def test_the_frame_says_whose_words_go_on() -> None:
    before = read("sloan -! maya: two earlier times", NAMES)
    assert framed(": and", NAMES, before) == "Harriet Sloan · harm · Maya · goes on"


def test_of_an_only_child_the_frame_says_the_name() -> None:
    one = Names(speakers=NAMES.speakers, children={"teddy": "Teddy Voss"})
    assert framed("nandra -: x", one) == "Priya Nandra · harm · Teddy"


def test_who_is_not_in_the_room_is_told_unless_it_came_in_writing() -> None:
    away = Names(speakers=NAMES.speakers, children=CHILDREN, away={"callum": "left at 14:20"})
    assert framed("callum +: x", away) == "Callum Voss · [left at 14:20] · strength · all children"
    assert framed('callum +": x', away) == "Callum Voss · strength · all children · in writing"
    assert framed("sloan +: x", away) == "Harriet Sloan · strength · all children"


@pytest.mark.parametrize(
    ("line", "several"),
    [
        ("orr", ("Bridie Orrell", "Tamsin Orrell", "Maya Orrell-Pike", "Jared Orrell-Pike")),
        ("sloan - pi", ("Maya Orrell-Pike", "Jared Orrell-Pike")),
        ("sloan: says that Orr", ("Bridie Orrell", "Tamsin Orrell", "Maya Orrell-Pike", "Jared Orrell-Pike")),
        ("nan", ()),
        ("zz", ()),
        ("", ()),
        ("he was out", ()),
        ("sloan: he was", ()),
    ],
)
def test_whom_a_name_may_mean(line: str, several: tuple[str, ...]) -> None:
    assert choices(line, NAMES) == several


@given(st.text(max_size=60))
def test_the_frame_and_the_record_agree(line: str) -> None:
    """What cannot be recorded has a sentence and what can has none; an empty frame is that of an empty line."""
    found = understood(line, NAMES)
    assert (found.captured is None) == bool(found.wanting)
    assert isinstance(choices(line, NAMES), tuple)
