"""Entry by entry: what of what was said and agreed stands in a reader's copy, and why something does not."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.for_reader.reader import Reader
from conference_tui.conference.keys import key_of
from conference_tui.conference.left_out import LEFT_OUT
from conference_tui.conference.mapping import concerns
from conference_tui.conference.owners import owners
from conference_tui.conference.papers import Paper
from conference_tui.conference.private_matters import is_shown
from conference_tui.conference.state import Conference

SUMMARY = "summary"
"""The chair's summary, as an entry that can be chosen."""


class Dropped(Struct, frozen=True, kw_only=True):
    """An entry that is not in a reader's copy, and why."""

    entry: str
    words: str
    why: str


def entries_dropped(reader: Reader) -> Iterable[Dropped]:
    """Entries that are about something the reader may read of, and are left out all the same, and those that are not."""
    full = reader.full
    for made in full.contributions:
        if why := _why_not(reader, made):
            yield Dropped(entry=made.contribution, words=made.words, why=why)
    for key in reader.held_back:
        if reader.reads_of(full.actions[key].children):
            why = "What another parent does alone is their own matter."
            yield Dropped(entry=key, words=full.actions[key].what, why=why)
    for key in reader.held_back_of_last_time:
        if reader.reads_of(full.earlier_actions[key].children):
            why = "What another parent did alone is their own matter."
            yield Dropped(entry=key, words=full.earlier_actions[key].what, why=why)
    if summary(reader) == LEFT_OUT:
        yield Dropped(entry=SUMMARY, words=full.summary, why="It tells of another child.")


# --- What was said --------------------------------------------------------------------------------------------


def contributions(reader: Reader) -> tuple[e.ContributionMade, ...]:
    """What was said that the reader may read; in the minutes without names of professionals, unless chosen."""
    said = tuple(made for made in reader.full.contributions if not _why_not(reader, made))
    if reader.copy.paper is not Paper.MINUTES:
        return said
    return tuple(themed(reader.full, made, reader.copy.reader) for made in said)


def themed(conference: Conference, made: e.ContributionMade, reader: str) -> e.ContributionMade:
    """What was said as the minutes tell it: with the name of family, without that of a professional, or as chosen."""
    own = conference.entry_choices.get((made.contribution, reader))
    chosen = own or conference.entry_choices.get((made.contribution, ""))
    speaker = conference.people.get(made.speaker)
    without = speaker is not None and speaker.is_professional
    if chosen and chosen.how in ("named", "themed"):
        without = chosen.how == "themed"
    return replace(made, speaker="") if without else made


def family_asked(reader: Reader) -> tuple[e.FamilyAsked, ...]:
    """What the family said when it was asked, as far as the reader may read it."""
    return tuple(each for each in reader.full.asked if not _is_left_out(reader, each))


def child_views(reader: Reader) -> tuple[e.ChildViewsGiven, ...]:
    """What the reader's children said; without the words where the reader missed them."""
    given = [each for each in reader.full.child_views if each.child in reader.children]
    return tuple(
        replace(each, words=LEFT_OUT, how="") if _missed(reader, each, "child", each.child) else each
        for each in given
    )


def score(reader: Reader, given: e.ScoreGiven) -> e.ScoreGiven:
    """The number stands in every copy, what was said to it only where it was heard."""
    return replace(given, rationale="") if _missed(reader, given, "scaling", given.person) else given


def harms(reader: Reader) -> dict[tuple[str, str, str], e.HarmDetailed]:
    """The examples of harm to the reader's children, but those that they missed: they belong to the map."""
    return {
        key: each
        for key, each in reader.full.harms.items()
        if each.child in reader.children and not _missed(reader, each, "mapping", "")
    }


def summary(reader: Reader) -> str:
    """The chair's summary, which tells of all the children; a mark where it names one too many."""
    full = reader.full
    if reader.copy.child:
        return ""
    if is_shown(full, SUMMARY, reader.copy.reader):
        return full.summary
    given = [entry for _, entry in full.log if isinstance(entry.event, e.SummaryGiven)]
    if given and not reader.is_known(given[-1].event):
        return ""
    return LEFT_OUT if reader.names_another(full.summary) else full.summary


# --- What was agreed ------------------------------------------------------------------------------------------


def action(reader: Reader, key: str, agreed: e.ActionAgreed) -> e.ActionAgreed:
    """An action; a mark where it is another parent's own matter, or the chair leaves it out."""
    chosen = reader.full.entry_choices.get((key, reader.copy.reader))
    kept = replace(agreed, children=reader.of(agreed.children))
    if key in reader.held_back or (chosen and chosen.how == "left out"):
        left = {field: LEFT_OUT for field in ("need", "how_known", "when") if getattr(agreed, field)}
        return replace(kept, what=LEFT_OUT, also="", by=None, **left)
    return kept


def last_action(reader: Reader, key: str, given: e.EarlierActionGiven) -> e.EarlierActionGiven:
    """An action of the plan that is reviewed; likewise."""
    return replace(given, what=LEFT_OUT, when="") if key in reader.held_back_of_last_time else given


def became(reader: Reader, key: str, reviewed: e.ActionReviewed) -> e.ActionReviewed:
    """What became of it; likewise."""
    return replace(reviewed, evidence=LEFT_OUT) if key in reader.held_back_of_last_time else reviewed


# --- Why something is left out --------------------------------------------------------------------------------


def _why_not(reader: Reader, made: e.ContributionMade) -> str:
    """Why something said is not in this reader's copy; empty where it is."""
    if not any(concerns(made, child) for child in reader.children):
        return "It is about another child."
    choice = _choice(reader, made.contribution)
    if choice == "shown":
        return ""
    if choice == "left out":
        return "The chair leaves it out."
    if made.speaker in reader.gone:
        return "It was said by somebody who belongs to another child."
    if not made.children and reader.names_another(made.words, made.example, made.impact):
        return "It tells of another child."
    if reader.is_family and _was_kept_out(reader, made.stage):
        return "It was said while they were kept out."
    if _was_elsewhere(reader, made):
        return "It was said in the other sitting."
    return ""


def _choice(reader: Reader, entry: str) -> str:
    """What the chair chose for this reader; for everybody it is of the minutes only."""
    own = reader.full.entry_choices.get((entry, reader.copy.reader))
    for_all = reader.full.entry_choices.get((entry, ""))
    if own:
        return own.how
    return for_all.how if for_all and reader.copy.paper is Paper.MINUTES else ""


def _is_left_out(reader: Reader, asked: e.FamilyAsked) -> bool:
    if asked.person in reader.renamed or (reader.is_family and asked.person in reader.others):
        return True
    if asked.words and not reader.is_known(asked) and asked.person != reader.copy.reader:
        return True
    kept_out = reader.is_family and _was_kept_out(reader, asked.stage)
    return kept_out or reader.names_another(asked.words) or _missed(reader, asked, asked.stage, asked.person)


def _missed(
    reader: Reader,
    given: e.FamilyAsked | e.ScoreGiven | e.ChildViewsGiven | e.HarmDetailed,
    stage: str,
    whose: str,
) -> bool:
    """Whether the reader was kept out of it or sat elsewhere; nobody misses what is their own."""
    if not reader.is_family or reader.copy.reader == whose:
        return False
    return _was_kept_out(reader, stage) or _was_elsewhere(reader, given)


def _was_kept_out(reader: Reader, stage: str) -> bool:
    kept = reader.full.exclusions.get(reader.copy.reader)
    return kept is not None and kept.covered(stage)


def _was_elsewhere(reader: Reader, event: e.Event) -> bool:
    """Whether something was said in a sitting that the reader was not in."""
    full, who = reader.full, reader.copy.reader
    moment = full.log.moment(key_of(event))
    if moment is None or not reader.is_family or who in owners(event) or who in moment.here:
        return False
    sits = {each.sitting for each in full.split_sittings.values() if who in each.people}
    return bool(sits) and moment.sitting not in sits
