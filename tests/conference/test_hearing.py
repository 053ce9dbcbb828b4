"""Who has been heard: counted from what is recorded."""

import pytest

from conference_tui.conference import events as e
from conference_tui.conference.expectations import without_a_part
from conference_tui.conference.hearing import Mark, board, own_words, still_empty
from conference_tui.conference.state import Conference
from tests.conference.building import (
    CHARITY,
    CP,
    HEALTH,
    INVITED,
    PHY,
    PLAIN,
    ROOM,
    SCHOOL,
    SOCIAL_CARE,
    build,
    view,
)


def said(by: str, stage: str, column: e.Column | None = None, *children: str) -> e.ContributionMade:
    return e.ContributionMade(
        contribution=f"{by}{stage}{column}",
        stage=stage,
        speaker=by,
        words="So.",
        column=column,
        children=children,
    )


def mark(conference: Conference, who: str, stage: str) -> Mark:
    found = board(conference, PLAIN)
    place = [str(each.stage.id) for each in found.items].index(stage)
    return next(voice.marks[place] for voice in found.voices if voice.who == who)


AT_THE_MAP = build(
    e.StageOpened(stage="mapping"),
    said("sloan", "mapping", e.Column.HARM, "maya"),
    said("quill", "mapping", e.Column.STRENGTH),
    e.FamilyAsked(stage="mapping", person="tamsin"),
    on=ROOM,
)


def test_who_spoke_who_was_asked_who_was_silent_and_who_is_not_here() -> None:
    """HV-7, HV-8: one mark for each item; two people of one agency are one voice."""
    assert mark(AT_THE_MAP, SOCIAL_CARE, "mapping") is Mark.HEARD
    assert mark(AT_THE_MAP, "Tamsin Orrell", "mapping") is Mark.HEARD
    assert mark(AT_THE_MAP, SCHOOL, "mapping") is Mark.SILENT
    assert mark(AT_THE_MAP, "Maya Orrell-Pike", "mapping") is Mark.NOT_MEANT
    assert mark(build(e.StageFinished(stage="child"), on=ROOM), "Maya Orrell-Pike", "child") is Mark.AWAY
    assert mark(AT_THE_MAP, SCHOOL, "threshold") is Mark.AHEAD
    assert mark(AT_THE_MAP, SCHOOL, "close") is Mark.NOT_MEANT
    assert mark(AT_THE_MAP, "Tamsin Orrell", "close") is Mark.AHEAD
    later = build(e.StageFinished(stage="mapping"), e.StageOpened(stage="plan"), on=AT_THE_MAP)
    assert mark(later, SCHOOL, "mapping") is Mark.SILENT
    assert [voice.who for voice in board(AT_THE_MAP, PLAIN).voices].count(SOCIAL_CARE) == 1


@pytest.mark.parametrize(
    ("event", "who", "stage"),
    [
        (e.PersonIntroduced(person="hale"), CHARITY, "introductions"),
        (e.ScoreGiven(person="tiplady", question="maya", score=3, rationale="So."), HEALTH, "scaling"),
        (
            e.ViewGiven(child="maya", agency=HEALTH, by="tiplady", outcome=CP, category=PHY),
            HEALTH,
            "threshold",
        ),
        (e.ChildViewsGiven(child="maya", words="Stop.", by="farrant"), "Maya Orrell-Pike", "child"),
        (e.ChildViewsGiven(child="maya", words="Stop.", by="farrant"), SCHOOL, "child"),
    ],
)
def test_a_score_a_view_and_a_childs_words_are_heard_too(event: e.Event, who: str, stage: str) -> None:
    """HV-7, HF-6: what is recorded in another way than as a contribution."""
    assert mark(build(event, on=ROOM), who, stage) is Mark.HEARD


def test_what_each_agency_said_of_each_child_that_it_knows() -> None:
    """HV-7: so that one voice does not count for more because it is louder."""
    maya, teddy = board(AT_THE_MAP, PLAIN).children
    care = next(each for each in maya.agencies if each.agency == SOCIAL_CARE)
    assert (care.worries, care.well, care.grey, care.view) == (1, 1, 0, "no view yet")
    care = next(each for each in teddy.agencies if each.agency == SOCIAL_CARE)
    assert (care.worries, care.well) == (0, 1)
    assert SCHOOL in [each.agency for each in maya.agencies]
    assert SCHOOL not in [each.agency for each in teddy.agencies]
    none = build(view("maya", SOCIAL_CARE, None, reason="Too early."), on=AT_THE_MAP)
    assert board(none, PLAIN).children[0].agencies[0].view == "gives no view"


def test_only_the_items_of_such_a_conference_are_on_the_board() -> None:
    """HV-7, KC-6: an item of a review alone is in no initial conference, and the closed slot in none."""
    ids = {each.stage.id for each in board(AT_THE_MAP, PLAIN).items}
    assert "progress" not in ids
    assert not ids & {"set_up", "before", "closed"}


def test_a_childs_own_words_and_why_there_are_none() -> None:
    """HF-6: who brought them, or the reason, or that nobody has said."""
    assert own_words(ROOM, "maya") == "no own words yet"
    missing = build(e.ChildViewsMissing(child="maya", reason="She sleeps."), on=ROOM)
    assert own_words(missing, "maya") == "no own words: She sleeps."
    given = build(e.ChildViewsGiven(child="maya", words="Stop.", by="sloan"), on=ROOM)
    assert own_words(given, "maya") == "own words: Sloan"


def test_columns_and_domains_that_are_empty_for_a_child() -> None:
    """HF-12, BA-13: what concerns all of them concerns each."""
    needs = e.ContributionMade(
        contribution="n",
        stage="mapping",
        speaker="sloan",
        words="So.",
        column=e.Column.GREY,
        domain="needs",
        children=("teddy",),
    )
    found = build(needs, on=AT_THE_MAP)
    both = ("the parents' capacity", "the wider family and environment")
    assert still_empty(found, "maya") == ("grey areas", "the child's needs", *both)
    assert still_empty(found, "teddy") == ("worries", *both)
    assert still_empty(INVITED, "teddy")[:3] == ("working well", "worries", "grey areas")


def test_of_whom_nothing_is_asked_yet() -> None:
    """HV-11: parents, and adults of the core group; an action, support, a recommendation or the lead is a part."""
    action = e.ActionAgreed(action="a1", children=("maya",), what="Ring.", who=("sloan",), when="now")
    assert without_a_part(ROOM) == ()
    begun = build(action, on=ROOM)
    assert without_a_part(begun) == ("tamsin",)
    chosen = build(
        *(e.CoreGroupMemberChosen(person=who, children=("maya",)) for who in ("tiplady", "sloan", "maya")),
        on=begun,
    )
    assert without_a_part(chosen) == ("tiplady", "tamsin")
    busy = build(
        e.NetworkSupportOffered(support="s", person="tamsin", children=("maya",), words="Cooks."),
        e.RecommendationMade(recommendation="r", words="Weigh her.", owner="tiplady"),
        on=chosen,
    )
    assert without_a_part(busy) == ()
