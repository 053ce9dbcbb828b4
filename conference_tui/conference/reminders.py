"""What is still open, item by item of the agenda: it is said in the margin and does not stop anybody.

Only some of it holds up the close (global rule 4 of the decision: no view from social care, no quorum, no
category, no key worker and dates for a child with a plan, no contingency): there a typed reason opens, and
is printed.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import birth, checklist, decision, kept_out, review, split
from conference_tui.conference import events as e
from conference_tui.conference.agenda import family_to_ask, unsaid
from conference_tui.conference.attendance import Quorum, quorum
from conference_tui.conference.compared import folded, same
from conference_tui.conference.dates import is_early
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.limits import deadline
from conference_tui.conference.mapping import unanswered_worries
from conference_tui.conference.people import Standing
from conference_tui.conference.plan import is_about
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.apart import asks_about, unanswered
from conference_tui.conference.reading.questions import unknown
from conference_tui.conference.scaling import low_score_prompt, questions
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date
from conference_tui.conference.working_days import Calendar


class Reminder(Struct, frozen=True, kw_only=True):
    """One thing that is still open."""

    key: str
    """What a typed reason names to answer it."""
    stage: str
    words: str
    holds_up_close: bool = False
    is_before_copies: bool = False
    """Whether it is to be settled before copies are made."""
    reason: str = ""
    """The chair's reason for going on without it, once typed."""

    @property
    def is_open(self) -> bool:
        """Whether it still wants something."""
        return not self.reason


def reminders(conference: Conference, procedure: Procedure, calendar: Calendar) -> tuple[Reminder, ...]:
    """Everything still open in the whole conference, in the order of the agenda's parts."""
    found = [
        *_before(conference, procedure),
        *_room(conference, procedure),
        *_people(conference, procedure, calendar),
        *_adjourned(conference, procedure, calendar),
        *_reviewed(conference, procedure),
        *_child(conference),
        *_scaling(conference, procedure),
        *_threshold(conference),
        *_birth(conference, procedure, calendar),
        *_plan(conference, procedure),
        *_dates(conference, procedure, calendar),
        *_copies(conference, procedure),
    ]
    return tuple(_with_reason(reminder, conference) for reminder in found)


def at_stage(
    conference: Conference, procedure: Procedure, calendar: Calendar, stage: str
) -> tuple[Reminder, ...]:
    """What is open at one item, with its script and the family's word."""
    found = [each for each in reminders(conference, procedure, calendar) if each.stage == stage]
    item = next((each for each in procedure.stages if each.id == stage), None)
    if item is None:
        return tuple(found)
    if left := len(unsaid(conference, item)):
        found.insert(
            0, Reminder(key=f"script:{stage}", stage=stage, words=f"{left} of the script not said yet.")
        )
    if to_ask := family_to_ask(conference, item):
        names = listed([conference.name(someone).split()[0] for someone in to_ask], last="or")
        found.append(Reminder(key=f"family:{stage}", stage=stage, words=f"Not asked at this point: {names}."))
    here = conference.present()
    for child, decided in conference.participation.items():
        if stage in decided.parts and conference.presence and child not in here:
            words = f"{conference.name(child)} comes to this part, and is not recorded as here."
            found.append(Reminder(key=f"comes:{child}", stage=stage, words=words))
    for someone in (each for each in kept_out.kept_out_of(conference, stage) if each not in here):
        words = kept_out.part_in_words(conference, someone)
        found.append(Reminder(key=f"kept out:{someone}", stage=stage, words=words))
    if words := split.reach(conference):
        found.append(Reminder(key="reach", stage=stage, words=words))
    return tuple(found)


def holding_up(conference: Conference, procedure: Procedure, calendar: Calendar) -> tuple[Reminder, ...]:
    """What the conference cannot be closed without, unless the chair types a reason."""
    return tuple(
        each for each in reminders(conference, procedure, calendar) if each.holds_up_close and each.is_open
    )


def close_refusal(conference: Conference, procedure: Procedure, calendar: Calendar) -> str:
    """Why the conference cannot be closed now; empty when it can (global rule 4 of the decision)."""
    left = holding_up(conference, procedure, calendar)
    if not left:
        return ""
    more = f" And {len(left) - 1} more." if len(left) > 1 else ""
    return f"{left[0].words}{more} Settle it, or type your reason where it stands in the list: it is printed."


def _with_reason(reminder: Reminder, conference: Conference) -> Reminder:
    return replace(reminder, reason=conference.reasons.get(reminder.key, ""))


def _before(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    yield from _pack(conference, procedure)
    chair = conference.chair
    for person in conference.people.values():
        if chair and same(person.name, chair) and "chair" not in folded(person.role):
            words = f"{person.name} chairs, and is here as {person.role or person.standing.value} too."
            yield Reminder(key="independent", stage="set_up", words=words)
    for child in conference.children_to_hear():
        if child not in conference.participation:
            words = f"How {conference.name(child)} takes part is not decided."
            yield Reminder(key=f"participation:{child}", stage="before", words=words)
    met = {held.person for held in conference.pre_meetings}
    for person in conference.people.values():
        if person.standing is Standing.PARENT and person.id not in met:
            yield Reminder(
                key=f"met:{person.id}", stage="before", words=f"The chair has not met {person.label}."
            )
    for person in conference.people.values():
        if person.responsibility_unknown:
            names = listed([conference.name(child) for child in person.responsibility_unknown])
            words = f"Not known whether {person.label} has parental responsibility for {names}."
            yield Reminder(key=f"responsibility:{person.id}", stage="set_up", words=words)
    if any(stay.mode is not e.Mode.ROOM and not stay.reason for stay in conference.presence.values()):
        words = "Somebody attends from afar, and the reason is not recorded."
        yield Reminder(key="online", stage="introductions", words=words)


def _pack(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    """What the other authority has not sent yet, and the day that everything is counted from."""
    if conference.opened is None or conference.opened.kind is not e.Kind.TRANSFER_IN:
        return
    if "transfer" not in conference.key_dates:
        words = "The day of the written notification is not entered: nothing can be counted from it."
        yield Reminder(key="transfer", stage="set_up", words=words)
    if left := [item.words for item in checklist.pack(conference, procedure) if not item.is_done]:
        words = f"Not here from the other authority: {'; '.join(left)}."
        yield Reminder(key="pack", stage="before", words=words)


def _room(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    standing = _quorum_that_counts(conference, procedure)
    if conference.adjourned:
        return  # that itself holds up the close, and nobody is here to be counted
    if conference.presence and not standing.is_quorate and conference.inquorate is None:
        words = f"{standing.sentence} Going ahead needs the chair's reason and what keeps the child safe."
        yield Reminder(key="quorum", stage="apologies", words=words, holds_up_close=True)
    elif not conference.presence:
        words = "Nobody is recorded as here, so there is no verdict on the quorum."
        yield Reminder(key="presence", stage="apologies", words=words, holds_up_close=True)
    for warning in standing.warnings:
        yield Reminder(key="education", stage="apologies", words=warning)
    strangers = [conference.name(each) for each in conference.presence if each not in conference.introduced]
    if strangers:
        words = f"Not introduced: {listed(strangers)}."
        yield Reminder(key="introductions", stage="introductions", words=words)
    if conference.closed_slot:
        yield Reminder(
            key="slot", stage="closed", words="The closed slot is still open.", holds_up_close=True
        )


def _people(conference: Conference, procedure: Procedure, calendar: Calendar) -> Iterator[Reminder]:
    """What is open about who is kept out, who observes, and who sits elsewhere (HV-3, HF-4)."""
    for each in kept_out.owed(conference, procedure, calendar):
        yield Reminder(key=each.key, stage=each.stage, words=each.words)
    for person in conference.people.values():
        if person.standing is not Standing.OBSERVER:
            continue
        asked, is_here = conference.observers.get(person.id), person.id in conference.present()
        if asked is None:
            words = f"Whether the family agrees that {person.label} observes is not recorded."
            yield Reminder(key=f"observer:{person.id}", stage="introductions", words=words)
        elif asked.agrees == "no" and is_here:
            words = f"The family does not agree that {person.label} observes, who is recorded as here."
            yield Reminder(key=f"observer:{person.id}", stage="introductions", words=words)
        if any(made.speaker == person.id for made in conference.contributions):
            words = f"{person.label} observes, and takes no part; words of theirs are recorded."
            yield Reminder(key=f"observer spoke:{person.id}", stage="introductions", words=words)
    if elsewhere := split.out_of_place(conference):
        names = listed([conference.name(each) for each in elsewhere])
        words = f"Recorded as here, and of another sitting: {names}."
        yield Reminder(key="sitting", stage=conference.stage, words=words)


def _copies(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    """What the chair is asked before copies are made: whose matters are kept apart, and about whom something is."""
    for one, other in unanswered(conference):
        yield Reminder(
            key=f"apart:{one}:{other}",
            stage="before",
            words=asks_about(conference, one, other),
            is_before_copies=True,
        )
    if left := len(unknown(conference, procedure)):
        entries, they_are, them = (
            ("1 entry", "it is", "it") if left == 1 else (f"{left} entries", "they are", "them")
        )
        words = (
            f"Of {entries} it is not known which children {they_are} about: "
            f"no copy that may hold {them} is made before you say."
        )
        yield Reminder(key="about whom", stage="close", words=words, is_before_copies=True)


def _adjourned(conference: Conference, procedure: Procedure, calendar: Calendar) -> Iterator[Reminder]:
    """By when a conference that is broken off meets again (BA-4)."""
    sitting, limit = conference.adjourned, procedure.limits.get("reconvened")
    if sitting is None:
        return
    until = sitting.adjourned.until
    when = f"until {say_date(until)}" if until else "and no day is named"
    due = deadline(limit, calendar, sitting.on) if limit and sitting.on else None
    by = f" It meets again by {due.when} at the latest." if due else ""
    words = f"The conference is adjourned, {when}.{by}"
    yield Reminder(key="adjourned", stage="apologies", words=words, holds_up_close=True)


def _quorum_that_counts(conference: Conference, procedure: Procedure) -> Quorum:
    """The verdict now; once there are decisions, the one at the time of each, the worst of them (M14)."""
    at_decisions = [quorum(conference, procedure, made.present) for made in conference.decisions.values()]
    verdicts = at_decisions or [quorum(conference, procedure)]
    return next((each for each in verdicts if not each.is_quorate), verdicts[0])


_ASKED_AT: Mapping[str, str] = {
    "progress": "progress",
    "barriers": "progress",
    "new_worries": "progress",
    "services": "progress",
}
"""At which item of the agenda a review asks something; what is not here is asked at the decision."""


def _reviewed(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    """What a review still asks; only the reason for an unusual end holds up the close (BA-24, BA-25)."""
    if not review.is_review(conference):
        return
    if conference.last_conference is None:
        words = "The conference before this one is not entered: its date, and the plan that is reviewed."
        yield Reminder(key="last conference", stage="set_up", words=words)
    for child in conference.children.values():
        if child.id not in conference.earlier_plans:
            words = f"Since when {child.label} has had a plan is not entered."
            yield Reminder(key=f"earlier plan:{child.id}", stage="set_up", words=words)
        for each in review.unanswered(conference, procedure, child.id):
            yield Reminder(
                key=f"{each.key}:{child.id}",
                stage=_ASKED_AT.get(each.key, "threshold"),
                words=f"{child.label}: {each.says}",
                holds_up_close=each.needs_reason,
            )
    if left := review.not_gone_through(conference):
        words = f"Actions of the last plan not gone through: {', '.join(f'“{each.what}”' for each in left)}."
        yield Reminder(key="actions reviewed", stage="progress", words=words)
    if gone := review.withdrawn(conference):
        yield Reminder(key="core group withdrawn", stage="core_group", words=gone.sentence)


def _child(conference: Conference) -> Iterator[Reminder]:
    given = {views.child for views in conference.child_views} | set(conference.child_views_missing)
    for child in conference.children_to_hear():
        if child not in given:
            words = f"No views of {conference.name(child)}, and no reason why not."
            yield Reminder(key=f"views:{child}", stage="child", words=words, holds_up_close=True)


def _scaling(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    for question in questions(conference):
        if prompt := low_score_prompt(conference, question, procedure):
            yield Reminder(key=f"low:{question.id}", stage="scaling", words=prompt)


def _threshold(conference: Conference) -> Iterator[Reminder]:
    for child in conference.children:
        for point in decision.open_points(conference, child):
            yield Reminder(key=point.key, stage="threshold", words=point.words, holds_up_close=True)


def _with_plan(conference: Conference) -> list[str]:
    return [
        child
        for child, decided in conference.decisions.items()
        if decided.made.outcome is e.Outcome.CHILD_PROTECTION
    ]


def _birth(conference: Conference, procedure: Procedure, calendar: Calendar) -> Iterator[Reminder]:
    """What a child that is not born yet needs, and what a birth has moved (HF-1, HF-3)."""
    for child in conference.children.values():
        if birth.misnamed(conference, child.id):
            name = (
                birth.suggested_name(birth.mother_of(conference, child.id)) or "Baby and the mother's surname"
            )
            words = f"Until the birth {child.label} is called after the mother: {name}."
            yield Reminder(key=f"unborn name:{child.id}", stage="set_up", words=words)
        left = birth.not_settled(conference, procedure, child.id) if child.unborn else ()
        if left and child.id in _with_plan(conference):
            words = f"Not settled for {child.label}: {'; '.join(left)}."
            yield Reminder(key=f"birth plan:{child.id}", stage="plan", words=words, holds_up_close=True)
    for each in birth.moved_by_birth(conference, procedure, calendar):
        yield Reminder(key=f"moved:{each.now.deadline.key}", stage="core_group", words=each.sentence)
    if left_over := birth.to_reissue(conference):
        words = f"Made before the birth, and to be made again: {len(left_over)} of the documents."
        yield Reminder(key="reissue", stage="close", words=words)


def _plan(conference: Conference, procedure: Procedure) -> Iterator[Reminder]:
    leads = procedure.role_titles.key_worker
    for child in _with_plan(conference):
        name = conference.name(child)
        if child not in conference.key_workers:
            words = f"{leads} for {name} is not named."
            yield Reminder(key=f"key worker:{child}", stage="plan", words=words, holds_up_close=True)
        if not any(is_about(each.children, child) for each in conference.contingencies.values()):
            words = f"No contingency plan for {name}."
            yield Reminder(key=f"contingency:{child}", stage="plan", words=words, holds_up_close=True)
        if not any(is_about(each.children, child) for each in conference.actions.values()):
            words = f"No action in {name}'s plan."
            yield Reminder(key=f"actions:{child}", stage="plan", words=words, holds_up_close=True)
        if child not in conference.visits:
            yield Reminder(key=f"visits:{child}", stage="plan", words=f"No visits agreed for {name}.")
    if conference.actions and (left := len(unanswered_worries(conference))):
        words = f"{left} of the worries on the map have no action."
        yield Reminder(key="worries", stage="plan", words=words)


def _dates(conference: Conference, procedure: Procedure, calendar: Calendar) -> Iterator[Reminder]:
    if _with_plan(conference):
        if conference.core_group_booked is None:
            words = f"No date for the {review.next_core_group(conference)}."
            yield Reminder(key="core group", stage="core_group", words=words, holds_up_close=True)
        if not conference.core_group:
            yield Reminder(key="members", stage="core_group", words="Nobody is in the core group.")
        if conference.review_booked is None:
            words = "No date for the review."
            yield Reminder(key="review", stage="core_group", words=words, holds_up_close=True)
        if conference.inquorate and not _is_early(conference, procedure, calendar):
            words = "The conference went ahead without a quorum: an early review is advised."
            yield Reminder(key="early review", stage="core_group", words=words)
    for due in due_dates(conference, procedure, calendar):
        if words := _reason_wanting(due, conference, procedure):
            # The day stands in the key: a reason given for one day is none for a later one.
            day = due.booked.isoformat() if due.booked else ""
            key = f"{due.needs_reason}:{due.deadline.key}:{day}"
            yield Reminder(key=key, stage="core_group", words=words, holds_up_close=True)


def _is_early(conference: Conference, procedure: Procedure, calendar: Calendar) -> bool:
    booked = conference.review_booked
    return (
        booked is not None
        and conference.held is not None
        and is_early(procedure, calendar, conference.held, booked.on)
    )


def _reason_wanting(due: Due, conference: Conference, procedure: Procedure) -> str:
    """What is said of a day that needs a reason; empty where it needs none, or has it already (HF-3)."""
    if not (due.needs_reason and due.booked and due.standing):
        return ""
    booked = f"{due.deadline.what}: {say_date(due.booked)} is"
    if due.is_late:
        limit = say_date(due.deadline.date) if due.deadline.date else due.deadline.unknown
        return f"{booked} {due.standing.sentence}; the limit is {limit}."
    if conference.review_booked and conference.review_booked.reason:
        return ""
    return f"{booked} brought forward. {procedure.review.brought_forward.says}"
