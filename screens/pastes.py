"""What a terminal sends, read so that a paste stays a paste, whatever it holds.

Textual's own parser (written for 8.2.8) leaves a paste at the first escape character in it, and takes what follows for
keys: words copied from anywhere could press Enter, Ctrl+Q, or a command. Here nothing between the two marks of a
paste reaches that parser. `screens/paste_driver.py` is what reads the terminal with it.
"""

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END as END
from textual._xterm_parser import BRACKETED_PASTE_START as START
from textual._xterm_parser import XTermParser
from textual.message import Message

from conference_tui.conference.text import harmless

LONGEST_PASTE = 1_000_000
"""Characters of one paste that are kept; the rest of it is dropped, and is no keys either."""

PATIENT_LOOKS = 30
"""Looks at a silent terminal, a tenth of a second each, after which a paste counts as ended without its mark."""

UNMISTAKABLE = tuple(START[:length] for length in range(3, len(START)))
"""Beginnings of the mark which are no key by themselves, so that the rest of it is waited for."""


class WholePastes(XTermParser):
    """Gives each paste as one event, made harmless; everything else is read by Textual.

    A mark may come in pieces, cut anywhere. A paste whose end never comes is given when the terminal has been silent
    for `PATIENT_LOOKS`; only what is sent after that is keys again.
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._is_pasting = False
        self._pasted = ""
        self._edge = ""
        """The last characters sent, in which a mark may have begun."""
        self._silent_looks = 0

    def feed(self, data: str) -> Iterable[Message]:
        """Read what was sent; nothing (`""`) is the end of it all."""
        self._silent_looks = 0
        if not data:
            yield from super().feed(data)
        while data:
            if self._is_pasting:
                data = self._take_paste(data)
                yield from self._given()
            else:
                keys, mark, data = self._until_paste(data)
                if keys:
                    yield from super().feed(keys)
                if mark:
                    yield from self._begin(mark)

    def tick(self) -> Iterable[Message]:
        """Called after each look at the terminal, a tenth of a second after the last where it was silent."""
        self._silent_looks += 1
        if self._is_pasting:
            if self._silent_looks > PATIENT_LOOKS:
                self._end(self._edge)
                yield from self._given()
        elif not self._edge.endswith(UNMISTAKABLE):
            yield from super().tick()

    def _until_paste(self, data: str) -> tuple[str, str, str]:
        """What comes before the mark of a paste, as much of the mark as is in this piece, what comes behind it."""
        before = self._edge
        keys, mark, behind = (before + data).partition(START)
        if not mark:
            self._edge = keys[1 - len(START) :]
            return data, "", ""
        of_mark = len(data) - len(behind)
        return keys[len(before) :], START[-of_mark:] if of_mark < len(START) else START, behind

    def _begin(self, mark: str) -> Iterable[Message]:
        """Begin a paste. What of its mark was sent earlier went to Textual, and is taken back there."""
        self._is_pasting = True
        self._pasted = self._edge = ""
        pending = tuple(
            super().feed(END)
        )  # the end of what never began there is nothing, and ends what is half read
        if mark == START:
            yield from pending

    def _take_paste(self, data: str) -> str:
        """Take what belongs to the paste, and give what comes behind it."""
        inside, mark, behind = (self._edge + data).partition(END)
        if mark:
            self._end(inside)
        else:
            self._edge = inside[1 - len(END) :]
            self._keep(inside[: 1 - len(END)])
        return behind

    def _keep(self, pasted: str) -> None:
        self._pasted = (self._pasted + pasted)[:LONGEST_PASTE]

    def _end(self, pasted: str) -> None:
        self._keep(pasted)
        self._is_pasting = False
        self._edge = ""

    def _given(self) -> Iterable[Message]:
        if self._is_pasting:
            return
        pasted, self._pasted = harmless(self._pasted), ""
        if pasted:
            yield events.Paste(pasted)
