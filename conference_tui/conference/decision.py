"""Threshold, category and decision for each child: the count of views and the sentence it makes.

The sentences are those that a conference is entitled to, and no other: never "unanimous", and never a
consensus that the views do not show (BA-17 to BA-19).
"""

from collections import Counter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Agency, Knows, agencies, quorum, verdict_before
from conference_tui.conference.people import Discipline
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_decision import Outcome as OutcomeWords
from conference_tui.conference.state import Conference, Decision
from conference_tui.conference.text import listed

MULTIPLE = "multiple categories"


class Count(Struct, frozen=True, kw_only=True):
    """The views on one child, counted: one for each agency."""

    views: tuple[e.ViewGiven, ...]
    """Those with an outcome. Agencies without one are listed in `silent` and not in any total."""
    silent: tuple[e.ViewGiven, ...]

    @property
    def total(self) -> int:
        """How many agencies gave a view."""
        return len(self.views)

    @property
    def outcomes(self) -> list[tuple[e.Outcome, int]]:
        """Each outcome with its number of agencies, the largest first."""
        return Counter(view.outcome for view in self.views if view.outcome).most_common()

    @property
    def largest(self) -> e.Outcome | None:
        """The outcome of the largest group; None on a tie or without views."""
        return _largest(self.outcomes)

    @property
    def categories(self) -> list[tuple[e.Category, int]]:
        """Each category named with a child protection plan, the largest first."""
        return Counter(view.category for view in self.views if view.category).most_common()

    @property
    def without_category(self) -> int:
        """How many agencies considered a child protection plan needed and named no category."""
        return sum(v.outcome is e.Outcome.CHILD_PROTECTION and v.category is None for v in self.views)

    @property
    def is_equal(self) -> bool:
        """Whether all views are the same, in outcome and in category."""
        return len({(view.outcome, view.category) for view in self.views}) == 1

    @property
    def largest_category(self) -> e.Category | None:
        """The category named most; None on a tie or where none was named."""
        return _largest(self.categories)


T = TypeVar("T")


def _largest(ranked: list[tuple[T, int]]) -> T | None:
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def count(conference: Conference, child: str) -> Count:
    """The views on a child so far. An agency that left before the decision is listed, and in no total (M14)."""
    decided = conference.decisions.get(child)
    here = decided.present if decided else conference.present()
    present = {agency.name for agency in agencies(conference) if agency.present(here)}
    views = tuple(view for (about, _), view in conference.views.items() if about == child)
    counts = [view.outcome is not None and view.agency in present for view in views]
    return Count(
        views=tuple(view for view, counted in zip(views, counts, strict=True) if counted),
        silent=tuple(view for view, counted in zip(views, counts, strict=True) if not counted),
    )


def no_view_because(conference: Conference, child: str, agency: Agency) -> str:
    """Why an agency has no view that counts; empty where it has one to give (M14)."""
    if agency.entered_as_knowing(child) is Knows.NO:
        return f"does not know {conference.short(child)}"
    if not agency.present(conference.present()):
        been = any(person in conference.presence for person in agency.people)
        return "has left" if been else "not here"
    return ""


def awaited(conference: Conference, child: str) -> tuple[str, ...]:
    """Agencies that are here, know the child, and have said neither a view nor that they give none (BA-17)."""
    return tuple(
        agency.name
        for agency in agencies(conference)
        if (child, agency.name) not in conference.views and not no_view_because(conference, child, agency)
    )


def reason_needed(conference: Conference, child: str, outcome: e.Outcome, category: e.Category | None) -> str:
    """Why the chair must give a reason for this decision; empty where the largest group decided the same."""
    counted = count(conference, child)
    if not counted.views:
        return "No agency has given a view."
    if counted.largest is None:
        return "There is no largest group: the decision is the chair's."
    if counted.largest is not outcome:
        return "The decision is against the largest group of agencies."
    if outcome is e.Outcome.CHILD_PROTECTION and category is not counted.largest_category:
        if counted.largest_category is None:
            return "There is no largest group for a category: the category is the chair's."
        return "The category is not the one that the largest group named."
    return ""


def sentence(conference: Conference, procedure: Procedure, child: str) -> str:
    """How the decision on a child came about, as it was recorded with it; empty while none is made.

    Of a decision whose record does not tell, it is computed from the views that there are.
    """
    decided = conference.decisions.get(child)
    if decided is None:
        return ""
    made = decided.made
    if made.sentence:
        return made.sentence
    counted = count(conference, child)
    decision = decision_in_words(procedure, made.outcome, made.category)
    if not counted.views:
        return f"No agency gave a view. The decision is the chair's: {decision}."
    if reason_needed(conference, child, made.outcome, made.category):
        return f"{_no_consensus(counted, procedure, made.category)} The decision is the chair's: {decision}."
    if counted.is_equal:
        return f"{_all(counted, procedure)}; the chair decided: {decision}."
    return f"{_unequal(counted, procedure, made.category)}. The chair decided: {decision}."


def without_quorum(conference: Conference, procedure: Procedure, decided: Decision) -> str:
    """The verdict on those who were here at a decision, as recorded with it; empty where there was a quorum."""
    if decided.made.sentence:
        return decided.made.quorum
    here = quorum(conference, procedure, decided.present)
    return "" if here.is_quorate else here.verdict_alone


def verdict_at_the_apologies(conference: Conference, procedure: Procedure, decided: Decision) -> str:
    """The verdict when the apologies were gone through, as recorded with a decision; empty where it is the same (M14)."""
    if decided.made.sentence:
        return decided.made.quorum_before
    before = verdict_before(conference, procedure, decided.present)
    return before.verdict_alone if before else ""


def as_it_came_about(conference: Conference, made: e.DecisionMade, procedure: Procedure) -> e.DecisionMade:
    """A decision with what is true of it now: how it came about and whether there was a quorum.

    It is recorded with the decision, so that no later view or correction changes it. Where only the reason of the
    decision that stands is corrected, what was true of that goes on.
    """
    made = replace(made, sentence="", quorum="", quorum_before="")
    before = conference.decisions.get(made.child)
    if before and replace(before.made, reason=made.reason, sentence="", quorum="", quorum_before="") == made:
        stood = before.made
        if stood.reason != made.reason and stood.sentence:
            return replace(stood, reason=made.reason)
    decided = Decision(made=made, present=conference.present(), chair=conference.chair)
    after = replace(conference, decisions={**conference.decisions, made.child: decided})
    return replace(
        made,
        sentence=sentence(after, procedure, made.child),
        quorum=without_quorum(after, procedure, decided),
        quorum_before=verdict_at_the_apologies(after, procedure, decided),
    )


def decision_in_words(procedure: Procedure, outcome: e.Outcome, category: e.Category | None) -> str:
    """The outcome, with its category where there is one: "child protection plan, emotional abuse"."""
    title = _outcome(procedure, outcome).title
    title = title[0].lower() + title[1:]
    return f"{title}, {category_title(procedure, category)}" if category else title


def category_title(procedure: Procedure, category: e.Category) -> str:
    """A category in the procedure's words, in lower case; its code where the procedure has none such."""
    if category is e.Category.MULTIPLE:
        return MULTIPLE
    titles = (each.title.lower() for each in procedure.categories if each.code == category.value)
    return next(titles, category.value)


def outcome_title(procedure: Procedure, outcome: e.Outcome) -> str:
    """An outcome in the procedure's words."""
    return _outcome(procedure, outcome).title


def _outcome(procedure: Procedure, outcome: e.Outcome) -> OutcomeWords:
    return next(each for each in procedure.outcomes if each.id == outcome.value)


def _all(counted: Count, procedure: Procedure) -> str:
    """All equal: "All 4 agencies giving a view considered that …, category physical abuse"."""
    who = {1: "The one agency", 2: "Both agencies"}.get(counted.total, f"All {counted.total} agencies")
    outcome, _ = counted.outcomes[0]
    named = counted.categories
    category = f", category {category_title(procedure, named[0][0])}" if named else ""
    return f"{who} giving a view considered that {_outcome(procedure, outcome).clause}{category}"


def _unequal(counted: Count, procedure: Procedure, decided: e.Category | None) -> str:
    """Unequal: "3 of 4 agencies considered that …; 1 considered …"; the categories where they differ."""
    (first, most), *others = counted.outcomes
    parts = [f"{most} of {counted.total} agencies considered that {_outcome(procedure, first).clause}"]
    parts += [f"{number} considered {_outcome(procedure, outcome).noun}" for outcome, number in others]
    named = [f"{category_title(procedure, category)} ({number})" for category, number in counted.categories]
    if named and counted.without_category:
        named.append(f"none named ({counted.without_category})")
    if len(named) > 1 or (named and decided and decided is not counted.largest_category):
        parts.append(f"category {listed(named)}")
    return "; ".join(parts)


def _no_consensus(counted: Count, procedure: Procedure, decided: e.Category | None) -> str:
    numbers = [number for _, number in counted.outcomes]
    if len(numbers) == 1 and len(counted.categories) > 1:
        numbers = [number for _, number in counted.categories]
    against = " to ".join(str(number) for number in numbers) if len(numbers) > 1 else f"{numbers[0]} to 0"
    return f"There was no consensus ({against}). {_unequal(counted, procedure, decided)}."


def dissents(conference: Conference) -> tuple[e.Dissent, ...]:
    """How agencies disagree, with their view or after the decision; none where nobody does."""
    with_views = [view.dissent for view in conference.views.values()]
    declared = [declared.dissent for declared in conference.dissents.values()]
    return tuple(dissent for dissent in (*with_views, *declared) if dissent)


class OpenPoint(Struct, frozen=True, kw_only=True):
    """What is still open before a decision can stand, with the key of the reason that answers it."""

    key: str
    words: str


def open_points(conference: Conference, child: str) -> tuple[OpenPoint, ...]:
    """What a decision may not be closed without, seen from the views alone (global rule 4)."""
    decided = conference.decisions.get(child)
    if decided is None:
        return (OpenPoint(key=f"decision:{child}", words=f"No decision on {conference.name(child)}."),)
    points = []
    if not _social_care_has_spoken(conference, child):
        words = f"No view from children's social care on {conference.name(child)}."
        points.append(OpenPoint(key=f"social care view:{child}", words=words))
    made = decided.made
    if made.outcome is e.Outcome.CHILD_PROTECTION and made.category is None:
        words = f"No category for {conference.name(child)}."
        points.append(OpenPoint(key=f"category:{child}", words=words))
    if not made.reason and (why := reason_needed(conference, child, made.outcome, made.category)):
        words = f"{conference.name(child)}: {why} A reason of the chair's is wanting."
        points.append(OpenPoint(key=f"chair's reason:{child}", words=words))
    return tuple(points)


def _social_care_has_spoken(conference: Conference, child: str) -> bool:
    names = {agency.name for agency in agencies(conference) if agency.discipline is Discipline.SOCIAL_CARE}
    return any(view.agency in names for view in count(conference, child).views)
