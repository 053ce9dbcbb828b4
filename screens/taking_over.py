"""What was in force until now: who led, how often a child was seen, the core group; taken over one by one (BA-13)."""

from collections.abc import Iterable, Iterator
from functools import partial

from conference_tui.conference import events as e
from conference_tui.conference import review
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed
from screens.stage import Stage
from screens.widgets.sheet import Row, heading, plain


def rows(stage: Stage) -> Iterable[Row]:
    """What is not in force yet of the plan until now; nothing of it is by itself."""
    left = list(_left(stage.conference))
    if not left:
        return
    yield heading("Until now", "t takes it over · not in force yet")
    for words, event in left:
        act = partial(_record, stage, event)
        yield Row(key=f"until now:{words}", text=plain(f"○ {words}"), act=act)


def under_the_cursor(stage: Stage) -> None:
    """Take over what the cursor is on."""
    place = stage.sheet.highlighted
    row = stage.sheet.rows[place] if place is not None else None
    if row and row.act and row.key.startswith("until now:"):
        row.act()
    else:
        stage.notify("Put the cursor on what is to stand as it was until now.", markup=False)


def withdrawn(stage: Stage) -> Iterable[Row]:
    """That a core group is not held, where a plan has ended; to be told to those who would have come (BA-26)."""
    if gone := review.withdrawn(stage.conference):
        yield heading("To be told")
        yield Row(key="withdrawn", text=plain(f"! {gone.sentence}", "$text-warning"))


def _record(stage: Stage, event: e.AnyEvent) -> None:
    stage.record(event)


def _left(conference: Conference) -> Iterator[tuple[str, e.AnyEvent]]:
    """Each thing of the plan until now that nobody has settled today, and the event that takes it over.

    Of a plan that ends nothing is taken over.
    """
    goes_on = [child for child in conference.earlier_plans if not review.ends(conference, child)]
    for child in goes_on:
        plan, name = conference.earlier_plans[child], conference.name(child)
        if plan.key_worker and child not in conference.key_workers:
            qualified = ", qualified social worker" if plan.qualified else ""
            yield (
                f"{conference.name(plan.key_worker)} led for {name}{qualified}",
                e.KeyWorkerNamed(child=child, person=plan.key_worker, qualified=plan.qualified),
            )
        if plan.visits and child not in conference.visits:
            how = f" · {plan.visits_how}" if plan.visits_how else ""
            yield (
                f"{name} was seen every {plan.visits}{how}",
                e.VisitsAgreed(child=child, every=plan.visits, how=plan.visits_how),
            )
    for member in conference.earlier_members.values():
        children = tuple(child for child in member.children if child in goes_on)
        if children and member.person not in conference.core_group:
            about = listed([conference.short(child) for child in children])
            note = f" · {member.note}" if member.note else ""
            yield (
                f"{conference.name(member.person)} was of the core group for {about}{note}",
                e.CoreGroupMemberChosen(person=member.person, children=children, note=member.note),
            )
