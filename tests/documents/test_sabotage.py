"""The second opinion against a reduction that is broken on purpose, in each of its branches, one at a time (N1, HF-10)."""

from collections.abc import Iterator
from functools import cache

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.compared import words
from conference_tui.conference.events.roles import Role
from conference_tui.conference.papers import FILE, Copy
from conference_tui.conference.reading import mask, rule
from conference_tui.conference.reading.read import read
from conference_tui.conference.recipients import copies
from conference_tui.conference.second_opinion import SecondOpinion
from conference_tui.conference.second_opinion.typed import OF_TIME
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import write
from conference_tui.documents.leak_check import check
from conference_tui.documents.pack import _texts, _wording
from tests import case_k1
from tests.conference.building import CALENDAR
from tests.conference.cases import BARNSLEY, siblings
from tests.documents.texts import texts_of

pytestmark = pytest.mark.long

CASES = {"three children": siblings, "kept apart": case_k1.conference}
ANYBODYS = frozenset(word for typed in (*_wording(), *_texts(BARNSLEY)) for word in words(typed))
"""What the program and the procedure say by themselves."""
A_SENTENCE = 3
"""So many words that stood nowhere in the copy are somebody's; a first and a last name are no sentence."""
NOTHING_TO_FIND = {
    Role.MOMENT, Role.CHOICE, Role.ID, Role.TOLD, Role.ENTRY, Role.NUMBER, Role.CHILD,
}  # fmt: skip
"""Roles without words that are a secret: a day, an answer, a name in the record, what everybody is told."""


@cache
def conference(case: str) -> Conference:
    return CASES[case]()


@cache
def opinion(case: str) -> SecondOpinion:
    return SecondOpinion(conference(case), BARNSLEY)


@cache
def handed_out(case: str) -> tuple[Copy, ...]:
    return tuple(copy for copy in copies(conference(case), BARNSLEY) if copy.reader != FILE)


@cache
def as_it_should_be(case: str, copy: Copy) -> str:
    return told(case, copy)


def told(case: str, copy: Copy) -> str:
    written = write(copy, read(conference(case), BARNSLEY, copy), BARNSLEY, CALENDAR)
    return "\n".join(texts_of(written))


def gained(case: str) -> Iterator[tuple[Copy, str, set[str]]]:
    """The copies that say more than they should, with all that they say and the lines with words that came.

    A date, a number on the scale or a name that stands there anyhow is no sentence that anybody typed.
    """
    for copy in handed_out(case):
        before = as_it_should_be(case, copy)
        try:
            after = told(case, copy)
        except KeyError:
            continue  # what is not there cannot be drawn: nothing is handed out
        known = {*words(before), *ANYBODYS}
        lines = {line for line in after.split("\n") if line not in before}
        came = {line for line in lines if len(secret(line) - known) >= A_SENTENCE}
        if came:
            yield copy, after, came


def secret(line: str) -> set[str]:
    return {word for word in words(line) if not word.isdigit() and word not in OF_TIME}


def unnoticed(case: str) -> list[tuple[str, str, set[str]]]:
    return [
        (copy.reader, copy.paper.value, came)
        for copy, text, came in gained(case)
        if not check(text.encode(), ".txt", "x.txt", opinion(case).terms(copy))
    ]


@pytest.fixture(autouse=True)
def _as_they_should_be() -> None:
    for case in CASES:
        for copy in handed_out(case):
            as_it_should_be(case, copy)


@pytest.mark.parametrize("kind", rule.RULES, ids=lambda kind: kind.__name__)
def test_a_rule_that_lets_everything_through_is_noticed(
    kind: type[e.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    """N1: whatever the rule for one kind of entry lets through by mistake stops every copy that it is in."""
    everything = {**rule.RULES, kind: lambda *_: rule.YES}
    monkeypatch.setattr(rule, "RULES", everything)
    assert {case: unnoticed(case) for case in CASES} == {case: [] for case in CASES}


@pytest.mark.parametrize("role", sorted(set(Role) - NOTHING_TO_FIND))
def test_a_field_that_is_not_masked_is_noticed(role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    """N1: whatever one branch of the mask leaves as it was typed."""
    monkeypatch.setattr(mask, "_BY_ROLE", {**mask._BY_ROLE, role: mask.Mask.as_it_is})
    assert {case: unnoticed(case) for case in CASES} == {case: [] for case in CASES}


@pytest.mark.parametrize("kind", mask._SPECIAL, ids=lambda kind: kind.__name__)
def test_an_entry_of_which_a_copy_holds_less_is_noticed(
    kind: type[e.Event], monkeypatch: pytest.MonkeyPatch
) -> None:
    """N1"""
    monkeypatch.setattr(
        mask, "_SPECIAL", {each: less for each, less in mask._SPECIAL.items() if each is not kind}
    )
    assert {case: unnoticed(case) for case in CASES} == {case: [] for case in CASES}


def test_some_of_it_reaches_copies_or_this_would_prove_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of every rule that lets everything through at once nearly every copy of the family says more."""
    monkeypatch.setattr(rule, "RULES", dict.fromkeys(rule.RULES, lambda *_: rule.YES))
    assert {copy.reader for copy, _, _ in gained("kept apart")} >= {case_k1.RHODRI, case_k1.LANTERN}
