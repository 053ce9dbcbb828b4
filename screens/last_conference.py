"""At the set-up of a review: the conference before it, and what each child came with; from its record, or typed in."""

from collections.abc import Iterable
from functools import partial

import msgspec

from conference_tui.conference import decision
from conference_tui.conference import events as e
from conference_tui.conference.carried_over import Polarity
from conference_tui.conference.plan import everyone
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.review import is_review
from conference_tui.conference.text import listed, say_date, write_date
from screens.form import Field, Form, Values
from screens.key_worker import candidates
from screens.plan_forms import children_field, for_whom, names
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain

KINDS = {
    e.Kind.INITIAL: "initial",
    e.Kind.REVIEW: "a review",
    e.Kind.PRE_BIRTH: "pre-birth",
    e.Kind.TRANSFER_IN: "transfer-in",
}
POLARITIES = (
    ("high-is-safe", "a high number is safe"),
    ("high-is-danger", "a high number is dangerous"),
    ("", "nobody knows"),
)
"""Which way the last scale ran, in words."""
MEMBERS, BIRTH = "Core group until now", "○ Something settled about the birth"
"""The rows that take one more."""


def rows(stage: Stage) -> Iterable[Row]:
    """What a review follows; nothing at a conference that is no review."""
    if not is_review(stage.conference):
        return
    conference, last = stage.conference, stage.conference.last_conference
    yield heading("The conference before", "l: what this one reviews")
    text = f"✓ {_in_words(last)}" if last else "○ Not entered: its date, and which review this is"
    yield Row(key="last", text=plain(text), act=partial(enter_last, stage))
    for child in conference.children.values():
        earlier = conference.earlier_plans.get(child.id)
        since = plan_in_words(earlier, stage.meeting.procedure) if earlier else "since when is not entered"
        text = f"{'✓' if earlier else '○'} Plan of {child.label} · {since}"
        yield Row(key=f"earlier:{child.id}", text=plain(text), act=partial(enter_plan, stage, child.id))
    members = [conference.name(member) for member in conference.earlier_members]
    text = f"{'✓' if members else '○'} {MEMBERS}: {listed(members) or 'nobody is entered'}"
    yield Row(key="earlier members", text=plain(text), act=partial(enter_member, stage))
    if any(child.expected for child in conference.children.values()):
        yield Row(key="earlier birth", text=plain(BIRTH, "$text-muted"), act=partial(enter_birth_plan, stage))


def _in_words(last: e.LastConferenceGiven) -> str:
    ref = f"{last.ref}, " if last.ref else ""
    scale = {"": "which way its scale ran is not known"} | {
        polarity: f"its scale: {words}" for polarity, words in POLARITIES if polarity
    }
    group = f"\n    core group booked: {say_date(last.core_group)}" if last.core_group else ""
    return (
        f"Review {last.review}, after {ref}{KINDS[last.kind]}, {say_date(last.held)}\n"
        f"    {scale[last.polarity]}{group}"
    )


def plan_in_words(earlier: e.EarlierPlanGiven, procedure: Procedure) -> str:
    """Since when a child has had a plan, and under which category."""
    category = f", {decision.category_title(procedure, earlier.category)}" if earlier.category else ""
    return f"since {say_date(earlier.begun)}{category}"


# --- The forms ----------------------------------------------------------------------------------------------


def enter_last(stage: Stage) -> None:
    """Ask what this review follows."""
    last = stage.conference.last_conference

    def save(values: Values) -> None:
        stage.meeting.record(_read_last(values))

    title, fields = "The conference before", _last_fields(last)
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key="last", only_changes=bool(last)))


def _read_last(values: Values) -> e.LastConferenceGiven:
    return e.LastConferenceGiven(
        held=values.needed("held", values.date("held"), "On which day was it?"),
        kind=e.Kind(values.needed("kind", values.one("kind"), "What sort of conference was it?")),
        review=values.needed("review", values.number("review"), "Which review is this one? The first is 1."),
        ref=values.line("ref"),
        polarity=msgspec.convert(values.one("polarity"), Polarity),
        core_group=values.date("core_group"),
    )


def _last_fields(last: e.LastConferenceGiven | None) -> list[Field]:
    return [
        Field(name="held", label="Held on", value=write_date(last.held if last else None), hint="1/12/2026"),
        Field(
            name="kind",
            label="It was",
            kind="one",
            options=tuple((kind.value, words) for kind, words in KINDS.items()),
            chosen=(last.kind.value,) if last else (),
        ),
        Field(
            name="review",
            label="This is review",
            value=str(last.review) if last else "",
            hint="a number; the first review is 1",
        ),
        Field(name="ref", label="Its reference", value=last.ref if last else ""),
        Field(
            name="polarity",
            label="On its scale",
            kind="one",
            options=POLARITIES,
            chosen=(last.polarity,) if last else (),
        ),
        Field(
            name="core_group",
            label="Next core group",
            value=write_date(last.core_group if last else None),
            hint="the day, where one is booked",
        ),
    ]


def enter_plan(stage: Stage, child: str) -> None:
    """Ask for the plan that a child comes with, who led and how often the child was seen."""
    given = stage.conference.earlier_plans.get(child)

    def save(values: Values) -> None:
        category = values.one("category")
        event = e.EarlierPlanGiven(
            child=child,
            begun=values.needed("begun", values.date("begun"), "Since when has there been a plan?"),
            category=e.Category(category) if category else None,
            key_worker=values.one("worker"),
            qualified=values.one("qualified") == "yes",
            visits=values.line("visits"),
            visits_how=values.line("how"),
        )
        stage.meeting.record(event)

    named = ((each.code, each.title) for each in stage.meeting.procedure.categories)
    fields = [
        Field(
            name="begun", label="Since", value=write_date(given.begun if given else None), hint="1/12/2026"
        ),
        Field(
            name="category",
            label="Category",
            kind="one",
            options=(*named, (e.Category.MULTIPLE.value, decision.MULTIPLE)),
            chosen=(given.category.value,) if given and given.category else (),
        ),
        Field(
            name="worker",
            label="Led until now",
            kind="one",
            options=names(stage.conference, candidates(stage.conference)),
            chosen=(given.key_worker,) if given and given.key_worker else (),
        ),
        Field(
            name="qualified",
            label="Qualified",
            kind="one",
            options=(("yes", "yes, a qualified social worker"), ("no", "no")),
            chosen=("yes" if given.qualified else "no",) if given and given.key_worker else (),
        ),
        Field(name="visits", label="Seen every", value=given.visits if given else "", hint="10 working days"),
        Field(name="how", label="How", value=given.visits_how if given else ""),
    ]
    title = f"The plan of {stage.conference.name(child)} until now"
    key = f"earlier/{child}"
    stage.ask(Form(title, fields, save, meeting=stage.meeting, key=key, only_changes=bool(given)))


def enter_member(stage: Stage) -> None:
    """Ask who was of the core group, and for whom; the same person again is a correction."""

    def save(values: Values) -> None:
        person = values.needed("person", values.one("person"), "Who was of the core group?")
        event = e.EarlierMemberGiven(person=person, children=for_whom(values), note=values.line("note"))
        stage.meeting.record(event)

    fields = [
        Field(
            name="person",
            label="Who",
            kind="one",
            options=names(stage.conference, everyone(stage.conference)),
        ),
        children_field(stage.conference, ()),
        Field(name="note", label="Note", hint="may be left empty"),
    ]
    stage.ask(Form("Of the core group until now", fields, save, meeting=stage.meeting, key="earlier member"))


def enter_birth_plan(stage: Stage) -> None:
    """Ask what was settled about the birth of a child."""
    expected = [child.id for child in stage.conference.children.values() if child.expected]

    def save(values: Values) -> None:
        event = e.EarlierBirthPlanGiven(
            child=values.needed("child", values.one("child"), "About which child?"),
            matter=values.needed("matter", values.line("matter"), "What does it settle?"),
            words=values.words("words"),
        )
        stage.meeting.record(event)

    fields = [
        Field(
            name="child",
            label="About",
            kind="one",
            options=names(stage.conference, expected),
            chosen=tuple(expected) if len(expected) == 1 else (),
        ),
        Field(name="matter", label="It settles", hint="; ".join(stage.meeting.procedure.pre_birth.settles)),
        Field(name="words", label="Settled", kind="words"),
    ]
    stage.ask(
        Form("Settled about the birth until now", fields, save, meeting=stage.meeting, key="earlier birth")
    )
