"""Bad input through the commands: a sentence that says what and where, and the file as it was."""

import pytest
from tests.journeys.commands import PRACTICE, TRUST, done, refusal

TO_TRUST = ("--organisation", TRUST)


# what a person typed


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (
            "answer GOV-99 3",
            2,
            "no capability 'GOV-99' in this assessment’s checklist. Those of GOV",
        ),
        ("answer ABC-01 3", 2, "Its ids begin with GOV, INF, "),
        ("answer GOV-01 6", 2, "'6' is not an answer. Write 0 to 5, dont-know, not-applicable"),
        ("answer GOV-01 2.5", 2, "'2.5' is not an answer"),
        ("answer GOV-01 provided-by:", 2, "'provided-by:' is not an answer"),
        ("answer GOV-01 provided-by:Nobody", 2, "There are: Riverside Trust, Hill: Practice."),
        ("answer GOV-01 not-applicable", 2, "GOV-01 for Riverside Trust: say why"),
        ("answer ASC-05 2", 1, "Riverside Trust is not asked about ASC-05 Electronic medicines"),
        ("answer ASC-05 2", 1, "The checklist asks: Care home, Home care, Pharmacy."),
        ("answer GOV-01 2 --evidence Z:Log", 2, "one of A, B, C, D, not 'Z'"),
        ("answer GOV-01 2 --evidence Log", 2, "'Log' must be GRADE:TITLE"),
        ("answer GOV-01 2 --note x --reason y", 2, "takes a note or a reason, not both"),
        ("answer GOV-01 --from in.csv", 2, "leave the other arguments out"),
    ],
)
def test_a_wrong_answer_is_refused(file, arguments, code, said):
    found, err = refusal(file, *arguments.split(), *TO_TRUST)

    assert found == code
    assert said in err or "--from" in arguments


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["set", "--care-model", "XYZ"], "no care model 'XYZ'. Choose from: MCP, PACS"),
        (["set", "--domain-out", "XYZ"], "no domain 'XYZ'. Choose from: GOV, INF"),
        (["set", "--domain-out", "GOV", "--domain-in", "gov"], "GOV cannot go out of scope and"),
        (["set", "--threshold", "80"], "from 0.5 to 1.0, such as 0.8 for 80%, not 80."),
        (["set", "--threshold", "80%"], "such as 0.8 for 80%, not '80%'."),
        (["set", "--title", "x" * 201], "The title is 1 character over the limit of 200."),
        (["set", "--title", " "], "The title is missing."),
        (["organisation", "add", "New"], "'New' must be NAME:KIND or NAME:KIND:WEIGHT"),
        (["organisation", "add", "New:gp:1,5"], "The weight '1,5' is not a number such as 1.5."),
        (["organisation", "add", "New:gp:0"], "above 0 and at most 1000, not 0"),
        (["organisation", "add", "New: Town:shop"], "New: Town: there is no kind 'shop'. Choose"),
        (
            ["organisation", "add", "riverside TRUST:gp"],
            "already an organisation called riverside",
        ),
        (
            ["organisation", "rename", "X", "Y"],
            "no organisation 'X' in this assessment. There are",
        ),
        (["organisation", "sack", "X"], "'sack' is not one of 'add', 'rename', 'leave', 'return'"),
        (["target", "GOV-01", "7", "--reason", "x"], "GOV-01: a target is a whole number from 0"),
        (["target", "GOV-01", "2"], "GOV-01: say why the target changes; a reason is required."),
        (["history", "GOV-99"], "no capability 'GOV-99'"),
        (["export", "out.docx"], "'out.docx' does not say which export is meant. End the name in"),
        (["gaps", "--json", "--csv"], "Give --json or --csv, not both."),
    ],
)
def test_wrong_use_says_what_is_allowed(file, arguments, said):
    code, err = refusal(file, *arguments)

    assert (code, said in err) == (2, True), err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["undo", "--recover"], ""),
        (["target", "GOV-01", "--clear"], "not set by decision, so there is nothing to clear."),
        (["organisation", "return", TRUST], "Riverside Trust has not left."),
        (["answer", "GOV-01", f"provided-by:{TRUST}", *TO_TRUST], "cannot provide for itself"),
        (["answer", "GOV-02", f"provided-by:{PRACTICE}", *TO_TRUST], "no answer for GOV-02 yet"),
    ],
)
def test_what_something_here_forbids_is_exit_1(file, arguments, said):
    done("undo", file)
    code, err = refusal(file, *arguments)

    assert (code, said in err) == (1, True), err


# a file of answers

HEAD = "capability,organisation,answer,reason,evidence\n"
ROW = f"GOV-01,{TRUST},2,,\n"
CSV = {
    "other columns": (
        b"a,b\n1,2\n",
        "in.csv, row 1: columns missing: capability, organisation, ans",
    ),
    "semicolons": (HEAD.replace(",", ";").encode(), "separated by commas"),
    "a column twice": (b"capability,organisation,answer,answer\n", "columns there twice: answer"),
    "empty": (b"", "in.csv is empty: row 1 must name the columns"),
    "twice the same": (f"{HEAD}{ROW}gov-01,RIVERSIDE trust,3,,\n", "row 3: gov-01 for RIVERSIDE"),
    "unknown capability": (f"{HEAD}{ROW}GOV-99,{TRUST},2,,\n", "in.csv, row 3: There is no capab"),
    "unknown partner": (f"{HEAD}GOV-01,Nobody,2,,\n", "in.csv, row 2: There is no organisation"),
    "no such level": (f"{HEAD}GOV-01,{TRUST},7,,\n", "in.csv, row 2: '7' is not an answer"),
    "not asked": (f"{HEAD}{ROW}ASC-05,{TRUST},2,,\n", "in.csv, row 3: Riverside Trust is not as"),
    "no reason": (f"{HEAD}GOV-01,{TRUST},not-applicable,,\n", "row 2: GOV-01 for Riverside Trust"),
    "a circle": (
        HEAD + ROW + f"GOV-02,{TRUST},provided-by:{PRACTICE},,\nGOV-02,{PRACTICE},"
        f"provided-by:{TRUST},,\n",
        "in.csv, row 3: GOV-02 for Riverside Trust: Hill: Practice is itself provided by another",
    ),
    "no grade": (f"{HEAD}GOV-01,{TRUST},2,,Log\n", "in.csv, row 2: 'Log' must be GRADE:TITLE"),
    "a cell too few": (f"{HEAD}GOV-01,{TRUST}\n", "in.csv, row 2: 2 cells where the header has 5"),
    "an open quotation": (
        f'{HEAD}{ROW}GOV-02,{TRUST},2,"so\n\n',
        "line 3: a quotation mark is op",
    ),
    "too long": (f"{HEAD}GOV-01,{TRUST},2,{'x' * 20_001},\n", "row 2: The note of GOV-01 for"),
    "cp1252": (
        f"{HEAD}GOV-01,{TRUST},2,£5,\n".encode("cp1252"),
        "in.csv, line 2: a character is not",
    ),
    "utf-16": (HEAD.encode("utf-16"), "in.csv is UTF-16, not UTF-8. In Excel, save it as"),
    "a workbook": (b"PK\x03\x04" + bytes(50), "in.csv is an Excel workbook, not CSV."),
    "100,000 rows": (HEAD + ROW * 100_000, "in.csv has more than 20,000 rows, the limit."),
}


@pytest.mark.parametrize("name", CSV)
def test_a_csv_file_that_is_not_right_changes_nothing(file, tmp_path, name):
    content, said = CSV[name]
    data = content if isinstance(content, bytes) else content.encode()
    (tmp_path / "in.csv").write_bytes(data)
    code, err = refusal(file, "answer", "--from", "in.csv")

    assert (code, said in err) == (1, True), err
    assert (tmp_path / "in.csv").read_bytes() == data


def test_a_csv_file_that_is_not_there_or_a_folder_is_named(file, tmp_path):
    (tmp_path / "folder").mkdir()

    assert (
        f"There is no file 'in.csv' in {tmp_path}."
        in refusal(file, "answer", "--from", "in.csv")[1]
    )
    assert "folder is a folder." in refusal(file, "answer", "--from", "folder")[1]


def test_many_bad_rows_are_counted(file, tmp_path):
    rows = "".join(f"GOV-{n},{TRUST},2,,\n" for n in range(1000, 3000))
    (tmp_path / "in.csv").write_text(HEAD + rows)
    _, err = refusal(file, "answer", "--from", "in.csv")

    assert "1,999 more rows have problems" in err
    assert len(err.splitlines()) == 22
    assert err.endswith("and 1979 more.\n")


def test_a_csv_file_without_rows_says_so(file, tmp_path):
    (tmp_path / "in.csv").write_text(HEAD)

    assert (
        done("answer", file, "--from", "in.csv")
        == "in.csv holds no answers. Nothing was changed.\n"
    )
