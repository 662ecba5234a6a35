"""The tables: exactly those of the format's file, however they are made."""

import sqlite3

import pytest
from tests.store.builders import fill

from techmodel.store.assessment_file import AssessmentFile
from techmodel.store.digest import row_hash, seal, total_of
from techmodel.store.migrations import MIGRATIONS, migrate
from techmodel.store.schema import (
    APPLICATION_ID,
    FORMAT,
    TABLES,
    expected_schema,
    found_schema,
    layout,
    statements,
)
from techmodel.store.table_spec import canonical, parsed


def migrated():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    return connection


def test_migrations_lead_to_exactly_the_schema_of_the_newest_format():
    assert found_schema(migrated()) == expected_schema()


def test_the_header_says_whose_file_it_is_and_which_format():
    header = migrated().serialize()

    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == FORMAT == len(MIGRATIONS._migrations)


def test_every_table_is_strict():
    assert all(statement.split(")")[-1].startswith(" STRICT") for statement in statements(FORMAT))


def test_the_description_of_tables_names_the_columns_of_the_file():
    assert {name: spec.columns for name, spec in TABLES.items()}.items() <= layout().items()


def test_every_table_is_either_journalled_or_about_the_file_itself():
    outside = set(layout()) - set(TABLES)

    assert outside == {"meta", "people", "batch", "edit", "taken", "_sqlite_migrations"}


def test_equal_values_have_equal_text():
    assert canonical({"b": "é", "a": [1, True, None]}) == '{"a":[1,true,null],"b":"é"}'


def test_canonical_text_refuses_what_is_not_json():
    with pytest.raises(ValueError, match="JSON compliant"):
        canonical(float("inf"))


@pytest.mark.parametrize(
    "value",
    [
        {"field": "value", "key": ["domains_out"], "new": [], "old": [], "table": "setting"},
        {"note": "[{" * 10_000, "dissent": '"[]{}' * 4_000, "value": {"level": 3}},
        ["GOV-01", "org-m1"],
        [[]] * 12,
    ],
)
def test_what_is_ours_is_read_whatever_stands_in_its_texts(value):
    assert parsed(canonical(value)) == value


@pytest.mark.parametrize("dense", [[[]] * 1000, [{}] * 1000, [[["a"]] * 100, "x" * 80]])
def test_what_is_nearly_all_lists_within_lists_is_not_read(dense):
    with pytest.raises(ValueError, match="lists within lists"):
        parsed(canonical(dense))


def test_the_seal_changes_with_any_row_and_comes_back_when_it_does():
    file = AssessmentFile.create(None, "a")
    connection = file._db.connection
    fill(file, 2)
    before = seal(total_of(connection))
    connection.execute("INSERT INTO people VALUES ('p', 'x')")
    with_a_person = seal(total_of(connection))
    connection.execute("DELETE FROM people")

    assert with_a_person != before == seal(total_of(connection))


def test_the_seal_tells_tables_and_columns_apart():
    hashes = {row_hash("a", ("b", "c")), row_hash("a", ("bc", "")), row_hash("b", ("b", "c"))}

    assert len(hashes) == 3


def test_the_seal_is_the_same_for_every_order_of_rows():
    assert seal(5 + 7) == seal(7 + 5) != seal(13)
