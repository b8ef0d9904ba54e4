"""`station protocol`: site lists and protocols of reader studies."""

from pathlib import Path
from typing import Annotated

import typer

from station.cli.arguments import explained

app = typer.Typer(
    help="Site lists, and protocols of reader studies.",
    no_args_is_help=True,
)


@app.command()
def check(
    file: Annotated[Path, typer.Argument(help="A site list or a protocol in TOML")],
) -> None:
    """Check a site list or the protocol of a reader study; report mistakes with line numbers."""
    from station.pet.sites import check_site_list, load_site_list
    from station.reading.protocol import check_protocol, load_protocol, looks_like_a_protocol

    with explained():
        of_study = looks_like_a_protocol(file)
        mistakes = check_protocol(file) if of_study else check_site_list(file)
        for mistake in mistakes:
            typer.echo(mistake)
        if mistakes:
            raise typer.Exit(1)
        if of_study:
            protocol = load_protocol(file)
            count = len(protocol.criteria) + len(protocol.marks)
            typer.echo(f'"{protocol.name}" is in order: {count} criteria.')
        else:
            sites = load_site_list(file)
            typer.echo(f'"{sites.name}" is in order: {len(sites.sites)} sites.')
