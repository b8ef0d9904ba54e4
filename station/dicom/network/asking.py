"""What is asked of a server over an association, and answered in one message or many.

C-ECHO, C-FIND, C-GET and C-MOVE (PS3.7 9.1); C-STORE is sent by `station.dicom.network.store`.
"""

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from io import BytesIO

from pydicom.dataset import Dataset
from pydicom.filereader import read_dataset
from pydicom.uid import UID
from pynetdicom.dsutils import encode

from station.dicom.attributes import PARSE_ERRORS
from station.dicom.header import lenient
from station.dicom.network import wire
from station.dicom.network.association import PATIENCE, Patience, place
from station.dicom.network.statuses import PENDING
from station.dicom.network.wire import Command, Line, Lost, Nonsense, Proposal, Tag, Verb, unhurried
from station.pacs import PacsError, Server

VERIFICATION = "1.2.840.10008.1.1"  # PS3.4 A.4
UNCOMPRESSED = ("1.2.840.10008.1.2.1", "1.2.840.10008.1.2")
"""Explicit and Implicit VR Little Endian"""
LONGEST_ANSWER = 16 << 20
"""Bytes of an identifier: some 200,000 UIDs that failed"""
LAST_MESSAGE = 0xFFFF
NAMED = 3
"""Classes that a sentence names"""


@dataclass(frozen=True)
class Answer:
    """One of the answers to a request."""

    status: int
    suboperations: int
    """Of a C-GET or C-MOVE: how many there are, as far as the server tells"""
    identifier: Dataset | None
    """None where there is none, or one that cannot be read"""

    @property
    def is_pending(self) -> bool:
        return self.status in PENDING


class Association:
    """An association over which a server is asked; made by `associated`."""

    def __init__(self, server: Server, line: Line) -> None:
        self.server = server
        self.line = line
        self._message = 0

    def context(self, sop_class: str) -> int | None:
        """The number of the first context of a class that the server accepted."""
        return next(
            (n for n, (agreed, _) in self.line.contexts.items() if agreed == sop_class), None
        )

    def ask(
        self,
        verb: Verb,
        sop_class: str,
        keys: Dataset | None = None,
        *,
        destination: str = "",
        store: Callable[[Line, Command], None] | None = None,
    ) -> Generator[Answer]:
        """The answers to a request, the last of which is not pending. Raises Lost.

        `store` takes the C-STOREs that come over this association (C-GET), and answers them. What
        it and the line's `tick` raise passes.
        """
        context = self.context(sop_class)
        assert context is not None
        asked = verb.name.replace("_", "-")
        self._message = self._message % LAST_MESSAGE + 1
        request: dict[Tag, int | str] = {
            Tag.AFFECTED_CLASS: sop_class,
            Tag.COMMAND: verb,
            Tag.MESSAGE_ID: self._message,
        }
        if keys is not None:
            request[Tag.PRIORITY] = 0
        if destination:
            request[Tag.DESTINATION] = destination
        try:
            self.line.send(context, request, self._encoded(keys, context))
            while True:
                command = self.line.command()
                if command is None:
                    raise Lost("")
                if command.verb == Verb.C_STORE and store is not None:
                    store(self.line, command)
                    continue
                answer = self._answer(command, verb)
                yield answer
                if not answer.is_pending:
                    return
        except Lost as error:
            raise self._unanswered(error, asked) from error

    def cancel(self, sop_class: str) -> None:
        """Ask the server to stop answering the last request. Raises Lost."""
        context = self.context(sop_class)
        assert context is not None
        self.line.send(context, {Tag.COMMAND: Verb.C_CANCEL, Tag.ANSWERED_ID: self._message})

    def _encoded(self, keys: Dataset | None, context: int) -> bytes:
        if keys is None:
            return b""
        data = encode(keys, UID(self.line.contexts[context][1]).is_implicit_VR, True)
        assert data is not None
        return data

    def _answer(self, command: Command, verb: Verb) -> Answer:
        identifier = None
        if command.has_dataset:
            data = bytearray()
            for piece in self.line.dataset():
                data += piece
                if len(data) > LONGEST_ANSWER:
                    raise Nonsense(f"{self.line.who} sent an answer of an absurd length.")
            syntax = UID(self.line.contexts[command.context][1])
            with suppress(*PARSE_ERRORS):
                identifier = read_dataset(
                    BytesIO(data), syntax.is_implicit_VR, syntax.is_little_endian
                )
        if (
            command.verb != verb | wire.ANSWER
            or command.number(Tag.ANSWERED_ID) != self._message
            or not command.has_status
        ):
            raise Nonsense(f"{self.line.who} sent something that was not asked for.")
        counts = (Tag.REMAINING, Tag.COMPLETED, Tag.FAILED, Tag.WARNED)
        return Answer(command.number(Tag.STATUS), sum(map(command.number, counts)), identifier)

    def _unanswered(self, error: Lost, asked: str) -> Lost:
        """The sentence for an association that ended where "C-FIND" was asked."""
        who = place(self.server)
        match error:
            case wire.Silent():
                words = (
                    f"has not answered a {asked} within {self.line.silence_s:.0f} s. Try again; if "
                    "it stays silent, ask its administrator."
                )
            case wire.Aborted():
                words = (
                    f"aborted the association in the middle of a {asked}. Try again; if it happens "
                    "again, its log says why."
                )
            case Nonsense():
                words = (
                    f"answered a {asked} with something that is not valid DICOM. Ask its "
                    "administrator."
                )
            case _:
                words = (
                    f"closed the connection in the middle of a {asked}. Check the network and that "
                    "the server still runs, then try again."
                )
        return type(error)(f"{who} {words}")


@contextmanager
def associated(
    server: Server,
    proposals: Sequence[Proposal],
    patience: Patience = PATIENCE,
    tick: Callable[[], None] = unhurried,
) -> Generator[Association]:
    """An association with `server`; released at the end of the block, aborted where it raises.

    At least one of `proposals` is accepted. `tick` is called while waiting, and may raise. Raises
    PacsError with what is wrong. What is wrong in an answer is no warning, and no line of a log.
    """
    with lenient():
        line, _ = wire.open_line(server, proposals, patience, tick)
        try:
            if not line.contexts:
                raise PacsError(
                    f"{place(server)} offers none of what Station asks for ({_named(proposals)}). "
                    f"Let its administrator allow it for the AE title {server.calling_aet}."
                )
            yield Association(server, line)
        except BaseException:  # Cancelled and KeyboardInterrupt too
            line.abort()
            raise
        line.release()


def echo(server: Server, patience: Patience = PATIENCE) -> None:
    """Ask a server whether it is there (C-ECHO). Raises PacsError with what is wrong."""
    with associated(server, [Proposal(VERIFICATION, UNCOMPRESSED)], patience) as association:
        (answer,) = association.ask(Verb.C_ECHO, VERIFICATION)
    if answer.status:
        raise PacsError(
            f"{place(server)} answered a C-ECHO with status {answer.status:04X}, not with success. "
            "Ask its administrator whether it is in order."
        )


def _named(proposals: Sequence[Proposal]) -> str:
    names = list(dict.fromkeys(UID(proposal.sop_class).name for proposal in proposals))
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" and {more} more" if more > 0 else "")
