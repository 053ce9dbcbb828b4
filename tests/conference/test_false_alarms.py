"""How often advice is given where it should be, and is not where it should not: invented sentences, well and badly put."""

import pytest

from conference_tui.conference.plan_advice import TypedAs, as_typed
from tests.conference.building import PLAIN, ROOM

GOOD_ACTIONS = (
    "Tamsin takes Maya to the dentist and shows Harriet the appointment card.",
    "Harriet visits every 10 working days and sees Maya alone, at school or at Bridie's.",
    "Owen Farrant meets Maya each Monday at 9 and writes down how she is.",
    "Callum goes to the Calmer Ground programme on Tuesdays and tells Harriet each week what he has learnt.",
    "Bridie collects Teddy from school on Wednesdays and he sleeps at hers.",
    "Tamsin and Callum agree in writing who sleeps where, and give Harriet a copy.",
    "The health visitor weighs the baby each week and writes it in the red book.",
    "Harriet asks housing for a move, and tells Tamsin the answer by 10 January.",
    "Joanne Tiplady helps Tamsin to fill in the form for the nursery place.",
    "Tamsin rings Harriet the same day if Callum comes to the flat.",
    "Harriet refers Tamsin to Turnstone Recovery; Tamsin goes to the first appointment.",
    "Police put a marker on the address so that a call is answered at once.",
    "Maya draws how she feels with Ms Nandra for half an hour each Thursday.",
    "Tamsin keeps alcohol out of the house, and Bridie looks in each evening.",
    "Harriet supports Tamsin to open a bank account in her own name.",
    "School rings Tamsin by 9:30 if Teddy is not there.",
    "DC Amadi tells Harriet the outcome of the enquiry by 20 December.",
    "Callum does not come to the flat until the core group has met.",
    "Tamsin takes her tablets each day; the GP checks the prescription monthly.",
    "Smoke alarms are fitted by the fire service, and Tamsin tests them on Sundays.",
    "Harriet monitors school attendance each Friday and rings Tamsin if it is under 90%.",
    "Encourage Maya to choose which club she wants, and pay the fee from the school fund.",
    "Work with Bridie to write down the house rules.",
    "Family network meeting at Bridie's, with Joss, Keely and Mrs Dacosta.",
)
BAD_ACTIONS = (
    "Support the family.",
    "Continue to monitor.",
    "Parents to engage with services.",
    "Social worker to support mother.",
    "Ongoing monitoring by all agencies.",
    "Liaise with professionals.",
    "Engage with CAMHS.",
    "School to support Teddy as required.",
    "Monitor the situation and keep an eye on the children.",
    "Complete direct work around wishes and feelings.",
    "Undertake a parenting capacity assessment.",
    "SW to signpost Tamsin to DV services.",
    "Robust safety plan to be implemented.",
    "Encourage engagement.",
)
GOOD_DANGERS = (
    "Harriet, Ms Pask and Gran are worried that Maya will be left alone at night and may be hurt in a fire.",
    "Dad and Harriet worry that if Mum drinks again, Teddy could go hungry and miss school.",
    "DC Amadi is worried that Callum might hit Maya, as he did in August and on 11 November; she would be hurt and frightened.",
    "Everyone here, and Tamsin too, is worried that Maya will stop telling people what happens.",
    "Harriet and Jo are worried that Baby Orrell will be born early and that nobody will notice if he stops feeding.",
)
BAD_DANGERS = (
    "Risk of significant harm due to domestic violence.",
    "Neglect of basic care needs.",
    "We are concerned about Callum's anger issues.",
    "Maya is at risk of physical abuse.",
    "Professionals are worried that mother will fail to protect.",
)
GOOD_GOALS = (
    "Tamsin will wake Maya at seven each day, and Ms Nandra will see her at breakfast club for one term.",
    "Callum lives at Ropewalk; Maya tells Owen each week for 6 months that home is calm.",
    "Lola sleeps with an adult she knows in the flat every night until the review; Keely and Dev see it.",
    "Teddy is dry at school for a full term, and Ms Nandra writes it down. Harriet hears from her each month.",
)
BAD_GOALS = (
    "No domestic violence.",
    "Callum to stop shouting.",
    "Mother will engage.",
    "Maya will be safe.",
    "There will be no more incidents for 6 months.",
)


def said(typed: str, field: TypedAs) -> str:
    return as_typed(typed, field, ROOM, PLAIN)


@pytest.mark.parametrize("typed", GOOD_ACTIONS)
def test_no_false_alarm_on_an_action(typed: str) -> None:
    """BA-20, HV-11: one thing that somebody does, in plain words."""
    assert said(typed, "action") == ""


@pytest.mark.parametrize("typed", BAD_ACTIONS)
def test_a_badly_put_action_is_told(typed: str) -> None:
    """BA-20, KC-7: nothing is said with it, it has no time, or nobody outside the professions understands it."""
    assert said(typed, "action")


@pytest.mark.parametrize("typed", GOOD_DANGERS)
def test_no_false_alarm_on_a_danger_statement(typed: str) -> None:
    """HV-9: somebody by name is worried that somebody will do something."""
    assert said(typed, "danger") == ""


@pytest.mark.parametrize("typed", BAD_DANGERS)
def test_a_badly_put_danger_statement_is_told(typed: str) -> None:
    """HV-9: a label, or nobody by name."""
    assert said(typed, "danger")


@pytest.mark.parametrize("typed", GOOD_GOALS)
def test_no_false_alarm_on_a_goal(typed: str) -> None:
    """HV-9: what will be seen, by whom, for how long."""
    assert said(typed, "goal") == ""


@pytest.mark.parametrize("typed", BAD_GOALS)
def test_a_badly_put_goal_is_told(typed: str) -> None:
    """HV-9: only what is not to happen, or nobody who sees it, or no end."""
    assert said(typed, "goal")
