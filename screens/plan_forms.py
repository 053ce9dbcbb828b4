"""The forms of the plan: one for each kind of thing that is agreed."""

from collections.abc import Callable, Sequence
from datetime import date

from textual.binding import Binding
from textual.widgets import TextArea

from conference_tui.conference import events as e
from conference_tui.conference.keys import key_of
from conference_tui.conference.moments import Told
from conference_tui.conference.plan import everyone, supporters, worries
from conference_tui.conference.plan_advice import TypedAs, as_typed
from conference_tui.conference.split import worry_for_the_room
from conference_tui.conference.state import Conference
from conference_tui.conference.subjects.plan import cannot_decide
from conference_tui.conference.text import one_line, say_date, write_date
from conference_tui.meeting import Meeting, Refused
from screens.fields import one_of
from screens.form import Field, Form, Values
from screens.whom import own_matter_field, proposes, read_own_matter

OPTION = 44
"""Columns that an option may take: what a form has at eighty columns."""


def short(words: str, longest: int = OPTION) -> str:
    """The beginning of what was said, in one line."""
    line = one_line(words)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


def worry_options(conference: Conference) -> tuple[tuple[str, str], ...]:
    """Everything an action can answer, numbered: danger statements with d, worries of the map with w."""
    options = []
    numbers = {"d": 0, "w": 0}
    for worry in worries(conference):
        letter = "w" if worry.speaker else "d"
        numbers[letter] += 1
        options.append(
            (worry.id, short(f"{letter}{numbers[letter]} {worry_for_the_room(conference, worry)}"))
        )
    return tuple(options)


def goal_options(conference: Conference) -> tuple[tuple[str, str], ...]:
    """The safety goals, numbered with g."""
    goals = conference.safety_goals.values()
    return tuple((goal.goal, short(f"g{n} {goal.words}")) for n, goal in enumerate(goals, start=1))


def names(conference: Conference, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """People as options."""
    return tuple((someone, conference.name(someone)) for someone in ids)


def children_field(conference: Conference, chosen: tuple[str, ...]) -> Field:
    """For which children something is agreed; nobody is ticked before it is said."""
    options = names(conference, tuple(conference.children))
    return Field(name="children", label="For", kind="several", options=options, chosen=chosen)


def for_whom(values: Values) -> tuple[str, ...]:
    """The children that were ticked. Raises Wanting where none is."""
    return values.needed("children", values.several("children"), "For which child, or children?")


class AgreedForm(Form):
    """A form whose words a conference may not be able to decide: then the permitted recommendation is a key away.

    The field is called `what` (BA-21, HV-13).
    """

    BINDINGS = [
        Binding(
            "ctrl+r",
            "recommend",
            "Recommend instead",
            id="plan.recommend_instead",
            show=False,
            tooltip="Record the permitted recommendation in place of an action that would remove a child",
            priority=True,
        )
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], None],
        *,
        meeting: Meeting,
        key: str,
    ) -> None:
        super().__init__(title, fields, save, meeting=meeting, key=key)
        self._of = meeting

    def action_recommend(self) -> None:
        """Record the recommendation that a conference may make, where the words would remove a child."""
        if not cannot_decide(self.text("what"), self._of.conference, self._of.procedure):
            self._say("Nothing here would remove a child: it can be recorded as it stands.")
            return
        words = self._of.procedure.removal.recommendation
        recommendation = e.RecommendationMade(
            recommendation=self._of.new_id(), words=words, children=self.values().several("children")
        )
        try:
            self._of.record(recommendation)
        except Refused as refused:
            self._say(str(refused))
            return
        self.query_one("#field-what", TextArea).load_text("")
        self.keep_typing()
        others = [f.name for f in self._fields if f.kind in ("line", "words") and self.text(f.name)]
        self.notify(f"Recommended: {words}", markup=False)
        if not others:
            self.dismiss(True)


def decidable(meeting: Meeting) -> Callable[[str], str]:
    """A check of words as they are typed: why a conference cannot decide them, and what it can do (BA-21)."""

    def check(typed: str) -> str:
        why = cannot_decide(typed, meeting.conference, meeting.procedure)
        return f"{why} Ctrl+R records it: “{meeting.procedure.removal.recommendation}”" if why else ""

    return check


def clear(meeting: Meeting, field: TypedAs) -> Callable[[str], str]:
    """A check of words as they are typed: what could be clearer in them, told quietly (BA-20)."""

    def check(typed: str) -> str:
        return as_typed(typed, field, meeting.conference, meeting.procedure)

    return check


def decidable_and_clear(meeting: Meeting, field: TypedAs) -> Callable[[str], str]:
    """Both: what a conference cannot decide comes first."""
    cannot, unclear = decidable(meeting), clear(meeting, field)

    def check(typed: str) -> str:
        return cannot(typed) or unclear(typed)

    return check


# --- The forms ----------------------------------------------------------------------------------------------


def action(meeting: Meeting, given: e.ActionAgreed | None, start: e.ActionAgreed | None = None) -> Form:
    """An action, new or to be corrected; `start` holds what is known of a new one."""
    shown = given or start or e.ActionAgreed(action="", children=(), what="", who=(), when="")

    def save(values: Values) -> None:
        id_ = given.action if given else meeting.new_id()
        told = Told(own_matter_of=read_own_matter(values))
        meeting.record(_read_action(values, id_, meeting.conference.held), told=told)

    title = "An action" if given is None else "Correct an action"
    key = f"action/{given.action}" if given else "action/new"
    if start and start.worry:
        key = f"action/for/{start.worry}"
    elif start and start.action:
        key = f"action/again/{start.action}"
    moment = meeting.conference.log.moment(key_of(shown))
    fields = [
        *_why_fields(meeting, shown),
        *_what_fields(meeting, shown),
        *_when_fields(meeting, shown),
        own_matter_field(meeting.conference, moment.own_matter_of if moment else ""),
    ]
    return AgreedForm(title, fields, save, meeting=meeting, key=key)


def _read_action(values: Values, action: str, held: date | None) -> e.ActionAgreed:
    by = values.date("by", near=held)
    return e.ActionAgreed(
        action=action,
        children=for_whom(values),
        what=values.words("what"),
        who=values.several("who"),
        when=values.line("when") or (f"by {say_date(by)}" if by else ""),
        by=by,
        need=values.line("need"),
        worry=values.one("worry"),
        goal=values.one("goal"),
        how_known=values.line("how_known"),
        also=values.line("also"),
    )


def _why_fields(meeting: Meeting, shown: e.ActionAgreed) -> list[Field]:
    conference = meeting.conference
    return [
        children_field(conference, shown.children),
        Field(
            name="need",
            label="Need",
            value=shown.need,
            hint="what the child needs",
            check=clear(meeting, "words"),
        ),
        one_of("worry", "Worry", worry_options(conference), shown.worry),
        one_of("goal", "Goal", goal_options(conference), shown.goal),
    ]


def _what_fields(meeting: Meeting, shown: e.ActionAgreed) -> list[Field]:
    conference = meeting.conference
    return [
        Field(
            name="what",
            label="What will happen",
            kind="words",
            value=shown.what,
            check=proposes(meeting, decidable_and_clear(meeting, "action")),
            hint="one thing that somebody does",
        ),
        Field(
            name="who",
            label="Who does it",
            kind="several",
            options=names(conference, everyone(conference)),
            chosen=shown.who,
        ),
        Field(name="also", label="Others", value=shown.also, hint="anybody outside this conference"),
    ]


def _when_fields(meeting: Meeting, shown: e.ActionAgreed) -> list[Field]:
    return [
        Field(
            name="when",
            label="When",
            value=shown.when,
            hint="by 11 January 2027; from Monday; now",
            check=clear(meeting, "when"),
        ),
        Field(
            name="by",
            label="The date in it",
            value=write_date(shown.by),
            hint="for example 11/1/2027; empty without one",
        ),
        Field(
            name="how_known",
            label="We will know",
            value=shown.how_known,
            hint="how we will know",
            check=clear(meeting, "words"),
        ),
    ]


def bottom_line(meeting: Meeting, given: e.BottomLineSet | None, children: tuple[str, ...] = ()) -> Form:
    """A bottom line, new or to be corrected; a new one for `children`."""

    def save(values: Values) -> None:
        line = given.line if given else meeting.new_id()
        meeting.record(e.BottomLineSet(line=line, children=for_whom(values), words=values.words("words")))

    fields = _for_and_words(meeting, given.children if given else children, given.words if given else "")
    return Form("A bottom line", fields, save, meeting=meeting, key=f"line/{given.line if given else 'new'}")


def contingency(meeting: Meeting, given: e.ContingencySet | None, children: tuple[str, ...] = ()) -> Form:
    """What happens if the plan does not hold, new or to be corrected; a new one for `children`."""

    def save(values: Values) -> None:
        same = given.contingency if given else meeting.new_id()
        words = values.words("words")
        meeting.record(e.ContingencySet(contingency=same, children=for_whom(values), words=words))

    fields = _for_and_words(
        meeting,
        given.children if given else children,
        given.words if given else "",
        hint="what happens if the plan does not hold, and who calls whom",
    )
    key = f"contingency/{given.contingency if given else 'new'}"
    return Form("If the plan does not hold", fields, save, meeting=meeting, key=key)


def support(meeting: Meeting, given: e.NetworkSupportOffered | None) -> Form:
    """What somebody of the family's network will do, new or to be corrected."""

    def save(values: Values) -> None:
        event = e.NetworkSupportOffered(
            support=given.support if given else meeting.new_id(),
            person=values.needed("person", values.one("person"), "Who offers it?"),
            children=for_whom(values),
            words=values.words("words"),
        )
        meeting.record(event)

    people = names(meeting.conference, supporters(meeting.conference))
    fields = [
        one_of("person", "Who", people, given.person if given else ""),
        *_for_and_words(meeting, given.children if given else (), given.words if given else ""),
    ]
    key = f"support/{given.support if given else 'new'}"
    return Form("The family's own support", fields, save, meeting=meeting, key=key)


def recommendation(meeting: Meeting, given: e.RecommendationMade | None) -> Form:
    """A recommendation to others, new or to be corrected."""
    conference = meeting.conference

    def save(values: Values) -> None:
        event = e.RecommendationMade(
            recommendation=given.recommendation if given else meeting.new_id(),
            words=values.words("what"),
            children=values.several("children"),
            by=values.date("by", near=conference.held),
            owner=values.one("owner"),
        )
        meeting.record(event)

    people = names(conference, everyone(conference))
    fields = [
        children_field(conference, given.children if given else ()),
        Field(
            name="what",
            label="Recommended",
            kind="words",
            value=given.words if given else "",
            check=decidable_and_clear(meeting, "words"),
        ),
        Field(name="by", label="By", value=write_date(given.by) if given else "", hint="for example 22/12"),
        one_of("owner", "Who sees to it", people, given.owner if given else ""),
    ]
    key = f"recommendation/{given.recommendation if given else 'new'}"
    return AgreedForm("A recommendation", fields, save, meeting=meeting, key=key)


def _for_and_words(meeting: Meeting, children: tuple[str, ...], words: str, hint: str = "") -> list[Field]:
    return [
        children_field(meeting.conference, children),
        Field(
            name="words",
            label="In words",
            kind="words",
            value=words,
            hint=hint,
            check=clear(meeting, "words"),
        ),
    ]
