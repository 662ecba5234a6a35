"""Which of today's organisations an older id stands for."""

from techmodel.core.aliases import aliases_between, aliases_of
from techmodel.core.journal import WHOLE_ROW, Batch, BatchKind, Edit

KEY = ("same_organisations",)


def batch(old, new):
    """A batch that sets the aliases, as a whole row where there was none."""
    if old is None:
        edit = Edit("setting", KEY, WHOLE_ROW, None, {"value": new})
    else:
        edit = Edit("setting", KEY, "value", old, new)
    return Batch("b", BatchKind.MERGE, "", "", (edit,))


def test_the_id_that_is_gone_stands_for_the_one_that_stays():
    assert aliases_of([batch(None, {"b": "a"})], ["a", "c"]) == {"b": "a"}


def test_after_a_merge_was_taken_back_their_id_stands_for_ours():
    undone = Batch(
        "u",
        BatchKind.UNDO,
        "",
        "",
        (Edit("setting", KEY, WHOLE_ROW, {"value": {"b": "a"}}, None),),
    )

    assert aliases_of([batch(None, {"b": "a"}), undone], ["b"]) == {"a": "b"}


def test_one_leads_to_another():
    batches = [batch(None, {"c": "b"}), batch({"c": "b"}, {"c": "a", "b": "a"})]

    assert aliases_of(batches, ["a"]) == {"b": "a", "c": "a"}


def test_organisations_that_are_two_again_are_two():
    assert aliases_of([batch(None, {"b": "a"})], ["a", "b"]) == {}


def test_where_none_is_left_the_smallest_id_stands_for_all():
    assert aliases_of([batch(None, {"b": "a"})], []) == {"b": "a"}


def test_moments_remember_in_their_settings():
    then, now = {}, {"setting": {KEY: {"value": {"b": "a"}}}}

    assert aliases_between([then, now], ["a"]) == {"b": "a"}
    assert aliases_between([then], ["a"]) == {}


def test_other_settings_are_no_aliases():
    title = Edit("setting", ("title",), "value", "A", "B")

    assert aliases_of([Batch("b", BatchKind.EDIT, "", "", (title,))], ["a"]) == {}
