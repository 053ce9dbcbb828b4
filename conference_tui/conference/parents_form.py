"""The form of questions that a parent filled in: its answers are the parent's own entries, in writing (KC-9)."""

from collections.abc import Iterable, Mapping

from conference_tui.conference import events as e
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference

STAGE = "before"
"""The item of the agenda at which a form is handed over. Who has written something has not been heard yet."""


def answers(conference: Conference, speaker: str = "") -> tuple[e.ContributionMade, ...]:
    """What was written down in answer to a question of the form, by one person or by everybody."""
    return tuple(
        made for made in conference.contributions if made.answers and (not speaker or made.speaker == speaker)
    )


def whose(conference: Conference) -> tuple[str, ...]:
    """Ids of those whose form it can be: parents, carers and others of the family."""
    return tuple(person.id for person in conference.people.values() if person.is_family)


def entries(
    procedure: Procedure,
    speaker: str,
    children: tuple[str, ...],
    written: Mapping[int, tuple[str, e.Column | None]],
    ids: Iterable[str],
) -> tuple[e.ContributionMade, ...]:
    """An entry for each question that was answered; `written` has words and column by the question's place.

    A question that is left empty is not answered, and makes none. A column is nobody's but theirs who typed it.
    """
    questions = procedure.parents_form.questions
    answered = [(place, words, column) for place, (words, column) in sorted(written.items()) if words]
    return tuple(
        e.ContributionMade(
            contribution=id_,
            stage=STAGE,
            speaker=speaker,
            words=words,
            column=column,
            children=children,
            in_writing=True,
            answers=questions[place],
        )
        for (place, words, column), id_ in zip(answered, ids, strict=False)
    )
