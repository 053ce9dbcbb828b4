"""The close: what still holds it up, the closing time, and then the plans on paper (BA-20, HF-10)."""

from collections.abc import Callable, Iterable

from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.reminders import Reminder, reminders
from conference_tui.conference.text import say_time
from conference_tui.conference.timeline import in_short
from conference_tui.meeting import Meeting, Refused
from screens import amendments, birth, kept_apart, sitting, taking_over, transfer
from screens.commands import Command
from screens.desk import Desk
from screens.form import Field, Form, Values
from screens.plans_on_paper import PlansOnPaper
from screens.read_back import ReadBack
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

AFTERWARDS = ("letter", "outline_plan", "minutes", "corrections", "dissent")
"""The limits that run from the close."""


class Close(Stage):
    """Nothing is closed over an open question without a typed reason; then the plans are made, shown, printed."""

    ID = "close"
    TYPED_COMMANDS = (
        Command("close", "close_it", "Close the conference"),
        Command(
            "hand-out", "hand_out", "For every person what they get, what is left out and why; make, print"
        ),
        Command("plans", "make", "Make the plans alone as files, one for each child, for one reader"),
        Command("open", "open_plan", "Show the plan that is marked"),
        Command("print", "print_plan", "Print the plan that is marked"),
        Command("addendum", "addendum", "Add something after the close"),
        Command("complaint", "complaint", "Record that somebody complained"),
        Command("birth", "birth", "Enter that an expected child is born"),
        Command("keep-until", "keep", "How long the record is kept"),
    )

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self.plans = PlansOnPaper(self)
        self.desk = Desk()
        self._was_closed = False
        """Whether it was closed when the rows were drawn last."""

    # --- Rows -----------------------------------------------------------------------------------------------

    def rows(self) -> Iterable[Row]:
        """What holds up the close, the close, the plans, and what is due afterwards."""
        if self.conference.closed:
            yield from self._close()
            yield from birth.rows(self)
            yield from birth.papers(self)
            yield from self._handing_out()
            yield from self._kept_apart()
            yield from self.plans.rows()
            yield from self._holding_up()
            yield from taking_over.withdrawn(self)
            yield from self._due()
            yield from transfer.rows(self)
            yield from amendments.rows(self)
        else:
            yield from self._holding_up()
            yield from taking_over.withdrawn(self)
            yield from self._close()
            yield from self._kept_apart()
            yield from self.plans.rows()
            yield from self._due()
            yield from transfer.rows(self)

    def draw(self) -> None:
        """Show the rows; once it is closed, from the top, where the seal stands, and on what comes next."""
        super().draw()
        is_closed = self.conference.closed is not None
        if is_closed and not self._was_closed:
            keys = [row.key for row in self.sheet.rows]
            self.sheet.highlighted = keys.index("hand out") if "hand out" in keys else None
            self.call_after_refresh(self.sheet.scroll_home, animate=False)
        self._was_closed = is_closed
        self.refresh_bindings()

    def _every_reminder(self) -> tuple[Reminder, ...]:
        found = reminders(self.conference, self.meeting.procedure, self.meeting.calendar)
        return tuple(each for each in found if each.holds_up_close)

    def _holding_up(self) -> Iterable[Row]:
        found = self._every_reminder()
        left = [each for each in found if each.is_open]
        note = "Enter: the chair's reason, which is printed" if left else "nothing ✓"
        title = "Open since the birth" if left and self.conference.births else "Holds up the close"
        yield heading(title if self.conference.closed else "Holds up the close", note)
        for reminder in (*left, *(each for each in found if not each.is_open)):
            yield self._reminder(reminder)

    def _close(self) -> Iterable[Row]:
        closed = self.conference.closed
        yield heading("The close")
        if closed:
            yield Row(
                key="closed", text=plain(f"✓ Closed at {say_time(closed.at)}. What is recorded stands.")
            )
            if sealed := self.conference.close_seal:
                signed = "signed" if sealed.signature else "not signed"
                words = f"{seal.words(sealed)}, {signed} · stands on every plan"
                yield Row(key="seal", text=plain(words))
            return
        yield Row(key="close", text=plain("○ Close the conference"), act=self.action_close_it)
        yield from sitting.choice(self.meeting, self.ask)

    def _kept_apart(self) -> Iterable[Row]:
        """Whether two are kept apart does not hold up the close, but decides what stands in the copies."""
        if asked := list(kept_apart.unanswered_rows(self.meeting, self.ask)):
            yield heading("To be said before the copies", "Enter: say it")
            yield from asked

    def _handing_out(self) -> Iterable[Row]:
        yield heading("Hand out", "/hand-out: for everybody what they get")
        words = "○ Make, send and print what each person gets"
        yield Row(key="hand out", text=plain(words), act=self.action_hand_out)

    def _due(self) -> Iterable[Row]:
        found = due_dates(self.conference, self.meeting.procedure, self.meeting.calendar)
        after = [due.deadline for due in found if due.deadline.key in AFTERWARDS]
        yield heading("Due afterwards")
        for deadline in after:
            head = Content.assemble(plain(deadline.when, "bold"), plain(f"  {deadline.what}"))
            rule = plain(f"    {deadline.sentence}", "$text-muted")
            yield Row(key=f"due:{deadline.key}", text=Content("\n").join([head, rule]))

    # --- The close ------------------------------------------------------------------------------------------

    def action_close_it(self) -> None:
        """Close the conference at a time, unless something holds it up."""
        if self.conference.closed:
            self.notify("The conference is closed. What is missing is added with “/addendum”.", markup=False)
            return

        def read(values: Values) -> e.ConferenceClosed:
            at = values.needed("at", values.time("at"), "When did the meeting end?")
            return e.ConferenceClosed(at=at)

        def read_back(values: Values) -> ReadBack:
            closed = read(values)
            if why := self.meeting.refusal(closed):
                raise Refused(why)
            return ReadBack(
                f"{in_short(closed, (), self.conference, self.meeting.procedure)}.", note, word="close"
            )

        field = Field(
            name="at",
            label="Closed at",
            value=say_time(self.meeting.clock().time()),
            hint="for example 15:50",
        )
        note = (
            "After the close what is recorded stands, and the plans can be made. The close is not taken back; "
            "an addendum can be added."
        )
        self.ask(
            Form(
                "Close the conference",
                [field],
                lambda values: self.meeting.record(read(values)),
                meeting=self.meeting,
                key="close",
                note=note,
                read_back=read_back,
            )
        )

    # --- After the close ------------------------------------------------------------------------------------

    def action_addendum(self) -> None:
        """Add something to what was recorded."""
        self._amend(amendments.addendum)

    def action_complaint(self) -> None:
        """Take down a complaint."""
        self._amend(amendments.complaint_received)

    def action_birth(self) -> None:
        """Enter that a child who was expected is born, which the close does not hinder (HF-1)."""
        birth.ask(self)

    def action_keep(self) -> None:
        """Say how long the record is kept."""
        self.ask(amendments.retention(self.meeting))

    def _amend(self, form: Callable[[Meeting], Form]) -> None:
        if self.conference.closed:
            self.ask(form(self.meeting))
        else:
            self.notify("That comes after the close. Until then, record it where it belongs.", markup=False)

    # --- Handing out ----------------------------------------------------------------------------------------

    def action_hand_out(self) -> None:
        """Who gets what, and making it."""
        from screens.handing_out import HandingOut

        self.app.push_screen(HandingOut(self.meeting, self.desk))

    # --- The plans on paper ---------------------------------------------------------------------------------

    def action_make(self) -> None:
        """Make the plans."""
        self.plans.make()

    def action_open_plan(self) -> None:
        """Show the plan that is marked."""
        self.plans.show()

    def action_print_plan(self) -> None:
        """Print the plan that is marked."""
        self.plans.print()
