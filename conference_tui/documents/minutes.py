"""The open minutes: what was said by theme, what was decided on each child, and what was agreed (KC-10, BA-14, BA-18).

Of the closed slot they hold that it was, and its times; there is nothing else of it here that could be printed.
"""

from collections.abc import Iterable

from conference_tui.conference.attendance import QUORATE, quorum
from conference_tui.conference.child_view import for_child
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.decision import reason_needed, verdict_at_the_apologies, without_quorum
from conference_tui.conference.papers import Copy
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reminders import reminders
from conference_tui.conference.reports import report_standings, reports_due
from conference_tui.conference.state import Conference, Sitting
from conference_tui.conference.text import listed, say_date, say_long_date, say_time
from conference_tui.conference.working_days import Calendar
from conference_tui.documents.sections import (
    agreed,
    complaining,
    decided,
    discussed,
    later,
    mapped,
    opening,
    present,
)
from conference_tui.documents.writing import Of, Writing, Written


def write_minutes(_: Copy, reduced: Conference, procedure: Procedure, calendar: Calendar, of: Of) -> Written:
    """The minutes, part by part."""
    writing = Writing("minutes")
    title = writing.say("title", "minutes")
    writing.title(title, of)
    writing.text(writing.say("opening", "about"))
    writing.left_out_here()
    _conference(writing, reduced)
    present.people(writing, reduced)
    present.apologies(writing, reduced, reasons=True)
    _kept_out(writing, reduced, procedure)
    _reports(writing, reduced, procedure, calendar)
    _quorum(writing, reduced, procedure)
    _closed(writing, reduced, of)
    _sittings(writing, reduced)
    discussed.entries(writing, reduced)
    discussed.family(writing, reduced)
    discussed.summary(writing, reduced)
    for child in reduced.children:
        _child(writing, reduced, procedure, calendar, child)
    agreed.actions_of_all(writing, reduced)
    agreed.beside_actions(writing, reduced)
    later.of_all(writing, reduced, procedure)
    due = due_dates(reduced, procedure, calendar)
    _corrections(writing, due)
    later.dates_of_all(writing, due)
    gone_on = [(o.words, o.reason) for o in reminders(reduced, procedure, calendar) if o.reason]
    decided.overridden(writing, gone_on)
    _addenda(writing, reduced)
    complaining.complaints(writing, procedure)
    complaining.support(writing, procedure)
    complaining.seals(writing, None, reduced.close_seal)
    return writing.finish(title, of)


def _conference(writing: Writing, reduced: Conference) -> None:
    writing.heading("conference")
    opening.table(writing, opening.of_conference(writing, reduced))


def _kept_out(writing: Writing, reduced: Conference, procedure: Procedure) -> None:
    told = []
    for each in reduced.exclusions.values():
        who, decided_on = present.label(reduced, each.decided.person), each.decided
        if decided_on.parts:
            titles = [stage.title for stage in procedure.stages if stage.id in decided_on.parts]
            told.append(writing.say("kept_out", "parts", who=who, parts=listed(titles)))
        else:
            told.append(writing.say("kept_out", "all", who=who))
    writing.list_under("kept_out", told)


def _reports(writing: Writing, reduced: Conference, procedure: Procedure, calendar: Calendar) -> None:
    """Each agency's report, and whether the family had it in time (BA-5)."""
    told = report_standings(reduced, procedure, calendar)
    if told:
        writing.heading("reports")
        if due := reports_due(reduced, procedure, calendar):
            writing.text(writing.say("reports", "due", what=due.what, limit=due.when, rule=due.sentence))
        columns = [writing.say("reports", key) for key in ("agency", "report")]
        writing.table(columns, [(each.agency, each.sentence) for each in told], (0.35, 0.65))


def _quorum(writing: Writing, reduced: Conference, procedure: Procedure) -> None:
    """The verdict at each decision; both where it was another when the apologies were gone through (M14)."""
    verdicts = {
        child: quorum(reduced, procedure, made.present).saying(
            without_quorum(reduced, procedure, made) or QUORATE
        )
        for child, made in reduced.decisions.items()
    }
    if not reduced.presence:
        return
    writing.heading("quorum")
    if len(set(verdicts.values())) == 1:
        writing.text(writing.say("quorum", "decision", sentence=next(iter(verdicts.values()))))
    else:
        for child, sentence in verdicts.items():
            writing.text(
                writing.say("quorum", "about", name=present.label(reduced, child), sentence=sentence)
            )
    when, first = _first_verdict(reduced, procedure)
    if first and first not in verdicts.values():
        writing.text(writing.say("quorum", when, sentence=first))


def _first_verdict(reduced: Conference, procedure: Procedure) -> tuple[str, str]:
    """The verdict at the apologies, as it was recorded; else that on all who came, in a copy that tells of them all."""
    if not reduced.at_the_apologies:
        return "day", "" if reduced.untold else quorum(reduced, procedure, reduced.presence).sentence
    here = quorum(reduced, procedure, reduced.at_the_apologies)
    recorded = (
        verdict_at_the_apologies(reduced, procedure, made)
        or without_quorum(reduced, procedure, made)
        or QUORATE
        for made in reduced.decisions.values()
    )
    return "apologies", here.saying(next(recorded, here.verdict_alone))


def _closed(writing: Writing, reduced: Conference, of: Of) -> None:
    """That there was a closed slot, or that there was none (BA-11).

    When it was stands in the file's copy alone: beside the times of those who were there it tells who sat in it.
    """
    writing.heading("closed")
    if not reduced.closed_slots:
        writing.text(writing.say("closed", "none"))
    for slot in reduced.closed_slots:
        began = say_time(slot.began)
        if not of.is_files:
            writing.text(writing.say("closed", "untimed"))
        elif slot.ended:
            writing.text(writing.say("closed", "held", began=began, ended=say_time(slot.ended)))
        else:
            writing.text(writing.say("closed", "open", began=began))


def _sittings(writing: Writing, reduced: Conference) -> None:
    if reduced.sittings:
        writing.heading("sittings")
        for sitting in reduced.sittings:
            _sitting(writing, sitting)


def _sitting(writing: Writing, sitting: Sitting) -> None:
    broken = sitting.adjourned
    told = {"at": say_time(broken.at), "reason": broken.reason}
    if sitting.on:
        writing.text(writing.say("sittings", "broken", on=say_long_date(sitting.on), **told))
    else:
        writing.text(writing.say("sittings", "undated", **told))
    if broken.safeguards:
        writing.text(writing.say("sittings", "safeguards", safeguards=broken.safeguards))
    again = sitting.resumed
    if again:
        writing.text(writing.say("sittings", "resumed", on=say_long_date(again.on), at=say_time(again.at)))


def _child(
    writing: Writing, reduced: Conference, procedure: Procedure, calendar: Calendar, child: str
) -> None:
    """One child: their own words, what may happen, the scale, and the decision with each agency's view."""
    view = for_child(reduced, procedure, calendar, child, with_family=False)
    with writing.about(view.child.label):
        discussed.child_said(writing, reduced, child)
        discussed.harm(writing, reduced, child)
        discussed.future(writing, reduced, child)
        mapped.dangers(writing, view.own)
        mapped.scales(writing, view.own, procedure)
        discussed.scores(writing, reduced, child)
        mapped.reviewed(writing, view.own)
        mapped.answered(writing, view.own, procedure)
        if view.decision and view.decision.made.sentence:
            writing.heading("decision")
            made = reduced.decisions[child].made
            if reason_needed(reduced, child, made.outcome, made.category) and view.views:
                writing.text(writing.say("decision", "intervened"), marked=True)
            decided.decision(writing, view, procedure)
        if view.views:
            writing.heading("views")
            decided.views(writing, view)
        if words := reduced.chair_views.get(child, ""):
            writing.heading("chair_view")
            writing.text(words)
        complaining.seals(writing, view.own.seal_of(child), None)


def _corrections(writing: Writing, due: Iterable[Due]) -> None:
    for each in due:
        if each.deadline.key == "corrections":
            writing.heading("corrections")
            writing.text(writing.say("opening", "corrections", when=each.deadline.when))


def _addenda(writing: Writing, reduced: Conference) -> None:
    """What was added after the close; what stood before stays (M20)."""
    told = []
    for each in reduced.addenda.values():
        who = reduced.name(each.by) if each.by in reduced.people else each.by
        told.append(writing.say("addenda", "added", words=each.words, who=who, on=say_date(each.on)))
    writing.list_under("addenda", told)
