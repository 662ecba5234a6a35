"""Reads a PDF with another library than the one that wrote it, and by its bytes."""

from collections import Counter

from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

PAINTS = {b"Tj", b"TJ", b"'", b'"', b"f", b"F", b"f*", b"S", b"s", b"B", b"B*", b"b", b"b*", b"Do"}


def marks(reader):
    """Painting operators outside marked content, and the tag of every (page, number)."""
    outside, tags = 0, {}
    for number, page in enumerate(reader.pages):
        depth = 0
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator in {b"BDC", b"BMC"}:
                assert depth == 0, "marked content inside marked content"
                depth += 1
                if operator == b"BDC" and "/MCID" in operands[1]:
                    tags[number, int(operands[1]["/MCID"])] = operands[0]
            elif operator == b"EMC":
                depth -= 1
            elif operator in PAINTS:
                outside += depth == 0
        assert depth == 0
    return outside, tags


def root(reader):
    """The element of role Document."""
    return reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()


def kids(element):
    """The kids of an element, resolved."""
    return [kid.get_object() for kid in element.get("/K", ArrayObject())]


def elements(element):
    """The element and every element below it, in reading order."""
    yield element
    for kid in kids(element):
        if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def of_role(reader, role):
    return [e for e in elements(root(reader)) if e["/S"] == f"/{role}"]


def roles(reader):
    return Counter(str(e["/S"])[1:] for e in elements(root(reader)))


def parent_tree(reader):
    """The parent tree: the elements by key, a list for pages, one for links."""
    nums = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    return {int(nums[n]): nums[n + 1] for n in range(0, len(nums), 2)}


def numbers(reader):
    """The element that claims each (page, number), by the tree from the root."""
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    found = {}
    for element in elements(root(reader)):
        for kid in kids(element):
            if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/MCR":
                found[pages[kid.raw_get("/Pg").idnum], int(kid["/MCID"])] = element
    return found


def links(reader):
    """Every link annotation as (page index, annotation)."""
    return [
        (n, a.get_object()) for n, page in enumerate(reader.pages) for a in page.get("/Annots", [])
    ]


def fonts(reader):
    """Every font used, by name, with whether its file is embedded."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            used = font.get_object()
            found[used["/BaseFont"]] = "/FontFile2" in used.get("/FontDescriptor", {})
    return found


def outline(reader):
    """The outline as nested lists of titles."""

    def titles(items):
        return [titles(i) if isinstance(i, list) else i.title for i in items]

    return titles(reader.outline)


def text(reader):
    return "\n".join(page.extract_text() for page in reader.pages)


def squeezed(words):
    """Letters only, so that line breaks do not matter."""
    return "".join(words.split())
