"""`station settings`: what the window and the readings are set to, for one user and data folder."""

from typing import Annotated

import typer

from station.cli.arguments import AsJson, explained, print_json
from station.errors import StationError

WINDOW_OPEN = (
    "A window of Station is open here, which keeps its own settings when it closes. Choose in "
    "Edit ▸ Preferences, or close the window first."
)


def settings(
    name: Annotated[
        str | None, typer.Argument(help="A setting, such as theme or key.view.blink")
    ] = None,
    value: Annotated[
        str | None,
        typer.Argument(help='Its new value, such as light, "5 6 7 10 15 20" or Ctrl+B.'),
    ] = None,
    as_json: AsJson = False,
    reset: Annotated[
        bool, typer.Option("--reset", help="The settings that Station begins with.")
    ] = False,
) -> None:
    """List all settings, show one, or set one."""
    from station.app.settings import Settings
    from station.app.settings_by_name import as_first, find, shown
    from station.app.settings_by_name import settings as every
    from station.archive import home
    from station.ui.actions import BINDINGS

    with explained():
        if reset and name is not None:
            raise StationError("--reset takes no setting: it is about all of them.")
        kept = Settings(home())
        state = kept.first_state()
        if kept.problem:
            typer.echo(kept.problem, err=True)
        if reset:
            _refuse_beside_a_window()
            state = as_first(state)
            kept.keep_state(state)
        elif name is not None:
            chosen = find(BINDINGS, name)
            if value is not None:
                _refuse_beside_a_window()
                state = chosen.taken(state, value)
                kept.keep_state(state)
            if as_json:
                print_json({chosen.name: chosen.value(state)})
            else:
                typer.echo(f"{chosen.name} {shown(chosen.value(state))}")
            return
    listed = every(BINDINGS)
    if as_json:
        print_json({one.name: one.value(state) for one in listed})
        return
    width = max(len(one.name) for one in listed)
    for one in listed:
        text = shown(one.value(state)) or "—"
        typer.echo(f"{one.name:{width}}  {text:24}  {one.words}")


def _refuse_beside_a_window() -> None:
    from station.archive import home
    from station.ui.single import is_open

    if is_open(home()):
        raise StationError(WINDOW_OPEN)
