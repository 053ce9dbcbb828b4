"""Mapping: what works well, what worries, what nobody knows yet, in three columns (BA-13, KC-2)."""

from collections.abc import Iterable
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from conference_tui.conference import events as e
from conference_tui.conference.capture import MARKS
from conference_tui.conference.mapping import THIRDS, TITLES, Third, concerns, on_map
from conference_tui.conference.split import ELSEWHERE, heard_in_words, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date
from conference_tui.meeting import Meeting
from screens.correction import correction, striking
from screens.stage import Stage
from screens.widgets.sheet import Row, Sheet, heading, plain

SIGNS = {column: mark for mark, column in MARKS.items()}
"""What stands for each kind of entry, in the capture line as on the map."""

IN_ANOTHER_SITTING = f"{ELSEWHERE} · Enter opens it"
"""What stands for words while others sit there than those who heard them (HV-3)."""

_STYLES = {
    e.Column.STRENGTH: "$text-success",
    e.Column.SAFETY: "$text-success",
    e.Column.HARM: "$text-error",
    e.Column.DANGER: "$text-error",
    e.Column.COMPLICATING: "$text-warning",
    e.Column.GREY: "$text-accent",
}


class ColumnSheet(Sheet):
    """One column of the map. Left and right go to the ones beside it."""

    BINDINGS = [
        Binding("left", "go(-1)", "Column", show=False),
        Binding("right", "go(1)", "Column", show=False),
    ]

    def __init__(self, third: Third, mapping: "Mapping") -> None:
        super().__init__(classes="third")
        self.third = third
        self._mapping = mapping

    def action_go(self, step: int) -> None:
        """Go to the column beside this one, round the end."""
        self._mapping.go_to_column((self._mapping.columns.index(self) + step) % len(THIRDS))

    def come_here(self) -> None:
        """Take the keyboard, also where one column alone is in sight."""
        self._mapping.go_to_column(self._mapping.columns.index(self))

    def on_focus(self, _: events.Focus) -> None:
        """Be the column that the keyboard comes back to."""
        self._mapping.current = self


class Mapping(Stage):
    """Three columns, and below them the script and the family's word, which open when they have the focus."""

    ID = "mapping"
    WIDE = True
    BINDINGS = [
        Binding("c", "child", "Child", id="mapping.child", tooltip="Show what is about one child; then all"),
        Binding("x", "strike", "Strike", id="mapping.strike", tooltip="Strike an entry, with the reason"),
        Binding("m", "matrix", "Matrix", id="mapping.matrix", tooltip="The harm matrix: first, worst, most recent"),
        Binding("o", "one", "One/three", id="mapping.one", tooltip="One wide column, or all three"),
        Binding("t", "talk", "Script", id="mapping.talk", tooltip="The script, the family's word, what is open"),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self.columns = tuple(ColumnSheet(third, self) for third in THIRDS)
        self.current = self.columns[0]
        """The column that the keyboard comes back to."""
        self.current.add_class("-current")
        for sheet in (*self.columns, self.sheet):
            sheet.beside = [other for other in (*self.columns, self.sheet) if other is not sheet]
        self.sheet.add_class("talk")
        self._only = ""
        """The child that alone is shown; empty for all."""
        self._drawn: tuple[object, ...] = ()
        self._made: tuple[e.ContributionMade, ...] | None = None
        self._rows_by_id: dict[str, tuple[tuple[object, ...], Row]] = {}

    def compose(self) -> ComposeResult:
        """The map, and what is said about it."""
        with Horizontal(classes="map"):
            yield from self.columns
        yield self.sheet

    def first_focus(self) -> Widget:
        """The column of the entry that was made last."""
        return self.current

    # --- Drawing --------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """Show the columns where something in them changed, and the rest."""
        new = self._new_entry()
        if new and self._only and not concerns(new, self._only):
            self._only = ""
        self._draw_columns()
        if new and not self.has_focus_within:
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
                if not self._only or concerns(each, self._only)
            ]
            shown = self.first((self._row(each) for each in made), wide=wide)
            column.show(shown or [_nothing(column.third)])
            column.border_title = Content(f"{column.third.mark} {column.third.title} {len(made)}")
        only = self.conference.name(self._only)
        self.sheet.border_title = Content(f"Only about {only} · c shows others" if only else "")

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
            if isinstance(sheet, ColumnSheet):
                self._show_column(sheet)

    def _show_column(self, column: ColumnSheet) -> None:
        self.current = column
        for each in self.columns:
            each.set_class(each is column, "-current")

    # --- Going about ----------------------------------------------------------------------------------------

    def go_to_column(self, place: int) -> None:
        """Give the keyboard to a column."""
        self._show_column(self.columns[place])
        self.columns[place].focus()

    def action_one(self) -> None:
        """One wide column, or all three."""
        self.toggle_class("-one")
        self.current.focus()

    def action_talk(self) -> None:
        """To the script and the family's word, and back."""
        if self.sheet.has_focus:
            self.current.focus()
        else:
            self.sheet.focus()

    def action_child(self) -> None:
        """Show the entries about the next child alone; after the last one, all."""
        choices = ["", *self.conference.children]
        place = choices.index(self._only) if self._only in choices else 0
        self._only = choices[(place + 1) % len(choices)]
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
        """Strike the entry under the cursor, with the reason."""
        sheet = self.sheet if self.sheet.has_focus else self.current
        place = sheet.highlighted
        made = self._find(sheet.rows[place].key) if place is not None and sheet.rows else None
        if made is None:
            self.notify("Go to the entry first: arrows, or / and a part of it.", markup=False)
            return
        self.ask(striking(self.meeting, made))

    def _find(self, contribution: str) -> e.ContributionMade | None:
        made = (each for each in self.conference.contributions if each.contribution == contribution)
        return next(made, None)


def entry(made: e.ContributionMade, conference: Conference) -> Content:
    """An entry in words: its kind, who said it about whom, the words, and what hangs on it.

    Of what was said in another sitting only that: the room sees the map. Enter opens it.
    """
    kind = (f"{SIGNS[made.column]} {TITLES[made.column]}  ", _STYLES[made.column]) if made.column else ""
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
