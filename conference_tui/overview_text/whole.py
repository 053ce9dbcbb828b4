"""The overview as text: headings and lines that a screen reader can follow and that fit 80 columns.

It is drawn from the data of `overview/` alone. Nothing that was typed can act on a terminal: control
characters and direction marks are left out.
"""

from conference_tui.overview.values import Data
from conference_tui.overview_text.attendance import attendance_lines, quorum_lines, split_sittings_lines
from conference_tui.overview_text.decisions import decisions_lines
from conference_tui.overview_text.due import deadlines_lines
from conference_tui.overview_text.exclusions import exclusions_lines, kept_apart_lines
from conference_tui.overview_text.guidance import guidance_lines, heard_lines
from conference_tui.overview_text.mapped import asked_lines, map_lines, summing_up_lines
from conference_tui.overview_text.opening import conference_lines
from conference_tui.overview_text.papers import documents_lines, handing_out_lines
from conference_tui.overview_text.people import births_lines, children_lines, family_tree_lines, people_lines
from conference_tui.overview_text.plans import core_group_lines, plans_lines
from conference_tui.overview_text.preparation import checklists_lines, reports_lines
from conference_tui.overview_text.record import amendments_lines, kept_lines, open_lines
from conference_tui.overview_text.review import review_lines
from conference_tui.overview_text.scores import scaling_lines


def as_text(found: Data) -> str:
    """The whole overview, ending in a line end."""
    sections = (
        conference_lines(found["conference"]),
        children_lines(found["children"]),
        people_lines(found["people"]),
        checklists_lines(found["checklists"]),
        family_tree_lines(found["family_tree"]),
        attendance_lines(
            found["attendance"], found["closed_slots"], is_closed=bool(found["conference"]["closed"])
        ),
        split_sittings_lines(found["split_sittings"], found["observers"]),
        *([exclusions_lines(found["exclusions"])] if found["exclusions"] else []),
        *([kept_apart_lines(found["kept_apart"])] if found["kept_apart"] else []),
        quorum_lines(found["quorum"]),
        reports_lines(found["reports"]),
        *([review_lines(found["review_of"])] if found["review_of"] else []),
        map_lines(found["map"], found["harm"]),
        asked_lines(found["asked"], found["conference"]["agenda"]),
        heard_lines(found["heard"]),
        summing_up_lines(found["summaries"], found["children"], found["danger_statements"]),
        scaling_lines(found["scaling"]),
        decisions_lines(found["decisions"]),
        plans_lines(found["plans"]),
        guidance_lines(found["guidance"]),
        core_group_lines(found["core_group"], found["review"]),
        deadlines_lines(found["deadlines"]),
        *([births_lines(found["births"])] if found["births"]["born"] else []),
        open_lines(found["reminders"], found["reasons"]),
        handing_out_lines(found["handing_out"], found["children"]),
        documents_lines(found["documents"], found["children"], found["people"]),
        amendments_lines(found["addenda"], found["complaints"]),
        kept_lines(found["seals"], found["retention"], found["imported"]),
    )
    return "\n".join("\n".join(section) + "\n" for section in map(list, sections) if section)
