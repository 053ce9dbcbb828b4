"""What the entries of an open record add up to is always what a fold of them all gives, whatever was done to them."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference import events as e
from conference_tui.conference.folding import fold, struck_numbers
from conference_tui.history import History
from tests.meeting.running import DECISION, SET_UP, said

MORE = (
    *(said(number, f"words {number}") for number in range(4)),
    e.ContributionCorrected(correct=said(2, "corrected")),
    e.StageOpened(stage="mapping"),
    DECISION,
    e.ChildEntered(child="teddy", name="Teddy Voss"),
)
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["record", "strike", "restore", "seal", "put", "take out"]), st.integers(0, 300)
    ),
    max_size=80,
)


def recorded(seq: int, event: e.AnyEvent) -> e.Recorded:
    return e.Recorded(seq=seq, at="2026-12-01T13:30:00+00:00", event=event)


@given(STEPS)
def test_the_state_is_the_fold_of_what_is_recorded(steps: list[tuple[str, int]]) -> None:
    history = History([recorded(seq, event) for seq, event in enumerate(SET_UP, start=1)])
    for what, number in steps:
        seq = history.entries[-1].seq + 1
        of = history.entries[number % len(history.entries)]
        strikes = isinstance(of.event, e.Struck | e.Restored)
        match what:
            case "strike" if not strikes:
                history.add(recorded(seq, e.Struck(seq=of.seq)))
            case "restore" if not strikes:
                history.add(recorded(seq, e.Restored(seq=of.seq)))
            case "seal":
                place = number % len(history.entries) + 1
                history.add(recorded(seq, e.Sealed(count=place, head="5f" * 32, child="maya")))
            case "put" if not strikes:
                history.put(msgspec.structs.replace(of, event=MORE[number % len(MORE)]))
            case "take out" if len(history.entries) > 1:
                history.take_out(of.seq)
            case _:
                history.add(recorded(seq, MORE[number % len(MORE)]))
        whole = fold(history.entries)
        assert history.struck == struck_numbers(history.entries)
        assert history.conference == whole
        assert list(history.conference.log) == list(whole.log)
    assert History(history.entries).conference == history.conference


def test_what_is_set_aside_counts_for_nothing() -> None:
    entries = [recorded(seq, event) for seq, event in enumerate((*SET_UP, *MORE), start=1)]
    aside = {entry.seq for entry in entries if entry.event == MORE[1]}
    history = History(entries, aside=aside)
    assert history.conference == fold(entry for entry in entries if entry.seq not in aside)
    assert history.entries == entries
