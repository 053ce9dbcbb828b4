"""Everything that was recorded, in order: one plain sentence for each entry, and what to filter them by.

The names are those that people have now, as on every screen. Scores that are still hidden stay hidden here (BA-16),
addresses and telephone numbers are never told, and what was said in a closed slot is not within reach (BA-11).
"""

from collections.abc import Iterable

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP
from conference_tui.conference.compared import holds
from conference_tui.conference.folding import struck_numbers
from conference_tui.conference.keys import key_of
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.split import ELSEWHERE, who_said_elsewhere
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.telling import Told
from conference_tui.conference.text import one_line


class Strike(Struct, frozen=True, kw_only=True):
    """That an entry no longer counts."""

    seq: int
    """The entry that struck it."""
    who: str
    """As `Recorded.by`."""
    at: str
    """As `Recorded.at`."""
    why: str


class Line(Struct, frozen=True, kw_only=True):
    """One entry as it is read."""

    seq: int
    at: str
    """Wall-clock time, ISO 8601 with offset."""
    by: str
    """Who was at the keyboard: "chair", "minute-taker", or nothing where nobody said."""
    stage: str
    """The id of the item of the agenda that it belongs to."""
    people: tuple[str, ...]
    """Ids of those whom it names."""
    children: tuple[str, ...]
    """Ids of the children whom it is about; all of them where it names none of those it could name."""
    words: str
    elsewhere: str = ""
    """What stands for the sentence where the room sees it and it was said in another sitting (HV-3); else empty."""
    struck: Strike | None = None


def lines(entries: Iterable[e.Recorded], conference: Conference, procedure: Procedure) -> tuple[Line, ...]:
    """A line for each entry, in order; `conference` is what the entries add up to."""
    every = tuple(entries)
    told = Told(every, conference, procedure)
    strikes = _strikes(every)
    found: list[Line] = []
    stage: str = SET_UP.id
    during, moments = "", {}
    for entry in every:
        if isinstance(entry.event, e.StageOpened):
            stage = entry.event.stage
        elif isinstance(entry.event, e.SplitSittingBegan) and entry.seq not in strikes:
            during = entry.event.sitting
        moments[entry.seq] = entry.moment or e.Moment(sitting=during)
        about = told.subject(entry.event)
        subject = entry.event.seq if isinstance(entry.event, e.Struck | e.Restored) else entry.seq
        when = conference.log.moment(key_of(about)) or moments.get(subject)
        who = who_said_elsewhere(conference, about, when)
        found.append(
            Line(
                seq=entry.seq,
                at=entry.at,
                by=entry.by,
                stage=getattr(about, "stage", "") or stage,
                people=told.people_in(about),
                children=told.children_in(about),
                words=told.sentence(entry.event),
                elsewhere=f"{told.name(who)}: {ELSEWHERE}" if who else "",
                struck=strikes.get(entry.seq),
            )
        )
    return tuple(found)


def in_short(
    event: e.AnyEvent, entries: Iterable[e.Recorded], conference: Conference, procedure: Procedure
) -> str:
    """What an event says without the words that were typed for it: for a remark over whatever the room sees."""
    told = Told(tuple(entries), conference, procedure)
    if isinstance(event, e.ContributionMade):
        return f"what {told.name(event.speaker)} said"
    sentence = told.sentence(event)
    return sentence.partition(": “")[0].rstrip(".")


def matching(
    found: Iterable[Line], *, stage: str = "", person: str = "", child: str = "", text: str = ""
) -> tuple[Line, ...]:
    """The lines of a stage, with a person, about a child, and with a text in them; nothing asked is everything.

    A text is looked for in what stands there: not in the words of another sitting, which would show that they fit.
    """
    wanted = one_line(text)
    return tuple(
        line
        for line in found
        if (not stage or line.stage == stage)
        and (not person or person in line.people)
        and (not child or child in line.children)
        and (not wanted or holds(_searched(line), wanted))
    )


def _searched(line: Line) -> str:
    return f"{line.elsewhere or line.words} {line.struck.why if line.struck else ''}"


def _strikes(entries: tuple[e.Recorded, ...]) -> dict[int, Strike]:
    """The strike that holds now, of each entry that does not count."""
    last = {
        entry.event.seq: Strike(seq=entry.seq, who=entry.by, at=entry.at, why=entry.event.why)
        for entry in entries
        if isinstance(entry.event, e.Struck)
    }
    return {seq: last[seq] for seq in struck_numbers(entries)}
