"""Choosing care models."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from techmodel.ui.widgets.care_models import CareModels


@pytest.fixture
def models(look, checklist, qtbot):
    made = CareModels(look, checklist)
    qtbot.addWidget(made)
    return made


def words_of(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_what_is_clicked_is_chosen_in_the_checklists_order(models, qtbot):
    with qtbot.waitSignal(models.edited):
        models.box("PLACE").click()
    models.box("EHCH").click()

    assert models.chosen == ("EHCH", "PLACE")


def test_what_is_shown_is_not_an_edit(models, qtbot):
    with qtbot.assertNotEmitted(models.edited):
        models.show_chosen(["ICS"])

    assert models.chosen == ("ICS",)


def test_each_says_what_it_asks_for(models):
    assert "asks for 74 capabilities, 68 at level 3 or more" in (
        models.box("PLACE").accessibleDescription().replace("Asks", "asks")
    )


def test_the_domains_say_what_is_asked_for_together(models):
    assert words_of(models).count("nothing") == 10

    models.show_chosen(["PLACE"])

    assert "nothing" not in words_of(models)


@pytest.mark.parametrize(("width", "columns"), [(1000, 3), (700, 2), (400, 1)])
def test_columns_follow_the_width(models, qtbot, width, columns):
    models.resize(width, 500)
    models.show()
    qtbot.waitExposed(models)

    grid = models._grid
    used = {grid.getItemPosition(n)[1] for n in range(grid.count())}
    assert len(used) == columns


def test_the_first_takes_the_focus(models, qtbot):
    models.show()
    qtbot.waitExposed(models)
    models.activateWindow()
    qtbot.waitUntil(models.isActiveWindow)
    models.setFocus()
    qtbot.keyClick(models.box("MCP"), Qt.Key.Key_Space)

    assert models.box("MCP").hasFocus()
    assert models.chosen == ("MCP",)


def test_everything_that_takes_the_focus_has_a_name(models, unnamed_focusables):
    assert unnamed_focusables(models) == []


def test_the_page_of_the_one_ticked_last_stands_beside(models, checklist):
    models.box("PLACE").click()
    models.box("EHCH").click()
    first = next(m for m in checklist.care_models if m.id == "EHCH")

    assert first.population in words_of(models.about._inside)
    models.box("EHCH").click()
    assert first.population not in words_of(models.about._inside)


def test_more_and_the_list_are_of_those_chosen(models, checklist, qtbot):
    models.show_chosen(["ICS", "EHCH"])
    with qtbot.waitSignal(models.models_wanted) as shown:
        models.more.click()
    with qtbot.waitSignal(models.list_wanted) as saved:
        models.save.click()

    assert shown.args == saved.args == [checklist, ("EHCH", "ICS")]
