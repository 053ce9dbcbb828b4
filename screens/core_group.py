"""Core group and dates: who belongs to it, what is booked, and every limit with its rule (BA-22, BA-23, HF-14)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.deadlines import REVIEWS, due_dates
from conference_tui.conference.plan import everyone
from conference_tui.conference.review import is_review
from conference_tui.conference.text import listed, say_date
from screens import bookings, key_worker, taking_over
from screens.due import due_text
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

SERIES = 7
"""How many later core groups are shown at the most; a review comes before an eighth."""


class CoreGroup(Stage):
    """Who works on the plan, when they meet, and by when everything is due."""

    ID = "core_group"
    SAYS_NEXT_ALONE = True
    BINDINGS = [
        Binding("c", "book_core_group", "Core group", id="core_group.book", tooltip="Book the first core group; at a review the next one"),
        Binding("r", "book_review", "Review", id="core_group.review", tooltip="Book the review conference"),
        Binding("x", "remove", "Remove", id="core_group.remove", tooltip="Take who the cursor is on out of the group"),
        Binding("t", "take_over", "Take over", show=False, id="core_group.take_over",
                tooltip="At a review: let what the cursor is on stand as it was until now"),
    ]  # fmt: skip

    def rows(self) -> Iterable[Row]:
        """Who leads, the members, who else there is, what is booked, and what is due."""
        yield from taking_over.withdrawn(self)
        yield from key_worker.rows(self)
        yield from taking_over.rows(self)
        yield from self._members()
        yield from bookings.rows(self)
        yield from self._others()
        yield from self._later_groups()
        yield from self._due()

    # --- Members --------------------------------------------------------------------------------------------

    def _members(self) -> Iterable[Row]:
        members = self.conference.core_group
        yield heading("The core group", f"{len(members)} members · Enter changes · x takes out")
        for member in members.values():
            names = [self.conference.short(child) for child in member.children]
            note = f" · {member.note}" if member.note else ""
            words = f"✓ {self.conference.name(member.person)} · {self._role(member.person)} · for {listed(names)}{note}"
            act = partial(self.choose, member.person)
            yield Row(key=f"member:{member.person}", text=plain(words), act=act)

    def _others(self) -> Iterable[Row]:
        members = self.conference.core_group
        others = [someone for someone in everyone(self.conference) if someone not in members]
        yield heading("Not in the core group", "Enter chooses")
        for someone in others:
            words = f"○ {self.conference.name(someone)} · {self._role(someone)}"
            act = partial(self.choose, someone)
            yield Row(key=f"other:{someone}", text=plain(words, "$text-muted"), act=act)

    def _role(self, someone: str) -> str:
        person = self.conference.people.get(someone)
        if person is None:
            return "child"
        return ", ".join(part for part in (person.role, person.agency) if part) or "invited"

    def choose(self, someone: str) -> None:
        """Take somebody into the core group, or change for whom they are there."""
        member = self.conference.core_group.get(someone)

        def save(values: Values) -> None:
            children = values.needed("children", values.several("children"), "For which child, or children?")
            note = values.line("note")
            self.meeting.record(e.CoreGroupMemberChosen(person=someone, children=children, note=note))

        fields = [
            Field(
                name="children",
                label="There for",
                kind="several",
                options=tuple((child.id, child.label) for child in self.conference.children.values()),
                chosen=member.children if member else (),
            ),
            Field(
                name="note",
                label="Note",
                value=member.note if member else "",
                hint="one part only, online, if asked for",
            ),
        ]
        title = f"{self.conference.name(someone)} in the core group"
        self.ask(Form(title, fields, save, meeting=self.meeting, key=f"member/{someone}"))

    def action_remove(self) -> None:
        """Take who the cursor is on out of the group."""
        place = self.sheet.highlighted
        kind, _, someone = self.sheet.rows[place].key.partition(":") if place is not None else ("", "", "")
        if kind != "member":
            self.notify("Put the cursor on the member who is to be taken out.", markup=False)
            return
        self.record(e.CoreGroupMemberRemoved(person=someone))

    def shows_key(self, binding: Binding) -> bool:
        """What is taken over of the plan until now has a key at a review alone."""
        return binding.show or (binding.action == "take_over" and is_review(self.conference))

    def action_take_over(self) -> None:
        """Take over what the cursor is on of the plan until now."""
        taking_over.under_the_cursor(self)

    def action_book_core_group(self) -> None:
        """Book the core group."""
        bookings.book_core_group(self)

    def action_book_review(self) -> None:
        """Book the review."""
        bookings.book_review(self)

    # --- What follows, and what is due ----------------------------------------------------------------------

    def _later_groups(self) -> Iterable[Row]:
        """The limits of the core groups up to the review (BA-22)."""
        first = self.conference.core_group_booked
        review = bookings.due_of(self, *REVIEWS)
        if first is None or review is None:
            return
        booked = self.conference.review_booked
        until = booked.on if booked else review.deadline.date
        if until is None:
            return
        series = dates.core_group_series(
            self.meeting.procedure, self.meeting.calendar, first.on, max(until, first.on)
        )
        yield heading("Later core groups", f"by {say_date(until)}, the review")
        lines = [
            f"{number}. by {due.when} · {due.sentence}" for number, due in enumerate(series[:SERIES], start=2)
        ]
        yield Row(key="series", text=plain("\n".join(lines) or "None before the review."))

    def _due(self) -> Iterable[Row]:
        every = due_dates(self.conference, self.meeting.procedure, self.meeting.calendar)
        yield heading("Every date, and how it is counted", "day 0 is not counted")
        if not every:
            yield Row(
                key="no dates", text=plain("No date can be told: the day of the conference is not known.")
            )
        for due in every:
            yield Row(key=f"due:{due.deadline.key}", text=due_text(due))
        minutes, review = bookings.due_of(self, "minutes"), self.conference.review_booked
        if minutes and review and (advice := dates.minutes_advice(minutes.deadline, review.on)):
            yield Row(key="minutes first", text=plain(f"! {advice}", "$text-warning"))
