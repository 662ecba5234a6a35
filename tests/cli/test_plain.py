"""A terminal does not obey what a stranger wrote into a file."""

import io
import json
import sys

import click
import pytest

from techmodel.cli.plain import Plain, plain_streams


@pytest.mark.parametrize("text", ["plain", "two\nlines\tand a tab", "Żółć – 😀", ""])
def test_what_is_no_control_character_is_printed_as_it_is(text):
    stream = io.StringIO()
    Plain(stream).write(text)

    assert stream.getvalue() == text


def test_control_characters_can_be_seen():
    stream = io.StringIO()
    Plain(stream).write("a\x00\x1b[31m\x07\x85\x9b\x7f\rb\r\nc")

    assert stream.getvalue() == "a\\u0000\\u001b[31m\\u0007\\u0085\\u009b\\u007f\\rb\nc"


def test_json_stays_what_it_was():
    stream, said = io.StringIO(), {"a": "\x1b[0m\x85\x9b\x7f\u2028"}
    Plain(stream).write(json.dumps(said, ensure_ascii=False))

    assert json.loads(stream.getvalue()) == said


def test_both_streams_are_plain_and_go_back(capsys):
    before = sys.stdout
    with plain_streams():
        click.echo("\x1b", nl=False)
        click.echo("\x1b", nl=False, err=True)

    assert capsys.readouterr() == ("\\u001b", "\\u001b")
    assert sys.stdout is before
