"""The command requirements: what care models ask for, on the screen or as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from techmodel.cli.make import ENDING
from techmodel.cli.opening import PATH, reading
from techmodel.core.checklist import CareModelId
from techmodel.session.content import checklist_from
from techmodel.session.noun import typed_id
from techmodel.settings import built_in_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from techmodel.core.checklist import Checklist

    Asked = tuple[Checklist, tuple[CareModelId, ...]]

_NO_MODELS = (
    "Name what the list is of: FILE for the care models of an assessment, or --care-model ID. "
    "`techmodel checklist show` lists the ids."
)
_BOTH = "Give FILE or --care-model, not both: a FILE has its care models already."
_TWO_AT_MOST = "Name at most one file to write."
_FORMS = "Give one of --json, --csv and OUT, not several."


@click.command(
    "requirements",
    help="Which capabilities care models ask for, at what level and why; nothing has to be "
    "answered for that. FILE takes the care models and the checklist of an assessment; "
    "--care-model takes the built-in checklist and needs no file. OUT ends in .xlsx, .csv or "
    ".html and says which kind of list is written; without it, the list is printed.",
    short_help="What care models ask for.",
)
@click.argument("places", nargs=-1, type=PATH, metavar="[FILE] [OUT.(xlsx|csv|html)]")
@click.option(
    "--care-model",
    "models",
    multiple=True,
    metavar="ID",
    help="A care model such as EHCH; may be repeated. `checklist show` lists them.",
)
@click.option("--json", "as_json", is_flag=True, help="For scripts; stable keys.")
@click.option("--csv", "as_csv", is_flag=True, help="One row for each capability.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
def requirements(
    places: tuple[Path, ...], models: tuple[str, ...], *, as_json: bool, as_csv: bool, force: bool
) -> None:
    """Print or write what care models require; BadInput names the care models there are."""
    file, out = _places(places, has_models=bool(models))
    if as_json + as_csv + (out is not None) > 1:
        raise click.UsageError(_FORMS)
    asked = _of_file(file) if file else _of_models(models)
    if out is None:
        _print(*asked, as_json=as_json, as_csv=as_csv)
    else:
        _write(asked, out, force=force)


def _places(places: Sequence[Path], *, has_models: bool) -> tuple[Path | None, Path | None]:
    """The assessment and the file to write, of the paths that were typed.

    Raises:
        click.UsageError: what the list is of is not said, or twice; too many paths.
    """
    if has_models:
        if len(places) > 1 or any(p.suffix.lower() == ENDING for p in places):
            raise click.UsageError(_BOTH)
        return None, next(iter(places), None)
    if not places:
        raise click.UsageError(_NO_MODELS)
    file, *outs = places
    if len(outs) > 1:
        raise click.UsageError(_TWO_AT_MOST)
    return file, next(iter(outs), None)


def _of_file(file: Path) -> Asked:
    with reading(file) as session:
        assessment = session.assessment()
    return assessment.checklist, tuple(assessment.care_models)


def _of_models(models: Sequence[str]) -> Asked:
    return checklist_from(built_in_folder()), tuple(CareModelId(typed_id(m)) for m in models)


def _print(
    checklist: Checklist, models: tuple[CareModelId, ...], *, as_json: bool, as_csv: bool
) -> None:
    from techmodel.core.requirements import find_requirements, requirements_to_json
    from techmodel.wording.requirements import requirement_lines

    rows = find_requirements(checklist, models)
    if as_json:
        data = requirements_to_json(checklist, models, rows)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
    elif as_csv:
        from techmodel.export.csv import requirements_csv

        click.echo(requirements_csv(checklist, rows), nl=False)
    else:
        click.echo("\n".join(requirement_lines(checklist, models, rows)))


def _write(asked: Asked, out: Path, *, force: bool) -> None:
    """Write the list of a checklist and care models as a file.

    Raises:
        WrongUse: the ending is none of ours.
        ExportFailed: the file exists and may not be replaced, or cannot be written.
    """
    from techmodel.session.exports import check_free
    from techmodel.session.requirements import save_requirements

    check_free(out, force=force)
    save_requirements((*asked, out))
    click.echo(f"Exported {out}.")


COMMANDS = (requirements,)
