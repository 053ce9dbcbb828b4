"""An invitation list comes in: everybody of it becomes one of the invited, or nobody (HF-8)."""

from pathlib import Path

from conference_tui.conference import events as e
from conference_tui.conference.folding import apply
from conference_tui.conference.rules import refusal
from conference_tui.exchange import invitation_list
from conference_tui.exchange.errors import ListRefused
from conference_tui.meeting import Meeting


def people_in(meeting: Meeting, file: Path) -> tuple[e.PersonEntered, ...]:
    """Who stands in a list, with nothing recorded. Raises ListRefused, and OSError where it cannot be read."""
    with file.open("rb") as opened:
        content = opened.read(invitation_list.MOST_BYTES + 1)
    found = invitation_list.read(content, meeting.conference, meeting.new_id)
    if not found:
        raise ListRefused(["There is nobody in the list: under the headings stands no line."])
    conference, wrong = meeting.conference, []
    for line, entered in found:
        if why := refusal(conference, entered, meeting.procedure):
            wrong.append(f"Line {line}: {why}")
        else:
            conference = apply(conference, entered)
    if wrong:
        raise ListRefused(wrong)
    return tuple(entered for _, entered in found)


def invite(meeting: Meeting, people: tuple[e.PersonEntered, ...]) -> None:
    """Record everybody of a list. Raises Refused, with nobody recorded."""
    meeting.record_all(*people)
