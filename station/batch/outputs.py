"""Outputs of a batch: folders named by the hash of all that decides what is in them.

An output is there whole or not at all: it is written under a temporary name, put on the disk, its
manifest last, and then renamed. Two workers that make the same output make one.
"""

import json
import shutil
from collections.abc import Generator, Iterable, Mapping
from contextlib import contextmanager
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from station.dicom.folders import whole_folder
from station.errors import StationError
from station.system import put_on_disk

FOLDER = "outputs"
"""In the folder of the results"""
MANIFEST = "manifest.json"
"""In an output: its files → their SHA-256. In the folder of the results: the files of every
output"""
FORMAT = 1
"""Of what an output holds; another one is another output"""


def hash_of_files(files: Iterable[Path]) -> tuple[str, list[Path]]:
    """(hash of what the files hold, one file of each content), whatever their names and folders.

    The same study in two folders is the same. Raises OSError.
    """
    of_content: dict[str, Path] = {}
    for path in files:
        of_content.setdefault(sha256_of(path), path)
    return sha256("\n".join(sorted(of_content)).encode()).hexdigest(), list(of_content.values())


def sha256_of(path: Path) -> str:
    """Raises OSError."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def output_key(
    inputs: str,
    operation: str,
    options: Mapping[str, Any],
    weights: Mapping[str, str],
    version: str,
) -> str:
    """Names the output that these make, and no other: 64 hexadecimal digits."""
    decides = [FORMAT, inputs, operation, dict(options), dict(weights), version]
    return sha256(json.dumps(decides, sort_keys=True).encode()).hexdigest()


def is_whole(output: Path) -> bool:
    """Whether the output is there with every file of its manifest."""
    try:
        return all((output / name).is_file() for name in manifest_of(output))
    except StationError:
        return False


def manifest_of(output: Path) -> dict[str, str]:
    """The files of an output, below its folder, and their SHA-256. Raises StationError."""
    path = output / MANIFEST
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StationError(
            f"{path} cannot be read ({error}). Delete the folder {output}, and run the batch again "
            "with --resume."
        ) from error


@contextmanager
def whole_output(output: Path) -> Generator[Path]:
    """The folder to write into; `output` is there when the block succeeds, else nothing of it.

    Raises StationError where it cannot be written.
    """
    if output.exists() and not is_whole(output):
        shutil.rmtree(output)  # a disk lost it, or somebody took a file away
    try:
        with whole_folder(output, "the output") as partial:
            yield partial
            files = [path for path in sorted(partial.rglob("*")) if path.is_file()]
            named = {path.relative_to(partial).as_posix(): sha256_of(path) for path in files}
            for path in files:
                put_on_disk(path)
            (partial / MANIFEST).write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")
            put_on_disk(partial / MANIFEST)
            for folder in (*[path for path in partial.rglob("*") if path.is_dir()], partial):
                put_on_disk(folder)
    except StationError:
        if not is_whole(output):  # another worker was faster
            raise
    put_on_disk(output.parent)
