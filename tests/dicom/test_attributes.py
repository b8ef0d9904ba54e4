"""Attributes as they were meant: names in every character set, private ones by their creator."""

import pytest
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian

from station.dicom.header import lenient
from station.dicom.load import scan
from tests.dicom.opened import edited, only
from tests.dicom.synthetic import Edit, as_written, ramp, write_series

# --- names ----------------------------------------------------------------------------------------


def encoded_name(charset: bytes, encoded: bytes) -> Edit:
    def edit(ds: Dataset, i: int) -> None:
        ds["SpecificCharacterSet"] = as_written(0x00080005, "CS", charset)
        ds["PatientName"] = as_written(0x00100010, "PN", encoded)

    return edit


# Names of PS3.5 annexes H, I, J and K, in the character sets they are given in.
@pytest.mark.parametrize(
    ("charset", "encoded", "shown"),
    [
        (
            b"",
            b"Adams^John Robert Quincy^^Rev.^B.A. M.Div.",
            "Adams, Rev. John Robert Quincy B.A. M.Div.",
        ),
        (b"", "Buc^Jérôme".encode(), "Buc, Jérôme"),
        (b"ISO_IR 100", "Buc^Jérôme".encode(), "Buc, Jérôme"),
        (b"", b"\x8eR\x93c", "\ufffdR\ufffdc"),
        (
            b"\\ISO 2022 IR 58",
            b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab=",
            "Zhang, XiaoDong (张, 小东)",
        ),
        (b"", b"Buc^J\xe9r\xf4me", "Buc, Jérôme"),
        (b"ISO_IR 100", b"Buc^J\xe9r\xf4me", "Buc, Jérôme"),
        (b"ISO_IR 101", b"W\xb3adys\xb3aw^A", "Władysław, A"),
        (b"ISO_IR 109", b"\xa1ahja", "Ħahja"),
        (b"ISO_IR 110", b"K\xfarklia", "Kúrklia"),
        (b"ISO_IR 144", b"\xbb\xee\xdace\xdc\xd1yp\xd3", "Люкceмбypг"),
        (b"ISO_IR 127", b"\xe2\xc8\xc7\xe6\xea^\xe4\xe6\xd2\xc7\xd1", "قباني, لنزار"),
        (b"ISO_IR 126", b"\xc4\xe9\xef\xed\xf5\xf3\xe9\xef\xf2", "Διονυσιος"),
        (b"ISO_IR 138", b"\xf9\xf8\xe5\xef^\xe3\xe1\xe5\xf8\xe4", "שרון, דבורה"),
        (b"ISO_IR 148", b"\xc7avu\xfeo\xf0lu", "Çavuşoğlu"),
        (b"ISO_IR 166", b"\xca\xc1\xd2\xc2^\xe4\xb7\xc2", "สมาย, ไทย"),
        (b"ISO_IR 13", b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3", "ﾔﾏﾀﾞ, ﾀﾛｳ"),
        (
            b"\\ISO 2022 IR 87",
            b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
            "Yamada, Tarou (山田, 太郎 / やまだ, たろう)",
        ),
        (
            b"\\ISO 2022 IR 149",
            b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf",
            "Hong, Gildong (洪, 吉洞 / 홍, 길동)",
        ),
        (
            b"ISO_IR 192",
            "Wang^XiaoDong=王^小東=".encode(),
            "Wang, XiaoDong (王, 小東)",
        ),
        (b"GB18030", "Wang^XiaoDong=王^小东=".encode("gb18030"), "Wang, XiaoDong (王, 小东)"),
        (b"GBK", "Wang^XiaoDong=王^小东=".encode("gbk"), "Wang, XiaoDong (王, 小东)"),
        (b"ISO_IR 192", "=山田^太郎".encode(), "山田, 太郎"),
    ],
    ids=lambda value: value.decode("ascii", "ignore") if isinstance(value, bytes) else "",
)
def test_names_are_read_in_every_character_set(tmp_path, charset, encoded, shown):
    with lenient():  # pydicom checks what it writes, too
        write_series(tmp_path, ramp(1), edit=encoded_name(charset, encoded))
    (study,) = scan([tmp_path]).studies
    assert study.patient.name == shown


@pytest.mark.parametrize(
    ("charset", "encoded"),
    [
        (b"ISO_IR 192", b"\xff\xfe^\xc3"),
        (b"NOT A CHARSET", b"M\xfcller"),
        (b"\\ISO 2022 IR 87", b"\x1b$B;"),
        (b"ISO 2022 IR 87\\\\", b"\x1b$B\xff\xff\x1b"),
        (b"\xff\xff", b"^^^^^^^^^"),
    ],
)
def test_a_name_in_the_wrong_character_set_does_not_stop_the_scan(tmp_path, charset, encoded):
    with lenient():  # pydicom checks what it writes, too
        write_series(tmp_path, ramp(1), edit=encoded_name(charset, encoded))
    (study,) = scan([tmp_path]).studies
    assert isinstance(study.patient.name, str)


# --- private attributes ---------------------------------------------------------------------------


@pytest.mark.parametrize("syntax", [ExplicitVRLittleEndian, ImplicitVRLittleEndian])
def test_private_attributes_are_read(tmp_path, syntax):
    def edit(ds: Dataset, i: int) -> None:
        ds.add_new(0x70530010, "LO", "Philips PET Private Group")
        ds.add_new(0x70531000, "DS", "0.000728")
        ds.add_new(0x00090010, "LO", "GEMS_PETD_01")
        ds.add_new(0x0009100D, "DT", "20240301100500.00")

    write_series(tmp_path, ramp(), edit=edit, syntax=syntax)
    suv = only(scan([tmp_path])).suv
    assert suv is not None
    assert suv.philips_suv_factor == 0.000728
    assert str(suv.ge_scan_datetime) == "2024-03-01 10:05:00"


def test_private_attributes_of_the_wrong_kind_are_ignored(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.add_new(0x70530010, "LO", "Philips PET Private Group")
        ds.add_new(0x70531000, "OB", b"\x01\x02\x03\x04")
        ds.add_new(0x70531009, "DS", "7.5")
        ds.add_new(0x00090010, "LO", "GEMS_PETD_01")
        ds.add_new(0x0009100D, "US", 12)

    suv = edited(tmp_path, edit).suv
    assert suv is not None
    assert suv.philips_suv_factor is None
    assert suv.philips_activity_factor == 7.5
    assert suv.ge_scan_datetime is None


def test_another_makers_private_block_is_not_taken_for_philips(tmp_path):
    def edit(ds: Dataset, i: int) -> None:
        ds.add_new(0x70530010, "LO", "ACME")
        ds.add_new(0x70531000, "DS", "0.5")

    suv = edited(tmp_path, edit).suv
    assert suv is not None
    assert suv.philips_suv_factor is None
