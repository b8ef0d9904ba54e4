"""What is known of an audit of the denoiser on the open study, as frozen values."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from station.operations.audit.run import Audit


@dataclass(frozen=True, eq=False)
class AuditOutcome:
    """A finished audit, and what is shown of it."""

    audit: "Audit"
    series: str
    """Label of the image that was audited"""
    seen_png: bytes
    """Curves of what is seen, in the window's colours"""
    left_png: bytes
    """Curves of the contrast that is left"""


@dataclass(frozen=True)
class Auditing:
    at_work: bool = False
    problem: str = ""
    """Why the last audit came to nothing"""
    outcome: AuditOutcome | None = None
    """Of the open study"""
