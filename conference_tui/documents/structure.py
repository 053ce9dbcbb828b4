"""What a document says, in reading order, apart from how it is laid out: the structure tree of a tagged PDF.

The tree is made first and layout only refers to it. So a screen reader gets headings, lists and tables in
the order in which they were written, on whichever page they came to stand (ISO 32000-1 14.7, ISO 14289-1).
"""

from typing import Literal

from msgspec import Struct

Scope = Literal["Row", "Column"]


class Marked(Struct, frozen=True, gc=False):
    """Content on a page that belongs to an element."""

    page: int
    """Counted from 1."""
    number: int
    """The number of the marked content on its page (MCID)."""


class Annotation(Struct, frozen=True, gc=False):
    """A link that belongs to an element."""

    page: int
    name: str


class Element:
    """One element: a heading, a paragraph, a table cell and so on.

    `tag` is the standard structure type (Document, Sect, H1, P, L, LI, Table, TR, TH, TD, Figure, Link).
    `spoken` is the description read out in place of a picture (Alt), `title` a name for a section, `language`
    a BCP 47 code where it differs from the document's. `scope` says what a TH heads, `numbering` how a list
    is numbered. `number` is that of its object in the file, once it has one.
    """

    __slots__ = (
        "box",
        "drawn",
        "kids",
        "language",
        "number",
        "numbering",
        "parent",
        "scope",
        "spoken",
        "tag",
        "title",
    )

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
        self.number = 0

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

    def prune(self) -> list["Element"]:
        """Take out what was never drawn and holds nothing; what is left, this element first, in reading order.

        Cells stay: an empty cell holds its row's columns in place.
        """
        left = [self]
        kids: list[Element | Marked | Annotation] = []
        for kid in self.kids:
            if isinstance(kid, Element):
                below = kid.prune()
                if not below:
                    continue
                left += below
            kids.append(kid)
        self.kids = kids
        return left if kids or self.tag in {"TD", "TH"} else []
