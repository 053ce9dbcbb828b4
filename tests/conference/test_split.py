"""A conference in two sittings, because some of the family do not meet; observers, supporters, what is in writing."""

from datetime import date, time

from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.agenda import heard
from conference_tui.conference.attendance import quorum
from conference_tui.conference.people import Standing
from conference_tui.conference.reminders import at_stage, reminders
from conference_tui.conference.reports import report_standings
from conference_tui.conference.rules import refusal
from conference_tui.conference.scaling import asked, not_asked
from conference_tui.conference.split import (
    change_to,
    heard_in_words,
    next_sitting,
    of_another_sitting,
    out_of_place,
    reach,
    words_for_the_room,
)
from conference_tui.conference.state import Conference
from conference_tui.overview.whole import overview
from conference_tui.overview_text.whole import as_text
from tests.conference.building import (
    CALENDAR,
    CP,
    INVITED,
    PHY,
    PLAIN,
    ROOM,
    SOCIAL_CARE,
    arrive,
    build,
    of_one,
    plan_of,
    view,
)

DEAN = e.PersonEntered(person="dean", name="Dean Pike", standing=Standing.PARENT, parent_of=("maya",))
WITH_TAMSIN = e.SplitSittingPlanned(sitting="s1", title="With Tamsin", people=("tamsin", "maya"))
WITH_DEAN = e.SplitSittingPlanned(sitting="s2", title="With Dean", people=("dean", "maya"))
PLANNED = build(DEAN, WITH_TAMSIN, WITH_DEAN, on=ROOM)
BEGUN = build(e.SplitSittingBegan(sitting="s1", at=time(13, 30)), on=PLANNED)
DECIDES = e.DecisionMade(child="maya", outcome=CP, category=PHY)
SAYS = e.ContributionMade(contribution="c1", stage="mapping", speaker="tamsin", words="I was afraid.")


def why(event: e.Event, conference: Conference = ROOM) -> str:
    return refusal(conference, event, PLAIN)


def words(conference: Conference) -> dict[str, str]:
    return {each.key: each.words for each in reminders(conference, PLAIN, CALENDAR) if each.is_open}


def text_of(conference: Conference) -> str:
    return " ".join(as_text(overview(conference, PLAIN, CALENDAR)).split())


# --- Two sittings -------------------------------------------------------------------------------------------


def test_who_sits_in_the_other_sitting_leaves_with_their_company_and_the_others_come() -> None:
    """HV-3, BA-6: a supporter goes with whom they support; who is in no sitting stays; who is in both does, too."""
    assert next_sitting(PLANNED) == WITH_TAMSIN
    assert change_to(PLANNED, "s1").leave == ()
    assert change_to(PLANNED, "s1").come == ("maya",)
    assert next_sitting(BEGUN) == WITH_DEAN
    there = build(*arrive("maya"), on=BEGUN)
    assert change_to(there, "s2").leave == ("tamsin", "joss")
    assert change_to(there, "s2").come == ("dean",)


def test_who_had_not_come_when_the_sittings_were_planned_has_not_heard_what_was_said_before() -> None:
    """HV-3: a father who is kept apart and comes later does not see on the wall what the mother said until then."""
    asked = e.FamilyAsked(stage="reason", person="tamsin", words="He followed me.")
    slap = e.HarmDetailed(child="maya", harm=e.Category.PHYSICAL, incident="worst", behaviour="A slap.")
    spoke = build(*arrive("tamsin", "sloan"), SAYS, asked, slap, on=build(DEAN, on=ROOM))
    planned = build(WITH_TAMSIN, WITH_DEAN, e.SplitSittingBegan(sitting="s1", at=time(13, 40)), on=spoke)
    assert words_for_the_room(planned, SAYS) == "I was afraid."
    assert heard_in_words(planned, "c1") == "Not heard by Maya Orrell-Pike or Dean Pike."
    his = build(
        e.PersonLeft(person="tamsin", at=time(14)), e.SplitSittingBegan(sitting="s2", at=time(14)), on=planned
    )
    assert words_for_the_room(his, SAYS) == "said in another sitting"
    assert of_another_sitting(his, asked)
    assert of_another_sitting(his, slap)
    was_here = build(*arrive("dean"), on=spoke)
    both = build(WITH_TAMSIN, WITH_DEAN, e.SplitSittingBegan(sitting="s2", at=time(14)), on=was_here)
    assert words_for_the_room(both, SAYS) == "said in another sitting", "he came after it"


def test_what_somebody_sent_in_before_they_came_stays_theirs_when_a_sitting_is_planned_or_corrected() -> None:
    """HV-3: what a father wrote is not on the wall while the mother sits, and is while he does."""
    sent = replace(SAYS, contribution="c9", speaker="dean", words="I moved out.", in_writing=True)
    asked = e.FamilyAsked(stage="reason", person="dean", words="I did not.", by="farrant")
    first_sent = build(DEAN, sent, asked, WITH_TAMSIN, WITH_DEAN, on=INVITED)
    first_planned = build(sent, replace(WITH_DEAN, title="Dean's"), on=PLANNED)
    for planned in (first_sent, first_planned):
        hers = build(e.SplitSittingBegan(sitting="s1", at=time(13, 40)), on=planned)
        his = build(e.SplitSittingBegan(sitting="s2", at=time(14)), on=hers)
        assert words_for_the_room(hers, sent) == "said in another sitting"
        assert words_for_the_room(his, sent) == "I moved out."
        assert not of_another_sitting(his, asked)


def test_views_that_are_told_for_somebody_are_theirs_in_their_own_sitting() -> None:
    """HV-3: whether they were told before the first sitting began or in that of the others; nobody else's sitting shows them."""
    asked = e.FamilyAsked(stage="reason", person="dean", words="I did not.", by="farrant")
    third = e.SplitSittingPlanned(sitting="s3", title="With Joan", people=("joan",))
    begins = [e.SplitSittingBegan(sitting=sitting, at=time(14)) for sitting in ("s1", "s2", "s3")]
    for told in (build(asked, third, begins[0], on=PLANNED), build(third, asked, on=BEGUN)):
        his = build(begins[1], on=told)
        hers = build(begins[2], on=his)
        assert [of_another_sitting(each, asked) for each in (told, his, hers)] == [False, False, True]
    in_person = replace(asked, person="maya", by="")
    both = build(in_person, begins[1], on=BEGUN)
    assert of_another_sitting(both, in_person), "she sits in both, and Dean in one"


def test_a_sitting_has_a_name_and_people_and_begins_once() -> None:
    """HV-3."""
    assert why(WITH_TAMSIN) == ""
    assert "name" in why(replace(WITH_TAMSIN, title=""))
    assert "who sits" in why(replace(WITH_TAMSIN, people=()))
    assert "already a sitting" in why(replace(WITH_DEAN, title="with tamsin"), PLANNED)
    assert why(e.SplitSittingBegan(sitting="s3", at=time(14)), PLANNED) == "That sitting is not planned."
    assert "on already" in why(e.SplitSittingBegan(sitting="s1", at=time(14)), BEGUN)
    assert why(e.SplitSittingBegan(sitting="s2", at=time(14)), BEGUN) == ""


def test_the_margin_says_whom_the_words_of_now_reach() -> None:
    """HV-3: who of the sittings is here, and who is not."""
    assert reach(PLANNED) == ""
    sentence = "With Tamsin: what is said now reaches Tamsin Orrell; not Maya Orrell-Pike or Dean Pike."
    assert reach(BEGUN) == sentence
    assert sentence in [each.words for each in at_stage(BEGUN, PLAIN, CALENDAR, "mapping")]
    assert reach(build(e.PersonLeft(person="tamsin", at=time(14)), on=BEGUN)).startswith(
        "With Tamsin: nobody of the sittings is here"
    )


def test_who_of_another_sitting_is_here_is_pointed_out() -> None:
    """HV-3: those who do not meet."""
    assert "sitting" not in words(BEGUN)
    met = build(*arrive("dean", at=time(14)), on=BEGUN)
    assert out_of_place(met) == ("dean",)
    assert words(met)["sitting"] == "Recorded as here, and of another sitting: Dean Pike."


def test_the_quorum_at_a_decision_is_of_those_who_sit_in_it_then() -> None:
    """M14, BA-4: the professionals sit in both; who of the family has left counts in neither."""
    left = build(
        e.PersonLeft(person="tamsin", at=time(14)),
        e.PersonLeft(person="amadi", at=time(14)),
        e.SplitSittingBegan(sitting="s2", at=time(14)),
        *arrive("dean", at=time(14)),
        view("maya", SOCIAL_CARE, CP, PHY),
        e.DecisionMade(child="maya", outcome=CP, category=PHY),
        on=BEGUN,
    )
    present = left.decisions["maya"].present
    assert {"dean", "sloan", "farrant"} <= present
    assert not {"tamsin", "amadi"} & present
    assert quorum(left, PLAIN, present).is_quorate


def test_who_heard_what_is_kept() -> None:
    """HV-3: those who were here when it was said; what was sent in only who wrote it knows."""
    said = build(
        SAYS,
        e.PersonLeft(person="tamsin", at=time(14)),
        e.SplitSittingBegan(sitting="s2", at=time(14)),
        *arrive("dean", at=time(14)),
        replace(SAYS, contribution="c2", speaker="dean", words="I was not told."),
        on=BEGUN,
    )
    assert heard_in_words(said, "c1") == "Heard by Tamsin Orrell; not by Maya Orrell-Pike or Dean Pike."
    assert heard_in_words(said, "c2") == "Heard by Dean Pike; not by Tamsin Orrell or Maya Orrell-Pike."
    assert "Heard by Dean Pike" in text_of(said)
    assert "Sitting “With Dean”: Dean Pike and Maya Orrell-Pike; began 14:00." in text_of(said)
    assert heard_in_words(build(SAYS, on=ROOM), "c1") == ""
    sent = build(replace(SAYS, in_writing=True, speaker="dean"), on=BEGUN)
    assert "Heard by" not in text_of(sent)
    assert [of_another_sitting(said, each) for each in said.contributions] == [True, False]
    assert of_another_sitting(sent, sent.contributions[0]), "what Dean wrote, while Tamsin's sitting is on"
    assert not of_another_sitting(
        build(e.SplitSittingBegan(sitting="s2", at=time(14)), on=sent), sent.contributions[0]
    )
    shown = [words_for_the_room(said, made) for made in said.contributions]
    assert shown == ["said in another sitting", "I was not told."]


def test_a_plan_tells_nothing_of_sittings_and_observers() -> None:
    """HV-3, N.6."""
    of_teddy = of_one(build(SAYS, e.SupporterAskedToScore(person="joss"), on=BEGUN), "teddy")
    assert (of_teddy.split_sittings, of_teddy.split_begun) == ({}, ())
    assert not of_teddy.observers


# --- Supporters and observers -------------------------------------------------------------------------------


def test_a_supporter_scores_only_where_the_chair_asks() -> None:
    """HV-2: the chair's choice, recorded as that, said in the plan and in show; taken back before there is a score."""
    score = e.ScoreGiven(person="joss", question="maya", score=5, rationale="She comes to me.")
    asks = e.SupporterAskedToScore(person="joss")
    assert "is not asked for a score" in why(score)
    assert "joss" in not_asked(ROOM)
    chosen = build(asks, on=ROOM)
    assert "joss" in asked(chosen)
    assert why(score, chosen) == ""
    assert why(replace(asks, asked=False), chosen) == ""
    given = build(score, e.ScoresShown(question="maya"), on=chosen)
    assert "has given a score" in why(replace(asks, asked=False), given)
    assert " Joss Whelan, asked by the chair: 5." in plan_of(build(DECIDES, on=given), "maya")
    assert "Joss Whelan, asked by the chair: 5." in text_of(given)
    assert "joss" in not_asked(build(replace(asks, asked=False), on=chosen))


def test_the_chair_asks_no_observer_no_interpreter_and_nobody_who_is_asked_anyway() -> None:
    """HV-2, HF-4."""
    vera = e.PersonEntered(person="vera", name="Vera Moss", standing=Standing.OBSERVER)
    ola = e.PersonEntered(person="ola", name="Ola Nowak", standing=Standing.INTERPRETER, language="Polish")
    there = build(vera, ola, *arrive("vera", "ola"), on=ROOM)
    for someone in ("vera", "ola", "sloan", "tamsin", "maya"):
        assert "is no supporter" in why(e.SupporterAskedToScore(person=someone), there)
    turned = build(
        replace(vera, standing=Standing.SUPPORTER), e.SupporterAskedToScore(person="vera"), vera, on=there
    )
    assert "vera" in not_asked(turned)


def test_the_family_is_asked_whether_somebody_may_observe() -> None:
    """HF-4: the answer is recorded; an observer without it, or against it, is pointed out."""
    vera = e.PersonEntered(person="vera", name="Vera Moss", standing=Standing.OBSERVER)
    there = build(vera, *arrive("vera"), on=ROOM)
    asked_them = e.FamilyAskedAboutObserver(person="vera", agrees="no", words="Tamsin: not today.")
    assert "is not recorded" in words(there)["observer:vera"]
    assert "does not agree" in words(build(asked_them, on=there))["observer:vera"]
    assert "observer:vera" not in words(build(replace(asked_them, agrees="yes"), on=there))
    spoke = build(replace(SAYS, speaker="vera"), on=there)
    assert "takes no part" in words(spoke)["observer spoke:vera"]
    assert "observer spoke:vera" not in words(there)
    assert "is not here to observe" in why(replace(asked_them, person="joss"), there)
    assert "The family does not agree that Vera Moss observes. “Tamsin: not today.”" in text_of(
        build(asked_them, on=there)
    )


# --- In writing, and in another language --------------------------------------------------------------------


def test_what_was_sent_in_is_told_apart_from_what_was_said() -> None:
    """HF-5, HF-9: in show and on the child's paper."""
    column = replace(SAYS, column=e.Column.HARM)
    said = build(column, replace(column, contribution="c2", in_writing=True), on=ROOM)
    plan = plan_of(build(DECIDES, on=said), "maya")
    assert f"{SAYS.words} (Tamsin Orrell)" in plan
    assert f"{SAYS.words} (Tamsin Orrell, in writing)" in plan
    assert "Tamsin Orrell, in writing, harm, about all the children" in text_of(said).replace("Harm", "harm")
    assert "tamsin" in heard(said, "mapping").spoke


def test_a_report_that_is_to_be_translated_is_flagged_until_it_is() -> None:
    """HF-8."""
    report = e.ReportReceived(
        person="sloan", shared=date(2026, 11, 25), translation="needed", language="Polish"
    )

    def standing(received: e.ReportReceived) -> tuple[str, bool]:
        found = report_standings(build(received, on=ROOM), PLAIN, CALENDAR)
        return next((each.sentence, each.flagged) for each in found if each.person == "sloan")

    sentence, flagged = standing(report)
    assert sentence.endswith("; translation into Polish needed, not done")
    assert flagged
    sentence, flagged = standing(replace(report, translation="done"))
    assert sentence.endswith("; translated into Polish")
    assert not flagged


def test_two_people_of_one_agency_give_one_view_and_it_is_said_who() -> None:
    """BA-17: the later one stands; show says who gave it."""
    given = build(
        replace(view("maya", SOCIAL_CARE, CP, PHY), by="sloan"),
        replace(view("maya", SOCIAL_CARE, CP, PHY), by="quill"),
        on=ROOM,
    )
    assert f"{SOCIAL_CARE} (Quill): child protection plan" in text_of(given)
    assert f"{SOCIAL_CARE} (Sloan)" not in text_of(given)


def test_where_a_child_lives_is_withheld_with_the_address_of_who_it_lives_with() -> None:
    """HF-10: else it would say what is withheld."""
    lives = e.ChildEntered(
        child="maya", name="Maya Orrell-Pike", lives="14 Quarry Lodge Lane", lives_with=("dean",)
    )
    known = build(DEAN, lives, on=ROOM)
    assert overview(known, PLAIN, CALENDAR)["children"][0]["lives"] == "14 Quarry Lodge Lane"
    withheld = build(replace(DEAN, withheld_from=("tamsin",)), on=known)
    assert withheld.is_withheld("maya")
    assert "Quarry" not in text_of(withheld)
