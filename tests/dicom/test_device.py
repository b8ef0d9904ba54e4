"""The scanner, as the header of a series' first slice names it."""

from pathlib import Path

from pydicom.dataset import Dataset

from station.dicom.device import device_of
from station.dicom.load import scan
from station.pet.device import Device
from station.pet.study import Series
from tests.dicom.synthetic import ramp, write_series


def written(folder: Path, **facts: str | None) -> Series:
    def edit(ds: Dataset, _: int) -> None:
        for keyword, value in facts.items():
            setattr(ds, keyword, value)

    write_series(folder, ramp(), edit=edit)
    (study,) = scan([folder]).studies
    (series,) = study.series
    return series


def test_it_is_read_from_the_header(tmp_path: Path) -> None:
    series = written(
        tmp_path,
        Manufacturer="SIEMENS",
        ManufacturerModelName="Biograph64",
        StationName="PET1",
        DeviceSerialNumber="1234",
        DeviceUID="1.2.3",
    )
    assert device_of(series) == Device("SIEMENS", "Biograph64", "PET1", "1234", "1.2.3")


def test_what_the_header_lacks_is_empty(tmp_path: Path) -> None:
    device = device_of(written(tmp_path, StationName="", DeviceSerialNumber=None))
    assert (device.station, device.serial, device.uid) == ("", "", "")


def test_where_the_files_are_gone_maker_and_model_are_the_series(tmp_path: Path) -> None:
    series = written(tmp_path, Manufacturer="SIEMENS", StationName="PET1")
    for path in tmp_path.iterdir():
        path.unlink()
    assert device_of(series) == Device(series.manufacturer, series.model)
