"""The investigator's copy is whole, or it says what is wrong."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from station.archive.audit import canonical
from station.archive.readings import ReaderStudies
from station.archive.readings.copy import (
    FIRST,
    KEY,
    LAST,
    MANIFEST,
    README,
    SIGNATURE,
    TRAIL,
    Copy,
    verify_copy,
)
from station.archive.signing import Signer
from station.errors import ArchiveError
from station.progress import silent
from station.reading.readings import Question, ReadingError
from station.reading.worklist import Side
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    READERS,
    VIEWING,
    agree,
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    reader,
    scorer_by_arm,
)

ITO, MORI = READERS


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A study of two cases with a consensus and a revision; another study is in the record."""
    folder = tmp_path_factory.mktemp("copied")
    with pytest.MonkeyPatch.context() as monkeypatch:
        quick(monkeypatch)
        monkeypatch.setenv("STATION_WITNESS", str(folder / "witness"))
        study = new_study(folder / "images", cases=2)
        studies = made(folder / "home", study)
        studies.create(new_study(folder / "others", cases=1, name="Another"), silent)
        for name, score in ((ITO, 1), (MORI, 4)):
            sitting = reader(studies, name)
            read_all(sitting, scorer_by_arm(study.key, score, 3))
            own = sitting.own()[0]
            answers = dict(own.reading.answers) | {Question(Side.ONLY, "noise"): 5}
            sitting.revise(own.code, answers, "looked again", VIEWING)
            sitting.sign(PASSWORDS[name])
        refused_before_the_lock(studies)
        consensus = studies.sign_in_for_consensus("Denoising 2026", ITO, PASSWORDS[ITO])
        agree(consensus)
        consensus.sign(PASSWORDS)
        follows = coordinator(studies)
        follows.lock(PASSWORDS[COORDINATOR])
        copy = follows.investigator_copy(PASSWORDS[COORDINATOR])
        history = [entry.action for entry in follows.history()[-2:]]
        assert history == ["key opened", "made an investigator's copy"]
        studies.close()
    return copy


def refused_before_the_lock(studies: ReaderStudies) -> None:
    with pytest.raises(ReadingError, match="not locked"):
        coordinator(studies).investigator_copy(PASSWORDS[COORDINATOR])


@pytest.fixture
def file(copied: Copy, tmp_path: Path) -> Path:
    path = tmp_path / "copy.zip"
    path.write_bytes(copied.zipped())
    return path


def changed(file: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    """The same ZIP with another content of one file."""
    with zipfile.ZipFile(file) as archive:
        files = {one: archive.read(one) for one in archive.namelist()}
    files[name] = change(files.get(name, b""))
    other = file.with_name("other.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for one, data in files.items():
            archive.writestr(one, data)
    return other


def test_a_copy_is_checked_without_the_record(file: Path, copied: Copy) -> None:
    checked = verify_copy(file, copied.head)
    assert checked.study == "Denoising 2026"
    assert checked.signed_by == COORDINATOR
    assert checked.verdict.head == copied.head
    assert checked.verdict.cautions == ()
    assert checked.readings == 2 * 4 + 3  # three images were discordant


def test_it_holds_first_and_last_answers(copied: Copy) -> None:
    first, last = (json.loads(copied.files[name]) for name in (FIRST, LAST))
    assert len(first) == len(last)
    assert {one["revision"] for one in first} == {1}
    assert sum(one["revision"] == 2 for one in last) == 2
    assert b"Another" not in copied.files[TRAIL]
    assert b"case 1" in copied.files[KEY]


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        (
            LAST,
            lambda data: data.replace(b'"noise"', b'"quality"', 1),
            "scores-last.json was changed",
        ),
        (TRAIL, lambda data: data.replace(b"looked again", b"looked twice", 1), "was changed"),
        (MANIFEST, lambda data: data.replace(b"Dr. Sato", b"Dr. Abe"), "not signed by Dr. Abe"),
        (SIGNATURE, lambda data: b"00" + data[2:], "not signed by"),
        ("more.txt", lambda data: b"x", "more.txt was added or taken away"),
        (README, lambda data: data + b"\n", "README.txt was changed"),
    ],
)
def test_a_changed_copy_is_refused(
    file: Path, name: str, change: Callable[[bytes], bytes], says: str
) -> None:
    with pytest.raises(ArchiveError, match=says):
        verify_copy(changed(file, name, change))


def resigned(copied: Copy, tmp_path: Path, signer: Signer, **files: bytes) -> Path:
    """A copy that somebody changed and signed themselves."""
    path = tmp_path / "forged.zip"
    whole = dict(copied.files) | files
    forged = Copy(whole, copied.study, copied.head, copied.entries, signer)
    path.write_bytes(forged.zipped())
    return path


def test_a_byte_changed_anywhere_is_refused_or_changes_no_file(
    file: Path, copied: Copy, tmp_path: Path
) -> None:
    """Compressed content, names, lengths: whichever part of the ZIP the byte is of."""
    whole, path = file.read_bytes(), tmp_path / "changed.zip"
    refused = 0
    for place in range(20, len(whole), len(whole) // 150):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        try:
            verify_copy(path)
        except ArchiveError:
            refused += 1
        else:
            with zipfile.ZipFile(path) as left, zipfile.ZipFile(file) as right:
                assert {n: left.read(n) for n in left.namelist()} == {
                    n: right.read(n) for n in right.namelist()
                }
    assert refused > 100


def test_a_copy_signed_by_a_stranger_is_refused(copied: Copy, tmp_path: Path) -> None:
    path = resigned(copied, tmp_path, Signer.new(COORDINATOR))
    with pytest.raises(ArchiveError, match="whose key in the trail is another one"):
        verify_copy(path)


def test_the_coordinator_cannot_give_other_answers_than_were_signed(
    copied: Copy, tmp_path: Path
) -> None:
    lines: list[dict[str, Any]] = json.loads(copied.files[LAST])
    lines[0]["answers"][0][2] = 1 + lines[0]["answers"][0][2] % 5
    path = resigned(copied, tmp_path, copied.signer, **{LAST: json.dumps(lines).encode()})
    with pytest.raises(ArchiveError, match="not those that were signed"):
        verify_copy(path)


def test_the_coordinator_cannot_change_the_trail(copied: Copy, tmp_path: Path) -> None:
    text = copied.files[TRAIL].replace(b"looked again", b"looked twice", 1)
    path = resigned(copied, tmp_path, copied.signer, **{TRAIL: text})
    with pytest.raises(ArchiveError, match="was changed after it was written"):
        verify_copy(path)


def test_the_coordinator_cannot_leave_out_an_entry_of_the_study(
    copied: Copy, tmp_path: Path
) -> None:
    """As if it were another study's."""
    lines = [json.loads(line) for line in copied.files[TRAIL].splitlines()]
    place = next(n for n, one in enumerate(lines) if one.get("action") == "revised a reading")
    lines[place] = {name: lines[place][name] for name in ("number", "previous", "hash")}
    text = "".join(f"{canonical(line)}\n" for line in lines).encode()
    path = resigned(copied, tmp_path, copied.signer, **{TRAIL: text})
    with pytest.raises(ArchiveError, match="entries were left out"):
        verify_copy(path)


def test_a_trail_cut_short_is_refused(copied: Copy, tmp_path: Path) -> None:
    text = b"".join(copied.files[TRAIL].splitlines(keepends=True)[:-1])
    path = resigned(copied, tmp_path, copied.signer, **{TRAIL: text})
    with pytest.raises(ArchiveError, match="Its trail ends at entry"):
        verify_copy(path)


def test_a_hash_written_down_has_to_be_in_it(file: Path) -> None:
    with pytest.raises(ArchiveError, match="has the hash"):
        verify_copy(file, "0" * 64)


def test_what_is_not_a_copy_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.zip"
    path.write_bytes(b"nothing")
    with pytest.raises(ArchiveError, match="cannot be read as an investigator's copy"):
        verify_copy(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "b")
    with pytest.raises(ArchiveError, match="it has no manifest"):
        verify_copy(path)
