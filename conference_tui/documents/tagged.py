"""Tagged PDF (PDF/UA-1, ISO 14289-1) with the open-source ReportLab, which writes no tags itself.

Each place where ReportLab is taken hold of is one of its own methods, overridden here, and says why.
Everything drawn outside an element is an artifact (page furniture) by construction, so nothing can stay
untagged by accident.
"""

from typing import IO, Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from conference_tui.documents.structure import Annotation, Element, Marked

_ARTIFACT = "/Artifact BMC"
_END = "EMC"
_ROOT = "StructureRoot"
_PDF_VERSION = (1, 7)


class TaggedCanvas(Canvas):
    """A canvas that writes marked content for `root` and its elements, and the tree itself when it is saved.

    `title`, `author` and `subject` go into the file's metadata; the title is what a reader shows and speaks
    first.
    """

    _doc: Any  # these three are ReportLab's own; its stubs leave them out
    _filename: str | IO[bytes]
    _code: list[str]

    def __init__(
        self,
        filename: str | IO[bytes],
        *,
        root: Element,
        title: str,
        author: str,
        subject: str,
        **settings: Any,  # noqa: ANN401 (what BaseDocTemplate passes on: page size, compression …)
    ) -> None:
        self._root = root
        self._open: Element | None = None
        self._link: Element | None = None
        self._owners: list[list[Element] | Element] = []
        settings["pdfVersion"] = _PDF_VERSION
        super().__init__(filename, **settings)
        self._doc.info = _Information()
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject(subject)
        self._begin_page()

    def content(self, element: Element) -> "_Content":
        """All that is drawn inside belongs to the element. Elements nest in the tree, not on the page."""
        return _Content(self, element)

    def _begin(self, element: Element) -> None:
        if self._open is not None:
            raise ValueError(f"{element.tag} drawn inside {self._open.tag}")
        self._close_artifact()
        number = len(self._on_page)
        element.kids.append(Marked(self.getPageNumber(), number))
        self._code.append(f"/{element.tag} <</MCID {number}>> BDC")
        self._on_page.append(element)
        self._open = element

    def _end(self, element: Element) -> None:
        self._code += (_END, _ARTIFACT)
        self._open = None
        element.drawn = True

    @property
    def inside(self) -> bool:
        """Whether an element is being drawn."""
        return self._open is not None

    def link(self, url: str, element: Element, rect: tuple[float, float, float, float]) -> None:
        """A link over the rectangle, tied to its element both ways, as PDF/UA 7.18.5 asks."""
        self._link = element
        try:
            self.linkURL(url, rect, relative=1)
        finally:
            self._link = None

    def _begin_page(self) -> None:
        """Open the page's artifact, and keep a place in the parent tree for what will be marked on it."""
        self._on_page: list[Element] = []
        self._page_key = len(self._owners)
        self._owners.append(self._on_page)
        self._code.append(_ARTIFACT)

    def _close_artifact(self) -> None:
        if self._code[-1] is _ARTIFACT:
            self._code.pop()
        else:
            self._code.append(_END)

    def showPage(self) -> None:  # noqa: N802
        """End the page: its open artifact must be closed in the same stream."""
        self._close_artifact()
        super().showPage()

    def _startPage(self) -> None:  # noqa: N802
        super()._startPage()  # type: ignore[misc]  # not in the stubs, like the next two
        self._begin_page()

    def pageHasData(self) -> bool:  # noqa: N802
        """Whether anything was drawn: the artifact that every page begins with is nothing."""
        return any(code is not _ARTIFACT and code.strip() for code in self._code)

    def _setAnnotations(self, page: Any) -> None:  # noqa: N802, ANN401
        """The one call in which ReportLab lets go of a page before it is written.

        A page writes only the keys that its list names, so this page's list is made longer. Forms pass here
        too.
        """
        super()._setAnnotations(page)  # type: ignore[misc]
        if isinstance(page, pdfdoc.PDFPage):
            written: Any = page
            written.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            written.StructParents = self._page_key
            written.Tabs = pdfdoc.PDFName("S")

    def _addAnnotation(self, annotation: Any, name: str | None = None, addtopage: int = 1) -> None:  # noqa: N802, ANN401
        """Every annotation passes here; a link gets its place in the tree and the words that describe it."""
        if self._link is not None:
            name = name or f"Link{len(self._owners)}"
            annotation["StructParent"] = len(self._owners)
            annotation["F"] = 4  # printed, as PDF/UA asks of every annotation
            annotation["Contents"] = pdfdoc.PDFString(self._link.spoken)
            self._owners.append(self._link)
            self._link.kids.append(Annotation(self.getPageNumber(), name))
        super()._addAnnotation(annotation, name, addtopage)  # type: ignore[misc]

    def save(self) -> None:
        """Write the file, the tree last, when all pages are known."""
        if self.pageHasData():
            self.showPage()
        self._write_tree()
        self._doc.SaveToFile(self._filename, self)

    def _write_tree(self) -> None:
        document = self._doc
        for element in self._root.prune():
            document.Reference(_WrittenElement(element))
            element.number = document.objectcounter
        root = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("StructTreeRoot"),
                "K": f"{self._root.number} 0 R",
                "ParentTree": document.Reference(_ParentTree(self._owners)),
                "ParentTreeNextKey": len(self._owners),
            }
        )
        catalog = document.Catalog
        catalog.StructTreeRoot = document.Reference(root, _ROOT)
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.Metadata = pdfdoc.XMP(creator=_xmp)
        self.setViewerPreference("DisplayDocTitle", "true")


class _Information(pdfdoc.PDFInfo):
    """The file's own description, without a date, for the same record must give the same bytes.

    The day of the conference stands on the page; ReportLab would write 1 January 2000 here.
    """

    creator = "conference-tui"

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The information dictionary."""
        entries = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        entries |= {"Creator": self.creator, "Producer": self.producer}
        written = {key: pdfdoc.PDFString(text) for key, text in entries.items()}
        return pdfdoc.PDFDictionary(written).format(document)


class _Content:
    """What `content` gives. A generator would take longer than the marks themselves, for each cell of each table."""

    __slots__ = ("_canvas", "_element")

    def __init__(self, canvas: TaggedCanvas, element: Element) -> None:
        self._canvas = canvas
        self._element = element

    def __enter__(self) -> None:
        self._canvas._begin(self._element)

    def __exit__(self, *_: object) -> None:
        self._canvas._end(self._element)


class _WrittenElement(pdfdoc.PDFObject):
    """One structure element as bytes.

    Put together by hand, when the file is written and every object has its number: ReportLab's general
    dictionary takes three times as long, and a plan has some five hundred elements.
    """

    def __init__(self, element: Element) -> None:
        self.element = element

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The element's dictionary."""
        element = self.element
        kids, home = [], 0
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(f"{kid.number} 0 R")
            elif isinstance(kid, Marked) and kid.page == (home := home or kid.page):
                kids.append(str(kid.number))
            else:
                kids.append(_elsewhere(kid, document))
        parent = element.parent.number if element.parent else _number(document, _ROOT)
        written = f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R/K[{' '.join(kids)}]"
        if home:
            written += f"/Pg {_number(document, f'Page{home}')} 0 R"
        told = _told(element, document) if element.spoken or element.language or element.title else b""
        return written.encode("ascii") + told + _attributes(element) + b">>"


def _elsewhere(kid: Marked | Annotation, document: pdfdoc.PDFDocument) -> str:
    """Content on another page than the element's first; or a link."""
    page = _number(document, f"Page{kid.page}")
    if isinstance(kid, Marked):
        return f"<</Type/MCR/Pg {page} 0 R/MCID {kid.number}>>"
    return f"<</Type/OBJR/Pg {page} 0 R/Obj {_number(document, document.annotationName(kid.name))} 0 R>>"


def _number(document: pdfdoc.PDFDocument, name: str) -> int:
    return int(document.idToObjectNumberAndVersion[name][0])


def _told(element: Element, document: pdfdoc.PDFDocument) -> bytes:
    """What is said of an element in words."""
    written = b""
    for key, text in ((b"/Alt", element.spoken), (b"/Lang", element.language), (b"/T", element.title)):
        if text:
            written += key + pdfdoc.format(pdfdoc.PDFString(text), document)
    return written


def _attributes(element: Element) -> bytes:
    if element.scope:
        return f"/A<</O/Table/Scope/{element.scope}>>".encode()
    if element.numbering:
        return f"/A<</O/List/ListNumbering/{element.numbering}>>".encode()
    if element.box:
        corners = " ".join(f"{corner:.2f}" for corner in element.box)
        return f"/A<</O/Layout/Placement/Block/BBox[{corners}]>>".encode()
    return b""


class _ParentTree(pdfdoc.PDFObject):
    """From each page's marked content, and from each link, back to its element; put together by hand like these."""

    def __init__(self, owners: list[list[Element] | Element]) -> None:
        self.owners = owners

    def format(self, _: pdfdoc.PDFDocument) -> bytes:
        """The number tree, in one piece."""
        entries = []
        for key, owner in enumerate(self.owners):
            if isinstance(owner, Element):
                entries.append(f"{key} {owner.number} 0 R")
            elif owner:
                entries.append(f"{key}[{' '.join([f'{one.number} 0 R' for one in owner])}]")
        return f"<</Nums[{' '.join(entries)}]>>".encode("ascii")


def _xmp(document: Any) -> bytes:  # noqa: ANN401 (ReportLab's document has no types for its info)
    """The metadata packet: without `pdfuaid:part` and a title no reader takes the file for PDF/UA."""
    info = document.info
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(info.title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(info.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt>
<rdf:li xml:lang="x-default">{escape(info.subject)}</rdf:li>
</rdf:Alt></dc:description>
<pdf:Producer>{escape(info.producer)}</pdf:Producer>
<xmp:CreatorTool>{escape(info.creator)}</xmp:CreatorTool>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
