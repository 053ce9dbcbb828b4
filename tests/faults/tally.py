"""Counts cases and what was wrong in them."""

from collections import Counter
from collections.abc import Iterable

from tests.faults.judge import Finding

EXAMPLES = 40
"""How many are shown."""


class Tally:
    """How many cases there were of one kind of fault, and what was found."""

    def __init__(self, fault: str) -> None:
        self.fault = fault
        self.cases = 0
        self.found: Counter[str] = Counter()
        self.notes: Counter[str] = Counter()
        self._examples: list[str] = []

    def add(self, findings: Iterable[Finding], where: str) -> None:
        """Count a case, and what was wrong in it."""
        self.cases += 1
        for verdict, words in findings:
            self.found[verdict] += 1
            self._examples.append(f"{verdict} {where}: {words}")

    def note(self, what: str, times: int = 1) -> None:
        """Count something that is worth telling and is no fault."""
        self.notes[what] += times

    @property
    def holds(self) -> bool:
        """Whether nothing was wrong in any case, and there was one."""
        return self.cases > 0 and not self.found

    def __str__(self) -> str:
        state = "held" if self.holds else "nothing was tried" if not self.cases else _counted(self.found)
        lines = [f"{self.fault}: {self.cases} cases: {state}"]
        if self.notes:
            lines[0] += f" ({_counted(self.notes)})"
        return "\n".join([*lines, *(f"    {words[:400]}" for words in self._examples[:EXAMPLES])])

    __repr__ = __str__


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{what} {times}" for what, times in sorted(counter.items()))
