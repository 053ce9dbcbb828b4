"""The entries of the last map in a list, so that one can be corrected (BA-13)."""

from collections.abc import Iterable
from functools import partial

from conference_tui.conference.mapping import THIRDS, TITLES
from screens import earlier
from screens.both_maps import NOT_BEFORE_ALL
from screens.sheet_box import SheetBox
from screens.widgets.sheet import Row, heading, plain


class EarlierEntries(SheetBox):
    """What stood on the last map. Enter corrects an entry; one that not everybody of the family heard is left alone."""

    TITLE_IN_BOX = "The last map"

    def rows(self) -> Iterable[Row]:
        """Each entry under its column."""
        for third in THIRDS:
            yield heading(third.title, "Enter corrects")
            for entry in self.conference.earlier_entries.values():
                if entry.column in third.kinds:
                    who = f"{entry.speaker}, " if entry.speaker else ""
                    words = NOT_BEFORE_ALL if entry.apart else entry.words
                    act = None if entry.apart else partial(self._correct, entry.entry)
                    text = plain(f"{who}{TITLES[entry.column]}: {words}")
                    yield Row(key=entry.entry, text=text, act=act)

    def _correct(self, entry: str) -> None:
        form = earlier.correct(self.meeting, "entry", entry)
        if form is not None:
            self.ask(form)
