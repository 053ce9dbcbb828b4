"""The line at the top: which conference, who is in the room, quorum, and whether all is saved."""

from textwrap import shorten

from textual.content import Content
from textual.widgets import Static

from conference_tui.conference.attendance import quorum
from conference_tui.conference.split import not_to_be_here
from conference_tui.meeting import Meeting

CHECK = "■ CHECK WHO IS HERE: F6"
"""Somebody is here who is kept out of this part, or is of another sitting: no name, for the room reads this line."""


class RoomBar(Static):
    """Says in words and colour who is in the room (family present, or the closed slot)."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._ways: tuple[Content, ...] = (Content(),)
        """The line with the names of the family who are here, with how many they are, and with less of a sitting's name:
        that the family is present is never what is cut."""

    def on_resize(self) -> None:
        """There is more room, or less."""
        self._fit()

    def show(self, meeting: Meeting, *, is_full: bool = False) -> None:
        """Draw the line for the meeting as it stands; `is_full` while entries are saved in the disk's reserve."""
        conference = meeting.conference
        parts = [(conference.ref or "new conference", "bold"), (_saved(meeting), "")]
        if is_full:
            parts.insert(0, ("DISK FULL", "bold"))
        family = [] if meeting.in_closed_slot else _family_here(meeting)
        if meeting.in_closed_slot:
            began = conference.closed_slot.began if conference.closed_slot else None
            since = f" since {began:%H:%M}" if began else ""
            parts.append((f"CLOSED SLOT{since} · PROFESSIONALS ONLY", "bold"))
        elif conference.adjourned:
            parts.append(("ADJOURNED: F12 goes on", "bold"))
        elif conference.presence and not conference.closed:
            parts.append(
                ("quorate" if quorum(conference, meeting.procedure).is_quorate else "NOT QUORATE", "")
            )
            if sitting := conference.split_sitting:
                parts.append((_cut(sitting.title, 18), "bold"))
            if not_to_be_here(conference):
                parts.insert(0, (CHECK, "bold"))
        self.set_class(meeting.in_closed_slot, "-closed")
        self.set_class(bool(family), "-family")
        room = [] if meeting.in_closed_slot else [(_room(meeting, family), "")]
        in_short = [(f"FAMILY PRESENT: {len(family)}", "")] if family else room
        ways = [_line([*parts, *room]), _line([*parts, *in_short])]
        if split := conference.split_sitting:
            named = _cut(split.title, 18)
            less = [(_cut(words, 8) if words == named else words, style) for words, style in parts]
            without = [(words, style) for words, style in parts if words != named]
            ways += [_line([*less, *in_short]), _line([*without, *in_short])]
        self._ways = tuple(ways)
        self._fit()

    def _fit(self) -> None:
        fits = (way for way in self._ways if way.cell_length <= self.content_size.width)
        self.update(next(fits, self._ways[-1]), layout=False)


def _line(parts: list[tuple[str, str]]) -> Content:
    return Content.assemble(" ", Content(" · ").join(Content.styled(words, style) for words, style in parts))


def _cut(title: str, width: int) -> str:
    return shorten(title, width, placeholder="…")


def _family_here(meeting: Meeting) -> list[str]:
    conference = meeting.conference
    here = conference.present()
    return [conference.name(someone).split()[0] for someone in conference.family() if someone in here]


def _room(meeting: Meeting, family: list[str]) -> str:
    if meeting.conference.closed:
        return "CLOSED: the meeting is over"
    if not meeting.conference.presence:
        return "nobody has arrived"
    return f"FAMILY PRESENT: {', '.join(family)}" if family else "no family in the room"


def _saved(meeting: Meeting) -> str:
    return f"✓ saved {meeting.count}" if meeting.is_saved else "… saving"
