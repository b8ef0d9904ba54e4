"""The files of Qt Linguist in `resources/languages`: what is to be translated, and what was.

    python packaging/languages.py update             # new messages into the .ts files
    python packaging/languages.py missing de         # what has no translation, a JSON line each
    python packaging/languages.py take de FILE       # translations, JSON lines, into the .ts file
    python packaging/languages.py release            # .qm files, which the program reads

Messages are the literals of `tr`, `plural` and `marked` (`station/app/language.py`), and the
sentences of the code below `station/app`, in which each value has a name
(`station/app/sentences.py`). lupdate is not used: it does not see calls inside f-strings, and has
no English plural. Its format is kept, so that Qt Linguist opens the files, and lrelease compiles
them.
"""

import argparse
import ast
import hashlib
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter

ROOT = Path(__file__).resolve().parents[1]
SOURCES = (ROOT / "station/app", ROOT / "station/ui")
FOLDER = ROOT / "resources/languages"
SENTENCES = FOLDER / "sentences.json"
"""The English of the sentences from below; the program knows them by it"""
CONTEXT = "Station"
"""`CONTEXT` of station/app/language.py"""
BELOW = "below"
"""Comment of those sentences, `BELOW` of station/app/language.py"""
SENTENCE = re.compile(r"""[A-Z{"].*[.!?:…]""")
NAMELESS = "value"
"""What stands for a value that has no name in the code"""
SMALL = re.compile(rf"({NAMELESS}|was|article)\d*")
"""Values of English grammar, such as the s of a plural; a translation need not have them"""
FEWEST_WORDS = 3
"""Of a sentence, besides its values: by fewer it is not recognised"""
ONLY_RAISED = ("archive", "report")
"""Packages of which a window shows errors, and whose other texts are in files"""
NOT_SHOWN = re.compile(
    r"app/|ui/|cli/|lab/|batch/|simulate/(?!demo)|operations/doctor"
    r"|(quality|denoise)/(training|recipe|cases|shipping|tasks|pairs|run|inserts)\.py"
    r"|operations/reading/(analysis|protection|grades)"
    r"|reading/(bootstrap|grade_agreement|agreement|comparison)"
)
"""What has its messages by calls, and code whose texts no window shows"""
FORMS = {"de": 2, "ja": 1}
"""Languages, and how many forms the number of things has in each (Qt's rules)"""
CALLS = {"tr": (0, 1), "marked": (0, 1), "plural": (2, None)}
"""Functions: the places of message and comment among their arguments"""


@dataclass
class Message:
    """What is shown, in English; for a number of things, the plural."""

    source: str
    comment: str = ""
    singular: str = ""
    """English for one; only of a number of things"""
    places: list[str] = field(default_factory=list[str])
    """`station/ui/window.py:12`"""
    translations: list[str] = field(default_factory=list[str])
    """One, or one for each form of the number; empty: there is none yet"""

    @property
    def id(self) -> str:
        """Short, and the same as long as the English is."""
        text = f"{self.comment}\0{self.source}"
        return hashlib.sha256(text.encode()).hexdigest()[:8]

    @property
    def is_plural(self) -> bool:
        return bool(self.singular)

    def fault(self, translations: list[str], forms: int) -> str:
        """Why these cannot be its translations; empty where they can."""
        if len(translations) != (forms if self.is_plural else 1):
            return f"{len(translations)} forms are given"
        if not all(text.strip() for text in translations):
            return "a translation is empty"
        for text in translations:
            try:
                fields, wanted = placeholders(text), placeholders(self.source)
            except ValueError as error:
                return f"{error} in {text!r}"
            missing = wanted - fields - ({"count"} if self.is_plural else set())
            if self.comment == BELOW:  # such as the s of an English plural
                missing = {name for name in missing if not SMALL.fullmatch(name)}
            if missing or fields - wanted:
                return f"{sorted(fields)} are the placeholders, {sorted(wanted)} in English"
        if (self.source[:1].isspace(), self.source[-1:].isspace()) != (
            translations[0][:1].isspace(),
            translations[0][-1:].isspace(),
        ) and not _joins_without_space(translations[0]):
            return "it begins or ends with another space than the English"
        return ""


def _joins_without_space(text: str) -> bool:
    """Japanese sentences follow each other without a space."""
    return any(ord(letter) > 0x3000 for letter in text)


def placeholders(text: str) -> set[str]:
    """The names in braces; ValueError where a brace is alone."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


# --- Found in the code ----------------------------------------------------------------------------


def messages(sources: Iterable[Path] = SOURCES) -> dict[str, Message]:
    """All messages of the code, by id, in the order of the files."""
    found: dict[str, Message] = {}
    for folder in sources:
        for file in sorted(folder.rglob("*.py")):
            for message, line in messages_of(file.read_text(encoding="utf-8")):
                kept = found.setdefault(message.id, message)
                kept.singular = kept.singular or message.singular
                kept.places.append(f"{file.relative_to(ROOT).as_posix()}:{line}")
    for message, place in sentences():
        found.setdefault(message.id, message).places.append(place)
    return found


def messages_of(code: str) -> Iterator[tuple[Message, int]]:
    """The messages of one file, and their lines. ValueError where one is not a literal."""
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id not in CALLS:
            continue
        at, comment_at = CALLS[node.func.id]
        texts = [_text(argument) for argument in node.args]
        if len(texts) <= at or texts[at] is None:
            raise ValueError(f"line {node.lineno}: the text of {node.func.id} is not a literal")
        comment = texts[comment_at] if comment_at is not None and len(texts) > comment_at else ""
        singular = texts[1] if node.func.id == "plural" else ""
        if comment is None or singular is None:
            raise ValueError(f"line {node.lineno}: a text of {node.func.id} is not a literal")
        yield Message(texts[at] or "", comment, singular), node.lineno


def sentences(root: Path = ROOT / "station") -> Iterator[tuple[Message, str]]:
    """The sentences of the code below `station/app`, and where they are made."""
    for file in sorted(root.rglob("*.py")):
        inside = file.relative_to(root).as_posix()
        if NOT_SHOWN.match(inside):
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        left = _documentation(tree)
        raised = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Raise)
            for part in ast.walk(node)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.expr) or id(node) in left:
                continue
            if inside.startswith(ONLY_RAISED) and id(node) not in raised:
                continue
            source = template(node)
            if source and _is_sentence(source):
                yield Message(source.strip(), BELOW), f"station/{inside}:{node.lineno}"


def _documentation(tree: ast.Module) -> set[int]:
    """Docstrings, and the parts of f-strings, which are not texts of their own."""
    left: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            left.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            left.update(id(part) for part in ast.walk(node) if part is not node)
    return left


def template(node: ast.expr) -> str | None:
    """A literal text with a name for each of its values; None: something else is there."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value.replace("{", "{{").replace("}", "}}")
    if not isinstance(node, ast.JoinedStr):
        return None
    text = ""
    names: list[str] = []
    for part in node.values:
        if isinstance(part, ast.Constant):
            text += str(part.value).replace("{", "{{").replace("}", "}}")
        elif isinstance(part, ast.FormattedValue):
            name = _name(part.value)
            again = sum(one.rstrip("0123456789") == name.rstrip("0123456789") for one in names)
            names.append(f"{name}{again + 1}" if again else name)
            text += f"{{{names[-1]}}}"
    return text


def _name(value: ast.expr) -> str:
    """What a translator reads in a value's place."""
    while True:
        match value:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                return name.strip("_").lower() or NAMELESS
            case ast.Call(func=ast.Name(id="_was")):
                return "was"
            case ast.Call(args=[ast.Name() | ast.Attribute() | ast.Subscript() as first, *_]):
                value = first
            case ast.Call(func=inner) | ast.Subscript(value=inner):
                value = inner
            case ast.BinOp(left=inner) | ast.IfExp(body=inner):
                value = inner
            case _:
                return NAMELESS


def _is_sentence(source: str) -> bool:
    text = source.strip()
    words = re.findall(r"[A-Za-z]{2,}", re.sub(r"\{\w+\}", "", text))
    return bool(SENTENCE.fullmatch(text)) and len(words) >= FEWEST_WORDS


def _text(node: ast.expr) -> str | None:
    """The string that is written there; None: something else is."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


# --- The files of Qt Linguist ---------------------------------------------------------------------


def ts_file(language: str) -> Path:
    return FOLDER / f"station_{language}.ts"


def translations_of(language: str) -> dict[str, list[str]]:
    """What is translated, by the message's id; empty without a file."""
    if not ts_file(language).exists():
        return {}
    kept: dict[str, list[str]] = {}
    for node in ET.parse(ts_file(language)).iter("message"):  # noqa: S314  # our own file
        message = Message(node.findtext("source", ""), node.findtext("comment", ""))
        translation = node.find("translation")
        if translation is None:
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")]
        texts = forms or [translation.text or ""]
        if all(texts):
            kept[message.id] = texts
    return kept


def write(language: str, translated: dict[str, list[str]]) -> None:
    text = as_ts(language, translated)
    ts_file(language).write_text(text, encoding="utf-8", newline="\n")


def as_ts(language: str, translated: dict[str, list[str]]) -> str:
    """All messages of the code with these translations, as Qt Linguist's file. A translation whose
    English is gone is left out."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for message in messages().values():
        node = ET.SubElement(context, "message")
        if message.is_plural:
            node.set("numerus", "yes")
        for place in sorted({place.rpartition(":")[0] for place in message.places}):
            # Without lines: they change with every edit of the code.
            ET.SubElement(node, "location", filename=f"../../{place}")
        ET.SubElement(node, "source").text = message.source
        if message.comment:
            ET.SubElement(node, "comment").text = message.comment
        if message.is_plural:
            ET.SubElement(node, "extracomment").text = f"One: {message.singular}"
        texts = translated.get(message.id, [])
        translation = ET.SubElement(node, "translation")
        if not texts:
            translation.set("type", "unfinished")
        if message.is_plural:
            for text in texts or [""] * FORMS[language]:
                ET.SubElement(translation, "numerusform").text = text
        elif texts:
            translation.text = texts[0]
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return f"{head}{text}\n"


def faults(language: str) -> list[str]:
    """Translations that do not fit their English."""
    kept = translations_of(language)
    return [
        f"{message.id} {message.source!r}: {fault}"
        for message in messages().values()
        if message.id in kept and (fault := message.fault(kept[message.id], FORMS[language]))
    ]


def missing(language: str) -> list[Message]:
    """What has no translation."""
    kept = translations_of(language)
    return [message for message in messages().values() if message.id not in kept]


def listed_sentences() -> str:
    known = sorted({message.source for message, _ in sentences()})
    return json.dumps(known, indent=0, ensure_ascii=False) + "\n"


# --- Commands -------------------------------------------------------------------------------------


def update() -> None:
    SENTENCES.write_text(listed_sentences(), encoding="utf-8", newline="\n")
    for language in FORMS:
        write(language, translations_of(language))
        print(f"{ts_file(language).name}: {len(missing(language))} of {len(messages())} missing")


def show_missing(language: str) -> None:
    for message in missing(language):
        line: dict[str, object] = {"id": message.id, "source": message.source}
        if message.is_plural:
            line["one"] = message.singular
            line["forms"] = FORMS[language]
        if message.comment:
            line["comment"] = message.comment
        line["where"] = " ".join(
            sorted({re.sub(r"^station/|:\d+$", "", p) for p in message.places})
        )
        print(json.dumps(line, ensure_ascii=False))


def take(language: str, file: Path) -> int:
    """Lines `{"id": …, "translation": "…" or ["…", "…"]}`; how many were refused, with reasons."""
    known, kept, refused = messages(), translations_of(language), 0
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            entry = json.loads(line)
            id_, given = str(entry["id"]), entry["translation"]
            texts = [given] if isinstance(given, str) else [str(text) for text in given]
        except (ValueError, KeyError, TypeError):
            refused += 1
            print(f"{file.name}:{number}: not a line with id and translation", file=sys.stderr)
            continue
        message = known.get(id_)
        fault = "no such message" if message is None else message.fault(texts, FORMS[language])
        if fault:
            refused += 1
            print(f"{file.name}:{number}: {id_}: {fault}", file=sys.stderr)
        else:
            kept[id_] = texts
    write(language, kept)
    print(f"{len(missing(language))} of {len(known)} are missing")
    return refused


def release() -> None:
    """`station_de.qm` and the others, from the .ts files."""
    for language in FORMS:
        if wrong := faults(language):
            sys.exit("\n".join(wrong))
        ts, qm = ts_file(language), ts_file(language).with_suffix(".qm")
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, "-silent", ts, "-qm", qm], check=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("update", help="new messages into the .ts files")
    verbs.add_parser("release", help="make the .qm files")
    for verb in ("missing", "take"):
        of = verbs.add_parser(verb)
        of.add_argument("language", choices=FORMS)
        if verb == "take":
            of.add_argument("file", type=Path)
    chosen = parser.parse_args()
    if chosen.verb == "update":
        update()
    elif chosen.verb == "missing":
        show_missing(chosen.language)
    elif chosen.verb == "take":
        return 1 if take(chosen.language, chosen.file) else 0
    else:
        release()
    return 0


if __name__ == "__main__":
    sys.exit(main())
