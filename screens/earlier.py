"""Forms for what is known of the last conference and came with no record: actions, statements, the map, the scale."""

from collections.abc import Callable

from conference_tui.conference import events as e
from conference_tui.conference.mapping import TITLES
from conference_tui.conference.scaling import may_score
from conference_tui.conference.state import Conference
from conference_tui.meeting import Meeting
from screens.form import Field, Form, Values
from screens.plan_forms import children_field, for_whom, names, short

GOALS = 3
"""How many goals of one danger statement can be typed in."""


def action(meeting: Meeting) -> Form:
    """Asks for one action of the plan so far."""

    def save(values: Values) -> None:
        event = e.EarlierActionGiven(
            action=meeting.new_id(),
            what=values.words("what"),
            children=for_whom(values),
            who=values.line("who"),
            when=values.line("when"),
        )
        meeting.record(event)

    fields = [
        children_field(meeting.conference, ()),
        Field(name="what", label="What", kind="words", hint="what was agreed"),
        Field(name="who", label="Who", hint="in words, as it was agreed"),
        Field(name="when", label="When", hint="by when, or how often"),
    ]
    return Form("An action of the plan so far", fields, save, meeting=meeting, key="earlier action")


def statement(meeting: Meeting) -> Form:
    """Asks for a danger statement of the last conference, with its goals."""
    goals = [f"goal{number}" for number in range(GOALS)]

    def save(values: Values) -> None:
        event = e.EarlierStatementGiven(
            statement=meeting.new_id(),
            children=for_whom(values),
            words=values.words("words"),
            goals=tuple(goal for goal in map(values.line, goals) if goal),
        )
        meeting.record(event)

    fields = [
        children_field(meeting.conference, ()),
        Field(name="words", label="We were worried", kind="words"),
        *(Field(name=name, label="Safety goal", hint="may be left empty") for name in goals),
    ]
    return Form("A danger statement of last time", fields, save, meeting=meeting, key="earlier statement")


def entry(meeting: Meeting) -> Form:
    """Asks for one entry of the last map."""

    def save(values: Values) -> None:
        column = values.needed("column", values.one("column"), "Where did it stand?")
        event = e.EarlierEntryGiven(
            entry=meeting.new_id(),
            column=e.Column(column),
            words=values.words("words"),
            children=values.several("children"),
            speaker=values.line("speaker"),
        )
        meeting.record(event)

    fields = [
        Field(
            name="column",
            label="Stood as",
            kind="one",
            options=tuple((column.value, title) for column, title in TITLES.items()),
        ),
        Field(name="words", label="Words", kind="words"),
        children_field(meeting.conference, ()),
        Field(name="speaker", label="Said by", hint="in words"),
    ]
    return Form("An entry of the last map", fields, save, meeting=meeting, key="earlier entry")


def questions(conference: Conference) -> dict[str, str]:
    """What can have been scaled last time: the danger statements, numbered, then each child; by id, as an option."""
    made = conference.earlier_statements.values()
    return {
        **{each.statement: short(f"d{number} {each.words}") for number, each in enumerate(made, start=1)},
        **{child.id: short(f"How safe is {child.label}?") for child in conference.children.values()},
    }


def scorers(conference: Conference) -> tuple[str, ...]:
    """Who can have answered on the scale."""
    return tuple(each for each in (*conference.people, *conference.children) if may_score(conference, each))


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


FORMS: dict[str, Callable[[Meeting], Form]] = {
    "action": action,
    "statement": statement,
    "entry": entry,
    "score": score,
}
"""By what they ask for."""
