"""What was said and where it stands on the map, the harm told of, and the danger statements, as data."""

from conference_tui.conference import decision, mapping, split
from conference_tui.conference import events as e
from conference_tui.conference.attendance import agency_of
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.summing_up import goals_of
from conference_tui.overview.values import Data, all_of, told


def map_data(conference: Conference) -> Data:
    """The map by its columns, with what no action answers yet, and what was said elsewhere."""
    unanswered = {made.contribution for made in mapping.unanswered_worries(conference)}
    return {
        "columns": [
            {
                "id": third.id,
                "title": third.title,
                "entries": [
                    {**_contribution(conference, made), "unanswered": made.contribution in unanswered}
                    for made in mapping.on_map(conference.contributions, third)
                ],
            }
            for third in mapping.THIRDS
        ],
        "other": [
            _contribution(conference, made) for made in conference.contributions if made.column is None
        ],
        "new_today": len(mapping.new_to_the_family(conference)),
        "unanswered": len(unanswered),
    }


def _contribution(conference: Conference, made: e.ContributionMade) -> Data:
    return {
        **told(conference, made, "column"),
        "kind": mapping.TITLES[made.column] if made.column else "",
        "agency": agency_of(conference, made.speaker),
        "children": all_of(conference, made.children or conference.children),
        "is_about_all": not made.children,
        "heard": "" if made.in_writing else split.heard_in_words(conference, made.contribution),
    }


def summaries_data(conference: Conference) -> list[Data]:
    """The chair's summaries, each with the children that it is about; none is not known."""
    return [told(conference, given) for given in conference.summaries.values()]


def danger_statements_data(conference: Conference) -> list[Data]:
    """Each danger statement with the safety goals that answer it."""
    return [
        {
            **told(conference, made),
            "goals": [told(conference, goal, "statement") for goal in goals_of(conference, made.statement)],
        }
        for made in conference.danger_statements.values()
    ]


def harm_data(conference: Conference, procedure: Procedure) -> list[Data]:
    """The examples of harm: first, worst and most recent (BA-15)."""
    return [
        {
            **told(conference, harm),
            "harm_title": decision.category_title(procedure, harm.harm),
        }
        for harm in conference.harms.values()
    ]


def asked_data(conference: Conference) -> list[Data]:
    """What the family said when it was asked at the end of a stage (HV-8)."""
    return [told(conference, asked, "children") for asked in conference.asked]
