"""Domains in scope and the coverage threshold."""

import pytest
from PySide6.QtWidgets import QLabel

from techmodel.ui.widgets.scope import Scope


@pytest.fixture
def scope(look, checklist, qtbot):
    made = Scope(look, checklist)
    qtbot.addWidget(made)
    return made


def test_everything_is_in_scope_at_first(scope, checklist):
    assert scope.out == ()
    assert scope.threshold == checklist.scoring.default_threshold


def test_a_domain_that_is_clicked_is_out(scope, qtbot):
    with qtbot.waitSignal(scope.edited):
        scope.box("REC").click()

    assert scope.out == ("REC",)


def test_a_threshold_that_is_changed_is_told(scope, qtbot):
    with qtbot.waitSignal(scope.edited):
        scope._threshold.setValue(90)

    assert scope.threshold == 0.9


def test_what_is_shown_is_not_an_edit(scope, qtbot):
    with qtbot.assertNotEmitted(scope.edited):
        scope.show_choice(["REC"], 0.7)

    assert (scope.out, scope.threshold) == (("REC",), 0.7)


def test_a_threshold_between_two_hundredths_is_kept_until_it_is_changed(scope):
    scope.show_choice([], 0.825)
    scope.box("REC").click()
    assert scope.threshold == 0.825

    scope._threshold.setValue(90)
    assert scope.threshold == 0.9


def test_domains_say_how_much_they_ask(scope):
    scope.show_counts({"REC": 56}, "With 80%, …")
    said = [label.text() for label in scope.findChildren(QLabel)]

    assert "9 capabilities, 56 questions" in said
    assert "With 80%, …" in said


@pytest.mark.parametrize(("width", "columns"), [(700, 2), (300, 1)])
def test_columns_follow_the_width(scope, qtbot, width, columns):
    scope.resize(width, 500)
    scope.show()
    qtbot.waitExposed(scope)

    used = {scope._grid.getItemPosition(n)[1] for n in range(scope._grid.count())}
    assert len(used) == columns


def test_everything_that_takes_the_focus_has_a_name(scope, unnamed_focusables):
    assert unnamed_focusables(scope) == []
