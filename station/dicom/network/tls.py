"""Encrypted connections by the profile of BCP 195: TLS 1.2 or later, forward secrecy, AEAD."""

import ssl

from station.pacs import PacsError, Tls

CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20"
"""Of TLS 1.2; those of 1.3 are all allowed. PS3.15 B.12, RFC 9325 4.2"""


def client_context(tls: Tls) -> ssl.SSLContext:
    """What Station asks of a server's certificate, and shows of its own. Raises PacsError."""
    try:
        context = ssl.create_default_context(cafile=str(tls.ca) if tls.ca else None)
    except OSError as error:
        raise PacsError(
            f"{tls.ca} cannot be read as certificates (PEM): {error.strerror or error}. Choose the "
            "file of the certificate authority."
        ) from error
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    if tls.certificate:
        try:
            context.load_cert_chain(tls.certificate, tls.key)
        except OSError as error:
            raise PacsError(
                f"{tls.certificate} cannot be used with its key: {error.strerror or error}. Choose "
                "a certificate and the key that belongs to it (PEM)."
            ) from error
    return context
