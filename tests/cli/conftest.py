"""What the tests of the commands share."""

from __future__ import annotations

import pytest

from techmodel.cli import main


@pytest.fixture
def run(capsys):
    """Run a command in this process; its exit code, output and error text."""

    def call(*arguments):
        code = main([str(a) for a in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call
