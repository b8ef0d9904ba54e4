"""Errors of the world, which a person can do something about, are apart from everything else."""

from station.errors import ArchiveError, Cancelled, DicomError, StationError, SuvError


def test_what_a_person_can_do_something_about_is_one_kind() -> None:
    for kind in (ArchiveError, DicomError, SuvError):
        assert issubclass(kind, StationError)


def test_a_wish_to_stop_is_not_an_error_that_is_shown() -> None:
    assert not issubclass(Cancelled, StationError)


def test_a_refused_suv_names_the_attribute_in_its_way() -> None:
    error = SuvError("PatientWeight is missing. Enter it.", "PatientWeight")
    assert (str(error), error.attribute) == ("PatientWeight is missing. Enter it.", "PatientWeight")
