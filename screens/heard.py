"""Who has been heard: everybody at each item of the agenda, and each child's matter (HV-7, HV-8, HF-6, HF-12)."""

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from conference_tui.conference.hearing import Board, ChildHeard, Mark, OfChild, Voice, board
from conference_tui.conference.kept_out import told_by
from conference_tui.meeting import Meeting

NAME = 27
"""Columns of a name; a longer one is cut."""
PARTS = {"family": "Family", "child": "Children", "advocate": "Advocates", "agency": "Agencies"}
STYLES = {Mark.HEARD: "$text-success", Mark.SILENT: "bold $text-warning"}


class Heard(ModalScreen[None]):
    """A page to look at. Escape leaves it, and what was open before is as it was."""

    BINDINGS = [Binding("escape,q,ctrl+g,f1", "dismiss", "Back")]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting

    def compose(self) -> ComposeResult:
        """A box with the board, which scrolls."""
        with Vertical(id="box") as box:
            box.border_title = "Who has been heard"
            with VerticalScroll():
                yield Static(Content("\n").join(self._lines()))

    def _lines(self) -> Iterator[Content]:
        conference = self._meeting.conference
        found = board(conference, self._meeting.procedure)
        yield from _grid(found)
        yield Content("")
        names = [f"{each.number} {each.stage.short or each.stage.title}" for each in found.items]
        yield Content.styled(" · ".join(names), "$text-muted")
        yield Content.styled(
            f"{Mark.HEARD} heard, or asked with nothing to add   {Mark.SILENT} not heard there   "
            f"{Mark.AWAY} not in the meeting   {Mark.AHEAD} still to come",
            "$text-muted",
        )
        for someone in found.kept_out:
            teller = told_by(conference, someone)
            views = f"Their views are told by {teller}." if teller else "Nobody is named to tell their views."
            yield Content(f"{Mark.KEPT_OUT} {conference.name(someone)} is kept out. {views}")
        for child in found.children:
            yield Content("")
            yield from _about(child, conference.name(child.child))


def _grid(found: Board) -> Iterator[Content]:
    head = "".join(f"{each.number:>3}" for each in found.items)
    for part, title in PARTS.items():
        voices = [voice for voice in found.voices if voice.part == part]
        if voices:
            yield Content.assemble((f"{title:<{NAME}}", "bold $text-accent"), (head, "$text-muted"))
            yield from map(_line, voices)


def _line(voice: Voice) -> Content:
    marks = [(f"  {mark}", STYLES.get(mark, "$text-muted")) for mark in voice.marks]
    return Content.assemble(Content(f"{_short(voice.who):<{NAME}}"), *marks)


def _about(child: ChildHeard, name: str) -> Iterator[Content]:
    yield Content.assemble(
        (f"{_short(name):<{NAME}}", "bold $text-accent"), ("  worries   well   grey   view", "$text-muted")
    )
    yield from map(_said, child.agencies)
    yield Content(f"{child.own_words[0].upper()}{child.own_words[1:]}")
    if child.empty:
        yield Content.styled(f"Nothing yet: {'; '.join(child.empty)}", "$text-warning")


def _said(said: OfChild) -> Content:
    return Content(
        f"{_short(said.agency):<{NAME}}{said.worries:>9}{said.well:>7}{said.grey:>7}   {said.view}"
    )


def _short(name: str) -> str:
    return name if len(name) < NAME else f"{name[: NAME - 2]}…"
