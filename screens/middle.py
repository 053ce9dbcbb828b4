"""The middle of the meeting's screen: one stage at a time, and below it whom nobody asked at the one that was left."""

from textual.containers import Vertical
from textual.content import Content

from conference_tui.conference.agenda import family_to_ask, find_stage, items
from conference_tui.conference.text import listed
from conference_tui.meeting import Meeting
from screens import stages
from screens.stage import Stage


class Middle(Vertical):
    """The stage that is shown, in its frame. Each is made the first time somebody goes to it, and kept."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(id="stage")
        self._meeting = meeting
        self.stage: Stage | None = None
        """The stage that is shown."""
        self._pointed_out: set[str] = set()
        self._below: tuple[str, ...] = ()
        """What is said below the stage, and the same in fewer words."""

    async def put(self, stage: str) -> Stage:
        """Show a stage in place of the one before."""
        shown = self.query_one(f"#stage-{stage}", Stage) if self.query(f"#stage-{stage}") else None
        if self.stage and self.stage is not shown:
            self.stage.left()
            self.stage.display = False
        if shown is None:
            shown = stages.make(stage, self._meeting)
            self.stage = shown
            await self.mount(shown)
        self.stage = shown
        shown.display = True
        self.border_title = Content(shown.item.title)
        return shown

    def point_out(self, stage: str, *, then: str) -> None:
        """Say below the stage, over none of its rows, whom nobody asked where the chair comes from (HV-8)."""
        self._say_below()  # what was said before named a key, and that leads elsewhere now
        conference = self._meeting.conference
        if not stage or stage in self._pointed_out or conference.closed:
            return
        item = find_stage(self._meeting.procedure, stage)
        to_ask = family_to_ask(conference, item)
        if not to_ask:
            return
        self._pointed_out.add(stage)
        names = [conference.name(someone).split()[0] for someone in to_ask]
        key = "F2 goes back" if self._is_before(stage, then) else "F4 goes there"
        title = item.short or item.title
        sentence = f"{title}: not asked: {listed(names, last='and')}. {key}."
        if not self.styles.border_bottom[0]:
            self.notify(sentence, severity="warning", markup=False)
        else:
            self._say_below(sentence, f"{title}: {len(names)} of the family not asked. {key}.")

    def on_resize(self) -> None:
        """The next stage may leave less room than the one before."""
        self._say_below(*self._below)

    def _say_below(self, *sentences: str) -> None:
        self._below = sentences
        room = self.size.width - 4  # corners, and a space at each end
        fitting = next((each for each in sentences if len(each) <= room), sentences[-1] if sentences else "")
        self.border_subtitle = Content(fitting)

    def _is_before(self, stage: str, other: str) -> bool:
        """Whether F2 leads from the other stage to this one."""
        ids = stage_ids(self._meeting)
        return other in ids and ids.index(other) > 0 and ids[ids.index(other) - 1] == stage


def stage_ids(meeting: Meeting) -> list[str]:
    """The stages of this conference, in the order of its agenda."""
    return [item.stage.id for item in items(meeting.conference, meeting.procedure)]
