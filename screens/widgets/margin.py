"""The margin of a wide terminal: who is here, who was heard at this stage, what is still open."""

from textual.content import Content
from textual.widgets import Static

from conference_tui.conference.agenda import SET_UP, heard
from conference_tui.conference.attendance import quorum
from conference_tui.conference.hearing import NOT_OF_THE_ROOM
from conference_tui.conference.plan_advice import advice
from conference_tui.conference.reminders import at_stage
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting

NOBODY_IS_MISSED = (SET_UP.id, *NOT_OF_THE_ROOM)
"""The items at which it is not told who has spoken: nobody is expected to, or what they say lies in another record."""
ADVISED = ("summary", "plan")
"""The items at which words are typed that stand in a plan."""


class Margin(Static):
    """Reminds quietly; everything in it can also be reached in the stage and with F6."""

    def show(self, meeting: Meeting) -> None:
        """Draw it for the stage where the meeting is."""
        conference = meeting.conference
        lines = [] if conference.stage in NOBODY_IS_MISSED else _heard(conference)
        if conference.presence:
            lines += [_title("Quorum"), Content(quorum(conference, meeting.procedure).sentence), Content("")]
        lines += _unclear(meeting)
        found = at_stage(conference, meeting.procedure, meeting.calendar, conference.stage)
        if found:
            lines.append(_title("Still open"))
            lines += [
                Content(f"{'■' if each.holds_up_close else '·'} {each.words}")
                for each in found
                if each.is_open
            ]
        self.update(Content("\n").join(lines), layout=False)


def _heard(conference: Conference) -> list[Content]:
    """Who has spoken at the stage, then who has not."""
    standing = heard(conference, conference.stage)
    lines = [_title("Heard at this stage")]
    lines += [Content(f"✓ {conference.name(someone)}") for someone in standing.spoke]
    lines += [Content.styled(f"○ {conference.name(someone)}", "$text-muted") for someone in standing.silent]
    if not standing.spoke and not standing.silent:
        lines.append(Content.styled("nobody is here yet", "$text-muted"))
    return [*lines, Content("")]


def _unclear(meeting: Meeting) -> list[Content]:
    """How much could be clearer of what is typed here, and the key that lists it."""
    if meeting.conference.stage not in ADVISED:
        return []
    found = advice(meeting.conference, meeting.procedure)
    here = sum(each.stage == meeting.conference.stage for each in found)
    return [_title("Could be clearer"), Content(f"{here} · k lists them"), Content("")] if here else []


def _title(words: str) -> Content:
    return Content.styled(words, "bold $text-accent")
