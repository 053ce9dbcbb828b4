"""The last entries, above the capture line: who spoke, where it went, and the words, in one line each."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from conference_tui.conference.last_said import Said
from screens.widgets.column_colours import COLOURS

MOST = 5
"""Entries that are shown where there is room; how many fit is a matter of the screen's height."""
GIVES_COLUMN = "Ctrl+K"
"""The key that moves the last entry to a column."""
_WIDEST_NAME = 18
_WIDEST_PLACE = 24
"""Cells for who spoke and where it went, at most; the words are to have half of the narrowest screen."""
_LONGEST = 400
"""Letters of an entry that can be in sight on the widest terminal."""


class SaidLast(Static):
    """As many entries as it has lines; the newest is the last and the brightest."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._said: Sequence[Said] = ()

    def show(self, said: Sequence[Said]) -> None:
        """Show these, the newest last."""
        if said != self._said:
            self._said = said
            self._draw()

    def on_resize(self) -> None:
        """There is room for more of them, or for fewer."""
        self._draw()

    def _draw(self) -> None:
        shown = self._said[-self.size.height :] if self.size.height else ()
        places = [_place(each, is_newest=each is shown[-1]) for each in shown]
        wide = max((place.cell_length for place in places), default=0)
        lines = [
            Content.assemble(
                (f"{said.at}  ", "$text-muted"),
                place.pad_right(wide - place.cell_length + 2),
                (said.words[:_LONGEST], "" if said is shown[-1] else "$text-muted"),
            )
            for said, place in zip(shown, places, strict=True)
        ]
        self.update(Content("\n").join(lines), layout=False)


def _place(said: Said, *, is_newest: bool) -> Content:
    """Who spoke and where it went; of a long name its beginning."""
    where = f"{said.where} ({GIVES_COLUMN})" if said.is_loose and is_newest else said.where
    colour = "$text-warning" if said.is_loose else COLOURS[said.column] if said.column else "$text-muted"
    who = Content.styled(said.who, "bold" if is_newest else "").truncate(_WIDEST_NAME, ellipsis=True)
    return Content.assemble(who, " → ", Content.styled(where, colour).truncate(_WIDEST_PLACE, ellipsis=True))
