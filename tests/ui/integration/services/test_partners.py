"""Where each partner is: typed for one, for several, refused, taken back."""

import pytest
from PySide6.QtCore import Qt

from techmodel.core.onboarding import Stage


@pytest.fixture
def partners(panel):
    """Those of a live service, the first one selected."""
    panel.show_service("PDS")
    return panel.entry.partners


def choose(field, text):
    """Fill in a field as a person does."""
    field.control.show_typed(text)
    field.commit()


def stages(workspace):
    return [held.stage for held in workspace.session.services.all().values()]


def test_a_stage_for_three_partners_is_one_batch_and_one_undo(partners, workspace, qtbot):
    before = len(workspace.session.batches())
    partners.all.click()
    with qtbot.waitSignal(partners.said) as said:
        choose(partners.fields["stage"], Stage.ONBOARDING.value)
    assert stages(workspace) == [Stage.ONBOARDING] * 3
    assert len(workspace.session.batches()) == before + 1
    assert "3 organisations" in said.args[0]

    workspace.run(lambda s: s.undo())
    assert stages(workspace) == []
    assert partners.who.text() == "All 3 partners"


def test_a_cell_is_typed_for_its_row_alone(partners, workspace):
    partners.all.click()
    rows = partners.table.entries
    rows.setData(rows.index(1, 1), Stage.LIVE.value)

    assert stages(workspace) == [Stage.LIVE]
    assert partners.table.entries.rows[1].cells["stage"].words == "Live"
    assert partners.fields["stage"].text == ""
    assert partners.fields["stage"].control.placeholderText() == "Different"


def test_a_refusal_is_said_beside_its_field(panel, workspace):
    panel.show_service("CDG")
    field = panel.entry.partners.fields["stage"]
    choose(field, Stage.LIVE.value)
    assert "is only planned, so nobody can be live on it" in field.problem.text()
    assert stages(workspace) == []

    panel.show_service("PDS")
    assert field.problem.text() == ""


def test_what_is_refused_in_a_cell_waits_for_its_row_alone(panel):
    panel.show_service("CDG")
    partners = panel.entry.partners
    partners.all.click()
    rows = partners.table.entries
    rows.setData(rows.index(0, 1), Stage.LIVE.value)

    assert partners.fields["stage"].is_wrong
    assert partners.chosen == (rows.rows[0].id,)


def test_owner_day_and_note_are_recorded_and_a_wrong_day_is_refused(partners, workspace):
    for key, text in (("owner", "Digital lead"), ("note", "Waits"), ("day", "soon")):
        choose(partners.fields[key], text)
    held = next(iter(workspace.session.services.all().values()))

    assert (held.owner, held.note, held.day) == ("Digital lead", "Waits", None)
    assert partners.fields["day"].problem.text().startswith("Type the date like")


def test_what_is_being_typed_is_kept_for_its_service_when_another_is_shown(panel, workspace):
    panel.show_service("PDS")
    panel.entry.partners.fields["owner"].control.show_typed("Digital lead")
    panel.show_service("MESH")

    (key,) = workspace.session.services.all()
    assert key[0] == "PDS"
    assert panel.entry.partners.fields["owner"].text == ""


def test_enter_goes_to_the_fields_and_escape_back(partners, qtbot):
    partners.focus_table()
    qtbot.keyClick(partners.table, Qt.Key.Key_Return)
    qtbot.waitUntil(partners.fields["stage"].control.hasFocus)
    qtbot.keyClick(partners.fields["stage"].control, Qt.Key.Key_Escape)

    qtbot.waitUntil(partners.table.hasFocus)


def test_nothing_can_be_changed_while_reading(partners, workspace, monkeypatch):
    monkeypatch.setattr(type(workspace.session), "read_only", property(lambda _: True))
    partners.show_entry(partners._entry)
    flags = partners.table.entries.flags(partners.table.entries.index(0, 1))

    assert not flags & Qt.ItemFlag.ItemIsEditable
    assert not partners.fields["stage"].control.isEnabled()
    assert partners.why.text().startswith("Opened for reading")
