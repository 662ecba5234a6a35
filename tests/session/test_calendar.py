"""Bank holidays of England, from the library."""

import subprocess
import sys
from datetime import date

import pytest

from techmodel.session.calendar import bank_holidays, working_days

GIVEN_BY_LAW = {
    2026: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"],
    2027: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"],
    2028: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"],
}
"""Those on working days, as the government's own list has them (gov.uk/bank-holidays)."""


@pytest.mark.parametrize("year", GIVEN_BY_LAW)
def test_bank_holidays_on_working_days_are_those_of_the_law(year):
    found = [d for d in bank_holidays(year) if d.weekday() < 5]

    assert [f"{d:%m-%d}" for d in found] == GIVEN_BY_LAW[year]


def test_they_have_names():
    assert bank_holidays(2027)[date(2027, 3, 26)] == "Good Friday"


def test_closed_days_are_left_out_too():
    days = working_days(date(2026, 12, 23), [date(2026, 12, 24)])

    assert [days.day(n).day for n in range(3)] == [23, 29, 30]


def test_only_one_country_is_imported_and_the_package_stays_whole():
    code = (
        "import sys\n"
        "from techmodel.session.calendar import bank_holidays\n"
        "assert not any(m.startswith('holidays') for m in sys.modules)\n"
        "assert bank_holidays(2027) and bank_holidays(2028)\n"
        "found = [m for m in sys.modules if m.startswith('holidays.countries')]\n"
        "assert found == ['holidays.countries.united_kingdom'], found\n"
        "from holidays.countries import France\n"
        "assert France(years=2027)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr


def test_a_package_that_is_there_already_is_used_as_it_is():
    code = (
        "import holidays.countries\n"
        "from techmodel.session.calendar import bank_holidays\n"
        "assert bank_holidays(2027)\n"
        "import sys\n"
        "assert sys.modules['holidays.countries'].France\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
