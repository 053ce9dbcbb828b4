"""What may be recorded now, and if not, why not: a sentence to the person.

The program guides and does not trap: only what would make the record false or disclose something is refused.
Everything else that is wanting is a reminder (`reminders.py`).
"""

from datetime import date
from functools import singledispatch

from conference_tui.conference import dates, recipients, restricted
from conference_tui.conference import events as e
from conference_tui.conference.attendance import agencies
from conference_tui.conference.decision import reason_needed
from conference_tui.conference.people import Relation, Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.removal import removal_wording
from conference_tui.conference.review import is_review
from conference_tui.conference.scaling import may_be_asked, may_score, questions
from conference_tui.conference.state import Conference
from conference_tui.conference.text import LONGEST, say_date

DURING_CLOSED_SLOT = (e.ClosedSlotEnded, e.PersonLeft, e.PersonArrived, e.StageOpened, e.StatementSaid)
"""What the open record may learn while the confidential slot is open: nothing that was said in it (BA-11)."""

COLON = "A name cannot have a colon in it: in the capture line, what stands before a colon is who speaks."

AMENDMENTS = (e.AddendumAdded, e.ChildBorn, e.ComplaintReceived, e.ComplaintDecided)
"""What is added to a conference that is closed; what was recorded before stays as it is (HF-10)."""

HANDING_OUT = (e.CopyDecided, e.EntryChosen, e.WordsJudged, e.DocumentMade)
"""What is settled about who is handed what."""

AFTER_CLOSE = (*HANDING_OUT, e.StageOpened, e.RetentionSet, *AMENDMENTS)
"""What is still recorded once the chair has closed the meeting."""

IN_THE_MEETING = (
    e.PersonArrived,
    e.ContributionMade,
    e.ScoreGiven,
    e.ViewGiven,
    e.DecisionMade,
    e.ClosedSlotBegan,
    e.SplitSittingBegan,
    e.ConferenceClosed,
    e.ConferenceAdjourned,
)
"""What happens nowhere but in the meeting: not while it is adjourned."""

IS_CLOSED = "The conference is closed; what is recorded stands. An addendum can be added at the close."


def refusal(conference: Conference, event: e.Event, procedure: Procedure) -> str:
    """Why `event` cannot be recorded now; empty when it can."""
    if conference.opened is None and not isinstance(event, e.ConferenceOpened):
        return "Set the conference up first: it needs a reference."
    if conference.closed and not isinstance(event, AFTER_CLOSE) and not _follows_a_birth(event, conference):
        return IS_CLOSED
    if conference.closed_slot and not isinstance(event, DURING_CLOSED_SLOT):
        return "The closed slot is open. End it first; until then nothing goes into the open record."
    if conference.adjourned and isinstance(event, IN_THE_MEETING):
        return "The conference is adjourned. Let it go on first."
    return _too_long(event) or _refusal(event, conference, procedure)


def _follows_a_birth(event: e.Event, conference: Conference) -> bool:
    """A birth brings the review forward: another day is booked although it is closed, or why not is said (HF-3)."""
    is_reason = isinstance(event, e.ReasonGiven) and event.matter.startswith("late:")
    return (isinstance(event, e.ReviewBooked) or is_reason) and bool(conference.births)


def refusal_in_closed_slot(event: e.ContributionMade) -> str:
    """Why something said in the closed slot cannot be recorded in its own record; empty when it can."""
    return _too_long(event) or ("" if event.words else "Nothing was typed.")


def _too_long(event: e.Event) -> str:
    longest = max(_typed(event), key=len, default="")
    return (
        f"That is longer than {LONGEST:,} characters. Record it in parts." if len(longest) > LONGEST else ""
    )


def _typed(event: e.Event) -> list[str]:
    if isinstance(event, e.ContributionCorrected):
        return [event.why, *_typed(event.correct)]
    values = [getattr(event, name) for name in event.__struct_fields__]
    several = [each for value in values if isinstance(value, tuple) for each in value]
    return [value for value in (*values, *several) if isinstance(value, str)]


@singledispatch
def _refusal(_: e.Event, __: Conference, ___: Procedure) -> str:
    return ""


@_refusal.register
def _(event: e.ConferenceOpened, _: Conference, __: Procedure) -> str:
    return "" if event.ref else "Give the conference a reference, such as the authority's own number."


@_refusal.register
def _(event: e.ConferenceArranged, conference: Conference, _: Procedure) -> str:
    last = conference.last_conference
    return dates.review_refusal(last.held, event.held) if last and event.held else ""


@_refusal.register
def _(event: e.LastConferenceGiven, conference: Conference, _: Procedure) -> str:
    if not is_review(conference):
        return "Only a review follows a conference. Is this one set up as what it is?"
    if event.review < 1:
        return "The first review is number 1."
    return dates.review_refusal(event.held, conference.held) if conference.held else ""


@_refusal.register
def _(event: e.EarlierPlanGiven, conference: Conference, procedure: Procedure) -> str:
    if conference.held and (why := dates.review_refusal(event.begun, conference.held)):
        return why
    return _unknown_category(event.category, procedure)


@_refusal.register
def _(event: e.EarlierScoreGiven, _: Conference, procedure: Procedure) -> str:
    scale = procedure.scale
    within = scale.minimum <= event.score <= scale.maximum
    return "" if within else f"The scale goes from {scale.minimum} to {scale.maximum}."


@_refusal.register
def _(event: e.ActionReviewed, conference: Conference, _: Procedure) -> str:
    if event.action not in conference.earlier_actions:
        return "That action is not in the plan that is reviewed."
    return "" if event.evidence else "Say what shows it."


@_refusal.register
def _(event: e.ReviewAnswered, conference: Conference, _: Procedure) -> str:
    if not is_review(conference):
        return "That is asked at a review."
    return "" if event.words else "Nothing was typed."


@_refusal.register
def _(event: e.ChildEntered, conference: Conference, _: Procedure) -> str:
    if ":" in event.name:
        return COLON
    twins = [c for c in conference.children.values() if c.id != event.child]
    if event.name and any(c.name.casefold() == event.name.casefold() for c in twins):
        return f"There is already a child called {event.name}. Add something that tells the two apart."
    is_later = bool(event.born and conference.held and event.born > conference.held)
    if is_later and event.born and event.child not in conference.births:
        return f"{say_date(event.born)} is after the conference. For an unborn child enter the expected date."
    is_unborn = event.expected is not None and event.born is None and event.child not in conference.births
    if is_unborn and event.sex not in ("", "U"):
        return "The sex of an unborn child is not entered before the birth (census rule 8750)."
    return ""


@_refusal.register
def _(event: e.ChildBorn, conference: Conference, _: Procedure) -> str:
    child = conference.children.get(event.child)
    if child is None or child.expected is None:
        return "A birth is entered of a child that was expected. Enter the expected date first."
    if ":" in event.name:
        return COLON
    others = [each for each in conference.children.values() if each.id != event.child]
    if event.name and any(each.name.casefold() == event.name.casefold() for each in others):
        return f"There is already a child called {event.name}. Add something that tells the two apart."
    return ""


@_refusal.register
def _(event: e.PersonEntered, conference: Conference, _: Procedure) -> str:
    if not event.name and not event.agency:
        return "Enter a name, or the agency where the name is not known."
    if ":" in event.name:
        return COLON
    others = [p for p in conference.people.values() if p.id != event.person]
    if event.name and any(p.name.casefold() == event.name.casefold() for p in others):
        return f"There is already somebody called {event.name}. Add something that tells the two apart."
    if event.born and conference.held and event.born > conference.held:
        return f"{say_date(event.born)} is after the conference. Give the year with four digits."
    if both := [child for child in event.responsibility_for if child in event.responsibility_unknown]:
        name = conference.name(both[0])
        return f"Parental responsibility for {name} is either there or not known. Take one of the two out."
    return ""


@_refusal.register
def _(event: e.RelativeNamed, conference: Conference, _: Procedure) -> str:
    if event.in_tree and not event.name and not event.role:
        return "Enter the name; where nobody knows it, who it is: “the mother's partner”."
    if not event.in_tree and event.relative not in conference.relatives:
        return "That is nobody who was drawn into the tree and is not of the conference."
    names = [
        *(person.name for person in conference.people.values()),
        *(child.name for child in conference.children.values()),
        *(other.name for other in conference.relatives.values() if other.id != event.relative),
    ]
    if event.in_tree and event.name and event.name.casefold() in map(str.casefold, names):
        return f"There is already somebody called {event.name}. Add something that tells the two apart."
    return ""


@_refusal.register
def _(event: e.RelationGiven, conference: Conference, _: Procedure) -> str:
    known = {*conference.people, *conference.children, *conference.relatives}
    if event.person not in known or event.of not in known:
        return "Draw both of them into the tree first."
    if event.person == event.of:
        return "Nobody is joined with themselves. Choose somebody else."
    if event.relation is Relation.OTHER and not event.note:
        return "Say in words how the two belong together."
    return ""


@_refusal.register
def _(event: e.ChecklistTicked, _: Conference, procedure: Procedure) -> str:
    items: dict[str, tuple[str, ...]] = {
        "before": tuple(item.id for item in procedure.checklist),
        "transfer pack": procedure.transfer_in.pack,
    }
    return "" if event.item in items[event.checklist] else "The procedure has no such item."


@_refusal.register
def _(event: e.PersonArrived, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    if conference.closed_slot and not (person and person.is_professional):
        return f"{conference.name(event.person)} cannot come in while the closed slot is open. End the slot first."
    exclusion = conference.exclusions.get(event.person)
    if exclusion and exclusion.ended is None and not exclusion.decided.parts:
        return f"{conference.name(event.person)} is kept out of the whole conference. End that first, if it is over."
    return ""


@_refusal.register
def _(event: e.ReferrerNoted, conference: Conference, _: Procedure) -> str:
    if not event.what:
        return "Say who referred the family, such as “the school” or “a member of the public”."
    if event.anonymous and event.name:
        return "The name of somebody who asked not to be named is never stored. Leave it out."
    if event.anonymous and conference.referrer and conference.referrer.name:
        return "A name was recorded before, and the record keeps it: it cannot be made anonymous any more."
    return ""


@_refusal.register
def _(event: e.ExclusionDecided, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    if person is None or not (person.is_family or person.standing is Standing.SUPPORTER):
        return "Only somebody of the family, or who came with them, is kept out of a conference."
    if not event.ground:
        return "Say on which ground. There is a list of them."
    return "" if event.reason else "Say why: the reason is recorded, and explained to them."


@_refusal.register
def _(event: e.ExclusionEnded, conference: Conference, _: Procedure) -> str:
    exclusion = conference.exclusions.get(event.person)
    kept_out = exclusion is not None and exclusion.ended is None
    return "" if kept_out else f"{conference.name(event.person)} is not kept out."


@_refusal.register
def _(event: e.FamilyAskedAboutObserver, conference: Conference, _: Procedure) -> str:
    person = conference.people.get(event.person)
    observes = person is not None and person.standing is Standing.OBSERVER
    return "" if observes else f"{conference.name(event.person)} is not here to observe."


@_refusal.register
def _(event: e.SplitSittingPlanned, conference: Conference, _: Procedure) -> str:
    if not event.title:
        return "Give the sitting a name, such as “With the father”."
    others = [each for each in conference.split_sittings.values() if each.sitting != event.sitting]
    if any(each.title.casefold() == event.title.casefold() for each in others):
        return f"There is already a sitting called {event.title}."
    return "" if event.people else "Say who sits in it. Who is in no sitting sits in all of them."


@_refusal.register
def _(event: e.SplitSittingBegan, conference: Conference, _: Procedure) -> str:
    now = conference.split_sitting
    if event.sitting not in conference.split_sittings:
        return "That sitting is not planned."
    return f"{now.title} is on already." if now and now.sitting == event.sitting else ""


@_refusal.register
def _(event: e.SupporterAskedToScore, conference: Conference, _: Procedure) -> str:
    if not may_be_asked(conference, event.person):
        return f"{conference.name(event.person)} is no supporter: the chair asks only those besides."
    if not event.asked and any(person == event.person for _, person in conference.scores):
        return f"{conference.name(event.person)} has given a score. Strike that first."
    return ""


@_refusal.register
def _(event: e.ChairChanged, conference: Conference, _: Procedure) -> str:
    if not event.chair:
        return "Say who chairs now."
    if event.chair.casefold() == conference.chair.casefold():
        return f"{event.chair} is in the chair already."
    before = conference.chairs[-1] if conference.chairs else None
    if before and before.on == event.on and event.at < before.at:
        return f"The chair changed at {before.at:%H:%M}; this was after it."
    return ""


@_refusal.register
def _(event: e.ConferenceAdjourned, conference: Conference, _: Procedure) -> str:
    if not event.reason:
        return "Say why it is adjourned."
    if not event.safeguards:
        return "Say what keeps the child safe until it meets again."
    if event.until and conference.held and event.until < conference.held:
        return f"{say_date(event.until)} is before the conference, on {say_date(conference.held)}."
    return ""


@_refusal.register
def _(event: e.ConferenceResumed, conference: Conference, _: Procedure) -> str:
    sitting = conference.adjourned
    if sitting is None:
        return "The conference is not adjourned."
    if sitting.on and event.on < sitting.on:
        return f"{say_date(event.on)} is before {say_date(sitting.on)}, when it was adjourned."
    if event.on == sitting.on and event.at < sitting.adjourned.at:
        return f"It was adjourned at {sitting.adjourned.at:%H:%M}; it goes on after that."
    return ""


@_refusal.register
def _(event: e.PersonLeft, conference: Conference, _: Procedure) -> str:
    stay = conference.presence.get(event.person)
    if stay is None or stay.left is not None:
        return f"{conference.name(event.person)} is not here."
    if event.at < stay.arrived:
        return f"{conference.name(event.person)} came at {stay.arrived:%H:%M}; nobody leaves before that."
    return ""


@_refusal.register
def _(event: e.InquorateProceeded, _: Conference, __: Procedure) -> str:
    if not event.reason:
        return "Going ahead without a quorum needs the chair's reason."
    return "" if event.safeguards else "Say what keeps the child safe until the missing views are in."


@_refusal.register
def _(event: e.ClosedSlotBegan, conference: Conference, _: Procedure) -> str:
    for someone in event.stayed:
        person = conference.people.get(someone)
        if person is None or not person.is_professional:
            return f"{conference.name(someone)} cannot stay in the closed slot: it is for professionals only."
    for someone in conference.present():
        person = conference.people.get(someone)
        if someone not in event.left and not (person and person.is_professional):
            return f"{conference.name(someone)} is still here. Nobody but professionals stays for the closed slot."
    return ""


@_refusal.register
def _(_: e.ClosedSlotEnded, conference: Conference, __: Procedure) -> str:
    return "" if conference.closed_slot else "No closed slot is open."


@_refusal.register
def _(event: e.ContributionMade, _: Conference, __: Procedure) -> str:
    return "" if event.words else "Nothing was typed."


@_refusal.register
def _(event: e.ContributionCorrected, conference: Conference, _: Procedure) -> str:
    known = any(made.contribution == event.correct.contribution for made in conference.contributions)
    if not known:
        return "What was to be corrected is no longer there."
    return "" if event.correct.words else "A correction cannot be empty. Strike the contribution instead."


@_refusal.register
def _(event: e.DangerStatementMade, _: Conference, __: Procedure) -> str:
    if not event.children:
        return "Say which child the danger statement is about."
    return "" if event.words else "Nothing was typed."


@_refusal.register
def _(event: e.ScoreGiven, conference: Conference, procedure: Procedure) -> str:
    scale = procedure.scale
    if not scale.minimum <= event.score <= scale.maximum:
        return f"The scale goes from {scale.minimum} to {scale.maximum}."
    if not event.rationale:
        return "A score needs its reason. What makes it that number?"
    if not may_score(conference, event.person):
        return f"{conference.name(event.person)} is not asked for a score."
    if event.question not in {question.id for question in questions(conference)}:
        return "That question is no longer on the scale."
    return ""


@_refusal.register
def _(event: e.ScoresShown, conference: Conference, _: Procedure) -> str:
    given = any(question == event.question for question, _ in conference.scores)
    return "" if given else "Nobody has given a score on this yet."


@_refusal.register
def _(event: e.ViewGiven, conference: Conference, procedure: Procedure) -> str:
    agency = next((a for a in agencies(conference) if a.name == event.agency), None)
    if agency is None:
        return f"{event.agency} is not an agency of this conference."
    if event.outcome is None:
        return "" if event.reason else "Say why the agency gives no view."
    child = conference.name(event.child)
    if not agency.present(conference.present()):
        return f"Nobody from {agency.name} is here, so it has no view that counts. Record that it gives none."
    if agency.knows and event.child not in agency.knows:
        return f"{agency.name} does not know {child}. Record that it gives no view."
    if event.category and event.outcome is not e.Outcome.CHILD_PROTECTION:
        return "A category goes with a child protection plan only."
    if event.dissent and not event.reason:
        return f"Say in a sentence why {agency.name} disagrees."
    return _unknown_category(event.category, procedure)


@_refusal.register
def _(event: e.DecisionMade, conference: Conference, procedure: Procedure) -> str:
    if event.outcome is e.Outcome.CHILD_PROTECTION and event.category is None and not event.reason:
        return "A child protection plan needs its category. Without one, the chair's reason is needed."
    if event.category and event.outcome is not e.Outcome.CHILD_PROTECTION:
        return "A category goes with a child protection plan only."
    earlier = conference.earlier_plans.get(event.child)
    ends = earlier is not None and event.outcome is not e.Outcome.CHILD_PROTECTION
    if earlier and ends and conference.held and (why := dates.ending_refusal(earlier.begun, conference.held)):
        return why
    needed = reason_needed(conference, event.child, event.outcome, event.category)
    if needed and not event.reason:
        return f"{needed} The chair's reason is needed."
    return _unknown_category(event.category, procedure)


def _unknown_category(category: e.Category | None, procedure: Procedure) -> str:
    known = {each.code for each in procedure.categories} | {e.Category.MULTIPLE.value}
    return (
        "" if category is None or category.value in known else f"This procedure has no category {category}."
    )


@_refusal.register
def _(event: e.DissentDeclared, _: Conference, __: Procedure) -> str:
    return "" if event.reason else "Disagreement is recorded with its reason."


@_refusal.register
def _(event: e.ReasonGiven, conference: Conference, _: Procedure) -> str:
    if event.matter == "quorum" and conference.inquorate is None:
        return (
            "Going ahead without a quorum also needs what keeps the child safe: record it at the apologies."
        )
    return "" if event.reason else "A reason cannot be empty: it is printed."


@_refusal.register
def _(event: e.ActionAgreed, conference: Conference, procedure: Procedure) -> str:
    if not event.what:
        return "Say what needs to happen."
    if not event.who and not event.also:
        return "An action without somebody who does it cannot be agreed. Who?"
    if not event.when:
        return "An action without a time cannot be agreed. By when?"
    return cannot_decide(event.what, conference, procedure)


@_refusal.register
def _(event: e.RecommendationMade, conference: Conference, procedure: Procedure) -> str:
    return cannot_decide(event.words, conference, procedure) if event.words else "Nothing was typed."


def cannot_decide(typed: str, conference: Conference, procedure: Procedure) -> str:
    """Why a conference cannot decide what was typed, for wording that would remove a child (BA-21, HV-13)."""
    children = [child.name for child in conference.children.values()]
    found = removal_wording(typed, procedure.removal, children)
    return f"“{found}”: {procedure.removal.explanation}" if found else ""


@_refusal.register
def _(event: e.CoreGroupBooked, conference: Conference, _: Procedure) -> str:
    return _after_the_meeting(event.on, conference, "The core group")


@_refusal.register
def _(event: e.ReviewBooked, conference: Conference, _: Procedure) -> str:
    return dates.review_refusal(conference.held, event.on) if conference.held else ""


@_refusal.register
def _(event: e.InNeedMeetingBooked, conference: Conference, _: Procedure) -> str:
    return _after_the_meeting(event.on, conference, "The child in need meeting")


@_refusal.register
def _(event: e.CopyDecided, conference: Conference, procedure: Procedure) -> str:
    row = recipients.row_of(conference, procedure, event.reader)
    cell = row.cell(event.paper, event.child) if row else None
    if cell is None:
        return "There is no such paper for them."
    if event.gets and cell.answer == "never":
        return f"That is never handed to them. {cell.why}"
    return "" if event.why else "Say why; it is recorded."


@_refusal.register
def _(event: e.EntryChosen, conference: Conference, _: Procedure) -> str:
    known = {*conference.actions, *conference.earlier_actions, "summary"}
    known |= {made.contribution for made in conference.contributions}
    if event.entry not in known:
        return "That entry is not in the record."
    return "" if event.why or event.how in ("named", "themed") else "Say why; it is recorded."


@_refusal.register
def _(event: e.WordsJudged, conference: Conference, _: Procedure) -> str:
    if event.stays and restricted.is_withheld_from(conference, event.words, event.reader):
        return "That address or number is withheld from them: it cannot stand in a copy of theirs."
    return "" if event.why else "Say why; it is recorded."


@_refusal.register
def _(_: e.DocumentMade, conference: Conference, __: Procedure) -> str:
    return (
        "" if conference.closed else "Close the conference first: the plans are made from what stands then."
    )


@_refusal.register
def _(_: e.CopyNumbered, __: Conference, ___: Procedure) -> str:
    return "Copies are numbered in the closed slot's own record (BA-11)."


@_refusal.register(e.Sealed)
@_refusal.register(e.ClockWentBack)
@_refusal.register(e.RecordImported)
def _(_: e.Event, __: Conference, ___: Procedure) -> str:
    return "The record says that of itself; nobody types it."


@_refusal.register
def _(event: e.RetentionSet, conference: Conference, _: Procedure) -> str:
    if conference.held and event.until <= conference.held:
        return f"{say_date(event.until)} is not after the conference. Until when is the record kept?"
    return "" if event.why else "Say by which rule, or why, the record is kept until then."


@_refusal.register
def _(event: e.AddendumAdded, conference: Conference, _: Procedure) -> str:
    if conference.closed is None:
        return "An addendum comes after the close. Until then, record it where it belongs."
    if event.addendum in conference.addenda:
        return "That addendum stands. Add another one."
    if not event.words:
        return "Nothing was typed."
    return _since_the_meeting(event.on, conference) if event.by else "Say who adds it."


@_refusal.register
def _(event: e.ComplaintReceived, conference: Conference, _: Procedure) -> str:
    if not event.person:
        return "Say who complains."
    if not event.words:
        return "Say what the complaint is about."
    return _since_the_meeting(event.on, conference)


@_refusal.register
def _(event: e.ComplaintDecided, conference: Conference, _: Procedure) -> str:
    complaint = conference.complaints.get(event.complaint)
    if complaint is None:
        return "There is no such complaint. Record first that it was received."
    if not event.outcome:
        return "Say what came of the complaint."
    received = complaint.received.on
    if event.on < received:
        return f"{say_date(event.on)} is before the complaint was received, on {say_date(received)}."
    return ""


def _since_the_meeting(day: date, conference: Conference) -> str:
    """What comes after a conference is not dated before it."""
    if conference.held and day < conference.held:
        return f"{say_date(day)} is before the conference, on {say_date(conference.held)}."
    return ""


def _after_the_meeting(day: date, conference: Conference, what: str) -> str:
    """Nothing that follows the conference can lie on its day or before it (M12)."""
    if conference.held and day <= conference.held:
        return (
            f"{what} cannot be on {say_date(day)}: the conference itself is on {say_date(conference.held)}."
        )
    return ""


def _words(kind: type[e.Event], attribute: str, wanting: str) -> None:
    """Declare that one field of a kind of event may not be empty."""

    def check(event: e.Event, _: Conference, __: Procedure) -> str:
        return "" if getattr(event, attribute) else wanting

    _refusal.register(kind)(check)


_words(e.ChildViewsGiven, "words", "Nothing was typed. Where there are no views, say why.")
_words(e.ChildViewsMissing, "reason", "Say why there are no views of the child.")
_words(e.EarlierMemberGiven, "children", "For which child, or children?")
_words(e.EarlierBirthPlanGiven, "words", "Say what was settled.")
_words(e.EarlierActionGiven, "what", "Say what was agreed.")
_words(e.EarlierStatementGiven, "words", "Nothing was typed.")
_words(e.EarlierEntryGiven, "words", "Nothing was typed.")
_words(e.SafetyGoalSet, "words", "Nothing was typed.")
_words(e.AdviceLeft, "advice", "Say what is left as it is.")
_words(e.BirthPlanSet, "words", "Say what is settled.")
_words(e.BottomLineSet, "words", "Nothing was typed.")
_words(e.ContingencySet, "words", "Nothing was typed.")
_words(e.NetworkSupportOffered, "words", "Nothing was typed.")
_words(e.LowScoreAnswered, "answer", "The answer to a low score cannot be empty.")
_words(e.ChairViewGiven, "words", "Nothing was typed.")
