"""Does this very program work here? Every place on the sample, every export, read back."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from techmodel import __version__
from techmodel.core.errors import TechmodelError
from techmodel.wording.numbers import plural


def self_test() -> int:
    """Open every page on the sample and make every export; 0 when there were no problems.

    The last line is "N pages, M exports, 0 problems".
    """
    with tempfile.TemporaryDirectory(prefix="techmodel-self-test-") as folder:
        problems: list[str] = []
        pages = _pages(Path(folder), problems)
        exports = _exports(Path(folder), problems)
    for problem in problems:
        print(problem, file=sys.stderr)  # noqa: T201 - the command's output
    words = (plural(pages, "page"), plural(exports, "export"), plural(len(problems), "problem"))
    print(", ".join(words))  # noqa: T201 - the command's output
    return 1 if problems else 0


def _pages(folder: Path, problems: list[str]) -> int:
    """Show every place in a real window; how many there were."""
    from techmodel.app import visit_every_page

    def take(kind: type[BaseException], error: BaseException, _: object) -> None:
        problems.append(f"The window: {kind.__name__}: {error}")

    before, sys.excepthook = sys.excepthook, take  # where errors in slots go
    try:
        return visit_every_page(folder / "pages.techmodel", folder / "pages")
    except TechmodelError as error:
        problems.append(f"The window: {error}")
        return 0
    finally:
        sys.excepthook = before


def _exports(folder: Path, problems: list[str]) -> int:
    """Make every export and read it back; how many succeeded."""
    from techmodel.session.exports import ExportJob, ExportKind, export_report
    from techmodel.session.sample import make_sample
    from techmodel.session.session import Session

    document = make_sample(folder / "exports.techmodel", folder / "work", force=False)
    try:
        session = Session(document.file, document)
        session.plan.accept(session.plan.proposal())
        report = session.report(version=__version__)
    finally:
        document.close()
    done = 0
    for kind in ExportKind:
        try:
            export_report(ExportJob(report, folder / f"sample.{kind.value}", kind, force=False))
            done += 1
        except TechmodelError as error:
            problems.append(f"Export {kind.value}: {error}")
    _read_back(folder / f"sample.{ExportKind.XLSX.value}", problems)
    return done


def _read_back(workbook: Path, problems: list[str]) -> None:
    """Read a workbook as one from outside: in a process of its own."""
    from techmodel.importing.sandbox import read_workbook

    try:
        if read_workbook(workbook).sheet("Gaps") is None:
            problems.append("Reading a workbook: it has no sheet Gaps.")
    except TechmodelError as error:
        problems.append(f"Reading a workbook: {error}")
