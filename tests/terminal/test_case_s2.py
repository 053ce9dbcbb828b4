"""The conference without a quorum before Christmas, typed on a keyboard into a real terminal of 80 by 24."""

from pathlib import Path

import pytest

from tests import case_s1, case_s2
from tests.played import folded, told_of
from tests.terminal.conftest import Windows
from tests.terminal.whole import type_whole


@pytest.mark.long
def test_typed_in_whole_it_gives_every_figure(window: Windows, tmp_path: Path) -> None:
    """BA-3, BA-4, BA-5, BA-17, BA-22: dates over Christmas, the quorum under A, the sentence, the plan."""
    store, plans = tmp_path / "store", tmp_path / "plans"
    happens = case_s2.steps()
    type_whole(window((80, 24)), happens, store, plans)
    told = case_s1.shown(store, case_s2.REF)
    case_s2.assert_every_figure(told, case_s2.A)
    assert case_s1.without_ids(told) == case_s1.without_ids(told_of(folded(happens), case_s2.A))
    case_s2.assert_the_plan(plans, case_s2.A)
