"""What a review conference is asked before a decision on a child, by how it stands (BA-24 to BA-26, HV-15).

Nothing here answers: each prompt is the procedure's own words, and people type what is said to it.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from conference_tui.conference.procedure_tables import LegalAdvice, Prompt, Review

PromptId = Literal[
    "progress",
    "barriers",
    "new_worries",
    "services",
    "no_progress",
    "family_meeting",
    "ending_first",
    "ending_inquorate",
    "continuing",
    "step_down",
]
"""The prompts by their keys in the procedure file."""

ALWAYS: tuple[PromptId, ...] = ("progress", "barriers", "new_worries", "services")
"""What every review asks, whatever it decides (BA-24)."""


Answer = Literal["", "yes", "no"]

ANSWERS: dict[PromptId, tuple[str, str]] = {
    "progress": ("something has got better", "nothing has got better"),
    "new_worries": ("there is a new worry", "there is no new worry"),
    "services": ("services are added", "no services are added"),
    "family_meeting": ("offered", "not offered"),
    "step_down": ("taken", "declined"),
}
"""What is answered with one of two as well as in words; each has its own words for the two: yes, then no."""


def answer_in_words(prompt: PromptId, answer: Answer) -> str:
    """One of the two answers to a prompt, in words; empty where neither was given."""
    if not answer or prompt not in ANSWERS:
        return answer
    yes, no = ANSWERS[prompt]
    return yes if answer == "yes" else no


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """One prompt, and whether its answer is a reason that the decision cannot do without."""

    key: PromptId
    says: str
    needs_reason: bool


def asked(
    review: Review, *, number: int, ends: bool | None, progressed: bool | None, is_quorate: bool
) -> tuple[Asked, ...]:
    """What is asked about one child.

    ``number`` is which review this is, the first being 1. ``ends`` is whether the child's plan ends, None while
    that is not decided; ``progressed`` whether anything has got better, None while nobody has said.
    """
    keys: list[PromptId] = list(ALWAYS)
    if progressed is False and number >= review.no_progress.from_review:
        keys += ["no_progress", "family_meeting"]
    if ends:
        keys += ["ending_first"] if number == 1 else []
        keys += [] if is_quorate else ["ending_inquorate"]
        keys.append("step_down")
    elif ends is False:
        keys.append("continuing")
    return tuple(
        Asked(key=key, says=_prompt(review, key).says, needs_reason=key.startswith("ending")) for key in keys
    )


def _prompt(review: Review, key: PromptId) -> Prompt | LegalAdvice:
    prompt: Prompt | LegalAdvice = getattr(review, key)
    return prompt
