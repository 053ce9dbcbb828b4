"""Core group and dates: who belongs to it, what is booked, and every limit with its rule (BA-22, BA-23, HF-14)."""

from collections.abc import Callable, Iterable
from datetime import date, time
from functools import partial

from textual.binding import Binding

from conference_tui.conference import dates
from conference_tui.conference import events as e
from conference_tui.conference.deadlines import REVIEWS, Due, due_dates
from conference_tui.conference.plan import everyone
from conference_tui.conference.review import is_review, next_core_group
from conference_tui.conference.text import listed, read_date, say_date, say_time, write_date
from screens import key_worker, taking_over
from screens.due import due_text
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

SERIES = 7
"""How many later core groups are shown at the most; a review comes before an eighth."""


class CoreGroup(Stage):
    """Who works on the plan, when they meet, and by when everything is due."""

    ID = "core_group"
    BINDINGS = [
        Binding("c", "book_core_group", "Core group", id="core_group.book", tooltip="Book the first core group; at a review the next one"),
        Binding("r", "book_review", "Review", id="core_group.review", tooltip="Book the review conference"),
        Binding("x", "remove", "Remove", id="core_group.remove", tooltip="Take who the cursor is on out of the group"),
        Binding("t", "take_over", "Take over", show=False, id="core_group.take_over",
                tooltip="At a review: let what the cursor is on stand as it was until now"),
    ]  # fmt: skip

    def script_rows(self) -> list[Row]:
        """The next statement alone: the names and dates are what the chair needs in sight."""
        return super().script_rows()[:2]

    def rows(self) -> Iterable[Row]:
        """Who leads, the members, who else there is, what is booked, and what is due."""
        yield from taking_over.withdrawn(self)
        yield from key_worker.rows(self)
        yield from taking_over.rows(self)
        yield from self._members()
        yield from self._bookings()
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

    # --- Bookings -------------------------------------------------------------------------------------------

    def _bookings(self) -> Iterable[Row]:
        yield heading("Booked", "c: core group · r: review")
        yield self._first_group()
        yield self._review()
        for child, decided in self.conference.decisions.items():
            if decided.made.outcome is e.Outcome.CHILD_IN_NEED:
                yield self._in_need(child)

    def _first_group(self) -> Row:
        booked = self.conference.core_group_booked
        words = f"not booked{self._latest('first_core_group')}"
        if booked:
            place = f" · {booked.venue}" if booked.venue else ""
            words = f"{_when(booked.on, booked.at)}{place}{self._standing('first_core_group')}"
            chairs = []
            if booked.chaired_by:
                chairs.append(f"{self.conference.name(booked.chaired_by)} chairs it")
            if booked.later_chaired_by:
                chairs.append(f"{self.conference.name(booked.later_chaired_by)} the later ones")
            words += f"\n    {', '.join(chairs)}" if chairs else ""
        text = plain(f"{'✓' if booked else '○'} {next_core_group(self.conference).capitalize()} · {words}")
        return Row(key="first core group", text=text, act=self.action_book_core_group)

    def _review(self) -> Row:
        booked = self.conference.review_booked
        words = f"not booked{self._latest(*REVIEWS)}"
        if booked:
            reason = f" · brought forward: {booked.reason}" if booked.reason else ""
            words = f"{_when(booked.on, booked.at)}{self._standing(*REVIEWS)}{reason}"
        text = plain(f"{'✓' if booked else '○'} Review conference · {words}")
        return Row(key="review", text=text, act=self.action_book_review)

    def _in_need(self, child: str) -> Row:
        booked = self.conference.in_need_meetings.get(child)
        name = self.conference.name(child)
        words = f"not booked{self._latest('cin_first_meeting')}"
        if booked:
            words = f"{_when(booked.on, booked.at)}{self._against('cin_first_meeting', booked.on)}"
        text = plain(f"{'✓' if booked else '○'} Child in need meeting for {name} · {words}")
        return Row(key=f"in need:{child}", text=text, act=partial(self.book_in_need, child))

    def _due_of(self, *keys: str) -> Due | None:
        every = due_dates(self.conference, self.meeting.procedure, self.meeting.calendar)
        return next((due for due in every if due.deadline.key in keys), None)

    def _latest(self, *keys: str) -> str:
        due = self._due_of(*keys)
        return f" · by {due.deadline.when} at the latest" if due else ""

    def _standing(self, *keys: str) -> str:
        due = self._due_of(*keys)
        return self._against(due.deadline.key, due.booked) if due and due.booked else ""

    def _against(self, key: str, day: date) -> str:
        """How a day stands to a limit, in words with a mark."""
        due = self._due_of(key)
        if due is None:
            return ""
        found = dates.standing(due.deadline, day, self.meeting.calendar)
        mark = {True: "✓", False: "!", None: "?"}[found.in_time]
        return f" · {mark} {found.sentence}, the limit is {due.deadline.when}"

    def _check(self, *keys: str) -> Callable[[str], str]:
        """Says how a day stands to its limit while it is typed (BA-22)."""

        def check(typed: str) -> str:
            due = self._due_of(*keys)
            try:
                day = read_date(typed, near=self.conference.held)
            except ValueError:
                return ""
            against = self._against(due.deadline.key, day) if due else ""
            return f"{say_date(day)}{against}"

        return check

    def action_book_core_group(self) -> None:
        """Book the first core group, or at a review the next, and say who chairs it and the later ones."""
        given = self.conference.core_group_booked

        def save(values: Values) -> None:
            day = values.date("on", near=self.conference.held)
            event = e.CoreGroupBooked(
                on=values.needed("on", day, "On which day?"),
                at=values.time("at"),
                venue=values.line("venue"),
                chaired_by=values.one("chaired"),
                later_chaired_by=values.one("later"),
            )
            self.meeting.record(event)

        people = [person.id for person in self.conference.people.values() if person.is_professional]
        options = tuple((someone, self.conference.name(someone)) for someone in people)
        fields = [
            self._day_field(given.on if given else None, "first_core_group"),
            _time_field(given.at if given else None),
            Field(name="venue", label="Place", value=given.venue if given else ""),
            Field(
                name="chaired",
                label="Chaired by" if is_review(self.conference) else "First chaired by",
                kind="one",
                options=options,
                chosen=(given.chaired_by,) if given and given.chaired_by else (),
            ),
            Field(
                name="later",
                label="Later ones by",
                kind="one",
                options=options,
                chosen=(given.later_chaired_by,) if given and given.later_chaired_by else (),
            ),
        ]
        title = f"The {next_core_group(self.conference)}"
        self.ask(Form(title, fields, save, meeting=self.meeting, key="core group"))

    def action_book_review(self) -> None:
        """Book the review; where it is brought forward, with the reason (HF-3)."""
        given = self.conference.review_booked

        def save(values: Values) -> None:
            day = values.date("on", near=self.conference.held)
            event = e.ReviewBooked(
                on=values.needed("on", day, "On which day?"),
                at=values.time("at"),
                reason=values.words("reason"),
            )
            self.meeting.record(event)

        fields = [
            self._day_field(given.on if given else None, *REVIEWS),
            _time_field(given.at if given else None),
            Field(
                name="reason",
                label="Reason",
                kind="words",
                value=given.reason if given else "",
                hint="where the chair brings it forward",
            ),
        ]
        self.ask(Form("The review conference", fields, save, meeting=self.meeting, key="review"))

    def book_in_need(self, child: str) -> None:
        """Book the first child in need meeting of one child."""
        given = self.conference.in_need_meetings.get(child)

        def save(values: Values) -> None:
            day = values.date("on", near=self.conference.held)
            on = values.needed("on", day, "On which day?")
            self.meeting.record(e.InNeedMeetingBooked(child=child, on=on, at=values.time("at")))

        fields = [
            self._day_field(given.on if given else None, "cin_first_meeting"),
            _time_field(given.at if given else None),
        ]
        title = f"Child in need meeting for {self.conference.name(child)}"
        self.ask(Form(title, fields, save, meeting=self.meeting, key=f"in need/{child}"))

    def _day_field(self, given: date | None, *keys: str) -> Field:
        due = self._due_of(*keys)
        return Field(
            name="on",
            label="Day",
            value=write_date(given),
            hint=f"by {due.deadline.when} at the latest" if due else "10/12/2026",
            check=self._check(*keys),
        )

    # --- What follows, and what is due ----------------------------------------------------------------------

    def _later_groups(self) -> Iterable[Row]:
        """The limits of the core groups up to the review (BA-22)."""
        first = self.conference.core_group_booked
        review = self._due_of(*REVIEWS)
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
        minutes, review = self._due_of("minutes"), self.conference.review_booked
        if minutes and review and (advice := dates.minutes_advice(minutes.deadline, review.on)):
            yield Row(key="minutes first", text=plain(f"! {advice}", "$text-warning"))


def _when(day: date, at: time | None) -> str:
    return f"{say_date(day)} {say_time(at)}" if at else say_date(day)


def _time_field(given: time | None) -> Field:
    return Field(name="at", label="At", value=say_time(given) if given else "", hint="for example 10:00")
