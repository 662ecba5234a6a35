"""Commands that only read: gaps, export, history, check."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from techmodel import __version__
from techmodel.cli.opening import FILE, PATH, reading
from techmodel.cli.text import check_lines, gap_lines
from techmodel.core.checklist import CapabilityId
from techmodel.core.gaps_json import gaps_json
from techmodel.session.noun import known_capability, typed_id
from techmodel.wording.history import batch_about, find_book
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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
    help="Write an export and read it back. The ending of OUT says which: .xlsx the workbook, "
    ".pdf the report, .csv the answers as `answer --from` reads them, .json everything.",
    short_help="Write the workbook, the report, the answers or everything.",
)
@FILE
@click.argument("out", type=PATH)
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
    "history",
    help="What was changed and when, newest last; of one capability if named.",
    short_help="What was changed and when, newest last.",
)
@FILE
@click.argument("capability", required=False)
def history(file: Path, capability: str | None) -> None:
    """Print the journal."""
    with reading(file) as session:
        batches = session.batches()
        if capability is not None:
            assessment = session.assessment()
            id_ = known_capability(assessment, CapabilityId(typed_id(capability))).id
            book = find_book(assessment, batches)
            batches = tuple(b for b in batches if id_ in batch_about(b, book)[0])
    for line in _history_lines(batches):
        click.echo(line)
    if not batches:
        click.echo("Nothing has been changed there yet.")


def _history_lines(batches: tuple[Batch, ...]) -> Iterator[str]:
    from datetime import datetime

    for batch in batches:
        at = datetime.fromisoformat(batch.at).astimezone()
        by = f"  ({batch.decided_by})" if batch.decided_by else ""
        yield f"{batch.revision:>5}  {at:%d %b %Y %H:%M}  {batch.label}{by}"


@click.command(
    "check",
    help="Is the file whole (exit 1 if not)? Then what to settle before it is sent (exit 0).",
    short_help="Is the file whole, and is it ready to send?",
)
@FILE
def check(file: Path) -> None:
    """Verify the file, then print the ready-to-send list."""
    with reading(file) as session:
        report = session.report(version=__version__)
    click.echo(
        f"{file.name} is whole: {plural(report.revision, 'change')}, seal and journal agree."
    )
    for line in check_lines(report):
        click.echo(line)


COMMANDS = (gaps, export, history, check)
