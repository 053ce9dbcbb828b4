"""The agencies' views, the chair's decision and the disagreements, as data, for each child alone."""

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.overview.quorum import verdict_at
from conference_tui.overview.values import Data, told, who


def decision_data(conference: Conference, procedure: Procedure, child: str) -> Data:
    """One child's views, their count, the decision, and who disagreed after it."""
    counted = decision.count(conference, child)
    decided = conference.decisions.get(child)
    return {
        "child": who(conference, child),
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
                "quorum": verdict_at(conference, procedure, decided),
            }
            if decided
            else None
        ),
        "dissents": [
            told(conference, made, "child") for made in conference.dissents.values() if made.child == child
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
        **told(conference, view, "child"),
        **_outcome(procedure, view.outcome, view.category),
        "by": who(conference, view.by),
    }
