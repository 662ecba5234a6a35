"""Only an .xlsx file goes on; everything else is named for what it is."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.importing.books import SHEET, TYPE, made, packed, parts, read, types

from techmodel.core.errors import BadInput
from techmodel.importing.limits import MAX_FILE
from techmodel.importing.preflight import check_workbook, read_file

EXCEL = "application/vnd.ms-excel"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
LEFT_OUT = (
    "Macros, links to other workbooks, embedded objects and controls, connections to other data, "
    "pivot tables, comments on cells and pictures and charts were left out."
)


def refusal(raw: bytes) -> str:
    with pytest.raises(BadInput) as caught:
        check_workbook(raw, "a.xlsx")
    assert str(caught.value).endswith("Nothing was changed.")
    return str(caught.value)


def open_document(kind: str) -> bytes:
    return packed({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode()})


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"SQLite format 3\x00" + bytes(100), "a database or an assessment"),
        (b"MZ\x90", "a program"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"capability,organisation,answer\n", "a text file, such as CSV"),
        ("\ufeffa;b".encode("utf-16"), "a text file, such as CSV"),
        (b"<!DOCTYPE html><html>", "a web page"),
        (b"<?xml version='1.0'?><a/>", "an XML file"),
        (
            b"<?xml version='1.0'?><W xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
            "an XML spreadsheet of 2003",
        ),
        (b"\x01\x02\x03", "another kind of file"),
        (OLE + "Workbook".encode("utf-16-le") + bytes(9), "an old Excel workbook (.xls)"),
        (OLE, "a document in an old Office format"),
        (made(types=types(f"{EXCEL}.sheet.macroEnabled.main+xml")), "a workbook with macros"),
        (
            made(types=types(f"{EXCEL}.sheet.binary.macroEnabled.main")),
            "a binary workbook (.xlsb)",
        ),
        (made(types=types(f"{TYPE}.template.main+xml")), "a workbook template (.xltx)"),
        (
            made(types=types(f"{TYPE[:-14]}.wordprocessingml.document.main+xml")),
            "a Word document (.docx)",
        ),
        (open_document("spreadsheet"), "an OpenDocument spreadsheet (.ods)"),
        (open_document("text"), "an OpenDocument file"),
        (packed({"a.txt": b"x"}), "a zip file"),
    ],
)
def test_a_file_of_another_kind_is_named(raw, kind):
    assert refusal(raw).startswith(f"'a.xlsx' is {kind}")


def test_a_text_file_is_to_be_saved_from_excel():
    assert "Open it in Excel and save it as “Excel Workbook (.xlsx)”." in refusal(b"a,b\n1,2\n")


def test_a_picture_is_not_to_be_saved_from_excel():
    assert "Choose an .xlsx file." in refusal(b"\x89PNG\r\n")


def test_a_password_is_named():
    assert "is protected with a password" in refusal(OLE + "EncryptedPackage".encode("utf-16-le"))


def test_an_empty_file_is_named():
    assert refusal(b"").startswith("'a.xlsx' is empty.")


def test_what_is_never_looked_into_is_listed_and_dropped():
    more = {
        "xl/vbaProject.bin": b"x",
        "xl/externalLinks/externalLink1.xml": b"<a/>",
        "xl/embeddings/Document.docx": b"PK\x03\x04",
        "xl/connections.xml": b"<a/>",
        "xl/pivotCache/pivotCacheDefinition1.xml": b"<a/>",
        "xl/comments1.xml": b"<a/>",
        "xl/media/image1.svg": b"<!DOCTYPE svg>",
    }
    package = check_workbook(packed(parts() | more), "a.xlsx")

    assert package.left_out == (LEFT_OUT,)
    assert not {name.lower() for name in more} & set(package.parts)


def test_a_plain_workbook_has_nothing_left_out():
    package = check_workbook(made(), "a.xlsx")

    assert (package.workbook, package.left_out) == ("xl/workbook.xml", ())


def test_parts_that_are_not_packed_are_read():
    raw = packed(parts(), zipfile.ZIP_STORED)

    assert read(raw).sheets[0].rows == (("first", 1),)


def test_folders_within_and_a_remark_at_the_end_do_no_harm():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.mkdir("xl")
        archive.comment = b"a remark"
        for name, part in parts().items():
            archive.writestr(name, part)

    assert read(out.getvalue()).sheets[0].rows == (("first", 1),)


def test_names_of_parts_are_found_in_any_case():
    few = {name.upper() if name == SHEET else name: part for name, part in parts().items()}

    assert read(packed(few)).sheets[0].rows == (("first", 1),)


@pytest.mark.parametrize("book", ["xl/other.xml", "/"])
def test_the_workbook_must_be_where_it_is_said(book):
    assert "does not say which part is the workbook" in refusal(made(types=types(book=book)))


def test_a_file_is_read_as_it_is(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(made())

    assert read_file(tmp_path / "a.xlsx") == made()


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    with (tmp_path / "a.xlsx").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    with pytest.raises(BadInput, match=r"'a.xlsx' is larger than 20 MB, the limit"):
        read_file(tmp_path / "a.xlsx")


def test_no_file_and_a_folder_are_said(tmp_path):
    with pytest.raises(BadInput, match=r"'a.xlsx' is not there. Choose an .xlsx file."):
        read_file(tmp_path / "a.xlsx")
    (tmp_path / "a.xlsx").mkdir()
    with pytest.raises(BadInput, match=r"'a.xlsx' is a folder"):
        read_file(tmp_path / "a.xlsx")


def test_a_file_that_cannot_be_read_is_said(tmp_path, monkeypatch):
    (tmp_path / "a.xlsx").write_bytes(b"x")

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(tmp_path), "open", refuse)
    with pytest.raises(BadInput, match=r"'a.xlsx' cannot be read \(Permission denied\)"):
        read_file(tmp_path / "a.xlsx")
