"""The reports place: checks, exporting, existing files, narrow windows."""

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel

from techmodel.core.errors import ExportFailed
from techmodel.core.ready import Check, Finding, Severity
from techmodel.session.exports import ExportKind
from techmodel.ui import ask
from techmodel.ui.look import Theme
from techmodel.ui.reports import exporting
from techmodel.ui.reports.results import Opener


def row(page, finding):
    return next(r for r in page.checks.rows if r._check.finding is finding)


def tick(page, *kinds):
    for kind in ExportKind:
        page.panel.box(kind).setChecked(kind in kinds)


def export(page, qtbot, *kinds):
    tick(page, *kinds)
    with qtbot.waitSignal(page.sending._exporting.finished, timeout=60_000):
        page.panel.button.click()


def files(page):
    return sorted(p.suffix for p in page.sending.folder.iterdir())


def sentences(page):
    return [label.text() for label in page.panel.results.findChildren(QLabel) if label.text()]


def test_the_headline_says_whether_it_is_ready(page):
    assert page.header.question == "Is it ready to send?"
    assert page.header.headline.startswith("Yes. ")


def test_too_few_answers_are_not_ready(make_page, workspace):
    page = make_page(workspace)

    assert page.header.headline.startswith("Not yet. Settle 1 thing first;")


def test_every_check_has_a_row_and_only_findings_have_a_button(page, report):
    assert len(page.checks.rows) == len(report.checks)
    for shown in page.checks.rows:
        assert (shown.button is None) is (shown._check.severity is Severity.IN_ORDER)


def test_rows_stay_when_nothing_changed(page):
    before = page.checks.rows
    page.refresh()

    assert page.checks.rows is before


def test_show_opens_a_card(page, sample_workspace, qtbot):
    check = row(page, Finding.NO_EVIDENCE)._check
    with qtbot.waitSignal(sample_workspace.card_wanted) as caught:
        row(page, Finding.NO_EVIDENCE).button.click()

    assert tuple(caught.args) == check.items[0]


def test_show_leads_to_a_list_of_the_gaps_place(page, qtbot):
    with qtbot.waitSignal(page.place_wanted) as caught:
        row(page, Finding.DONT_KNOW).button.click()

    assert caught.args == ["gaps", "unknown"]


def test_show_leads_to_set_up(page, qtbot):
    check = Check(Finding.NO_CARE_MODEL, Severity.SETTLE, (("", ""),))
    with qtbot.waitSignal(page.place_wanted) as caught:
        page.checks.shown.emit(check)

    assert caught.args == ["set-up", ""]


def test_show_leads_to_the_plan(page, qtbot):
    check = Check(Finding.PROJECT_NO_OWNER, Severity.LOOK, (("P07", ""),))
    with qtbot.waitSignal(page.place_wanted) as caught:
        page.checks.shown.emit(check)

    assert caught.args == ["plan", "P07"]


def test_a_card_of_no_partner_in_particular(page, sample_workspace, qtbot):
    with qtbot.waitSignal(sample_workspace.card_wanted) as caught:
        row(page, Finding.STALE_SERVICE).button.click()

    assert caught.args[1] == ""


def test_the_button_counts_what_is_ticked(page):
    assert page.panel.kinds == (ExportKind.PDF, ExportKind.XLSX)
    assert page.panel.button.text() == "Export 2 files"

    tick(page)
    assert not page.panel.button.isEnabled()
    assert page.panel.told == "Tick what to export."
    tick(page, ExportKind.CSV)
    assert page.panel.button.text() == "Export 1 file"
    assert page.panel.told == ""


def test_exporting_writes_the_files_and_says_so(page, qtbot):
    export(page, qtbot, *ExportKind)

    assert files(page) == [".csv", ".json", ".pdf", ".xlsx"]
    assert page.panel.told == "4 files exported and read back."
    assert len(page.panel.results.rows) == 4
    assert page.panel.button.isEnabled()


def test_nothing_can_be_changed_while_exporting(page, qtbot):
    tick(page, ExportKind.CSV)
    with qtbot.waitSignal(page.sending._exporting.finished):
        page.panel.button.click()
        assert page.sending.busy
        assert page.panel.button.text() == "Exporting…"
        assert not page.panel.box(ExportKind.PDF).isEnabled()
        assert page.panel.told == "Writing and checking the CSV answers, 1 of 1 …"
        page.panel.export_wanted.emit()

    assert len(page.panel.results.rows) == 1


def test_results_open_the_file_and_its_folder(page, qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    export(page, qtbot, ExportKind.CSV)
    for opener in page.panel.results.findChildren(Opener):
        opener.click()

    assert opened == [str(next(page.sending.folder.iterdir())), str(page.sending.folder)]


def test_a_failure_is_a_sentence_beside_the_others(page, qtbot):
    page.sending.folder = page.sending.folder / "gone"
    export(page, qtbot, ExportKind.CSV, ExportKind.JSON)

    assert page.panel.told == "2 were not written."
    assert all(s.startswith("There is no folder") for s in sentences(page))


def test_a_file_open_elsewhere_is_a_sentence(page, qtbot, monkeypatch):
    said = "'Plan.csv' is open in another program."

    def refuse(job):
        raise ExportFailed(said)

    monkeypatch.setattr(exporting, "_run", refuse)
    export(page, qtbot, ExportKind.CSV)

    assert sentences(page) == [said]


def test_a_bug_is_not_hidden_and_the_page_goes_on(page, qtbot, monkeypatch):
    def break_(job):
        raise ValueError("bug")

    monkeypatch.setattr(exporting, "_run", break_)
    with qtbot.captureExceptions() as caught:
        export(page, qtbot, ExportKind.CSV)
        qtbot.waitUntil(lambda: bool(caught))

    assert caught[0][0] is ValueError
    assert page.panel.button.isEnabled()


@pytest.fixture
def existing(page):
    path = page.sending.folder / f"{page.sending.stem}.csv"
    path.write_text("mine")
    tick(page, ExportKind.CSV)
    return path


def answer_with(monkeypatch, answer):
    asked = []

    def choose(parent, sentence, choices, **_):
        asked.append((sentence, [words for _, words in choices]))
        return answer

    monkeypatch.setattr(ask, "choose", choose)
    return asked


def test_an_existing_file_is_kept_beside_a_new_one(page, existing, qtbot, monkeypatch):
    asked = answer_with(monkeypatch, "keep")
    export(page, qtbot, ExportKind.CSV)

    assert existing.read_text() == "mine"
    assert existing.with_stem(f"{existing.stem} (2)").exists()
    assert asked[0][1] == [f"Export as “{existing.stem} (2)”", "Replace"]


def test_an_existing_file_is_replaced_when_chosen(page, existing, qtbot, monkeypatch):
    answer_with(monkeypatch, "replace")
    export(page, qtbot, ExportKind.CSV)

    assert existing.read_text(encoding="utf-8-sig").startswith("capability,")


def test_thinking_again_writes_nothing(page, existing, monkeypatch):
    answer_with(monkeypatch, None)
    page.panel.button.click()

    assert existing.read_text() == "mine"
    assert not page.sending.busy


def place(monkeypatch, page, answer):
    monkeypatch.setattr(ask, "save_path", lambda *_: answer)
    page.panel.change.click()


def test_another_place_and_name_are_taken_up(page, tmp_path, monkeypatch):
    place(monkeypatch, page, tmp_path / "Board paper.pdf")

    assert (page.sending.folder, page.sending.stem) == (tmp_path, "Board paper")
    assert "Board paper" in page.panel._place.text()


def test_a_dot_in_a_name_is_not_an_ending(page, tmp_path, monkeypatch):
    place(monkeypatch, page, tmp_path / "Board 3.1")

    assert page.sending.stem == "Board 3.1"


def test_no_place_changes_nothing(page, monkeypatch):
    before = page.sending.folder, page.sending.stem
    place(monkeypatch, page, None)

    assert (page.sending.folder, page.sending.stem) == before


def test_a_name_no_system_takes_is_refused_in_words(page, tmp_path, monkeypatch):
    before = page.sending.stem
    place(monkeypatch, page, tmp_path / "con")

    assert page.sending.stem == before
    assert "Windows cannot take" in page.panel.told


def test_the_name_suggests_title_and_day(page, report):
    assert page.sending.stem.startswith(report.assessment.title)
    assert "– review –" in page.sending.stem


def test_a_wide_window_shows_three_panes(page):
    assert page.panes() == (page.checks, page.preview, page.panel)
    assert not page._shown.isVisible()


def test_a_middle_window_shows_two(make_page, sample_workspace):
    page = make_page(sample_workspace, (940, 640))
    assert page.panes() == (page.checks, page.panel)

    page._shown.button("preview").click()
    assert page.panes() == (page.preview, page.panel)


def test_a_narrow_window_shows_one(make_page, sample_workspace):
    page = make_page(sample_workspace, (600, 640))
    page._shown.button("export").click()
    assert page.panes() == (page.panel,)

    page.resize(940, 640)
    assert page.panes() == (page.checks, page.panel)


def test_focus_begins_at_the_first_finding(page):
    page.focus_first()

    assert page.focusWidget() is page.checks.first_button()


def test_everything_that_takes_the_focus_has_a_name(page, unnamed_focusables):
    assert unnamed_focusables(page) == []


def test_another_theme_is_taken_up(page, look):
    look.choose_theme(Theme.HIGH_CONTRAST)

    assert not page.grab().isNull()


def test_another_export_forgets_the_results_of_the_last(page, qtbot, monkeypatch):
    answer_with(monkeypatch, "replace")
    export(page, qtbot, ExportKind.CSV, ExportKind.JSON)
    export(page, qtbot, ExportKind.CSV)

    assert len(page.panel.results.rows) == 1


def test_the_button_keeps_the_focus_while_exporting_and_its_files_come_before_it(page, qtbot):
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    tick(page, ExportKind.CSV)
    page.panel.button.setFocus()
    export(page, qtbot, ExportKind.CSV)
    held = page.focusWidget()
    openers = page.panel.results.findChildren(Opener)
    openers[-1].setFocus()
    qtbot.keyClick(openers[-1], "\t")

    assert held is page.panel.button
    assert page.focusWidget() is page.panel.change
