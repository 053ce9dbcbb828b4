"""What the scale changes."""

from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.folding.by_kind import changes, keep_by, put
from conference_tui.conference.state import Conference


def _asked_to_score(state: Conference, event: e.SupporterAskedToScore) -> dict[str, Any]:
    person = frozenset({event.person})
    return {"asked_to_score": state.asked_to_score | person if event.asked else state.asked_to_score - person}


changes(e.SupporterAskedToScore, _asked_to_score)
keep_by(e.ScoreGiven, "scores", "question", "person")
changes(e.ScoresShown, lambda s, ev: {"shown": s.shown | {ev.question}})
changes(
    e.LowScoreAnswered,
    lambda s, ev: {"low_score_answers": put(s.low_score_answers, ev.question, ev.answer)},
)
