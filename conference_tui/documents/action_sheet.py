"""What one person does of the plan, and nothing of the case: for somebody who has a part and does not get the plan (M19)."""

from conference_tui.conference.events import ActionAgreed
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_long_date
from conference_tui.documents.letter import ring
from conference_tui.documents.sections.agreed import doing
from conference_tui.documents.writing import Of, Writing, Written

_WIDTHS = (0.08, 0.6, 0.32)


def write_action_sheet(reduced: Conference, procedure: Procedure, reader: str, of: Of) -> Written:
    """The sheet, part by part. `reader` is the id of the person; no need, worry or goal stands on it."""
    writing = Writing("action_sheet")
    title = writing.say("title", "sheet", name=of.reader_name or reduced.name(reader))
    writing.title(title, of)
    writing.left_out_here()
    if reduced.held:
        writing.text(writing.say("opening", "about", held=say_long_date(reduced.held)))
    else:
        writing.text(writing.say("opening", "undated"))
    writing.heading("actions")
    own = own_actions(reduced, reader)
    if own:
        _rows(writing, own)
    else:
        writing.text(writing.say("actions", "none"))
    _others(writing, reduced, [action for action in reduced.actions.values() if action not in own])
    offered = [each.words for each in reduced.network.values() if each.person == reader]
    writing.list_under("offered", offered)
    workers = list(dict.fromkeys(each.person for each in reduced.key_workers.values()))
    ring(writing, reduced, procedure, workers[0] if workers else "")
    return writing.finish(title, of)


def own_actions(reduced: Conference, reader: str) -> list[ActionAgreed]:
    """The rows that somebody does; of an agency those that any of its people do."""
    own = {reader, *(person.id for person in reduced.people.values() if person.agency == reader)}
    return [action for action in reduced.actions.values() if own & set(action.who)]


def _others(writing: Writing, reduced: Conference, actions: list[ActionAgreed]) -> None:
    """What somebody else does that this reader has to know of, such as whom the children ring first."""
    if not actions:
        return
    writing.heading("others")
    columns = [writing.say("actions", key) for key in ("who", "what", "when")]
    rows = [(doing(reduced, action), action.what, action.when) for action in actions]
    writing.table(columns, rows, (0.25, 0.5, 0.25))


def _rows(writing: Writing, own: list[ActionAgreed]) -> None:
    columns = [writing.say("actions", key) for key in ("number", "what", "when")]
    rows = [(str(number), action.what, action.when) for number, action in enumerate(own, 1)]
    cards = [writing.say("actions", "card", number=row[0]) for row in rows]
    writing.table(columns, rows, _WIDTHS, cards=cards)
