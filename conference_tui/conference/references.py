"""Whether what an entry names is there: a stage, a child, a person, an agency, something said, agreed or decided.

The program's own screens offer nothing else. An archive can hold anything, and so can a record that came out of one:
then the entry is refused, or set aside, and never meets a screen that looks for what it names.
"""

from collections.abc import Iterable, Iterator, Sequence

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.folding import struck_numbers
from conference_tui.conference.keys import key_of
from conference_tui.conference.papers import FILE

Unfit = dict[int, str]
"""By the number of an entry, what it names that is not there, as the end of a sentence."""

_DECLARES: dict[type[e.Event], tuple[str, str]] = {
    e.ChildEntered: ("child", "child"),
    e.PersonEntered: ("person", "person"),
    e.RelativeNamed: ("relative", "person"),
    e.ContributionMade: ("contribution", "contribution"),
    e.DangerStatementMade: ("statement", "statement"),
    e.EarlierStatementGiven: ("statement", "statement"),
    e.SafetyGoalSet: ("goal", "goal"),
    e.EarlierActionGiven: ("action", "action"),
    e.ComplaintReceived: ("complaint", "complaint"),
    e.SplitSittingPlanned: ("sitting", "sitting"),
    e.DecisionMade: ("child", "decision"),
}
"""By kind, the field that gives something its id, and what it is."""

_NAMES: dict[tuple[type[e.Event], str], tuple[str, ...]] = {
    (e.ContributionCorrected, "contribution"): ("contribution",),
    (e.SafetyGoalSet, "statement"): ("statement",),
    (e.ActionAgreed, "worry"): ("contribution", "statement"),
    (e.ActionAgreed, "goal"): ("goal",),
    (e.ActionReviewed, "action"): ("action",),
    (e.ComplaintDecided, "complaint"): ("complaint",),
    (e.SplitSittingBegan, "sitting"): ("sitting",),
    (e.DissentDeclared, "child"): ("decision",),
    (e.Sealed, "child"): ("decision",),
    (e.EntryChosen, "entry"): ("entry",),
    (e.EntryWorded, "entry"): ("entry",),
    **{
        (kind, "question"): ("statement", "child")
        for kind in (e.ScoreGiven, e.ScoresShown, e.LowScoreAnswered, e.EarlierScoreGiven)
    },
}
"""What a field is the id of, where its role does not say: one of these."""

_STAGES = ("stage", "parts")
"""Fields that name items of the agenda."""

_MAY_BE_WORDS = {
    (e.AddendumAdded, "by"),
    (e.ComplaintReceived, "person"),
    (e.FamilyAsked, "by"),
    (e.ExclusionDecided, "views_by"),
    (e.ExclusionDecided, "represented_by"),
}
"""Somebody who has no id can stand there, in words."""

_BY_ROLE = {Role.CHILD: ("child",), Role.PERSON: ("person", "child"), Role.AGENCY: ("agency",)}

_Known = dict[str, set[str]]
"""The ids that there are, by what they are the id of."""


def unfit(recorded: Sequence[e.Recorded], stages: Iterable[str] | None) -> Unfit:
    """Every entry that names something that is not there; none where all is in order.

    What comes later is there too: an order of its own is nobody's mistake. So is what was struck, for what names it
    stays in the record; what is struck itself is not asked. Without `stages`, where the procedure is not at hand, no item of the agenda is asked about.
    """
    found: Unfit = {}
    struck = struck_numbers(recorded)
    fit = list(recorded)
    agenda = None if stages is None else {"", *stages}
    while True:
        known = _known(entry.event for entry in fit)
        more = {
            entry.seq: why
            for entry in fit
            if entry.seq not in struck and (why := _not_there(entry, known, agenda))
        }
        if not more:
            return found
        found |= more
        fit = [entry for entry in fit if entry.seq not in more]


def _known(events: Iterable[e.Event]) -> _Known:
    known: _Known = {what: set() for _, what in _DECLARES.values()}
    known |= {"agency": set(), "entry": {"summary"}}
    for event in events:
        known["entry"].add(key_of(event))
        if type(event) in _DECLARES:
            field, what = _DECLARES[type(event)]
            known[what].add(getattr(event, field))
        if isinstance(event, e.PersonEntered):
            known["agency"].add(event.agency)
    return known


def _not_there(entry: e.Recorded, known: _Known, stages: set[str] | None) -> str:
    of_event = _named(entry.event, type(entry.event))
    for what, value in (*of_event, *_in_moment(entry)):
        if what == ("stage",):
            if stages is not None and value not in stages:
                return f"names the stage “{value}”, which the procedure does not have"
        elif value and not any(value in known[each] for each in what):
            return f"names the {what[0]} “{value}”, which is not there"
    return ""


def _named(event: e.Event, kind: type[e.Event]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each id that an event names, with what it can be the id of."""
    declares = _DECLARES.get(kind, ("", ""))
    for field, role in type(event).roles.items():
        value = getattr(event, field)
        if role is Role.ENTRY:
            yield from _named(value, kind)
            continue
        what = _what(kind, field, role)
        own = field == declares[0] and declares[1] != "decision" and isinstance(event, kind)
        if not what or own or (isinstance(event, e.PersonEntered) and role is Role.AGENCY):
            continue
        for each in value if isinstance(value, tuple) else (value,):
            if field != "reader" or each != FILE:
                yield what, each


def _what(kind: type[e.Event], field: str, role: Role) -> tuple[str, ...]:
    if field in _STAGES:
        return ("stage",)
    if (kind, field) in _NAMES:
        return _NAMES[kind, field]
    if (kind, field) in _MAY_BE_WORDS:
        return ()
    what = _BY_ROLE.get(role, ())
    return (*what, "agency") if field == "reader" and what else what


def _in_moment(entry: e.Recorded) -> Iterator[tuple[tuple[str, ...], str]]:
    if not entry.moment:
        return
    moment = entry.moment
    for someone in (*moment.here, *moment.online, *moment.kept_out, moment.own_matter_of):
        yield ("person", "child"), someone
    for child in moment.about or ():
        yield ("child",), child
    yield ("sitting",), moment.sitting


def set_aside_in_words(found: Unfit) -> str:
    """The sentence for a record that holds such entries; empty where there is none."""
    if not found:
        return ""
    first, why = next(iter(found.items()))
    more = f" So are {len(found) - 1:,} more." if len(found) > 1 else ""
    return (
        f"Entry {first} {why}: it is set aside and nothing shows it.{more} Everything in the record stays as it is. "
        "Compare it with the record or archive that it came from."
    )
