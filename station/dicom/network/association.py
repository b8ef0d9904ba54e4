"""How a server is reached: the connection, and the sentences where there is none.

An association over it is `station.dicom.network.wire`'s.
"""

import logging
import socket
import ssl
from dataclasses import dataclass

from pynetdicom import _config

from station.dicom.network.tls import client_context, tls_problem
from station.pacs import PacsError, Server

# Its loggers and default handlers write whole identifiers, names of patients among them.
_config.LOG_HANDLER_LEVEL = "none"
_config.LOG_REQUEST_IDENTIFIERS = False
_config.LOG_RESPONSE_IDENTIFIERS = False
logging.getLogger("pynetdicom").setLevel(logging.CRITICAL)
logging.getLogger("pynetdicom").propagate = False

QUICK_ACK = getattr(socket, "TCP_QUICKACK", socket.TCP_NODELAY)  # only Linux has it
AET_LENGTH = 16  # PS3.5 6.2


@dataclass(frozen=True)
class Patience:
    """How long Station waits in seconds. Each is a silence: never the length of a transfer."""

    connect_s: float = 10.0
    """For the connection and the TLS handshake"""
    associate_s: float = 15.0
    """For the answer to the request for an association"""
    answer_s: float = 60.0
    """Without a byte in either direction, within an association"""
    release_s: float = 5.0
    """For the answer to a release; after it the association is aborted"""


PATIENCE = Patience()


class BrokenOff(PacsError):
    """An association ended before the answer came. Worth trying once more."""


def place(server: Server) -> str:
    """A server as sentences name it."""
    return f"{server.name} ({server.host}:{server.port})"


def require_aet(title: str, whose: str) -> None:
    """Raise PacsError where an AE title is not one (PS3.5 6.2)."""
    if not title.strip():
        raise PacsError(f"The AE title {whose} is empty. Enter it.")
    if len(title) > AET_LENGTH or not title.isascii() or not title.isprintable() or "\\" in title:
        raise PacsError(
            f'"{title}" cannot be the AE title {whose}: it has at most {AET_LENGTH} characters of '
            "ASCII and no backslash. Correct it."
        )


def connect(server: Server, patience: Patience) -> socket.socket:
    """A connection to `server`, encrypted where it has TLS. Raises PacsError."""
    who, where = server.name, f"{server.host}:{server.port}"
    try:
        connected = socket.create_connection((server.host, server.port), patience.connect_s)
    except (socket.gaierror, UnicodeError) as error:
        raise PacsError(
            f'No computer of the name "{server.host}" is known here, so {who} cannot be reached. '
            "Check the host, and that this computer is in the network."
        ) from error
    except ConnectionRefusedError as error:
        raise PacsError(
            f"{who} refuses connections: nothing listens at {where}. Check host and port, and that "
            "the server runs."
        ) from error
    except TimeoutError as error:
        raise PacsError(
            f"{who} does not answer at {where} within {patience.connect_s:.0f} s. Check host and "
            "port, and that no firewall is between."
        ) from error
    except (OSError, OverflowError) as error:
        raise PacsError(
            f"{who} cannot be reached at {where}: {getattr(error, 'strerror', None) or error}. "
            "Check host and port, and that this computer is in the network."
        ) from error
    if server.tls is None:
        return connected
    try:
        context = client_context(server.tls)
        return context.wrap_socket(connected, server_hostname=server.host)
    except OSError as error:
        connected.close()
        address = (server.host, server.port)
        raise tls_problem(error, place(server), address, patience.connect_s) from error
    except BaseException:
        connected.close()
        raise


REJECTED = {  # (source, diagnostic): PS3.8 Table 9-21
    (1, 2): "it does not know DICOM's application context. Something else may listen on this port",
    (2, 2): "it speaks another version of the protocol. Something else may listen on this port",
    (3, 1): "it is too busy. Try again later",
    (3, 2): "it has as many associations as it allows. Try again later",
}


def expects_tls(who: str) -> PacsError:
    return PacsError(
        f"{who} expects TLS on this port. Switch TLS on in the server's settings, or enter the "
        "port without TLS."
    )


def speaks_tls(server: Server, patience: Patience) -> bool:
    """Whether a port answers to TLS. Nothing is sent through it, and nobody is trusted."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    address = (server.host, server.port)
    try:
        with (
            socket.create_connection(address, patience.connect_s) as plain,
            context.wrap_socket(plain, server_hostname=server.host),
        ):
            return True
    except ssl.SSLError as error:
        return "ALERT" in (error.reason or "")
    except OSError:
        return False


def rejected(server: Server, source: int | None, diagnostic: int | None) -> PacsError:
    who, why = place(server), (source or 0, diagnostic or 0)
    if why == (1, 7):
        return PacsError(
            f'{who} does not know itself by the AE title "{server.called_aet}". Enter the AE title '
            "that the server has."
        )
    if why == (1, 3):
        return PacsError(
            f'{who} does not know "{server.calling_aet}", the AE title that Station uses. Let its '
            "administrator add it, with the name or address of this computer."
        )
    if why in REJECTED:
        return PacsError(f"{who} rejected the association: {REJECTED[why]}.")
    return PacsError(
        f"{who} rejected the association without a reason. Often one of the AE titles "
        f'"{server.called_aet}" and "{server.calling_aet}" or this computer\'s address is not '
        "known there: ask its administrator."
    )
