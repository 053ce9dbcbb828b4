"""The line at the top: which conference, who is in the room, quorum, and whether all is saved."""

from textual.content import Content
from textual.widgets import Static

from conference_tui.conference.attendance import quorum
from conference_tui.meeting import Meeting


class RoomBar(Static):
    """Says in words and colour who is in the room (family present, or the closed slot)."""

    def show(self, meeting: Meeting, *, is_full: bool = False) -> None:
        """Draw the line for the meeting as it stands; `is_full` while entries are saved in the disk's reserve."""
        conference = meeting.conference
        parts = [(conference.ref or "new conference", "bold"), (_saved(meeting), "")]
        if is_full:
            parts.insert(0, ("DISK FULL", "bold"))
        if meeting.in_closed_slot:
            began = conference.closed_slot.began if conference.closed_slot else None
            since = f" since {began:%H:%M}" if began else ""
            parts.append((f"CLOSED SLOT{since} · PROFESSIONALS ONLY · family out", "bold"))
        else:
            if conference.presence and not conference.closed:
                quorate = quorum(conference, meeting.procedure).is_quorate
                parts.append(("quorate" if quorate else "NOT QUORATE", ""))
            parts.append((_room(meeting), ""))
        self.set_class(meeting.in_closed_slot, "-closed")
        self.set_class(bool(_family_here(meeting)) and not meeting.in_closed_slot, "-family")
        line = Content(" · ").join(Content.styled(words, style) for words, style in parts)
        self.update(Content.assemble(" ", line), layout=False)


def _family_here(meeting: Meeting) -> list[str]:
    conference = meeting.conference
    here = conference.present()
    return [conference.name(someone).split()[0] for someone in conference.family() if someone in here]


def _room(meeting: Meeting) -> str:
    if meeting.conference.closed:
        return "CLOSED: the meeting is over"
    family = _family_here(meeting)
    if not meeting.conference.presence:
        return "nobody has arrived"
    return f"FAMILY PRESENT: {', '.join(family)}" if family else "no family in the room"


def _saved(meeting: Meeting) -> str:
    return f"✓ saved {meeting.count}" if meeting.is_saved else "… saving"
