"""What a server says about instances that it was asked to keep (PS3.4 annex J)."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from threading import Condition
from typing import cast

from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset
from pydicom.uid import UID

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.pacs import Failure

SOP_CLASS = "1.2.840.10008.1.20.1"
"""Storage Commitment Push Model"""
SOP_INSTANCE = "1.2.840.10008.1.20.1.1"
"""The one that everybody means"""
ALL_KEPT, SOME_FAILED = 1, 2
"""Event types (PS3.4 J.3.3)"""
REASONS = {  # PS3.3 C.14.1.1
    0x0110: "the server could not process it",
    0x0112: "the server does not have it",
    0x0119: "the server has it as an instance of another class",
    0x0122: "the server does not commit itself to this class of instances",
    0x0131: "the server was asked twice under the same number",
    0x0213: "the server has no room for it",
}


@dataclass(frozen=True)
class Report:
    """What a server reports for one transaction."""

    transaction: str
    kept: frozenset[str]
    """SOP instance UIDs that the server committed itself to keep"""
    failed: tuple[Failure, ...]


def read_report(data: bytes, syntax: str) -> Report:
    """The report of an N-EVENT-REPORT's dataset. Raises ValueError where it is none."""
    uid = UID(syntax)
    try:
        with lenient():
            dataset = read_dataset(BytesIO(data), uid.is_implicit_VR, uid.is_little_endian)
            transaction = str(dataset.get("TransactionUID") or "")
            kept = [str(item.get("ReferencedSOPInstanceUID") or "") for item in _items(dataset)]
            failed = [
                Failure(str(item.get("ReferencedSOPInstanceUID") or ""), _reason(item))
                for item in _items(dataset, "FailedSOPSequence")
            ]
    except PARSE_ERRORS as error:
        raise ValueError("the report cannot be read") from error
    if not transaction:
        raise ValueError("the report does not say about what it is")
    return Report(transaction, frozenset(filter(None, kept)), tuple(f for f in failed if f.sop_uid))


def _items(dataset: Dataset, keyword: str = "ReferencedSOPSequence") -> Sequence[Dataset]:
    return cast(Sequence[Dataset], dataset.get(keyword) or ())


def _reason(item: Dataset) -> str:
    value = item.get("FailureReason")
    code = value if isinstance(value, int) else 0
    why = REASONS.get(code, f"the server gives the reason {code:04X}")
    return f"It is not committed: {why}. Send it again, and ask the server's administrator."


class Reports:
    """Where reports are waited for; they may come over any association and in any thread."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._awaited: set[str] = set()
        self._came: dict[str, Report] = {}

    def await_(self, transaction: str) -> None:
        """Take a report about `transaction` from now on."""
        with self._changed:
            self._awaited.add(transaction)

    def forget(self, transaction: str) -> None:
        with self._changed:
            self._awaited.discard(transaction)
            self._came.pop(transaction, None)

    def deliver(self, report: Report) -> bool:
        """Whether somebody waits for it; what nobody asked for is not kept."""
        with self._changed:
            if report.transaction not in self._awaited:
                return False
            self._came.setdefault(report.transaction, report)
            self._changed.notify_all()
            return True

    def wait(self, transaction: str, timeout_s: float) -> Report | None:
        """The report, or None where it did not come within `timeout_s`."""
        with self._changed:
            self._changed.wait_for(lambda: transaction in self._came, timeout_s)
            return self._came.get(transaction)
