"""A program that has learned a kind of event and a sort of field of which no rule of reading says anything yet.

It prints who of the readers that have minutes reads the words of each. Run by a test as a program of its own, for a kind
of event that was made stays with the program.
"""

from typing import cast

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import AChild, Role, Words
from conference_tui.conference.folding import fold
from conference_tui.conference.papers import Paper
from conference_tui.conference.recipients import copies
from conference_tui.conference.subjects.by_kind import changes, put
from conference_tui.documents.pack import Press
from tests.conference.building import CALENDAR
from tests.matrix.family import PROCEDURE, Telling
from tests.matrix.planting import planted_in
from tests.matrix.rooms import ADA, ROOMS
from tests.matrix.test_planted_words import in_finished

NEW_KIND, NEW_FIELD = "zqzazu", "zqzezu"


class PriceAgreed(e.Event, frozen=True, kw_only=True):
    """What something costs; the minutes print it where they print what may happen to a child."""

    child: AChild
    words: Words


def main() -> None:
    """Record both, and print a line for each copy of the minutes: reader, then the words that stand in it."""
    changes(PriceAgreed, lambda state, ev: {"future_risk": put(state.future_risk, ev.child, ev.words)})
    telling = Telling(ROOMS[0])
    entries = list(telling.entries())
    cast("dict[str, object]", e.DangerStatementMade.roles)["words"] = "a price, of which no rule speaks"
    price = PriceAgreed(child=ADA, words=f"It costs {NEW_KIND}.")
    danger = e.DangerStatementMade(statement="new", children=(ADA,), words=f"It costs {NEW_FIELD}.")
    entries += [telling.recorded(event, (ADA,)) for event in (price, danger)]
    conference = fold(entries)
    press = Press(conference, PROCEDURE, CALENDAR)
    for copy in copies(conference, PROCEDURE):
        if copy.paper is Paper.MINUTES:
            found = in_finished(press.draw(copy), "") & planted_in(f"{NEW_KIND} {NEW_FIELD}")
            print(copy.reader, *sorted(found), sep="\t")


if __name__ == "__main__":
    assert Role.WORDS in PriceAgreed.roles.values()
    main()
