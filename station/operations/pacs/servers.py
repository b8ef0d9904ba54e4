"""The PACS that Station knows: kept, looked up by name, and tested."""

import difflib
import re
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from station.operations.pacs import ways
from station.operations.pacs.settings import LAST_PORT, refuse_aet
from station.pacs import PacsError, Server, SignIn, Tls, Via
from station.pet.words import listed

if TYPE_CHECKING:
    from station.archive.transfers import Transfers

NAME = re.compile(r"[^\s:,-][^:,\x00-\x1f\x7f]{0,62}[^\s:,]|[^\s:,-]")
"""A colon ends the name in `--pacs SERVER:QUERY`, and a dash begins an option"""


@dataclass(frozen=True)
class Checked:
    """One thing that was tried with a server."""

    name: str
    """One of Connection (and TLS, where it is on), Echo, Query, C-MOVE or C-GET, Web"""
    passed: bool
    sentence: str
    """What was seen or, where it failed, what is wrong and what to do"""


@dataclass(frozen=True)
class Diagnosis:
    """What came of testing a server, in order; what cannot be tried is left out."""

    server: str
    checks: tuple[Checked, ...]
    caution: str = ""
    """What works and should be otherwise: a sentence, empty where nothing is"""

    @property
    def passed(self) -> bool:
        return all(check.passed for check in self.checks)

    @property
    def problem(self) -> str:
        """The first sentence that says what is wrong; empty where nothing is."""
        return next((check.sentence for check in self.checks if not check.passed), "")


@contextmanager
def opened(home: Path) -> "Generator[Transfers]":
    """The ledger of the data folder within the block. Raises ArchiveError."""
    from station.archive.transfers import Transfers  # SQLAlchemy, 0.2 s

    ledger = Transfers.opened(home)
    try:
        yield ledger
    finally:
        ledger.close()


def servers(home: Path) -> tuple[Server, ...]:
    """Every server that Station knows, by name."""
    with opened(home) as ledger:
        return ledger.servers()


def server_named(home: Path, name: str) -> Server:
    """Raises PacsError where there is none; the sentence names those that sound alike."""
    known = {server.name: server for server in servers(home)}
    if name in known:
        return known[name]
    if not known:
        raise PacsError(
            f'There is no server "{name}": none has been added yet. Add it with `station pacs add`.'
        )
    folded = {one.casefold(): one for one in known}
    like = difflib.get_close_matches(name.casefold(), folded, n=3)
    if like:
        names = listed([f'"{folded[one]}"' for one in like], "or")
        raise PacsError(f'There is no server "{name}". Did you mean {names}?')
    raise PacsError(f'There is no server "{name}". There are: {listed(sorted(known))}.')


def add_server(
    home: Path, server: Server, secret: str | None = None, replace: bool = False
) -> str | None:
    """Keep how a server is reached. `secret`: its password or token, which goes to the keyring.

    None leaves a secret that is kept already. Returns a sentence that warns where the secret is in
    a file, or crosses the network in the clear. Raises PacsError: a name or an address that cannot
    be right, or a name that is taken and `replace` is not set.
    """
    from station.archive.secrets import keep_secret

    refuse_server(server)
    with opened(home) as ledger:
        taken = {one.name for one in ledger.servers()}
        if server.name in taken and not replace:
            raise PacsError(
                f'There is a server "{server.name}" already. Choose another name, or replace it.'
            )
        warning = None if secret is None else keep_secret(home, server.name, secret)
        ledger.keep_server(server)
    return " ".join(filter(None, (warning, caution(server)))) or None


def caution(server: Server) -> str:
    """That a secret crosses the network in the clear: a sentence, empty where none does."""
    if server.sign_in is SignIn.NONE or urlsplit(server.web_url).scheme != "http":
        return ""
    host = urlsplit(server.web_url).hostname or ""
    with suppress(ValueError):
        if ip_address(host).is_loopback:
            return ""
    if host == "localhost":
        return ""
    what = "token" if server.sign_in is SignIn.BEARER else "password"
    return (
        f"The {what} of {server.name} and the images cross the network unencrypted: its web "
        "address begins with http://. Ask its administrator for one that begins with https://."
    )


def refuse_server(server: Server) -> None:
    """Raise PacsError with the sentence of what cannot be right about a server's entry."""
    if not NAME.fullmatch(server.name):
        raise PacsError(
            f'"{server.name}" cannot be the name of a server. Use 1 to 64 characters without a '
            "colon or a comma, not beginning with a dash."
        )
    if not server.has_dimse and not server.has_web:
        raise PacsError(
            f"How is {server.name} reached? Give the AE title that it is called by, the address of "
            "its DICOMweb services, or both."
        )
    if server.has_dimse:
        _refuse_dimse(server)
    if server.has_web:
        _refuse_web(server.web_url)
    if server.sign_in is not SignIn.NONE and not server.has_web:
        raise PacsError(
            f"A password or token is for DICOMweb, and {server.name} has no DICOMweb address. Give "
            "its address, or leave the password out."
        )
    if server.sign_in is SignIn.BASIC and not server.user:
        raise PacsError("A password needs the name of a user. Give it.")
    if server.tls is not None:
        _refuse_tls(server.tls)


def _refuse_dimse(server: Server) -> None:
    if not server.host or re.search(r"[\s/\x00-\x1f]", server.host):
        raise PacsError(
            f'"{server.host}" is not the name or address of a computer. Give it without '
            "http:// and without a port, such as 10.0.0.5."
        )
    if not 0 < server.port <= LAST_PORT:
        raise PacsError(f"{server.port} is not a port. Use a number from 1 to {LAST_PORT}.")
    refuse_aet(server.called_aet)
    refuse_aet(server.calling_aet)


def _refuse_web(web_url: str) -> None:
    parts = urlsplit(web_url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PacsError(
            f'"{web_url}" is not the address of DICOMweb services. Write it as '
            "https://pacs.example/dicom-web."
        )
    if parts.username or parts.password:
        raise PacsError(
            "An address of DICOMweb services must not hold a password. Leave it out, and enter "
            "user and password on their own."
        )


def _refuse_tls(tls: Tls) -> None:
    for path in (tls.ca, tls.certificate, tls.key):
        if path is not None and not path.is_file():
            raise PacsError(f"{path} does not exist. Choose the file (PEM).")
    if tls.key and not tls.certificate:
        raise PacsError(
            f"There is a key ({tls.key}) but no certificate. Choose the certificate "
            "that belongs to it, too."
        )


def remove_server(home: Path, name: str) -> str | None:
    """Forget a server and its secret; what was transferred stays in the ledger.

    Returns a sentence where the keyring may still have the secret.
    """
    from station.archive.secrets import forget_secret

    server_named(home, name)
    with opened(home) as ledger:
        ledger.remove_server(name)
    return forget_secret(home, name)


def check_server(home: Path, name: str) -> Diagnosis:
    """Try everything that a server is needed for, and say what is wrong. Takes seconds."""
    server = server_named(home, name)
    checks: list[Checked] = []

    def tried(what: str, works: str, attempt: Callable[[], object]) -> bool:
        try:
            attempt()
        except PacsError as error:
            checks.append(Checked(what, False, str(error)))
            return False
        checks.append(Checked(what, True, works))
        return True

    at = f"{server.host}:{server.port}"
    if server.has_dimse:
        secured = "an encrypted connection" if server.tls else "a connection"
        connected = tried("Connection", f"{at} takes {secured}.", lambda: ways.connect(server))
        if connected and tried(
            "Echo",
            f'{server.name} answers to "{server.called_aet}" and knows "{server.calling_aet}".',
            lambda: ways.echo(server),
        ):
            tried("Query", f"{server.name} answers queries.", lambda: ways.query(server))
            if server.retrieve is Via.MOVE:
                tried(
                    "C-MOVE",
                    f'{server.name} knows "{server.calling_aet}" as a destination.',
                    lambda: ways.try_move(home, server),
                )
            else:
                tried("C-GET", f"{server.name} offers C-GET.", lambda: ways.try_get(server))
    if server.has_web:
        tried("Web", f"{server.web_url} answers queries.", lambda: ways.query_web(home, server))
    return Diagnosis(name, tuple(checks), caution(server))
