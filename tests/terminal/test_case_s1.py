"""The whole demonstration conference, typed on a keyboard into a real terminal."""

from pathlib import Path

import pytest

from conference_tui import demonstration
from tests import case_s1
from tests.terminal.conftest import Windows
from tests.terminal.whole import type_whole


@pytest.mark.long
def test_typed_in_whole_it_gives_every_figure(window: Windows, tmp_path: Path) -> None:
    """Dates, quorum, prompts, sentences, categories; and each plan holds that child and no other."""
    store, plans = tmp_path / "store", tmp_path / "plans"
    type_whole(window((120, 40)), demonstration.steps(), store, plans)
    told = case_s1.shown(store)
    case_s1.assert_every_figure(told)
    assert case_s1.without_ids(told) == case_s1.without_ids(case_s1.expected())
    case_s1.assert_each_plan_is_one_childs(plans)
