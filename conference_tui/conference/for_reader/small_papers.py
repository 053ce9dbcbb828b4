"""What the small papers are drawn from, the action sheet and the date card: nothing of the case."""

from collections.abc import Iterable

from msgspec.structs import replace

from conference_tui.conference.for_reader.frame import frame, with_plan_dates
from conference_tui.conference.for_reader.reader import Reader
from conference_tui.conference.of_children import only
from conference_tui.conference.people import Standing
from conference_tui.conference.recipients import does
from conference_tui.conference.state import Conference


def sheet(reader: Reader) -> Conference:
    """What somebody does themselves, and for a parent what the network does for their child; nothing of the case.

    Named on it are only those who do something of it, and the key workers.
    """
    full, own = reader.full, reader.copy.reader
    actions = {key: action for key, action in full.actions.items() if key in _done(reader)}
    workers = {each.person for each in full.key_workers.values()}
    named = frozenset({own, *workers, *(who for action in actions.values() for who in action.who)})
    return replace(
        frame(reader, named),
        actions={
            key: replace(action, worry="", goal="", children=reader.of(action.children))
            for key, action in actions.items()
        },
        network={key: each for key, each in full.network.items() if each.person == own},
        key_workers=only(full.key_workers, reader.children),
    )


def _done(reader: Reader) -> set[str]:
    full = reader.full
    of_the_network = {
        key
        for key, action in full.actions.items()
        if _is_of_network(full, action.who)
        and not reader.own_children.isdisjoint(action.children or full.children)
    }
    return {*does(full, reader.copy.reader), *of_the_network}


def _is_of_network(full: Conference, who: Iterable[str]) -> bool:
    people = [full.people.get(each) for each in who]
    return bool(people) and all(each and each.standing is Standing.NETWORK for each in people)


def card(reader: Reader) -> Conference:
    """The dates, and who is responsible."""
    full, children = reader.full, reader.children
    return replace(
        with_plan_dates(reader, frame(reader, frozenset(full.people))),
        key_workers=only(full.key_workers, children),
        visits=only(full.visits, children),
        in_need_meetings=only(full.in_need_meetings, children),
        decisions=only(full.decisions, children),
        births=only(full.births, children),
        last_conference=full.last_conference,
    )
