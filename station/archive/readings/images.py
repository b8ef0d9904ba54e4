"""What a study's images are recorded as: a hash of the files of each."""

from collections.abc import Callable, Mapping
from hashlib import file_digest, sha256
from pathlib import Path

from station.progress import Report
from station.reading.readings import ReadingError
from station.reading.worklist import Key


def image_digests(images: Path, key: Key, report: Report) -> dict[str, str]:
    digests: dict[str, str] = {}
    for number, image in enumerate(sorted(key.entries)):
        report(number / len(key.entries), "Recording the images")
        digest = folder_digest(images / image)
        if digest is None:
            raise ReadingError(
                f"The images of {image} are not in {images}. Prepare the study again."
            )
        digests[image] = digest
    return digests


def changed_images(
    digests: Mapping[str, str], folder: Callable[[str], Path], report: Report
) -> tuple[str, ...]:
    """Codes of the images whose files are not those of `digests`; `folder` says where each is."""
    changed: list[str] = []
    for number, (image, digest) in enumerate(sorted(digests.items())):
        report(number / len(digests), "Checking images")
        if folder_digest(folder(image)) != digest:
            changed.append(image)
    return tuple(changed)


def folder_digest(folder: Path) -> str | None:
    """SHA-256 of names and contents of all files below a folder; None: there is none."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    if not files:
        return None
    whole = sha256()
    for path in files:
        with path.open("rb") as file:
            content = file_digest(file, "sha256").hexdigest()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return whole.hexdigest()
