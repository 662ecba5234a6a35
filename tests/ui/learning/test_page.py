"""Guides: one domain at a time, to be read, searched by heading, and left again."""

import pytest
from PySide6.QtCore import Qt, QUrl

from techmodel.core.learning import learning_for
from techmodel.session.learning import built_in_learning, shelf
from techmodel.ui import ask
from techmodel.ui.learning.markup import find_sections, guide_markup
from techmodel.ui.learning.page import GuidePage


@pytest.fixture
def guides(look, qtbot):
    made = GuidePage(look, shelf(), "TOC")
    qtbot.addWidget(made)
    made.resize(1198, 640)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_guide_holds_problem_lessons_and_six_cases(guides):
    page = learning_for(built_in_learning(), "TOC")
    text = guides.article.toPlainText()

    assert guides.header.headline == "Referrals, transfers and correspondence: 6 cases, 3 lessons"
    assert page.guide.problem in text
    assert all(case.title in text and case.result in text for case in page.cases)


def test_each_domain_of_the_checklist_can_be_chosen(guides):
    for n, (domain, page) in enumerate(shelf()):
        guides.contents.setCurrentItem(guides.contents.topLevelItem(n))

        assert guides.domain == domain.id
        assert page.guide.problem in guides.article.toPlainText()


def test_no_line_is_longer_than_can_be_read(guides):
    letters = (
        guides.article.lineWrapColumnOrWidth() / guides.article.fontMetrics().averageCharWidth()
    )

    assert 60 <= letters <= 80


def test_keys_go_from_heading_to_heading_and_the_contents_follow(guides, qtbot):
    page = learning_for(built_in_learning(), "TOC")
    keys = [key for key, _, _ in find_sections(page)]
    passed = []
    guides.article.moved.connect(passed.append)
    for _ in keys:
        qtbot.keyClick(guides.article, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)

    assert passed == keys[1:]
    assert guides.contents.currentItem().text(0) == page.cases[-1].title
    qtbot.keyClick(guides.article, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert guides.article.section == keys[-2]


def test_a_source_is_shown_before_it_is_opened(guides, monkeypatch):
    asked = []
    monkeypatch.setattr(ask, "choose", lambda *_, detail: asked.append(detail))
    guides.article.anchorClicked.emit(QUrl("https://nhsproviders.org/learning-from-the-vanguards"))

    assert [said.replace("\u200b", "") for said in asked] == [
        "https://nhsproviders.org/learning-from-the-vanguards"
    ]


def test_a_text_never_becomes_markup(look):
    from dataclasses import replace

    page = learning_for(built_in_learning(), "TOC")
    evil = replace(page, guide=replace(page.guide, problem="<a href='https://x.test'>x</a>"))

    assert "&lt;a href=" in guide_markup(evil)


def test_a_narrow_page_has_lists_in_place_of_the_contents(guides):
    guides.resize(600, 640)

    assert guides.contents.isHidden()
    guides._narrow.domains.setCurrentIndex(0)
    guides._narrow.domains.activated.emit(0)
    assert guides.domain == shelf()[0][0].id


def test_everything_that_can_have_the_focus_has_a_name(guides, unnamed_focusables):
    assert unnamed_focusables(guides) == []


def test_the_menu_opens_the_guides_and_a_card_leads_to_its_own(office, document):
    office.desk.open(document)
    office.desk.extras.guides.show("REC")
    page = office.window.frame.page

    assert (page.name, page.domain) == ("Guides", "REC")
    office.desk.extras.guides.show("TOC")
    assert office.window.frame.page is page
    assert page.domain == "TOC"


def test_cases_stand_below_their_heading(guides):
    cases = guides.contents.currentItem().child(4)
    titles = [cases.child(n).text(0) for n in range(cases.childCount())]

    assert titles == [case.title for case in learning_for(built_in_learning(), "TOC").cases]
    assert cases.isExpanded()
