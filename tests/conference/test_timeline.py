"""Everything recorded, as it is read again: a sentence for each entry, and what it is filtered by."""

from datetime import date, time

import pytest
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.folding import fold
from conference_tui.conference.people import Standing
from conference_tui.conference.timeline import Line, Strike, in_short, lines, matching
from tests import small_conference as small
from tests.conference.building import CIN, CP, HEALTH, MAYA, PHY, PLAIN, POLICE, TAMSIN, TEDDY, view
from tests.conference.test_state import KINDS, made_up

AT = "2026-12-01T13:30:00+00:00"
SEALED = e.Sealed(count=8, head="0" * 64, child="maya")


def told(*events: e.Event, by: str = "chair") -> tuple[Line, ...]:
    entries = [e.Recorded(seq=seq, at=AT, by=by, event=event) for seq, event in enumerate(events, start=1)]
    return lines(entries, fold(entries), PLAIN)


SET_UP = (
    e.ConferenceOpened(ref="ASH-1", kind=e.Kind.INITIAL, procedure="plain", chair="Ines Corrigan"),
    MAYA,
    TEDDY,
    TAMSIN,
)
SAID = e.ContributionMade(
    contribution="c1",
    stage="mapping",
    speaker="tamsin",
    words="She sleeps.",
    column=e.Column.STRENGTH,
    children=("maya",),
)


def last(*events: e.Event) -> str:
    return told(*SET_UP, *events)[-1].words


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_event_has_its_sentence(kind: type[e.Event]) -> None:
    """Whoever adds a kind of event adds its sentence; none shows its insides."""
    words = last(made_up(kind))
    assert words.endswith((".", ".”"))
    assert words.count("..") == 0
    assert f"{kind.__name__}(" not in words
    assert "None" not in words


@pytest.mark.parametrize(
    "event", small.DECIDED + small.PLANNED + small.SAID, ids=lambda ev: type(ev).__name__
)
def test_the_sentences_of_a_real_conference_are_whole(event: e.Event) -> None:
    words = told(*small.SET_UP, *small.ROOM, event)[-1].words
    assert "  " not in words
    assert " ." not in words
    assert ".." not in words


@pytest.mark.parametrize(
    ("event", "sentence"),
    [
        (SAID, "Tamsin Orrell, strength, about Maya Orrell-Pike: “She sleeps.”"),
        (
            e.ContributionCorrected(correct=replace(SAID, words="She sleeps now"), why="misheard"),
            "Corrected: Tamsin Orrell, strength, about Maya Orrell-Pike: “She sleeps now” Why: “misheard”.",
        ),
        (e.PersonArrived(person="tamsin", at=time(13, 30)), "Tamsin Orrell came at 13:30, in the room."),
        (e.StageOpened(stage="set_up"), "The chair went to “Set-up”."),
        (
            e.DecisionMade(child="maya", outcome=CP, category=PHY, reason="An injury"),
            "Decision of the chair on Maya Orrell-Pike: child protection plan, physical abuse. Reason: “An injury”.",
        ),
        (
            view("teddy", POLICE, None, reason="not here"),
            "Ashmere Constabulary gives no view on Teddy Voss. Reason: “not here”.",
        ),
        (
            e.ReasonGiven(matter="late:review:2027-03-12", reason="School closes"),
            "The chair's reason for going on (a day after its limit): “School closes”.",
        ),
        (
            e.ReasonGiven(matter="views:maya", reason="She is asleep"),
            "The chair's reason for going on (the child's words, Maya Orrell-Pike): “She is asleep”.",
        ),
        (SEALED, "Seal of the decision on Maya Orrell-Pike: Record 8, seal 0000-0000-0000-0000-0000."),
        (e.Sealed(count=0, head=""), "The seal follows when the entry is on the disk."),
        (
            e.ClockWentBack(was="2026-12-01T13:30:00+00:00", now="2026-12-01T12:29:00+00:00"),
            (
                "The computer's clock went back, from 2026-12-01 13:30:00 to 2026-12-01 12:29:00. "
                "The order of the entries is their number."
            ),
        ),
        (
            e.CopyNumbered(copy=1, holder="Omar Bly", on=date(2026, 12, 2)),
            "Copy 1 is held by Omar Bly, since Wed 2 Dec 2026.",
        ),
        (
            e.RetentionSet(until=date(2044, 8, 30), why="Children's records, 75 years"),
            "The record is kept until Tue 30 Aug 2044. Reason: “Children's records, 75 years”.",
        ),
        (
            e.AddendumAdded(addendum="a", words="The bus pass came", by="tamsin", on=date(2026, 12, 3)),
            "Addendum of Tamsin Orrell, Thu 3 Dec 2026: “The bus pass came”.",
        ),
        (
            e.RecordImported(count=1204, exported="2026-12-01"),
            "The 1,204 entries before came out of an archive, written 2026-12-01.",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_the_sentences_say(event: e.Event, sentence: str) -> None:
    assert last(event) == sentence


def test_a_choice_for_the_copies_shows_no_words_of_another_sitting() -> None:
    """HV-3: after the close the screen is still on the wall, and the last sitting is still that of whoever is there."""
    dean = e.PersonEntered(person="dean", name="Dean Pike", standing=Standing.PARENT, parent_of=("maya",))
    first = e.SplitSittingPlanned(sitting="s1", title="With Tamsin", people=("tamsin",))
    second = e.SplitSittingPlanned(sitting="s2", title="With Dean", people=("dean",))
    began = (
        e.SplitSittingBegan(sitting="s1", at=time(13)),
        SAID,
        e.SplitSittingBegan(sitting="s2", at=time(14)),
    )
    chosen = told(*SET_UP, dean, first, second, *began, e.EntryChosen(entry="c1", how="named"))[-1]
    assert chosen.elsewhere == "Tamsin Orrell: said in another sitting"


def test_what_was_undone_is_told_without_the_words_that_were_typed() -> None:
    """A remark stands over whatever the room sees."""
    entries = [e.Recorded(seq=seq, at=AT, by="", event=event) for seq, event in enumerate((*SET_UP, SAID), 1)]
    conference = fold(entries)
    assert in_short(SAID, entries, conference, PLAIN) == "what Tamsin Orrell said"
    planned = e.SplitSittingPlanned(sitting="s1", title="With Tamsin", people=("tamsin",))
    assert in_short(planned, entries, conference, PLAIN).startswith("The sitting “With Tamsin” is planned")
    asked = e.FamilyAsked(stage="mapping", person="tamsin", words="I was afraid.")
    assert "afraid" not in in_short(asked, entries, conference, PLAIN)
    came = e.PersonArrived(person="tamsin", at=time(13, 30))
    assert in_short(came, entries, conference, PLAIN) == "Tamsin Orrell came at 13:30, in the room"


def test_an_answer_at_a_review_is_told_as_what_it_says() -> None:
    """BA-24: not a bare “no” behind a question that is none of yes and no."""
    answer = e.ReviewAnswered(child="maya", prompt="progress", words="Nights again.", answer="no")
    assert last(answer).endswith(" Nothing has got better. “Nights again.”")


def test_a_complaint_is_told_with_whose_it_was() -> None:
    received = e.ComplaintReceived(complaint="k", person="tamsin", words="Too fast.", on=date(2026, 12, 4))
    decided = e.ComplaintDecided(complaint="k", outcome="upheld in part", on=date(2026, 12, 18))
    assert last(received) == "Complaint of Tamsin Orrell, Fri 4 Dec 2026: “Too fast.”"
    assert (
        last(received, decided)
        == "What came of the complaint of Tamsin Orrell, Fri 18 Dec 2026: “upheld in part”."
    )
    assert told(*SET_UP, received)[-1].people == ("tamsin",)


def test_who_and_when_stand_beside_it() -> None:
    line = told(*SET_UP, SAID)[-1]
    assert (line.seq, line.at, line.by) == (5, AT, "chair")


def test_a_stage_is_where_it_was_recorded_or_what_it_names() -> None:
    found = told(*SET_UP, e.StageOpened(stage="plan"), SAID, e.SummaryGiven(words="x"))
    assert [line.stage for line in found] == ["set_up"] * 4 + ["plan", "mapping", "plan"]


def test_people_and_children_for_the_filters() -> None:
    """What names no child although it could is about all of them; what somebody typed is nobody's name."""
    asked = e.DangerStatementMade(statement="d1", children=("teddy",), words="maya")
    found = told(
        *SET_UP,
        SAID,
        replace(SAID, children=()),
        asked,
        e.ScoreGiven(person="tamsin", question="d1", score=3, rationale="tamsin"),
        e.SafetyGoalSet(goal="g", statement="d1", words="x"),
        e.SummaryGiven(words="maya"),
        e.ReferrerNoted(what="maya"),
    )[4:]
    assert [line.children for line in found] == [
        ("maya",),
        ("maya", "teddy"),
        ("teddy",),
        ("teddy",),
        ("teddy",),
        ("maya", "teddy"),
        (),
    ]
    assert [line.people for line in found] == [("tamsin",), ("tamsin",), (), ("tamsin",), (), (), ()]


def test_an_action_is_found_with_those_who_do_it() -> None:
    action = e.ActionAgreed(
        action="a", children=("teddy",), what="maya", who=("tamsin",), when="now", how_known="maya"
    )
    found = told(*SET_UP, action)[-1]
    assert (found.people, found.children) == (("tamsin",), ("teddy",))


def test_what_an_agency_says_is_found_with_its_people() -> None:
    nurse = e.PersonEntered(person="tip", name="Tip", standing=TAMSIN.standing, agency=HEALTH)
    assert told(*SET_UP, nurse, view("maya", HEALTH, CIN))[-1].people == ("tip",)


def test_a_strike_stands_at_what_it_struck() -> None:
    struck = e.Struck(seq=5, why="said of somebody else")
    found = told(*SET_UP, SAID, struck)
    assert found[4].struck == Strike(seq=6, who="chair", at=AT, why="said of somebody else")
    assert found[5].words == (
        "Struck, entry 5: Tamsin Orrell, strength, about Maya Orrell-Pike: “She sleeps.” "
        "Why: “said of somebody else”."
    )
    assert (found[5].people, found[5].children, found[5].stage) == (("tamsin",), ("maya",), "mapping")
    restored = told(*SET_UP, SAID, struck, e.Restored(seq=5))
    assert restored[4].struck is None
    assert restored[6].words.startswith("Counts again, entry 5: Tamsin Orrell, strength")
    undone = told(*SET_UP, SAID, e.Struck(seq=5, why="undo"))
    assert undone[5].words.startswith("Undone, entry 5: Tamsin Orrell")


def test_people_who_were_struck_are_still_called_by_their_names() -> None:
    found = told(*SET_UP, SAID, e.Struck(seq=4, why="undo"))
    assert found[4].words.startswith("Tamsin Orrell")


@pytest.mark.parametrize("seq", [5, 6, 99])
def test_a_strike_of_nothing_is_told_as_that(seq: int) -> None:
    """A file from elsewhere may hold strikes of themselves, of each other, and of what is not there."""
    found = told(*SET_UP, e.Struck(seq=seq, why="x"), e.Restored(seq=5))
    assert found[4].words == f"Struck, entry {seq}: something that is not in the record. Why: “x”."


def test_hidden_scores_stay_hidden_and_addresses_are_not_told() -> None:
    """BA-16."""
    given = e.ScoreGiven(person="tamsin", question="maya", score=7, rationale="It was once.")
    assert "7" not in last(given)
    assert "It was once" not in last(given)
    shown = told(*SET_UP, given, e.ScoresShown(question="maya"))
    assert shown[4].words == "Tamsin Orrell gave 7 on the scale: Maya Orrell-Pike. Reason: “It was once.”"
    lives = replace(TAMSIN, address="9 Withy Lane", phone="07700 900123", withheld_from=("joss",))
    assert "Withy" not in last(lives)
    assert "07700" not in last(lives)


def test_filters_go_together() -> None:
    found = told(*SET_UP, e.StageOpened(stage="plan"), SAID, replace(SAID, children=("teddy",)))
    assert matching(found) == found
    assert [line.seq for line in matching(found, stage="mapping")] == [6, 7]
    assert [line.seq for line in matching(found, person="tamsin")] == [4, 6, 7]
    assert [line.seq for line in matching(found, child="teddy")] == [3, 4, 7]
    assert [line.seq for line in matching(found, child="teddy", text=" SHE  sleeps ")] == [7]
    assert matching(found, stage="mapping", text="nothing like it") == ()


def test_the_reason_of_a_strike_is_searched() -> None:
    found = told(*SET_UP, SAID, e.Struck(seq=5, why="Verwechslung"))
    assert [line.seq for line in matching(found, text="verwechslung")] == [5, 6]
