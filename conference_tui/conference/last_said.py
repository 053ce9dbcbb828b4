"""What was said last: the entries that stay in sight above the capture line, and whose voice it was."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.capture import Captured
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.owners import owners
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, one_line

_NO_VOICE = (
    e.Struck,
    e.Restored,
    e.ClosedSlotBegan,
    e.ClosedSlotEnded,
    e.SplitSittingBegan,
    e.ConferenceAdjourned,
    e.ConferenceResumed,
    e.ApologySent,
)
"""After these nobody is the one who spoke last: something was taken back, others sit here, or it was read out."""


class Voice(Struct, frozen=True):
    """Who spoke last, as the record has it."""

    seq: int = 0
    """The entry that tells; 0 where none does."""
    said: Captured | None = None
    """Who spoke, in which column and about whom, without the words; None where it is not known."""


def last_voice(latest: Iterable[e.Recorded]) -> Voice:
    """Who spoke last, of entries from the last one back."""
    corrected: dict[str, e.ContributionCorrected] = {}
    for entry in latest:
        event = entry.event
        if isinstance(event, e.ContributionCorrected):
            corrected.setdefault(event.correct.contribution, event)
        elif isinstance(event, _NO_VOICE):
            return Voice(entry.seq)
        elif whose := owners(event):
            is_told = isinstance(event, e.FamilyAsked) and event.by
            is_answer = isinstance(event, e.ContributionMade) and event.answers
            if len(whose) > 1 or is_told or is_answer:
                return Voice(entry.seq)
            return Voice(entry.seq, _as_said(entry, next(iter(whose)), corrected))
    return Voice()


def _as_said(entry: e.Recorded, speaker: str, corrected: dict[str, e.ContributionCorrected]) -> Captured:
    made = entry.event
    if not isinstance(made, e.ContributionMade):
        return Captured(speaker=speaker, words="")
    if made.contribution in corrected:
        made = corrected[made.contribution].correct
    return Captured(
        speaker=made.speaker,
        words="",
        column=made.column,
        children=made.children,
        in_writing=made.in_writing,
        own_matter_of=entry.moment.own_matter_of if entry.moment else "",
    )


class Said(Struct, frozen=True, kw_only=True):
    """Something that was said, for one line of the screen."""

    at: str
    """The time of the day: "14:02"."""
    who: str
    where: str
    """Where it went: its column and about whom; that it has none."""
    words: str
    column: e.Column | None = None
    is_loose: bool = False
    """Whether it has no column yet."""


def last_said(
    latest: Iterable[e.Recorded], made: Sequence[e.ContributionMade], conference: Conference, count: int
) -> tuple[Said, ...]:
    """What was said last, in order: of entries from the last one back, and of the contributions that count.

    Of what was said in another sitting only that: the room sees it.
    """
    found = _said(latest, made[-count:], conference, conference.asked[-count:])
    return tuple(reversed(list(islice(found, count))))


def _said(
    latest: Iterable[e.Recorded],
    made: Iterable[e.ContributionMade],
    conference: Conference,
    asked: Collection[e.FamilyAsked],
) -> Iterator[Said]:
    counting = {each.contribution: each for each in made}
    for entry in latest:
        event = entry.event
        at = entry.at[11:16]
        if isinstance(event, e.ContributionMade) and event.contribution in counting:
            yield _contribution(at, counting[event.contribution], conference)
        elif isinstance(event, e.FamilyAsked) and event in asked:
            hidden = of_another_sitting(conference, event)
            words = ELSEWHERE if hidden else one_line(event.words) or "nothing to add"
            yield Said(at=at, who=conference.name(event.person), where="asked", words=words)


def _contribution(at: str, made: e.ContributionMade, conference: Conference) -> Said:
    about = listed([conference.short(child) for child in made.children])
    column = TITLES[made.column] if made.column else "no column yet"
    return Said(
        at=at,
        who=conference.name(made.speaker),
        where=f"{column}, {about}" if about else column,
        words=ELSEWHERE if of_another_sitting(conference, made) else one_line(made.words),
        column=made.column,
        is_loose=made.column is None,
    )
