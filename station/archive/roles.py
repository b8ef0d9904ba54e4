"""Roles of a shared PostgreSQL: who may see and add what, held by the server itself.

`station_owner` owns the tables and does nothing else. `station_coordinator` reads the record and
adds to it. `station_reader` sees the lists and answers of the one person that a login belongs to,
nobody's key, and the answers of others only when every reader has signed. Nobody may change or take
away a row. Each person signs in to the server with a login of their own, a member of one of the
two; which person it is, is kept in `station_logins`, which only the owner can change.
"""

import secrets
from dataclasses import dataclass

from sqlalchemy import Connection, text

from station.archive import schema
from station.archive.database import Database, parsed_url
from station.errors import ArchiveError
from station.reading.names import tidy
from station.reading.protocol import StudyRole

OWNER, COORDINATOR, READER = "station_owner", "station_coordinator", "station_reader"
LOGINS = "station_logins"

RECORD = tuple(table.name for table in schema.RECORD)
OWN = ("reading_items", "reading_answers", "readings")
"""Tables whose rows belong to one reader"""
NOT_FOR_READERS = ("reading_sealed",)
HIDDEN_COLUMNS = {"reading_people": {"wrapped"}, "reading_audit": {"old", "new", "reason"}}
"""Of a reader's role: the study's key, and the content of the trail"""

PERSON_BODY = "SELECT name FROM station_logins WHERE login = session_user"
ALL_SIGNED_BODY = """
SELECT NOT EXISTS (
    SELECT FROM (
        SELECT DISTINCT name FROM reading_people WHERE study = asked AND role = 'reader'
    ) AS readers
    WHERE NOT EXISTS (
        SELECT FROM reading_events WHERE study = asked AND kind = 'withdrawn'
        AND content::json->>'set' = readers.name
    ) AND 'signed' IS DISTINCT FROM (
        SELECT kind FROM reading_events WHERE study = asked AND kind IN ('signed', 'reopened')
        AND content::json->>'set' = readers.name ORDER BY id DESC LIMIT 1
    )
)
"""
FUNCTIONS = {
    "station_person()": ("text", PERSON_BODY),
    "station_all_signed(asked text)": ("boolean", ALL_SIGNED_BODY),
}


@dataclass(frozen=True)
class Login:
    """What a person's station is given: it is shown once."""

    name: str
    user: str
    password: str
    url: str


def make_roles(address: str) -> None:
    """Make the roles, the tables, and what each role may; what is there already stays.

    `address` is that of an administrator, who may create roles. Raises ArchiveError.
    """
    database = Database(parsed_url(address))
    try:
        with database.writing() as connection:
            _run(connection, *_roles())
        database.prepare()
        with database.writing() as connection:
            _run(connection, *_ownership(connection), *_functions(), *_rights(), *_policies())
    finally:
        database.close()


def add_login(address: str, name: str, role: StudyRole) -> Login:
    """A login of the server for one person; again: another password. Raises ArchiveError."""
    person = tidy(name)
    if not person:
        raise ArchiveError("A login needs the name of a person, as the study has it.")
    password = secrets.token_urlsafe(18)
    url = parsed_url(address)
    database = Database(url)
    try:
        with database.writing() as connection:
            if not connection.scalar(text(f"SELECT to_regclass('{LOGINS}') IS NOT NULL")):
                raise ArchiveError(
                    "This database has no roles yet. Make them first: station reading database init"
                )
            query = text(f"SELECT login FROM {LOGINS} WHERE name = :name")  # noqa: S608
            known = connection.scalar(query, {"name": person})
            user = known or f"station_{secrets.token_hex(4)}"
            group = COORDINATOR if role is StudyRole.COORDINATOR else READER
            verb = "ALTER" if known else "CREATE"
            _run(
                connection,
                f"{verb} ROLE {user} LOGIN PASSWORD '{password}'",
                f"REVOKE {COORDINATOR}, {READER} FROM {user}" if known else "SELECT 1",
                f"GRANT {group} TO {user}",
            )
            if not known:
                row = text(f"INSERT INTO {LOGINS} (login, name) VALUES (:login, :name)")  # noqa: S608
                connection.execute(row, {"login": user, "name": person})
    finally:
        database.close()
    own = url.set(username=user, password=password)
    return Login(person, user, password, own.render_as_string(hide_password=False))


def _run(connection: Connection, *statements: str) -> None:
    for statement in statements:
        connection.exec_driver_sql(statement)


def _roles() -> list[str]:
    return [_new_role(role) for role in (OWNER, COORDINATOR, READER)]


def _new_role(role: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') THEN "
        f"CREATE ROLE {role} NOLOGIN; END IF; END $$"
    )


def _ownership(connection: Connection) -> list[str]:
    tables = connection.scalars(
        text("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'")
    )
    return [
        f"CREATE TABLE IF NOT EXISTS {LOGINS} (login name PRIMARY KEY, name text NOT NULL UNIQUE)",
        f"GRANT {OWNER} TO CURRENT_USER",
        f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}",
        *(f"ALTER TABLE {table} OWNER TO {OWNER}" for table in {*tables, LOGINS}),
        f"ALTER FUNCTION station_append_only() OWNER TO {OWNER}",
        "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    ]


def _functions() -> list[str]:
    statements: list[str] = []
    for head, (gives, body) in FUNCTIONS.items():
        name = head.partition("(")[0]
        statements += [
            (
                f"CREATE OR REPLACE FUNCTION {head} RETURNS {gives} LANGUAGE sql STABLE SECURITY "
                f"DEFINER SET search_path = public, pg_temp AS $${body}$$"
            ),
            f"ALTER FUNCTION {name} OWNER TO {OWNER}",
            f"REVOKE ALL ON FUNCTION {name} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {name} TO {READER}, {COORDINATOR}",
        ]
    return statements


def _rights() -> list[str]:
    both = f"{READER}, {COORDINATOR}"
    statements = [
        f"GRANT USAGE ON SCHEMA public TO {both}",
        f"GRANT SELECT ON {schema.revision.name}, {schema.written_by.name} TO {both}",
        f"GRANT UPDATE ON {schema.TURN} TO {both}",
        f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {both}",
    ]
    statements += [
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table.name} TO {both}"
        for table in (schema.pacs_servers, schema.transfers, schema.transfer_instances)
    ]
    for table in (*schema.RECORD, schema.audit):
        name = table.name
        hidden = HIDDEN_COLUMNS.get(name, set())
        statements.append(f"GRANT SELECT, INSERT ON {name} TO {COORDINATOR}")
        if name in NOT_FOR_READERS:
            continue
        if name != "reading_studies":
            statements.append(f"GRANT INSERT ON {name} TO {READER}")
        shown = ", ".join(f'"{column.name}"' for column in table.c if column.name not in hidden)
        statements.append(f"GRANT SELECT ({shown}) ON {name} TO {READER}")
    return statements


def _policies() -> list[str]:
    own = "reader = station_person()"
    shown = f"{own} OR reader = '' OR station_all_signed(study)"
    added = f"{own} OR reader = ''"
    rules: dict[str, tuple[str, str]] = dict.fromkeys(OWN, (shown, added))
    rules["reading_items"] = (shown, "reader = ''")
    rules["reading_people"] = ("role <> 'coordinator'", "name = station_person()")
    rules["reading_events"] = ("true", "who = station_person()")
    statements: list[str] = []
    for name in RECORD:
        statements += [
            f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
            f"DROP POLICY IF EXISTS coordinator ON {name}",
            f"CREATE POLICY coordinator ON {name} TO {COORDINATOR} USING (true) WITH CHECK (true)",
            f"DROP POLICY IF EXISTS reader_sees ON {name}",
            f"DROP POLICY IF EXISTS reader_adds ON {name}",
        ]
        if name in NOT_FOR_READERS:
            continue
        sees, adds = rules.get(name, ("true", "false"))
        statements += [
            f"CREATE POLICY reader_sees ON {name} FOR SELECT TO {READER} USING ({sees})",
            f"CREATE POLICY reader_adds ON {name} FOR INSERT TO {READER} WITH CHECK ({adds})",
        ]
    return statements


def open_doors(connection: Connection) -> list[str]:
    """What no longer holds of the roles, as it is said, where a database has them."""
    if not connection.scalar(text(f"SELECT to_regclass('{LOGINS}') IS NOT NULL")):
        return []
    secured = set(connection.scalars(text("SELECT relname FROM pg_class WHERE relrowsecurity")))
    doors = [f"the row security of {name} is off" for name in RECORD if name not in secured]
    functions = text("SELECT proname, prosrc FROM pg_proc WHERE proname LIKE 'station\\_%'")
    bodies = {row[0]: row[1] for row in connection.execute(functions)}
    doors += [
        f"the function {name} is gone or changed"
        for head, (_, body) in FUNCTIONS.items()
        if bodies.get(name := head.partition("(")[0]) != body
    ]
    granted = text(
        "SELECT CASE grantee WHEN 0 THEN 'everybody' ELSE pg_get_userbyid(grantee) END "
        "|| ' may ' || lower(privilege_type) || ' ' || relname "
        "FROM pg_class CROSS JOIN LATERAL aclexplode(relacl) WHERE relname LIKE 'reading%' "
        "AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE') AND grantee <> relowner"
    )
    return [*doors, *map(str, connection.scalars(granted))]
