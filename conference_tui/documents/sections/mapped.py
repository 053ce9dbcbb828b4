"""What was said on the map, the danger statements with their goals, the scale, and what a review asked."""

from collections.abc import Sequence

from conference_tui.conference.child_view import ChildView, Entry, Mark
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review_prompts import ANSWERS
from conference_tui.conference.text import bracketed, say_date
from conference_tui.documents import scale_picture
from conference_tui.documents.writing import Writing


def entries(writing: Writing, heading: str, said: Sequence[Entry], *, numbered: bool = False) -> None:
    """One column of the map."""
    writing.list_under(heading, [_entry(writing, entry) for entry in said], numbered=numbered)


def _entry(writing: Writing, entry: Entry) -> str:
    how = "written" if entry.in_writing else "said"
    parts = [
        writing.say("entries", how, words=entry.words, who=bracketed(entry.speaker))
        if entry.speaker
        else entry.words
    ]
    parts += [writing.say("entries", "example", words=entry.example)] if entry.example else []
    parts += [writing.say("entries", "impact", words=entry.impact)] if entry.impact else []
    if entry.owner and entry.by:
        parts.append(writing.say("entries", "owner_by", who=entry.owner, when=say_date(entry.by)))
    elif entry.owner:
        parts.append(writing.say("entries", "owner", who=entry.owner))
    return "\n".join(parts)


def dangers(writing: Writing, view: ChildView) -> None:
    """Each danger statement, with the safety goals that answer it."""
    if not view.mapped.dangers:
        return
    writing.heading("dangers")
    for number, danger in enumerate(view.mapped.dangers, 1):
        writing.subheading(writing.say("entries", "danger", number=number))
        writing.text(danger.words)
        for goal in danger.goals:
            writing.text(writing.say("entries", "goal", words=goal))
        if not danger.goals:
            writing.text(writing.say("entries", "no_goal"))


def scales(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    """The answers on the scale as a picture and in words: who and how far apart, never a mean (BA-16)."""
    scale = procedure.scale
    ends = {"lowest": scale.minimum, "highest": scale.maximum}
    if view.mapped.scales:
        writing.heading("scale", **ends)
        writing.text(f"{scale.minimum}: {scale.zero_means}\n{scale.maximum}: {scale.ten_means}")
    for asked in view.mapped.scales:
        writing.text(_question(writing, view, asked.question))
        marks = "; ".join(_mark(writing, each) for each in asked.marks)
        spoken = writing.say("scale", "picture", **ends, marks=marks, spread=asked.spread)
        picture = scale_picture.ScalePicture(asked.marks, scale.minimum, scale.maximum)
        writing.picture(spoken, picture)
        writing.text(f"{asked.spread} {marks}.")
        if asked.done_today:
            writing.text(writing.say("scale", "done_today", words=asked.done_today))


def _question(writing: Writing, view: ChildView, question: str) -> str:
    """What was asked; of a danger statement, which stands above in full, its number."""
    known = [danger.words for danger in view.mapped.dangers]
    if question in known:
        return writing.say("scale", "about_danger", number=known.index(question) + 1)
    return question


def _mark(writing: Writing, mark: Mark) -> str:
    """Who said which number; of a supporter also that the chair asked for it (HV-2)."""
    return writing.say(
        "scale", "asked" if mark.asked_by_the_chair else "mark", who=mark.who, score=mark.score
    )


def reviewed(writing: Writing, view: ChildView) -> None:
    """At a review: each action of the plan so far, what became of it and what shows it (BA-13)."""
    rows = []
    for action in view.reviewed:
        became = writing.say("review", action.outcome.replace(" ", "_") or "not_gone_through")
        agreed = ", ".join(part for part in (action.who, action.when) if part)
        rows.append((action.what, "\n".join(part for part in (agreed, became, action.evidence) if part)))
    if rows:
        writing.heading("reviewed")
        writing.table((), rows, (0.45, 0.55))


def answered(writing: Writing, view: ChildView) -> None:
    """At a review: what was asked, and what people said to it (BA-24)."""
    rows = []
    for given in view.answered:
        of_its_own = f"{given.prompt}_" if given.prompt in ANSWERS else ""
        answer = writing.say("review", f"answer_{of_its_own}{given.answer}") if given.answer else ""
        rows.append((given.asked, "\n".join(part for part in (answer, given.words) if part)))
    if rows:
        writing.heading("answered")
        writing.table((), rows, (0.45, 0.55))
