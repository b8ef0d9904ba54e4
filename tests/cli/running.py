"""Runs the command line in this process."""

from typer.testing import CliRunner, Result

from station.cli import app


def station(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def sentence(result: Result) -> str:
    """The one line that a refused command says."""
    (line,) = result.stderr.strip().splitlines()
    assert result.stdout == ""
    return line
