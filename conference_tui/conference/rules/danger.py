"""What is refused of danger statements and safety goals."""

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.rules.by_kind import refused, requires
from conference_tui.conference.state import Conference


@refused.register
def _(event: e.DangerStatementMade, _: Conference, __: Procedure) -> str:
    if not event.children:
        return "Say which child the danger statement is about."
    return "" if event.words else "Nothing was typed."


requires(e.SafetyGoalSet, "words", "Nothing was typed.")
