"""One reader: what is asked first, each paper and why, what is left out of it, and what the check has found."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.content import Content
from textual.timer import Timer

from conference_tui.conference.papers import FILE, TITLES, Copy, Paper
from conference_tui.conference.reading.questions import LeftOut, asked_for, left_out, omissions
from conference_tui.conference.recipients import Cell, row_of
from conference_tui.conference.state import Conference
from conference_tui.conference.text import DOTS
from conference_tui.meeting import Meeting
from screens import asked_first, handing_out_forms
from screens.desk import Desk
from screens.sheet_box import SheetBox
from screens.widgets.sheet import Row, heading, plain

if TYPE_CHECKING:
    from conference_tui.documents.leak_check import Hit


class OneReader(SheetBox):
    """What one reader gets."""

    TITLE_IN_BOX = "Hand out"
    BINDINGS = [
        Binding("ctrl+t", "show_found", "Show", id="one_reader.show",
                tooltip="Show for ten seconds the words that are hidden from the room")
    ]  # fmt: skip
    SHOWN_FOR = 10.0
    """Seconds for which the words that were found are shown at most: the room may see the screen (HF-10)."""

    def __init__(self, meeting: Meeting, desk: Desk, reader: str) -> None:
        super().__init__(meeting)
        self.desk = desk
        self.reader = reader
        self._shown: Timer | None = None
        self._questions: tuple[LeftOut, ...] = ()

    def on_mount(self) -> None:
        """The reader's name stands over the box."""
        name = self.conference.name(self.reader) if self.reader != FILE else "the file"
        self.query_one("#box").border_title = Content(f"Hand out to {name}")
        super().on_mount()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is something to show only where something was found, or is asked in words that are hidden."""
        del parameters
        return action != "show_found" or (
            bool(self.desk.hits(self.reader)) or asked_first.are_hidden(self.meeting, self._questions)
        )

    def action_show_found(self) -> None:
        """Show what was found and is asked for a moment; the same key hides it again."""
        if self._shown:
            self._hide_found()
        else:
            self._shown = self.set_timer(self.SHOWN_FOR, self._hide_found)
            self.draw()

    def _hide_found(self) -> None:
        if self._shown:
            self._shown.stop()
            self._shown = None
        self.draw()

    def draw(self) -> None:
        """Show the rows, and the key for what was found while there is something."""
        super().draw()
        self.refresh_bindings()

    def rows(self) -> Iterable[Row]:
        """What the chair is asked, what the check has found, the papers, what is left out of them."""
        row = row_of(self.conference, self.meeting.procedure, self.reader)
        if row is None:
            return
        self._questions = asked_for(self.conference, self.meeting.procedure, row)
        yield from asked_first.rows(
            self.meeting, self.ask, self.reader, self._questions, are_shown=bool(self._shown)
        )
        yield from self._found()
        yield heading("Papers", "Enter: decide otherwise, with a reason")
        versions = {
            (each.copy.paper, each.copy.child): each
            for each in self.desk.held(self.conference, self.meeting.procedure)
            if each.copy.reader == self.reader
        }
        for cell in row.cells:
            last = versions.get((cell.paper, cell.child))
            version = ""
            if last:
                version = f" · version {last.copy.version}{'' if last.is_current else ', out of date'}"
            yield self._cell(cell, version)
        given = [
            Copy(paper=cell.paper, reader=self.reader, child=cell.child) for cell in row.cells if cell.gets
        ]
        yield from self._left_out(given)

    def _cell(self, cell: Cell, version: str) -> Row:
        words = paper_words(self.conference, cell.paper, cell.child)
        head = plain(f"{mark(cell)} {words}{version}", "" if cell.gets else "$text-muted")
        who = "The chair: " if cell.by_chair else ""
        # why somebody gets what is theirs need not be read by a chair who has just closed a meeting
        why = [] if cell.gets and not cell.by_chair else [plain(f"    {who}{cell.why}", "$text-muted")]
        may_change = cell.answer != "never" and self.reader != FILE
        act = partial(self._decide, cell, words) if may_change else None
        return Row(
            key=f"cell:{cell.paper.value}:{cell.child}",
            text=Content("\n").join([head, *why]),
            act=act,
        )

    def _decide(self, cell: Cell, words: str) -> None:
        self.ask(handing_out_forms.copy(self.meeting, self.reader, cell, words))

    def _left_out(self, given: list[Copy]) -> Iterable[Row]:
        """What is left out, paper by paper where it is not the same; then single entries, which can be shown."""
        said: dict[str, list[str]] = {}
        entries: dict[str, LeftOut] = {}
        for copy in given:
            for sentence in omissions(self.conference, self.meeting.procedure, copy):
                said.setdefault(sentence, []).append(paper_words(self.conference, copy.paper, copy.child))
            for entry in left_out(self.conference, self.meeting.procedure, copy):
                entries.setdefault(entry.entry, entry)
        if not given:
            return
        yield heading("What is left out", "" if said else "nothing")
        for sentence, papers in said.items():
            where = "" if len(papers) == len(given) else f" ({', '.join(papers)})"
            yield Row(key=f"out:{sentence}", text=plain(f"· {sentence}{where}"))
        asked = {each.entry for each in self._questions}
        single = [entry for key, entry in entries.items() if key not in asked]
        if single:
            yield heading("Entries left out", "Enter: show it to them, with a reason")
        for entry in single:
            words = asked_first.for_the_room(self.conference, entry.event, entry.words)
            text = Content("\n").join([plain(f"· {words}"), plain(f"    {entry.why}", "$text-muted")])
            yield Row(key=f"entry:{entry.entry}", text=text, act=partial(self._show, entry, words))

    def _show(self, entry: LeftOut, words: str) -> None:
        self.ask(handing_out_forms.shown(self.meeting, self.reader, entry.entry, words, entry.why))

    def _found(self) -> Iterable[Row]:
        """What stopped a copy: where it stands, the words around it, what to do."""
        hits = self.desk.hits(self.reader)
        if hits:
            yield heading("Found in the finished copies", "Enter: may it stand?")
        for hit in hits:
            sign = "■" if hit.term.certain else "?"
            style = "$text-error" if hit.term.certain else "$text-warning"
            told = f"{self._where(hit)}: {hit.term.what if self._shown else hit.what}."
            text = Content("\n").join(
                [
                    plain(f"{sign} {told}", style),
                    plain(f"    … {hit.around if self._shown else DOTS} …"),
                    plain(f"    {hit.to_do}", "$text-muted"),
                ]
            )
            act = None if hit.term.certain else partial(self._judge, hit)
            yield Row(key=f"hit:{hit.term.kind}:{hit.term.words}", text=text, act=act)

    def _where(self, hit: "Hit") -> str:
        """The papers that it was found in, with the place in each."""
        found = (
            f"{paper_words(self.conference, copy.paper, copy.child)}, {where}"
            for copy, where in self.desk.places(self.reader, hit)
        )
        where = "; ".join(dict.fromkeys(found))
        return where[:1].upper() + where[1:]

    def _judge(self, hit: "Hit") -> None:
        told = f"{self._where(hit)}: {hit.what}."
        self.ask(handing_out_forms.words(self.meeting, self.desk, self.reader, hit.term.words, told))


def mark(cell: Cell) -> str:
    """What stands before a paper: given, not given, never."""
    return "✓" if cell.gets else "×" if cell.answer == "never" else "○"


def paper_words(conference: Conference, paper: Paper, child: str) -> str:
    """A paper, and of whom: "plan of Maya Orrell-Pike"."""
    return f"{TITLES[paper]} of {conference.name(child)}" if child else TITLES[paper]
