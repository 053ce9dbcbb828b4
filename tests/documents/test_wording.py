"""The fixed words of the documents."""

import pytest

from conference_tui.documents.wording import wording


@pytest.mark.parametrize("how", ["Seen alone", "Seen alone."])
def test_a_sentence_has_one_full_stop(how: str) -> None:
    said = wording("shared").say("visits", "every_how", every="10 working days", how=how)
    assert said.endswith("Seen alone.")
    assert not said.endswith("..")
