"""Commands that make a document: new and sample."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, published
from techmodel.core.checklist import CareModelId
from techmodel.session.content import checklist_from
from techmodel.session.create import Draft, create_document
from techmodel.session.organisations import parse_newcomer
from techmodel.settings import built_in_folder, work_folder
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.command("new", help="Make a new assessment.")
@FILE
@click.option("--title", required=True, help="What the assessment is called.")
@click.option("--lead", default="", help="The role that leads it.")
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    required=True,
    metavar='"NAME:KIND[:WEIGHT]"',
    help="A partner; give it once for each.",
)
@click.option(
    "--care-model",
    "care_models",
    multiple=True,
    required=True,
    metavar="ID",
    help="A care model, which sets targets.",
)
@click.option(
    "--threshold", type=float, help="Share of weight that must reach a level, 0.5 to 1.0."
)
@click.option(
    "--checklist",
    "folder",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="A checklist folder instead of the built-in one.",
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
def new(
    file: Path,
    title: str,
    lead: str,
    organisations: Sequence[str],
    care_models: Sequence[str],
    threshold: float | None,
    folder: Path | None,
    *,
    force: bool,
) -> None:
    """Make a new assessment."""
    draft = Draft(
        title=title,
        checklist=checklist_from(folder or built_in_folder()),
        organisations=[parse_newcomer(o) for o in organisations],
        care_models=[CareModelId(m) for m in care_models],
        lead=lead,
        threshold=threshold,
    )
    with published(create_document(file, work_folder(), draft, force=force)) as session:
        asked = sum(o.asked for o in session.gaps().organisations)
        count = plural(len(draft.organisations), "organisation")
    click.echo(f"Made {file}: {count}, {plural(asked, 'question')}.")


@click.command(
    "sample", help="Make the sample assessment: a fictional partnership, mostly answered."
)
@FILE
@click.option("--force", is_flag=True, help="Replace an existing file.")
def sample(file: Path, *, force: bool) -> None:
    """Make the sample assessment."""
    from techmodel.session.sample import make_sample

    with published(make_sample(file, work_folder(), force=force)) as session:
        assessment, gaps = session.assessment(), session.gaps()
        known = sum(o.known for o in gaps.organisations)
        asked = sum(o.asked for o in gaps.organisations)
    click.echo(f"Made {file}: {assessment.title}, {known} of {asked} answers known.")


COMMANDS = (new, sample)
