"""The frame of a running conference: agenda, stage, margin, capture line, and who is in the room."""

import gc
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingsMap
from textual.containers import Horizontal
from textual.dom import DOMNode

from conference_tui import garbage
from conference_tui.conference import events as e
from conference_tui.conference.agenda import SET_UP, items
from conference_tui.conference.attendance import away
from conference_tui.conference.capture import Names, NotUnderstood, read, written
from conference_tui.conference.compared import holds, same
from conference_tui.conference.last_said import last_said, last_voice
from conference_tui.conference.moments import Told
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed
from conference_tui.conference.timeline import in_short
from conference_tui.meeting import ChangesSitting, Meeting, Refused
from screens.arrivals import ComesAndGoes
from screens.blank import NotBegun, Veil
from screens.commands import Command, declared, keys_of
from screens.corrects_last import CorrectsLast
from screens.form import Form
from screens.middle import Middle, stage_ids
from screens.stage import Stage
from screens.steered import Pane
from screens.widgets.agenda_list import AgendaList
from screens.widgets.capture_line import CaptureLine
from screens.widgets.command_list import CommandList
from screens.widgets.key_bar import KeyBar
from screens.widgets.margin import Margin
from screens.widgets.room_bar import RoomBar
from screens.widgets.said_last import MOST, SaidLast
from screens.widgets.sheet import Sheet
from screens.widgets.waiting import (
    NOT_RECORDED,
    NOT_SAVED,
    SET_ASIDE,
    ForgetsTyping,
    Waiting,
    WaitingWords,
)

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


class MeetingScreen(ComesAndGoes, CorrectsLast):
    """One screen for the whole meeting; the stages change in its middle."""

    TYPED_COMMANDS = (
        Command("next", "next", "This stage is done: go to the next one", "f3", "Next"),
        Command("said", "say_next", "Tick the next statement of the script as said", "f7", "Said"),
        Command("family", "ask_family", "Record that the family was asked here", "f8", "Family"),
        Command("room", "room", "Who is here: arrived, left", "f6", "Room"),
        Command("closed", "closed_slot", "Begin or end the closed slot", "f5", "Closed slot"),
        Command("back", "previous", "Go to the stage before this one", "f2", "Back"),
        Command("go", "go_to", "Go to any stage by its name", "f4", "Go to", follows="stages_called"),
        Command("waiting", "take_waiting", "Put what waits beside the line into it, and what stands there beside it",
                "ctrl+b", "Bring back"),
        Command("help", "help", "What the procedure says here, and the keys", "f1", "Help"),
        Command("undo", "undo", "Strike the last thing recorded", "ctrl+z"),
        Command("redo", "redo", "Take the last undo back", "ctrl+y"),
        Command("heard", "heard", "Who has been heard: everybody at each item, and each child's matter", "ctrl+g"),
        Command("sitting", "sitting", "Adjourn, resume, or another chair", "f12"),
        Command("change-sitting", "change_sitting",
                "The next sitting, for those who do not meet: some leave, others come", "ctrl+n"),
        Command("timeline", "timeline", "Everything recorded: search, filter, strike, restore", "ctrl+r"),
        Command("family-tree", "family_tree", "The family tree, drawn and corrected with the family", "ctrl+o"),
        Command("keyboard", "keyboard", "Chair or minute-taker: it stands in every entry"),
        Command("home", "home", "Leave this conference; all is saved"),
    )  # fmt: skip
    BINDINGS = keys_of(
        "meeting",
        TYPED_COMMANDS,
        first=[each.key for each in TYPED_COMMANDS if each.action not in ("undo", "redo")],
    )
    """All but undo and redo, which are the line's while something stands in it, come before what a line does with a key."""
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (72, "-narrow"), (104, "-wide"), (150, "-broad")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-tall"), (36, "-high")]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self.meeting = meeting
        self._shown: Conference | None = None
        self._middle = Middle(meeting)
        self._own_keys = self._bindings
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
        yield CommandList()
        yield SaidLast(id="said")
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
        self._tell_side()
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
        self.disarm()
        self.line.know(names_of(self.meeting.conference), last_voice(self.meeting.latest))
        self._show_said()
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

    def _show_said(self) -> None:
        """What was said last, until the close; of the closed slot at its own stage alone, and then nothing else (BA-11)."""
        meeting, conference = self.meeting, self.meeting.conference
        is_seen = conference.stage == "closed" if meeting.in_closed_slot else not conference.closed
        found = last_said(meeting.latest, meeting.contributions, conference, MOST) if is_seen else ()
        self.set_class(bool(found), "-said")
        self.query_one(SaidLast).show(found)

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
        self._tell_side()
        self.query_one(SaidLast).show(())
        for screen in self.app.screen_stack:
            if isinstance(screen, Form):
                screen.forget_if_of_another_side()
            elif isinstance(screen, ForgetsTyping):
                screen.forget_typing()
        self.app.copy_to_clipboard("")
        self.app.clear_notifications()

    def _tell_side(self) -> None:
        unfinished = self.meeting.unfinished().get("line", "")
        self.line.go_to_side(self.meeting.side, unfinished, last_voice(self.meeting.latest))

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
        shown = await self._middle.put(stage)
        self.query_one(AgendaList).set_class(shown.WIDE, "-gives-room")
        self._is_moving = False
        self.refresh_meeting()
        shown.refresh_rows()
        self._mark_first(shown.first_pane())
        self.disarm()
        self._take_keys_of(shown)
        self.refresh_bindings()

    def _mark_first(self, pane: Sheet) -> None:
        """Put the marker where a stage begins; what stands before the first row that does something stays in sight."""
        was_marked = pane.highlighted is not None
        self.mark_pane(pane)
        if not was_marked:
            pane.scroll_home(animate=False, immediate=True)

    def _take_keys_of(self, stage: Stage) -> None:
        """Let the keys of the stage that is shown work, also those for which the line has a use of its own.

        Textual has no public way to change the keys of a screen that is shown.
        """
        keyed = [each for each in declared(type(stage)) if each.key]
        commands = [replace(each, action=f"at_stage({each.action!r})") for each in keyed]
        keys = keys_of(stage.ID, commands, first=[each.key for each in commands])
        self._bindings = BindingsMap.merge([BindingsMap(keys), self._own_keys])

    async def action_at_stage(self, action: str) -> None:
        """Do at the stage that is shown what one of its keys says."""
        if self.stage:
            await self.app.run_action(action, self.stage)

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

    def stages_called(self, typed: str) -> Mapping[str, str]:
        """The stages whose title may be meant."""
        every = [
            item
            for item in items(self.meeting.conference, self.meeting.procedure)
            if typed == str(item.number)
            or (not typed.isdigit() and holds(f"{item.stage.title} {item.stage.short}", typed))
        ]
        exact = [item for item in every if same(item.stage.title, typed)]  # "close" is not the closed slot
        return {item.stage.id: item.stage.title for item in exact or every}

    async def action_go_to(self, stage: str = "") -> None:
        """Go to a stage; without one begin the command, so that its name can be typed."""
        if stage:
            await self.go(stage)
        else:
            self.begin_command("go")

    def action_back(self) -> None:
        """Close the list of commands; the line keeps its words."""
        self.close_commands()

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

    def take_words(self, words: str) -> None:
        """Let words wait beside the line that were typed in a box, or on a choice."""
        self.line.elsewhere = ""
        self.line.wait(words, SET_ASIDE)
        self.keep_typing()

    def keep_words(self, words: str) -> None:
        """Keep what is being typed in a box: it waits if the program ends before that is left."""
        self.line.elsewhere = words
        self.keep_typing()

    def begin_command(self, word: str) -> None:
        """Begin a command that wants a name behind it; what stands in the line waits."""
        self.line.begin_command(word)

    def keep_typing(self) -> None:
        """Keep what stands in the capture line now."""
        self._keep(self.line.unfinished, self.line.side)

    def _keep(self, text: str, side: int) -> None:
        if side == self.meeting.side:
            self.meeting.typing("line", text)

    # --- What the line moves ----------------------------------------------------------------------------------

    def panes(self) -> Sequence[Sheet]:
        """The sheets of the stage that is shown."""
        return self.stage.panes() if self.stage else ()

    def mark_pane(self, pane: Pane) -> None:
        """Put the marker into a sheet; the stage brings it into sight."""
        super().mark_pane(pane)
        if self.stage and isinstance(pane, Sheet):
            self.stage.marked(pane)

    def places(self) -> Sequence[DOMNode]:
        """The stage's commands come before those of the meeting."""
        return (*([self.stage] if self.stage else []), self, self.app)

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

    @on(CaptureLine.Submitted)
    def _captured(self, event: CaptureLine.Submitted) -> None:
        if event.side != self.meeting.side:
            self._from_the_other_side(event.line)
            return
        try:
            captured = read(event.line, self.line.names, self.line.before)
            said = e.ContributionMade(
                contribution=self.meeting.new_id(),
                stage=self.meeting.conference.stage,
                speaker=captured.speaker,
                words=captured.words,
                column=captured.column,
                children=captured.children,
                new_today=captured.new_today,
                in_writing=captured.in_writing,
            )
            self.meeting.record(said, told=Told(own_matter_of=captured.own_matter_of))
        except (NotUnderstood, Refused) as wanting:
            self.notify(f"{wanting} {WAITS}", severity="warning", markup=False)
            self.line.wait(event.line, NOT_RECORDED)
        self.keep_typing()

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
    return Names(speakers={**people, **to_hear}, children=children, away=away(conference))
