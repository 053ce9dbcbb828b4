"""What was said, by subject; who said it stands there where the chair wants it (BA-2, BA-14, HF-6, HV-8, HV-9)."""

from collections.abc import Iterable

from conference_tui.conference import events as e
from conference_tui.conference.mapping import WORRIES, on_map
from conference_tui.conference.state import Conference
from conference_tui.conference.text import bracketed, listed
from conference_tui.documents.sections import mapped
from conference_tui.documents.sections.present import label
from conference_tui.documents.writing import Writing


def whom(reduced: Conference, children: Iterable[str]) -> str:
    """The children that something is about; nothing where the copy is about one child, or it is about all."""
    named = [child for child in children if child in reduced.children]
    if len(reduced.children) < 2 or not named:
        return ""
    return listed([reduced.name(child) for child in named])


def entries(writing: Writing, reduced: Conference) -> None:
    """The map in its three columns, then what was said beside it."""
    for heading, third in mapped.COLUMNS:
        _said(writing, reduced, heading, on_map(reduced.contributions, third), numbered=third is WORRIES)
    _said(writing, reduced, "other", [made for made in reduced.contributions if made.column is None])


def _said(
    writing: Writing,
    reduced: Conference,
    heading: str,
    said: Iterable[e.ContributionMade],
    *,
    numbered: bool = False,
) -> None:
    """What was said and about whom; a worry that the family heard here for the first time says so (BA-14)."""
    told = []
    for made in said:
        names = whom(reduced, made.children)
        more = [writing.say("entries", "about", names=names)] if names else []
        more += [writing.say("entries", "new")] if made.new_today else []
        told.append(mapped.entry(writing, reduced, made, "named", more))
    writing.list_under(heading, told, numbered=numbered)


def family(writing: Writing, reduced: Conference) -> None:
    """What the family said when it was asked at the end of a stage (HV-8)."""
    said = [each for each in reduced.asked if each.words]
    told = [
        writing.say("entries", "named", words=each.words, who=bracketed(label(reduced, each.person)))
        for each in said
    ]
    writing.list_under("family", told)


def summary(writing: Writing, reduced: Conference) -> None:
    """The chair's summaries, as typed; one that is not about all of the children says about whom."""
    if reduced.summaries:
        writing.heading("summary")
    for children, given in reduced.summaries.items():
        names = "" if set(children) >= reduced.children.keys() else whom(reduced, children)
        about = [writing.say("entries", "about", names=names)] if names else []
        writing.text("\n".join([given.words, *about]))


def child_said(writing: Writing, reduced: Conference, child: str) -> None:
    """The child's own words, from whom and how; or why there are none."""
    given = [views for views in reduced.child_views if views.child == child]
    missing = reduced.child_views_missing.get(child)
    if not (given or missing):
        return
    writing.heading("child_said")
    for views in given:
        writing.text(views.words)
        key = "own" if views.by == child else "by"
        if views.by:
            key = f"{key}_how" if views.how else key
            writing.text(writing.say("child", key, who=label(reduced, views.by), how=views.how))
        else:
            writing.text(views.how)
    if missing and not given:
        writing.text(writing.say("child", "missing", name=reduced.name(child), reason=missing.reason))


def harm(writing: Writing, reduced: Conference, child: str) -> None:
    """The matrix of examples: first, worst and most recent (BA-15)."""
    told = [each for each in reduced.harms.values() if each.child == child]
    if told:
        writing.heading("harm")
        columns = [writing.say("harm", key) for key in ("which", "when", "what", "severe", "impact")]
        rows = [
            (
                writing.say("harm", each.incident.replace(" ", "_")),
                *(getattr(each, part.field) for part in each.parts_told),
            )
            for each in told
        ]
        writing.table(columns, rows, (0.14, 0.2, 0.26, 0.18, 0.22))


def future(writing: Writing, reduced: Conference, child: str) -> None:
    """What may happen to the child if nothing changes, as typed (HV-9)."""
    if words := reduced.future_risk.get(child, ""):
        writing.heading("future")
        writing.text(words)


def scores(writing: Writing, reduced: Conference, child: str) -> None:
    """The reasons given on the scale for this child, once they were shown (BA-16)."""
    asked = {child, *(key for key, made in reduced.danger_statements.items() if child in made.children)}
    given = [each for each in reduced.scores.values() if each.question in asked & reduced.shown]
    if given:
        writing.heading("scores")
        columns = [writing.say("scores", key) for key in ("who", "score", "why")]
        rows = [
            (label(reduced, each.person), str(each.score), each.rationale)
            for each in sorted(given, key=lambda each: each.score)
        ]
        writing.table(columns, rows, (0.3, 0.15, 0.55))
