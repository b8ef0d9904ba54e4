"""Rows of a batch of grades as `station.batch.work` makes them, of made-up images."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from station.archive.batches import Batch, LedgerRow, State

SCANNERS = ("North", "South")
FIRST = date(2026, 1, 5)
POOR_AT = 25
"""Which image is Poor; its liver is three times as noisy"""


def batch(folder: Path = Path("results")) -> Batch:
    return Batch(
        "b" * 32,
        folder,
        "grade",
        {"reports": True, "threads": 1},
        {"grader": "a" * 64, "finder": "f" * 64},
        "0.1.0",
        {"/studies": None},
        datetime(2026, 3, 1, 12, 0, tzinfo=UTC),
    )


def studies(count: int) -> list[LedgerRow]:
    """All done."""
    return [
        LedgerRow(
            f"1.2.{number}",
            f"P{number:03d}",
            (f"/studies/{number}",),
            "f" * 64,
            10**8,
            State.DONE,
            "i" * 64,
            f"{number:064x}",
            1,
            seconds=9.0,
        )
        for number in range(count)
    ]


def rows(count: int) -> list[dict[str, Any]]:
    """A row of the summary for each study, every second day; image POOR_AT is Poor."""
    made: list[dict[str, Any]] = []
    for number, study in enumerate(studies(count)):
        poor = number == POOR_AT
        day = FIRST + timedelta(days=2 * number)
        made.append(
            {
                "study_uid": study.study_uid,
                "series_uid": f"{study.study_uid}.1",
                "patient_id": study.patient_id,
                "operation": "grade",
                "state": "done",
                "reason": "",
                "seconds": 9.0,
                "output": f"outputs/{study.output}/grade.json",
                "study_date": day.isoformat(),
                "acquired": f"{day.isoformat()}T10:00:00",
                "description": "WB <AC>",
                "manufacturer": "Station",
                "model": "Synthetic",
                "station_name": SCANNERS[number >= 30],
                "serial": "",
                "device_uid": "",
                "kind": "conventional · OSEM",
                "liver_cov_percent": 36.0 if poor else 11.0 + number % 3,
                "checks_failed": "Liver CoV" if poor else "",
                "checks_to_look_at": "Noise" if number % 10 == 0 else "",
                "verdict": "Poor" if poor else "Good",
                "grade": 2 if poor else 4,
                "probability_good": 0.1 if poor else 0.9,
                "expected_grade": 1.8 if poor else 3.9 + 0.1 * (number % 2),
                "suspected": "too few counts" if poor else "",
                "caution": "",
                "report": f"outputs/{study.output}/report-01.pdf",
            }
        )
    return made
