"""`station compare`: two dates of one patient."""

import tempfile
from pathlib import Path
from typing import Annotated, Any

import typer

from station.cli.arguments import AsJson, existing, explained, position, print_json
from station.cli.progress import Progress

Place = typer.Option(metavar="L,P,S", help="Centre of this reference sphere, in LPS mm.")


def compare(
    current: Annotated[Path, typer.Argument(metavar="A", help="The current study")],
    prior: Annotated[Path, typer.Argument(metavar="B", help="The prior study")],
    lesions: Annotated[
        str,
        typer.Option(
            metavar="FILE|auto",
            help="Masks of one date; auto: VOIs saved in the window, else all above the PERCIST "
            "threshold.",
        ),
    ] = "auto",
    series: Annotated[
        list[str] | None,
        typer.Option("--series", help="UID of the PET, where a path holds several."),
    ] = None,
    reader: Annotated[
        str | None, typer.Option(help="Whose saved VOIs, where several readers have some.")
    ] = None,
    diseased_liver: Annotated[
        bool, typer.Option("--diseased-liver", help="PERCIST's threshold from the blood pool.")
    ] = False,
    as_given: Annotated[
        bool, typer.Option("--as-given", help="A is the current one, even if B is later.")
    ] = False,
    liver_current: Annotated[str | None, Place] = None,
    liver_prior: Annotated[str | None, Place] = None,
    blood_current: Annotated[str | None, Place] = None,
    blood_prior: Annotated[str | None, Place] = None,
    as_json: AsJson = False,
    out: Annotated[
        Path | None, typer.Option(help="Folder for comparison.json and lesions.csv.")
    ] = None,
) -> None:
    """Compare two dates of one patient: lesions, their change, PERCIST and Deauville proposals."""
    from station.archive import home
    from station.operations import compare as command

    by_hand = {
        "liver current": position(liver_current),
        "liver prior": position(liver_prior),
        "blood current": position(blood_current),
        "blood prior": position(blood_prior),
    }
    with explained(), tempfile.TemporaryDirectory() as scratch:
        existing([current, prior])
        wish = command.Wish(
            current,
            prior,
            lesions,
            tuple(series or ()),
            reader,
            diseased_liver,
            not as_given,
            {name: place for name, place in by_hand.items() if place is not None},
        )
        with Progress() as report:
            comparison = command.compare(wish, Path(scratch), home(), report)
        wrote = () if out is None else command.write_into(comparison, out)
    content = command.as_json(comparison)
    if as_json:
        print_json(content)
    else:
        _print(content)
        for path in wrote:
            typer.echo(f"Wrote {path}")


def _print(content: dict[str, Any]) -> None:
    """For people."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()

    def say(text: str, style: str = "") -> None:
        console.print(text, style=style, highlight=False, markup=False)

    say(content["which_is_which"])
    for name in ("current", "prior"):
        date = content[name]
        say(f"{name.capitalize()}: {date['description']}, {date['date'] or 'no date'}")
    say(f"Alignment: {content['alignment']['sentence']}")
    for sentence in content["not_comparable"]:
        say(sentence, "bold red")
    for sentence in content["cautions"]:
        say(f"Caution: {sentence}", "yellow")
    say(f"Lesions: {content['lesions_from']}.")
    table = Table("lesion", "", box=None)
    for heading, _, _ in COLUMNS:
        table.add_column(heading, justify="right", no_wrap=True)
    for row in content["lesions"]:
        for line, date in ((row["name"], "prior"), (row["status"], "current")):
            cells = [_cell(row[date], key, decimals) for _, key, decimals in COLUMNS]
            table.add_row(Text(line), date, *cells)
        table.add_row("", "change", *(_percent(row["change"][key]) for _, key, _ in COLUMNS))
    console.print(table)
    say("More of each lesion is in --json and --out.", "dim")
    for row in content["lesions"]:
        for sentence in row["sentences"]:
            say(f"  {row['name']}: {sentence}", "dim")
    for proposal in content["proposals"]:
        said = proposal["outcome"] or f"not possible. {proposal['problem']}"
        say(f"\n{proposal['rule']}, proposed: {said}", "bold")
        for sentence in proposal["sentences"]:
            say(f"  {sentence}")
        for one in proposal["conditions"]:
            if not one["met"]:
                word = "not met" if one["met"] is False else "not known"
                say(f"  {one['name']}: {word}. {one['sentence']}", "yellow")
    say(f"\n{content['note']}", "dim")


COLUMNS = (
    ("SUVmax", "suv_max", 2),
    ("SUVpeak", "suv_peak", 2),
    ("SULpeak", "sul_peak", 2),
    ("MTV mL", "mtv_ml", 1),
    ("TLG", "tlg", 1),
)


def _cell(figures: dict[str, Any] | None, key: str, decimals: int) -> str:
    value = None if figures is None else figures[key]
    return "—" if value is None else f"{value:.{decimals}f}"


def _percent(changed: dict[str, Any] | None) -> str:
    if changed is None or changed["percent"] is None:
        return "—"
    return f"{changed['percent']:+.0f} %".replace("-", "−")
