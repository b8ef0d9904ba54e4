import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import time
from hashlib import sha256
from pathlib import Path
from typing import get_args, get_origin, get_type_hints

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.archive.encoding import (
    FORMAT,
    decode_series,
    decode_study,
    encode_series,
    encode_study,
    from_json,
    json_text,
    to_json,
)
from station.pet.study import Patient, Radiopharmaceutical, Series, SliceTable, Study, SuvFacts
from tests.archive import studies


def same(one: Series, other: Series) -> bool:
    """Field by field: a series compares by identity."""
    for field in fields(SliceTable):
        a, b = getattr(one.slices, field.name), getattr(other.slices, field.name)
        if isinstance(a, np.ndarray):
            assert a.dtype == b.dtype
        assert np.array_equal(a, b), field.name
    assert one.geometry is not None
    assert other.geometry is not None
    assert one.geometry.shape == other.geometry.shape
    assert np.array_equal(one.geometry.affine, other.geometry.affine)
    return repr(replace(one, slices=None, geometry=None)) == repr(
        replace(other, slices=None, geometry=None)
    )


@pytest.mark.parametrize("kind", [SuvFacts, Patient, Radiopharmaceutical])
@given(data=st.data())
def test_decoding_what_was_encoded_gives_the_same_facts(kind: type, data: st.DataObject) -> None:
    facts = data.draw(st.from_type(kind))
    text = json.dumps(to_json(facts), allow_nan=False)
    # repr tells 5 from 5.0 and finds NaN equal to NaN. DICOM has no fold: it writes the UTC offset.
    assert repr(from_json(json.loads(text), kind)) == repr(facts).replace(", fold=1", "")


def test_a_series_survives_with_its_slice_table_and_its_grid(tmp_path: Path) -> None:
    series = studies.series(tmp_path)
    assert same(decode_series(*encode_series(series)), series)


def described(kind: type) -> Iterator[str]:
    """Every field below `kind` with its type."""
    for name, hint in get_type_hints(kind).items():
        array = get_origin(hint) is np.ndarray
        yield f"{kind.__name__}.{name}: {get_args(hint)[1] if array else hint}"
        for inner in (hint, *get_args(hint)):
            if isinstance(inner, type) and is_dataclass(inner):
                yield from described(inner)


def test_the_format_names_the_fields_of_what_is_stored() -> None:
    known = sha256("\n".join(described(Study)).encode()).hexdigest()[:16]
    # A field of Study or Series was changed? Then both values change: see FORMAT.
    assert (FORMAT, known) == ("5e0d1f2a7b9c3846", "d92c3bb30a8b0f36")


def test_what_earlier_versions_stored_is_read_and_written_to_the_letter() -> None:
    stored = (
        '{"units":"BQML","suv_type":null,"corrected_image":["ATTN","DECY"],"decay_correction":null,'
        '"weight_kg":70.5,"height_m":"nan","sex":null,"radiopharmaceutical":{"name":"FDG",'
        '"radionuclide":null,"total_dose":"inf","half_life_s":6586.2,"start_time":"09:01:00.250000",'
        '"start_datetime":"2026-11-20T09:01:00+01:00","code":null},"manufacturer":null,'
        '"series_date":"2026-11-20","series_datetime":null,"ge_scan_datetime":null,'
        '"philips_suv_factor":null,"philips_activity_factor":null,'
        '"acquisition_datetimes":["2026-11-20T10:00:00",null],"frame_reference_times_ms":[1.0,null],'
        '"frame_durations_ms":[],"decay_factors":[]}'
    )
    facts = from_json(json.loads(stored), SuvFacts)
    assert facts.corrected_image == ("ATTN", "DECY")
    assert facts.radiopharmaceutical is not None
    assert facts.radiopharmaceutical.start_time == time(9, 1, 0, 250000)
    assert json_text(to_json(facts)).startswith(stored.removesuffix("}"))  # what is newer follows


def test_a_study_survives(tmp_path: Path) -> None:
    study = studies.study(tmp_path)
    again = decode_study(encode_study(study), study.series)
    assert repr(again) == repr(study)


def test_a_slice_that_was_never_stored_stays_missing(tmp_path: Path) -> None:
    series = studies.series(tmp_path)
    assert series.slices is not None
    gap = replace(series.slices, paths=(series.slices.paths[0], "", series.slices.paths[2]))
    again = decode_series(*encode_series(replace(series, slices=gap)))
    assert again.slices is not None
    assert again.slices.paths == gap.paths
    assert again.slices.missing.tolist() == [False, True, False]


def test_a_series_that_cannot_be_shown_keeps_its_reason() -> None:
    series = Series("1.2", "1", "PT", studies.Role.OTHER, problem="No geometry.")
    again = decode_series(*encode_series(series))
    assert (again.problem, again.slices, again.geometry) == ("No geometry.", None, None)


@given(names=st.lists(st.text(st.characters(codec=None)), min_size=3, max_size=3))
def test_any_path_survives_even_one_that_is_not_unicode(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    series = studies.series(tmp_path_factory.getbasetemp() / "paths")
    assert series.slices is not None
    table = replace(series.slices, paths=tuple(names))
    again = decode_series(*encode_series(replace(series, slices=table)))
    assert again.slices is not None
    assert again.slices.paths == tuple(names)


def test_decoded_arrays_are_read_only(tmp_path: Path) -> None:
    again = decode_series(*encode_series(studies.series(tmp_path)))
    assert again.slices is not None
    with pytest.raises(ValueError, match="read-only"):
        again.slices.slopes[0] = 2.0


def test_500_slices_take_little_room(tmp_path: Path) -> None:
    facts, rows = encode_series(studies.series(tmp_path, slices=500))
    assert len(facts) + len(rows or b"") < 60_000


@given(left=st.floats(0, 1, exclude_max=True))
def test_a_damaged_record_is_a_value_error_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, left: float
) -> None:
    facts, rows = encode_series(studies.series(tmp_path_factory.getbasetemp() / "damaged"))
    assert rows is not None
    with pytest.raises(ValueError, match=r"."):
        decode_series(facts[: int(left * len(facts))], rows)
    with pytest.raises(ValueError, match=r"."):
        decode_series(facts, rows[: int(left * len(rows))])


@pytest.mark.parametrize(
    "facts", ["null", "[]", "{}", '{"series": {}, "slices": null}', '{"series": 1, "slices": 2}']
)
def test_json_of_something_else_is_a_value_error(facts: str) -> None:
    with pytest.raises(ValueError, match="not the facts of a series"):
        decode_series(facts, None)
