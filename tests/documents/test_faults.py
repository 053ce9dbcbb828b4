"""A fault in one copy: that copy is told by its name, its mistake is kept without a word of anybody's, the others are made."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from conference_tui.conference.papers import Copy, Layout, Paper
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.working_days import Calendar
from conference_tui.documents import draw
from conference_tui.documents.draw import Drawn, Order
from conference_tui.documents.drawing_hands import Hands, Settings
from conference_tui.documents.leak_check import Hit
from conference_tui.documents.pack import Failed, Pack, Press, Ready, copies_for, in_words, make_copies
from tests.conference.building import CALENDAR
from tests.conference.cases import BARNSLEY, over_christmas

S2 = over_christmas()
WANTED = copies_for(S2, BARNSLEY, "shanice")
LETTER = next(copy for copy in WANTED if copy.paper is Paper.DECISION_LETTER)


def made(folder: Path, wanted: Iterable[Copy] = WANTED, hands: Hands | None = None) -> Pack:
    press = Press(S2, BARNSLEY, CALENDAR)
    return make_copies(press, tuple(wanted), lambda ready: folder / press.name(ready), hands=hands)


def failing(pack_: Pack, folder: Path) -> str:
    """The one copy that failed, in words; all others of the reader are on the disk."""
    (failed,) = pack_.failed
    assert pack_.stopped == ()
    assert len(pack_.made) == len(WANTED) - 1 == len(list(folder.iterdir()))
    assert LETTER.paper not in [each.copy.paper for each in pack_.made]
    return in_words(S2, failed.copy)


def test_the_copies_are_called_as_the_screen_calls_them() -> None:
    assert in_words(S2, LETTER) == f"decision letter of {S2.name('lola')} for {S2.name('shanice')}"


def test_a_mistake_while_a_copy_is_reduced_costs_that_copy_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF-10: a name that is spelt in two ways brought a KeyError, and no paper for anybody."""
    order = Press._order

    def breaks(press: Press, copy: Copy, layout: Layout) -> Order:
        if copy.paper is Paper.DECISION_LETTER:
            raise KeyError("yilmaz")
        return order(press, copy, layout)

    monkeypatch.setattr(Press, "_order", breaks)
    found = made(tmp_path)
    assert failing(found, tmp_path) == in_words(S2, LETTER)
    assert found.failed[0].is_mistake
    assert "yilmaz" not in found.failed[0].why


def test_a_mistake_while_a_copy_is_drawn_costs_that_copy_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF-10: in this process, and where others draw."""
    carry_out = draw.carry_out

    def breaks(order: Order, procedure: Procedure, calendar: Calendar) -> Drawn:
        if order.copy.paper is Paper.DECISION_LETTER:
            raise ZeroDivisionError
        return carry_out(order, procedure, calendar)

    monkeypatch.setattr(draw, "carry_out", breaks)
    found = made(tmp_path)
    assert failing(found, tmp_path) == in_words(S2, LETTER)
    assert found.failed[0].is_mistake


def test_a_thread_that_ends_while_it_waits_for_a_process_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF-10: what it would have brought is drawn here."""

    def breaks(*_: object) -> object:
        raise RuntimeError("an answer that nobody expected")

    monkeypatch.setattr("conference_tui.documents.drawing_hands.pickle.load", breaks)
    found = made(tmp_path, hands=Hands(2))
    assert (found.failed, found.stopped) == ((), ())
    assert len(found.made) == len(WANTED)


def test_a_mistake_while_a_copy_is_looked_through_costs_that_copy_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HF-10: what could not be looked through is not handed over."""
    look_through = Press.look_through

    def breaks(press: Press, ready: Ready, name: str) -> tuple[Hit, ...]:
        if ready.copy.paper is Paper.DECISION_LETTER:
            raise KeyError("Lola")
        return look_through(press, ready, name)

    monkeypatch.setattr(Press, "look_through", breaks)
    found = made(tmp_path)
    assert failing(found, tmp_path) == in_words(S2, LETTER)
    assert "Lola" not in found.failed[0].why


def test_a_character_that_no_font_has_stops_the_copy_that_it_stands_in(tmp_path: Path) -> None:
    """HF-10: and is named; nobody made a mistake, so there is nothing to keep a report of."""
    wanted = [replace(copy, reader_name="Shanice \U00013000") if copy == LETTER else copy for copy in WANTED]
    found = made(tmp_path, wanted)
    failing(found, tmp_path)
    assert not found.failed[0].is_mistake
    assert "U+13000" in found.failed[0].why


def test_what_hands_cannot_draw_is_told_beside_what_they_can() -> None:
    """HF-10: whatever draws gives either a copy or why there is none, for each that was asked for."""

    class Broken(Hands):
        def draw(
            self, orders: Iterable[Order], settings: Settings
        ) -> Iterator[tuple[Order, Drawn | Exception]]:
            del settings
            yield from ((order, KeyError()) for order in orders)

    wanted = [(copy, Layout.STANDARD) for copy in WANTED]
    told = list(Press(S2, BARNSLEY, CALENDAR).draw_all(wanted, Broken(0)))
    assert [each.copy.paper for each in told] == [copy.paper for copy in WANTED]
    assert all(isinstance(each, Failed) for each in told)
