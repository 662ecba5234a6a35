"""What is wrong with a workbook that came back, what it comes to, and what of it is not taken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from techmodel.core.merge_parts import Choice
from techmodel.core.onboarding import Stage
from techmodel.core.plan_parts import Status
from techmodel.core.plan_sheets import NO, YES
from techmodel.core.returning_lists import LISTINGS
from techmodel.core.returning_parts import Fault
from techmodel.core.sheets import column
from techmodel.wording.benefits import ONE
from techmodel.wording.costs import KINDS as COST_KINDS
from techmodel.wording.numbers import join_words, plural, short_date
from techmodel.wording.plan_project import TAKE_ANSWERS
from techmodel.wording.plan_sheets import STATUSES
from techmodel.wording.raid import IMPACT, LIKELIHOOD, short_text
from techmodel.wording.raid import KINDS as RAID_KINDS
from techmodel.wording.returning_integration import FLOW_LEVELS, NO_SERVICE_ROWS
from techmodel.wording.service_edits import stage_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from techmodel.core.returning import Found
    from techmodel.core.returning_final import Settled
    from techmodel.core.returning_parts import ListBack, Returned, RowId, Trouble

NOTHING_CHANGED = "Nothing was changed."
NO_CHANGES = "Nothing was changed in this workbook."
SAME_ALREADY = "What was changed in this workbook is the same here already."
BY_HAND = (
    "This workbook does not say what it was made from, so it is compared with what is here now: "
    "every cell that differs counts as changed in the workbook."
)
ELSEWHERE = (
    "This workbook was made from another copy of this file, or from a later state of it, so it is "
    "compared with what is here now: every cell that differs counts as changed in the workbook."
)
BEGINNINGS = {"BY_HAND": BY_HAND, "ELSEWHERE": ELSEWHERE}
"""Why a workbook is compared with now."""

_SHEETS = {listing.title: listing.sheet for listing in LISTINGS}
_CHOICES: Mapping[str, Sequence[str]] = {
    "Plan.status": tuple(STATUSES.values()),
    "Plan.counted": (YES, NO),
    "RAID.kind": tuple(RAID_KINDS.values()),
    "RAID.likelihood": tuple(f"{n} {name}" for n, (name, _) in LIKELIHOOD.items()),
    "RAID.impact": tuple(f"{n} {name}" for n, (name, _) in IMPACT.items()),
    "RAID.open": (YES, NO),
    "Benefits.stage": tuple(ONE.values()),
    "Costs.kind": tuple(COST_KINDS.values()),
    "Onboarding.stage": tuple(map(stage_name, Stage)),
}
_ANSWERS = {
    "Answers": "an answer. Choose a level from 0 to 5, “Don’t know”, “Not applicable”, “Not "
    "answered”, or “Provided by” with an organisation of this assessment",
    "Flows": FLOW_LEVELS,
}
_SAID = {
    Fault.NOT_A_DATE: "{said} is not a date. Type one such as 4 January 2027 or 2027-01-04.",
    Fault.NOT_WHOLE: "{said} is not a whole number. {head}: whole numbers only, such as 4.",
    Fault.NOT_A_WORD: "{said} is not on the list. Choose {choices}.",
    Fault.NOT_A_SHARE: "{said} is not a percentage. Type one from 0% to 100%.",
    Fault.NOT_AN_ANSWER: "{said} is not {answers}.",
    Fault.NOT_A_YEAR: "{said} is not a financial year. Type one such as 2027/28.",
    Fault.NOT_A_WAIT: "{said} waits too long: from {about[0]} to {about[1]} working days.",
    Fault.TOO_LONG: "The text is too long: {about[0]} characters at most.",
    Fault.REASON_MISSING: "Say why; {state} needs a reason.",
    Fault.REASON_UNUSED: "{said} is a reason, which is asked for only where {state}. Write it "
    "under Note.",
    Fault.UNKNOWN_PROJECT: "There is no project {about}. Give the id of one on the sheet Plan.",
    Fault.UNKNOWN_BENEFIT: "There is no {about} on the sheet Benefits. Give ids of that sheet.",
    Fault.UNKNOWN_ID: "There is nothing with the id {said} here. Give the id as it was exported, "
    "or none for a new row.",
    Fault.UNKNOWN_ORGANISATION: "There is no organisation {about} that counts here. Choose one "
    "of the list.",
    Fault.UNKNOWN_CAPABILITY: "There is no capability {about} in scope. Give the id or the "
    "name of one on the sheet Gaps.",
    Fault.NOT_A_LEVEL: "{said} is not a level. Type one from 0 to 5, or nothing.",
    Fault.SAME_ENDS: "A flow goes to another organisation, not from {said} to itself.",
    Fault.DOUBLE: "“{about[0]}” goes from the one to the other already. Say its level there.",
    Fault.NO_ID: "{no_rows}",
    Fault.NO_VALUE: "The formula has no stored value. Open the workbook in Excel, save it and try "
    "again.",
    Fault.TWICE: "The id {said} stands in a row above already.",
    Fault.NOT_BEGUN: "{said} is done of a project that is not started. Choose “Under way”.",
    Fault.ALL_DONE: "Of a project that is done, 100% are done. Choose “Under way” for less.",
    Fault.ORDER: "The amounts do not rise: low, likely and high, such as 8,000, 10,000, 14,000.",
    Fault.ONCE: "What is one-off is paid in one year. Choose “Recurrent” for more.",
    Fault.ITSELF: "A project cannot wait for itself.",
    Fault.BACK: "“{about[0]}” cannot lead back to “{about[1]}”. Links lead to the right.",
    Fault.LOOP: "That would lead in a circle: {way}.",
    Fault.REFUSED: "{about[0]}",
}
_STATES = {
    ("Plan", Fault.REASON_MISSING): "a dropped project",
    ("Plan", Fault.REASON_UNUSED): "a project is dropped",
    ("Answers", Fault.REASON_MISSING): "“Not applicable”",
    ("Flows", Fault.REASON_MISSING): "“Not applicable”",
    ("Flows", Fault.REASON_UNUSED): "a flow is “Not applicable”",
    ("Answers", Fault.REASON_UNUSED): "an answer is “Not applicable” or provided by another",
}


_NO_ROWS = {
    "Answers": "Rows cannot be added to this sheet: every answer that is asked has its row.",
    "Onboarding": NO_SERVICE_ROWS,
}


def trouble_words(trouble: Trouble) -> str:
    """What is wrong with a cell and what is allowed: "Plan, F7: ‘soon’ is not a date. ..."."""
    return f"{trouble.row[0]}, {trouble.cell}: {trouble_detail(trouble)}"


def trouble_detail(trouble: Trouble) -> str:
    """What is wrong with a cell and what is allowed, without where it is."""
    head = column(_SHEETS[trouble.row[0]], trouble.column).header
    if trouble.fault is Fault.OUT_OF_RANGE:
        low, high = (_plain(end) for end in trouble.about)
        return f"{_quoted(trouble.said)} is out of range. {head}: {low} to {high}."
    if trouble.fault is Fault.MISSING:
        choices = join_words(_CHOICES.get(f"{trouble.row[0]}.{trouble.column}", ()), "or")
        return f"{head} is empty. " + (f"Choose {choices}." if choices else "Fill it in.")
    return _SAID[trouble.fault].format(
        said=_quoted(trouble.said),
        head=head,
        choices=join_words(_CHOICES.get(f"{trouble.row[0]}.{trouble.column}", ()), "or"),
        answers=_ANSWERS.get(trouble.row[0], ""),
        no_rows=_NO_ROWS.get(trouble.row[0], ""),
        about=trouble.about if trouble.fault not in _NAMED else _named(trouble.about),
        way=" → ".join(trouble.about),
        state=_STATES.get((trouble.row[0], trouble.fault), ""),
    )


def left_out_words(rows: Iterable[RowId]) -> str:
    """Which rows were left out: "Left out, because a cell of theirs cannot be taken: ..."."""
    named = sorted(f"{title} {id_}" for title, id_ in rows)
    return f"Left out, because a cell of theirs cannot be taken: {', '.join(named)}."


def gone_words(count: int) -> str:
    """How many rows are not in the workbook any more and stay."""
    one = count == 1
    return (
        f"{plural(count, 'row')} {'is' if one else 'are'} not in the workbook any more and "
        f"{'stays' if one else 'stay'} here"
    )


def all_troubles(file: str, troubles: Sequence[Trouble]) -> tuple[str, tuple[str, ...]]:
    """The summary of what is wrong with a workbook, and a sentence for each cell."""
    cells = plural(len(troubles), "cell")
    return (
        f"{cells} of '{file}' cannot be taken. {NOTHING_CHANGED}",
        tuple(map(trouble_words, troubles)),
    )


def no_sheets(file: str) -> str:
    """That a workbook holds nothing that can come back."""
    titles = join_words([f"“{listing.title}”" for listing in LISTINGS], "or")
    return (
        f"'{file}' has none of the sheets that can come back, with their headers: {titles}. "
        f"Export a workbook and change that. {NOTHING_CHANGED}"
    )


def other_assessment(file: str) -> str:
    """That a workbook was made from another assessment."""
    return (
        f"'{file}' was made from another assessment, so it cannot be brought back into this one. "
        f"Open the file it was exported from. {NOTHING_CHANGED}"
    )


def unsettled_words(count: int) -> str:
    """That so many conflicts are open."""
    verb = "was" if count == 1 else "were"
    return (
        f"{plural(count, 'thing')} {verb} changed here and in the workbook: settle this first. "
        f"{NOTHING_CHANGED}"
    )


def counts_words(found: Sequence[Found], settled: Settled) -> str:
    """What would be taken: "12 cells changed, 2 rows added and 1 removed"; "" for nothing."""
    conflicts = [c for f in found for c in f.conflicts]
    ours = [c for c in conflicts if settled.choices.get(c.id) is Choice.OURS]
    taken = [c for f in found for c in (*f.changes, *f.conflicts) if c not in ours]
    cells = sum(len(c.cells) for c in taken)
    gone = sum(g.row in settled.deleted for f in found for g in f.gone)
    added = sum(len(f.added) for f in found)
    said = [
        *([f"{plural(cells, 'cell')} changed"] if cells else []),
        *([f"{plural(added, 'row')} added"] if added else []),
        *([f"{plural(gone, 'row')} removed"] if gone else []),
    ]
    return join_words(said)


def headline(found: Sequence[Found], settled: Settled, troubles: int = 0) -> str:
    """What a workbook comes to, in one or two sentences."""
    asked = sum(len(f.conflicts) for f in found)
    counts = counts_words(found, settled)
    if troubles:
        cells = plural(troubles, "cell")
        return f"{cells} of this workbook cannot be taken. Nothing is written while there are any."
    if not counts and not asked and not any(f.gone for f in found):
        alike = any(f.alike for f in found)
        return SAME_ALREADY if alike else NO_CHANGES
    said = f"{counts}." if counts else "Nothing is taken yet."
    if asked:
        verb = "was" if asked == 1 else "were"
        said = f"{plural(asked, 'thing')} {verb} changed here as well. {said}"
    return said[0].upper() + said[1:]


def batch_label(file: str, found: Sequence[Found], settled: Settled) -> str:
    """The label of the batch: "Workbook 'plan.xlsx': 12 cells changed and 2 rows added"."""
    return f"Workbook '{file}': {counts_words(found, settled) or 'nothing changed'}"


def notes(returned: Returned, found: Sequence[Found] = ()) -> tuple[str, ...]:
    """What of a workbook is not looked at, or not taken, a sentence each."""
    said = [_absent(returned.absent)] if returned.absent else []
    said += [_HEADLESS.format(title) for title in returned.headless]
    told = {f.listing.title: f.told for f in found}
    for back in returned.lists.values():
        said += _list_notes(back, told.get(back.title, ()))
    said += _done_note(found)
    return (*said, *returned.left_out)


def _done_note(found: Sequence[Found]) -> Iterator[str]:
    """That projects marked done in a workbook bring no answers, and where these are taken over."""
    changes = [c for f in found for c in (*f.changes, *f.conflicts) if c.row[0] == "Plan"]
    done = [c.row[1] for c in changes if _is_done(c.new) and not _is_done(c.now)]
    if done:
        one = len(done) == 1
        yield (
            f"{join_words(done)} {'is' if one else 'are'} marked done, which changes no answers: "
            f"open {'it' if one else 'each'} on the page Plan and choose “{TAKE_ANSWERS}”."
        )


def _is_done(values: Mapping[str, object]) -> bool:
    return values.get("status") is Status.DONE


def _absent(titles: Sequence[str]) -> str:
    if len(titles) == 1:
        return f"There is no sheet {titles[0]}, so nothing of it changes."
    return f"There are no sheets {join_words(titles)}, so nothing of them changes."


def _list_notes(back: ListBack, told: Sequence[str]) -> Iterator[str]:
    if back.missing:
        yield f"Not on {back.title}, so nothing of it changes: {join_words(back.missing)}."
    if back.unknown:
        named = join_words([f"“{short_text(text)}”" for text in back.unknown])
        yield f"Not read on {back.title}, because the program did not make it: {named}."
    if back.overwritten or told:
        places = _places([*back.overwritten, *told])
        yield f"Not taken on {back.title}, because the program works it out: {places}."


def _places(cells: Sequence[str], most: int = 10) -> str:
    shown = ", ".join(cells[:most])
    return shown if len(cells) <= most else f"{shown} and {len(cells) - most:,} more"


_HEADLESS = (
    "The sheet {} has no header with “Id” among its first rows, so nothing of it changes. Give it "
    "the header it was exported with."
)
_NAMED = {
    *(Fault.UNKNOWN_PROJECT, Fault.UNKNOWN_BENEFIT),
    *(Fault.UNKNOWN_ORGANISATION, Fault.UNKNOWN_CAPABILITY),
}


def _named(ids: Iterable[str]) -> str:
    return join_words([f"‘{id_}’" for id_ in ids], "or")


def _quoted(said: str) -> str:
    return f"‘{short_text(said)}’" if said else "An empty cell"


def _plain(end: str) -> str:
    """An end of a range as people read it."""
    if "-" in end:
        return short_date(date.fromisoformat(end))
    return end if len(end) == 4 else f"{int(end):,}"
