"""The tree: filters with counts, keys, what stays in view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmodel.core.outline import Filter
from techmodel.ui.checklist.tree_delegate import item_mark
from techmodel.ui.checklist.tree_model import TreeModel
from techmodel.ui.widgets.mark import Kind


@pytest.fixture
def sample(sample_workspace, open_page):
    """The page on the sample, all organisations."""
    return open_page(sample_workspace)


def toggle(page, filter_):
    return page.tree_pane._toggles.button(list(Filter).index(filter_))


def shown(page):
    return [i.capability for b in page.tree_pane.branches for i in b.items]


def test_the_tree_is_a_sound_model(sample, qtmodeltester):
    model = TreeModel()
    outline = sample._picture.outline
    model.show(sample._picture.assessment.checklist, outline.branches, outline.branches)

    qtmodeltester.check(model)


def test_filters_show_their_counts(sample):
    counts = sample._picture.outline.counts

    assert toggle(sample, Filter.PARKED).text() == f"Parked {counts[Filter.PARKED]}"
    assert toggle(sample, Filter.ALL).text() == f"All {counts[Filter.ALL]}"


@pytest.mark.parametrize("filter_", list(Filter))
def test_a_filter_leaves_as_many_as_it_counts(sample, filter_):
    toggle(sample, filter_).click()

    assert len(shown(sample)) == sample._picture.outline.counts[filter_]


def test_a_filter_opens_the_domains_it_leaves(sample):
    toggle(sample, Filter.PARKED).click()
    tree = sample.tree_pane.tree

    assert all(tree.isExpanded(tree.model().index(n, 0)) for n in range(tree.model().rowCount()))


def test_what_was_just_answered_stays_in_view_until_one_goes_on(one, press):
    toggle(one, Filter.NOT_ANSWERED).click()
    first = shown(one)[0]
    one.show_item(first)
    one.focus_first()
    press("3")
    after = shown(one)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert first in after
    assert first not in shown(one)


def test_a_filter_that_leaves_nothing_says_so_and_offers_all(one, qtbot):
    toggle(one, Filter.PARKED).click()
    empty = one.tree_pane._stack.currentIndex()
    said = one.tree_pane._nothing.text()
    one.tree_pane._on_show_all()

    assert (empty, said) == (1, "Nothing is parked.")
    assert len(shown(one)) == len(one._picture.outline.items)
    assert toggle(one, Filter.ALL).isChecked()


def test_walking_through_the_tree_shows_each_card(one, press):
    one.tree_pane.tree.setFocus()
    first = one.place.capability
    press(Qt.Key.Key_Down)

    assert one.place.capability != first
    assert one.tree_pane.tree.hasFocus()


def test_enter_in_the_tree_goes_to_the_card(one, press):
    one.tree_pane.tree.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)

    assert one.card.isAncestorOf(QApplication.focusWidget())


def test_enter_on_a_domain_opens_and_closes_it(one, press):
    tree = one.tree_pane.tree
    domain = tree.model().index(0, 0)
    tree.setFocus()
    tree.setCurrentIndex(domain)
    press(Qt.Key.Key_Return)
    closed = not tree.isExpanded(domain)
    press(Qt.Key.Key_Return)

    assert closed
    assert tree.isExpanded(domain)


def test_digits_in_the_tree_answer_nothing(one, press):
    revision = one.workspace.session.revision
    one.tree_pane.tree.setFocus()
    press("3")

    assert one.workspace.session.revision == revision


def test_a_click_on_a_domain_opens_it(one, qtbot):
    tree = one.tree_pane.tree
    second = tree.model().index(1, 0)
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualRect(second).center()
    )

    assert tree.isExpanded(second)


def test_rows_say_level_gap_and_signs(sample):
    model = sample.tree_pane.tree.model()
    index = model.index_of("REC-09")
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.startswith("Record quality and completeness, level 0 to 2")
    assert "below target" in said


def test_a_domain_says_how_far_it_is(sample):
    branch = sample._picture.outline.branches[2]
    said = sample.tree_pane.tree.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.endswith(f", {branch.settled} of {len(branch.items)}")


def test_chips_tell_levels_ranges_and_states_apart(sample):
    kinds = {item_mark(i).kind for i in sample._picture.outline.items}

    assert {Kind.LEVEL, Kind.RANGE} <= kinds


def test_an_answer_keeps_the_rows_of_the_tree(one, press, qtbot):
    model = one.tree_pane.tree.model()
    with qtbot.assertNotEmitted(model.modelReset):
        press("3")

    assert model.data(model.index(0, 0), Qt.ItemDataRole.UserRole + 1)[0] == 1
