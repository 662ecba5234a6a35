"""LibreOffice as a second opinion on every formula: it calculates anew whatever is stored."""

import shutil
import subprocess
import warnings

from openpyxl import load_workbook

SOFFICE = shutil.which("soffice")
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(paths, folder):
    """Copies of workbooks in which LibreOffice has calculated every formula, by name."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, "utf-8")
    out = folder / "recalculated"
    subprocess.run(
        [
            *(SOFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}"),
            *("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out)),
            *map(str, paths),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {path.name: out / path.name for path in paths}


def values_of(path):
    """The values in a workbook that LibreOffice wrote, whose extensions openpyxl does not know."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        return load_workbook(path, data_only=True)


def differences(stored, calculated):
    """Formula cells whose stored value is not what LibreOffice finds; how many were looked at."""
    formulas = load_workbook(stored)
    values = load_workbook(stored, data_only=True)
    other = values_of(calculated)
    found, looked_at = [], 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    looked_at += 1
                    place = sheet.title, cell.coordinate
                    pair = values[place[0]][place[1]].value, other[place[0]][place[1]].value
                    if not same(*pair):
                        found.append((*place, cell.value, *pair))
    return found, looked_at


def same(one, other):
    """Whether two values are one: numbers to a billionth, nothing and empty text alike."""
    if isinstance(one, (int, float)) and isinstance(other, (int, float)):
        return abs(one - other) <= 1e-9 * max(1, abs(one))
    return ("" if one is None else one) == ("" if other is None else other)
