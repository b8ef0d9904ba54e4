"""Requests to a server's DICOMweb services, and the sentence where one fails.

Names and IDs of patients are part of the addresses that QIDO-RS prescribes, and passwords are part
of requests: no sentence, log or chain of exceptions that leaves this module holds either. That, its
limits and its streams are why requests are made here and not by dicomweb-client, which keeps whole
series in memory, repeats requests by itself and logs names; it builds the addresses.
"""

import json
import logging
import socket
import ssl
import time
from base64 import b64encode
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any, cast
from urllib.parse import quote, urlencode, urlsplit

import requests
from dicomweb_client.uri import URI
from requests.adapters import HTTPAdapter
from requests.utils import get_environ_proxies
from urllib3.exceptions import HTTPError as TransportError

from station.dicom.network.association import PATIENCE, BrokenOff, Patience
from station.dicom.network.multipart import content_type
from station.dicom.network.tls import client_context, tls_problem
from station.pacs import PacsError, Server, SignIn, Tls

logging.getLogger("urllib3").setLevel(logging.ERROR)  # it logs addresses, with names of patients

JSON = "application/dicom+json"
LARGEST_ANSWER = 64 * 1024**2
"""Bytes of JSON; a page of 1000 instances has about one"""
CHUNK = 64 * 1024
LONGEST_PAUSE_S = 30.0
"""That a busy server may ask for; where it asks for more, somebody decides"""
TRIES = 3
"""Of a request that a busy server asks to repeat"""
TICK_S = 0.1
LONGEST_QUOTE = 200

BUSY = (429, 503)
NO_SUCH_SERVICE = (404, 405, 410, 501)


class Lost(BrokenOff):
    """The connection ended, or was silent, before the answer was whole; worth another try."""


class Answered(PacsError):
    """The server answered that it does not do it; `status` is HTTP's."""

    def __init__(self, sentence: str, status: int) -> None:
        super().__init__(sentence)
        self.status = status


class Connection:
    """A signed-in connection with a server's DICOMweb services. Made by `connected`."""

    def __init__(
        self,
        server: Server,
        secret: str | None,
        patience: Patience,
        waiting: Callable[[], None],
    ) -> None:
        self.server = server
        self.root = _root(server)
        parts = urlsplit(self.root)
        self.host = parts.hostname or ""
        self.is_encrypted = parts.scheme == "https"
        self.port = parts.port or (443 if self.is_encrypted else 80)
        self.who = f"{server.name} ({parts.netloc})"
        self.patience = patience
        self.waiting = waiting
        self._session = _Session()
        self._session.trust_env = False  # neither ~/.netrc nor REQUESTS_CA_BUNDLE
        self._session.proxies = get_environ_proxies(self.root)
        self._session.headers.update({"User-Agent": "Station", "Accept-Encoding": "identity"})
        signed = _authorization(server, secret)
        if signed:
            self._session.headers["Authorization"] = signed
        if self.is_encrypted:
            self._session.mount("https://", _Encrypted(client_context(server.tls or Tls())))

    def close(self) -> None:
        self._session.close()

    def url(
        self,
        study_uid: str | None = None,
        series_uid: str | None = None,
        sop_uid: str | None = None,
        suffix: str = "",
        asked: Mapping[str, Any] | None = None,
    ) -> str:
        """Address of a resource, which `asked` limits. Raises PacsError for what is not a UID."""
        try:
            uri = URI(self.root, study_uid, series_uid, sop_uid)
        except (ValueError, TypeError):
            raise PacsError(
                f"{self.who} cannot be asked for a study, series or instance whose UID is not one. "
                "Search for the study again."
            ) from None
        if not asked:
            return f"{uri}{suffix}"
        # Wildcards as they are, which RFC 3986 3.4 allows: Orthanc 1.10 decodes none of a query.
        return f"{uri}{suffix}?{urlencode(asked, doseq=True, safe='*?:,', quote_via=quote)}"

    def json(self, url: str, what: str) -> tuple[list[dict[str, Any]], bool]:
        """The data sets of an answer, and whether the server says that there are more.

        `what` was asked, such as "a search for studies". Raises PacsError.
        """
        with self.answer("GET", url, what, {"Accept": JSON}) as answer:
            has_more = answer.headers.get("Warning", "").startswith("299")  # PS3.18 8.3.4.4
            return self.data_sets(answer, what), has_more

    def data_sets(self, answer: requests.Response, what: str) -> list[dict[str, Any]]:
        """The data sets of an answer in JSON; none where it is empty. Raises PacsError."""
        content = bytearray()
        for chunk in self.chunks(answer, what):
            content += chunk
            if len(content) > LARGEST_ANSWER:
                raise PacsError(
                    f"{self.who} answered {what} with more than {LARGEST_ANSWER / 1e6:.0f} MB. "
                    "Ask for less."
                )
        if not content.strip():
            return []
        kind, _ = content_type(answer.headers.get("Content-Type", ""))
        if kind in {"text/html", "application/xhtml+xml"}:
            raise self.web_page(what)
        try:
            parsed = json.loads(content)
        except (ValueError, RecursionError):
            raise PacsError(
                f"{self.who} answered {what} with something that is not DICOM JSON. Check the root "
                "address of its DICOMweb services; if it is right, report it to its administrator."
            ) from None
        found = cast("list[Any]", parsed if isinstance(parsed, list) else [parsed])
        if not all(isinstance(one, dict) for one in found):
            raise PacsError(
                f"{self.who} answered {what} with JSON that holds no DICOM data sets. Check the "
                "root address of its DICOMweb services."
            )
        return cast("list[dict[str, Any]]", found)

    def chunks(self, answer: requests.Response, what: str) -> Iterator[bytes]:
        """The body of an answer as it comes. Raises Lost."""
        with self._faults(what, is_answering=True):
            for chunk in answer.iter_content(CHUNK):
                self.waiting()
                yield chunk

    @contextmanager
    def answer(
        self,
        verb: str,
        url: str,
        what: str,
        headers: Mapping[str, str],
        body: Any = None,
        *,
        also: tuple[int, ...] = (),
    ) -> Generator[requests.Response]:
        """The answer to a request, whose body is not read yet. Raises PacsError.

        `also`: statuses from 300 up that are an answer too.
        """
        answer = self._asked(verb, url, what, headers, body)
        try:
            if answer.status_code >= 300 and answer.status_code not in also:
                raise self.refusal(answer, what)
            yield answer
        finally:
            answer.close()

    def _asked(
        self, verb: str, url: str, what: str, headers: Mapping[str, str], body: Any
    ) -> requests.Response:
        for left in reversed(range(TRIES)):
            self.waiting()
            with self._faults(what):
                answer = self._session.request(
                    verb,
                    url,
                    data=body,
                    headers=dict(headers),
                    stream=True,
                    timeout=(self.patience.connect_s, self.patience.answer_s),
                )
            pause_s = _pause_s(answer)
            if not left or pause_s is None or pause_s > LONGEST_PAUSE_S:
                break
            answer.close()
            self._rest(pause_s)
        return answer  # pyright: ignore[reportPossiblyUnboundVariable]

    def _rest(self, pause_s: float) -> None:
        until = time.monotonic() + pause_s
        while (left := until - time.monotonic()) > 0:
            self.waiting()
            time.sleep(min(left, TICK_S))

    # --- what went wrong ----------------------------------------------------------------------

    @contextmanager
    def _faults(self, what: str, *, is_answering: bool = False) -> Generator[None]:
        """Turns what requests and urllib3 raise, which holds addresses, into PacsError."""
        try:
            yield
        except (requests.RequestException, TransportError, UnicodeError) as error:
            raise self._fault(error, what, is_answering) from None

    def _fault(self, error: Exception, what: str, is_answering: bool) -> PacsError:
        causes = list(_causes(error))

        def has(*kinds: type[BaseException]) -> bool:
            return any(isinstance(cause, kinds) for cause in causes)

        if isinstance(error, requests.exceptions.ProxyError):
            return Lost(
                f"The proxy between this computer and {self.who} does not let Station through. "
                "Check the proxy of this computer (HTTPS_PROXY, NO_PROXY)."
            )
        for cause in causes:
            # Within an answer the handshake is over: the connection was cut.
            if isinstance(cause, ssl.SSLError) and not is_answering:
                address = (self.host, self.port)
                return tls_problem(cause, self.who, address, self.patience.connect_s)
        if has(socket.gaierror, UnicodeError):
            return PacsError(
                f'No computer of the name "{self.host}" is known here, so {self.server.name} '
                "cannot be reached. Check the address of its DICOMweb services, and that this "
                "computer is in the network."
            )
        if has(ConnectionRefusedError):
            return PacsError(
                f"{self.server.name} refuses connections: nothing listens at "
                f"{self.host}:{self.port}. Check the address of its DICOMweb services, and that "
                "the server runs."
            )
        if isinstance(error, requests.ConnectTimeout):
            return PacsError(
                f"{self.server.name} does not answer at {self.host}:{self.port} within "
                f"{self.patience.connect_s:.0f} s. Check the address of its DICOMweb services, and "
                "that no firewall is between."
            )
        if isinstance(error, requests.Timeout) or has(TimeoutError):
            return Lost(
                f"{self.who} has been silent for {self.patience.answer_s:.0f} s in the middle of "
                f"{what}. Try again; if it stays silent, ask its administrator."
            )
        if isinstance(error, requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema):
            return PacsError(
                f"The address of the DICOMweb services of {self.server.name} is not one that can "
                "be reached. Write it as https://pacs.example/dicom-web."
            )
        if isinstance(error, requests.exceptions.ContentDecodingError):
            return Lost(f"{self.who} sent {what} in a compression that cannot be undone.")
        return Lost(
            f"{self.who} closed the connection in the middle of {what}. Check the network and "
            "that the server still runs, then try again."
        )

    def web_page(self, what: str) -> PacsError:
        """The sentence about a page for people in place of data."""
        return PacsError(
            f"{self.who} answered {what} with a web page, perhaps one to sign in at. Check the "
            "root address of its DICOMweb services and how Station signs in there."
        )

    def refusal(self, answer: requests.Response, what: str) -> PacsError:
        """The sentence about an answer that is a refusal."""
        status, root = answer.status_code, self.root
        if status < 400:
            return Answered(self._redirected(answer, what), status)
        sentence = {
            401: self._unknown(answer),
            403: f"{self.who} does not allow Station {what}. Ask its administrator to allow it "
            f"{self._as_whom()}.",
            404: f"{self.who} has nothing at the address of {what}. Check the root address of its "
            f"DICOMweb services ({root}).",
            405: f"{self.who} does not offer {what}. Check the root address of its DICOMweb "
            f"services ({root}).",
            406: f"{self.who} cannot give the answer to {what} in a form that Station reads. "
            "Report it to its administrator.",
            407: f"The proxy before {self.who} wants a sign-in. Ask the network's administrator to "
            "let Station through without one.",
            408: f"{self.who} gave up {what}, which took too long. Try again.",
            413: f"{self.who} finds {what} too large. Ask its administrator to raise the limit.",
            415: f"{self.who} does not take the form in which Station sent {what}. Report it to "
            "its administrator.",
            501: f"{self.who} does not offer {what}.",
            502: f"A proxy before {self.who} does not reach it. Ask its administrator whether the "
            "server runs.",
            504: f"A proxy before {self.who} waited for it in vain. Try again, or ask its "
            "administrator.",
            507: f"{self.who} has no space left. Ask its administrator.",
        }.get(status)
        if status in BUSY:
            pause_s = _pause_s(answer)
            when = "later" if not pause_s else f"in {pause_s:.0f} s, as it asks"
            sentence = f"{self.who} is too busy for {what}. Try again {when}."
        if sentence is None and status >= 500:
            sentence = (
                f"{self.who} failed in the middle of {what} (HTTP {status}). Its log says why."
            )
        if sentence is None:
            sentence = (
                f"{self.who} refused {what} (HTTP {status}). Check the root address of its "
                "DICOMweb services, or ask its administrator."
            )
        return Answered(sentence, status)

    def _as_whom(self) -> str:
        match self.server.sign_in:
            case SignIn.BASIC:
                return f'for the user "{self.server.user}"'
            case SignIn.BEARER:
                return "for this token"
            case SignIn.NONE:
                return "or to say how to sign in"

    def _unknown(self, answer: requests.Response) -> str:
        offered = answer.headers.get("WWW-Authenticate", "").split(" ")[0].strip(",").lower()
        match self.server.sign_in:
            case SignIn.BASIC if offered != "bearer":
                return (
                    f'{self.who} does not accept the password of "{self.server.user}". Enter both '
                    "again in the server's settings."
                )
            case SignIn.BEARER if offered != "basic":
                return (
                    f"{self.who} does not accept the token; it may have expired. Enter a new one "
                    "in the server's settings."
                )
            case _:
                how = {"basic": "a user and password", "bearer": "a token"}.get(offered)
                how = how or "that Station signs in"
                return f"{self.who} wants {how}. Choose that in the server's settings."

    def _redirected(self, answer: requests.Response, what: str) -> str:
        try:
            to = urlsplit(answer.headers.get("Location", ""))
            place = to.netloc.rpartition("@")[2] or self.host
        except ValueError:
            return f"{self.who} answered {what} with a redirection to nowhere."
        if to.scheme == "https" and not self.is_encrypted and to.hostname in {self.host, None}:
            return (
                f"{self.who} wants an encrypted connection. Write the root address of its DICOMweb "
                "services with https."
            )
        return (
            f"{self.who} answered {what} by pointing to another address, at {quoted(place)}. "
            "If that is a page to sign in at, choose how Station signs in; else correct the root "
            "address of its DICOMweb services."
        )


@contextmanager
def connected(
    server: Server,
    secret: str | None,
    patience: Patience = PATIENCE,
    waiting: Callable[[], None] = lambda: None,
) -> Generator[Connection]:
    """A connection within the block. Raises PacsError where the server's entry cannot be right.

    `waiting` is called while something is waited for; what it raises passes.
    """
    connection = Connection(server, secret, patience, waiting)
    try:
        yield connection
    finally:
        connection.close()


class _Session(requests.Session):
    """Follows nobody: to a page to sign in at, or to a host that nobody chose."""

    def get_redirect_target(self, resp: requests.Response) -> str | None:
        return None


class _Encrypted(HTTPAdapter):
    """Trusts whom Station's context trusts; requests would add the authorities that it brings."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs, ssl_context=self._context)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:
        return super().proxy_manager_for(proxy, **kwargs, ssl_context=self._context)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        conn.cert_reqs = "CERT_REQUIRED"


def _root(server: Server) -> str:
    """Raises PacsError."""
    root = server.web_url.strip().rstrip("/")
    with suppress(ValueError):
        parts = urlsplit(root)
        if parts.username or parts.password:
            raise PacsError(
                f"The address of the DICOMweb services of {server.name} must not hold a password. "
                "Leave it out, and enter user and password in the server's settings."
            )
        is_plain = not (parts.query or parts.fragment)
        # The port is read because it may not be a number.
        if parts.scheme in {"http", "https"} and parts.hostname and is_plain and parts.port != 0:
            return root
    raise PacsError(
        f"The address of the DICOMweb services of {server.name} is not one. Write it as "
        "https://pacs.example/dicom-web."
    )


def _authorization(server: Server, secret: str | None) -> str:
    """The header with which Station signs in; empty: it does not. Raises PacsError."""
    if server.sign_in is SignIn.NONE:
        return ""
    if not secret:
        raise PacsError(
            f"Station has no password or token for {server.name}. Enter it in the server's "
            "settings."
        )
    if server.sign_in is SignIn.BASIC:
        if ":" in server.user:
            raise PacsError(  # RFC 7617 2
                f"A user's name with a colon cannot sign in at {server.name}. Ask its "
                "administrator for another one."
            )
        return f"Basic {b64encode(f'{server.user}:{secret}'.encode()).decode()}"
    token = secret.strip().removeprefix("Bearer ").strip()
    if not token.isascii() or not token.isprintable() or " " in token or not token:
        raise PacsError(
            f"What was entered as the token for {server.name} is not one: it has characters that a "
            "token cannot have. Enter it again."
        )
    return f"Bearer {token}"


def _pause_s(answer: requests.Response) -> float | None:
    """How long a busy server asks to wait; None: it does not ask to repeat the request."""
    asked = answer.headers.get("Retry-After", "")
    if answer.status_code not in BUSY or not asked.isascii() or not asked.isdecimal():
        return None
    return float(asked[:6])


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An exception and those that led to it, however its library holds them."""
    waiting, seen = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        held = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [other for other in held if isinstance(other, BaseException)]


def quoted(text: str) -> str:
    """What a server wrote, as a sentence may show it."""
    return "".join(c for c in text[:LONGEST_QUOTE] if c.isascii() and c.isprintable()) or "?"
