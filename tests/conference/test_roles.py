"""What a field of an event is, said by its type: who may read what goes by it, so none may be without."""

import msgspec
import pytest

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role, Someone, Undeclared, Words
from tests.conference.test_state import KINDS


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_of_every_kind_of_event_says_what_it_is(kind: type[e.Event]) -> None:
    assert set(kind.roles) == set(kind.__struct_fields__)
    assert all(isinstance(role, Role) for role in kind.roles.values())


def test_what_a_field_is_follows_from_its_type() -> None:
    """Those of one kind are read here by hand; a list of persons is persons, a day that may be missing is a moment."""
    assert e.ExclusionDecided.roles == {
        "person": Role.PERSON,
        "ground": Role.WORDS,
        "reason": Role.WORDS,
        "parts": Role.ID,
        "evidence": Role.FILED,
        "requested": Role.MOMENT,
        "requested_by": Role.FILED,
        "views_by": Role.PERSON,
        "told": Role.WORDS,
        "told_on": Role.MOMENT,
        "challenge": Role.WORDS,
        "represented_by": Role.PERSON,
        "without_minutes": Role.WORDS,
    }
    assert e.ChildEntered.roles["lives_with"] is Role.PERSON
    assert e.ContributionCorrected.roles == {"correct": Role.ENTRY, "why": Role.WORDS}
    assert e.Sealed.roles["head"] is Role.ID


@pytest.mark.parametrize("hint", [str, str | None, tuple[str, ...], Someone | Words, dict[str, str], object])
def test_a_field_that_does_not_say_what_it_is_is_refused_when_its_kind_is_made(hint: object) -> None:
    with pytest.raises(Undeclared, match=r"PriceAgreed\.cost does not say what it is"):
        msgspec.defstruct(
            "PriceAgreed", [("what", Words), ("cost", hint)], bases=(e.Event,), frozen=True, kw_only=True
        )


def test_a_kind_that_says_what_its_fields_are_is_made() -> None:
    class PriceAgreed(e.Event, frozen=True, kw_only=True):
        what: Words
        cost: int = 0

    assert PriceAgreed.roles == {"what": Role.WORDS, "cost": Role.CHOICE}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_told_beside_the_sentence_of_a_kind_are_fields_of_it_each_once(kind: type[e.Event]) -> None:
    fields = [part.field for part in kind.parts_told]
    assert sorted(set(fields)) == sorted(fields)
    assert {*fields, *kind.ids} <= set(kind.__struct_fields__)
