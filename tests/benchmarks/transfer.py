"""How fast instances go to a PACS and come from one, and that none is lost or doubled.

.venv/bin/python -m tests.benchmarks.transfer [INSTANCES]

128 × 128 PET on the loopback, next to dcmtk's own storescu and storescp with TCP_NODELAY in the
same run; the longest gap of a thread that wakes every 5 ms while instances come in, as that of a
window does; resident memory on the way; and both directions against a peer that aborts, stalls,
refuses and is killed at random.
"""

import gc
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from pydicom import dcmread
from pydicom.dataset import Dataset
from pydicom.uid import UID
from pynetdicom import evt
from pynetdicom.ae import ApplicationEntity
from pynetdicom.dsutils import encode

from station.dicom.network import web
from station.dicom.network.inbox import Inbox
from station.dicom.network.listener import Arrived, Limits, Listener
from station.dicom.network.query import STUDY_ROOT_FIND, find_instances, find_studies
from station.dicom.network.retrieve import get
from station.dicom.network.store import send
from station.operations.pacs.ledger import instances, resume, transfers
from station.operations.pacs.send import send as operations_send
from station.operations.pacs.servers import add_server
from station.pacs import Failure, PacsError, Query, Sent, Server
from tests.benchmarks.timing import argument_parser, sized
from tests.dicom.network import chaos
from tests.dicom.network.chaos import SERIES
from tests.dicom.network.faulty import AET, HOST, UNCOMPRESSED
from tests.dicom.network.instances import STUDY, content, instance
from tests.peers import dcmtk, orthanc
from tests.peers.orthanc import is_alone

INSTANCES = sized(10_000, 60)
STUDIES = sized(1000, 20)
FETCHED = sized(1000, 20)
"""dcmtk's archive takes long to be filled: it looks through its index for each instance"""
SIZE = 128
WAKE_S = 0.005
DOWN_S = 0.5
FEW = sized(500, 20)
"""Instances where each may take 40 ms"""
SAMPLE_S = 0.1
FEWEST_SENT_PER_S, FEWEST_RECEIVED_PER_S, MOST_TIMES_SLOWER = 250, 200, 3


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("instances", type=int, nargs="?", default=INSTANCES)
    wanted: int = parser.parse_args().instances
    if reason := dcmtk.why_not():
        print(f"Not measured: {reason}.")
        return
    if not is_alone():  # else every byte would be carried into dcmtk's namespace
        again = [sys.executable, "-c", _ALONE, *sys.argv[1:]]
        sys.exit(subprocess.run(["unshare", "-rn", *again], check=False).returncode)
    os.environ["TCP_NODELAY"] = "1"  # of dcmtk
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        files = written(folder / "files", wanted)
        size_mb = sum(path.stat().st_size for path in files) / 1e6
        print(f"{wanted} instances of {SIZE}² PET, {size_mb:.0f} MB", flush=True)
        sending(folder / "sending", files)
        receiving(folder / "receiving", files)
        fetching(folder / "fetching", files[:FETCHED])
        fetching_by_web(folder / "web", files[:FETCHED])
        faulty_pacs(folder / "faulty pacs", files)
        ledger_of_faulty_pacs(folder / "ledger", files)
        faulty_senders(folder / "faulty senders", files)
        query()


_ALONE = """
import fcntl, socket, struct, sys
from tests.peers import apart
with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as device:
    fcntl.ioctl(device, apart.SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", apart.IFF_UP))
from tests.benchmarks import transfer
transfer.main()
"""


def written(folder: Path, count: int) -> list[Path]:
    """Files of `count` instances: one that pydicom wrote, each with its own UID and last pixels."""
    folder.mkdir()
    dataset = instance(1, size=SIZE)
    dataset.SOPInstanceUID = _sop_uid(0)
    template = content(dataset)
    paths: list[Path] = []
    for number in range(count):
        copy = template.replace(_sop_uid(0).encode(), _sop_uid(number).encode())
        paths.append(folder / f"{number:06d}.dcm")
        paths[-1].write_bytes(copy[:-4] + number.to_bytes(4, "little"))
    return paths


def _sop_uid(number: int) -> str:
    """Of the same length for each of ten million instances."""
    return f"1.2.826.0.1.{10_000_000 + number}"


def rate(
    what: str,
    count: int,
    work: Callable[[], object],
    peer: float | None = None,
    whose: str = "dcmtk's",
) -> float:
    """Instances a second, printed."""
    began = time.perf_counter()
    work()
    per_s = count / (time.perf_counter() - began)
    compared = f"   {peer / per_s:4.1f}× {whose} time" if peer else ""
    print(f"{what:<44} {per_s:8.0f} instances/s{compared}", flush=True)
    return per_s


@contextmanager
def memory(what: str) -> Generator[None]:
    """Print how much the resident memory grew from its first tenth of samples to its peak."""
    samples: list[float] = []
    done = threading.Event()

    def sample() -> None:
        while not done.wait(SAMPLE_S):
            samples.append(chaos.resident_mb())

    sampling = threading.Thread(target=sample)
    sampling.start()
    try:
        yield
    finally:
        done.set()
        sampling.join()
        if samples:
            first = max(samples[: max(1, len(samples) // 10)])
            print(f"{what:<44} {max(samples) - first:+8.1f} MB of {first:.0f} MB", flush=True)


def sending(folder: Path, files: Sequence[Path]) -> None:
    count = len(files)
    with dcmtk.store(folder, "+xa", "-B") as peer:
        server = Server("dcmtk", peer.host, peer.port, peer.aet)
        theirs = rate("storescu → storescp", count, lambda: storescu(peer.port, peer.aet, files))
        clear(peer.folder)

        def ours() -> None:
            done = send(server, files, lambda sop_uid, failure: None)
            assert (done.stored, done.failed) == (count, ())

        with memory("  memory while sending"):
            rate("Station → storescp", count, ours, theirs)
        assert sum(1 for _ in peer.folder.iterdir()) == count
        clear(peer.folder)


def receiving(folder: Path, files: Sequence[Path]) -> None:
    count = len(files)
    with dcmtk.store(folder / "dcmtk", "+xa", "-B") as peer:
        theirs = rate("storescu → storescp", count, lambda: storescu(peer.port, peer.aet, files))
    gc.freeze()  # as the window does before it listens
    arrived: list[Arrived] = []
    with Listener(
        folder, arrived.append, aet="STATION", allowed=frozenset(), port=0, limits=Limits()
    ) as listener:
        ended = threading.Event()
        longest: list[float] = []
        watching = threading.Thread(target=lambda: longest.append(longest_gap(ended.is_set)))
        # What the machine does to a process that has nothing to do with it, at the same time.
        other = subprocess.Popen(
            [sys.executable, "-c", _OTHER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        command = storescu_command(listener.port, "STATION", files)

        def send_all() -> None:
            # Starting a process stops all threads for a while, on a busy machine for long: it is
            # no part of receiving, and Station starts none.
            with subprocess.Popen(command) as sender:
                watching.start()
            assert sender.returncode == 0

        with memory("  memory while receiving"):
            rate("storescu → Station", count, send_all, theirs)
        ended.set()
        watching.join()
        del os.environ["TCP_NODELAY"]
        few = files[:FEW]
        command = [command[0], "-aec", "STATION", HOST, str(listener.port), *map(str, few)]
        name = "the same without TCP_NODELAY"
        rate(name, len(few), lambda: subprocess.run(command, check=True))  # each is a copy
        os.environ["TCP_NODELAY"] = "1"
        elsewhere, _ = other.communicate("\n")
    print(
        f"{'  longest gap of a window while receiving':<44} {longest[0] * 1e3:8.0f} ms   "
        f"{float(elsewhere) * 1e3:.0f} ms in another process",
        flush=True,
    )
    assert len({sop_uid for study in arrived for sop_uid in study.sop_uids}) == count
    assert all(study.whole for study in arrived)
    assert sum(1 for _ in folder.rglob("*.dcm")) == count
    shutil.rmtree(folder)


def fetching(folder: Path, files: Sequence[Path]) -> None:
    """C-GET from dcmtk's archive: by its own getscu, then by Station."""
    count = len(files)
    folder.mkdir()
    with dcmtk.archive(folder / "archive") as peer:
        filled = dcmtk.tool("storescu", "-aec", peer.aet, HOST, str(peer.port), *map(str, files))
        assert filled.returncode == 0, filled.stderr
        theirs = rate("getscu ← dcmqrscp", count, lambda: getscu(peer, folder / "theirs"))
        server = Server("dcmtk", peer.host, peer.port, peer.aet)
        inbox = Inbox(folder / "ours")
        received: list[str] = []

        def ours() -> None:
            wanted = find_instances(server, STUDY, SERIES)
            hear = lambda sop_uid, path: received.append(sop_uid)  # noqa: E731
            failed = get(server, STUDY, [SERIES], wanted, inbox, hear)
            assert failed == ()

        rate("Station ← dcmqrscp", count, ours, theirs)
    assert len(received) == len(set(received)) == count


def fetching_by_web(folder: Path, files: Sequence[Path]) -> None:
    """WADO-RS from Orthanc: the stream read and thrown away, then by Station."""
    if reason := orthanc.why_not():
        print(f"DICOMweb is not measured: {reason}.")
        return
    count = len(files)
    with orthanc.running(folder / "orthanc") as peer:
        peer.take(*files)
        server = Server("Orthanc", peer.host, peer.dicom_port, peer.aet, web_url=peer.web_url)
        wanted = web.find_instances(server, None, STUDY)
        asked = urllib.request.Request(
            f"{peer.web_url}/studies/{STUDY}/series/{SERIES}", headers={"Accept": web.AS_STORED}
        )

        def thrown_away() -> None:
            with urllib.request.urlopen(asked) as answer:
                while answer.read(1 << 20):
                    pass

        theirs = rate("Orthanc → nowhere, WADO-RS", count, thrown_away)
        inbox = Inbox(folder / "ours")

        def ours() -> None:
            assert web.retrieve(server, None, STUDY, wanted, inbox, whole=[SERIES]) == ()

        rate("Orthanc → Station, WADO-RS", count, ours, theirs, "its own")
    assert sum(1 for _ in inbox.folder.iterdir()) == count


def getscu(peer: dcmtk.Dcmtk, folder: Path) -> None:
    folder.mkdir()
    keys = ["-k", "QueryRetrieveLevel=STUDY", "-k", f"StudyInstanceUID={STUDY}"]
    options = ["-S", "-aec", peer.aet, "-od", str(folder), *keys, HOST, str(peer.port)]
    ran = dcmtk.tool("getscu", *options)
    assert ran.returncode == 0, ran.stderr


def longest_gap(is_over: Callable[[], bool]) -> float:
    """The longest time in seconds between two wakings of a thread that wants one every 5 ms."""
    longest, last = 0.0, time.perf_counter()
    while not is_over():
        time.sleep(WAKE_S)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    return longest


_OTHER = """
import select, sys
from tests.benchmarks.transfer import longest_gap
print(longest_gap(lambda: bool(select.select([sys.stdin], [], [], 0)[0])))
"""


def storescu(port: int, aet: str, files: Sequence[Path]) -> None:
    subprocess.run(storescu_command(port, aet, files), check=True)


def storescu_command(port: int, aet: str, files: Sequence[Path]) -> list[str]:
    program = dcmtk.program("storescu")
    assert program is not None
    return [program, "-aec", aet, HOST, str(port), "+sd", str(files[0].parent)]


def clear(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()


def faulty_pacs(folder: Path, files: Sequence[Path]) -> None:
    """Send until each is stored; what was refused is sent again, as a person would."""
    folder.mkdir()
    pacs = chaos.FaultyPacs(folder / "pacs", seed=1)
    stored, rounds, failures = Counter[str](), 0, Counter[str]()
    missing = {str(dcmread(path, stop_before_pixels=True).SOPInstanceUID): path for path in files}
    wanted = set(missing)
    try:
        with pacs.killing():
            while missing:
                rounds += 1
                told: dict[str, Failure | None] = {}

                def tell(sop_uid: str, failure: Failure | None, told=told) -> None:
                    assert sop_uid not in told, "told twice"
                    told[sop_uid] = failure

                try:
                    done = send(pacs.server, list(missing.values()), tell, patience=chaos.PATIENCE)
                except PacsError:  # it is down just now
                    assert not told
                    assert not pacs.is_gone
                    time.sleep(DOWN_S)
                    continue
                assert set(told) == set(missing)
                assert done.stored == sum(failure is None for failure in told.values())
                for sop_uid, failure in told.items():
                    if failure is None:
                        stored[sop_uid] += 1
                        del missing[sop_uid]
                    else:
                        failures[failure.reason.split(": ", 1)[-1]] += 1
        there = pacs.sop_uids()
    finally:
        pacs.stop()
    lost, doubled = wanted - set(there), [uid for uid, times in stored.items() if times > 1]
    print(
        f"to a faulty PACS: {len(wanted)} sent in {rounds} rounds, {pacs.kills} kills, "
        f"{failures.total()} failures reported on the way; {len(lost)} lost, "
        f"{len(doubled)} doubled",
        flush=True,
    )
    assert set(stored) == wanted
    assert not lost
    assert not doubled


def ledger_of_faulty_pacs(folder: Path, files: Sequence[Path]) -> None:
    """The same as a person sees it: `station pacs send`, and `resume` until nothing is missing."""
    folder.mkdir()
    home = folder / "home"
    pacs = chaos.FaultyPacs(folder / "pacs", seed=3, stalls=0.0)  # a stall is given up in a minute
    resumed = 0
    try:
        add_server(home, pacs.server)
        with pacs.killing():
            done: Sent | None = None
            while done is None or done.failed:
                try:
                    if begun := transfers(home):
                        resumed += 1
                        done = cast(Sent, resume(home, begun[0].number))
                    else:
                        done = operations_send(home, pacs.server.name, [files[0].parent])
                except PacsError:  # it is down just now
                    assert not pacs.is_gone
                    time.sleep(DOWN_S)
        there = pacs.sop_uids()
    finally:
        pacs.stop()
    rows = Counter(row.sop_uid for row in instances(home, done.transfer))
    doubled = [uid for uid, times in rows.items() if times > 1]
    print(
        f"to a faulty PACS, by the ledger: {done.stored} of {len(files)} stored, resumed "
        f"{resumed} times, {pacs.kills} kills; {len(set(rows) - set(there))} lost, "
        f"{len(doubled)} doubled",
        flush=True,
    )
    assert done.stored == len(files) == len(there)
    assert set(rows) == set(there)
    assert not doubled


def query() -> None:
    """1,000 studies of pynetdicom's server: its own client's time, then Station's."""
    answers = [_study(number) for number in range(STUDIES)]

    def find(event: Any) -> Generator[tuple[int, Dataset]]:
        for answer in answers:
            yield 0xFF00, answer

    ae = ApplicationEntity(AET)
    ae.add_supported_context(UID(STUDY_ROOT_FIND), list(UNCOMPRESSED))
    running = ae.start_server((HOST, 0), block=False, evt_handlers=[(evt.EVT_C_FIND, find)])
    assert running is not None
    try:
        port = running.server_address[1]
        began = time.perf_counter()
        assert _asked_by_pynetdicom(port) == STUDIES
        theirs = time.perf_counter() - began
        began = time.perf_counter()
        found = find_studies(Server("pynetdicom", HOST, port, AET), Query(), STUDIES)
        ours = time.perf_counter() - began
    finally:
        running.shutdown()
    assert len(found.studies) == STUDIES
    print(
        f"{f'query of {STUDIES} studies, asked and listed':<44} {ours:8.2f} s     "
        f"{theirs:.2f} s by pynetdicom's client, which lists nothing",
        flush=True,
    )


def _asked_by_pynetdicom(port: int) -> int:
    """How many answers pynetdicom's own client gets, from the same server."""
    ae = ApplicationEntity()
    ae.add_requested_context(UID(STUDY_ROOT_FIND))
    association = ae.associate(HOST, port, ae_title=AET)
    asked = Dataset()
    asked.QueryRetrieveLevel = "STUDY"
    asked.StudyInstanceUID = ""
    answers = association.send_c_find(asked, UID(STUDY_ROOT_FIND))
    count = sum(identifier is not None for _, identifier in answers)
    association.release()
    return count


def _study(number: int) -> Dataset:
    answer = Dataset()
    answer.QueryRetrieveLevel = "STUDY"
    answer.SpecificCharacterSet = "ISO_IR 192"
    answer.StudyInstanceUID = f"1.2.840.1.{number}"
    answer.PatientID = f"P{number}"
    answer.PatientName = f"Müller^Jürgen {number}"
    answer.StudyDate = "20240301"
    answer.StudyDescription = "PET/CT whole body"
    answer.ModalitiesInStudy = ["PT", "CT"]
    answer.AccessionNumber = f"A{number}"
    answer.NumberOfStudyRelatedSeries = 4
    answer.NumberOfStudyRelatedInstances = 900
    return answer


def faulty_senders(folder: Path, files: Sequence[Path]) -> None:
    """One sender makes faults, another, dcmtk's, is killed; both are believed what they sent."""
    folder.mkdir()
    half = len(files) // 2
    arrived: list[Arrived] = []
    lock = threading.Lock()

    def keep(study: Arrived) -> None:
        with lock:
            arrived.append(study)

    limits = replace(Limits(), silence_s=2.0, quiet_s=1.0)
    with Listener(
        folder / "inbox", keep, aet="STATION", allowed=frozenset(), port=0, limits=limits
    ) as listener:
        server = Server("Station", HOST, listener.port, "STATION", "SENDER")
        results: list[tuple[set[str], Counter[str]]] = []
        data_sets = [_data_set(path) for path in files[:half]]
        scripted = threading.Thread(
            target=lambda: results.append(chaos.send_faultily(server, data_sets, seed=2))
        )
        scripted.start()
        killed = kill_senders(folder / "batches", listener.port, files[half:])
        scripted.join()
    confirmed, faults = results[0]
    wanted = {str(dcmread(path, stop_before_pixels=True).SOPInstanceUID) for path in files}
    kept = Counter(path.stem for path in (folder / "inbox").rglob("*.dcm"))
    here = {uid for study in arrived for uid in study.sop_uids}
    doubled = [uid for uid, times in kept.items() if times > 1]
    made = ", ".join(f"{times} × {kind}" for kind, times in sorted(faults.items()))
    print(
        f"from faulty senders: {len(wanted)} sent, {killed} kills, {made}; "
        f"{len(wanted - set(kept))} lost, {len(doubled)} doubled, "
        f"{sum(not study.whole for study in arrived)} halves reported",
        flush=True,
    )
    assert confirmed <= here
    assert set(kept) == here == wanted
    assert not doubled


def _data_set(path: Path) -> tuple[str, bytes]:
    dataset = dcmread(path)
    data = encode(dataset, False, True)
    assert data is not None
    return str(dataset.SOPInstanceUID), data


def kill_senders(folder: Path, port: int, files: Sequence[Path]) -> int:
    """Send with storescu, which is killed after a while and then sends its batch again."""
    killed = 0
    program = dcmtk.program("storescu")
    assert program is not None
    size = max(1, len(files) // 20)
    for at in range(0, len(files), size):
        batch = [str(path) for path in files[at : at + size]]
        command = [program, "-aec", "STATION", HOST, str(port), *batch]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            process.wait(0.05 + 0.02 * (at // size % 10))
        except subprocess.TimeoutExpired:
            process.kill()
            killed += 1
            process.wait()
        ran = subprocess.run(command, check=False, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stderr
    return killed


if __name__ == "__main__":
    main()
