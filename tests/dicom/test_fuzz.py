"""Damaged files: a scan says a sentence, and neither crashes nor hangs nor takes absurd memory."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
    JPEGLSLossless,
    RLELossless,
)

from station.dicom.load import read_image, scan
from station.errors import DicomError
from station.pet.study import FoundStudies, Series
from tests.dicom.synthetic import ramp, write_enhanced, write_series

SLICES = 3
FEW = settings(
    max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

Damage = tuple[float, bytes]


@pytest.fixture(
    scope="module",
    params=[
        "explicit",
        "implicit",
        "big endian",
        "deflated",
        "rle",
        "jpeg-ls",
        "jpeg 2000",
        "bare",
        "enhanced",
    ],
)
def contents(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> list[bytes]:
    """The files of one good series, in each encoding."""
    folder = tmp_path_factory.mktemp("good")
    kind = str(request.param)
    if kind == "enhanced":
        write_enhanced(folder / "a.dcm", ramp(SLICES))
    elif kind == "bare":
        write_series(folder, ramp(SLICES), preamble=False)
    else:
        syntaxes: dict[str, UID] = {
            "explicit": ExplicitVRLittleEndian,
            "implicit": ImplicitVRLittleEndian,
            "big endian": ExplicitVRBigEndian,
            "deflated": DeflatedExplicitVRLittleEndian,
            "rle": RLELossless,
            "jpeg-ls": JPEGLSLossless,
            "jpeg 2000": JPEG2000Lossless,
        }
        write_series(folder, ramp(SLICES, 32, 32), syntax=syntaxes[kind])
    return [path.read_bytes() for path in sorted(folder.iterdir())]


def open_all(contents: list[bytes]) -> FoundStudies:
    """Write the files, scan them and read what can be read; only sentences may go wrong."""
    with tempfile.TemporaryDirectory() as temporary:
        for number, content in enumerate(contents):
            Path(temporary, f"{number}.dcm").write_bytes(content)
        found = scan([Path(temporary)])
        slices = 0
        for study in found.studies:
            for series in study.series:
                assert series.problem is None or series.problem.endswith(".")
                assert all(warning.endswith(".") for warning in series.warnings)
                if series.slices is not None:
                    slices += len({path for path in series.slices.paths if path})
                said = complaint(series)
                assert said is None or said.endswith(".")
        assert found.files == len(contents)
        assert all(left.reason.endswith((".", "?")) for left in found.left_out)
        assert slices + len(found.left_out) <= len(contents)
        return found


def complaint(series: Series) -> str | None:
    """The sentence for which a series' pixels cannot be read."""
    try:
        read_image(series).volume()
    except DicomError as error:
        return str(error)
    return None


def flipped(content: bytes, damage: list[Damage]) -> bytes:
    """`content` with bytes replaced at places given as shares of its length."""
    result = bytearray(content)
    for place, replacement in damage:
        start = int(place * len(result))
        result[start : start + len(replacement)] = replacement
    return bytes(result)


damages = st.lists(
    st.tuples(st.floats(0, 0.999), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6
)


@FEW
@given(share=st.floats(0, 1))
def test_a_truncated_file_never_stops_the_rest(contents, share):
    cut = contents[0][: int(share * len(contents[0]))]
    found = open_all([cut, *contents[1:]])
    assert len(contents) == 1 or found.studies


@FEW
@given(damage=damages)
def test_damaged_bytes_give_a_sentence_or_an_image(contents, damage):
    open_all([flipped(contents[0], damage), *contents[1:]])


@FEW
@given(
    damage=st.lists(
        st.tuples(
            st.floats(0.1, 0.9),
            st.sampled_from([b"\xff\xff\xff\xff", b"\0\0\0\0", b"nan\\", b"-1e9"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_absurd_lengths_and_numbers_give_a_sentence_or_an_image(contents, damage):
    open_all([flipped(content, damage) for content in contents])


@FEW
@given(noise=st.binary(max_size=400))
def test_noise_behind_a_dicom_prefix_gives_a_sentence(noise):
    for content in (noise, bytes(128) + b"DICM" + noise, b"\x08\x00\x05\x00CS" + noise):
        found = open_all([content])
        assert found.studies == ()
        assert len(found.left_out) == 1
