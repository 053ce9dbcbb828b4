"""What has been said, counted, for the chair who sums it up (BA-14, HF-12, HV-9)."""

from conference_tui.conference import events as e
from conference_tui.conference.mapping import GREY, WELL, WORRIES, on_map
from conference_tui.conference.state import Conference

DOMAINS = {
    "needs": "the child's needs",
    "parenting": "the parents' capacity",
    "family and environment": "the wider family and environment",
}
"""The three domains of an assessment, in words (HF-12)."""


def balance(conference: Conference) -> str:
    """How many worries stand against how many strengths, and what is not known; counted, not weighed."""
    worries, well, grey = (len(on_map(conference.contributions, third)) for third in (WORRIES, WELL, GREY))
    areas = "grey area" if grey == 1 else "grey areas"
    return f"{worries} {'worry' if worries == 1 else 'worries'} · {well} working well · {grey} {areas}"


def empty_domains(conference: Conference) -> tuple[str, ...]:
    """The domains that no entry of the map is tagged with, in words (HF-12)."""
    named = {made.domain for made in conference.contributions}
    return tuple(words for domain, words in DOMAINS.items() if domain not in named)


def goals_of(conference: Conference, statement: str) -> tuple[e.SafetyGoalSet, ...]:
    """The safety goals that answer a danger statement, in the order they were set."""
    return tuple(goal for goal in conference.safety_goals.values() if goal.statement == statement)
