"""The questions of the threshold: an agency's view, the chair's own, the decision, and a disagreement with it."""

from collections.abc import Callable, Sequence
from functools import partial

from textual import on
from textual.binding import Binding

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.attendance import Agency, agencies, quorum
from conference_tui.conference.limits import in_words
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_time
from conference_tui.meeting import Meeting, Refused
from screens.definitions import Definitions
from screens.fields import one_of
from screens.form import Field, Form, Values, Wanting
from screens.widgets.pick import Pick

NO_VIEW = "none"
"""What is chosen for an agency that gives no view."""
UNKNOWN = "unknown"
"""What is chosen for one that gives none because it does not know the child."""
NONE_GIVEN = ((NO_VIEW, "gives no view"), (UNKNOWN, "does not know the child, no view"))
"""Both, in words."""

DISSENT = ((e.Dissent.NOTED.value, "to be noted"), (e.Dissent.FORMAL.value, "formal dissent"))
"""How an agency disagrees, in words."""


class ThresholdForm(Form):
    """A form with the definitions one key away, and a remark on what is chosen before it is recorded."""

    BINDINGS = [
        Binding("f1", "definitions", "Definitions", id="threshold.form_definitions", priority=True),
    ]

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        save: Callable[[Values], None],
        *,
        meeting: Meeting,
        key: str,
        note: str = "",
        remark: Callable[[Values], str] = lambda _: "",
    ) -> None:
        super().__init__(title, fields, save, meeting=meeting, key=key, note=note)
        self._procedure = meeting.procedure
        self._remark = remark

    @on(Pick.Changed)
    def _chosen(self, event: Pick.Changed) -> None:
        event.stop()
        if self.is_attached:
            self._say(self._remark(self.values()))

    def action_definitions(self) -> None:
        """What threshold, significant harm and the categories mean."""
        self.app.push_screen(Definitions(self._procedure))


# --- A view -------------------------------------------------------------------------------------------------


def view(meeting: Meeting, child: str, agency: Agency) -> Form:
    """One agency's view on a child, or why it gives none."""
    conference = meeting.conference
    given = conference.views.get((child, agency.name))
    why = decision.no_view_because(conference, child, agency)

    def save(values: Values) -> None:
        chosen = values.needed("outcome", values.one("outcome"), "What does the agency consider needed?")
        category = "" if why else values.one("category")
        event = e.ViewGiven(
            child=child,
            agency=agency.name,
            by=values.needed("by", values.one("by"), "Who speaks for the agency?"),
            outcome=None if chosen in (NO_VIEW, UNKNOWN) else e.Outcome(chosen),
            category=e.Category(category) if category else None,
            reason=values.words("reason"),
            dissent=e.Dissent.NONE if why else e.Dissent(values.one("dissent")),
            unknown=chosen == UNKNOWN,
        )
        meeting.record(event)

    fields = [_speaker_field(conference, agency, given)]
    fields += _no_view_fields(given) if why else _view_fields(meeting.procedure, given)
    return ThresholdForm(
        f"{agency.name} on {conference.name(child)}",
        fields,
        save,
        meeting=meeting,
        key=f"view/{child}/{agency.name}",
        note=f"{why[0].upper()}{why[1:]}." if why else meeting.procedure.threshold.question,
    )


def _speaker_field(conference: Conference, agency: Agency, given: e.ViewGiven | None) -> Field:
    return Field(
        name="by",
        label="Speaks for it",
        kind="one",
        options=tuple((person, conference.name(person)) for person in agency.people),
        chosen=(given.by,) if given else _alone_for(conference, agency),
    )


def _alone_for(conference: Conference, agency: Agency) -> tuple[str, ...]:
    """Who can only be meant: of several of an agency, the one who is here."""
    here = tuple(person for person in agency.people if person in conference.present())
    return next((each for each in (here, agency.people) if len(each) == 1), ())


def _no_view_fields(given: e.ViewGiven | None) -> list[Field]:
    """Of an agency that may give none: that it gives none, and why."""
    return [_considered(NONE_GIVEN, given), _agency_reason(given)]


def _view_fields(procedure: Procedure, given: e.ViewGiven | None) -> list[Field]:
    dissent = Field(
        name="dissent",
        label="Disagrees",
        kind="one",
        options=(("", "no disagreement"), *DISSENT),
        chosen=(given.dissent.value,) if given and given.dissent else (),
    )
    considered = _considered((*_outcomes(procedure), *NONE_GIVEN), given)
    return [considered, _category_field(procedure, given), _agency_reason(given), dissent]


def _considered(outcomes: tuple[tuple[str, str], ...], given: e.ViewGiven | None) -> Field:
    chosen = given and (given.outcome or (UNKNOWN if given.unknown else NO_VIEW))
    return one_of("outcome", "Considers", outcomes, str(chosen or ""))


def _agency_reason(given: e.ViewGiven | None) -> Field:
    words = given.reason if given else ""
    return Field(name="reason", label="Reason", kind="words", value=words, hint="in the agency's own words")


def _category_field(procedure: Procedure, given: e.ViewGiven | e.DecisionMade | None) -> Field:
    named = [(category.code, category.title) for category in procedure.categories]
    return Field(
        name="category",
        label="Category",
        kind="one",
        options=(*named, (e.Category.MULTIPLE.value, f"{decision.MULTIPLE} (not recommended)")),
        chosen=(given.category.value,) if given and given.category else (),
    )


def _outcomes(procedure: Procedure) -> tuple[tuple[str, str], ...]:
    return tuple((outcome.id, outcome.title) for outcome in procedure.outcomes)


def own_view(meeting: Meeting, child: str) -> Form:
    """The chair's own view, where it is asked for. It is kept apart and not counted."""

    def save(values: Values) -> None:
        meeting.record(e.ChairViewGiven(child=child, words=values.words("words")))

    own = meeting.conference.chair_views.get(child, "")
    field = Field(name="words", label="View", kind="words", value=own, hint="recorded apart, not counted")
    title = f"The chair's own view on {meeting.conference.name(child)}"
    return Form(title, [field], save, meeting=meeting, key=f"own/{child}")


# --- The decision -------------------------------------------------------------------------------------------


def decide(meeting: Meeting, child: str) -> Form:
    """The chair's decision on a child."""
    conference, procedure = meeting.conference, meeting.procedure
    made = conference.decisions.get(child)
    given = made.made if made else None

    def save(values: Values) -> None:
        outcome = values.needed("outcome", values.one("outcome"), "What is decided?")
        category = values.one("category")
        _record(
            meeting,
            e.DecisionMade(
                child=child,
                outcome=e.Outcome(outcome),
                category=e.Category(category) if category else None,
                reason=values.words("reason"),
            ),
        )

    fields = [
        Field(
            name="outcome",
            label="Decided",
            kind="one",
            options=_outcomes(procedure),
            chosen=(given.outcome.value,) if given else (),
        ),
        _category_field(procedure, given),
        Field(
            name="reason",
            label="Reason",
            kind="words",
            value=given.reason if given else "",
            hint="needed where no view has the most agencies, or you decide against it",
        ),
    ]
    return ThresholdForm(
        f"The chair's decision on {conference.name(child)}",
        fields,
        save,
        meeting=meeting,
        key=f"decision/{child}",
        note=_count_in_a_line(meeting, child),
        remark=partial(_before_saving, conference, child),
    )


def _record(meeting: Meeting, decided: e.DecisionMade) -> None:
    """Record a decision. Raises Wanting where its reason is wanting, Refused where something else is."""
    try:
        meeting.record(decided)
    except Refused as refused:
        no_category = decided.outcome is e.Outcome.CHILD_PROTECTION and decided.category is None
        needed = decision.reason_needed(meeting.conference, decided.child, decided.outcome, decided.category)
        if decided.reason or no_category or not needed:
            raise
        # What is typed next is the reason: in a choice its letters would choose another category.
        raise Wanting("reason", str(refused)) from None


def _count_in_a_line(meeting: Meeting, child: str) -> str:
    numbers = dict(decision.count(meeting.conference, child).outcomes)
    views = " · ".join(
        f"{outcome.title}: {numbers.get(e.Outcome(outcome.id), 0)}" for outcome in meeting.procedure.outcomes
    )
    lines = [views, quorum(meeting.conference, meeting.procedure).sentence]
    if awaited := decision.awaited(meeting.conference, child):
        lines.insert(0, f"Not asked yet: {listed(awaited)}.")
    return "\n".join(lines)


def _before_saving(conference: Conference, child: str, values: Values) -> str:
    """What the choice means, before it is recorded: whether a reason is needed, and why (BA-18, BA-19)."""
    chosen, named = values.one("outcome"), values.one("category")
    if not chosen:
        return ""
    outcome, category = e.Outcome(chosen), e.Category(named) if named else None
    if outcome is e.Outcome.CHILD_PROTECTION and category is None:
        return (
            "A child protection plan needs its category. Without one your reason is needed, and is printed."
        )
    needed = decision.reason_needed(conference, child, outcome, category)
    return f"{needed} Your reason is needed, and is printed." if needed else ""


# --- Disagreement after the decision ------------------------------------------------------------------------


def disagreement(meeting: Meeting, child: str, given: e.DissentDeclared | None) -> Form:
    """An agency's disagreement with the decision, new or to be corrected."""
    conference = meeting.conference

    def save(values: Values) -> None:
        how = values.needed("dissent", values.one("dissent"), "To be noted, or formal dissent?")
        event = e.DissentDeclared(
            child=child,
            agency=values.needed("agency", values.one("agency"), "Which agency?"),
            dissent=e.Dissent(how),
            reason=values.words("reason"),
            at=values.time("at"),
        )
        meeting.record(event)

    names = tuple((agency.name, agency.name) for agency in agencies(conference))
    at = given.at if given else meeting.clock().time()
    fields = [
        Field(
            name="agency",
            label="Agency",
            kind="one",
            options=((given.agency, given.agency),) if given else names,
            chosen=(given.agency,) if given else (),
        ),
        Field(
            name="dissent",
            label="Disagrees",
            kind="one",
            options=DISSENT,
            chosen=(given.dissent.value,) if given else (),
        ),
        Field(name="reason", label="Reason", kind="words", value=given.reason if given else ""),
        Field(name="at", label="At", value=say_time(at) if at else "", hint="for example 15:50"),
    ]
    title = f"Disagreement with the decision on {conference.name(child)}"
    limit = meeting.procedure.limit("dissent")
    note = f"Formal dissent is put in writing within {in_words(limit.count, limit.unit)} of the close."
    return Form(title, fields, save, meeting=meeting, key=f"dissent/{child}", note=note)
