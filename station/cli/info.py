"""`station info`: what is in files, before anything is opened."""

import tempfile
from pathlib import Path
from typing import Any

from station.cli.arguments import AsJson, Paths, existing, explained, print_json


def info(
    paths: Paths,
    as_json: AsJson = False,
) -> None:
    """List what is in the paths: series, grids, and where each SUV came from."""
    from station.operations.info import describe

    with explained(), tempfile.TemporaryDirectory() as scratch:
        content = describe(existing(paths), Path(scratch))
    if as_json:
        print_json(content)
    else:
        _print_info(content)


def _print_info(content: dict[str, Any]) -> None:
    """For people."""
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    console = Console()
    for study in content["studies"]:
        who = f"{study['patient_name']} · ID {study['patient_id']} · {study['study_date']}"
        console.print(f"\n{who}", style="bold", highlight=False, markup=False)
        table = Table("series", "role", "grid", "mm", "SUVbw factor", "min", "max", box=None)
        for series in study["series"]:
            shape, spacing = series["shape"], series["spacing_mm"]
            factor = series["suv"]["factor_bw"]
            table.add_row(
                escape(series["description"] or series["modality"]),
                series["role"],
                "×".join(map(str, shape)) if shape else "—",
                "×".join(f"{item:.3g}" for item in spacing) if spacing else "—",
                f"{factor:.6g}" if factor is not None else "—",
                "—" if series["min"] is None else f"{series['min']:.4g}",
                "—" if series["max"] is None else f"{series['max']:.4g}",
            )
        console.print(table)
        for series in study["series"]:
            lines = [series["problem"], series["suv"]["problem"], *series["warnings"]]
            for line in lines:
                if line:
                    console.print(f"  {line}", highlight=False, markup=False)
    if content["left_out"]:
        console.print(f"\nLeft out: {len(content['left_out'])}", highlight=False)
        for item in content["left_out"]:
            console.print(f"  {item['path']}: {item['reason']}", highlight=False, markup=False)
    if not content["studies"]:
        console.print("No DICOM images were found.")
