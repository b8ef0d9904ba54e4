"""Make the program that is installed, from the lock: one folder that needs no Python.

  python3 packaging/build.py             dist/: the folder, a .deb (Debian, Ubuntu), a .tar.gz
  python3 packaging/build.py --release   the same of a tagged commit, and wheel, sdist, SBOM
  python3 packaging/build.py --help      prints all options

It works in build/: the wheels of the lock are fetched once and kept in build/wheels, and a later
run needs no network. Times, owners and order of files are those of the commit: two builds of one
commit give the same folder. Linux makes .deb and .tar.gz; Windows and macOS make the folder, packed
as a .zip, which is untested.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from setup_station import LOCK, QT_LIBRARIES, ROOT, say

WORK = ROOT / "build"
DIST = ROOT / "dist"
BUILD_LOCK = ROOT / "packaging" / "build-requirements.lock"
"""What makes the program, and is not in it"""
SPEC = ROOT / "packaging" / "station.spec"
DEBIAN = ROOT / "packaging" / "debian"
PACKAGE = "station-pet"
PREFIX = Path("opt/station")
MOST_PACKED, MOST_INSTALLED = 550e6, 1.7e9
"""Bytes; a release that is larger is refused"""
STRIPPED = (
    "torch/lib/libtorch_cpu.so",
    "llvmlite/binding/libllvmlite.so",
    "libpython3*.so*",
)
"""Libraries with 100 MB of symbols that only a debugger reads"""
WAYLAND = ("libwayland-client0", "libwayland-cursor0", "libwayland-egl1")
VALIDATE = """
import json, sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
text = sys.stdin.read()
version = SchemaVersion.from_version(json.loads(text)["specVersion"])
print(JsonStrictValidator(version).validate_str(text) or "")
"""
"""What a bill of materials on standard input has of faults, by the schema of CycloneDX"""
VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)


def main() -> None:
    given = _arguments()
    began = time.perf_counter()
    version = _version()
    if given.release:
        _refuse_unless_released(version)
    environment = given.environment or _environment()
    DIST.mkdir(exist_ok=True)
    made: list[Path] = []
    if not given.pack_only:
        _make_program(environment, version)
    folder = DIST / "station"
    if not folder.is_dir():
        raise SystemExit(f"There is no program in {folder}; run without --pack-only.")
    made += _pack(folder, version, environment)
    if given.release:
        made += [*_python_packages(environment), _sbom(environment, version)]
    _write_hashes(made)
    installed = sum(path.lstat().st_size for path in folder.rglob("*"))
    say(f"Installed: {installed / 1e6:.0f} MB")
    for path in made:
        say(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.0f} MB")
    packed = max(path.stat().st_size for path in made)
    if installed > MOST_INSTALLED or packed > MOST_PACKED:
        raise SystemExit("The program has become too large; see MOST_PACKED in packaging/build.py.")
    say(f"Made in {time.perf_counter() - began:.0f} s.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--release", action="store_true", help="of a tagged commit, with its papers"
    )
    parser.add_argument(
        "--environment",
        type=Path,
        metavar="FOLDER",
        help="a virtual environment to build with, as it is (default: from the lock, in build/)",
    )
    parser.add_argument(
        "--pack-only", action="store_true", help="pack the program that is in dist/ already"
    )
    return parser.parse_args()


# --- what is built ------------------------------------------------------------------------------


def _git(*arguments: str) -> str:
    command = ["git", "-C", str(ROOT), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _version() -> str:
    found = VERSION.search((ROOT / "station" / "__init__.py").read_text(encoding="utf-8"))
    if found is None:
        raise SystemExit("station/__init__.py names no version.")
    return found[1]


def commit_time() -> int:
    """Seconds since 1970 of the commit that is built; every file of the program gets this time."""
    return int(os.environ.get("SOURCE_DATE_EPOCH") or _git("log", "-1", "--format=%ct"))


def build_words() -> str:
    """Commit and day, for `station --version`; a checkout with changes says so."""
    commit = _git("rev-parse", "--short=9", "HEAD")
    changed = " with changes" if _git("status", "--porcelain", "--untracked-files=no") else ""
    return f"{commit}{changed}, {time.strftime('%Y-%m-%d', time.gmtime(commit_time()))}"


def _hash_of_sources() -> str:
    """Of the program's code and of the lock: what compiled kernels depend on."""
    total = hashlib.sha256()
    for path in [*sorted((ROOT / "station").rglob("*.py")), LOCK]:
        total.update(f"{path.relative_to(ROOT).as_posix()} {_hash(path, 'sha256')}\n".encode())
    return total.hexdigest()


def changes_of(version: str, text: str) -> str:
    """The section of a version in the changelog's text, without its heading; empty: none."""
    heading = re.compile(rf"^## {re.escape(version)}(?: \([^)\n]*\))?$", re.MULTILINE)
    found = heading.search(text)
    if found is None:
        return ""
    return text[found.end() :].partition("\n## ")[0].strip()


def _refuse_unless_released(version: str) -> None:
    """A release is a clean commit with the tag of its version and a dated section of changes."""
    tags = _git("tag", "--points-at", "HEAD").split()
    if f"v{version}" not in tags:
        raise SystemExit(
            f"station/__init__.py says {version}, and this commit has "
            f"{'the tags ' + ', '.join(tags) if tags else 'no tag'}. Tag it: git tag v{version}"
        )
    if _git("status", "--porcelain"):
        raise SystemExit("The checkout has changes that are not committed; a release has none.")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    if not changes_of(version, changes) or f"## {version} (unreleased)" in changes:
        raise SystemExit(
            f"CHANGELOG.md has no dated section for {version}. Write one, such as: "
            f"## {version} ({time.strftime('%Y-%m-%d', time.gmtime(commit_time()))})"
        )


# --- the environment ----------------------------------------------------------------------------


def python_of(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _environment() -> Path:
    """A virtual environment with what both locks list, from wheels that are kept."""
    environment, wheels = WORK / "environment", WORK / "wheels"
    locks = [LOCK, BUILD_LOCK]
    state = hashlib.sha256(b"".join(lock.read_bytes() for lock in locks)).hexdigest()
    python = python_of(environment)
    stamp = environment / "station-build"
    if python.exists() and stamp.exists() and stamp.read_text() == state:
        return environment
    shutil.rmtree(environment, ignore_errors=True)
    _run([sys.executable, "-m", "venv", str(environment)])
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    requirements = [word for lock in locks for word in ("--requirement", str(lock))]
    fetched = wheels / "complete"
    if not fetched.exists() or fetched.read_text() != state:
        say("Fetching the wheels of the lock …")
        _run([*pip, "wheel", "-qq", "--wheel-dir", str(wheels), *requirements])
        fetched.write_text(state)
    offline = [*pip, "install", "-qq", "--no-index", "--find-links", str(wheels)]
    _run([*offline, *requirements])
    _run([*pip, "install", "-qq", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)])
    stamp.write_text(state)
    return environment


def _of_environment(environment: Path, code: str, given: str = "") -> str:
    """What some Python prints there, with packaging/ on its path and a text on standard input."""
    command = [str(python_of(environment)), "-c", code]
    place = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": place, "QT_QPA_PLATFORM": "offscreen"},
    ).stdout


def _runtime_packages(environment: Path) -> list[str]:
    code = "import notices; print(*notices.runtime_dependencies())"
    return _of_environment(environment, code).split()


# --- the program --------------------------------------------------------------------------------


def _make_program(environment: Path, version: str) -> None:
    WORK.mkdir(exist_ok=True)
    words, sources = build_words(), _hash_of_sources()
    (WORK / "build.txt").write_text(f"{words}\n{sources}\n", encoding="utf-8")
    say(f"Making Station {version} ({words}) …")
    _run(
        [
            *(str(python_of(environment)), "-m", "PyInstaller", str(SPEC), "--noconfirm"),
            *("--distpath", str(DIST), "--workpath", str(WORK / "pyinstaller")),
            *("--log-level", "WARN"),
        ],
        SOURCE_DATE_EPOCH=str(commit_time()),
        PYTHONHASHSEED="1",
        STATION_PACKAGES=" ".join(_runtime_packages(environment)),
        STATION_WORK=str(WORK),
    )
    if _hash_of_sources() != sources:
        raise SystemExit("The code was changed while the program was made of it. Build again.")
    folder = DIST / "station"
    for pattern in STRIPPED if sys.platform == "linux" else ():
        for library in (folder / "_internal").glob(pattern):
            _run(["strip", "--strip-unneeded", str(library)])
    _settle(folder)


def _settle(folder: Path) -> None:
    """Nothing of the machine in modes and times: all may read, nobody but root may write."""
    moment = commit_time()
    for path in [*folder.rglob("*"), folder]:
        if not path.is_symlink():
            runs = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if runs else 0o644)
        os.utime(
            path, (moment, moment), follow_symlinks=os.utime not in os.supports_follow_symlinks
        )


def _pack(folder: Path, version: str, environment: Path) -> Iterator[Path]:
    """The files that people download."""
    machine = platform.machine().lower()
    if sys.platform != "linux":
        name = DIST / f"station-{version}-{sys.platform}-{machine}"
        yield Path(shutil.make_archive(str(name), "zip", DIST, folder.name))
        return
    yield _tarball(folder, DIST / f"station-{version}-linux-{machine}.tar.gz", version)
    yield _deb(folder, version, environment)


def _tarball(folder: Path, out: Path, version: str) -> Path:
    """The folder under the version's name, so that two versions lie next to each other."""
    say(f"Packing {out.name} …")
    listing = [
        *("tar", "--create", "--sort=name", "--format=gnu", "--owner=0", "--group=0"),
        *("--numeric-owner", f"--mtime=@{commit_time()}", "--directory", str(folder.parent)),
        *(f"--transform=s,^{folder.name},station-{version},S", folder.name),
    ]
    with out.open("wb") as file:
        with subprocess.Popen(listing, stdout=subprocess.PIPE) as tar:
            packed = subprocess.run(
                ["gzip", "-n", "-6"], stdin=tar.stdout, stdout=file, check=False
            )
        if tar.returncode or packed.returncode:
            raise SystemExit(f"{out} could not be packed.")
    return out


def _deb(folder: Path, version: str, environment: Path) -> Path:
    """The Debian package; removing it leaves what users have in their data folders."""
    tree = WORK / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    place = tree / PREFIX
    place.parent.mkdir(parents=True)
    _run(["cp", "-al", str(folder), str(place)])  # linked: no second gigabyte on the disk
    _put(DEBIAN / "station.desktop", tree / "usr/share/applications/station.desktop")
    icon = ROOT / "resources" / "icons" / "station.png"
    _put(icon, tree / "usr/share/icons/hicolor/256x256/apps/station.png")
    drawn = tree / "usr/share/icons/hicolor/scalable"
    _put(icon.with_name("station.svg"), drawn / "apps/station.svg")
    _put(icon.with_name("document.svg"), drawn / "mimetypes/application-dicom.svg")
    documents = tree / f"usr/share/doc/{PACKAGE}"
    _put(DEBIAN / "copyright", documents / "copyright")
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    manual = tree / "usr/share/man/man1/station.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress(_manual(environment, version).encode(), mtime=0))
    program = tree / "usr/bin/station"
    program.parent.mkdir(parents=True)
    program.symlink_to(f"/{PREFIX}/station")
    control = tree / "DEBIAN"
    control.mkdir()
    files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum(path.stat().st_size for path in files) // 1024
    (control / "control").write_text(_control(version, kilobytes), encoding="utf-8")
    sums = (f"{_hash(path, 'md5')}  {path.relative_to(tree)}\n" for path in files)
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    for inner in (tree / "usr", control):
        _settle(inner)
    moment = commit_time()
    for path in (tree, tree / "opt"):
        path.chmod(0o755)
        os.utime(path, (moment, moment))
    out = DIST / f"{PACKAGE}_{version}_{_debian_machine()}.deb"
    say(f"Packing {out.name} …")
    # zstd is read by dpkg since Debian 12 and Ubuntu 21.10, in a third of the time of xz.
    _run(
        ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(tree), str(out)],
        SOURCE_DATE_EPOCH=str(moment),
    )
    return out


def _debian_machine() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def _control(version: str, kilobytes: int) -> str:
    libc = platform.libc_ver()[1]
    needed = [f"libc6 (>= {libc})", *sorted({*QT_LIBRARIES.values(), *WAYLAND})]
    text = (DEBIAN / "control").read_text(encoding="utf-8")
    return text.format(
        package=PACKAGE,
        version=version.replace("rc", "~rc"),
        machine=_debian_machine(),
        kilobytes=kilobytes,
        needed=", ".join(needed),
    )


def _manual(environment: Path, version: str) -> str:
    """The man page, with the commands as `station --help` lists them."""
    code = (
        "import json; from typer.main import get_group; from station.cli import app; "
        "verbs = get_group(app).commands.items(); "
        "print(json.dumps([(name, verb.get_short_help_str(200)) for name, verb in verbs]))"
    )
    commands = json.loads(_of_environment(environment, code))
    rows = "".join(f".TP\n.B station {name}\n{_roff(words)}\n" for name, words in commands)
    day = time.strftime("%Y-%m-%d", time.gmtime(commit_time()))
    text = (DEBIAN / "station.1").read_text(encoding="utf-8")
    return text.replace("@DAY@", day).replace("@VERSION@", version).replace("@COMMANDS@\n", rows)


def _roff(words: str) -> str:
    return words.replace("\\", "\\e").replace("-", "\\-")


# --- a release ----------------------------------------------------------------------------------


def _python_packages(environment: Path) -> list[Path]:
    """Wheel and sdist, as twine accepts them."""
    out = WORK / "python"
    shutil.rmtree(out, ignore_errors=True)
    python = str(python_of(environment))
    _run(
        [python, "-m", "build", "--no-isolation", "--outdir", str(out), str(ROOT)],
        SOURCE_DATE_EPOCH=str(commit_time()),
    )
    made = sorted(out.iterdir())
    _run([python, "-m", "twine", "check", "--strict", *map(str, made)])
    for path in made:
        shutil.copyfile(path, DIST / path.name)
    return [DIST / path.name for path in made]


def _sbom(environment: Path, version: str) -> Path:
    """What the program is made of, as CycloneDX: packages of Python with their licences, system
    libraries and trained weights with their hashes."""
    out = DIST / f"station-{version}.cdx.json"
    python = str(python_of(environment))
    command = [python, "-m", "cyclonedx_py", "environment", "--output-reproducible", "--of", "JSON"]
    listed = subprocess.run(
        [*command, "--pyproject", str(ROOT / "pyproject.toml"), python],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    bill = json.loads(listed)
    needed = set(_runtime_packages(environment))
    kept = [part for part in bill["components"] if _canonical(part["name"]) in needed]
    if missing := needed - {_canonical(part["name"]) for part in kept}:
        raise SystemExit(f"The bill of materials lacks {', '.join(sorted(missing))}.")
    licences = json.loads(
        _of_environment(
            environment,
            "import json, notices; packages = notices.runtime_dependencies(); "
            "print(json.dumps({name: notices.licence(packages[name]) for name in packages}))",
        )
    )
    for part in kept:  # where the metadata say it in words of their own
        part.setdefault("licenses", [{"license": {"name": licences[_canonical(part["name"])]}}])
    references = {part["bom-ref"] for part in kept}
    bill["metadata"]["component"]["version"] = version
    own = bill["metadata"]["component"]["bom-ref"]
    folder = DIST / "station" / "_internal"
    bill["components"] = [*kept, *_files_as_parts(folder)]
    bill["dependencies"] = [
        {**link, "dependsOn": [ref for ref in link.get("dependsOn", []) if ref in references]}
        for link in bill.get("dependencies", [])
        if link["ref"] in references | {own}
    ]
    text = json.dumps(bill, indent=1, ensure_ascii=False) + "\n"
    if fault := _of_environment(environment, VALIDATE, text).strip():
        raise SystemExit(f"The bill of materials is not valid CycloneDX: {fault}")
    out.write_text(text, encoding="utf-8")
    return out


def _files_as_parts(folder: Path) -> Iterator[dict[str, object]]:
    """The system's libraries, which are next to the packages, and the weights."""
    libraries = (path for path in folder.iterdir() if path.is_file() and ".so" in path.name)
    weights = folder.rglob("*.safetensors")
    for path in sorted({*libraries, *weights}):
        if path.is_symlink():
            continue
        name = path.relative_to(folder).as_posix()
        yield {
            "type": "file",
            "bom-ref": f"file:{name}",
            "name": name,
            "hashes": [{"alg": "SHA-256", "content": _hash(path, "sha256")}],
        }


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _write_hashes(files: Iterable[Path]) -> None:
    lines = (f"{_hash(path, 'sha256')}  {path.name}\n" for path in files)
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def _hash(path: Path, kind: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, kind).hexdigest()


def _put(source: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, place)


def _run(command: list[str], **variables: str) -> None:
    """Run a command with its output on stderr. Ends the build where it fails."""
    environment = {**os.environ, **variables}
    done = subprocess.run(command, env=environment, stdout=sys.stderr, cwd=ROOT, check=False)
    if done.returncode:
        raise SystemExit(f"The build stopped; this command failed: {' '.join(command[:6])} …")


if __name__ == "__main__":
    main()
