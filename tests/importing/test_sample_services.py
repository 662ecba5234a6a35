"""The sample's services: faults of the script are told."""

import pytest

from techmodel.core.errors import BadInput
from techmodel.importing.sample_services import read_sample_services
from techmodel.resources import resource

TEXT = resource("sample", "services.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["homes"]', '["zoo"]', "NCRS: “zoo” is no organisation here"),
        ('stage = "live"', 'stage = "soon"', "must be 'not started', 'planned'"),
        ("[organisations]", "[organisations", "cannot be read as TOML"),
    ],
)
def test_faults_are_told(old, new, said):
    assert old in TEXT
    with pytest.raises(BadInput, match=said):
        read_sample_services(TEXT.replace(old, new, 1))
