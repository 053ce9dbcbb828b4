"""What a document says, in reading order, apart from how it is laid out: the structure tree of a tagged PDF.

The tree is made first and layout only refers to it. So a screen reader gets headings, lists and tables in
the order in which they were written, on whichever page they came to stand (ISO 32000-1 14.7, ISO 14289-1).
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Scope = Literal["Row", "Column"]


class Marked(NamedTuple):
    """Content on a page that belongs to an element."""

    page: int
    """Counted from 1."""
    number: int
    """The number of the marked content on its page (MCID)."""


class Annotation(NamedTuple):
    """A link that belongs to an element."""

    page: int
    name: str


class Element:
    """One element: a heading, a paragraph, a table cell and so on.

    `tag` is the standard structure type (Document, Sect, H1, P, L, LI, Table, TR, TH, TD, Figure, Link).
    `spoken` is the description read out in place of a picture (Alt), `title` a name for a section, `language`
    a BCP 47 code where it differs from the document's. `scope` says what a TH heads, `numbering` how a list
    is numbered.
    """

    __slots__ = ("box", "drawn", "kids", "language", "numbering", "parent", "scope", "spoken", "tag", "title")

    def __init__(
        self,
        tag: str,
        parent: "Element | None" = None,
        *,
        spoken: str = "",
        title: str = "",
        language: str = "",
        scope: Scope | None = None,
        numbering: str = "",
    ) -> None:
        self.tag = tag
        self.parent = parent
        self.spoken = spoken
        self.title = title
        self.language = language
        self.scope = scope
        self.numbering = numbering
        self.box: tuple[float, float, float, float] | None = None
        self.kids: list[Element | Marked | Annotation] = []
        self.drawn = False

    def add(
        self,
        tag: str,
        *,
        spoken: str = "",
        title: str = "",
        language: str = "",
        scope: Scope | None = None,
        numbering: str = "",
    ) -> "Element":
        """A new element, read after all that this one already holds."""
        child = Element(
            tag, self, spoken=spoken, title=title, language=language, scope=scope, numbering=numbering
        )
        self.kids.append(child)
        return child

    def walk(self) -> Iterator["Element"]:
        """The element and all below it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]

    def prune(self) -> bool:
        """Take out what was never drawn and holds nothing; true if this element itself is so.

        Cells stay: an empty cell holds its row's columns in place.
        """
        self.kids = [kid for kid in self.kids if not (isinstance(kid, Element) and kid.prune())]
        return not self.kids and self.tag not in {"TD", "TH"}
