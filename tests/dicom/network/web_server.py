"""A DICOMweb server of the tests, which answers as it is told, rightly or not."""

import json
import socket
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from station.pacs import Server

HOST = "127.0.0.1"


@dataclass
class Asked:
    """A request, and what it can be answered with."""

    verb: str
    path: str
    """Without the root and what follows the question mark"""
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes
    handler: "BaseHTTPRequestHandler" = field(repr=False)

    def answer(
        self,
        status: int = 200,
        body: bytes = b"",
        kind: str = "application/dicom+json",
        **headers: str,
    ) -> None:
        self.handler.send_response(status)
        for name, value in {"Content-Type": kind, **headers}.items():
            self.handler.send_header(name.replace("_", "-"), value)
        self.handler.send_header("Content-Length", str(len(body)))
        self.handler.end_headers()
        self.handler.wfile.write(body)

    def json(self, *data_sets: object, status: int = 200, **headers: str) -> None:
        self.answer(status, json.dumps(data_sets).encode(), **headers)

    def raw(self, content: bytes) -> None:
        """Bytes on the line as they are; then the connection ends."""
        self.handler.wfile.write(content)
        self.handler.close_connection = True


@dataclass
class WebServer:
    server: Server
    asked: list[Asked]
    """In the order in which it came"""


@contextmanager
def answering(respond: Callable[[Asked], None], **entry: Any) -> Generator[WebServer]:
    """A server on loopback whose requests `respond` answers; `entry`: of its `Server`."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        disable_nagle_algorithm = True  # head and body are written one after the other

        def handle_asked(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            parts = urlsplit(self.path)
            one = Asked(
                self.command,
                parts.path.removeprefix("/dicom-web"),
                parse_qs(parts.query),
                {name.lower(): value for name, value in self.headers.items()},
                self.rfile.read(length),
                self,
            )
            asked.append(one)
            respond(one)

        def log_request(self, code: object = "-", size: object = "-") -> None:
            """Nothing."""

        def log_error(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing."""

    for verb in ("GET", "POST"):
        setattr(Handler, f"do_{verb}", Handler.handle_asked)

    class Quiet(ThreadingHTTPServer):
        daemon_threads = False
        request_queue_size = 64

        def __init__(self) -> None:
            super().__init__((HOST, 0), Handler)
            self.open: set[socket.socket] = set()

        def process_request_thread(self, request: Any, client_address: Any) -> None:
            self.open.add(request)
            super().process_request_thread(request, client_address)
            self.open.discard(request)

        def handle_error(self, request: Any, client_address: Any) -> None:
            """The client left."""

    with Quiet() as http:
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        url = f"http://{HOST}:{http.server_port}/dicom-web"
        try:
            yield WebServer(Server("Archive", HOST, web_url=url, **entry), asked)
        finally:
            http.shutdown()
            thread.join()
            for connection in list(http.open):
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)


# --- what a right answer has ------------------------------------------------------------------


def element(vr: str, *values: object) -> dict[str, object]:
    return {"vr": vr, "Value": list(values)}


def study(uid: str, name: str = "Doe^Jane", **more: object) -> dict[str, object]:
    return {
        "0020000D": element("UI", uid),
        "00100010": element("PN", {"Alphabetic": name}),
        "00100020": element("LO", "SYN1"),
        "00080020": element("DA", "20240301"),
        **more,
    }


def instance(uid: str, series_uid: str = "1.2.3") -> dict[str, object]:
    return {
        "00080018": element("UI", uid),
        "00080016": element("UI", "1.2.840.10008.5.1.4.1.1.128"),
        "0020000E": element("UI", series_uid),
    }


def multipart(*contents: bytes, boundary: str = "limit") -> bytes:
    body = b"".join(
        b"--%s\r\nContent-Type: application/dicom\r\n\r\n%s\r\n" % (boundary.encode(), content)
        for content in contents
    )
    return body + b"--%s--\r\n" % boundary.encode()


MULTIPART = 'multipart/related; type="application/dicom"; boundary=limit'


def stored(*uids: str, warning: int = 0) -> dict[str, object]:
    """A STOW-RS answer in which instances were stored."""
    items = [
        {"00081155": element("UI", uid)} | ({"00081196": element("US", warning)} if warning else {})
        for uid in uids
    ]
    return {"00081199": {"vr": "SQ", "Value": items}}


def refused(reason: int, *uids: str) -> dict[str, object]:
    items = [{"00081155": element("UI", uid), "00081197": element("US", reason)} for uid in uids]
    return {"00081198": {"vr": "SQ", "Value": items}}
