"""The plan: actions, bottom lines, contingencies, what the network offers, the birth, recommendations (BA-20)."""

from datetime import date

from conference_tui.conference.events.kinds import Event


class ActionAgreed(Event, frozen=True, kw_only=True):
    """One row of the plan (BA-20, HV-11)."""

    action: str
    children: tuple[str, ...]
    what: str
    who: tuple[str, ...]
    """People of the conference; a child's id where the child does it."""
    when: str
    """As agreed, in words: "by 11 January 2027", "from 1 December", "now"."""
    by: date | None = None
    """The date in it, where there is one."""
    need: str = ""
    worry: str = ""
    """The contribution or danger statement that it answers (BR-5)."""
    goal: str = ""
    how_known: str = ""
    also: str = ""
    """Others who do it and are not people of the conference."""


class AdviceLeft(Event, frozen=True, kw_only=True):
    """The chair looked at something that could be clearer in the plan, and leaves it as it is."""

    advice: str
    """Which advice, by its key."""
    says: str = ""
    """What it said then."""


class BirthPlanSet(Event, frozen=True, kw_only=True):
    """What is settled about the birth of an unborn child and about going home (HF-1)."""

    child: str
    matter: str
    """Which of the procedure's points it settles, in its words; or another one."""
    words: str


class BottomLineSet(Event, frozen=True, kw_only=True):
    """What is not negotiable."""

    line: str
    children: tuple[str, ...]
    words: str


class ContingencySet(Event, frozen=True, kw_only=True):
    """What happens if the plan does not hold, and who calls whom (BA-20)."""

    contingency: str
    children: tuple[str, ...]
    words: str


class NetworkSupportOffered(Event, frozen=True, kw_only=True):
    """What somebody of the family's network will do (BA-7, BA-20)."""

    support: str
    person: str
    children: tuple[str, ...]
    words: str


class RecommendationMade(Event, frozen=True, kw_only=True):
    """A recommendation to others; never the removal of a child (BA-21)."""

    recommendation: str
    words: str
    children: tuple[str, ...] = ()
    by: date | None = None
    owner: str = ""
