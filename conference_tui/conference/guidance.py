"""What a procedure says of how a plan is written: how much is too much, and the words it is looked for.

Words stand in lists, so that an authority adds its own: a phrase is in words, `disclos*` is any word that begins so.
An empty explanation takes an entry of the plain default out; an empty sentence takes a whole piece of advice out.
"""

from __future__ import annotations

import msgspec

from conference_tui.conference.procedure_tables import Prompt


class AdviceWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The sentence of each piece of advice, with its source.

    `{words}` in it are the words as typed, `{means}` what they mean, `{name}` whom it is about, `{number}` how many
    there are and `{most}` how many there should be.
    """

    jargon: Prompt
    acronym: Prompt
    unknown_acronym: Prompt
    vague_action: Prompt
    vague_time: Prompt
    no_who: Prompt
    no_when: Prompt
    no_sign: Prompt
    role: Prompt
    in_need_action: Prompt
    many_actions: Prompt
    no_family_action: Prompt
    no_contingency: Prompt
    no_bottom_line: Prompt
    danger_without_action: Prompt
    many_dangers: Prompt
    danger_without_goal: Prompt
    danger_who: Prompt
    danger_whom: Prompt
    danger_future: Prompt
    label: Prompt
    goal_negative: Prompt
    goal_duration: Prompt
    goal_seen: Prompt


class Guidance(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How a plan, its danger statements and its safety goals are written."""

    most_actions: int
    """For one child."""
    most_danger_statements: int
    """For one child."""
    jargon: dict[str, str]
    """Words of the profession, with plain ones."""
    labels: dict[str, str]
    """Words that name a kind of harm instead of saying what happened, with what to say instead."""
    acronyms: dict[str, str]
    """Short forms with what they stand for; nothing where everybody knows it, or it is a title before a name."""
    in_need: tuple[str, ...]
    """Phrases of a child in need plan."""
    vague: tuple[str, ...]
    """What says nothing where nothing is said with it: "support", "monitor"."""
    with_vague: tuple[str, ...]
    """Words that add nothing to those: "the", "family", "continue"."""
    no_times: tuple[str, ...]
    """What is no time: "as soon as possible"."""
    roles: tuple[str, ...]
    """Who somebody is, in place of a name."""
    worried: tuple[str, ...]
    not_names: tuple[str, ...]
    """Words with a capital that name nobody: "We"."""
    may_happen: tuple[str, ...]
    negative: tuple[str, ...]
    durations: tuple[str, ...]
    seen: tuple[str, ...]
    advice: AdviceWords
    source: str
