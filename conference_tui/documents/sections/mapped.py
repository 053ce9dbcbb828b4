"""What was said on the map, the danger statements with their goals, the scale, and what a review asked."""

from collections.abc import Iterable

from conference_tui.conference import events as e
from conference_tui.conference import mapping, scaling
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review_prompts import ANSWERS
from conference_tui.conference.state import Conference
from conference_tui.conference.summing_up import goals_of
from conference_tui.conference.text import bracketed, say_date
from conference_tui.documents.scale_picture import ScalePicture
from conference_tui.documents.sections.present import label
from conference_tui.documents.writing import Writing

COLUMNS: tuple[tuple[str, mapping.Third], ...] = (
    ("worries", mapping.WORRIES),
    ("well", mapping.WELL),
    ("unknown", mapping.GREY),
)
"""The columns of the map, by the keys of their headings."""


def entries(writing: Writing, own: Conference) -> None:
    """The map in its three columns, as typed, and by whom: a parent's "I" is not the child's."""
    for heading, third in COLUMNS:
        said = mapping.on_map(own.contributions, third)
        told = [entry(writing, own, made, "written" if made.in_writing else "said") for made in said]
        writing.list_under(heading, told, numbered=third is mapping.WORRIES)


def entry(
    writing: Writing, own: Conference, made: e.ContributionMade, how: str, more: Iterable[str] = ()
) -> str:
    """What was said and by whom; a copy where somebody is not to be named holds no speaker."""
    words = made.words
    if made.speaker:
        words = writing.say("entries", how, words=words, who=bracketed(label(own, made.speaker)))
    told = {"example": made.example, "impact": made.impact}
    parts = [words, *(writing.say("entries", key, words=said) for key, said in told.items() if said), *more]
    if made.owner:
        who, when = label(own, made.owner), say_date(made.by) if made.by else ""
        parts.append(writing.say("entries", "owner_by" if when else "owner", who=who, when=when))
    return "\n".join(parts)


def dangers(writing: Writing, own: Conference) -> None:
    """Each danger statement, with the safety goals that answer it."""
    if own.danger_statements:
        writing.heading("dangers")
    for number, danger in enumerate(own.danger_statements.values(), 1):
        writing.subheading(writing.say("entries", "danger", number=number))
        writing.text(danger.words)
        goals = goals_of(own, danger.statement)
        for goal in goals:
            writing.text(writing.say("entries", "goal", words=goal.words))
        if not goals:
            writing.text(writing.say("entries", "no_goal"))


def scales(writing: Writing, own: Conference, procedure: Procedure) -> None:
    """The answers on the scale as a picture and in words: who and how far apart, never a mean (BA-16)."""
    scale = procedure.scale
    ends = {"lowest": scale.minimum, "highest": scale.maximum}
    shown = [spread for asked in scaling.questions(own) if (spread := scaling.spread(own, asked))]
    if shown:
        writing.heading("scale", **ends)
        writing.text(f"{scale.minimum}: {scale.zero_means}\n{scale.maximum}: {scale.ten_means}")
    for spread in shown:
        writing.text(_question(writing, own, spread.question))
        marks = "; ".join(_mark(writing, own, each) for each in spread.scores)
        spoken = writing.say("scale", "picture", **ends, marks=marks, spread=spread.sentence)
        scores = [(label(own, each.person), each.score) for each in spread.scores]
        writing.picture(spoken, ScalePicture(scores, scale.minimum, scale.maximum))
        writing.text(f"{spread.sentence} {marks}.")
        if done := own.low_score_answers.get(spread.question.id, ""):
            writing.text(writing.say("scale", "done_today", words=done))


def _question(writing: Writing, own: Conference, question: scaling.Question) -> str:
    """What was asked; of a danger statement, which stands above in full, its number."""
    known = list(own.danger_statements)
    if question.id in known:
        return writing.say("scale", "about_danger", number=known.index(question.id) + 1)
    return question.title


def _mark(writing: Writing, own: Conference, given: e.ScoreGiven) -> str:
    """Who said which number; of a supporter also that the chair asked for it (HV-2)."""
    key = "asked" if scaling.is_asked_by_the_chair(own, given.person) else "mark"
    return writing.say("scale", key, who=label(own, given.person), score=given.score)


def reviewed(writing: Writing, own: Conference) -> None:
    """At a review: each action of the plan so far, what became of it and what shows it (BA-13)."""
    rows = []
    for action in own.earlier_actions.values():
        found = own.action_reviews.get(action.action)
        became = writing.say("review", found.outcome.replace(" ", "_") if found else "not_gone_through")
        agreed = ", ".join(part for part in (action.who, action.when) if part)
        parts = (agreed, became, found.evidence if found else "")
        rows.append((action.what, "\n".join(part for part in parts if part)))
    if rows:
        writing.heading("reviewed")
        writing.table((), rows, (0.45, 0.55))


def answered(writing: Writing, own: Conference, procedure: Procedure) -> None:
    """At a review: what was asked, and what people said to it (BA-24)."""
    rows = []
    for given in own.review_answers.values():
        of_its_own = f"{given.prompt}_" if given.prompt in ANSWERS else ""
        answer = writing.say("review", f"answer_{of_its_own}{given.answer}") if given.answer else ""
        asked = getattr(procedure.review, given.prompt).says
        rows.append((asked, "\n".join(part for part in (answer, given.words) if part)))
    if rows:
        writing.heading("answered")
        writing.table((), rows, (0.45, 0.55))
