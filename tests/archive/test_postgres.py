"""The shared archive on a real PostgreSQL, started here."""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path

import psycopg
import pytest
from alembic import command
from alembic.config import Config
from psycopg.rows import dict_row

from station.archive import schema
from station.archive.batches import Ledger, LedgerRow, State
from station.archive.database import Database, parsed_url
from station.archive.quality import Grades
from station.archive.readings import ReaderStudies, open_reader_studies
from station.archive.roles import add_login, make_roles
from station.archive.transfers import Kind, TransferredInstance, Transfers, recording
from station.errors import ArchiveError
from station.pacs import InstanceState, Via
from station.pacs import Server as PacsServer
from station.progress import silent
from station.reading.protocol import Arm, StudyRole
from station.reading.readings import ARTIFACT, Question, ReadingError
from station.reading.worklist import Case, Side
from tests.archive.attacks import unsigned, without_seals
from tests.archive.reader_studies import (
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
)
from tests.archive.studies import STUDY_UID, series
from tests.archive.test_quality import BASIS, DEVICE, GRADE, KEPT, keep

pytestmark = pytest.mark.simulated

MIGRATIONS = Path(schema.__file__).with_name("migrations")
ITO, MORI = READERS
USER = "station"
STARTS_WITHIN_S = 60
NUMBERS = count()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


# -- the server ------------------------------------------------------------------------------------


class Server:
    """A PostgreSQL of its own, in a folder of its own."""

    def __init__(self, programs: Path, folder: Path, user: str | None) -> None:
        self._programs, self._folder, self._user = programs, folder, user
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self._run(
            "initdb", "--auth=trust", f"--username={USER}", "--encoding=UTF8", "--no-sync", "data"
        )

    def start(self) -> None:
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off "
            f"-c unix_socket_directories={self._folder}"
        )
        wait = f"--timeout={STARTS_WITHIN_S}"
        self._run("pg_ctl", "start", "-w", wait, "-D", "data", "-l", "log", "-o", options)

    def stop(self, how: str = "fast") -> None:
        self._run("pg_ctl", "stop", "-w", "-D", "data", "-m", how)

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(
            host="127.0.0.1", port=self.port, user=USER, dbname=database, autocommit=True
        )

    def url(self, database: str, port: int | None = None) -> str:
        return f"postgresql+psycopg://{USER}@127.0.0.1:{port or self.port}/{database}"

    def _run(self, program: str, *arguments: str) -> None:
        done = subprocess.run(
            [self._programs / program, *arguments],
            cwd=self._folder,
            user=self._user,
            env={"LC_ALL": "C", "PATH": os.environ["PATH"], "HOME": str(self._folder)},
            # Not a pipe: the server would hold it open.
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if done.returncode:
            log = self._folder / "log"
            raise AssertionError(f"{program} failed: {log.read_text() if log.exists() else ''}")


def _programs() -> Path | None:
    """Where initdb and pg_ctl lie: Debian keeps them off the PATH, by version."""
    found = shutil.which("initdb")
    if found is not None:
        return Path(found).parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max((path.parent for path in versions), default=None)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    programs = _programs()
    if programs is None:
        pytest.skip("no PostgreSQL to test on: install the Debian package postgresql")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a short path: sockets lie in it
    user = None
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root
        user = "postgres"
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    server = Server(programs, folder, user)
    server.start()
    yield server
    server.stop("immediate")
    shutil.rmtree(folder)


@pytest.fixture
def empty(server: Server) -> Iterator[str]:
    """The name of a database without tables."""
    name = f"test_{next(NUMBERS)}"
    with server.connect() as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    yield name
    with server.connect() as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


@pytest.fixture
def shared(server: Server, empty: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The same; every station opens it."""
    monkeypatch.setenv("STATION_DATABASE_URL", server.url(empty))
    return empty


@pytest.fixture
def stations(shared: str, tmp_path: Path) -> Iterator[list[ReaderStudies]]:
    """Two stations with a study of four cases on one database."""
    stations = [open_reader_studies(tmp_path / name) for name in ("one", "two")]
    stations[0].create(new_study(tmp_path / "images"), silent)
    yield stations
    for station in stations:
        station.close()


def sql(server: Server, database: str, statement: str) -> list[tuple]:
    with server.connect(database) as connection:
        return connection.execute(statement.encode()).fetchall()


def shape(server: Server, database: str) -> set[tuple]:
    """Columns, constraints, indexes and triggers."""
    columns = (
        "SELECT 'column', table_name || '.' || column_name, data_type || '/' || is_nullable || '/' "
        "|| coalesce(character_maximum_length, 0) FROM information_schema.columns "
        "WHERE table_schema = 'public'"
    )
    constraints = (
        "SELECT 'constraint', conname::text, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace"
    )
    indexes = (
        "SELECT 'index', indexname::text, indexdef FROM pg_indexes WHERE schemaname = 'public'"
    )
    triggers = (
        "SELECT 'trigger', tgname::text, pg_get_triggerdef(oid) FROM pg_trigger "
        "WHERE NOT tgisinternal"
    )
    parts = (columns, constraints, indexes, triggers)
    return {row for part in parts for row in sql(server, database, part)}


# -- one study, several stations -------------------------------------------------------------------


def test_a_study_made_at_one_station_is_read_at_two_and_locked(
    stations: list[ReaderStudies], tmp_path: Path
) -> None:
    one, two = stations
    key = new_study(tmp_path / "images").key
    signed(one, ITO, scorer_by_arm(key, 2, 3))
    signed(two, MORI, scorer_by_arm(key, 2, 5))
    consensus = one.sign_in_for_consensus(STUDY, ITO, PASSWORDS[ITO])
    assert len(agree(consensus)) == 4
    consensus.sign(PASSWORDS)
    coordinator(two).lock(PASSWORDS[COORDINATOR])
    rows = coordinator(one).locked_readings()
    assert len([row for row in rows if not row.consensus]) == 16
    assert {row.scores["noise"] for row in rows if row.arm is Arm.CONVENTIONAL} == {2}
    verdicts = [station.verify() for station in stations]
    assert verdicts[0].broken is None
    assert verdicts[0] == verdicts[1]


def test_two_readers_at_once_lose_and_double_nothing(
    stations: list[ReaderStudies], server: Server, shared: str
) -> None:
    with ThreadPoolExecutor(2) as pool:
        done = [
            pool.submit(read_all, reader(station, name))
            for station, name in zip(stations, READERS, strict=True)
        ]
        assert [len(one.result()) for one in done] == [8, 8]
    counts = "SELECT reader, count(*), count(DISTINCT code) FROM readings GROUP BY 1 ORDER BY 1"
    assert sql(server, shared, counts) == [(ITO, 8, 8), (MORI, 8, 8)]
    assert stations[0].verify().broken is None


def test_one_reader_at_two_stations_reads_each_case_once(
    stations: list[ReaderStudies], server: Server, shared: str
) -> None:
    def read(station: ReaderStudies) -> None:
        session = reader(station)
        while isinstance(session.next(), Case):
            with contextlib.suppress(ReadingError, AssertionError):  # the other was first
                read_one(session)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(read, stations))
    assert sql(server, shared, "SELECT count(*), count(DISTINCT code) FROM readings") == [(8, 8)]
    assert stations[0].verify().broken is None


def test_many_stations_may_open_an_empty_database_at_once(shared: str, tmp_path: Path) -> None:
    with ThreadPoolExecutor(6) as pool:
        homes = [tmp_path / str(number) for number in range(6)]
        for station in pool.map(open_reader_studies, homes):
            assert station.names() == ()
            station.close()


# -- the record ------------------------------------------------------------------------------------


@pytest.mark.parametrize("change", ["UPDATE readings SET code = 'x'", "DELETE FROM reading_audit"])
def test_the_database_refuses_to_change_what_is_on_record(
    stations: list[ReaderStudies], server: Server, shared: str, change: str
) -> None:
    read_one(reader(stations[0]))
    with (
        server.connect(shared) as connection,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="append-only"),
    ):
        connection.execute(change.encode())


def test_a_record_cannot_be_emptied_at_once(
    stations: list[ReaderStudies], server: Server, shared: str
) -> None:
    with (
        server.connect(shared) as connection,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="append-only"),
    ):
        connection.execute("TRUNCATE reading_audit")


def test_what_an_administrator_changes_is_found(
    stations: list[ReaderStudies], server: Server, shared: str
) -> None:
    read_one(reader(stations[0]))
    with server.connect(shared) as connection:
        connection.execute("ALTER TABLE readings DISABLE TRIGGER ALL")
    found = stations[0].verify().broken
    assert found is not None
    assert "trigger readings_append_only is gone" in found.sentence
    with server.connect(shared) as connection:
        connection.execute("UPDATE readings SET answers = answers || ' '")
        connection.execute("ALTER TABLE readings ENABLE TRIGGER ALL")
    found = stations[1].verify().broken
    assert found is not None
    assert "The row readings/1 of entry" in found.sentence


def migrate(database: Database, revision: str, *, down: bool = False) -> None:
    """Bring the tables to a revision, one of `schema.REVISIONS` or "base"."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        (command.downgrade if down else command.upgrade)(config, revision)


def functions(server: Server, database: str) -> list[tuple]:
    return sql(
        server, database, "SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    )


def test_every_migration_goes_down_and_up_again(server: Server, empty: str) -> None:
    database = Database(parsed_url(server.url(empty)))
    database.prepare()
    shapes = {schema.REVISIONS[-1]: shape(server, empty)}
    before = ("base", *schema.REVISIONS[:-1])
    for revision in reversed(before):
        migrate(database, revision, down=True)
        shapes[revision] = shape(server, empty)
    assert len({frozenset(one) for one in shapes.values()}) == len(schema.REVISIONS) + 1
    left = {name for kind, name, _ in shapes["base"] if kind == "column"}
    assert left == {"alembic_version.version_num"}
    assert functions(server, empty) == []
    for revision in schema.REVISIONS:
        migrate(database, revision)
        assert shape(server, empty) == shapes[revision], revision
    database.close()


def stored_rows_of(server: Server, database: str) -> list[dict]:
    """The trail."""
    with server.connect(database) as connection, connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute("SELECT * FROM reading_audit ORDER BY number").fetchall()


@pytest.mark.parametrize("revision", ["0003"])
def test_what_is_in_an_older_archive_is_there_after_its_migration(
    server: Server,
    shared: str,
    tmp_path: Path,
    revision: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with without_seals(monkeypatch):
        station = made(tmp_path / "one", new_study(tmp_path / "images"))
    confirmed = read_one(reader(station))
    database = station._record.database
    entries = unsigned(stored_rows_of(server, shared))
    with server.connect(shared) as connection:
        connection.execute("ALTER TABLE reading_audit DISABLE TRIGGER ALL")
        for entry in entries:
            connection.execute(
                "UPDATE reading_audit SET new = %s, previous = %s, hash = %s, server_at = NULL, "
                "study_number = NULL WHERE number = %s",
                (entry["new"], entry["previous"], entry["hash"], entry["number"]),
            )
        connection.execute("ALTER TABLE reading_audit ENABLE TRIGGER ALL")
    station.close()
    station._record.witness.path.unlink()
    migrate(database, revision, down=True)
    database.close()
    assert sql(server, shared, "SELECT to_regclass('quality_grades') IS NULL") == [(True,)]
    newer = open_reader_studies(tmp_path / "newer")
    assert sql(server, shared, "SELECT version_num FROM alembic_version") == [
        (schema.REVISIONS[-1],)
    ]
    assert [own.code for own in reader(newer).own()] == [confirmed.code]
    assert newer.verify().broken is None
    newer.close()


def test_batches_of_several_clients_share_the_database(shared: str, tmp_path: Path) -> None:
    """Each knows its own studies only, and a station without the folder's ledger can count them."""
    ledgers: list[Ledger] = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        ledgers.append(Ledger.created(tmp_path / name, "info", {}, {}, "0.1", {"/x": None}))
    waiting = [LedgerRow(f"1.{n}", "P", ("/x",), "f" * 64, 10**12) for n in range(20)]

    def work(ledger: Ledger) -> None:
        ledger.add(waiting)
        for row in waiting:
            ledger.record([replace(row, state=State.DONE, peak_rss_bytes=2**40, tries=1)])

    with ThreadPoolExecutor(2) as both:
        list(both.map(work, ledgers))
    for name, ledger in zip(("one", "two"), ledgers, strict=True):
        assert not (tmp_path / name / "ledger.sqlite").exists()
        again = Ledger.opened(tmp_path / name)
        assert again.batch == ledger.batch
        assert again.counts()[State.DONE] == 20
        assert {row.peak_rss_bytes for row in again.rows().values()} == {2**40}
        again.close()
        ledger.close()


def test_transfers_of_several_computers_share_the_database(
    shared: str, server: Server, tmp_path: Path
) -> None:
    """Each writes at once and lists its own; the servers are everybody's."""
    homes = [tmp_path / name for name in ("one", "two")]
    ledgers = [Transfers.opened(home) for home in homes]
    ledgers[0].keep_server(PacsServer("hospital", "10.0.0.5", called_aet="ARCHIVE"))
    wanted = [TransferredInstance(f"1.{n}", study_uid="1") for n in range(500)]

    def work(ledger: Transfers) -> int:
        transfer = ledger.begin(Kind.FETCH, "hospital", Via.GET, "1", tmp_path, "", wanted)
        with recording(ledger, transfer.number) as recorder:
            for one in wanted:
                received = replace(one, state=InstanceState.RECEIVED, size_bytes=2**31)
                recorder.record(replace(received, path=tmp_path / one.sop_uid))
        return transfer.number

    with ThreadPoolExecutor(2) as both:
        numbers = list(both.map(work, ledgers))
    for ledger, number, other in zip(ledgers, numbers, reversed(numbers), strict=True):
        (transfer,) = ledger.transfers()
        assert transfer.number == number
        assert transfer.counts[InstanceState.RECEIVED] == 500
        assert transfer.size_bytes == 500 * 2**31
        assert len(ledger.here(["1"])["1"]) == 500
        assert [one.name for one in ledger.servers()] == ["hospital"]
        with pytest.raises(ArchiveError, match="There is no transfer"):
            ledger.transfer(other)
        ledger.close()
    assert sql(server, shared, "SELECT count(*) FROM transfer_instances") == [(1000,)]


def test_a_person_s_login_may_transfer(
    shared: str, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_roles(server.url(shared))
    login = add_login(server.url(shared), ITO, StudyRole.READER)
    monkeypatch.setenv("STATION_DATABASE_URL", login.url)
    ledger = Transfers.opened(tmp_path)
    wanted = [TransferredInstance("1.1", study_uid="1")]
    number = ledger.begin(Kind.FETCH, "x", Via.GET, "1", tmp_path, "", wanted).number
    ledger.record(number, [replace(wanted[0], state=InstanceState.RECEIVED)])
    assert ledger.transfer(number).missing == 0
    ledger.close()


def test_migrations_and_schema_give_the_same_tables(server: Server, empty: str) -> None:
    other = f"{empty}_migrated"
    with server.connect() as connection:
        connection.execute(f"CREATE DATABASE {other}".encode())
    try:
        with server.connect(other) as connection:
            connection.execute(
                "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
                "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
            )
        for name in (empty, other):
            database = Database(parsed_url(server.url(name)))
            database.prepare()
            database.close()
        assert shape(server, other) == shape(server, empty)
    finally:
        with server.connect() as connection:
            connection.execute(f"DROP DATABASE {other} WITH (FORCE)".encode())


def test_a_newer_archive_is_refused_with_the_version_it_needs(
    stations: list[ReaderStudies], server: Server, shared: str, tmp_path: Path
) -> None:
    with server.connect(shared) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0999'")
        connection.execute("UPDATE written_by SET version = '7.2.0'")
    with pytest.raises(ArchiveError, match=r"shared archive .* was written by Station 7\.2\.0"):
        open_reader_studies(tmp_path / "one")


def test_a_database_of_another_program_is_refused(
    server: Server, shared: str, tmp_path: Path
) -> None:
    with server.connect(shared) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(ArchiveError, match=r"not an index of Station\. Set STATION_DATABASE_URL"):
        open_reader_studies(tmp_path / "one")


# -- grades ----------------------------------------------------------------------------------------


@pytest.fixture
def grades(server: Server, empty: str, tmp_path: Path) -> Iterator[Grades]:
    """The record of grades with the server's database behind it."""
    opened = Grades(tmp_path / "unused.sqlite")
    opened._database = Database(parsed_url(server.url(empty)))
    opened.prepare()
    yield opened
    opened.close()


def test_grades_are_kept_and_found_again(grades: Grades, tmp_path: Path) -> None:
    pet = series(tmp_path / "pet")
    keep(grades, pet)
    keep(grades, pet, replace(KEPT, grade=replace(GRADE, grade=3)))
    kept = grades.kept(STUDY_UID, pet.key, BASIS)
    assert kept is not None
    assert kept == replace(KEPT, grade=replace(GRADE, grade=3))
    assert grades.kept(STUDY_UID, pet.key, replace(BASIS, typed="other")) is None
    assert {
        one.grade.grade for one in grades.of_series([(STUDY_UID, pet.key)])[STUDY_UID, pet.key]
    } == {3}


def test_the_history_of_a_scanner_is_in_order_also_where_a_date_is_missing(
    grades: Grades, tmp_path: Path
) -> None:
    pet = series(tmp_path / "pet")
    for number, day in ((3, date(2026, 11, 20)), (1, None), (2, date(2026, 11, 19))):
        scan = replace(pet, uid=str(number))
        grades.keep(STUDY_UID, scan, day, BASIS, KEPT, DEVICE, "conventional", 9.5)
    history = grades.history()
    assert [scan.series_key for scan in history] == ["1", "2", "3"]
    assert [scan.study_date for scan in history] == [None, date(2026, 11, 19), date(2026, 11, 20)]
    assert {(scan.device, scan.grade, scan.liver_cov) for scan in history} == {(DEVICE, 4, 9.5)}


def test_the_moment_of_grading_is_stored_in_utc(
    grades: Grades, server: Server, empty: str, tmp_path: Path
) -> None:
    tokyo = datetime(2026, 11, 20, 21, 0, tzinfo=timezone(timedelta(hours=9)))
    keep(grades, series(tmp_path / "pet"), replace(KEPT, graded_at=tokyo))
    stored = sql(server, empty, "SELECT graded_at FROM quality_grades")
    assert stored == [(datetime(2026, 11, 20, 12, 0),)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE quality_grades SET grade = 5",
        "DELETE FROM quality_grades",
        "TRUNCATE quality_grades",
    ],
)
def test_the_database_refuses_to_change_a_grade(
    grades: Grades, server: Server, empty: str, tmp_path: Path, change: str
) -> None:
    keep(grades, series(tmp_path / "pet"))
    with (
        server.connect(empty) as connection,
        pytest.raises(psycopg.errors.IntegrityConstraintViolation, match="append-only"),
    ):
        connection.execute(change.encode())


# -- cut off ---------------------------------------------------------------------------------------


class Line:
    """A cable between a station and the server that can be cut, also in the middle of a commit."""

    def __init__(self, port: int) -> None:
        self._server = ("127.0.0.1", port)
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._ends: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._whole = True
        self.cut_at_commits = 0
        """How many commits are let through to the server without their answer"""
        self._go(self._accept)

    def cut(self) -> None:
        self._whole = False
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self._whole = True

    def close(self) -> None:
        self.cut()
        with contextlib.suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        for thread in self._threads:
            thread.join()
        for end in self._ends:
            end.close()

    def _go(self, work, *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                station, _ = self._listening.accept()
            except OSError:
                return
            self._ends.append(station)
            if not self._whole:
                station.shutdown(socket.SHUT_RDWR)
                continue
            server = socket.create_connection(self._server)
            self._ends.append(server)
            self._go(self._carry, station, server, True)
            self._go(self._carry, server, station, False)

    def _carry(self, start: socket.socket, end: socket.socket, to_server: bool) -> None:
        with contextlib.suppress(OSError):
            while content := start.recv(1 << 16):
                if to_server and self.cut_at_commits and b"COMMIT" in content:
                    self.cut_at_commits -= 1
                    start.shutdown(socket.SHUT_RDWR)  # before the server can answer
                    end.sendall(content)
                    end.shutdown(socket.SHUT_WR)
                    return
                end.sendall(content)
        for side in (start, end):
            with contextlib.suppress(OSError):
                side.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def line(server: Server) -> Iterator[Line]:
    line = Line(server.port)
    yield line
    line.close()


@pytest.fixture
def remote(
    stations: list[ReaderStudies],
    server: Server,
    shared: str,
    line: Line,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[ReaderStudies]:
    """A third station, behind a cable."""
    monkeypatch.setenv("STATION_DATABASE_URL", server.url(shared, line.port))
    remote = open_reader_studies(tmp_path / "remote")
    yield remote
    remote.close()


def test_a_station_that_is_cut_off_says_so_and_goes_on_when_it_is_back(
    stations: list[ReaderStudies], remote: ReaderStudies, line: Line
) -> None:
    session = reader(remote)
    confirmed = [read_one(session), read_one(session)]
    case = session.next()
    assert isinstance(case, Case)
    quality = Question(Side.ONLY, "quality")
    session.answer(case.code, quality, 4)
    line.cut()
    with pytest.raises(ArchiveError, match=r"cannot be reached .* What was confirmed before is"):
        session.answer(case.code, Question(Side.ONLY, "noise"), 2)
    with pytest.raises(ArchiveError, match="cannot be reached"):
        session.next()
    other = reader(stations[1], MORI)
    read_all(other)
    line.mend()
    assert session.next() == case
    assert session.draft(case.code) == {quality: 4}
    assert [own.code for own in session.own()] == [one.code for one in confirmed]
    read_all(session)
    assert len(session.own()) == 8
    assert remote.verify().broken is None


def test_a_commit_whose_answer_was_lost_is_not_done_twice(
    remote: ReaderStudies, line: Line, server: Server, shared: str
) -> None:
    session = reader(remote)
    for _ in range(3):
        case = session.next()
        assert isinstance(case, Case)
        for question, value in (("quality", 3), ("noise", 4), (ARTIFACT, False)):
            line.cut_at_commits = 1
            session.answer(case.code, Question(Side.ONLY, question), value)
        line.cut_at_commits = 1
        session.confirm(case.code, VIEWING)
    counts = "SELECT count(*), count(DISTINCT code) FROM readings"
    assert sql(server, shared, counts) == [(3, 3)]
    assert sql(server, shared, "SELECT count(*) FROM reading_answers") == [(9,)]
    assert line.cut_at_commits == 0
    assert remote.verify().broken is None


def test_a_server_that_was_started_anew_is_found_again(
    stations: list[ReaderStudies], server: Server
) -> None:
    session = reader(stations[0])
    read_one(session)
    case = session.next()
    server.stop("immediate")
    with pytest.raises(ArchiveError, match="cannot be reached"):
        session.next()
    server.start()
    assert session.next() == case
    read_one(session)
    assert stations[0].verify().broken is None


def test_a_server_that_is_not_there_gives_a_sentence(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("STATION_DATABASE_URL", server.url("x", free.getsockname()[1]))
    with pytest.raises(ArchiveError, match=r"shared archive 127\.0\.0\.1/x cannot be reached"):
        open_reader_studies(tmp_path / "one")


def test_a_station_that_holds_the_record_too_long_is_not_waited_for_without_end(
    stations: list[ReaderStudies], server: Server, shared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = reader(stations[0])
    case = session.next()
    assert isinstance(case, Case)
    with stations[0]._record.database._engine.connect() as connection:
        connection.exec_driver_sql("SET SESSION lock_timeout = 50")
        connection.commit()
    with server.connect(shared) as other:
        other.execute("BEGIN")
        other.execute("LOCK TABLE reading_audit IN SHARE ROW EXCLUSIVE MODE")
        began = time.monotonic()
        with pytest.raises(ArchiveError, match="is busy with another station"):
            session.answer(case.code, Question(Side.ONLY, "noise"), 2)
        assert time.monotonic() - began < 5
        other.execute("ROLLBACK")
    session.answer(case.code, Question(Side.ONLY, "noise"), 2)


def test_a_protocol_comes_back_as_it_was_given(stations: list[ReaderStudies]) -> None:
    assert stations[1].protocol(STUDY) == PROTOCOL


# -- roles -----------------------------------------------------------------------------------------


@pytest.fixture
def roles(
    server: Server, empty: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """The addresses of logins, on a database with roles and a study in it."""
    address = server.url(empty)
    make_roles(address)
    roles = {COORDINATOR: StudyRole.COORDINATOR} | dict.fromkeys(READERS, StudyRole.READER)
    logins = {name: add_login(address, name, role).url for name, role in roles.items()}
    station = at_station(logins, COORDINATOR, tmp_path, monkeypatch)
    station.create(new_study(tmp_path / "images", cases=1), silent)
    station.close()
    return logins


def at_station(
    logins: dict[str, str], name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> ReaderStudies:
    """The station of one person."""
    monkeypatch.setenv("STATION_DATABASE_URL", logins[name])
    return open_reader_studies(folder / name)


def as_login(logins: dict[str, str], name: str) -> psycopg.Connection:
    address = logins[name].replace("+psycopg", "")
    return psycopg.connect(address, autocommit=True)


def test_a_study_is_read_and_locked_with_least_rights(
    roles: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = new_study(tmp_path / "images", cases=1).key
    stations = {name: at_station(roles, name, tmp_path, monkeypatch) for name in roles}
    signed(stations[ITO], ITO, scorer_by_arm(key, 1, 3))
    signed(stations[MORI], MORI, scorer_by_arm(key, 4, 3))
    consensus = stations[MORI].sign_in_for_consensus(STUDY, MORI, PASSWORDS[MORI])
    assert len(agree(consensus)) == 1
    consensus.sign(PASSWORDS)
    follows = coordinator(stations[COORDINATOR])
    follows.lock(PASSWORDS[COORDINATOR])
    assert len(follows.locked_readings()) == 5
    assert stations[COORDINATOR].verify().broken is None
    reader(stations[ITO]).change_password(PASSWORDS[ITO], "five brown bears swim")
    for station in stations.values():
        station.close()


def test_a_reader_s_role_sees_no_list_no_answer_and_no_key_of_another(
    roles: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in READERS:
        station = at_station(roles, name, tmp_path, monkeypatch)
        read_one(reader(station, name))
        station.close()
    with as_login(roles, ITO) as connection:
        for table in ("readings", "reading_answers", "reading_items"):
            seen = connection.execute(f"SELECT DISTINCT reader FROM {table}".encode()).fetchall()
            assert seen == [(ITO,)]
        people = connection.execute("SELECT DISTINCT name FROM reading_people").fetchall()
        assert {name for (name,) in people} == set(READERS)
        for query in (
            "SELECT * FROM reading_sealed",
            "SELECT wrapped FROM reading_people",
            "SELECT new FROM reading_audit",
            "SELECT * FROM station_logins",
            "UPDATE readings SET code = 'x'",
            "DELETE FROM reading_audit",
            "TRUNCATE readings",
            "CREATE TABLE own (x int)",
            "ALTER TABLE readings DISABLE ROW LEVEL SECURITY",
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(query.encode())


def test_a_reader_s_role_adds_nothing_for_another(roles: dict[str, str]) -> None:
    with as_login(roles, ITO) as connection:
        (study,) = connection.execute("SELECT id FROM reading_studies").fetchone() or ("",)
        row = (study, MORI, "AAAA", "", "quality", "5", "2026-11-30")
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
            connection.execute(
                "INSERT INTO reading_answers (study, reader, code, side, question, value, given_at)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s)",
                row,
            )


def test_the_coordinator_s_role_changes_nothing(roles: dict[str, str]) -> None:
    with as_login(roles, COORDINATOR) as connection:
        assert connection.execute("SELECT count(*) FROM reading_items").fetchone() == (4,)
        for query in ("UPDATE readings SET code = 'x'", "DELETE FROM reading_audit"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                connection.execute(query.encode())


ALL_SIGNED = (
    "CREATE OR REPLACE FUNCTION station_all_signed(asked text) RETURNS boolean LANGUAGE sql "
    "AS 'SELECT true'"
)
HOLLOW = (
    "CREATE OR REPLACE FUNCTION station_append_only() RETURNS trigger LANGUAGE plpgsql "
    "AS $$ BEGIN RETURN NEW; END $$"
)
ELSEWHERE = """
    CREATE SCHEMA elsewhere;
    CREATE FUNCTION elsewhere.station_all_signed(text) RETURNS boolean LANGUAGE sql
        AS 'SELECT true';
    ALTER POLICY reader_sees ON readings USING (reader = station_person() OR reader = ''
        OR elsewhere.station_all_signed(study));
    ALTER ROLE station_coordinator SET search_path = elsewhere, public
"""
STRONG = """
    DO $$ BEGIN EXECUTE format('GRANT station_coordinator TO %I',
        (SELECT login FROM station_logins WHERE name = 'Dr. Ito')); END $$
"""
SWALLOWS = """
    CREATE FUNCTION helper() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
    CREATE TRIGGER helper BEFORE INSERT ON readings FOR EACH ROW EXECUTE FUNCTION helper()
"""
AFTERWARDS = """
    ALTER ROLE station_reader NOBYPASSRLS;
    ALTER ROLE station_coordinator RESET ALL;
    DO $$ BEGIN EXECUTE format('REVOKE station_coordinator FROM %I',
        (SELECT login FROM station_logins WHERE name = 'Dr. Ito')); END $$
"""


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("ALTER TABLE readings DISABLE ROW LEVEL SECURITY", "the row security of readings"),
        (ALL_SIGNED, "the function station_all_signed"),
        ("GRANT UPDATE ON readings TO station_reader", "station_reader may update readings"),
        (HOLLOW, "the function of the trigger reading_studies_append_only"),
        (
            "ALTER POLICY reader_sees ON readings USING (true)",
            "the policy reader_sees of readings is gone or changed",
        ),
        (
            "ALTER POLICY reader_sees ON readings USING (station_person() = station_person())",
            "the policy reader_sees of readings is gone or changed",
        ),
        (
            "ALTER POLICY reader_adds ON reading_answers WITH CHECK (true)",
            "the policy reader_adds of reading_answers is gone or changed",
        ),
        ("ALTER POLICY reader_sees ON readings TO public", "the policy reader_sees of readings"),
        ("DROP POLICY reader_adds ON readings", "the policy reader_adds of readings is gone"),
        (
            "CREATE POLICY helper ON readings FOR SELECT TO station_reader USING (true)",
            "the policy helper of readings is not Station's",
        ),
        (ELSEWHERE, "the policy reader_sees of readings is gone or changed"),
        (
            "ALTER FUNCTION station_all_signed(text) SECURITY INVOKER",
            "the function station_all_signed",
        ),
        (
            "ALTER FUNCTION station_person() SET search_path = elsewhere, public",
            "the function station_person",
        ),
        ("GRANT SELECT (wrapped) ON reading_people TO station_reader", "wrapped of reading_people"),
        ("GRANT SELECT ON reading_sealed TO station_reader", "may select reading_sealed"),
        ("GRANT INSERT ON station_logins TO PUBLIC", "everybody may insert station_logins"),
        ("ALTER TABLE readings OWNER TO station_coordinator", "readings belongs to station_coord"),
        ("ALTER ROLE station_reader BYPASSRLS", "station_reader goes past row security"),
        (STRONG, "has the rights of station_coordinator"),
        (SWALLOWS, "the trigger helper on readings is not Station's"),
        (
            "CREATE RULE helper AS ON INSERT TO readings DO INSTEAD NOTHING",
            "the rule helper on readings is not Station's",
        ),
    ],
)
def test_a_door_that_an_administrator_opened_is_noticed(
    roles: dict[str, str],
    server: Server,
    empty: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    change: str,
    says: str,
) -> None:
    station = at_station(roles, COORDINATOR, tmp_path, monkeypatch)
    assert station.verify().broken is None
    with server.connect(empty) as connection:
        connection.execute(change.encode())
    found = station.verify().broken
    station.close()
    with server.connect(empty) as connection:
        connection.execute(AFTERWARDS.encode())  # roles outlive the database
    assert found is not None
    assert says in found.sentence


def test_roles_can_be_made_again_and_a_login_gets_another_password(
    roles: dict[str, str], server: Server, empty: str
) -> None:
    make_roles(server.url(empty))
    again = add_login(server.url(empty), ITO, StudyRole.READER)
    assert again.url != roles[ITO]
    assert again.user in roles[ITO]


def test_a_station_clock_that_disagrees_with_the_server_is_said(
    shared: str, tmp_path: Path
) -> None:
    clock = Clock()
    clock.now = datetime.now(timezone(timedelta(0))) - timedelta(hours=3)
    station = open_reader_studies(tmp_path / "one", clock)
    station.create(new_study(tmp_path / "images", cases=1), silent)
    verdict = station.verify()
    assert verdict.broken is None
    assert "was 3:00:0" in verdict.cautions[0]
    assert "behind the server's" in verdict.cautions[0]
    assert verdict.cautions[-1].endswith("more entries with clocks apart.")
    history = coordinator(station).history()
    assert history[0].server_at is not None
    assert history[0].server_at - history[0].at > timedelta(hours=2)
    station.close()
