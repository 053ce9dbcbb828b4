"""Who has been heard and what could be clearer, as data: a part of what `conference show --json` prints (HV-7, BA-20)."""

from msgspec.structs import asdict

from conference_tui.conference.expectations import without_a_part
from conference_tui.conference.hearing import Mark, board
from conference_tui.conference.plan_advice import every_advice
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.overview.values import Data, all_of, who

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
                "child": who(conference, child.child),
                "own_words": child.own_words,
                "agencies": [asdict(said) for said in child.agencies],
                "empty": list(child.empty),
            }
            for child in found.children
        ],
    }


def guidance_data(conference: Conference, procedure: Procedure) -> Data:
    """What could be clearer in the plan, with what the chair leaves; of whom the plan asks nothing yet (HV-11)."""
    return {
        "advice": [
            {**asdict(each), "stage": each.stage, "is_left": each.key in conference.advice_left}
            for each in every_advice(conference, procedure)
        ],
        "without_a_part": all_of(conference, without_a_part(conference)),
    }
