"""What a review found out, as data and as text."""

import json
from typing import Any

from conference_tui.conference import events as e
from conference_tui.conference.state import Conference
from conference_tui.conference.text import one_line
from conference_tui.overview.whole import overview
from conference_tui.overview_text.lines import COLUMNS
from conference_tui.overview_text.whole import as_text
from tests.conference.building import CALENDAR, INVITED, PLAIN, build
from tests.conference.test_review import ENDED, NO_BETTER, SCORED, SHOWN


def told(conference: Conference) -> dict[str, Any]:
    return overview(conference, PLAIN, CALENDAR)


def test_only_a_review_has_it() -> None:
    """BA-13."""
    assert told(INVITED)["review_of"] is None
    assert "The plan since the last conference" not in as_text(told(INVITED))


def test_what_became_of_the_plan() -> None:
    """BA-13, BA-24, BA-26: each action, each answer, whether the plan ends, and the core group that is not held."""
    reviewed = e.ActionReviewed(action="a1", outcome="partly", evidence="Six of ten weeks.")
    found = told(build(reviewed, NO_BETTER, on=ENDED))
    review = found["review_of"]
    assert json.loads(json.dumps(review)) == review
    assert review["last"]["held"] == "2026-09-03"
    (action,) = review["actions"]
    assert (action["outcome"], action["evidence"]) == ("partly", "Six of ten weeks.")
    maya = review["children"][0]
    assert (maya["begun"], maya["category"], maya["ends"]) == ("2026-09-03", "PHY", True)
    asked = {each["key"]: each for each in maya["asked"]}
    assert (asked["progress"]["answer"], asked["progress"]["words"]) == ("no", "Nothing has changed.")
    assert asked["progress"]["answer_in_words"] == "nothing has got better"
    assert asked["ending_first"]["needs_reason"]
    assert review["withdrawn"]["wholly"]
    text = as_text(found)
    assert "## The plan since the last conference" in text
    assert "Check-in. (partly)" in text
    assert "Nothing has got better: Nothing has changed." in one_line(text)
    assert max(map(len, text.splitlines())) <= COLUMNS


def test_the_trend_waits_until_the_answers_are_shown() -> None:
    """BA-16."""
    assert told(SCORED)["review_of"]["trends"] == []
    (trend,) = told(SHOWN)["review_of"]["trends"]
    assert [(each["person"]["id"], each["was"], each["now"]) for each in trend["changes"]] == [
        ("sloan", 3, 6)
    ]
    assert "Sloan 3, now 6" in as_text(told(SHOWN))
