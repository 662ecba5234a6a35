"""Sheets, rows and values come as they stand; nothing is left out in silence."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from tests.importing.books import (
    LINKS,
    book,
    links,
    made,
    only_sheet,
    packed,
    parts,
    read,
    sheet,
    strings,
)

from techmodel.core.errors import BadInput
from techmodel.importing import workbook_reading
from techmodel.importing.limits import MAX_COLUMNS, MAX_ROWS, MAX_TEXT


def cell(inside: str, attributes: str = "") -> str:
    return f'<row r="1"><c r="A1" {attributes}>{inside}</c></row>'


def value_of(inside: str, attributes: str = "", **changed):
    found, left_out = only_sheet(cell(inside, attributes), **changed)
    return found.at(1, 1), left_out


@pytest.mark.parametrize(
    ("inside", "attributes", "value"),
    [
        ("<v>1</v>", "", 1),
        ("<v>-2.5</v>", "", -2.5),
        ("<v>1E3</v>", 't="n"', 1000.0),
        ("<v>12345678901234567890</v>", "", 12345678901234567890.0),
        ("<v>1</v>", 't="b"', True),
        ("<v>0</v>", 't="b"', False),
        ("<v>0</v>", 't="s"', "first"),
        ("<v>as text</v>", 't="str"', "as text"),
        ("<is><t>in the</t></is>", 't="inlineStr"', "in the"),
        ("<is><r><t>in </t></r><r><t>two</t></r></is>", 't="inlineStr"', "in two"),
        ("<is><t>word</t><rPh><t>read</t></rPh></is>", 't="inlineStr"', "word"),
        ("<v>46350</v>", 's="1"', date(2026, 11, 24)),
        ("<v>46350.5</v>", 's="3"', datetime.fromisoformat("2026-11-24T12:00")),
        ("<v>0.75</v>", 's="4"', "18:00:00"),
        ("<v>1.5</v>", 's="2"', "36:00:00"),
        ("<v>-0.5</v>", 's="2"', "-12:00:00"),
        ("<v>2026-11-24T00:00:00</v>", 't="d"', date(2026, 11, 24)),
        ("<v>2026-11-24T09:30:00Z</v>", 't="d"', datetime.fromisoformat("2026-11-24T09:30")),
        ("<v></v>", "", None),
        ("", "", None),
        ("<v></v>", 't="str"', None),
        ("<v> 7 </v>", "", 7),
    ],
)
def test_a_value_is_what_excel_shows(inside, attributes, value):
    found, left_out = value_of(inside, attributes)

    assert found == value
    assert type(found) is type(value)
    assert left_out == ()


@pytest.mark.parametrize(
    ("inside", "attributes", "why"),
    [
        ("<v>#REF!</v>", 't="e"', "Excel shows an error there"),
        ("<v>many</v>", "", "neither number nor text"),
        ("<v>NaN</v>", "", "neither number nor text"),
        ("<v>1E999</v>", "", "neither number nor text"),
        ("<v>" + "1" * 5000 + "</v>", "", "neither number nor text"),
        ("<v>1_000</v>", "", "neither number nor text"),
        ("<v>yes</v>", 't="b"', "neither number nor text"),
        ("<v>x</v>", 't="odd"', "neither number nor text"),
        ("<v>first</v>", 't="s"', "neither number nor text"),
        ("<v>1E300</v>", 's="1"', "no date of the years 1900 to 9999"),
        ("<v>1E300</v>", 's="2"', "no date of the years 1900 to 9999"),
        ("<v>-1</v>", 's="1"', "no date of the years 1900 to 9999"),
        ("<v>2958466</v>", 's="1"', "no date of the years 1900 to 9999"),
        ("<v>soon</v>", 't="d"', "no date of the years 1900 to 9999"),
    ],
)
def test_what_is_no_value_is_left_empty_and_said(inside, attributes, why):
    found, left_out = value_of(inside, attributes)

    assert found is None
    assert left_out == (f"1 cell of 'Answers' was left empty because {_it_is(why)}: A1.",)


def _it_is(why: str) -> str:
    return why if why.startswith("Excel") else f"it is {why}"


def test_the_last_day_is_a_date():
    assert value_of("<v>2958465</v>", 's="1"')[0] == date(9999, 12, 31)


def test_a_workbook_of_an_old_mac_counts_from_1904():
    more = '<workbookPr date1904="1"/>'

    assert value_of("<v>44888</v>", 's="1"', book=book(more=more))[0] == date(2026, 11, 24)


def test_a_text_that_is_too_long_is_cut_and_said():
    found, left_out = value_of(f"<is><t>{'x' * 40_000}</t></is>", 't="inlineStr"')

    assert found == "x" * MAX_TEXT
    assert left_out == ("1 cell of 'Answers' was cut after 32,767 characters: A1.",)


def test_characters_that_no_file_can_hold_are_taken_out_and_said():
    found, left_out = value_of("<v>a_x0000_b_xD800_c_x000D_&#10;d_x005F_x0041_</v>", 't="str"')

    assert found == "abc\nd_x0041_"
    assert left_out == (
        "1 cell of 'Answers' was kept without characters that cannot be stored: A1.",
    )


def test_formulas_are_named_and_their_values_taken():
    rows = (
        '<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>'
        '<row r="4"><c r="B4" t="str"><f>""</f><v></v></c><c r="C4"><f>A9</f></c></row>'
    )
    found, left_out = only_sheet(rows)

    assert found.rows == ((), (None, 2))
    assert found.formulas == {(2, 2), (4, 2), (4, 3)}
    assert left_out[0] == (
        "We imported values only; 3 cells on 'Answers' held formulas: B2, B4, C4."
    )
    assert "a formula there has no stored value" in left_out[1]
    assert left_out[1].endswith(": C4.")


def test_many_formulas_are_counted():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><f>1</f><v>1</v></c></row>' for n in range(1, 1015))

    assert only_sheet(rows)[1][0].endswith("A10 and 1,004 more.")


def test_places_that_are_not_given_follow_one_another():
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>3</v></c></row>"

    assert only_sheet(rows)[0].rows == ((1, 2), (None, 3))


def test_rows_end_with_their_last_value_and_sheets_with_their_last_row():
    rows = (
        '<row r="2"><c r="C2"><v>1</v></c><c r="D2" s="1"/></row>'
        '<row r="3"><c r="A3" s="1"/></row>'
    )

    assert only_sheet(rows)[0].rows == ((), (None, None, 1))


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ('<row r="2"/><row r="1"/>', "row '1' after row 2"),
        ('<row r="1"/><row r="1"/>', "row '1' after row 1"),
        ('<row r="0"/>', "row '0' after row 0"),
        ('<row r="many"/>', "row 'many' after row 0"),
        ('<row r="1048577"/>', "row '1048577' after row 0"),
        ('<row r="1"><c r="ZZZZZZ1"/></row>', "a cell 'ZZZZZZ1' in row 1"),
        ('<row r="1"><c r="A7"/></row>', "a cell 'A7' in row 1"),
        ('<row r="1"><c r="XFE1"/></row>', "a cell 'XFE1' that does not follow"),
        ('<row r="1"><c r="B1"/><c r="A1"/></row>', "a cell 'A1' that does not follow"),
        ('<row r="1"><c r="B1"/><c r="B1"/></row>', "a cell 'B1' that does not follow"),
        ('<c r="A1"/>', "a cell outside of a row"),
        ('<row r="1"><c r="A1"><c r="B1"/></c></row>', "a cell outside of a row"),
        ('<row r="1"><row r="2"/></row>', "row '2' after row 1"),
        (cell("<v>99</v>", 't="s"'), "A1, whose text is missing"),
    ],
)
def test_a_sheet_that_contradicts_itself_is_damaged(rows, what):
    with pytest.raises(BadInput) as caught:
        only_sheet(rows)

    assert f"'a.xlsx' is damaged: the sheet 'Answers' holds {what}" in str(caught.value)
    assert str(caught.value).endswith("Nothing was changed.")


def test_the_declared_dimension_is_not_believed():
    rows = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 51))
    for declared in ("A1:B1", "A1:XFD1048576", "nonsense"):
        found = read(made(sheet=sheet(rows, before=f'<dimension ref="{declared}"/>')))

        assert len(found.sheets[0].rows) == 50


def test_rows_beyond_the_limit_are_left_out_and_said():
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in (1, MAX_ROWS, MAX_ROWS + 1)
    )
    found, left_out = only_sheet(rows)

    assert len(found.rows) == MAX_ROWS
    assert left_out == ("Row 20,001 onwards of 'Answers' was not read (limit 20,000 rows).",)


def test_rows_without_values_are_no_loss():
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="{MAX_ROWS + 5}"><c s="1"/></row>'

    assert only_sheet(rows) == (only_sheet(cell("<v>1</v>"))[0], ())


def test_columns_beyond_the_limit_are_left_out_and_said():
    cells = "<c><v>1</v></c>" * (MAX_COLUMNS + 1)
    found, left_out = only_sheet(f"<row>{cells}</row><row>{cells}</row>")

    assert [len(row) for row in found.rows] == [MAX_COLUMNS, MAX_COLUMNS]
    assert left_out == ("Column GS onwards of 'Answers' was not read (limit 200 columns).",)


def test_cells_beyond_the_limit_are_left_out_and_said_on_every_sheet(monkeypatch):
    monkeypatch.setattr(workbook_reading, "MAX_CELLS", 3)
    two = "<row><c><v>1</v></c><c><v>2</v></c></row>" * 2
    made_parts = parts(book=book(("A", "B")), links=links(2), sheet=sheet(two))
    made_parts["xl/worksheets/sheet2.xml"] = sheet(two).encode()
    found = read(packed(made_parts))

    assert [s.rows for s in found.sheets] == [((1, 2),), ()]
    assert [s[: s.index("(")] for s in found.left_out] == [
        "Row 2 onwards of 'A' was not read ",
        "Row 1 onwards of 'B' was not read ",
    ]


def test_sheets_beyond_the_limit_are_left_out_and_said():
    names = tuple(f"S{n}" for n in range(1, 33))
    made_parts = parts(book=book(names), links=links(32))
    for n in range(2, 33):
        made_parts[f"xl/worksheets/sheet{n}.xml"] = made_parts["xl/worksheets/sheet1.xml"]
    found = read(packed(made_parts))

    assert len(found.sheets) == 20
    assert found.left_out[0].startswith("12 sheets were not read (limit 20): 'S21', 'S22', ")
    assert found.left_out[0].endswith("'S29', 'S30' and 2 more.")


def test_hidden_sheets_are_read_and_marked():
    assert [s.hidden for s in read(made(book=book(states="Answers"))).sheets] == [True]


def test_sheets_of_charts_are_left_out_and_said():
    chart = links().replace("/worksheet", "/chartsheet", 1)
    found = read(made(links=chart))

    assert found.sheets == ()
    assert found.left_out == ("'Answers' was not read: it is no sheet of cells.",)


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"links": links(0)}, "the sheet 'Answers' is missing"),
        ({"book": book(("A", "a")), "links": links(2)}, "its list of sheets"),
        ({"book": book(())}, "its list of sheets"),
        ({"book": book(("",))}, "its list of sheets"),
        ({"sheet": "<worksheet"}, "the sheet 'Answers' cannot be read"),
        ({"sheet": sheet(cell("<v>&gone;</v>"))}, "the sheet 'Answers' cannot be read"),
        ({"strings": "<sst>"}, "the part 'xl/sharedstrings.xml' cannot be read"),
        ({"styles": "no xml"}, "the part 'xl/styles.xml' cannot be read"),
        ({"book": "<workbook>"}, "the part 'xl/workbook.xml' cannot be read"),
        ({"book": f'<?xml version="1.0" encoding="no-such"?>{book()[56:]}'}, "cannot be read"),
        (
            {"links": links().replace('Target="worksheets', 'TargetMode="External" Target="w')},
            "the sheet 'Answers' is missing",
        ),
    ],
)
def test_parts_that_do_not_fit_together_are_damage(changed, what):
    with pytest.raises(BadInput, match="is damaged") as caught:
        read(made(**changed))

    assert what in str(caught.value)


def test_a_workbook_without_links_is_damaged():
    kept = {name: part for name, part in parts().items() if not name.endswith(".rels")}
    with pytest.raises(BadInput, match="does not say where its sheets are"):
        read(packed(kept))


def test_a_strict_workbook_is_named():
    strict = book().replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
    )
    with pytest.raises(BadInput, match="is a Strict Open XML workbook"):
        read(made(book=strict))


def test_texts_and_styles_may_be_missing():
    few = {n: p for n, p in parts(sheet=sheet(cell("<v>5</v>", 's="9"'))).items() if "/s" not in n}
    few["xl/worksheets/sheet1.xml"] = sheet(cell("<v>5</v>", 's="9"')).encode()

    assert read(packed(few)).sheets[0].rows == ((5,),)


def test_texts_in_pieces_are_one_text():
    table = strings("<r><rPr><b/></rPr><t>one </t></r><r><t>text</t></r><rPh><t>no</t></rPh>")

    assert value_of("<v>0</v>", 't="s"', strings=table)[0] == "one text"


def test_other_things_the_workbook_refers_to_do_no_harm():
    more = f'<Relationship Id="x" Type="{LINKS}/theme" Target="theme/theme1.xml"/>'

    assert read(made(links=links(more=more))).sheets[0].rows == (("first", 1),)


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
DAYS = st.dates(date(1900, 3, 1))
MOMENTS = st.builds(datetime.combine, DAYS, st.times().map(lambda at: at.replace(microsecond=0)))
VALUES = (
    st.none()
    | st.booleans()
    | st.integers(-(10**14), 10**14)
    | st.floats(-1e300, 1e300)
    | TEXTS.filter(lambda text: not text.startswith("=") and "_x" not in text)
    | DAYS
    | MOMENTS
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(VALUES, max_size=6), max_size=6))
def test_what_openpyxl_writes_and_reads_is_what_we_read(rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    out = io.BytesIO()
    workbook.save(out)
    meant = load_workbook(io.BytesIO(out.getvalue())).active
    found = read(out.getvalue()).sheets[0]
    places = [(r, c) for r in range(1, 8) for c in range(1, 8)]

    assert [found.at(*p) for p in places] == [as_ours(meant.cell(*p).value) for p in places]


def as_ours(value):
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.replace(tzinfo=None)
    if isinstance(value, timedelta | time):
        return str(value)
    return None if value == "" else value


def test_the_program_s_own_workbook_is_read_as_openpyxl_reads_it(session, tmp_path):
    from techmodel.session.exports import ExportJob, ExportKind, export_report

    report = session.report(version="1")
    export_report(ExportJob(report, tmp_path / "w.xlsx", ExportKind.XLSX, force=False))
    meant = load_workbook(tmp_path / "w.xlsx", data_only=True)
    found = read((tmp_path / "w.xlsx").read_bytes())

    assert [s.name for s in found.sheets] == meant.sheetnames
    for ours, theirs in zip(found.sheets, meant.worksheets, strict=True):
        for row in theirs.iter_rows():
            for one in row:
                assert ours.at(one.row, one.column) == as_ours(one.value), one
