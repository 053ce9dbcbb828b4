"""The refusals by kind of event: the modules beside this one declare theirs here, each its subject's."""

from functools import singledispatch

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference


@singledispatch
def refused(_: e.Event, __: Conference, ___: Procedure) -> str:
    """Why one kind of event cannot be recorded now; empty when it can. Most kinds are never refused."""
    return ""


def requires(kind: type[e.Event], attribute: str, wanting: str) -> None:
    """Declare that one field of a kind of event may not be empty."""

    def check(event: e.Event, _: Conference, __: Procedure) -> str:
        return "" if getattr(event, attribute) else wanting

    refused.register(kind)(check)
