"""What is written is read again; what is not exactly an archive is refused, with line and reason."""

from datetime import date, time
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.exchange import archive
from conference_tui.exchange.archive import About, Archive
from conference_tui.exchange.errors import ArchiveRefused

from .building import ALL_KINDS, built, records, small

SAMPLE = (Path(__file__).parent / "samples" / "version_1.jsonl").read_bytes()
ABOUT = About(ref="LRK-7", record="ab" * 16, exported="2026-12-01T16:00:00+00:00", head="cd" * 32)
WRITTEN = archive.write(small(), ABOUT)
BY_HAND = b'{"format": "conference-archive", "version": 1, "ref": "LRK-7"}\n' + b"\n".join(
    WRITTEN.split(b"\n")[1:-2]
)
quick = settings(max_examples=150, deadline=None, derandomize=True)


def ref_of(entries: tuple[e.Recorded, ...]) -> str:
    struck = {entry.event.seq for entry in entries if isinstance(entry.event, e.Struck)}
    return [
        entry.event.ref
        for entry in entries
        if isinstance(entry.event, e.ConferenceOpened) and entry.seq not in struck
    ][-1]


def refusal(data: bytes) -> str:
    with pytest.raises(ArchiveRefused) as refused:
        archive.read(data)
    sentence = str(refused.value)
    assert "not taken" in sentence
    assert sentence.isprintable()
    assert len(sentence) < 500
    return f"{refused.value.line}: {sentence}"


def by_hand_with(line: int, text: bytes) -> bytes:
    lines = BY_HAND.split(b"\n")
    return b"\n".join([*lines[: line - 1], text, *lines[line:]])


def changed(**parts: object) -> bytes:
    """The archive by hand, with the third line's entry changed."""
    entry = {"seq": 2, "at": "2026-12-01T13:30:00+00:00", "event": {"type": "StageOpened", "stage": "x"}}
    return by_hand_with(3, msgspec.json.encode({**entry, **parts}))


@quick
@given(entries=records())
def test_what_is_written_is_read_again(entries: tuple[e.Recorded, ...]) -> None:
    about = msgspec.structs.replace(ABOUT, ref=ref_of(entries))
    read = archive.read(archive.write(entries, about))
    assert read == Archive(about=about, entries=entries, is_closed_off=True)


@pytest.mark.parametrize("kind", ALL_KINDS)
def test_every_kind_of_event_comes_back(kind: type[e.Event]) -> None:
    @settings(max_examples=5, deadline=None, derandomize=True, database=None)
    @given(event=built(kind))
    def comes_back(event: e.AnyEvent) -> None:
        if isinstance(event, e.Struck | e.Restored):
            event = msgspec.structs.replace(event, seq=2)
        if isinstance(event, e.ConferenceOpened):
            event = msgspec.structs.replace(event, ref="LRK-7")
        entries = (*small(), e.Recorded(seq=4, at="2026-12-01T13:31:00+00:00", event=event))
        assert archive.read(archive.write(entries, ABOUT)).entries == entries

    comes_back()


def test_entries_with_a_moment_are_written_in_version_2() -> None:
    """One whose entries have none is version 1, as it always was."""
    first, *others = small()
    room = e.Moment(
        here=("dell", "ada"), online=("ada",), kept_out=("rhys",), about=("wren",), own_matter_of="dell"
    )
    entries = (replace(first, moment=room), *others)
    written = archive.write(entries, About(ref="LRK-7"))
    assert b'"version":2' in written.splitlines()[0]
    assert archive.read(written).entries == entries
    assert b'"version":1' in archive.write(small(), About(ref="LRK-7")).splitlines()[0]
    without = written.splitlines()
    before = [
        without[0].replace(b'"version":2', b'"version":1').replace(b',"entries":3', b""),
        *without[1:-1],
    ]
    with pytest.raises(ArchiveRefused, match=r"^Line 2 has a moment, which entries have since version 2"):
        archive.read(b"\n".join(before))
    strange = [without[0].replace(b',"entries":3', b""), *without[1:-1]]
    strange[1] = strange[1].replace(b'"online"', b'"asleep"')
    with pytest.raises(ArchiveRefused, match=r"^Line 2 has the field “asleep”, which Moment does not have"):
        archive.read(b"\n".join(strange))


def test_an_archive_of_version_1_opens_for_ever_and_is_written_the_same() -> None:
    """A frozen sample: it is never written anew."""
    read = archive.read(SAMPLE)
    assert read.about == About(
        ref="LRK-7", record="0123456789abcdef" * 2, exported="2026-12-12T09:00:00+00:00", head="b7" * 32
    )
    assert len(read.entries) == 91
    assert read.is_closed_off
    assert read.entries[1].event == e.ConferenceArranged(
        held=date(2026, 12, 1), begins=time(13, 30), venue="Room 2"
    )
    assert archive.write(read.entries, read.about) == SAMPLE


def test_an_archive_written_by_hand_needs_no_closing_line() -> None:
    read = archive.read(BY_HAND)
    assert read == Archive(about=About(ref="LRK-7"), entries=small(), is_closed_off=False)


def test_line_ends_of_windows_and_a_mark_at_the_beginning_change_nothing() -> None:
    for data in (WRITTEN, BY_HAND):
        read = archive.read(data)
        assert archive.read(data.replace(b"\n", b"\r\n")) == read
        assert archive.read(b"\xef\xbb\xbf" + data) == read
        assert archive.read(data.rstrip(b"\n")) == read


def test_an_archive_cut_at_any_byte_is_refused() -> None:
    whole = archive.read(WRITTEN)
    for length in range(len(WRITTEN) - 1):
        assert refusal(WRITTEN[:length])
    assert archive.read(WRITTEN[:-1]) == whole


def test_any_bit_flipped_is_refused_or_changes_nothing() -> None:
    whole = archive.read(WRITTEN)
    for place in range(len(WRITTEN)):
        for bit in range(8):
            data = bytearray(WRITTEN)
            data[place] ^= 1 << bit
            try:
                assert archive.read(bytes(data)) == whole
            except ArchiveRefused as error:
                assert "not taken" in str(error)


@quick
@given(data=st.data())
def test_lines_left_out_doubled_or_exchanged_are_refused(data: st.DataObject) -> None:
    lines = WRITTEN.splitlines(keepends=True)
    mutated = data.draw(st.lists(st.sampled_from(lines), max_size=7))
    if mutated != lines:
        refusal(b"".join(mutated))


@settings(max_examples=400, deadline=None, derandomize=True)
@given(data=st.data())
def test_a_mutated_archive_is_refused_in_a_sentence_or_is_an_archive(data: st.DataObject) -> None:
    """Nothing but the one error comes out, whatever stands in the file."""
    start = data.draw(st.integers(0, len(BY_HAND)))
    end = data.draw(st.integers(start, min(len(BY_HAND), start + 20)))
    inserted = data.draw(
        st.binary(max_size=6) | st.sampled_from([b"[", b"{", b'"', b"null", b"-1", b"1e999"])
    )
    mutated = BY_HAND[:start] + inserted + BY_HAND[end:]
    try:
        read = archive.read(mutated)
    except ArchiveRefused as error:
        assert "not taken" in str(error)
    else:
        assert archive.read(archive.write(read.entries, read.about)).entries == read.entries


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "0: The file is empty"),
        (b"\n", "0: The file is empty"),
        (WRITTEN.decode().encode("utf-16"), "UTF-16"),
        (b"PK\x03\x04 a spreadsheet\x00\xff", "1: Line 1 is not UTF-8"),
        (b"Minutes of the conference", "1: Line 1 is not JSON"),
        (b"[]", "1: Line 1 is not a JSON object"),
        (b"{}", "1: Line 1 does not say that this is a conference-archive"),
        (BY_HAND.split(b"\n")[0], "No entry opens the conference"),
        (BY_HAND + b"\n\n", "5: Line 5 is empty"),
        (by_hand_with(3, b""), "3: Line 3 is empty"),
        (by_hand_with(3, b"[" * 100_000 + b"]" * 100_000), "3: Line 3 is nested too deeply"),
        (by_hand_with(3, b'{"a":' * 900 + b"1" + b"}" * 900), "3: Line 3 is nested too deeply"),
        (BY_HAND + b"\n" * 30_000, "has 30,003 lines"),
        (by_hand_with(3, b'{"seq": 2, "seq": 2}'), "3: Line 3 says “seq” twice"),
        (by_hand_with(3, b'{"seq": NaN}'), "3: Line 3 holds NaN"),
        (by_hand_with(3, b'{"seq": -Infinity}'), "3: Line 3 holds -Infinity"),
        (by_hand_with(3, b'{"seq": ' + b"1" * 5_000 + b"}"), "3: Line 3 holds a number of 5,000 digits"),
        (by_hand_with(3, b'{"seq": "\\u001b[31m"}'), "3: Line 3 holds a control character"),
        (by_hand_with(3, b'{"seq": "\x1b[31m"}'), "3: Line 3 is not JSON"),
        (by_hand_with(3, b'{"a\\u0000": 1}'), "3: Line 3 holds a control character"),
        (by_hand_with(3, b'{"seq": "caf\\ud83d"}'), "3: Line 3 holds half a character"),
        (by_hand_with(3, b'{"seq": "\xed\xa0\xbd"}'), "3: Line 3 is not UTF-8"),
        (changed(event={"type": "Eaten", "child": "wren"}), "3: Line 3 is of the kind “Eaten”"),
        (changed(event={"type": {"a": []}}), "3: Line 3 is of the kind"),
        (changed(event=[]), "3: Line 3 does not fit"),
        (changed(event={"type": "StageOpened", "stage": 1}), "3: Line 3 does not fit"),
        (changed(event={"type": "StageOpened"}), "3: Line 3 does not fit"),
        (changed(event={"type": "StageOpened", "stage": "x", "colour": ""}), "the field “colour”, which StageOpened"),
        (changed(colour=""), "the field “colour”, which Recorded"),
        (changed(type="Recorded"), "the field “type”, which Recorded"),
        (changed(seq=3), "has the number 3 where 2 comes next"),
        (changed(seq=2.0), "3: Line 3 does not fit"),
        (changed(at="yesterday"), "has “yesterday” for its time"),
        (changed(at="2026-12-01T13:30:00"), "for its time"),
        (changed(tick=-1), "has a tick below nought"),
        (changed(event={"type": "Struck", "seq": 2}), "is about entry 2, which is not before it"),
        (changed(event={"type": "Restored", "seq": 0}), "is about entry 0"),
        (changed(event={"type": "ConferenceClosed", "at": "15:00:00+01:00"}), "a time of day with an offset"),
        (changed(event={"type": "StageOpened", "stage": "x" * 20_001}), "a text of 20,001 characters"),
        (by_hand_with(2, changed().split(b"\n")[2].replace(b"2", b"1", 1)), "the first entry is a ConferenceOpened"),
        (BY_HAND.replace(b'"ref":"LRK-7"', b'"ref":"LRK-8"'), "says “LRK-7”, but the entries are of “LRK-8”"),
        (BY_HAND.replace(b'"ref":"LRK-7"', b'"ref":""'), "without a reference"),
        (changed(event={"type": "Struck", "seq": 1}), "No entry opens the conference"),
        (BY_HAND.replace(b'"version": 1', b'"version": 3'), "1: The archive is of version 3; this program reads versions 1 to 2"),
        (BY_HAND.replace(b'"version": 1', b'"version": "1"'), "1: Line 1 does not fit"),
        (BY_HAND.replace(b'"version": 1', b'"version": 1, "colour": 1'), "1: Line 1 does not fit"),
        (BY_HAND.replace(b'"version": 1', b'"version": 1, "exported": "now"'), "for the time it was written"),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)  # fmt: skip
def test_what_is_no_archive_is_refused_with_line_and_reason(data: bytes, reason: str) -> None:
    assert reason in refusal(data)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Minutes of the conference", "Line 1 is not JSON: from its character 1 on it cannot be read."),
        (
            changed(event={"type": "ConferenceClosed", "at": "soon"}),
            "in “event.at” should stand a time of day, written like 13:30:00.",
        ),
        (
            changed(event={"type": "StageOpened", "stage": 1}),
            "in “event.stage” should stand text, and a whole number stands there.",
        ),
        (changed(event={"type": "StageOpened"}), "in “event” the field “stage” is missing."),
        (changed(event=[]), "in “event” should stand an object, and a list stands there."),
        (
            BY_HAND.replace(b'"version": 1', b'"version": 1, "colour": 1'),
            "the field “colour” is not known here.",
        ),
        (
            BY_HAND.replace(b'"initial"', b'"picnic"'),
            "stands “picnic”, which is not one of the words that may.",
        ),
    ],
)
def test_the_reason_is_in_words_of_people(data: bytes, words: str) -> None:
    said = refusal(data)
    assert words in said
    assert "`" not in said


def test_what_is_too_large_is_refused_before_it_is_read() -> None:
    assert "3: Line 3 has 17,000,013 bytes" in refusal(
        by_hand_with(3, b'{"words": "' + b"x" * 17_000_000 + b'"}')
    )
    assert "has 67,108,865 bytes" in refusal(b" " * (archive.LARGEST + 1))


def test_an_archive_that_says_how_long_it_is_must_be_so_long() -> None:
    lines = WRITTEN.split(b"\n")
    assert "cut short" in refusal(b"\n".join([*lines[:3], *lines[4:]]))
    assert "cut short" in refusal(b"\n".join([*lines[:4], lines[3]]))
    assert "it should have 5 lines, and 3 are here" in refusal(WRITTEN[: WRITTEN.index(b"Calloway")])
    says_more = WRITTEN.replace(b'"entries":3', b'"entries":4')
    assert "it should have 6 lines, and 5 are here" in refusal(says_more)
    altered = WRITTEN.replace(b"Calloway", b"Galloway")
    assert "not those that it was closed with" in refusal(altered)


def test_what_a_file_says_is_never_shown_as_it_is() -> None:
    said = refusal(changed(event={"type": "\u202e" + "x" * 5_000}))
    assert "\u202e" not in said


def with_many(event: e.AnyEvent, count: int) -> bytes:
    more = [e.Recorded(seq=seq, at="2026-12-01T13:30:00+00:00", event=event) for seq in range(2, count + 2)]
    return archive.write([small()[0], *more], ABOUT)


def test_no_file_asks_for_hours_of_adding_up() -> None:
    """Thousands of needs, people or children are compared with one another; of contributions there may be many."""
    need = e.NeedNoted(person="ada", need="an interpreter")
    most = archive.MOST_OF_A_KIND
    assert "1,001 entries of the kind NeedNoted; 1,000 are the most" in refusal(with_many(need, most + 1))
    assert len(archive.read(with_many(need, most)).entries) == most + 1
    words = e.ContributionMade(contribution="c", stage="mapping", speaker="ada", words="words")
    assert len(archive.read(with_many(words, most + 1)).entries) == most + 2
