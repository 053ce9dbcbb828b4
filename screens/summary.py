"""Summary and future risk: what was said, what may happen, and what we need to see (BA-16, HV-9)."""

from collections.abc import Iterable
from functools import partial

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference.hearing import still_empty
from conference_tui.conference.mapping import new_to_the_family
from conference_tui.conference.plan_advice import Advice
from conference_tui.conference.split import words_for_the_room
from conference_tui.conference.summing_up import balance, empty_domains, goals_of
from conference_tui.conference.text import listed
from screens.advised import Advised
from screens.form import Field, Form, Values
from screens.plan_forms import clear
from screens.whom import about_field, read_about
from screens.widgets.sheet import Row, heading, plain


class Summary(Advised):
    """The counts of the map, the chair's summary, the future of each child, worries with their goals."""

    ID = "summary"
    BINDINGS = [
        Binding("u", "sum_up", "Summary", id="summary.sum_up", tooltip="The chair's summary, as it is said"),
        Binding(
            "d",
            "danger",
            "Danger",
            id="summary.danger",
            tooltip="Add a danger statement, and its safety goal",
        ),
        Binding("g", "goal", "Goal", id="summary.goal", tooltip="Add a safety goal to a danger statement"),
    ]

    def rows(self) -> Iterable[Row]:
        """Counts, summary, future, danger statements."""
        yield from self._counts()
        yield from self._summaries()
        yield heading("If nothing changes", "Enter: what may happen")
        for child in self.conference.children.values():
            risk = self.conference.future_risk.get(child.id)
            text = plain(f"✓ {child.label}: {risk}" if risk else f"○ {child.label}: not talked about yet")
            yield Row(key=f"risk:{child.id}", text=text, act=partial(self.foresee, child.id))
        yield from self._statements()

    def _summaries(self) -> Iterable[Row]:
        yield heading("The chair's summary", "u: type one, of one child or several")
        every = self.conference.summaries
        for children, given in every.items():
            of = "" if len(children) in (0, len(self.conference.children)) else f"{self._named(children)}: "
            act = partial(self.sum_up, given)
            yield Row(key=f"summary:{':'.join(children)}", text=plain(f"{of}{given.words}"), act=act)
        if not every:
            yield Row(key="summary", text=plain("○ not typed yet"), act=self.action_sum_up)

    def _counts(self) -> Iterable[Row]:
        yield heading("What is on the map", balance(self.conference))
        new = new_to_the_family(self.conference)
        if new:
            yield Row(key="new", text=plain(f"! New to the family today: {len(new)}", "$text-warning"))
        for made in new:
            text = plain(
                f"    {self.conference.name(made.speaker)}: {words_for_the_room(self.conference, made)}"
            )
            yield Row(key=f"new:{made.contribution}", text=text)
        if not new:
            yield Row(key="new", text=plain("✓ No worry is marked as new to the family today."))
        if empty := empty_domains(self.conference):
            yield Row(
                key="domains", text=plain(f"○ Nothing on the map is tagged with {listed(empty, last='or')}.")
            )

        for child in self.conference.children:
            if left := still_empty(self.conference, child):
                words = f"○ {self.conference.short(child)}, nothing yet: {'; '.join(left)}"
                yield Row(key=f"empty:{child}", text=plain(words, "$text-muted"))

    def keys_of(self, chosen: Advice) -> Iterable[str]:
        """The rows that may show what could be clearer."""
        kind, _, id_ = chosen.about.partition(":")
        statements = self.conference.danger_statements.values()
        match kind:
            case "statement":
                return (f"goal for {id_}", id_) if chosen.kind == "danger_without_goal" else (id_,)
            case "child":
                return tuple(made.statement for made in statements if id_ in made.children)
            case _:
                return (id_,)

    # --- Summary and future ---------------------------------------------------------------------------------

    def action_sum_up(self) -> None:
        """Take down a summary of the chair's; where there is one child, the one that there is."""
        is_one = len(self.conference.children) < 2
        self.sum_up(next(iter(self.conference.summaries.values()), None) if is_one else None)

    def sum_up(self, given: e.SummaryGiven | None) -> None:
        """Take down a summary, new or to be corrected: then it stays about whom it is."""

        def save(values: Values) -> None:
            words = values.needed("words", values.words("words"), "Nothing was typed.")
            children = given.children if given else read_about(values, self.conference, words=words)
            self.meeting.record(e.SummaryGiven(words=words, children=children))

        field = Field(
            name="words",
            label="Summary",
            kind="words",
            value=given.words if given else "",
            hint="what works well, what worries us, what is not known",
        )
        note = balance(self.conference)
        fields = [field, *([] if given else about_field(self.conference))]
        key = f"summary/{':'.join(given.children)}" if given else "summary"
        self.ask(Form("The chair's summary", fields, save, meeting=self.meeting, note=note, key=key))

    def foresee(self, child: str) -> None:
        """Take down what may happen to a child if nothing changes."""

        def save(values: Values) -> None:
            words = values.needed("words", values.words("words"), "Nothing was typed.")
            self.meeting.record(e.FutureRiskDiscussed(child=child, words=words))

        field = Field(
            name="words",
            label="May happen",
            kind="words",
            value=self.conference.future_risk.get(child, ""),
            hint="what we are worried may happen",
        )
        title = f"If nothing changes for {self.conference.name(child)}"
        self.ask(Form(title, [field], save, meeting=self.meeting, key=f"risk/{child}"))

    # --- Danger statements and goals ------------------------------------------------------------------------

    def _statements(self) -> Iterable[Row]:
        statements = self.conference.danger_statements
        yield heading("Danger statements and safety goals", "d: statement · g: goal")
        yield from self.advice_rows()
        if not statements:
            yield Row(key="none", text=plain("○ none yet"), act=self.action_danger)
        for number, made in enumerate(statements.values(), start=1):
            text = plain(f"{number}. {self._named(made.children)}: {made.words}")
            yield Row(key=made.statement, text=text, act=partial(self.state_danger, made))
            goals = goals_of(self.conference, made.statement)
            for goal in goals:
                yield Row(key=goal.goal, text=plain(f"   → {goal.words}"), act=partial(self.set_goal, goal))
            if not goals:
                text = plain(f"   ○ no safety goal for {number}. yet")
                yield Row(key=f"goal for {made.statement}", text=text, act=self.action_goal)

    def _named(self, children: Iterable[str]) -> str:
        return listed([self.conference.short(child) for child in children])

    def action_danger(self) -> None:
        """Add a danger statement."""
        self.state_danger(None)

    def state_danger(self, before: e.DangerStatementMade | None) -> None:
        """Ask for a danger statement, and where it is a new one for its safety goal."""

        def save(values: Values) -> None:
            statement = before.statement if before else self.meeting.new_id()
            made = e.DangerStatementMade(
                statement=statement, children=values.several("children"), words=values.words("words")
            )
            goal = "" if before else values.words("goal")
            self.meeting.record(made)
            if goal:
                set_today = e.SafetyGoalSet(goal=self.meeting.new_id(), statement=statement, words=goal)
                self.meeting.record(set_today)

        children = tuple((child.id, child.label) for child in self.conference.children.values())
        fields = [
            Field(
                name="children",
                label="About",
                kind="several",
                options=children,
                chosen=before.children if before else (),
            ),
            Field(
                name="words",
                label="We are worried",
                kind="words",
                value=before.words if before else "",
                hint="who is worried, that who will do what, and what it would mean for the child",
                check=clear(self.meeting, "danger"),
            ),
        ]
        if before is None:
            goal = "what will be seen, by whom, for how long; may be set later"
            fields.append(
                Field(
                    name="goal",
                    label="Safety goal",
                    kind="words",
                    hint=goal,
                    check=clear(self.meeting, "goal"),
                )
            )
        key = f"danger/{before.statement if before else ''}"
        self.ask(Form("A danger statement", fields, save, meeting=self.meeting, key=key))

    def action_goal(self) -> None:
        """Add a safety goal."""
        if self.conference.danger_statements:
            self.set_goal(None)
        else:
            self.notify("A safety goal answers a danger statement: d adds one.", markup=False)

    def set_goal(self, before: e.SafetyGoalSet | None) -> None:
        """Ask for a safety goal and the danger statement that it answers."""

        def save(values: Values) -> None:
            statement = values.needed(
                "statement", values.one("statement"), "Which danger statement does it answer?"
            )
            goal = before.goal if before else self.meeting.new_id()
            self.meeting.record(e.SafetyGoalSet(goal=goal, statement=statement, words=values.words("words")))

        statements = self.conference.danger_statements
        options = tuple(
            (made.statement, f"{number}. {self._named(made.children)}: {made.words[:40]}…")
            for number, made in enumerate(statements.values(), start=1)
        )
        fields = [
            Field(
                name="statement",
                label="Answers",
                kind="one",
                options=options,
                chosen=(before.statement,) if before else tuple(statements) if len(statements) == 1 else (),
            ),
            Field(
                name="words",
                label="We need to see",
                kind="words",
                value=before.words if before else "",
                hint="what will be seen, by whom, for how long",
                check=clear(self.meeting, "goal"),
            ),
        ]
        key = f"goal/{before.goal if before else ''}"
        self.ask(Form("A safety goal", fields, save, meeting=self.meeting, key=key))
