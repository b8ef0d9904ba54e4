"""Batches on real workers of Dask, on this computer and at a scheduler, whatever is killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from station.archive.batches import Ledger, LedgerRow, State
from station.batch.crew import local_crew, site_crew
from station.batch.run import run_batch
from station.errors import StationError
from station.progress import silent
from tests.batch import chaos, toil
from tests.cli.running import station
from tests.made_up import studies

pytestmark = pytest.mark.simulated

ROOT = Path(__file__).resolve().parents[2]
WITHIN_S = 600.0
"""What takes longer hangs, on any computer"""


@pytest.fixture(autouse=True)
def _may_log(caplog: pytest.LogCaptureFixture) -> None:
    """Dask logs the workers that are lost here."""


def rows(out: Path) -> list[LedgerRow]:
    ledger = Ledger.opened(out)
    found = list(ledger.rows().values())
    ledger.close()
    return found


def test_the_command_line_does_a_batch_and_counts_it(tmp_path: Path) -> None:
    for name in "AB":
        studies.write_pet(tmp_path / "in" / name, "WB AC", 4.0, study=name, PatientID=name)
    out = tmp_path / "out"
    done = station("batch", "info", tmp_path / "in", "--out", out, "--workers", 1)
    assert done.exit_code == 0, done.stderr
    assert done.stdout.startswith("2 of 2 studies done\n")
    assert "Dashboard: http://127.0.0.1:" in done.stderr
    status = station("batch", "status", out, "--json")
    assert json.loads(status.stdout) == {
        "studies": 2,
        "done": 2,
        "failed": 0,
        "set_aside": 0,
        "waiting": 0,
    }


def test_poisoned_studies_are_set_aside_and_the_others_done(tmp_path: Path) -> None:
    source = toil.write_studies(tmp_path / "in", ["works-1", "crashes-1", "refuses-1", "works-2"])
    toil.run(toil.request(source, tmp_path / "out"), 2)
    assert {row.patient_id: (row.state, row.tries) for row in rows(tmp_path / "out")} == {
        "works-1": (State.DONE, 1),
        "works-2": (State.DONE, 1),
        "crashes-1": (State.SET_ASIDE, 3),
        "refuses-1": (State.FAILED, 1),
    }


def test_a_killed_worker_costs_its_study_a_try(tmp_path: Path) -> None:
    source = toil.write_studies(tmp_path / "in", [f"works-{number}" for number in range(4)])
    killed: list[int] = []
    others = set(chaos.descendants(os.getpid(), 1))  # such as a PACS that an earlier test started

    def report(fraction: float, message: str) -> None:
        if message.startswith("1 of 4") and not killed:
            # The workers are children of this process, their studies' processes of theirs.
            workers = set(chaos.descendants(os.getpid(), 1)) - others
            killed.extend(pid for pid in workers if chaos.descendants(pid, 1))
            for pid in killed:
                os.kill(pid, signal.SIGKILL)

    toil.run(toil.request(source, tmp_path / "out", seconds=1.0), 1, report)
    assert killed
    assert {row.state for row in rows(tmp_path / "out")} == {State.DONE}
    assert sum(row.losses for row in rows(tmp_path / "out")) >= 1
    assert sum(row.deaths for row in rows(tmp_path / "out")) == 0


def test_workers_client_and_scheduler_are_killed_and_nothing_is_lost_or_doubled(
    tmp_path: Path,
) -> None:
    source = toil.write_studies(tmp_path / "in", [f"works-{number}" for number in range(6)])
    toil.run(toil.request(source, tmp_path / "calm", seconds=chaos.SECONDS), 1)
    chaos.disturbed(source, tmp_path / "disturbed", kills=5, seed=2)
    assert chaos.manifest(tmp_path / "disturbed") == chaos.manifest(tmp_path / "calm")
    assert {row.state for row in rows(tmp_path / "disturbed")} == {State.DONE}


def test_where_there_is_no_scheduler_a_sentence_says_so(tmp_path: Path) -> None:
    source = toil.write_studies(tmp_path / "in", ["works-1"])
    asked = toil.request(source, tmp_path / "out")
    with pytest.raises(StationError, match=r"There is no scheduler at tcp://127.0.0.1:9\."):
        run_batch(asked, lambda: site_crew("tcp://127.0.0.1:9"), silent, lambda _: None)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_full_disk_stops_the_batch_which_goes_on_when_there_is_room(tmp_path: Path) -> None:
    source = toil.write_studies(tmp_path / "in", [f"works-{number}" for number in range(4)])
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1500k", "tmpfs", str(disk)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small disk cannot be mounted here")
    try:
        asked = toil.request(source, disk / "out", files=40)
        with pytest.raises(StationError) as refused:
            toil.run(asked)
        assert "No space left on device" in str(refused.value) or "full" in str(refused.value)
        assert State.FAILED not in {row.state for row in rows(disk / "out")}
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        toil.run(toil.request(source, disk / "out", files=40, resume=True))
        assert {row.state for row in rows(disk / "out")} == {State.DONE}
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_ctrl_c_stops_the_command_line_which_goes_on_with_resume(tmp_path: Path) -> None:
    for number in range(3):
        name = f"study{number}"
        studies.write_pet(tmp_path / "in" / name, "WB AC", 4.0, study=name, PatientID=name)
    out = tmp_path / "out"
    command = [sys.executable, "-m", "station", "batch", "info", str(tmp_path / "in")]
    command += ["--out", str(out), "--workers", "1", "--threads", "1"]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    assert process.stderr.readline().startswith("Dashboard: ")
    process.send_signal(signal.SIGINT)
    assert "Stopped. Go on with it with --resume" in process.stderr.read()
    assert process.wait() == 130
    process.stderr.close()
    done = station("batch", "info", "--out", out, "--workers", 1, "--resume")
    assert done.exit_code == 0, done.stderr
    assert len(rows(out)) == 3


MACHINES = {"station-a": "10.231.77.1", "station-b": "10.231.77.2"}
"""Network namespaces that play two computers, and their addresses"""


@pytest.fixture
def machines() -> Iterator[None]:
    """Two computers with a cable between them."""
    if os.geteuid() != 0 or shutil.which("ip") is None:
        pytest.skip("only root can make network namespaces, with the Debian package iproute2")
    a, b = MACHINES
    made = [["ip", "netns", "add", a], ["ip", "netns", "add", b]]
    made.append(["ip", "link", "add", "cable-a", "netns", a, "type", "veth", "peer", "cable-b"])
    made.append(["ip", "link", "set", "cable-b", "netns", b])
    for name, end in ((a, "cable-a"), (b, "cable-b")):
        inside = ["ip", "-n", name]
        made.append([*inside, "addr", "add", f"{MACHINES[name]}/24", "dev", end])
        made += [[*inside, "link", "set", device, "up"] for device in (end, "lo")]
    try:
        for command in made:
            if subprocess.run(command, check=False, capture_output=True).returncode:
                pytest.skip("network namespaces cannot be made here")
        yield
    finally:
        for name in MACHINES:
            subprocess.run(["ip", "netns", "del", name], check=False, capture_output=True)


@contextmanager
def site(workers: tuple[str, ...]) -> Generator[str]:
    """A scheduler on the first computer, and a worker on each of those; its address."""
    (a, address), _ = MACHINES.items()
    scheduler = f"tcp://{address}:8786"
    bound = ["--host", address, "--port", "8786", "--no-dashboard"]
    processes = [on(a, "distributed.cli.dask_scheduler", *bound)]
    worker = ["--nthreads", "1", "--no-dashboard", "--no-nanny"]
    processes += [on(name, "distributed.cli.dask_worker", scheduler, *worker) for name in workers]
    try:
        yield scheduler
    finally:
        for process in processes:
            process.kill()
            process.wait()


def on(machine: str, module: str, *arguments: str) -> subprocess.Popen[bytes]:
    command = ["ip", "netns", "exec", machine, sys.executable, "-m", module, *arguments]
    # A computer that has gone is missed after ten heartbeats, not after Dask's five minutes.
    environment = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": "1s"}
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet, env=environment)


def client(source: Path, out: Path, scheduler: str) -> subprocess.Popen[bytes]:
    return on(next(iter(MACHINES)), "tests.batch.chaos", str(source), str(out), scheduler)


def test_studies_are_worked_on_by_another_computer(machines: None, tmp_path: Path) -> None:
    source = toil.write_studies(tmp_path / "in", [f"works-{number}" for number in range(4)])
    _, other = MACHINES
    with site((other,)) as scheduler:
        for _ in range(20):  # the scheduler takes a while to be there
            if client(source, tmp_path / "out", scheduler).wait() == 0:
                break
    assert [row.state for row in rows(tmp_path / "out")] == [State.DONE] * 4


def test_a_computer_whose_cable_is_pulled_costs_its_study_a_try(
    machines: None, tmp_path: Path
) -> None:
    source = toil.write_studies(tmp_path / "in", [f"works-{number}" for number in range(8)])
    toil.run(toil.request(source, tmp_path / "calm", seconds=chaos.SECONDS), 1)
    out = tmp_path / "out"
    with site(tuple(MACHINES)) as scheduler:
        running = client(source, out, scheduler)
        pulled = False
        until = time.monotonic() + WITHIN_S
        while running.poll() != 0 and time.monotonic() < until:
            if running.poll() is not None:
                running = client(source, out, scheduler)
            if not pulled and chaos.any_done(out):
                command = ["ip", "-n", "station-b", "link", "set", "cable-b", "down"]
                subprocess.run(command, check=True)
                pulled = True
            time.sleep(0.1)
        running.kill()
        running.wait()
    assert pulled
    assert [row.state for row in rows(out)] == [State.DONE] * 8
    assert chaos.manifest(out) == chaos.manifest(tmp_path / "calm")


def test_workers_that_do_not_start_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(**_: object) -> None:
        raise RuntimeError("Nanny failed to start.")

    monkeypatch.setattr("distributed.LocalCluster", failing)
    with (
        pytest.raises(StationError, match=r"did not start .*Nanny failed.*--resume"),
        local_crew(1),
    ):
        pass
