"""Progress since the last conference: its plan action by action, what a review asks, and what stood then (BA-13, BA-24)."""

from collections.abc import Iterable
from functools import partial
from typing import Literal

from textual.binding import Binding

from conference_tui.conference import events as e
from conference_tui.conference import review
from conference_tui.conference.text import listed, say_date
from screens import earlier, review_asks
from screens.both_maps import BothMaps
from screens.earlier_entries import EarlierEntries
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

Became = Literal["done", "partly", "not done"]
MARKS: dict[Became, str] = {"done": "✓", "partly": "~", "not done": "✗"}
"""What stands before an action of which somebody said what became of it."""


class Progress(Stage):
    """The plan so far with what became of it; the last map, statements and scores beside today's, never said again."""

    ID = "progress"
    SAYS_NEXT_ALONE = True
    BINDINGS = [
        Binding("t", "take_over", "Take over", id="progress.take_over",
                tooltip="Let the danger statement or goal under the cursor stand today too, or go on with an action"),
        Binding("m", "maps", "Both maps", id="progress.maps", tooltip="The last map beside today's"),
        Binding("c", "correct", "Correct", id="progress.correct",
                tooltip="Correct what is known of the last conference: the action, statement or map under the cursor"),
        Binding("a", "earlier('action')", "Earlier action", show=False, id="progress.action",
                tooltip="Type in an action of the plan so far"),
        Binding("d", "earlier('statement')", "Earlier statement", show=False, id="progress.statement",
                tooltip="Type in a danger statement of the last conference"),
        Binding("e", "earlier('entry')", "Earlier entry", show=False, id="progress.entry",
                tooltip="Type in an entry of the last map"),
        Binding("o", "earlier('score')", "Earlier number", show=False, id="progress.score",
                tooltip="Type in a number that somebody gave on the last scale"),
    ]  # fmt: skip

    def rows(self) -> Iterable[Row]:
        """The plan so far, what is asked of each child, statements, map."""
        if self.conference.last_conference is None:
            words = "The conference before is not entered: the set-up (F4) takes it, with l."
            yield Row(key="no last", text=plain(words, "$text-warning"))
        yield from self._actions()
        for child in self.conference.children:
            yield from review_asks.rows(self, child)
        yield from self._statements()
        yield from self._birth_plans()
        yield from self._maps()

    def open_rows(self) -> list[Row]:
        """What is open and has no row of its own here."""
        rows = [row for row in super().open_rows() if not _has_own_row(row.key.removeprefix("open:"))]
        return rows if len(rows) > 1 else []

    # --- The plan so far ------------------------------------------------------------------------------------

    def _actions(self) -> Iterable[Row]:
        every = self.conference.earlier_actions.values()
        gone_through = len(every) - len(review.not_gone_through(self.conference))
        yield heading(
            "The plan so far", f"{gone_through} of {len(every)} gone through · t: it goes on · a adds one"
        )
        for action in every:
            became = self.conference.action_reviews.get(action.action)
            mark, state = (MARKS[became.outcome], became.outcome) if became else ("○", "not yet gone through")
            agreed = ", ".join(part for part in (action.who, action.when) if part)
            about = listed([self.conference.short(child) for child in action.children])
            lines = [f"{mark} {state} · {action.what}"]
            lines += ["    " + " · ".join(part for part in (agreed, f"for {about}" if about else "") if part)]
            if became:
                lines.append(f"    What shows it: {became.evidence}")
            act = partial(self.ask_what_became, action)
            yield Row(key=f"action:{action.action}", text=plain("\n".join(filter(str.strip, lines))), act=act)

    def ask_what_became(self, action: e.EarlierActionGiven) -> None:
        """Take what became of an action, and what shows it."""
        given = self.conference.action_reviews.get(action.action)

        def save(values: Values) -> None:
            state = values.needed("outcome", values.one("outcome"), "Was it done, partly, or not?")
            outcome = next(each for each in MARKS if each == state)
            evidence = values.words("evidence")
            self.meeting.record(e.ActionReviewed(action=action.action, outcome=outcome, evidence=evidence))

        fields = [
            Field(
                name="outcome",
                label="It was",
                kind="one",
                options=tuple((each, each) for each in MARKS),
                chosen=(given.outcome,) if given else (),
            ),
            Field(
                name="evidence",
                label="What shows it",
                kind="words",
                value=given.evidence if given else "",
                hint="what was seen, by whom, since when",
            ),
        ]
        agreed = ", ".join(part for part in (action.who, action.when) if part)
        note = f"{action.what}\n{agreed}" if agreed else action.what
        key = f"became/{action.action}"
        self.ask(Form("What became of it", fields, save, meeting=self.meeting, key=key, note=note))

    # --- What stood then ------------------------------------------------------------------------------------

    def _statements(self) -> Iterable[Row]:
        yield heading("Danger statements of last time", "t: for today too · d, o add")
        today = self.conference.danger_statements
        for number, made in enumerate(self.conference.earlier_statements.values(), start=1):
            names = listed([self.conference.short(child) for child in made.children])
            stands = made.statement in today
            text = f"{'✓ stands today' if stands else '○'} {number}. {names}: {made.words}"
            scores = self._scores(made.statement)
            text += f"\n    Then: {scores}" if scores else ""
            act = None if stands else partial(self.take_over, made)
            yield Row(key=f"statement:{made.statement}", text=plain(text), act=act)
            for place, goal in enumerate(made.goals):
                stands = any(
                    each.statement == made.statement and each.words == goal
                    for each in self.conference.safety_goals.values()
                )
                text = f"   {'✓ stands today' if stands else '○'} → {goal}"
                act = None if stands else partial(self.take_over, made, goal)
                yield Row(key=f"goal:{made.statement}:{place}", text=plain(text), act=act)
        for child in self.conference.children.values():
            if scores := self._scores(child.id):
                then = f"· How safe was {child.label}? Then: {scores}"
                yield Row(key=f"scores:{child.id}", text=plain(then))

    def _scores(self, question: str) -> str:
        """Each number of last time with its name; no mean, and nothing of today's."""
        given = sorted(
            (each.score, self.conference.name(each.person))
            for each in self.conference.earlier_scores.values()
            if each.question == question
        )
        return ", ".join(f"{name} {score}" for score, name in given)

    def take_over(self, made: e.EarlierStatementGiven, goal: str = "") -> None:
        """Let a danger statement stand today under the id it had, or one of its goals with it (BA-13)."""
        events: list[e.AnyEvent] = []
        if made.statement not in self.conference.danger_statements:
            again = e.DangerStatementMade(statement=made.statement, children=made.children, words=made.words)
            events.append(again)
        if goal:
            events.append(e.SafetyGoalSet(goal=self.meeting.new_id(), statement=made.statement, words=goal))
        self.record(*events)

    def action_take_over(self) -> None:
        """Take over what the cursor is on; an action of the plan so far is asked for anew, with what it was."""
        kind, made = self._under_the_cursor()
        row = self._row()
        if kind == "action" and made in self.conference.earlier_actions:
            self.ask(earlier.again(self.meeting, self.conference.earlier_actions[made]))
        elif row and row.act and kind in ("statement", "goal", "birth"):
            row.act()
        else:
            words = "Put the cursor on the action that goes on, or the danger statement or goal that is to stand today."
            self.notify(words, markup=False)

    def action_correct(self) -> None:
        """Correct what is known of the last conference; it stands in the record with what it was before."""
        kind, made = self._under_the_cursor()
        if kind == "maps":
            self.app.push_screen(EarlierEntries(self.meeting))
        elif form := earlier.correct(self.meeting, "statement" if kind == "goal" else kind, made):
            self.ask(form)
        else:
            words = "Put the cursor on the action, the danger statement or the map that is to be corrected."
            self.notify(words, markup=False)

    def _row(self) -> Row | None:
        place = self.sheet.highlighted
        return self.sheet.rows[place] if place is not None else None

    def _under_the_cursor(self) -> tuple[str, str]:
        """What kind of thing the cursor is on, and which."""
        kind, made, *_ = f"{row.key}:".split(":") if (row := self._row()) else ("", "")
        return kind, made

    def _birth_plans(self) -> Iterable[Row]:
        """What was settled about a birth; Enter lets it stand today too."""
        if not self.conference.earlier_birth_plans:
            return
        yield heading("Settled about the birth until now", "Enter or t takes it over")
        for (child, matter), settled in self.conference.earlier_birth_plans.items():
            stands = (child, matter) in self.conference.birth_plans
            again = e.BirthPlanSet(child=child, matter=matter, words=settled.words)
            text = f"{'✓ stands today' if stands else '○'} {self.conference.name(child)}, {matter}: {settled.words}"
            act = None if stands else partial(self._record_birth_plan, again)
            yield Row(key=f"birth:{child}:{matter}", text=plain(text), act=act)

    def _record_birth_plan(self, settled: e.BirthPlanSet) -> None:
        self.record(settled)

    def _maps(self) -> Iterable[Row]:
        last = self.conference.last_conference
        yield heading("The map", "m: then and today · e adds to the last one")
        then = len(self.conference.earlier_entries)
        today = sum(made.column is not None for made in self.conference.contributions)
        held = f" on {say_date(last.held)}" if last else ""
        text = plain(f"▸ {then} entries{held}, {today} today")
        yield Row(key="maps", text=text, act=self.action_maps)

    def action_maps(self) -> None:
        """Show the last map beside today's."""
        self.app.push_screen(BothMaps(self.conference))

    # --- Typed in by hand -----------------------------------------------------------------------------------

    def action_earlier(self, what: str) -> None:
        """Type in something of the last conference, where there is no record of it."""
        self.ask(earlier.FORMS[what](self.meeting))


def _has_own_row(key: str) -> bool:
    return key == "actions reviewed" or review_asks.is_shown_as_a_row(key)
