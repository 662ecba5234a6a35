"""What a report holds of the plan."""

from datetime import date

from tests.session.plans import with_projects

from techmodel.core.ready import Finding


def findings(report):
    return {c.finding: [i for i, _ in c.items] for c in report.checks}


def test_a_report_without_a_plan_has_none_and_does_not_check_it(session):
    report = session.report(version="1.0")

    assert (report.plan, report.forecast, report.book.projects) == (None, (), ())
    assert Finding.PROJECT_NO_OWNER not in findings(report)


def test_a_report_holds_the_plan_what_it_leads_to_and_what_is_missing(session):
    with_projects(session, "Shared record")
    session.costs.add(label="Licences")
    report = session.report(version="1.0")

    assert [p.project.name for p in report.plan.projects] == ["Shared record"]
    assert report.forecast[0].levels.keys() == session.plan.forecast()[0].levels.keys()
    assert findings(report)[Finding.PROJECT_NO_OWNER] == ["PX1"]
    assert findings(report)[Finding.COST_NO_FUNDING] == [c.id for c in report.book.costs]


def test_risks_alone_are_checked_too(session):
    session.raid.add(text="A supplier is late")

    assert findings(session.report(version="1.0"))[Finding.RISK_NO_SCORE]


def test_days_nobody_works_are_held_without_a_plan_and_ask_for_nothing(session):
    session.plan.close_days([date(2026, 12, 29)])
    report = session.report(version="1.0")

    assert report.book.closed_days == {date(2026, 12, 29)}
    assert Finding.PROJECT_NO_OWNER not in findings(report)
