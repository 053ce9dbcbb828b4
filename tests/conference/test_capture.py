"""The capture line: who, column, children and words in one go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference import events as e
from conference_tui.conference.capture import MARKS, Captured, Names, NotUnderstood, completion, read, written

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
