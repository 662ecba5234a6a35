"""The sample's plan: its script names only what it holds, and faults are told."""

import pytest

from techmodel.core.errors import BadInput
from techmodel.core.plan_parts import RaidKind, Stage
from techmodel.importing.sample_plan import read_sample_plan
from techmodel.resources import resource

TEXT = resource("sample", "plan.toml").read_text(encoding="utf-8")
PLAN = read_sample_plan(TEXT)


def test_every_list_of_a_plan_is_there():
    assert {row.kind for row in PLAN.raid} == set(RaidKind)
    assert {row.stage for row in PLAN.benefits} == set(Stage)
    assert PLAN.links
    assert len(PLAN.scenarios) == 2


def test_a_board_hears_whose_everything_is():
    assert all(row.owner for row in (*PLAN.projects, *PLAN.raid))
    assert all(row.owner and row.measure for row in PLAN.benefits if row.stage is Stage.OUTCOME)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('after = "social-records"', 'after = "other"', "nothing with the key “other”"),
        ('leads_to = ["one-view"]', 'leads_to = ["other"]', "nothing with the key “other”"),
        ("capacity = 14", "capacity = 1.5", "plan.toml: capacity: must be a whole number"),
        ("start = 2027-01-04", "start =", "cannot be read as TOML"),
    ],
)
def test_faults_are_told(old, new, said):
    assert old in TEXT
    with pytest.raises(BadInput, match=said):
        read_sample_plan(TEXT.replace(old, new, 1))
