"""What a blinded reader study protects against, and what not: told before a study is made."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Protection:
    """What somebody might do, and what stands against it."""

    against: str
    how: str
    rest: str
    """What is left to people"""


TITLE = "What this protects against, and what not"

PROTECTIONS = (
    Protection(
        "A reader recognises how an image was made",
        "Images go by codes. Both of a case have one header, air, body mask, steps and, above "
        "every window, maximum; a rule on these is tried before the study begins. The window "
        "has limits, and how it was used is recorded. While somebody signs in and reads, the "
        "program is hidden; station read opens nothing else.",
        "Noise and sharpness inside the body are what is compared, and cannot be hidden. "
        "Whoever takes the copies to another program can sort them by these.",
    ),
    Protection(
        "A reader remembers a case, or looks up what they gave before",
        "Washout in cases or days; repeats are not announced and not revised; the protocol "
        "limits how many cases are opened again, and every opening is recorded.",
        "A patient with a rare finding is remembered all the same.",
    ),
    Protection(
        "Answers are changed afterwards",
        "First and last answers are kept, and the protocol says which are analysed. Every entry"
        " holds the hash of the one before and is signed with a key that a password opens. "
        "Station only adds, and the database refuses changes.",
        "Who owns the disk can delete the record, or put an older copy in its place. That is "
        "noticed by what stations remember apart from it (STATION_WITNESS) and by a hash on "
        "paper; it is not prevented.",
    ),
    Protection(
        "Somebody answers or signs for another",
        "Everybody has their own password and signing key; a given password is changed at the "
        "first sign-in; five wrong ones make a name wait; an idle screen is locked.",
        "Who knows a password is that person, so also the coordinator until its owner has "
        "changed the one they were given; what is signed after a reset is named. Who controls the "
        "computer can watch a password being typed.",
    ),
    Protection(
        "Scores are seen before the time",
        "Scores and key are sealed; on a shared PostgreSQL each login sees its own. Opening the"
        " key, before or after the lock, is an entry with its reason.",
        "The coordinator can open the key at any time; Station records it, it does not hinder it. "
        "With another program and their password nothing is recorded.",
    ),
    Protection(
        "The clock is set back",
        "Backward steps and stations that disagree with the server are shown; a time server "
        "outside can stamp the record (STATION_TIMESTAMP_URL).",
        "Without one, the day on a single computer is what its owner set.",
    ),
    Protection(
        "The program itself is changed",
        "Each reading keeps the version it was made with.",
        "A changed program on somebody's computer can show, store or pass on anything. Install "
        "it from where you trust it.",
    ),
)
"""README has the same table; a test compares them."""


def as_table() -> str:
    """For README: Markdown."""
    rows = [f"| {one.against} | {one.how} | {one.rest} |" for one in PROTECTIONS]
    return "\n".join(
        ("| against | what stands against it | what is left |", "| --- | --- | --- |", *rows)
    )
