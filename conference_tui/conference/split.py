"""A conference held in two sittings, because some of the family do not meet: who comes, who leaves, who hears what."""

from collections.abc import Mapping

from msgspec import Struct

from conference_tui.conference.events import (
    ChildViewsGiven,
    ContributionMade,
    Event,
    FamilyAsked,
    HarmDetailed,
    Moment,
    ScoreGiven,
    SplitSittingBegan,
    SplitSittingPlanned,
)
from conference_tui.conference.kept_out import kept_out_of
from conference_tui.conference.keys import key_of
from conference_tui.conference.owners import owners
from conference_tui.conference.people import Standing
from conference_tui.conference.plan import Worry
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed

ELSEWHERE = "said in another sitting"
"""What stands for words that the room is not to see now."""


class Change(Struct, frozen=True, kw_only=True):
    """What happens in the room when a sitting begins."""

    leave: tuple[str, ...]
    """Those who are here and sit in another one only; they go before anybody comes."""
    come: tuple[str, ...]
    """Those who sit in it and are not here."""


def next_sitting(conference: Conference) -> SplitSittingPlanned | None:
    """The sitting that follows the one that is on, round the end; None where there is no other."""
    planned = list(conference.split_sittings.values())
    now = conference.split_sitting
    if now is None:
        return planned[0] if planned else None
    place = [each.sitting for each in planned].index(now.sitting)
    following = planned[(place + 1) % len(planned)]
    return None if following.sitting == now.sitting else following


def change_to(conference: Conference, sitting: str) -> Change:
    """Who leaves and who comes when a sitting begins. Raises KeyError where it is not planned."""
    planned = conference.split_sittings[sitting]
    here = conference.present()
    return Change(
        leave=tuple(
            someone
            for someone in conference.everybody()
            if someone in here and _is_elsewhere(conference, someone, planned)
        ),
        come=tuple(someone for someone in planned.people if someone not in here),
    )


def _is_elsewhere(conference: Conference, someone: str, sitting: SplitSittingPlanned) -> bool:
    """Whether somebody sits in other sittings only; who came with them leaves with them."""
    if someone in sitting.people:
        return False
    if any(someone in each.people for each in conference.split_sittings.values()):
        return True
    person = conference.people.get(someone)
    came_with = person.supports if person and person.standing in _COMPANY else ""
    return bool(came_with) and _is_elsewhere(conference, came_with, sitting)


_COMPANY = (Standing.SUPPORTER, Standing.INTERPRETER, Standing.ADVOCATE)


def out_of_place(conference: Conference) -> tuple[str, ...]:
    """Who is recorded as here although they sit in another sitting."""
    now = conference.split_sitting
    return change_to(conference, now.sitting).leave if now else ()


def not_to_be_here(conference: Conference) -> tuple[str, ...]:
    """Who is recorded as here, and is kept out of the item that is on or sits in another sitting."""
    here = conference.present()
    kept_out = [someone for someone in kept_out_of(conference, conference.stage) if someone in here]
    return tuple(dict.fromkeys((*kept_out, *out_of_place(conference))))


def reach(conference: Conference) -> str:
    """Whom the words of now may reach, and whom not; empty where no sitting is on."""
    now = conference.split_sitting
    if now is None:
        return ""
    here = conference.in_the_room()
    planned = tuple(everybody_of(conference))
    hear = [conference.name(someone) for someone in planned if someone in here]
    not_here = [conference.name(someone) for someone in planned if someone not in here]
    reached = f"what is said now reaches {listed(hear)}" if hear else "nobody of the sittings is here"
    missed = f"; not {listed(not_here, last='or')}" if not_here else ""
    return f"{now.title}: {reached}{missed}."


def heard_in_words(conference: Conference, contribution: str) -> str:
    """Who of the family heard something of a split conference, and who did not; empty where it was not split.

    Of what was said before the first sitting began only who did not is told: others may have been told since.
    """
    moment = conference.log.moment(contribution)
    if moment is None or not conference.split_sittings:
        return ""
    planned = everybody_of(conference)
    names = listed([conference.name(someone) for someone in planned if someone in moment.here])
    missed = listed(
        [conference.name(someone) for someone in planned if someone not in moment.here], last="or"
    )
    if not moment.sitting:
        return f"Not heard by {missed}." if missed else ""
    return f"Heard by {names or 'none of them'}{f'; not by {missed}' if missed else ''}."


def of_another_sitting(conference: Conference, event: Event, moment: Moment | None = None) -> bool:
    """Whether something was said in another sitting than the one that is on: the room sees the screen.

    `moment` is when it was recorded, where the state does not know it: of what was struck.
    """
    now, moment = conference.split_sitting, moment or conference.log.moment(key_of(event))
    if now is None or moment is None or not _told_for(event).isdisjoint(now.people):
        return False
    if moment.sitting:
        return moment.sitting != now.sitting
    # In writing, or before the first sitting began: by those alone who sit in another one.
    heard_of_them = {*moment.here, *_told_for(event)}.intersection(everybody_of(conference))
    return bool(heard_of_them) and heard_of_them.isdisjoint(now.people)


def _told_for(event: Event) -> frozenset[str]:
    """Whose words they are, where they came in writing or another told them: theirs in their own sitting too."""
    is_told = isinstance(event, FamilyAsked) and event.by
    is_written = isinstance(event, ContributionMade) and event.in_writing
    return owners(event) if is_told or is_written else frozenset()


def who_said_elsewhere(conference: Conference, event: Event, moment: Moment | None) -> str:
    """Whose words an entry is, or harm to whom, where it is of another sitting; empty where it is none such."""
    if not of_another_sitting(conference, event, moment):
        return ""
    match event:
        case ContributionMade():
            return event.speaker
        case FamilyAsked() | ScoreGiven():
            return event.person
        case ChildViewsGiven():
            return event.by or event.child
        case HarmDetailed():
            return event.child
    return ""


def not_before_all(conference: Conference, made: ContributionMade) -> bool:
    """Whether somebody of the family did not hear it, who sat elsewhere or was kept out: a review is not to tell them."""
    moment = conference.log.moment(made.contribution)
    if moment is None:
        return False
    missed = (someone for someone in everybody_of(conference) if someone not in moment.here)
    kept_out = (who for who, each in conference.exclusions.items() if each.covered(moment.stage))
    return bool(moment.kept_out) or any(missed) or any(who not in moment.here for who in kept_out)


def words_for_the_room(conference: Conference, made: ContributionMade) -> str:
    """The words of an entry where the room sees the screen; of another sitting only that they are."""
    return ELSEWHERE if of_another_sitting(conference, made) else made.words


def worry_for_the_room(conference: Conference, worry: Worry) -> str:
    """The same of what an action can answer."""
    said = next((made for made in conference.contributions if made.contribution == worry.id), None)
    return ELSEWHERE if said and of_another_sitting(conference, said) else worry.words


def who_sat(conference: Conference) -> Mapping[str, frozenset[str]]:
    """By the id of each sitting, who was planned for it whenever it was on.

    Whoever a correction brings into a sitting that has begun did not hear what was said in it before.
    """
    planned: dict[str, frozenset[str]] = {}
    sat: dict[str, frozenset[str]] = {}
    for _, recorded in conference.log if conference.split_sittings else ():
        event = recorded.event
        if isinstance(event, SplitSittingPlanned):
            planned[event.sitting] = frozenset(event.people)
            if event.sitting in sat:
                sat[event.sitting] &= planned[event.sitting]
        elif isinstance(event, SplitSittingBegan) and event.sitting in planned:
            sat[event.sitting] = sat.get(event.sitting, planned[event.sitting]) & planned[event.sitting]
    return {**planned, **sat}


def everybody_of(conference: Conference) -> tuple[str, ...]:
    """Everybody who sits in one of the sittings or more."""
    sittings = conference.split_sittings.values()
    return tuple(dict.fromkeys(someone for each in sittings for someone in each.people))
