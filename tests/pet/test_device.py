"""Which scanner made an image."""

from station.pet.device import Device, image_kind
from station.pet.study import Role
from tests.made_up.images import series

BIOGRAPH = Device("Siemens", "Biograph 64", "PET1", "1234", "1.2.3")


def test_a_scanner_stays_the_same_when_it_is_moved() -> None:
    moved = Device("SIEMENS", "Biograph 64 ", "PET2", "1234", "1.2.3")
    assert moved.identity == BIOGRAPH.identity


def test_without_a_serial_number_the_uid_and_then_the_station_tell_scanners_apart() -> None:
    by_uid = [Device("Siemens", "Biograph 64", "PET1", "", uid) for uid in ("1.2", "1.3")]
    by_station = [Device("Siemens", "Biograph 64", station) for station in ("PET1", "PET2")]
    for one, other in (by_uid, by_station):
        assert one.identity != other.identity


def test_a_label_says_what_the_header_says() -> None:
    assert BIOGRAPH.label == "Siemens Biograph 64, serial 1234 (PET1)"
    assert Device(uid="1.2").label == "Scanner not recorded, 1.2"
    assert Device().label == "Scanner not recorded"


def test_images_of_one_kind_have_one_role_and_reconstruction() -> None:
    assert image_kind(series(role=Role.CONVENTIONAL)).startswith("conventional")
    assert image_kind(series(role=Role.CONVENTIONAL)) != image_kind(series(role=Role.DENOISED))
