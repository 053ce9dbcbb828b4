"""What the events of a record add up to."""

import pkgutil
import typing
from datetime import date, time
from types import MappingProxyType, ModuleType
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference import events as e
from conference_tui.conference import subjects
from conference_tui.conference.folding import apply, fold, struck_numbers
from conference_tui.conference.people import Standing
from conference_tui.conference.state import EMPTY, Conference
from tests.conference.building import CIN, CP, HELD, INVITED, PHY, ROOM, arrive, build

KINDS = typing.get_args(e.AnyEvent)


def recorded(*events: e.AnyEvent, start: int = 1) -> list[e.Recorded]:
    return [
        e.Recorded(seq=seq, at="2026-12-01T13:30:00+00:00", event=event)
        for seq, event in enumerate(events, start=start)
    ]


def said(number: int, words: str = "words") -> e.ContributionMade:
    return e.ContributionMade(contribution=f"c{number}", stage="mapping", speaker="sloan", words=words)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_kind_of_event_can_be_applied_and_read_back(kind: type[e.Event]) -> None:
    """Whatever can be recorded has a meaning, and comes back from plain JSON as it was."""
    event = made_up(kind)
    assert isinstance(apply(ROOM, event), Conference)
    entry = e.Recorded(seq=1, at="2026-12-01T13:30:00+00:00", event=event)
    assert msgspec.json.decode(msgspec.json.encode(entry), type=e.Recorded) == entry


def test_every_kind_of_event_is_in_the_list_for_decoding() -> None:
    declared = {kind for kind in e.Event.__subclasses__() if kind.__module__.startswith(f"{e.__name__}.")}
    assert declared == set(KINDS)
    assert all(getattr(e, kind.__name__) is kind for kind in declared)


@pytest.mark.parametrize("package", [e, subjects], ids=lambda package: package.__name__)
def test_every_subject_is_listed(package: ModuleType) -> None:
    """A module that nobody imports has kinds that cannot be read back, or that nothing refuses, folds and says."""
    modules = {module.name for module in pkgutil.iter_modules(package.__path__)}
    assert len(modules) > 19
    assert {name for name in modules if not hasattr(package, name)} == set()


def test_what_has_no_meaning_is_an_error() -> None:
    with pytest.raises(TypeError, match="Event"):
        apply(ROOM, e.Event())


def made_up(kind: type[e.Event]) -> e.Event:
    """An event of a kind with nothing but what it must have."""
    examples: dict[Any, Any] = {
        str: "x",
        e.Hash: "0" * 64,
        int: 1,
        bool: True,
        date: date(2026, 12, 1),
        time: time(13, 30),
        tuple[str, ...]: ("maya",),
        e.ContributionMade: said(1),
        e.Kind: e.Kind.REVIEW,
        e.Outcome: CIN,
        e.Category: PHY,
        e.Dissent: e.Dissent.NOTED,
    }
    bare = typing.get_type_hints(kind)
    fields = {}
    for field in msgspec.structs.fields(kind):
        if field.required:
            hint = field.type if field.type in examples else bare[field.name]
            literal = typing.get_args(hint) if typing.get_origin(hint) is typing.Literal else ()
            fields[field.name] = literal[0] if literal else examples.get(hint) or next(iter(hint))
    return kind(**fields)


def test_a_later_event_on_the_same_thing_stands_in_its_place() -> None:
    """A correction is a new fact."""
    conference = build(
        e.ChildEntered(child="maya", name="Maya Orrel"),
        e.ChildEntered(child="maya", name="Maya Orrell-Pike", born=date(2013, 5, 14)),
    )
    assert conference.name("maya") == "Maya Orrell-Pike"
    assert conference.children["maya"].age_on(date(2026, 12, 1)) == 13
    assert conference.children["maya"].age_on(date(2027, 5, 14)) == 14


def test_a_corrected_contribution_stays_in_its_place_on_the_map() -> None:
    conference = build(said(1), said(2), said(3), on=ROOM)
    corrected = build(e.ContributionCorrected(correct=said(2, "other words")), on=conference)
    assert [made.words for made in corrected.contributions] == ["words", "other words", "words"]


def test_names_that_are_not_known_are_said_to_be() -> None:
    conference = build(
        e.ChildEntered(child="baby", name="", expected=date(2027, 1, 4)),
        e.PersonEntered(person="harbour", name="", standing=Standing.PROFESSIONAL, agency="Harbour Lantern"),
    )
    assert conference.name("baby") == "Unborn baby"
    assert conference.children["baby"].unborn
    assert conference.children["baby"].age_on(date(2026, 12, 1)) is None
    assert conference.name("harbour") == "Harbour Lantern (name not known)"
    assert conference.name("nobody") == "nobody"


def test_coming_and_going() -> None:
    """BA-11, M14: who is here now, and each stay."""
    conference = build(*arrive("amadi", "tamsin"), on=INVITED)
    assert conference.present() == {"amadi", "tamsin"}
    assert conference.family() == ("tamsin",)
    left = build(e.PersonLeft(person="amadi", at=time(14, 0)), on=conference)
    assert left.present() == {"tamsin"}
    assert build(e.PersonLeft(person="sloan", at=time(14, 0)), on=left) == left


def test_the_closed_slot_says_when_and_who_and_nothing_else() -> None:
    """BA-11: nothing in the state can hold what was said."""
    began = e.ClosedSlotBegan(at=time(13, 42), left=("tamsin", "joss"), stayed=("sloan", "amadi"))
    open_slot = build(began, on=ROOM)
    assert open_slot.closed_slot is not None
    ended = build(e.ClosedSlotEnded(at=time(13, 48)), on=open_slot)
    assert ended.closed_slot is None
    assert ended.closed_slots[0].ended == time(13, 48)
    assert build(e.ClosedSlotEnded(at=time(13, 50)), on=ended) == ended
    names = {field.name for field in msgspec.structs.fields(type(ended.closed_slots[0]))}
    assert names == {"began", "ended", "left", "stayed", "reason"}


def test_a_decision_keeps_who_was_here() -> None:
    """BA-4, M14: the quorum of a decision is of that moment."""
    decided = build(e.DecisionMade(child="maya", outcome=CP, category=PHY), on=ROOM)
    later = build(e.PersonLeft(person="amadi", at=time(15, 20)), on=decided)
    assert "amadi" in later.decisions["maya"].present


def test_somebody_leaves_the_core_group() -> None:
    """BA-23: chosen, and not any more."""
    chosen = build(e.CoreGroupMemberChosen(person="sloan", children=("maya",)), on=ROOM)
    assert list(chosen.core_group) == ["sloan"]
    assert not build(e.CoreGroupMemberRemoved(person="sloan"), on=chosen).core_group


def test_a_state_cannot_be_written_to() -> None:
    """It is folded, never edited."""
    with pytest.raises(TypeError):
        typing.cast("dict[str, str]", ROOM.people)["x"] = "y"
    assert isinstance(EMPTY, MappingProxyType)
    with pytest.raises(AttributeError):
        ROOM.stage = "x"  # type: ignore[misc]


def test_a_struck_event_does_not_count_and_comes_back_when_restored() -> None:
    entries = recorded(said(1), said(2), e.Struck(seq=1))
    assert [made.contribution for made in fold(entries).contributions] == ["c2"]
    assert struck_numbers(entries) == {1}
    entries += recorded(e.Restored(seq=1), start=4)
    assert [made.contribution for made in fold(entries).contributions] == ["c1", "c2"]
    assert struck_numbers(entries) == frozenset()


def test_a_struck_correction_leaves_the_first_words() -> None:
    entries = recorded(said(1), e.ContributionCorrected(correct=said(1, "wrong")), e.Struck(seq=2))
    assert [made.words for made in fold(entries).contributions] == ["words"]


def test_a_seal_counts_once_it_is_on_the_disk() -> None:
    waiting = e.Sealed(count=0, head="", child="maya")
    first, second = (e.Sealed(count=count, head=f"{count:064x}", child="maya") for count in (7, 9))
    close = e.Sealed(count=12, head=f"{12:064x}")
    assert build(waiting, on=ROOM).seals == ()
    decided = build(first, second, on=ROOM)
    assert decided.seal_of("maya") == second
    assert decided.seal_of("teddy") is None
    assert decided.close_seal is None
    closed = build(e.ConferenceClosed(at=time(15, 50)), close, on=decided)
    assert (closed.close_seal, closed.seal_of("maya")) == (close, second)


def test_a_hash_is_nothing_else() -> None:
    """A record or an archive with anything else in its place is not read."""
    for wrong in ("0", "g" * 64, "0" * 65, "\x1b[2J"):
        with pytest.raises(msgspec.ValidationError):
            msgspec.convert({"type": "Sealed", "count": 1, "head": wrong}, e.AnyEvent)


def test_complaints_and_what_came_of_them() -> None:
    received = e.ComplaintReceived(complaint="k", person="tamsin", words="x", on=date(2026, 12, 4))
    decided = e.ComplaintDecided(complaint="k", outcome="upheld", on=date(2026, 12, 18))
    conference = build(received, decided, on=ROOM)
    assert conference.complaints["k"].decided == decided
    corrected = build(e.ComplaintReceived(complaint="k", person="joss", words="y", on=HELD), on=conference)
    assert corrected.complaints["k"].received.person == "joss"
    assert corrected.complaints["k"].decided == decided
    assert build(decided, on=ROOM).complaints == {}


TEXT = st.text(max_size=8)
PEOPLE = st.sampled_from(["sloan", "amadi", "tamsin", "joss"])
CHILDREN = st.sampled_from(["maya", "teddy"])
TIMES = st.times().map(lambda at: at.replace(microsecond=0))
EVENTS: st.SearchStrategy[e.AnyEvent] = st.one_of(
    st.builds(e.PersonArrived, person=PEOPLE, at=TIMES, mode=st.sampled_from(e.Mode)),
    st.builds(e.PersonLeft, person=PEOPLE, at=TIMES),
    st.builds(e.ContributionMade, contribution=TEXT, stage=TEXT, speaker=PEOPLE, words=TEXT),
    st.builds(e.ClosedSlotBegan, at=TIMES, left=st.just(()), stayed=st.just(())),
    st.builds(e.ClosedSlotEnded, at=TIMES),
    st.builds(e.ScoreGiven, person=PEOPLE, question=CHILDREN, score=st.integers(0, 10), rationale=TEXT),
    st.builds(e.ScoresShown, question=CHILDREN),
    st.builds(e.ViewGiven, child=CHILDREN, agency=TEXT, by=PEOPLE, outcome=st.sampled_from(e.Outcome)),
    st.builds(e.DecisionMade, child=CHILDREN, outcome=st.sampled_from(e.Outcome)),
    st.builds(e.SummaryGiven, words=TEXT),
    st.builds(e.StageOpened, stage=TEXT),
    st.builds(e.StageFinished, stage=TEXT),
    st.builds(e.CoreGroupMemberChosen, person=PEOPLE, children=st.just(())),
    st.builds(e.CoreGroupMemberRemoved, person=PEOPLE),
)


@given(st.lists(EVENTS, max_size=25))
def test_replaying_a_record_gives_the_state_that_was_shown(events: list[e.AnyEvent]) -> None:
    """Opening a conference is replaying it: step by step, at once, and through plain JSON are the same."""
    entries = recorded(*events)
    through_json = msgspec.json.decode(msgspec.json.encode(entries), type=list[e.Recorded])
    assert fold(entries) == build(*events) == fold(through_json)


@given(st.lists(EVENTS, max_size=15), EVENTS)
def test_undo_after_do_is_as_before(events: list[e.AnyEvent], last: e.AnyEvent) -> None:
    """A strike leaves no trace in the state, and taking it back leaves none of the strike."""
    seq = len(events) + 1
    struck = recorded(*events, last, e.Struck(seq=seq))
    assert fold(struck) == fold(recorded(*events))
    assert fold([*struck, *recorded(e.Restored(seq=seq), start=seq + 2)]) == fold(recorded(*events, last))


@given(st.lists(EVENTS, max_size=15), st.data())
def test_striking_any_event_is_as_if_it_had_not_been(events: list[e.AnyEvent], data: st.DataObject) -> None:
    seq = data.draw(st.integers(1, len(events) + 1))
    entries = [*recorded(*events), *recorded(e.Struck(seq=seq), start=len(events) + 1)]
    assert fold(entries) == build(*(event for at, event in enumerate(events, start=1) if at != seq))
