"""Measures a whole pack, in a process of its own: `python -m tests.bench.pack FOLDER` prints JSON.

The pack is that of the conference on three siblings, from the press of the key to the last copy looked through and on disk; and
its plans beside WeasyPrint, which sets the same words, tables and pictures as HTML (`as_html.py`), tagged as well. WeasyPrint
comes with the extra `bench`; where it is missing, that is said.
"""

import gc
import io
import json
import os
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from conference_tui import authorities, demonstration
from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.state import Conference
from conference_tui.documents import pack
from conference_tui.documents.drawing_hands import Hands
from conference_tui.documents.plan import write_plan
from conference_tui.documents.setting import set_pdf
from conference_tui.documents.writing import Written
from tests.bench import as_html
from tests.bench.terminal import p50
from tests.conference.building import view_of

PACKS = 3
PLANS = 5


def siblings() -> Conference:
    """The conference on three siblings as it stood when it was closed, without the words of the closed slot."""
    conference = Conference()
    for step in demonstration.steps(demonstration.SIBLINGS):
        if not (conference.closed_slot and isinstance(step.event, e.ContributionMade)):
            conference = apply(conference, step.event)
    return conference


def taken(call: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock; and of all processors together, with what children took from their start to their end."""
    gc.collect()
    before, at = os.times(), time.perf_counter()
    call()
    seconds, after = time.perf_counter() - at, os.times()
    return seconds, sum(after[:4]) - sum(before[:4])


def _processor_time(call: Callable[[], object]) -> float:
    gc.collect()
    at = time.process_time()
    call()
    return time.process_time() - at


def whole_pack(folder: Path) -> dict[str, float]:
    """All copies through the doors that the program uses; what draws was got ready, as the screen does."""
    conference = siblings()
    procedure, calendar = authorities.load("barnsley"), authorities.bank_holidays()
    made: list[pack.Pack] = []

    def make(place: Path, hands: Hands) -> None:
        press = pack.Press(conference, procedure, calendar)
        made.append(
            pack.make_copies(
                press,
                pack.copies_for(conference, procedure),
                lambda ready: place / press.name(ready),
                hands=hands,
            )
        )

    times = []
    for number in range(PACKS):
        hands = Hands()
        time.sleep(2)  # the chair reads the list of who gets what
        times.append(taken(lambda place=folder / f"pack-{number}", by=hands: make(place, by)))  # type: ignore[misc]
    at_once = taken(lambda: make(folder / "at-once", Hands()))
    alone = taken(lambda: make(folder / "alone", Hands(0)))
    return {
        "wall": p50([wall for wall, _ in times]),
        "cpu": p50([cpu for _, cpu in times]),
        "at_once": at_once[0],
        "alone": alone[0],
        "alone_cpu": alone[1],
        "copies": len(made[0].made),
        "stopped": len(made[0].stopped),
        "pages": sum(each.pages for each in made[0].made),
    }


def plans() -> list[Written]:
    """The three children's plans, before they are laid out."""
    conference = siblings()
    procedure, calendar = authorities.load("barnsley"), authorities.bank_holidays()
    return [
        write_plan(view_of(conference, procedure, calendar, child), procedure)
        for child in pack.children_with_plans(conference)
    ]


def beside_weasyprint() -> dict[str, float]:
    """The plans, tagged, turn by turn, each side warm: letters and style sheet were read. Nothing where WeasyPrint is missing."""
    if find_spec("weasyprint") is None:
        return {}
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    written = plans()
    pages = [as_html.html(each) for each in written]
    letters = FontConfiguration()
    look = CSS(string=as_html.look(written[0].footer), font_config=letters)

    def ours() -> None:
        for each in written:
            set_pdf(each, io.BytesIO())

    def theirs() -> None:
        for each in pages:
            HTML(string=each).write_pdf(stylesheets=[look], font_config=letters, pdf_variant="pdf/ua-1")

    ours()
    theirs()
    pairs = [(_processor_time(ours), _processor_time(theirs)) for _ in range(PLANS)]
    return {
        "ours": p50([each for each, _ in pairs]) * 1e3,
        "theirs": p50([each for _, each in pairs]) * 1e3,
        "ratio": p50([each / other for each, other in pairs]),
    }


def main(path: str) -> None:
    """Measure both in a folder that is empty."""
    print(json.dumps({"pack": whole_pack(Path(path)), "weasyprint": beside_weasyprint()}))


if __name__ == "__main__":
    main(sys.argv[1])
