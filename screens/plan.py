"""The plan: need, worry, goal, action, who, by when, how we will know (BA-20, HV-11, BR-5, KC-7)."""

from collections.abc import Iterable, Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding

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
from screens.form import Field, Form, Values
from screens.widgets.child_tabs import ChildTabs
from screens.widgets.sheet import Row, heading, plain

ALL = ""
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


class Plan(Advised):
    """Everything agreed, for all the children or for one; what is still unanswered stands below."""

    ID = "plan"
    SAYS_NEXT_ALONE = True
    BINDINGS = [
        Binding("a", "add_action", "Action", id="plan.action", tooltip="Agree an action"),
        Binding("g", "settle_birth", "Birth", show=False, id="plan.birth",
                tooltip="Settle the next point of an unborn child's birth"),
        Binding("b", "add_line", "Bottom line", id="plan.line", tooltip="Set a bottom line"),
        Binding("c", "add_contingency", "Contingency", id="plan.contingency",
                tooltip="Say what happens if the plan does not hold"),
        Binding("o", "add_support", "Support", id="plan.support", tooltip="What the family's network offers"),
        Binding("r", "add_recommendation", "Recommend", id="plan.recommendation", tooltip="Recommend something"),
        Binding("x", "strike", "Strike", id="plan.strike", tooltip="Strike what the cursor is on, with a reason"),
        Binding("n", "turn(1)", "Next child", show=False, id="plan.next", tooltip="See the next child's plan"),
        Binding("p", "turn(-1)", "Back", show=False, id="plan.previous", tooltip="See the plan before"),
    ]  # fmt: skip

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._tabs = ChildTabs()
        self._child = ALL
        self._agreed: dict[str, Agreed] = {}

    def compose(self) -> ComposeResult:
        """The children's names above the sheet."""
        yield self._tabs
        yield self.sheet

    def draw(self) -> None:
        """Show the names and the rows."""
        if self._child not in self.conference.children:
            self._child = ALL
        tabs = [(ALL, "All"), *((child.id, child.label) for child in self.conference.children.values())]
        self._tabs.show(tabs, self._child)
        super().draw()

    # --- Whose plan is seen ---------------------------------------------------------------------------------

    def action_turn(self, step: int) -> None:
        """See the next child's plan, or the one before; first those of all."""
        tabs = [ALL, *self.conference.children]
        self.see(tabs[(tabs.index(self._child) + step) % len(tabs)])

    @on(ChildTabs.Chosen)
    def _tab_chosen(self, event: ChildTabs.Chosen) -> None:
        event.stop()
        self.see(event.child)

    def see(self, child: str) -> None:
        """See one child's plan, or everybody's."""
        self._child = child
        self.draw()

    def _shown_here(self, children: tuple[str, ...]) -> bool:
        return self._child == ALL or is_about(children, self._child)

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
        yield heading("Bottom lines", "b: what is not negotiable")
        for line in self.conference.bottom_lines.values():
            yield from self._row(f"line:{line.line}", line, line.words, line.children)
        yield heading("If the plan does not hold", "c: what happens then")
        for what_if in self.conference.contingencies.values():
            yield from self._row(f"if:{what_if.contingency}", what_if, what_if.words, what_if.children)
        yield heading("The family's own support", "o: who offers what")
        for offer in self.conference.network.values():
            words = f"{self.conference.name(offer.person)}: {offer.words}"
            yield from self._row(f"support:{offer.support}", offer, words, offer.children)
        yield heading("Recommendations", "r: to others")
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
        yield heading("Actions", f"{len(shown)} · a adds one · Enter corrects · x strikes")
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
        titles = {
            "worry": plan_forms.short(answers, 90),
            "goal": plan_forms.short(goal.words if goal else "", 90),
        }
        for part in action.parts_told:
            words = titles.get(part.field, getattr(action, part.field))
            lines += [f"   {part.label.lower()}: {words}"] if words else []
        return "\n".join(lines)

    def _unanswered(self) -> Iterable[Row]:
        left = [each for each in without_action(self.conference) if self._shown_here(each.children)]
        if not left:
            return
        yield heading("Worries that no action answers yet", "Enter: an action for it")
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
        """Put the cursor on it; of a plan that lacks something, open the form for that."""
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

    def shows_key(self, binding: Binding) -> bool:
        """The key of the birth is named where a child is unborn."""
        if binding.action == "settle_birth":
            return any(child.unborn for child in self.conference.children.values())
        return binding.show

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
        """Strike what the cursor is on, with the reason. It stays in the record."""
        place = self.sheet.highlighted
        agreed = self._agreed.get(self.sheet.rows[place].key) if place is not None else None
        if agreed is None:
            self.notify("Put the cursor on what is to be struck from the plan.", markup=False)
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
