"""The guides from the field at the end of the report: there unless a person leaves them out."""

from techmodel.wording.report_sources import GUIDES


def titles(page):
    return [c.title for c in page.preview._chapters]


def test_guides_are_shown_until_their_box_is_unticked(make_page, workspace):
    page = make_page(workspace)
    before = titles(page)
    page.panel.guides.click()

    assert GUIDES in before
    assert GUIDES not in titles(page)
    assert page.sending._report.guides == ()


def test_the_choice_can_be_heard(make_page, workspace):
    page = make_page(workspace)
    box = page.panel.guides

    assert box.text() == GUIDES
    assert "sources" in box.accessibleDescription()
