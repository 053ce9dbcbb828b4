"""What each reader's copy is drawn from: nothing of what they may not know is in it any more."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import TypeVar

import pytest
from msgspec import structs

from conference_tui.conference import events as e
from conference_tui.conference.carried_over import carried_over
from conference_tui.conference.child_view import for_child
from conference_tui.conference.events.roles import Role
from conference_tui.conference.papers import FILE, Copy, Paper, whereabouts_of
from conference_tui.conference.people import Discipline, Whom
from conference_tui.conference.reading.questions import left_out, omissions
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.recipients import copies
from conference_tui.conference.rules import refusal
from conference_tui.conference.state import Conference
from tests.conference.building import CALENDAR, build, professional, view_of
from tests.conference.cases import BARNSLEY, over_christmas, siblings, siblings_without

S1 = siblings()
Kind = TypeVar("Kind", bound=e.Event)


def told(reader: str, paper: Paper = Paper.MINUTES, child: str = "", on: Conference = S1) -> str:
    """Every word of what a copy is drawn from, but where the core group meets: who comes has to know that."""
    left = as_reader(on, BARNSLEY, Copy(paper=paper, reader=reader, child=child))
    where = left.core_group_booked.venue if left.core_group_booked else ""
    every = (text for _, entry in left.log for text in texts(entry.event))
    return "\n".join(each for each in every if each != where)


def texts(event: e.Event) -> Iterator[str]:
    """Every text of an entry, but ids."""
    for field, role in event.roles.items():
        value = getattr(event, field)
        if role is Role.ENTRY:
            yield from texts(value)
        elif role not in (Role.ID, Role.PERSON, Role.CHILD, Role.CHOICE, Role.MOMENT):
            yield from (value,) if isinstance(value, str) else value


def holds(words: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words, re.IGNORECASE) is not None


@pytest.mark.parametrize(
    ("reader", "paper", "child", "without"),
    [
        (
            "callum",
            Paper.MINUTES,
            "",
            ("Maya", "Jared", "Dean", "Pike", "Quarry Lodge", "07700", "cable", "CPCS1A", "Ropewalk", "Simone",
             "she had been hit", "two earlier times", "Wexcombe", "physical abuse", "shouty"),
        ),
        ("callum", Paper.OUTLINE_PLAN, "teddy", ("Maya", "Jared", "Dean", "Quarry Lodge", "cable", "Wexcombe")),
        ("callum", Paper.ACTION_SHEET, "", ("Jared", "Dean", "cable", "Quarry", "GP", "low mood", "danger", "shouty")),
        (
            "dean",
            Paper.MINUTES,
            "",
            ("Teddy", "Thistlewick", "CPCS1B", "Ropewalk", "Calmer Ground", "emotional", "under the table", "wets"),
        ),
        ("dean", Paper.OUTLINE_PLAN, "maya", ("Teddy", "Jared", "Ropewalk", "Calmer Ground", "Thistlewick")),
        ("dean", Paper.IN_NEED_OUTLINE, "jared", ("Teddy", "Maya", "Callum", "Ropewalk", "cable")),
        ("tamsin", Paper.MINUTES, "", ("Quarry Lodge", "07700", "14 Quarry")),
        ("Wexcombe High", Paper.MINUTES, "", ("Teddy", "under the table", "wets", "Quarry Lodge")),
        ("Thistlewick Primary", Paper.MINUTES, "", ("Maya", "Jared", "cable", "Quarry Lodge", "two earlier")),
        ("bridie", Paper.ACTION_SHEET, "", ("cable", "Calmer Ground", "GP", "low mood", "Quarry", "hit")),
        ("maya", Paper.CHILD_LETTER, "maya", ("Teddy", "Jared", "Quarry Lodge", "Thistlewick")),
    ],
)  # fmt: skip
def test_a_copy_is_drawn_from_less(reader: str, paper: Paper, child: str, without: tuple[str, ...]) -> None:
    """BA-11, HF-10: other children, other parents, withheld places, closed slot: gone before anything is drawn (N1, N6)."""
    words = told(reader, paper, child)
    assert [name for name in without if holds(words, name)] == []


@pytest.mark.parametrize(
    ("reader", "paper", "child", "within"),
    [
        ("callum", Paper.MINUTES, "", ("Teddy Voss", "[another child] cries", "I lost my temper", "He settles within")),
        (
            "callum",
            Paper.ACTION_SHEET,
            "",
            ("not alone with Maya, and stays at 5 Ropewalk", "Calmer Ground", "Bridie is the first phone call"),
        ),
        ("dean", Paper.MINUTES, "", ("nearer for Maya", "Quarry Lodge Lane", "told in August", "Not since I moved", "not alone with Maya, and stays at [withheld]")),
        ("tamsin", Paper.MINUTES, "", ("5 Ropewalk", "moving to [withheld] it is nearer", "Dean Pike", "Teddy hears it")),
        ("bridie", Paper.ACTION_SHEET, "", ("Bridie is the first phone call", "Has all three every Sunday")),
        (FILE, Paper.MINUTES, "", ("Quarry Lodge Lane", "Teddy hears it", "5 Ropewalk")),
    ],
)  # fmt: skip
def test_and_holds_what_is_theirs(reader: str, paper: Paper, child: str, within: tuple[str, ...]) -> None:
    """BA-20: words stay as they were typed, with marks where something is left out."""
    words = told(reader, paper, child)
    assert [part for part in within if part not in words] == []


def test_another_parents_own_matter_waits_for_the_chair() -> None:
    """HF-10: what protects Maya stands in Dean's plan without the place; of Callum's programme the chair is asked."""
    copy = Copy(paper=Paper.OUTLINE_PLAN, reader="dean", child="maya")
    asked = [each.entry for each in left_out(S1, BARNSLEY, copy) if each.is_asked]
    assert asked == ["a2"]
    words = told("dean", Paper.OUTLINE_PLAN, "maya")
    assert "Callum is not alone with Maya, and stays at [withheld]" in words
    assert "Calmer Ground" not in words
    judged = e.WordsJudged(reader="dean", words="5 Ropewalk", stays=True, why="He picks Maya up from there.")
    assert "stays at 5 Ropewalk" in told("dean", Paper.OUTLINE_PLAN, "maya", build(judged, on=S1))
    shown = e.EntryChosen(entry="a2", how="shown", reader="dean", why="He pays for it.")
    assert "Callum starts the" in told("dean", Paper.OUTLINE_PLAN, "maya", build(shown, on=S1))


def test_another_parents_own_matter_waits_at_the_review_too() -> None:
    """HF-10, BA-13: what was left out of Dean's first plan is not in that of the review as an action of the last one."""
    opened = e.ConferenceOpened(ref="ASH-2", kind=e.Kind.REVIEW, procedure="barnsley")
    review = build(
        opened,
        *carried_over(S1, "high-is-safe"),
        e.ActionReviewed(action="a2", outcome="done", evidence="He finished Calmer Ground."),
    )
    assert "Calmer Ground" in told("tamsin", on=review)
    words = told("dean", on=review)
    assert "Weekly check-in at school." in words
    for own in ("Calmer Ground", "5 Ropewalk", "He finished"):
        assert own not in words
    assert "not alone with" in words
    copy = Copy(paper=Paper.MINUTES, reader="dean")
    assert [each.entry for each in left_out(review, BARNSLEY, copy) if each.is_asked] == ["a2"]
    shown = e.EntryChosen(entry="a2", how="shown", reader="dean", why="He pays for it.")
    assert refusal(review, shown, BARNSLEY) == ""
    assert "starts the “[withheld]”" in told("dean", on=build(shown, on=review))
    for_all = build(structs.replace(shown, reader=""), on=review)
    assert "starts the “[withheld]”" in told("dean", on=for_all), (
        "what is chosen for everybody is of the minutes"
    )
    assert "starts the “[withheld]”" not in told("dean", Paper.OUTLINE_PLAN, "maya", on=for_all)


def test_whoever_has_an_address_already_may_read_it_if_the_chair_says_so() -> None:
    """HF-10: removed unless she holds it; for him from whom it is withheld nobody can say so."""
    held = e.WordsJudged(reader="tamsin", words=whereabouts_of("dean"), stays=True, why="She has it.")
    assert refusal(S1, held, BARNSLEY) == ""
    assert "Quarry Lodge Lane" in told("tamsin", on=build(held, on=S1))
    for words in (whereabouts_of("dean"), "Quarry Lodge Lane", "07700 900 417"):
        refused = e.WordsJudged(reader="callum", words=words, stays=True, why="He asks.")
        assert "withheld from them" in refusal(S1, refused, BARNSLEY)
        assert "Quarry" not in told("callum", on=build(refused, on=S1))


def test_entries_are_named_themed_or_left_out_one_by_one() -> None:
    """BA-2: the minutes name family and leave professionals' names out, unless the chair says otherwise for an entry."""

    def speakers(on: Conference, reader: str = "tamsin") -> dict[str, str]:
        reduced = as_reader(on, BARNSLEY, Copy(paper=Paper.MINUTES, reader=reader))
        return {made.contribution: made.speaker for made in reduced.contributions}

    assert speakers(S1)["c-cable"] == ""
    assert speakers(S1)["c-tamsin"] == "tamsin"
    changed = build(
        e.EntryChosen(entry="c-cable", how="named"),
        e.EntryChosen(entry="c-tamsin", how="themed"),
        e.EntryChosen(entry="c-mood", how="left out", why="Her health is her own."),
        on=S1,
    )
    assert speakers(changed)["c-cable"] == "amadi"
    assert speakers(changed)["c-tamsin"] == ""
    assert "c-mood" not in speakers(changed)
    assert "c-mood" in speakers(
        build(e.EntryChosen(entry="c-mood", how="shown", reader="tamsin", why="It is hers."), on=changed)
    )


def test_who_was_kept_out_reads_nothing_of_that_part() -> None:
    """HV-3: not what was said there, nor what the family answered there."""
    kept = e.ExclusionDecided(person="dean", ground="risk", reason="Threats.", parts=("mapping", "apologies"))
    harm = e.HarmDetailed(
        child="maya", harm=e.Category.PHYSICAL, incident="worst", behaviour="It was a belt."
    )
    at_mapping = e.StageOpened(stage="mapping")
    without = build(at_mapping, harm, on=siblings_without("dean", kept))
    words = told("dean", on=without)
    for part in ("phone charger", "a belt"):
        assert part not in words
        assert part in told("dean", on=build(at_mapping, harm, on=S1))
    assert "nearer for Maya" in words, "what he said himself is his"
    sent = e.ApologySent(person="sloan", reason="She is at another child's funeral.")
    apologies = events("dean", e.ApologySent, e.StageOpened(stage="apologies"), sent, on=without)
    assert structs.replace(sent, reason="") in apologies, "that somebody did not come stands, and not why"
    assert "What was said while they were kept out." in omissions(
        without, BARNSLEY, Copy(paper=Paper.MINUTES, reader="dean")
    )
    later = build(kept, on=siblings_without("dean"))
    assert "phone charger" not in told("dean", on=later), "recorded when it was over"


def test_who_was_there_all_the_same_reads_what_they_heard() -> None:
    """HV-3: a meeting goes by the clock; an item that somebody was kept out of and heard is not taken from them."""
    kept = e.ExclusionDecided(person="dean", ground="risk", reason="Threats.", parts=("mapping",))
    assert "phone charger" in told("dean", on=build(kept, on=S1))


def test_whoever_sat_in_another_sitting_reads_no_words_of_it() -> None:
    """HV-3, BA-6: nor an answer, a number on the scale or a child's words; one's own words are."""
    split = build(
        e.SplitSittingPlanned(sitting="s1", title="With Tamsin", people=("tamsin", "maya")),
        e.SplitSittingPlanned(sitting="s2", title="With Dean", people=("dean",)),
        *(e.PersonLeft(person=who, at=time(15, 20)) for who in ("tamsin", "callum")),
        e.SplitSittingBegan(sitting="s2", at=time(15, 20)),
        e.PersonArrived(person="dean", at=time(15, 20)),
        e.ContributionMade(
            contribution="c9", stage="mapping", speaker="dean", words="I sleep at my sister's."
        ),
        e.FamilyAsked(stage="mapping", person="dean", words="I am seeing a solicitor."),
        e.ScoreGiven(person="dean", question="ds1", score=2, rationale="My own boss saw it."),
        e.ChildViewsGiven(child="maya", words="I told Dad about the belt.", by="amadi", views="v9"),
        e.HarmDetailed(
            child="maya", harm=e.Category.PHYSICAL, incident="worst", behaviour="He owned up to a slap."
        ),
        on=S1,
    )
    said = ("my sister's", "a solicitor", "My own boss", "about the belt", "owned up to a slap")
    assert [part for part in said if part not in told("dean", on=split)] == []
    for reader in ("tamsin", "bridie"):
        assert [part for part in said if part in told(reader, on=split)] == [], reader
    assert [part for part in said if part in told("maya", on=split)] == ["about the belt"]
    copy = Copy(paper=Paper.MINUTES, reader="tamsin")
    assert ("ds1", "dean") not in as_reader(split, BARNSLEY, copy).scores, "nor the number in the picture"
    corrected = build(
        e.PersonArrived(person="tamsin", at=time(15, 30)),
        e.ScoreGiven(person="dean", question="ds1", score=2, rationale="My boss saw it."),
        on=split,
    )
    assert "My boss" not in told("tamsin", on=corrected)


def test_what_somebody_sent_in_before_the_sittings_were_planned_is_in_their_own_copy() -> None:
    """HV-3: they had not come, and nobody misses what is their own."""
    sent = e.ContributionMade(
        contribution="c9", stage="mapping", speaker="dean", words="I moved out.", in_writing=True
    )
    planned = e.SplitSittingPlanned(sitting="s2", title="With Dean", people=("dean",))
    split = build(sent, planned, on=structs.replace(S1, presence={}))
    assert "I moved out." in told("dean", on=split)


def test_who_was_kept_out_twice_reads_of_neither() -> None:
    """HV-3: let in again and kept out of another part, the first part is not read after all; nor reasons on the scale."""
    kept = e.ExclusionDecided(person="dean", ground="risk", reason="Threats.", parts=("mapping", "scaling"))
    again = siblings_without(
        "dean", kept, e.ExclusionEnded(person="dean", at=time(14)), structs.replace(kept, parts=("child",))
    )
    words = told("dean", on=again)
    for part in ("phone charger", "An object was used", "stop being shouty"):
        assert part not in words
        assert part in told("dean")
    assert "Nobody told me for three months" in words, "what he said himself is his"


def test_a_part_that_was_held_without_somebody_stays_unread_when_their_exclusion_is_corrected() -> None:
    """HV-3: what they missed they have missed; a part that the meeting has not come to is corrected like a slip."""
    kept = e.ExclusionDecided(person="dean", ground="risk", reason="Threats.", parts=("mapping", "scaling"))
    corrected = build(structs.replace(kept, parts=("child",)), on=siblings_without("dean", kept))
    words = told("dean", on=corrected)
    for part in ("phone charger", "An object was used", "stop being shouty"):
        assert part not in words
    at_mapping = (e.StageOpened(stage="mapping"), structs.replace(kept, parts=("child",)))
    exclusion = build(kept, *at_mapping).exclusions["dean"]
    assert [stage for stage in ("mapping", "scaling", "child") if exclusion.covered(stage)] == [
        "mapping",
        "child",
    ]
    everything = structs.replace(kept, parts=())
    exclusion = build(everything, *at_mapping).exclusions["dean"]
    assert [stage for stage in ("mapping", "scaling", "child") if exclusion.covered(stage)] == [
        "mapping",
        "child",
    ]


def test_what_is_left_out_is_said_in_a_sentence_each() -> None:
    """HF-10: the chair sees what and why."""
    found = omissions(S1, BARNSLEY, Copy(paper=Paper.MINUTES, reader="callum"))
    assert found == (
        "What is about Maya Orrell-Pike and Jared Orrell-Pike: another child.",
        "Dean Pike and Simone Achter: belongs to other children only.",
        "Where Dean Pike lives, and how to ring: withheld from Callum Voss.",
        "Wexcombe High: knows other children only.",
        "What was said in the closed slot.",
    )
    assert omissions(over_christmas(), BARNSLEY, Copy(paper=Paper.MINUTES, reader="shanice")) == ()


def test_where_a_meeting_is_loses_what_every_other_word_loses_but_for_the_school() -> None:
    """BA-11, HF-10: nobody is called to a withheld address on paper; who is to come has to know the school."""
    assert S1.core_group_booked
    for venue, stands in (
        ("14 Quarry Lodge Lane, Wenlow", "[withheld]"),
        ("At Dean Pike's", "At [another person]'s"),
        ("Maya's school, Wexcombe High", "[another child]'s school, Wexcombe High"),
    ):
        moved = build(structs.replace(S1.core_group_booked, venue=venue), on=S1)
        left = as_reader(moved, BARNSLEY, Copy(paper=Paper.OUTLINE_PLAN, reader="callum", child="teddy"))
        assert left.core_group_booked
        assert left.core_group_booked.venue == stands


def test_a_school_that_the_chair_takes_out_for_a_reader_goes_where_a_meeting_is_too() -> None:
    """HF-10: who is to come has to find it, but the chair's word stands."""
    out = e.WordsJudged(reader="callum", words="Wexcombe High", stays=False, why="He waits there.")
    held = build(e.ConferenceArranged(held=S1.held, venue="Wexcombe High, hall"), out, on=S1)
    left = as_reader(held, BARNSLEY, Copy(paper=Paper.MINUTES, reader="callum"))
    assert left.arranged.venue == "[withheld], hall"


def test_what_is_settled_about_a_birth_is_reduced_under_a_point_of_ones_own_too() -> None:
    """HF-1, HF-10: the point itself is typed where the procedure has no such one."""
    born = e.ChildEntered(child="baby", name="", expected=date(2027, 4, 1))
    who = e.BirthPlanSet(child="baby", matter="If Dean Pike rings", words="Dean Pike is not put through.")
    full = build(born, who, on=S1)
    left = as_reader(full, BARNSLEY, Copy(paper=Paper.OUTLINE_PLAN, reader=FILE, child="baby"))
    (settled,) = left.birth_plans.values()
    assert settled.matter == "If [another person] rings"
    assert settled.words == "[another person] is not put through."


def test_on_a_sheet_nobody_is_named_who_belongs_to_anothers_child_only() -> None:
    """HF-10, M19: also where all that somebody does is for a child that is not their own."""
    rings = build(structs.replace(S1.actions["a1"], what="Callum rings Dean Pike."), on=S1)
    left = as_reader(rings, BARNSLEY, Copy(paper=Paper.ACTION_SHEET, reader="callum"))
    assert left.actions["a1"].what == "Callum rings [another person]."


def events(
    reader: str, kind: type[Kind], *happened: e.Event, paper: Paper = Paper.MINUTES, on: Conference = S1
) -> list[Kind]:
    """Every entry of a kind that a copy is drawn from, once something happened more."""
    left = as_reader(build(*happened, on=on), BARNSLEY, Copy(paper=paper, reader=reader))
    return [entry.event for _, entry in left.log if isinstance(entry.event, kind)]


def test_the_seal_of_a_decision_on_another_child_is_in_no_copy() -> None:
    """HF-10: it would tell that there is one; that of the close is everybody's."""
    close, maya, teddy = (
        e.Sealed(count=count, head="0" * 64, child=child) for count, child in enumerate(("", "maya", "teddy"))
    )
    assert events("callum", e.Sealed, close, maya, teddy) == [close, teddy]


def test_nobody_is_told_who_sat_in_the_closed_slot_or_why() -> None:
    """HF-10, N6: that it began is all that a copy is drawn from."""
    began = e.ClosedSlotBegan(at=time(16), left=("tamsin",), stayed=("sloan",), reason="A threat.")
    for reader in ("tamsin", "Ashmere Constabulary"):
        assert e.ClosedSlotBegan(at=time(16), left=(), stayed=()) in events(reader, e.ClosedSlotBegan, began)


def test_what_another_child_was_asked_is_not_read_and_what_it_said_of_all_is() -> None:
    """HF-10: said in the room, it is everybody's, with the child's name taken out."""
    was_asked = e.FamilyAsked(stage="mapping", person="maya", words="I cannot sleep.")
    said = e.ContributionMade(contribution="c9", stage="mapping", speaker="maya", words="It was loud.")
    words = [each.words for each in events("callum", e.FamilyAsked, was_asked)]
    assert was_asked.words not in words
    (made,) = (each for each in events("callum", e.ContributionMade, said) if each.contribution == "c9")
    assert (made.speaker, made.words) == ("[another child]", "It was loud.")


@pytest.mark.parametrize(
    ("agency", "outcome", "is_read"),
    [
        ("Wexcombe High", None, False),
        ("Wexcombe High", e.Outcome.CHILD_PROTECTION, True),
        ("Thistlewick Primary", None, True),
    ],
)
def test_that_an_agency_gives_no_view_as_it_does_not_know_a_child_is_told_nobody(
    agency: str, outcome: e.Outcome | None, is_read: bool
) -> None:
    """HF-10: it only tells whose sibling it knows."""
    view = e.ViewGiven(child="teddy", agency=agency, by="", outcome=outcome, reason="As it stands.")
    assert any(each.reason == view.reason for each in events("callum", e.ViewGiven, view)) is is_read


def test_agencies_that_know_other_children_only_are_told_apart_by_a_number_and_know_nobody() -> None:
    """HF-10: else they would count as knowing every child that is left."""
    more = professional("ro", "Brook Lane School", Discipline.EDUCATION, knows=("jared",))
    found = [each for each in events("callum", e.PersonEntered, more) if each.agency.startswith("[another")]
    assert {each.agency for each in found} == {"[another agency]", "[another agency 2]"}
    assert all(each.knows_whom is Whom.NONE for each in found)
    known = [each for each in events("callum", e.PersonEntered) if each.agency == "Thistlewick Primary"]
    assert known
    assert all(each.knows == ("teddy",) and each.knows_whom is not Whom.NONE for each in known)


def test_an_action_on_a_sheet_does_not_say_what_it_answers_to() -> None:
    """HF-10, M19: a sheet holds nothing of the case."""
    action = structs.replace(S1.actions["a1"], worry="c-cable", goal="g1")
    for reader, paper, stands in (
        ("tamsin", Paper.MINUTES, ("c-cable", "g1")),
        ("callum", Paper.ACTION_SHEET, ("", "")),
    ):
        found = events(reader, e.ActionAgreed, action, paper=paper)
        assert [(each.worry, each.goal) for each in found if each.action == "a1"] == [stands]


def test_somebody_who_is_meant_in_words_loses_what_all_words_lose() -> None:
    """HF-10: whoever tells somebody's words need not be of the conference."""
    was_asked = e.FamilyAsked(
        stage="mapping", person="callum", words="I wrote it down.", by="a friend of Dean Pike"
    )
    (told_by,) = (
        each.by for each in events("callum", e.FamilyAsked, was_asked) if each.words == was_asked.words
    )
    assert told_by == "a friend of [another person]"


def test_a_card_with_dates_says_when_a_child_was_born_only_where_dates_are_counted_from_it() -> None:
    """HF-3, HF-10: nothing of the case is on it."""
    born = date(2026, 11, 3)
    teddy = e.ChildEntered(child="teddy", name="Teddy Voss", expected=date(2026, 11, 1), born=born)
    found = events("tamsin", e.ChildEntered, teddy, paper=Paper.DATE_CARD)
    assert {each.child: each.born for each in found} == {"maya": None, "teddy": born, "jared": None}


@pytest.mark.parametrize("child", ["maya", "teddy", "jared"])
def test_a_childs_view_of_what_is_left_is_whole(child: str) -> None:
    """BA-20: decision, quorum and dates come out of the reduced conference as out of the whole one."""
    paper = Paper.IN_NEED_OUTLINE if child == "jared" else Paper.OUTLINE_PLAN
    whole = view_of(S1, BARNSLEY, CALENDAR, child)
    for reader in ("tamsin", "Ashmere Constabulary"):
        left = for_child(
            as_reader(S1, BARNSLEY, Copy(paper=paper, reader=reader, child=child)), BARNSLEY, CALENDAR, child
        )
        assert left.decision == whole.decision
        assert left.dates == whole.dates
        assert left.own.actions == whole.own.actions


def test_every_copy_can_be_reduced() -> None:
    """HF-10: for every reader of both cases, and none holds a word of another's own record."""
    for conference in (S1, over_christmas()):
        for copy in copies(conference, BARNSLEY):
            left = as_reader(conference, BARNSLEY, copy)
            assert left.documents == ()
            assert left.referrer is None or copy.reader == FILE
