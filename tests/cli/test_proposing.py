"""Filling the plan, as a command."""

from techmodel.cli import main
from techmodel.cli.opening import Opening, opened


def test_gaps_whose_project_was_dropped_are_named_when_the_plan_is_filled(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("TECHMODEL_HOME", str(tmp_path / "home"))
    path = tmp_path / "a.techmodel"
    one = ["--organisation", "Hill Practice:gp", "--care-model", "PLACE"]
    assert main(["new", str(path), "--title", "Test", *one]) == 0
    assert main(["plan", str(path), "--propose"]) == 0
    with opened(path, Opening(False, False, False)) as session:
        first = session.plan.book().projects[0].id
        session.plan.drop(first, "No money")
    capsys.readouterr()

    assert main(["plan", str(path), "--propose"]) == 0
    assert capsys.readouterr().out.startswith(
        f"1 gap is left out by decision ({first} dropped).\nNothing to change"
    )
