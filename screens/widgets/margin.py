"""The margin of a wide terminal: who is here, who was heard at this stage, what is still open."""

from textual.content import Content
from textual.widgets import Static

from conference_tui.conference.agenda import heard
from conference_tui.conference.attendance import quorum
from conference_tui.conference.plan_advice import advice
from conference_tui.conference.reminders import at_stage
from conference_tui.meeting import Meeting

ADVISED = ("summary", "plan")
"""The items at which words are typed that stand in a plan."""


class Margin(Static):
    """Reminds quietly; everything in it can also be reached in the stage and with F6."""

    def show(self, meeting: Meeting) -> None:
        """Draw it for the stage where the meeting is."""
        conference = meeting.conference
        standing = heard(conference, conference.stage)
        lines = [_title("Heard at this stage")]
        lines += [Content(f"✓ {conference.name(someone)}") for someone in standing.spoke]
        lines += [
            Content.styled(f"○ {conference.name(someone)}", "$text-muted") for someone in standing.silent
        ]
        if not standing.spoke and not standing.silent:
            lines.append(Content.styled("nobody is here yet", "$text-muted"))
        if conference.presence:
            lines += [Content(""), _title("Quorum"), Content(quorum(conference, meeting.procedure).sentence)]
        lines += _unclear(meeting)
        found = at_stage(conference, meeting.procedure, meeting.calendar, conference.stage)
        if found:
            lines += [Content(""), _title("Still open")]
            lines += [
                Content(f"{'■' if each.holds_up_close else '·'} {each.words}")
                for each in found
                if each.is_open
            ]
        self.update(Content("\n").join(lines), layout=False)


def _unclear(meeting: Meeting) -> list[Content]:
    """How much could be clearer of what is typed here, and the key that lists it."""
    if meeting.conference.stage not in ADVISED:
        return []
    found = advice(meeting.conference, meeting.procedure)
    here = sum(each.stage == meeting.conference.stage for each in found)
    return [Content(""), _title("Could be clearer"), Content(f"{here} · k lists them")] if here else []


def _title(words: str) -> Content:
    return Content.styled(words, "bold $text-accent")
