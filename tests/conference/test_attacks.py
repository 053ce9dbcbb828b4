"""Families that nobody built the rules for: who reads what of them, and that their papers are made (HF-10, HV-3)."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply, fold
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import Discipline, Standing
from conference_tui.conference.reading.read import read
from conference_tui.conference.second_opinion import SecondOpinion
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import write
from tests import case_k1
from tests.case_k1 import CARYS, HEALTH, LANTERN, MAIR, NIA, POLICE, RHODRI, Case
from tests.conference.building import CALENDAR, professional
from tests.conference.cases import BARNSLEY
from tests.documents.texts import texts_of

CP, EMO = e.Outcome.CHILD_PROTECTION, e.Category.EMOTIONAL
SAID_BEFORE_HER = ("pushed Carys against the cooker", "six of ten sessions", "I lock the door now", "choir")


def copy_of(reader: str, paper: Paper = Paper.MINUTES, child: str = "") -> Copy:
    return Copy(paper=paper, reader=reader, child=child, reader_name=reader)


def told(conference: Conference, copy: Copy) -> str:
    """Every word of a copy."""
    return "\n".join(texts_of(write(copy, read(conference, BARNSLEY, copy), BARNSLEY, CALENDAR)))


def stops(conference: Conference, copy: Copy) -> set[str]:
    """The words for which the second opinion stops a copy, for certain."""
    found = SecondOpinion(conference, BARNSLEY).terms(copy)
    return {term.words for term in found if term.certain}


def k1(*later: e.Event) -> Conference:
    conference = case_k1.conference()
    for event in later:
        conference = apply(conference, event)
    return conference


# --- Who sits where -----------------------------------------------------------------------------------------------

JOSS = e.PersonEntered(
    person="joss", name="Joss Whelan", standing=Standing.SUPPORTER, role="friend", supports=RHODRI
)
JOSS_HAS_MINUTES = e.CopyDecided(reader="joss", paper=Paper.MINUTES, gets=True, why="He asked for them.")


@pytest.mark.parametrize("words", SAID_BEFORE_HER)
def test_a_fathers_friend_who_is_planned_for_no_sitting_sits_where_the_father_sits(words: str) -> None:
    copy, conference = copy_of("joss"), k1(JOSS, JOSS_HAS_MINUTES)
    assert words not in told(conference, copy)
    assert any(words in stopped for stopped in stops(conference, copy)) or words == "choir"


def test_a_friend_reads_what_the_father_heard() -> None:
    assert "Nia saw you push her mother" in told(k1(JOSS, JOSS_HAS_MINUTES), copy_of("joss"))


@pytest.mark.parametrize("words", SAID_BEFORE_HER)
def test_who_is_brought_into_a_sitting_later_did_not_hear_it(words: str) -> None:
    everybody = (CARYS, RHODRI, MAIR, "dilys", "tull", "efa", "huw", "lena")
    conference = k1(e.SplitSittingPlanned(sitting="a", title="First", people=everybody))
    assert words not in told(conference, copy_of(RHODRI))
    assert any(words in stopped for stopped in stops(conference, copy_of(RHODRI))) or words == "choir"


def test_a_friend_does_not_read_what_the_mother_was_kept_out_of_for_whom_she_came() -> None:
    case = Case()
    case.add(*_family("tess"), e.PersonEntered(
        person="joss", name="Joss Whelan", standing=Standing.SUPPORTER, supports="jen"
    ), JOSS_HAS_MINUTES)  # fmt: skip
    case.add(
        e.ExclusionDecided(person="jen", ground="Violence", reason="She threatened.", parts=("mapping",)),
        e.StageOpened(stage="mapping"),
        _said("c1", "sloan", "The door was broken on 3 October."),
    )
    assert "The door was broken" not in told(case.conference, copy_of("joss"))
    assert any("The door was broken" in each for each in stops(case.conference, copy_of("joss")))


# --- What is corrected, struck, renamed, worded -----------------------------------------------------------------------


@pytest.mark.parametrize("reader", [RHODRI, POLICE, FILE])
def test_the_correction_of_what_is_struck_is_in_no_copy(reader: str) -> None:
    recorded = [
        replace(each, seq=number) for number, (_, each) in enumerate(case_k1.conference().log, start=1)
    ]
    said = next(each for each in recorded if getattr(each.event, "contribution", "") == "c1")
    assert isinstance(said.event, e.ContributionMade)
    correction = e.ContributionCorrected(correct=replace(said.event, words="On 4 October Rhodri pushed her."))
    end = len(recorded)
    recorded += [
        e.Recorded(seq=end + 1, at="", event=correction),
        e.Recorded(seq=end + 2, at="", event=e.Struck(seq=said.seq)),
    ]
    assert "On 4 October" not in told(fold(recorded), copy_of(reader))


def test_a_service_of_the_other_side_is_not_named_by_the_name_that_it_had() -> None:
    lena = case_k1.conference().people["lena"]
    conference = k1(
        e.PersonEntered(
            person="lena", name=lena.name, standing=lena.standing, role=lena.role, agency="Harbour Light",
            discipline=Discipline.OTHER, knows=(NIA,), supports=CARYS,
        )
    )  # fmt: skip
    for paper, child in ((Paper.MINUTES, ""), (Paper.OUTLINE_PLAN, NIA)):
        copy = copy_of(RHODRI, paper, child)
        assert not {
            each for each in (LANTERN, "Harbour", "The danger is high") if each in told(conference, copy)
        }


def test_what_a_birth_plan_settles_stays_where_the_chair_words_how() -> None:
    settled = e.BirthPlanSet(child=NIA, matter="Who is at the birth", words="Carys goes to Mair's.")
    worded = e.EntryWorded(
        entry="BirthPlanSet:nia:Who is at the birth", reader=RHODRI, words="The midwife knows."
    )
    found = read(k1(settled, worded), BARNSLEY, copy_of(RHODRI, Paper.OUTLINE_PLAN, NIA)).birth_plans
    assert found[NIA, "Who is at the birth"].words == "The midwife knows."


def test_a_wording_of_what_has_no_words_takes_no_paper_away() -> None:
    key = next(key for key, each in case_k1.conference().log if isinstance(each.event, e.ConferenceOpened))
    worded = e.EntryWorded(entry=key, reader=HEALTH, words="In other words.")
    assert "12 April 2027" in told(k1(worded), copy_of(HEALTH))


# --- Who is kept apart ------------------------------------------------------------------------------------------------


def _family(*others: str, address: str = "4 Tern Row") -> tuple[e.Event, ...]:
    """Two mothers of one child, with the same home unless told otherwise."""
    both = [("jen", "Jen Marlow", "4 Tern Row"), ("kat", "Kat Stone", address)]
    return (
        e.ConferenceOpened(ref="SS-1", kind=e.Kind.INITIAL, procedure="barnsley", chair="Ingrid Valdes-Moore"),
        e.ConferenceArranged(held=date(2027, 1, 18), begins=time(9, 30), venue="County Hall"),
        e.ChildEntered(child="ivy", name="Ivy Marlow", born=date(2017, 5, 2), lives="4 Tern Row"),
        *(
            e.PersonEntered(
                person=who, name=name, standing=Standing.PARENT, role="mother", parent_of=("ivy",),
                responsibility_for=("ivy",), address=home,
            )
            for who, name, home in both
        ),
        professional("sloan", "Children's social care", Discipline.SOCIAL_CARE, knows=("ivy",)),
        *(e.PersonArrived(person=who, at=time(9, 30)) for who in ("sloan", *others) if who != "tess"),
    )  # fmt: skip


def _said(contribution: str, speaker: str, words: str) -> e.ContributionMade:
    return e.ContributionMade(
        contribution=contribution, stage="mapping", speaker=speaker, words=words, children=("ivy",)
    )


def test_a_home_that_both_have_stops_nobodys_paper() -> None:
    """One of two mothers was kept out of a part for shouting, and they live together."""
    case = Case()
    case.add(*_family("jen"))
    case.add(
        e.ExclusionDecided(person="kat", ground="Disruption", reason="She shouted.", parts=("mapping",)),
        e.StageOpened(stage="summary"),
        _said("c1", "sloan", "The police came to 4 Tern Row twice in May."),
    )
    for reader in ("jen", "kat"):
        assert "Tern Row" not in stops(case.conference, copy_of(reader))
    assert "4 Tern Row" in told(case.conference, copy_of("jen"))


def test_where_somebody_lives_who_is_kept_apart_is_masked_though_nobody_withheld_it() -> None:
    case = Case()
    case.add(*_family("jen", address="8 Quay Street"), e.AdultsKeptApart(one="jen", other="kat"))
    case.add(
        e.StageOpened(stage="mapping"), _said("c1", "sloan", "Ivy is fetched from Quay Street on Fridays.")
    )
    written = told(case.conference, copy_of("jen"))
    assert "Ivy is fetched from [withheld] on Fridays." in written
    assert "Quay Street" in told(case.conference, copy_of("kat"))
    assert "Quay Street" in stops(case.conference, copy_of("jen"))


def test_a_mother_who_is_a_child_of_the_conference_is_kept_apart_as_everybody_is() -> None:
    case = Case()
    case.add(
        e.ConferenceOpened(ref="YM-1", kind=e.Kind.INITIAL, procedure="barnsley", chair="Ingrid Valdes-Moore"),
        e.ConferenceArranged(held=date(2027, 1, 18), begins=time(9, 30), venue="County Hall"),
        e.ChildEntered(child="kay", name="Kay Lowe", born=date(2011, 5, 2)),
        e.ChildEntered(child="bo", name="Bo Lowe", born=date(2026, 9, 2), lives_with=("kay",)),
        *(
            e.PersonEntered(
                person=who, name=name, standing=Standing.PARENT, role=role, parent_of=("bo",),
                responsibility_for=("bo",),
            )
            for who, name, role in (("kay", "Kay Lowe", "mother"), ("dan", "Dan Frost", "father"))
        ),
        replace(professional("rex", "Turnstone Service", Discipline.OTHER, knows=("bo",)), supports="dan"),
        e.AdultsKeptApart(one="kay", other="dan"),
        *(e.PersonArrived(person=who, at=time(9, 30)) for who in ("rex", "dan")),
        e.StageOpened(stage="mapping"),
        e.ContributionMade(
            contribution="c1", stage="mapping", speaker="dan", words="I take Bo to the park.", children=("bo",)
        ),
        e.ViewGiven(
            child="bo", agency="Turnstone Service", by="rex", outcome=CP, category=EMO, reason="He tries hard."
        ),
        e.DecisionMade(child="bo", outcome=CP, category=EMO),
        e.CoreGroupMemberChosen(person="dan", children=("bo",)),
        e.CoreGroupBooked(on=date(2027, 1, 28), at=time(14, 0), venue="Family Centre"),
    )  # fmt: skip
    copies = (copy_of("kay"), copy_of("kay", Paper.OUTLINE_PLAN, "bo"))
    written = "\n".join(told(case.conference, copy) for copy in copies)
    never = ("Rex", "Turnstone", "He tries hard", "I take Bo to the park", "28 January")
    assert not [words for words in never if words in written]


def test_the_second_opinion_looks_for_when_parents_kept_apart_meet_in_their_childs_letter() -> None:
    terms = SecondOpinion(k1(), BARNSLEY).terms(copy_of(NIA, Paper.CHILD_LETTER, NIA))
    assert "28 January 2027" in {term.words for term in terms}


# --- About whom it is -------------------------------------------------------------------------------------------------

MAYA_WAS_HIT = e.ContributionMade(
    contribution="c1",
    stage="mapping",
    speaker="sloan",
    words="She was hit on the landing.",
    children=("maya",),
)


def _of_two_children(*said: e.Event) -> Conference:
    case = Case()
    case.add(
        e.ConferenceOpened(ref="TC-1", kind=e.Kind.INITIAL, procedure="barnsley", chair="Ingrid Valdes-Moore"),
        e.ConferenceArranged(held=date(2027, 1, 18), begins=time(9, 30)),
        e.ChildEntered(child="maya", name="Maya Orrell", born=date(2013, 5, 14)),
        e.ChildEntered(child="teddy", name="Teddy Voss", born=date(2021, 8, 30)),
        e.PersonEntered(
            person="cal", name="Callum Voss", standing=Standing.PARENT, parent_of=("teddy",),
            responsibility_for=("teddy",),
        ),
        professional("sloan", "Children's social care", Discipline.SOCIAL_CARE, knows=("maya", "teddy")),
        *(e.PersonArrived(person=who, at=time(9, 30)) for who in ("sloan", "cal")),
        e.StageOpened(stage="mapping"),
        *said,
    )  # fmt: skip
    return case.conference


def test_what_was_shown_is_not_read_once_it_is_corrected_to_be_about_another_child() -> None:
    conference = _of_two_children(
        replace(MAYA_WAS_HIT, children=("teddy",)),
        e.EntryChosen(entry="c1", reader="cal", how="shown", why="It is about his son."),
        e.ContributionCorrected(correct=MAYA_WAS_HIT),
    )
    assert "hit on the landing" not in told(conference, copy_of("cal"))
    assert "She was hit on the landing." in stops(conference, copy_of("cal"))


def test_a_child_that_is_shown_to_who_does_not_read_of_it_takes_no_paper_away() -> None:
    conference = _of_two_children()
    key = next(key for key, each in conference.log if getattr(each.event, "child", "") == "maya")
    shown = apply(conference, e.EntryChosen(entry=key, reader="cal", how="shown", why="By mistake."))
    assert "Maya" not in told(shown, copy_of("cal"))


def test_what_told_of_another_child_still_does_when_a_third_child_is_entered() -> None:
    of_all = replace(MAYA_WAS_HIT, words="Maya was hit and Teddy saw it.", children=())
    before = _of_two_children(of_all)
    after = apply(before, e.ChildEntered(child="zoe", name="Zoe Voss", born=date(2024, 1, 2)))
    for conference in (before, after):
        assert "was hit" not in told(conference, copy_of("cal"))


# --- When it was said, and what is a place ----------------------------------------------------------------------------


def test_what_is_a_fathers_own_matter_is_not_his_to_read_where_it_was_said_in_the_other_sitting() -> None:
    case = Case()
    case.conference = case_k1.conference()
    said = replace(_said("c9", "dilys", "He has been in hospital twice this year."), children=(NIA,))
    in_the_first = e.Moment(
        here=(CARYS, "dilys"), stage="mapping", sitting="a", about=(NIA,), own_matter_of=RHODRI
    )
    conference = apply(case.conference, e.Recorded(seq=0, at="", event=said, moment=in_the_first))
    assert said.words not in told(conference, copy_of(RHODRI))
    in_his_own = replace(in_the_first, here=(RHODRI, "dilys"), sitting="b")
    conference = apply(case.conference, e.Recorded(seq=0, at="", event=said, moment=in_his_own))
    assert said.words in told(conference, copy_of(RHODRI))


@pytest.mark.parametrize("reader", [CARYS, RHODRI, POLICE])
def test_what_was_added_after_the_close_is_of_no_sitting(reader: str) -> None:
    added = e.AddendumAdded(
        addendum="a22", words="She has started at the new school.", by="dilys", on=date(2027, 1, 25),
        children=(NIA,),
    )  # fmt: skip
    assert added.words in told(k1(added), copy_of(reader))


def test_a_day_is_not_taken_for_a_place() -> None:
    """“Fri 29 Jan 2027” is how the program itself writes a day."""
    action = e.ActionAgreed(
        action="a30", children=(NIA,), what="Rhodri writes to Nia by 29 Jan 2027.", who=("dilys",), when="now"
    )
    conference = k1(action)
    assert action.what in told(conference, copy_of(CARYS, Paper.OUTLINE_PLAN, NIA))
    assert "29 Jan" not in stops(conference, copy_of(CARYS, Paper.OUTLINE_PLAN, NIA))


def test_an_agency_that_every_paper_names_by_itself_stops_no_paper() -> None:
    dilys = e.PersonEntered(
        person="dilys", name="Dilys Hart", standing=Standing.PROFESSIONAL, agency="Children's social care",
        discipline=Discipline.SOCIAL_CARE, knows=(NIA,), supports=CARYS,
    )  # fmt: skip
    wording = ("Complain to the manager of children's social care.",)
    terms = SecondOpinion(k1(dilys), BARNSLEY, fixed_words=wording).terms(copy_of(RHODRI))
    assert not [term for term in terms if term.words == "Children's social care" and term.certain]


def test_a_child_who_does_something_for_another_one_is_named_on_their_own_sheet() -> None:
    action = e.ActionAgreed(
        action="a1", children=("teddy",), what="Maya rings the school.", who=("maya",), when="now"
    )
    copy = copy_of("maya", Paper.ACTION_SHEET)
    conference = _of_two_children(action)
    assert "Maya Orrell" not in stops(conference, copy)
    assert "Maya rings the school." in told(conference, copy)


def test_what_a_grandmother_of_the_other_side_does_is_not_on_a_fathers_sheet() -> None:
    does = [
        e.ActionAgreed(action=key, children=(NIA,), what=what, who=(who,), when="now")
        for key, who, what in (
            ("a30", MAIR, "Nia sleeps there on Fridays."),
            ("a31", "ted", "Nia fishes on Sundays."),
        )
    ]
    ted = e.PersonEntered(person="ted", name="Ted Vaughan", standing=Standing.NETWORK, role="uncle")
    written = told(k1(ted, *does), copy_of(RHODRI, Paper.ACTION_SHEET))
    assert "Nia fishes on Sundays." in written
    assert "Nia sleeps there on Fridays." not in written


# --- What the second opinion takes for a name -------------------------------------------------------------------------


def test_the_id_of_another_child_in_an_entry_about_all_is_not_taken_for_its_name() -> None:
    """HF-10: else every such entry would be asked about; where the words name the child, it is."""
    of_both = replace(MAYA_WAS_HIT, children=("maya", "teddy"))
    named = replace(of_both, contribution="c2", words="Maya ran out on the landing.")
    conference, copy = _of_two_children(of_both, named), copy_of("cal")
    looked_for = {term.words for term in SecondOpinion(conference, BARNSLEY).terms(copy)}
    assert of_both.words in told(conference, copy)
    assert looked_for & {of_both.words, named.words} == {named.words}


def test_a_programme_in_an_action_of_the_last_plan_is_looked_for_where_its_words_name_who_does_it() -> None:
    """HF-10, BA-13: of the last plan it is in words who does something; another adult's programme is his all the same."""
    dean = e.PersonEntered(person="dean", name="Dean Pike", standing=Standing.PARENT, parent_of=("maya",))
    action = e.EarlierActionGiven(
        action="a1", what="Starts the “Steady Hands” course.", who="Dean Pike, Mr Osei"
    )
    for who, stopped in ((action.who, True), ("Mr Osei", False)):
        conference = _of_two_children(dean, replace(action, who=who))
        assert ("Steady Hands" in stops(conference, copy_of("cal"))) is stopped
