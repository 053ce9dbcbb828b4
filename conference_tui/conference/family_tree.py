"""The family tree: who belongs to the family, in generations, who is whose parent, who lives together (KC-4).

It says what is recorded of the people and children, and what the chair drew with the family beside it
(`RelativeNamed`, `RelationGiven`); nothing is concluded from a role or a name. Lines stand for parents and couples;
every other relation stands in words in the box of the person. There is no address in it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec import Struct

from conference_tui.conference.compared import squeezed
from conference_tui.conference.family_ties import Tie, belonging, kept_for, ties
from conference_tui.conference.left_out import leaving_out
from conference_tui.conference.people import Child, Relation
from conference_tui.conference.state import Conference
from conference_tui.conference.text import listed, say_date

Hide = Callable[[str], str]

RESPONSIBILITY = (
    "“Responsible for” means parental responsibility: the rights and duties that parents have by law. Those with the "
    "same home number live together."
)
"""What stands under the tree, so that the words in it can be short."""


class Member(Struct, frozen=True, kw_only=True):
    """One of the family, as it stands in a box of the tree."""

    id: str
    name: str
    facts: tuple[str, ...] = ()
    """Short lines under the name."""
    is_child: bool = False
    """Whether the conference is about this child."""


class Lines(Struct, frozen=True, kw_only=True):
    """Two or more who are joined by lines: parents and their children, or a couple without any."""

    parents: tuple[str, ...]
    children: tuple[str, ...] = ()
    is_adoptive: bool = False


class Tree(Struct, frozen=True, kw_only=True):
    """A family, ready to be laid out."""

    generations: tuple[tuple[Member, ...], ...] = ()
    """The oldest first."""
    lines: tuple[Lines, ...] = ()
    apart: tuple[Member, ...] = ()
    """Of the family, and joined to nobody yet."""
    sentences: tuple[str, ...] = ()
    """The same in plain sentences."""

    @property
    def members(self) -> tuple[Member, ...]:
        """Everybody, in the order in which they stand."""
        return (*(each for generation in self.generations for each in generation), *self.apart)


def tree(conference: Conference) -> Tree:
    """The whole family, as the chair draws it with them."""
    return _Drawing(conference, belonging(conference), lambda typed: typed).tree()


def tree_of(conference: Conference, child: str) -> Tree:
    """One child's family, for a paper: what `kept_for` keeps, with marks where something was left out of words.

    Raises KeyError when the conference is not about that child.
    """
    kept = kept_for(conference, child)
    members = [each for each in belonging(conference) if each in kept.members]
    return _Drawing(
        conference, members, leaving_out(conference, child), lives_with={child: kept.lives_with}
    ).tree()


_STEPS: Mapping[Relation, int] = {
    Relation.PARENT: 1,
    Relation.ADOPTIVE: 1,
    Relation.PARTNER: 0,
    Relation.MARRIED: 0,
    Relation.SEPARATED: 0,
    Relation.SIBLING: 0,
    Relation.COUSIN: 0,
    Relation.STEP: 1,
    Relation.FOSTER: 1,
    Relation.AUNT: 1,
    Relation.GRANDPARENT: 2,
}
"""How many generations older the one is than the other; what is drawn as a line comes first."""


class _Drawing:
    """A tree of some of the people of a conference."""

    def __init__(
        self,
        conference: Conference,
        members: Sequence[str],
        hide: Hide,
        *,
        lives_with: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        """`lives_with`: by child, with whom a paper may say that it lives; None is as recorded."""
        self.conference = conference
        self.ids = list(members)
        self.hide = hide
        self.children = {id_: each for id_, each in conference.children.items() if id_ in self.ids}
        self.ties = [tie for tie in ties(conference) if tie.person in self.ids and tie.of in self.ids]
        self.levels = self._levels()
        self.is_paper = lives_with is not None
        self.lives_with = lives_with or {id_: child.lives_with for id_, child in self.children.items()}
        self.homes = self._homes()

    def tree(self) -> Tree:
        """The tree as a value."""
        lines = self._lines()
        drawn = {(parent, child) for line in lines for parent in line.parents for child in line.children}
        members = {someone: self._member(someone, drawn) for someone in self.ids}
        rows = sorted(set(self.levels.values()), reverse=True)
        generations = [
            tuple(members[each] for each in self.ids if self.levels.get(each) == row) for row in rows
        ]
        return Tree(
            generations=tuple(generations),
            lines=lines,
            apart=tuple(members[each] for each in self.ids if each not in self.levels),
            sentences=tuple(self._sentences()),
        )

    def name(self, someone: str) -> str:
        """What somebody is called."""
        return self.hide(self.conference.name(someone))

    def names(self, ids: Iterable[str], *, first: bool = False) -> str:
        """A, B and C; of children in a box the first names alone."""
        return listed([self._first(someone) if first else self.name(someone) for someone in ids])

    def _first(self, someone: str) -> str:
        """A child's name for short, where no other child has the same; of everybody else the whole name."""
        short = [self.conference.short(child) for child in self.conference.children]
        is_one_childs = short.count(self.conference.short(someone)) <= 1
        return self.hide(self.conference.short(someone)) if is_one_childs else self.name(someone)

    # --- Generations and lines ------------------------------------------------------------------------------

    def _levels(self) -> dict[str, int]:
        """How many generations above the first child everybody stands; nobody who is joined to nobody."""
        tied = {someone for tie in self.ties for someone in (tie.person, tie.of)}
        levels: dict[str, int] = {}
        for start in [*self.children, *(each for each in self.ids if each in tied)]:
            if start not in levels:
                levels[start] = 0 if start in self.children else 1
                self._spread(levels)
        return levels

    def _spread(self, levels: dict[str, int]) -> None:
        """From those who have a place to all who are joined to them; lines go before words."""
        for kinds in _by_strength():
            found = True
            while found:
                found = False
                for tie in self.ties:
                    step = _STEPS.get(tie.relation, 0)
                    if tie.relation not in kinds or (tie.person in levels) == (tie.of in levels):
                        continue
                    if tie.of in levels:
                        levels[tie.person] = levels[tie.of] + step
                    else:
                        levels[tie.of] = levels[tie.person] - step
                    found = True

    def _parents(self, someone: str, kind: Relation) -> tuple[str, ...]:
        """Who is recorded as this kind of parent and stands one generation above."""
        return tuple(
            tie.person
            for tie in self.ties
            if tie.of == someone
            and tie.relation is kind
            and self.levels[tie.person] == self.levels[someone] + 1
        )

    def _lines(self) -> tuple[Lines, ...]:
        found: dict[tuple[tuple[str, ...], bool], list[str]] = {}
        for someone in self.ids:
            for kind in (Relation.PARENT, Relation.ADOPTIVE):
                parents = self._parents(someone, kind) if someone in self.levels else ()
                if parents:
                    both = tuple(sorted(set(parents), key=self.ids.index))
                    found.setdefault((both, kind is Relation.ADOPTIVE), []).append(someone)
        together = {pair for pair, _ in found}
        for tie in self.ties:
            pair = tuple(sorted((tie.person, tie.of), key=self.ids.index))
            same = self.levels[tie.person] == self.levels[tie.of]
            if tie.relation.is_couple and same and pair not in together:
                found[(pair, False)] = []
        return tuple(
            Lines(parents=pair, children=tuple(self._by_age(children)), is_adoptive=adoptive)
            for (pair, adoptive), children in found.items()
        )

    def _by_age(self, ids: Iterable[str]) -> list[str]:
        """The oldest first, those whose age is not known after them."""

        def order(someone: str) -> tuple[bool, str, int]:
            child = self.children.get(someone)
            day = (child.born or child.expected) if child else None
            return (day is None, str(day), self.ids.index(someone))

        return sorted(ids, key=order)

    # --- Boxes ----------------------------------------------------------------------------------------------

    def _member(self, someone: str, drawn: set[tuple[str, str]]) -> Member:
        child = self.children.get(someone)
        facts = [*(self._of_child(child) if child else ()), *self._of_adult(someone)]
        facts += [
            self._in_a_box(tie)
            for tie in self.ties
            if tie.person == someone
            and not (tie.relation is Relation.PARENT and (tie.person, tie.of) in drawn)
        ]
        facts += [f"home {number}" for number, home in enumerate(self.homes, 1) if someone in home]
        return Member(
            id=someone,
            name=self.name(someone),
            facts=tuple(dict.fromkeys(fact for fact in facts if fact)),
            is_child=child is not None,
        )

    def _of_child(self, child: Child) -> list[str]:
        parents = {
            tie.person
            for tie in self.ties
            if tie.of == child.id and tie.relation in (Relation.PARENT, Relation.ADOPTIVE)
        }
        missing = {0: "parents not recorded", 1: "other parent not recorded"}.get(len(parents), "")
        return [self._age(child), missing]

    def _age(self, child: Child) -> str:
        if child.unborn:
            return f"expected {say_date(child.expected)}" if child.expected else "not born yet"
        age = child.age_on(self.conference.held) if self.conference.held else None
        if age is None:
            return f"born {say_date(child.born)}" if child.born else "age not known"
        return "under 1" if age == 0 else f"aged {age}"

    def _of_adult(self, someone: str) -> list[str]:
        person, relative = self.conference.people.get(someone), self.conference.relatives.get(someone)
        if person:
            children = [child for child in person.responsibility_for if child in self.children]
            open_for = [child for child in person.responsibility_unknown if child in self.children]
            return [
                self.hide(person.role),
                f"responsible for {self.names(children, first=True)}" if children else "",
                f"not known whether responsible for {self.names(open_for, first=True)}" if open_for else "",
            ]
        if relative:
            died = self.hide(relative.died)
            role = self.hide(relative.role) if relative.name else ""
            return [role, f"died {died}" if died else ""]
        return []

    def _in_a_box(self, tie: Tie) -> str:
        """A relation in words, as it stands in the box of the one who is it."""
        other, note = self._first(tie.of), self.hide(tie.note)
        if tie.relation is Relation.OTHER:
            return f"{note} ({other})"
        return f"{tie.relation.to} {other}{f' ({note})' if note else ''}"

    # --- Who lives together ---------------------------------------------------------------------------------

    def _homes(self) -> list[list[str]]:
        """Who lives together, by what is recorded of each child: the same people, or the same address."""
        homes: list[tuple[set[str], str, list[str]]] = []
        for child in self.children.values():
            people = {each for each in self.lives_with[child.id] if each in self.ids}
            address = squeezed(child.lives)
            if not people:
                continue
            same = next((h for h in homes if h[0] == people or (address and h[1] == address)), None)
            if same:
                same[0].update(people)
                same[2].append(child.id)
            else:
                homes.append((people, address, [child.id]))
        return [
            list(dict.fromkeys((*children, *(each for each in self.ids if each in people))))
            for people, _, children in homes
        ]

    # --- The same in sentences ------------------------------------------------------------------------------

    def _sentences(self) -> Iterable[str]:
        for child in self.children.values():
            yield from self._about_child(child)
        yield from self._about_siblings()
        for someone in self.ids:
            yield from self._about_adult(someone)
        for number, home in enumerate(self.homes, 1):
            yield f"Home {number}: {self.names(home)} live together."
        for child in self.children.values():
            if not self.is_paper and not any(child.id in home for home in self.homes):
                yield f"With whom {self.name(child.id)} lives is not recorded."
        apart = [each for each in self.ids if each not in self.levels]
        if apart:
            yield f"Of the family, and not joined to anybody yet: {self.names(apart)}."

    def _about_child(self, child: Child) -> Iterable[str]:
        name = self.name(child.id)
        parents = [t.person for t in self.ties if t.of == child.id and t.relation is Relation.PARENT]
        if not parents:
            told = "parents not recorded"
        elif len(parents) == 1:
            told = f"child of {self.name(parents[0])}; the other parent is not recorded"
        else:
            told = f"child of {self.names(parents)}"
        yield f"{name}, {self._age(child)}: {told}."
        responsible = [
            person.id
            for person in self.conference.people.values()
            if child.id in person.responsibility_for and person.id in self.ids
        ]
        if responsible:
            have = "has" if len(responsible) == 1 else "have"
            yield f"{self.names(responsible)} {have} parental responsibility for {name}."
        else:
            yield f"Nobody is recorded as having parental responsibility for {name}."
        for person in self.conference.people.values():
            if child.id in person.responsibility_unknown and person.id in self.ids:
                who = self.names([person.id])
                yield f"It is not known whether {who} has parental responsibility for {name}."

    def _about_siblings(self) -> Iterable[str]:
        """Children who have both parents, or one of them, in common, as far as both parents are recorded."""
        parents = {
            child: {t.person for t in self.ties if t.of == child and t.relation is Relation.PARENT}
            for child in self.children
        }
        ids = list(self.children)
        for place, one in enumerate(ids):
            for other in ids[place + 1 :]:
                both = [each for each in self.ids if each in parents[one] & parents[other]]
                names = f"{self.name(one)} and {self.name(other)}"
                if len(both) > 1:
                    yield f"{names} have the same parents."
                elif both and len(parents[one]) > 1 and len(parents[other]) > 1:
                    yield f"{names} have one parent in common: {self.name(both[0])}."

    def _about_adult(self, someone: str) -> Iterable[str]:
        facts = self._of_adult(someone)
        told = [facts[0]] if facts and facts[0] else []
        relative = self.conference.relatives.get(someone)
        told += [facts[1]] if relative and facts[1] else []
        if told:
            yield f"{self.name(someone)}: {', '.join(told)}."
        for tie in self.ties:
            told_already = tie.relation is Relation.PARENT and tie.of in self.children and not tie.note
            if tie.person == someone and not told_already:
                note = self.hide(tie.note)
                yield f"{self.name(someone)} {tie.relation.sentence} {self.name(tie.of)}{f' ({note})' if note else ''}."


def _by_strength() -> Iterable[tuple[Relation, ...]]:
    """Parents and couples, which are drawn as lines, before all that is told in words."""
    yield (*(each for each in Relation if each.is_couple), Relation.PARENT, Relation.ADOPTIVE)
    yield tuple(Relation)
