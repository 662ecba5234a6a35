"""The sample's flows: faults of the script are told."""

import pytest

from techmodel.core.errors import BadInput
from techmodel.importing.sample_flows import read_sample_flows, way_ends
from techmodel.resources import resource

TEXT = resource("sample", "flows.toml").read_text(encoding="utf-8")


def test_a_way_goes_between_partners_by_name():
    assert way_ends(read_sample_flows(TEXT), "homes > gp") == (
        "Hazelcombe Care Homes",
        "Five Bridges GP Group",
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('way = "homes > gp"', 'way = "homes > zoo"', "“homes > zoo” must go from one"),
        ('"gp > acute" = 3', '"gp acute" = 3', "“gp acute” must go from one"),
        ("level = 1", "level = 1.5", "must be a whole number"),
        ("[levels]", "[levels", "cannot be read as TOML"),
    ],
)
def test_faults_are_told(old, new, said):
    assert old in TEXT
    with pytest.raises(BadInput, match=said):
        read_sample_flows(TEXT.replace(old, new, 1))
