"""How many questions the chair is asked before the packs of the tests' conferences: `python -m tests.questions`.

Of each conference the entries about which the chair is asked, reader by reader, those of them that hold a copy up, and
what the check of the finished copies is not certain of.
"""

from collections.abc import Callable, Mapping

from msgspec import Struct

from conference_tui.conference.procedure import Procedure
from conference_tui.conference.reading.questions import asked_for
from conference_tui.conference.recipients import copies, rows
from conference_tui.conference.state import Conference
from conference_tui.documents.pack import Press
from tests import case_k1
from tests.conference.building import CALENDAR
from tests.conference.cases import BARNSLEY, CLOSED_WORDS
from tests.documents.test_packs import CASES

Given = Callable[[], tuple[Conference, Procedure]]


class Count(Struct, frozen=True, kw_only=True):
    """The questions before one pack."""

    asked: int
    """Entries, each for each reader."""
    holding_up: int
    """Those of them that hold up a copy."""
    uncertain: int
    """What may or may not stand in a finished copy, each for each reader."""

    @property
    def total(self) -> int:
        """All that the chair answers."""
        return self.asked + self.uncertain


def conferences() -> Mapping[str, Given]:
    """The conferences of the tests, by name."""

    def of_case(name: str) -> tuple[Conference, Procedure]:
        case = CASES[name]()
        return case.conference, case.procedure

    found: dict[str, Given] = {name: lambda name=name: of_case(name) for name in CASES}  # type: ignore[misc]
    return {**found, "two parents kept apart": lambda: (case_k1.conference(), BARNSLEY)}


def count(conference: Conference, procedure: Procedure) -> Count:
    """The questions before the pack of a conference."""
    asked = [each for row in rows(conference, procedure) for each in asked_for(conference, procedure, row)]
    press = Press(conference, procedure, CALENDAR, closed_words=CLOSED_WORDS)
    uncertain: set[tuple[str, str]] = set()
    for copy in copies(conference, procedure):
        ready = press.draw(copy)
        hits = press.look_through(ready, press.name(ready))
        uncertain.update((copy.reader, hit.term.words) for hit in hits if not hit.term.certain)
    return Count(asked=len(asked), holding_up=sum(each.holds_up for each in asked), uncertain=len(uncertain))


def main() -> None:
    """Print a line for each conference."""
    for name, given in conferences().items():
        found = count(*given())
        print(
            f"{name}: {found.total} questions: {found.asked} about entries ({found.holding_up} hold up a copy), "
            f"{found.uncertain} about words in finished copies"
        )


if __name__ == "__main__":
    main()
