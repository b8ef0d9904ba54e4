"""The PACS that Station knows: kept, looked up by name, and tested."""

from dataclasses import dataclass
from pathlib import Path

from station.pacs import Server


@dataclass(frozen=True)
class Checked:
    """One thing that was tried with a server."""

    name: str
    """Such as "Connection", "Echo", "Query", "C-MOVE", "Web", "TLS" """
    passed: bool
    sentence: str
    """What was seen or, where it failed, what is wrong and what to do"""


@dataclass(frozen=True)
class Diagnosis:
    """What came of testing a server, in order; what cannot be tried is left out."""

    server: str
    checks: tuple[Checked, ...]

    @property
    def passed(self) -> bool:
        return all(check.passed for check in self.checks)

    @property
    def problem(self) -> str:
        """The first sentence that says what is wrong; empty where nothing is."""
        return next((check.sentence for check in self.checks if not check.passed), "")


def servers(home: Path) -> tuple[Server, ...]:
    """Every server that Station knows, by name."""
    raise NotImplementedError


def server_named(home: Path, name: str) -> Server:
    """Raises PacsError where there is none; the sentence names those that sound alike."""
    raise NotImplementedError


def add_server(
    home: Path, server: Server, secret: str | None = None, replace: bool = False
) -> None:
    """Keep how a server is reached. `secret`: its password or token, which goes to the keyring.

    None leaves a secret that is kept already. Raises PacsError: a name or an address that cannot be
    right, or a name that is taken and `replace` is not set.
    """
    raise NotImplementedError


def remove_server(home: Path, name: str) -> None:
    """Forget a server and its secret; what was transferred stays in the ledger."""
    raise NotImplementedError


def check_server(home: Path, name: str) -> Diagnosis:
    """Try everything that a server is needed for, and say what is wrong. Takes seconds."""
    raise NotImplementedError
