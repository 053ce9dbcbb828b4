"""Pictures of every stage for docs/pictures: `python -m tests.pictures`. Wants Debian's chromium and fonts-dejavu-core.

Two sizes and two themes of each stage of the demonstration, at the moment at which the stage has something to show.
"""

import asyncio
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from conference_tui import demonstration
from conference_tui.app import ConferenceApp
from conference_tui.conference import events as e
from conference_tui.conferences import start
from conference_tui.demo import MeetingClock
from conference_tui.store.folder import Folder
from screens.calm import settle
from screens.hands.playing import strike
from screens.hands.strokes import keys, row
from screens.meeting import MeetingScreen

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZES = ((80, 24), (120, 40))
THEMES = {"dark": "conference-dark", "light": "conference-light"}
STAGES = (
    "set_up", "before", "introductions", "apologies", "closed", "reason", "mapping", "child", "summary", "scaling",
    "threshold", "plan", "core_group", "close",
)  # fmt: skip


STROKES = {"scaling": (*keys("escape"), *row("1. Harriet"), *keys("v"))}
"""What is pressed before the picture is taken: the answers to a question, shown together."""


def record_until(folder: Folder, stage: str, clock: MeetingClock) -> str:
    """Record the demonstration to the end of a stage's steps, without leaving it; gives the record's id."""
    opening, *others = demonstration.steps()
    assert isinstance(opening.event, e.ConferenceOpened)
    meeting = start(
        folder,
        opening.event.ref,
        opening.event.kind,
        procedure=opening.event.procedure,
        chair=opening.event.chair,
        minute_taker=opening.event.minute_taker,
        clock=clock,
    )
    seen = False
    for step in others:
        seen = seen or step.stage == stage
        if (seen and step.stage != stage) or isinstance(step.event, e.ConferenceClosed):
            break
        is_end = stage == "closed" and isinstance(step.event, e.ClosedSlotEnded)
        if is_end or (step.stage == stage and isinstance(step.event, e.StageFinished)):
            break
        clock.turn_to(step.event)
        meeting.record(step.event)
    meeting.close()
    return meeting.record_id


async def take(stage: str, size: tuple[int, int], theme: str) -> None:
    """One picture."""
    with tempfile.TemporaryDirectory() as throw_away:
        folder, clock = Folder.at(Path(throw_away) / "store"), MeetingClock()
        record = record_until(folder, stage, clock)
        app = ConferenceApp(folder, record_id=record, clock=clock)
        async with app.run_test(size=size, notifications=True):
            while not (isinstance(app.screen, MeetingScreen) and app.screen.stage):
                await asyncio.sleep(0.01)
            app.theme = THEMES[theme]
            app.clear_notifications()
            await strike(app, STROKES.get(stage, ()))
            await settle(app)
            await asyncio.sleep(0.3)
            svg = app.export_screenshot()
        app.close_meeting()
    draw(svg, PICTURES / f"{stage}-{size[0]}x{size[1]}-{theme}.png")


def draw(svg: str, target: Path) -> None:
    """Let a browser draw it: it keeps the spaces at the beginning of a line."""
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    assert box
    width, height = (round(float(part)) for part in box.groups())
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL).replace("Fira Code", "DejaVu Sans Mono")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "picture.svg"
        page.write_text(svg, encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
        ]
        window = f"--window-size={width},{height}"
        command = [
            "chromium",
            *options,
            f"--user-data-dir={folder}/profile",
            window,
            f"--screenshot={target}",
            page.as_uri(),
        ]
        subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    """Every stage, or those named on the command line."""
    PICTURES.mkdir(exist_ok=True)
    for stage in sys.argv[1:] or STAGES:
        for size in SIZES:
            for theme in THEMES:
                asyncio.run(take(stage, size, theme))


if __name__ == "__main__":
    main()
