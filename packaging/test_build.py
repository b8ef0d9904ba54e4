"""The Debian package in a bare Debian: no Python, no network, no fonts. A tier of its own.

  .venv/bin/pytest packaging/test_build.py      tests the newest .deb of dist/, as root

Needs root, mmdebstrap, Xvfb and 6 GB of disk; skips where they are missing. The root is made from
the system's own package sources. STATION_ROOTS names a folder in which the bare root is kept for
the next run. STATION_PICTURES names a folder for pictures and the times that were measured.
STATION_DEMO names a demo study that `station demo` has made, to save its minutes.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageGrab

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
SUITE = "bookworm"
LATER_START_S = 5.0
SOCKETS = "/tmp/.X11-unix"  # noqa: S108  # where X has them
USER = 1000
HOME = os.sep + os.path.join("home", "reader")  # noqa: PTH118
"""Inside the bare root"""
BARE = ("HOME=" + HOME, "PATH=/usr/bin:/bin", "LANG=C.UTF-8")
"""All of the environment there is"""

PICTURES = Path(os.environ.get("STATION_PICTURES") or DIST / "pictures")


class Bare:
    """A root folder in which a program is run without a network."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.times: dict[str, float] = {}

    def run(
        self, *command: str, user: int = USER, within_s: float = 900, also: tuple[str, ...] = ()
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            self.command(*command, user=user, also=also),
            capture_output=True,
            text=True,
            check=False,
            timeout=within_s,
        )

    def command(self, *command: str, user: int = USER, also: tuple[str, ...] = ()) -> list[str]:
        change = ["chroot", f"--userspec={user}:{user}", str(self.root), "/usr/bin/env", "-i"]
        return ["unshare", "--net", *change, *BARE, *also, *command]

    def station(self, *words: str, also: tuple[str, ...] = ()) -> str:
        """What `station WORDS` prints; fails the test where it ends with an error."""
        began = time.perf_counter()
        done = self.run("station", *words, also=also)
        self.times[" ".join(words)] = time.perf_counter() - began
        assert done.returncode == 0, f"station {' '.join(words)}: {done.stderr[-3000:]}"
        return done.stdout

    def path(self, inside: str) -> Path:
        return self.root / inside.lstrip("/")


def newest_deb() -> Path:
    found = sorted(DIST.glob("*.deb"), key=lambda path: path.stat().st_mtime)
    if not found:
        pytest.skip("there is no .deb in dist/: run packaging/build.py")
    return found[-1]


def depends(deb: Path) -> list[str]:
    command = ["dpkg-deb", "--field", str(deb), "Depends"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [part.split()[0] for part in text.split(",")]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bare]:
    """A minimal Debian with what the package depends on, and the package installed in it."""
    if sys.platform != "linux":
        pytest.skip("a bare root is one of Debian")
    if os.geteuid() != 0 or shutil.which("mmdebstrap") is None:
        pytest.skip("a bare root needs root and the Debian package mmdebstrap")
    deb = newest_deb()
    kept = os.environ.get("STATION_ROOTS")
    folder = Path(kept) if kept else tmp_path_factory.mktemp("roots")
    made = folder / f"{SUITE}.tar"
    if not made.exists():
        sources = [Path("/etc/apt/sources.list"), *Path("/etc/apt/sources.list.d").glob("*")]
        there = [str(path) for path in sources if path.is_file()]
        include = f"--include={','.join(depends(deb))}"
        command = ["mmdebstrap", "--variant=minbase", include, SUITE, str(made), *there]
        subprocess.run(command, check=True)
    root = folder / "root"
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    subprocess.run(["tar", "-xf", str(made), "-C", str(root)], check=True)
    world = Bare(root)
    (root / "home/reader").mkdir(parents=True)
    os.chown(root / "home/reader", USER, USER)
    with (root / "etc/passwd").open("a", encoding="utf-8") as users:
        users.write(f"reader:x:{USER}:{USER}::{HOME}:/bin/sh\n")
    mounts = [root / "proc", root / "dev"]
    subprocess.run(["mount", "-t", "proc", "proc", str(mounts[0])], check=True)
    subprocess.run(["mount", "--bind", "/dev", str(mounts[1])], check=True)
    sockets = root / "tmp/.X11-unix"
    sockets.mkdir(parents=True)
    try:
        shutil.copyfile(deb, root / "station.deb")
        installed = world.run("dpkg", "--install", "/station.deb", user=0)
        assert installed.returncode == 0, installed.stderr
        (root / "station.deb").unlink()
        yield world
    finally:
        PICTURES.mkdir(parents=True, exist_ok=True)
        times = json.dumps(world.times, indent=1)
        (PICTURES / "times.json").write_text(times, encoding="utf-8")
        for mount in reversed(mounts):
            subprocess.run(["umount", "--lazy", str(mount)], check=False)
        if not kept:
            shutil.rmtree(root, ignore_errors=True)


@pytest.fixture(scope="module")
def demo(bare: Bare) -> str:
    """The demo study's folder, inside; the first start of all."""
    if made := os.environ.get("STATION_DEMO"):
        data = bare.path(f"{HOME}/.local/share/Station")
        shutil.copytree(made, data / "demo")
        subprocess.run(["chown", "-R", f"{USER}:{USER}", str(bare.path(HOME))], check=True)
    words = bare.station("demo")
    return words.strip().removeprefix("Demo study: ")


@pytest.fixture(scope="module")
def prepared(bare: Bare, demo: str) -> str:
    """The demo study after the kernels were compiled."""
    assert "kernels are compiled" in bare.station("prepare")
    return demo


def picture_of(bare: Bare, inside: str, name: str) -> Image.Image:
    shutil.copyfile(bare.path(inside), PICTURES / name)
    return Image.open(bare.path(inside))


def test_the_root_is_bare(bare: Bare) -> None:
    assert bare.run("sh", "-c", "command -v python3 perl-modules").stdout == ""
    assert list(bare.path("/usr/lib").glob("python3*")) == []
    assert len(bare.path("/proc/self/net/dev").read_text().splitlines()) >= 2
    links = bare.run("cat", "/proc/self/net/dev").stdout.splitlines()[2:]
    assert [line.split(":")[0].strip() for line in links] == ["lo"], "no network"


def test_the_version_names_the_build(bare: Bare) -> None:
    words = bare.station("--version")
    assert words.startswith("station ")
    assert "checkout" not in words
    build = bare.path("/opt/station/_internal/resources/build.txt").read_text().strip()
    assert f"({build})" in words


def test_doctor_finds_nothing_wrong(bare: Bare) -> None:
    findings = json.loads(bare.station("doctor", "--json"))
    assert {finding["name"] for finding in findings} >= {"program", "display", "weights", "archive"}
    assert [finding for finding in findings if finding["health"] == "wrong"] == []


def test_every_command_has_its_help_page(bare: Bare) -> None:
    words = bare.station("--help")
    for verb in ("info", "render", "grade", "denoise", "batch", "pacs", "reading"):
        assert verb in words
        assert f"station {verb}" in bare.station(verb, "--help")
    manual = bare.path("/usr/share/man/man1/station.1.gz")
    assert manual.is_file() or not manual.parent.is_dir(), "minimal roots drop man pages"


def test_the_desktop_knows_the_program(bare: Bare) -> None:
    entry = bare.path("/usr/share/applications/station.desktop").read_text()
    assert "MimeType=application/dicom;" in entry
    assert bare.path("/usr/share/icons/hicolor/256x256/apps/station.png").is_file()
    assert bare.path("/opt/station/_internal/licences/THIRD_PARTY_NOTICES.md").is_file()


def test_the_demo_is_drawn_within_five_seconds_after_the_first_start(
    bare: Bare, prepared: str
) -> None:
    words = ("render", prepared, "--out", f"{HOME}/demo.png")
    bare.station(*words)
    bare.times["render, first"] = bare.times[" ".join(words)]
    bare.station(*words)
    picture = picture_of(bare, f"{HOME}/demo.png", "render.png")
    assert picture.size == (1600, 1000)
    low, high = picture.convert("L").getextrema()
    assert (low, high) != (low, low)
    assert bare.times[" ".join(words)] <= LATER_START_S


def test_the_folder_it_is_started_in_does_not_matter_to_its_kernels(
    bare: Bare, prepared: str
) -> None:
    kernels = bare.path(f"{HOME}/.local/share/Station/kernels")
    before = set(kernels.rglob("*.nbc"))
    assert before
    done = bare.run("sh", "-c", f"cd /usr && station render {prepared} --out {HOME}/again.png")
    assert done.returncode == 0, done.stderr
    assert set(kernels.rglob("*.nbc")) == before


def test_a_study_is_graded(bare: Bare, prepared: str) -> None:
    grades = json.loads(bare.station("grade", prepared, "--json"))
    assert grades


def test_a_study_is_denoised(bare: Bare, prepared: str) -> None:
    bare.station("denoise", prepared, "--out", f"{HOME}/dl")
    assert len(list(bare.path(f"{HOME}/dl").rglob("*.dcm"))) > 100


def test_a_batch_starts_its_own_processes(bare: Bare, prepared: str) -> None:
    out = f"{HOME}/batch"
    bare.station("batch", "measure", prepared, "--out", out, "--sphere", "0,0,0", "--workers", "1")
    assert list(bare.path(out).rglob("*.csv"))


def test_a_path_may_hold_spaces_and_chinese(bare: Bare, prepared: str) -> None:
    place = f"{HOME}/my studies 病人"
    bare.run("cp", "-r", prepared, place)
    bare.station("render", place, "--out", f"{HOME}/图 1.png", also=(f"STATION_HOME={place} 数据",))
    assert bare.path(f"{HOME}/图 1.png").is_file()


def test_the_program_runs_from_another_place(bare: Bare) -> None:
    """As from the tarball, next to the installed one."""
    place = f"{HOME}/Station 测试"
    bare.run("cp", "-r", "/opt/station", place)
    done = bare.run(f"{place}/station", "--version")
    assert done.stdout == bare.station("--version")
    shutil.rmtree(bare.path(place))


def test_a_home_that_cannot_be_written_is_a_sentence(bare: Bare, prepared: str) -> None:
    done = bare.run("station", "info", prepared, also=("HOME=/usr", "STATION_HOME=/usr/share/none"))
    assert "Traceback" not in done.stderr
    doctor = bare.run("station", "doctor", also=("STATION_HOME=/usr/share/none",))
    assert doctor.returncode == 1
    assert "STATION_HOME" in doctor.stdout


def test_a_user_without_a_home_is_told_what_to_set(bare: Bare) -> None:
    done = bare.run("env", "-u", "HOME", "station", "doctor", user=4321)
    assert done.returncode == 2
    assert "STATION_HOME" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_display_the_window_says_what_to_do(bare: Bare) -> None:
    done = bare.run("station")
    assert done.returncode == 2
    assert "station render" in done.stderr


def test_a_missing_library_is_named(bare: Bare) -> None:
    libraries = list(bare.path("/usr/lib").rglob("libEGL.so.1*"))
    assert libraries
    for path in libraries:
        path.rename(path.with_name(f"gone-{path.name}"))
    try:
        window = bare.run("station", also=("DISPLAY=:1234",))
        doctor = bare.run("station", "doctor")
    finally:
        for path in libraries:
            path.with_name(f"gone-{path.name}").rename(path)
    assert "The system lacks libEGL.so.1" in window.stderr
    assert (window.returncode, doctor.returncode) == (2, 1)
    assert "apt-get install libegl1" in doctor.stdout


def test_the_window_opens_on_x(bare: Bare, prepared: str) -> None:
    if shutil.which("Xvfb") is None:
        pytest.skip("no X server: install the Debian package xvfb")
    sockets = bare.path(SOCKETS)
    announced, announce = os.pipe()
    screen = ["-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", "-displayfd", str(announce), *screen], pass_fds=[announce])
    os.close(announce)
    with os.fdopen(announced) as lines:
        display = f":{lines.readline().strip()}"
    subprocess.run(["mount", "--bind", SOCKETS, str(sockets)], check=True)
    began = time.perf_counter()
    window = subprocess.Popen(
        bare.command("station", "open", prepared, also=(f"DISPLAY={display}",)),
        stderr=subprocess.PIPE,
    )
    try:
        colours = 0
        while colours < 200 and time.perf_counter() - began < 120:
            assert window.poll() is None, window.communicate()[1]
            time.sleep(0.25)
            picture = ImageGrab.grab(xdisplay=display)
            colours = len(picture.convert("L").getcolors(256) or ())
            if "window, first picture" not in bare.times and picture.getbbox():
                bare.times["window, first picture"] = time.perf_counter() - began
        bare.times["window with images"] = time.perf_counter() - began
        time.sleep(3)  # what is drawn last
        ImageGrab.grab(xdisplay=display).save(PICTURES / "window.png")
    finally:
        window.terminate()
        window.wait()
        server.terminate()
        server.wait()
        subprocess.run(["umount", str(sockets)], check=False)
    assert colours >= 200, "the images of the demo study"


def test_the_same_package_again_is_an_upgrade_that_keeps_data_and_kernels(
    bare: Bare, prepared: str
) -> None:
    data = bare.path(f"{HOME}/.local/share/Station")
    before = {path for path in data.rglob("*") if path.is_file() and "logs" not in path.parts}
    shutil.copyfile(newest_deb(), bare.path("/station.deb"))
    done = bare.run("dpkg", "--install", "/station.deb", user=0)
    bare.path("/station.deb").unlink()
    assert done.returncode == 0, done.stderr
    bare.station("render", prepared, "--out", f"{HOME}/upgraded.png")
    after = {path for path in data.rglob("*") if path.is_file() and "logs" not in path.parts}
    assert {path for path in before if path.suffix in (".nbc", ".dcm", ".sqlite")} <= after


def test_removing_the_package_leaves_what_users_have(bare: Bare, prepared: str) -> None:
    done = bare.run("dpkg", "--purge", "station-pet", user=0)
    assert done.returncode == 0, done.stderr
    assert not bare.path("/opt/station").exists()
    assert not bare.path("/usr/bin/station").is_symlink()
    assert "not empty" not in done.stderr
    assert bare.path(prepared).is_dir()
