"""Before the meeting: who referred, who was met, what people need, how a child takes part, the reports."""

from datetime import date, time
from typing import Literal

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import AChild, Id, Ids, Name, People, Someone, Words


class ReferrerNoted(Event, frozen=True, kw_only=True):
    """Who referred the family; of somebody who asked not to be named never the name (HV-1)."""

    what: Words
    """In words: "the school", "a member of the public"."""
    name: Name = ""
    anonymous: bool = False


class FamilyAskedAboutObserver(Event, frozen=True, kw_only=True):
    """The family was asked whether somebody may be there to observe (HF-4). Asked again, it replaces."""

    person: Someone
    agrees: Literal["yes", "no"]
    words: Words = ""
    """Who was asked, and what they said."""


class PreMeetingHeld(Event, frozen=True, kw_only=True):
    """The chair met somebody before the start (BA-9, KC-4). Told again, it takes the place of what stood."""

    person: Someone
    at: time | None = None
    note: Words = ""


class NeedNoted(Event, frozen=True, kw_only=True):
    """What somebody needs to take part: interpreter, hearing loop, breaks (BA-9, HF-16), and who sees to it."""

    person: Someone
    need: Words
    met: Words = ""


class ChecklistTicked(Event, frozen=True, kw_only=True):
    """Something that is seen to before the start was seen to, or came with a transfer (BA-9, BR-3, HV-5, KC-4)."""

    checklist: Literal["before", "transfer pack"]
    item: Words
    """Of the checklist its id in the procedure; of the pack its words."""
    done: bool = True
    at: time | None = None
    """When it was seen to; of the pack, when it was found to be here."""
    note: Words = ""


class ParticipationDecided(Event, frozen=True, kw_only=True):
    """Whether and how a child takes part, decided by the chair with parent and social worker (BA-8)."""

    child: AChild
    attends: Literal["all", "part", "no"]
    reason: Words = ""
    advocate: Literal["", "offered", "declined", "consent refused", "present"] = ""
    code: Id = ""
    """Participation code PN0 to PN7 of the authority's own record."""
    parts: Ids = ()
    """To which items of the agenda the child comes, where it is to a part of them."""


class ReportReceived(Event, frozen=True, kw_only=True):
    """A report, and when the family had it (BA-5)."""

    person: Someone
    form: Literal["written", "verbal", "none"] = "written"
    shared: date | None = None
    """The day the family received it; None is not yet, or not known."""
    not_shared_with: People = ()
    author_agrees: bool = False
    translation: Literal["", "not needed", "needed", "done"] = ""
    """Whether the family needs it in another language (HF-8); empty where nobody has said."""
    language: Name = ""
