"""The children, everybody else, and how the family belongs together, as data."""

import msgspec

from conference_tui.conference import birth, family_tree
from conference_tui.conference.people import Child, Person
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.working_days import Calendar
from conference_tui.overview.values import Data, all_of, anyone, clock_time, who


def child_data(conference: Conference, child: Child) -> Data:
    """One child: who it is, whether it takes part, and its own words."""
    decided = conference.participation.get(child.id)
    missing = conference.child_views_missing.get(child.id)
    return {
        **msgspec.structs.asdict(child),
        "name": child.label,
        "lives": "" if conference.is_withheld(child.id) else child.lives,
        "unborn": child.unborn,
        "age": child.age_on(conference.held) if conference.held else None,
        "lives_with": all_of(conference, child.lives_with),
        "participation": (
            {
                "attends": decided.attends,
                "reason": decided.reason,
                "advocate": decided.advocate,
                "code": decided.code,
                "parts": list(decided.parts),
            }
            if decided
            else None
        ),
        "words": [
            {"words": views.words, "by": anyone(conference, views.by), "how": views.how}
            for views in conference.child_views
            if views.child == child.id
        ],
        "words_missing": missing.reason if missing else "",
        "future_risk": conference.future_risk.get(child.id, ""),
    }


def person_data(conference: Conference, person: Person) -> Data:
    """One person; an address or telephone number that is withheld from anyone is left empty."""
    return {
        "id": person.id,
        "name": person.label,
        "standing": person.standing,
        "role": person.role,
        "agency": person.agency,
        "discipline": person.discipline,
        "parent_of": all_of(conference, person.parent_of),
        "responsibility_for": all_of(conference, person.responsibility_for),
        "responsibility_unknown": all_of(conference, person.responsibility_unknown),
        "knows": all_of(conference, person.knows),
        "knows_whom": person.knows_whom,
        "supports": anyone(conference, person.supports),
        "born": person.born,
        "address": "" if person.withheld_from else person.address,
        "phone": "" if person.withheld_from else person.phone,
        "withheld_from": all_of(conference, person.withheld_from),
        "language": person.language,
        "needs": [
            {"need": noted.need, "met": noted.met} for noted in conference.needs if noted.person == person.id
        ],
        "met_before": [
            {"at": clock_time(met.at), "note": met.note}
            for met in conference.pre_meetings
            if met.person == person.id
        ],
    }


def family_tree_data(conference: Conference) -> Data:
    """Who was drawn in, how the family belongs together, and all of it in sentences (KC-4)."""
    return {
        "relatives": [
            {"id": each.id, "name": each.label, "role": each.role, "died": each.died}
            for each in conference.relatives.values()
        ],
        "relations": [
            {
                "person": who(conference, given.person),
                "of": who(conference, given.of),
                "relation": given.relation,
                "note": given.note,
            }
            for given in conference.relations.values()
        ],
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
    return [
        {"person": who(conference, each.person), "agrees": each.agrees, "words": each.words}
        for each in conference.observers.values()
    ]
