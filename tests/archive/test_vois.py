import json
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra.numpy import array_shapes, arrays
from sqlalchemy import create_engine

from station.archive import schema
from station.archive.database import FILE_NAME
from station.archive.index import Index, open_index
from station.archive.vois import decode_voi, encode_voi
from station.errors import ArchiveError
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.suv import InputName, TypedInput
from station.pet.voi import Isocontour, Mask, Sphere, Threshold, ThresholdRule
from station.pet.volume import Geometry
from tests.archive import studies
from tests.archive.studies import STUDY_UID
from tests.archive.test_index import emptied_to_base, shape, sql

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
READER = "Dr. Ito"

LIVER = PlacedVoi("a1", "Liver", Sphere((12.5, -3.0, 1 / 3), 3.0), SiteKind.REFERENCE, site="liver")
LESION = PlacedVoi(
    "b2",
    "Lesion 1",
    Isocontour(Sphere((0.1, 0.2, 0.3), 20.0), Threshold(ThresholdRule.PERCENT_OF_MAX, 0.41)),
    SiteKind.LESION,
    tissue="lymph node",
    colour="#ff0000",
    hidden=True,
    override="third, but the largest",
)


def mask_voi(inside: np.ndarray, id_: str = "c3") -> PlacedVoi:
    affine = np.array([[0, 0, 2.5, -7], [0, 2.5, 0, 1 / 3], [3.27, 0.1, 0, -900], [0, 0, 0, 1]])
    mask = Mask(
        inside, Geometry(inside.shape, affine), "GTV of rtstruct.dcm", ("a gap was filled",)
    )
    return PlacedVoi(id_, "GTV", mask, SiteKind.FREE)


def same(one: PlacedVoi, other: PlacedVoi) -> bool:
    """Field by field: a mask compares by identity."""
    if not isinstance(one.shape, Mask) or not isinstance(other.shape, Mask):
        return one == other
    a, b = one.shape, other.shape
    assert a.geometry.shape == b.geometry.shape
    assert np.array_equal(a.geometry.affine, b.geometry.affine)
    assert np.array_equal(a.inside, b.inside)
    assert (a.source, a.warnings) == (b.source, b.warnings)
    return replace(one, shape=LIVER.shape) == replace(other, shape=LIVER.shape)


@pytest.fixture
def opened(station_home: Path) -> Iterator[Index]:
    index = open_index(station_home)
    yield index
    index.close()


# -- one VOI ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("voi", [LIVER, LESION])
def test_a_sphere_and_an_isocontour_survive_to_the_last_bit(voi: PlacedVoi) -> None:
    assert decode_voi(*encode_voi(voi)) == voi


@given(arrays(np.bool_, array_shapes(min_dims=3, max_dims=3, max_side=6)))
def test_a_mask_survives_with_its_grid(inside: np.ndarray) -> None:
    voi = mask_voi(inside)
    assert same(decode_voi(*encode_voi(voi)), voi)


def test_a_mask_takes_a_bit_a_voxel_of_its_box_at_most() -> None:
    inside = np.zeros((400, 400, 400), dtype=np.bool_)
    inside[100:140, 50:90, 200:240] = np.random.default_rng(1).random((40, 40, 40)) < 0.5
    _, bits = encode_voi(mask_voi(inside))
    assert bits is not None
    assert len(bits) < 40**3 / 8 * 1.01


def test_a_decoded_mask_cannot_be_changed() -> None:
    voi = decode_voi(*encode_voi(mask_voi(np.ones((2, 2, 2), dtype=np.bool_))))
    assert isinstance(voi.shape, Mask)
    with pytest.raises(ValueError, match="read-only"):
        voi.shape.inside[0, 0, 0] = False


def test_a_voi_recorded_before_a_field_existed_has_its_default() -> None:
    facts, _ = encode_voi(LIVER)
    older = json.loads(facts)
    for name in ("override", "hidden"):
        del older[name]
    assert decode_voi(json.dumps(older), None) == LIVER


@pytest.mark.parametrize(
    "facts",
    [
        "null",
        "[]",
        "{}",
        "not json",
        '{"shape": {"kind": "cube"}}',
        '{"shape": {"kind": "sphere", "centre_mm": [0, 0], "volume_ml": 1}}',
        '{"shape": {"kind": "sphere", "centre_mm": [0, 0, 0], "volume_ml": 1}}',
    ],
)
def test_what_is_no_voi_is_a_value_error(facts: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode_voi(facts, None)


@pytest.mark.parametrize("bits", [None, b"", b"\x78\x9c\x00", encode_voi(LESION)[0].encode()])
def test_a_damaged_mask_is_a_value_error(bits: bytes | None) -> None:
    facts, _ = encode_voi(mask_voi(np.ones((3, 3, 3), dtype=np.bool_)))
    with pytest.raises(ValueError, match=r".+"):
        decode_voi(facts, bits)


# -- the record ------------------------------------------------------------------------------------


def test_what_was_placed_comes_back_in_the_order_it_was_placed(opened: Index) -> None:
    mask = mask_voi(np.eye(3, dtype=np.bool_)[None])
    for voi in (LESION, LIVER, mask):
        opened.record_voi(STUDY_UID, READER, voi, NOON)
    back = opened.vois(STUDY_UID, READER)
    assert [same(*pair) for pair in zip(back, (LESION, LIVER, mask), strict=True)] == [True] * 3


def test_a_change_keeps_the_place_and_the_predecessor(opened: Index) -> None:
    moved = replace(LESION, shape=Sphere((1.0, 2.0, 3.0), 0.5), hidden=False)
    opened.record_voi(STUDY_UID, READER, LESION, NOON)
    opened.record_voi(STUDY_UID, READER, LIVER, NOON)
    opened.record_voi(STUDY_UID, READER, moved, NOON + timedelta(seconds=1))
    assert opened.vois(STUDY_UID, READER) == (moved, LIVER)
    history = opened.voi_history(STUDY_UID, READER)
    assert [entry.voi for entry in history] == [LESION, LIVER, moved]
    assert [entry.when - NOON for entry in history] == [timedelta(seconds=s) for s in (0, 0, 1)]


def test_a_deleted_voi_is_gone_but_on_record(opened: Index) -> None:
    opened.record_voi(STUDY_UID, READER, LESION, NOON)
    opened.record_voi_deleted(STUDY_UID, READER, LESION.id, NOON)
    assert opened.vois(STUDY_UID, READER) == ()
    history = opened.voi_history(STUDY_UID, READER)
    assert [(entry.voi_id, entry.voi) for entry in history] == [("b2", LESION), ("b2", None)]


def test_a_deletion_undone_brings_the_voi_back_to_its_place(opened: Index) -> None:
    for voi in (LESION, LIVER):
        opened.record_voi(STUDY_UID, READER, voi, NOON)
    opened.record_voi_deleted(STUDY_UID, READER, LESION.id, NOON)
    opened.record_voi(STUDY_UID, READER, LESION, NOON)
    assert opened.vois(STUDY_UID, READER) == (LESION, LIVER)


def test_each_reader_and_each_study_has_a_record_of_its_own(opened: Index) -> None:
    opened.record_voi(STUDY_UID, READER, LESION, NOON)
    opened.record_voi(STUDY_UID, "Dr. Sato", replace(LESION, name="Other"), NOON)
    opened.record_voi("1.2", READER, LIVER, NOON)
    assert opened.vois(STUDY_UID, READER) == (LESION,)
    assert [voi.name for voi in opened.vois(STUDY_UID, "Dr. Sato")] == ["Other"]
    assert opened.vois("1.2", "Dr. Sato") == ()


def test_vois_outlive_a_forgotten_study(opened: Index, tmp_path: Path) -> None:
    opened.remember(studies.study(tmp_path), tmp_path)
    opened.record_voi(STUDY_UID, READER, LIVER, NOON)
    opened.forget(STUDY_UID)
    assert opened.vois(STUDY_UID, READER) == (LIVER,)


def test_nobody_places_anonymously(opened: Index) -> None:
    with pytest.raises(ValueError, match="reader"):
        opened.record_voi(STUDY_UID, " ", LIVER, NOON)


@pytest.mark.parametrize("change", ["UPDATE vois SET reader = 'x'", "DELETE FROM vois"])
def test_the_record_of_vois_cannot_be_changed_afterwards(
    opened: Index, station_home: Path, change: str
) -> None:
    opened.record_voi(STUDY_UID, READER, LIVER, NOON)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(station_home, change)


def test_a_damaged_record_gives_a_sentence(opened: Index, station_home: Path) -> None:
    sql(
        station_home,
        "INSERT INTO vois (study_uid, reader, voi_id, facts, recorded_at) "
        "VALUES ('1', 'x', 'a', '{}', '2026-01-01 00:00:00.000000')",
    )
    with pytest.raises(ArchiveError, match=r"VOI in the index .* is damaged.*backup"):
        opened.vois("1", "x")


# -- a killed process ------------------------------------------------------------------------------

DRAG = """
import itertools
from datetime import UTC, datetime
from station.archive import home
from station.archive.index import open_index
from station.pet.sites import PlacedVoi, SiteKind
from station.pet.voi import Sphere

index = open_index(home())
for step in itertools.count():
    voi = PlacedVoi("a", "VOI 1", Sphere((float(step), 0.0, 0.0), 0.5), SiteKind.FREE)
    index.record_voi("1.2", "Dr. Ito", voi, datetime.now(UTC))
    print(step, flush=True)
"""


@pytest.mark.simulated
def test_a_process_killed_in_a_drag_loses_at_most_the_step_in_hand(station_home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", DRAG], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        for _ in range(20):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        acknowledged = 20 + len(process.stdout.read().split("\n")[:-1])
    index = open_index(station_home)
    history = index.voi_history("1.2", "Dr. Ito")
    index.close()
    shapes = [entry.voi.shape for entry in history if entry.voi is not None]
    steps = [shape.centre_mm[0] for shape in shapes if isinstance(shape, Sphere)]
    assert steps == [*range(len(steps))]
    assert acknowledged <= len(steps) <= acknowledged + 1


# -- older archives --------------------------------------------------------------------------------


def archive_of_0001(home: Path) -> None:
    """What the first version of Station left: its tables, a study and a typed weight."""
    from alembic import command
    from alembic.config import Config

    emptied_to_base(home)
    config = Config()
    folder = str(Path(schema.__file__).with_name("migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    engine = create_engine(f"sqlite:///{home / FILE_NAME}")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
    engine.dispose()
    for statement in (
        "INSERT INTO written_by VALUES ('0.1.0')",
        (
            "INSERT INTO studies VALUES ('1.2', 'P-1', 'Doe, Jane', 'PET/CT', 'doe jane|p 1', "
            "'2026-11-20', '2026-11-20 12:00:00.000000', '\"/stick\"', 'older', '{}')"
        ),
        (
            "INSERT INTO series VALUES ('1.2', '1.2.3', '1.2.3', 0, 'PT', 'conventional', 'WB', 3, "
            "'\"/stick\"', 0, 'older', '{}', NULL)"
        ),
        (
            "INSERT INTO suv_inputs VALUES (1, '1.2', 'weight_kg', '71.5', 'Dr. Ito', "
            "'2026-11-20 12:00:00.000000', 0)"
        ),
    ):
        sql(home, statement)


def test_an_archive_without_vois_is_migrated_with_all_that_is_in_it(tmp_path: Path) -> None:
    archive_of_0001(tmp_path / "old")
    index = open_index(tmp_path / "old")
    (entry,) = index.search("doe")
    assert (entry.study_uid, [line.slices for line in entry.series]) == ("1.2", [3])
    weight = TypedInput(InputName.WEIGHT_KG, 71.5, "Dr. Ito", NOON)
    assert index.typed_inputs("1.2") == (weight,)
    index.record_voi("1.2", READER, LIVER, NOON)
    assert index.vois("1.2", READER) == (LIVER,)
    index.close()
    open_index(tmp_path / "new").close()
    assert shape(tmp_path / "old") == shape(tmp_path / "new")


def test_who_has_vois_in_a_study_is_known_until_the_last_is_deleted(opened: Index) -> None:
    assert opened.voi_readers(STUDY_UID) == ()
    opened.record_voi(STUDY_UID, READER, LESION, NOON)
    opened.record_voi(STUDY_UID, "Another", LIVER, NOON)
    assert opened.voi_readers(STUDY_UID) == tuple(sorted((READER, "Another")))
    opened.record_voi_deleted(STUDY_UID, "Another", LIVER.id, NOON + timedelta(seconds=1))
    assert opened.voi_readers(STUDY_UID) == (READER,)
