"""500 answers given by `answer --from`, exported: the workbook says what `gaps --json` says."""

import random
import re
import zipfile

import pytest
from openpyxl import load_workbook
from tests.export.libreoffice import SOFFICE, differences, recalculated, same
from tests.journeys.commands import (
    Made,
    answer_row,
    asked,
    begin_with,
    done,
    gaps_of,
    own_answer,
    provide,
    write_rows,
)
from tests.journeys.commands_content import question_of, real_content

LIVE = ("=1+1", "+x", "@a", "\tb", "\rc", "-2", '=HYPERLINK("http://x","y")', "=cmd|' /C calc'!A1")
WORDS = {
    "level": None,
    "dont_know": "Don’t know",
    "not_applicable": "Not applicable",
    "not_answered": "Not answered",
}


def partnership(folder, name, live):
    """An assessment of ten organisations with 500 answers; its texts are live, or plain ones."""
    draw = random.Random(500)
    content = real_content()
    say = draw_text(random.Random(1), live)
    made = Made(draw, folder / f"{name}.techmodel", question_of(content), say("title"), {})
    kinds = [k["id"] for k in content["kinds.toml"]["kinds"]]
    begin_with(
        made,
        [
            {"id": f"{say(f'name {n}')}", "kind": kind, "weight": draw.choice((1, 1, 0.5, 2))}
            for n, kind in enumerate([*kinds[:9], "gp"])
        ],
        ["PLACE", "EHCH"],
    )
    said = {(c["id"], o["id"]): own_answer(draw, (1, 4), 0.3) for c, o in draw_pairs(made)}
    for c, o in asked(made):
        if (c["id"], o["id"]) in said and draw.random() < 0.1:
            provide(draw, said, c, o)
    rows = [answer_row(draw, *pair, value) for pair, value in said.items()]
    for row in rows:
        row["reason"] = say("reason") if row["answer"] == "not-applicable" else say("note")
        row["evidence"] = draw.choice(("", f"A:{say('evidence')}", f"d:{say('said')}"))
    write_rows(folder / "in.csv", rows)
    made.do("answer", "--from", folder / "in.csv", "--decided-by", say("role"))
    made.do("target", "REC-06", "2", "--reason", say("why"), "--owner", say("owner"))
    made.do("answer", "GOV-01", "1", "--organisation", made.q["organisations"][0]["id"],
            "--note", say("note"))  # fmt: skip
    done("export", made.file, folder / f"{name}.xlsx")
    return folder / f"{name}.xlsx", gaps_of(made.file)


def draw_text(draw, live):
    """Texts that a sheet might run, "=1+1" first of each sort; or plain ones in their place."""
    said = set()

    def say(what):
        first = draw.choice(LIVE) if what in said else LIVE[0]
        said.add(what)
        return f"{first if live else 'plain'} {what}"

    return say


def draw_pairs(made):
    return made.draw.sample(asked(made), 500)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("workbook")


@pytest.fixture(scope="module")
def exported(folder):
    """The workbook and what `gaps --json` prints."""
    return partnership(folder, "live", live=True)


@pytest.fixture(scope="module")
def values(exported):
    """The values as they are stored, for readers that do not calculate."""
    return load_workbook(exported[0], data_only=True)


def table(sheet, row=1, until=None):
    """Rows below a header as dicts by header."""
    heads = [c.value for c in sheet[row]]
    found = []
    for cells in sheet.iter_rows(min_row=row + 1, values_only=True):
        if until is not None and not any(cells):
            break
        found.append(dict(zip(heads, cells, strict=True)))
    return found


def ends(row, what):
    low, high = row[f"{what} low"], row[f"{what} high"]
    return None if low is None else {"low": low, "high": high}


def test_the_gaps_sheet_says_what_gaps_json_says(exported, values):
    rows = {row["Id"]: row for row in table(values["Gaps"])}
    capabilities = exported[1]["capabilities"]

    assert list(rows) == [c["id"] for c in capabilities]
    for c in capabilities:
        row, p = rows[c["id"]], c["partnership"] or {}
        assert (row["Level low"], row["Level high"]) == (p.get("low"), p.get("high"))
        assert [row["Lowest"], row["Highest"]] == [p.get("min"), p.get("max")]
        assert row["Median"] == p.get("median")
        assert (row["Outliers"] or 0) == len(p.get("outliers", ()))
        assert ends(row, "Gap") == c["gap"]
        assert row["Target level"] == (c["target"]["level"] if c["target"] else None)
        assert [row[f"Weeks {w}"] for w in ("low", "likely", "high")] == [*c["weeks"].values()]
        assert same(row["Priority"], c["priority"])
        assert row["Rank"] == c["rank"]
        for field, key in (("Waits for", "waits_for"), ("Blocks", "blocked")):
            assert (row[field] or "") == ", ".join(c[key])


def test_the_answers_sheet_says_what_gaps_json_says(exported, values):
    found = {}
    for row in table(values["Answers"]):
        found.setdefault(row["Id"].split("|")[0], {})[row["Organisation"]] = row["Counted as"]

    for c in exported[1]["capabilities"]:
        shown = found.get(c["id"], {})
        assert list(shown) == list(c["answers"])
        for name, answer in c["answers"].items():
            word = WORDS[answer["state"]]
            assert shown[name].startswith(word or f"{answer['level']} ")


def test_the_summary_says_what_gaps_json_says(exported, values):
    sheet, document = values["Summary"], exported[1]
    head = {row[1]: row[2:4] for row in sheet.iter_rows(min_row=4, max_row=11, values_only=True)}
    whole = document["overall"]

    assert head["Furthest from target"][1] == whole["weakest"] is not None
    assert head["Less than half known"][0] == len(whole["below_half"])
    assert head["Coverage threshold"][0] == document["assessment"]["coverage_threshold"]
    rows = {row["Id"] or row["Domain"]: row for row in table(sheet, 14, until="empty")}
    for d in [*document["domains"], {"id": "All domains", **whole}]:
        row = rows[d["id"]]
        reached = d["attainment"] or {"low": None, "high": None}
        assert same(row["Known"], d["completeness"])
        assert same(row["Reached, low"], reached["low"])
        assert same(row["Reached, high"], reached["high"])
    below = [c for c in document["capabilities"] if c["gap"] and c["gap"]["low"] > 0]
    assert (
        head["Capabilities below target"][0] == rows["All domains"]["Below target"] == len(below)
    )


def test_every_total_agrees_with_the_program(values):
    assert {row["Result"] for row in table(values["Check"]) if row["In the program"]} == {"Agrees"}


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_calculates_what_is_stored_and_finds_what_is_not(exported, folder):
    path, control = exported[0], folder / "control.xlsx"
    cell = falsify(path, control)
    fresh = recalculated([path, control], folder)
    wrong, looked_at = differences(path, fresh[path.name])
    found, _ = differences(control, fresh[control.name])

    assert wrong == []
    assert looked_at > 5000
    assert [(sheet, place) for sheet, place, *_ in found] == [("Gaps", cell)]


def falsify(path, control):
    """A copy in which the value stored beside one formula of the sheet Gaps is wrong; which."""
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(control, "w") as new:
        for item in old.namelist():
            data = old.read(item)
            if item == "xl/worksheets/sheet3.xml":
                found = re.search(rb'<c r="(\w+)"[^>]*><f>[^<]*</f><v>(\d)</v>', data)
                data = data[: found.start(2)] + b"4711" + data[found.end(2) :]
            new.writestr(item, data)
    return found.group(1).decode()


def sheets_of(path):
    """The XML of every sheet."""
    package = zipfile.ZipFile(path)
    names = sorted(n for n in package.namelist() if n.startswith("xl/worksheets/sheet"))
    return [package.read(n).decode() for n in names]


def test_every_formula_carries_its_value(exported):
    for xml in sheets_of(exported[0]):
        assert xml.count("<f>") == len(re.findall(r"</f><v[ >]", xml))


def test_no_formula_and_no_link_comes_from_what_people_typed(exported, folder):
    plain = partnership(folder, "plain", live=False)[0]
    live, other = (
        [formula for xml in sheets_of(path) for formula in re.findall("<f>.*?</f>", xml)]
        for path in (exported[0], plain)
    )

    assert len(live) > 5000
    assert sorted(live) == sorted(other)
    assert "hyperlink" not in "".join(sheets_of(exported[0]))


def test_what_people_typed_is_there_as_text(exported):
    workbook = load_workbook(exported[0])
    typed = [
        c
        for sheet in workbook
        for row in sheet.iter_rows()
        for c in row
        if isinstance(c.value, str) and c.value.startswith(("=1+1 ", "+x ", "@a ", "-2 "))
    ]
    kinds = {c.value.split(" ")[1] for c in typed}

    assert kinds >= {"title", "name", "reason", "note", "evidence", "said", "role", "why", "owner"}
    assert {c.data_type for c in typed} == {"s"}
    assert all(c.quotePrefix for c in typed)


def test_numbers_and_names_are_seen_without_calculating(exported, values):
    names = {o["name"] for o in exported[1]["assessment"]["organisations"]}
    shown = [c.value for row in values["Summary"].iter_rows() for c in row]

    assert names <= {value for value in shown if isinstance(value, str)}
    assert sum(isinstance(value, float) for value in shown) > 100
