"""Whether the conference was quorate, now and at each decision, as data."""

from conference_tui.conference.attendance import QUORATE, Quorum, Verdict, quorum
from conference_tui.conference.decision import verdict_at_the_apologies, without_quorum
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference, Decision
from conference_tui.overview.values import Data, told, who


def quorum_data(conference: Conference, procedure: Procedure) -> Data:
    """The verdict now and at each decision (M14); both are said where they differ."""
    now = quorum(conference, procedure)
    at_decisions = {
        child: verdict_at(conference, procedure, decided) for child, decided in conference.decisions.items()
    }
    went_on = conference.inquorate
    return {
        "rule": procedure.quorum.says,
        "may_proceed": procedure.quorum.may_proceed,
        "source": procedure.source_of(procedure.quorum),
        "now": verdict_data(now),
        "at_decisions": [
            {"child": who(conference, child), **verdict} for child, verdict in at_decisions.items()
        ],
        "differs": any(verdict["verdict"] != now.verdict for verdict in at_decisions.values()),
        "changed": [
            who(conference, child)
            for child, decided in conference.decisions.items()
            if conference.at_the_apologies and verdict_at_the_apologies(conference, procedure, decided)
        ],
        "at_the_apologies": verdict_data(quorum(conference, procedure, conference.at_the_apologies))
        if conference.at_the_apologies
        else None,
        "proceeded": told(conference, went_on) if went_on else None,
    }


def verdict_at(conference: Conference, procedure: Procedure, decided: Decision) -> Data:
    """The verdict at a decision, as it was recorded with it."""
    here = quorum(conference, procedure, decided.present)
    lacking = without_quorum(conference, procedure, decided)
    return {
        **verdict_data(here),
        "verdict": Verdict.INQUORATE if lacking else Verdict.QUORATE,
        "is_quorate": not lacking,
        "sentence": here.saying(lacking or QUORATE),
    }


def verdict_data(standing: Quorum) -> Data:
    """One verdict on the quorum."""
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
