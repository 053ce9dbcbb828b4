"""Typing what is seen to before the start, and what came with a transfer."""

from collections.abc import Iterator

from conference_tui.conference import checklist
from conference_tui.conference import events as e
from conference_tui.conference.reading.apart import in_order, unanswered
from conference_tui.conference.state import Conference
from conference_tui.conference.text import say_time
from screens import kept_apart
from screens.checklist import DONE, HERE, mark
from screens.hands import hand, procedure_of
from screens.hands.choices import choose, instead
from screens.hands.strokes import Stroke, line, row


@hand(e.ChecklistTicked)
def _(event: e.ChecklistTicked, conference: Conference) -> Iterator[Stroke]:
    procedure = procedure_of(conference)
    every = (
        *checklist.before_the_start(conference, procedure),
        *checklist.pack(conference, procedure),
    )
    item = next(each for each in every if (each.checklist, each.id) == (event.checklist, event.item))
    before = item.tick.at if item.tick and item.is_done else None
    stood = say_time(before) if before else "" if item.is_done else "now"
    yield from row(f"{mark(item)} {item.words}")
    yield from instead(say_time(event.at) if event.at else "", stood)
    yield from instead(event.note, item.tick.note if item.tick else "")
    if item.is_done:
        choices = HERE if event.checklist == "transfer pack" else DONE
        yield from choose(choices["yes" if event.done else "no"], list(choices.values()), choices["yes"])


@hand(e.AdultsKeptApart)
def _(event: e.AdultsKeptApart, conference: Conference) -> Iterator[Stroke]:
    two = in_order(conference, (event.one, event.other))
    names = " and ".join(conference.name(each) for each in two)
    before = conference.apart.get((min(two), max(two)))
    if before or two in unanswered(conference):
        yield from row(names)
    else:
        everyone = dict(kept_apart.adults(conference))
        yield from row(kept_apart.TWO_OTHERS)
        for each in (event.one, event.other):
            yield from choose(everyone[each], list(everyone.values()))
    titles = dict(kept_apart.APART)
    yield from choose(titles["yes" if event.apart else "no"], list(titles.values()))
    if before:
        yield from instead(event.why, before.why)
    else:
        yield from line(event.why)
