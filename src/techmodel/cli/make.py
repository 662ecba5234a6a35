"""Commands that make a document: new and sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from techmodel.cli.opening import FILE, PATH, TAKE_LOCK, published
from techmodel.core.checklist import CareModelId
from techmodel.core.errors import WrongUse
from techmodel.session.content import checklist_from
from techmodel.session.create import Draft, create_document
from techmodel.session.noun import typed_id
from techmodel.session.organisations import parse_newcomer
from techmodel.session.scope import parse_threshold
from techmodel.settings import built_in_folder, work_folder
from techmodel.store.lock import take
from techmodel.wording.numbers import plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


ENDING = ".techmodel"


@click.command(
    "new",
    help="Make a new assessment. FILE ends in .techmodel. KIND and ID are as `techmodel "
    'checklist show` lists them.\n\nExample: techmodel new place.techmodel --title "Wendlemere '
    'place" --organisation "Oakholt Trust:community:2" --care-model PLACE',
    short_help="Make a new assessment.",
)
@FILE
@click.option("--title", required=True, help="What the assessment is called.")
@click.option("--lead", default="", metavar="ROLE", help="The role that leads it.")
@click.option(
    "--organisation",
    "organisations",
    multiple=True,
    required=True,
    metavar='"NAME:KIND[:WEIGHT]"',
    help="A partner and how much it counts, 1 unless given; once for each.",
)
@click.option(
    "--care-model",
    "care_models",
    multiple=True,
    required=True,
    metavar="ID",
    help="A care model, which sets the targets; once for each.",
)
@click.option(
    "--threshold",
    metavar="SHARE",
    help="Share of the weight that must reach a level, 0.5 to 1.0; 0.8 unless given.",
)
@click.option(
    "--checklist",
    "folder",
    type=PATH,
    metavar="DIR|XLSX",
    help="A checklist folder or workbook instead of the built-in one.",
)
@click.option("--force", is_flag=True, help="Replace an existing file.")
@TAKE_LOCK
def new(
    file: Path,
    title: str,
    lead: str,
    organisations: Sequence[str],
    care_models: Sequence[str],
    threshold: str | None,
    folder: Path | None,
    *,
    force: bool,
    take_lock: bool,
) -> None:
    """Make a new assessment."""
    _refuse_other_ending(file)
    draft = Draft(
        title=title,
        checklist=checklist_from(folder or built_in_folder()),
        organisations=[parse_newcomer(o) for o in organisations],
        care_models=[CareModelId(typed_id(m)) for m in care_models],
        lead=lead,
        threshold=None if threshold is None else parse_threshold(threshold),
    )
    _let_lock_go(file, force=force, take_lock=take_lock)
    with published(create_document(file, work_folder(), draft, force=force)) as session:
        asked = sum(o.asked for o in session.gaps().organisations)
        count = plural(len(draft.organisations), "organisation")
    click.echo(f"Made {file}: {count}, {plural(asked, 'question')}.")


@click.command(
    "sample",
    help="Make the sample assessment: a fictional partnership, mostly answered.",
    short_help="Make the sample, a fictional partnership.",
)
@FILE
@click.option("--force", is_flag=True, help="Replace an existing file.")
@TAKE_LOCK
def sample(file: Path, *, force: bool, take_lock: bool) -> None:
    """Make the sample assessment."""
    from techmodel.session.sample import make_sample

    _refuse_other_ending(file)
    _let_lock_go(file, force=force, take_lock=take_lock)
    with published(make_sample(file, work_folder(), force=force)) as session:
        assessment, gaps = session.assessment(), session.gaps()
        known = sum(o.known for o in gaps.organisations)
        asked = sum(o.asked for o in gaps.organisations)
    click.echo(f"Made {file}: {assessment.title}, {known} of {asked} answers known.")


def _let_lock_go(file: Path, *, force: bool, take_lock: bool) -> None:
    """Take over a lock that another machine left, where the file may be made at all."""
    if take_lock and (force or not file.exists()):
        take(file.absolute(), take_over=True).release()


def _refuse_other_ending(file: Path) -> None:
    """WrongUse when the name would not open with a double click."""
    if file.suffix.lower() != ENDING and not file.is_dir():
        raise WrongUse(f"An assessment ends in {ENDING}: name it '{file.name}{ENDING}'.")


COMMANDS = (new, sample)
