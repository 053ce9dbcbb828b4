"""How to complain, where to find help, and what the paper can be held against (BA-27, HV-17, KC-11, HF-10)."""

from conference_tui.conference import seal
from conference_tui.conference.events import Sealed
from conference_tui.conference.procedure import Procedure
from conference_tui.documents.writing import Writing


def complaints(writing: Writing, procedure: Procedure) -> None:
    """The authority's words on complaints, and what can come of one."""
    told = procedure.complaints
    writing.heading("complaints")
    writing.text(told.text)
    writing.text(writing.say("complaints", "addressed_to", who=told.addressed_to))
    writing.text(writing.say("complaints", "reply", reply=told.reply))
    writing.items(told.outcomes)


def support(writing: Writing, procedure: Procedure) -> None:
    """Organisations that help, where the procedure names any."""
    if procedure.support:
        writing.heading("support")
        writing.table((), [(each.name, each.what) for each in procedure.support], (0.35, 0.65))


def seals(writing: Writing, decision: Sealed | None, close: Sealed | None) -> None:
    """What this paper can be held against the record by, long after; at the end of it with a word what that is."""
    if close:
        writing.aside(writing.say("seal", "says"))
    for key, sealed in (("decision", decision), ("close", close)):
        if sealed:
            writing.aside(writing.say("seal", key, seal=seal.words(sealed)))
