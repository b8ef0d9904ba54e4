"""The database behind the record: one SQLite file, or a PostgreSQL that several stations share.

Each `reading` and `writing` is one short transaction; several threads and several running Stations
may use one database. SQLAlchemy is imported here (0.2 s).
"""

import logging
import os
import sqlite3
import stat
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import (
    URL,
    Connection,
    Engine,
    Executable,
    Row,
    Select,
    create_engine,
    delete,
    event,
    false,
    insert,
    inspect,
    make_url,
    select,
    text,
    update,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

from station import __version__
from station.archive import schema
from station.errors import ArchiveError

FILE_NAME = "archive.sqlite"

FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO

URL_VARIABLE = "STATION_DATABASE_URL"
EXAMPLE_URL = "postgresql+psycopg://station:PASSWORD@server/station"

PATIENCE_S = 10.0
"""How long a call waits for another Station's transaction; they take milliseconds."""

DURABILITY = "FULL"
"""A commit is on the disk when it returns, with any settings of this build of SQLite."""

PAUSE_S = 0.2
"""Between two attempts at a transaction that another station got in the way of"""

NO_ANSWER_S = 10
"""A server that does not answer for so long is taken to be cut off."""

PREPARING = 0x5354_4154_494F_4E
"""Key of the advisory lock under which a PostgreSQL database gets its tables: "STATION" """


Statement = tuple[Executable, list[dict[str, Any]] | None]
"""And the rows it is for"""

Result = TypeVar("Result")


@dataclass(frozen=True)
class Kind:
    """What a SQLite file holds, as sentences about it say."""

    name: str
    remedy: str
    """Where it cannot be used as it is: set STATION_HOME to another folder"""
    without: str
    """What to do without it, and what that costs"""


INDEX = Kind(
    "index",
    "set STATION_HOME to another folder",
    "move it away; Station then makes a new one, without typed SUV inputs, VOIs and reader "
    "studies. Images are not touched",
)


class Database:
    """Transactions on one database. Every method may raise ArchiveError with a sentence."""

    def __init__(self, url: URL, kind: Kind = INDEX) -> None:
        self.shared = url.get_backend_name() != "sqlite"
        place = str(url.database)
        self._place = f"{url.host or 'localhost'}/{place}" if self.shared else place
        self._kind = kind
        self.called = f"{'shared archive' if self.shared else kind.name} {self._place}"
        """As sentences call it, behind "The": the index PATH"""
        self.known_as = self._place if self.shared else Path(place).name
        """The same wherever the data folder is"""
        self.place = self._place if self.shared else str(Path(place).resolve())
        """Server and database, or the whole path: what a witness calls it"""
        self._remedy = f"set {URL_VARIABLE} to another database" if self.shared else kind.remedy
        self._engine = _shared_engine(url) if self.shared else _engine(url)

    def close(self) -> None:
        """Let go of the connections; the database can still be used and then opens them again."""
        self._engine.dispose()

    def prepare(self) -> None:
        """Make the tables of a new database, or bring those of an older one up to date.

        Where that fails, nothing is left open.
        """
        try:
            with self._explained(), self._preparing() as connection:
                self._prepare(connection)
            if not self.shared:
                keep_private(Path(self.place))
        except BaseException:
            self.close()
            raise

    def _prepare(self, connection: Connection) -> None:
        if self.shared:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": PREPARING})
        tables = inspect(connection).get_table_names()
        if not tables:
            schema.metadata.create_all(connection, checkfirst=False)
            connection.execute(insert(schema.revision).values(version_num=schema.REVISIONS[-1]))
            connection.execute(insert(schema.written_by).values(version=__version__))
            return
        at_base = tables == [schema.revision.name]
        if not at_base and not {schema.revision.name, schema.written_by.name} <= {*tables}:
            raise ArchiveError(
                f"{self._place} is a database, but not an index of Station. "
                + (
                    f"Set {URL_VARIABLE} to an empty one."
                    if self.shared
                    else "Move it away; Station then makes a new one."
                )
            )
        revision = connection.scalar(select(schema.revision.c.version_num))
        if revision == schema.REVISIONS[-1] and self.shared:
            return
        if revision == schema.REVISIONS[-1]:
            # Changes no row, but is refused where the file may only be read.
            connection.execute(update(schema.written_by).where(false()).values(version=""))
            return
        if revision is not None and revision not in schema.REVISIONS:
            needed = connection.scalar(select(schema.written_by.c.version))
            raise ArchiveError(
                f"The {self.called} was written by Station {needed}, this is Station "
                f"{__version__}. Install Station {needed} or newer, or {self._remedy}."
            )
        _migrate(connection)

    @contextmanager
    def reading(self) -> Generator[Connection, None, None]:
        """One transaction that sees one state and changes nothing."""
        with self._explained(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Generator[Connection, None, None]:
        """One transaction that is on the disk on return; on an error nothing of it is."""
        writer = self._engine.execution_options(writes=True)
        with self._explained(), writer.begin() as connection:
            yield connection

    def rows(self, query: Select[*tuple[Any, ...]]) -> Sequence[Row[*tuple[Any, ...]]]:
        """What one query gives, in a transaction of its own."""
        with self.reading() as connection:
            return connection.execute(query).all()

    def write(self, statement: Executable) -> None:
        """One statement, in a transaction of its own."""
        with self.writing() as connection:
            connection.execute(statement)

    def write_repeatedly(self, *statements: Statement) -> None:
        """All in one transaction, which is repeated where another station got in its way.

        Each says what holds afterwards, so that it may run again where nobody knows whether it
        came through.
        """

        def work(connection: Connection) -> None:
            for statement, values in statements:
                if values is None:
                    connection.execute(statement)
                else:
                    connection.execute(statement, values)

        self.repeatedly(work)

    def repeatedly(self, work: Callable[[Connection], Result]) -> Result:
        """What `work` gives in a transaction, which is repeated where another got in its way."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                with self.writing() as connection:
                    return work(connection)
            except ArchiveError as error:
                cause = error.__cause__
                worth = isinstance(cause, DBAPIError) and (conflicting(cause) or cut_off(cause))
                if not self.shared or not worth or time.monotonic() > deadline:
                    raise
            time.sleep(PAUSE_S)

    def _preparing(self) -> AbstractContextManager[Connection]:
        options: dict[str, object] = {"writes": True}
        if self.shared:
            # What another station made while this one waited for its turn has to be seen.
            options["isolation_level"] = "READ COMMITTED"
        return self._engine.execution_options(**options).begin()

    @contextmanager
    def _explained(self) -> Generator[None, None, None]:
        try:
            yield
        except DBAPIError as error:
            sentence = self._shared_sentence(error) if self.shared else self._sentence(error)
            raise ArchiveError(sentence) from error
        except UnicodeDecodeError as error:  # SQLite quotes a damaged name in its own message
            raise ArchiveError(self.damaged(error)) from error

    def _sentence(self, error: DBAPIError) -> str:
        match getattr(error.orig, "sqlite_errorname", "").split("_")[1:2]:
            case ["NOTADB" | "CORRUPT" | "FORMAT"]:
                return self.damaged(error.orig)
            case ["BUSY" | "LOCKED"]:
                return (
                    f"The {self.called} is locked by another program. Close the other program, or "
                    f"wait and try again."
                )
            case ["READONLY" | "CANTOPEN" | "PERM" | "AUTH"]:
                return (
                    f"The {self.called} cannot be written ({error.orig}). Give yourself the right "
                    f"to write in its folder, or {self._kind.remedy}."
                )
            case ["FULL"]:
                return f"The disk with the {self.called} is full. Free some space and try again."
            case _:
                return (
                    f"The {self.called} cannot be used ({error.orig}). Check its disk and folder."
                )

    def damaged(self, error: object) -> str:
        return (
            f"The {self.called} is damaged ({error}). Put a backup in its place, or "
            f"{self._kind.without}."
        )

    def _shared_sentence(self, error: DBAPIError) -> str:
        state = getattr(error.orig, "sqlstate", None) or ""
        first_line = str(error.orig).strip().partition("\n")[0]
        if state.startswith("55P03"):
            return f"The {self.called} is busy with another station. Wait and try again."
        if state.startswith("28") or "authentication failed" in first_line:
            return (
                f"The {self.called} does not let this station in ({first_line}). Correct the user "
                f"and the password in {URL_VARIABLE}."
            )
        if state.startswith("42501"):
            return (
                f"The {self.called} does not let this station write ({first_line}). Ask its "
                f"administrator for the right, or correct the user in {URL_VARIABLE}."
            )
        if cut_off(error):
            return (
                f"The {self.called} cannot be reached ({first_line}). What was confirmed before is "
                f"stored. Check the network, then try again."
            )
        return f"The {self.called} cannot be used ({first_line}). Ask its administrator."


class Store:
    """What is kept in the file of a data folder. Every method may raise ArchiveError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._database = Database(file_url(path))

    @classmethod
    def opened(cls, home: Path) -> Self:
        """The one in the data folder `home`; folder and file are made, an older file is migrated.

        Raises ArchiveError: damaged, written by a newer Station, locked or not writable.
        """
        make_home(home)
        store = cls(home / FILE_NAME)
        store.prepare()
        return store

    def prepare(self) -> None:
        """Make the tables of a new file, or bring those of an older one up to date."""
        self._database.prepare()

    def close(self) -> None:
        """Let go of the file; the store can still be used and then opens it again."""
        self._database.close()

    @property
    def called(self) -> str:
        """As sentences call it, behind "The": the index PATH"""
        return self._database.called

    def damage(self) -> str:
        """What is broken in the file itself, in a sentence; empty where it is sound."""
        with self._database.reading() as connection:
            first = str(connection.scalar(text("PRAGMA quick_check(1)")))
        return "" if first == "ok" else self._database.damaged(first)


def make_home(home: Path) -> None:
    """Make the data folder where it does not exist yet. Raises ArchiveError."""
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)  # patients' names: for this user only
    except OSError as error:
        raise ArchiveError(
            f"The data folder {home} cannot be made: {error.strerror}. Set STATION_HOME to a "
            f"folder that you can write."
        ) from error


def keep_private(path: Path) -> None:
    """Let only its owner read a file, with what SQLite puts next to it, and the folder it is in.

    A folder that others share on purpose, such as /tmp, and what somebody else owns stay as they
    are. On Windows the user's own folders are private already.
    """
    if os.name != "posix":
        return
    folder = path.parent
    for place in (path, *folder.glob(f"{path.name}-*"), folder):
        with suppress(OSError):
            found = place.stat()
            shared = found.st_mode & stat.S_ISVTX or place == Path.home()
            if found.st_uid == os.geteuid() and found.st_mode & FOR_OTHERS and not shared:
                place.chmod(stat.S_IMODE(found.st_mode) & ~FOR_OTHERS)


def file_url(path: Path) -> URL:
    """Of a SQLite file."""
    return URL.create("sqlite", database=str(path))


def parsed_url(given: str) -> URL:
    """What `STATION_DATABASE_URL` says. Raises ArchiveError where it cannot be used."""
    try:
        url = make_url(given)
    except ArgumentError as error:
        raise ArchiveError(
            f"{URL_VARIABLE} is not the address of a database. Write it as {EXAMPLE_URL}."
        ) from error
    if url.drivername != "postgresql+psycopg" or not url.database:
        raise ArchiveError(
            f"{URL_VARIABLE} begins with {url.drivername}:// and names "
            f"{url.database or 'no database'}; Station shares its archive through PostgreSQL. "
            f"Write it as {EXAMPLE_URL}."
        )
    return url


def cut_off(error: DBAPIError) -> bool:
    """Whether the server was lost or not found, so that nobody knows if a commit came through."""
    state = getattr(error.orig, "sqlstate", None) or ""
    # 08: connection; 57P01 to 57P03: the server is going down or coming up.
    if error.connection_invalidated or state[:2] == "08" or state[:4] == "57P0":
        return True
    return not state and type(error.orig).__name__ == "OperationalError"


def conflicting(error: DBAPIError) -> bool:
    """Whether two transactions got into each other's way, so that this one has to run again."""
    return getattr(error.orig, "sqlstate", None) in ("40001", "40P01")


def _engine(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": PATIENCE_S})

    def opened(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin below, not where sqlite3 sees fit
        _keep_readers_and_writer_apart(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA synchronous = {DURABILITY}")

    def begun(connection: Connection) -> None:
        # A writer takes its turn before it reads: a lock asked for later is not waited for.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", opened)
    event.listen(engine, "begin", begun)
    return engine


def _shared_engine(url: URL) -> Engine:
    """PostgreSQL, serialisable. A lost server is noticed after NO_ANSWER_S."""
    # Where two stations get in each other's way, a transaction is repeated; that the driver had to
    # give one up is no news for a log.
    logging.getLogger("psycopg").setLevel(logging.ERROR)
    try:
        return create_engine(
            url,
            isolation_level="SERIALIZABLE",
            pool_pre_ping=True,
            connect_args={
                "client_encoding": "utf8",
                "connect_timeout": NO_ANSWER_S,
                "keepalives_idle": NO_ANSWER_S,
                "keepalives_interval": 2,
                "keepalives_count": 3,
                "tcp_user_timeout": NO_ANSWER_S * 1000,
                "options": f"-c lock_timeout={int(PATIENCE_S * 1000)} -c synchronous_commit=on",
            },
        )
    except (SQLAlchemyError, ImportError) as error:
        raise ArchiveError(
            f"{URL_VARIABLE} cannot be used ({error}). Write it as {EXAMPLE_URL}."
        ) from error


def _keep_readers_and_writer_apart(connection: sqlite3.Connection) -> None:
    """Turn on write-ahead logging. Where two do so in a new file, SQLite refuses one at once."""
    deadline = time.monotonic() + PATIENCE_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
        time.sleep(0.01)


def _migrate(connection: Connection) -> None:
    from alembic import command  # 0.5 s, and needed once after an update
    from alembic.config import Config

    config = Config()
    folder = str(Path(__file__).with_name("migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(delete(schema.written_by))
    connection.execute(insert(schema.written_by).values(version=__version__))
