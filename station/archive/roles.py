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
    statements: list[str] = []
    for name in RECORD:
        statements += [
            f"ALTER TABLE {name} ENABLE ROW LEVEL SECURITY",
            *(f"DROP POLICY IF EXISTS {policy} ON {name}" for policy in POLICIES),
        ]
    for (name, policy), rule in _rules().items():
        using = f" USING ({rule.sees})" if rule.sees else ""
        check = f" WITH CHECK ({rule.adds})" if rule.adds else ""
        statements.append(
            f"CREATE POLICY {policy} ON {name} FOR {rule.command} TO {rule.role}{using}{check}"
        )
    return statements


POLICIES = ("coordinator", "reader_sees", "reader_adds")


@dataclass(frozen=True)
class _Rule:
    """Of row security: which rows a role sees, and which it adds."""

    role: str
    command: str
    sees: str = ""
    adds: str = ""

    @property
    def plain(self) -> tuple[str, str, str, str]:
        return self.role, self.command, _plain(self.sees), _plain(self.adds)


def _rules() -> dict[tuple[str, str], _Rule]:
    """Table and policy → what it says."""
    own = "reader = public.station_person()"
    shown = f"{own} OR reader = '' OR public.station_all_signed(study)"
    added = f"{own} OR reader = ''"
    of_reader: dict[str, tuple[str, str]] = dict.fromkeys(OWN, (shown, added))
    of_reader["reading_items"] = (shown, "reader = ''")
    of_reader["reading_people"] = (
        "role <> 'coordinator'",
        "name = public.station_person()",
    )
    of_reader["reading_events"] = ("true", "who = public.station_person()")
    rules: dict[tuple[str, str], _Rule] = {}
    for name in RECORD:
        rules[name, "coordinator"] = _Rule(COORDINATOR, "ALL", "true", "true")
        if name not in NOT_FOR_READERS:
            sees, adds = of_reader.get(name, ("true", "false"))
            rules[name, "reader_sees"] = _Rule(READER, "SELECT", sees=sees)
            rules[name, "reader_adds"] = _Rule(READER, "INSERT", adds=adds)
    return rules


def open_doors(connection: Connection) -> list[str]:
    """What no longer holds of the roles, as it is said, where a database has them."""
    if not connection.scalar(text(f"SELECT to_regclass('public.{LOGINS}') IS NOT NULL")):
        return []
    return [
        *_open_policies(connection),
        *_changed_functions(connection),
        *_wrong_owners(connection),
        *_wrong_rights(connection),
        *_strong_logins(connection),
    ]


def _open_policies(connection: Connection) -> list[str]:
    """Policies that are not, word for word, what Station made; and tables without any."""
    secure = text(
        "SELECT relname FROM pg_class WHERE relrowsecurity "
        "AND relnamespace = 'public'::regnamespace"
    )
    secured = set(connection.scalars(secure))
    doors = [f"the row security of {name} is off" for name in RECORD if name not in secured]
    query = text(
        "SELECT tablename, policyname, permissive, roles::text, cmd, coalesce(qual, ''), "
        "coalesce(with_check, '') FROM pg_policies WHERE schemaname = 'public'"
    )
    found = {
        (table, policy): (kind, roles.strip("{}"), command, _plain(sees), _plain(adds))
        for table, policy, kind, roles, command, sees, adds in connection.execute(query)
    }
    rules = {place: ("PERMISSIVE", *rule.plain) for place, rule in _rules().items()}
    doors += [
        f"the policy {policy} of {table} is gone or changed"
        for (table, policy), rule in rules.items()
        if found.get((table, policy)) != rule
    ]
    # Policies add up: one more can show everything.
    return doors + [
        f"the policy {policy} of {table} is not Station's"
        for table, policy in sorted(found.keys() - rules.keys())
        if table in {*RECORD, schema.audit.name}
    ]


def _plain(expression: str) -> str:
    """A condition without what the server adds. It has only comparisons joined by OR in it, so
    that its brackets say nothing."""
    bare = expression.replace("::text", "").replace("::character varying", "")
    return " ".join(bare.replace("(", " ").replace(")", " ").split())


def _changed_functions(connection: Connection) -> list[str]:
    query = text(
        "SELECT proname, pg_get_function_identity_arguments(p.oid), prosrc, lanname, prosecdef, "
        "coalesce(array_to_string(proconfig, ';'), '') FROM pg_proc p JOIN pg_language l "
        "ON l.oid = prolang WHERE pronamespace = 'public'::regnamespace "
        "AND proname LIKE 'station\\_%'"
    )
    found = {f"{row[0]}({row[1]})": tuple(row[2:]) for row in connection.execute(query)}
    path = "search_path=public, pg_temp"
    return [
        f"the function {head.partition('(')[0]} is gone or changed"
        for head, (_, body) in FUNCTIONS.items()
        if found.get(head) != (body, "sql", True, path)
    ]


def _wrong_owners(connection: Connection) -> list[str]:
    """Whoever owns a table may do anything with it."""
    tables = [*RECORD, schema.audit.name, LOGINS]
    query = text(
        "SELECT relname, pg_get_userbyid(relowner) FROM pg_class WHERE relkind IN ('r', 'v') "
        "AND relnamespace = 'public'::regnamespace UNION ALL "
        "SELECT proname, pg_get_userbyid(proowner) FROM pg_proc WHERE "
        "pronamespace = 'public'::regnamespace AND proname LIKE 'station\\_%'"
    )
    wanted = {*tables, "station_append_only", *(head.partition("(")[0] for head in FUNCTIONS)}
    return [
        f"{name} belongs to {owner} instead of {OWNER}"
        for name, owner in connection.execute(query)
        if name in wanted and owner != OWNER
    ]


def _wrong_rights(connection: Connection) -> list[str]:
    """Rights beyond those that Station gave, on tables of the record and their columns."""
    columns = {table.name: {column.name for column in table.c} for table in schema.RECORD}
    columns[schema.audit.name] = {column.name for column in schema.audit.c}
    columns[LOGINS] = {"login", "name"}
    query = text(
        "SELECT relname, attname, CASE grantee WHEN 0 THEN 'everybody' ELSE "
        "pg_get_userbyid(grantee) END, privilege_type FROM ("
        "SELECT relname, '' AS attname, (aclexplode(relacl)).*, relowner FROM pg_class "
        "WHERE relnamespace = 'public'::regnamespace UNION ALL "
        "SELECT relname, attname, (aclexplode(attacl)).*, relowner FROM pg_attribute "
        "JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = 'public'::regnamespace) "
        "AS rights WHERE grantee <> relowner"
    )
    doors: list[str] = []
    for table, column, who, right in connection.execute(query):
        if table not in columns or _may_have(table, column, who, right):
            continue
        what = f"{column} of {table}" if column else table
        doors.append(f"{who} may {right.lower()} {what}")
    return doors


def _may_have(table: str, column: str, who: str, right: str) -> bool:
    if table == LOGINS:
        return who == COORDINATOR and right == "SELECT"
    if who == COORDINATOR:
        return not column and right in ("SELECT", "INSERT")
    if who == READER and table not in NOT_FOR_READERS:
        if column:
            return right == "SELECT" and column not in HIDDEN_COLUMNS.get(table, set())
        return right == "INSERT" and table != "reading_studies"
    # Somebody else who only looks, for a backup, sees what row security lets them.
    return right == "SELECT" and who not in (READER, "everybody") and table not in NOT_FOR_READERS


def _strong_logins(connection: Connection) -> list[str]:
    """Members of the readers' and coordinators' roles whom nothing of this holds back."""
    query = text(
        "SELECT DISTINCT member.rolname, CASE WHEN member.rolsuper OR member.rolbypassrls THEN "
        "'goes past row security' WHEN pg_has_role(member.oid, :owner, 'MEMBER') THEN "
        "'has the rights of ' || :owner ELSE 'has the rights of ' || :coordinator END "
        "FROM pg_auth_members m JOIN pg_roles member ON member.oid = m.member "
        "JOIN pg_roles one ON one.oid = m.roleid WHERE one.rolname IN (:reader, :coordinator) "
        "AND member.rolname LIKE 'station\\_%' AND (member.rolsuper OR member.rolbypassrls "
        "OR pg_has_role(member.oid, :owner, 'MEMBER') OR (one.rolname = :reader AND "
        "pg_has_role(member.oid, :coordinator, 'MEMBER')))"
    )
    roles = {"owner": OWNER, "coordinator": COORDINATOR, "reader": READER}
    doors = [f"{who} {what}" for who, what in connection.execute(query, roles)]
    strong = text(
        "SELECT rolname FROM pg_roles WHERE rolname IN (:owner, :coordinator, :reader) "
        "AND (rolsuper OR rolbypassrls)"
    )
    return [
        *doors,
        *(f"{who} goes past row security" for who in connection.scalars(strong, roles)),
    ]
