"""What we ship names its sources and licences, and holds nothing that is not ours to ship."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import requires
from pathlib import Path

import pytest
from tests.content.attribution import services, with_sources

from techmodel.resources import resource

ROOT = Path(__file__).parents[2]
SHIPPED = sorted(path for path in resource().rglob("*") if path.is_file())
TEXTS = [path for path in SHIPPED if path.name != "ATTRIBUTION"]
ATTRIBUTION = resource("ATTRIBUTION").read_text(encoding="utf-8")

OWN_KINDS = {".toml", ".svg", ".qss", ""}
"""Kinds of files that we make ourselves; pictures, fonts and documents of others are none."""

PHRASES = (
    r"(approved|endorsed) by (the )?NHS", r"official NHS", r"NHS (approved|branded)",
    r"collection of resources and tools", r"identify their technology requirements",
    r"using public and patient demand", r"can-do approach", r"sister network for information",
    r"understand how clinical teams work", r"triple aim of improved",
    r"EMRAM", r"CCMM", r"INFRAM", r"HIMSS", r"stage [0-7] of", r"red ?amber ?green",
    r"standards? exceeded", r"novice to expert", r"nascent", r"© ", r"all rights reserved",
)  # fmt: skip
"""Words of the seeds, of published scales and of the identity of others."""

LICENCES = ("name and link only", "name only, no codes", "Not published")
"""What we may do with what a service publishes; each licence says one of these."""


def named(texts):
    """The names in the list of packages, in small letters."""
    software = texts.split("4. Software")[1]
    heads = re.findall(r"^  (\S.*?)  ", software, re.MULTILINE)
    return {
        name.strip().lower() for head in heads for name in head.removesuffix(" (Qt)").split(",")
    }


def test_only_files_of_our_own_making_are_shipped():
    assert {path.suffix for path in SHIPPED} <= OWN_KINDS


@pytest.mark.parametrize("phrase", PHRASES)
def test_no_phrase_of_others_is_shipped(phrase):
    found = [path.name for path in TEXTS if re.search(phrase, path.read_text("utf-8"), re.I)]

    assert found == []


def test_no_codes_of_a_terminology_are_shipped():
    """SNOMED CT and dm+d codes have 6 to 18 digits."""
    content = [path for path in TEXTS if path.suffix == ".toml"]
    lines = [line for path in content for line in path.read_text("utf-8").splitlines()]
    without_addresses = [re.sub(r"https?://\S+", "", line) for line in lines]

    assert [line for line in without_addresses if re.search(r"\b\d{6,18}\b", line)] == []


def test_nobody_is_named_by_an_address():
    found = [path.name for path in TEXTS if re.search(r"\w@\w+\.\w", path.read_text("utf-8"))]

    assert found == []


def test_no_picture_shows_letters():
    pictures = [path for path in SHIPPED if path.suffix == ".svg"]

    assert [path.name for path in pictures if "<text" in path.read_text("utf-8")] == []
    assert [path.name for path in pictures if "nhs" in path.read_text("utf-8").lower()] == []


def test_the_name_of_the_product_has_no_name_of_others():
    names = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    title = tomllib.loads(resource("checklist", "checklist.toml").read_text("utf-8"))["title"]

    assert "nhs" not in f"{names['name']} {names['description']} {title}".lower()


@pytest.mark.parametrize("row", services(), ids=lambda row: row["id"])
def test_a_service_says_its_source_and_licence(row):
    assert row["source"].startswith(("https://", "http://"))
    assert row["licence"].endswith(LICENCES)


def test_every_source_under_the_open_government_licence_is_attributed():
    assert with_sources(ATTRIBUTION) == ATTRIBUTION
    assert len(re.findall(r"^  \S+: http", ATTRIBUTION, re.MULTILINE)) > 20


@pytest.mark.parametrize(
    "body", ["NHS England", "Department of Health", "HIMSS", "Record Standards"]
)
def test_the_disclaimer_names_who_does_not_endorse(body):
    said = " ".join(ATTRIBUTION.split("2. Third-party names")[0].split())

    assert body in said
    assert "not approved or endorsed by" in said


def test_every_package_we_depend_on_is_named():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=]", line)[0].lower() for line in project["dependencies"]}

    assert needed - named(ATTRIBUTION) == set()


def test_every_package_that_those_need_is_named():
    """pip is asked for by sqlite-utils, for a command that we do not ship."""
    lines = [line for name in named(ATTRIBUTION) - {"python"} for line in requires(name) or []]
    needed = {
        re.split(r"[<>=!~;\[ (]", line)[0].lower().replace("_", "-")
        for line in lines
        if not re.search("extra ==|platform_|python_", line)
    }

    assert needed - named(ATTRIBUTION) == {"pip"}
