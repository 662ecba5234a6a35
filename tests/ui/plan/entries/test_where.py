"""An entry of the plan is found by its id alone, as a check before sending names it."""

import pytest

from techmodel.ui.plan.page import PlanPage


@pytest.fixture
def page(workspace, look, qtbot):
    session = workspace.session
    session.raid.add(text="Late supplier")
    session.benefits.add(name="Fewer tests")
    made = PlanPage(workspace, look)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(("key", "noun"), [("risks", "raid"), ("benefits", "benefits")])
def test_an_id_brings_up_its_view_with_the_entry_current(page, key, noun):
    (entry,) = getattr(page.workspace.session, noun).all()
    page.show_item(entry.id)

    assert page.switch.key == key
    assert page.view.form.id == entry.id
