"""The agenda at the left: what is done, open and overdue."""

from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from conference_tui.conference.agenda import Item, Progress, items
from conference_tui.conference.reminders import reminders
from conference_tui.meeting import Meeting


class AgendaList(OptionList):
    """Every item with its number; Enter or a click goes there."""

    class Chosen(Message):
        """The chair wants to go to a stage."""

        def __init__(self, stage: str) -> None:
            super().__init__()
            self.stage = stage

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, markup=False)
        self._stages: list[str] = []
        self._prompts: list[Content] = []

    def show(self, meeting: Meeting) -> None:
        """Draw the agenda as it stands."""
        open_at = {
            each.stage
            for each in reminders(meeting.conference, meeting.procedure, meeting.calendar)
            if each.is_open and each.holds_up_close
        }
        agenda = items(meeting.conference, meeting.procedure)
        self._stages = [item.stage.id for item in agenda]
        prompts = [_prompt(item, overdue=item.stage.id in open_at) for item in agenda]
        if len(prompts) != len(self._prompts):
            self.set_options([Option(prompt) for prompt in prompts])
        else:
            for place, prompt in enumerate(prompts):
                if prompt != self._prompts[place]:
                    self.replace_option_prompt_at_index(place, prompt)
        self._prompts = prompts
        if meeting.conference.stage in self._stages and not self.has_focus:
            self.highlighted = self._stages.index(meeting.conference.stage)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.post_message(self.Chosen(self._stages[event.option_index]))


def _prompt(item: Item, *, overdue: bool) -> Content:
    """Number, title and mark: ✓ done, ▸ now, ! done and something is still missing."""
    mark, style = {
        Progress.NOW: ("▸", "bold"),
        Progress.DONE: ("✓", ""),
        Progress.OPEN: (" ", "$text-muted"),
    }[item.progress]
    if overdue and item.progress is Progress.DONE:
        mark = "!"
    return Content.styled(f"{mark}{item.number:>2} {item.stage.short or item.stage.title}", style)
