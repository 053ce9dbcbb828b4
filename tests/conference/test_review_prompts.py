"""What a review asks before it decides."""

import pytest

from conference_tui.conference.review_prompts import ALWAYS, asked
from tests.conference.building import BARNSLEY


def keys(
    number: int, *, ends: bool | None, progressed: bool | None = True, is_quorate: bool = True
) -> list[str]:
    found = asked(BARNSLEY.review, number=number, ends=ends, progressed=progressed, is_quorate=is_quorate)
    return [each.key for each in found]


@pytest.mark.parametrize("ends", [None, True, False])
def test_every_review_asks_for_all_four(ends: bool | None) -> None:
    """BA-24: progress, barriers, new worries, additional services, whatever is decided."""
    assert keys(1, ends=ends)[:4] == ["progress", "barriers", "new_worries", "services"] == list(ALWAYS)
    assert keys(1, ends=None) == list(ALWAYS)


def test_ending_at_the_first_review_asks_for_the_reason() -> None:
    """BA-24: at the first, not at the second; and going on needs none."""
    assert "ending_first" in keys(1, ends=True)
    assert "ending_first" not in keys(2, ends=True)
    assert "ending_first" not in keys(1, ends=False)
    reasons = [
        each.key
        for each in asked(BARNSLEY.review, number=1, ends=True, progressed=True, is_quorate=False)
        if each.needs_reason
    ]
    assert reasons == ["ending_first", "ending_inquorate"]


@pytest.mark.parametrize(
    ("number", "progressed", "expected"),
    [(1, False, False), (2, False, True), (3, False, True), (2, True, False), (2, None, False)],
)
def test_legal_advice_is_asked_about_from_the_second_review_without_progress(
    number: int, progressed: bool | None, expected: bool
) -> None:
    """BA-25: said where nothing has got better, and not where nobody has said so."""
    for ends in (None, True, False):
        found = keys(number, ends=ends, progressed=progressed)
        assert ("no_progress" in found) is expected
        assert ("family_meeting" in found) is expected


def test_ending_without_a_quorum_asks_for_the_reason() -> None:
    """BA-4: a plan is not usually ended by a review that is not quorate."""
    assert "ending_inquorate" in keys(3, ends=True, is_quorate=False)
    assert "ending_inquorate" not in keys(3, ends=False, is_quorate=False)


def test_a_plan_that_ends_offers_support_and_one_that_goes_on_is_changed() -> None:
    """BA-26, HV-15: stepping down, or changing the plan."""
    assert keys(2, ends=True)[-1] == "step_down"
    assert keys(2, ends=False)[-1] == "continuing"
    (offered,) = [
        each
        for each in asked(BARNSLEY.review, number=2, ends=True, progressed=True, is_quorate=True)
        if each.key == "step_down"
    ]
    assert "child in need plan" in offered.says
    assert not offered.needs_reason
