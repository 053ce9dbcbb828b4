"""What was said, by subject; who said it stands there where the chair wants it (BA-2, BA-14, HF-6, HV-8, HV-9)."""

from collections.abc import Iterable

from conference_tui.conference import events as e
from conference_tui.conference.mapping import GREY, WELL, WORRIES, Third, on_map
from conference_tui.conference.state import Conference
from conference_tui.conference.text import bracketed, listed, say_date
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
    columns: tuple[tuple[str, Third], ...] = (("worries", WORRIES), ("well", WELL), ("unknown", GREY))
    for heading, third in columns:
        said = on_map(reduced.contributions, third)
        writing.list_under(
            heading, [_entry(writing, reduced, made) for made in said], numbered=third is WORRIES
        )
    beside = [made for made in reduced.contributions if made.column is None]
    writing.list_under("other", [_entry(writing, reduced, made) for made in beside])


def _entry(writing: Writing, reduced: Conference, made: e.ContributionMade) -> str:
    """What was said; a worry that the family heard here for the first time says so (BA-14)."""
    words = made.words
    if made.speaker:  # a copy where somebody is not to be named holds no speaker
        words = writing.say("entries", "named", words=words, who=bracketed(label(reduced, made.speaker)))
    parts = [words]
    parts += [writing.say("entries", "example", words=made.example)] if made.example else []
    parts += [writing.say("entries", "impact", words=made.impact)] if made.impact else []
    names = whom(reduced, made.children)
    parts += [writing.say("entries", "about", names=names)] if names else []
    parts += [writing.say("entries", "new")] if made.new_today else []
    if made.owner and made.by:
        who, when = label(reduced, made.owner), say_date(made.by)
        parts.append(writing.say("entries", "owner_by", who=who, when=when))
    elif made.owner:
        parts.append(writing.say("entries", "owner", who=label(reduced, made.owner)))
    return "\n".join(parts)


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
                each.when,
                each.behaviour,
                each.severity,
                each.impact,
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
