"""Wording that would remove a child."""

from pathlib import Path

import pytest

from conference_tui.authorities import load
from conference_tui.conference.removal import removal_wording

REMOVAL = load("plain", Path("no such folder")).removal
CHILDREN = ("Maya Orrell-Pike", "Teddy Voss", "Lola-May Brindle")


@pytest.mark.parametrize(
    ("typed", "caught"),
    [
        ("Harriet to remove Maya from home by Friday", "remove Maya"),
        ("REMOVE the three children", "REMOVE the three children"),
        ("Removal of Lola-May is needed", "Removal of Lola-May"),
        ("Teddy will be removed tonight", "Teddy will be removed"),
        ("All to be taken into care", "into care"),
        ("Seek an interim Care Order", "Care Order"),
        ("Accommodated under s.20", "s.20"),
        ("Place him with foster carers", "Place him with foster"),
        ("Issue care proceedings", "care proceedings"),
        ("The baby: police protection", "police protection"),
    ],
)
def test_wording_that_removes_a_child_is_caught(typed: str, caught: str) -> None:
    """BA-21, HV-13: the words are found as they were typed, whatever their capitals."""
    assert removal_wording(typed, REMOVAL, CHILDREN) == caught


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Remove the phone cables from Maya's room",
        "Callum to leave the room and ring Bridie when he feels angry",
        "Ask the landlord about temporary accommodation for the family",
        "If Callum returns, Tamsin and the children go to Bridie's; legal advice considered",
        "Ring Maya. Remove the lock from the door",
        "Tell Maya! Locks removed",
        "Place the new cot beside the foster brother's",
        "Take good care of Teddy; order the medicine",
        "The social worker to talk with their manager about the threshold for further action.",
    ],
)
def test_ordinary_actions_are_left_alone(typed: str) -> None:
    """BA-21: an action that removes nobody is not stopped, nor is the permitted recommendation."""
    assert removal_wording(typed, REMOVAL, CHILDREN) == ""


def test_the_permitted_recommendation_is_offered() -> None:
    """BA-21: the procedure gives the recommendation that a conference may make, and says why."""
    assert (
        REMOVAL.recommendation
        == "The social worker to talk with their manager about the threshold for further action."
    )
    assert "cannot decide to remove a child" in REMOVAL.explanation
