"""Who may sign in, how often they may try, and what ends what they have open."""

from dataclasses import replace
from pathlib import Path

import pytest

from station.archive.readings import (
    CoordinatorSitting,
    NewPerson,
    ReaderSitting,
    ReaderStudies,
    Rest,
    accounts,
)
from station.archive.readings.accounts import FAILURES
from station.archive.sealing import password_problem
from station.reading.protocol import StudyRole
from station.reading.readings import Question, ReadingError
from station.reading.worklist import Case, Side
from tests.archive.reader_studies import (
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    STUDY,
    Clock,
    coordinator,
    made,
    new_study,
    quick,
    read_one,
    reader,
    signed,
)

ITO, MORI = READERS
GIVEN, OWN = "four grey owls sleep", "five brown bears swim"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def studies(
    tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> ReaderStudies:
    quick(monkeypatch)
    return made(station_home, new_study(tmp_path / "images", cases=2), clock)


@pytest.fixture
def newcomer(studies: ReaderStudies) -> ReaderSitting:
    """Somebody with the password that the coordinator chose."""
    person = NewPerson("Dr. Abe", StudyRole.READER, GIVEN)
    coordinator(studies).add_person(person, PASSWORDS[COORDINATOR])
    sitting = studies.sign_in(STUDY, "Dr. Abe", GIVEN)
    assert isinstance(sitting, ReaderSitting)
    return sitting


def wrong(studies: ReaderStudies, name: str, times: int = 1) -> list[str]:
    sentences: list[str] = []
    for _ in range(times):
        with pytest.raises(ReadingError) as error:
            studies.sign_in(STUDY, name, "something else")
        sentences.append(str(error.value))
    return sentences


# -- the first password ----------------------------------------------------------------------------


def test_nothing_can_be_done_before_the_given_password_is_changed(newcomer: ReaderSitting) -> None:
    assert newcomer.has_one_time_password
    for verb in (newcomer.next, newcomer.own, lambda: newcomer.sign(GIVEN)):
        with pytest.raises(ReadingError, match="Change it first"):
            verb()
    newcomer.change_password(GIVEN, OWN)
    assert not newcomer.has_one_time_password
    assert isinstance(newcomer.next(), Case)


def test_the_given_password_cannot_be_kept(newcomer: ReaderSitting) -> None:
    with pytest.raises(ReadingError, match="another password than the one you were given"):
        newcomer.change_password(GIVEN, GIVEN)


def test_the_key_of_an_own_password_is_another_one(
    studies: ReaderStudies, newcomer: ReaderSitting
) -> None:
    """Who gave the password could have kept the key under it."""
    given = newcomer._account.signer.public
    newcomer.change_password(GIVEN, OWN)
    assert newcomer._account.signer.public != given
    first = newcomer._account.signer.public
    newcomer.change_password(OWN, "seven white geese fly")
    assert newcomer._account.signer.public == first
    assert studies.verify().broken is None


def test_a_reset_by_the_coordinator_ends_what_is_open(studies: ReaderStudies) -> None:
    sitting = reader(studies)
    case = sitting.next()
    assert isinstance(case, Case)
    coordinator(studies).set_password(ITO, GIVEN, "forgotten")
    for verb in (
        sitting.next,
        lambda: sitting.answer(case.code, Question(Side.ONLY, "quality"), 3),
        lambda: sitting.sign(PASSWORDS[ITO]),
        lambda: sitting.change_password(GIVEN, OWN),
    ):
        with pytest.raises(ReadingError):
            verb()
    again = studies.sign_in(STUDY, ITO, GIVEN)
    again.change_password(GIVEN, OWN)
    assert isinstance(again, ReaderSitting)
    assert again.next() == case
    assert studies.verify().broken is None


def test_a_password_that_was_never_changed_is_said(
    studies: ReaderStudies, newcomer: ReaderSitting
) -> None:
    (caution,) = studies.verify().cautions
    assert caution.startswith("Dr. Abe still has the password that the coordinator chose")
    newcomer.change_password(GIVEN, OWN)
    assert studies.verify().cautions == ()


# -- passwords -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "password",
    [
        "password1234",
        "123456789012",
        "qwertyuiop12",
        "aaaaaaaaaaaaaa",
        "Denoising2026",
        "iloveyou2026",
    ],
)
def test_a_common_password_is_refused(password: str) -> None:
    problem = password_problem(password, "Denoising 2026")
    assert problem is not None
    assert "easy to guess" in problem


def test_twelve_characters_are_needed() -> None:
    assert password_problem("x7%Lq!2mW#z") is not None
    assert password_problem("x7%Lq!2mW#zK") is None


@pytest.mark.parametrize("password", [GIVEN, OWN, "Schlüssel auf dem Tisch", "x" * 5 + " of " * 40])
def test_a_passphrase_is_taken(password: str) -> None:
    assert password_problem(password) is None


# -- attempts --------------------------------------------------------------------------------------


def test_after_five_wrong_passwords_the_name_waits(studies: ReaderStudies, clock: Clock) -> None:
    assert {sentence[:4] for sentence in wrong(studies, ITO, FAILURES)} == {'"Dr.'}
    for password in (PASSWORDS[ITO], "something else"):
        with pytest.raises(ReadingError, match="Too many wrong passwords"):
            studies.sign_in(STUDY, ITO, password)
    clock.later(seconds=31)
    assert reader(studies).name == ITO
    assert len(wrong(studies, ITO, FAILURES)) == FAILURES  # counted from the start again


def test_each_further_failure_doubles_the_wait(studies: ReaderStudies, clock: Clock) -> None:
    wrong(studies, ITO, FAILURES)
    clock.later(seconds=31)
    wrong(studies, ITO)
    clock.later(seconds=31)
    with pytest.raises(ReadingError, match="Too many wrong passwords"):
        reader(studies)
    clock.later(seconds=30)
    assert reader(studies).name == ITO


def test_an_unknown_name_waits_in_the_same_words(studies: ReaderStudies) -> None:
    known, unknown = wrong(studies, ITO, FAILURES + 1), wrong(studies, "Nobody", FAILURES + 1)
    assert [one.replace(ITO, "Nobody") for one in known] == unknown


def test_an_unknown_name_takes_as_many_hashes_as_a_wrong_password(
    studies: ReaderStudies, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[str] = []
    checked = accounts.password_fits

    def counting(kept: str, password: str) -> bool:
        counted.append(kept.rpartition("$")[0].rpartition("$")[0])  # kind and cost
        return checked(kept, password)

    monkeypatch.setattr(accounts, "password_fits", counting)
    wrong(studies, ITO)
    wrong(studies, "Nobody")
    known, unknown = counted
    assert known == unknown


def test_others_do_not_wait(studies: ReaderStudies) -> None:
    wrong(studies, ITO, FAILURES)
    assert reader(studies, MORI).name == MORI


def test_a_new_password_ends_the_waiting(studies: ReaderStudies) -> None:
    wrong(studies, ITO, FAILURES)
    coordinator(studies).set_password(ITO, GIVEN, "forgotten")
    assert studies.sign_in(STUDY, ITO, GIVEN).name == ITO


def test_wrong_passwords_at_signing_count_and_are_entries(studies: ReaderStudies) -> None:
    sitting = reader(studies)
    for _ in range(FAILURES):
        with pytest.raises(ReadingError, match="is not right"):
            sitting.sign("something else")
    with pytest.raises(ReadingError, match="Too many wrong passwords"):
        sitting.sign(PASSWORDS[ITO])
    refused = [entry.action for entry in coordinator(studies).history()[-6:]]
    assert refused[:FAILURES] == ["was refused at signing"] * FAILURES
    assert studies.verify().broken is None


# -- an idle screen --------------------------------------------------------------------------------


def test_an_idle_lock_and_its_end_are_entries(studies: ReaderStudies) -> None:
    sitting = reader(studies)
    sitting.locked_when_idle()
    with pytest.raises(ReadingError, match="is not right"):
        sitting.come_back("something else")
    sitting.come_back(PASSWORDS[ITO])
    actions = [entry.action for entry in coordinator(studies).history()]
    assert actions[-4:-1] == ["locked when idle", "was refused at signing", "came back"]
    assert studies.verify().broken is None


# -- withdrawing, waiving --------------------------------------------------------------------------


def test_a_withdrawn_reader_is_not_waited_for_and_not_analysed(studies: ReaderStudies) -> None:
    sitting = reader(studies)
    read_one(sitting)
    signed(studies, MORI)
    follows = coordinator(studies)
    follows.withdraw(ITO, "left the hospital")
    with pytest.raises(ReadingError, match="was withdrawn"):
        sitting.next()
    with pytest.raises(ReadingError, match="was withdrawn"):
        reader(studies)
    follows.lock(PASSWORDS[COORDINATOR])
    assert {reading.reader for reading in follows.locked_readings()} == {MORI}
    assert studies.verify().broken is None


def test_the_last_reader_stays(studies: ReaderStudies) -> None:
    follows = coordinator(studies)
    with pytest.raises(ReadingError, match="needs a reason"):
        follows.withdraw(ITO, " ")
    follows.withdraw(ITO, "left the hospital")
    with pytest.raises(ReadingError, match="keeps one reader"):
        follows.withdraw(MORI, "left too")


def test_a_washout_is_waived_with_a_reason(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    quick(monkeypatch)
    protocol = replace(PROTOCOL, washout_days=14)
    studies = made(station_home, new_study(tmp_path / "images", protocol, cases=2), clock)
    sitting, follows = reader(studies), coordinator(studies)
    with pytest.raises(ReadingError, match="does not wait"):
        follows.waive_washout(ITO, "the reader leaves tomorrow")
    while isinstance(sitting.next(), Case):
        read_one(sitting)
    assert isinstance(sitting.next(), Rest)
    with pytest.raises(ReadingError, match="needs a reason"):
        follows.waive_washout(ITO, "")
    follows.waive_washout(ITO, "the reader leaves tomorrow")
    assert isinstance(sitting.next(), Case)
    assert studies.verify().broken is None


def test_a_coordinator_s_one_time_password_does_nothing_else(studies: ReaderStudies) -> None:
    person = NewPerson("Dr. Abe", StudyRole.COORDINATOR, GIVEN)
    coordinator(studies).add_person(person, PASSWORDS[COORDINATOR])
    second = studies.sign_in(STUDY, "Dr. Abe", GIVEN)
    assert isinstance(second, CoordinatorSitting)
    with pytest.raises(ReadingError, match="Change it first"):
        second.progress()
    second.change_password(GIVEN, OWN)
    assert second.progress().name == STUDY


def test_the_study_log_conceals_nothing(studies: ReaderStudies) -> None:
    wrong(studies, ITO)
    follows = coordinator(studies)
    follows.set_password(MORI, GIVEN, "forgotten")
    follows.open_key(PASSWORDS[COORDINATOR], "a patient withdrew")
    signed(studies, ITO)
    follows.reopen(ITO, "one image was wrong")
    follows.lock(PASSWORDS[COORDINATOR], "nobody reads any more")
    follows.unlock("too early")
    follows.lock(PASSWORDS[COORDINATOR], "nobody reads any more")
    follows.locked_readings()
    log = follows.study_log()
    said = [(line.what, line.reason) for line in log.lines]
    meaning = "I read these images myself, without knowing how any of them was made."
    expected = (
        ("set a new password of Dr. Mori; what they had open ended", "forgotten"),
        ("opened the key before the lock", "a patient withdrew"),
        ("reopened the set of Dr. Ito", "one image was wrong"),
        ("locked the study; not signed: Dr. Ito, Dr. Mori", "nobody reads any more"),
        ("unlocked the study", "too early"),
        ("opened the key after the lock", "for the analysis of the locked study"),
    )
    for line in expected:
        assert line in said
    assert any(meaning in what for what, _ in said)
    assert log.unsigned == (ITO, MORI)
    assert log.refused == 1
    assert log.head == studies.verify().head
    assert log.cautions[0].startswith("Dr. Mori still has the password")
