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
from techmodel.core.rounds import NEWEST
from techmodel.session.noun import known_capability, typed_id
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from pathlib import Path

    from techmodel.core.rounds import RoundId
    from techmodel.session.exports import AnyKind
    from techmodel.session.session import Session


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

            report = session.report(version=__version__, with_plan=False)
            text = gaps_csv(report).rstrip()
        else:
            text = "\n".join(gap_lines(assessment, found))
    click.echo(text)


@click.command(
    "export",
    help="Write an export and read it back. The ending of OUT says which: .xlsx the workbook, "
    ".pdf the report, .csv the answers as `answer --from` reads them, .json everything; of the "
    "plan, .xml for Microsoft Project, .ics a calendar of milestones and statutory dates, and "
    "with --gantt a CSV for GanttProject.",
    short_help="Write the workbook, the report, the answers, the plan or everything.",
)
@FILE
@click.argument("out", type=PATH, required=False)
@click.option("--gantt", type=PATH, metavar="OUT.csv", help="The plan for GanttProject.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@click.option(
    "--since",
    metavar="ROUND",
    help="The round whose progress to now is told, the newest unless given; 'none' for no round.",
)
@click.option(
    "--guides/--no-guides",
    default=True,
    help="End the report with the guides from the field, or leave them out.",
)
def export(
    file: Path,
    out: Path | None,
    gantt: Path | None,
    *,
    force: bool,
    since: str | None,
    guides: bool,
) -> None:
    """Write exports and read them back."""
    from techmodel.session.exports import ExportJob, ExportKind, PlanKind, export_report, left_out

    wanted = _wanted(out, gantt)
    with reading(file) as session:
        round_ = _round_meant(session, since)
        planned = any(kind is not ExportKind.CSV for _, kind in wanted)
        report = session.report(
            version=__version__,
            since=round_,
            with_plan=planned,
            with_guides=guides and any(kind is ExportKind.PDF for _, kind in wanted),
        )
    for path, kind in wanted:
        export_report(ExportJob(report, path, kind, force=force))
        click.echo(f"Exported {path}; read back and compared.")
    missing = left_out(report)
    if missing and any(kind in set(PlanKind) for _, kind in wanted):
        click.echo(missing)


def _wanted(out: Path | None, gantt: Path | None) -> list[tuple[Path, AnyKind]]:
    """The exports that are asked for, each with its kind."""
    from techmodel.session.exports import PlanKind, kind_of

    if out is None and gantt is None:
        raise click.UsageError("Name the file to write: OUT, or --gantt OUT.csv, or both.")
    wanted: list[tuple[Path, AnyKind]] = [] if out is None else [(out, kind_of(out))]
    if gantt is not None:
        if gantt.suffix.lower() != ".csv":
            raise click.UsageError(f"The file for --gantt ends in .csv, not in {gantt.suffix!r}.")
        if out == gantt:
            raise click.UsageError("Give OUT and --gantt different names.")
        wanted.append((gantt, PlanKind.GANTT))
    return wanted


def _round_meant(session: Session, name: str | None) -> RoundId | None:
    """The round that a person names, the newest for None; no round for the word "none"."""
    if name is None:
        return NEWEST
    if name == "none" and not any(r.name == name for r in session.rounds.all()):
        return None
    return session.rounds.named(name).id


@click.command(
    "history",
    help="What was changed and when, newest last, with who decided; of one capability if named, "
    "then with reasons and notes. What a merge took over from another file stands under it.",
    short_help="What was changed and when, newest last.",
)
@FILE
@click.argument("capability", required=False)
def history(file: Path, capability: str | None) -> None:
    """Print the journal."""
    from techmodel.cli.text_history import history_lines

    with reading(file) as session:
        id_ = None
        if capability is not None:
            id_ = known_capability(session.assessment(), CapabilityId(typed_id(capability))).id
        lines = list(history_lines(session, id_))
    for line in lines or ["Nothing has been changed there yet."]:
        click.echo(line)


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
