"""What care models ask for: the page of each, the highest of several, and the list as a file."""

import pytest
from PySide6.QtWidgets import QLabel

from techmodel.ui import ask
from techmodel.ui.requirements.page import RequirementsPage


@pytest.fixture
def page(look, checklist, qtbot):
    made = RequirementsPage(look, checklist, ("EHCH", "PLACE"))
    qtbot.addWidget(made)
    made.resize(1198, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def level(page, capability):
    return int(next(r for r in page.model.rows if r.key == capability).texts[2][0])


def test_several_care_models_are_shown_with_the_highest_level(page, checklist):
    together = {row.key: int(row.texts[2][0]) for row in page.model.rows}
    for model in page.models:
        page.show_model(model)

        assert all(together[row.key] >= level(page, row.key) for row in page.model.rows)


def test_one_care_model_shows_its_page_with_sources(page, checklist):
    page.show_model("EHCH")
    said = [label.text() for label in page.about.findChildren(QLabel)]
    model = next(m for m in checklist.care_models if m.id == "EHCH")

    assert {model.description, model.population, model.typical, "Sources"} <= set(said)
    assert page.header.headline == "Enhanced health in care homes asks for 70 capabilities."


def test_what_is_shown_is_what_is_saved(page, qtbot):
    page.show_model("EHCH")
    with qtbot.waitSignal(page.save_wanted) as wanted:
        page.save.click()

    assert wanted.args[1] == ("EHCH",)


def test_where_there_is_little_room_one_chooses_what_to_read(page):
    page.resize(620, 640)

    assert (page.area.isVisible(), page.table.isVisible()) == (False, True)
    page.switch.button("page").click()
    assert (page.area.isVisible(), page.table.isVisible()) == (True, False)


def test_everything_that_can_have_the_focus_has_a_name(page, unnamed_focusables):
    assert unnamed_focusables(page) == []


def test_the_list_is_saved_without_an_assessment(office, tmp_path, monkeypatch):
    office.desk.show_start()
    path = tmp_path / "list.csv"
    monkeypatch.setattr(ask, "save_path", lambda *_: path)
    requirements = office.desk.extras.requirements
    requirements.show()
    office.window.frame.page.save.click()
    requirements.worker.finish()

    assert path.read_text("utf-8-sig").startswith("capability,domain,name,level")
    assert office.text("requirements") == "Saved as list.csv."


def test_without_a_care_model_a_sentence_says_what_to_do(office, checklist):
    office.desk.show_start()
    office.desk.extras.requirements.ask_and_save(checklist, ())

    assert office.text("requirements").startswith("Choose a care model first")
