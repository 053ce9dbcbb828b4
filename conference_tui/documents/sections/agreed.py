"""What was agreed: the actions, what does not change, what happens if it does not work, who helps (BA-20, HV-11)."""

from conference_tui.conference.child_view import Action, ChildView, Recommendation
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.text import say_date
from conference_tui.documents.writing import Writing

_WIDTHS = (0.06, 0.26, 0.16, 0.17, 0.16, 0.19)


def actions(writing: Writing, view: ChildView) -> None:
    """Each action: what, why, who, by when, and how it is known."""
    writing.heading("actions")
    if not view.agreed.actions:
        writing.text(writing.say("actions", "none"))
        return
    columns = [writing.say("actions", key) for key in ("number", "what", "why", "who", "when", "how_known")]
    rows = [_action(writing, number, action) for number, action in enumerate(view.agreed.actions, 1)]
    cards = [writing.say("actions", "card", number=row[0]) for row in rows]
    writing.table(columns, rows, _WIDTHS, cards=cards)


def _action(writing: Writing, number: int, action: Action) -> tuple[str, ...]:
    why = [action.need] if action.need else []
    why += [writing.say("actions", "worry", number=action.worry)] if action.worry else []
    why += [writing.say("actions", "danger", number=action.danger)] if action.danger else []
    silent = writing.say("actions", "not_said")
    return (
        str(number),
        action.what,
        "\n".join(why) or silent,
        action.who,
        action.when,
        action.how_known or silent,
    )


def birth_plan(writing: Writing, view: ChildView) -> None:
    """Of an unborn child: what is settled about the birth (HF-1)."""
    if view.agreed.birth_plan:
        writing.heading("birth_plan")
        writing.table((), view.agreed.birth_plan, (0.45, 0.55))


def network(writing: Writing, view: ChildView) -> None:
    """What family and friends do (BA-7)."""
    if view.agreed.network:
        writing.heading("network")
        writing.table((), [(support.who, support.words) for support in view.agreed.network], (0.3, 0.7))


def recommendations(writing: Writing, view: ChildView) -> None:
    """What is recommended to others."""
    writing.list_under(
        "recommendations", [_recommended(writing, each) for each in view.agreed.recommendations]
    )


def _recommended(writing: Writing, each: Recommendation) -> str:
    when = say_date(each.by) if each.by else ""
    if each.owner and when:
        return writing.say("support", "recommended_by", words=each.words, who=each.owner, when=when)
    if each.owner:
        return writing.say("support", "recommended", words=each.words, who=each.owner)
    return writing.say("support", "by", words=each.words, when=when) if when else each.words


def visits(writing: Writing, view: ChildView, procedure: Procedure) -> None:
    """The key worker, by the authority's name, and how often the child is seen (HF-14)."""
    to_come = view.later
    title = procedure.role_titles.key_worker
    writing.heading("visits", key_worker=title)
    if to_come.key_worker:
        writing.text(writing.say("visits", "key_worker", title=title, who=to_come.key_worker))
    else:
        writing.text(writing.say("visits", "no_key_worker", title=title))
    if to_come.visits is None:
        writing.text(writing.say("visits", "no_visits"))
    elif to_come.visits.how:
        writing.text(writing.say("visits", "every_how", every=to_come.visits.every, how=to_come.visits.how))
    else:
        writing.text(writing.say("visits", "every", every=to_come.visits.every))
