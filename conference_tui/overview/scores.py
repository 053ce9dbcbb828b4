"""The scale, its questions and the scores that are shown, as data."""

from conference_tui.conference import scaling
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.overview.values import Data, all_of, told


def scaling_data(conference: Conference, procedure: Procedure) -> Data:
    """The scale and each of its questions."""
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
        "children": all_of(conference, question.children),
        "answered": all_of(conference, answered),
        "hidden": 0 if shown else len(answered),
        "scores": [
            {
                **told(conference, given, "question"),
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
