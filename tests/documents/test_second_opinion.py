"""What must not stand in a copy, worked out from the record alone: by kind of entry, field, sitting, side and choice.

What is expected is written by hand here, reader by reader; the program does not read it.
"""

import datetime as dt
import io
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest
from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role, Words
from conference_tui.conference.folding import apply, fold
from conference_tui.conference.keys import key_of
from conference_tui.conference.papers import FILE, Copy, Layout, Paper, whereabouts_of
from conference_tui.conference.people import Relation, Standing
from conference_tui.conference.recipients import copies
from conference_tui.conference.second_opinion import SecondOpinion
from conference_tui.conference.state import Conference
from conference_tui.documents.draw import write
from conference_tui.documents.pack import Leak, Press, Ready
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Text
from tests import case_kept_apart as k1
from tests.conference.building import CALENDAR, build
from tests.conference.cases import BARNSLEY, CLOSED_WORDS, over_christmas, siblings

K1 = k1.conference()
TOGETHER = k1.conference(apart=False)
"""The same family without an order: in one sitting, and nobody withholds anything."""
S1 = siblings()
READERS = {"C": k1.CARYS, "R": k1.RHODRI, "P": k1.POLICE, "H": k1.REFUGE}


def minutes(reader: str) -> Copy:
    return Copy(paper=Paper.MINUTES, reader=reader)


def looked_for(
    conference: Conference, copy: Copy, closed: tuple[str, ...] = (), fixed: tuple[str, ...] = ()
) -> dict[str, bool]:
    """What is looked for in a copy, and whether it stops it for certain."""
    opinion = SecondOpinion(conference, BARNSLEY, closed_words=closed, fixed_words=fixed)
    found: dict[str, bool] = {}
    for term in opinion.terms(copy):
        found[term.words] = found.get(term.words, False) or term.certain
    return found


# --- The case of two who are kept apart, entry by entry --------------------------------------------------------------

STOPS: dict[str, tuple[str, ...]] = {
    k1.CARYS: (
        *(k1.MOVED, k1.SAW, k1.ASHAMED, k1.SCORES[k1.RHODRI], k1.MEETS, k1.LANE, k1.ROW),
        *(k1.EVIDENCE, k1.BEFORE),
    ),
    k1.RHODRI: (
        *(k1.PUSHED, k1.PANIC, k1.SESSIONS, k1.GOES_ON, k1.NUMBER, k1.REFUGE_VIEW, k1.EVIDENCE, k1.BEFORE),
        *(k1.SCORES[k1.DILYS], k1.SCORES[k1.CARYS], k1.SCORES[k1.LENA]),
        *(
            "Heron Wharf",
            "07700900311",
            "3 Mill Lane",
            "Harbour Lantern",
            "Lena Marsh",
            "Family Centre, Brook Street",
        ),
    ),
    k1.POLICE: (k1.EVIDENCE, k1.BEFORE),
    k1.REFUGE: (
        *(k1.MOVED, k1.SAW, k1.ASHAMED, k1.SCORES[k1.RHODRI], k1.MEETS, k1.LANE, k1.ROW),
        *(k1.EVIDENCE, k1.BEFORE),
    ),
}
"""What stops a copy of theirs, whatever it was drawn from."""
ASKED: dict[str, tuple[str, ...]] = {
    k1.CARYS: (k1.NUMBER,),
    k1.RHODRI: (
        k1.READING,
        k1.OF_NIA,
        k1.RINGS,
        "Steps Forward",
        "28 January 2027",
    ),
    k1.POLICE: (k1.NUMBER,),
    k1.REFUGE: (k1.NUMBER,),
}
"""What the chair is asked about before a copy of theirs is handed over."""
READS: dict[str, tuple[str, ...]] = {
    k1.CARYS: (k1.PUSHED, k1.PANIC, k1.SESSIONS, k1.READING, k1.SUNDAYS, k1.OF_NIA, k1.SUMMARY, k1.GATE,
               k1.GOES_ON, k1.VISITS, k1.RINGS, k1.REFUGE_VIEW, "Harbour Lantern"),
    k1.RHODRI: (k1.ROW, k1.SUNDAYS, k1.MOVED, k1.SAW, k1.ASHAMED, k1.SUMMARY, k1.GATE, k1.VISITS, k1.MEETS),
    k1.POLICE: (k1.PUSHED, k1.PANIC, k1.SESSIONS, k1.READING, k1.SUNDAYS, k1.OF_NIA, k1.MOVED, k1.SAW, k1.ASHAMED,
                k1.SUMMARY, k1.GATE, k1.GOES_ON, k1.VISITS, k1.RINGS, k1.MEETS, k1.REFUGE_VIEW, *k1.SCORES.values()),
    k1.REFUGE: (k1.PUSHED, k1.PANIC, k1.SESSIONS, k1.READING, k1.SUNDAYS, k1.OF_NIA, k1.SUMMARY, k1.GATE,
                k1.GOES_ON, k1.VISITS, k1.RINGS, k1.REFUGE_VIEW),
}  # fmt: skip
"""What is theirs to read, and is not looked for."""


@pytest.mark.parametrize("reader", STOPS)
def test_of_two_who_are_kept_apart_each_entry_is_looked_for_in_whose_copies_it_may_not_stand(
    reader: str,
) -> None:
    """HV-3, HF-10: worked out without what the copy was drawn from."""
    found = looked_for(K1, minutes(reader))
    assert {words: found.get(words) for words in STOPS[reader]} == dict.fromkeys(STOPS[reader], True)
    assert {words: found.get(words) for words in ASKED[reader]} == dict.fromkeys(ASKED[reader], False)
    assert [words for words in READS[reader] if words in found] == []


@pytest.mark.parametrize("paper", [Paper.MINUTES, Paper.OUTLINE_PLAN])
@pytest.mark.parametrize("reader", STOPS)
def test_a_copy_that_is_drawn_from_the_whole_conference_does_not_leave_the_house(
    reader: str, paper: Paper, tmp_path: Path
) -> None:
    """N1, HF-10: whatever the reduction forgot: all that stands in the file and is not this reader's is found."""
    child = k1.NIA if paper is Paper.OUTLINE_PLAN else ""
    copy = Copy(paper=paper, reader=reader, child=child, reader_name=reader)
    stops = whole_record(K1, copy, tmp_path)
    assert [words for words in STOPS[reader] if words not in stops] == []
    assert [words for words in READS[reader] if words in stops] == []


def whole_record(conference: Conference, copy: Copy, folder: Path) -> set[str]:
    """What is found for certain in a paper that holds every word of the whole record; it is not written."""
    words = [text for _, each in conference.log for text in typed(each.event)]
    names = [each.name for each in conference.people.values()]
    names += [each.name for each in conference.children.values()]
    places = [
        place for each in conference.people.values() for place in (each.address, each.phone, each.agency)
    ]
    drawn = write(copy, conference, BARNSLEY, CALENDAR)
    parts = tuple(Text(words=each) for each in (*words, *names, *places) if each)
    out = io.BytesIO()
    pages = set_pdf(replace(drawn, parts=(*drawn.parts, *parts)), out)
    ready = Ready(
        copy=copy, layout=Layout.STANDARD, data=out.getvalue(), suffix=".pdf", pages=pages, drawn_from=""
    )
    with pytest.raises(Leak) as leak:
        Press(conference, BARNSLEY, CALENDAR).hand_over(ready, folder / "x.pdf")
    assert not list(folder.iterdir())
    return {hit.term.words for hit in leak.value.hits if hit.term.certain}


def typed(value: object) -> list[str]:
    """Every text in an event but ids."""
    if isinstance(value, e.Event):
        skipped = (Role.ID, Role.CHOICE, Role.MOMENT, Role.PERSON, Role.CHILD)
        fields = [name for name, role in value.roles.items() if role not in skipped]
        return [text for name in fields for text in typed(getattr(value, name))]
    if isinstance(value, tuple):
        return [text for each in value for text in typed(each)]
    return [value] if isinstance(value, str) and value else []


@pytest.mark.parametrize(("name", "case"), [("S1", S1), ("S2", over_christmas())])
def test_the_whole_record_of_every_case_stops_every_copy_of_everybody(
    name: str, case: Conference, tmp_path: Path
) -> None:
    """N1, HF-10: drawn from all of it no copy passes but the file's own."""
    del name
    for copy in copies(case, BARNSLEY):
        if copy.paper is Paper.MINUTES and copy.reader != FILE:
            assert whole_record(case, copy, tmp_path), copy.reader


def test_without_the_order_own_matters_are_asked_about_and_the_rest_is_read() -> None:
    """HF-10: parents who are not kept apart: only what is the other's own matter waits for the chair."""
    found = looked_for(TOGETHER, minutes(k1.RHODRI))
    own = (k1.PANIC, k1.SESSIONS, k1.GOES_ON)
    assert {words: found.get(words) for words in own} == dict.fromkeys(own, False)
    heard = (
        k1.PUSHED,
        k1.READING,
        k1.OF_NIA,
        k1.RINGS,
        k1.VISITS,
        k1.SUMMARY,
        "Harbour Lantern",
        "Lena Marsh",
    )
    assert [words for words in heard if words in found] == []


def test_who_came_with_the_mother_reads_as_one_of_her_side() -> None:
    """HV-3: nothing of the father's, from the adviser either; with others it is an address like any other."""
    assert looked_for(K1, minutes(k1.REFUGE))[k1.ROW] is True
    assert looked_for(K1, minutes(k1.POLICE))[k1.ROW] is False


# --- By kind of entry and field --------------------------------------------------------------------------------------

EVERYBODY, IN_A, AGENCIES, NOBODY = "CRPH", "CPH", "PH", ""
BY_KIND: dict[type[e.Event], str] = {
    **dict.fromkeys(
        (e.ConferenceOpened, e.ConferenceArranged, e.KeyDateGiven, e.ChairChanged, e.InquorateProceeded,
         e.ConferenceAdjourned, e.ClosedSlotBegan, e.ReviewBooked, e.LastConferenceGiven),
        EVERYBODY,
    ),
    e.PersonEntered: EVERYBODY,
    **dict.fromkeys(
        (e.PersonArrived, e.PersonIntroduced, e.ApologySent, e.AbsenceNoted, e.ReportReceived, e.CoreGroupBooked),
        IN_A,
    ),
    e.ExclusionDecided: AGENCIES,
    **dict.fromkeys(
        (e.ChildEntered, e.ChildBorn, e.ParticipationDecided, e.ChildViewsMissing, e.ViewGiven, e.ChairViewGiven,
         e.DecisionMade, e.DissentDeclared, e.DangerStatementMade, e.SafetyGoalSet, e.ReasonGiven, e.VisitsAgreed,
         e.EarlierPlanGiven, e.EarlierStatementGiven, e.AddendumAdded, e.CoreGroupMemberChosen),
        EVERYBODY,
    ),
    **dict.fromkeys(
        (e.ContributionMade, e.ContributionCorrected, e.FamilyAsked, e.ChildViewsGiven, e.HarmDetailed,
         e.FutureRiskDiscussed, e.SummaryGiven, e.ScoreGiven, e.LowScoreAnswered, e.ReviewAnswered, e.ActionReviewed),
        IN_A,
    ),
    **dict.fromkeys(
        (e.ActionAgreed, e.EarlierActionGiven, e.BottomLineSet, e.ContingencySet, e.NetworkSupportOffered,
         e.RecommendationMade, e.BirthPlanSet),
        EVERYBODY,
    ),
    **dict.fromkeys(
        (e.ReferrerNoted, e.FamilyAskedAboutObserver, e.PreMeetingHeld, e.NeedNoted, e.ChecklistTicked,
         e.EarlierMemberGiven, e.EarlierBirthPlanGiven, e.EarlierEntryGiven, e.AdviceLeft, e.RelativeNamed,
         e.RelationGiven, e.AdultsKeptApart, e.SplitSittingPlanned, e.CopyDecided, e.EntryChosen, e.EntryWorded,
         e.WordsJudged, e.RetentionSet, e.Struck, e.ComplaintReceived, e.ComplaintDecided, e.CopyNumbered),
        NOBODY,
    ),
}  # fmt: skip
"""Who reads of an entry about Nia that was recorded in the sitting with her mother, where the head teacher is meant."""
BY_FIELD: dict[tuple[type[e.Event], str], str] = {
    (e.PersonEntered, "address"): NOBODY,
    (e.PersonEntered, "screen_name"): NOBODY,
    (e.ChildEntered, "lives"): NOBODY,
    (e.PersonArrived, "reason"): AGENCIES,
    (e.ConferenceArranged, "online_reason"): AGENCIES,
    (e.ExclusionDecided, "evidence"): NOBODY,
    (e.ExclusionDecided, "requested_by"): NOBODY,
}
"""Fields of which it is another one."""
NOT_LOOKED_FOR = {(e.WordsJudged, "words"), (e.DocumentMade, "recipient")}
"""Words that somebody has judged already, and a reader's name."""
TYPED = (Role.WORDS, Role.FILED, Role.PROFESSIONAL, Role.TOLD, Role.NAME, Role.PLACE)


def planted(kind: type[e.Event]) -> dict[str, str]:
    """By field, the words that are planted in it."""
    return {
        name: f"Ochre {kind.__name__} plover {name} under seven quinces"
        for name, role in kind.roles.items()
        if role in TYPED and (kind, name) not in NOT_LOOKED_FOR
    }


def filled(kind: type[e.Event]) -> e.Event:
    """An event of a kind with words planted in every field that somebody types."""
    words = planted(kind)
    hints = get_type_hints(kind)
    event = kind(**{name: value_of(kind, name, hints[name], words.get(name)) for name in kind.roles})
    if isinstance(event, e.PersonEntered):
        return replace(event, standing=Standing.PROFESSIONAL, supports="", withheld_from=(), parent_of=())
    return event


def value_of(kind: type[e.Event], name: str, hint: Any, words: str | None) -> object:  # noqa: ANN401
    role, origin = kind.roles[name], get_origin(hint)
    if origin in (Union, UnionType):
        hint = next(each for each in get_args(hint) if each is not NoneType)
        origin = get_origin(hint)
    if origin is tuple:
        return (value_of(kind, name, get_args(hint)[0], words),)
    if origin is Literal:
        return get_args(hint)[0]
    if words is not None:
        return words
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if isinstance(hint, type) and issubclass(hint, Struct):
        return filled(e.ContributionMade)
    by_role = {
        Role.PERSON: k1.HUW,
        Role.CHILD: k1.NIA,
        Role.AGENCY: k1.SCHOOL,
        Role.NUMBER: "",
        Role.ID: "x1",
    }
    by_type = {str: "", bool: True, int: 1, dt.date: dt.date(2027, 3, 1), dt.time: dt.time(9, 40)}
    return by_role[role] if role in by_role else by_type[hint]


WITHOUT_SUMMARY = fold(each for each in k1.entries() if not isinstance(each.event, e.SummaryGiven))
"""A second one would be taken for a correction of the first, which everybody heard."""
KINDS = [kind for kind in e.Event.__subclasses__() if planted(kind)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_word_of_every_kind_of_entry_is_looked_for_in_the_copies_of_whoever_does_not_read_it(
    kind: type[e.Event],
) -> None:
    """HF-10: a kind that nobody says anything of fails here."""
    here = e.Moment(here=k1.SITS_IN[k1.A], sitting=k1.A, about=(k1.NIA,))
    full = apply(WITHOUT_SUMMARY, e.Recorded(seq=0, at="", event=filled(kind), moment=here))
    nested = planted(e.ContributionMade) if kind is e.ContributionCorrected else {}
    found = {letter: looked_for(full, minutes(reader)) for letter, reader in READERS.items()}
    for field, words in {**planted(kind), **nested}.items():
        read = "".join(letter for letter in READERS if words not in found[letter])
        assert read == BY_FIELD.get((kind, field), BY_KIND[kind]), field


def test_what_the_file_keeps_holds_everything_but_the_closed_slot() -> None:
    """HF-10: a paper of its own about one child has nothing of another one."""
    assert looked_for(S1, minutes(FILE)) == {}
    of_teddy = Copy(paper=Paper.OUTLINE_PLAN, reader=FILE, child="teddy")
    found = looked_for(S1, of_teddy)
    assert found["Maya describes two earlier times since summer."] is True
    assert "He wets himself at school, four times in November." not in found
    with_evidence = Copy(paper=Paper.OUTLINE_PLAN, reader=FILE, child=k1.NIA)
    assert k1.EVIDENCE not in looked_for(K1, with_evidence)


# --- What nobody has a rule for ---------------------------------------------------------------------------------------


class ActionWithCost(e.ActionAgreed, frozen=True, kw_only=True):
    """A kind of entry that no rule names."""

    cost: Words = ""


def test_a_new_kind_of_entry_is_for_the_file_alone_until_a_rule_names_it() -> None:
    """N1, HF-10: what it holds is looked for in everybody's copies."""
    costly = ActionWithCost(
        action="a9", children=("maya",), what="Somebody comes on Tuesdays.", who=("sloan",), when="now",
        cost="Forty pounds a week from the council.",
    )  # fmt: skip
    entry = e.Recorded(seq=0, at="", event=costly, moment=e.Moment(about=("maya",)))
    full = replace(S1, log=S1.log.with_one_more("a9", entry))
    for reader in ("tamsin", "Children's social care"):
        found = looked_for(full, minutes(reader))
        assert found["Forty pounds a week from the council."] is True
        assert found["Somebody comes on Tuesdays."] is True
    assert looked_for(full, minutes(FILE)) == {}


def test_a_field_that_says_it_is_something_that_no_rule_names_is_for_the_file_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """N1, HF-10: of an entry that everybody reads."""
    monkeypatch.setattr(e.ActionAgreed, "roles", {**e.ActionAgreed.roles, "need": "a price"})
    agreed = e.ActionAgreed(
        action="a9", children=("maya",), what="Somebody comes on Tuesdays.", who=("sloan",), when="now",
        need="Forty pounds a week from the council.",
    )  # fmt: skip
    found = looked_for(build(agreed, on=S1), minutes("tamsin"))
    assert found["Forty pounds a week from the council."] is True
    assert "Somebody comes on Tuesdays." not in found


# --- About whom, and who heard it -------------------------------------------------------------------------------------

SENTENCE = "The marks on the forearm were photographed."


def heard(event: e.Event, **moment: Any) -> Conference:  # noqa: ANN401
    return apply(S1, e.Recorded(seq=0, at="", event=event, moment=e.Moment(**moment)))


def added(*children: str) -> e.AddendumAdded:
    return e.AddendumAdded(
        addendum="n1", words=SENTENCE, by="sloan", on=dt.date(2027, 1, 4), children=children
    )


def said(speaker: str = "sloan", stage: str = "mapping") -> e.ContributionMade:
    return e.ContributionMade(contribution="n1", stage=stage, speaker=speaker, words=SENTENCE)


def test_whom_it_is_about_decides_and_not_the_names_in_the_words() -> None:
    """HF-10: what is about Maya stops the copy of a father who reads of Teddy; of what nobody knows everybody's."""
    of_maya = heard(added(), about=("maya",))
    assert looked_for(of_maya, minutes("callum"))[SENTENCE] is True
    assert SENTENCE not in looked_for(of_maya, minutes("dean"))
    assert looked_for(heard(said(), about=("maya",)), minutes("callum"))[SENTENCE] is True
    unknown = heard(added(), about=None)
    for reader in ("tamsin", "callum", "dean", "Children's social care", "Wexcombe High"):
        assert looked_for(unknown, minutes(reader))[SENTENCE] is True
    assert SENTENCE not in looked_for(unknown, Copy(paper=Paper.OUTLINE_PLAN, reader=FILE, child="maya"))
    one_child = Copy(paper=Paper.OUTLINE_PLAN, reader="tamsin", child="teddy")
    assert looked_for(of_maya, one_child)[SENTENCE] is True


def test_who_was_kept_out_reads_only_their_own_words() -> None:
    """HV-3: by the clock, wherever the agenda was; and what they had told is theirs."""
    of_all = {"about": tuple(S1.children), "kept_out": ("callum",)}
    assert looked_for(heard(said(), **of_all), minutes("callum"))[SENTENCE] is True
    assert SENTENCE not in looked_for(heard(said(), **of_all), minutes("tamsin"))
    assert SENTENCE not in looked_for(heard(said("callum"), **of_all), minutes("callum"))


def test_what_is_corrected_was_heard_when_it_was_said() -> None:
    """HF-10: the spelling of something from the other sitting is put right while he is in the room."""
    corrected = e.ContributionCorrected(
        correct=e.ContributionMade(
            contribution="k3",
            stage="mapping",
            speaker=k1.LENA,
            children=(k1.NIA,),
            words=f"{k1.SESSIONS} So far.",
        )
    )
    now = e.Moment(here=k1.SITS_IN[k1.B], sitting=k1.B, about=(k1.NIA,))
    full = apply(K1, e.Recorded(seq=0, at="", event=corrected, moment=now))
    assert looked_for(full, minutes(k1.RHODRI))[f"{k1.SESSIONS} So far."] is True
    assert f"{k1.SESSIONS} So far." not in looked_for(full, minutes(k1.CARYS))


def test_the_words_of_somebody_who_is_kept_apart_are_read_by_who_was_there() -> None:
    """HV-3: in one room for a while; what he said after she had left is not hers."""
    for here, is_found in (((k1.CARYS, k1.RHODRI), False), ((k1.RHODRI,), True)):
        moment = e.Moment(here=here, sitting=k1.A, about=(k1.NIA,))
        event = e.ContributionMade(contribution="n1", stage="mapping", speaker=k1.RHODRI, words=SENTENCE)
        full = apply(K1, e.Recorded(seq=0, at="", event=event, moment=moment))
        assert (SENTENCE in looked_for(full, minutes(k1.CARYS))) is is_found


def test_who_came_for_somebody_reads_what_that_one_heard() -> None:
    """HV-3: the summary was read to her alone, after her adviser had left; the adviser of nobody else reads it."""
    event = e.SummaryGiven(words=SENTENCE)
    for here, is_found in (((k1.CARYS,), False), ((k1.RHODRI,), True)):
        moment = e.Moment(here=here, sitting=k1.B, about=(k1.NIA,))
        full = apply(K1, e.Recorded(seq=0, at="", event=event, moment=moment))
        assert (SENTENCE in looked_for(full, minutes(k1.REFUGE))) is is_found


def test_an_agency_knows_where_a_child_of_its_lives() -> None:
    """HF-10: who withholds it from the father does not from them; of another address they are not told."""
    assert "Heron Wharf" not in looked_for(K1, minutes(k1.POLICE))
    assert looked_for(K1, minutes(k1.POLICE))["3 Mill Lane"] is True


def test_the_words_of_who_is_not_named_are_not_read_either() -> None:
    """HF-10: Dean belongs to other children than Callum's; his advocate likewise."""
    of_all = {"about": tuple(S1.children), "here": ("callum", "dean", "tamsin")}
    assert looked_for(heard(said("dean"), **of_all), minutes("callum"))[SENTENCE] is True
    assert SENTENCE not in looked_for(heard(said("dean"), **of_all), minutes("tamsin"))


def test_of_what_became_of_an_action_nobody_reads_more_than_of_the_action() -> None:
    """BA-13, HF-10: the last plan had an action that is her own matter."""
    given = e.EarlierActionGiven(
        action="last-1", what="Carys sees a counsellor every week.", children=(k1.NIA,)
    )
    became = e.ActionReviewed(action="last-1", outcome="partly", evidence=SENTENCE)
    full = K1
    for event, own in ((given, k1.CARYS), (became, "")):
        moment = e.Moment(here=(k1.CARYS, k1.RHODRI), sitting=k1.B, about=(k1.NIA,), own_matter_of=own)
        full = apply(full, e.Recorded(seq=0, at="", event=event, moment=moment))
    assert looked_for(full, minutes(k1.RHODRI))[SENTENCE] is True
    assert SENTENCE not in looked_for(full, minutes(k1.CARYS))


# --- The chair's word --------------------------------------------------------------------------------------------------


def test_the_chairs_choice_beats_the_rule_both_ways() -> None:
    """BA-2, HF-10: shown although it was said elsewhere; left out although it would be read."""
    shown = e.EntryChosen(entry="k4", how="shown", reader=k1.RHODRI, why="He asked how she does at school.")
    assert k1.READING not in looked_for(build(shown, on=K1), minutes(k1.RHODRI))
    out = e.EntryChosen(entry="k8", how="left out", reader=k1.RHODRI, why="It was withdrawn.")
    assert looked_for(build(out, on=K1), minutes(k1.RHODRI))[k1.SAW] is True
    assert k1.SAW not in looked_for(build(out, on=K1), minutes(k1.POLICE))
    for_all = e.EntryChosen(entry="k8", how="left out", why="It was withdrawn.")
    assert looked_for(build(for_all, on=K1), minutes(k1.POLICE))[k1.SAW] is True
    plan = Copy(paper=Paper.OUTLINE_PLAN, reader=k1.POLICE, child=k1.NIA)
    assert k1.SAW not in looked_for(build(for_all, on=K1), plan)
    own = e.EntryChosen(entry="k7", how="left out", reader=k1.RHODRI, why="He asks for it.")
    assert looked_for(build(own, on=K1), minutes(k1.RHODRI))[k1.MOVED] is True
    themed = e.EntryChosen(entry="k1", how="themed", reader=k1.POLICE)
    assert k1.PUSHED not in looked_for(build(themed, on=K1), minutes(k1.POLICE))


def test_a_meeting_that_the_chair_lets_through_is_asked_about_at_most() -> None:
    """HF-10: where somebody will be from whom they are kept apart stops a copy, unless the chair shows it to them."""
    booked = K1.core_group_booked
    assert booked
    plan = Copy(paper=Paper.OUTLINE_PLAN, reader=k1.RHODRI, child=k1.NIA)
    assert looked_for(K1, plan)[booked.venue] is True
    shown = e.EntryChosen(entry=key_of(booked), how="shown", reader=k1.RHODRI, why="They agreed to it.")
    assert booked.venue not in looked_for(build(shown, on=K1), plan)


def test_the_chairs_wording_stands_in_the_place_of_what_was_typed_for_that_reader_alone() -> None:
    """HF-10: what was typed is looked for in his copies, the wording in everybody else's."""
    wording = "If Rhodri goes to where they live, the police are called."
    full = build(e.EntryWorded(entry="k16", reader=k1.RHODRI, words=wording), on=K1)
    his, hers = looked_for(full, minutes(k1.RHODRI)), looked_for(full, minutes(k1.CARYS))
    assert his[k1.RINGS] is not None
    assert wording not in his
    assert k1.RINGS not in hers
    assert hers[wording] is True


def test_words_that_the_chair_typed_are_looked_for_in_every_copy_and_asked_about() -> None:
    """HF-10: no rule knows what the refuge is called; where one may read it the chair says so."""
    typed_ = e.WordsJudged(reader="", words="Larkspur House", stays=False, why="")
    full = build(typed_, on=S1)
    for reader in ("tamsin", "callum", "Children's social care"):
        assert looked_for(full, minutes(reader))["Larkspur House"] is False
    assert "Larkspur House" not in looked_for(full, minutes(FILE))
    may = e.WordsJudged(reader="tamsin", words="Larkspur House", stays=True, why="She lives there.")
    assert "Larkspur House" not in looked_for(build(may, on=full), minutes("tamsin"))
    assert "Larkspur House" in looked_for(build(may, on=full), minutes("callum"))


def test_an_address_goes_to_whom_the_chair_lets_have_it_and_never_to_whom_it_is_withheld_from() -> None:
    """HF-10"""
    assert "Heron Wharf" in looked_for(K1, minutes(k1.MAIR))
    for reader, is_found in ((k1.MAIR, False), (k1.RHODRI, True)):
        judged = e.WordsJudged(reader=reader, words=whereabouts_of(k1.CARYS), stays=True, why="They have it.")
        assert ("Heron Wharf" in looked_for(build(judged, on=K1), minutes(reader))) is is_found
    assert "Heron Wharf" not in looked_for(K1, minutes(k1.CARYS))


# --- Papers, names, numbers -------------------------------------------------------------------------------------------


def test_a_sheet_holds_what_its_reader_does_and_nothing_of_the_case() -> None:
    """HF-10: nor what is agreed with others; for a parent also what the network does for their child."""
    offered = e.ActionAgreed(
        action="n-m",
        children=(k1.NIA,),
        what="Mair fetches Nia from choir on Mondays.",
        who=(k1.MAIR,),
        when="now",
    )
    full = build(offered, on=K1)
    sheet = Copy(paper=Paper.ACTION_SHEET, reader=k1.CARYS)
    found = looked_for(full, sheet)
    assert "Mair fetches Nia from choir on Mondays." not in found
    assert k1.GOES_ON not in found
    assert found[k1.GATE] is True
    assert found[k1.PUSHED] is True
    of_mair = looked_for(full, Copy(paper=Paper.ACTION_SHEET, reader=k1.MAIR))
    assert "Mair fetches Nia from choir on Mondays." not in of_mair
    assert of_mair[k1.GOES_ON] is True


def test_the_family_tree_is_on_plans_and_only_the_childs_own() -> None:
    """KC-4, HF-10"""
    own = e.RelationGiven(person="bridie", of="tamsin", note="has brought up four of her own")
    of_dean = e.RelativeNamed(relative="r-ada", name="Ada Pike", role="the mother of Dean, in Wenlow")
    joined = e.RelationGiven(person="r-ada", of="dean", note="rings him each evening at nine", relation=None)
    full = build(
        replace(own, relation=Relation.PARENT), of_dean, replace(joined, relation=Relation.PARENT), on=S1
    )
    teddys = looked_for(full, Copy(paper=Paper.OUTLINE_PLAN, reader="callum", child="teddy"))
    assert own.note not in teddys
    assert teddys[joined.note] is True
    assert teddys[of_dean.role] is True
    assert teddys["Ada Pike"] is False
    mayas = looked_for(full, Copy(paper=Paper.OUTLINE_PLAN, reader="dean", child="maya"))
    assert not {own.note, joined.note, of_dean.role, "Ada Pike"} & mayas.keys()
    assert looked_for(full, minutes("dean"))[joined.note] is True


def test_telephone_numbers_are_asked_about_unless_they_are_given_out() -> None:
    """HF-10: nobody's number is on a paper but a key worker's; where somebody typed it for all to read it may stand."""
    rung = replace(K1.people[k1.HUW], phone="01632 960 110")
    known = replace(K1, people={**K1.people, k1.HUW: rung})
    assert looked_for(known, minutes(k1.POLICE))["01632960110"] is False
    assert "01632960110" not in looked_for(known, minutes(k1.SCHOOL))
    told = e.BottomLineSet(line="b9", children=(k1.NIA,), words="Ring the school on 01632 960 110.")
    assert "01632960110" not in looked_for(build(told, on=known), minutes(k1.POLICE))


def known(person: str, **changed: Any) -> Conference:  # noqa: ANN401
    """The case, in which something else is entered of somebody."""
    entered = next(
        each.event
        for each in k1.entries()
        if isinstance(each.event, e.PersonEntered) and each.event.person == person
    )
    return build(replace(entered, **changed), on=K1)


def test_a_key_worker_is_rung_by_everybody_unless_the_number_is_withheld() -> None:
    """HF-14, HF-10: the number and not the address; nobody else's number."""
    home, number = "the long white house by the canal lock", "01632960221"
    dilys = known(k1.DILYS, phone="01632 960 221", address=home)
    found = looked_for(dilys, minutes(k1.POLICE))
    assert number not in found
    assert found[home] is True
    assert looked_for(known(k1.EFA, phone="01632 960 221"), minutes(k1.POLICE))[number] is False
    withheld = known(k1.DILYS, phone="01632 960 221", withheld_from=(k1.RHODRI,))
    assert looked_for(withheld, minutes(k1.POLICE))[number] is True
    family = known(k1.DILYS, phone="01632 960 221", standing=Standing.NETWORK)
    assert looked_for(family, minutes(k1.POLICE))[number] is False


def test_what_is_for_professionals_is_also_for_whom_it_is_about() -> None:
    """BA-10: why he joins by telephone; where a child lives, to the child itself."""
    why, home = "He was threatened outside the court in May.", "With Carys in the house by the long canal"
    came = e.PersonArrived(person=k1.RHODRI, at=dt.time(10, 45), reason=why)
    moment = e.Moment(here=k1.SITS_IN[k1.B], sitting=k1.B, about=(k1.NIA,))
    full = apply(K1, e.Recorded(seq=0, at="", event=came, moment=moment))
    assert why not in looked_for(full, minutes(k1.RHODRI))
    assert looked_for(full, minutes(k1.CARYS))[why] is True
    full = build(e.ChildEntered(child=k1.NIA, name="Nia Prosser", lives=home), on=K1)
    assert home not in looked_for(full, minutes(k1.NIA))
    assert looked_for(full, minutes(k1.CARYS))[home] is True


def test_a_school_where_the_meeting_is_too_is_asked_about_once() -> None:
    """HF-10: who is to come has to know where; the mother of a child of that school is not even asked."""
    found = looked_for(S1, minutes("callum"))
    assert found["Wexcombe High"] is False
    assert "Wexcombe" not in found
    assert "Wexcombe High" not in looked_for(
        S1, Copy(paper=Paper.OUTLINE_PLAN, reader="tamsin", child="teddy")
    )
    assert S1.core_group_booked is not None
    elsewhere = replace(S1, core_group_booked=replace(S1.core_group_booked, venue="County Hall"))
    moved = looked_for(elsewhere, minutes("callum"))
    assert (moved["Wexcombe High"], moved["Wexcombe"]) == (True, False)


def test_places_and_programmes_of_a_parent_of_other_children_are_looked_for() -> None:
    """HF-10: where he stays and what he goes to, out of whatever names him."""
    found = looked_for(S1, minutes("dean"))
    assert found["5 Ropewalk"] is True
    assert found["Calmer Ground"] is True
    assert not {"5 Ropewalk", "Calmer Ground"} & looked_for(S1, minutes("tamsin")).keys()


# --- The closed slot --------------------------------------------------------------------------------------------------

SLOT = (
    "Nobody knows of Operation Larkspur",
    "He stays with Penhale.",
    "Rose will not say, and the loft is where the quillwort and 4471900 are.",
)


def test_names_and_rare_words_of_the_closed_slot_are_asked_about_in_every_copy_but_the_files() -> None:
    """BA-11: typed later in the open; what had been typed before it is no secret, nor are the words of every day."""
    found = looked_for(S1, minutes("tamsin"), SLOT)
    asked = ("Operation Larkspur", "larkspur", "operation", "penhale", "quillwort", "4471900")
    assert {words: found.get(words) for words in asked} == dict.fromkeys(asked, False)
    every_day = ("nobody", "knows", "stays", "where", "will", "loft")
    assert [words for words in every_day if words in found] == []
    in_the_file = looked_for(S1, minutes(FILE), SLOT)
    assert "larkspur" not in in_the_file
    assert in_the_file[SLOT[0]] is True


def test_what_was_typed_openly_before_the_slot_is_no_secret_and_what_came_after_it_is() -> None:
    """BA-11: that somebody types it openly afterwards is what is looked for."""
    before, after = "Penhale rang the school.", "Larkspur is to be asked."
    said_before = e.ContributionMade(contribution="n1", stage="reason", speaker="sloan", words=before)
    began = e.ClosedSlotBegan(at=dt.time(13, 42), left=(), stayed=())
    said_after = e.ContributionMade(contribution="n2", stage="mapping", speaker="sloan", words=after)
    without_slot = replace(S1, log=type(S1.log)(), closed_slots=())
    full = build(said_before, began, said_after, on=without_slot)
    found = looked_for(full, minutes("tamsin"), SLOT)
    assert "penhale" not in found
    assert found["larkspur"] is False


def test_what_the_program_prints_by_itself_is_no_name_of_the_slot() -> None:
    """BA-11: a word of its own wording would be asked about in every copy."""
    found = looked_for(S1, minutes("tamsin"), SLOT, fixed=("an operation of the quillwort kind",))
    assert not {"operation", "quillwort"} & found.keys()
    assert found["larkspur"] is False


def test_a_name_of_the_slot_that_was_typed_openly_stops_nothing_and_asks_without_telling_it(
    tmp_path: Path,
) -> None:
    """BA-11, HF-10: the name "Tregarth", said in the slot and typed an hour later; the screen may be on the wall."""
    press = Press(K1, BARNSLEY, CALENDAR, closed_words=k1.CLOSED_WORDS)
    copy = Copy(paper=Paper.MINUTES, reader=k1.POLICE, reader_name="Police")
    drawn = write(copy, K1, BARNSLEY, CALENDAR)
    out = io.BytesIO()
    set_pdf(replace(drawn, parts=(*drawn.parts[:3], Text(words=k1.TYPED_OPENLY))), out)
    ready = Ready(
        copy=copy, layout=Layout.STANDARD, data=out.getvalue(), suffix=".pdf", pages=1, drawn_from=""
    )
    with pytest.raises(Leak) as leak:
        press.hand_over(ready, tmp_path / "x.pdf")
    (hit,) = leak.value.hits
    assert (hit.term.words, hit.term.certain) == ("tregarth", False)
    assert "regarth" not in hit.told
    stays = e.WordsJudged(reader=k1.POLICE, words="tregarth", stays=True, why="They asked for her.")
    again = Press(build(stays, on=K1), BARNSLEY, CALENDAR, closed_words=k1.CLOSED_WORDS)
    assert again.hand_over(ready, tmp_path / "x.pdf").path.exists()


def test_the_slot_of_the_case_asks_nothing_in_the_case_itself() -> None:
    """BA-11: every word that it has was typed openly before, or is one of every day."""
    rare = [
        words for words, certain in looked_for(S1, minutes("tamsin"), CLOSED_WORDS).items() if not certain
    ]
    assert not {"november", "family", "shouting"} & set(rare)


# --- Who came and went, own words, papers about one child -------------------------------------------------------------


def introduced(person: str, conference: Conference = K1) -> Conference:
    moment = e.Moment(here=k1.SITS_IN[k1.A], sitting=k1.A, about=(k1.NIA,))
    event = e.PersonIntroduced(person=person, involvement=SENTENCE)
    return apply(conference, e.Recorded(seq=0, at="", event=event, moment=moment))


def test_of_the_other_sitting_the_family_reads_of_those_who_sit_in_both_or_in_none() -> None:
    """HV-3: agencies read of everybody; where nobody is kept apart, so does the family."""
    assert looked_for(introduced(k1.EFA), minutes(k1.RHODRI))[SENTENCE] is True
    assert SENTENCE not in looked_for(introduced(k1.DILYS), minutes(k1.RHODRI))
    assert SENTENCE not in looked_for(introduced(k1.AMIN), minutes(k1.RHODRI))
    assert SENTENCE not in looked_for(introduced(k1.EFA), minutes(k1.NIA))
    assert SENTENCE not in looked_for(introduced(k1.RHODRI), minutes(k1.SCHOOL))
    assert SENTENCE not in looked_for(introduced(k1.EFA, TOGETHER), minutes(k1.RHODRI))


def test_who_is_not_named_and_another_child_did_not_come_either() -> None:
    """HF-10: Dean and Maya, in the copies of Teddy's father; they are named to her mother."""
    for person in ("dean", "maya"):
        full = introduced(person, S1)
        assert looked_for(full, minutes("callum"))[SENTENCE] is True
        assert SENTENCE not in looked_for(full, minutes("tamsin"))


def test_whoever_is_kept_out_reads_why_and_no_other_of_the_family_does() -> None:
    """HV-3"""
    why = "She is afraid of him."
    assert why not in looked_for(K1, minutes(k1.RHODRI))
    assert why in looked_for(K1, minutes(k1.CARYS))


def test_own_words_about_another_child_are_not_in_a_paper_about_one() -> None:
    """HF-10: in the minutes they are theirs, whomever they are about."""
    of_maya = heard(said("callum"), about=("maya",))
    plan = Copy(paper=Paper.OUTLINE_PLAN, reader="callum", child="teddy")
    assert SENTENCE not in looked_for(of_maya, minutes("callum"))
    assert looked_for(of_maya, plan)[SENTENCE] is True
    kept_out = heard(said("callum"), about=("teddy",), kept_out=("callum",))
    assert SENTENCE not in looked_for(kept_out, plan)


def test_what_was_recorded_before_there_were_children_is_about_all_of_them() -> None:
    """HF-10"""
    assert SENTENCE not in looked_for(heard(said(), about=()), minutes("callum"))
    plan = Copy(paper=Paper.OUTLINE_PLAN, reader=FILE, child="teddy")
    assert SENTENCE not in looked_for(heard(said(), about=()), plan)


def test_a_key_worker_of_nobody_is_rung_by_nobody() -> None:
    """HF-14, HF-10: a professional who is not the key worker."""
    huw = known(k1.HUW, phone="01632 960 110")
    assert looked_for(huw, minutes(k1.POLICE))["01632960110"] is False
