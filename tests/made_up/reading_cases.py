"""Studies in an archive from which small reader studies are prepared."""

import shutil
from pathlib import Path
from typing import Any

from station.archive.index import open_index
from station.dicom.load import scan
from station.installed import resource
from station.operations.reading.candidates import Candidate, candidates
from station.operations.reading.prepare import ChosenCase, StudySetup
from station.progress import silent
from station.reading.protocol import NewPerson, StudyRole
from tests.made_up import studies

STUDY = "Denoising 2026"
PASSWORDS = {
    "Dr. Sato": "seven white birds",
    "Dr. Ito": "nine red kites",
    "Dr. Mori": "one owl, grey",
}
PEOPLE = (
    NewPerson("Dr. Sato", StudyRole.COORDINATOR, PASSWORDS["Dr. Sato"], one_time=False),
    NewPerson("Dr. Ito", StudyRole.READER, PASSWORDS["Dr. Ito"], one_time=False),
    NewPerson("Dr. Mori", StudyRole.READER, PASSWORDS["Dr. Mori"], one_time=False),
)
NAMES = ("Garcia^Luis", "Doe^Jane", "Ito^Ken", "Rossi^Carla", "Smith^John", "Abe^Mai")


def facts(number: int) -> dict[str, Any]:
    """Of the patient of study `number`, in every header."""
    return {
        "PatientName": NAMES[number],
        "PatientID": f"HOSP-{number:04d}",
        "AccessionNumber": f"ACC-{number:04d}",
        "StudyDescription": "FDG whole body",
        "ManufacturerModelName": "Biograph64",
        "Manufacturer": "SIEMENS",
        "InstitutionName": "Saint Nowhere",
    }


def write_conventional(folder: Path, number: int, **more: Any) -> None:
    studies.write_pet(folder, "OSEM Gaussian", 8.0, study=f"study {number}", **facts(number) | more)


def write_dl(folder: Path, number: int, name: str = studies.DENOISED_MARK, **more: Any) -> None:
    given: dict[str, Any] = (
        facts(number) | {"ImageType": ["DERIVED", "PRIMARY"], "SeriesNumber": 5} | more
    )
    studies.write_pet(folder / "dl", name, 10.0, study=f"study {number}", **given)


def remember(home: Path, folder: Path) -> None:
    """Put the studies of a folder into the archive."""
    index = open_index(home)
    for study in scan([folder]).studies:
        index.remember(study, folder)
    index.close()


def archive_of(home: Path, folder: Path, count: int) -> tuple[Candidate, ...]:
    """So many studies with both images, in the order of NAMES."""
    for number in range(count):
        write_conventional(folder / str(number), number)
        write_dl(folder / str(number), number)
    remember(home, folder)
    return by_name(home)


def copied_archive(home: Path, made: Path) -> tuple[Candidate, ...]:
    """The archive that was made elsewhere, as that of `home`; its files stay where they are."""
    shutil.copytree(made, home, dirs_exist_ok=True)
    return by_name(home)


def by_name(home: Path) -> tuple[Candidate, ...]:
    """What the archive offers, in the order of NAMES."""
    order = [name.replace("^", ", ") for name in NAMES]
    return tuple(sorted(candidates(home, silent), key=lambda one: order.index(one.patient_name)))


def protocol(folder: Path, **values: str) -> Path:
    """A protocol for a handful of cases; `values` as the file has them."""
    text = resource("protocols", "reader-study.toml").read_text(encoding="utf-8")
    given = {"washout_cases": "0", "repeats": "0"} | values
    lines = [
        f"{key} = {given[key]}" if (key := line.split("=")[0].strip()) in given else line
        for line in text.splitlines()
    ]
    path = folder / "protocol.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def request(
    path: Path,
    cases: tuple[Candidate, ...],
    practice: tuple[Candidate, ...] = (),
    people: tuple[NewPerson, ...] = PEOPLE,
    name: str = STUDY,
) -> StudySetup:
    return StudySetup(
        name=name,
        protocol=path,
        cases=tuple(ChosenCase(one, one.pairs[0]) for one in cases),
        practice=tuple(ChosenCase(one, one.pairs[0]) for one in practice),
        people=people,
    )
