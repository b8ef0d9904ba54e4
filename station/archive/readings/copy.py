"""The investigator's copy of a study: one ZIP that can be checked years later, without the record.

It holds the protocol, the trail, every answer first and last, the key of the arms, and the log.
`manifest.json` lists every file with its hash, and is signed by the coordinator with the key that
their entries of the trail are signed with. What other studies wrote between this one's entries
stays out: of those only the links of the chain are there.
"""

import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from station import __version__
from station.archive import schema
from station.archive.audit import canonical, content_of, stored_rows
from station.archive.encoding import from_json, to_json
from station.archive.readings import keys, stored
from station.archive.readings.confirmed import reading_in
from station.archive.signing import Signer, signed_by
from station.archive.verifying import Verdict, left_out, unusable_sentence, verify_trail
from station.errors import ArchiveError
from station.reading.protocol import Protocol, StudyRole
from station.reading.study_log import StudyLog
from station.reading.worklist import SIDES, Item, Key, Side

COPY_MADE = "made an investigator's copy"
FORMAT = 1
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
TRAIL, KEY, SETS, PROTOCOL = "trail.jsonl", "key.json", "set-keys.json", "protocol.json"
FIRST, LAST = "scores-first.json", "scores-last.json"
README = "README.txt"
LARGEST_FILE = 1 << 30
"""Bytes; a trail of a million entries has less"""

README_WORDS = """The investigator's copy of a reader study.

protocol.json      what was to be read, and how
trail.jsonl        the audit trail, an entry a line. An entry holds who did what, when, the row
                   that was added, the hash of the entry before, its own hash (SHA-256 of
                   everything in it but hash and signature, as JSON with sorted keys and without
                   blanks) and its Ed25519 signature. Lines with a number and two hashes only are
                   of other studies.
scores-first.json  every answer as it was first confirmed
scores-last.json   every answer as it was last revised; null: what was signed is no answer
set-keys.json      opens the sealed answers of the trail (AES-256-GCM; after "sealed:", base64:
                   12 bytes nonce, then the ciphertext; associated data: study/reader/case code)
key.json           what each image code stands for: case and arm
study-log.*        what happened to the study, and the last hash of its record
manifest.json      every file with its size and SHA-256
manifest.sig       its Ed25519 signature, by the coordinator whose public key is in the manifest
                   and in the trail

Station checks all of it: station reading verify FILE.zip
"""


@dataclass(frozen=True)
class Copy:
    """The files of a copy, by name, and who signs for them."""

    files: Mapping[str, bytes]
    study: str
    head: str
    entries: int
    signer: Signer

    def zipped(self, extra: Mapping[str, bytes] | None = None) -> bytes:
        """The ZIP, with `extra` files in it; the same content gives the same bytes."""
        files = dict(self.files) | dict(extra or {})
        manifest = {
            "format": FORMAT,
            "study": self.study,
            "station": __version__,
            "head": self.head,
            "entries": self.entries,
            "signed_by": self.signer.name,
            "public_key": self.signer.public,
            "files": {
                name: {"bytes": len(data), "sha256": sha256(data).hexdigest()}
                for name, data in sorted(files.items())
            },
        }
        text = json.dumps(manifest, indent=2, sort_keys=True)
        signature = self.signer.sign(_signed(text))
        files |= {MANIFEST: text.encode(), SIGNATURE: signature.encode()}
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in sorted(files.items()):
                archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
        return whole.getvalue()


def copy_of(
    connection: Connection,
    study: stored.KnownStudy,
    key: Key,
    known: keys.Keys,
    log: StudyLog,
    signer: Signer,
) -> Copy:
    """`known` opens the answers."""
    entries = stored_rows(connection, schema.audit, "number")
    trail = [entry if entry["study"] == study.id else left_out(entry) for entry in entries]
    readers = [
        name
        for name, row in stored.people_of(connection, study.id).items()
        if row["role"] == StudyRole.READER
    ]
    sets = (*readers, stored.CONSENSUS)
    opening = {name: known.of(connection, name) for name in sets} if study.seals_answers else {}
    files = {
        README: README_WORDS,
        PROTOCOL: _text({"sha256": log.protocol_sha256, "protocol": to_json(study.protocol)}),
        TRAIL: "".join(f"{canonical(entry)}\n" for entry in trail),
        KEY: _text(stored.key_json(key)),
        SETS: _text({name: opened.hex() for name, opened in opening.items() if opened}),
        FIRST: _text(_scores(connection, study, known, sets, first=True)),
        LAST: _text(_scores(connection, study, known, sets, first=False)),
    }
    encoded = {name: text.encode() for name, text in files.items()}
    return Copy(encoded, study.name, log.head, log.entries, signer)


def _scores(
    connection: Connection,
    study: stored.KnownStudy,
    known: keys.Keys,
    sets: Sequence[str],
    *,
    first: bool,
) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = []
    for set_ in sets:
        items = {item.code: item for item in stored.items_of(connection, study.id, set_)}
        rows = stored_rows(connection, schema.readings, "revision", study=study.id, reader=set_)
        chosen: dict[str, dict[str, Any]] = {}
        for row in rows:
            chosen[row["code"]] = chosen.get(row["code"], row) if first else row
        for code, row in chosen.items():
            answers = _answers(known.of(connection, set_), row, study.protocol)
            lines.append(_line(row, answers, items[code], study))
    return lines


@dataclass(frozen=True)
class _Answers:
    """Of one revision."""

    given: object
    """As JSON holds them; None: what was signed is no answer"""
    problem: str = ""
    """A sentence: why not"""
    opens: bool = True


def _answers(key: bytes | None, row: Mapping[str, Any], protocol: Protocol) -> _Answers:
    set_, code = row["reader"], row["code"]
    try:
        text = keys.unsealed(key, row["study"], set_, code, row["answers"])
    except ValueError as error:
        return _Answers(None, f"The answers of {code} do not open ({error}).", opens=False)
    try:
        reading_in(text, protocol, set_, code)
    except keys.NotAnAnswer as error:
        return _Answers(None, str(error))
    return _Answers(json.loads(text))


def _line(
    row: Mapping[str, Any], answers: "_Answers", item: Item, study: stored.KnownStudy
) -> dict[str, Any]:
    sides = SIDES[study.protocol.presentation] if row["reader"] else (Side.ONLY,)
    return {
        "reader": row["reader"] or stored.CONSENSUS_NAME,
        "code": row["code"],
        "kind": item.kind.value,
        "session": item.session,
        "number": item.number,
        "images": dict(zip([side.value for side in sides], item.images, strict=True)),
        "answers": answers.given,
        **({"problem": answers.problem} if answers.problem else {}),
        "revision": row["revision"],
        "reason": row["reason"],
        "confirmed_at": row["confirmed_at"],
        "version": row["version"],
    }


def _text(content: object) -> str:
    return json.dumps(content, indent=2, ensure_ascii=True)


def _signed(manifest: str) -> str:
    return f"Station, investigator's copy: {sha256(manifest.encode()).hexdigest()}"


# -- checking one ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class CheckedCopy:
    """What a copy says of itself, once it is found to be whole."""

    study: str
    signed_by: str
    verdict: Verdict
    readings: int


def verify_copy(path: Path, head: str | None = None) -> CheckedCopy:
    """Check an investigator's copy: its files, its signature, its trail, and that the answers in it
    are those that were signed.

    `head`: a hash written down elsewhere, which the trail has to hold. Raises ArchiveError with
    the sentence of what is wrong.
    """
    files = _files(path)
    manifest = _manifest(path, files)
    entries = [json.loads(line) for line in files[TRAIL].decode().splitlines()]
    verdict = verify_trail(entries)
    if verdict.broken is not None:
        raise ArchiveError(f"{path.name} is broken. {verdict.broken.sentence}")
    if (verdict.head, verdict.entries) != (manifest["head"], manifest["entries"]):
        raise ArchiveError(
            f"{path.name} is broken. Its trail ends at entry {verdict.entries}, its manifest says "
            f"{manifest['entries']} with the hash {manifest['head']}."
        )
    if head is not None and all(entry["hash"] != head.strip().lower() for entry in entries):
        raise ArchiveError(f"No entry in {path.name} has the hash {head.strip()}.")
    _refuse_stranger(path, manifest, entries)
    readings, unusable = _refuse_other_answers(path, files, entries)
    verdict = replace(verdict, cautions=(*verdict.cautions, *unusable))
    return CheckedCopy(manifest["study"], manifest["signed_by"], verdict, readings)


UNREADABLE = (
    *(OSError, EOFError, zipfile.BadZipFile, zlib.error),
    *(NotImplementedError, RuntimeError, ValueError),
)
"""What reading a ZIP raises in which a byte is another"""


def _files(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if len(names) != len(set(names)):
                raise ArchiveError(f"{path.name} is broken. It holds two files of one name.")
            if any(one.file_size > LARGEST_FILE for one in archive.infolist()):
                raise ArchiveError(f"{path.name} holds a file that no copy of a study has.")
            return {name: archive.read(name) for name in names}
    except UNREADABLE as error:
        raise ArchiveError(f"{path} cannot be read as an investigator's copy ({error}).") from error


def _manifest(path: Path, files: Mapping[str, bytes]) -> dict[str, Any]:
    needed = (MANIFEST, SIGNATURE, TRAIL, KEY, SETS, FIRST, LAST, PROTOCOL)
    if missing := [name for name in needed if name not in files]:
        raise ArchiveError(f"{path.name} is not an investigator's copy: it has no {missing[0]}.")
    text = files[MANIFEST].decode(errors="replace")
    try:
        manifest: dict[str, Any] = json.loads(text)
        if manifest["format"] != FORMAT:
            raise ArchiveError(
                f"{path.name} was made by Station {manifest['station']}. Install it to check it."
            )
        public, listed = manifest["public_key"], manifest["files"]
    except (ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path.name} is broken. Its manifest cannot be read.") from error
    if not signed_by(public, files[SIGNATURE].decode(errors="replace"), _signed(text)):
        raise ArchiveError(
            f"{path.name} is broken. Its manifest was not signed by {manifest.get('signed_by')}."
        )
    own = {name for name in files if name not in (MANIFEST, SIGNATURE)}
    if other := sorted(own ^ set(listed)):
        raise ArchiveError(f"{path.name} is broken. {other[0]} was added or taken away.")
    for name, facts in listed.items():
        if sha256(files[name]).hexdigest() != facts["sha256"]:
            raise ArchiveError(f"{path.name} is broken. {name} was changed.")
    return manifest


def _refuse_stranger(path: Path, manifest: Mapping[str, Any], entries: Sequence[Any]) -> None:
    """The manifest is signed with the key that a coordinator of the trail has in the end."""
    people: dict[str, Any] = {}
    for entry in entries:
        if str(entry.get("subject", "")).startswith("reading_people/"):
            row = json.loads(entry["new"])
            people[row["name"]] = row
    row = people.get(manifest["signed_by"], {})
    coordinates = row.get("role") == StudyRole.COORDINATOR
    if not coordinates or row.get("public_key") != manifest["public_key"]:
        raise ArchiveError(
            f"{path.name} is broken. It is signed by {manifest['signed_by']}, whose key in the "
            f"trail is another one, or who does not coordinate the study."
        )


def _refuse_other_answers(
    path: Path, files: Mapping[str, bytes], entries: Sequence[Any]
) -> tuple[int, list[str]]:
    """Every answer is, opened, the one of its entry.

    Gives how many readings there are, and a sentence for each that is no answer.
    """
    opening = {name: bytes.fromhex(key) for name, key in json.loads(files[SETS]).items()}
    protocol = from_json(json.loads(files[PROTOCOL])["protocol"], Protocol)
    trail: dict[tuple[str, str], list[tuple[int, object]]] = {}
    sentences: dict[tuple[str, str], str] = {}
    known = _known_as_unusable(entries)
    for entry in entries:
        if not str(entry.get("subject", "")).startswith("readings/"):
            continue
        row = json.loads(entry["new"])
        reader, code = row["reader"], row["code"]
        answers = _answers(opening.get(reader), row, protocol)
        name = reader or stored.CONSENSUS_NAME
        trail.setdefault((name, code), []).append((row["revision"], answers.given))
        if not answers.opens and (reader, code) not in known:
            # Else a key that does not fit would make answers disappear.
            raise ArchiveError(f"{path.name} is broken. {answers.problem}")
        if answers.problem and (reader, code) not in known:
            found = {name: row[name] for name in ("reader", "code", "revision")}
            sentence = unusable_sentence(found | {"why": answers.problem})
            sentences.setdefault((name, code), sentence)
    for file, place in ((FIRST, 0), (LAST, -1)):
        lines = json.loads(files[file])
        given = {(one["reader"], one["code"]): (one["revision"], one["answers"]) for one in lines}
        wanted = {
            whose: sorted(revisions, key=_revision)[place] for whose, revisions in trail.items()
        }
        if given != wanted or len(lines) != len(wanted):
            raise ArchiveError(
                f"{path.name} is broken. The answers in {file} are not those that were signed."
            )
    return len(trail), list(sentences.values())


def _known_as_unusable(entries: Sequence[Any]) -> set[tuple[str, str]]:
    """Set and code of what the coordinator could not use when the study was locked."""
    known: set[tuple[str, str]] = set()
    for entry in entries:
        if str(entry.get("subject", "")).startswith("reading_events/"):
            row = json.loads(entry["new"])
            if row["kind"] == stored.Event.LOCKED:
                found = content_of(row["content"]).get("unusable", ())
                known |= {(one["reader"], one["code"]) for one in found}
    return known


def _revision(answers: tuple[int, object]) -> int:
    return answers[0]
