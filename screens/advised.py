"""What could be clearer, in the stages where a plan is made: a count, and a list that leads to each place (BA-20).

It reminds and stops nobody; what the chair leaves as it is is not told again.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual.content import Content

from conference_tui.conference import events as e
from conference_tui.conference.plan_advice import Advice, advice
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line
from conference_tui.meeting import Meeting, Refused
from screens.commands import Command
from screens.sheet_box import SheetBox
from screens.stage import Stage, in_brief
from screens.widgets.sheet import Row, heading, plain


class AdviceList(SheetBox):
    """Everything that could be clearer, with where it stands and from where the rule is."""

    TITLE_IN_BOX = "What could be clearer"
    TYPED_COMMANDS = (Command("leave", "leave_it", "Leave what is marked as it is; it is not told again"),)

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self.chosen: Advice | None = None
        """What is to be gone to, once the list is left for it."""
        self._found: dict[str, Advice] = {}

    def rows(self) -> Iterable[Row]:
        """What is found now, under the words that it is about; then what was left as it is."""
        found = advice(self.conference, self.meeting.procedure)
        self._found = {each.key: each for each in found}
        yield heading("Now", "Enter goes there · /leave: it stays as it is" if found else "nothing")
        before = ""
        for each in found:
            lines = [plain(f"   {each.says}"), plain(f"   {each.source}", "$text-muted")]
            if each.about != before:
                lines.insert(0, plain(in_brief(one_line(place(self.conference, each)), 60), "bold"))
            before = each.about
            yield Row(key=each.key, text=Content("\n").join(lines), act=partial(self._go_to, each))
        if self.conference.advice_left:
            yield heading("Left as it is", "Enter: it is looked at again")
        for key, left in self.conference.advice_left.items():
            act = partial(self._look_again, left)
            yield Row(key=f"left:{key}", text=plain(f"✓ {left.says}"), act=act)

    def _go_to(self, chosen: Advice) -> None:
        self.chosen = chosen
        self.keep_typing()
        self.dismiss(None)

    def action_leave_it(self) -> None:
        """Leave what is marked as it is."""
        place_ = self.sheet.highlighted
        found = self._found.get(self.sheet.rows[place_].key) if place_ is not None else None
        if found:
            self._try(partial(self.meeting.record, e.AdviceLeft(advice=found.key, says=found.says)))
        else:
            self.notify("Put the marker on what is to stay as it is.", markup=False)

    def _look_again(self, left: e.AdviceLeft) -> None:
        self._try(partial(self.meeting.strike, left, "looked at again"))

    def _try(self, recording: Callable[[], object]) -> None:
        try:
            recording()
        except Refused as refused:
            self.notify(str(refused), severity="warning", markup=False)


class Advised(Stage):
    """A stage of which some words, or the whole plan, could be clearer."""

    TYPED_COMMANDS: ClassVar[Sequence[Command]] = (
        Command(
            "clearer",
            "advice",
            "What could be clearer in danger statements, goals and the plan: a list that leads there",
        ),
    )

    def advice_rows(self) -> Iterable[Row]:
        """One line, where there is anything."""
        found = advice(self.conference, self.meeting.procedure)
        here = [each for each in found if each.stage == self.ID]
        if here:
            things = "1 thing" if len(here) == 1 else f"{len(here)} things"
            text = plain(f"· {things} could be clearer here · /clearer lists them", "$text-muted")
            yield Row(key="advice", text=text, act=self.action_advice)

    def action_advice(self) -> None:
        """List what could be clearer, of the whole plan; the one that is chosen is gone to."""
        if advice(self.conference, self.meeting.procedure) or self.conference.advice_left:
            box = AdviceList(self.meeting)
            self.app.push_screen(box, lambda _: self._left(box))
        else:
            self.notify("Nothing was found that could be clearer.", markup=False)

    async def _left(self, box: AdviceList) -> None:
        from screens.meeting import MeetingScreen

        screen, chosen = self.screen, box.chosen
        if chosen is None or not isinstance(screen, MeetingScreen):
            return
        await screen.go(chosen.stage)
        if isinstance(screen.stage, Advised):
            screen.stage.go_to(chosen)

    def go_to(self, chosen: Advice) -> None:
        """Put the marker on what it is about."""
        self.draw_rest()
        rows = [row.key if row.act else "" for row in self.sheet.rows]
        key = next((key for key in self.keys_of(chosen) if key in rows), None)
        if key is not None:
            self.stand_on(rows.index(key))

    def keys_of(self, chosen: Advice) -> Iterable[str]:
        """The rows that may show it, the best first."""
        return (chosen.about,)


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
