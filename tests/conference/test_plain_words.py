"""Jargon and short forms: told where it is sure, and nowhere else."""

import pytest

from conference_tui.conference.plain_words import acronyms, jargon, labels, names_of
from tests.conference.building import PLAIN, ROOM

WORDS = PLAIN.guidance
NAMES = ("Joanne Tiplady", "DC Amadi", "DC", "Early Intervention Service", "Positive Steps")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Harriet liaises with the school.", {"liaises": "talk with"}),
        ("Maya disclosed it to her tutor.", {"disclosed": "said, or told somebody"}),
        (
            "Wishes  and\nfeelings are heard.",
            {"Wishes  and\nfeelings": "what the child wants, and how the child feels"},
        ),
        (
            "Signposting; a robust plan",
            {"Signposting": "tell where the help is", "robust": "say exactly what is done"},
        ),
    ],
)
def test_words_of_the_profession_with_plain_ones(typed: str, told: dict[str, str]) -> None:
    """BA-20: a plan that the family can read; what is told are the words as they stand there."""
    assert {each.words: each.means for each in jargon(typed, WORDS, NAMES)} == told


@pytest.mark.parametrize(
    "typed",
    [
        "Tamsin rings the Early Intervention Service.",
        "Callum goes to the Therapeutic Gardens on Mondays.",
        "Maya says: “They disclosed everything.”",
        "She is a roboticist, and he an undertow.",
        "Harriet talks with the school and tells Tamsin.",
        "",
    ],
)
def test_names_and_what_somebody_is_quoted_with_are_left_alone(typed: str) -> None:
    """BA-20: a false alarm costs the chair more than a word that slips by."""
    assert jargon(typed, WORDS, NAMES) == ()


def test_a_label_is_told_with_what_to_say_instead() -> None:
    """HV-9: what happened, not what it is called."""
    (label,) = labels("Worried about domestic violence in the home.", WORDS)
    assert label.words == "domestic violence"
    assert "say who did what" in label.means


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Ring EDT at night.", ["EDT"]),
        ("Two CPNs visit, and the IDVA.", ["CPNs", "IDVA"]),
        ("Ask XKCD.", ["XKCD"]),
        ("Ring EDT. EDT knows.", ["EDT"]),
    ],
)
def test_short_forms_that_nobody_spelled_out(typed: str, told: list[str]) -> None:
    """BA-20: the first time, and once."""
    assert [each.words for each in acronyms(typed, WORDS, NAMES)] == told


@pytest.mark.parametrize(
    "typed",
    [
        "Ring the emergency duty team (EDT) at night; EDT knows.",
        "Ring EDT (the team at night).",
        "DC Amadi and PC Bale come with the GP, by NHS taxi.",
        "Callum must NOT come back, and NEVER alone.",
        "RING HARRIET AT ONCE AND THEN EDT",
        "By 5 pm on 11 November, flat 3B, SW1A, King Henry VIII Street.",
        "Maya's form 7B; CPCS1A.",
        "A plan for Maya.",
    ],
)
def test_what_is_spelled_out_or_known_to_everybody_is_not_told(typed: str) -> None:
    """BA-20: names, codes, words that are stressed, and what is explained are no short forms."""
    assert acronyms(typed, WORDS, NAMES) == ()


def test_what_is_spelled_out_once_is_known_from_then_on() -> None:
    """BA-20: the first use is spelled out, and the rest of the plan may have it short."""
    assert acronyms("EDT is rung.", WORDS, before="Ring the emergency duty team (EDT).") == ()
    assert acronyms("EDT is rung.", WORDS, before="Ring somebody.") != ()


def test_the_people_agencies_and_schools_of_the_conference_are_names() -> None:
    """BA-20: what is called so here is no jargon."""
    assert {"Wexcombe High", "Tamsin Orrell", "Maya Orrell-Pike"} <= set(names_of(ROOM, PLAIN))
