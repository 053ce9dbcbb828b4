"""The plan: actions, bottom lines, contingencies, what the network offers, the birth, recommendations (BA-20)."""

from datetime import date
from typing import Annotated

from conference_tui.conference.events.kinds import Event
from conference_tui.conference.events.roles import AChild, Children, Id, Named, Part, People, Someone, Words


class ActionAgreed(Event, frozen=True, kw_only=True):
    """One row of the plan (BA-20, HV-11)."""

    action: Id
    children: Children
    what: Words
    who: People
    """People of the conference; a child's id where the child does it."""
    when: Words
    """As agreed, in words: "by 11 January 2027", "from 1 December", "now"."""
    by: date | None = None
    """The date in it, where there is one."""
    need: Words = ""
    worry: Annotated[Id, Named(("contribution", "statement"))] = ""
    """The contribution or danger statement that it answers (BR-5)."""
    goal: Annotated[Id, Named(("goal",))] = ""
    how_known: Words = ""
    also: Words = ""
    """Others who do it and are not people of the conference."""

    parts_told = (
        Part("need", "Need"),
        Part("worry", "Worry"),
        Part("goal", "Goal"),
        Part("how_known", "How we will know", is_column=True, wanting="no_sign"),
    )


class AdviceLeft(Event, frozen=True, kw_only=True):
    """The chair looked at something that could be clearer in the plan, and leaves it as it is."""

    advice: Id
    """Which advice, by its key."""
    says: Words = ""
    """What it said then."""


class BirthPlanSet(Event, frozen=True, kw_only=True):
    """What is settled about the birth of an unborn child and about going home (HF-1)."""

    child: AChild
    matter: Words
    """Which of the procedure's points it settles, in its words; or another one."""
    words: Words


class BottomLineSet(Event, frozen=True, kw_only=True):
    """What is not negotiable."""

    line: Id
    children: Children
    words: Words


class ContingencySet(Event, frozen=True, kw_only=True):
    """What happens if the plan does not hold, and who calls whom (BA-20)."""

    contingency: Id
    children: Children
    words: Words


class NetworkSupportOffered(Event, frozen=True, kw_only=True):
    """What somebody of the family's network will do (BA-7, BA-20)."""

    support: Id
    person: Someone
    children: Children
    words: Words


class RecommendationMade(Event, frozen=True, kw_only=True):
    """A recommendation to others; never the removal of a child (BA-21)."""

    recommendation: Id
    words: Words
    children: Children = ()
    by: date | None = None
    owner: Someone = ""
