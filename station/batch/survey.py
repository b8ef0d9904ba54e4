"""Which studies there are below the given folders, and whether they have changed since."""

import os
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from station.dicom.survey import belongs
from station.pet.study import LeftOut


@dataclass(frozen=True, slots=True)  # of 10,000 studies there are millions
class File:
    """A file as the disk knows it."""

    path: str
    size: int
    time_ns: int


@dataclass(frozen=True, slots=True)
class Belonging:
    """A file of a study."""

    file: File
    study_uid: str
    patient_id: str
    vois: bool


@dataclass(frozen=True)
class Looked:
    """What the files of one folder are."""

    of_studies: tuple[Belonging, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(frozen=True)
class FoundStudy:
    """A study of a batch."""

    uid: str
    patient_id: str
    images: tuple[File, ...]
    vois: tuple[File, ...]
    places: tuple[str, ...]
    """Files and folders that open it"""

    @property
    def fingerprint(self) -> str:
        """The same as long as no file comes, goes or changes, by size and time."""
        digest = sha256()
        for file in sorted((*self.images, *self.vois), key=lambda file: file.path):
            digest.update(f"{file.path!r} {file.size} {file.time_ns}\n".encode())
        return digest.hexdigest()

    @property
    def size_bytes(self) -> int:
        return sum(file.size for file in (*self.images, *self.vois))


@dataclass
class Survey:
    """What is known of the folders below the roots; only what changed is looked at again."""

    roots: Mapping[str, Collection[str] | None]
    """Files and folders → UIDs of the studies in them that are wanted (None: every one)"""
    without: Path
    """Below it nothing is looked for: the batch's own results"""
    _known: dict[str, tuple[tuple[File, ...], Looked]] = field(
        default_factory=dict[str, tuple[tuple[File, ...], Looked]]
    )
    _wanted: dict[str, set[str] | None] = field(default_factory=dict[str, set[str] | None])
    """UIDs by folder"""
    _unreadable: list[LeftOut] = field(default_factory=list[LeftOut])

    def changed(self) -> list[tuple[File, ...]]:
        """The files of each folder that is new or has other files than when it was looked at."""
        self._unreadable = []
        there: dict[str, dict[str, File]] = defaultdict(dict)
        self._wanted = {}
        for root, wanted in self.roots.items():
            for folder, files in self._below(Path(root)):
                there[folder] |= {file.path: file for file in files}
                before = self._wanted.get(folder, set[str]())
                if before is None or wanted is None:
                    self._wanted[folder] = None
                else:
                    self._wanted[folder] = before | set(wanted)
        now = {folder: tuple(there[folder].values()) for folder in sorted(there)}
        nothing = (), Looked((), ())
        self._known = {folder: self._known.get(folder, nothing) for folder in now}
        return [files for folder, files in now.items() if self._known[folder][0] != files]

    def learn(self, files: tuple[File, ...], looked: Looked) -> None:
        """What `look` found out about a folder's files."""
        self._known[os.path.dirname(files[0].path)] = files, looked  # noqa: PTH120  10,000 times

    def studies(self) -> list[FoundStudy]:
        """Every study, in the order of the paths; in two folders, it is one study still."""
        by_study: dict[str, dict[str, Belonging]] = defaultdict(dict)
        whose: dict[str, set[str]] = defaultdict(set)
        for folder, (_, looked) in self._known.items():
            wanted = self._wanted[folder]
            for one in looked.of_studies:
                if wanted is None or one.study_uid in wanted:
                    by_study[one.study_uid][one.file.path] = one
                if not one.vois:
                    whose[folder].add(one.study_uid)
        return [
            _found(uid, list(files.values()), whose)
            for uid, files in by_study.items()
            if any(not one.vois for one in files.values())
        ]

    def left_out(self) -> list[LeftOut]:
        """Files and folders that no image is read from, and why."""
        return [
            *self._unreadable,
            *(one for _, seen in self._known.values() for one in seen.left_out),
        ]

    def _below(self, root: Path) -> Iterable[tuple[str, tuple[File, ...]]]:
        """Each folder with files in it. Links to folders are not followed."""
        if not root.is_dir():
            file = _file(str(root))
            if file is None:
                self._unreadable.append(LeftOut(root, "There is no such file or folder."))
            else:
                yield str(root.parent), (file,)
            return
        for parent, folders, names in os.walk(root, onerror=self._refused):
            if os.path.realpath(parent) == str(self.without):
                folders.clear()
                continue
            folders.sort()
            files = (_file(os.path.join(parent, name)) for name in sorted(names))  # noqa: PTH118
            there = tuple([file for file in files if file is not None])
            if there:
                yield parent, there

    def _refused(self, error: OSError) -> None:
        reason = f"The folder cannot be read: {error.strerror}."
        self._unreadable.append(LeftOut(Path(error.filename), reason))


def look(files: Sequence[File]) -> Looked:
    """Of which study each file is, by its header; a worker does it."""
    by_path = {file.path: file for file in files}
    found, left_out = belongs([Path(path) for path in by_path])
    return Looked(
        tuple(
            Belonging(by_path[str(one.path)], one.study_uid, one.patient_id, one.vois)
            for one in found
        ),
        tuple(left_out),
    )


def _file(path: str) -> File | None:
    try:
        status = os.stat(path)
    except OSError:  # it has gone meanwhile, or is a link to nothing
        return None
    return File(path, status.st_size, status.st_mtime_ns)


def _found(uid: str, files: list[Belonging], whose: Mapping[str, set[str]]) -> FoundStudy:
    images = [one.file for one in files if not one.vois]
    patients = Counter(one.patient_id for one in files if not one.vois)
    places: dict[str, None] = {}
    for file in images:
        folder = os.path.dirname(file.path)  # noqa: PTH120
        places[folder if whose[folder] == {uid} else file.path] = None
    return FoundStudy(
        uid,
        patients.most_common(1)[0][0],
        tuple(images),
        tuple(one.file for one in files if one.vois),
        tuple(places),
    )
