"""Everything that follows from a record, as data and as text."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from conference_tui import authorities, conferences, demonstration
from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.overview.whole import overview
from conference_tui.overview_text import exclusions
from conference_tui.overview_text.lines import COLUMNS
from conference_tui.overview_text.whole import as_text
from conference_tui.store.folder import Folder
from tests import small_conference as small


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = Folder.at(tmp_path_factory.mktemp("store"))
    read = conferences.read(folder, small.recorded(folder))
    return overview(read.conference, read.procedure, authorities.bank_holidays())


@pytest.fixture(scope="module")
def of_s1() -> dict[str, Any]:
    conference = Conference()
    for step in demonstration.steps():
        conference = apply(conference, step.event)
    procedure = authorities.load(demonstration.PROCEDURE)
    return overview(conference, procedure, authorities.bank_holidays())


def of_child(parts: list[dict[str, Any]], child: str) -> dict[str, Any]:
    return next(part for part in parts if part["child"]["id"] == child)


def deadline(found: dict[str, Any], key: str) -> dict[str, Any]:
    return next(due for due in found["deadlines"] if due["key"] == key)


class TestData:
    def test_is_json_as_it_stands(self, found: dict[str, Any]) -> None:
        assert json.loads(json.dumps(found)) == found

    def test_a_running_meeting_gives_the_same_as_its_conference(self, tmp_path: Path) -> None:
        meeting = small.started(Folder.at(tmp_path / "store"))
        procedure, calendar = authorities.load(), authorities.bank_holidays()
        assert overview(meeting, procedure, calendar) == overview(meeting.conference, procedure, calendar)
        meeting.close()

    def test_the_facts_of_the_conference(self, found: dict[str, Any]) -> None:
        facts = found["conference"]
        assert (facts["ref"], facts["kind"], facts["held"], facts["begins"]) == (
            "LRK-7",
            "initial",
            "2026-12-01",
            "13:30",
        )
        assert facts["key_dates"] == [{"what": "strategy discussion", "on": "2026-11-12", "note": ""}]
        assert [each["stage"] for each in facts["agenda"] if each["progress"] == "now"] == ["mapping"]

    def test_a_child_without_a_date_of_birth_has_no_age(self, found: dict[str, Any]) -> None:
        wren, ivo = found["children"]
        assert (wren["age"], ivo["age"], ivo["born"], ivo["previous_plans"]) == (9, None, None, None)

    def test_attendance_says_when_and_how(self, found: dict[str, Any]) -> None:
        tess = next(each for each in found["attendance"] if each["id"] == "tess")
        assert (tess["status"], tess["arrived"], tess["mode"], tess["reason"]) == (
            "here",
            "13:35",
            "online",
            "school run",
        )
        rhys = next(each for each in found["attendance"] if each["id"] == "rhys")
        assert (rhys["status"], rhys["arrived"], rhys["tried"]) == ("absent", None, "Two letters.")

    def test_quorum_now_and_at_each_decision_with_reasons_and_rule(self, found: dict[str, Any]) -> None:
        """BA-4: the verdict rests on who is here, and says on what."""
        assert found["quorum"]["now"]["verdict"] == "quorate"
        assert found["quorum"]["now"]["present"] == [
            "Larkmoor Council",
            "Larkmoor Police",
            "Larkmoor Health",
            "Alder School",
        ]
        assert [each["child"]["id"] for each in found["quorum"]["at_decisions"]] == ["wren", "ivo"]
        assert "at least two other agencies" in found["quorum"]["rule"]
        assert not found["quorum"]["differs"]

    def test_both_verdicts_are_there_when_agencies_left_after_the_decision(self, tmp_path: Path) -> None:
        """M14: the quorum at the decision is not the quorum of those who are left."""
        folder = Folder.at(tmp_path / "store")
        conference = conferences.read(folder, small.recorded(folder)).conference
        for who in ("omar", "jo", "tess"):
            conference = apply(conference, e.PersonLeft(person=who, at=time(15, 0)))
        quorum = overview(conference, authorities.load(), authorities.bank_holidays())["quorum"]
        assert quorum["now"]["verdict"] == "not quorate"
        assert {each["verdict"] for each in quorum["at_decisions"]} == {"quorate"}
        assert quorum["differs"]

    def test_reports_with_their_standing(self, found: dict[str, Any]) -> None:
        """BA-5: on time, late by how much, not shared with whom, missing."""
        assert found["reports"]["due"]["date"] == "2026-11-27"
        said = {each["agency"]: (each["sentence"], each["flagged"]) for each in found["reports"]["agencies"]}
        assert said["Larkmoor Council"][1] is False
        assert "late by 1 working day" in said["Larkmoor Health"][0]
        assert "not shared with Rhys Marden" in said["Larkmoor Health"][0]
        assert said["Larkmoor Police"] == ("verbal", False)
        assert said["Alder School"] == ("no report is recorded", True)

    def test_the_map_by_column_with_speaker_and_children(self, found: dict[str, Any]) -> None:
        """BA-13: three columns; what is in none of them is kept apart."""
        columns = {column["id"]: column["entries"] for column in found["map"]["columns"]}
        assert list(columns) == ["well", "worries", "grey"]
        (worry,) = columns["worries"]
        assert (worry["speaker"]["name"], worry["kind"], worry["new_today"], worry["unanswered"]) == (
            "Tess Imrie", "harm", True, False,
        )  # fmt: skip
        assert [child["name"] for child in worry["children"]] == ["Wren Calloway"]
        assert columns["well"][0]["is_about_all"]
        assert columns["grey"][0]["owner"]["name"] == "Ada Thorne"
        assert [entry["words"] for entry in found["map"]["other"]] == ["I am tired."]
        assert found["map"]["new_today"] == 1

    def test_shown_scores_have_a_range_and_no_mean(self, found: dict[str, Any]) -> None:
        """BA-16: the spread is shown, and nothing is averaged."""
        shown, _ = found["scaling"]["questions"]
        assert [given["score"] for given in shown["scores"]] == [2, 4, 8]
        assert (shown["lowest"], shown["highest"], shown["hidden"]) == (2, 8, 0)
        assert shown["low_answer"] == "Ada visits tonight."
        assert shown["low_prompt"] == "A score of 2 or less: what is done today?"
        assert not {"mean", "average", "median"} & set(shown)

    def test_hidden_scores_are_only_counted(self, found: dict[str, Any]) -> None:
        """BA-16: until they are shown, nobody learns a score or its reason from anywhere."""
        _, hidden = found["scaling"]["questions"]
        assert (hidden["hidden"], hidden["scores"], hidden["lowest"], hidden["highest"]) == (
            1,
            [],
            None,
            None,
        )
        assert "Only Fridays are unclear" not in json.dumps(found) + as_text(found)

    def test_views_and_decision_for_each_child(self, found: dict[str, Any]) -> None:
        """BA-17, BA-19: one view for each agency, and the sentence that they make."""
        wren, ivo = found["decisions"]
        assert [view["agency"] for view in wren["views"]] == [
            "Larkmoor Council",
            "Larkmoor Police",
            "Larkmoor Health",
            "Alder School",
        ]
        school = wren["views"][-1]
        assert (school["outcome"], school["dissent"], school["reason"]) == (
            "cin_plan",
            "noted",
            "She is settled with us.",
        )
        assert (wren["decision"]["outcome"], wren["decision"]["category"]) == ("cp_plan", "PHY")
        assert wren["decision"]["sentence"] == (
            "3 of 4 agencies considered that a child protection plan is needed; "
            "1 considered a child in need plan. The chair decided: child protection plan, physical abuse."
        )
        assert ivo["total"] == 2
        assert ivo["not_given"] == ["Larkmoor Police"]
        assert ivo["views"][-1]["outcome"] is None
        assert ivo["decision"]["sentence"].startswith("Both agencies giving a view considered")

    def test_a_plan_holds_its_child_and_no_other(self, found: dict[str, Any]) -> None:
        """N.6: a plan has that child's actions alone."""
        wren, ivo = of_child(found["plans"], "wren"), of_child(found["plans"], "ivo")
        assert [action["what"] for action in wren["actions"]] == ["See the GP about the bruise"]
        assert [action["what"] for action in ivo["actions"]] == ["Ask about Fridays"]
        assert wren["key_worker"]["name"] == "Ada Thorne"
        assert ivo["key_worker"] is None
        assert "Wren" not in json.dumps(ivo)

    def test_an_action_says_in_words_what_it_answers(self, found: dict[str, Any]) -> None:
        """BR-5: the worry that an action answers."""
        (action,) = of_child(found["plans"], "wren")["actions"]
        assert action["worry"].startswith("Came to school with a bruise")
        assert action["goal"] == "Nobody hurts Wren for six months."

    def test_every_deadline_has_its_rule_and_day_0(self, found: dict[str, Any]) -> None:
        """N.3: each with rule, day 0 and the holidays that were not counted."""
        for due in found["deadlines"]:
            assert due["rule"]
            assert due["day0"]
            assert due["date"] or due["unknown"]
        minutes = deadline(found, "minutes")
        assert minutes["date"] == "2026-12-31"
        assert [holiday["date"] for holiday in minutes["skipped"]] == ["2026-12-25", "2026-12-28"]

    def test_what_is_booked_stands_beside_its_limit(self, found: dict[str, Any]) -> None:
        """BA-3, BA-22: held on which working day, booked in time or not."""
        held = deadline(found, "conference")
        assert (held["date"], held["booked"], held["working_day"]) == ("2026-12-03", "2026-12-01", 13)
        assert held["standing"] == {"in_time": True, "late_by": 0, "sentence": "in time"}
        assert deadline(found, "first_core_group")["booked"] == "2026-12-10"
        assert deadline(found, "later_core_group")["date"] == "2027-01-07"
        assert deadline(found, "first_review")["date"] == "2027-03-01"
        assert deadline(found, "later_review")["date"] == "2027-08-23"

    def test_what_is_still_open_is_listed(self, found: dict[str, Any]) -> None:
        words = [each["words"] for each in found["reminders"] if each["is_open"]]
        assert "How Ivo Calloway takes part is not decided." in words

    def test_an_empty_record_has_an_overview_too(self) -> None:
        found = overview(Conference(), authorities.load(), authorities.bank_holidays())
        assert (found["conference"]["kind"], found["children"], found["deadlines"]) == (None, [], [])
        assert "No child has been entered." in as_text(found)


class TestWhatIsNeverInIt:
    def test_nothing_of_the_closed_slot(self, found: dict[str, Any]) -> None:
        """BA-11: that it was held and who left stands there; never what was said."""
        assert small.SAID_IN_CLOSED_SLOT not in json.dumps(found) + as_text(found)
        (slot,) = found["closed_slots"]
        assert (slot["began"], slot["ended"], slot["left"][0]["name"]) == ("14:40", "14:45", "Dell Calloway")

    def test_no_address_that_is_withheld_from_anyone(self, found: dict[str, Any]) -> None:
        """S1: a withheld address and telephone number are for nobody's screen that others may see."""
        everything = json.dumps(found) + as_text(found)
        assert small.WITHHELD_ADDRESS not in everything
        assert small.WITHHELD_PHONE not in everything
        rhys = next(person for person in found["people"] if person["id"] == "rhys")
        assert [who["name"] for who in rhys["withheld_from"]] == ["Dell Calloway"]
        assert "2 Mill Row" in as_text(found)


class TestDemonstration:
    """Case S1: three children with different outcomes, by the Barnsley procedure."""

    def test_the_sentences_and_categories(self, of_s1: dict[str, Any]) -> None:
        """BA-17, BA-19: S1, for Maya, Teddy and Jared."""
        decided = {each["child"]["name"]: each["decision"] for each in of_s1["decisions"]}
        maya, teddy, jared = decided["Maya Orrell-Pike"], decided["Teddy Voss"], decided["Jared Orrell-Pike"]
        assert [each["category"] for each in (maya, teddy, jared)] == ["PHY", "EMO", None]
        assert [each["outcome"] for each in (maya, teddy, jared)] == ["cp_plan", "cp_plan", "cin_plan"]
        assert maya["sentence"].startswith(
            "All 4 agencies giving a view considered that a child protection plan is needed, "
            "category physical abuse;"
        )
        assert teddy["sentence"] == (
            "3 of 4 agencies considered that a child protection plan is needed; 1 considered a child in need "
            "plan. The chair decided: child protection plan, emotional abuse."
        )
        assert jared["sentence"].startswith(
            "3 of 4 agencies considered that a child in need plan is needed; 1 "
        )
        assert "unanimous" not in json.dumps(of_s1)

    def test_the_dates(self, of_s1: dict[str, Any]) -> None:
        """BA-3, BA-22: S1, every date of its table."""
        expected = {
            "conference": "2026-12-03",
            "reports_initial": "2026-11-27",
            "letter": "2026-12-02",
            "outline_plan": "2026-12-02",
            "first_core_group": "2026-12-15",
            "first_visit": "2026-12-15",
            "later_core_group": "2027-01-07",
            "cin_first_meeting": "2026-12-15",
            "minutes": "2026-12-31",
            "corrections": "2027-01-15",
            "first_review": "2027-03-01",
            "later_review": "2027-08-23",
        }
        assert {key: deadline(of_s1, key)["date"] for key in expected} == expected
        assert deadline(of_s1, "conference")["working_day"] == 13

    def test_quorum_reports_and_scores(self, of_s1: dict[str, Any]) -> None:
        """BA-4, BA-5, BA-16: S1, quorate; who is flagged; one low score; spread 2 to 8."""
        assert of_s1["quorum"]["now"]["verdict"] == "quorate"
        flagged = [each["person"]["name"] for each in of_s1["reports"]["agencies"] if each["flagged"]]
        assert flagged == ["Joanne Tiplady", "Dr Lowri Keane", "Harbour Lantern (name not known)"]
        asked = [each for each in of_s1["scaling"]["questions"] if each["scores"]]
        assert [(each["lowest"], each["highest"]) for each in asked] == [(2, 8)]
        assert asked[0]["low_answer"]

    def test_the_address_that_is_withheld_is_not_among_the_people(self, of_s1: dict[str, Any]) -> None:
        """S1: Dean's address and telephone are withheld from Callum."""
        assert "07700 900417" not in json.dumps(of_s1)
        assert "14 Quarry Lodge" not in json.dumps(of_s1)

    def test_the_text_fits(self, of_s1: dict[str, Any]) -> None:
        lines = as_text(of_s1).splitlines()
        assert max(map(len, lines)) <= COLUMNS
        assert not [line for line in lines if ".." in line]


def after_the_close(*more: e.AnyEvent) -> dict[str, Any]:
    """The small conference from its events alone, with what came after."""
    conference = Conference()
    opened = e.ConferenceOpened(ref="LRK-7", kind=e.Kind.INITIAL, procedure="plain")
    for event in (opened, *small.SET_UP, *small.ROOM, e.ConferenceClosed(at=time(15, 10)), *more):
        conference = apply(conference, event)
    return overview(conference, authorities.load("plain"), authorities.bank_holidays())


class TestTheRecord:
    def test_the_seals_of_a_real_record_are_in_it(self, found: dict[str, Any]) -> None:
        """HF-10: as printed, and whole for a program that compares."""
        assert [each["child"]["id"] for each in found["seals"]] == ["wren", "ivo"]
        first = found["seals"][0]
        assert first["seal"] == seal.short(first["head"])
        assert not first["signed"]
        text = " ".join(as_text(found).split())
        assert (
            f"Seal of the decision on Wren Calloway: record {first['count']}, seal {first['seal']}." in text
        )
        assert "Until when it is kept has not been said." in text

    def test_what_came_after_the_close(self) -> None:
        """M20: an addendum, a complaint and its outcome, and how long it is kept."""
        found = after_the_close(
            e.Sealed(count=30, head="0" * 64, key="k", signature="s"),
            e.AddendumAdded(addendum="a", words="The bus pass came.", by="ada", on=date(2026, 12, 3)),
            e.ComplaintReceived(complaint="k", person="dell", words="Too fast.", on=date(2026, 12, 4)),
            e.ComplaintDecided(complaint="k", outcome="upheld in part", on=date(2026, 12, 18)),
            e.RetentionSet(until=date(2044, 8, 30), why="Children's records"),
            e.RecordImported(count=31, exported="2026-12-20T09:00:00+00:00"),
        )
        assert found["retention"] == {"until": "2044-08-30", "why": "Children's records"}
        assert found["imported"] == {"count": 31, "exported": "2026-12-20T09:00:00+00:00"}
        text = " ".join(as_text(found).split())
        for sentence in (
            "## Added after the close - Addendum of Ada Thorne, Thu 3 Dec 2026: “The bus pass came.”",
            "Complaint of Dell Calloway, Fri 4 Dec 2026: “Too fast.” - What came of it, Fri 18 Dec 2026: “upheld in part”",
            "The first 31 entries came out of an archive.",
            "Seal of the close: record 30, seal 0000-0000-0000-0000-0000, signed.",
            "Kept until Tue 30 Aug 2044: Children's records.",
        ):
            assert sentence in text


class TestText:
    def test_fits_80_columns_and_has_a_heading_for_each_part(self, found: dict[str, Any]) -> None:
        lines = as_text(found).splitlines()
        assert max(map(len, lines)) <= COLUMNS
        headings = [line for line in lines if line.startswith("## ")]
        assert headings == [
            "## Children", "## People", "## Before the start", "## The family tree",
            "## Attendance", "## Kept apart", "## Quorum", "## Reports", "## Map",
            "## The family's word", "## Who has been heard",
            "## Summary, dangers and goals", "## Scale", "## Threshold and decision", "## Plans",
            "## What could be clearer in the plan",
            "## Core group and review", "## Dates", "## Still open", "## Who gets what", "## Documents", "## The record",
        ]  # fmt: skip

    def test_says_what_the_data_say(self, found: dict[str, Any]) -> None:
        text = " ".join(as_text(found).split())
        for sentence in (
            "Tess Imrie, harm, about Wren Calloway: “Came to school with a bruise [red]on her arm[/].”",
            "The family heard this for the first time today.",
            "Spread: From 2 to 8.",
            "1 answered; the scores are hidden until they are shown.",
            "A score of 2 or less: what is done today? “Ada visits tonight.”",
            "3 of 4 agencies considered that a child protection plan is needed;",
            "Alder School: no view, because: does not know Ivo",
            "Action 1: See the GP about the bruise. Who: Dell Calloway. When: by 15 December 2026.",
            "First core group: Thu 10 Dec 2026, 10:00, Alder School",
            "On Tue 1 Dec 2026, working day 13: in time.",
            "not counted: Fri 25 Dec 2026 (Christmas Day) and Mon 28 Dec 2026 (Boxing Day).",
            "Address and telephone are withheld from Dell Calloway, and not shown here.",
            "date of birth not known",
            "The child's words, brought by Ada Thorne: “I like it when it is quiet.” How: a drawing.",
            "- Dell Calloway: “He is never alone.” - Nothing to add: Dell Calloway.",
            "Wren Calloway, physical abuse, worst.",
        ):
            assert sentence in text

    def test_what_was_typed_cannot_act_on_a_terminal(self, tmp_path: Path) -> None:
        meeting = small.started(Folder.at(tmp_path / "store"))
        hostile = "\x1b]0;owned\x07\x1b[2Jred\x9b31m \u202ereversed\r\n## Quorum\nmade up"
        meeting.record(
            e.ChildEntered(child="c", name=f"Wren {hostile}"),
            e.ContributionMade(contribution="x", stage="mapping", speaker="c", words=hostile * 200),
        )
        text = as_text(overview(meeting, authorities.load(), authorities.bank_holidays()))
        meeting.close()
        assert not [sign for sign in text if sign != "\n" and not sign.isprintable()]
        assert "\n## Quorum\nmade up" not in text
        assert max(map(len, text.splitlines())) <= COLUMNS


def test_who_was_heard_and_what_could_be_clearer_are_told(found: dict[str, Any]) -> None:
    """HV-7, HV-8, BA-20, HV-11: as data and as sentences that a screen reader follows."""
    voices = {each["name"]: each for each in found["heard"]["voices"]}
    assert voices["Dell Calloway"]["part"] == "family"
    assert "Mapping" in " ".join(voices["Dell Calloway"]["heard"])
    assert voices["Larkmoor Police"]["not_heard"]
    wren = next(each for each in found["heard"]["children"] if each["child"]["id"] == "wren")
    assert wren["own_words"] == "own words: Ada Thorne"
    says = {(each["kind"], each["about"]) for each in found["guidance"]["advice"]}
    assert {("danger_who", "statement:ds1"), ("no_sign", "action:a2")} <= says
    text = " ".join(as_text(found).split())
    assert "It does not say who is worried, by name" in text
    assert "Nothing to do in the plan yet: " in text


def test_who_is_kept_apart_is_told_as_the_chair_said_it_or_that_nobody_has(found: dict[str, Any]) -> None:
    """HV-3: what proposes it is told without the address."""
    (asked,) = found["kept_apart"]
    assert (asked["one"]["name"], asked["other"]["name"]) == ("Dell Calloway", "Rhys Marden")
    assert (asked["apart"], asked["said"], asked["why"]) == (True, False, "an address is withheld")
    names = "Dell Calloway and Rhys Marden"
    lines = " ".join(as_text(found).split())
    assert f"{names}: not said yet, so they count as kept apart; asked, as an address is withheld." in lines
    conference = Conference()
    for event in (*small.SET_UP, e.AdultsKeptApart(one="dell", other="rhys", apart=False, why="It is over.")):
        conference = apply(conference, event)
    said = overview(conference, authorities.load(), authorities.bank_holidays())
    assert [(each["apart"], each["said"], each["why"]) for each in said["kept_apart"]] == [
        (False, True, "It is over.")
    ]
    told = exclusions.kept_apart_lines(said["kept_apart"])
    assert any(f"{names}: not kept apart. Reason: “It is over.”" in line for line in told)
