"""What the project's own files promise about dependencies, licences and the wheel."""

import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

CUDA = ("cuda-", "nvidia-", "triton")
GPL = "pylibjpeg-libjpeg"

HOSTS = ("pypi" + ".org", "pythonhosted" + ".org", "deb.debian" + ".org", "npmjs" + ".org")
"""Registries are named by the machine's own settings, never by the project."""

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home)/\w")


@pytest.fixture(scope="module")
def lock(root: Path) -> list[Requirement]:
    """The requirements of packaging/requirements.lock."""
    text = (root / "packaging" / "requirements.lock").read_text()
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return [Requirement(line) for line in lines if line]


def test_the_lock_pins_exact_versions(lock: list[Requirement]) -> None:
    for requirement in lock:
        assert re.fullmatch(r"==[\w.]+", str(requirement.specifier)), requirement


def test_the_lock_agrees_with_what_the_project_asks_for(
    lock: list[Requirement], project: dict[str, Any]
) -> None:
    asked = [*project["dependencies"], *project["optional-dependencies"]["test"]]
    for wanted in map(Requirement, asked):
        name = canonicalize_name(wanted.name)
        pins = [pin for pin in lock if canonicalize_name(pin.name) == name]
        assert pins, f"{wanted} is not in the lock"
        for pin in pins:
            version = str(pin.specifier).removeprefix("==")
            assert wanted.specifier.contains(version), f"{pin} is not {wanted}"


def test_the_lock_leaves_cuda_to_the_torch_build_that_needs_it(lock: list[Requirement]) -> None:
    assert [pin.name for pin in lock if pin.name.startswith(CUDA)] == []


def test_no_gpl_decoder_comes_without_being_asked_for(
    lock: list[Requirement], project: dict[str, Any]
) -> None:
    default = [*map(str, lock), *project["dependencies"]]
    assert [line for line in default if GPL in line] == []
    assert GPL in project["optional-dependencies"]["gpl"][0]


@pytest.mark.simulated
def test_the_notices_name_every_package_the_program_needs_and_its_licence(root: Path) -> None:
    command = [sys.executable, str(root / "packaging" / "notices.py")]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (root / "THIRD_PARTY_NOTICES.md").read_text() == made


def test_no_file_names_a_registry_host_or_a_path_of_one_machine(root: Path) -> None:
    if shutil.which("git") is None:
        pytest.skip("git is not installed, so which files belong to the project is not known")
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this copy of the project is not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        try:
            text = (root / name).read_text()
        except (UnicodeDecodeError, FileNotFoundError):
            continue  # a picture or a font; a file deleted but not yet committed as such
        for host in HOSTS:
            assert host not in text, f"{name} names {host}"
        assert not (found := MACHINE_PATH.search(text)), f"{name} names {found.group()}…"


def test_packaging_is_no_package(root: Path) -> None:
    """A package of that name in the project would hide PyPI's from every tool that runs here."""
    assert not (root / "packaging" / "__init__.py").exists()


@pytest.mark.simulated
def test_the_wheel_carries_the_resources_the_licences_and_the_command(
    root: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=root, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        entry_points = next(name for name in names if name.endswith("entry_points.txt"))
        assert "station = station.__main__:main" in archive.read(entry_points).decode()
    resources = {
        f"station/{path.relative_to(root).as_posix()}"
        for path in (root / "resources").rglob("*")
        if path.is_file()
    }
    assert resources <= set(names)
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"station"}
    fonts = ("resources/fonts/OFL.txt", "resources/fonts/paper/OFL.txt")
    for licence in ("LICENSE", "NOTICE", "THIRD_PARTY_NOTICES.md", *fonts):
        assert any(name.endswith(f".dist-info/licenses/{licence}") for name in names)
