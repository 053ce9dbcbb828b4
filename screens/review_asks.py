"""What a review asks about each child, with what was said to it: rows for any stage that asks (BA-24 to BA-26).

The questions are the procedure's words. Nothing here is ticked but by a person.
"""

from collections.abc import Iterable
from functools import partial
from typing import get_args

import msgspec

from conference_tui.conference import decision, review
from conference_tui.conference.events import ReviewAnswered
from conference_tui.conference.review_prompts import (
    ALWAYS,
    ANSWERS,
    Answer,
    Asked,
    PromptId,
    answer_in_words,
)
from conference_tui.conference.text import say_date
from screens.form import Field, Form, Values
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


def rows(stage: Stage, child: str, *, at_the_decision: bool = False) -> Iterable[Row]:
    """What is asked about a child; at the decision only what it brings with it, and how much was not answered before."""
    conference = stage.conference
    every = review.prompts(conference, stage.meeting.procedure, child)
    shown = [each for each in every if not (at_the_decision and each.key in ALWAYS)]
    before = [
        each for each in every if each not in shown and (child, each.key) not in conference.review_answers
    ]
    if not shown and not before:
        return
    answered = sum((child, each.key) in conference.review_answers for each in shown)
    note = f"{answered} of {len(shown)} answered" if shown else ""
    yield heading(f"Asked about {conference.name(child)}", note)
    for each in shown:
        yield _row(stage, child, each)
    if before:
        words = f"○ Not answered at Progress: {len(before)} of {len(ALWAYS)}"
        yield Row(key=f"asked before:{child}", text=plain(words, "$text-muted"))


def _row(stage: Stage, child: str, asked: Asked) -> Row:
    given = stage.conference.review_answers.get((child, asked.key))
    first = stage.conference.name(child).split()[0]
    text = f"{'✓' if given else '○'} {first}: {asked.says}"
    if given:
        text += f"\n    {_said(given)}"
    return Row(key=f"asks:{child}:{asked.key}", text=plain(text), act=partial(ask, stage, child, asked))


def _said(given: ReviewAnswered) -> str:
    words = answer_in_words(given.prompt, given.answer)
    return f"{words.capitalize()}: {given.words}" if words else given.words


def without_own_rows(open_rows: list[Row], child: str) -> list[Row]:
    """What is open, without what is asked about a child in a row of its own; nothing where only the heading is left."""
    keys = {f"open:{prompt}:{child}" for prompt in get_args(PromptId)}
    left = [row for row in open_rows if row.key not in keys]
    return left if len(left) > 1 else []


def is_shown_as_a_row(key: str) -> bool:
    """Whether a reminder of that key has a row of its own where a review asks."""
    return key.partition(":")[0] in get_args(PromptId)


def ask(stage: Stage, child: str, asked: Asked) -> None:
    """Take what is said to one question."""
    given = stage.conference.review_answers.get((child, asked.key))

    def save(values: Values) -> None:
        answer: Answer = msgspec.convert(values.one("answer") if options else "", Answer)
        event = ReviewAnswered(child=child, prompt=asked.key, words=values.words("words"), answer=answer)
        stage.meeting.record(event)

    options = ANSWERS.get(asked.key)
    fields = []
    if options:
        fields.append(
            Field(
                name="answer",
                label="Answer",
                kind="one",
                options=tuple(zip(("yes", "no"), options, strict=True)),
                chosen=(given.answer,) if given else (),
            )
        )
    hint = "the chair's reason; it is printed" if asked.needs_reason else "what was said"
    words = given.words if given else ""
    fields.append(Field(name="words", label="Said", kind="words", value=words, hint=hint))
    title = f"Asked about {stage.conference.name(child)}"
    key = f"asked/{child}/{asked.key}"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key=key, note=asked.says))


def ask_for(stage: Stage, prompt: str, child: str) -> bool:
    """Ask one question about a child by its key; False where that is none of what is asked now."""
    if child not in stage.conference.children:
        return False
    asked = review.prompts(stage.conference, stage.meeting.procedure, child)
    found = next((each for each in asked if each.key == prompt), None)
    if found is not None:
        ask(stage, child, found)
    return found is not None


def until_now(stage: Stage, child: str) -> Iterable[Row]:
    """The plan that a child came with; once it goes on, its category then and now (BA-17)."""
    conference, procedure = stage.conference, stage.meeting.procedure
    plan = conference.earlier_plans.get(child)
    if plan is None:
        return
    category = f", {decision.category_title(procedure, plan.category)}" if plan.category else ""
    text = f"Until now: child protection plan since {say_date(plan.begun)}{category}"
    if change := review.category_change(conference, child):
        was, now = (decision.category_title(procedure, each) for each in (change.was, change.now))
        text += f"\nCategory decided anew: was {was}, now {now}" + ("" if change.changed else ", the same")
    elif review.ends(conference, child):
        text += "\nThe plan ends today."
    yield Row(key=f"{child}:until now", text=plain(text))
