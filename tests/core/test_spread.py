"""When a plan may end."""

from datetime import date

from tests.core.plans import worked

from techmodel.core.checklist import Weeks
from techmodel.core.plan_parts import Project, ProjectKind
from techmodel.core.spread import Spread, find_spread

OWN = Project("PX1", "Own", ProjectKind.OWN, weeks=Weeks(1, 2, 4))


def test_a_spread_is_in_days_of_the_calendar():
    plan = worked([OWN])

    assert plan.end == date(2026, 12, 8)
    assert find_spread(plan, [5, 10, 11, 15, 20]) == Spread(
        5, date(2026, 12, 9), date(2026, 12, 15), 0.4
    )


def test_a_plan_of_nothing_ends_where_it_begins():
    plan = worked([])

    assert find_spread(plan, [0]) == Spread(1, plan.start, plan.start, 1)
