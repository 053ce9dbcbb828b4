"""Of whom nothing is asked yet: the plan is clear on what it expects of everyone, parents included (HV-11)."""

from conference_tui.conference.people import Standing
from conference_tui.conference.state import Conference


def without_a_part(conference: Conference) -> tuple[str, ...]:
    """Parents, and adults of the core group, who do nothing in the plan; nobody while no action is agreed.

    An action, an offer of support, a recommendation to see to and the lead for a child are each a part.
    """
    if not conference.actions:
        return ()
    has_a_part = {someone for action in conference.actions.values() for someone in action.who}
    has_a_part |= {offer.person for offer in conference.network.values()}
    has_a_part |= {made.owner for made in conference.recommendations.values()}
    has_a_part |= {named.person for named in conference.key_workers.values()}
    return tuple(
        person.id
        for person in conference.people.values()
        if (person.standing is Standing.PARENT or person.id in conference.core_group)
        and person.id not in has_a_part
    )
