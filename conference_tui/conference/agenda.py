"""Where the meeting stands: which items are done, who has been heard, whether the family was asked."""

from enum import StrEnum

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.kept_out import kept_out_of, views_to_ask
from conference_tui.conference.people import Standing
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.procedure_agenda import Stage
from conference_tui.conference.state import Conference

SET_UP = Stage(
    id="set_up",
    title="Set-up",
    says="Type of conference, dates, the children, and everyone who is invited. It can be changed at any time.",
    source="",
    asks_family=False,
)
"""What comes before the procedure's first stage and is the same everywhere."""


def stages(procedure: Procedure, kind: e.Kind | None = None) -> tuple[Stage, ...]:
    """Every stage the chair can go to: the set-up, then the agenda in the procedure's order (KC-6).

    With a `kind` those that such a conference has: a stage may be of a review alone (BA-13).
    """
    return (
        SET_UP,
        *(each for each in procedure.stages if kind is None or not each.kinds or kind.value in each.kinds),
    )


def find_stage(procedure: Procedure, stage: str) -> Stage:
    """The stage of that id. Raises LookupError where the procedure has none such."""
    for each in stages(procedure):
        if each.id == stage:
            return each
    raise LookupError(f"The procedure {procedure.title} has no stage {stage}.")


class Progress(StrEnum):
    """How far an agenda item is."""

    NOW = "now"
    DONE = "done"
    OPEN = "open"


class Item(Struct, frozen=True, kw_only=True):
    """One item of the agenda as it stands."""

    stage: Stage
    number: int
    """0 for the set-up, then from 1 in the procedure's order."""
    progress: Progress


def items(conference: Conference, procedure: Procedure) -> tuple[Item, ...]:
    """The set-up and the whole agenda of such a conference, in the procedure's order."""
    kind = conference.opened.kind if conference.opened else None
    return tuple(
        Item(stage=stage, number=number, progress=_progress(conference, stage))
        for number, stage in enumerate(stages(procedure, kind))
    )


def _progress(conference: Conference, stage: Stage) -> Progress:
    if conference.stage == stage.id:
        return Progress.NOW
    return Progress.DONE if stage.id in conference.finished else Progress.OPEN


class Heard(Struct, frozen=True, kw_only=True):
    """Who of those here has and has not spoken at a stage (HV-7)."""

    spoke: tuple[str, ...]
    silent: tuple[str, ...]


_SPEAKS = (Standing.PARENT, Standing.NETWORK, Standing.PROFESSIONAL, Standing.ADVOCATE)


def spoke_at(conference: Conference, stage: str) -> set[str]:
    """Everybody who was heard at an item, also by what is recorded there in another way."""
    spoke = {made.speaker for made in conference.contributions if made.stage == stage}
    spoke |= {asked.person for asked in conference.asked if asked.stage == stage}
    match stage:
        case "introductions":
            spoke |= set(conference.introduced)
        case "child":
            spoke |= {views.child for views in conference.child_views}
            spoke |= {views.by for views in conference.child_views if views.by}
        case "scaling":
            spoke |= {person for _, person in conference.scores}
        case "threshold":
            spoke |= {view.by for view in conference.views.values() if view.outcome}
    return spoke


def heard(conference: Conference, stage: str) -> Heard:
    """Those in the room who are expected to speak, by whether they have at this stage; not who is kept out of it."""
    spoke = spoke_at(conference, stage)
    here = conference.in_the_room() - set(kept_out_of(conference, stage))
    expected = [
        person.id for person in conference.people.values() if person.standing in _SPEAKS and person.id in here
    ]
    expected += [child for child in conference.children if child in here]
    return Heard(
        spoke=tuple(someone for someone in dict.fromkeys(expected) if someone in spoke),
        silent=tuple(someone for someone in dict.fromkeys(expected) if someone not in spoke),
    )


def family_to_ask(conference: Conference, stage: Stage) -> tuple[str, ...]:
    """Family members who were not asked at this stage; what they said counts as asked (HV-8).

    Those in the room, then those who are kept out of it and whose views somebody else tells (HV-3).
    """
    if not stage.asks_family:
        return ()
    had_a_word = {asked.person for asked in conference.asked if asked.stage == stage.id}
    had_a_word |= {made.speaker for made in conference.contributions if made.stage == stage.id}
    here = conference.in_the_room()
    asked = [someone for someone in conference.family() if someone in here and someone not in had_a_word]
    return tuple(dict.fromkeys((*asked, *views_to_ask(conference, stage))))


def unsaid(conference: Conference, stage: Stage) -> tuple[str, ...]:
    """Ids of the statements of a stage that the chair has not ticked as said (BA-12).

    None where there is nobody to say them to: no closed slot was held, or every child is still to be born.
    """
    if stage.id == "closed" and not conference.closed_slots:
        return ()
    if stage.id == "child" and conference.children and not conference.children_to_hear():
        return ()
    return tuple(s.id for s in stage.statements if (stage.id, s.id) not in conference.said)
