"""The record of reader studies: who read what when, what is still to be read, and what opens when.

A reader signs in and gets a `ReaderSitting`. It hands out `Case`s, which know no arm, and takes
answers; none of its methods reveals an arm, a patient, or another reader's answers. Everything it
takes is on the disk when the call returns. The consensus has its own sitting, and so has the
coordinator, who alone can open the key before the study is locked, which is recorded.

Call it from worker threads: each call is one short transaction. SQLAlchemy is imported here, which
takes 0.2 s.

`studies` is the entrance; `reader`, `consensus` and `coordinator` are the three sittings, on what
`sittings` has for all; `overview` is what the coordinator and the analysis see; `stored` is how it
is kept in the tables.
"""

from station.archive.readings.consensus import ConsensusSitting
from station.archive.readings.coordinator import CoordinatorSitting
from station.archive.readings.reader import ReaderSitting
from station.archive.readings.stored import CONSENSUS, CONSENSUS_NAME, IMAGES_VARIABLE, Event
from station.archive.readings.studies import ReaderStudies, new_images_folder, open_reader_studies
from station.archive.readings.values import (
    CaseProgress,
    ConsensusCase,
    Finished,
    LockedReading,
    NewPerson,
    NewStudy,
    OwnReading,
    Person,
    ReaderProgress,
    Rest,
    StudyProgress,
)

__all__ = [
    "CONSENSUS",
    "CONSENSUS_NAME",
    "IMAGES_VARIABLE",
    "CaseProgress",
    "ConsensusCase",
    "ConsensusSitting",
    "CoordinatorSitting",
    "Event",
    "Finished",
    "LockedReading",
    "NewPerson",
    "NewStudy",
    "OwnReading",
    "Person",
    "ReaderProgress",
    "ReaderSitting",
    "ReaderStudies",
    "Rest",
    "StudyProgress",
    "new_images_folder",
    "open_reader_studies",
]
