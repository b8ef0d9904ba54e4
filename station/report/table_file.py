"""CSV as Station writes it, RFC 4180: None is an empty cell, a number is written in full.

A text that a spreadsheet would take for a formula has an apostrophe in front; `unguarded` takes it
away again.
"""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import cast

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")


def csv_text(
    header: Sequence[object], rows: Iterable[Sequence[object]], line_end: str = "\n"
) -> str:
    """A table as CSV, the lines of a tuple of texts in one cell."""
    lines: list[str] = []
    for row in (header, *rows):
        text = StringIO(newline="")
        csv.writer(text).writerow([_cell(value) for value in row])  # quotes "\r" and "\n" alike
        lines.append(text.getvalue().removesuffix("\r\n") + line_end)
    return "".join(lines)


def unguarded(cell: str) -> str:
    """The text of a cell that `csv_text` wrote."""
    return cell.removeprefix("'")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return repr(float(value))
    if isinstance(value, tuple):
        value = "\n".join(cast(tuple[str, ...], value))
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_STARTS) else text
