"""Measurements as CSV in long form: one line for each VOI in each image.

UTF-8, lines end in CRLF. Numbers read back to the last bit; an empty cell is a number that does not
exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_args, get_type_hints

from station.errors import StationError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.study import Role, Series, Study
from station.pet.voi import (
    SUVPEAK_VOLUME_ML,
    Isocontour,
    Measurement,
    PeakRule,
    Sphere,
    Voi,
    centre_of,
)
from station.pet.volume import Unit
from station.report.table_file import Spreadsheet, TableFile, WrongCell, csv_text, unguarded
from station.whole_file import whole_file, writing

_PEAK_PLACES = {
    PeakRule.GLOBAL: "the voxel inside that gives the highest mean",
    PeakRule.LOCAL: "the hottest voxel inside",
}
RULES: Mapping[PeakRule, str] = MappingProxyType(
    {
        rule: (
            "mean and SD over fractional voxels; max and min over voxels whose centre lies inside; "
            f"peak = mean of a {SUVPEAK_VOLUME_ML:g} mL sphere, which may reach outside, "
            f"centred on {place}"
        )
        for rule, place in _PEAK_PLACES.items()
    }
)
"""How the numbers of a line were computed, for its column `rule`"""

RULE_COLUMN = "rule"
NAME_COLUMN = "patient_name"


@dataclass(frozen=True)
class Row:
    """One VOI measured in one image. None: there is no such number; NaN: nothing was stored."""

    study_uid: str
    patient_id: str
    patient_name: str
    """Written only where it is asked for"""
    reader: str
    voi_id: str
    voi_name: str
    kind: SiteKind
    site: str | None
    tissue: str | None
    role: Role
    series_uid: str
    series_description: str
    unit: Unit
    suv_max: float
    """This and the other statistics are in `unit`, which need not be SUV"""
    suv_peak: float
    suv_mean: float
    sd: float
    cov: float
    min: float
    volume_ml: float
    """Actually averaged"""
    voxels: int
    tlg: float
    ratio_max: float | None
    """To the same statistic of the aortic arch in the same image"""
    ratio_peak: float | None
    ratio_mean: float | None
    peak_rule: PeakRule
    centre_l_mm: float | None
    centre_p_mm: float | None
    centre_s_mm: float | None
    nominal_volume_ml: float | None
    """Of a sphere, as it was asked for"""
    shape: str
    """sphere, isocontour or mask"""
    threshold: str
    """Where an isocontour runs; empty for other shapes"""
    override: str | None
    """Why the protocol's limits were set aside"""
    warnings: tuple[str, ...]
    """One line of text each"""

    @property
    def rule(self) -> str:
        return RULES[self.peak_rule]


def row_of(
    study: Study,
    reader: str,
    voi: PlacedVoi,
    series: Series,
    measurement: Measurement,
    aortic_arch: Measurement | None = None,
) -> Row:
    """The row of what `voi` measures in `series`; `aortic_arch` in the same series, for ratios.

    Raises ValueError where the aortic arch was measured in another unit.
    """
    if aortic_arch is not None and aortic_arch.unit is not measurement.unit:
        raise ValueError(f"a ratio of {measurement.unit} to {aortic_arch.unit} means nothing")
    centre = centre_of(voi.shape) or (None, None, None)
    return Row(
        study_uid=study.uid,
        patient_id=study.patient.id,
        patient_name=study.patient.name,
        reader=reader,
        voi_id=voi.id,
        voi_name=voi.name,
        kind=voi.kind,
        site=voi.site,
        tissue=voi.tissue,
        role=series.role,
        series_uid=series.uid,
        series_description=series.description,
        unit=measurement.unit,
        suv_max=measurement.maximum,
        suv_peak=measurement.peak,
        suv_mean=measurement.mean,
        sd=measurement.sd,
        cov=measurement.cov,
        min=measurement.minimum,
        volume_ml=measurement.volume_ml,
        voxels=measurement.voxels,
        tlg=measurement.tlg,
        ratio_max=_ratio(measurement.maximum, aortic_arch and aortic_arch.maximum),
        ratio_peak=_ratio(measurement.peak, aortic_arch and aortic_arch.peak),
        ratio_mean=_ratio(measurement.mean, aortic_arch and aortic_arch.mean),
        peak_rule=measurement.peak_rule,
        centre_l_mm=centre[0],
        centre_p_mm=centre[1],
        centre_s_mm=centre[2],
        nominal_volume_ml=voi.shape.volume_ml if isinstance(voi.shape, Sphere) else None,
        shape=type(voi.shape).__name__.lower(),
        threshold=_threshold_words(voi.shape),
        override=voi.override,
        warnings=tuple(" ".join(warning.split()) for warning in measurement.warnings),
    )


def _threshold_words(shape: Voi) -> str:
    if not isinstance(shape, Isocontour):
        return ""
    threshold = shape.threshold
    unit = f" {threshold.unit}" if threshold.unit else ""
    return (
        f"{threshold.rule}: {threshold.value:g}{unit}, in a sphere of {shape.within.volume_ml:g} mL"
    )


def _ratio(value: float, background: float | None) -> float | None:
    return None if background is None or not background > 0 else value / background


def write_csv(
    rows: Iterable[Row],
    path: Path,
    with_patient_name: bool = False,
    spreadsheet: Spreadsheet = Spreadsheet.NONE,
) -> None:
    """Write the rows, in their order; a file of that name is replaced once the new one is whole.

    Raises StationError where the file cannot be written.
    """
    content = rows_csv(rows, with_patient_name, spreadsheet).encode(errors="replace")
    # A folder that does not exist is refused, not made.
    with writing(path), whole_file(path.parent.resolve(strict=True) / path.name) as part:
        part.write_bytes(content)


def rows_csv(
    rows: Iterable[Row],
    with_patient_name: bool = False,
    spreadsheet: Spreadsheet = Spreadsheet.NONE,
) -> str:
    """The rows as CSV, their names in the first line."""
    names = [name for name in COLUMNS if with_patient_name or name != NAME_COLUMN]
    cells = ([*(getattr(row, name) for name in names), row.rule] for row in rows)
    return csv_text([*names, RULE_COLUMN], cells, "\r\n", spreadsheet)


def read_csv(path: Path) -> tuple[Row, ...]:
    """The rows of a file that `write_csv` wrote; the patient's name is empty where it was left out.

    Raises StationError with line and column where the file is something else.
    """
    return rows_of(TableFile(path, KNOWN, NUMBERS))


def is_exported(table: TableFile) -> bool:
    """Whether a table has what only those that Station exports have."""
    return table.has(("voi_id", "role", "study_uid"))


def rows_of(table: TableFile) -> tuple[Row, ...]:
    """The measurements of an exported table. Raises StationError with line and column."""
    columns = [*(name for name in COLUMNS if name != NAME_COLUMN), RULE_COLUMN]
    missing = [name for name in columns if not table.has([name])]
    if missing:
        raise StationError(
            f"{table.path} is not a table of measurements: it has no column {missing[0]}. Choose a "
            "CSV file that Station wrote."
        )
    table.require(columns, "measurements")
    return table.rows(lambda cells, _: _row(table, cells))[0]


# -- cells ↔ values --------------------------------------------------------------------------------

COLUMNS: Mapping[str, Any] = MappingProxyType(
    {field.name: get_type_hints(Row)[field.name] for field in fields(Row)}
)
"""Column → type of its values"""


KNOWN = (*COLUMNS, RULE_COLUMN)
NUMBERS = tuple(name for name, kind in COLUMNS.items() if float in (kind, *get_args(kind)))


def _row(table: TableFile, cells: Mapping[str, str]) -> Row:
    values = {name: _value(table, kind, cells, name) for name, kind in COLUMNS.items()}
    return Row(**values)


def _value(table: TableFile, kind: Any, cells: Mapping[str, str], name: str) -> Any:
    cell = cells.get(name, "")
    allowed: tuple[Any, ...] = get_args(kind)
    if type(None) in allowed:
        if cell == "":
            return None
        (kind,) = [other for other in allowed if other is not type(None)]
    if kind == tuple[str, ...]:
        return tuple(unguarded(cell).split("\n")) if cell else ()
    if kind is str:
        return unguarded(cell)
    try:
        if kind is float and (number := table.number(name, cell)) is not None:
            return number
        return kind(cell)
    except ValueError:
        raise WrongCell(
            name, f'"{cell}" cannot be a value of {name}. Export the measurements again.'
        ) from None
