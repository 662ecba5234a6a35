"""The plan for other tools, as commands."""

import pytest

from techmodel.session.exports import PlanKind


@pytest.fixture
def file(run, tmp_path):
    """An assessment of one practice, without a plan."""
    path = tmp_path / "a.techmodel"
    one = ("--organisation", "Hill Practice:gp", "--care-model", "PLACE")
    assert run("new", path, "--title", "Test", *one)[0] == 0
    return path


@pytest.fixture
def planned(run, file):
    assert run("plan", file, "--propose")[0] == 0
    return file


@pytest.mark.parametrize("kind", PlanKind)
def test_the_plan_is_exported_by_the_ending_of_its_name(run, planned, tmp_path, kind):
    out = tmp_path / f"Plan.{kind}"
    code, said, err = run("export", planned, out)

    assert (code, said, err) == (0, f"Exported {out}; read back and compared.\n", "")
    assert out.stat().st_size > 0
    assert run("export", planned, out)[0] == 1
    assert run("export", planned, out, "--force")[0] == 0


def test_two_files_are_written_at_once(run, planned, tmp_path):
    out, gantt = tmp_path / "Plan.xml", tmp_path / "Plan.csv"
    code, said, _ = run("export", planned, out, "--gantt", gantt)

    assert (code, said.count("read back and compared")) == (0, 2)
    assert gantt.read_text(encoding="utf-8").startswith("ID,Name,Begin date,")


def test_gantt_alone_needs_no_other_file(run, planned, tmp_path):
    assert run("export", planned, "--gantt", tmp_path / "Plan.csv")[0] == 0


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ((), "Name the file to write"),
        (("--gantt", "Plan.xml"), "ends in .csv, not in '.xml'"),
        (("Plan.csv", "--gantt", "Plan.csv"), "different names"),
    ],
)
def test_wrong_use_is_said_before_anything_is_written(run, planned, options, sentence):
    code, _, err = run("export", planned, *options)

    assert code == 2
    assert sentence in err


def test_without_a_plan_nothing_is_written(run, file, tmp_path):
    code, _, err = run("export", file, tmp_path / "Plan.xml")

    assert code == 1
    assert "There is no plan to export yet" in err
    assert not (tmp_path / "Plan.xml").exists()


def test_projects_without_dates_are_named_unless_they_are_over(run, planned, tmp_path):
    from techmodel.cli.opening import Opening, opened
    from techmodel.core.plan_parts import Status

    with opened(planned, Opening()) as session:
        for name in ("Train the trainers", "Move house"):
            session.plan.add_own(name)
        moved = next(p.id for p in session.plan.book().projects if p.name == "Move house")
        session.plan.progress(moved, Status.DROPPED, 0, "Not now")
    said = run("export", planned, tmp_path / "Plan.xml")[1]

    assert "1 project without dates left out: " in said
    assert "Train the trainers." in said
