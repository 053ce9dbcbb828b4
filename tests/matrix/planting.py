"""Words that stand nowhere else, one in each field of an event that a person types, and where each was put."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from conference_tui.conference import events as e
from conference_tui.conference.events.roles import Role
from tests.matrix.expected import FIELDS

TYPED = frozenset(Role) - {
    Role.PERSON,
    Role.CHILD,
    Role.MOMENT,
    Role.CHOICE,
    Role.ID,
    Role.TOLD,
    Role.ENTRY,
}
"""What a field is that a person types into: everything but what is chosen, reckoned, or a field of another entry."""
PLANTED = re.compile("zq[b-z][aeiou][b-z][aeiou]|07700910[0-9]{3}")
"""What a planted word or number looks like once nothing stands between its signs."""
BETWEEN = re.compile(r"[\s\u00ad\u200b\u2010\u2011-]+")
"""What a page puts between the signs of a word; not every mark, since those of braille are letters: `zqb"o` is no zqbo."""
_SAID: Mapping[Role, str] = {
    Role.WORDS: "{} is told of",
    Role.FILED: "{} is on the file",
    Role.PROFESSIONAL: "{} is for professionals",
    Role.NAME: "Wren {}",
    Role.PLACE: "9 {} Row",
    Role.VENUE: "Hall {}",
    Role.NUMBER: "{}",
    Role.AGENCY: "{} Service",
}
_CONSONANTS, _VOWELS = "bdfgklmnprstvxyz", "aeiou"


class Planted(Struct, frozen=True, kw_only=True):
    """One word and where it was put."""

    word: str
    kind: str
    field: str
    row: str
    """The row of the tables that says who reads it."""
    about: tuple[str, ...] | None
    """The children whom the entry is about; None is not known."""

    @property
    def place(self) -> str:
        """As in `FIELDS`."""
        return f"{self.kind}.{self.field}"


def typed_fields(kind: type[e.Event]) -> list[str]:
    """The fields of a kind of event that a person types into."""
    return [field for field, role in kind.roles.items() if role in TYPED]


class Planting:
    """Makes events with a word of its own in each typed field, and remembers the words."""

    def __init__(self) -> None:
        self.words: list[Planted] = []

    def __call__(
        self,
        of: type[e.Event],
        /,
        *,
        about: tuple[str, ...] | None,
        row: str | Mapping[str, str] = "",
        **given: Any,  # noqa: ANN401 - fields of many kinds
    ) -> Any:  # noqa: ANN401 - an event of the kind that was asked for
        """An event with every typed field planted but those `given`; who reads it says `row`, of all or by field, or else `FIELDS`."""
        planted = {}
        for field in typed_fields(of):
            if field not in given:
                word = self._next(of.roles[field])
                where = f"{of.__name__}.{field}"
                found = Planted(
                    word=word,
                    kind=of.__name__,
                    field=field,
                    row=_row(row, where, field),
                    about=about,
                )
                self.words.append(found)
                told = _SAID[of.roles[field]].format(word.title())
                planted[field] = (told,) if where == "EarlierStatementGiven.goals" else told
        return of(**planted, **given)

    def _next(self, role: Role) -> str:
        number = len(self.words)
        if role is Role.NUMBER:
            return f"07700910{number:03}"
        rest, third = divmod(number, len(_VOWELS))
        rest, second = divmod(rest, len(_CONSONANTS))
        first, zeroth = divmod(rest, len(_VOWELS))
        return f"zq{_CONSONANTS[first]}{_VOWELS[zeroth]}{_CONSONANTS[second]}{_VOWELS[third]}"


def planted_in(text: str) -> frozenset[str]:
    """Every planted word in a text, however it is spaced, broken or capitalised."""
    return frozenset(PLANTED.findall(BETWEEN.sub("", text.casefold())))


def _row(given: str | Mapping[str, str], where: str, field: str) -> str:
    usual = FIELDS[where].row if where in FIELDS else ""
    return (given if isinstance(given, str) else given.get(field, "")) or usual
