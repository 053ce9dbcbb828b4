"""The people of a conference: its children, and everyone who was invited or came."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from conference_tui.conference.compared import folded


class Standing(StrEnum):
    """In what standing a person takes part. It decides who gives a view, who leaves the closed slot."""

    PARENT = "parent"
    """A parent, carer or anyone else of the household who looks after a child (HF-4, BA-6)."""
    NETWORK = "network"
    """Wider family and friends (BA-7)."""
    PROFESSIONAL = "professional"
    ADVOCATE = "advocate"
    SUPPORTER = "supporter"
    """A friend, solicitor or advocate of a parent: neither views nor scores (HV-2)."""
    INTERPRETER = "interpreter"
    OBSERVER = "observer"


STANDINGS = {
    Standing.PARENT: "parent or carer",
    Standing.NETWORK: "family network",
    Standing.PROFESSIONAL: "professional",
    Standing.ADVOCATE: "advocate",
    Standing.SUPPORTER: "supporter",
    Standing.INTERPRETER: "interpreter",
    Standing.OBSERVER: "observer",
}
"""How people take part, in words."""


class Discipline(StrEnum):
    """What kind of agency a professional speaks for; quorum is counted by it."""

    SOCIAL_CARE = "social_care"
    POLICE = "police"
    HEALTH = "health"
    EDUCATION = "education"
    OTHER = "other"

    @property
    def label(self) -> str:
        """In the field's words."""
        return "children's social care" if self is Discipline.SOCIAL_CARE else self.value


class Whom(StrEnum):
    """Which of the children somebody knows, where they are not named one by one."""

    NOT_SAID = ""
    """Nobody said, unless children are named."""
    ALL = "all"
    NONE = "none"


FAMILY = (Standing.PARENT, Standing.NETWORK)

NAMED_UNBORN = ("baby ", "unborn ")
"""How the name of an unborn child begins, followed by the mother's surname (HF-1)."""


class Relation(StrEnum):
    """What one member of a family is of another (KC-4)."""

    PARENT = "parent"
    ADOPTIVE = "adoptive parent"
    STEP = "step-parent"
    FOSTER = "foster carer"
    GRANDPARENT = "grandparent"
    SIBLING = "brother or sister"
    AUNT = "aunt or uncle"
    COUSIN = "cousin"
    PARTNER = "partner"
    MARRIED = "married"
    SEPARATED = "former partner"
    OTHER = "other"
    """In the words of the note."""

    @property
    def to(self) -> str:
        """As it stands before the other's name: "parent of", "married to"."""
        return {Relation.MARRIED: "married to", Relation.OTHER: "belongs to"}.get(self, f"{self.value} of")

    @property
    def sentence(self) -> str:
        """As it stands between two names: "is a parent of"."""
        if self is Relation.OTHER:
            return self.to
        if self is Relation.MARRIED:
            return f"is {self.to}"
        article = "the" if self is Relation.PARTNER else "an" if self.value[0] in "aeiou" else "a"
        return f"is {article} {self.to}"

    @property
    def is_couple(self) -> bool:
        """Whether it joins two of one generation as a couple, now or once."""
        return self in (Relation.PARTNER, Relation.MARRIED, Relation.SEPARATED)


class Relative(Struct, frozen=True, kw_only=True):
    """Somebody of the family tree who is neither invited nor a child of the conference."""

    id: str
    name: str = ""
    """Empty where nobody knows it."""
    role: str = ""
    """In words: "Lola's father", "grandfather"."""
    died: str = ""
    """When, in words; empty while living, and where nobody said."""

    @property
    def label(self) -> str:
        """The name, or what is known in place of it."""
        return self.name or (f"{self.role} (name not known)" if self.role else "name not known")


class Person(Struct, frozen=True, kw_only=True):
    """Somebody invited to the conference, present or not; under the id of a child where it is that child."""

    id: str
    name: str
    """Empty where only the agency is known; `label` says something then."""
    standing: Standing
    role: str = ""
    """In words: "mother", "school nurse"."""
    agency: str = ""
    discipline: Discipline | None = None
    parent_of: tuple[str, ...] = ()
    responsibility_for: tuple[str, ...] = ()
    """Children for whom this person has parental responsibility (BA-6)."""
    responsibility_unknown: tuple[str, ...] = ()
    """Children for whom it is not known whether this person has it."""
    knows: tuple[str, ...] = ()
    """The children that this person is said to know one by one; what their agency knows is `attendance.Agency.knows`."""
    knows_whom: Whom = Whom.NOT_SAID
    """All of the children or none of them, where none is named."""
    supports: str = ""
    """The person or child whom a supporter, advocate or interpreter came with (HV-2)."""
    born: date | None = None
    address: str = ""
    phone: str = ""
    withheld_from: tuple[str, ...] = ()
    """People who must not learn this person's address and telephone number."""
    screen_name: str = ""
    """The name shown by a video call, where it is another one."""
    language: str = ""
    """Of an interpreter the language that is interpreted, of others the one they speak best (HF-16)."""

    @property
    def label(self) -> str:
        """The name, or what is known in place of it."""
        return self.name or (f"{self.agency} (name not known)" if self.agency else "name not known")

    @property
    def is_family(self) -> bool:
        """Parents, carers and the network: they are asked for the family's word (HV-8)."""
        return self.standing in FAMILY

    @property
    def own_children(self) -> frozenset[str]:
        """Children of whom this is a parent, or for whom this person has parental responsibility."""
        return frozenset((*self.parent_of, *self.responsibility_for))

    @property
    def is_professional(self) -> bool:
        """Attends for an agency: stays in the closed slot and may speak for the agency's view."""
        return self.standing is Standing.PROFESSIONAL


def short_name(name: str) -> str:
    """The first name; of a child called after the mother the whole: "Baby" alone tells nobody who is meant (HF-1)."""
    return name if folded(name).startswith(NAMED_UNBORN) else next(iter(name.split()), "")


class Child(Struct, frozen=True, kw_only=True):
    """A child whom the conference is about."""

    id: str
    name: str
    born: date | None = None
    """None where not known, and for an unborn child."""
    expected: date | None = None
    """Expected date of birth of an unborn child (HF-1)."""
    sex: str = ""
    ethnicity: str = ""
    authority_id: str = ""
    """The authority's own number for the child."""
    lives: str = ""
    lives_with: tuple[str, ...] = ()
    school: str = ""
    previous_plans: int | None = None
    """Earlier child protection plans; None is not known."""

    @property
    def label(self) -> str:
        """The name, or what is known in place of it."""
        return self.name or ("Unborn baby" if self.unborn else "name not known")

    @property
    def short(self) -> str:
        """The first name; the whole of it where that is none: "Baby Orrell", "name not known"."""
        return short_name(self.name) or self.label

    @property
    def unborn(self) -> bool:
        """Expected, and not entered as born yet."""
        return self.born is None and self.expected is not None

    def age_on(self, day: date) -> int | None:
        """Whole years on `day`; None where the date of birth is not known or lies after it."""
        if self.born is None or self.born > day:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))
