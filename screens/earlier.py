"""Forms for what is known of the last conference and came with no record: actions, statements, the map, the scale."""

from collections.abc import Callable
from itertools import zip_longest

from conference_tui.conference import events as e
from conference_tui.conference import review
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.plan import who_is_named
from conference_tui.conference.scaling import may_score
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from screens import plan_forms
from screens.form import Field, Form, Values
from screens.plan_forms import children_field, for_whom, names, short

GOALS = 3
"""How many goals of one danger statement can be typed in."""


def action(meeting: Meeting, given: e.EarlierActionGiven | None = None) -> Form:
    """Asks for one action of the plan so far, new or to be corrected."""

    def save(values: Values) -> None:
        event = e.EarlierActionGiven(
            action=given.action if given else meeting.new_id(),
            what=values.words("what"),
            children=for_whom(values),
            who=values.line("who"),
            when=values.line("when"),
        )
        meeting.record(event)

    fields = [
        children_field(meeting.conference, given.children if given else ()),
        Field(
            name="what",
            label="What",
            kind="words",
            value=given.what if given else "",
            hint="what was agreed",
        ),
        Field(name="who", label="Who", value=given.who if given else "", hint="in words, as it was agreed"),
        Field(name="when", label="When", value=given.when if given else "", hint="by when, or how often"),
    ]
    key = f"earlier action/{given.action}" if given else "earlier action"
    return Form("An action of the plan so far", fields, save, meeting=meeting, key=key)


def again(meeting: Meeting, made: e.EarlierActionGiven) -> Form:
    """Asks for an action of today's plan that goes on with one of the plan so far: what it was, to be said anew."""
    who, also = who_is_named(meeting.conference, made.who)
    start = e.ActionAgreed(
        action=made.action,
        children=tuple(child for child in made.children if not review.ends(meeting.conference, child)),
        what=made.what,
        who=who,
        also=also,
        when=made.when,
    )
    return plan_forms.action(meeting, None, start)


def statement(meeting: Meeting, given: e.EarlierStatementGiven | None = None) -> Form:
    """Asks for a danger statement of the last conference with its goals, new or to be corrected."""
    were = given.goals if given else ()
    goals = [f"goal{number}" for number in range(max(GOALS, len(were)))]

    def save(values: Values) -> None:
        event = e.EarlierStatementGiven(
            statement=given.statement if given else meeting.new_id(),
            children=for_whom(values),
            words=values.words("words"),
            goals=tuple(goal for goal in map(values.line, goals) if goal),
        )
        meeting.record(event)

    fields = [
        children_field(meeting.conference, given.children if given else ()),
        Field(name="words", label="We were worried", kind="words", value=given.words if given else ""),
        *(
            Field(name=name, label="Safety goal", value=goal, hint="may be left empty")
            for name, goal in zip_longest(goals, were, fillvalue="")
        ),
    ]
    key = f"earlier statement/{given.statement}" if given else "earlier statement"
    return Form("A danger statement of last time", fields, save, meeting=meeting, key=key)


def entry(meeting: Meeting, given: e.EarlierEntryGiven | None = None) -> Form:
    """Asks for one entry of the last map, new or to be corrected."""

    def save(values: Values) -> None:
        column = values.needed("column", values.one("column"), "Where did it stand?")
        event = e.EarlierEntryGiven(
            entry=given.entry if given else meeting.new_id(),
            column=e.Column(column),
            words=values.words("words"),
            children=values.several("children"),
            speaker=values.line("speaker"),
            apart=given.apart if given else False,
        )
        meeting.record(event)

    fields = [
        Field(
            name="column",
            label="Stood as",
            kind="one",
            options=tuple((column.value, title) for column, title in TITLES.items()),
            chosen=(given.column.value,) if given else (),
        ),
        Field(name="words", label="Words", kind="words", value=given.words if given else ""),
        children_field(meeting.conference, given.children if given else ()),
        Field(name="speaker", label="Said by", value=given.speaker if given else "", hint="in words"),
    ]
    key = f"earlier entry/{given.entry}" if given else "earlier entry"
    return Form("An entry of the last map", fields, save, meeting=meeting, key=key)


def questions(conference: Conference) -> dict[str, str]:
    """What can have been scaled last time: the danger statements, numbered, then each child; by id, as an option."""
    made = conference.earlier_statements.values()
    return {
        **{each.statement: short(f"d{number} {each.words}") for number, each in enumerate(made, start=1)},
        **{child.id: short(f"How safe is {child.label}?") for child in conference.children.values()},
    }


def scorers(conference: Conference) -> tuple[str, ...]:
    """Who can have answered on the scale."""
    return tuple(each for each in conference.everybody() if may_score(conference, each))


def score(meeting: Meeting) -> Form:
    """Asks for one number of last time."""

    def save(values: Values) -> None:
        event = e.EarlierScoreGiven(
            question=values.needed("question", values.one("question"), "To which question?"),
            person=values.needed("person", values.one("person"), "Who answered?"),
            score=values.needed("score", values.number("score"), "Which number?"),
        )
        meeting.record(event)

    scale = meeting.procedure.scale
    fields = [
        Field(
            name="question",
            label="Question",
            kind="one",
            options=tuple(questions(meeting.conference).items()),
        ),
        Field(
            name="person",
            label="Answered by",
            kind="one",
            options=names(meeting.conference, scorers(meeting.conference)),
        ),
        Field(name="score", label="Number", hint=f"from {scale.minimum} to {scale.maximum}"),
    ]
    return Form("A number of last time", fields, save, meeting=meeting, key="earlier score")


def correct(meeting: Meeting, kind: str, made: str) -> Form | None:
    """The form for what is known already of the last conference: a kind of `FORMS`, and its id; None where it is gone."""
    conference = meeting.conference
    if kind == "action" and made in conference.earlier_actions:
        return action(meeting, conference.earlier_actions[made])
    if kind == "statement" and made in conference.earlier_statements:
        return statement(meeting, conference.earlier_statements[made])
    if kind == "entry" and made in conference.earlier_entries:
        return entry(meeting, conference.earlier_entries[made])
    return None


FORMS: dict[str, Callable[[Meeting], Form]] = {
    "action": action,
    "statement": statement,
    "entry": entry,
    "score": score,
}
"""By what they ask for."""
