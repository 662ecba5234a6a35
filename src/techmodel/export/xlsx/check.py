"""The sheet Check: every total of the program beside the same total of the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from techmodel.core.sheets import CHECK, ColumnKind
from techmodel.export.xlsx.book import Formula, Styled
from techmodel.export.xlsx.layout import check_block
from techmodel.export.xlsx.rules import add_rules, notice_rule
from techmodel.export.xlsx.style import style_for
from techmodel.export.xlsx.table import write_list
from techmodel.export.xlsx.totals import TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from techmodel.export.xlsx.book import Book, Content, Cut
    from techmodel.export.xlsx.totals import Total

    Row = Mapping[str, Content]

AGREES, DIFFERS = "Agrees", "Differs"


def write_check(book: Book, totals: Sequence[Total]) -> None:
    """Write the sheet, last of all: texts that were cut anywhere are listed at its end."""
    rows = [_row(total, number) for number, total in enumerate(totals, 2)]
    rows += [_cut_row(cut, number) for number, cut in enumerate(book.cuts, 1)]
    block = check_block(len(rows))
    sheet = write_list(book, CHECK, block, rows)
    area = f"{block.letter('result')}{block.first}:{block.letter('result')}{block.last}"
    first = f"{block.letter('result')}{block.first}"
    add_rules(sheet, area, [notice_rule(f'{first}<>"{AGREES}"')])


def _row(total: Total, number: int) -> Row:
    """A total, what the workbook has, and whether they agree: to a billionth, or in letters."""
    ours, theirs = f"$C{number}", f"$D{number}"
    value = "" if total.value is None else total.value
    near = f"ABS({ours}-{theirs})<={TOLERANCE:.9f}"
    same = f'{ours}&""={theirs}&""'
    return {
        "id": total.id,
        "what": total.what,
        "program": _shown(total, total.value),
        "workbook": _shown(total, Formula(f"={total.formula}", value)),
        "result": Formula(
            f"=IF(AND(ISNUMBER({ours}),ISNUMBER({theirs})),"
            f'IF({near},"{AGREES}","{DIFFERS}"),IF({same},"{AGREES}","{DIFFERS}"))',
            AGREES,
        ),
    }


def _shown(total: Total, content: float | str | Formula | None) -> Content:
    if total.is_share:
        return Styled(content, style_for(ColumnKind.SHARE))
    return Styled(content, style_for(ColumnKind.NAME)) if isinstance(total.value, str) else content


def _cut_row(cut: Cut, number: int) -> Row:
    return {
        "id": f"cut-{number}",
        "what": f"{cut.sheet} {cut.cell}: the text was too long for a cell; its last"
        f" {cut.left_out:,} characters are in the program only",
        "result": "Cut",
    }
