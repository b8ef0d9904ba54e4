"""Encrypted connections by the profile of BCP 195: TLS 1.2 or later, forward secrecy, AEAD.

Source: PS3.15 B.12 (BCP 195 RFC 9325 TLS Secure Transport Connection Profile).
"""

import socket
import ssl
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from station.pacs import PacsError, Tls

if TYPE_CHECKING:
    from cryptography import x509

CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"
"""Of TLS 1.2; those of 1.3 are all allowed. PS3.15 B.12, RFC 9325 4.2"""
LONGEST_FILE = 4 * 1024**2
"""Bytes of a file of certificates; all authorities of a system are a quarter of it"""
NAMES_SHOWN = 3

NOT_YET_VALID, EXPIRED, OTHER_HOST, OTHER_ADDRESS, REVOKED = 9, 10, 62, 64, 23
"""X509_V_ERR_… of OpenSSL's x509_vfy.h"""


def client_context(tls: Tls, password: str | None = None) -> ssl.SSLContext:
    """What Station asks of a server's certificate, and shows of its own. Raises PacsError.

    `password`: of the key, where it is encrypted.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # checks certificate and host
    _harden(context)
    if tls.ca:
        _trust(context, tls.ca, "the certificate authority")
    else:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    if tls.certificate:
        _show(context, tls.certificate, tls.key, password)
    elif tls.key:
        raise PacsError(
            f"There is a key ({tls.key}) but no certificate. Choose the certificate that belongs "
            "to it, too."
        )
    return context


def server_context(
    certificate: Path, key: Path, client_ca: Path | None = None, password: str | None = None
) -> ssl.SSLContext:
    """What Station shows to who connects to it. Raises PacsError.

    `client_ca`: whoever connects must show a certificate that this authority signed; None: they
    need none.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    _harden(context)
    _show(context, certificate, key, password)
    if client_ca:
        _trust(context, client_ca, "the authority that signs clients' certificates")
        context.verify_mode = ssl.CERT_REQUIRED
    return context


def _harden(context: ssl.SSLContext) -> None:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION  # RFC 9325 3.3, 3.5


def _trust(context: ssl.SSLContext, file: Path, whose: str) -> None:
    certificates = _certificates(file, f"Choose the file of {whose}.")
    if all(certificate.not_valid_after_utc < datetime.now(UTC) for certificate in certificates):
        last = max(certificate.not_valid_after_utc for certificate in certificates)
        raise PacsError(
            f"The certificate in {file} expired on {last:%Y-%m-%d}. Ask for the new one of "
            f"{whose}, and check this computer's date."
        )
    try:
        context.load_verify_locations(cafile=str(file))
    except OSError as error:
        raise PacsError(
            f"{file} cannot be read as certificates (PEM): {_reason(error)}. Choose the file of "
            f"{whose}."
        ) from error


def _show(
    context: ssl.SSLContext, certificate: Path, key: Path | None, password: str | None
) -> None:
    now, own = datetime.now(UTC), _certificates(certificate, "Choose another file.")[0]
    if own.not_valid_after_utc < now:
        raise PacsError(
            f"The certificate {certificate} expired on {own.not_valid_after_utc:%Y-%m-%d}. Ask "
            "who issued it for a new one."
        )
    if own.not_valid_before_utc > now:
        raise PacsError(
            f"The certificate {certificate} is valid from {own.not_valid_before_utc:%Y-%m-%d} "
            "only. Check this computer's date."
        )
    key_file = key or certificate
    is_encrypted = b"ENCRYPTED" in _content(key_file, "Choose the key of the certificate.")
    if is_encrypted and password is None:
        raise PacsError(
            f"The key {key_file} is protected by a password, which Station cannot ask for. Keep a "
            "copy without it (openssl pkey) in a file that only you can read, and choose that."
        )
    try:
        # Without a password OpenSSL would ask on the terminal, and wait.
        context.load_cert_chain(certificate, key, password=password or "-")
    except OSError as error:
        if is_encrypted:
            raise PacsError(
                f"The password does not open the key {key_file}. Enter it again."
            ) from (error)
        if getattr(error, "reason", None) == "KEY_VALUES_MISMATCH":
            raise PacsError(
                f"The key {key_file} does not belong to the certificate {certificate}. Choose the "
                "one with which the certificate was asked for."
            ) from error
        raise PacsError(
            f"{certificate} cannot be used with the key {key_file}: {_reason(error)}. Choose a "
            "certificate and the key that belongs to it (PEM)."
        ) from error


def _certificates(file: Path, remedy: str) -> "list[x509.Certificate]":
    """Those of a PEM file: at least one. Raises PacsError."""
    from cryptography import x509

    content = _content(file, remedy)
    try:
        if certificates := x509.load_pem_x509_certificates(content):
            return certificates
    except ValueError:
        pass
    try:
        x509.load_der_x509_certificate(content)
    except ValueError:
        raise PacsError(f"{file} does not hold a certificate (PEM). {remedy}") from None
    raise PacsError(
        f"{file} is a certificate in the form DER. Convert it to PEM: "
        f"openssl x509 -inform der -in {file.name} -out {file.stem}.pem."
    )


def _content(file: Path, remedy: str) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(LONGEST_FILE + 1)
    except OSError as error:
        raise PacsError(f"{file} cannot be read: {_reason(error)}. {remedy}") from error
    if len(content) > LONGEST_FILE:
        raise PacsError(f"{file} is too large for a file of certificates. {remedy}")
    return content


def _reason(error: OSError) -> str:
    if isinstance(error, ssl.SSLError) and error.reason:
        return error.reason.replace("_", " ").lower()
    return error.strerror or str(error)


# --- what went wrong with a server ------------------------------------------------------------


def tls_problem(
    error: OSError, who: str, address: tuple[str, int] | None = None, patience_s: float = 10.0
) -> PacsError:
    """The sentence about an encrypted connection that failed.

    `who`: the server as sentences name it. `address`: where its certificate may be looked at once
    more, without trusting it, to say since when it has expired or whose it is; None: not.
    """
    if isinstance(error, ssl.SSLCertVerificationError):
        seen = _shown_by(address, patience_s) if address else None
        return _not_trusted(error.verify_code, who, seen)
    if isinstance(error, TimeoutError):
        return PacsError(
            f"{who} does not answer to TLS within {patience_s:.0f} s. It may not speak TLS on "
            "this port: check the port, or switch TLS off."
        )
    closed = isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError | ConnectionError)
    if closed or (not isinstance(error, ssl.SSLError) and error.errno == 0):  # as older Pythons do
        return PacsError(
            f"{who} closed the connection instead of answering to TLS. Check the port, and whether "
            "it wants a certificate of this computer."
        )
    reason = (getattr(error, "reason", None) or "").upper()
    if "CERTIFICATE_REQUIRED" in reason:
        return PacsError(
            f"{who} wants to see a certificate of this computer. Choose the certificate and key "
            "that its administrator issued in the server's settings."
        )
    if ("CERTIFICATE" in reason and "ALERT" in reason) or "UNKNOWN_CA" in reason:
        return PacsError(
            f"{who} does not accept the certificate with which Station shows who it is. Choose the "
            "certificate and key that its administrator issued in the server's settings."
        )
    if "ALERT_HANDSHAKE_FAILURE" in reason:
        return PacsError(
            f"{who} broke off the TLS handshake: it wants a certificate of this computer, or has "
            "no method of encryption in common with Station, which needs TLS 1.2 or later with "
            "forward secrecy. Ask its administrator which."
        )
    if any(word in reason for word in ("PROTOCOL_VERSION", "UNSUPPORTED", "DH_KEY", "SHARED")):
        return PacsError(
            f"{who} and Station have no method of encryption in common: Station needs TLS 1.2 or "
            "later. Ask its administrator to update it."
        )
    if "ALERT" in reason:
        return PacsError(
            f"{who} broke off the encrypted connection ({_reason(error)}). Its log says why."
        )
    return PacsError(
        f"{who} does not speak TLS on this port. Check the port, or switch TLS off in the server's "
        "settings."
    )


def _not_trusted(code: int, who: str, seen: "x509.Certificate | None") -> PacsError:
    now = datetime.now(UTC)
    if code == EXPIRED:
        since = ""
        if seen and seen.not_valid_after_utc < now:  # else it is the authority's that has
            since = f" on {seen.not_valid_after_utc:%Y-%m-%d}"
        return PacsError(
            f"The certificate of {who} has expired{since}. Its administrator has to renew it; "
            "also check this computer's date."
        )
    if code == NOT_YET_VALID:
        start = ""
        if seen and seen.not_valid_before_utc > now:
            start = f" before {seen.not_valid_before_utc:%Y-%m-%d}"
        return PacsError(
            f"The certificate of {who} is not valid yet{start}. Check the date of this computer "
            "and of the server."
        )
    if code in {OTHER_HOST, OTHER_ADDRESS}:
        names = f" ({_names(seen)})" if seen and _names(seen) else ""
        return PacsError(
            f"The certificate of {who} is for another host{names}. Enter the host as the "
            "certificate names it, or let the server's administrator renew it."
        )
    if code == REVOKED:
        return PacsError(
            f"The certificate of {who} was revoked. Ask its administrator for a new one."
        )
    by = f" (it is signed by {seen.issuer.rfc4514_string()})" if seen else ""
    if seen and seen.issuer == seen.subject:
        by = " (it is signed by itself)"
    return PacsError(
        f"The certificate of {who} is not signed by an authority that is trusted here{by}. Choose "
        "the file of its certificate authority (CA) in the server's settings."
    )


def _shown_by(address: tuple[str, int], patience_s: float) -> "x509.Certificate | None":
    """The certificate that a server shows, trusted or not; None where it cannot be seen."""
    from cryptography import x509

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # nothing is sent on this connection
    try:
        with (
            socket.create_connection(address, patience_s) as plain,
            context.wrap_socket(plain, server_hostname=address[0]) as connected,
        ):
            der = connected.getpeercert(binary_form=True)
        return x509.load_der_x509_certificate(der) if der else None
    except (OSError, ValueError):
        return None


def _names(certificate: "x509.Certificate") -> str:
    """The hosts that a certificate is for, as a sentence lists them."""
    from cryptography import x509

    try:
        extension = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except (x509.ExtensionNotFound, ValueError):
        return ""
    hosts = list(extension.value.get_values_for_type(x509.DNSName))
    hosts += map(str, extension.value.get_values_for_type(x509.IPAddress))
    more = f" and {len(hosts) - NAMES_SHOWN} more" if len(hosts) > NAMES_SHOWN else ""
    return ", ".join(hosts[:NAMES_SHOWN]) + more
