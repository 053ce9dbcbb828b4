"""The scale as a picture: every number from the top to the bottom, with the names standing at theirs (BA-16)."""

from collections.abc import Callable, Iterator

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from conference_tui.conference.events import ScoreGiven
from conference_tui.conference.procedure_decision import Scale
from conference_tui.conference.scaling import Spread
from screens.widgets.sheet import plain

MARGIN = 6
"""Cells before the names."""


class ScaleStrip(Widget):
    """One picture of all the answers to a question, their range, and the reasons. There is no mean."""

    def __init__(
        self,
        spread: Spread,
        scale: Scale,
        name: Callable[[str], str],
        why: Callable[[ScoreGiven], str],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Take the answers, the procedure's scale, and what says a person's name and the reason of an answer."""
        super().__init__(id=id)
        self._spread = spread
        self._scale = scale
        self._called = name
        self._why = why

    def render(self) -> Content:
        """The picture at the width there is."""
        return self._picture(self.size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the names and the reasons need."""
        del container, viewport
        return len(self._picture(width).split("\n"))

    def _picture(self, width: int) -> Content:
        room = max(10, width - MARGIN)
        lines = [line for number in self._numbers() for line in self._number(number, room)]
        lines += [Content(""), plain(self._spread.sentence, "bold"), Content("")]
        for given in reversed(self._spread.scores):
            said = Content.assemble((f"{self._called(given.person)}: ", "bold"), plain(self._why(given)))
            lines += list(_hanging(f"{given.score:>3}   ", said.wrap(room)))
        return Content("\n").join(lines)

    def _numbers(self) -> range:
        return range(self._scale.maximum, self._scale.minimum - 1, -1)

    def _number(self, number: int, room: int) -> Iterator[Content]:
        """The line of one number: the bar is heavy from the lowest answer to the highest."""
        names = [self._called(given.person) for given in self._spread.scores if given.score == number]
        within = self._spread.lowest <= number <= self._spread.highest
        bar = "┃" if within else "│"
        if names:
            text = plain("   ".join(f"● {name}" for name in names))
        else:
            text = plain(self._end_in_words(number), "$text-muted")
        yield from _hanging(f"{number:>3} {bar} ", text.wrap(room) or [Content("")], after=f"    {bar} ")

    def _end_in_words(self, number: int) -> str:
        if number == self._scale.maximum:
            return self._scale.ten_means
        return self._scale.zero_means if number == self._scale.minimum else ""


def _hanging(first: str, lines: list[Content], after: str = "      ") -> Iterator[Content]:
    for place, line in enumerate(lines):
        yield Content.assemble((first if place == 0 else after, "$text-accent"), line)
