"""What sentences are made from, how the sentence of a kind of event is declared, how words stand in it."""

from collections.abc import Callable, Iterable
from functools import singledispatch
from typing import TypeVar

from conference_tui.conference import agenda, decision
from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from conference_tui.conference.keys import key_of
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, one_line


class Told:
    """What sentences are made from: the names, the titles, and the other entries."""

    def __init__(self, entries: tuple[e.Recorded, ...], conference: Conference, procedure: Procedure) -> None:
        self.conference = conference
        self.procedure = procedure
        self._events: dict[int, e.AnyEvent] = {entry.seq: entry.event for entry in entries}
        self._children: dict[str, str] = {}
        self._people: dict[str, str] = {}
        for event in self._events.values():  # also those who were struck: their entries are still read
            if isinstance(event, e.ChildEntered):
                self._children[event.child] = event.name or "name not known"
            elif isinstance(event, e.RelativeNamed):
                self._people.setdefault(event.relative, event.name or event.role or "name not known")
            elif isinstance(event, e.PersonEntered):
                self._people[event.person] = event.name or f"{event.agency} (name not known)"
        self._children |= {child.id: child.label for child in conference.children.values()}
        self._people |= {person.id: person.label for person in conference.people.values()}
        self._people |= {relative.id: relative.label for relative in conference.relatives.values()}
        self._statements = {
            event.statement: event
            for event in self._events.values()
            if isinstance(event, e.DangerStatementMade | e.EarlierStatementGiven)
        }
        self._contributions: dict[str, e.AnyEvent] = {
            event.contribution: event
            for event in self._events.values()
            if isinstance(event, e.ContributionMade)
        }
        self._agencies: dict[str, tuple[str, ...]] = {}
        for person in conference.people.values():
            self._agencies[person.agency] = (*self._agencies.get(person.agency, ()), person.id)
        self._complaints = {
            event.complaint: event
            for event in self._events.values()
            if isinstance(event, e.ComplaintReceived)
        }

    def sentence(self, event: e.Event) -> str:
        """The sentence of an entry."""
        return sentence(event, self)

    def subject(self, event: e.Event) -> e.Event:
        """What an entry is about: of a strike, what was struck; of a choice for the copies, what was said."""
        if isinstance(event, e.Struck | e.Restored):
            event = self.entry(event.seq) or event
        if isinstance(event, e.EntryChosen):
            event = self._contributions.get(event.entry, event)
        return event.correct if isinstance(event, e.ContributionCorrected) else event

    def entry(self, seq: int) -> e.Event | None:
        """The event of a number; none where that is a strike itself, which nothing strikes."""
        found = self._events.get(seq)
        return None if isinstance(found, e.Struck | e.Restored) else found

    def that(self, seq: int) -> str:
        """What a strike is about."""
        found = self.entry(seq)
        return self.sentence(found) if found else "something that is not in the record."

    def name(self, someone: str) -> str:
        """What somebody is called; the words themselves where it is nobody's id."""
        return one_line(self._people.get(someone) or self._children.get(someone) or someone)

    def names(self, ids: Iterable[str]) -> str:
        """A, B and C."""
        return listed([self.name(someone) for someone in ids])

    def about(self, children: tuple[str, ...]) -> str:
        """Which children: named, or all of them."""
        return self.names(children) if children else "all the children"

    def stage(self, stage: str) -> str:
        """The title of an item of the agenda; its id where the procedure has none such."""
        titles: dict[str, str] = {each.id: each.title for each in agenda.stages(self.procedure)}
        return titles.get(stage, stage)

    def statement(self, stage: str, statement: str) -> str:
        """The words of a statement of the script; its id where it is no longer there."""
        for each in agenda.stages(self.procedure):
            for said in each.statements if each.id == stage else ():
                if said.id == statement:
                    return said.text
        return statement

    def checklist_item(self, item: str) -> str:
        """The words of an item that is seen to before the start; its id where it is no longer there."""
        return next((each.text for each in self.procedure.checklist if each.id == item), item)

    def earlier_action(self, action: str) -> str:
        """An action of the plan that is reviewed, in its words."""
        found = self.conference.earlier_actions.get(action)
        return quoted(found.what) if found else "An action that is no longer there"

    def chosen(self, entry: str) -> str:
        """An entry whose place in the copies was chosen, in its words."""
        said = {made.contribution: made.words for made in self.conference.contributions}
        agreed = self.conference.actions.get(entry)
        summaries = {key_of(each): each.words for each in self.conference.summaries.values()}
        words = said.get(entry) or (agreed.what if agreed else "") or summaries.get(entry, "")
        words = words or ("the summary" if entry == "summary" else entry)
        return quoted(words)

    def question(self, question: str) -> str:
        """What was scaled: a danger statement in its words, or a child."""
        made = self._statements.get(question)
        return quoted(made.words) if made else self.name(question)

    def decision(self, outcome: e.Outcome, category: e.Category | None) -> str:
        """An outcome with its category, in the procedure's words."""
        return decision.decision_in_words(self.procedure, outcome, category)

    def complaint(self, complaint: str) -> str:
        """Whose complaint it is."""
        received = self._complaints.get(complaint)
        return f"the complaint of {self.name(received.person)}" if received else "a complaint"

    def people_in(self, event: e.Event) -> tuple[str, ...]:
        """Ids of those whom an event names, and of an agency that it names the people."""
        found = [each for each in _ids(event) if each in self._people]
        agency = "" if isinstance(event, e.PersonEntered) else getattr(event, "agency", "")
        return tuple(dict.fromkeys([*found, *(self._agencies.get(agency, ()) if agency else ())]))

    def children_in(self, event: e.Event) -> tuple[str, ...]:
        """Ids of the children whom an event is about."""
        named = [each for each in _ids(event) if each in self._children]
        for field in ("question", "statement"):
            if made := self._statements.get(getattr(event, field, "")):
                named += made.children
        if not named and "children" in event.__struct_fields__:
            named = list(self.conference.children)
        return tuple(dict.fromkeys(named))


def _ids(event: e.Event) -> Iterable[str]:
    for field, role in event.roles.items():
        if role in (Role.PERSON, Role.CHILD, Role.ID):
            value = getattr(event, field)
            yield from value if isinstance(value, tuple) else (value,)


@singledispatch
def sentence(event: e.Event, _: Told) -> str:
    """The sentence of an entry. Raises TypeError for a kind that nobody has given one."""
    raise TypeError(f"nothing says {type(event).__name__} in a sentence")


E_ = TypeVar("E_", bound=e.Event)


def says(kind: type[E_], say: Callable[[E_, Told], str]) -> None:
    """Declare the sentence of one kind of event."""
    sentence.register(kind)(lambda event, told: ended(say(event, told)))


def quoted(words: str) -> str:
    """Words as somebody typed them, in quotation marks."""
    return f"“{one_line(words)}”"


def ended(words: str) -> str:
    """A sentence with the full stop that it may lack."""
    line = one_line(words)
    return line if line.endswith((".", "!", "?", ".”", "!”", "?”")) else f"{line}."


def because(reason: str) -> str:
    """A reason, as it stands behind a sentence."""
    return f" Reason: {quoted(reason)}" if reason else ""


def joined(*parts: str) -> str:
    """Parts with a comma between, those that there are."""
    return ", ".join(part for part in map(one_line, parts) if part)
