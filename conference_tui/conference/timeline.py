"""Everything that was recorded, in order: one plain sentence for each entry, and what to filter them by.

The names are those that people have now, as on every screen. Scores that are still hidden stay hidden here (BA-16),
addresses and telephone numbers are never told, and what was said in a closed slot is not within reach (BA-11).
"""

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import TypeVar

from msgspec import Struct

from conference_tui.conference import agenda, decision, mapping, seal
from conference_tui.conference import events as e
from conference_tui.conference.participation import ADVOCATE, ATTENDS
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import UNDO, Conference, struck_numbers
from conference_tui.conference.text import listed, one_line, say_date, say_time


class Strike(Struct, frozen=True, kw_only=True):
    """That an entry no longer counts."""

    seq: int
    """The entry that struck it."""
    who: str
    """As `Recorded.by`."""
    at: str
    """As `Recorded.at`."""
    why: str


class Line(Struct, frozen=True, kw_only=True):
    """One entry as it is read."""

    seq: int
    at: str
    """Wall-clock time, ISO 8601 with offset."""
    by: str
    """Who was at the keyboard: "chair", "minute-taker", or nothing where nobody said."""
    stage: str
    """The id of the item of the agenda that it belongs to."""
    people: tuple[str, ...]
    """Ids of those whom it names."""
    children: tuple[str, ...]
    """Ids of the children whom it is about; all of them where it names none of those it could name."""
    words: str
    struck: Strike | None = None


def lines(entries: Iterable[e.Recorded], conference: Conference, procedure: Procedure) -> tuple[Line, ...]:
    """A line for each entry, in order; `conference` is what the entries add up to."""
    every = tuple(entries)
    told = _Told(every, conference, procedure)
    strikes = _strikes(every)
    found: list[Line] = []
    stage: str = agenda.SET_UP.id
    for entry in every:
        if isinstance(entry.event, e.StageOpened):
            stage = entry.event.stage
        about = told.subject(entry.event)
        found.append(
            Line(
                seq=entry.seq,
                at=entry.at,
                by=entry.by,
                stage=getattr(about, "stage", "") or stage,
                people=told.people_in(about),
                children=told.children_in(about),
                words=told.sentence(entry.event),
                struck=strikes.get(entry.seq),
            )
        )
    return tuple(found)


def matching(
    found: Iterable[Line], *, stage: str = "", person: str = "", child: str = "", text: str = ""
) -> tuple[Line, ...]:
    """The lines of a stage, with a person, about a child, and with a text in them; nothing asked is everything."""
    wanted = one_line(text).casefold()
    return tuple(
        line
        for line in found
        if (not stage or line.stage == stage)
        and (not person or person in line.people)
        and (not child or child in line.children)
        and (not wanted or wanted in _searched(line))
    )


def _searched(line: Line) -> str:
    return f"{line.words} {line.struck.why if line.struck else ''}".casefold()


def _strikes(entries: tuple[e.Recorded, ...]) -> dict[int, Strike]:
    """The strike that holds now, of each entry that does not count."""
    last = {
        entry.event.seq: Strike(seq=entry.seq, who=entry.by, at=entry.at, why=entry.event.why)
        for entry in entries
        if isinstance(entry.event, e.Struck)
    }
    return {seq: last[seq] for seq in struck_numbers(entries)}


class _Told:
    """What sentences are made from: the names, the titles, and the other entries."""

    def __init__(self, entries: tuple[e.Recorded, ...], conference: Conference, procedure: Procedure) -> None:
        self.conference = conference
        self.procedure = procedure
        self._events: dict[int, e.AnyEvent] = {entry.seq: entry.event for entry in entries}
        self._children: dict[str, str] = {}
        self._people: dict[str, str] = {}
        for event in self._events.values():  # also those who were struck: their entries are still read
            if isinstance(event, e.ChildEntered):
                self._children[event.child] = event.name or "name not known"
            elif isinstance(event, e.RelativeNamed):
                self._people.setdefault(event.relative, event.name or event.role or "name not known")
            elif isinstance(event, e.PersonEntered):
                self._people[event.person] = event.name or f"{event.agency} (name not known)"
        self._children |= {child.id: child.label for child in conference.children.values()}
        self._people |= {person.id: person.label for person in conference.people.values()}
        self._people |= {relative.id: relative.label for relative in conference.relatives.values()}
        self._statements = {
            event.statement: event
            for event in self._events.values()
            if isinstance(event, e.DangerStatementMade | e.EarlierStatementGiven)
        }
        self._agencies: dict[str, tuple[str, ...]] = {}
        for person in conference.people.values():
            self._agencies[person.agency] = (*self._agencies.get(person.agency, ()), person.id)
        self._complaints = {
            event.complaint: event
            for event in self._events.values()
            if isinstance(event, e.ComplaintReceived)
        }

    def sentence(self, event: e.Event) -> str:
        """The sentence of an entry."""
        return _sentence(event, self)

    def subject(self, event: e.Event) -> e.Event:
        """What an entry is about: of a strike, what was struck."""
        if isinstance(event, e.Struck | e.Restored):
            event = self.entry(event.seq) or event
        return event.correct if isinstance(event, e.ContributionCorrected) else event

    def entry(self, seq: int) -> e.Event | None:
        """The event of a number; none where that is a strike itself, which nothing strikes."""
        found = self._events.get(seq)
        return None if isinstance(found, e.Struck | e.Restored) else found

    def that(self, seq: int) -> str:
        """What a strike is about."""
        found = self.entry(seq)
        return self.sentence(found) if found else "something that is not in the record."

    def name(self, someone: str) -> str:
        """What somebody is called; the words themselves where it is nobody's id."""
        return one_line(self._people.get(someone) or self._children.get(someone) or someone)

    def names(self, ids: Iterable[str]) -> str:
        """A, B and C."""
        return listed([self.name(someone) for someone in ids])

    def about(self, children: tuple[str, ...]) -> str:
        """Which children: named, or all of them."""
        return self.names(children) if children else "all the children"

    def stage(self, stage: str) -> str:
        """The title of an item of the agenda; its id where the procedure has none such."""
        titles: dict[str, str] = {each.id: each.title for each in agenda.stages(self.procedure)}
        return titles.get(stage, stage)

    def statement(self, stage: str, statement: str) -> str:
        """The words of a statement of the script; its id where it is no longer there."""
        for each in agenda.stages(self.procedure):
            for said in each.statements if each.id == stage else ():
                if said.id == statement:
                    return said.text
        return statement

    def checklist_item(self, item: str) -> str:
        """The words of an item that is seen to before the start; its id where it is no longer there."""
        return next((each.text for each in self.procedure.checklist if each.id == item), item)

    def earlier_action(self, action: str) -> str:
        """An action of the plan that is reviewed, in its words."""
        found = self.conference.earlier_actions.get(action)
        return quoted(found.what) if found else "An action that is no longer there"

    def chosen(self, entry: str) -> str:
        """An entry whose place in the copies was chosen, in its words."""
        said = {made.contribution: made.words for made in self.conference.contributions}
        agreed = self.conference.actions.get(entry)
        words = said.get(entry) or (agreed.what if agreed else "the summary" if entry == "summary" else entry)
        return quoted(words)

    def question(self, question: str) -> str:
        """What was scaled: a danger statement in its words, or a child."""
        made = self._statements.get(question)
        return quoted(made.words) if made else self.name(question)

    def decision(self, outcome: e.Outcome, category: e.Category | None) -> str:
        """An outcome with its category, in the procedure's words."""
        return decision.decision_in_words(self.procedure, outcome, category)

    def complaint(self, complaint: str) -> str:
        """Whose complaint it is."""
        received = self._complaints.get(complaint)
        return f"the complaint of {self.name(received.person)}" if received else "a complaint"

    def people_in(self, event: e.Event) -> tuple[str, ...]:
        """Ids of those whom an event names, and of an agency that it names the people."""
        found = [each for each in _ids(event) if each in self._people]
        agency = "" if isinstance(event, e.PersonEntered) else getattr(event, "agency", "")
        return tuple(dict.fromkeys([*found, *(self._agencies.get(agency, ()) if agency else ())]))

    def children_in(self, event: e.Event) -> tuple[str, ...]:
        """Ids of the children whom an event is about."""
        named = [each for each in _ids(event) if each in self._children]
        for field in ("question", "statement"):
            if made := self._statements.get(getattr(event, field, "")):
                named += made.children
        if not named and "children" in event.__struct_fields__:
            named = list(self.conference.children)
        return tuple(dict.fromkeys(named))


_WORDS = frozenset(
    [
        *(
            "agency",
            "also",
            "answers",
            "died",
            "example",
            "how_known",
            "impact",
            "item",
            "line",
            "met",
            "name",
            "need",
            "note",
            "reason",
        ),
        *(
            "chair",
            "evidence",
            "goals",
            "ground",
            "told",
            "challenge",
            "language",
            "title",
            "without_minutes",
            "matter",
            "ref",
            "relation",
            "role",
            "what",
            "when",
            "who",
            "why",
            "words",
        ),
    ]
)
"""Fields with words in them, which may look like somebody's id and are none."""


def _ids(event: e.Event) -> Iterable[str]:
    for field in event.__struct_fields__:
        value = getattr(event, field)
        if field in _WORDS:
            continue
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def quoted(words: str) -> str:
    """Words as somebody typed them, in quotation marks."""
    return f"“{one_line(words)}”"


def ended(words: str) -> str:
    """A sentence with the full stop that it may lack."""
    line = one_line(words)
    return line if line.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{line}."


def because(reason: str) -> str:
    """A reason, as it stands behind a sentence."""
    return f" Reason: {quoted(reason)}" if reason else ""


def _join(*parts: str) -> str:
    """Parts with a comma between, those that there are."""
    return ", ".join(part for part in map(one_line, parts) if part)


@singledispatch
def _sentence(event: e.Event, _: _Told) -> str:
    raise TypeError(f"nothing says {type(event).__name__} in a sentence")


E_ = TypeVar("E_", bound=e.Event)


def _says(kind: type[E_], say: Callable[[E_, _Told], str]) -> None:
    """Declare the sentence of one kind of event."""
    _sentence.register(kind)(lambda event, told: ended(say(event, told)))


# --- Setting up ---------------------------------------------------------------------------------------------


def _opened(event: e.ConferenceOpened, _: _Told) -> str:
    led = _join(
        f"chair {event.chair}" if event.chair else "",
        f"minute-taker {event.minute_taker}" if event.minute_taker else "",
    )
    return f"The {event.kind.value} conference {event.ref} was set up{f': {led}' if led else ''}"


def _arranged(event: e.ConferenceArranged, _: _Told) -> str:
    when = _join(
        say_date(event.held) if event.held else "",
        say_time(event.begins) if event.begins else "",
        event.venue,
    )
    online = f" Held online: {quoted(event.online_reason)}" if event.online_reason else ""
    return f"When and where: {ended(when or 'not known')}{online}"


def _child_entered(event: e.ChildEntered, _: _Told) -> str:
    born = f", born {say_date(event.born)}" if event.born else ""
    expected = f", expected {say_date(event.expected)}" if event.expected and not event.born else ""
    return f"Child entered: {event.name or 'name not known'}{born}{expected}"


def _person_entered(event: e.PersonEntered, _: _Told) -> str:
    described = _join(event.role or event.standing.value, event.agency)
    return f"Entered: {event.name or 'name not known'}, {described}"


def _relative_named(event: e.RelativeNamed, told: _Told) -> str:
    if not event.in_tree:
        return f"Family tree: {told.name(event.relative)} is taken out"
    died = f", died {quoted(event.died)}" if event.died else ""
    return f"Family tree: {_join(event.name or 'name not known', event.role)}{died}"


def _related(event: e.RelationGiven, told: _Told) -> str:
    note = f" ({one_line(event.note)})" if event.note else ""
    one, other = told.name(event.person), told.name(event.of)
    if event.relation is None:
        return f"Family tree: {one} and {other} are not joined any more{note}"
    return f"Family tree: {one} {event.relation.sentence} {other}{note}"


_says(e.ConferenceOpened, _opened)
_says(e.ConferenceArranged, _arranged)
_says(e.ChildEntered, _child_entered)
_says(e.PersonEntered, _person_entered)
_says(e.RelativeNamed, _relative_named)
_says(e.RelationGiven, _related)
_says(
    e.TreeInPlansChosen,
    lambda ev, _: f"Each child's plan {'shows' if ev.shown else 'does not show'} the family tree",
)
_says(
    e.KeyDateGiven,
    lambda ev, _: f"Date of the {ev.what}: {say_date(ev.on)}{f', {quoted(ev.note)}' if ev.note else ''}",
)


# --- Before the meeting, and the room -----------------------------------------------------------------------


def _participation(event: e.ParticipationDecided, told: _Told) -> str:
    advocate = f" Advocate: {ADVOCATE[event.advocate]}." if event.advocate else ""
    parts = f": {listed([quoted(told.stage(part)) for part in event.parts])}" if event.parts else ""
    attends = f"{ATTENDS[event.attends]}{parts}"
    return f"How {told.name(event.child)} takes part: {attends}.{because(event.reason)}{advocate}"


def _referrer(event: e.ReferrerNoted, _: _Told) -> str:
    unnamed = ", who asked not to be named" if event.anonymous else ""
    return f"Referred by: {_join(event.what, '' if event.anonymous else event.name)}{unnamed}"


def _excluded(event: e.ExclusionDecided, told: _Told) -> str:
    parts = listed([quoted(told.stage(part)) for part in event.parts])
    views = f" Their views are told by {told.name(event.views_by)}." if event.views_by else ""
    on = f" on {say_date(event.told_on)}" if event.told_on else ""
    explained = (
        f" Told to them{on}: {quoted(event.told)}" if event.told else " It was not explained to them yet."
    )
    challenge = f" That they can challenge it: {quoted(event.challenge)}" if event.challenge else ""
    return (
        f"{told.name(event.person)} is kept out of {parts or 'the whole conference'}: {quoted(event.ground)}"
        f"{because(event.reason)}{views}{explained}{challenge}"
    )


def _observer(event: e.FamilyAskedAboutObserver, told: _Told) -> str:
    answer = {"yes": "agrees", "no": "does not agree"}[event.agrees]
    words = f" {quoted(event.words)}" if event.words else ""
    return f"The family was asked whether {told.name(event.person)} may observe: it {answer}.{words}"


def _split_began(event: e.SplitSittingBegan, told: _Told) -> str:
    planned = told.conference.split_sittings.get(event.sitting)
    return f"The sitting {quoted(planned.title if planned else event.sitting)} began at {say_time(event.at)}"


def _adjourned(event: e.ConferenceAdjourned, _: _Told) -> str:
    until = f" until {say_date(event.until)}" if event.until else ""
    return (
        f"The conference was adjourned at {say_time(event.at)}{until}.{because(event.reason)} "
        f"Until then: {quoted(event.safeguards)}"
    )


def _ticked(event: e.ChecklistTicked, told: _Told) -> str:
    what = {"before": "Before the start", "transfer pack": "Sent with the transfer"}[event.checklist]
    item = told.checklist_item(event.item) if event.checklist == "before" else event.item
    at = f" at {say_time(event.at)}" if event.done and event.at else ""
    undone = "" if event.done else " It is taken back: not done."
    return f"{what}: {quoted(item)}{at}{undone}{f' {quoted(event.note)}' if event.note else ''}"


def _report(event: e.ReportReceived, told: _Told) -> str:
    who = told.name(event.person)
    if event.form == "none":
        return f"No report from {who}"
    shared = f", shared with the family on {say_date(event.shared)}" if event.shared else ""
    without = f", not with {told.names(event.not_shared_with)}" if event.not_shared_with else ""
    into = f" into {event.language}" if event.language else ""
    needed = f", translation{into} {event.translation}" if event.translation else ""
    return f"{event.form.capitalize()} report from {who}{shared}{without}{needed}"


def _slot_began(event: e.ClosedSlotBegan, told: _Told) -> str:
    left, stayed = told.names(event.left) or "nobody", told.names(event.stayed) or "nobody"
    begun = f"The closed slot began at {say_time(event.at)}. Left the room: {left}. Stayed: {stayed}."
    return f"{begun}{because(event.reason)}"


def _asked(event: e.FamilyAsked, told: _Told) -> str:
    who = told.name(event.person)
    if event.by:
        asked = f"{told.name(event.by)} was asked for the views of {who}, who is kept out"
    else:
        asked = f"{who} was asked"
    return f"{asked}: {quoted(event.words)}" if event.words else f"{asked}: nothing to add"


_says(
    e.PreMeetingHeld,
    lambda ev, told: (
        f"The chair met {told.name(ev.person)} before the meeting{f' at {say_time(ev.at)}' if ev.at else ''}"
        f"{f': {quoted(ev.note)}' if ev.note else ''}"
    ),
)
_says(
    e.NeedNoted,
    lambda ev, told: (
        f"{told.name(ev.person)} needs {quoted(ev.need)}{f', met by {quoted(ev.met)}' if ev.met else ''}"
    ),
)
_says(e.ReferrerNoted, _referrer)
_says(e.ExclusionDecided, _excluded)
_says(e.FamilyAskedAboutObserver, _observer)
_says(
    e.SplitSittingPlanned,
    lambda ev, told: f"The sitting {quoted(ev.title)} is planned, with {told.names(ev.people)}",
)
_says(e.SplitSittingBegan, _split_began)
_says(
    e.SupporterAskedToScore,
    lambda ev, told: (
        f"The chair asks {told.name(ev.person)} for a score"
        if ev.asked
        else f"The chair does not ask {told.name(ev.person)} for a score any more"
    ),
)
_says(e.ExclusionEnded, lambda ev, told: f"{told.name(ev.person)} may come in again, since {say_time(ev.at)}")
_says(
    e.ChairChanged,
    lambda ev, _: (
        f"{one_line(ev.chair)} chairs since {f'{say_date(ev.on)} ' if ev.on else ''}{say_time(ev.at)}."
        f"{because(ev.reason)}"
    ),
)
_says(e.ConferenceAdjourned, _adjourned)
_says(e.ConferenceResumed, lambda ev, _: f"The conference went on at {say_time(ev.at)}, {say_date(ev.on)}")
_says(e.ChecklistTicked, _ticked)
_says(e.ParticipationDecided, _participation)
_says(
    e.PersonArrived,
    lambda ev, told: (
        f"{told.name(ev.person)} came at {say_time(ev.at)}, {ev.mode.value}.{because(ev.reason)}"
    ),
)
_says(e.PersonLeft, lambda ev, told: f"{told.name(ev.person)} left at {say_time(ev.at)}")
_says(
    e.PersonIntroduced,
    lambda ev, told: (
        f"{told.name(ev.person)} was introduced{f': {quoted(ev.involvement)}' if ev.involvement else ''}"
    ),
)
_says(e.ApologySent, lambda ev, told: f"{told.name(ev.person)} sent an apology.{because(ev.reason)}")
_says(
    e.AbsenceNoted,
    lambda ev, told: (
        f"{told.name(ev.person)} did not come.{f' Tried: {quoted(ev.tried)}' if ev.tried else ''}"
    ),
)
_says(e.ReportReceived, _report)
_says(
    e.InquorateProceeded,
    lambda ev, _: (
        f"The chair went on without a quorum.{because(ev.reason)} Until then: {quoted(ev.safeguards)}"
    ),
)
_says(e.ClosedSlotBegan, _slot_began)
_says(e.ClosedSlotEnded, lambda ev, _: f"The closed slot ended at {say_time(ev.at)}")
_says(e.StageOpened, lambda ev, told: f"The chair went to {quoted(told.stage(ev.stage))}")
_says(e.StageFinished, lambda ev, told: f"{quoted(told.stage(ev.stage))} is done")
_says(e.StatementSaid, lambda ev, told: f"The chair said: {quoted(told.statement(ev.stage, ev.statement))}")
_says(e.FamilyAsked, _asked)


# --- What was said ------------------------------------------------------------------------------------------


def _contribution(event: e.ContributionMade, told: _Told) -> str:
    column = f", {mapping.TITLES[event.column]}" if event.column else ""
    new = " The family heard it for the first time." if event.new_today else ""
    owner = f" {told.name(event.owner)} will find out." if event.owner else ""
    how = ", in writing" if event.in_writing else ""
    how += f", to {quoted(event.answers)}" if event.answers else ""
    said = (
        f"{told.name(event.speaker)}{how}{column}, about {told.about(event.children)}: {quoted(event.words)}"
    )
    example = f" Example: {quoted(event.example)}" if event.example else ""
    impact = f" Impact: {quoted(event.impact)}" if event.impact else ""
    return f"{said}{example}{impact}{new}{owner}"


def _corrected(event: e.ContributionCorrected, told: _Told) -> str:
    why = f" Why: {quoted(event.why)}" if event.why else ""
    return f"Corrected: {_contribution(event.correct, told)}{why}"


def _harm(event: e.HarmDetailed, told: _Told) -> str:
    kind = decision.category_title(told.procedure, event.harm)
    cells = [each for each in (event.when, event.behaviour, event.severity, event.impact) if each]
    detail = f": {'; '.join(quoted(each) for each in cells)}" if cells else ""
    return f"Harm to {told.name(event.child)}, {kind}, the {event.incident} incident{detail}"


def _child_views(event: e.ChildViewsGiven, told: _Told) -> str:
    brought = f", brought by {told.name(event.by)}" if event.by and event.by != event.child else ""
    how = f" ({one_line(event.how)})" if event.how else ""
    return f"Words of {told.name(event.child)}{brought}{how}: {quoted(event.words)}"


_says(e.ContributionMade, _contribution)
_says(e.ContributionCorrected, _corrected)
_says(e.HarmDetailed, _harm)
_says(e.ChildViewsGiven, _child_views)
_says(
    e.ChildViewsMissing, lambda ev, told: f"No words of {told.name(ev.child)}, because: {quoted(ev.reason)}"
)
_says(e.SummaryGiven, lambda ev, _: f"The chair's summary: {quoted(ev.words)}")
_says(
    e.FutureRiskDiscussed,
    lambda ev, told: f"What may happen to {told.name(ev.child)}: {quoted(ev.words)}",
)
_says(
    e.DangerStatementMade,
    lambda ev, told: f"Danger statement about {told.about(ev.children)}: {quoted(ev.words)}",
)
_says(e.SafetyGoalSet, lambda ev, _: f"Safety goal: {quoted(ev.words)}")


# --- A review -----------------------------------------------------------------------------------------------


def _last_conference(event: e.LastConferenceGiven, _: _Told) -> str:
    ref = f" {one_line(event.ref)}" if event.ref else ""
    core_group = f" The next core group is on {say_date(event.core_group)}." if event.core_group else ""
    return (
        f"This is review {event.review}, after the {event.kind.value} conference{ref} of {say_date(event.held)}."
        f"{core_group}"
    )


def _earlier_plan(event: e.EarlierPlanGiven, told: _Told) -> str:
    category = f", {decision.category_title(told.procedure, event.category)}" if event.category else ""
    worker = f". {told.name(event.key_worker)} led" if event.key_worker else ""
    how = f", {one_line(event.visits_how)}" if event.visits_how else ""
    visits = f". Visits every {one_line(event.visits)}{how}" if event.visits else ""
    since = f"has had a child protection plan since {say_date(event.begun)}{category}"
    return f"{told.name(event.child)} {since}{worker}{visits}"


def _earlier_action(event: e.EarlierActionGiven, told: _Told) -> str:
    who = f" Who: {quoted(event.who)}." if event.who else ""
    when = f" When: {quoted(event.when)}." if event.when else ""
    return f"Action of the plan so far, for {told.about(event.children)}: {quoted(event.what)}{who}{when}"


def _earlier_entry(event: e.EarlierEntryGiven, told: _Told) -> str:
    who = f"{one_line(event.speaker)}, " if event.speaker else ""
    about = told.about(event.children)
    apart = " Not everybody of the family heard it." if event.apart else ""
    return (
        f"On the last map, {who}{mapping.TITLES[event.column]}, about {about}: {quoted(event.words)}{apart}"
    )


def _answered(event: e.ReviewAnswered, told: _Told) -> str:
    asks = one_line(getattr(told.procedure.review, event.prompt).says)
    answer = f" {event.answer.capitalize()}." if event.answer else ""
    return f"Asked about {told.name(event.child)}: {quoted(asks)}{answer} {quoted(event.words)}"


_says(e.LastConferenceGiven, _last_conference)
_says(e.EarlierPlanGiven, _earlier_plan)
_says(
    e.EarlierMemberGiven,
    lambda ev, told: f"{told.name(ev.person)} was of the core group for {told.about(ev.children)}",
)
_says(
    e.EarlierBirthPlanGiven,
    lambda ev, told: (
        f"Settled at the last conference about the birth of {told.name(ev.child)}, {one_line(ev.matter)}: "
        f"{quoted(ev.words)}"
    ),
)
_says(e.EarlierActionGiven, _earlier_action)
_says(
    e.EarlierStatementGiven,
    lambda ev, told: (
        f"Danger statement of the last conference about {told.about(ev.children)}: {quoted(ev.words)}"
    ),
)
_says(e.EarlierEntryGiven, _earlier_entry)
_says(
    e.EarlierScoreGiven,
    lambda ev, told: (
        f"Last time {told.name(ev.person)} gave {ev.score} on the scale: {told.question(ev.question)}"
    ),
)
_says(
    e.ActionReviewed,
    lambda ev, told: f"{told.earlier_action(ev.action)}: {ev.outcome}. What shows it: {quoted(ev.evidence)}",
)
_says(e.ReviewAnswered, _answered)


# --- Scaling, threshold, decision ---------------------------------------------------------------------------


def _score(event: e.ScoreGiven, told: _Told) -> str:
    who, question = told.name(event.person), told.question(event.question)
    if event.question not in told.conference.shown:
        return f"{who} answered on the scale, hidden until the scores are shown: {question}"
    return f"{who} gave {event.score} on the scale: {question}.{because(event.rationale)}"


def _view(event: e.ViewGiven, told: _Told) -> str:
    by = f" ({told.name(event.by)})" if event.by else ""
    if event.outcome is None:
        return f"{event.agency}{by} gives no view on {told.name(event.child)}.{because(event.reason)}"
    words = told.decision(event.outcome, event.category)
    dissent = f" {_DISSENT[event.dissent]}" if event.dissent else ""
    return f"View of {event.agency}{by} on {told.name(event.child)}: {words}.{dissent}{because(event.reason)}"


_DISSENT = {
    e.Dissent.NONE: "",
    e.Dissent.NOTED: "It disagrees and asks for that to be noted.",
    e.Dissent.FORMAL: "It dissents formally.",
}


def _decision(event: e.DecisionMade, told: _Told) -> str:
    words = told.decision(event.outcome, event.category)
    return f"Decision of the chair on {told.name(event.child)}: {words}.{because(event.reason)}"


_MATTERS = {
    "participation": "how a child takes part",
    "met": "a meeting before the conference",
    "responsibility": "parental responsibility",
    "online": "somebody attending from afar",
    "quorum": "the quorum",
    "presence": "who is here",
    "education": "education",
    "introductions": "the introductions",
    "slot": "the closed slot",
    "views": "the child's words",
    "low": "a low score",
    "decision": "the decision",
    "social care view": "the view of social care",
    "category": "the category",
    "chair's reason": "the chair's reason",
    "key worker": "the lead social worker",
    "contingency": "the contingency plan",
    "actions": "the actions",
    "visits": "the visits",
    "worries": "worries without an action",
    "core group": "the core group",
    "members": "the members of the core group",
    "review": "the review",
    "early review": "an early review",
    "last conference": "the conference before",
    "earlier plan": "the plan that is reviewed",
    "actions reviewed": "the actions of the last plan",
    "core group withdrawn": "the core group that is not held",
    "progress": "progress",
    "barriers": "barriers",
    "new_worries": "new worries",
    "services": "other services",
    "no_progress": "no progress",
    "family_meeting": "a family group decision-making meeting",
    "ending_first": "an end at the first review",
    "ending_inquorate": "an end without a quorum",
    "continuing": "a plan that goes on",
    "step_down": "support after the plan",
    "birth plan": "the plan for the birth",
    "unborn name": "the name of an unborn child",
    "moved": "a limit that a birth has moved",
    "reissue": "documents from before a birth",
    "independent": "a chair with a part in the case",
    "adjourned": "an adjournment",
    "exclusion told": "what somebody who is kept out was told",
    "exclusion views": "the views of somebody who is kept out",
    "exclusion request": "a late request to keep somebody out",
    "exclusion here": "somebody who is kept out and is here",
    "late": "a day after its limit",
    "brought forward": "a review that is brought forward",
    "pack": "the pack of the transfer",
}


def _reason(event: e.ReasonGiven, told: _Told) -> str:
    matter, _, of = event.matter.partition(":")
    whose = f", {told.name(of)}" if told.name(of) != of else ""
    about = _MATTERS.get(matter, one_line(event.matter))
    return f"The chair's reason for going on ({about}{whose}): {quoted(event.reason)}"


_says(e.ScoreGiven, _score)
_says(e.ScoresShown, lambda ev, told: f"The scores were shown: {told.question(ev.question)}")
_says(
    e.LowScoreAnswered,
    lambda ev, told: (
        f"What is done today about the low score on {told.question(ev.question)}: {quoted(ev.answer)}"
    ),
)
_says(e.ViewGiven, _view)
_says(
    e.ChairViewGiven,
    lambda ev, told: f"The chair's own view on {told.name(ev.child)}: {quoted(ev.words)}",
)
_says(e.DecisionMade, _decision)
_says(
    e.DissentDeclared,
    lambda ev, told: (
        f"{ev.agency} disagrees with the decision on {told.name(ev.child)}. {_DISSENT[ev.dissent]}"
        f"{because(ev.reason)}"
    ),
)
_says(e.ReasonGiven, _reason)


# --- The plan -----------------------------------------------------------------------------------------------


def _action(event: e.ActionAgreed, told: _Told) -> str:
    who = listed([*(told.name(each) for each in event.who), *([one_line(event.also)] if event.also else [])])
    about = told.about(event.children)
    return f"Action for {about}: {quoted(event.what)} Who: {who or 'nobody'}. When: {quoted(event.when)}"


def _key_worker(event: e.KeyWorkerNamed, told: _Told) -> str:
    qualified = "qualified" if event.qualified else "not said to be qualified"
    return f"Lead social worker for {told.name(event.child)}: {told.name(event.person)}, {qualified}"


def _booked(event: e.CoreGroupBooked | e.ReviewBooked | e.InNeedMeetingBooked) -> str:
    return _join(say_date(event.on), say_time(event.at) if event.at else "", getattr(event, "venue", ""))


_says(e.ActionAgreed, _action)
_says(
    e.BirthPlanSet,
    lambda ev, told: f"Plan for the birth of {told.name(ev.child)}, {quoted(ev.matter)}: {quoted(ev.words)}",
)
_says(e.AdviceLeft, lambda ev, _: f"Left as it is, of what could be clearer: {quoted(ev.says or ev.advice)}")
_says(e.BottomLineSet, lambda ev, told: f"Bottom line for {told.about(ev.children)}: {quoted(ev.words)}")
_says(
    e.ContingencySet,
    lambda ev, told: f"If the plan for {told.about(ev.children)} does not hold: {quoted(ev.words)}",
)
_says(
    e.NetworkSupportOffered,
    lambda ev, told: f"{told.name(ev.person)} will, for {told.about(ev.children)}: {quoted(ev.words)}",
)
_says(
    e.RecommendationMade,
    lambda ev, told: (
        f"Recommendation for {told.about(ev.children)}: {quoted(ev.words)}"
        f"{f' By {say_date(ev.by)}.' if ev.by else ''}{f' For {told.name(ev.owner)}.' if ev.owner else ''}"
    ),
)
_says(e.KeyWorkerNamed, _key_worker)
_says(
    e.VisitsAgreed,
    lambda ev, told: (
        f"Visits to {told.name(ev.child)}: every {one_line(ev.every)}{f', {quoted(ev.how)}' if ev.how else ''}"
    ),
)
_says(
    e.CoreGroupMemberChosen,
    lambda ev, told: (
        f"{told.name(ev.person)} is of the core group for {told.about(ev.children)}"
        f"{f': {quoted(ev.note)}' if ev.note else ''}"
    ),
)
_says(e.CoreGroupMemberRemoved, lambda ev, told: f"{told.name(ev.person)} is no longer of the core group")
_says(
    e.CoreGroupBooked,
    lambda ev, told: (
        f"First core group: {_booked(ev)}.{f' Chaired by {told.name(ev.chaired_by)}.' if ev.chaired_by else ''}"
    ),
)
_says(e.ReviewBooked, lambda ev, _: f"Review conference: {_booked(ev)}.{because(ev.reason)}")
_says(
    e.InNeedMeetingBooked,
    lambda ev, told: f"Child in need meeting for {told.name(ev.child)}: {_booked(ev)}",
)


# --- The close, and the record itself -----------------------------------------------------------------------


def _document(event: e.DocumentMade, told: _Told) -> str:
    about = f" on {told.name(event.child)}" if event.child else ""
    version = f" version {event.version}" if event.version > 1 else ""
    what = one_line(event.document).replace("_", " ")
    return f"Document made: {what}{about},{version} for {told.name(event.recipient)}: {one_line(event.file)}"


def _copy_decided(event: e.CopyDecided, told: _Told) -> str:
    gets = "gets" if event.gets else "does not get"
    about = f" on {told.name(event.child)}" if event.child else ""
    return f"{told.name(event.reader)} {gets} a copy: {event.paper.value.replace('_', ' ')}{about}.{because(event.why)}"


def _entry_chosen(event: e.EntryChosen, told: _Told) -> str:
    whose = f"copies of {told.name(event.reader)}" if event.reader else "minutes"
    how = {"named": "with who said it", "themed": "without who said it"}.get(event.how, event.how)
    return f"In the {whose} an entry stands {how}: {told.chosen(event.entry)}.{because(event.why)}"


def _words_judged(event: e.WordsJudged, told: _Told) -> str:
    """The words themselves are not told: they may be an address."""
    stays = "may stand" if event.stays else "are taken out"
    return (
        f"Words that were asked about {stays} in the copies of {told.name(event.reader)}.{because(event.why)}"
    )


def _sealed(event: e.Sealed, told: _Told) -> str:
    if not event.head:
        return "The seal follows when the entry is on the disk"
    what = f"of the decision on {told.name(event.child)}" if event.child else "of the close"
    signed = ", signed" if event.signature else ""
    return f"Seal {what}: {seal.words(event)}{signed}"


def _imported(event: e.RecordImported, _: _Told) -> str:
    exported = f", written {one_line(event.exported)}" if event.exported else ""
    return f"The {event.count:,} entries before came out of an archive{exported}"


def _struck(event: e.Struck, told: _Told) -> str:
    if event.why == UNDO:
        return f"Undone, entry {event.seq}: {told.that(event.seq)}"
    why = f" Why: {quoted(event.why)}" if event.why else ""
    return f"Struck, entry {event.seq}: {told.that(event.seq)}{why}"


_says(e.ConferenceClosed, lambda ev, _: f"The conference was closed at {say_time(ev.at)}")
_says(e.CopyDecided, _copy_decided)
_says(e.EntryChosen, _entry_chosen)
_says(e.WordsJudged, _words_judged)
_says(e.DocumentMade, _document)
_says(e.Sealed, _sealed)
_says(
    e.ClockWentBack,
    lambda ev, _: (
        f"The computer's clock went back, from {_moment(ev.was)} to {_moment(ev.now)}. "
        "The order of the entries is their number."
    ),
)
_says(e.CopyNumbered, lambda ev, _: f"Copy {ev.copy} is held by {ev.holder}, since {say_date(ev.on)}.")
_says(
    e.RetentionSet,
    lambda ev, _: f"The record is kept until {say_date(ev.until)}.{because(ev.why)}",
)
_says(
    e.AddendumAdded,
    lambda ev, told: f"Addendum of {told.name(ev.by)}, {say_date(ev.on)}: {quoted(ev.words)}",
)
_says(
    e.ChildBorn,
    lambda ev, told: f"Born on {say_date(ev.born)}: {told.name(ev.child)}",
)
_says(
    e.ComplaintReceived,
    lambda ev, told: f"Complaint of {told.name(ev.person)}, {say_date(ev.on)}: {quoted(ev.words)}",
)
_says(
    e.ComplaintDecided,
    lambda ev, told: (
        f"What came of {told.complaint(ev.complaint)}, {say_date(ev.on)}: {quoted(ev.outcome)}"
        f"{f' {quoted(ev.words)}' if ev.words else ''}"
    ),
)
_says(e.RecordImported, _imported)
_says(e.Struck, _struck)
_says(e.Restored, lambda ev, told: f"Counts again, entry {ev.seq}: {told.that(ev.seq)}")


def _moment(at: str) -> str:
    """2026-12-01 13:30:05, as a person reads a time of the record."""
    return one_line(at).replace("T", " ", 1)[:19]
