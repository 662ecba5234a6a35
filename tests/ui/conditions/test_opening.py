"""The page of the conditions for change opens from the menu over the place one is at."""

from techmodel.ui.conditions.page import ConditionsPage


def test_the_menu_opens_the_page_and_there_is_a_way_back(office, document):
    office.desk.open(document)
    before = office.window.frame.page
    office.window.actions_.conditions.trigger()

    assert isinstance(office.window.frame.page, ConditionsPage)
    assert office.title == "one.techmodel — Conditions for change — techmodel"
    office.window.frame.back()
    assert office.window.frame.page is before


def test_an_earlier_time_shows_the_conditions_of_then(office, document):
    office.desk.open(document)
    office.workspace.run(lambda s: s.conditions.give("hope", 3))
    past = office.workspace.session.as_of(office.workspace.session.revision - 1)
    office.desk.look(past, "As it was.")
    office.window.actions_.conditions.trigger()

    assert office.window.frame.page.header.headline.startswith("7 of 10 answered; 3 are weak")
