"""The plan: need, worry, goal, action, who, by when, how we will know (BA-20, HV-11, BR-5, KC-7)."""

from collections.abc import Iterable, Mapping
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference.expectations import without_a_part
from conference_tui.conference.folding import struck_numbers
from conference_tui.conference.plan import is_about, without_action, worries
from conference_tui.conference.plan_advice import Advice
from conference_tui.conference.split import worry_for_the_room
from conference_tui.conference.text import listed, say_date
from conference_tui.meeting import Meeting
from screens import birth_plan, key_worker, plan_forms
from screens.advised import Advised
from screens.commands import Command
from screens.form import Field, Form, Values
from screens.in_turn import InTurn
from screens.widgets.sheet import Row, heading, plain

ALL = "all"
"""The tab that shows what is agreed for any of the children."""

Agreed = (
    e.ActionAgreed
    | e.BottomLineSet
    | e.ContingencySet
    | e.NetworkSupportOffered
    | e.RecommendationMade
    | e.KeyWorkerNamed
    | e.VisitsAgreed
    | e.BirthPlanSet
)
"""What stands in a plan."""


class Plan(InTurn, Advised):
    """Everything agreed, for all the children or for one; what is still unanswered stands below."""

    ID = "plan"
    SAYS_NEXT_ALONE = True
    TYPED_COMMANDS = (
        Command("action", "add_action", "Agree an action", "ctrl+a", "Action"),
        Command("birth", "settle_birth", "Settle the next point of an unborn child's birth"),
        Command("bottom-line", "add_line", "Set a bottom line"),
        Command("contingency", "add_contingency", "Say what happens if the plan does not hold"),
        Command("support", "add_support", "What the family's network offers"),
        Command("recommendation", "add_recommendation", "Recommend something"),
        Command("strike", "strike", "Strike what is marked, with a reason"),
    )

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._agreed: dict[str, Agreed] = {}

    def turns(self) -> Mapping[str, str]:
        """The plan for all the children, and each child's."""
        return {ALL: "All", **super().turns()}

    def _shown_here(self, children: tuple[str, ...]) -> bool:
        return self.child == ALL or is_about(children, self.child)

    # --- Rows -----------------------------------------------------------------------------------------------

    def rows(self) -> Iterable[Row]:
        """What is agreed, kind by kind, then the worries that nothing answers yet."""
        self._agreed = {}
        yield from self.advice_rows()
        yield from self._actions()
        yield from self._unanswered()
        yield from self._without_a_part()
        for row, settled in birth_plan.rows(self, self._shown_here):
            if settled:
                self._agreed[row.key] = settled
            yield row
        yield heading("Bottom lines", "/bottom-line: what is not negotiable")
        for line in self.conference.bottom_lines.values():
            yield from self._row(f"line:{line.line}", line, line.words, line.children)
        yield heading("If the plan does not hold", "/contingency: what happens then")
        for what_if in self.conference.contingencies.values():
            yield from self._row(f"if:{what_if.contingency}", what_if, what_if.words, what_if.children)
        yield heading("The family's own support", "/support: who offers what")
        for offer in self.conference.network.values():
            words = f"{self.conference.name(offer.person)}: {offer.words}"
            yield from self._row(f"support:{offer.support}", offer, words, offer.children)
        yield heading("Recommendations", "/recommendation: to others")
        for made in self.conference.recommendations.values():
            owner = f" · {self.conference.name(made.owner)}" if made.owner else ""
            by = f" · by {say_date(made.by)}" if made.by else ""
            words = f"{made.words}{owner}{by}"
            yield from self._row(f"recommendation:{made.recommendation}", made, words, made.children)
        yield from self._leading()

    def _row(self, key: str, agreed: Agreed, words: str, children: tuple[str, ...]) -> Iterable[Row]:
        """One thing agreed, with the children it is for; Enter corrects it."""
        if not self._shown_here(children):
            return
        self._agreed[key] = agreed
        text = plain(f"✓ {words} · {self._for(children)}")
        yield Row(key=key, text=text, act=partial(self.correct, agreed))

    def _for(self, children: tuple[str, ...]) -> str:
        if not children or len(children) == len(self.conference.children) > 1:
            return "for all the children"
        return f"for {listed([self.conference.short(child) for child in children])}"

    def _actions(self) -> Iterable[Row]:
        shown = [each for each in self.conference.actions.values() if self._shown_here(each.children)]
        yield heading("Actions", f"{len(shown)} · /action · Enter corrects · /strike")
        for number, action in enumerate(shown, start=1):
            key = f"action:{action.action}"
            self._agreed[key] = action
            text = plain(f"{number}. {action.what}\n{self._about(action)}")
            yield Row(key=key, text=text, act=partial(self.correct, action))

    def _about(self, action: e.ActionAgreed) -> str:
        """Who, when and for whom, then what the action comes from and how it will be seen."""
        who = [self.conference.name(someone) for someone in action.who]
        doing = listed([*who, action.also] if action.also else who)
        lines = [f"   {doing} · {action.when} · {self._for(action.children)}"]
        answered = (each for each in worries(self.conference) if each.id == action.worry)
        answers = next((worry_for_the_room(self.conference, each) for each in answered), "")
        goal = self.conference.safety_goals.get(action.goal)
        parts = [
            f"need: {action.need}" if action.need else "",
            f"worry: {plan_forms.short(answers, 90)}" if answers else "",
            f"goal: {plan_forms.short(goal.words, 90)}" if goal else "",
            f"we will know: {action.how_known}" if action.how_known else "",
        ]
        lines += [f"   {part}" for part in parts if part]
        return "\n".join(lines)

    def _unanswered(self) -> Iterable[Row]:
        left = [each for each in without_action(self.conference) if self._shown_here(each.children)]
        if not left:
            return
        yield heading("Worries that no action answers yet", "Enter: an action")
        for worry in left:
            speaker = f"{self.conference.name(worry.speaker)}: " if worry.speaker else "Danger: "
            start = e.ActionAgreed(
                action="", children=worry.children, what="", who=(), when="", worry=worry.id
            )
            text = plain(f"! {speaker}{worry_for_the_room(self.conference, worry)}")
            yield Row(key=f"worry:{worry.id}", text=text, act=partial(self._begin_action, start))

    def _without_a_part(self) -> Iterable[Row]:
        """Of whom nothing is asked yet, once the plan is begun (HV-11)."""
        left = without_a_part(self.conference)
        if left:
            yield heading("Nothing to do in the plan yet", "Enter: an action for them")
        for someone in left:
            start = e.ActionAgreed(action="", children=(), what="", who=(someone,), when="")
            text = plain(f"○ {self.conference.name(someone)}{self._role(someone)}")
            yield Row(key=f"part:{someone}", text=text, act=partial(self._begin_action, start))

    def _role(self, someone: str) -> str:
        person = self.conference.people.get(someone)
        return f" · {person.role}" if person and person.role else ""

    def _leading(self) -> Iterable[Row]:
        for row in key_worker.rows(self):
            kind, _, child = row.key.partition(":")
            if child in self.conference.children and not self._shown_here((child,)):
                continue
            given: Agreed | None = None
            if kind == "worker":
                given = self.conference.key_workers.get(child)
            elif kind == "visits":
                given = self.conference.visits.get(child)
            if given:
                self._agreed[row.key] = given
            yield row

    # --- What could be clearer ------------------------------------------------------------------------------

    def go_to(self, chosen: Advice) -> None:
        """Put the marker on it; of a plan that lacks something, open the form for that."""
        kind, _, id_ = chosen.about.partition(":")
        self.see(id_ if kind == "child" else ALL)
        match chosen.kind:
            case "no_contingency":
                self.ask(plan_forms.contingency(self.meeting, None, (id_,)))
            case "no_bottom_line":
                self.ask(plan_forms.bottom_line(self.meeting, None, (id_,)))
            case _:
                super().go_to(chosen)

    def keys_of(self, chosen: Advice) -> Iterable[str]:
        """The rows that may show it."""
        kind, _, id_ = chosen.about.partition(":")
        match kind:
            case "contingency":
                return (f"if:{id_}",)
            case "statement":
                return (f"worry:{id_}",)
            case "child":
                return tuple(key for key in self._agreed if key.startswith("action:"))
            case _:
                return (chosen.about,)

    # --- Agreeing and correcting ----------------------------------------------------------------------------

    def action_add_action(self) -> None:
        """Agree an action."""
        self.ask(plan_forms.action(self.meeting, None))

    def _begin_action(self, start: e.ActionAgreed) -> None:
        self.ask(plan_forms.action(self.meeting, None, start))

    def action_add_line(self) -> None:
        """Set a bottom line."""
        self.ask(plan_forms.bottom_line(self.meeting, None))

    def action_add_contingency(self) -> None:
        """Say what happens if the plan does not hold."""
        self.ask(plan_forms.contingency(self.meeting, None))

    def action_add_support(self) -> None:
        """Record what somebody of the network offers (BA-7)."""
        self.ask(plan_forms.support(self.meeting, None))

    def action_add_recommendation(self) -> None:
        """Record a recommendation."""
        self.ask(plan_forms.recommendation(self.meeting, None))

    def action_settle_birth(self) -> None:
        """Settle what is still open about the birth of an unborn child (HF-1)."""
        birth_plan.ask_next(self)

    def correct(self, agreed: Agreed) -> None:
        """Open what was agreed, to be recorded again under the same id."""
        match agreed:
            case e.ActionAgreed():
                form = plan_forms.action(self.meeting, agreed)
            case e.BottomLineSet():
                form = plan_forms.bottom_line(self.meeting, agreed)
            case e.ContingencySet():
                form = plan_forms.contingency(self.meeting, agreed)
            case e.NetworkSupportOffered():
                form = plan_forms.support(self.meeting, agreed)
            case e.RecommendationMade():
                form = plan_forms.recommendation(self.meeting, agreed)
            case _:
                return
        self.ask(form)

    # --- Striking -------------------------------------------------------------------------------------------

    def action_strike(self) -> None:
        """Strike what is marked, with the reason. It stays in the record."""
        place = self.sheet.highlighted
        agreed = self._agreed.get(self.sheet.rows[place].key) if place is not None else None
        if agreed is None:
            self.notify("Put the marker on what is to be struck from the plan.", markup=False)
            return

        def save(values: Values) -> None:
            why = values.needed(
                "why", values.words("why"), "Why is it struck? The reason stays in the record."
            )
            self.meeting.record(*(e.Struck(seq=number, why=why) for number in self._numbers_of(agreed)))

        field = Field(name="why", label="Reason", kind="words", hint="it stays in the record")
        note = next(row.text.plain for row in self.sheet.rows if self._agreed.get(row.key) is agreed)
        self.ask(Form("Strike from the plan", [field], save, meeting=self.meeting, key="strike", note=note))

    def _numbers_of(self, agreed: Agreed) -> list[int]:
        """The entries in which it was recorded, with all its earlier wordings: none of them comes back."""
        struck = struck_numbers(self.meeting.entries)
        return [
            entry.seq
            for entry in self.meeting.entries
            if entry.seq not in struck
            and type(entry.event) is type(agreed)
            and _same(entry.event) == _same(agreed)
        ]


_ID: Mapping[type[e.Event], tuple[str, ...]] = {
    e.ActionAgreed: ("action",),
    e.BottomLineSet: ("line",),
    e.ContingencySet: ("contingency",),
    e.NetworkSupportOffered: ("support",),
    e.RecommendationMade: ("recommendation",),
    e.KeyWorkerNamed: ("child",),
    e.VisitsAgreed: ("child",),
    e.BirthPlanSet: ("child", "matter"),
}
"""By which fields two events are wordings of the same thing."""


def _same(agreed: e.Event) -> tuple[str, ...]:
    return tuple(str(getattr(agreed, name)) for name in _ID.get(type(agreed), ()))
