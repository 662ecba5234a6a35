"""An assessment made from its tables alone."""

import pytest

from techmodel.core.errors import DamagedFile
from techmodel.session.moments import moment_of


def test_the_tables_of_now_give_the_assessment_of_now(session):
    moment = moment_of(session.assessment().id, session.tables())

    assert moment.assessment == session.assessment()
    assert moment.gaps == session.gaps()


def test_tables_without_their_checklist_are_refused(session):
    tables = {name: rows for name, rows in session.tables().items() if name != "checklist"}

    with pytest.raises(DamagedFile, match="does not hold its checklist"):
        moment_of("an-id", tables)
