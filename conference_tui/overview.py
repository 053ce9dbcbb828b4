"""Everything that follows from a conference's record, as plain data: what `conference show --json` prints.

Dates and times are text (2026-12-01, 13:30), people stand there by id and by name, and nothing is worked out
here that the rules of `conference/` do not say. Two things are never in it: scores that are still hidden, and
an address or telephone number that is withheld from anyone. The keys are stable: docs/commands.md lists them.
"""

from collections.abc import Iterable
from typing import Any, Protocol, TypeAlias

import msgspec

from conference_tui.conference import (
    agenda,
    birth,
    checklist,
    dates,
    decision,
    family_tree,
    mapping,
    reminders,
    reports,
    scaling,
    seal,
    split,
)
from conference_tui.conference import events as e
from conference_tui.conference.attendance import Quorum, agency_of, quorum, verdict_before
from conference_tui.conference.deadlines import Due, due_dates
from conference_tui.conference.people import Child, Person
from conference_tui.conference.plan import is_about
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Complaint, Conference, Exclusion, Presence, Sitting
from conference_tui.conference.working_days import Calendar
from conference_tui.overview_guidance import guidance_data, heard_data
from conference_tui.overview_handing_out import handing_out
from conference_tui.overview_review import review_data

Data: TypeAlias = dict[str, Any]
"""A JSON object."""

FORMAT = 1
"""Grows by one when a key is taken away or changes its meaning; new keys may come at any time."""


class HasConference(Protocol):
    """A running meeting, or anything else that holds a conference."""

    @property
    def conference(self) -> Conference:
        """The open record as it stands."""


def overview(about: Conference | HasConference, procedure: Procedure, calendar: Calendar) -> Data:
    """Everything derived, for one conference; JSON-able as it is."""
    conference = about if isinstance(about, Conference) else about.conference
    found = {
        "format": FORMAT,
        "conference": _conference(conference, procedure, calendar),
        "children": [_child(conference, child) for child in conference.children.values()],
        "people": [_person(conference, person) for person in conference.people.values()],
        "family_tree": _family_tree(conference),
        "attendance": _attendance(conference),
        "births": _births(conference, procedure, calendar),
        "checklists": _checklists(conference, procedure),
        "exclusions": [_exclusion(conference, each) for each in conference.exclusions.values()],
        "observers": [
            {"person": _who(conference, each.person), "agrees": each.agrees, "words": each.words}
            for each in conference.observers.values()
        ],
        "split_sittings": _split_sittings(conference),
        "closed_slots": _closed_slots(conference),
        "quorum": _quorum(conference, procedure),
        "reports": _reports(conference, procedure, calendar),
        "map": _map(conference),
        "harm": [
            {
                **msgspec.structs.asdict(harm),
                "child": _who(conference, harm.child),
                "harm_title": decision.category_title(procedure, harm.harm),
            }
            for harm in conference.harms.values()
        ],
        "asked": [
            {
                "stage": asked.stage,
                "person": _who(conference, asked.person),
                "words": asked.words,
                "by": _anyone(conference, asked.by),
            }
            for asked in conference.asked
        ],
        "heard": heard_data(conference, procedure),
        "summary": conference.summary,
        "danger_statements": _danger_statements(conference),
        "scaling": _scaling(conference, procedure),
        "decisions": [_decision(conference, procedure, child) for child in conference.children],
        "plans": [_plan(conference, child) for child in conference.children],
        "guidance": guidance_data(conference, procedure),
        "core_group": _core_group(conference),
        "review": _booked(conference.review_booked),
        "review_of": review_data(conference, procedure),
        "deadlines": [_due(due, procedure) for due in due_dates(conference, procedure, calendar)],
        "reminders": _reminders(conference, procedure, calendar),
        "reasons": [{"matter": matter, "reason": reason} for matter, reason in conference.reasons.items()],
        "handing_out": handing_out(conference, procedure),
        "documents": [msgspec.structs.asdict(made) for made in conference.documents],
        "seals": [_seal(conference, sealed) for sealed in conference.seals],
        "retention": _retention(conference),
        "addenda": [
            {"id": added.addendum, "words": added.words, "by": _who(conference, added.by), "on": added.on}
            for added in conference.addenda.values()
        ],
        "complaints": [_complaint(conference, each) for each in conference.complaints.values()],
        "imported": _imported(conference),
    }
    plain: Data = msgspec.to_builtins(found)
    return plain


def _time(at: Any) -> str | None:  # noqa: ANN401 - a time or a datetime, or nothing
    return f"{at:%H:%M}" if at is not None else None


def _who(conference: Conference, someone: str) -> Data:
    """Somebody by id and name."""
    return {"id": someone, "name": conference.name(someone)}


def _anyone(conference: Conference, someone: str) -> Data | None:
    """Somebody, where anybody was named."""
    return _who(conference, someone) if someone else None


def _all(conference: Conference, ids: Iterable[str]) -> list[Data]:
    return [_who(conference, someone) for someone in ids]


def _conference(conference: Conference, procedure: Procedure, calendar: Calendar) -> Data:
    opened, arranged = conference.opened, conference.arranged
    return {
        "ref": conference.ref,
        "kind": opened.kind if opened else None,
        "procedure": procedure.name,
        "authority": procedure.authority,
        "chair": conference.chair,
        "chairs": conference.every_chair,
        "adjournments": [_sitting(sitting) for sitting in conference.sittings],
        "referrer": _referrer(conference.referrer),
        "minute_taker": opened.minute_taker if opened else "",
        "held": arranged.held,
        "begins": _time(arranged.begins),
        "venue": arranged.venue,
        "online_reason": arranged.online_reason,
        "day_warning": dates.day_warning(calendar, arranged.held) if arranged.held else "",
        "key_dates": [
            {"what": given.what, "on": given.on, "note": given.note}
            for given in conference.key_dates.values()
        ],
        "stage": conference.stage,
        "agenda": [
            {
                "stage": item.stage.id,
                "title": item.stage.title,
                "number": item.number,
                "progress": item.progress,
            }
            for item in agenda.items(conference, procedure)
        ],
        "closed": _time(conference.closed.at) if conference.closed else None,
    }


def _sitting(sitting: Sitting) -> Data:
    told, resumed = sitting.adjourned, sitting.resumed
    return {
        "on": sitting.on,
        "at": _time(told.at),
        "reason": told.reason,
        "safeguards": told.safeguards,
        "until": told.until,
        "resumed_on": resumed.on if resumed else None,
        "resumed_at": _time(resumed.at) if resumed else None,
    }


def _referrer(noted: e.ReferrerNoted | None) -> Data | None:
    return {"what": noted.what, "name": noted.name, "is_anonymous": noted.anonymous} if noted else None


def _exclusion(conference: Conference, exclusion: Exclusion) -> Data:
    decided = exclusion.decided
    return {
        "person": _who(conference, decided.person),
        "ground": decided.ground,
        "reason": decided.reason,
        "parts": list(decided.parts),
        "evidence": decided.evidence,
        "requested": decided.requested,
        "requested_by": _anyone(conference, decided.requested_by),
        "views_by": _anyone(conference, decided.views_by),
        "told": decided.told,
        "told_on": decided.told_on,
        "challenge": decided.challenge,
        "represented_by": _anyone(conference, decided.represented_by),
        "without_minutes": decided.without_minutes,
        "ended": _time(exclusion.ended),
    }


def _checklists(conference: Conference, procedure: Procedure) -> list[Data]:
    """What is seen to before the start, and what came with a transfer, whether it was ticked or not (BA-9, HF-1)."""
    items = (*checklist.before_the_start(conference, procedure), *checklist.pack(conference, procedure))
    return [
        {
            "checklist": item.checklist,
            "item": item.id,
            "words": item.words,
            "done": item.is_done,
            "at": _time(item.tick.at) if item.tick else None,
            "note": item.tick.note if item.tick else "",
        }
        for item in items
    ]


def _split_sittings(conference: Conference) -> list[Data]:
    """Of a conference in two sittings: who sits in each, and when it began (each time)."""
    return [
        {
            "title": planned.title,
            "people": _all(conference, planned.people),
            "began": [
                _time(begun.at) for begun in conference.split_begun if begun.sitting == planned.sitting
            ],
        }
        for planned in conference.split_sittings.values()
    ]


def _births(conference: Conference, procedure: Procedure, calendar: Calendar) -> Data:
    """What the births since the conference have moved, and which documents are to be made again (HF-1)."""
    return {
        "born": [
            {"child": _who(conference, child), "born": each.told.born}
            for child, each in conference.births.items()
        ],
        "moved": [each.sentence for each in birth.moved_by_birth(conference, procedure, calendar)],
        "to_reissue": [
            {"document": each.made.document, "recipient": each.made.recipient, "version": each.version}
            for each in birth.to_reissue(conference)
        ],
    }


def _child(conference: Conference, child: Child) -> Data:
    decided = conference.participation.get(child.id)
    missing = conference.child_views_missing.get(child.id)
    return {
        **msgspec.structs.asdict(child),
        "name": child.label,
        "lives": "" if conference.is_withheld(child.id) else child.lives,
        "unborn": child.unborn,
        "age": child.age_on(conference.held) if conference.held else None,
        "lives_with": _all(conference, child.lives_with),
        "participation": (
            {
                "attends": decided.attends,
                "reason": decided.reason,
                "advocate": decided.advocate,
                "code": decided.code,
                "parts": list(decided.parts),
            }
            if decided
            else None
        ),
        "words": [
            {"words": views.words, "by": _anyone(conference, views.by), "how": views.how}
            for views in conference.child_views
            if views.child == child.id
        ],
        "words_missing": missing.reason if missing else "",
        "future_risk": conference.future_risk.get(child.id, ""),
    }


def _person(conference: Conference, person: Person) -> Data:
    return {
        "id": person.id,
        "name": person.label,
        "standing": person.standing,
        "role": person.role,
        "agency": person.agency,
        "discipline": person.discipline,
        "parent_of": _all(conference, person.parent_of),
        "responsibility_for": _all(conference, person.responsibility_for),
        "responsibility_unknown": _all(conference, person.responsibility_unknown),
        "knows": _all(conference, person.knows),
        "supports": _anyone(conference, person.supports),
        "born": person.born,
        "address": "" if person.withheld_from else person.address,
        "phone": "" if person.withheld_from else person.phone,
        "withheld_from": _all(conference, person.withheld_from),
        "language": person.language,
        "needs": [
            {"need": noted.need, "met": noted.met} for noted in conference.needs if noted.person == person.id
        ],
        "met_before": [
            {"at": _time(met.at), "note": met.note}
            for met in conference.pre_meetings
            if met.person == person.id
        ],
    }


def _family_tree(conference: Conference) -> Data:
    """Who was drawn in, how the family belongs together, and all of it in sentences (KC-4)."""
    return {
        "relatives": [
            {"id": each.id, "name": each.label, "role": each.role, "died": each.died}
            for each in conference.relatives.values()
        ],
        "relations": [
            {
                "person": _who(conference, given.person),
                "of": _who(conference, given.of),
                "relation": given.relation,
                "note": given.note,
            }
            for given in conference.relations.values()
        ],
        "in_plans": conference.tree_in_plans,
        "sentences": list(family_tree.tree(conference).sentences),
    }


def _attendance(conference: Conference) -> list[Data]:
    """Everyone invited, and the children who came, with when they were here."""
    people = list(conference.people)
    children = [child for child in conference.children if child in conference.presence]
    return [_attends(conference, someone) for someone in (*people, *children)]


def _attends(conference: Conference, someone: str) -> Data:
    stay = conference.presence.get(someone)
    apology, absence = conference.apologies.get(someone), conference.absences.get(someone)
    introduced = conference.introduced.get(someone)
    return {
        **_who(conference, someone),
        "agency": agency_of(conference, someone),
        "status": _status(conference, someone, stay),
        "arrived": _time(stay.arrived) if stay else None,
        "left": _time(stay.left) if stay else None,
        "earlier": [{"arrived": _time(a), "left": _time(b)} for a, b in stay.earlier] if stay else [],
        "mode": stay.mode if stay else None,
        "reason": stay.reason if stay else "",
        "involvement": introduced.involvement if introduced else "",
        "introduced": introduced is not None,
        "apology": apology.reason if apology else "",
        "tried": absence.tried if absence else "",
    }


def _status(conference: Conference, someone: str, stay: Presence | None) -> str:
    if stay:
        return "here" if stay.left is None else "left"
    if someone in conference.apologies:
        return "apology"
    return "absent" if someone in conference.absences else "not here"


def _closed_slots(conference: Conference) -> list[Data]:
    """That slots were held; nothing of what was said in them is within reach (BA-11)."""
    return [
        {
            "began": _time(slot.began),
            "ended": _time(slot.ended),
            "left": _all(conference, slot.left),
            "stayed": _all(conference, slot.stayed),
            "reason": slot.reason,
        }
        for slot in conference.closed_slots
    ]


def _quorum(conference: Conference, procedure: Procedure) -> Data:
    """The verdict now and at each decision (M14); both are said where they differ."""
    now = quorum(conference, procedure)
    at_decisions = {
        child: quorum(conference, procedure, decided.present)
        for child, decided in conference.decisions.items()
    }
    went_on = conference.inquorate
    return {
        "rule": procedure.quorum.says,
        "may_proceed": procedure.quorum.may_proceed,
        "source": procedure.source_of(procedure.quorum),
        "now": _verdict(now),
        "at_decisions": [
            {"child": _who(conference, child), **_verdict(verdict)} for child, verdict in at_decisions.items()
        ],
        "differs": any(verdict.verdict != now.verdict for verdict in at_decisions.values()),
        "changed": [
            _who(conference, child)
            for child, decided in conference.decisions.items()
            if verdict_before(conference, procedure, decided.present)
        ],
        "at_the_apologies": _verdict(quorum(conference, procedure, conference.at_the_apologies))
        if conference.at_the_apologies
        else None,
        "proceeded": {"reason": went_on.reason, "safeguards": went_on.safeguards} if went_on else None,
    }


def _verdict(standing: Quorum) -> Data:
    return {
        "verdict": standing.verdict,
        "is_quorate": standing.is_quorate,
        "sentence": standing.sentence,
        "may_proceed": standing.may_proceed,
        "grounds": list(standing.grounds),
        "present": list(standing.present),
        "missing": list(standing.missing),
        "warnings": list(standing.warnings),
    }


def _reports(conference: Conference, procedure: Procedure, calendar: Calendar) -> Data:
    due = reports.reports_due(conference, procedure, calendar)
    return {
        "due": deadline_data(due, procedure) if due else None,
        "agencies": [
            {
                "agency": standing.agency,
                "person": _who(conference, standing.person),
                "sentence": standing.sentence,
                "flagged": standing.flagged,
                **_received(conference, standing.person),
            }
            for standing in reports.report_standings(conference, procedure, calendar)
        ],
    }


def _received(conference: Conference, person: str) -> Data:
    received = conference.reports.get(person)
    return {
        "form": received.form if received else "none",
        "shared": received.shared if received else None,
        "not_shared_with": _all(conference, received.not_shared_with) if received else [],
        "translation": received.translation if received else "",
        "language": received.language if received else "",
    }


def _map(conference: Conference) -> Data:
    unanswered = {made.contribution for made in mapping.unanswered_worries(conference)}
    return {
        "columns": [
            {
                "id": third.id,
                "title": third.title,
                "entries": [
                    {**_contribution(conference, made), "unanswered": made.contribution in unanswered}
                    for made in mapping.on_map(conference.contributions, third)
                ],
            }
            for third in mapping.THIRDS
        ],
        "other": [
            _contribution(conference, made) for made in conference.contributions if made.column is None
        ],
        "new_today": len(mapping.new_to_the_family(conference)),
        "unanswered": len(unanswered),
    }


def _contribution(conference: Conference, made: e.ContributionMade) -> Data:
    return {
        "id": made.contribution,
        "stage": made.stage,
        "kind": mapping.TITLES[made.column] if made.column else "",
        "speaker": _who(conference, made.speaker),
        "agency": agency_of(conference, made.speaker),
        "words": made.words,
        "children": _all(conference, made.children or conference.children),
        "is_about_all": not made.children,
        "example": made.example,
        "impact": made.impact,
        "domain": made.domain,
        "new_today": made.new_today,
        "owner": _anyone(conference, made.owner),
        "by": made.by,
        "in_writing": made.in_writing,
        "answers": made.answers,
        "heard": "" if made.in_writing else split.heard_in_words(conference, made.contribution),
    }


def _danger_statements(conference: Conference) -> list[Data]:
    return [
        {
            "id": made.statement,
            "children": _all(conference, made.children),
            "words": made.words,
            "goals": [
                {"id": goal.goal, "words": goal.words}
                for goal in conference.safety_goals.values()
                if goal.statement == made.statement
            ],
        }
        for made in conference.danger_statements.values()
    ]


def _scaling(conference: Conference, procedure: Procedure) -> Data:
    scale = procedure.scale
    return {
        "scale": {
            "minimum": scale.minimum,
            "maximum": scale.maximum,
            "polarity": scale.polarity,
            "question": scale.question,
            "zero_means": scale.zero_means,
            "ten_means": scale.ten_means,
        },
        "questions": [_question(conference, procedure, each) for each in scaling.questions(conference)],
    }


def _question(conference: Conference, procedure: Procedure, question: scaling.Question) -> Data:
    """Hidden scores are only counted; of shown ones there is the range, and never a mean (BA-16)."""
    answered = scaling.answered(conference, question.id)
    shown = scaling.spread(conference, question)
    asks = shown and any(scaling.is_low(given.score, procedure) for given in shown.scores)
    return {
        "id": question.id,
        "title": question.title,
        "children": _all(conference, question.children),
        "answered": _all(conference, answered),
        "hidden": 0 if shown else len(answered),
        "scores": [
            {
                "person": _who(conference, given.person),
                "score": given.score,
                "rationale": given.rationale,
                "asked_by_the_chair": scaling.is_asked_by_the_chair(conference, given.person),
            }
            for given in (shown.scores if shown else ())
        ],
        "lowest": shown.lowest if shown else None,
        "highest": shown.highest if shown else None,
        "sentence": shown.sentence if shown else "",
        "low_prompt": procedure.scale.low_prompt if asks else "",
        "low_answer": conference.low_score_answers.get(question.id, ""),
    }


def _decision(conference: Conference, procedure: Procedure, child: str) -> Data:
    counted = decision.count(conference, child)
    decided = conference.decisions.get(child)
    return {
        "child": _who(conference, child),
        "views": [_view(conference, procedure, view) for view in (*counted.views, *counted.silent)],
        "not_given": list(decision.awaited(conference, child)),
        "total": counted.total,
        "outcomes": [
            {"outcome": outcome, "title": decision.outcome_title(procedure, outcome), "agencies": number}
            for outcome, number in counted.outcomes
        ],
        "chair_view": conference.chair_views.get(child, ""),
        "decision": (
            {
                **_outcome(procedure, decided.made.outcome, decided.made.category),
                "words": decision.decision_in_words(procedure, decided.made.outcome, decided.made.category),
                "sentence": decision.sentence(conference, procedure, child),
                "chair": decided.chair,
                "reason": decided.made.reason,
                "reason_needed": decision.reason_needed(
                    conference, child, decided.made.outcome, decided.made.category
                ),
                "quorum": _verdict(quorum(conference, procedure, decided.present)),
            }
            if decided
            else None
        ),
        "dissents": [
            {"agency": made.agency, "dissent": made.dissent, "reason": made.reason, "at": _time(made.at)}
            for made in conference.dissents.values()
            if made.child == child
        ],
        "open": [
            {"key": point.key, "words": point.words} for point in decision.open_points(conference, child)
        ],
    }


def _outcome(procedure: Procedure, outcome: e.Outcome | None, category: e.Category | None) -> Data:
    return {
        "outcome": outcome,
        "outcome_title": decision.outcome_title(procedure, outcome) if outcome else "",
        "category": category,
        "category_title": decision.category_title(procedure, category) if category else "",
    }


def _view(conference: Conference, procedure: Procedure, view: e.ViewGiven) -> Data:
    return {
        "agency": view.agency,
        "by": _who(conference, view.by),
        **_outcome(procedure, view.outcome, view.category),
        "reason": view.reason,
        "dissent": view.dissent,
    }


def _plan(conference: Conference, child: str) -> Data:
    """One child's plan, and nothing of another child's."""
    key_worker, visits = conference.key_workers.get(child), conference.visits.get(child)
    return {
        "child": _who(conference, child),
        "birth_plan": [
            {"matter": each.matter, "words": each.words}
            for each in conference.birth_plans.values()
            if each.child == child
        ],
        "actions": [
            {
                "id": made.action,
                "what": made.what,
                "who": _all(conference, made.who),
                "also": made.also,
                "when": made.when,
                "by": made.by,
                "need": made.need,
                "worry": _worry(conference, made.worry),
                "goal": _goal(conference, made.goal),
                "how_known": made.how_known,
            }
            for made in conference.actions.values()
            if is_about(made.children, child)
        ],
        "bottom_lines": [
            line.words for line in conference.bottom_lines.values() if is_about(line.children, child)
        ],
        "contingency": [
            made.words for made in conference.contingencies.values() if is_about(made.children, child)
        ],
        "network": [
            {"person": _who(conference, made.person), "words": made.words}
            for made in conference.network.values()
            if is_about(made.children, child)
        ],
        "recommendations": [
            {"words": made.words, "by": made.by, "owner": _anyone(conference, made.owner)}
            for made in conference.recommendations.values()
            if is_about(made.children, child)
        ],
        "key_worker": (
            {**_who(conference, key_worker.person), "qualified": key_worker.qualified} if key_worker else None
        ),
        "visits": {"every": visits.every, "how": visits.how} if visits else None,
        "in_need_meeting": _booked(conference.in_need_meetings.get(child)),
    }


def _worry(conference: Conference, answered: str) -> str:
    """The words of the worry that an action names: a contribution, a danger statement, or what was typed."""
    if statement := conference.danger_statements.get(answered):
        return statement.words
    said = (made.words for made in conference.contributions if made.contribution == answered)
    return next(said, answered)


def _goal(conference: Conference, named: str) -> str:
    goal = conference.safety_goals.get(named)
    return goal.words if goal else named


def _booked(booked: e.ReviewBooked | e.InNeedMeetingBooked | None) -> Data | None:
    if booked is None:
        return None
    return {"on": booked.on, "at": _time(booked.at), "reason": getattr(booked, "reason", "")}


def _core_group(conference: Conference) -> Data:
    booked = conference.core_group_booked
    return {
        "members": [
            {
                **_who(conference, member.person),
                "children": _all(conference, member.children or conference.children),
                "note": member.note,
            }
            for member in conference.core_group.values()
        ],
        "first": (
            {
                "on": booked.on,
                "at": _time(booked.at),
                "venue": booked.venue,
                "chaired_by": _anyone(conference, booked.chaired_by),
                "later_chaired_by": _anyone(conference, booked.later_chaired_by),
            }
            if booked
            else None
        ),
    }


def _due(due: Due, procedure: Procedure) -> Data:
    standing = due.standing
    return {
        **deadline_data(due.deadline, procedure),
        "booked": due.booked,
        "working_day": due.working_day,
        "standing": standing_data(standing) if standing else None,
    }


def standing_data(standing: dates.Standing) -> Data:
    """How a day stands to its limit, as data."""
    return {"in_time": standing.in_time, "late_by": standing.late_by, "sentence": standing.sentence}


def deadline_data(due: dates.Deadline, procedure: Procedure) -> Data:
    """One deadline as data, with everything it was reckoned from."""
    return {
        "key": due.key,
        "what": due.what,
        "date": due.date.isoformat() if due.date else None,
        "at": due.at.isoformat(timespec="minutes") if due.at else None,
        "when": due.when,
        "day0": due.day0.isoformat(),
        "rule": due.rule,
        "sentence": due.sentence,
        "skipped": [{"date": day.date.isoformat(), "title": day.title} for day in due.skipped],
        "pulled_back_from": due.pulled_back_from.isoformat() if due.pulled_back_from else None,
        "governed_by": due.governed_by,
        "is_tie": due.is_tie,
        "assumes": due.assumes,
        "unknown": due.unknown,
        "source": procedure.sources.get(due.source, due.source),
    }


def _reminders(conference: Conference, procedure: Procedure, calendar: Calendar) -> list[Data]:
    """What is open, and what was answered with the chair's reason."""
    return [
        {
            "key": each.key,
            "stage": each.stage,
            "words": each.words,
            "holds_up_close": each.holds_up_close,
            "is_open": each.is_open,
            "reason": each.reason,
        }
        for each in reminders.reminders(conference, procedure, calendar)
    ]


def _seal(conference: Conference, sealed: e.Sealed) -> Data:
    """A seal, as it is printed and as it is compared; of a child's decision, or without a child of the close."""
    return {
        "child": _anyone(conference, sealed.child),
        "count": sealed.count,
        "head": sealed.head,
        "seal": seal.short(sealed.head),
        "signed": bool(sealed.signature),
    }


def _retention(conference: Conference) -> Data | None:
    kept = conference.retention
    return {"until": kept.until, "why": kept.why} if kept else None


def _complaint(conference: Conference, complaint: Complaint) -> Data:
    received, decided = complaint.received, complaint.decided
    return {
        "id": received.complaint,
        "person": _who(conference, received.person),
        "words": received.words,
        "on": received.on,
        "decided": {"outcome": decided.outcome, "words": decided.words, "on": decided.on}
        if decided
        else None,
    }


def _imported(conference: Conference) -> Data | None:
    came = conference.imported
    return {"count": came.count, "exported": came.exported} if came else None
