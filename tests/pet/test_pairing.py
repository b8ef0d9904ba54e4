"""What is refused or said about a pair of images."""

from station.pet.pairing import fusion_refusal, link_caution
from station.pet.study import Role
from tests.made_up.images import series

CONVENTIONAL, DENOISED, UNFILTERED = Role.CONVENTIONAL, Role.DENOISED, Role.UNFILTERED


# --- What is said -------------------------------------------------------------------------------

PET, CT = series("c", number=3, description="WB AC"), series("ct", Role.CT, number=2)


def test_pet_and_ct_of_one_frame_of_reference_can_be_fused():
    assert fusion_refusal(PET, CT) is None


def test_fusion_is_refused_where_frames_of_reference_differ():
    other = series("ct", Role.CT, number=2, description="CT 4.0", frame="other")
    assert fusion_refusal(PET, other) == (
        'Series 3 "WB AC" and Series 2 "CT 4.0" have different frames of reference, so their '
        "relative position is not known. Fusion is off."
    )


def test_fusion_is_refused_where_the_frames_are_not_named():
    refusal = fusion_refusal(series("c", frame=""), series("ct", Role.CT, frame=""))
    assert refusal is not None
    assert refusal.endswith("Fusion is off.")


def test_fusion_needs_a_pet_and_a_ct():
    assert fusion_refusal(None, CT) == "There is no PET image to fuse."
    assert fusion_refusal(PET, None) == "This study has no CT to show under the PET."


def test_a_pair_of_one_frame_of_reference_needs_no_caution():
    assert link_caution(PET, series("dl", DENOISED)) is None
    assert link_caution(PET, None) is None
    assert link_caution(None, None) is None


def test_a_reader_is_warned_before_he_trusts_a_cursor_linked_across_frames_of_reference():
    caution = link_caution(PET, series("dl", DENOISED, frame="other"))
    assert caution is not None
    assert caution.startswith("Different frames of reference")
    assert "may not be the same place in the patient" in caution


def test_the_series_without_a_frame_of_reference_is_named():
    nameless = series("dl", DENOISED, frame="", number=7, description="DLR")
    for pair in ((PET, nameless), (nameless, PET)):
        assert (link_caution(*pair) or "").startswith('Series 7 "DLR" has no frame of reference')
