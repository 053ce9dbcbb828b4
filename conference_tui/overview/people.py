"""The children, everybody else, and how the family belongs together, as data."""

from conference_tui.conference import birth, family_tree
from conference_tui.conference import events as e
from conference_tui.conference.people import Child, Person
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.values import Data, told, who


def child_data(conference: Conference, child: Child) -> Data:
    """One child: who it is, whether it takes part, and its own words."""
    decided = conference.participation.get(child.id)
    missing = conference.child_views_missing.get(child.id)
    return {
        **told(conference, child, roles=e.ChildEntered.roles),
        "name": child.label,
        "lives": "" if conference.is_withheld(child.id) else child.lives,
        "unborn": child.unborn,
        "age": child.age_on(conference.held) if conference.held else None,
        "participation": told(conference, decided, "child") if decided else None,
        "words": [
            told(conference, views, "child", "views")
            for views in conference.child_views
            if views.child == child.id
        ],
        "words_missing": missing.reason if missing else "",
        "future_risk": conference.future_risk.get(child.id, ""),
    }


def person_data(conference: Conference, person: Person) -> Data:
    """One person; an address or telephone number that is withheld from anyone is left empty."""
    return {
        **told(conference, person, "screen_name", roles=e.PersonEntered.roles),
        "name": person.label,
        "address": "" if person.withheld_from else person.address,
        "phone": "" if person.withheld_from else person.phone,
        "needs": [
            told(conference, noted, "person") for noted in conference.needs if noted.person == person.id
        ],
        "met_before": [
            told(conference, met, "person") for met in conference.pre_meetings if met.person == person.id
        ],
    }


def family_tree_data(conference: Conference) -> Data:
    """Who was drawn in, how the family belongs together, and all of it in sentences (KC-4)."""
    return {
        "relatives": [
            {"id": each.id, "name": each.label, "role": each.role, "died": each.died}
            for each in conference.relatives.values()
        ],
        "relations": [told(conference, given) for given in conference.relations.values()],
        "in_plans": conference.tree_in_plans,
        "sentences": list(family_tree.tree(conference).sentences),
    }


def births_data(conference: Conference, procedure: Procedure, calendar: Calendar) -> Data:
    """What the births since the conference have moved, and which documents are to be made again (HF-1)."""
    return {
        "born": [
            {"child": who(conference, child), "born": each.told.born}
            for child, each in conference.births.items()
        ],
        "moved": [each.sentence for each in birth.moved_by_birth(conference, procedure, calendar)],
        "to_reissue": [
            {"document": each.made.document, "recipient": each.made.recipient, "version": each.version}
            for each in birth.to_reissue(conference)
        ],
    }


def observers_data(conference: Conference) -> list[Data]:
    """What the family said of each observer."""
    return [told(conference, each) for each in conference.observers.values()]
