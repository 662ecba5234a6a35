"""Web addresses are never opened without a question, and only https ones at all."""

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication

from techmodel.ui import ask
from techmodel.ui.web_address import breakable, safe_url, show_address
from techmodel.ui.widgets.web_link import WebLink
from techmodel.wording.web_address import NEVER_OPENED

GOOD = "https://digital.nhs.uk/services/message-exchange?view=all_parts#top"
BAD = (
    "http://digital.nhs.uk/",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://digital.nhs.uk@evil.example/",
    "https://d\u0456gital.nhs.uk/",
    "https://nhs.uk/\u202egnp.exe",
    "https:///no-host",
    "https://nhs.uk/ and more",
    "HTTPS\\evil",
    f"https://nhs.uk/{'a' * 3000}",
    "",
)


@pytest.fixture
def opened(monkeypatch):
    """The addresses that were given to the browser."""
    held = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: held.append(url.url()) or True)
    return held


@pytest.fixture
def asked(monkeypatch):
    """What was asked; the answer is what `asked.answer` holds."""

    class Asked(list):
        answer = None

    made = Asked()

    def choose(_parent, _sentence, _choices, *, detail):
        made.append(detail.replace("\u200b", ""))
        return made.answer

    monkeypatch.setattr(ask, "choose", choose)
    return made


@pytest.fixture
def link(qtbot, look):
    """A link to a good address."""
    made = WebLink("Web page", None)
    qtbot.addWidget(made)
    made.show_address(GOOD)
    made.show()
    return made


@pytest.mark.parametrize(("answer", "there"), [(None, []), ("copy", []), ("open", [GOOD])])
def test_an_address_is_opened_only_after_it_was_shown_whole(link, opened, asked, answer, there):
    asked.answer = answer
    QGuiApplication.clipboard().clear()
    link.link.click()

    assert asked == [GOOD]
    assert opened == there
    assert (QGuiApplication.clipboard().text() == GOOD) == (answer == "copy")


@pytest.mark.parametrize("address", BAD)
def test_any_other_address_is_not_safe(address):
    assert safe_url(address) is None
    assert show_address(None, address) == NEVER_OPENED


def test_any_other_address_is_text_and_is_never_opened(link, opened, asked):
    asked.answer = "open"
    for address in BAD:
        link.show_address(address)
        link.link.click()

        assert link.text.text().replace("\u200b", "") == address
        assert not link.link.isVisible()
    assert (asked, opened) == ([], [])


def test_a_browser_that_does_not_open_is_said(link, asked, monkeypatch, qtbot):
    asked.answer = "open"
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(link.said) as said:
        link.link.click()

    assert said.args[0].startswith("Your system could not open the address.")


def test_a_long_address_may_break_and_stays_itself():
    pieces = breakable(GOOD + "a" * 90).split("\u200b")

    assert "".join(pieces) == GOOD + "a" * 90
    assert max(map(len, pieces)) <= 41
