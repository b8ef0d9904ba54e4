"""What Station made of a study, as it goes to a PACS."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from station.app.pacs.sending import send_refusal, sendable
from station.app.pacs.state import BLINDED, Progress
from station.app.state import Derived, GradingStage, Placing, Quality, Slot
from station.frozen import Frozen
from station.operations.images import load_image
from station.pacs import Failure, Sent
from station.pet.derivation import Derivation, derived_series, new_header
from station.pet.image_quality import not_gradable
from station.pet.sites import SiteKind
from station.progress import silent
from station.quality.checks import Control
from tests.app.pacs.conftest import Clinic, OpenClinic
from tests.app.pacs.hospital import HOSPITAL, Hospital
from tests.dicom.test_report import dciodvfy_errors
from tests.made_up import studies

PICTURE = np.full((20, 30, 3), 128, np.uint8)
ALL_OF_VOIS = ("sr", "seg", "rtstruct", "pdf", "report", "key_image")


class Sink:
    """Takes what is sent, as a server does."""

    def __init__(self) -> None:
        self.classes: list[str] = []
        self.errors: list[str] = []
        self.studies: set[str] = set()
        self.folders: set[Path] = set()

    def __call__(self, paths: Sequence[Path]) -> Sent:
        files = [one for path in paths for one in ([path] if path.is_file() else path.iterdir())]
        for file in sorted(files):
            header = dcmread(file, stop_before_pixels=True)
            self.classes.append(header.SOPClassUID.name)
            self.studies.add(header.StudyInstanceUID)
            self.folders.add(file.parent)
        return Sent(len(files), len(files), 0, (), 8)


@pytest.fixture
def sink() -> Sink:
    return Sink()


@pytest.fixture
def reading(open_clinic: OpenClinic, pair: Path, sink: Sink) -> Clinic:
    """The pair with one lesion, next to a server that takes all."""
    clinic = open_clinic(Hospital(known=[HOSPITAL], on_send=sink))
    clinic.library.open_paths([pair])
    clinic.workflow.vois.place(studies.LESION_MM, Placing(3.0, SiteKind.LESION, tissue="lung"))
    return clinic


def test_the_derived_series_the_vois_and_the_screen_can_be_sent(reading: Clinic):
    offered = sendable(reading.state)
    assert [one.id for one in offered[1:]] == list(ALL_OF_VOIS)
    assert offered[0].words == 'Series 5 "OSEM DLR (RESEARCH)"'
    assert {one.refusal for one in offered} == {""}
    assert send_refusal(reading.state) is None


def test_each_object_is_of_the_study_and_gone_from_here_once_it_arrived(
    reading: Clinic, sink: Sink, station_home: Path
):
    reading.sending.send(HOSPITAL.name, ALL_OF_VOIS, commit=False, picture=PICTURE)
    assert sorted(sink.classes) == [
        "Comprehensive 3D SR Storage",
        "Encapsulated PDF Storage",
        "Encapsulated PDF Storage",
        "RT Structure Set Storage",
        "Secondary Capture Image Storage",
        "Segmentation Storage",
    ]
    assert reading.state.study is not None
    assert sink.studies == {reading.state.study.uid}
    (transfer,) = reading.shown.transfers
    assert (transfer.progress, transfer.title) == (Progress.DONE, "Doe, Jane · 2024-03-01")
    assert list((station_home / "outgoing").iterdir()) == []


def test_the_grade_and_checks_of_an_image_are_sent_with_it(reading: Clinic, sink: Sink):
    state = reading.state
    key = next(iter(series.key for series in state.own_series if series.modality == "PT"))
    done = Quality(GradingStage.DONE, grade=not_gradable("No liver in view."), control=Control(()))
    reading.session.set(quality=Frozen({key: done}))
    (offered,) = [one for one in sendable(reading.state) if one.words.startswith("QA grade")]
    assert offered.refusal == ""
    reading.sending.send(HOSPITAL.name, [offered.id], commit=False)
    assert sink.classes == ["Comprehensive 3D SR Storage"]


def test_a_series_in_files_is_sent_from_where_it_is(reading: Clinic, sink: Sink, pair: Path):
    reading.sending.send(HOSPITAL.name, [sendable(reading.state)[0].id], commit=False)
    assert sink.classes == ["Positron Emission Tomography Image Storage"] * 24
    assert all(folder.is_relative_to(pair) for folder in sink.folders)
    assert len(list(pair.rglob("*.dcm"))) > 24, "nothing of it was removed"


def test_a_series_that_is_in_no_file_is_written_for_sending(
    reading: Clinic, sink: Sink, station_home: Path
):
    state = reading.state
    study, source = state.study, state.series(Slot.CONVENTIONAL)
    assert study is not None
    assert source is not None
    header = new_header(Derivation.gaussian(6.0), study)
    series = derived_series(source, header)
    stored = load_image(source, (), state.suv_unit, silent).stored
    derived = Derived(series, replace(stored), source.key, header, ())
    reading.session.set(derived=state.derived.with_(series.key, derived))
    offered = [one.id for one in sendable(reading.state) if series.key in one.id]
    reading.sending.send(HOSPITAL.name, offered, commit=False)
    assert len(sink.classes) == 24
    (folder,) = sink.folders
    assert folder.is_relative_to(station_home / "outgoing")
    assert not folder.exists()


def test_what_did_not_arrive_stays_to_be_sent_again(reading: Clinic, station_home: Path):
    lost = Sent(1, 0, 0, (Failure("1", "HOSPITAL is out of resources (A700)."),), 8)
    reading.hospital.on_send = lambda _: lost
    reading.sending.send(HOSPITAL.name, ["sr"], commit=False)
    (transfer,) = reading.shown.transfers
    assert transfer.problem == "1 of 1 object was not stored. HOSPITAL is out of resources (A700)."
    assert list((station_home / "outgoing").rglob("sr.dcm"))


def test_objects_as_they_are_sent_have_no_error_of_dciodvfy(reading: Clinic):
    errors: list[str] = []

    def check(paths: Sequence[Path]) -> Sent:
        for path in paths:
            errors.extend(dciodvfy_errors(path))
        return Sent(len(paths), len(paths), 0, (), 8)

    reading.hospital.on_send = check
    reading.sending.send(HOSPITAL.name, ["pdf", "key_image"], commit=False, picture=PICTURE)
    assert errors == []


def test_why_nothing_can_be_sent_is_said(open_clinic: OpenClinic, pair: Path):
    clinic = open_clinic(Hospital(known=[]))
    assert send_refusal(clinic.state) == "No study is open."
    clinic.library.open_paths([pair])
    assert "knows no PACS" in str(send_refusal(clinic.state))
    clinic.session.set(blinded=True)
    assert send_refusal(clinic.state) == BLINDED


def test_without_a_voi_its_objects_are_refused_and_the_picture_is_not(reading: Clinic):
    reading.session.set(vois=())
    refused = {one.id for one in sendable(reading.state) if one.refusal}
    assert refused == {"sr", "seg", "rtstruct", "pdf"}
