"""What could be clearer in a plan, its danger statements and its safety goals (BA-20, HV-11, BR-5, KC-7).

It tells only what is sure: a false alarm costs a chair more than a thing that is not told. Nothing here stops
anybody; the numbers, the words and the sentences are the procedure's.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference import phrases
from conference_tui.conference.compared import folded, words
from conference_tui.conference.plain_words import Unplain, acronyms, jargon, labels, names_of
from conference_tui.conference.plan import danger_is_answered, is_about
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.state import Conference
from conference_tui.conference.summing_up import goals_of
from conference_tui.conference.text import listed

TYPED_AT: dict[str, str] = {"statement": "summary", "goal": "summary"}
"""At which item of the agenda a thing is typed; what is not here is typed at the plan."""
MENDED_AT: dict[str, str] = {"danger_without_action": "plan", "many_dangers": "summary"}
"""Where a thing is mended at another item."""


class Advice(Struct, frozen=True, kw_only=True):
    """One thing that could be clearer, in one sentence."""

    kind: str
    """By the name it has in the procedure."""
    about: str
    """What it is about: a kind and an id, as "action:a1", "goal:g1" or "child:maya"."""
    words: str
    """The words it is about, as typed; empty where it is about something that is missing."""
    says: str
    source: str
    """In full, as the procedure has it."""

    @property
    def key(self) -> str:
        """Names it for as long as the words stand: what was left as it is stays left (`AdviceLeft`)."""
        return f"{self.kind}:{self.about}:{self.words.casefold()}"

    @property
    def stage(self) -> str:
        """The item of the agenda where it can be mended."""
        return MENDED_AT.get(self.kind) or TYPED_AT.get(self.about.partition(":")[0], "plan")


def every_advice(conference: Conference, procedure: Procedure) -> tuple[Advice, ...]:
    """All of it, in the order in which the plan is read: dangers, goals, actions, the rest, the whole of each plan."""
    return tuple(_Reading(conference, procedure).everything())


def advice(conference: Conference, procedure: Procedure) -> tuple[Advice, ...]:
    """What is not left as it is by the chair."""
    found = every_advice(conference, procedure)
    return tuple(each for each in found if each.key not in conference.advice_left)


# --- While it is typed --------------------------------------------------------------------------------------

TypedAs = Literal["action", "when", "danger", "goal", "words"]
"""What a field is for."""
_UNFINISHED = re.compile(r"[\w'’-]+$")
_ENDED = re.compile(r"[.!?;][”\"’')]*\s*$")


def as_typed(typed: str, field: TypedAs, conference: Conference, procedure: Procedure) -> str:
    """The first thing to say of what stands in a field so far; empty where there is nothing.

    A word that is still being typed is not looked at; what a sentence lacks is said once the sentence has ended.
    """
    reading = _Reading(conference, procedure)
    has_ended = _ENDED.search(typed) is not None
    ready = typed if has_ended else _UNFINISHED.sub("", typed)
    found: list[Iterator[Advice]] = [reading.unplain(ready, "", is_label_told=field in ("danger", "goal"))]
    if field in ("action", "when"):
        found.append(reading.no_time(ready, "", has_date=False))
    if has_ended and field == "action":
        found.append(reading.vague(ready, ""))
    if has_ended and field == "danger":
        found.append(reading.danger(ready, "", ()))
    if has_ended and field == "goal":
        found.append(reading.goal(ready, ""))
    return next((each.says for one in found for each in one), "")


# --- Reading a plan -----------------------------------------------------------------------------------------


class _Reading:
    """One reading of a conference's plan, from its beginning: what is spelled out once is spelled out."""

    def __init__(self, conference: Conference, procedure: Procedure) -> None:
        self._conference = conference
        self._procedure = procedure
        self._guidance = procedure.guidance
        self._names = names_of(conference, procedure)
        self._read = ""
        self._told: set[str] = set()

    def _say(
        self,
        kind: str,
        about: str,
        words: str = "",
        *,
        means: str = "",
        name: str = "",
        number: int = 0,
        most: int = 0,
    ) -> Iterator[Advice]:
        prompt = getattr(self._guidance.advice, kind)
        if not prompt.says:
            return
        says: str = prompt.says
        told = {"words": words, "means": means, "name": name, "number": str(number), "most": str(most)}
        for place, what in told.items():
            says = says.replace(f"{{{place}}}", what)
        yield Advice(kind=kind, about=about, words=words, says=says, source=self._procedure.source_of(prompt))

    def everything(self) -> Iterator[Advice]:
        """Danger statements, goals, actions, what else is agreed, then each plan as a whole."""
        for made in self._conference.danger_statements.values():
            yield from self._danger_statement(made)
        for goal in self._conference.safety_goals.values():
            about = f"goal:{goal.goal}"
            yield from self.goal(goal.words, about)
            yield from self.unplain(goal.words, about, is_label_told=True)
        for action in self._conference.actions.values():
            yield from self._action(action)
        yield from self._agreed()
        for child in self._conference.children:
            yield from self._plan(child)

    # --- Words ----------------------------------------------------------------------------------------------

    def unplain(self, typed: str, about: str, *, is_label_told: bool = False) -> Iterator[Advice]:
        """Jargon, labels, and short forms that are spelled out nowhere before."""
        found: list[Unplain] = [*labels(typed, self._guidance, self._names)] if is_label_told else []
        found += jargon(typed, self._guidance, self._names)
        shorts = acronyms(typed, self._guidance, self._names, self._read)
        found += [short for short in shorts if short.words not in self._told]
        self._told |= {short.words for short in shorts}
        self._read += f"\n{typed}"
        for each in found:
            yield from self._say(each.kind, about, each.words, means=each.means)

    def vague(self, typed: str, about: str) -> Iterator[Advice]:
        """Support, monitor, engage, and nothing said with it."""
        looked_at = phrases.without(typed, self._names)
        match = next((match for _, match in phrases.found(self._guidance.vague, looked_at)), None)
        if match is None:
            return
        rest = re.sub(r"['’]s\b", "", folded(looked_at))
        rest = "".join(_blanked(self._guidance.vague, rest))
        names = {part for name in self._names for part in words(name)}
        no_times = {part for time in self._guidance.no_times for part in time.split()}
        said_with_it = set(re.findall(r"\w+", rest)) - {*self._guidance.with_vague, *names, *no_times}
        if not said_with_it:
            yield from self._say("vague_action", about, match[0])

    def no_time(self, typed: str, about: str, *, has_date: bool) -> Iterator[Advice]:
        """As soon as possible, and no date beside it."""
        match = next((match for _, match in phrases.found(self._guidance.no_times, typed)), None)
        if match and not has_date and not re.search(r"\d", typed):
            yield from self._say("vague_time", about, match[0])

    # --- Danger statements and goals ------------------------------------------------------------------------

    def _danger_statement(self, made: e.DangerStatementMade) -> Iterator[Advice]:
        about = f"statement:{made.statement}"
        yield from self.danger(made.words, about, made.children)
        yield from self.unplain(made.words, about, is_label_told=True)
        if not goals_of(self._conference, made.statement):
            yield from self._say("danger_without_goal", about)
        if self._conference.actions and not danger_is_answered(self._conference, made.statement):
            yield from self._say("danger_without_action", about)

    def danger(self, typed: str, about: str, children: tuple[str, ...]) -> Iterator[Advice]:
        """Who is worried, about whom, and what may happen."""
        match = next((match for _, match in phrases.found(self._guidance.worried, typed)), None)
        if match is None or not self._somebody(typed[: match.start()]):
            yield from self._say("danger_who", about)
        if not phrases.has(self._guidance.may_happen, typed[match.end() :] if match else typed):
            yield from self._say("danger_future", about)
        if children and not self._is_named(typed, children):
            names = [self._conference.short(child) for child in children]
            yield from self._say("danger_whom", about, name=listed(names, last="or"))

    def _somebody(self, typed: str) -> bool:
        """Whether anybody is named there: a word with a capital that is none of those that name nobody."""
        capitals = re.findall(r"\b[A-Z][\w'’-]*", typed)
        own = {part for name in self._names for part in name.split()}
        return any(word in own or word not in self._guidance.not_names for word in capitals)

    def _is_named(self, typed: str, children: tuple[str, ...]) -> bool:
        names = {part for child in children for part in words(self._conference.name(child))}
        names |= {folded(word) for word in self._procedure.removal.child_words} | {
            "twins",
            "brothers",
            "sisters",
        }
        return not names.isdisjoint(re.findall(r"\w+", re.sub(r"['’]s\b", "", folded(typed))))

    def goal(self, typed: str, about: str) -> Iterator[Advice]:
        """What will be seen, by whom, for how long."""
        if not phrases.has(self._guidance.durations, typed):
            yield from self._say("goal_duration", about)
        if not phrases.has(self._guidance.seen, typed):
            yield from self._say("goal_seen", about)
        clauses = [clause for clause in re.split(r"[.;]|,? and (?=\w+ will\b)", typed) if clause.strip()]
        happening = [clause for clause in clauses if not re.search(r"\bsee[ns]? (this|that|it)\b", clause)]
        if happening and all(phrases.has(self._guidance.negative, clause) for clause in happening):
            yield from self._say("goal_negative", about)

    # --- Actions, and what else is agreed -------------------------------------------------------------------

    def _action(self, action: e.ActionAgreed) -> Iterator[Advice]:
        about = f"action:{action.action}"
        columns = [part for part in action.parts_told if part.is_column]
        for typed in (action.need, action.what, *(getattr(action, part.field) for part in columns)):
            yield from self.unplain(typed, about)
        yield from self.vague(action.what, about)
        yield from self.no_time(f"{action.what} {action.when}", about, has_date=action.by is not None)
        if not action.who and not action.also:
            yield from self._say("no_who", about)
        if not action.when:
            yield from self._say("no_when", about)
        for part in columns:
            if part.wanting and not getattr(action, part.field):
                yield from self._say(part.wanting, about)
        for role in self._roles(action):
            yield from self._say("role", about, role)
        yield from self._in_need(action, about)

    def _roles(self, action: e.ActionAgreed) -> Iterator[str]:
        """Whoever does it and is called by what they are."""
        for someone in action.who:
            person = self._conference.people.get(someone)
            if person and not person.name:
                yield person.role or person.agency
        roles = {folded(role) for role in self._guidance.roles}
        for part in re.split(r",|;|/|&|\band\b", action.also):
            said = part.strip(" .")
            if re.sub(r"^(the|a|an|his|her|their|all the) ", "", folded(said)) in roles:
                yield said

    def _in_need(self, action: e.ActionAgreed, about: str) -> Iterator[Advice]:
        """What belongs in a child in need plan, and stands in that of a child with a child protection plan."""
        match = next((match for _, match in phrases.found(self._guidance.in_need, action.what)), None)
        protected = [child for child in self._about(action.children) if self._outcome(child) is _PROTECTION]
        if match and protected:
            names = [self._conference.short(child) for child in protected]
            yield from self._say("in_need_action", about, match[0], name=listed(names))

    def _agreed(self) -> Iterator[Advice]:
        state = self._conference
        texts: Iterable[tuple[str, str]] = (
            *((f"line:{line.line}", line.words) for line in state.bottom_lines.values()),
            *((f"contingency:{each.contingency}", each.words) for each in state.contingencies.values()),
            *((f"support:{each.support}", each.words) for each in state.network.values()),
            *(
                (f"recommendation:{each.recommendation}", each.words)
                for each in state.recommendations.values()
            ),
        )
        for about, typed in texts:
            yield from self.unplain(typed, about)

    # --- A plan as a whole ----------------------------------------------------------------------------------

    def _plan(self, child: str) -> Iterator[Advice]:
        """What the plan of one child has too much of, or lacks; nothing of a plan that is not begun."""
        state, about, name = self._conference, f"child:{child}", self._conference.name(child)
        dangers = [each for each in state.danger_statements.values() if child in each.children]
        most = self._guidance.most_danger_statements
        if len(dangers) > most:
            yield from self._say("many_dangers", about, name=name, number=len(dangers), most=most)
        actions = [each for each in state.actions.values() if is_about(each.children, child)]
        if not actions:
            return
        most = self._guidance.most_actions
        if len(actions) > most:
            yield from self._say("many_actions", about, name=name, number=len(actions), most=most)
        helps = any(is_about(each.children, child) for each in state.network.values())
        if not helps and not any(self._is_familys(action) for action in actions):
            yield from self._say("no_family_action", about, name=name)
        if self._outcome(child) in (None, _PROTECTION):
            if not any(is_about(each.children, child) for each in state.contingencies.values()):
                yield from self._say("no_contingency", about, name=name)
            if not any(is_about(each.children, child) for each in state.bottom_lines.values()):
                yield from self._say("no_bottom_line", about, name=name)

    def _is_familys(self, action: e.ActionAgreed) -> bool:
        """Whether somebody of the family or the network does it; of who is not of the conference nobody knows."""
        people = self._conference.people
        professionals = [
            someone for someone in action.who if someone in people and people[someone].is_professional
        ]
        return len(professionals) < len(action.who) or bool(action.also)

    def _about(self, children: tuple[str, ...]) -> Collection[str]:
        return children or self._conference.children

    def _outcome(self, child: str) -> e.Outcome | None:
        decided = self._conference.decisions.get(child)
        return decided.made.outcome if decided else None


_PROTECTION = e.Outcome.CHILD_PROTECTION


def _blanked(vague: Collection[str], typed: str) -> Iterator[str]:
    """The text around what is vague."""
    place = 0
    for _, match in phrases.found(vague, typed):
        yield typed[place : match.start()]
        place = match.end()
    yield typed[place:]
