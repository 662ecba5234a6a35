"""The structure tree of a tagged PDF: its elements, and how they are written (tech.md 5.1)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from reportlab.pdfbase import pdfdoc

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Mark(NamedTuple):
    """Marked content on a page: the page's index from 0, and the number on that page."""

    page: int
    number: int


class Link(NamedTuple):
    """A link annotation on a page: the page's index from 0, and the annotation's name."""

    page: int
    name: str


class Element(pdfdoc.PDFObject):
    """A node of the structure tree: a role, and what belongs to it in reading order.

    `attributes` is PDF syntax, for example "/O /Table /Scope /Column"; `alt` holds the words that
    stand for a figure.
    """

    def __init__(self, role: str, parent: Element | None = None) -> None:
        self.role = role
        self.parent = parent
        self.alt = ""
        self.attributes = ""
        self.kids: list[Element | Mark | Link] = []
        self.name = "TagTreeRoot"
        if parent is not None:
            parent.kids.append(self)

    @property
    def empty(self) -> bool:
        """Whether nothing was painted for it or below it; cells stay, to keep tables regular."""
        return self.role not in {"TD", "TH"} and all(
            isinstance(kid, Element) and kid.empty for kid in self.kids
        )

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - reportlab's document is not typed
        """The element as PDF syntax."""
        above = _number(document, self.parent.name if self.parent else "TagTreeRoot")
        kids = " ".join(_kid(document, kid) for kid in self.kids)
        parts = [f"<</Type /StructElem /S /{self.role} /P {above} /K [{kids}]"]
        if self.attributes:
            parts.append(f" /A <<{self.attributes}>>")
        start = "".join(parts).encode("ascii")
        alt = b" /Alt " + pdfdoc.PDFString(self.alt).format(document) if self.alt else b""
        return start + alt + b">>"


def hex_text(text: str) -> str:
    """Any text as a PDF string in plain signs, for attributes."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def write_tree(
    document: Any,  # noqa: ANN401 - reportlab's document is not typed
    root: Element,
    marks: Sequence[Sequence[Element]],
    links: Sequence[Element],
) -> None:
    """Hang the tree under `root` on the document's catalogue.

    Args:
        document: reportlab's PDFDocument, with all its pages.
        root: the element of role Document.
        marks: for each page, the element of each number of marked content.
        links: the element of each link annotation; their parent keys follow the pages'.
    """
    for n, element in enumerate([root, *_below(root)]):
        element.name = f"TagElement{n}"
        document.Reference(element, element.name)
    tree = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFArray([pdfdoc.PDFObjectReference(root.name)]),
            "ParentTree": document.Reference(_ParentTree(marks, links), "TagParentTree"),
            "ParentTreeNextKey": len(marks) + len(links),
        }
    )
    document.Reference(tree, "TagTreeRoot")
    document.Catalog.StructTreeRoot = tree
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _below(element: Element) -> Iterator[Element]:
    """The elements below that have something to show; empty ones leave the tree."""
    element.kids = [k for k in element.kids if not (isinstance(k, Element) and k.empty)]
    for kid in element.kids:
        if isinstance(kid, Element):
            yield kid
            yield from _below(kid)


def _kid(document: Any, kid: Element | Mark | Link) -> str:  # noqa: ANN401 - as above
    if isinstance(kid, Element):
        return _number(document, kid.name)
    page = _number(document, f"Page{kid.page + 1}")
    if isinstance(kid, Mark):
        return f"<</Type /MCR /Pg {page} /MCID {kid.number}>>"
    link = _number(document, document.annotationName(kid.name))
    return f"<</Type /OBJR /Pg {page} /Obj {link}>>"


def _number(document: Any, name: str) -> str:  # noqa: ANN401 - as above
    return "{} {} R".format(*document.idToObjectNumberAndVersion[name])


class _ParentTree(pdfdoc.PDFObject):
    """From the numbers on a page, and from each link, back to the element."""

    def __init__(self, marks: Sequence[Sequence[Element]], links: Sequence[Element]) -> None:
        self._marks, self._links = marks, links

    def format(self, document: Any) -> bytes:  # noqa: ANN401 - as above
        """The number tree as PDF syntax."""
        parts = [
            f"{n} [{' '.join(_number(document, e.name) for e in page)}]"
            for n, page in enumerate(self._marks)
        ]
        parts += [
            f"{n} {_number(document, e.name)}" for n, e in enumerate(self._links, len(self._marks))
        ]
        return f"<</Nums [{' '.join(parts)}]>>".encode("ascii")
