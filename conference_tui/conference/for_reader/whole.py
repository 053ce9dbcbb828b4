"""What the papers about the case are drawn from: plan, letter, minutes and the rest."""

from typing import Any

from msgspec.structs import replace

from conference_tui.conference.for_reader import entries
from conference_tui.conference.for_reader.frame import frame, with_plan_dates
from conference_tui.conference.for_reader.reader import Reader
from conference_tui.conference.of_children import of_children
from conference_tui.conference.state import Conference


def whole(reader: Reader) -> Conference:
    """All of the conference that the reader may read."""
    full = reader.full
    return replace(
        with_plan_dates(reader, frame(reader, frozenset(full.people))),
        **{**of_children(full, reader.children), "harms": entries.harms(reader)},
        **_course(full),
        **_there(reader),
        **_said(reader),
        **_asked(reader),
        **_last_time(reader),
        **_planned(reader),
        addenda={
            key: each
            for key, each in full.addenda.items()
            if reader.is_known(each) and not reader.names_another(each.words)
        },
    )


def _course(full: Conference) -> dict[str, Any]:
    """The course of the meeting, which everybody may know."""
    return {
        "key_dates": full.key_dates,
        "inquorate": full.inquorate,
        "closed_slots": full.closed_slots,
        "sittings": full.sittings,
        "stage": full.stage,
        "finished": full.finished,
        "last_conference": full.last_conference,
    }


def _there(reader: Reader) -> dict[str, Any]:
    """Who was there, who sent what, and who was kept out."""
    full = reader.full
    here = {
        who: replace(stay, reason="") if reader.is_family and who != reader.copy.reader else stay
        for who, stay in reader.without_gone(full.presence).items()
    }
    return {
        "presence": here,
        "at_the_apologies": full.at_the_apologies.difference(reader.renamed),
        "introduced": reader.without_gone(full.introduced),
        "apologies": reader.without_gone(full.apologies),
        "absences": reader.without_gone(full.absences),
        "reports": {} if reader.copy.child else reader.without_gone(full.reports),
        "exclusions": _exclusions(reader),
    }


def _exclusions(reader: Reader) -> dict[str, Any]:
    """That somebody was kept out, and why: to themselves and to agencies, never what it was shown by."""
    if reader.copy.child:
        return {}
    return {
        who: replace(kept, decided=replace(kept.decided, evidence="", requested_by=""))
        for who, kept in reader.without_gone(reader.full.exclusions).items()
        if not reader.is_family or who == reader.copy.reader
    }


def _said(reader: Reader) -> dict[str, Any]:
    full = reader.full
    return {
        "asked": () if reader.copy.child else entries.family_asked(reader),
        "contributions": entries.contributions(reader),
        "child_views": entries.child_views(reader),
        "summary": entries.summary(reader),
        "views": {key: each for key, each in full.views.items() if each.child in reader.children},
        "reasons": _reasons(reader),
    }


def _reasons(reader: Reader) -> dict[str, str]:
    full = reader.full
    others = {*full.children, *full.danger_statements} - reader.children - reader.statements
    return {key: why for key, why in full.reasons.items() if key.partition(":")[2] not in others}


def _asked(reader: Reader) -> dict[str, Any]:
    """The questions of the scale with their answers, and the statements and goals that they are about."""
    full, asked = reader.full, {*reader.statements, *reader.children}
    goals, scores, low = full.safety_goals, full.scores, full.low_score_answers
    return {
        "danger_statements": {key: each for key, each in full.danger_statements.items() if key in asked},
        "safety_goals": {key: goal for key, goal in goals.items() if goal.statement in reader.statements},
        "scores": {
            key: entries.score(reader, each) for key, each in scores.items() if each.question in asked
        },
        "shown": full.shown & asked,
        "low_score_answers": {key: each for key, each in low.items() if key in asked},
    }


def _last_time(reader: Reader) -> dict[str, Any]:
    """Of a review: what the conference before came to, and what became of it."""
    full = reader.full
    statements, actions = reader.about(full.earlier_statements), reader.about(full.earlier_actions)
    asked = {*reader.children, *statements}
    scores, became = full.earlier_scores, full.action_reviews
    return {
        "earlier_actions": {key: entries.last_action(reader, key, each) for key, each in actions.items()},
        "earlier_statements": statements,
        "earlier_scores": {key: each for key, each in scores.items() if each.question in asked},
        "action_reviews": {
            key: entries.became(reader, key, each) for key, each in became.items() if key in actions
        },
    }


def _planned(reader: Reader) -> dict[str, Any]:
    full = reader.full
    network = reader.about(full.network)
    return {
        "actions": {
            key: entries.action(reader, key, each) for key, each in reader.about(full.actions).items()
        },
        "bottom_lines": reader.about(full.bottom_lines),
        "contingencies": reader.about(full.contingencies),
        "network": {key: each for key, each in network.items() if each.person not in reader.gone},
        "recommendations": reader.about(full.recommendations),
    }
