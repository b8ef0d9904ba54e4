"""Runs a program in a network namespace of its own, and carries its connections to and fro.

For a server that listens on every interface: nobody outside this computer is to reach it because a
test runs. `python -I -S apart.py PORT… -- PROGRAM ARGUMENT…` opens a loopback port here for each
PORT there, and obeys the lines on its standard input (`--here` in front: no namespace is made, and
nothing carried):

    start        starts the program, and answers "up" once it listens on all of its ports
    kill, stop   ends the program (SIGKILL, SIGTERM), and answers "down" once it is gone
    reach PORT   opens PORT there, which is then carried to the same port here; answers "open", or
                 "taken" where another program there has it

The first line that it prints has the ports here. It ends, and the program with it, when its
standard input is closed: with the test that started it, however that ended.

A socket belongs to the namespace in which it was made, whoever holds it. So a second process lives
in the namespace, makes sockets there and hands them to the first, which copies bytes between the
two. Nothing needs root. A connection here is accepted even while the program does not run, and is
then closed at once.
"""

import contextlib
import fcntl
import os
import random
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

LOOPBACK = "127.0.0.1"
CHUNK = 1 << 18  # bytes
BACKLOG = 1024
UP_WITHIN_S = 60.0
TICK_S = 0.02
OWN_PORTS = range(20_000, 32_000)
"""Which the system gives to nobody of itself: a program that was ended finds its port free again"""

SIOCSIFFLAGS = 0x8914  # linux/sockios.h
IFF_UP = 0x1  # linux/if.h
INSIDE = "--inside"
HERE = "--here"


def free_ports(count: int) -> list[int]:
    """Different ports here that nobody uses."""
    with contextlib.ExitStack() as held:
        ports: list[int] = []
        while len(ports) < count:
            port = random.choice(OWN_PORTS)
            with contextlib.suppress(OSError):
                held.enter_context(socket.create_server((LOOPBACK, port)))
                ports.append(port)
        return ports


# --- in the namespace -------------------------------------------------------------------------


class Program:
    """The program, and whether it runs."""

    def __init__(self, ports: list[int], command: list[str]) -> None:
        self._ports = ports
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None

    def obey(self, verb: str) -> str:
        if verb == "start":
            return "up" if self._start() else "down"
        self.end(signal.SIGKILL if verb == "kill" else signal.SIGTERM)
        return "down"

    def end(self, how: signal.Signals) -> None:
        """With its children: one that serves a connection holds the program's ports, too."""
        if self._process is None:
            return
        self._signal(how)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(10)
        self._signal(signal.SIGKILL)
        self._process.wait()
        self._process = None

    def _signal(self, how: signal.Signals) -> None:
        assert self._process is not None
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, how)

    def _start(self) -> bool:
        """Whether it came to listen on all of its ports, rather than end."""
        self.end(signal.SIGKILL)
        until = time.monotonic() + UP_WITHIN_S
        while any(map(_listens, self._ports)) and time.monotonic() < until:
            time.sleep(TICK_S)  # what was killed is not gone yet
        process = self._process = subprocess.Popen(
            self._command, stdin=subprocess.DEVNULL, start_new_session=True
        )
        while process.poll() is None and time.monotonic() < until:
            if all(map(_listens, self._ports)):
                return process.poll() is None
            time.sleep(TICK_S)
        return False


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def inside(control: socket.socket, program: Program) -> None:
    """Obeys the outer process until it is gone: makes sockets, starts and ends the program."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as device:
        fcntl.ioctl(device, SIOCSIFFLAGS, struct.pack("16sh22x", b"lo", IFF_UP))
    while asked := control.recv(64).decode():
        verb, _, port = asked.partition(" ")
        if verb in {"socket", "reach"}:
            try:
                made = _listener(int(port)) if port else socket.socket()
            except OSError:
                control.send(b"taken")
                continue
            with made:
                socket.send_fds(control, [b"socket"], [made.fileno()])
        else:
            control.send(program.obey(verb).encode())
    program.end(signal.SIGKILL)  # its own way out takes seconds


def _listener(port: int = 0) -> socket.socket:
    return socket.create_server((LOOPBACK, port), backlog=BACKLOG)


# --- outside ----------------------------------------------------------------------------------


class Namespace:
    """What the process in the namespace is asked for; one question at a time."""

    def __init__(self, ports: list[int], command: list[str]) -> None:
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            there = [sys.executable, "-I", "-S", str(Path(__file__)), INSIDE, str(theirs.fileno())]
            self.process = subprocess.Popen(
                ["unshare", "-rn", *there, *map(str, ports), "--", *command],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
            )
        self._lock = threading.Lock()

    def ask(self, question: str) -> str:
        with self._lock:
            self._control.send(question.encode())
            return self._control.recv(64).decode()

    def socket(self, question: str) -> socket.socket:
        """Raises OSError where there is none."""
        with self._lock:
            self._control.send(question.encode())
            answer, numbers, _, _ = socket.recv_fds(self._control, 64, 1)
        if not numbers:
            raise OSError(f"{question}: {answer.decode()}")
        return socket.socket(fileno=numbers[0])

    def close(self) -> None:
        self._control.close()
        self.process.wait()


def outside(ports: list[int], command: list[str]) -> None:
    namespace = Namespace(ports, command)
    listeners = [_listener() for _ in ports]
    _say(*(listener.getsockname()[1] for listener in listeners))
    for listener, port in zip(listeners, ports, strict=True):
        _in_background(_carry_all, listener, port, lambda: namespace.socket("socket"))
    reached: set[str] = set()
    for line in sys.stdin:
        asked = line.strip()
        verb, _, number = asked.partition(" ")
        if verb == "reach":
            # Here a port that was let go is given out again; there it is open still.
            if number not in reached:
                try:
                    made = namespace.socket(asked)
                except OSError:
                    _say("taken")
                    continue
                _in_background(_carry_all, made, int(number), socket.socket)
                reached.add(number)
            _say("open")
        else:
            _say(namespace.ask(asked))
    namespace.close()


def _say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def _carry_all(listener: socket.socket, port: int, make: Callable[[], socket.socket]) -> None:
    """Takes every connection of a listener on to a port, through a socket that `make` makes."""
    while True:
        near, _ = listener.accept()
        far = make()
        if far.connect_ex((LOOPBACK, port)) != 0:
            near.close()
            far.close()
            continue
        for end in (near, far):
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        open_ways = [near, far]
        _in_background(_carry, near, far, open_ways)
        _in_background(_carry, far, near, open_ways)


def _carry(source: socket.socket, target: socket.socket, open_ways: list[socket.socket]) -> None:
    """Copies until the source ends. The target sees the end; the second way to end closes both."""
    space = memoryview(bytearray(CHUNK))
    try:
        while count := source.recv_into(space):
            # A peer that waits for each packet's confirmation is not to wait 40 ms for it.
            source.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            target.sendall(space[:count])
    except OSError:  # one of them was aborted: so is the other
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                end.shutdown(socket.SHUT_RDWR)
    with contextlib.suppress(OSError):
        target.shutdown(socket.SHUT_WR)
    open_ways.pop()  # atomic
    if not open_ways:
        source.close()
        target.close()


def _in_background(what: Callable[..., None], *arguments: object) -> None:
    threading.Thread(target=what, args=arguments, daemon=True).start()


def here(ports: list[int], program: Program) -> None:
    """Obeys standard input where this process is already kept apart."""
    _say(*ports)
    for line in sys.stdin:
        asked = line.strip()
        _say("open" if asked.startswith("reach") else program.obey(asked))
    program.end(signal.SIGKILL)  # its own way out takes seconds


def main(arguments: list[str]) -> None:
    before = arguments[: arguments.index("--")]
    command = arguments[len(before) + 1 :]
    if before[0] == INSIDE:
        ports = [int(port) for port in before[2:]]
        inside(socket.socket(fileno=int(before[1])), Program(ports, command))
    elif before[0] == HERE:
        ports = [int(port) for port in before[1:]]
        here(ports, Program(ports, command))
    else:
        outside([int(port) for port in before], command)


if __name__ == "__main__":
    main(sys.argv[1:])
