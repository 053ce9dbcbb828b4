"""What a review found out, as data: a part of what `conference show --json` prints (BA-13, BA-24 to BA-26)."""

from conference_tui.conference import decision, review, scaling
from conference_tui.conference import events as e
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review_prompts import answer_in_words
from conference_tui.conference.state import Conference
from conference_tui.overview.values import Data, all_of, told, who


def review_data(conference: Conference, procedure: Procedure) -> Data | None:
    """The conference before, what became of its plan, and what was answered; None where this is no review."""
    if not review.is_review(conference):
        return None
    return {
        "last": told(conference, last, "core_group") if (last := conference.last_conference) else None,
        "children": [_child(conference, procedure, child) for child in conference.children],
        "core_group": [
            {
                **who(conference, member.person),
                **told(conference, member, "person"),
            }
            for member in conference.earlier_members.values()
        ],
        "birth_plans": [told(conference, each) for each in conference.earlier_birth_plans.values()],
        "actions": [_action(conference, action) for action in conference.earlier_actions.values()],
        "statements": [told(conference, made) for made in conference.earlier_statements.values()],
        "map": [
            {
                **told(conference, made, "column"),
                "kind": TITLES[made.column],
                "children": all_of(conference, made.children or conference.children),
            }
            for made in conference.earlier_entries.values()
        ],
        "trends": _trends(conference, procedure),
        "withdrawn": _withdrawn(conference),
    }


def _withdrawn(conference: Conference) -> Data | None:
    gone = review.withdrawn(conference)
    if gone is None:
        return None
    return {
        "on": gone.on,
        "children": all_of(conference, gone.children),
        "wholly": gone.wholly,
        "sentence": gone.sentence,
    }


def _child(conference: Conference, procedure: Procedure, child: str) -> Data:
    plan, change = conference.earlier_plans.get(child), review.category_change(conference, child)
    category = plan.category if plan else None
    return {
        "child": who(conference, child),
        "begun": plan.begun if plan else None,
        "category": category,
        "category_title": decision.category_title(procedure, category) if category else "",
        "category_changed": change.changed if change else None,
        "key_worker": who(conference, plan.key_worker) if plan and plan.key_worker else None,
        "visits": plan.visits if plan else "",
        "visits_how": plan.visits_how if plan else "",
        "ends": review.ends(conference, child),
        "asked": [
            {
                "key": each.key,
                "says": each.says,
                "needs_reason": each.needs_reason,
                **_answer(conference.review_answers.get((child, each.key))),
            }
            for each in review.prompts(conference, procedure, child)
        ],
    }


def _answer(given: e.ReviewAnswered | None) -> Data:
    if given is None:
        return {"answer": "", "answer_in_words": "", "words": ""}
    in_words = answer_in_words(given.prompt, given.answer)
    return {"answer": given.answer, "answer_in_words": in_words, "words": given.words}


def _action(conference: Conference, action: e.EarlierActionGiven) -> Data:
    became = conference.action_reviews.get(action.action)
    return {
        **told(conference, action),
        "children": all_of(conference, action.children or conference.children),
        "outcome": became.outcome if became else "",
        "evidence": became.evidence if became else "",
    }


def _trends(conference: Conference, procedure: Procedure) -> list[Data]:
    """Only of answers that are shown: hidden ones are told nowhere (BA-16)."""
    found = [review.trend(conference, procedure, question) for question in scaling.questions(conference)]
    return [
        {
            "question": trend.question,
            "refused": trend.refused,
            "changes": [
                {"person": who(conference, change.person), "was": change.was, "now": change.now}
                for change in trend.changes
            ],
        }
        for trend in found
        if trend
    ]
