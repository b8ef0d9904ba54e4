"""Instances that arrive are whole, single and in their place."""

import os
import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path
from struct import pack

import numpy as np
import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import DeflatedExplicitVRLittleEndian
from pynetdicom.dsutils import encode, encode_file_meta

from station.dicom.network import inbox as inboxes
from station.dicom.network.inbox import (
    Arrival,
    DiskFull,
    Inbox,
    Kept,
    Lots,
    Refused,
    collected,
    file_head,
    safe_name,
)
from tests.dicom.network.instances import content, instance


def test_an_instance_is_on_the_disk_byte_for_byte(tmp_path: Path) -> None:
    sent = content(instance(1))
    kept = Inbox(tmp_path / "in").keep_file(sent)
    assert kept.path.read_bytes() == sent
    assert kept.arrival is Arrival.NEW
    assert [path.name for path in (tmp_path / "in").iterdir()] == [kept.path.name]


def test_the_same_instance_again_is_not_doubled(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")
    sent = content(instance(1))
    first, second = inbox.keep_file(sent), inbox.keep_file(sent)
    assert (second.path, second.arrival, second.remark) == (first.path, Arrival.SAME, "")
    assert len(list(tmp_path.rglob("*.dcm*"))) == 1


def test_other_attributes_and_the_same_pixels_are_the_same_instance(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")
    corrected = instance(1)
    corrected.PatientName = "Other^Name"
    first = inbox.keep_file(content(instance(1)))
    second = inbox.keep_file(content(corrected))
    assert second.arrival is Arrival.SAME
    assert "same pixels and other attributes" in second.remark
    assert "Other" not in second.remark, "a remark may be logged"
    assert first.path.read_bytes() == content(instance(1))


def test_other_pixels_are_kept_apart_with_a_sentence_and_only_once(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")
    other = instance(1)
    other.PixelData = np.roll(np.frombuffer(other.PixelData, np.int16), 1).tobytes()
    first = inbox.keep_file(content(instance(1)))
    second, third = inbox.keep_file(content(other)), inbox.keep_file(content(other))
    assert second.arrival is third.arrival is Arrival.DIFFERENT
    assert "other pixels" in second.remark
    assert first.path.read_bytes() == content(instance(1))
    assert second.path.read_bytes() == content(other)
    assert list((tmp_path / "in.apart").iterdir()) == [second.path] == [third.path]


@pytest.mark.parametrize(
    "uid", ["../../etc/passwd", "/etc/passwd", "CON", "1" * 5000, "1..2", ".", "a\0b", "é", ""]
)
def test_a_uid_from_the_network_never_names_a_path(uid: str, tmp_path: Path) -> None:
    name = safe_name(uid)
    assert "/" not in name
    assert len(name) == 64
    assert name.isalnum()


def test_a_uid_that_is_none_is_kept_under_a_hash(tmp_path: Path) -> None:
    uid = str(instance(1).SOPInstanceUID)
    hostile = "../../outside".ljust(len(uid), "x")
    sent = content(instance(1)).replace(uid.encode(), hostile.encode())
    kept = Inbox(tmp_path / "in").keep_file(sent)
    assert kept.path.parent == tmp_path / "in"
    assert kept.sop_uid == hostile


def test_an_instance_of_another_study_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="belongs to another study") as error:
        Inbox(tmp_path / "in").keep_file(content(instance(1)), study_uid="1.2.3")
    assert error.value.status == 0xA900
    assert not list(tmp_path.rglob("*.dcm"))


def test_a_data_set_that_is_another_instance_than_announced_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="another instance than it was sent as"):
        Inbox(tmp_path / "in").keep_file(content(instance(1)), "1.2.3")


@pytest.mark.parametrize("noise", [b"", b"\0" * 132, b"\0" * 128 + b"DICM" + b"\xff" * 99, b"x"])
def test_what_is_not_dicom_is_refused(noise: bytes, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="refused because its data set") as error:
        Inbox(tmp_path / "in").keep_file(noise)
    assert error.value.status == 0xC000


def deflated(dataset: Dataset, zeros_mb: int) -> bytes:
    """The file of an instance whose pixels are `zeros_mb` megabytes of zeros, deflated."""
    sop_class, sop_uid = str(dataset.SOPClassUID), str(dataset.SOPInstanceUID)
    dataset.PixelData = bytes(2)
    encoded = encode(dataset, False, True) or b""
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(encoded[:-6] + pack("<I", (zeros_mb << 20) + 2) + bytes(2))
    packed += packer.flush(zlib.Z_FULL_FLUSH)
    # What follows a full flush refers to nothing before it: a megabyte is packed once.
    megabyte = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed += megabyte * zeros_mb + packer.flush()
    return file_head(sop_class, sop_uid, DeflatedExplicitVRLittleEndian) + packed


def test_a_bomb_of_deflated_zeros_is_not_unpacked(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")
    bomb, other = deflated(instance(1), 200), deflated(instance(1), 201)
    tracemalloc.start()
    try:
        kept = [inbox.keep_file(sent).arrival for sent in (bomb, bomb, other)]
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert kept == [Arrival.NEW, Arrival.SAME, Arrival.DIFFERENT]
    assert most < 180 << 20, "bytes"


def test_a_deflated_instance_is_compared_by_its_pixels(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")
    one, other = instance(1), instance(2)
    other.SOPInstanceUID = one.SOPInstanceUID
    sent = [content(each, DeflatedExplicitVRLittleEndian) for each in (one, one, other)]
    kept = [inbox.keep_file(file).arrival for file in sent]
    assert kept == [Arrival.NEW, Arrival.SAME, Arrival.DIFFERENT]


def test_instances_cut_anywhere_are_kept_or_refused_but_never_crash(tmp_path: Path) -> None:
    whole = content(instance(1))
    inbox = Inbox(tmp_path / "in")
    rng = np.random.default_rng(1)
    for _ in range(300):
        spoilt = bytearray(whole[: rng.integers(0, len(whole))])
        for _ in range(rng.integers(0, 9)):
            if spoilt:
                spoilt[rng.integers(0, len(spoilt))] = rng.integers(0, 256)
        try:
            kept = inbox.keep_file(bytes(spoilt))
        except Refused:
            continue
        assert kept.path.resolve().is_relative_to(tmp_path)


def test_an_instance_beyond_the_limit_is_refused_as_out_of_resources(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="MB at most") as error:
        Inbox(tmp_path / "in", largest=1000).keep_file(content(instance(1)))
    assert error.value.status == 0xA700


def test_a_full_disk_is_refused_as_out_of_resources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1000

    monkeypatch.setattr("shutil.disk_usage", lambda path: Full)
    with pytest.raises(Refused, match="Free some space") as error:
        Inbox(tmp_path / "in").keep_file(content(instance(1)))
    assert error.value.status == 0xA700
    assert not list(tmp_path.rglob("*.dcm*"))


def test_a_write_that_fails_in_the_middle_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(Refused, match="No space left on device"):
        Inbox(tmp_path / "in").keep_file(content(instance(1)))
    assert list((tmp_path / "in").iterdir()) == []


def test_half_a_file_that_a_killed_program_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "1.2.dcm.part").write_bytes(b"half")
    Inbox(tmp_path / "in")
    assert list((tmp_path / "in").iterdir()) == []


def test_an_object_without_pixels_is_compared_as_a_whole(tmp_path: Path) -> None:
    def report(text: str) -> Dataset:
        dataset = instance(1)
        del dataset.PixelData
        dataset.ContentLabel = text
        return dataset

    inbox = Inbox(tmp_path / "in")
    inbox.keep_file(content(report("ONE")))
    assert inbox.keep_file(content(report("ONE"))).arrival is Arrival.SAME
    other = inbox.keep_file(content(report("TWO")))
    assert other.arrival is Arrival.DIFFERENT
    assert dcmread(BytesIO(other.path.read_bytes())).ContentLabel == "TWO"


def test_the_head_of_a_file_is_what_pydicom_reads_and_writes() -> None:
    head = file_head("1.2.840.10008.5.1.4.1.1.128", "1.2.3", "1.2.840.10008.1.2.1")
    meta = dcmread(BytesIO(head)).file_meta
    assert meta.MediaStorageSOPClassUID == "1.2.840.10008.5.1.4.1.1.128"
    assert meta.MediaStorageSOPInstanceUID == "1.2.3"
    assert meta.TransferSyntaxUID == "1.2.840.10008.1.2.1"
    assert head[132:] == encode_file_meta(meta)


def test_what_a_loss_of_power_left_of_a_file_is_replaced(tmp_path: Path) -> None:
    inbox = Inbox(tmp_path / "in")
    sent = content(instance(1))
    path = inbox.file_of(str(instance(1).SOPInstanceUID))
    path.parent.mkdir()
    for left in (b"", sent[:200], sent[:-1]):
        path.write_bytes(left)
        assert inbox.keep_file(sent).arrival is Arrival.NEW
        assert path.read_bytes() == sent


# --- lots -----------------------------------------------------------------------------------------


def uid(number: int) -> str:
    return str(instance(number).SOPInstanceUID)


def keep(lots: Lots, *numbers: int) -> None:
    for number in numbers:
        one = instance(number)
        lots.keep(content(one), uid(number), study_uid=str(one.StudyInstanceUID))


@pytest.fixture
def synced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files and folders that were put on the disk, as they were."""
    names: list[str] = []
    monkeypatch.setattr(inboxes, "put_on_disk", lambda path: names.append(path.name))
    return names


def test_nothing_is_counted_before_it_is_on_the_disk(tmp_path: Path, synced: list[str]) -> None:
    lots = Lots(Inbox(tmp_path / "in"))
    keep(lots, 1, 2, 3)
    assert list(lots.take()) == []
    assert synced == []
    for number, outcome in zip((1, 2, 3), lots.take(all_of_them=True), strict=True):
        assert isinstance(outcome, Kept)
        assert outcome.sop_uid == uid(number)
        assert {f"{uid(each)}.dcm" for each in (1, 2, 3)} < set(synced)
    assert synced[-1] == "in", "the names are there, too"
    assert list(lots.take(all_of_them=True)) == []
    lots.close()


def test_a_lot_is_counted_while_more_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inboxes, "LOT", 2)
    lots = Lots(Inbox(tmp_path / "in"))
    keep(lots, 1, 2)
    counted = [outcome.sop_uid for outcome in lots.take()]
    keep(lots, 3)
    lots.close()  # waits for the disk
    counted += [outcome.sop_uid for outcome in lots.take()]
    assert counted == [uid(1), uid(2)]


def test_an_instance_that_does_not_get_to_the_disk_is_not_counted_and_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(path: Path) -> None:
        if path.name == f"{uid(2)}.dcm":
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(inboxes, "put_on_disk", fails)
    lots = Lots(Inbox(tmp_path / "in"))
    keep(lots, 1, 2, 3)
    first, second, third = lots.take(all_of_them=True)
    assert (first.sop_uid, third.sop_uid) == (uid(1), uid(3))
    assert isinstance(second, DiskFull)
    assert second.sop_uid == uid(2)
    assert "No space left on device" in str(second)
    assert not (tmp_path / "in" / f"{uid(2)}.dcm").exists()
    lots.close()


# --- pieces ---------------------------------------------------------------------------------------


def test_pieces_are_joined() -> None:
    assert collected([memoryview(b"ab"), memoryview(b"c")], "1.2", 3) == b"abc"


def test_pieces_beyond_the_limit_are_read_to_their_end_and_refused() -> None:
    pieces = iter([memoryview(b"ab")] * 5)
    with pytest.raises(Refused, match="larger than"):
        collected(pieces, "1.2", 3)
    assert next(pieces, None) is None


def test_pieces_that_memory_does_not_hold_are_refused() -> None:
    with pytest.raises(Refused, match="more comes in at one time"):
        collected([memoryview(b"ab")] * 5, "1.2", 100, lambda size: False)
