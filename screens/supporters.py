"""Supporters give no score; where the chair asks one for it, that is the chair's choice, and recorded as that (HV-2)."""

from collections.abc import Iterable
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.scaling import is_asked_by_the_chair, may_be_asked
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


def supporter_rows(stage: Stage) -> Iterable[Row]:
    """Each supporter who is or was here: one key asks them, and the same key takes that back."""
    conference = stage.conference
    supporters = [each for each in conference.presence if may_be_asked(conference, each)]
    if not supporters:
        return
    yield heading("Supporters", "no score, unless the chair asks · Enter")
    for someone in supporters:
        is_asked = is_asked_by_the_chair(conference, someone)
        with_ = conference.people[someone].supports
        name = f"{conference.name(someone)}{f', with {conference.name(with_)}' if with_ else ''}"
        words = "the chair asks for a score" if is_asked else "not asked for a score"
        yield Row(
            key=f"supporter:{someone}",
            text=plain(f"{'[x]' if is_asked else '[ ]'} {name}: {words}"),
            act=partial(_ask, stage, e.SupporterAskedToScore(person=someone, asked=not is_asked)),
        )


def _ask(stage: Stage, event: e.SupporterAskedToScore) -> None:
    stage.record(event)
