"""Before the meeting: who referred, who was met, what people need, how a child takes part, the reports."""

from datetime import date, time
from typing import Literal

from conference_tui.conference.events.kinds import Event


class ReferrerNoted(Event, frozen=True, kw_only=True):
    """Who referred the family; of somebody who asked not to be named never the name (HV-1)."""

    what: str
    """In words: "the school", "a member of the public"."""
    name: str = ""
    anonymous: bool = False


class FamilyAskedAboutObserver(Event, frozen=True, kw_only=True):
    """The family was asked whether somebody may be there to observe (HF-4). Asked again, it replaces."""

    person: str
    agrees: Literal["yes", "no"]
    words: str = ""
    """Who was asked, and what they said."""


class PreMeetingHeld(Event, frozen=True, kw_only=True):
    """The chair met somebody before the start (BA-9, KC-4). Told again, it takes the place of what stood."""

    person: str
    at: time | None = None
    note: str = ""


class NeedNoted(Event, frozen=True, kw_only=True):
    """What somebody needs to take part: interpreter, hearing loop, breaks (BA-9, HF-16), and who sees to it."""

    person: str
    need: str
    met: str = ""


class ChecklistTicked(Event, frozen=True, kw_only=True):
    """Something that is seen to before the start was seen to, or came with a transfer (BA-9, BR-3, HV-5, KC-4)."""

    checklist: Literal["before", "transfer pack"]
    item: str
    """Of the checklist its id in the procedure; of the pack its words."""
    done: bool = True
    at: time | None = None
    """When it was seen to; of the pack, when it was found to be here."""
    note: str = ""


class ParticipationDecided(Event, frozen=True, kw_only=True):
    """Whether and how a child takes part, decided by the chair with parent and social worker (BA-8)."""

    child: str
    attends: Literal["all", "part", "no"]
    reason: str = ""
    advocate: Literal["", "offered", "declined", "consent refused", "present"] = ""
    code: str = ""
    """Participation code PN0 to PN7 of the authority's own record."""
    parts: tuple[str, ...] = ()
    """To which items of the agenda the child comes, where it is to a part of them."""


class ReportReceived(Event, frozen=True, kw_only=True):
    """A report, and when the family had it (BA-5)."""

    person: str
    form: Literal["written", "verbal", "none"] = "written"
    shared: date | None = None
    """The day the family received it; None is not yet, or not known."""
    not_shared_with: tuple[str, ...] = ()
    author_agrees: bool = False
    translation: Literal["", "not needed", "needed", "done"] = ""
    """Whether the family needs it in another language (HF-8); empty where nobody has said."""
    language: str = ""
