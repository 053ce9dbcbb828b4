"""What was agreed: the actions, what does not change, what happens if it does not work, who helps (BA-20, HV-11).

Told of one child on its plan and of several together in the minutes: there each thing says whom it is for.
"""

from collections.abc import Callable, Iterable

from conference_tui.conference import events as e
from conference_tui.conference import mapping
from conference_tui.conference.child_view import ChildView
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date
from conference_tui.documents.sections.discussed import whom
from conference_tui.documents.sections.present import label
from conference_tui.documents.writing import Writing

Widths = tuple[float, ...]
"""Of the columns that every action has; what is declared to be a column beside them shares what is left."""


def actions_of_child(writing: Writing, own: Conference) -> None:
    """Each action: what, why, who, by when, and how it is known."""
    worries = [made.contribution for made in mapping.on_map(own.contributions, mapping.WORRIES)]
    dangers = list(own.danger_statements)

    def why(action: e.ActionAgreed) -> str:
        answers = [
            writing.say("actions", key, number=ids.index(action.worry) + 1)
            for key, ids in (("worry", worries), ("danger", dangers))
            if action.worry in ids
        ]
        return "\n".join([*filter(None, [action.need]), *answers]) or writing.say("actions", "not_said")

    _actions(writing, own, (0.06, 0.26, 0.16, 0.17, 0.16), (writing.say("actions", "why"), why))


def actions_of_all(writing: Writing, reduced: Conference) -> None:
    """Each action: what, of several children for whom, who, by when, and how it is known."""
    if len(reduced.children) < 2:
        _actions(writing, reduced, (0.06, 0.38, 0.2, 0.16))
        return

    def for_whom(action: e.ActionAgreed) -> str:
        return whom(reduced, action.children or tuple(reduced.children))

    _actions(writing, reduced, (0.06, 0.3, 0.17, 0.17, 0.14), (writing.say("plan", "for"), for_whom))


def _actions(
    writing: Writing,
    own: Conference,
    widths: Widths,
    third: tuple[str, Callable[[e.ActionAgreed], str]] | None = None,
) -> None:
    """The table of the actions, with a `third` column by its title and what stands in it."""
    writing.heading("actions")
    if not own.actions:
        writing.text(writing.say("actions", "none"))
        return
    beside = [part.field for part in e.ActionAgreed.parts_told if part.is_column]
    columns = [writing.say("actions", key) for key in ("number", "what", "who", "when", *beside)]
    silent = writing.say("actions", "not_said")
    rows = [
        [str(number), action.what, doing(own, action), action.when]
        + [getattr(action, field) or silent for field in beside]
        for number, action in enumerate(own.actions.values(), 1)
    ]
    if third:
        columns.insert(2, third[0])
        for row, action in zip(rows, own.actions.values(), strict=True):
            row.insert(2, third[1](action))
    cards = [writing.say("actions", "card", number=row[0]) for row in rows]
    left = round((1 - sum(widths)) / len(beside), 2) if beside else 0
    writing.table(columns, rows, (*widths, *(left for _ in beside)), cards=cards)


def doing(reduced: Conference, action: e.ActionAgreed) -> str:
    """Who does it, with those who are not of the conference."""
    return listed([*dict.fromkeys(label(reduced, each) for each in action.who), *filter(None, [action.also])])


def birth_plan(writing: Writing, own: Conference) -> None:
    """Of an unborn child: what is settled about the birth (HF-1)."""
    if own.birth_plans:
        writing.heading("birth_plan")
        writing.table((), [(each.matter, each.words) for each in own.birth_plans.values()], (0.45, 0.55))


def beside_actions(writing: Writing, own: Conference) -> None:
    """What does not change, what happens if it does not work, what family and friends do (BA-7), recommendations."""
    for heading, agreed in (("bottom_lines", own.bottom_lines), ("contingencies", own.contingencies)):
        lines = [_about(writing, own, each.words, each.children) for each in agreed.values()]
        writing.list_under(heading, lines, numbered=heading == "contingencies")
    if own.network:
        writing.heading("network")
        writing.table((), support(writing, own), (0.3, 0.7))
    writing.list_under(
        "recommendations", [_recommended(writing, own, each) for each in own.recommendations.values()]
    )


def support(writing: Writing, own: Conference) -> Iterable[tuple[str, str]]:
    """Who of family and friends does what."""
    for each in own.network.values():
        yield label(own, each.person), _about(writing, own, each.words, each.children)


def _recommended(writing: Writing, own: Conference, each: e.RecommendationMade) -> str:
    words = each.words
    told = {"who": label(own, each.owner) if each.owner else "", "when": say_date(each.by) if each.by else ""}
    if key := {(True, True): "recommended_by", (True, False): "recommended", (False, True): "by"}.get(
        (bool(each.owner), bool(each.by))
    ):
        words = writing.say("support", key, words=words, **told)
    return _about(writing, own, words, each.children)


def _about(writing: Writing, own: Conference, words: str, children: tuple[str, ...]) -> str:
    names = whom(own, children)
    return f"{words}\n{writing.say('entries', 'about', names=names)}" if names else words


def visits(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    """The key worker, by the authority's name, and how often the child is seen (HF-14)."""
    agreed = view.own.visits.get(view.child.id)
    title = procedure.role_titles.key_worker
    writing.heading("visits", key_worker=title)
    if view.key_worker:
        writing.text(writing.say("visits", "key_worker", title=title, who=view.key_worker))
    else:
        writing.text(writing.say("visits", "no_key_worker", title=title))
    if agreed is None:
        writing.text(writing.say("visits", "no_visits"))
    else:
        key = "every_how" if agreed.how else "every"
        writing.text(writing.say("visits", key, every=agreed.every, how=agreed.how))
