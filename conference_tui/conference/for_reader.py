"""The conference as one reader may know it: what a copy is drawn from, reduced before anything is drawn (HF-10).

Nothing is drawn and then covered. What is not named here is not in the reduced conference: a new part of the state
is left out of every copy until somebody says who may read it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from conference_tui.conference import events as e
from conference_tui.conference.attendance import Agency, agencies
from conference_tui.conference.family_ties import kept_for
from conference_tui.conference.left_out import (
    ANOTHER_AGENCY,
    ANOTHER_CHILD,
    ANOTHER_PERSON,
    LEFT_OUT,
    leaving_out,
    strangers,
)
from conference_tui.conference.mapping import concerns
from conference_tui.conference.papers import FILE, Copy, Paper
from conference_tui.conference.people import Child, Person, Standing
from conference_tui.conference.private_matters import (
    held_back,
    held_back_of_last_time,
    is_shown,
    other_parents,
    words_of_others,
)
from conference_tui.conference.procedure import Procedure
from conference_tui.conference.recipients import children_read_of, does
from conference_tui.conference.rewriting import rewritten
from conference_tui.conference.state import EMPTY, Conference, Hearing, heard_key
from conference_tui.conference.text import listed

SUMMARY = "summary"
"""The chair's summary, as an entry that can be chosen."""


class Dropped(Struct, frozen=True, kw_only=True):
    """An entry that is not in a reader's copy, and why."""

    entry: str
    words: str
    why: str


def for_reader(conference: Conference, procedure: Procedure, copy: Copy) -> Conference:
    """The conference that a copy is drawn from. Raises KeyError for a reader without a row."""
    if copy.reader == FILE and not copy.child:
        return replace(conference, documents=(), copies=EMPTY, entry_choices=EMPTY, words_judged=EMPTY)
    return _Reader(conference, procedure, copy).reduced()


def dropped(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[Dropped, ...]:
    """The entries that a reader's copy leaves out whole, each with why; for the chair to look at and to change."""
    if copy.reader == FILE:
        return ()
    return tuple(_Reader(conference, procedure, copy).dropped())


def omissions(conference: Conference, procedure: Procedure, copy: Copy) -> tuple[str, ...]:
    """What is left out of a copy and why, a sentence each."""
    if copy.reader == FILE:
        return ("What was said in the closed slot.",) if conference.closed_slots else ()
    return tuple(_Reader(conference, procedure, copy).omissions())


class TakenOut(Struct, frozen=True):
    """What is taken out of a copy wherever it stands."""

    people: frozenset[str]
    """Ids of those who may not be named."""
    words: tuple[str, ...]


def taken_out(conference: Conference, procedure: Procedure, copy: Copy) -> TakenOut:
    """Whom a copy may not name, and which words beside names and withheld whereabouts it may not hold."""
    if copy.reader == FILE and not copy.child:
        return TakenOut(frozenset(), ())
    reader = _Reader(conference, procedure, copy)
    return TakenOut(reader.gone, reader.words_taken_out())


class _Reader:
    """One reader of one paper: what they may read of, who they are, and what is taken out for them."""

    def __init__(self, conference: Conference, procedure: Procedure, copy: Copy) -> None:
        self.full = conference
        self.copy = copy
        self.children = children_read_of(conference, procedure, copy)
        person = conference.people.get(copy.reader)
        self.person = person
        self.is_family = copy.reader in conference.children or person is not None
        self.is_partial = bool(set(conference.children) - self.children)
        own = _own_children(person) & set(conference.children) if copy.paper is Paper.ACTION_SHEET else set()
        near = own & self.children or self.children
        self.gone = strangers(conference, *near) - {copy.reader, *self._doing()}
        self.others = other_parents(conference, copy.reader)
        self.held_back = held_back(conference, copy.reader)
        self.held_back_of_last_time = held_back_of_last_time(conference, copy.reader)
        self.statements = {
            key for key, made in conference.danger_statements.items() if self._is_about(made.children)
        }
        self.renamed = self._renamed()
        self.hide = leaving_out(
            conference,
            *sorted(self.children, key=list(conference.children).index),
            gone=self.gone,
            held=self._held(),
            also=self.words_taken_out(),
        )

    # --- What is taken out ------------------------------------------------------------------------------------

    def words_taken_out(self) -> tuple[str, ...]:
        """Words beside names and withheld whereabouts: other adults' places, other children's schools and numbers."""
        judged = [each for each in self.full.words_judged.values() if each.reader == self.copy.reader]
        stays = {each.words for each in judged if each.stays}
        found = [*words_of_others(self.full, self.copy.reader)] if self.is_family else []
        found += [each.words for each in judged if not each.stays]
        found += [*self._hidden_agencies(), *self._schools()]
        found += [child.authority_id for child in self._other_children() if child.authority_id]
        return tuple(dict.fromkeys(each for each in found if each and each not in stays))

    def _doing(self) -> set[str]:
        """Those who do something that stands on an action sheet are named there."""
        if self.copy.paper is not Paper.ACTION_SHEET:
            return set()
        return {who for key in does(self.full, self.copy.reader) for who in self.full.actions[key].who}

    def _held(self) -> set[str]:
        """Those whose whereabouts the reader has already: their own, and where the chair says so."""
        held = {self.copy.reader}
        for person in self.full.people.values():
            judged = self.full.words_judged.get((self.copy.reader, whereabouts_of(person.id)))
            if judged and judged.stays and self.copy.reader not in person.withheld_from:
                held.add(person.id)
        return held

    def _other_children(self) -> list[Child]:
        return [child for child in self.full.children.values() if child.id not in self.children]

    def _schools(self) -> list[str]:
        """The schools of other children, where none of this reader's goes there."""
        if not self.is_family:
            return []
        own = {_first_part(self.full.children[child].school) for child in self.children}
        return [part for child in self._other_children() if (part := _first_part(child.school)) not in own]

    def _elsewhere(self) -> list[Agency]:
        """Agencies that know other children only; family readers are not told where another child goes."""
        if not self.is_family:
            return []
        return [each for each in agencies(self.full) if each.knows and each.knows.isdisjoint(self.children)]

    def _hidden_agencies(self) -> list[str]:
        kept = {
            part.casefold()
            for agency in agencies(self.full)
            if agency not in self._elsewhere()
            for part in agency.name.split()
        }
        found = []
        for agency in self._elsewhere():
            first = agency.name.split()[0]
            found += [agency.name, *([first] if len(first) > 4 and first.casefold() not in kept else [])]
        return found

    def _renamed(self) -> dict[str, str]:
        hidden = self._elsewhere()
        agencies_named = {
            agency.name: ANOTHER_AGENCY if number == 1 else f"{ANOTHER_AGENCY[:-1]} {number}]"
            for number, agency in enumerate(hidden, 1)
        }
        return (
            dict.fromkeys(self.gone, ANOTHER_PERSON)
            | {child.id: ANOTHER_CHILD for child in self._other_children()}
            | agencies_named
        )

    # --- What is left -----------------------------------------------------------------------------------------

    def reduced(self) -> Conference:
        """Only what is named here is left; then every word of it is read through."""
        if self.copy.paper is Paper.ACTION_SHEET:
            left = self._sheet()
        elif self.copy.paper is Paper.DATE_CARD:
            left = self._card()
        else:
            left = self._with_family(self._whole())
        known = frozenset((*self.full.people, *self.full.children, *self.full.relatives))
        return rewritten(left, self.hide, self.renamed, known)

    def _with_family(self, left: Conference) -> Conference:
        """For a plan, which shows it, the child's own family (KC-4)."""
        full, about = self.full, self.copy.child
        if self.copy.paper not in (Paper.OUTLINE_PLAN, Paper.IN_NEED_OUTLINE) or about not in left.children:
            return left
        kept = kept_for(full, about, without=self.gone)
        child = replace(left.children[about], lives_with=kept.lives_with)
        return replace(
            left,
            tree_in_plans=full.tree_in_plans,
            children={**left.children, about: child},
            relatives={key: each for key, each in full.relatives.items() if key in kept.members},
            relations={pair: each for pair, each in full.relations.items() if kept.members.issuperset(pair)},
        )

    def _frame(self) -> Conference:
        """What every paper has: the conference, the children, the people who may be named."""
        full = self.full
        return Conference(
            opened=full.opened,
            arranged=full.arranged if not self.is_family else replace(full.arranged, online_reason=""),
            children={child: self._child(child) for child in full.children if child in self.children},
            people={
                person.id: self._someone(person)
                for person in full.people.values()
                if person.id not in self.gone and self._is_needed(person.id)
            },
            chairs=full.chairs,
            closed=full.closed,
            seals=tuple(seal for seal in full.seals if not seal.child or seal.child in self.children),
        )

    def _is_needed(self, person: str) -> bool:
        """On a sheet of actions only those who do something of it, and whom it is for."""
        if self.copy.paper is not Paper.ACTION_SHEET:
            return True
        workers = {each.person for each in self.full.key_workers.values()}
        return person in {
            self.copy.reader,
            *workers,
            *(who for key in self._done() for who in self.full.actions[key].who),
        }

    def _child(self, child: str) -> Child:
        found = self.full.children[child]
        if self.copy.paper in (Paper.ACTION_SHEET, Paper.DATE_CARD):
            born = found.born if found.expected else None  # dates are counted from a birth (HF-3)
            return Child(id=found.id, name=found.name, expected=found.expected, born=born)
        return replace(found, lives="", lives_with=(), school="" if self.is_family else found.school)

    def _someone(self, person: Person) -> Person:
        phone = person.phone if self._is_rung(person) else ""
        return replace(person, address="", phone=phone, screen_name="", withheld_from=(), born=None)

    def _is_rung(self, person: Person) -> bool:
        """A key worker who withholds it from nobody: whom the letters say to ring."""
        rung = any(each.person == person.id for each in self.full.key_workers.values())
        return rung and person.is_professional and not person.withheld_from

    def _sheet(self) -> Conference:
        """What somebody does themselves, and for a parent what the network does for their child; nothing of the case."""
        full, own, done = self.full, self.copy.reader, self._done()
        agreed = {
            key: replace(action, worry="", goal="", children=self._children(action.children))
            for key, action in full.actions.items()
            if key in done
        }
        offers = {key: each for key, each in full.network.items() if each.person == own}
        return replace(
            self._frame(),
            actions=agreed,
            network=offers,
            key_workers=_only(full.key_workers, self.children),
            documents=(),
        )

    def _done(self) -> set[str]:
        own = set(does(self.full, self.copy.reader))
        return own | {
            key
            for key, action in self.full.actions.items()
            if self._of_network(action.who) and self._is_about_own(action.children)
        }

    def _children(self, children: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(child for child in (children or tuple(self.full.children)) if child in self.children)

    def _of_network(self, who: Iterable[str]) -> bool:
        people = [self.full.people.get(each) for each in who]
        return bool(people) and all(each and each.standing is Standing.NETWORK for each in people)

    def _is_about_own(self, children: tuple[str, ...]) -> bool:
        own = _own_children(self.person)
        return bool(own & set(children or self.full.children)) and self.person is not None

    def _card(self) -> Conference:
        full = self.full
        return replace(
            self._with_plan_dates(self._frame()),
            key_workers=_only(full.key_workers, self.children),
            visits=_only(full.visits, self.children),
            in_need_meetings=_only(full.in_need_meetings, self.children),
            decisions=_only(full.decisions, self.children),
            births=_only(full.births, self.children),
            last_conference=full.last_conference,
        )

    def _with_plan_dates(self, left: Conference) -> Conference:
        """Core group and review belong to a child protection plan: without one there are none."""
        full = self.full
        decided = [full.decisions[child].made.outcome for child in self.children if child in full.decisions]
        if e.Outcome.CHILD_PROTECTION not in decided:
            return left
        group = {
            key: replace(member, children=self._children(member.children))
            for key, member in full.core_group.items()
            if key not in self.renamed and self._is_about(member.children)
        }
        return replace(
            left, core_group=group, core_group_booked=full.core_group_booked, review_booked=full.review_booked
        )

    def _whole(self) -> Conference:
        full, asked = self.full, {*self.statements, *self.children}
        here = {
            who: replace(stay, reason="") if self.is_family and who != self.copy.reader else stay
            for who, stay in full.presence.items()
            if who not in self.renamed
        }
        earlier = _about(full.earlier_statements, self)
        actions = {key: self._action(key, each) for key, each in _about(full.actions, self).items()}
        return replace(
            self._with_plan_dates(self._frame()),
            key_dates=full.key_dates,
            exclusions=self._exclusions(),
            participation=_only(full.participation, self.children),
            presence=here,
            at_the_apologies=frozenset(who for who in full.at_the_apologies if who not in self.renamed),
            introduced=self._without_gone(full.introduced),
            apologies=self._without_gone(full.apologies),
            absences=self._without_gone(full.absences),
            reports={} if self.copy.child else self._without_gone(full.reports),
            inquorate=full.inquorate,
            closed_slots=full.closed_slots,
            sittings=full.sittings,
            stage=full.stage,
            finished=full.finished,
            asked=()
            if self.copy.child
            else tuple(each for each in full.asked if not self._why_not_word(each)),
            contributions=tuple(self._named(made) for made in full.contributions if not self._why_not(made)),
            harms={key: each for key, each in full.harms.items() if each.child in self.children},
            child_views=tuple(
                self._child_said(each) for each in full.child_views if each.child in self.children
            ),
            child_views_missing=_only(full.child_views_missing, self.children),
            summary=self._summary(),
            future_risk=_only(full.future_risk, self.children),
            danger_statements={
                key: full.danger_statements[key] for key in full.danger_statements if key in asked
            },
            safety_goals={
                key: goal for key, goal in full.safety_goals.items() if goal.statement in self.statements
            },
            last_conference=full.last_conference,
            earlier_plans=_only(full.earlier_plans, self.children),
            earlier_actions={
                key: self._last_action(key, each) for key, each in _about(full.earlier_actions, self).items()
            },
            earlier_statements=earlier,
            earlier_scores={
                key: each
                for key, each in full.earlier_scores.items()
                if each.question in {*self.children, *earlier}
            },
            action_reviews={
                key: replace(each, evidence=LEFT_OUT) if key in self.held_back_of_last_time else each
                for key, each in full.action_reviews.items()
                if key in _about(full.earlier_actions, self)
            },
            review_answers={
                key: each for key, each in full.review_answers.items() if each.child in self.children
            },
            scores={key: self._score(each) for key, each in full.scores.items() if each.question in asked},
            shown=full.shown & asked,
            low_score_answers={key: each for key, each in full.low_score_answers.items() if key in asked},
            views={key: each for key, each in full.views.items() if each.child in self.children},
            chair_views=_only(full.chair_views, self.children),
            decisions=_only(full.decisions, self.children),
            dissents={key: each for key, each in full.dissents.items() if each.child in self.children},
            reasons=self._reasons(),
            actions=actions,
            birth_plans={key: each for key, each in full.birth_plans.items() if each.child in self.children},
            births=_only(full.births, self.children),
            bottom_lines=_about(full.bottom_lines, self),
            contingencies=_about(full.contingencies, self),
            network={
                key: each for key, each in _about(full.network, self).items() if each.person not in self.gone
            },
            recommendations=_about(full.recommendations, self),
            key_workers=_only(full.key_workers, self.children),
            visits=_only(full.visits, self.children),
            in_need_meetings=_only(full.in_need_meetings, self.children),
            addenda={key: each for key, each in full.addenda.items() if not self._names_another(each.words)},
        )

    def _without_gone(self, told: Mapping[str, Any]) -> dict[str, Any]:
        return {who: each for who, each in told.items() if who not in self.renamed}

    def _exclusions(self) -> dict[str, Any]:
        """That somebody was kept out, and why: to themselves and to agencies, never what it was shown by."""
        if self.copy.child:
            return {}
        return {
            who: replace(kept, decided=replace(kept.decided, evidence="", requested_by=""))
            for who, kept in self.full.exclusions.items()
            if who not in self.renamed and (not self.is_family or who == self.copy.reader)
        }

    def _summary(self) -> str:
        if self.copy.child:
            return ""
        if is_shown(self.full, SUMMARY, self.copy.reader):
            return self.full.summary
        return LEFT_OUT if self._names_another(self.full.summary) else self.full.summary

    def _reasons(self) -> dict[str, str]:
        others = (
            (set(self.full.children) | set(self.full.danger_statements)) - self.children - self.statements
        )
        return {key: why for key, why in self.full.reasons.items() if key.partition(":")[2] not in others}

    def _action(self, key: str, action: e.ActionAgreed) -> e.ActionAgreed:
        chosen = self.full.entry_choices.get((key, self.copy.reader))
        kept = replace(action, children=self._children(action.children))
        if key in self.held_back or (chosen and chosen.how == "left out"):
            return replace(kept, what=LEFT_OUT, need="", how_known="", also="", when="", by=None)
        return kept

    def _last_action(self, key: str, action: e.EarlierActionGiven) -> e.EarlierActionGiven:
        return replace(action, what=LEFT_OUT, when="") if key in self.held_back_of_last_time else action

    def _named(self, made: e.ContributionMade) -> e.ContributionMade:
        """In the minutes a professional's words stand without their name, unless the chair says otherwise."""
        if self.copy.paper is not Paper.MINUTES:
            return made
        return themed(self.full, made, self.copy.reader)

    # --- Which entries are left out ---------------------------------------------------------------------------

    def dropped(self) -> Iterable[Dropped]:
        """Entries that are about something the reader may read of, and are left out all the same, and those that are not."""
        for made in self.full.contributions:
            if why := self._why_not(made):
                yield Dropped(entry=made.contribution, words=made.words, why=why)
        for key in self.held_back:
            if self._is_about(self.full.actions[key].children):
                what = self.full.actions[key].what
                yield Dropped(
                    entry=key, words=what, why="What another parent does alone is their own matter."
                )
        for key in self.held_back_of_last_time:
            if self._is_about(self.full.earlier_actions[key].children):
                what = self.full.earlier_actions[key].what
                yield Dropped(entry=key, words=what, why="What another parent did alone is their own matter.")
        if self._summary() == LEFT_OUT:
            yield Dropped(entry=SUMMARY, words=self.full.summary, why="It tells of another child.")

    def _why_not(self, made: e.ContributionMade) -> str:
        """Why something said is not in this reader's copy; empty where it is."""
        if not any(concerns(made, child) for child in self.children):
            return "It is about another child."
        choice = self._choice(made.contribution)
        if choice == "shown":
            return ""
        if choice == "left out":
            return "The chair leaves it out."
        if made.speaker in self.gone:
            return "It was said by somebody who belongs to another child."
        if not made.children and self._names_another(made.words, made.example, made.impact):
            return "It tells of another child."
        if self.is_family and self._was_kept_out(made.stage):
            return "It was said while they were kept out."
        if self._was_elsewhere(self.full.heard_by.get(made.contribution)):
            return "It was said in the other sitting."
        return ""

    def _was_elsewhere(self, heard: Hearing | None) -> bool:
        """Whether something was said in a sitting that the reader was not in."""
        return self.is_family and heard is not None and self.copy.reader not in heard.by

    def _missed(
        self, given: e.FamilyAsked | e.ScoreGiven | e.ChildViewsGiven, stage: str, whose: str
    ) -> bool:
        """Whether the reader was kept out of it or sat elsewhere; nobody misses what is their own."""
        if not self.is_family or self.copy.reader == whose:
            return False
        return self._was_kept_out(stage) or self._was_elsewhere(self.full.heard_besides.get(heard_key(given)))

    def _child_said(self, given: e.ChildViewsGiven) -> e.ChildViewsGiven:
        missed = self._missed(given, "child", given.child)
        return replace(given, words=LEFT_OUT, how="") if missed else given

    def _score(self, given: e.ScoreGiven) -> e.ScoreGiven:
        """The number stands in every copy, what was said to it only where it was heard."""
        return replace(given, rationale="") if self._missed(given, "scaling", given.person) else given

    def _choice(self, entry: str) -> str:
        """What the chair chose for this reader; for everybody it is of the minutes only."""
        own = self.full.entry_choices.get((entry, self.copy.reader))
        for_all = self.full.entry_choices.get((entry, ""))
        if own:
            return own.how
        return for_all.how if for_all and self.copy.paper is Paper.MINUTES else ""

    def _why_not_word(self, asked: e.FamilyAsked) -> bool:
        if asked.person in self.renamed or (self.is_family and asked.person in self.others):
            return True
        kept_out = self.is_family and self._was_kept_out(asked.stage)
        return kept_out or self._names_another(asked.words) or self._missed(asked, asked.stage, asked.person)

    def _was_kept_out(self, stage: str) -> bool:
        kept = self.full.exclusions.get(self.copy.reader)
        return kept is not None and kept.covered(stage)

    def _names_another(self, *typed: str) -> bool:
        """Whether words name a child whom the reader may not read of."""
        return self.is_partial and any(ANOTHER_CHILD in self.hide(words) for words in typed if words)

    def _is_about(self, children: tuple[str, ...]) -> bool:
        return not children or not self.children.isdisjoint(children)

    # --- In words ---------------------------------------------------------------------------------------------

    def omissions(self) -> Iterable[str]:
        """A sentence for each kind of thing that is left out."""
        full, reader = self.full, self.copy.reader
        if self.copy.paper is Paper.ACTION_SHEET:
            yield "Everything but what they do themselves: no history, no reasons, no other part of a plan."
            return
        if others := self._other_children():
            yield f"What is about {_listed(child.label for child in others)}: another child."
        if self.gone:
            yield f"{_listed(full.name(each) for each in sorted(self.gone))}: belongs to other children only."
        for person in full.people.values():
            if person.withheld_from and person.id not in self._held():
                from_whom = _listed(full.name(each) for each in person.withheld_from)
                yield f"Where {person.label} lives, and how to ring: withheld from {from_whom}."
        for other in sorted(self.others - self.gone):
            yield f"What is {full.name(other)}'s own matter, until the chair confirms each."
        if hidden := self._elsewhere():
            yield f"{_listed(each.name for each in hidden)}: knows other children only."
        kept = full.exclusions.get(reader)
        if kept and self.copy.paper is Paper.MINUTES:
            yield "What was said while they were kept out."
        if (full.heard_by or full.heard_besides) and self.is_family:
            yield "What was said in a sitting that they were not in."
        if full.closed_slots and self.copy.paper is Paper.MINUTES:
            yield "What was said in the closed slot."


def themed(conference: Conference, made: e.ContributionMade, reader: str) -> e.ContributionMade:
    """What was said as the minutes tell it: with the name of family, without that of a professional, or as chosen."""
    own = conference.entry_choices.get((made.contribution, reader))
    chosen = own or conference.entry_choices.get((made.contribution, ""))
    speaker = conference.people.get(made.speaker)
    without = speaker is not None and speaker.is_professional
    if chosen and chosen.how in ("named", "themed"):
        without = chosen.how == "themed"
    return replace(made, speaker="") if without else made


def whereabouts_of(person: str) -> str:
    """Under which words the chair's answer is kept that a reader has somebody's address: never the address itself."""
    return f"whereabouts:{person}"


def _own_children(person: Person | None) -> set[str]:
    return {*person.parent_of, *person.responsibility_for} if person else set()


def _only(told: Mapping[str, Any], children: Iterable[str]) -> dict[str, Any]:
    return {key: each for key, each in told.items() if key in children}


def _about(told: Mapping[str, Any], reader: _Reader) -> dict[str, Any]:
    """What names one of the reader's children, or names none and so is about all of them."""
    return {
        key: replace(each, children=reader._children(each.children)) if each.children else each
        for key, each in told.items()
        if reader._is_about(each.children)
    }


def _first_part(school: str) -> str:
    return school.split(",")[0].strip()


def _listed(names: Iterable[str]) -> str:
    return listed(list(names))
