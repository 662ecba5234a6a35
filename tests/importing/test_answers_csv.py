"""Rows of answers are read whole or refused with a sentence that names file and row."""

import time

import pytest

from techmodel.core.errors import BadInput
from techmodel.importing.answers_csv import AnswerRow, read_answers_csv

HEADER = "capability,organisation,answer,reason,evidence\r\n"


@pytest.fixture
def read(tmp_path):
    def write_and_read(content):
        path = tmp_path / "answers.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_answers_csv(path)

    return write_and_read


@pytest.fixture
def refusal(read):
    def refused(content):
        with pytest.raises(BadInput) as caught:
            read(content)
        return caught.value

    return refused


def test_a_row_is_read_with_its_number_and_evidence(read):
    rows = read(HEADER + "REC-06,Riverside Trust,2,Seen,A:Usage log | C:Contract\r\n")

    assert rows == (
        AnswerRow(2, "REC-06", "Riverside Trust", "2", "Seen", ("A:Usage log", "C:Contract")),
    )


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_byte_order_mark_and_every_line_end_are_accepted(read, mark, ends):
    text = mark + HEADER.replace("\r\n", ends) + f"REC-06,Ymddiriedolaeth Tŷ Gwyn,3,,{ends}"

    assert read(text)[0].organisation == "Ymddiriedolaeth Tŷ Gwyn"


def test_columns_may_stand_in_any_order_and_some_may_be_left_out(read):
    row = read("Answer, Organisation,CAPABILITY\n4,Riverside Trust,REC-06\n")[0]

    assert (row.capability, row.answer, row.reason, row.evidence) == ("REC-06", "4", "", ())


def test_blank_rows_are_passed_over_but_counted(read):
    assert [r.row for r in read(HEADER + "\r\nREC-06,A,1,,\r\n,,,,\r\nREC-07,A,1,,\r\n")] == [3, 5]


@pytest.mark.parametrize("text", ["=1+1", "+44", "-5", "@home", "'=1", "＝1"])  # noqa: RUF001
def test_the_guard_is_taken_off(read, text):
    assert read(HEADER + f"REC-06,A,1,'{text},\r\n")[0].reason == text


@pytest.mark.parametrize("text", ["'tis so", "partners' -5", "-5"])
def test_other_apostrophes_stay(read, text):
    assert read(HEADER + f"REC-06,A,1,{text},\r\n")[0].reason == text


def test_a_note_over_several_lines_is_one_row(read):
    rows = read(HEADER + 'REC-06,A,1,"first\nsecond, ""third""",\r\nREC-07,A,1,,\r\n')

    assert rows[0].reason == 'first\nsecond, "third"'
    assert rows[1].row == 3


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("capability,answer,reason,evidence", "columns missing: organisation"),
        ("capability,organisation,answer,score", "columns not known: score"),
        ("capability,organisation,answer,", r"columns not known: \(no name\)"),
        ("capability,organisation,answer,answer", "columns there twice: answer"),
        ("capability;organisation;answer", "separated by commas"),
        ("", "is empty"),
        ("\r\nx", "is empty"),
    ],
)
def test_wrong_columns_are_named(refusal, header, said):
    error = refusal(header)

    assert error.args[0].startswith("answers.csv")
    with pytest.raises(BadInput, match=said):
        raise error


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (HEADER.encode("utf-16"), "answers.csv is UTF-16, not UTF-8."),
        (HEADER.encode("utf-16-le"), "answers.csv holds zero bytes"),
        (HEADER.encode() + b"REC-06,A,1,\0,", "answers.csv holds zero bytes"),
        (b"PK\x03\x04rest", "answers.csv is an Excel workbook, not CSV."),
        (HEADER.encode() + "REC-06,Tŷ,1,£5,".encode("cp1252", "replace"), "answers.csv, line 2:"),
        (HEADER.encode() + b'REC-06,"A"x,1,,\r\n', "answers.csv, line 2: after a closing quot"),
        (
            HEADER.encode() + b'REC-06,A,1,"a\n\nb,\n',
            "answers.csv, line 2: a quotation mark is op",
        ),
        (HEADER.encode() + b"REC-06,A,1," + b"x" * 131_073, "answers.csv, line 2: a cell holds m"),
    ],
)
def test_a_file_of_another_kind_is_refused_with_what_to_do(refusal, content, said):
    assert str(refusal(content)).startswith(said)
    assert str(refusal(content)).endswith("Nothing was read.")


def test_every_faulty_row_has_its_sentence(refusal):
    error = refusal(
        HEADER + "REC-06,A,1,,\r\nREC-06,A\r\nREC-07,A,1,,,more\r\nREC-08,,,,\r\nrec-06,a,2,,\r\n"
    )

    assert error.problems == (
        "answers.csv, row 3: 2 cells where the header has 5.",
        "answers.csv, row 4: 6 cells where the header has 5.",
        "answers.csv, row 5: organisation and answer must be filled in.",
        "answers.csv, row 6: rec-06 for a is already answered in row 2.",
    )
    assert "3 more rows have problems. Nothing was read." in str(error)


def test_one_other_fault_is_counted_as_one(refusal):
    assert "1 more row has problems." in str(refusal(HEADER + "A,B\r\nC,D\r\n"))


def test_empty_cells_at_the_end_are_no_fault(read):
    assert len(read(HEADER + "REC-06,A,1,,,,,\r\n")) == 1


def test_the_limit_of_rows_is_said_soon(read, refusal):
    row = "REC-{},A,1,,\r\n"
    most = HEADER + "".join(row.format(n) for n in range(20_000))

    assert len(read(most)) == 20_000
    started = time.monotonic()
    assert "more than 20,000 rows" in str(refusal(most + row.format("x") * 80_000))
    assert time.monotonic() - started < 5


def test_a_file_too_large_is_not_read(refusal):
    assert str(refusal(b" " * 20_000_001)).startswith("answers.csv is larger than 20 MB.")


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(BadInput, match=r"There is no file 'none\.csv' in "):
        read_answers_csv(tmp_path / "none.csv")
    with pytest.raises(BadInput, match="is a folder"):
        read_answers_csv(tmp_path)
