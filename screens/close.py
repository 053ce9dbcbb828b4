"""The close: what still holds it up, the closing time, and then the plans on paper (BA-20, HF-10)."""

from collections.abc import Callable, Iterable

from textual.binding import Binding
from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.deadlines import due_dates
from conference_tui.conference.reminders import Reminder, reminders
from conference_tui.conference.text import say_time
from conference_tui.meeting import Meeting
from screens import amendments, birth, kept_apart, sitting, taking_over, transfer
from screens.desk import Desk
from screens.form import Field, Form, Values
from screens.plans_on_paper import PlansOnPaper
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

AFTERWARDS = ("letter", "outline_plan", "minutes", "corrections", "dissent")
"""The limits that run from the close."""
AFTER_THE_CLOSE = ("addendum", "complaint", "keep", "birth")
"""What keys do that matter only once it is closed."""


class Close(Stage):
    """Nothing is closed over an open question without a typed reason; then the plans are made, shown, printed."""

    ID = "close"
    BINDINGS = [
        Binding("c", "close_it", "Close", id="close.close", tooltip="Close the conference"),
        Binding("h", "hand_out", "Hand out", id="close.hand_out",
                tooltip="For every person what they get, what is left out and why; make, print"),
        Binding("m", "make", "Plans alone", id="close.make",
                tooltip="Make the plans alone as files, one for each child, for one reader"),
        Binding("o", "open_plan", "Open", show=False, id="close.open",
                tooltip="Show the plan the cursor is on"),
        Binding("p", "print_plan", "Print", show=False, id="close.print",
                tooltip="Print the plan the cursor is on"),
        Binding("a", "addendum", "Addendum", show=False, id="close.addendum",
                tooltip="Add something after the close"),
        Binding("x", "complaint", "Complaint", show=False, id="close.complaint",
                tooltip="Record that somebody complained"),
        Binding("b", "birth", "Birth", show=False, id="close.birth",
                tooltip="Enter that an expected child is born"),
        Binding("k", "keep", "Keep until", show=False, id="close.keep", tooltip="How long the record is kept"),
    ]  # fmt: skip

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

    def shows_key(self, binding: Binding) -> bool:
        """The keys that can do something: what is added after the close, and before it the close."""
        if self.conference.closed:
            if binding.action == "birth":
                return any(child.unborn for child in self.conference.children.values())
            return binding.action != "close_it" and (binding.show or binding.action in AFTER_THE_CLOSE)
        return binding.show

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
        yield Row(key="close", text=plain("○ Close the conference · c"), act=self.action_close_it)
        yield from sitting.choice(self.meeting, self.ask)

    def _kept_apart(self) -> Iterable[Row]:
        """Whether two are kept apart does not hold up the close, but decides what stands in the copies."""
        if asked := list(kept_apart.unanswered_rows(self.meeting, self.ask)):
            yield heading("To be said before the copies", "Enter: say it")
            yield from asked

    def _handing_out(self) -> Iterable[Row]:
        yield heading("Hand out", "h: for everybody what they get")
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
            self.notify(
                "The conference is closed. What is missing is added with a: an addendum.", markup=False
            )
            return

        def save(values: Values) -> None:
            at = values.needed("at", values.time("at"), "When did the meeting end?")
            self.meeting.record(e.ConferenceClosed(at=at))

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
        self.ask(Form("Close the conference", [field], save, meeting=self.meeting, key="close", note=note))

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
        """Show the plan the cursor is on."""
        self.plans.show()

    def action_print_plan(self) -> None:
        """Print the plan the cursor is on."""
        self.plans.print()
