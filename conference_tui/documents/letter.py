"""The decision letter about one child: what was decided, why, what happens next, and whom to turn to.

Due one working day after the conference (BA-19, BA-27, HV-16, HV-17, KC-10).
"""

from conference_tui.conference.child_view import ChildView
from conference_tui.conference.events import Outcome
from conference_tui.conference.limits import in_words
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.documents.sections import agreed, complaining, decided, later, opening
from conference_tui.documents.writing import Of, Writing, Written

_DATES = (
    "first_visit",
    "first_core_group",
    "later_core_group",
    "cin_first_meeting",
    "first_review",
    "pre_birth_review",
    "later_review",
    "outline_plan",
    "minutes",
    "corrections",
    "dissent",
)


def write_letter(view: ChildView, reduced: Conference, procedure: Procedure, of: Of) -> Written:
    """The letter, part by part: before anything else that it can be had in another form (KC-10, HF-16).

    `reduced` gives the key worker's telephone number, which a view does not hold.
    """
    writing = Writing("letter")
    title = writing.say("title", "letter", name=view.child.label)
    writing.title(title, of)
    if of.reader_name and not of.is_files:
        writing.text(writing.say("opening", "dear", who=of.reader_name))
    held = view.own.held
    if held:
        writing.text(writing.say("opening", "about", name=view.child.label, held=say_long_date(held)))
    else:
        writing.text(writing.say("opening", "undated", name=view.child.label))
    writing.text(procedure.formats.says)
    writing.left_out_here()
    opening.child(writing, view)
    _decision(writing, view, procedure)
    _next(writing, view, procedure)
    later.dates(writing, view, _DATES)
    ring(writing, reduced, procedure, key_worker_of(view.child.id, reduced))
    decided.overridden(writing, view.overridden)
    _disagree(writing, procedure)
    complaining.complaints(writing, procedure)
    complaining.support(writing, procedure)
    _expect(writing, procedure)
    complaining.seals(writing, view.own.seal_of(view.child.id), view.own.close_seal)
    return writing.finish(title, of)


def key_worker_of(child: str, reduced: Conference) -> str:
    """The id of the key worker of a child; empty where none is named."""
    return reduced.key_workers[child].person if child in reduced.key_workers else ""


def ring(writing: Writing, reduced: Conference, procedure: Procedure, key_worker: str) -> None:
    """The key worker, with a telephone number where one was typed, and the chair."""
    writing.heading("ring")
    title = procedure.role_titles.key_worker
    person = reduced.people.get(key_worker)
    told = [writing.say("ring", "nobody", title=title)]
    if person and person.phone and not person.withheld_from:
        told = [writing.say("ring", "key_worker_phone", title=title, who=person.label, phone=person.phone)]
    elif person:
        told = [writing.say("ring", "key_worker", title=title, who=person.label)]
    if reduced.chair:
        told.append(writing.say("ring", "chair", who=reduced.chair))
    writing.items(told)


def _decision(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    writing.heading("decision")
    decided.decision(writing, view, procedure)
    category = decided.in_category(view.decision.made, procedure) if view.decision else ""
    meanings = [each.definition for each in procedure.categories if each.title.lower() == category]
    if meanings:
        writing.heading("means")
        writing.text(meanings[0])
    if view.views:
        writing.heading("views")
        decided.views(writing, view)


def _next(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    writing.heading("next")
    outcome = view.outcome
    writing.text(writing.say("next", outcome.value if outcome else "undecided", name=view.child.label))
    if outcome is Outcome.CHILD_PROTECTION:
        later.core_group_booked(writing, view.own)
        agreed.visits(writing, view, procedure)
    elif outcome is Outcome.CHILD_IN_NEED:
        later.in_need_meeting(writing, view)
        agreed.visits(writing, view, procedure)


def _disagree(writing: Writing, procedure: Procedure) -> None:
    limit = procedure.limit("dissent")
    writing.heading("disagree")
    writing.text(writing.say("disagree", "stands"))
    if limit.from_ == "close":
        writing.text(writing.say("disagree", "within", limit=in_words(limit.count, limit.unit)))


def _expect(writing: Writing, procedure: Procedure) -> None:
    """What a family may expect of the authority (KC-10)."""
    if procedure.expectations:
        writing.heading("expect")
        writing.text(procedure.expectations.says)
        writing.items(procedure.expectations.items)
