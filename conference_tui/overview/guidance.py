"""Who has been heard and what could be clearer, as data: a part of what `conference show --json` prints (HV-7, BA-20)."""

from conference_tui.conference.expectations import without_a_part
from conference_tui.conference.hearing import Mark, board
from conference_tui.conference.plan_advice import every_advice
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.overview.values import Data

_STANDINGS = {Mark.HEARD: "heard", Mark.SILENT: "not_heard"}
"""What is told of somebody at an item; who was not in the meeting or is kept out, or what is
still to come, is in neither list."""


def heard_data(conference: Conference, procedure: Procedure) -> Data:
    """Each voice with the items at which it was heard and was not; each child with what was said of it."""
    found = board(conference, procedure)
    return {
        "voices": [
            {
                "name": voice.who,
                "part": voice.part,
                **{
                    told: [
                        item.stage.title
                        for item, each in zip(found.items, voice.marks, strict=True)
                        if each is mark
                    ]
                    for mark, told in _STANDINGS.items()
                },
            }
            for voice in found.voices
        ],
        "children": [
            {
                "child": {"id": child.child, "name": conference.name(child.child)},
                "own_words": child.own_words,
                "agencies": [
                    {
                        "agency": said.agency,
                        "worries": said.worries,
                        "well": said.well,
                        "grey": said.grey,
                        "view": said.view,
                    }
                    for said in child.agencies
                ],
                "empty": list(child.empty),
            }
            for child in found.children
        ],
    }


def guidance_data(conference: Conference, procedure: Procedure) -> Data:
    """What could be clearer in the plan, with what the chair leaves; of whom the plan asks nothing yet (HV-11)."""
    return {
        "advice": [
            {
                "kind": each.kind,
                "about": each.about,
                "stage": each.stage,
                "words": each.words,
                "says": each.says,
                "source": each.source,
                "is_left": each.key in conference.advice_left,
            }
            for each in every_advice(conference, procedure)
        ],
        "without_a_part": [
            {"id": someone, "name": conference.name(someone)} for someone in without_a_part(conference)
        ],
    }
