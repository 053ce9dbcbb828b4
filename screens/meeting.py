"""The frame of a running conference: agenda, stage, margin, capture line, and who is in the room."""

import gc
from collections.abc import Callable, Mapping
from functools import partial

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.screen import Screen

from conference_tui import garbage
from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP
from conference_tui.conference.capture import Names, written
from conference_tui.conference.moments import Told
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed
from conference_tui.conference.timeline import in_short
from conference_tui.meeting import ChangesSitting, Meeting, Refused
from screens.blank import NotBegun, Veil
from screens.form import Form
from screens.middle import Middle, stage_ids
from screens.stage import Stage
from screens.widgets.agenda_list import AgendaList
from screens.widgets.capture_line import CaptureLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.margin import Margin
from screens.widgets.room_bar import RoomBar
from screens.widgets.waiting import NOT_RECORDED, NOT_SAVED, Waiting, WaitingWords

WAITS = "It waits beside the line: Ctrl+B puts it in again."
"""What became of a line that was not recorded."""

WRITTEN_AFTER = 1 / 60
"""Seconds that a frame is given to reach the terminal: Textual writes it on a thread, which long work here would hold up."""

SLOT_IS_GONE = (
    "The closed slot is not open, so what was typed last in it was not recorded, and is not kept. Begin the slot "
    "again and say it there."
)
SLOT_IS_BACK = (
    "The closed slot is open, so the last line was not recorded. It waits beside the capture line: it was not typed "
    "in the slot."
)


class MeetingScreen(Screen[None]):
    """One screen for the whole meeting; the stages change in its middle."""

    BINDINGS = [
        Binding("ctrl+b", "take_waiting", "Bring back", id="meeting.take_waiting",
                tooltip="Put what waits beside the capture line into it; what stands there waits instead"),
        Binding("f1", "help", "Help", id="meeting.help", tooltip="What the procedure says here, and the keys"),
        Binding("question_mark", "help", "Help", show=False),
        Binding("f2", "previous", "Back", id="meeting.previous", tooltip="Go to the stage before this one"),
        Binding("f3", "next", "Next", id="meeting.next", tooltip="This stage is done: go to the next one"),
        Binding("f4", "go_to", "Go to", id="meeting.go_to", tooltip="Go to any stage by its name"),
        Binding("f5", "closed_slot", "Closed slot", id="meeting.closed_slot", tooltip="Begin or end the closed slot"),
        Binding("f6", "room", "Room", id="meeting.room", tooltip="Who is here: arrived, left"),
        Binding("f7", "say_next", "Said", id="meeting.say", tooltip="Tick the next statement of the script as said"),
        Binding("f8", "ask_family", "Family", id="meeting.family", tooltip="Record that the family was asked here"),
        Binding("f12", "sitting", "Sitting", show=False, id="meeting.sitting",
                tooltip="Adjourn, let it go on, or another chair"),
        Binding("ctrl+g", "heard", "Heard", show=False, id="meeting.heard",
                tooltip="Who has been heard: everybody at each item, and each child's matter"),
        Binding("ctrl+n", "change_sitting", "Change sitting", show=False, id="meeting.change_sitting",
                tooltip="The next sitting, for those who do not meet: some leave, others come"),
        Binding("ctrl+z", "undo", "Undo", id="meeting.undo", tooltip="Strike the last thing recorded"),
        Binding("ctrl+y", "redo", "Redo", show=False, id="meeting.redo", tooltip="Take the last undo back"),
        Binding("ctrl+r", "timeline", "Timeline", show=False, id="meeting.timeline",
                tooltip="Everything recorded: search, filter, strike, restore"),
        Binding("ctrl+o", "family_tree", "Family tree", show=False, id="meeting.family_tree",
                tooltip="The family tree, drawn and corrected with the family"),
        Binding("escape", "leave_line", "Line/sheet", show=False, id="meeting.focus",
                tooltip="Between the capture line and the stage"),
        Binding("ctrl+w", "home", "Home", show=False, id="meeting.home", tooltip="Leave this conference; all is saved"),
    ]  # fmt: skip
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (72, "-narrow"), (104, "-wide"), (150, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall")]

    ONLY_COMMANDS = [("At the keyboard", "Chair or minute-taker: it stands in every entry", "keyboard")]
    """What is found by its name alone: too rare for a key."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self._shown: Conference | None = None
        self._middle = Middle(meeting)
        self._side = meeting.side
        self._no_room = ""
        """What was last found of the disk's reserve; empty while it is whole."""
        self._is_moving = False

    def compose(self) -> ComposeResult:
        """The frame."""
        yield RoomBar(id="room")
        with Horizontal(id="middle"):
            yield AgendaList(id="agenda")
            yield self._middle
            yield Margin(id="margin", markup=False)
        yield WaitingWords(id="waiting", markup=False)
        yield CaptureLine(id="line")
        yield KeyBar()

    @property
    def line(self) -> CaptureLine:
        """The capture line."""
        return self.query_one(CaptureLine)

    @property
    def stage(self) -> Stage | None:
        """The stage that is shown."""
        return self._middle.stage

    def on_mount(self) -> None:
        """Let wait what was unfinished, before a key can come; begin once everything of the frame is there."""
        self.watch(self.line, "waiting", self._show_waiting)
        self.line.go_to_side(self.meeting.side, self.meeting.unfinished().get("line", ""))
        self.call_after_refresh(self._begin)

    async def _begin(self) -> None:
        """Show the stage where the meeting stood."""
        self.set_class(self.meeting.in_closed_slot, "-closed-slot")
        self.meeting.listeners.append(self.refresh_meeting)
        self.meeting.troubles.append(self._not_saved)
        stage = self.meeting.conference.stage or SET_UP.id
        if not self.meeting.conference.stage:
            self.meeting.record(e.StageOpened(stage=stage))
        garbage.keep_what_stays()
        await self._show(stage)
        self.line.focus()
        if kept := forms_left(self.meeting.unfinished()):
            self.notify(kept, markup=False)
        if self.meeting.warning:
            self.notify(self.meeting.warning, severity="warning", timeout=30, markup=False)

    def on_unmount(self) -> None:
        """Listen no more, and let what was drawn be collected."""
        gc.unfreeze()
        self.meeting.listeners.clear()
        self.meeting.troubles.clear()

    # --- What is shown --------------------------------------------------------------------------------------

    def refresh_meeting(self) -> None:
        """Draw what changed: the top line always, the rest when the conference is another one."""
        if not self.is_running:
            return
        self._go_through_the_door()
        if self._is_moving:
            return  # the stage that is left need not be drawn any more, and the next one cannot be yet
        self._look_for_room()
        self.query_one(RoomBar).show(self.meeting, is_full=bool(self._no_room))
        if self._shown is self.meeting.conference and not self.meeting.in_closed_slot:
            return
        self._shown = self.meeting.conference
        self.line.names = names_of(self.meeting.conference)
        self.query_one(AgendaList).show(self.meeting)
        if self.meeting.conference.closed:
            self._middle.border_subtitle = ""  # nobody can be asked any more
        self.query_one(Margin).show(self.meeting)
        if self.stage:
            self.stage.refresh_rows()

    def _show_waiting(self, waiting: tuple[Waiting, ...]) -> None:
        self.set_class(bool(waiting), "-waits")
        self.query_one(WaitingWords).show(waiting)
        self.refresh_bindings()

    def _look_for_room(self) -> None:
        """Tell once that entries are saved in the reserve of a full disk, or can soon not be; the top line goes on."""
        if not self.meeting.is_saved:
            return
        warning = self.meeting.reserve_warning
        if _without_numbers(warning) != _without_numbers(self._no_room):
            if warning:
                self.notify(warning, severity="warning", timeout=60, markup=False)
            else:
                self.notify("There is room on the disk again.", markup=False)
        self._no_room = warning

    def _go_through_the_door(self) -> None:
        """Nothing typed in the slot outlives it on screen, and nothing from outside is taken into it."""
        if self._side == self.meeting.side:
            return
        self._side = self.meeting.side
        self.set_class(self.meeting.in_closed_slot, "-closed-slot")
        self.line.go_to_side(self._side, self.meeting.unfinished().get("line", ""))
        for screen in self.app.screen_stack:
            if isinstance(screen, Form):
                screen.forget_if_of_another_side()
        self.app.copy_to_clipboard("")
        self.app.clear_notifications()

    def _not_saved(self, entry: e.Recorded, sentence: str) -> None:
        """Say so, and give the words back where they can be sent again."""
        self._go_through_the_door()  # which takes away what was said before
        if isinstance(entry.event, e.ClosedSlotBegan):
            self.app.forget_keys()  # type: ignore[attr-defined]  # typed for the slot
            if not isinstance(self.app.screen, Veil):
                self.app.push_screen(NotBegun())
            sentence += " The closed slot is not open. Begin it again."
        elif isinstance(entry.event, e.ContributionMade):
            own = entry.moment.own_matter_of if entry.moment else ""
            self.line.wait(written(entry.event, self.line.names, own), NOT_SAVED)
            sentence += " The words wait beside the capture line."
        else:
            sentence += " What was typed in a form is there again when you open it."
        self.notify(sentence, title="Not saved", severity="error", timeout=60, markup=False)

    async def _show(self, stage: str) -> None:
        """Put a stage in the middle; it is made the first time and kept."""
        with self.app.batch_update():  # a frame of the empty middle would put the stage's own off to the next
            await self._put_in_the_middle(stage)
        if self.stage and self.stage.is_new:
            self.call_after_refresh(self.set_timer, WRITTEN_AFTER, self.stage.draw_rest)

    @property
    def has_more_to_draw(self) -> bool:
        """Whether the rest of the stage is drawn in a moment."""
        return self.stage is not None and self.stage.is_new

    async def _put_in_the_middle(self, stage: str) -> None:
        self._is_moving = True
        had_focus = self.stage is not None and self.stage.has_focus_within
        shown = await self._middle.put(stage)
        agenda = self.query_one(AgendaList)
        had_focus = had_focus or (agenda.has_focus and shown.WIDE)
        agenda.set_class(shown.WIDE, "-gives-room")
        self._is_moving = False
        self.refresh_meeting()
        shown.refresh_rows()
        if had_focus:
            shown.first_focus().focus()
        self.refresh_bindings()

    # --- Going about ----------------------------------------------------------------------------------------

    async def go(self, stage: str, *, done: bool = False) -> None:
        """Go to a stage; `done` ticks the one that is left. Leaving without asking the family is said once."""
        here = self.meeting.conference.stage
        if stage == here and self.stage and stage == self.stage.ID:
            return
        if not self.meeting.conference.closed_slot:
            self._middle.point_out(here, then=stage)
        self._is_moving = True
        try:
            if done and here and not self.meeting.in_closed_slot and not self.meeting.conference.closed:
                self.meeting.record(e.StageFinished(stage=here))
            self.meeting.record(e.StageOpened(stage=stage))
            await self._show(stage)
        finally:
            self._is_moving = False

    async def action_next(self) -> None:
        """The stage is done; go to the next."""
        await self._step(1, done=True)

    async def action_previous(self) -> None:
        """Go back one stage."""
        await self._step(-1, done=False)

    async def _step(self, step: int, *, done: bool) -> None:
        ids = stage_ids(self.meeting)
        place = ids.index(self.meeting.conference.stage) + step
        if 0 <= place < len(ids):
            await self.go(ids[place], done=done)

    @on(AgendaList.Chosen)
    async def _chosen(self, event: AgendaList.Chosen) -> None:
        await self.go(event.stage)

    @work
    async def action_go_to(self) -> None:
        """Ask for a stage by name."""
        from screens.go_to import GoTo

        stage = await self.app.push_screen_wait(GoTo(self.meeting))
        if stage:
            await self.go(stage)

    def action_leave_line(self) -> None:
        """From the capture line to the stage, and back."""
        if self.focused is self.line and self.stage:
            self.stage.first_focus().focus()
        else:
            self.line.focus()

    def action_say_next(self) -> None:
        """Tick the next statement of the script."""
        if self.stage:
            self.stage.action_say_next()

    def action_ask_family(self) -> None:
        """Record the family's word at this stage."""
        if self.stage:
            self.stage.action_ask_family()

    def action_help(self) -> None:
        """What the procedure says at this stage, and the keys."""
        from screens.help import of_stage

        if self.stage:
            self.app.push_screen(of_stage(self.app, self.stage))

    def action_room(self) -> None:
        """Who is here; arriving and leaving."""
        from screens.room import Room

        self.app.push_screen(Room(self.meeting))

    def action_sitting(self) -> None:
        """Adjourning, going on, and another chair."""
        from screens.sitting import SittingBox

        self.app.push_screen(SittingBox(self.meeting))

    def action_heard(self) -> None:
        """Who has been heard so far."""
        from screens.heard import Heard

        self.app.push_screen(Heard(self.meeting))

    def action_change_sitting(self) -> None:
        """Go to the next sitting of a conference held in two."""
        from screens.split import change_sitting

        change_sitting(self.meeting, self.app.push_screen, partial(self.notify, markup=False))

    def action_timeline(self) -> None:
        """Everything that was recorded in the open record."""
        from screens.timeline import Timeline

        self.app.push_screen(Timeline.of(self.meeting))

    def action_family_tree(self) -> None:
        """The family tree, to look at together."""
        from screens.family_tree import FamilyTree

        self.app.push_screen(FamilyTree(self.meeting))

    def action_keyboard(self) -> None:
        """Say who is at the keyboard: it stands in every entry from then on."""
        from screens.timeline import at_the_keyboard

        self.app.push_screen(at_the_keyboard(self.meeting))

    async def action_closed_slot(self) -> None:
        """Begin or end the closed slot, at its own stage."""
        from screens.closed import Closed

        await self.go("closed")
        if isinstance(self.stage, Closed):
            self.stage.action_slot()

    def action_home(self) -> None:
        """Leave this conference; but where the last words could not be saved, stay once with them."""
        if not self.app.is_making_papers() and self.meeting.settle():  # type: ignore[attr-defined]
            self.keep_typing()
            self.dismiss(None)

    def keep_typing(self) -> None:
        """Keep what stands in the capture line now."""
        self._keep(self.line.unfinished, self.line.side)

    def _keep(self, text: str, side: int) -> None:
        if side == self.meeting.side:
            self.meeting.typing("line", text)

    # --- Typed while the rows have the keyboard ---------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """A character that is no key here begins a line, or goes on with it: what somebody types is never lost."""
        typed = event.is_printable and event.character not in (None, " ")
        if typed and self.focused is not self.line and event.key not in self.active_bindings:
            self._to_the_line(events.Key(event.key, event.character))
            event.stop()

    def on_paste(self, event: events.Paste) -> None:
        """A paste is words, wherever the keyboard is."""
        self._to_the_line(events.Paste(event.text))
        event.stop()

    def _to_the_line(self, event: events.Event) -> None:
        self.line.focus()
        self.line.post_message(event)

    # --- Undo, redo, the capture line -----------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take back the last thing done."""
        self._back(self.meeting.undo, "Undone")

    def action_redo(self) -> None:
        """Take the last undo back."""
        self._back(self.meeting.redo, "Redone")

    def _back(self, step: Callable[..., e.AnyEvent], word: str) -> None:
        try:
            event = step()
        except ChangesSitting:
            from screens.split import ask_who_is_here

            ask_who_is_here(
                self.app.push_screen, partial(self._back, partial(step, may_change_sitting=True), word)
            )
            return
        except Refused as refused:
            self.notify(str(refused), markup=False)
            return
        meeting = self.meeting
        what = in_short(event, meeting.entries, meeting.conference, meeting.procedure)
        self.notify(f"{word}: {what}.", markup=False)

    def action_take_waiting(self) -> None:
        """Put what waits beside the capture line into it."""
        self.line.take()
        self.line.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What waits can be taken while something does."""
        if action == "take_waiting":
            return self.has_class("-waits")
        return super().check_action(action, parameters)

    @on(CaptureLine.Submitted)
    def _captured(self, event: CaptureLine.Submitted) -> None:
        if event.side != self.meeting.side:
            self._from_the_other_side(event.line)
            return
        captured = event.captured
        contribution = e.ContributionMade(
            contribution=self.meeting.new_id(),
            stage=self.meeting.conference.stage,
            speaker=captured.speaker,
            words=captured.words,
            column=captured.column,
            children=captured.children,
            new_today=captured.new_today,
            in_writing=captured.in_writing,
        )
        try:
            self.meeting.record(contribution, told=Told(own_matter_of=captured.own_matter_of))
        except Refused as refused:
            self.notify(f"{refused} {WAITS}", severity="warning", markup=False)
            self.line.wait(event.line, NOT_RECORDED)

    def _from_the_other_side(self, line: str) -> None:
        """The closed slot ended or was open again while a line was on its way; what was said in it goes nowhere else."""
        self._go_through_the_door()
        if self.meeting.in_closed_slot:
            self.line.wait(line, NOT_RECORDED)
        said = SLOT_IS_BACK if self.meeting.in_closed_slot else SLOT_IS_GONE
        self.notify(said, title="Not recorded", severity="error", timeout=60, markup=False)

    @on(CaptureLine.Unclear)
    def _unclear(self, event: CaptureLine.Unclear) -> None:
        if event.side == self.meeting.side:
            self.notify(f"{event.sentence} {WAITS}", severity="warning", markup=False)

    @on(CaptureLine.Paused)
    def _paused(self, event: CaptureLine.Paused) -> None:
        self._keep(event.text, event.side)


def forms_left(unfinished: Mapping[str, str]) -> str:
    """That something was typed in forms and not recorded, and in which; empty where nothing was."""
    if not unfinished.keys() - {"line"}:
        return ""
    titles = [f"“{words}”" for field, words in unfinished.items() if field.endswith("/")]
    where = f" ({listed(titles)})" if titles else ""
    return f"Something was typed in a form and not recorded{where}. It is there again when you open the form."


def _without_numbers(sentence: str) -> str:
    """What is the same while only the room that is left grows less."""
    return "".join(sign for sign in sentence if not sign.isdigit())


def names_of(conference: Conference) -> Names:
    """Everyone who can be named in the capture line."""
    children = {child.id: child.label for child in conference.children.values()}
    people = {person.id: person.label for person in conference.people.values()}
    to_hear = {child: children[child] for child in conference.children_to_hear()}
    return Names(speakers={**people, **to_hear}, children=children)
