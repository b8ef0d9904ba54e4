"""Audits in the data folder: what took minutes is there again when the same is asked for."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from hashlib import sha256
from math import isfinite, nan
from pathlib import Path
from typing import Any, cast

import station
from station.operations.audit.figures import ArmFigures, KindFigures, Share, SiteFoci
from station.operations.audit.run import Audit, Resolution, Wish
from station.pet.inserts.planting import Kind
from station.pet.study import Series
from station.pet.suv import TypedInput
from station.reading.bootstrap import Summary
from station.whole_file import whole_file

FOLDER = "audits"
FORMAT = 1


def key_of(
    series: Series, typed: Sequence[TypedInput], wish: Wish, sha256_of_weights: str, resample: bool
) -> str:
    """A hash of all that decides an audit: the files, the SUV inputs, the wish, the network."""
    table = series.slices
    uids = "\n".join(table.sop_uids) if table else ""
    facts = (FORMAT, station.__version__, series.uid, uids, tuple(typed), wish, resample)
    return sha256(f"{facts!r} {sha256_of_weights}".encode()).hexdigest()


def keep(home: Path, key: str, audit: Audit) -> None:
    """Put an audit there; in a read-only data folder it is not kept."""
    text = json.dumps(_plain(asdict(audit)), allow_nan=False)
    with suppress(OSError), whole_file(_path(home, key)) as part:
        part.write_text(text, encoding="utf-8")


def kept(home: Path, key: str) -> Audit | None:
    """The audit of that key; None where there is none, or it cannot be read."""
    try:
        return _audit(json.loads(_path(home, key).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _path(home: Path, key: str) -> Path:
    return home / FOLDER / f"{key}.json"


def _plain(value: Any) -> Any:
    """Without NaN, which JSON has not."""
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in cast("Sequence[Any]", value)]
    return None if isinstance(value, float) and not isfinite(value) else value


def _audit(values: Mapping[str, Any]) -> Audit:
    wish = dict(values["wish"])
    for name in ("diameters_mm", "contrasts", "sites"):
        wish[name] = tuple(wish[name])
    return Audit(
        Wish(**wish),
        Resolution(**values["resolution"]),
        values["denoiser"],
        values["images"],
        tuple(map(_kind, values["kinds"])),
        tuple(SiteFoci(**foci) for foci in values["foci"]),
        values["left_out"],
        tuple(values["sentences"]),
    )


def _kind(values: Mapping[str, Any]) -> KindFigures:
    facts: dict[str, Any] = {
        **values,
        "kind": Kind(**values["kind"]),
        "arms": {arm: _arm(figures) for arm, figures in values["arms"].items()},
        "difference": Summary(**_numbers(values["difference"])),
    }
    return KindFigures(**facts)


def _arm(values: Mapping[str, Any]) -> ArmFigures:
    return ArmFigures(
        Share(**_numbers(values["seen"])),
        Share(**_numbers(values["seen_where_nothing_is"])),
        Summary(**_numbers(values["recovery"])),
        Summary(**_numbers(values["highest"])),
        Summary(**_numbers(values["detectability"])),
    )


def _numbers(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: nan if value is None else value for name, value in values.items()}
