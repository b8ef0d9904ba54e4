"""The Debian package in a bare Debian: no Python and no network. A tier of its own.

  .venv/bin/pytest packaging/test_build.py      tests the newest .deb of dist/, as root

Needs root, mmdebstrap, Xvfb and 8 GB of disk; skips where they are missing. The root is made from
the system's own package sources. What may be set:

  STATION_DEB       another package than that of dist/; the tarball, wheel, bill of materials and
                    hashes that are tested are those in its folder
  STATION_OLDER     the package of an older version, to be upgraded from
  STATION_ROOTS     a folder in which the bare root is kept for the next run
  STATION_GOES_ON   any word: the root that the last run left there is taken as it is, so that one
                    test needs no quarter of an hour
  STATION_PICTURES  a folder for pictures, and for times.json: the seconds that were measured, which
                    are printed too and judged by nobody
  STATION_DEMO      a demo study that `station demo` has made, to save its minutes
"""

import configparser
import gzip
import hashlib
import json
import os
import pty
import re
import resource
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageGrab

from tests.peers import dcmtk

if sys.platform != "linux":
    raise pytest.skip.Exception("the package is one of Debian", allow_module_level=True)

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SUITE = "bookworm"
PACKAGE = "station-pet"
DESKTOP = ("desktop-file-utils", "libglib2.0-bin", "shared-mime-info")
"""What a desktop has: by them it knows which program opens a DICOM file"""
SOCKETS = "/tmp/.X11-unix"  # noqa: S108  # where X has them
HELP_PX = (415, 12)
"""Where the window, in English, has that menu"""
USER = 1000
HOME = os.sep + os.path.join("home", "reader")  # noqa: PTH118
"""Inside the bare root"""
DATA = f"{HOME}/.local/share/Station"
BARE = {"HOME": HOME, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
"""All of the environment there is"""
ALL_PROGRAMS = {"PATH": "/usr/sbin:/sbin:/usr/bin:/bin"}
WITH_LOOPBACK = 'ip link set lo up && exec "$@"'
WITHIN_S = 900
OF_IMAGES = 0.1
"""Share of white on a screen that shows images, at least: the program is dark, air is white"""
SPOKEN = "Traceback"
CARET_PX = 3
"""A blinking text cursor is no wider"""
STILL = 8
"""Equal pictures, half a second apart, of a screen on which nothing but a cursor moves any more"""
FULL = re.compile("No space left on device|must stay free")
"""What is said of a full disk: by the system, or before anything is written"""

PICTURES = Path(os.environ.get("STATION_PICTURES") or DIST / "pictures")


@dataclass
class Bare:
    """A root folder in which a program is run without a network but loopback."""

    root: Path
    times_s: dict[str, float] = field(default_factory=dict[str, float])

    def command(
        self, *words: str, user: int = USER, network: bool = False, also: Mapping[str, str] = BARE
    ) -> list[str]:
        """What runs a command inside as a user, with `also` in its environment."""
        change = ["chroot", f"--userspec={user}:{user}", str(self.root), "/usr/bin/env", "-i"]
        variables = [f"{name}={value}" for name, value in {**BARE, **also}.items()]
        apart = [] if network else ["unshare", "--net", "sh", "-c", WITH_LOOPBACK, "sh"]
        return [*apart, *change, *variables, *words]

    def run(
        self, *words: str, user: int = USER, network: bool = False, also: Mapping[str, str] = BARE
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*words, user=user, network=network, also=also),
            capture_output=True,
            text=True,
            check=False,
            timeout=WITHIN_S,
            stdin=subprocess.DEVNULL,
        )

    def station(
        self, *words: str, called: str = "", network: bool = False, also: Mapping[str, str] = BARE
    ) -> str:
        """What `station WORDS` prints; fails the test where it ends with an error. Its time is kept
        under the name `called`."""
        began, busy = time.perf_counter(), processor_s()
        done = self.run("station", *words, network=network, also=also)
        if called:
            self.times_s[called] = round(time.perf_counter() - began, 1)
            self.times_s[f"{called}, of the processor"] = round(processor_s() - busy, 1)
        assert done.returncode == 0, f"station {' '.join(words)}: {done.stderr[-3000:]}"
        return done.stdout

    def refusal(self, *words: str, also: Mapping[str, str] = BARE) -> str:
        """The sentence with which `station WORDS` refuses."""
        done = self.run("station", *words, also=also)
        assert done.returncode in {1, 2}, f"{done.returncode}: {done.stderr[-3000:]}"
        assert SPOKEN not in done.stderr
        assert done.stderr.strip()
        return done.stderr

    def path(self, inside: str) -> Path:
        return self.root / inside.lstrip("/")

    def own(self, inside: str) -> None:
        """Give it to the user."""
        subprocess.run(["chown", "-R", f"{USER}:{USER}", str(self.path(inside))], check=True)


def newest_deb() -> Path:
    if named := os.environ.get("STATION_DEB"):
        return Path(named)
    found = sorted(DIST.glob("*.deb"), key=lambda path: path.stat().st_mtime)
    if not found:
        pytest.skip("there is no .deb in dist/: run packaging/build.py")
    return found[-1]


def next_to_it(pattern: str) -> Path:
    """Another product of the same build."""
    found = sorted(newest_deb().parent.glob(pattern))
    if not found:
        pytest.skip(f"there is no {pattern} next to the package")
    return found[-1]


def depends(deb: Path) -> list[str]:
    command = ["dpkg-deb", "--field", str(deb), "Depends"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [part.split()[0] for part in text.split(",")]


def bare_root(deb: Path, folder: Path) -> Path:
    """A tar of a minimal Debian with what the package depends on, and not the package."""
    packages = ",".join(sorted({*depends(deb), *DESKTOP}))
    key = hashlib.sha256(packages.encode()).hexdigest()[:8]
    made = folder / f"{SUITE}-{key}.tar"
    if not made.exists():
        sources = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
        there = [str(path) for path in sources if path.is_file()]
        unfinished = made.with_suffix(".part.tar")
        command = ["mmdebstrap", "--variant=minbase", f"--include={packages}", SUITE]
        subprocess.run([*command, str(unfinished), *there], check=True)
        unfinished.rename(made)
    return made


@contextmanager
def mounted(*words: str, on: Path) -> Generator[None]:
    on.mkdir(parents=True, exist_ok=True)
    subprocess.run(["mount", *words, str(on)], check=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(on)], check=False)


def delete(root: Path) -> None:
    """A bare root; never the computer's own /dev, which a killed run leaves mounted there."""
    mounts = [line.split()[1] for line in Path("/proc/mounts").read_text().splitlines()]
    inside = [mount for mount in mounts if mount.startswith(f"{root}/")]
    assert not inside, f"unmount first: {' '.join(inside)}"
    shutil.rmtree(root, ignore_errors=True)


def install(bare: Bare, deb: Path) -> str:
    """What dpkg says of installing it."""
    shutil.copyfile(deb, bare.path("/station.deb"))
    done = bare.run("dpkg", "--install", "/station.deb", user=0, also=ALL_PROGRAMS)
    bare.path("/station.deb").unlink()
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    """A minimal Debian with what the package depends on, and the package installed in it."""
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None or shutil.which("ip") is None:
        pytest.skip("a bare root needs root and the Debian packages mmdebstrap and iproute2")
    deb = newest_deb()
    kept = os.environ.get("STATION_ROOTS")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("roots")
    made = bare_root(deb, folder)
    root = folder / "root"
    world = Bare(root)
    goes_on = bool(os.environ.get("STATION_GOES_ON")) and root.is_dir()
    if not goes_on:
        delete(root)
        root.mkdir(parents=True)
        subprocess.run(["tar", "-xf", str(made), "-C", str(root)], check=True)
        world.path(HOME).mkdir(parents=True)
        world.own(HOME)
        with (root / "etc/passwd").open("a", encoding="utf-8") as users:
            users.write(f"reader:x:{USER}:{USER}::{HOME}:/bin/sh\n")
    try:
        with (
            mounted("-t", "proc", "proc", on=root / "proc"),
            mounted("--bind", "/dev", on=root / "dev"),
            mounted("-t", "tmpfs", "-o", "mode=1777", "tmpfs", on=root / "dev/shm"),
        ):
            if not goes_on:
                began = time.perf_counter()
                install(world, deb)
                world.times_s["installing"] = round(time.perf_counter() - began, 2)
            yield world
    finally:
        PICTURES.mkdir(parents=True, exist_ok=True)
        times = json.dumps(world.times_s, indent=1)
        (PICTURES / "times.json").write_text(times, encoding="utf-8")
        sys.stderr.write(f"\nSeconds: {times}\n")
        if not kept:
            delete(root)


@pytest.fixture(scope="module")
def demo(bare: Bare) -> str:
    """The demo study's folder, inside; the first start of all."""
    made = os.environ.get("STATION_DEMO")
    if made and not bare.path(f"{DATA}/demo").is_dir():
        shutil.copytree(made, bare.path(f"{DATA}/demo"))
        bare.own(HOME)
    words = bare.station("demo", called="demo")
    return words.strip().removeprefix("Demo study: ")


@pytest.fixture(scope="module")
def prepared(bare: Bare, demo: str) -> str:
    """The demo study after the kernels were compiled."""
    done = list(bare.path(f"{DATA}/kernels").glob("*/all-compiled"))
    if not (done and os.environ.get("STATION_GOES_ON")):
        assert "kernels are compiled" in bare.station("prepare", called="prepare")
    return demo


@pytest.fixture(scope="module")
def kernels(bare: Bare, prepared: str) -> str:
    """The folder of this build's kernels, inside."""
    (done,) = bare.path(f"{DATA}/kernels").glob("*/all-compiled")
    return f"{DATA}/kernels/{done.parent.name}"


@pytest.fixture(scope="module")
def following(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of the next version, as far as dpkg and the program know; its code is the same."""
    tree = tmp_path_factory.mktemp("next") / "tree"
    subprocess.run(["dpkg-deb", "--raw-extract", str(newest_deb()), str(tree)], check=True)
    control = tree / "DEBIAN/control"
    text = control.read_text()
    control.write_text(re.sub(r"^Version: .*$", "Version: 99", text, flags=re.MULTILINE))
    (tree / "opt/station/_internal/resources/build.txt").write_text("next, 2099-01-01\n0\n")
    made = tree.parent / "next.deb"
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Znone", "--build", str(tree), str(made)], check=True
    )
    shutil.rmtree(tree)
    return made


# --- the package and the program -----------------------------------------------------------------


def test_the_root_is_bare(bare: Bare) -> None:
    assert bare.run("sh", "-c", "command -v python3").stdout == ""
    assert list(bare.path("/usr/lib").glob("python3*")) == []
    links = bare.run("cat", "/proc/self/net/dev").stdout.splitlines()[2:]
    assert [line.split(":")[0].strip() for line in links] == ["lo"], "no network"


def test_the_version_names_the_build(bare: Bare) -> None:
    words = bare.station("--version", called="version")
    build = bare.path("/opt/station/_internal/resources/build.txt").read_text().splitlines()[0]
    assert re.fullmatch(r"station \d+\.\d+\.\d+ \(.*\)\n", words)
    assert f"({build})" in words
    assert "checkout" not in words


def test_every_file_of_the_package_is_whole_and_roots(bare: Bare) -> None:
    assert bare.run("dpkg", "--verify", PACKAGE, user=0).stdout == ""
    for path in bare.path("/opt/station").rglob("*"):
        found = path.lstat()
        assert (found.st_uid, found.st_gid) == (0, 0), path
        assert path.is_symlink() or not found.st_mode & 0o022, path


def test_doctor_finds_nothing_wrong(bare: Bare) -> None:
    findings = json.loads(bare.station("doctor", "--json", called="doctor"))
    assert {finding["name"] for finding in findings} >= {"program", "display", "weights", "archive"}
    assert [finding for finding in findings if finding["health"] == "wrong"] == []


def test_every_command_has_its_help_page(bare: Bare) -> None:
    page = gzip.decompress(bare.path("/usr/share/man/man1/station.1.gz").read_bytes()).decode()
    verbs = re.findall(r"^\.B station ([a-z]+)$", page, re.MULTILINE)
    assert len(verbs) > 20
    words = bare.station("--help")
    for verb in verbs:
        assert verb in words
        assert f"station {verb}" in bare.station(verb, "--help")


def test_the_man_page_is_right_and_names_every_command(bare: Bare) -> None:
    page = bare.path("/usr/share/man/man1/station.1.gz")
    if shutil.which("man") is None:
        pytest.skip("nothing that reads it: install the Debian package man-db")
    command = ["man", "--warnings", "-E", "UTF-8", "-l", str(page)]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, env={**os.environ, "MANWIDTH": "80"}
    )
    assert done.stderr == ""
    for verb in ("render", "denoise", "doctor"):
        assert f"station {verb}" in done.stdout


def test_the_desktop_opens_dicom_files_with_the_program(bare: Bare, prepared: str) -> None:
    """By their content: files of a PACS have no ending."""
    entry = "/usr/share/applications/station.desktop"
    checked = bare.run("desktop-file-validate", entry)
    assert (checked.returncode, checked.stdout) == (0, "")
    assert "station.desktop" in bare.run("gio", "mime", "application/dicom").stdout
    file = next(bare.path(prepared).rglob("*.dcm"))
    shutil.copyfile(file, bare.path(f"{HOME}/IM000001"))
    known = bare.run("gio", "info", "-a", "standard::content-type", f"{HOME}/IM000001").stdout
    assert "application/dicom" in known
    assert bare.path("/usr/share/icons/hicolor/256x256/apps/station.png").is_file()


def test_licences_come_with_it(bare: Bare) -> None:
    assert bare.path("/opt/station/_internal/licences/THIRD_PARTY_NOTICES.md").is_file()
    assert bare.path(f"/usr/share/doc/{PACKAGE}/copyright").is_file()
    assert list(bare.path("/opt/station/_internal").glob("torch-*.dist-info/licenses/**/LICENSE"))


def test_the_bill_of_materials_names_every_package_of_the_program(bare: Bare) -> None:
    bill = json.loads(next_to_it("station-*.cdx.json").read_text(encoding="utf-8"))
    folders = bare.path("/opt/station/_internal").glob("*.dist-info")
    packages = {canonical(path.name.partition("-")[0]) for path in folders} - {PACKAGE}
    assert len(packages) > 80
    assert packages <= {canonical(part["name"]) for part in bill["components"]}
    assert all(part.get("licenses") or part.get("hashes") for part in bill["components"])


# --- what it does --------------------------------------------------------------------------------


def test_the_demo_is_drawn(bare: Bare, prepared: str) -> None:
    words = ("render", prepared, "--out", f"{HOME}/demo.png")
    bare.station(*words, called="render, first")
    bare.station(*words, called="render, later")
    bare.station(*words, called="render, once more")
    picture = kept(bare, f"{HOME}/demo.png", "render.png")
    assert picture.size == (1600, 1000)
    assert shows_images(picture)


def test_the_folder_it_is_started_in_does_not_matter_to_its_kernels(
    bare: Bare, prepared: str, kernels: str
) -> None:
    before = set(bare.path(kernels).rglob("*.nbc"))
    assert before
    done = bare.run("sh", "-c", f"cd /usr && station render {prepared} --out {HOME}/again.png")
    assert done.returncode == 0, done.stderr
    assert set(bare.path(kernels).rglob("*.nbc")) == before


def test_without_a_font_on_the_system_the_same_picture_is_drawn(bare: Bare, prepared: str) -> None:
    bare.station("render", prepared, "--out", f"{HOME}/fonts.png")
    fonts = bare.path("/usr/share/fonts")
    fonts.rename(fonts.with_name("gone"))
    try:
        bare.station("render", prepared, "--out", f"{HOME}/no-fonts.png")
    finally:
        fonts.with_name("gone").rename(fonts)
    pictures = [
        Image.open(bare.path(f"{HOME}/{name}.png")).convert("RGB") for name in ("fonts", "no-fonts")
    ]
    assert ImageChops.difference(*pictures).getbbox() is None


def test_a_study_is_graded(bare: Bare, prepared: str) -> None:
    grades = json.loads(bare.station("grade", prepared, "--json", called="grade"))
    assert grades


def test_a_study_is_denoised_and_filtered(bare: Bare, prepared: str) -> None:
    place = part_of(bare, prepared)
    for verb in ("denoise", "filter"):
        bare.station(verb, place, "--out", f"{HOME}/{verb}", called=f"{verb}, 48 slices")
        assert len(list(bare.path(f"{HOME}/{verb}").rglob("*.dcm"))) == 48


def test_two_dates_are_compared(bare: Bare, prepared: str) -> None:
    assert "PERCIST" in bare.station("compare", prepared, prepared, called="compare")


def test_a_sphere_is_measured_as_numbers_table_and_structured_report(
    bare: Bare, prepared: str
) -> None:
    words = ("measure", prepared, "--sphere", "5,9,-454,3")
    assert json.loads(bare.station(*words))
    bare.station(*words, "--sr", f"{HOME}/sphere.dcm")
    assert len(bare.station(*words, "--csv").splitlines()) > 1
    assert bare.path(f"{HOME}/sphere.dcm").read_bytes()[128:132] == b"DICM"


def test_known_lesions_are_audited_with_a_page(bare: Bare, prepared: str) -> None:
    page = f"{HOME}/audit.pdf"
    words = ("audit", prepared, "--insert", "17", "--contrast", "4", "--sites", "liver", "--n", "5")
    bare.station(*words, "--report", page, called="audit, five inserts")
    assert bare.path(page).read_bytes().startswith(b"%PDF")


def test_a_reader_study_is_made_and_its_record_is_intact(bare: Bare, prepared: str) -> None:
    """Passwords, protocol, blinding and the chain of hashes."""
    also = {"STATION_HOME": f"{HOME}/readers"}
    people = make_reader_study(bare, prepared, also)
    assert people == {"A", "Ro", "Su"}
    assert "is whole" in bare.station("reading", "verify", "trial", also=also)


def test_a_batch_starts_its_own_processes(bare: Bare, prepared: str) -> None:
    out = f"{HOME}/batch"
    words = ("batch", "measure", prepared, "--out", out, "--sphere", "5,9,-454,3", "--workers", "1")
    bare.station(*words, called="batch measure")
    assert ",done," in bare.path(f"{out}/studies.csv").read_text()
    assert len(bare.path(f"{out}/summary.csv").read_text().splitlines()) > 1
    assert bare.path(f"{out}/summary.parquet").is_file()
    assert bare.path(f"{out}/summary.html").is_file()


def test_a_pacs_is_asked_and_takes_what_is_sent(bare: Bare, prepared: str, tmp_path: Path) -> None:
    if reason := dcmtk.why_not():
        pytest.skip(reason)
    slices = sorted(bare.path(prepared).rglob("*.dcm"))[:3]
    place = f"{HOME}/to send"
    bare.path(place).mkdir()
    for path in slices:
        shutil.copy(path, bare.path(place))
    bare.own(place)
    (tmp_path / "archive").mkdir()
    with dcmtk.archive(tmp_path / "archive") as peer:
        add = ("pacs", "add", "peer", "--host", peer.host, "--port", str(peer.port))
        bare.station(*add, "--called", peer.aet, network=True)
        bare.station("pacs", "send", "peer", place, network=True, called="pacs send")
        found = bare.station("pacs", "find", "peer", "--json", network=True, called="pacs find")
    assert len(peer.sop_uids()) == len(slices)
    assert "STATION-DEMO-0001" in found


def test_what_is_sent_to_station_arrives(bare: Bare, prepared: str) -> None:
    """The installed program on both sides, in one network of its own."""
    script = f"""
        STATION_HOME={HOME}/there station pacs listen --port 0 --aet THERE --allow HERE --json \
            > {HOME}/listened &
        until grep -q listening {HOME}/listened; do sleep 0.2; done
        port=$(sed -n 's/.*"port": \\([0-9]*\\).*/\\1/p' {HOME}/listened)
        export STATION_HOME={HOME}/here
        station pacs add there --host 127.0.0.1 --port $port --called THERE --calling HERE
        station pacs send there {prepared}/PT-DL --json
        kill $! && wait $!
    """
    done = bare.run("sh", "-c", script)
    assert done.returncode == 0, done.stdout + done.stderr
    sent = len(list(bare.path(f"{prepared}/PT-DL").iterdir()))
    arrived = [path for path in bare.path(f"{HOME}/there").rglob("*.dcm") if path.is_file()]
    assert len(arrived) == sent


def test_a_path_may_hold_spaces_and_chinese(bare: Bare, prepared: str, kernels: str) -> None:
    place = f"{HOME}/my studies 病人"
    bare.run("cp", "-r", prepared, place)
    also = {"STATION_HOME": f"{place} 数据", "NUMBA_CACHE_DIR": kernels}
    bare.station("render", place, "--out", f"{HOME}/图 1.png", also=also)
    assert bare.path(f"{HOME}/图 1.png").is_file()
    bare.station("doctor", also=also)
    assert bare.path(f"{place} 数据/archive.sqlite").is_file()


def test_the_program_runs_from_another_place_next_to_the_installed_one(
    bare: Bare, prepared: str, kernels: str
) -> None:
    """The tarball, unpacked by its user as another version; each keeps its own kernels."""
    place = bare.path(f"{HOME}/Station 测试")
    place.mkdir()
    tarball = next_to_it("station-*-linux-*.tar.gz")
    subprocess.run(["tar", "-xzf", str(tarball), "-C", str(place)], check=True)
    bare.own(f"{HOME}/Station 测试")
    (unpacked,) = place.iterdir()
    program = f"{HOME}/Station 测试/{unpacked.name}/station"
    assert bare.run(program, "--version").stdout == bare.station("--version")
    before = set(bare.path(kernels).rglob("*.nbc"))
    (unpacked / "_internal/resources/build.txt").write_text("older, 2020-01-01\n0\n")
    assert "(older, 2020-01-01)" in bare.run(program, "--version").stdout
    for words in (("info", prepared), ("render", prepared, "--out", f"{HOME}/tarball.png")):
        done = bare.run(program, *words)
        assert done.returncode == 0, done.stderr
    assert shows_images(kept(bare, f"{HOME}/tarball.png", "render-tarball.png"))
    bare.station("info", prepared)
    assert set(bare.path(kernels).rglob("*.nbc")) == before
    folders = {path.name for path in bare.path(f"{DATA}/kernels").iterdir()}
    assert len(folders) == 2, "a folder a version"
    shutil.rmtree(place)


# --- what goes wrong -----------------------------------------------------------------------------


def test_a_home_that_cannot_be_written_is_a_sentence(
    bare: Bare, prepared: str, kernels: str
) -> None:
    place = f"{HOME}/read only"
    target = bare.path(place)
    target.mkdir()
    bare.own(place)
    also = {"STATION_HOME": f"{place}/Station", "NUMBA_CACHE_DIR": kernels}
    with mounted("-t", "tmpfs", "-o", f"ro,uid={USER}", "tmpfs", on=target):
        bare.station("render", prepared, "--out", f"{HOME}/read-only.png", also=also)
        doctor = bare.run("station", "doctor", also=also)
        refused = bare.refusal(
            "pacs", "add", "peer", "--host", "peer", "--called", "PEER", also=also
        )
    assert "Read-only file system" in refused
    assert doctor.returncode == 1
    assert "STATION_HOME" in doctor.stdout


def test_a_full_disk_is_a_sentence_and_nothing_is_half_kept(
    bare: Bare, prepared: str, kernels: str
) -> None:
    part = part_of(bare, prepared)
    place = f"{HOME}/full"
    target = bare.path(place)
    with mounted("-t", "tmpfs", "-o", f"size=2M,uid={USER}", "tmpfs", on=target):
        fill(target)
        also = {"STATION_HOME": f"{place}/Station", "NUMBA_CACHE_DIR": kernels}
        for words in (
            ("render", prepared, "--out", f"{place}/demo.png"),
            ("denoise", part, "--out", f"{place}/dl"),
            ("demo", "--out", f"{place}/demo"),
        ):
            assert FULL.search(bare.refusal(*words)), words
        assert {path.name for path in target.iterdir()} == {"filler"}, "nothing half-kept"
        assert FULL.search(bare.refusal("demo", also=also))
        doctor = bare.run("station", "doctor", also=also)
    assert doctor.returncode == 1
    assert SPOKEN not in doctor.stdout + doctor.stderr


def test_a_first_start_on_a_full_disk_keeps_no_kernels_and_draws_all_the_same(
    bare: Bare, prepared: str
) -> None:
    place = f"{HOME}/full at first"
    target = bare.path(place)
    with mounted("-t", "tmpfs", "-o", f"size=2M,uid={USER}", "tmpfs", on=target):
        folder = target / "kernels"
        folder.mkdir()
        bare.own(f"{place}/kernels")
        fill(target)
        also = {"STATION_HOME": f"{place}/Station", "NUMBA_CACHE_DIR": f"{place}/kernels"}
        refused = bare.refusal("prepare", also=also)
        bare.station("render", prepared, "--out", f"{HOME}/no-kernels.png", also=also)
    assert FULL.search(refused)
    assert "NUMBA_CACHE_DIR" in refused
    assert shows_images(Image.open(bare.path(f"{HOME}/no-kernels.png")))


def test_a_user_without_a_home_is_told_what_to_set(bare: Bare) -> None:
    done = bare.run("env", "-u", "HOME", "station", "doctor", user=4321)
    assert done.returncode == 2
    assert "STATION_HOME" in done.stderr
    assert SPOKEN not in done.stderr


def test_without_a_display_the_window_says_what_to_do(bare: Bare) -> None:
    assert "station render" in bare.refusal()
    assert "does not answer" in bare.refusal(also={"DISPLAY": ":1234"})


@pytest.mark.parametrize(
    ("library", "package"), [("libEGL.so.1", "libegl1"), ("libGL.so.1", "libgl1")]
)
def test_a_missing_library_is_named(bare: Bare, library: str, package: str) -> None:
    libraries = list(bare.path("/usr/lib").rglob(f"{library}*"))
    assert libraries
    for path in libraries:
        path.rename(path.with_name(f"gone-{path.name}"))
    try:
        window = bare.refusal(also={"DISPLAY": ":1234"})
        doctor = bare.run("station", "doctor")
    finally:
        for path in libraries:
            path.with_name(f"gone-{path.name}").rename(path)
    assert f"The system lacks {library}" in window
    assert doctor.returncode == 1
    assert f"apt-get install {package}" in doctor.stdout


def test_a_gpu_that_is_not_there_is_a_sentence(bare: Bare, prepared: str) -> None:
    words = bare.refusal("denoise", prepared, "--out", f"{HOME}/gpu", "--device", "cuda")
    assert "There is no CUDA device on this computer" in words
    assert not bare.path(f"{HOME}/gpu").exists()


def test_an_archive_of_a_newer_version_is_refused_and_left_as_it_is(
    bare: Bare, prepared: str
) -> None:
    place = f"{HOME}/newer"
    bare.run("station", "doctor", also={"STATION_HOME": place})
    archive = bare.path(f"{place}/archive.sqlite")
    with sqlite3.connect(archive) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.execute("UPDATE written_by SET version = '99.0.0'")
    database.close()
    bare.own(place)
    before = archive.read_bytes()
    doctor = bare.run("station", "doctor", also={"STATION_HOME": place})
    assert doctor.returncode == 1
    assert "Install Station 99.0.0 or newer" in doctor.stdout
    words = ("batch", "measure", "--query", "demo", "--out", f"{HOME}/n")
    assert "Install Station 99.0.0 or newer" in bare.refusal(*words, also={"STATION_HOME": place})
    assert archive.read_bytes() == before


# --- the window ----------------------------------------------------------------------------------


@dataclass
class Screen:
    """An X server that the root reaches."""

    bare: Bare
    display: str

    def start(self, *words: str, also: Mapping[str, str] = BARE) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.bare.command(*words, also={"DISPLAY": self.display, **also}),
            stderr=subprocess.PIPE,
        )

    def picture(self) -> Image.Image:
        return ImageGrab.grab(xdisplay=self.display)

    def wait(self, window: subprocess.Popen[bytes], look: Callable[[], object], what: str) -> None:
        end = time.monotonic() + WITHIN_S
        while not look():
            assert window.poll() is None, window.communicate()[1].decode()
            assert time.monotonic() < end, f"waited for {what}"
            time.sleep(0.1)

    def wait_for_images(self, window: subprocess.Popen[bytes]) -> None:
        self.wait(window, lambda: shows_images(self.picture()), "images")

    def x(self, *words: object) -> list[str]:
        """The words that xdotool prints."""
        command = ["xdotool", *map(str, words)]
        variables = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(
            command, env=variables, capture_output=True, text=True, check=False
        ).stdout.split()

    def has(self, title: str) -> bool:
        """Whether a window of that title is shown."""
        return bool(self.x("search", "--onlyvisible", "--name", f"^{title}$"))

    def choose_help(self, window: subprocess.Popen[bytes], *keys: str) -> None:
        """An entry of the menu Help, by the arrows, once the menu is drawn."""
        before = self.picture()
        self.x("mousemove", *HELP_PX, "click", 1)
        opened = (HELP_PX[0], HELP_PX[1] + 30, HELP_PX[0] + 100, HELP_PX[1] + 100)

        def is_drawn() -> object:
            now = self.picture()
            return ImageChops.difference(before.crop(opened), now.crop(opened)).getbbox()

        self.wait(window, is_drawn, "the menu")
        self.x("key", "--delay", 300, *keys, "Return")

    def keep(self, name: str) -> None:
        """A picture of what is there when nothing moves any more."""
        now, still = self.picture(), 0
        for _ in range(240):
            time.sleep(0.5)
            before, now = now, self.picture()
            changed = ImageChops.difference(before, now).getbbox()
            still = still + 1 if changed is None or changed[2] - changed[0] <= CARET_PX else 0
            if still == STILL:
                break
        now.save(PICTURES / name)


@contextmanager
def running(
    screen: Screen, *words: str, also: Mapping[str, str] = BARE
) -> Generator[subprocess.Popen[bytes]]:
    window = screen.start("station", *words, also=also)
    try:
        yield window
    finally:
        window.kill()  # the program itself: what started it has become it
        window.communicate()


@pytest.fixture(scope="module")
def screen(bare: Bare) -> Iterator[Screen]:
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("no X server: install the Debian packages xvfb and xdotool")
    PICTURES.mkdir(parents=True, exist_ok=True)
    announced, announce = os.pipe()
    settings = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(announce), *settings], pass_fds=[announce])
    os.close(announce)
    with os.fdopen(announced) as lines:
        display = f":{lines.readline().strip()}"
    try:
        with mounted("--bind", SOCKETS, on=bare.path(SOCKETS)):
            yield Screen(bare, display)
    finally:
        server.terminate()
        server.wait()


def test_the_window_opens_with_the_images_of_the_study(
    bare: Bare, prepared: str, screen: Screen
) -> None:
    for called in ("window, first", "window, later"):
        began = time.perf_counter()
        with running(screen, "open", prepared) as window:
            screen.wait(window, lambda: screen.picture().getbbox(), "a window")
            bare.times_s[called] = round(time.perf_counter() - began, 2)
            screen.wait_for_images(window)
            bare.times_s[f"{called}, with images"] = round(time.perf_counter() - began, 2)
            screen.keep("window.png")


def test_a_file_of_the_file_manager_goes_to_the_window_that_is_open(
    bare: Bare, prepared: str, screen: Screen
) -> None:
    file = next(path for path in bare.path(prepared).rglob("*.dcm") if "PT" in path.parent.name)
    place = f"{HOME}/来自 PACS"
    bare.path(place).mkdir(exist_ok=True)
    shutil.copyfile(file, bare.path(f"{place}/IM 1"))
    bare.own(place)
    command = desktop_command(bare, f"{place}/IM 1")
    with running(screen) as first:
        screen.wait(first, lambda: screen.picture().getbbox(), "a window")
        screen.keep("window-start.png")
        done = bare.run(*command, also={"DISPLAY": screen.display})
        assert (done.returncode, done.stderr) == (0, "")
        screen.wait_for_images(first)
        screen.keep("window-one-file.png")
        log = bare.path(f"{DATA}/logs/station.log").read_text()
    assert "IM 1" not in log
    assert "STATION-DEMO" not in log


def test_the_log_begins_a_new_file_and_its_menu_opens_the_folder(
    bare: Bare, prepared: str, screen: Screen
) -> None:
    logs = bare.path(f"{DATA}/logs")
    (logs / "station.log").write_text("before\n" * 200_000)
    opener = bare.path("/usr/bin/xdg-open")
    opener.write_text(f'#!/bin/sh\nprintf "%s|%s" "$1" "$LD_LIBRARY_PATH" > {HOME}/opened\n')
    opener.chmod(0o755)
    opened = bare.path(f"{HOME}/opened")
    with running(screen, "open", prepared) as window:
        screen.wait_for_images(window)
        screen.choose_help(window, "Up", "Up")
        screen.wait(window, opened.exists, "the desktop's program")
    opener.unlink()
    assert (logs / "station.log.1").read_text().startswith("before")
    assert "window started" in (logs / "station.log").read_text()
    assert opened.read_text() == f"file://{DATA}/logs|", "and with the system's libraries"


def test_help_has_keys_and_versions(bare: Bare, prepared: str, screen: Screen) -> None:
    with running(screen, "open", prepared) as window:
        screen.wait_for_images(window)
        for title, keys in (("Shortcuts", ("Down",)), ("About Station", ("Up",))):
            screen.choose_help(window, *keys)
            screen.wait(window, partial(screen.has, title), title)
            screen.keep(f"window-{title.split()[0].lower()}.png")
            screen.x("search", "--onlyvisible", "--name", f"^{title}$", "windowfocus", "--sync")
            screen.x("key", "Escape")
            screen.wait(window, lambda title=title: not screen.has(title), "its end")


def test_without_a_font_on_the_system_the_window_is_the_same(
    bare: Bare, prepared: str, screen: Screen
) -> None:
    fonts = bare.path("/usr/share/fonts")
    fonts.rename(fonts.with_name("gone"))
    try:
        with running(screen, "open", prepared) as window:
            screen.wait_for_images(window)
            screen.keep("window-no-fonts.png")
            assert window.poll() is None
    finally:
        fonts.with_name("gone").rename(fonts)


def test_a_crash_is_offered_as_a_report_at_the_next_start(
    bare: Bare, prepared: str, screen: Screen
) -> None:
    with running(screen, "open", prepared) as window:
        screen.wait_for_images(window)
        os.kill(window.pid, signal.SIGSEGV)
        window.wait()
    found = {line["name"]: line for line in json.loads(bare.station("doctor", "--json"))}
    assert found["crashes"]["health"] == "look"
    with running(screen) as window:
        screen.wait(window, lambda: screen.picture().getbbox(), "a window")
        screen.keep("window-crash.png")
    reports = list(bare.path(f"{DATA}/logs").glob("fatal-*.txt"))
    text = "".join(path.read_text() for path in reports)
    assert "Segmentation fault" in text
    assert "DEMO" not in text
    for path in reports:
        path.unlink()


def test_on_a_full_disk_the_window_opens_and_says_so(
    bare: Bare, prepared: str, kernels: str, screen: Screen
) -> None:
    target = bare.path(f"{HOME}/full window")
    also = {"STATION_HOME": f"{HOME}/full window/Station", "NUMBA_CACHE_DIR": kernels}
    with mounted("-t", "tmpfs", "-o", f"size=1M,uid={USER}", "tmpfs", on=target):
        fill(target)
        with running(screen, "open", prepared, also=also) as window:
            screen.wait(window, lambda: screen.picture().getbbox(), "a window")
            screen.keep("window-full-disk.png")
            assert window.poll() is None


def test_an_archive_of_a_newer_version_is_said_in_the_window(
    bare: Bare, kernels: str, screen: Screen
) -> None:
    place = f"{HOME}/newer"
    if not bare.path(place).is_dir():
        pytest.skip("made by the test of the command line")
    with running(screen, also={"STATION_HOME": place, "NUMBA_CACHE_DIR": kernels}) as window:
        screen.wait(window, lambda: screen.picture().getbbox(), "a window")
        screen.keep("window-newer.png")
        assert window.poll() is None


# --- the next version ----------------------------------------------------------------------------


def test_an_upgrade_while_the_window_is_open_keeps_data_and_asks_to_close_it(
    bare: Bare, prepared: str, screen: Screen, kernels: str, following: Path
) -> None:
    data = bare.path(DATA)
    before = {path for path in data.rglob("*") if path.suffix in {".nbc", ".dcm", ".sqlite"}}
    with running(screen, "open", prepared) as window:
        screen.wait_for_images(window)
        install(bare, following)
        assert window.poll() is None
        code, words = on_a_terminal(
            bare.command("station", prepared, also={"DISPLAY": screen.display})
        )
        assert code == 1
        assert "Close that window" in words
        assert "2099" in words
        screen.keep("window-upgraded.png")
    assert "(next, 2099-01-01)" in bare.station("--version")
    bare.station(
        "render", prepared, "--out", f"{HOME}/upgraded.png", also={"NUMBA_CACHE_DIR": kernels}
    )
    after = {path for path in data.rglob("*") if path.is_file()}
    assert before <= after


def test_removing_the_package_leaves_what_users_have(bare: Bare, prepared: str) -> None:
    done = bare.run("dpkg", "--purge", PACKAGE, user=0, also=ALL_PROGRAMS)
    assert done.returncode == 0, done.stderr
    assert "not empty" not in done.stdout + done.stderr
    assert not bare.path("/opt/station").exists()
    assert not bare.path("/usr/bin/station").is_symlink()
    assert bare.path(prepared).is_dir()
    assert bare.path(f"{DATA}/archive.sqlite").is_file()
    left = [path for path in bare.path("/usr").rglob("*station*") if PACKAGE in path.name]
    assert left == []


def test_an_older_version_is_upgraded_with_its_data(
    bare: Bare, prepared: str, kernels: str
) -> None:
    if "STATION_OLDER" not in os.environ:
        pytest.skip("no older package is named")
    also = {"STATION_HOME": f"{HOME}/upgraded", "NUMBA_CACHE_DIR": kernels}
    install(bare, Path(os.environ["STATION_OLDER"]))
    older = bare.station("--version")
    bare.station("pacs", "add", "peer", "--host", "peer", "--called", "PEER", also=also)
    make_reader_study(bare, prepared, also)
    ways = (("pacs", "servers", "--json"), ("reading", "verify", "trial"), ("doctor", "--json"))
    before = [bare.station(*words, also=also) for words in ways]
    install(bare, newest_deb())
    assert bare.station("--version") != older
    after = [bare.station(*words, also=also) for words in ways]
    assert after[:2] == before[:2]
    assert listed(after[2]) == listed(before[2])
    assert "1 study" in listed(after[2])


# --- what is published with it -------------------------------------------------------------------


def test_the_hashes_are_those_of_the_files() -> None:
    sums = next_to_it("SHA256SUMS")
    done = subprocess.run(
        ["sha256sum", "--check", "--quiet", sums.name],
        cwd=sums.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr


def test_the_wheel_installs_into_a_new_environment_and_draws_the_demo(tmp_path: Path) -> None:
    wheel, kept_wheels = next_to_it("*.whl"), ROOT / "build" / "wheels"
    demo_made = os.environ.get("STATION_DEMO")
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    offline = ["--no-index", "--find-links", str(kept_wheels)] if kept_wheels.is_dir() else []
    pip = [str(environment / "bin/python"), "-m", "pip", "install", "-qq", *offline]
    lock = ["--constraint", str(ROOT / "packaging" / "requirements.lock")]
    subprocess.run([*pip, *lock, str(wheel)], check=True)
    home = tmp_path / "home"
    if demo_made:
        shutil.copytree(demo_made, home / "demo")
    variables = {"PATH": os.environ["PATH"], "STATION_HOME": str(home)}
    subprocess.run(
        [str(environment / "bin/station"), "demo", "--open"],
        cwd=tmp_path,
        env={**variables, "QT_QPA_PLATFORM": "offscreen"},
        check=True,
        timeout=WITHIN_S,
    )
    assert shows_images(Image.open(tmp_path / "station-demo.png"))
    shutil.rmtree(environment)


# --- means ---------------------------------------------------------------------------------------


def processor_s() -> float:
    """Seconds that processes which have ended had of the processor: a busy machine adds none."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def part_of(bare: Bare, demo: str) -> str:
    """The folder of some slices of the demo, which are enough for the network."""
    place = f"{HOME}/part"
    if not bare.path(place).is_dir():
        bare.path(place).mkdir()
        for path in sorted(bare.path(f"{demo}/PT-unfiltered").iterdir())[200:248]:
            shutil.copy(path, bare.path(place))
        bare.own(place)
    return place


def make_reader_study(bare: Bare, demo: str, also: Mapping[str, str]) -> set[str]:
    """The study "trial" on a few slices of the demo; who has a password."""
    case = bare.path(f"{HOME}/case")
    if not case.is_dir():
        for arm in ("PT-conventional", "PT-DL"):
            (case / arm).mkdir(parents=True)
            for path in sorted(bare.path(f"{demo}/{arm}").iterdir())[100:108]:
                shutil.copy(path, case / arm)
    bare.path(f"{HOME}/people.toml").write_text('coordinator = "A"\nreaders = ["Ro", "Su"]\n')
    shipped = bare.path("/opt/station/_internal/resources/protocols/reader-study.toml")
    protocol = re.sub(r"^(repeats|washout_cases) = \d+", r"\1 = 0", shipped.read_text(), flags=re.M)
    bare.path(f"{HOME}/protocol.toml").write_text(protocol)
    bare.own(HOME)
    bare.station("protocol", "check", f"{HOME}/protocol.toml")
    files = ("--protocol", f"{HOME}/protocol.toml", "--people", f"{HOME}/people.toml")
    words = ("reading", "new", "--name", "trial", *files, "--cases", f"{HOME}/case", "--json")
    return set(json.loads(bare.station(*words, also=also))["passwords"])


def listed(doctor: str) -> str:
    """What `station doctor --json` says of the list of studies."""
    (archive,) = [finding for finding in json.loads(doctor) if finding["name"] == "archive"]
    assert archive["health"] == "good"
    return archive["sentence"]


def canonical(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def kept(bare: Bare, inside: str, name: str) -> Image.Image:
    PICTURES.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(bare.path(inside), PICTURES / name)
    return Image.open(PICTURES / name)


def shows_images(picture: Image.Image) -> bool:
    grey = picture.convert("L")
    return sum(grey.histogram()[250:]) > OF_IMAGES * grey.width * grey.height


def fill(disk: Path) -> None:
    """Until the disk takes nothing more."""
    with (disk / "filler").open("wb", buffering=0) as filler:
        for size in (1 << 16, 1):
            with suppress(OSError):
                while filler.write(bytes(size)):
                    pass
    assert os.statvfs(disk).f_bavail == 0


def desktop_command(bare: Bare, file: str) -> list[str]:
    """What a file manager runs for a file."""
    entry = configparser.RawConfigParser()
    entry.read(bare.path("/usr/share/applications/station.desktop"))
    return [file if word == "%F" else word for word in shlex.split(entry["Desktop Entry"]["Exec"])]


def on_a_terminal(command: list[str]) -> tuple[int, str]:
    """Exit status of a program that is started in a terminal, and its words."""
    ours, theirs = pty.openpty()
    done = subprocess.run(command, stderr=theirs, check=False, timeout=WITHIN_S)
    os.close(theirs)
    words = os.read(ours, 1 << 16).decode()
    os.close(ours)
    return done.returncode, words
