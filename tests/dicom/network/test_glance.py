"""Elements at a glance: as pydicom reads them, or left to it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydicom.uid import (
    UID,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
    JPEG2000Lossless,
)
from pynetdicom.dsutils import encode

from station.dicom.network.glance import glance, is_simple
from tests.dicom.network.instances import STUDY, content, instance

STUDY_UID, SOP_UID, META = 0x0020000D, 0x00080018, 0x0002FFFF
SYNTAXES = [str(ExplicitVRLittleEndian), str(ImplicitVRLittleEndian)]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_what_is_found_is_what_was_written(syntax):
    dataset = instance(1)
    data = encode(dataset, UID(syntax).is_implicit_VR, True)
    assert data is not None
    found, _ = glance(data, syntax, STUDY_UID)
    assert found[STUDY_UID] == STUDY
    assert found[SOP_UID] == dataset.SOPInstanceUID
    assert found[0x00080060] == "PT"
    assert max(found) == STUDY_UID


def test_the_data_set_of_a_file_begins_where_its_meta_information_ends():
    file = content(instance(1))
    meta, start = glance(file, SYNTAXES[0], META, 132)
    assert meta[0x00020010] == SYNTAXES[0]
    assert file[start : start + 4] == bytes((8, 0, 5, 0))  # SpecificCharacterSet is the first


@settings(max_examples=100, derandomize=True)
@given(data=st.binary(max_size=200), syntax=st.sampled_from(SYNTAXES), start=st.integers(0, 10))
def test_a_glance_at_anything_ends(data, syntax, start):
    found, at = glance(data, syntax, STUDY_UID, start)
    assert all(isinstance(text, str) for text in found.values())
    assert start <= at <= max(start, len(data))


@pytest.mark.parametrize(
    ("syntax", "simple"),
    [
        (ExplicitVRLittleEndian, True),
        (JPEG2000Lossless, True),
        (ExplicitVRBigEndian, False),
        (DeflatedExplicitVRLittleEndian, False),
        (UID("1.2.3"), False),
    ],
)
def test_only_what_is_simple_is_glanced_at(syntax, simple):
    assert is_simple(syntax) is simple
