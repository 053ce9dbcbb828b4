"""What could be clearer in a plan: all that the cases say, nothing of what is well written."""

from collections.abc import Iterable

import pytest

from conference_tui import demonstration
from conference_tui.conference import events as e
from conference_tui.conference.people import Standing
from conference_tui.conference.plan_advice import Advice, TypedAs, advice, as_typed
from conference_tui.conference.procedure_file import parse
from conference_tui.conference.state import Conference
from tests.conference.building import (
    BARNSLEY,
    CIN,
    CP,
    MAYA,
    PHY,
    PLAIN,
    ROOM,
    SOCIAL_CARE,
    build,
    view,
)

DEMONSTRATION = [step.event for step in demonstration.steps() if "closed" not in step.stage]


def told(conference: Conference) -> list[tuple[str, str, str]]:
    return [(each.kind, each.about, each.words) for each in advice(conference, PLAIN)]


def kinds(found: Iterable[Advice]) -> set[str]:
    return {each.kind for each in found}


def action(what: str, **changed: object) -> e.ActionAgreed:
    well: dict[str, object] = {
        "action": "a1",
        "children": ("maya",),
        "who": ("tamsin",),
        "when": "by 15 December",
        "how_known": "Tamsin tells Sloan.",
    }
    return e.ActionAgreed(what=what, **{**well, **changed})  # type: ignore[arg-type]


WHOLE = (
    e.ContingencySet(contingency="k1", children=("maya",), words="Ring Bridie."),
    e.BottomLineSet(line="b1", children=("maya",), words="No one hits a child."),
)
"""What a plan has beside its actions."""


# --- The cases ----------------------------------------------------------------------------------------------


def test_the_first_case_is_written_well() -> None:
    """BA-20, HV-11: siblings with different outcomes; seven actions, two danger statements, two goals."""
    assert advice(build(*DEMONSTRATION), BARNSLEY) == ()


def test_the_sixth_action_of_the_first_case_fits_a_child_in_need_plan_only() -> None:
    """BA-20: for the brother it is right, in the plan of a child with a child protection plan it is not."""
    sixth = next(ev for ev in DEMONSTRATION if isinstance(ev, e.ActionAgreed) and ev.action == "a6")
    for_all = e.ActionAgreed(
        action="a6", children=(), what=sixth.what, who=sixth.who, when=sixth.when, how_known=sixth.how_known
    )
    (found,) = advice(build(*DEMONSTRATION, for_all), BARNSLEY)
    assert found.says == (
        "“child in need plan” fits a child in need plan; here it is in the child protection plan of Maya and Teddy."
    )


LOLA = e.ChildEntered(child="lola", name="Lola-May Brindle")
SECOND_CASE = (
    e.ConferenceOpened(ref="ASH-2026-1222-BR", kind=e.Kind.INITIAL, procedure="plain"),
    LOLA,
    e.PersonEntered(person="shanice", name="Shanice Brindle", standing=Standing.PARENT, parent_of=("lola",)),
    e.PersonEntered(person="keely", name="Keely Brindle", standing=Standing.NETWORK),
    e.PersonEntered(person="dacosta", name="Mrs Dacosta", standing=Standing.NETWORK),
    e.PersonEntered(
        person="ratcliff", name="Dev Ratcliff", standing=Standing.PROFESSIONAL, agency=SOCIAL_CARE
    ),
    e.PersonEntered(
        person="pask", name="Gwen Pask", standing=Standing.PROFESSIONAL, agency="Saltgate Primary"
    ),
    e.DangerStatementMade(
        statement="ds1",
        children=("lola",),
        words="Dev, Ms Pask and Keely are worried that Shanice will leave Lola alone at night again to work, as on "
        "28 November, and Lola will be cold, hungry, frightened or hurt with nobody to help, and will get seriously "
        "ill because pain is not treated.",
    ),
    e.SafetyGoalSet(
        goal="sg1",
        statement="ds1",
        words="An adult Lola knows will be in the flat every night; Lola will have breakfast, heat and her teeth "
        "treated; Ms Pask and Dev will see this for 3 months.",
    ),
    *(
        e.ActionAgreed(
            action=str(number),
            children=("lola",),
            what=what,
            who=who,
            when=when,
            goal="sg1",
            how_known="Dev asks.",
        )
        for number, (what, who, when) in enumerate(
            [
                ("Dentist appointment", ("shanice",), "30 December"),
                ("Night-time rota written and signed", ("shanice", "keely", "dacosta"), "22 December"),
                ("Benefits and shift change advice", ("ratcliff",), "8 January"),
                ("Breakfast club", ("pask",), "4 January, start of term"),
                ("Trace father", ("ratcliff",), "8 January"),
            ]
        )
    ),
    e.ContingencySet(
        contingency="k1", children=("lola",), words="Mrs Dacosta brings Lola in, and rings Dev."
    ),
    e.BottomLineSet(line="b1", children=("lola",), words="Lola is never alone at night."),
)


def test_the_second_case_is_written_well() -> None:
    """BA-20, HV-11: a plan of five actions for one child."""
    assert told(build(*SECOND_CASE)) == []


# --- Actions ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bad", "kind", "words"),
    [
        (action("Support Tamsin."), "vague_action", "Support"),
        (action("Tamsin to engage with all services"), "vague_action", "engage"),
        (action("School to monitor Maya’s situation closely."), "vague_action", "monitor"),
        (action("Ongoing support for the family, as soon as possible", when="x"), "vague_action", "support"),
        (
            action("Tamsin rings the dentist.", when="as soon as possible"),
            "vague_time",
            "as soon as possible",
        ),
        (action("Tamsin rings the dentist.", when="ongoing"), "vague_time", "ongoing"),
        (action("Tamsin rings the dentist asap."), "no_sign", ""),
        (
            action("Ring the dentist.", who=(), also="Mrs Dacosta and the school nurse"),
            "role",
            "the school nurse",
        ),
        (action("Ring the dentist.", who=()), "no_who", ""),
        (action("Ring the dentist.", when=""), "no_when", ""),
        (action("Liaise with CAMHS about sleep."), "jargon", "Liaise"),
        (action("Liaise with CAMHS about sleep."), "acronym", "CAMHS"),
    ],
    ids=lambda case: case.what if isinstance(case, e.ActionAgreed) else "",
)
def test_what_is_told_of_an_action(bad: e.ActionAgreed, kind: str, words: str) -> None:
    """BA-20, HV-11, KC-7: what, who, by when and how we will know, in plain words."""
    event = action(bad.what, how_known="") if kind == "no_sign" else bad
    found = told(build(event, *WHOLE, on=ROOM))
    assert (kind, "action:a1", words) in found


@pytest.mark.parametrize(
    "what",
    [
        "Support Tamsin to register with a dentist.",
        "Monitor the bruise each day, and write it down.",
        "Tamsin engages a locksmith.",
        "Supported by Bridie, Tamsin sees the doctor.",
        "Drawing-and-talking sessions at school, weekly.",
        "Check-in",
    ],
)
def test_an_action_that_says_something_is_left_alone(what: str) -> None:
    """BA-20: the word alone is vague, and not with what is done."""
    assert told(build(action(what), *WHOLE, on=ROOM)) == []


def test_a_time_with_a_date_beside_it_is_a_time() -> None:
    """HV-11: "ongoing" with a day on which it is looked at."""
    assert (
        told(build(action("Bridie rings.", when="ongoing, looked at on 11 January"), *WHOLE, on=ROOM)) == []
    )


def test_somebody_whose_name_nobody_knows_is_a_role() -> None:
    """BA-20: an action has somebody by name."""
    nurse = e.PersonEntered(
        person="nurse", name="", role="school nurse", agency="Wenlow Health", standing=Standing.PROFESSIONAL
    )
    found = told(build(nurse, action("Weigh Maya.", who=("nurse", "tamsin")), *WHOLE, on=ROOM))
    assert found == [("role", "action:a1", "school nurse")]


# --- The plan of a child ------------------------------------------------------------------------------------


def test_more_than_eight_actions_for_one_child() -> None:
    """BA-20: nine are one too many, eight are not; each child by itself."""
    nine = [action("Ring the dentist.", action=str(number)) for number in range(9)]
    assert told(build(*nine[:8], *WHOLE, on=ROOM)) == []
    assert told(build(*nine, *WHOLE, on=ROOM)) == [("many_actions", "child:maya", "")]


def test_a_plan_without_family_contingency_or_bottom_line() -> None:
    """BA-20, BA-7: what the family does, what happens if it fails, what is not negotiable."""
    by_school = action("Check-in.", who=("farrant",))
    found = kinds(advice(build(by_school, on=ROOM), PLAIN))
    assert found == {"no_family_action", "no_contingency", "no_bottom_line"}
    offered = e.NetworkSupportOffered(support="s", person="joss", children=("maya",), words="Answers.")
    assert told(build(by_school, offered, *WHOLE, on=ROOM)) == []


def test_a_child_in_need_plan_wants_neither_bottom_line_nor_contingency() -> None:
    """BA-20: those are of a child protection plan."""
    decided = (view("maya", SOCIAL_CARE, CIN), e.DecisionMade(child="maya", outcome=CIN))
    assert told(build(*decided, action("Ring the dentist."), on=ROOM)) == []


def test_nothing_is_told_of_a_plan_that_is_not_begun() -> None:
    """BA-20: the chair has not come to it yet."""
    decided = (view("maya", SOCIAL_CARE, CP, PHY), e.DecisionMade(child="maya", outcome=CP, category=PHY))
    assert told(build(*decided, on=ROOM)) == []


# --- Danger statements and goals ----------------------------------------------------------------------------

WELL_SAID = "Sloan and Tamsin are worried that Callum will hit Maya again, and that she will be hurt."


def dangers(words: str, *children: str) -> list[str]:
    made = e.DangerStatementMade(statement="d1", children=children or ("maya",), words=words)
    goal = e.SafetyGoalSet(goal="g1", statement="d1", words="Maya will sleep; Sloan sees this for a term.")
    return [each.kind for each in advice(build(made, goal, on=ROOM), PLAIN)]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        (WELL_SAID, []),
        ("Nan is worried that the children may be left alone.", []),
        ("I, Tamsin, worry that Maya might run off.", []),
        ("We are worried that Maya will be hit.", ["danger_who"]),
        ("Maya will be hit again.", ["danger_who"]),
        ("Sloan is worried about Maya.", ["danger_future"]),
        ("Sloan is worried that Callum will shout.", ["danger_whom"]),
        ("Neglect.", ["danger_who", "danger_future", "danger_whom", "label"]),
        ("Sloan is worried that Maya will suffer significant harm.", ["label"]),
    ],
)
def test_a_danger_statement_says_who_is_worried_about_whom_and_what_may_happen(
    words: str, missing: list[str]
) -> None:
    """HV-9: structure by names and words, and no label in place of what happened."""
    assert dangers(words) == missing


def test_a_danger_statement_wants_a_goal_and_an_action_that_answers_it() -> None:
    """BR-5: an action for the statement, or for a goal of it."""
    made = e.DangerStatementMade(statement="d1", children=("maya",), words=WELL_SAID)
    goal = e.SafetyGoalSet(goal="g1", statement="d1", words="Maya will sleep; Sloan sees this for a term.")
    alone = build(made, action("Ring the dentist."), *WHOLE, on=ROOM)
    assert kinds(advice(alone, PLAIN)) == {"danger_without_goal", "danger_without_action"}
    for answer in ({"worry": "d1"}, {"goal": "g1"}):
        assert told(build(made, goal, action("Ring the dentist.", **answer), *WHOLE, on=ROOM)) == []


def test_more_than_four_danger_statements_for_one_child() -> None:
    """HV-9: five are one too many."""
    made = [
        event
        for number in range(5)
        for event in (
            e.DangerStatementMade(statement=str(number), children=("maya",), words=WELL_SAID),
            e.SafetyGoalSet(
                goal=f"g{number}", statement=str(number), words="Maya sleeps; Sloan sees it for a term."
            ),
        )
    ]
    assert told(build(*made[:8], on=ROOM)) == []
    assert told(build(*made, on=ROOM)) == [("many_dangers", "child:maya", "")]


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("Callum will leave the room and ring Bridie; Sloan will see this for 6 months.", []),
        ("Nobody will shout, and Maya will sleep; Farrant hears so every week.", []),
        ("Callum will not hit Maya; Sloan will see this for 6 months.", ["goal_negative"]),
        ("Stop hitting. Sloan checks for a year.", []),
        ("No more shouting.", ["goal_duration", "goal_seen", "goal_negative"]),
        ("Maya sleeps in her own bed.", ["goal_duration", "goal_seen"]),
    ],
)
def test_a_goal_says_what_will_be_seen_by_whom_and_for_how_long(words: str, missing: list[str]) -> None:
    """HV-9: positive, with a duration and somebody who sees it."""
    made = e.DangerStatementMade(statement="d1", children=("maya",), words=WELL_SAID)
    goal = e.SafetyGoalSet(goal="g1", statement="d1", words=words)
    assert [each.kind for each in advice(build(made, goal, on=ROOM), PLAIN)] == missing


# --- What is done with it -----------------------------------------------------------------------------------


def test_what_the_chair_leaves_stays_left_for_as_long_as_the_words_stand() -> None:
    """BA-20: the chair's word counts; another wording is looked at anew."""
    vague = build(action("Support Tamsin."), *WHOLE, on=ROOM)
    (found,) = advice(vague, PLAIN)
    left = build(e.AdviceLeft(advice=found.key, says=found.says), on=vague)
    assert advice(left, PLAIN) == ()
    assert told(build(action("Monitor Tamsin."), on=left)) == [("vague_action", "action:a1", "Monitor")]


def test_each_says_from_where_it_is() -> None:
    """BA-20: the rule's source in full, and one sentence with the words."""
    (found,) = advice(build(action("Support Tamsin."), *WHOLE, on=ROOM), PLAIN)
    assert found.source == "Leeds Safeguarding Children Partnership, SMART planning"
    assert found.says == "“Support” alone does not say what is done, or how often."


def test_an_authority_adds_words_and_takes_advice_out() -> None:
    """KC-7: the words and numbers are the procedure's; an empty sentence is never said."""
    from importlib.resources import files

    default = files("data").joinpath("procedures", "plain.toml").read_text(encoding="utf-8")
    own = """
title = "Wenlow"
authority = "Wenlow Council"
[guidance.jargon]
"sandwich*" = "bread"
"liais*" = ""
[guidance.advice.no_bottom_line]
says = ""
source = "own"
"""
    procedure = parse(own, "wenlow", default)
    plan = build(action("Liaise about sandwiches."), WHOLE[0], on=ROOM)
    assert [each.words for each in advice(plan, procedure)] == ["sandwiches"]


# --- While it is typed --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "field", "says"),
    [
        ("Liais", "action", ""),
        ("Liaise", "action", ""),
        ("Liaise ", "action", "“Liaise” in plain words: talk with."),
        ("Support Tamsin", "action", ""),
        ("Support Tamsin.", "action", "“Support” alone does not say what is done, or how often."),
        ("Support Tamsin to see the doctor.", "action", ""),
        ("ongoing ", "when", "“ongoing” is no time: by which day, or how often from which day?"),
        ("Maya will be hit", "danger", ""),
        (
            "Maya will be hit.",
            "danger",
            "It does not say who is worried, by name: “… and … are worried that …”.",
        ),
        (
            "Neglect ",
            "danger",
            "“Neglect” is a label: say what the child did not get: food, warmth, a doctor, somebody there.",
        ),
        ("No shouting.", "goal", "It does not say for how long."),
        ("", "danger", ""),
    ],
)
def test_what_is_said_of_a_field_as_it_is_typed(typed: str, field: TypedAs, says: str) -> None:
    """BA-20: a word once it is whole, and what a sentence lacks once it has ended."""
    assert as_typed(typed, field, ROOM, PLAIN) == says


def test_maya_is_in_the_conference() -> None:
    assert MAYA.name in {child.label for child in ROOM.children.values()}


def test_a_child_that_nobody_entered_breaks_nothing() -> None:
    """HV-9: another program's archive may name one, even by nothing."""
    strange = e.DangerStatementMade(statement="d1", children=("",), words="Sloan worries.")
    assert "danger_whom" in kinds(advice(build(strange, on=ROOM), PLAIN))
