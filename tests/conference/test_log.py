"""The log that a state carries: values that share what they are made of, and none that sees another's entries."""

from hypothesis import given
from hypothesis import strategies as st

from conference_tui.conference import events as e
from conference_tui.conference.log import PART, Log

KEYS = st.sampled_from(["a", "b", "c"])


def entry(number: int) -> e.Recorded:
    moment = e.Moment(here=(f"h{number}",), about=(f"c{number}",), own_matter_of=f"o{number}")
    return e.Recorded(seq=number, at="", event=e.StageOpened(stage=""), moment=moment)


@given(st.lists(st.tuples(st.integers(0, 30), KEYS), max_size=60), st.sampled_from([0, PART - 3]))
def test_every_log_keeps_its_own_entries_whatever_goes_on_from_it(
    steps: list[tuple[int, str]], before: int
) -> None:
    """Also over the end of a part; a key has the hearing of its first entry and the children of its last."""
    log, told = Log(), list[tuple[str, int]]()
    for number in range(before):
        log, told = log.with_one_more("x", entry(number)), [*told, ("x", number)]
    made = [(log, told)]
    for number, (start, key) in enumerate(steps, start=before):
        log, told = made[min(start, len(made) - 1)]
        made.append((log.with_one_more(key, entry(number)), [*told, (key, number)]))
    for log, told in made:
        assert [(key, each.seq) for key, each in log] == told
        assert len(log) == len(told)
        for key in ("a", "b", "c", "x", "nothing"):
            numbers = [number for each, number in told if each == key]
            found = log.moment(key)
            if not numbers:
                assert found is None
                continue
            first, last = entry(numbers[0]).moment, entry(numbers[-1]).moment
            assert found and first and last
            assert found.here == first.here
            assert (found.about, found.own_matter_of) == (last.about, last.own_matter_of)
