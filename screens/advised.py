"""What could be clearer, in the stages where a plan is made: a count, and a list that leads to each place (BA-20).

It reminds and stops nobody; what the chair leaves as it is is not told again.
"""

from collections.abc import Iterable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from conference_tui.conference import events as e
from conference_tui.conference.plan_advice import Advice, advice
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line
from conference_tui.meeting import Meeting, Refused
from screens.stage import Stage, in_brief
from screens.widgets.key_bar import KeyBar
from screens.widgets.sheet import Row, Sheet, heading, plain


class Advised(Stage):
    """A stage of which some words, or the whole plan, could be clearer."""

    BINDINGS = [
        Binding(
            "k",
            "advice",
            "Clearer",
            show=False,
            id="plan.advice",
            tooltip="What could be clearer in danger statements, goals and the plan: a list that leads there",
        )
    ]

    def advice_rows(self) -> Iterable[Row]:
        """One line, where there is anything."""
        found = advice(self.conference, self.meeting.procedure)
        here = [each for each in found if each.stage == self.ID]
        if here:
            things = "1 thing" if len(here) == 1 else f"{len(here)} things"
            text = plain(f"· {things} could be clearer here · k lists them", "$text-muted")
            yield Row(key="advice", text=text, act=self.action_advice)

    def action_advice(self) -> None:
        """List what could be clearer, of the whole plan; the one that is chosen is gone to."""
        if advice(self.conference, self.meeting.procedure) or self.conference.advice_left:
            self.app.push_screen(AdviceList(self.meeting), self._chosen)
        else:
            self.notify("Nothing was found that could be clearer.", markup=False)

    async def _chosen(self, chosen: Advice | None) -> None:
        from screens.meeting import MeetingScreen

        screen = self.screen
        if chosen is None or not isinstance(screen, MeetingScreen):
            return
        await screen.go(chosen.stage)
        if isinstance(screen.stage, Advised):
            screen.stage.first_focus().focus()
            screen.stage.go_to(chosen)

    def go_to(self, chosen: Advice) -> None:
        """Put the cursor on what it is about."""
        self.draw_rest()
        rows = [row.key if row.act else "" for row in self.sheet.rows]
        key = next((key for key in self.keys_of(chosen) if key in rows), None)
        if key is not None:
            self.sheet.highlighted = rows.index(key)

    def keys_of(self, chosen: Advice) -> Iterable[str]:
        """The rows that may show it, the best first."""
        return (chosen.about,)


class AdviceList(ModalScreen[Advice | None]):
    """Everything that could be clearer, with where it stands and from where the rule is."""

    BINDINGS = [
        Binding("l", "leave_it", "Leave it", id="advice.leave", tooltip="Leave it as it is; it is not told again"),
        Binding("escape", "dismiss", "Back"),
        Binding("k,q", "dismiss", "Back", show=False),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting) -> None:
        super().__init__()
        self._meeting = meeting
        self._sheet = Sheet(classes="sheet")
        self._found: dict[str, Advice] = {}

    def compose(self) -> ComposeResult:
        """A box with the list and its keys."""
        with Vertical(id="box") as box:
            box.border_title = "What could be clearer"
            yield self._sheet
            yield KeyBar()

    def on_mount(self) -> None:
        """Show the list, with the keyboard on it."""
        self._draw()
        self._sheet.focus()
        self._sheet.action_first()

    def _draw(self) -> None:
        conference = self._meeting.conference
        found = advice(conference, self._meeting.procedure)
        self._found = {each.key: each for each in found}
        rows = [heading("Now", "Enter goes there · l leaves it as it is" if found else "nothing")]
        before = ""
        for each in found:
            lines = [plain(f"   {each.says}"), plain(f"   {each.source}", "$text-muted")]
            if each.about != before:
                lines.insert(0, plain(in_brief(one_line(place(conference, each)), 60), "bold"))
            before = each.about
            rows.append(Row(key=each.key, text=Content("\n").join(lines), act=partial(self._go_to, each)))
        if conference.advice_left:
            rows.append(heading("Left as it is", "l looks at it again"))
        for key, left in conference.advice_left.items():
            rows.append(Row(key=f"left:{key}", text=plain(f"✓ {left.says}"), act=self.action_leave_it))
        self._sheet.show(rows)

    def _go_to(self, chosen: Advice) -> None:
        self.dismiss(chosen)

    def action_leave_it(self) -> None:
        """Leave what the cursor is on as it is; or look again at what was left."""
        place_ = self._sheet.highlighted
        key = self._sheet.rows[place_].key if place_ is not None else ""
        try:
            if found := self._found.get(key):
                self._meeting.record(e.AdviceLeft(advice=found.key, says=found.says))
            elif left := self._meeting.conference.advice_left.get(key.removeprefix("left:")):
                self._meeting.strike(left, "looked at again")
        except Refused as refused:
            self.notify(str(refused), severity="warning", markup=False)
        self._draw()


def place(conference: Conference, found: Advice) -> str:
    """Where it stands, in words: "Action 3: …", "Danger statement 1: …", a child's plan."""
    kind, _, id_ = found.about.partition(":")
    match kind:
        case "action":
            return f"Action {_number(conference.actions, id_)}: {conference.actions[id_].what}"
        case "statement":
            statements = conference.danger_statements
            return f"Danger statement {_number(statements, id_)}: {statements[id_].words}"
        case "goal":
            goals = conference.safety_goals
            return f"Safety goal {_number(goals, id_)}: {goals[id_].words}"
        case "line":
            return f"Bottom line: {conference.bottom_lines[id_].words}"
        case "contingency":
            return f"If the plan does not hold: {conference.contingencies[id_].words}"
        case "support":
            return f"The family's own support: {conference.network[id_].words}"
        case "recommendation":
            return f"Recommendation: {conference.recommendations[id_].words}"
        case _:
            return conference.name(id_)


def _number(those: Iterable[str], id_: str) -> int:
    return list(those).index(id_) + 1
