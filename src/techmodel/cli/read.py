"""Commands that only read: gaps, export, history, check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from techmodel import __version__
from techmodel.cli.opening import FILE, reading
from techmodel.cli.text import check_lines, gap_lines
from techmodel.core.checklist import CapabilityId
from techmodel.core.gaps_json import gaps_json
from techmodel.session.noun import known_capability

if TYPE_CHECKING:
    from collections.abc import Iterator

    from techmodel.core.journal import Batch


@click.command("gaps", help="Where the partners are below target, and what comes first.")
@FILE
@click.option("--json", "as_json", is_flag=True, help="For scripts; stable keys.")
@click.option("--csv", "as_csv", is_flag=True, help="One row for each capability.")
def gaps(file: Path, *, as_json: bool, as_csv: bool) -> None:
    """Print the gap analysis."""
    if as_json and as_csv:
        raise click.UsageError("Give --json or --csv, not both.")
    with reading(file) as session:
        assessment, found = session.assessment(), session.gaps()
        if as_json:
            text = json.dumps(gaps_json(assessment, found), ensure_ascii=False, indent=2)
        elif as_csv:
            from techmodel.export.csv import gaps_csv

            text = gaps_csv(session.report(version=__version__)).rstrip()
        else:
            text = "\n".join(gap_lines(assessment, found))
    click.echo(text)


@click.command(
    "export",
    help="Write the workbook (xlsx), the report (pdf), the answers (csv) or everything (json).",
)
@FILE
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help="Replace an existing file.")
def export(file: Path, out: Path, *, force: bool) -> None:
    """Write an export and read it back."""
    from techmodel.session.exports import ExportJob, export_report, kind_of

    kind = kind_of(out)
    with reading(file) as session:
        report = session.report(version=__version__)
    export_report(ExportJob(report, out, kind, force=force))
    click.echo(f"Exported {out}; read back and compared.")


@click.command(
    "history", help="Who changed what and when, newest last; of one capability if named."
)
@FILE
@click.argument("capability", required=False)
def history(file: Path, capability: str | None) -> None:
    """Print the journal."""
    with reading(file) as session:
        batches = session.batches()
        if capability is not None:
            known_capability(session.assessment(), CapabilityId(capability))
            batches = tuple(b for b in batches if _concerns(b, capability))
    for line in _history_lines(batches):
        click.echo(line)


def _concerns(batch: Batch, capability: str) -> bool:
    """Whether a batch touched a capability's answers, evidence or target."""
    for edit in batch.edits:
        if edit.table in {"answer", "override"} and edit.key[0] == capability:
            return True
        row = edit.new if isinstance(edit.new, dict) else edit.old
        if (
            edit.table == "evidence"
            and isinstance(row, dict)
            and row.get("capability") == capability
        ):
            return True
    return False


def _history_lines(batches: tuple[Batch, ...]) -> Iterator[str]:
    from datetime import datetime

    for batch in batches:
        at = datetime.fromisoformat(batch.at).astimezone()
        by = f"  ({batch.decided_by})" if batch.decided_by else ""
        yield f"{batch.revision:>5}  {at:%d %b %Y %H:%M}  {batch.label}{by}"


@click.command("check", help="Is the file whole (exit 1 if not), and is it ready to send?")
@FILE
def check(file: Path) -> None:
    """Verify the file, then print the ready-to-send list."""
    with reading(file) as session:
        report = session.report(version=__version__)
    click.echo(f"{file.name} is whole: {report.revision} changes, seal and journal agree.")
    for line in check_lines(report):
        click.echo(line)


COMMANDS = (gaps, export, history, check)
