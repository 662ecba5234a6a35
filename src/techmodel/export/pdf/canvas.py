"""A canvas that tags what it paints, and knows the number of pages before it ends the first."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from techmodel.export.pdf.elements import Element, Link, Mark, write_tree
from techmodel.export.pdf.fonts import REGULAR, load_fonts, plain_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BytesIO

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

rl_config.useA85 = 0  # streams as they are, a fifth smaller


@contextmanager
def marked(canvas: Canvas, element: Element | None, kind: str = "") -> Iterator[None]:
    """Whatever is painted inside belongs to the element, or is an artifact where there is none.

    `kind` is the type of the artifact ("Pagination"), if any. A canvas of another kind is left
    alone, so that the same flowables can be laid out without tags.
    """
    if not isinstance(canvas, TagCanvas):
        yield
        return
    canvas.begin(element, kind)
    yield
    canvas.end()


class TagCanvas(Canvas):
    """A reportlab canvas for one tagged A4 document.

    Pages are kept open until `save`, which then calls `furnish(page, total)` for each (page from
    1), and whatever `later` collected for it: that is how page numbers of later pages are known.
    """

    # reportlab's own names, which its type stubs leave out
    _annotationrefs: list[Any]
    _code: list[str]
    _doc: Any
    _startPage: Callable[[], None]  # noqa: N815 - reportlab's name

    def __init__(self, file: BytesIO, size: tuple[float, float]) -> None:
        load_fonts()
        super().__init__(
            file,
            pagesize=size,
            invariant=1,
            pdfVersion=(1, 7),
            initialFontName=REGULAR,  # type: ignore[arg-type] # the stub says float
            lang="en-GB",
        )
        self.root = Element("Document")
        self.furnish: Callable[[int, int], None] | None = None
        self._pages: list[dict[str, Any]] = []
        self._marks: list[list[Element]] = [[]]
        self._links: list[Element] = []
        self._later: list[list[tuple[int, Callable[[], object]]]] = [[]]
        self._places: dict[str, tuple[int, float, float]] = {}
        self._open = False
        self._file = file

    def begin(self, element: Element | None, kind: str = "") -> None:
        """Open marked content; it cannot be nested."""
        if self._open:
            raise RuntimeError("marked content inside marked content")
        self._open = True
        if element is None:
            self._code.append(f"/Artifact <</Type /{kind}>> BDC" if kind else "/Artifact BMC")
            return
        page = self.getPageNumber() - 1
        number = len(self._marks[page])
        self._marks[page].append(element)
        element.kids.append(Mark(page, number))
        self._code.append(f"/{element.role} <</MCID {number}>> BDC")

    def end(self) -> None:
        """Close the marked content."""
        self._open = False
        self._code.append("EMC")

    def later(self, paint: Callable[[], object]) -> None:
        """Call `paint` when all pages are known; it paints here, in the present coordinates."""
        self._later[self.getPageNumber() - 1].append((len(self._code), paint))
        self._code.append("")

    def place(self, key: str, x: float, y: float) -> None:
        """Name this point of the page, in the current coordinates, as a place to go to."""
        left, top = self.absolutePosition(x, y)
        self._places[key] = (self.getPageNumber(), left, top)

    def page_of(self, key: str) -> int | None:
        """The page of a named place, from 1, once it was laid out."""
        return self._places[key][0] if key in self._places else None

    def link(self, element: Element, key: str, words: str, box: Box) -> None:
        """A link from the box to a named place, part of the element and announced as `words`."""
        name = f"Link{len(self._links)}"
        left, bottom = self.absolutePosition(box[0], box[1])
        right, top = self.absolutePosition(box[2], box[3])
        annotation = _TaggedLink(
            Rect=(left, bottom, right, top),
            Contents=plain_text(words),
            Destination=_Target(self._places, key),
            Border="[0 0 0]",
            F=4,
            StructParent=_LinkKey(len(self._links)),
        )
        self._doc.addAnnotation(name, annotation)
        self._annotationrefs.append(self._doc.refAnnotation(name))
        element.kids.append(Link(self.getPageNumber() - 1, name))
        self._links.append(element)

    def outline(self, words: str, key: str, level: int) -> None:
        """An entry of the outline (level from 0) for a named place."""
        _, left, top = self._places[key]
        self.later(lambda: self.bookmarkPage(key, fit="XYZ", left=left, top=top, zoom=0))
        self.addOutlineEntry(plain_text(words), key, level, closed=level > 0)

    def describe(self, title: str, author: str, subject: str, made: str) -> None:
        """Set the properties of the document; `made` is a PDF date."""
        title, author = plain_text(title), plain_text(author)
        self.setTitle(title)
        self.setAuthor(author)
        self.setSubject(subject)
        self.setCreator("techmodel")
        self._doc.setDateFormatter(lambda *_: made)
        catalogue = self._doc.Catalog
        catalogue.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        catalogue.Metadata = pdfdoc.XMP(creator=lambda _: _metadata(title, author))
        self.showOutline()

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        """Put the page aside and start the next."""
        self._pages.append(self.__dict__.copy())
        self._marks.append([])
        self._later.append([])
        self._startPage()

    def save(self) -> None:
        """End every page, write the structure tree and the file."""
        if self._code:
            self.showPage()
        for number, state in enumerate(self._pages, 1):
            self.__dict__.update(state)
            self._finish(number, len(self._pages))
        write_tree(self._doc, self.root, self._marks[: len(self._pages)], self._links)
        self._doc.SaveToFile(self._file, self)

    def _finish(self, number: int, total: int) -> None:
        for place, paint in self._later[number - 1]:
            end = len(self._code)
            self.saveState()
            paint()
            self.restoreState()
            self._code[place] = "\n".join(self._code[end:])
            del self._code[end:]
        if self.furnish:
            self.furnish(number, total)
        super().showPage()
        page = self._doc.Pages.pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents = number - 1
        page.Tabs = pdfdoc.PDFName("S")


class _TaggedLink(pdfdoc.LinkAnnotation):
    """A link annotation that may say where it stands in the structure tree."""

    permitted = (*pdfdoc.LinkAnnotation.permitted, "StructParent")


class _Target(pdfdoc.PDFObject):
    """Where a link goes: a named place, known at the end."""

    def __init__(self, places: dict[str, tuple[int, float, float]], key: str) -> None:
        self._places, self._key = places, key

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - reportlab's document is not typed
        """The destination as PDF syntax."""
        page, left, top = self._places[self._key]
        number, version = document.idToObjectNumberAndVersion[f"Page{page}"]
        return f"[{number} {version} R /XYZ {left:.2f} {top:.2f} 0]".encode("ascii")


class _LinkKey(pdfdoc.PDFObject):
    """The key of a link in the parent tree: it follows those of the pages, known at the end."""

    def __init__(self, number: int) -> None:
        self._number = number

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - reportlab's document is not typed
        """The key as PDF syntax."""
        return b"%d" % (len(document.Pages.pages) + self._number)


def _metadata(title: str, author: str) -> bytes:
    """The XMP packet: title, author and language."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()
