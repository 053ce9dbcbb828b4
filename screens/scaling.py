"""Scaling: everyone says a number from 0 to 10 and why, unseen by the others; then all are shown together (BA-16)."""

from collections.abc import Iterable
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from conference_tui.conference import events as e
from conference_tui.conference import review
from conference_tui.conference.procedure_decision import Scale
from conference_tui.conference.scaling import (
    Question,
    answered,
    asked,
    is_asked_by_the_chair,
    low_score_prompt,
    not_asked,
    questions,
    spread,
)
from conference_tui.conference.split import ELSEWHERE, of_another_sitting
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, one_line
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.supporters import supporter_rows
from screens.widgets.key_bar import KeyBar
from screens.widgets.scale_strip import ScaleStrip
from screens.widgets.sheet import Row, heading, plain

BEGINNING = 32
"""Letters of a question that is folded."""


class Scaling(Stage):
    """The questions; under the one that is open, who has answered. Numbers are seen only once all are shown."""

    ID = "scaling"
    BINDINGS = [
        Binding("v", "show_all", "Show all", id="scaling.show", tooltip="Show everybody's number together"),
        Binding("l", "low", "Low score", id="scaling.low", tooltip="What is done today about a low score"),
    ]

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(meeting)
        self._at = ""
        """The question that is open."""
        self._warned: tuple[str, list[str]] | None = None
        """The question that was all but shown, and who had not answered it."""

    def compose(self) -> ComposeResult:
        """What the numbers mean, always in sight; then the sheet."""
        yield Static(ends_in_words(self.meeting.procedure.scale), classes="anchors")
        yield self.sheet

    # --- The rows -------------------------------------------------------------------------------------------

    def _question(self) -> Question | None:
        """The question that is open: as chosen, or the first whose scores were not shown."""
        every = questions(self.conference)
        chosen = next((each for each in every if each.id == self._at), None)
        unseen = (each for each in every if each.id not in self.conference.shown)
        question = chosen or next(unseen, None) or next(iter(every), None)
        self._at = question.id if question else ""
        return question

    def rows(self) -> Iterable[Row]:
        """Each question; under the open one the people, and what a low score asks."""
        every = questions(self.conference)
        current = self._question()
        yield heading("How safe, from 0 to 10?", "Enter: answers · v: show all")
        if not every:
            yield Row(
                key="none", text=plain("There is no child and no danger statement to scale.", "$text-muted")
            )
        for number, question in enumerate(every, start=1):
            is_open = question == current
            yield self._question_row(question, number, is_open=is_open)
            if is_open:
                yield from self._people(question)
        left_out = listed(
            [self.conference.name(someone).split()[0] for someone in not_asked(self.conference)]
        )
        if left_out:
            yield Row(key="not asked", text=plain(f"Not asked for a number: {left_out}.", "$text-muted"))

        yield from supporter_rows(self)

    def _question_row(self, question: Question, number: int, *, is_open: bool) -> Row:
        given, wanted = len(answered(self.conference, question.id)), len(asked(self.conference))
        standing = "shown" if question.id in self.conference.shown else f"{given} of {wanted} answered"
        text = Content.assemble(
            (f"{'▾' if is_open else '▸'} {number}. ", "$text-accent"),
            plain(question.title, "bold") if is_open else plain(beginning(question.title)),
            (f"  {standing}", "$text-muted"),
        )
        return Row(key=f"question:{question.id}", text=text, act=partial(self.open_question, question.id))

    def _people(self, question: Question) -> Iterable[Row]:
        moved = review.trend(self.conference, self.meeting.procedure, question)
        everyone = dict.fromkeys((*asked(self.conference), *answered(self.conference, question.id)))
        for someone in everyone:
            yield Row(
                key=f"score:{question.id}:{someone}",
                text=self._standing(question, someone, moved),
                act=partial(self.ask_score, question, someone),
            )
        if moved and moved.refused:
            yield Row(key=f"moved:{question.id}", text=plain(f"    {moved.refused}", "$text-warning"))
        if prompt := low_score_prompt(self.conference, question, self.meeting.procedure):
            text = Content.assemble(
                ("■ ", "$text-error"), plain(prompt), ("  Enter or l answers", "$text-muted")
            )
            yield Row(key=f"low:{question.id}", text=text, act=partial(self.answer_low, question))
        if answer := self.conference.low_score_answers.get(question.id):
            yield Row(key=f"low:{question.id}", text=plain(f"✓ Done today: {answer}"))

    def _standing(self, question: Question, someone: str, moved: review.Trend | None) -> Content:
        """Whether somebody answered; the number, that of last time and the reason only once they were shown (BA-16)."""
        name = self.conference.name(someone)
        if is_asked_by_the_chair(self.conference, someone):
            name += ", asked by the chair"
        given = self.conference.scores.get((question.id, someone))
        if given is None:
            return Content.assemble("   ", ("○ ", "$text-warning"), plain(f"{name}: not yet"))
        if question.id not in self.conference.shown:
            return Content.assemble("   ", ("✓ ", "$text-success"), plain(f"{name}: answered"))
        was = (
            next((f" (last time {each.was})" for each in moved.changes if each.person == someone), "")
            if moved
            else ""
        )
        why = reason_for_the_room(self.conference, given)
        return Content.assemble((f"  {given.score:>2} ", "bold"), plain(f"{name}{was}: {why}"))

    def open_question(self, question: str) -> None:
        """Unfold a question."""
        self._at = question
        self.draw()

    # --- Asking ---------------------------------------------------------------------------------------------

    def ask_score(self, question: Question, someone: str) -> None:
        """Take one person's number, unseen, and the reason for it. A second answer replaces the first."""
        scale = self.meeting.procedure.scale

        def save(values: Values) -> None:
            wanting = f"Which number, from {scale.minimum} to {scale.maximum}?"
            score = values.needed("score", values.hidden_number("score"), wanting)
            why = values.needed(
                "why", values.words("why"), "A score needs its reason. What makes it that number?"
            )
            self.meeting.record(
                e.ScoreGiven(person=someone, question=question.id, score=score, rationale=why)
            )

        fields = [
            Field(
                name="score",
                label=f"{scale.minimum} to {scale.maximum}",
                kind="hidden",
                hint="nobody sees the number until all are shown",
            ),
            Field(name="why", label="Because", kind="words", hint="the reason for the number"),
        ]
        note = f"{one_line(question.title)}\n{ends_in_words(scale).plain}"
        title = f"{self.conference.name(someone)} answers"
        self.ask(
            Form(title, fields, save, meeting=self.meeting, note=note, key=f"score/{question.id}/{someone}")
        )

    def action_show_all(self) -> None:
        """Show the numbers on the open question together, and keep that they were shown.

        What was seen cannot be unseen: where somebody here has not answered yet, the key says so first (BA-16).
        """
        question = self._question()
        if question is None:
            return
        if question.id not in self.conference.shown:
            given = answered(self.conference, question.id)
            missing = [who for who in asked(self.conference) if who not in given]
            if given and missing and self._warned != (question.id, missing):
                self._warned = (question.id, missing)
                names = listed([self.conference.name(who) for who in missing])
                self.notify(f"Not yet: {names}. v again shows the numbers without them.", markup=False)
                return
            if not self.record(e.ScoresShown(question=question.id)):
                return

        def left(wants_to_answer: bool | None) -> None:
            if wants_to_answer:
                self.action_low()

        self.app.push_screen(Picture(self.meeting, question), left)

    def action_low(self) -> None:
        """Answer what the procedure asks about a low score."""
        question = self._question()
        if question and low_score_prompt(self.conference, question, self.meeting.procedure):
            self.answer_low(question)
        else:
            self.notify("No low score is waiting for an answer here.", markup=False)

    def answer_low(self, question: Question) -> None:
        """Take what is done today."""

        def save(values: Values) -> None:
            self.meeting.record(e.LowScoreAnswered(question=question.id, answer=values.words("answer")))

        answer = Field(name="answer", label="Today", kind="words", hint="who does what today")
        prompt = self.meeting.procedure.scale.low_prompt
        self.ask(
            Form(prompt, [answer], save, meeting=self.meeting, note=question.title, key=f"low/{question.id}")
        )


class Picture(ModalScreen[bool]):
    """All the numbers on one question, for the whole room to see."""

    BINDINGS = [
        Binding("escape", "dismiss(False)", "Back", id="picture.back", tooltip="Back to the stage"),
        Binding("v,q", "dismiss(False)", "Back", show=False),
        Binding("l", "dismiss(True)", "Low score", id="picture.low", tooltip="What is done today about it"),
    ]

    def __init__(self, meeting: Meeting, question: Question) -> None:
        super().__init__()
        self._meeting = meeting
        self._question = question

    def compose(self) -> ComposeResult:
        """The question, the strip with its reasons, and what a low score asks."""
        procedure, conference = self._meeting.procedure, self._meeting.conference
        with Vertical(id="box") as box:
            box.border_title = "How safe, from 0 to 10?"
            with VerticalScroll():
                yield Static(plain(self._question.title, "bold"), id="asked")
                shown = spread(conference, self._question)
                if shown:
                    why = partial(reason_for_the_room, conference)
                    yield ScaleStrip(shown, procedure.scale, conference.name, why)
                if moved := review.trend(conference, procedure, self._question):
                    yield Static(plain(moved_in_words(moved, conference)), id="moved")
                if prompt := low_score_prompt(conference, self._question, procedure):
                    yield Static(plain(f"■ {prompt}  l answers", "bold"), id="low")
            yield KeyBar()


def moved_in_words(moved: review.Trend, conference: Conference) -> str:
    """How each person's number has moved since the last conference, or why that is not told; never a mean (BA-16)."""
    if moved.refused:
        return moved.refused
    changes = [f"{conference.name(each.person)} {each.was} → {each.now}" for each in moved.changes]
    return f"Last time and today: {', '.join(changes) or 'nobody answered both times'}."


def reason_for_the_room(conference: Conference, given: e.ScoreGiven) -> str:
    """The reason for a score where the room sees the screen; of another sitting only that it was said there."""
    return ELSEWHERE if of_another_sitting(conference, given) else given.rationale


def beginning(title: str) -> str:
    """As much of a question as tells it from the others."""
    whole = one_line(title)
    return whole if len(whole) <= BEGINNING else f"{whole[:BEGINNING]}…"


def ends_in_words(scale: Scale) -> Content:
    """What the ends of the scale mean, the upper one first."""
    return Content.assemble(
        (f"{scale.maximum}", "bold"),
        plain(f" {scale.ten_means}"),
        "\n",
        (f"{scale.minimum:>2}", "bold"),
        plain(f" {scale.zero_means}"),
    )
