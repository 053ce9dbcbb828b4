"""The record itself: what is refused because nobody types it, what it changes, how it is told."""

from conference_tui.conference import events as e
from conference_tui.conference import seal
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import UNDO, Conference
from conference_tui.conference.subjects.by_kind import changes, keep, nothing, refused
from conference_tui.conference.subjects.telling import Told, because, quoted, says
from conference_tui.conference.text import one_line, say_date


@refused.register(e.Sealed)
@refused.register(e.ClockWentBack)
@refused.register(e.RecordImported)
def _(_: e.Event, __: Conference, ___: Procedure) -> str:
    return "The record says that of itself; nobody types it."


@refused.register
def _(event: e.RetentionSet, conference: Conference, _: Procedure) -> str:
    if conference.held and event.until <= conference.held:
        return f"{say_date(event.until)} is not after the conference. Until when is the record kept?"
    return "" if event.why else "Say by which rule, or why, the record is kept until then."


changes(e.Sealed, lambda s, ev: {"seals": (*s.seals, ev)} if ev.head else {})
changes(e.ClockWentBack, nothing)
keep(e.RetentionSet, "retention")
keep(e.RecordImported, "imported")
changes(e.Struck, nothing)
changes(e.Restored, nothing)


def _sealed(event: e.Sealed, told: Told) -> str:
    if not event.head:
        return "The seal follows when the entry is on the disk"
    what = f"of the decision on {told.name(event.child)}" if event.child else "of the close"
    signed = ", signed" if event.signature else ""
    return f"Seal {what}: {seal.words(event)}{signed}"


def _imported(event: e.RecordImported, _: Told) -> str:
    exported = f", written {one_line(event.exported)}" if event.exported else ""
    return f"The {event.count:,} entries before came out of an archive{exported}"


def _struck(event: e.Struck, told: Told) -> str:
    if event.why == UNDO:
        return f"Undone, entry {event.seq}: {told.that(event.seq)}"
    why = f" Why: {quoted(event.why)}" if event.why else ""
    return f"Struck, entry {event.seq}: {told.that(event.seq)}{why}"


def _moment(at: str) -> str:
    """2026-12-01 13:30:05, as a person reads a time of the record."""
    return one_line(at).replace("T", " ", 1)[:19]


says(e.Sealed, _sealed)
says(
    e.ClockWentBack,
    lambda ev, _: (
        f"The computer's clock went back, from {_moment(ev.was)} to {_moment(ev.now)}. "
        "The order of the entries is their number."
    ),
)
says(
    e.RetentionSet,
    lambda ev, _: f"The record is kept until {say_date(ev.until)}.{because(ev.why)}",
)
says(e.RecordImported, _imported)
says(e.Struck, _struck)
says(e.Restored, lambda ev, told: f"Counts again, entry {ev.seq}: {told.that(ev.seq)}")
