"""Guides as TOML files of a checklist folder: read apart, when shown.

`guides/DOMAIN.toml`, one a domain. Opening an assessment does not read them. A case that stands in
another guide is named by `see = "TOC:red-bag"` and nothing else.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from techmodel.core.checklist import CapabilityId, DomainId, ServiceId
from techmodel.core.errors import BadInput
from techmodel.core.learning import Case, Guide, Learning, Lesson, Reference
from techmodel.core.learning_checks import check
from techmodel.importing.checklist_folder import read_learning_files
from techmodel.importing.checklist_learning_shapes import GuideFile
from techmodel.importing.checklist_toml import toml_text
from techmodel.importing.shaped import shaped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from importlib.resources.abc import Traversable

    from techmodel.importing.checklist_learning_shapes import CaseRow

    Row = dict[str, Any]


def read_learning_folder(folder: Traversable) -> Learning:
    """The guides in a checklist folder; a `pathlib.Path` will do.

    Raises:
        BadInput: it is no such folder, or anything in the files is wrong.
        OSError: the system cannot read it.
    """
    return read_learning_texts(read_learning_files(folder))


def read_learning_texts(files: Mapping[str, str]) -> Learning:
    """The learning in the texts of its files, by name ("guides/GOV.toml").

    Raises:
        BadInput: with a sentence a problem, each naming file, id and key; shape before sense.
    """
    problems: list[str] = []
    guides: list[Guide] = []
    for name in sorted(files):
        try:
            guides.append(_guide(name, files[name]))
        except BadInput as error:
            problems += error.problems
    _refuse(problems)
    learning = Learning(tuple(guides))
    _refuse([f"{_name(p.id.partition(':')[0])}: {p}" for p in check(learning)])
    return learning


def write_learning_files(learning: Learning) -> dict[str, str]:
    """The texts of all files in our one form, by name; reading them gives the same learning."""
    texts = {}
    for guide in learning.guides:
        row: Row = asdict(guide)
        del row["entries"]
        document = {"guide": _plain(row), "cases": list(map(_case_row, guide.entries))}
        texts[_name(guide.domain)] = toml_text(document)
    return texts


def _case_row(entry: Case | Reference) -> Row:
    if isinstance(entry, Reference):
        return {"see": str(entry)}
    row = _plain(asdict(entry))
    order = ("id", "title", "place", "period", "what", "result", "source", "url", "licence")
    optional = [key for key in ("read_on", "capabilities", "services") if row[key]]
    return {key: row[key] for key in (*order, *optional)}


def _plain(row: Row) -> Row:
    """`row` with lists for tuples, as TOML has them."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in row.items()}


def _guide(name: str, text: str) -> Guide:
    file = shaped(name, text, GuideFile)
    if name != _name(file.guide.domain):
        raise BadInput(f"{name}: guide.domain: it must be the name of the file.")
    faults = [
        f"{name}: case {row.id or number}, {fault}"
        for number, row in enumerate(file.cases, start=1)
        for fault in _faults(row)
    ]
    _refuse(faults)
    return Guide(
        DomainId(file.guide.domain),
        file.guide.problem,
        tuple(file.guide.worked),
        tuple(file.guide.avoid),
        tuple(Lesson(row.lesson, row.source) for row in file.guide.lessons),
        tuple(map(_entry, file.cases)),
    )


def _faults(row: CaseRow) -> list[str]:
    if not row.see:
        return [f"{key}: is missing." for key in row.missing]
    domain, colon, case = row.see.partition(":")
    if row.extra:
        return [f"see: a case from another guide has nothing but see; take out {row.extra[0]}."]
    return (
        [] if domain and colon and case else ["see: must be a domain and a case: “TOC:red-bag”."]
    )


def _entry(row: CaseRow) -> Case | Reference:
    if row.see:
        domain, _, case = row.see.partition(":")
        return Reference(DomainId(domain), case)
    return Case(
        id=row.id,
        title=row.title,
        place=row.place,
        what=row.what,
        result=row.result,
        period=row.period,
        source=row.source,
        url=row.url,
        licence=row.licence,
        read_on=row.read_on,
        capabilities=tuple(map(CapabilityId, row.capabilities)),
        services=tuple(map(ServiceId, row.services)),
    )


def _name(domain: str) -> str:
    return f"guides/{domain}.toml"


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        more = f" ({len(problems) - 1} more)" if len(problems) > 1 else ""
        raise BadInput(problems[0] + more, tuple(problems))
