"""The set-up: type, dates, the children, and everyone who is invited. It can be changed at any time."""

from collections.abc import Iterable
from functools import partial
from typing import Literal

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.dates import day_warning
from conference_tui.conference.people import Child, Person, Standing
from conference_tui.conference.review import is_review
from conference_tui.conference.roles import nobody_entered_as
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, read_date, say_date, say_time, write_date
from conference_tui.conference.venues import access_words
from screens import birth, checklist, last_conference, unborn
from screens.child_form import child_form
from screens.due import due_text
from screens.form import Field, Form, Values
from screens.invitations import invitation_form
from screens.person_form import person_form, person_words
from screens.referrer import ask_referrer, referrer_words
from screens.stage import Stage
from screens.transfer import own_limit
from screens.widgets.sheet import Row, heading, plain

KeyDate = Literal["referral", "strategy discussion", "section 47", "transfer"]


def key_dates(conference: Conference) -> tuple[KeyDate, ...]:
    """The dates that limits of such a conference are counted from."""
    here: tuple[KeyDate, ...] = ("referral", "strategy discussion", "section 47")
    is_transfer = conference.opened is not None and conference.opened.kind is e.Kind.TRANSFER_IN
    return ("transfer", *here) if is_transfer else here


def _called(what: KeyDate) -> str:
    """What a date is called: of a transfer it is not the day of the move that counts, but the day of the letter."""
    return "transfer notified" if what == "transfer" else what


class SetUp(Stage):
    """What the conference is, and who belongs to it."""

    ID = "set_up"
    WAITS_FOR_VOICES = False
    BINDINGS = [
        Binding(
            "w", "when", "When, where", id="set_up.when", tooltip="Day, time and place of the conference"
        ),
        Binding(
            "d", "dates", "Dates", id="set_up.dates", tooltip="Referral, strategy discussion, section 47"
        ),
        Binding(
            "u", "unborn", "Unborn", id="set_up.unborn", show=False, tooltip="Add a child who is not born yet"
        ),
        Binding(
            "b",
            "birth",
            "Birth",
            id="set_up.birth",
            show=False,
            tooltip="Enter that an expected child is born",
        ),
        Binding("r", "referrer", "Referrer", id="set_up.referrer", tooltip="Who referred the family"),
        Binding("c", "child", "Child", id="set_up.child", tooltip="Add a child"),
        Binding("p", "person", "Person", id="set_up.person", tooltip="Add somebody who is invited"),
        Binding("i", "invite", "List", id="set_up.invite", tooltip="Enter everybody of an invitation list"),
        Binding(
            "t",
            "screen.family_tree",
            "Tree",
            id="set_up.tree",
            tooltip="The family tree, drawn with the family",
        ),
        Binding(
            "l",
            "last",
            "Last one",
            show=False,
            id="set_up.last",
            tooltip="The conference that a review follows",
        ),
    ]

    def draw(self) -> None:
        """Show the rows, and at the bottom the keys that matter now."""
        super().draw()
        self.refresh_bindings()

    def shows_key(self, binding: Binding) -> bool:
        """The keys of a child who is not born yet are named where there is one; that of the last conference at a review."""
        if binding.action == "last":
            return is_review(self.conference)
        if binding.action not in ("unborn", "birth"):
            return binding.show
        opened, children = self.conference.opened, self.conference.children.values()
        is_pre_birth = opened is not None and opened.kind is e.Kind.PRE_BIRTH
        return (is_pre_birth and binding.action == "unborn") or any(child.unborn for child in children)

    def rows(self) -> Iterable[Row]:
        """Facts, dates, children, invited."""
        yield from self._facts()
        yield from last_conference.rows(self)
        children = self.conference.children
        is_pre_birth = self.conference.opened and self.conference.opened.kind is e.Kind.PRE_BIRTH
        adds = "u adds an unborn one, c another" if is_pre_birth else "c adds one"
        adds += " · b: is born" if any(child.unborn for child in children.values()) else ""
        yield heading("Children", f"{len(children)} · {adds}")
        for child in children.values():
            yield Row(
                key=child.id, text=plain(self._child_words(child)), act=partial(self.enter_child, child)
            )
        if self.conference.births:
            yield from birth.rows(self)
        people = self.conference.people
        yield heading("Invited", f"{len(people)} · p adds one")
        for person in people.values():
            yield Row(
                key=f"invited:{person.id}" if person.id in children else person.id,
                text=plain(person_words(self.meeting, person)),
                act=partial(self.enter_person, person),
            )
        if missing := nobody_entered_as(self.conference, self.meeting.procedure):
            words = f"Named by the procedure, and nobody entered as: {listed(missing)}."
            yield Row(key="roles", text=plain(words, "$text-muted"))

    def _facts(self) -> Iterable[Row]:
        opened, arranged = self.conference.opened, self.conference.arranged
        yield heading("The conference", "Escape comes here and goes back")
        if opened:
            words = f"{opened.ref} · {opened.kind.value} · {self.meeting.procedure.title}\n"
            words += f"Chair {self.conference.every_chair or 'not named'} · minutes {opened.minute_taker or 'not named'}"
            yield Row(key="opened", text=plain(words), act=self.action_names)
        held = say_date(arranged.held) if arranged.held else "no date yet"
        begins = f", {say_time(arranged.begins)}" if arranged.begins else ""
        yield Row(
            key="when",
            text=plain(f"{held}{begins} · {arranged.venue or 'no place yet'}"),
            act=self.action_when,
        )
        if access := access_words(self.meeting.procedure, arranged.venue):
            yield Row(key="access", text=plain(f"    {access}", "$text-muted"))
        if arranged.held and (warning := day_warning(self.meeting.calendar, arranged.held)):
            yield Row(key="day", text=plain(f"! {warning}", "$text-warning"))
        given = self.conference.key_dates
        words = " · ".join(
            f"{_called(what)} {say_date(given[what].on) if what in given else '–'}"
            for what in key_dates(self.conference)
        )
        yield Row(key="dates", text=plain(words), act=self.action_dates)
        yield Row(key="referrer", text=plain(referrer_words(self.conference)), act=self.action_referrer)
        if own := own_limit(self):
            yield Row(key="limit", text=due_text(own))
        if here := checklist.pack_words(self):
            words = f"From the other authority: {here} · ticked at Before the meeting"
            yield Row(key="pack", text=plain(words))

    def _child_words(self, child: Child) -> str:
        held = self.conference.held
        age = child.age_on(held) if held else None
        if child.born:
            born = f"born {say_date(child.born)}" + (f", {age} on the day" if age is not None else "")
        else:
            born = f"expected {say_date(child.expected)}" if child.expected else "date of birth not known"
        return " · ".join(part for part in (child.label, born, child.school) if part)

    # --- The conference -------------------------------------------------------------------------------------

    def action_names(self) -> None:
        """Correct who chairs and who takes the minutes."""
        opened = self.conference.opened
        if opened is None:
            return

        def save(values: Values) -> None:
            chair, minute_taker = values.line("chair"), values.line("minute_taker")
            corrected = e.ConferenceOpened(
                ref=values.line("ref"),
                kind=opened.kind,
                procedure=opened.procedure,
                chair=chair,
                minute_taker=minute_taker,
            )
            self.meeting.record(corrected)

        fields = [
            Field(name="ref", label="Reference", value=opened.ref),
            Field(name="chair", label="Chair", value=opened.chair),
            Field(name="minute_taker", label="Minute-taker", value=opened.minute_taker),
        ]
        self.ask(Form("The conference", fields, save, meeting=self.meeting, key="names", only_changes=True))

    def action_last(self) -> None:
        """Take what a review follows."""
        if is_review(self.conference):
            last_conference.enter_last(self)
        else:
            self.notify("Only a review follows a conference.", markup=False)

    def action_when(self) -> None:
        """Day, time and place."""
        arranged = self.conference.arranged

        def save(values: Values) -> None:
            event = e.ConferenceArranged(
                held=values.date("held"),
                begins=values.time("begins"),
                venue=values.line("venue"),
                online_reason=values.line("online"),
            )
            self.meeting.record(event)

        venues = listed([venue.name for venue in self.meeting.procedure.venues], last="or")
        fields = [
            Field(
                name="held",
                label="Day",
                value=write_date(arranged.held),
                hint="for example 1/12/2026",
                check=self._day_warning,
            ),
            Field(
                name="begins",
                label="Begins at",
                value=say_time(arranged.begins) if arranged.begins else "",
                hint="for example 13:30",
            ),
            Field(
                name="venue",
                label="Place",
                value=arranged.venue,
                hint=venues,
                check=partial(access_words, self.meeting.procedure),
            ),
            Field(
                name="online",
                label="Online because",
                value=arranged.online_reason,
                hint="only where it is held online",
            ),
        ]
        note = "\n".join(f"{venue.name}: {venue.access}" for venue in self.meeting.procedure.venues)
        form = Form(
            "When and where", fields, save, meeting=self.meeting, key="when", note=note, only_changes=True
        )
        self.ask(form)

    def _day_warning(self, typed: str) -> str:
        """What is unusual about a day, while it is typed (M7, M8)."""
        try:
            return day_warning(self.meeting.calendar, read_date(typed))
        except ValueError:
            return ""

    def action_dates(self) -> None:
        """The dates that limits are counted from."""
        given = self.conference.key_dates

        def save(values: Values) -> None:
            for what in key_dates(self.conference):
                on = values.date(what.split()[0], near=self.conference.held)
                note = values.line(f"{what.split()[0]}-note")
                before = given.get(what)
                if on and (before is None or (before.on, before.note) != (on, note)):
                    self.meeting.record(e.KeyDateGiven(what=what, on=on, note=note))

        fields = []
        for what in key_dates(self.conference):
            before, name = given.get(what), what.split()[0]
            held = write_date(before.on) if before else ""
            note = before.note if before else ""
            fields.append(
                Field(name=name, label=_called(what).capitalize(), value=held, hint="for example 12/11/2026")
            )
            fields.append(Field(name=f"{name}-note", label="  note", value=note, hint="may be left empty"))
        self.ask(
            Form(
                "Dates from which the time limits run",
                fields,
                save,
                meeting=self.meeting,
                key="dates",
                only_changes=True,
            )
        )

    def action_referrer(self) -> None:
        """Who referred the family, unless they asked not to be named."""
        ask_referrer(self)

    # --- Children -------------------------------------------------------------------------------------------

    def action_child(self) -> None:
        """Add a child."""
        self.enter_child(Child(id=self.meeting.new_id(), name=""))

    def action_unborn(self) -> None:
        """Add a child who is not born yet (HF-1)."""
        unborn.ask(self, Child(id=self.meeting.new_id(), name=""))

    def action_birth(self) -> None:
        """Enter that a child who was expected is born (HF-1)."""
        birth.ask(self)

    def enter_child(self, child: Child) -> None:
        """Ask for everything about a child, new or to be corrected."""
        if child.unborn:
            unborn.ask(self, child)
        else:
            self.ask(child_form(self.meeting, child))

    # --- People ---------------------------------------------------------------------------------------------

    def action_person(self) -> None:
        """Add somebody who is invited."""
        self.enter_person(Person(id=self.meeting.new_id(), name="", standing=Standing.OBSERVER))

    def action_invite(self) -> None:
        """Enter everybody of an invitation list, all of them or nobody (HF-8)."""
        self.ask(invitation_form(self.meeting, self.notify))

    def enter_person(self, person: Person) -> None:
        """Ask for everything about somebody invited, new or to be corrected."""
        self.ask(person_form(self.meeting, person))
