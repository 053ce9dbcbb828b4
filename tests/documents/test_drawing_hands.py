"""Processes that draw side by side: the same bytes as alone, nothing but reduced conferences, and no copy lost with them."""

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path

from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.documents.draw import Drawn, Order, carry_out
from conference_tui.documents.drawing_hands import Hands, Settings
from conference_tui.documents.pack import Failed, Pack, Press, Ready, copies_for, make_copies
from tests.conference.building import CALENDAR
from tests.conference.cases import BARNSLEY, CLOSED_WORDS, siblings

S1 = siblings()
READER = "callum"


def press() -> Press:
    return Press(S1, BARNSLEY, CALENDAR, closed_words=CLOSED_WORDS)


def made(folder: Path, hands: Hands) -> Pack:
    searched = press()
    return make_copies(
        searched,
        copies_for(S1, BARNSLEY, READER),
        lambda ready: folder / searched.name(ready),
        hands=hands,
    )


def of_each(pack: Pack) -> list[tuple[str, str]]:
    return [(each.path.name, each.sha256) for each in pack.made]


def test_copies_are_the_same_drawn_alone_by_others_or_after_those_are_gone(tmp_path: Path) -> None:
    """HF-10: same record, same bytes, whoever drew them; what a process that died would have drawn is drawn here."""
    alone = made(tmp_path / "alone", Hands(0))
    by_others = made(tmp_path / "others", Hands(2))
    gone = Hands(2)
    for process in gone._all:
        process.kill()
        process.wait()
    assert of_each(alone) == of_each(by_others) == of_each(made(tmp_path / "gone", gone))
    assert alone.made
    assert [each.hits for each in alone.stopped] == [each.hits for each in by_others.stopped]
    assert gone._all == []


def test_another_process_is_told_of_nothing_that_its_reader_may_not_have() -> None:
    """N1, BA-11: what goes through the pipe for one father has neither the other's street nor the closed slot."""
    told: list[bytes] = []

    class Listening(Hands):
        def draw(
            self, orders: Iterable[Order], settings: Settings
        ) -> Iterator[tuple[Order, Drawn | Exception]]:
            for order in orders:
                told.append(pickle.dumps((order, settings)))
                yield order, carry_out(order, *settings)

    wanted = [(copy, Layout.STANDARD) for copy in copies_for(S1, BARNSLEY, READER)]
    assert len(list(press().draw_all(wanted, Listening(0)))) == len(told) > 0
    for sent in told:
        for words in ("Quarry Lodge", *CLOSED_WORDS):
            assert words.encode() not in sent


def test_what_cannot_be_drawn_is_told_as_it_is_here() -> None:
    """A character that no font has is named in a sentence, whichever process met it; the next copy is drawn."""
    bad = Copy(paper=Paper.MINUTES, reader=READER, reader_name="Callum \U00013000")
    good = Copy(paper=Paper.MINUTES, reader=READER, reader_name="Callum Voss")
    wanted = [(each, Layout.STANDARD) for each in (bad, good)]
    drawn, failed = press().draw_all(wanted, Hands(1))
    assert isinstance(drawn, Ready)
    assert drawn.copy.reader_name == "Callum Voss"
    assert isinstance(failed, Failed)
    assert "U+13000" in failed.why
    assert not failed.is_mistake
