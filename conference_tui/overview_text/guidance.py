"""Who has been heard, and what could be clearer, in lines."""

from conference_tui.conference.text import listed
from conference_tui.overview.values import Data
from conference_tui.overview_text.lines import Lines, heading, item, names_of, paragraph, stopped


def heard_lines(found: Data) -> Lines:
    """Who was heard at which item, and what was said of each child."""
    yield from heading("Who has been heard")
    for voice in found["voices"]:
        parts = [
            f"{words} {listed(voice[told])}"
            for told, words in (("heard", "heard at"), ("not_heard", "not heard at"))
            if voice[told]
        ]
        yield from item(f"{voice['name']}: {'; '.join(parts) or 'not in the meeting so far'}.")
    for child in found["children"]:
        yield from item(f"{child['child']['name']}, {stopped(child['own_words'])}")
        if child["empty"]:
            yield from item(f"Nothing yet: {'; '.join(child['empty'])}.", 1)


def guidance_lines(found: Data) -> Lines:
    """What could be clearer, and of whom the plan asks nothing yet."""
    yield from heading("What could be clearer in the plan")
    now = [each for each in found["advice"] if not each["is_left"]]
    if not now:
        yield from paragraph("Nothing was found.")
    for each in now:
        yield from item(f"{each['says']} ({each['source']})")
    if left := len(found["advice"]) - len(now):
        yield from paragraph(f"Left as it is by the chair: {left}.")
    if found["without_a_part"]:
        yield from paragraph(f"Nothing to do in the plan yet: {names_of(found['without_a_part'])}.")
