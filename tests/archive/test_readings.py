import json
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from station.archive import schema, sealing
from station.archive.database import FILE_NAME
from station.archive.index import open_index
from station.archive.readings import (
    CoordinatorSitting,
    Finished,
    NewPerson,
    ReaderSitting,
    ReaderStudies,
    Rest,
    checks,
    open_reader_studies,
)
from station.errors import ArchiveError, StationError
from station.progress import silent
from station.reading.protocol import Arm, Presentation, StudyRole
from station.reading.readings import (
    ARTIFACT,
    ARTIFACT_TEXT,
    COMMENT,
    Question,
    ReadingError,
    Viewing,
)
from station.reading.worklist import Case, Kind, Side
from tests.archive.killed import check_what_was_told, kills
from tests.archive.reader_studies import (
    ADJUDICATOR,
    COORDINATOR,
    PASSWORDS,
    PROTOCOL,
    READERS,
    STUDY,
    VIEWING,
    Clock,
    agree,
    coordinator,
    made,
    new_study,
    quick,
    read_all,
    read_one,
    reader,
    scorer_by_arm,
    signed,
    source_of,
)

ITO, MORI = READERS
OWLS = "four grey owls sleep"
QUALITY, NOISE = (Question(Side.ONLY, criterion.id) for criterion in PROTOCOL.criteria)


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def studies(station_home: Path, tmp_path: Path, clock: Clock) -> Iterator[ReaderStudies]:
    """One study of four cases, two readers, nothing read."""
    studies = made(station_home, new_study(tmp_path / "images"), clock)
    yield studies
    studies.close()


@pytest.fixture
def adjudicated(station_home: Path, tmp_path: Path) -> Iterator[ReaderStudies]:
    """The same with practice and an adjudicator."""
    study = new_study(tmp_path / "images", practice=1, adjudicator=True)
    studies = made(station_home, study)
    yield studies
    studies.close()


def sql(home: Path, statement: str) -> list[tuple]:
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as connection:
        return connection.execute(statement).fetchall()


# -- signing in ------------------------------------------------------------------------------------


def test_each_signs_in_to_what_is_his(studies: ReaderStudies) -> None:
    assert isinstance(studies.sign_in(STUDY, ITO, PASSWORDS[ITO]), ReaderSitting)
    assert isinstance(
        studies.sign_in(STUDY, COORDINATOR, PASSWORDS[COORDINATOR]), CoordinatorSitting
    )


@pytest.mark.parametrize(
    ("name", "password"), [(ITO, "wrong password"), (ITO, ""), (ITO, PASSWORDS[MORI]), ("X", "y")]
)
def test_a_wrong_name_or_password_gets_one_sentence_and_is_recorded(
    studies: ReaderStudies, name: str, password: str
) -> None:
    with pytest.raises(ReadingError, match="with this password is not known"):
        studies.sign_in(STUDY, name, password)
    assert coordinator(studies).history()[-2].action == "was refused at sign-in"
    assert coordinator(studies).history()[-3].who == name or name == "X"


def test_an_unknown_study_is_told_with_those_there_are(studies: ReaderStudies) -> None:
    with pytest.raises(ReadingError, match=f'Those there are: "{STUDY}"'):
        studies.sign_in("Other", ITO, PASSWORDS[ITO])


def test_passwords_are_not_in_the_file(studies: ReaderStudies, station_home: Path) -> None:
    studies.close()
    content = b"".join(path.read_bytes() for path in station_home.glob(f"{FILE_NAME}*"))
    assert not [password for password in PASSWORDS.values() if password.encode() in content]
    assert b"$argon2id$" in content


def test_a_password_can_be_changed(studies: ReaderStudies) -> None:
    reader(studies).change_password(PASSWORDS[ITO], "a new password")
    with pytest.raises(ReadingError):
        studies.sign_in(STUDY, ITO, PASSWORDS[ITO])
    assert studies.sign_in(STUDY, ITO, "a new password").name == ITO


def test_the_coordinator_opens_the_key_with_his_new_password_only(studies: ReaderStudies) -> None:
    coordinator(studies).change_password(PASSWORDS[COORDINATOR], "a new password")
    session = studies.sign_in(STUDY, COORDINATOR, "a new password")
    assert isinstance(session, CoordinatorSitting)
    with pytest.raises(ReadingError, match="is not right"):
        session.open_key(PASSWORDS[COORDINATOR], "a check")
    key, _ = session.open_key("a new password", "a check")
    assert len(key.entries) == 8


def test_a_forgotten_password_is_set_by_the_coordinator_with_a_reason(
    studies: ReaderStudies,
) -> None:
    with pytest.raises(ReadingError, match="needs a reason"):
        coordinator(studies).set_password(ITO, "a new password", " ")
    coordinator(studies).set_password(ITO, "a new password", "forgotten")
    assert studies.sign_in(STUDY, ITO, "a new password").name == ITO
    with pytest.raises(ReadingError, match="is not a reader"):
        coordinator(studies).set_password(COORDINATOR, "a new password", "forgotten")


def test_a_short_password_is_refused(studies: ReaderStudies) -> None:
    with pytest.raises(ReadingError, match="12 characters"):
        reader(studies).change_password(PASSWORDS[ITO], "short")


COMPOSED, DECOMPOSED = "Dr. Müller", "Dr. Mu\u0308ller"


@pytest.fixture
def muller(station_home: Path, tmp_path: Path) -> ReaderStudies:
    """A study in which Dr. Müller reads, who types on two keyboards."""
    study = new_study(tmp_path / "images")
    person = NewPerson(DECOMPOSED, StudyRole.READER, "Schlüssel 2026", one_time=False)
    return made(station_home, replace(study, people=(*study.people, person)))


@pytest.mark.parametrize(
    ("name", "password"),
    [
        (COMPOSED, "Schlüssel 2026"),
        (DECOMPOSED, "Schlu\u0308ssel 2026"),
        (" Dr.\u00a0Müller\u200b", "Schlüssel\u00a02026"),
    ],
    ids=["composed", "decomposed", "other blanks"],
)
def test_a_reader_signs_in_however_name_and_password_are_typed(
    muller: ReaderStudies, name: str, password: str
) -> None:
    assert muller.sign_in(STUDY, name, password).name == COMPOSED
    assert muller.sign_in(f"  {STUDY.replace(' ', chr(0xA0))}", name, password).study == STUDY


def test_who_does_not_take_part_cannot_be_found_out(muller: ReaderStudies) -> None:
    """An unknown name, and one that only looks right, are refused like a wrong password."""
    refused: list[str] = []
    for name in (COMPOSED, "dr. müller", "nobody"):
        with pytest.raises(ReadingError) as error:
            muller.sign_in(STUDY, name, "something else")
        refused.append(str(error.value).replace(name, "NAME"))
    assert len(set(refused)) == 1


@pytest.mark.parametrize("old", [DECOMPOSED, "in\u200bvisible 1"])
def test_a_password_that_was_kept_as_typed_still_opens(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str
) -> None:
    with monkeypatch.context() as before:
        before.setattr(sealing, "opaque", str)
        before.setattr(checks, "password_problem", lambda *_: None)
        study = new_study(tmp_path / "images")
        people = (replace(study.people[0], password=old), *study.people[1:])
        studies = made(station_home, replace(study, people=people))
    session = studies.sign_in(STUDY, COORDINATOR, old)
    assert isinstance(session, CoordinatorSitting)
    assert len(session.open_key(old, "a check")[0].entries) == 8
    session.change_password(old, "a new password")
    assert studies.sign_in(STUDY, COORDINATOR, "a new password").name == COORDINATOR


def test_a_person_of_an_older_record_signs_in_by_the_name_on_it(
    station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from station.archive.readings import stored, studies

    study = new_study(tmp_path / "images")
    person = NewPerson(DECOMPOSED, StudyRole.READER, "Schlüssel 2026", one_time=False)
    with monkeypatch.context() as before:
        before.setattr(stored, "tidy", str)
        before.setattr(studies, "tidy", str)
        older = made(station_home, replace(study, people=(*study.people, person)))
    session = older.sign_in(STUDY, COMPOSED, "Schlüssel 2026")
    assert session.name == DECOMPOSED
    assert isinstance(session, ReaderSitting)
    assert isinstance(session.next(), Case)


def test_a_password_with_what_nobody_sees_is_refused(studies: ReaderStudies) -> None:
    with pytest.raises(ReadingError, match="invisible characters"):
        reader(studies).change_password(PASSWORDS[ITO], "a new\u200b password")


# -- reading ---------------------------------------------------------------------------------------


def test_a_case_is_shown_until_it_is_confirmed(studies: ReaderStudies) -> None:
    session = reader(studies)
    first = session.next()
    assert session.next() == first
    assert read_one(session) == first
    second = session.next()
    assert isinstance(first, Case)
    assert isinstance(second, Case)
    assert (first.number, second.number, second.total) == (1, 2, 8)


def test_an_answer_is_there_when_the_reader_comes_back(
    studies: ReaderStudies, station_home: Path
) -> None:
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    session.answer(case.code, QUALITY, 4)
    session.answer(case.code, QUALITY, 5)
    session.answer(case.code, Question(Side.ONLY, COMMENT), "motion")
    studies.close()
    again = reader(open_reader_studies(station_home))
    assert again.next() == case
    assert again.draft(case.code) == {QUALITY: 5, Question(Side.ONLY, COMMENT): "motion"}


def test_a_half_scored_case_cannot_be_confirmed(studies: ReaderStudies) -> None:
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    session.answer(case.code, QUALITY, 4)
    with pytest.raises(ReadingError, match="Not answered yet: noise, artifact"):
        session.confirm(case.code, VIEWING)
    assert session.next() == case


def test_a_reading_keeps_how_it_was_looked_at(studies: ReaderStudies) -> None:
    session = reader(studies)
    viewing = Viewing(seconds=31.25, window_suv=10.0, slice_mm=-412.5, zoom=None)
    read_one(session, viewing=viewing)
    read_all(session)
    session.sign(PASSWORDS[ITO])
    coordinator(studies).lock(PASSWORDS[COORDINATOR], "one reader fell ill")
    first = coordinator(studies).locked_readings()[0]
    assert first.viewing == viewing
    assert first.version == "0.1.0"


def test_confirming_twice_is_one_reading(studies: ReaderStudies, station_home: Path) -> None:
    session = reader(studies)
    case = read_one(session)
    assert session.confirm(case.code, VIEWING) == session.own()[0].reading
    assert sql(station_home, "SELECT count(*) FROM readings") == [(1,)]


def test_only_the_case_that_is_shown_can_be_answered(studies: ReaderStudies) -> None:
    session = reader(studies)
    confirmed = read_one(session)
    others = reader(studies, MORI).next()
    assert isinstance(others, Case)
    with pytest.raises(ReadingError, match="not the case to be read now"):
        session.answer(confirmed.code, QUALITY, 3)
    for code in (others.code, "Q0Q0"):
        with pytest.raises(ReadingError, match="not on your list"):
            session.answer(code, QUALITY, 3)


def test_what_a_reader_answers_the_other_does_not_see(studies: ReaderStudies) -> None:
    ito, mori = reader(studies), reader(studies, MORI)
    case = ito.next()
    assert isinstance(case, Case)
    ito.answer(case.code, QUALITY, 4)
    assert mori.draft(case.code) == {}
    with pytest.raises(ReadingError, match="not on your list"):
        mori.case(case.code)
    assert mori.own() == ()


def test_an_artifact_needs_its_description(studies: ReaderStudies) -> None:
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    for question in (QUALITY, NOISE):
        session.answer(case.code, question, 3)
    session.answer(case.code, Question(Side.ONLY, ARTIFACT), value=True)
    with pytest.raises(ReadingError, match="artifact_text"):
        session.confirm(case.code, VIEWING)
    session.answer(case.code, Question(Side.ONLY, ARTIFACT_TEXT), "stripes at the bed's edge")
    assert session.confirm(case.code, VIEWING).artifact() == "stripes at the bed's edge"


def test_practice_comes_first_is_not_counted_and_is_recorded_as_done(
    adjudicated: ReaderStudies,
) -> None:
    session = reader(adjudicated)
    cases = read_all(session)
    assert [case.practice for case in cases] == [True] * 2 + [False] * 8
    actions = [(entry.who, entry.action) for entry in coordinator(adjudicated).history()]
    assert actions.count((ITO, "practised")) == 1
    before = actions[: actions.index((ITO, "practised"))]
    assert before.count((ITO, "confirmed a reading")) == 2
    progress = coordinator(adjudicated).progress()
    assert [(one.practised, one.done, one.total) for one in progress.readers] == [
        (True, 8, 8),
        (False, 0, 8),
    ]


def test_paired_images_come_together_and_both_are_scored(
    station_home: Path, tmp_path: Path
) -> None:
    paired = replace(PROTOCOL, presentation=Presentation.PAIRED, repeats=1)
    study = new_study(tmp_path / "images", paired)
    studies = made(station_home, study)
    for name in READERS:
        signed(studies, name, scorer_by_arm(study.key, 2, 5))
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    rows = coordinator(studies).locked_readings()
    assert len(rows) == 2 * (4 + 1) * 2
    assert {(row.arm, *row.scores.values()) for row in rows} == {
        (Arm.CONVENTIONAL, 2, 2),
        (Arm.DENOISED, 5, 5),
    }


def test_the_next_session_opens_on_a_later_day(
    station_home: Path, tmp_path: Path, clock: Clock
) -> None:
    study = new_study(tmp_path / "images", replace(PROTOCOL, washout_days=1))
    studies = made(station_home, study, clock)
    session = reader(studies)
    assert len(read_all(session)) == 4
    today = clock.now.astimezone().date()
    assert session.next() == Rest(date.fromordinal(today.toordinal() + 1))
    clock.later(days=1)
    assert len(read_all(session)) == 4
    assert session.next() == Finished(signed=False)


def test_a_revision_late_in_a_session_does_not_put_off_the_next(
    station_home: Path, tmp_path: Path, clock: Clock
) -> None:
    study = new_study(tmp_path / "images", replace(PROTOCOL, washout_days=1))
    studies = made(station_home, study, clock)
    session = reader(studies)
    read_all(session)
    clock.later(days=1)
    own = session.own()[0]
    session.revise(own.code, dict(own.reading.answers) | {NOISE: 1}, "slip of the key", VIEWING)
    assert isinstance(session.next(), Case)


# -- revising and signing --------------------------------------------------------------------------


def test_a_revision_holds_and_the_old_answer_stays_with_the_reason(
    studies: ReaderStudies,
) -> None:
    session = reader(studies)
    case = read_one(session)
    old = session.own()[0].reading
    new = session.revise(case.code, dict(old.answers) | {NOISE: 1}, " slip of the key ", VIEWING)
    (own,) = session.own()
    assert own.reading.answers == new.answers
    assert (own.revisions, own.reading.score("noise")) == (1, 1)
    entry = coordinator(studies).history()[-2]
    assert (entry.action, entry.who, entry.reason) == ("revised a reading", ITO, "slip of the key")
    assert entry.old is not None
    assert ["", "noise", 3] in json.loads(entry.old)
    assert entry.new is not None
    assert '[\\"\\",\\"noise\\",1]' in entry.new


@pytest.mark.parametrize(
    ("reason", "score", "told"), [(" ", 1, "needs its reason"), ("a slip", 3, "the ones on record")]
)
def test_a_revision_needs_a_reason_and_a_difference(
    studies: ReaderStudies, reason: str, score: int, told: str
) -> None:
    session = reader(studies)
    case = read_one(session)
    answers = dict(session.own()[0].reading.answers) | {NOISE: score}
    with pytest.raises(ReadingError, match=told):
        session.revise(case.code, answers, reason, VIEWING)


def test_what_is_not_confirmed_cannot_be_revised(studies: ReaderStudies) -> None:
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    with pytest.raises(ReadingError, match="not confirmed yet"):
        session.revise(case.code, {}, "early", VIEWING)


def test_signing_needs_every_case_and_the_password(studies: ReaderStudies) -> None:
    session = reader(studies)
    read_one(session)
    with pytest.raises(ReadingError, match="7 of 8 cases are not confirmed"):
        session.sign(PASSWORDS[ITO])
    read_all(session)
    with pytest.raises(ReadingError, match=f"password of {ITO} is not right"):
        session.sign(PASSWORDS[MORI])
    session.sign(PASSWORDS[ITO])
    assert session.signed
    assert session.next() == Finished(signed=True)


def test_a_signed_set_is_final(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    session = reader(studies)
    own = session.own()[0]
    with pytest.raises(ReadingError, match="set is signed"):
        session.revise(own.code, dict(own.reading.answers) | {NOISE: 1}, "late", VIEWING)
    with pytest.raises(ReadingError, match="set is signed"):
        session.sign(PASSWORDS[ITO])


def test_a_signature_can_be_taken_back_with_a_reason_before_the_consensus(
    studies: ReaderStudies,
) -> None:
    signed(studies, ITO)
    with pytest.raises(ReadingError, match="needs a reason"):
        coordinator(studies).reopen(ITO, "")
    coordinator(studies).reopen(ITO, "two cases mixed up")
    session = reader(studies)
    own = session.own()[0]
    session.revise(own.code, dict(own.reading.answers) | {NOISE: 1}, "mixed up", VIEWING)
    session.sign(PASSWORDS[ITO])
    assert session.signed


# -- consensus -------------------------------------------------------------------------------------


def test_the_consensus_opens_when_all_have_signed(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    with pytest.raises(ReadingError, match=f"Still to sign: {MORI}"):
        studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])


def test_only_discordant_images_open_with_both_scores_and_no_arm(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    key = new_study(tmp_path / "images").key
    signed(studies, ITO, scorer_by_arm(key, 3, 3))
    signed(studies, MORI, scorer_by_arm(key, 4, 5))
    session = studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    cases = agree(session)
    assert {key.entries[case.image.folder.name].arm for case in cases} == {Arm.DENOISED}
    assert [case.number for case in cases] == [1, 2, 3, 4]
    assert {case.total for case in cases} == {4}
    assert cases[0].scores == {
        "quality": {ITO: 3, MORI: 5},
        "noise": {ITO: 3, MORI: 5},
    }
    assert not {case.code for case in cases} & {own.code for own in reader(studies).own()}


def test_the_consensus_is_signed_by_all_readers(studies: ReaderStudies, tmp_path: Path) -> None:
    key = new_study(tmp_path / "images").key
    signed(studies, ITO, scorer_by_arm(key, 1, 1))
    signed(studies, MORI, scorer_by_arm(key, 1, 3))
    session = studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    with pytest.raises(ReadingError, match="4 of 4 images are not agreed on"):
        session.sign(PASSWORDS)
    agree(session, score=2)
    assert session.signers == READERS
    with pytest.raises(ReadingError, match=f"password of {ITO}"):
        session.sign({MORI: PASSWORDS[MORI]})
    session.sign({name: PASSWORDS[name] for name in READERS})
    assert session.signed


def test_an_adjudicator_signs_alone_and_reads_nothing_else(
    adjudicated: ReaderStudies, tmp_path: Path
) -> None:
    key = new_study(tmp_path / "images", practice=1).key
    signed(adjudicated, ITO, scorer_by_arm(key, 1, 1))
    signed(adjudicated, MORI, scorer_by_arm(key, 1, 3))
    with pytest.raises(ReadingError, match="takes part in the consensus only"):
        adjudicated.sign_in(STUDY, ADJUDICATOR, PASSWORDS[ADJUDICATOR])
    session = adjudicated.sign_in_for_consensus(STUDY, ADJUDICATOR, PASSWORDS[ADJUDICATOR])
    agree(session)
    session.sign({ADJUDICATOR: PASSWORDS[ADJUDICATOR]})
    assert session.signed


def test_the_readings_stay_beside_the_consensus(studies: ReaderStudies, tmp_path: Path) -> None:
    key = new_study(tmp_path / "images").key
    signed(studies, ITO, scorer_by_arm(key, 1, 1))
    signed(studies, MORI, scorer_by_arm(key, 1, 3))
    session = studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    agree(session, score=2)
    session.sign(PASSWORDS)
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    rows = coordinator(studies).locked_readings()
    own = {(row.reader, row.arm): row.scores["noise"] for row in rows if not row.consensus}
    assert own == {
        (ITO, Arm.CONVENTIONAL): 1,
        (ITO, Arm.DENOISED): 1,
        (MORI, Arm.CONVENTIONAL): 1,
        (MORI, Arm.DENOISED): 3,
    }
    agreed = [row for row in rows if row.consensus]
    assert {(row.reader, row.arm, row.scores["noise"]) for row in agreed} == {
        ("consensus", Arm.DENOISED, 2)
    }
    assert len(agreed) == 4


def test_once_the_consensus_has_begun_no_set_is_reopened(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    key = new_study(tmp_path / "images").key
    signed(studies, ITO, scorer_by_arm(key, 1, 1))
    signed(studies, MORI, scorer_by_arm(key, 1, 3))
    agree(studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI]))
    with pytest.raises(ReadingError, match="consensus has begun"):
        coordinator(studies).reopen(ITO, "a slip")


def test_repeats_do_not_go_to_the_consensus(station_home: Path, tmp_path: Path) -> None:
    study = new_study(tmp_path / "images", replace(PROTOCOL, repeats=4))
    studies = made(station_home, study)
    seen: set[str] = set()

    def differently_again(image: str, criterion: str) -> int:
        """The first time 3 in both criteria, the second time 5."""
        answer = f"{image}/{criterion}"
        score = 5 if answer in seen else 3
        seen.add(answer)
        return score

    signed(studies, ITO, differently_again)
    signed(studies, MORI)
    session = studies.sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    assert session.next() == Finished(signed=False)
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    rows = coordinator(studies).locked_readings()
    repeats = [row for row in rows if row.kind is Kind.REPEAT and row.reader == ITO]
    assert [row.scores["noise"] for row in repeats] == [5] * 4


# -- the key ---------------------------------------------------------------------------------------


def test_a_reader_gets_nothing_that_tells_an_arm_or_a_case(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    key = new_study(tmp_path / "images").key
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    told = " ".join(_texts(case)).lower()
    image = case.images[0].folder.name
    for word in ("conventional", "dl", "denois", "osem", "gauss", key.entries[image].case):
        assert word not in told.replace(str(tmp_path).lower(), "")


def _texts(value: Any) -> list[str]:
    """Every field's name and value, all the way down."""
    if is_dataclass(value):
        inner = [(field.name, getattr(value, field.name)) for field in fields(value)]
        return [text for name, one in inner for text in (name, *_texts(one))]
    if isinstance(value, tuple):
        return [text for one in value for text in _texts(one)]
    return [str(value)]


def test_the_file_does_not_tell_which_image_is_which(
    studies: ReaderStudies, station_home: Path, tmp_path: Path
) -> None:
    key = new_study(tmp_path / "images").key
    read_all(reader(studies))
    for table in (*schema.RECORD, schema.audit):
        rows = " ".join(map(str, sql(station_home, f"SELECT * FROM {table.name}")))
        rows = rows.replace("\\", "")  # JSON in JSON
        assert key.seed.hex() not in rows
        assert "case 1" not in rows
        assert "1.2.840" not in rows
        arms = rows.replace('"conventional":"Conventional"', "").replace('"dl":"DL"', "")
        assert Arm.CONVENTIONAL not in arms
    assert sql(station_home, "SELECT count(*) FROM reading_sealed") == [(1,)]


def test_what_is_on_record_lists_images_by_code_not_by_arm(
    studies: ReaderStudies, station_home: Path
) -> None:
    ((content,),) = sql(station_home, "SELECT content FROM reading_studies")
    images = list(json.loads(content)["digests"])
    assert images == sorted(images)


def test_the_key_opens_to_the_coordinator_with_a_reason_that_is_recorded(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    session = coordinator(studies)
    with pytest.raises(ReadingError, match="needs a reason"):
        session.open_key(PASSWORDS[COORDINATOR], "")
    key, sources = session.open_key(PASSWORDS[COORDINATOR], "a patient withdrew")
    assert key == new_study(tmp_path / "images").key
    assert sources["case 1"] == "1.2.840.case 1"
    entry = session.history()[-1]
    assert (entry.action, entry.who, entry.reason) == (
        "key opened",
        COORDINATOR,
        "a patient withdrew",
    )


def test_before_the_lock_no_row_is_given_with_its_arm(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    with pytest.raises(ReadingError, match="not locked, and its key is sealed"):
        coordinator(studies).locked_readings()


def test_after_the_lock_every_reading_has_its_arm(studies: ReaderStudies, tmp_path: Path) -> None:
    key = new_study(tmp_path / "images").key
    for name in READERS:
        signed(studies, name, scorer_by_arm(key, 2, 3))
    coordinator(studies).lock(PASSWORDS[COORDINATOR])
    rows = coordinator(studies).locked_readings()
    assert len(rows) == 2 * 4 * 2
    for row in rows:
        assert (key.entries[row.image].case, key.entries[row.image].arm) == (row.case, row.arm)
        assert row.scores["noise"] == (2 if row.arm is Arm.CONVENTIONAL else 3)


# -- locking ---------------------------------------------------------------------------------------


def test_the_source_series_open_with_the_lock_and_close_with_the_unlock(
    studies: ReaderStudies,
) -> None:
    session = coordinator(studies)
    with pytest.raises(ReadingError, match="not locked, and its key is sealed"):
        session.locked_key()
    for name in READERS:
        signed(studies, name)
    session.lock(PASSWORDS[COORDINATOR])
    found = {(one.case, one.arm): one.source for one in session.locked_key().entries.values()}
    assert found == {(case, arm): source_of(case, arm) for case, arm in found}
    opened = [entry for entry in session.history() if entry.action == "key opened"]
    assert [entry.reason for entry in opened] == ["for the analysis of the locked study"]
    session.unlock("one image is missing")
    with pytest.raises(ReadingError, match="not locked, and its key is sealed"):
        session.locked_key()


def test_no_session_tells_a_source_series_before_the_lock(studies: ReaderStudies) -> None:
    own, follows = reader(studies), coordinator(studies)
    told = [own.next(), own.own(), follows.progress(), follows.people(), follows.history()]
    assert "1.2.840" not in " ".join(text for one in told for text in _texts(one))
    assert "1.2.840" not in repr(follows.open_key(PASSWORDS[COORDINATOR], "a test")[0])


def test_a_study_sealed_without_source_series_opens_as_before(
    station_home: Path, tmp_path: Path
) -> None:
    study = new_study(tmp_path / "images", older=True)
    studies = made(station_home, study)
    session = coordinator(studies)
    key, sources = session.open_key(PASSWORDS[COORDINATOR], "a test")
    assert (key, sources) == (study.key, study.sources)
    assert all(one.source is None for one in key.entries.values())
    studies.close()


def test_a_study_is_locked_when_all_have_signed_or_with_a_reason(studies: ReaderStudies) -> None:
    signed(studies, ITO)
    session = coordinator(studies)
    with pytest.raises(ReadingError, match=f"Not signed yet: {MORI}"):
        session.lock(PASSWORDS[COORDINATOR])
    session.lock(PASSWORDS[COORDINATOR], "fell ill")
    assert session.progress().locked
    with pytest.raises(ReadingError, match="locked already"):
        session.lock(PASSWORDS[COORDINATOR], "again")


def test_a_study_waits_for_its_consensus(studies: ReaderStudies, tmp_path: Path) -> None:
    key = new_study(tmp_path / "images").key
    signed(studies, ITO, scorer_by_arm(key, 1, 1))
    signed(studies, MORI, scorer_by_arm(key, 1, 3))
    with pytest.raises(ReadingError, match="Not signed yet: the consensus"):
        coordinator(studies).lock(PASSWORDS[COORDINATOR])


def test_a_locked_study_takes_no_answer_until_it_is_unlocked_with_a_reason(
    studies: ReaderStudies,
) -> None:
    session = reader(studies)
    read_one(session)
    case = session.next()
    assert isinstance(case, Case)
    coordinator(studies).lock(PASSWORDS[COORDINATOR], "a look in between")
    with pytest.raises(ReadingError, match="study is locked"):
        session.answer(case.code, QUALITY, 3)
    with pytest.raises(ReadingError, match="needs a reason"):
        coordinator(studies).unlock("  ")
    coordinator(studies).unlock("locked by mistake")
    assert coordinator(studies).progress().unlocks == ("locked by mistake",)
    assert read_one(session) == case
    with pytest.raises(ReadingError, match="not locked"):
        coordinator(studies).locked_readings()


def test_a_broken_record_is_not_locked(studies: ReaderStudies, station_home: Path) -> None:
    for name in READERS:
        signed(studies, name)
    sql(station_home, "DROP TRIGGER readings_no_update")
    sql(station_home, "UPDATE readings SET answers = answers || ' ' WHERE id = 3")
    with pytest.raises(ReadingError, match=r"cannot be locked: The row readings/3 .* was changed"):
        coordinator(studies).lock(PASSWORDS[COORDINATOR])


# -- following -------------------------------------------------------------------------------------


def test_the_coordinator_follows_every_reader_and_case(
    studies: ReaderStudies, tmp_path: Path, clock: Clock
) -> None:
    key = new_study(tmp_path / "images").key
    signed(studies, ITO, scorer_by_arm(key, 3, 3))
    session = reader(studies, MORI)
    for seconds in (10.0, 20.0, 60.0):
        clock.later(minutes=1)
        read_one(session, scorer_by_arm(key, 3, 5), replace(VIEWING, seconds=seconds))
    progress = coordinator(studies).progress()
    ito, mori = progress.readers
    assert [(one.reader, one.done, one.total, one.signed) for one in (ito, mori)] == [
        (ITO, 8, 8, True),
        (MORI, 3, 8, False),
    ]
    assert (mori.median_seconds, mori.last_at) == (20.0, clock.now)
    assert [case.seconds for case in mori.cases] == [10.0, 20.0, 60.0] + [None] * 5
    dl = sum(key.entries[case.images[0]].arm is Arm.DENOISED for case in mori.cases[:3])
    assert (progress.compared, progress.discordant) == (3, dl)
    assert progress.discordant_share == pytest.approx(dl / 3)


def test_readers_who_have_not_signed_are_overdue_after_the_day(
    station_home: Path, tmp_path: Path
) -> None:
    study = replace(new_study(tmp_path / "images"), due=date(2026, 12, 1))
    studies = made(station_home, study)
    signed(studies, ITO)
    progress = coordinator(studies).progress()
    assert progress.overdue(date(2026, 12, 1)) == ()
    assert progress.overdue(date(2026, 12, 2)) == (MORI,)


def test_a_reader_who_speeds_up_is_told_to_the_coordinator(
    station_home: Path, tmp_path: Path
) -> None:
    studies = made(station_home, new_study(tmp_path / "images", cases=12))
    session = reader(studies)
    for place in range(24):
        read_one(session, viewing=replace(VIEWING, seconds=60.0 if place < 14 else 15.0))
    (sentence,) = coordinator(studies).progress().readers[0].warnings
    assert "15 s per case over the last 10, 60 s before" in sentence


def test_a_reader_joins_later_with_his_own_list(studies: ReaderStudies) -> None:
    session = coordinator(studies)
    person = NewPerson("Dr. Abe", StudyRole.READER, "password of Abe")
    session.add_person(person, PASSWORDS[COORDINATOR])
    abe = studies.sign_in(STUDY, "Dr. Abe", "password of Abe")
    assert isinstance(abe, ReaderSitting)
    abe.change_password("password of Abe", "five brown bears swim")
    assert len(read_all(abe)) == 8
    assert len(session.progress().readers) == 3


def test_nobody_joins_when_the_consensus_is_open(studies: ReaderStudies) -> None:
    for name in READERS:
        signed(studies, name)
    person = NewPerson("Dr. Abe", StudyRole.READER, "password of Abe")
    with pytest.raises(ReadingError, match="Nobody can join"):
        coordinator(studies).add_person(person, PASSWORDS[COORDINATOR])
    assert len(coordinator(studies).progress().readers) == 2


def test_a_second_coordinator_can_lock(studies: ReaderStudies) -> None:
    person = NewPerson("Dr. Abe", StudyRole.COORDINATOR, "password of Abe")
    coordinator(studies).add_person(person, PASSWORDS[COORDINATOR])
    session = studies.sign_in(STUDY, "Dr. Abe", "password of Abe")
    assert isinstance(session, CoordinatorSitting)
    session.change_password("password of Abe", "five brown bears swim")
    session.lock("five brown bears swim", "nobody reads")
    assert session.progress().locked


# -- setting a study up ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "told"),
    [
        ([("A", StudyRole.READER, OWLS)], "needs a coordinator"),
        ([("A", StudyRole.COORDINATOR, OWLS)], "needs a reader"),
        (
            [
                ("A", StudyRole.COORDINATOR, OWLS),
                ("a ", StudyRole.READER, OWLS),
            ],
            'name "a" is taken',
        ),
        ([("Consensus", StudyRole.READER, OWLS)], "is taken"),
        (
            [
                ("Müller", StudyRole.COORDINATOR, OWLS),
                ("Mu\u0308ller\u200b", StudyRole.READER, OWLS),
            ],
            'name "Müller" is taken',
        ),
        (
            [
                ("Anna", StudyRole.COORDINATOR, OWLS),
                ("Аnna", StudyRole.READER, OWLS),
            ],
            'or one that looks like it, "Anna"',
        ),
        ([("\u200b", StudyRole.READER, OWLS)], "no name of a person"),
        ([("A", StudyRole.READER, "password1234")], "easy to guess"),
        ([("A\nB", StudyRole.READER, OWLS)], "no name of a person"),
    ],
)
def test_people_who_cannot_be_are_refused(
    station_home: Path, tmp_path: Path, people: list[tuple[str, StudyRole, str]], told: str
) -> None:
    given = tuple(NewPerson(*person) for person in people)
    with pytest.raises(ReadingError, match=told):
        made(station_home, replace(new_study(tmp_path / "images"), people=given))


def test_two_studies_of_one_name_are_refused(studies: ReaderStudies, tmp_path: Path) -> None:
    with pytest.raises(ReadingError, match="exists already"):
        studies.create(new_study(tmp_path / "images"), silent)
    with pytest.raises(ReadingError, match=f'"{STUDY}" exists already'):
        studies.create(new_study(tmp_path / "images", name=STUDY.upper()), silent)
    studies.create(new_study(tmp_path / "images", name="Other"), silent)
    assert studies.names() == (STUDY, "Other")


def test_a_study_whose_images_are_missing_is_refused_and_leaves_nothing(
    station_home: Path, tmp_path: Path
) -> None:
    study = new_study(tmp_path / "images")
    code = min(study.key.entries)
    (study.images / code / "1.dcm").unlink()
    with pytest.raises(ReadingError, match=f"images of {code} are not in"):
        made(station_home, study)
    assert open_reader_studies(station_home).names() == ()


def test_a_protocol_that_does_not_fit_its_cases_leaves_nothing(
    station_home: Path, tmp_path: Path
) -> None:
    study = new_study(tmp_path / "images", replace(PROTOCOL, washout_cases=9))
    with pytest.raises(StationError, match="washout_cases to 3 or less"):
        made(station_home, study)
    assert open_reader_studies(station_home).names() == ()


def test_an_image_that_was_changed_or_taken_away_is_told(
    studies: ReaderStudies, tmp_path: Path
) -> None:
    assert studies.changed_images(STUDY, silent) == ()
    first, second, *_ = sorted(path.name for path in (tmp_path / "images").iterdir())
    (tmp_path / "images" / first / "1.dcm").write_bytes(b"another image")
    (tmp_path / "images" / second / "1.dcm").unlink()
    assert studies.changed_images(STUDY, silent) == (first, second)


def test_another_station_may_see_the_images_elsewhere(
    studies: ReaderStudies, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STATION_STUDY_IMAGES", str(tmp_path / "mounted"))
    case = reader(studies).next()
    assert isinstance(case, Case)
    assert case.images[0].folder.parent == tmp_path / "mounted" / "images"


def test_a_key_that_was_changed_in_the_file_does_not_open(
    studies: ReaderStudies, station_home: Path
) -> None:
    ((sealed,),) = sql(station_home, "SELECT sealed FROM reading_sealed")
    sql(station_home, "DROP TRIGGER reading_sealed_no_update")
    other = "B" if sealed[40] == "A" else "A"
    sql(station_home, f"UPDATE reading_sealed SET sealed = '{sealed[:40]}{other}{sealed[41:]}'")
    with pytest.raises(ReadingError, match=r"sealed key of .* is damaged"):
        coordinator(studies).open_key(PASSWORDS[COORDINATOR], "a check")


# -- interrupted -----------------------------------------------------------------------------------


@pytest.mark.simulated
def test_what_was_confirmed_outlives_a_kill(station_home: Path, tmp_path: Path) -> None:
    """tests/benchmarks/kills.py does it a thousand times."""
    made(station_home, new_study(tmp_path / "images", cases=100)).close()
    told = kills(station_home, count=20, seed=9)
    found = check_what_was_told(station_home, told)
    assert found.confirmed >= 20
    assert found.cut > 0


# -- several at once -------------------------------------------------------------------------------


def test_two_readers_at_once_lose_and_double_nothing(
    studies: ReaderStudies, station_home: Path
) -> None:
    def read(name: str) -> None:
        read_all(reader(open_reader_studies(station_home), name))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(read, READERS))
    counts = sql(
        station_home, "SELECT reader, count(*), count(DISTINCT code) FROM readings GROUP BY 1"
    )
    assert sorted(counts) == [(ITO, 8, 8), (MORI, 8, 8)]
    assert studies.verify().broken is None


def test_one_reader_at_two_stations_reads_each_case_once(
    studies: ReaderStudies, station_home: Path
) -> None:
    """Whoever comes second is told so, or finds it confirmed."""

    def read(_: int) -> None:
        session = reader(open_reader_studies(station_home))
        while isinstance(session.next(), Case):
            try:
                read_one(session)
            except (ReadingError, AssertionError):
                continue

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(read, range(2)))
    assert sql(station_home, "SELECT count(*), count(DISTINCT code) FROM readings") == [(8, 8)]
    assert studies.verify().broken is None


# -- older and newer -------------------------------------------------------------------------------


def test_an_older_archive_opens_with_what_it_had(station_home: Path, tmp_path: Path) -> None:
    station_home.mkdir()
    sql(
        station_home,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
    )
    open_index(station_home).close()
    assert sql(station_home, "SELECT version_num FROM alembic_version") == [(schema.REVISIONS[-1],)]
    studies = made(station_home, new_study(tmp_path / "images"))
    read_one(reader(studies))
    assert studies.verify().broken is None


def test_a_newer_archive_is_refused_with_the_version_it_needs(
    studies: ReaderStudies, station_home: Path
) -> None:
    studies.close()
    sql(station_home, "UPDATE alembic_version SET version_num = '0999'")
    sql(station_home, "UPDATE written_by SET version = '7.2.0'")
    with pytest.raises(ArchiveError, match=r"written by Station 7\.2\.0.*Install Station 7\.2\.0"):
        open_reader_studies(station_home)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("nonsense", "is not the address of a database"),
        ("mysql://server/station", "begins with mysql://"),
        ("postgresql+psycopg://server", "names no database"),
        ("sqlite:////tmp/x", "begins with sqlite://"),
    ],
)
def test_an_address_that_is_none_is_told(
    station_home: Path, monkeypatch: pytest.MonkeyPatch, url: str, told: str
) -> None:
    monkeypatch.setenv("STATION_DATABASE_URL", url)
    with pytest.raises(ArchiveError, match=told):
        open_reader_studies(station_home)


def test_times_are_kept_to_the_microsecond_in_utc(studies: ReaderStudies, clock: Clock) -> None:
    clock.now = datetime.fromisoformat("2026-11-20T18:00:00.123456+09:00")
    session = reader(studies)
    read_one(session)
    assert session.own()[0].confirmed_at.isoformat() == "2026-11-20T09:00:00.123456+00:00"


# --- what is loaded ahead, and whether it is what was recorded ------------------------------------


def test_the_case_after_this_one_is_told_so_that_it_can_be_loaded(tmp_path: Path) -> None:
    studies = made(tmp_path, new_study(tmp_path / "images", cases=2, practice=1))
    session = reader(studies)
    case, told = session.next(), None
    while isinstance(case, Case):
        assert told is None or told == case
        told = session.following(case.code)
        read_one(session)
        case = session.next()
    assert told is None
    with pytest.raises(ReadingError, match="is not on your list"):
        session.following("Q9Q9")


def test_no_case_of_a_later_day_is_told(tmp_path: Path) -> None:
    clock = Clock()
    protocol = replace(PROTOCOL, washout_days=1)
    studies = made(tmp_path, new_study(tmp_path / "images", protocol, cases=2, practice=1), clock)
    session = reader(studies)
    told: list[bool] = []
    while isinstance(case := session.next(), Case):
        told.append(session.following(case.code) is not None)
        read_one(session)
    assert told == [True, True, True, False]  # practice, practice, and the first session


def test_the_consensus_tells_what_comes_after_too(tmp_path: Path) -> None:
    studies = made(tmp_path, new_study(tmp_path / "images", cases=2))
    signed(studies, ITO)
    signed(studies, MORI, lambda image, criterion: 5)
    session = studies.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    first = session.next()
    assert not isinstance(first, Finished)
    second = session.following(first.code)
    assert second is not None
    assert second.number == 2
    agree(session)
    assert session.following(first.code) is None


def test_images_that_are_not_the_recorded_ones_are_refused(tmp_path: Path) -> None:
    studies = made(tmp_path, new_study(tmp_path / "images"))
    session = reader(studies)
    case = session.next()
    assert isinstance(case, Case)
    session.refuse_changed(case.code, case.images)
    file = case.images[0].folder / "1.dcm"
    content = file.read_bytes()
    for changed in (content + b"x", content[:-1], None):
        if changed is None:
            file.unlink()
        else:
            file.write_bytes(changed)
        with pytest.raises(ReadingError, match=f"images of {case.code} are not what they were"):
            session.refuse_changed(case.code, case.images)
    file.write_bytes(content)
    session.refuse_changed(case.code, case.images)
