"""Mapping: what works well, what worries, what nobody knows yet, in three columns (BA-13, KC-2)."""

from collections import abc
from collections.abc import Iterable, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import THIRDS, TITLES, Third, concerns, on_map
from conference_tui.conference.split import ELSEWHERE, heard_in_words, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date
from conference_tui.meeting import Meeting
from screens.commands import Command, called_so
from screens.correction import correction, striking
from screens.stage import Stage
from screens.steered import Steered
from screens.widgets.column_colours import COLOURS
from screens.widgets.sheet import Row, Sheet, heading, plain

ALL = "all"
"""In the place of a child: the entries about any of them."""

SIGNS = {column: mark for mark, column in MARKS.items()}
"""What stands for each kind of entry, in the capture line as on the map."""

IN_ANOTHER_SITTING = f"{ELSEWHERE} · Enter opens it"
"""What stands for words while others sit there than those who heard them (HV-3)."""


class ColumnSheet(Sheet):
    """One column of the map."""

    def __init__(self, third: Third) -> None:
        super().__init__(classes="third")
        self.third = third


class Mapping(Stage):
    """Three columns, and below them the script and the family's word, which open when the marker is there."""

    ID = "mapping"
    WIDE = True
    TYPED_COMMANDS = (
        Command("child", "child", "Show what is about one child; then all", follows="children_called"),
        Command("strike", "strike", "Strike an entry, with the reason"),
        Command("matrix", "matrix", "The harm matrix: first, worst, most recent"),
        Command("one-column", "one", "One wide column, or all three"),
        Command("script", "talk", "The script, the family's word, what is open"),
    )

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self.columns = tuple(ColumnSheet(third) for third in THIRDS)
        self.current = self.columns[0]
        """The column that the marker comes back to."""
        self.current.add_class("-current")
        self.sheet.add_class("talk")
        self._only = ALL
        """The child that alone is shown, or all."""
        self._drawn: tuple[object, ...] = ()
        self._made: tuple[e.ContributionMade, ...] | None = None
        self._rows_by_id: dict[str, tuple[tuple[object, ...], Row]] = {}

    def compose(self) -> ComposeResult:
        """The map, and what is said about it."""
        with Horizontal(classes="map"):
            yield from self.columns
        yield self.sheet

    def panes(self) -> Sequence[Sheet]:
        """The columns, then what is said about them."""
        return (*self.columns, self.sheet)

    def first_pane(self) -> Sheet:
        """The column of the entry that was made last."""
        return self.current

    def marked(self, pane: Sheet) -> None:
        """Where one column alone is in sight, it is the one with the marker."""
        if isinstance(pane, ColumnSheet):
            self._show_column(pane)

    # --- Drawing --------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Show the columns where something in them changed, and the rest."""
        new = self._new_entry()
        if new and self._only != ALL and not concerns(new, self._only):
            self._only = ALL
        self._draw_columns()
        if new:
            self._reveal(new)
        self.sheet.show([*self.script_rows(), *self._loose(), *self.family_rows(), *self.open_rows()])

    def _new_entry(self) -> e.ContributionMade | None:
        before, self._made = self._made, self.conference.contributions
        if before is None or len(self._made) != len(before) + 1 or self._made[:-1] != before:
            return None
        return self._made[-1]

    def _draw_columns(self) -> None:
        conference = self.conference
        drawn = (
            conference.contributions,
            conference.people,
            conference.children,
            conference.split_begun,
            conference.split_sittings,
            self._only,
            self.is_new,
        )
        if len(drawn) == len(self._drawn) and all(a is b for a, b in zip(drawn, self._drawn, strict=True)):
            return
        self._drawn = drawn
        wide = self.app.size.width // sum(column.display for column in self.columns)
        for column in self.columns:
            made = [
                each
                for each in on_map(conference.contributions, column.third)
                if self._only == ALL or concerns(each, self._only)
            ]
            shown = self.first((self._row(each) for each in made), wide=wide)
            column.show(shown or [_nothing(column.third)])
            column.border_title = Content(f"{column.third.mark} {column.third.title} {len(made)}")
        only = "" if self._only == ALL else self.conference.name(self._only)
        self.sheet.border_title = Content(f"Only about {only} · /child shows others" if only else "")

    def _row(self, made: e.ContributionMade) -> Row:
        """The row of an entry; made anew only when something in it changed."""
        conference = self.conference
        shows = (
            made,
            conference.name(made.speaker),
            _about(made, conference),
            conference.name(made.owner),
            heard_in_words(conference, made.contribution),
            of_another_sitting(conference, made),
        )
        kept = self._rows_by_id.get(made.contribution)
        if kept and kept[0] == shows:
            return kept[1]
        row = Row(
            key=made.contribution,
            text=entry(made, conference),
            act=partial(self.correct, made.contribution),
        )
        self._rows_by_id[made.contribution] = (shows, row)
        return row

    def _loose(self) -> Iterable[Row]:
        """What was said here and stands in no column: it can be given one."""
        said = [
            each
            for each in self.conference.contributions
            if each.column is None and (each.stage == self.ID or each.answers)
        ]
        if said:
            yield heading("Said, in no column", "Enter gives it one")
            yield from (self._row(each) for each in said)

    def _reveal(self, made: e.ContributionMade) -> None:
        """Bring a new entry into sight; it is the one that Enter opens."""
        for sheet in (*self.columns, self.sheet):
            keys = [row.key for row in sheet.rows]
            if made.contribution not in keys:
                continue
            sheet.highlighted = keys.index(made.contribution)
            self._mark(sheet)

    def _show_column(self, column: ColumnSheet) -> None:
        self.current = column
        for each in self.columns:
            each.set_class(each is column, "-current")

    # --- Going about ----------------------------------------------------------------------------------------

    def action_one(self) -> None:
        """One wide column, or all three."""
        self.toggle_class("-one")

    def action_talk(self) -> None:
        """To the script and the family's word, and back."""
        self._mark(self.current if self.sheet.is_marked else self.sheet)

    def _mark(self, pane: Sheet) -> None:
        screen = self.screen
        assert isinstance(screen, Steered)
        screen.mark_pane(pane)

    def children_called(self, typed: str) -> abc.Mapping[str, str]:
        """Whose entries can be shown alone."""
        every = {child.id: child.name for child in self.conference.children.values()}
        return called_so(typed, {**every, ALL: "all"})

    def action_child(self, child: str = "") -> None:
        """Show the entries about one child alone, or about all; without a name those about the next one."""
        choices = [ALL, *self.conference.children]
        place = choices.index(self._only) if self._only in choices else 0
        self._only = child or choices[(place + 1) % len(choices)]
        self._draw_columns()
        for column in self.columns:
            column.call_after_refresh(column.scroll_to_highlight)

    def action_matrix(self) -> None:
        """The harm matrix as a table."""
        from screens.harm_matrix import HarmMatrix

        self.app.push_screen(HarmMatrix(self.meeting))

    # --- Correcting -----------------------------------------------------------------------------------------

    def correct(self, contribution: str) -> None:
        """Open an entry to correct it."""
        made = self._find(contribution)
        if made:
            self.ask(correction(self.meeting, made))

    def action_strike(self) -> None:
        """Strike the entry that is marked, with the reason."""
        sheet = self.sheet if self.sheet.is_marked else self.current
        place = sheet.highlighted
        made = self._find(sheet.rows[place].key) if place is not None and sheet.rows else None
        if made is None:
            self.notify("Mark the entry first: arrows, or /find and a part of it.", markup=False)
            return
        self.ask(striking(self.meeting, made))

    def _find(self, contribution: str) -> e.ContributionMade | None:
        made = (each for each in self.conference.contributions if each.contribution == contribution)
        return next(made, None)


def entry(made: e.ContributionMade, conference: Conference) -> Content:
    """An entry in words: its kind, who said it about whom, the words, and what hangs on it.

    Of what was said in another sitting only that: the room sees the map. Enter opens it.
    """
    kind = (f"{SIGNS[made.column]} {TITLES[made.column]}  ", COLOURS[made.column]) if made.column else ""
    speaker = (f"{conference.name(made.speaker)} ({_about(made, conference)}): ", "bold")
    if of_another_sitting(conference, made):
        return Content.assemble(kind, speaker, (IN_ANOTHER_SITTING, "$text-muted"))
    more = [f"\n  {line}" for line in _more(made, conference)]
    return Content.assemble(kind, speaker, made.words, *more)


def _about(made: e.ContributionMade, conference: Conference) -> str:
    return listed([conference.short(child) for child in made.children]) or "all"


def _more(made: e.ContributionMade, conference: Conference) -> Iterable[str]:
    if made.new_today:
        yield "! new to the family today"
    if made.answers:
        yield f"written down, to the question: {made.answers}"
    elif made.in_writing:
        yield "sent or handed in, in writing"
    if made.example:
        yield f"for example: {made.example}"
    if made.impact:
        yield f"impact: {made.impact}"
    if made.domain:
        yield f"domain: {made.domain}"
    if not made.in_writing and (heard := heard_in_words(conference, made.contribution)):
        yield heard
    if made.owner or made.by:
        who = conference.name(made.owner) if made.owner else "nobody yet"
        yield f"finds out: {who}{f', by {say_date(made.by)}' if made.by else ''}"


def _nothing(third: Third) -> Row:
    words = f"nothing yet\nin the line:  name {third.mark} child: words"
    return Row(key="none", text=plain(words, "$text-muted"))
