"""Things to be seen to, as rows to tick: before the start, and what comes with a transfer (BA-9, BR-3, HV-5, HF-1)."""

from collections.abc import Iterable
from functools import partial

from conference_tui.conference import checklist
from conference_tui.conference import events as e
from conference_tui.conference.text import say_time
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

DONE = {"yes": "seen to", "no": "not seen to after all"}
"""What a tick can be corrected to."""
HERE = {"yes": "here", "no": "not here after all"}
"""As `DONE`, of something that is sent."""


def before_rows(stage: Stage) -> Iterable[Row]:
    """What the procedure wants seen to before the start."""
    found = checklist.before_the_start(stage.conference, stage.meeting.procedure)
    yield from _rows(stage, "Before the start", found)


def pack_rows(stage: Stage, *, only_missing: bool = False) -> Iterable[Row]:
    """What the other authority sends; at the reports only what has not come."""
    found = checklist.pack(stage.conference, stage.meeting.procedure)
    if only_missing:
        found = tuple(item for item in found if not item.is_done)
    yield from _rows(stage, "From the other authority", found)


def pack_words(stage: Stage) -> str:
    """How much of the pack is here: "3 of 6"; empty where no child moves here."""
    found = checklist.pack(stage.conference, stage.meeting.procedure)
    return f"{sum(item.is_done for item in found)} of {len(found)}" if found else ""


def _rows(stage: Stage, title: str, items: tuple[checklist.Item, ...]) -> Iterable[Row]:
    if not items:
        return
    left = sum(not item.is_done for item in items)
    yield heading(title, f"{left} left · Enter: tick" if left else "all ✓")
    for item in items:
        text = plain(f"{mark(item)} {item.words}{_after(item)}")
        yield Row(key=f"{item.checklist}:{item.id}", text=text, act=partial(_ask, stage, item))


def mark(item: checklist.Item) -> str:
    """The sign in front of an item."""
    return "✓" if item.is_done else "○"


def _after(item: checklist.Item) -> str:
    """When it was seen to, and the note on it."""
    if item.tick is None:
        return ""
    parts = [say_time(item.tick.at)] if item.is_done and item.tick.at else []
    parts += [item.tick.note] if item.tick.note else []
    return f"\n    {' · '.join(parts)}" if parts else ""


def _ask(stage: Stage, item: checklist.Item) -> None:
    """Ask when it was seen to; of a tick, also whether it was after all."""
    meeting, tick = stage.meeting, item.tick
    choices = HERE if item.checklist == "transfer pack" else DONE

    def save(values: Values) -> None:
        is_done = not item.is_done or values.one("done") != "no"
        event = e.ChecklistTicked(
            checklist=item.checklist,
            item=item.id,
            done=is_done,
            at=values.time("at") if is_done else None,
            note=values.words("note"),
        )
        meeting.record(event)

    at = tick.at if tick and item.is_done else meeting.clock().time()
    fields = [
        Field(name="at", label="At", value=say_time(at) if at else "", hint="for example 13:10"),
        Field(
            name="note",
            label="Note",
            kind="words",
            value=tick.note if tick else "",
            hint="may be left empty",
        ),
    ]
    if item.is_done:
        done = Field(name="done", label="Is it?", kind="one", options=tuple(choices.items()), chosen=("yes",))
        fields.append(done)
    title = "From the other authority" if item.checklist == "transfer pack" else "Before the start"
    key = f"checklist/{item.checklist}/{item.id}"
    stage.ask(Form(title, fields, save, meeting=meeting, note=item.words, key=key, only_changes=item.is_done))
