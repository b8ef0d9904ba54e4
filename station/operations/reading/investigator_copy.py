"""Writing the investigator's copy of a locked study, and checking one."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from station.errors import StationError
from station.whole_file import writing

if TYPE_CHECKING:
    from station.archive.readings import CoordinatorSitting

SUFFIX = ".zip"


def write_copy(sitting: "CoordinatorSitting", password: str, path: Path) -> str:
    """Write the copy, and give the last hash of its trail. Raises StationError.

    `password` is the coordinator's: it signs the copy. That it was made is recorded.
    """
    from station.report.document import Document, as_html
    from station.report.reading import as_json, study_log

    if path.suffix.lower() != SUFFIX:
        raise StationError(f"{path.name} does not end in {SUFFIX}. Give the copy such a name.")
    copy = sitting.investigator_copy(password)
    log = sitting.study_log()
    lines = (f"{log.head_words}.",)
    page = Document(f"Reader study {log.study}", lines, (study_log.section(log),), "")
    extra = {
        "study-log.html": as_html(page).encode(),
        "study-log.json": as_json.json_text(study_log.as_json(log)).encode(),
    }
    with writing(path):
        path.write_bytes(copy.zipped(extra))
    return copy.head


def checked_copy(path: Path, head: str | None) -> tuple[str, Sequence[str]]:
    """The sentence that a copy is whole, and what has to be known of it.

    Raises StationError where it is not.
    """
    from station.archive.readings.copy import verify_copy

    checked = verify_copy(path, head)
    verdict = checked.verdict
    sentence = (
        f"The copy of {checked.study} is whole, signed by {checked.signed_by}: {verdict.entries} "
        f"entries, {verdict.signed} of them checked by signature; {checked.readings} readings are "
        f"the ones that were signed. Last hash: {verdict.head}"
    )
    return sentence, (*verdict.timestamps, *verdict.cautions)
