"""What a field of an event is: said once, on the event's struct, and everything that depends on it follows from there.

Which words may be read by whom, what is looked for in a finished copy, what stands in the place of a name: all of it
goes by these roles. Days, times, numbers of a scale and choices say by their type what they are; a text does not, so a
text without a role is a mistake that shows when the program starts. A role that no rule of reading names is closed to
everybody but the file.
"""

from datetime import date, time
from enum import Enum, StrEnum
from types import NoneType, UnionType
from typing import Annotated, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Struct


class Role(StrEnum):
    """What a field is."""

    WORDS = "words"
    """What a person typed."""
    FILED = "words for the file"
    """What a person typed for the authority alone: evidence, who asked for something."""
    PROFESSIONAL = "words for professionals"
    """What a person typed for agencies and for whom it is about, and for nobody else of the family."""
    NAME = "name"
    """What somebody or something is called: a person, a child, a sitting."""
    PERSON = "person"
    """The id of a person, child or relative; words where somebody is meant who has none."""
    CHILD = "child"
    """The id of a child that the entry is about."""
    AGENCY = "agency"
    """An agency, by its name."""
    PLACE = "place"
    """Where somebody lives or goes to school."""
    VENUE = "venue"
    """Where a meeting is: whoever is to come has to know it."""
    NUMBER = "number"
    """A telephone number, or the number that an authority has for somebody."""
    MOMENT = "moment"
    """A day or a time."""
    CHOICE = "choice"
    """One of a few answers, a yes or no, a number of a scale."""
    ID = "id"
    """The name of something in the record or the procedure, a code or a hash: no words of anybody's."""
    TOLD = "told"
    """A sentence that the program made from the whole when it was recorded: whoever reads the entry is told it."""
    ENTRY = "entry"
    """Another entry, whose fields have roles of their own."""


Words = Annotated[str, Role.WORDS]
Filed = Annotated[str, Role.FILED]
ForProfessionals = Annotated[str, Role.PROFESSIONAL]
Name = Annotated[str, Role.NAME]
Someone = Annotated[str, Role.PERSON]
AChild = Annotated[str, Role.CHILD]
AnAgency = Annotated[str, Role.AGENCY]
Place = Annotated[str, Role.PLACE]
Venue = Annotated[str, Role.VENUE]
Number = Annotated[str, Role.NUMBER]
Id = Annotated[str, Role.ID]
Sentence = Annotated[str, Role.TOLD]

People = tuple[Someone, ...]
Children = tuple[AChild, ...]
Ids = tuple[Id, ...]
Several = tuple[Words, ...]


class Named(Struct, frozen=True):
    """Of what a field is the id, where its role does not say it: of one of these; of nothing that has to be there."""

    of: tuple[str, ...] = ()
    is_new: bool = False
    """Whether the entry makes it known, and others name it."""


def new(what: str) -> Named:
    """The id of something that is made known by this entry."""
    return Named((what,), is_new=True)


MaybeInWords = Annotated[Someone, Named()]
"""Somebody who may have no id, and then stands there in words."""
Question = Annotated[Id, Named(("statement", "child"))]
"""What is scaled: a danger statement, or a child."""


class Part(Struct, frozen=True):
    """A field as it is told beside the sentence of its event, wherever it is: declared on the struct, once and in order.

    What declares nothing stands on no paper but where something names it.
    """

    field: str
    label: str
    """In words: "How we will know"."""
    is_column: bool = False
    """Whether it has a column of its own on paper, which is titled there."""
    wanting: str = ""
    """The advice that says that it is empty, by its kind."""


class Undeclared(TypeError):
    """A field of an event does not say what it is."""


def roles_declared(kind: type) -> dict[str, Role]:
    """What each field of a kind of event is, by the field's name. Raises Undeclared."""
    found: dict[str, Role] = {}
    for field, hint in get_type_hints(kind, include_extras=True).items():
        if get_origin(hint) is ClassVar or hint is ClassVar:
            continue
        role = _role(hint)
        if role is None:
            raise Undeclared(f"{kind.__name__}.{field} does not say what it is: give it a type of `roles`.")
        found[field] = role
    return found


def ids_declared(kind: type) -> dict[str, Named]:
    """Of what each field is the id that says so, by the field's name."""
    hints = get_type_hints(kind, include_extras=True).items()
    return {field: said for field, hint in hints for said in get_args(hint) if isinstance(said, Named)}


def _role(hint: object) -> Role | None:
    origin = get_origin(hint)
    if origin is Annotated:
        declared = next((each for each in get_args(hint) if isinstance(each, Role)), None)
        return declared or _role(get_args(hint)[0])
    if origin in (Union, UnionType, tuple):
        within = [each for each in get_args(hint) if each not in (NoneType, Ellipsis)]
        found = {_role(each) for each in within}
        return found.pop() if len(found) == 1 else None
    if origin is Literal:
        return Role.CHOICE
    if isinstance(hint, type):
        if issubclass(hint, date | time):
            return Role.MOMENT
        if issubclass(hint, Enum | bool | int):
            return Role.CHOICE
        if issubclass(hint, Struct):
            return Role.ENTRY
    return None
