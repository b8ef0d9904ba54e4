"""The ways of this system; those of the others are only type-checked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from station import system

HOLDER = """
import sys
from pathlib import Path
from station.system import locked
held = locked(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_lock_is_refused_while_another_program_holds_it_and_free_when_that_is_killed(
    tmp_path: Path,
):
    place = tmp_path / "lock"
    command = [sys.executable, "-c", HOLDER, str(place)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError):
            system.locked(place)
        program.kill()
    system.locked(place).release()


def test_a_lock_in_a_folder_that_is_not_there_is_an_error_of_the_disk(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        system.locked(tmp_path / "file" / "lock")


def test_a_piece_of_a_file_is_read_from_its_offset(tmp_path: Path):
    (tmp_path / "file").write_bytes(bytes(range(10)))
    descriptor = system.open_to_read(str(tmp_path / "file"))
    buffer = bytearray(4)
    try:
        assert system.read_at(descriptor, memoryview(buffer), 3) == 4
        assert bytes(buffer) == bytes([3, 4, 5, 6])
        assert system.read_at(descriptor, memoryview(buffer), 8) == 2, "what there is"
        assert system.read_at(descriptor, memoryview(buffer), 10) == 0, "the end"
    finally:
        os.close(descriptor)


def test_files_and_folders_are_put_on_the_disk(tmp_path: Path):
    (tmp_path / "file").touch()
    system.put_on_disk(tmp_path / "file")
    with (tmp_path / "file").open("wb") as file:
        file.write(b"content")
        system.begin_to_put_on_disk(file.fileno())
    system.put_on_disk(tmp_path)
    with pytest.raises(FileNotFoundError):
        system.put_on_disk(tmp_path / "nothing")


@pytest.mark.skipif(sys.platform != "linux", reason="of Linux")
def test_what_programs_of_the_user_attached_to_a_file_is_named(tmp_path: Path):
    file = tmp_path / "file"
    file.touch()
    assert system.extended_attributes(file) == ()
    try:
        os.setxattr(file, "user.origin", b"x")
    except OSError:
        pytest.skip("this file system keeps no attributes")
    assert system.extended_attributes(file) == ("user.origin",)


def test_there_is_a_core_and_the_memory_of_a_process_is_known():
    assert 1 <= system.cores() <= (os.cpu_count() or 1)
    assert system.peak_memory_bytes(os.getpid()) > 10_000_000


def test_nothing_is_known_of_a_process_that_has_ended():
    with subprocess.Popen([sys.executable, "-c", "pass"]) as program:
        program.wait()
    assert system.peak_memory_bytes(program.pid) == 0


def test_a_module_of_this_program_starts_in_a_process_of_its_own():
    made = subprocess.run(system.command_of("station"), input="", capture_output=True, check=False)
    assert made.returncode == 2, "no display, and it says so"
    assert b"station render" in made.stderr


def test_a_verb_starts_by_python_or_by_the_installed_program(monkeypatch: pytest.MonkeyPatch):
    assert system.command_line("prepare") == [sys.executable, "-m", "station", "prepare"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert system.command_line("prepare") == [sys.executable, "prepare"]


def test_programs_that_the_installed_one_starts_find_the_systems_libraries(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/station/_internal:/site")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/site")
    monkeypatch.setenv("PYINSTALLER_RESET_ENVIRONMENT", "")
    system.restore_library_path()
    assert os.environ["LD_LIBRARY_PATH"] == "/site"
    system.restore_library_path()
    assert "LD_LIBRARY_PATH" not in os.environ, "it was not set before"
    assert os.environ["PYINSTALLER_RESET_ENVIRONMENT"] == "1", "and itself finds its own"


@pytest.mark.skipif(sys.platform != "linux", reason="libraries of Debian")
def test_libraries_that_the_loader_does_not_find_are_named_with_their_package(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(system, "X_LIBRARIES", {"libnowhere.so.7": "libnowhere7"})
    assert system.missing_libraries(on_x=True) == {"libnowhere.so.7": "libnowhere7"}
    assert system.missing_libraries(on_x=False) == {}


@pytest.mark.skipif(sys.platform != "linux", reason="X is Linux's")
def test_no_x_server_answers_where_there_is_none(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DISPLAY", "no display")
    assert not system.x_answers()


FREES = """
import os
from station.system import return_free_memory

def resident():
    return int(open("/proc/self/statm").read().split()[1]) * os.sysconf("SC_PAGE_SIZE")

blocks = [bytearray(100_000) for _ in range(1000)]
last = bytearray(100_000)  # above it all, so that what is beneath stays with the program
full = resident()
del blocks
return_free_memory()
print(full - resident())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="free memory is kept by Linux's C library")
def test_memory_that_is_free_goes_back_to_the_system():
    done = subprocess.run([sys.executable, "-c", FREES], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 90_000_000
