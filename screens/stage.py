"""What every item of the agenda has: its script, its rows, the family's word, and what is still open."""

from collections.abc import Iterable
from functools import partial
from itertools import chain
from math import ceil
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from conference_tui.conference import events as e
from conference_tui.conference.agenda import family_to_ask, find_stage, heard
from conference_tui.conference.kept_out import kept_out_of, tellers, views_to_ask
from conference_tui.conference.procedure_agenda import Stage as Item
from conference_tui.conference.reminders import Reminder, at_stage
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed
from conference_tui.meeting import Meeting, Refused
from screens.asked_instead import ask_instead
from screens.form import Field, Form, Values
from screens.whom import about_field, read_about
from screens.widgets.sheet import Row, Sheet, heading, plain


class Stage(Vertical):
    """One item of the agenda. A kind of stage says which rows it has; the rest is the same everywhere."""

    ID: ClassVar[str]
    """The item's id in the procedure."""
    WIDE: ClassVar[bool] = False
    """Whether the stage needs the room of the agenda beside it."""
    SAYS_NEXT_ALONE: ClassVar[bool] = False
    """Whether of the script the next statement stands alone, because the chair needs other things in sight."""
    WAITS_FOR_VOICES: ClassVar[bool] = True
    """Whether it is said who has not been heard here."""
    BINDINGS = [
        Binding(
            "s",
            "say_next",
            "Said",
            show=False,
            id="stage.say",
            tooltip="Tick the next statement of the script as said",
        ),
        Binding(
            "f",
            "ask_family",
            "Family's word",
            show=False,
            id="stage.family",
            tooltip="Record that the family was asked",
        ),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(id=f"stage-{self.ID}", classes="stage")
        self.meeting = meeting
        self.sheet = Sheet(classes="sheet")
        self.is_new = False
        """Whether this is the stage's first frame: of many rows it has those alone that can be in sight."""
        self._shown: Conference | None = None
        self._shown_closed = -1

    @property
    def conference(self) -> Conference:
        """The conference as it stands."""
        return self.meeting.conference

    @property
    def item(self) -> Item:
        """The procedure's words for this stage."""
        return find_stage(self.meeting.procedure, self.ID)

    def compose(self) -> ComposeResult:
        """A sheet; stages with more than a list compose their own."""
        yield self.sheet

    def on_mount(self) -> None:
        """Draw the rows for the first time; of a thousand, those that fit on the screen."""
        self.is_new = True
        self.refresh_rows()

    def draw_rest(self) -> None:
        """Draw also what is out of sight, once the stage has been seen: wrapping many rows takes time."""
        if self.is_new:
            self.is_new = False
            self.draw()

    def first(self, rows: Iterable[Row], *, wide: int) -> list[Row]:
        """All the rows; in the first frame those alone that can be in sight on lines that are `wide` cells at most."""
        if not self.is_new:
            return list(rows)
        fitting, lines = [], 0
        for row in rows:
            fitting.append(row)
            lines += max(1, ceil(row.text.cell_length / wide))
            if lines >= self.app.size.height:
                break
        return fitting

    def first_focus(self) -> Widget:
        """What takes the keyboard when the chair leaves the capture line."""
        return self.sheet

    def left(self) -> None:
        """Somebody goes to another stage; what may be seen only while this one is shown goes now."""

    def refresh_rows(self) -> None:
        """Draw what changed since the last time; nothing before the stage is on the screen."""
        if not self.sheet.is_attached:
            return
        closed = len(self.meeting.said_in_closed_slot) if self.meeting.in_closed_slot else -1
        if self._shown is self.conference and self._shown_closed == closed:
            return
        self._shown, self._shown_closed = self.conference, closed
        self.draw()

    def draw(self) -> None:
        """Show the rows."""
        rows = chain(self.script_rows(), self.rows(), self.family_rows(), self.open_rows())
        self.sheet.show(self.first(rows, wide=self.app.size.width))

    def rows(self) -> Iterable[Row]:
        """The rows of this stage's own matter."""
        return ()

    # --- Recording ------------------------------------------------------------------------------------------

    def record(self, *events: e.AnyEvent) -> bool:
        """Record, or say why not. True when recorded."""
        try:
            self.meeting.record(*events)
        except Refused as refused:
            self.notify(str(refused), severity="warning", markup=False)
            return False
        return True

    def ask(self, form: Form) -> None:
        """Open a form over this stage."""
        self.app.push_screen(form)

    # --- The script -----------------------------------------------------------------------------------------

    def script_rows(self) -> list[Row]:
        """The statement to say next in full, those after it in a line each, if at all; one line once all are said."""
        statements = self.item.statements
        left = [s for s in statements if (self.ID, s.id) not in self.conference.said]
        if not statements:
            return []
        if not left:
            return [heading("Script", "all said ✓")]
        if self.conference.closed:  # what is to be done now comes first, and nothing is said any more
            return [heading("Script", f"{len(statements) - len(left)} of {len(statements)} said")]
        rows = [heading("Say", f"{len(statements) - len(left)} of {len(statements)} said · Enter or s ticks")]
        for place, statement in enumerate(left[:1] if self.SAYS_NEXT_ALONE else left):
            words = (
                plain(statement.text, "bold") if not place else plain(in_brief(statement.text), "$text-muted")
            )
            text = Content.assemble(("▸ " if not place else "○ ", "$text-warning"), words)
            rows.append(Row(key=f"say:{statement.id}", text=text, act=partial(self._said, statement.id)))
        return rows

    def _said(self, statement: str) -> None:
        now = self.meeting.clock().time().replace(second=0, microsecond=0, tzinfo=None)
        self.record(e.StatementSaid(stage=self.ID, statement=statement, at=now))

    def action_say_next(self) -> None:
        """Tick the next statement that was not said yet."""
        for statement in self.item.statements:
            if (self.ID, statement.id) not in self.conference.said:
                self._said(statement.id)
                return
        self.notify("Everything of the script is said.", markup=False)

    # --- The family's word ----------------------------------------------------------------------------------

    def family_rows(self) -> list[Row]:
        """Who of the family was asked here, and what was said (HV-8)."""
        if not self.item.asks_family:
            return []
        asked = [word for word in self.conference.asked if word.stage == self.ID]
        to_ask = family_to_ask(self.conference, self.item)
        if not asked and not self._family_here() and not to_ask:
            return []
        rows = [heading("The family's word", "everyone asked ✓" if not to_ask else "")]
        for number, word in enumerate(asked):
            hidden = of_another_sitting(self.conference, word)
            words = ELSEWHERE if hidden else word.words or "nothing to add"
            by = f", told by {self.conference.name(word.by)}" if word.by else ""
            text = plain(f"✓ {self.conference.name(word.person)}{by}: {words}")
            rows.append(Row(key=f"word:{number}", text=text))
        for someone in self._family_here():
            if someone not in (word.person for word in asked):
                words = "not asked yet" if someone in to_ask else "has spoken, not asked to add"
                text = plain(f"{'○' if someone in to_ask else '·'} {self.conference.name(someone)}: {words}")
                rows.append(Row(key=f"ask:{someone}", text=text, act=partial(self.ask_someone, someone)))
        for someone in views_to_ask(self.conference, self.item):
            words = f"○ The views of {self.conference.name(someone)}, who is kept out: not asked yet"
            rows.append(
                Row(key=f"ask:{someone}", text=plain(words), act=partial(self.ask_for_views, someone))
            )
        return rows

    def _family_here(self) -> list[str]:
        """Those who are here and are to be: whose views another tells are asked for below."""
        here = self.conference.present() - set(kept_out_of(self.conference, self.ID))
        return [someone for someone in self.conference.family() if someone in here]

    def action_ask_family(self) -> None:
        """Ask the next member of the family who has not been asked at this stage."""
        to_ask = family_to_ask(self.conference, self.item)
        if to_ask and to_ask[0] in views_to_ask(self.conference, self.item):
            self.ask_for_views(to_ask[0])
        elif to_ask:
            self.ask_someone(to_ask[0])
        else:
            self.notify("Everyone of the family who is here has had a word at this point.", markup=False)

    def ask_someone(self, someone: str) -> None:
        """Record that one member of the family was asked, and the answer."""

        def save(values: Values) -> None:
            words = values.words("words")
            children = read_about(values, self.conference, words=words)
            asked = e.FamilyAsked(stage=self.ID, person=someone, words=words, children=children)
            self.meeting.record(asked)

        name = self.conference.name(someone)
        words = Field(name="words", label="Said", kind="words", hint="leave empty: asked, nothing to add")
        title = f"{name} was asked to comment or add"
        fields = [words, *about_field(self.conference)]
        self.ask(Form(title, fields, save, meeting=self.meeting, key=f"word/{self.ID}/{someone}"))

    def ask_for_views(self, someone: str) -> None:
        """Record the views of somebody who is kept out of this part, from who tells them (HV-3)."""
        exclusion = self.conference.exclusions[someone]

        def save(values: Values) -> None:
            by = values.needed("by", values.one("by"), "Who tells their views?")
            words = values.words("words")
            children = read_about(values, self.conference, words=words)
            word = e.FamilyAsked(stage=self.ID, person=someone, words=words, by=by, children=children)
            self.meeting.record(word)

        fields = [
            Field(
                name="by",
                label="Told by",
                kind="one",
                options=tellers(self.conference, self.meeting.procedure),
                chosen=(exclusion.decided.views_by,),
            ),
            Field(name="words", label="Their views", kind="words", hint="leave empty: nothing to add"),
            *about_field(self.conference),
        ]
        title = f"The views of {self.conference.name(someone)}, who is kept out"
        self.ask(Form(title, fields, save, meeting=self.meeting, key=f"word/{self.ID}/{someone}"))

    # --- What is open ---------------------------------------------------------------------------------------

    def open_rows(self) -> list[Row]:
        """What is still open here, and who has not been heard. It reminds; it does not stop anybody."""
        rows = []
        silent = heard(self.conference, self.ID).silent
        if silent and self.WAITS_FOR_VOICES:
            names = [self.conference.name(someone) for someone in silent]
            rows.append(Row(key="silent", text=plain(f"Not heard here: {listed(names)}", "$text-muted")))
        found = at_stage(self.conference, self.meeting.procedure, self.meeting.calendar, self.ID)
        rows += [self._reminder(each) for each in found if not each.key.startswith(("script:", "family:"))]
        return [heading("Still open"), *rows] if rows else []

    def _reminder(self, reminder: Reminder) -> Row:
        if reminder.reason:
            text = plain(f"✓ {reminder.words} Reason: {reminder.reason}", "$text-muted")
            return Row(key=f"open:{reminder.key}", text=text)
        mark = ("■ ", "$text-error") if reminder.holds_up_close else ("· ", "$text-warning")
        text = Content.assemble(mark, plain(reminder.words))
        act = partial(self.give_reason, reminder) if reminder.holds_up_close else None
        return Row(key=f"open:{reminder.key}", text=text, act=act)

    def give_reason(self, reminder: Reminder) -> None:
        """Take the chair's reason for going on without something. It is printed."""
        if ask_instead(self, reminder):
            return

        def save(values: Values) -> None:
            self.meeting.record(e.ReasonGiven(matter=reminder.key, reason=values.words("reason")))

        reason = Field(name="reason", label="Reason", kind="words", hint="the chair's reason; it is printed")
        form = Form(
            "Go on without it",
            [reason],
            save,
            meeting=self.meeting,
            note=reminder.words,
            key=f"reason/{reminder.key}",
        )
        self.ask(form)


def in_brief(words: str, most: int = 48) -> str:
    """The beginning of a text, cut at a word."""
    return words if len(words) <= most else f"{words[:most].rsplit(None, 1)[0]} …"
