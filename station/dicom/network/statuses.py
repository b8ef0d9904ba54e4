"""What a server's status means, in words and with what can be done.

Sources: PS3.7 Annex C (all services); PS3.4 B.2.3 (C-STORE), C.4.1.1.4 (C-FIND), C.4.2.1.5
(C-MOVE), C.4.3.1.4 (C-GET). The comment that a server may add is not shown: it may name
the patient.
"""

from station.dicom.network.association import place
from station.pacs import Server

SUCCESS = 0x0000
PENDING = (0xFF00, 0xFF01)
CANCELLED = 0xFE00
MOVE_DESTINATION_UNKNOWN = 0xA801
SOME_FAILED = 0xB000

WARNINGS = (0x0001, 0x0107, 0x0116)
"""Those of PS3.7 Annex C that are not Bxxx"""

MEANINGS = {
    0x0105: "it knows no such attribute",
    0x0106: "it found the value of an attribute invalid",
    0x0110: "it failed to process it. Its log says why",
    0x0111: "it has an instance of this UID already",
    0x0112: "it has no such instance",
    0x0115: "it found an argument invalid",
    0x0117: "it found the instance's UID invalid",
    0x0118: "it does not know this kind of object (SOP class)",
    0x0119: "it knows the instance as another kind of object (SOP class)",
    0x0120: "it misses an attribute",
    0x0121: "it misses the value of an attribute",
    0x0122: "it does not support this kind of object (SOP class). Ask its administrator to allow "
    "it",
    0x0123: "it does not know this action",
    0x0124: "Station is not authorised. Ask its administrator to allow it",
    0x0210: "it took it for a repeated message",
    0x0211: "it does not know this operation",
    0x0212: "it found the type of an argument wrong",
    0x0213: "it has reached a limit of its resources. Try again later",
    0xA700: "it is out of resources, which often means that its disk is full. Try again later, or "
    "ask its administrator",
    0xA701: "it ran out of resources while it counted what matches. Ask for less at a time",
    0xA702: "it ran out of resources while it sent, or could not send to Station. Try again later, "
    "and ask its administrator whether it reaches this computer",
    0xA900: "it found that the data do not match their kind of object (SOP class)",
    0xAA00: "none of the frames that were asked for were found",
    0xAA01: "it cannot make a new object of this kind",
    0xAA02: "it cannot extract frames",
    0xAA03: "what was asked for with times is no object with times",
    0xAA04: "it found the request invalid",
    0xB000: "some of the instances failed",
    0xB006: "it left elements out",
    0xB007: "the data do not match their kind of object (SOP class)",
    CANCELLED: "it was cancelled",
}
KINDS = ((0xA7, "it is out of resources. Try again later"), (0xA9, "the data do not match"))
"""By the first byte, for what has no meaning of its own"""


def is_success(status: int) -> bool:
    """Whether what was asked for is done, with a warning or without one."""
    return status == SUCCESS or is_warning(status)


def is_warning(status: int) -> bool:
    return status in WARNINGS or status & 0xF000 == 0xB000


def sentence(
    status: int, server: Server, asked: str, *, port: int | None = None, sop_class: str = ""
) -> str:
    """Why `asked`, such as "C-STORE", was not done, or only with a warning.

    `port`: where Station listens for what a C-MOVE brings. `sop_class`: the name of the kind of
    object, where it is the matter.
    """
    if status == MOVE_DESTINATION_UNKNOWN:
        return (
            f"{place(server)} does not know where to send the study (status A801). Its "
            f'administrator has to enter a destination with the AE title "{server.calling_aet}", '
            f"the address of this computer and port {port if port else 'of the listener'}; or "
            "choose C-GET for this server."
        )
    what = f" for {sop_class}" if sop_class else ""
    return f"{place(server)} refused a {asked}{what}: {meaning(status)} (status {status:04X})."


def meaning(status: int) -> str:
    """The words for a status, without a full stop."""
    if status in MEANINGS:
        return MEANINGS[status]
    first = status >> 8
    for kind, words in KINDS:
        if first == kind:
            return words
    if status & 0xF000 == 0xC000:
        return "it could not understand or process it. Its log says why"
    if status & 0xF000 == 0xB000:
        return "it did it with a warning"
    return "its reason is its own. Its log says why"
