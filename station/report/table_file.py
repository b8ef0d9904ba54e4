"""CSV: as Station writes it, and as any spreadsheet saves it.

Written is RFC 4180: None is an empty cell, a number is written in full. A text that a spreadsheet
would take for a formula has an apostrophe in front; `unguarded` takes it away again. `Spreadsheet`
says for which program.

Read are commas, semicolons or tabs between the cells, decimal points or commas, every cell in
quotes or none, empty cells at the end of each line, UTF-8 or UTF-16 with or without a mark. What
separates the cells is what gives the columns that are looked for. What can be read in two ways is
refused, with its line and column.
"""

import csv
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import cached_property
from io import StringIO
from itertools import zip_longest
from pathlib import Path
from typing import TypeVar, cast

from station.errors import StationError
from station.pet.words import count_of, listed
from station.reading.names import tidy

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'", "＝", "＋", "－", "＠")
"""The full-width ones in Japanese spreadsheets"""


class Spreadsheet(StrEnum):
    """The program that a table is written for."""

    NONE = "none"
    """UTF-8, commas, decimal points: what programs read"""
    ENGLISH = "english"
    """The same with a byte order mark, without which spreadsheets misread letters"""
    DECIMAL_COMMA = "decimal-comma"
    """With the mark, semicolons and decimal commas, as spreadsheets of much of Europe read it"""


def csv_text(
    header: Sequence[object],
    rows: Iterable[Sequence[object]],
    line_end: str = "\n",
    spreadsheet: Spreadsheet = Spreadsheet.NONE,
) -> str:
    """A table as CSV, the lines of a tuple of texts in one cell."""
    comma = spreadsheet is Spreadsheet.DECIMAL_COMMA
    lines: list[str] = ["" if spreadsheet is Spreadsheet.NONE else "\ufeff"]
    for row in (header, *rows):
        text = StringIO(newline="")
        writer = csv.writer(text, delimiter=";" if comma else ",")
        writer.writerow([_cell(value, comma) for value in row])  # quotes "\r" and "\n" alike
        lines.append(text.getvalue().removesuffix("\r\n") + line_end)
    return "".join(lines)


def unguarded(cell: str) -> str:
    """The text of a cell that `csv_text` wrote."""
    return cell.removeprefix("'")


def _cell(value: object, decimal_comma: bool) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        text = repr(float(value))
        return text.replace(".", ",") if decimal_comma else text
    if isinstance(value, tuple):
        value = "\n".join(cast(tuple[str, ...], value))
    text = str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA_STARTS) else text


# --- read ---------------------------------------------------------------------------------------

SEPARATORS = (",", ";", "\t")
LARGEST_FILE_BYTES = 64 << 20
MISTAKES_SHOWN = 8
LINES_SEARCHED = 30
"""For the names of the columns, where the first line does not hold them"""

_SEPARATOR_LINE = re.compile(r'"?sep=([^"\r\n])"?[;,\t]*\r?\n?', re.IGNORECASE)
_FORMULA_ERROR = re.compile(r"#[^\W\d]+(/[^\W\d]+|/0)?[!?]|#N/[AD]|#N[VDB]|Err:[0-9]+|#{3,}", re.I)
_MONTH = (
    "jan|feb|fév|mar|mär|mrz|apr|abr|avr|mai|may|mag|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|okt|oct|"
    "ott|nov|dez|dec|déc|dic|ene|gen"
)
_DATE = re.compile(
    rf"[0-9]{{1,4}}[-/.][ ]?[0-9]{{1,2}}([-/.][ ]?[0-9]{{2,4}})|[0-9]{{1,2}}[-/][0-9]{{1,2}}"
    rf"|[0-9]{{1,2}}\.[0-9]{{1,2}}\.|[0-9]{{1,2}}[-/. ]+({_MONTH})\w*([-/. ]+[0-9]{{2,4}})?\.?"
    rf"|({_MONTH})\w*[-/. ]+[0-9]{{2,4}}|[0-9]+月[0-9]+日",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+]?([0-9]+([.,][0-9]*)?|[.,][0-9]+)(e[-+]?[0-9]+)?", re.IGNORECASE)
_THOUSANDS = re.compile(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}")
_SHORTENED = re.compile(r"[0-9][.,][0-9]+E\+[0-9]+")
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}([., '’][0-9]{3})+([.,][0-9]*)?")
_WESTERN_LETTERS = frozenset("ÁÂÄÇÉËÍÎÓÔÖÚÜÝßáâäçéëíîóôöúüý".encode("cp1252"))
"""The same letters in the code pages of Western and of Central Europe, and none in that of the
Macintosh"""
_ZIPPED, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


class WrongCell(Exception):
    """The column, and the sentence that says what is wrong in it and what to do."""

    def __init__(self, column: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True)
class Line:
    number: int
    """In the file, from 1"""
    cells: tuple[str, ...]
    """Without empty ones at the end"""
    given: int
    """How many cells there are with these"""


Row = TypeVar("Row")


class TableFile:
    """A table as a spreadsheet saved it. Raises StationError where it cannot be read as one.

    `known` are the columns to look for, `numbers` those of them that hold numbers. A column is
    known in any letter case, with blanks, hyphens or nothing in place of "_".
    """

    def __init__(self, path: Path, known: Iterable[str], numbers: Iterable[str] = ()) -> None:
        self.path = path
        text, note = _text_of(path)
        self.notes = (note,) if note else ()
        by_key = {_key(name): name for name in known}
        self._numbers = frozenset(numbers)
        start, separators = 1, SEPARATORS
        if given := _SEPARATOR_LINE.match(text):
            start, separators = 2, tuple(dict.fromkeys((given[1], *SEPARATORS)))
            text = text[given.end() :]
        self.separator, self._inner = _separators(text, separators, by_key)
        lines = self._parsed(text, start)
        self._header = next(lines, Line(start, (), 0))
        self.names = [by_key.get(_key(name), "") for name in self._header.cells]
        self._lines = list(lines)

    @property
    def header(self) -> tuple[str, ...]:
        """The cells of the first line, as they are in the file."""
        return tuple(self._header.cells)

    def has(self, columns: Iterable[str]) -> bool:
        return set(columns) <= set(self.names)

    def require(self, columns: Sequence[str], what: str) -> None:
        """Raise StationError where a column is missing or there twice; `what`: "scores"…"""
        where = f"{self.path}, line {self._header.number}"
        if not self._header.cells:
            raise StationError(
                f"{self.path} is empty. The first line of {what} is {','.join(columns)}."
            )
        missing = [name for name in columns if name not in self.names]
        if missing:
            raise StationError(f"{where}: {self._missing(missing, columns, what)}")
        doubled = [name for name in dict.fromkeys(self.names) if name and self._spelt(name)[1:]]
        if doubled:
            spelt = list(dict.fromkeys(self._spelt(doubled[0])))
            both = f'are named "{spelt[0]}"' if len(spelt) == 1 else f"are one: {listed(spelt)}"
            raise StationError(f"{where}: two columns {both}. Keep one of them.")

    def rows(
        self, row_of: Callable[[Mapping[str, str], int], Row | None]
    ) -> tuple[tuple[Row, ...], tuple[int, ...]]:
        """What `row_of` makes of each line's cells by column, and the lines of which it is None.

        Raises StationError with every mistake, a line each; `row_of` raises WrongCell.
        """
        rows: list[Row] = []
        absent: list[int] = []
        mistakes: list[str] = []
        for line in self._lines:
            try:
                row = row_of(self._by_column(line), line.number)
            except WrongCell as wrong:
                column = f", column {wrong.column}" if wrong.column else ""
                mistakes.append(f"{self.path}, line {line.number}{column}: {wrong}")
                continue
            if row is None:
                absent.append(line.number)
            else:
                rows.append(row)
        if mistakes:
            more = len(mistakes) - MISTAKES_SHOWN
            shown = [*mistakes[:MISTAKES_SHOWN], *([f"… and {more} more."] if more > 0 else [])]
            raise StationError("\n".join(shown))
        return tuple(rows), tuple(absent)

    def number(self, column: str, cell: str) -> float | None:
        """A number with a decimal point or comma; None where the cell holds something else.

        Raises WrongCell of a number that can be read in two ways, and of what a spreadsheet has put
        in place of one.
        """
        text = _figures(cell)
        if _FORMULA_ERROR.fullmatch(text):
            raise _formula_error(column, text)
        if _DATE.fullmatch(text):
            raise WrongCell(
                column,
                f'"{text}" is a date, which a spreadsheet makes of some numbers. Format the column '
                "as text and type the number again.",
            )
        if not _NUMBER.fullmatch(text):
            if _GROUPED.fullmatch(text):
                raise WrongCell(
                    column,
                    f'"{text}" has a thousands separator. Save the numbers without it.',
                )
            return None
        if _THOUSANDS.fullmatch(text) and not self._is_decimal("," if "," in text else "."):
            decimal, whole = text.replace(",", "."), re.sub("[.,]", "", text)
            raise WrongCell(
                column,
                f'"{text}" can be {decimal} or {whole}. Save the numbers with a decimal '
                "point and without a thousands separator.",
            )
        return float(text.replace(",", "."))

    def _is_decimal(self, mark: str) -> bool:
        """Whether a mark with three digits behind it can only be the decimal one here."""
        usual = "," if self.separator == ";" else "."
        other = "." if mark == "," else ","
        return other not in self._decimal_marks and (mark == usual or mark in self._decimal_marks)

    @cached_property
    def _decimal_marks(self) -> frozenset[str]:
        """The marks in numbers of this file that cannot separate thousands."""
        columns = [place for place, name in enumerate(self.names) if name in self._numbers]
        cells = (
            _figures(line.cells[place])
            for line in self._lines
            for place in columns
            if place < len(line.cells)
        )
        decimals = (
            text for text in cells if _NUMBER.fullmatch(text) and not _THOUSANDS.fullmatch(text)
        )
        return frozenset(mark for text in decimals for mark in ".," if mark in text)

    def text(self, column: str, cell: str) -> str:
        """A name as it is compared. Raises WrongCell of what a spreadsheet has put in its place."""
        text = tidy(unguarded(cell.strip()))
        if _FORMULA_ERROR.fullmatch(text):
            raise _formula_error(column, text)
        if _SHORTENED.fullmatch(text):
            raise WrongCell(
                column,
                f'"{text}" is a long number that a spreadsheet has shortened. Format the column as '
                "text and enter it again in full.",
            )
        return text

    def _parsed(self, text: str, start: int) -> Iterator[Line]:
        """The lines that hold something."""
        reader = csv.reader(StringIO(text, newline=""), delimiter=self.separator, strict=True)
        number = start
        try:
            for cells in reader:
                inner = self._inner or (self.separator if len(cells) == 1 else "")
                whole = inner and _alone(cells) and inner in cells[0]
                given = _split(cells[0], inner) if whole else cells
                held = tuple(given)
                while held and not held[-1].strip():
                    held = held[:-1]
                if held:
                    yield Line(number, held, len(given))
                number = start + reader.line_num
        except csv.Error as error:
            raise StationError(
                f"{self.path}, line {number}: this is not CSV ({error}). Check the quotes."
            ) from error

    def _by_column(self, line: Line) -> dict[str, str]:
        """Known columns → cells as they are."""
        header = self._header.cells
        if tuple(map(_key, line.cells)) == tuple(map(_key, header)):
            raise WrongCell(
                "",
                "the names of the columns again. Delete this line; where another table begins "
                "here, save that in a file of its own.",
            )
        last = max(place for place, name in enumerate(self.names) if name)
        unnamed = any(
            cell.strip() and not name.strip()
            for cell, name in zip_longest(line.cells, header, fillvalue="")
        )  # without quotes, 4,0 is two cells
        if line.given <= last or unnamed:
            count = len(line.cells) if unnamed else line.given
            raise WrongCell(
                "",
                f"{count_of(count, 'cell')} under {count_of(len(header), 'column')}. Put a text "
                f'with "{self.separator}" in it into quotes.',
            )
        cells = dict(enumerate(line.cells))
        return {name: cells.get(place, "") for place, name in enumerate(self.names) if name}

    def _spelt(self, column: str) -> list[str]:
        """The names of a column in the file."""
        cells = zip(self._header.cells, self.names, strict=True)
        return [cell.strip() for cell, name in cells if name == column]

    def _missing(self, missing: Sequence[str], columns: Sequence[str], what: str) -> str:
        keys = {_key(name) for name in columns}
        for line in self._lines[:LINES_SEARCHED]:
            split = (_split(line.cells[0], each) for each in SEPARATORS)
            if any(keys <= set(map(_key, cells)) for cells in (line.cells, *split)):
                return (
                    f"the names of the columns are in line {line.number}. Delete the lines above "
                    "it."
                )
        names = [cell.strip() for cell in self._header.cells]
        close = get_close_matches(missing[0], [name.casefold() for name in names], 1, 0.7)
        guess = f' Is it the column "{close[0]}"? Rename it.' if close else ""
        if not any(self.names):
            guess = " The first line has to name the columns."
        return (
            f"there is no column {listed(missing, 'or')}.{guess} {what[0].upper()}{what[1:]} "
            f"have the columns {', '.join(columns)}."
        )


def _separators(
    text: str, candidates: Iterable[str], known: Iterable[str]
) -> tuple[str, str | None]:
    """What separates the cells: what makes the most known columns of the first line that holds
    something; and within cells that hold a whole line, as one text in quotes."""
    keys = set(known)

    def header(separator: str) -> list[str]:
        reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
        try:
            return next((cells for cells in reader if any(map(str.strip, cells))), list[str]())
        except csv.Error:
            return []

    def found(cells: Iterable[str]) -> int:
        return sum(_key(cell) in keys for cell in cells)

    rated: list[tuple[int, bool, str, str | None]] = []
    for separator in candidates:
        cells = header(separator)
        rated.append((found(cells), True, separator, None))
        if _alone(cells):
            rated += [
                (found(_split(cells[0], each)), False, separator, each) for each in SEPARATORS
            ]
    return max(rated, key=lambda one: one[:2])[2:]


def _alone(cells: Sequence[str]) -> bool:
    """Whether the first cell holds all of a line."""
    return bool(cells) and bool(cells[0].strip()) and not any(map(str.strip, cells[1:]))


def _split(cell: str, separator: str) -> list[str]:
    return next(csv.reader([cell], delimiter=separator, strict=True), list[str]())


def _key(column: str) -> str:
    """The name of a column as it is compared."""
    return re.sub(r"[\s_-]", "", tidy(unguarded(column.strip()))).casefold()


def _figures(cell: str) -> str:
    """A cell with full-width figures and every blank made plain."""
    return unicodedata.normalize("NFKC", cell).strip()


def _formula_error(column: str, text: str) -> WrongCell:
    return WrongCell(
        column,
        f'"{text}" is an error of a formula. Repair it in the spreadsheet, or empty the cell.',
    )


# --- letters ------------------------------------------------------------------------------------


def _text_of(path: Path) -> tuple[str, str]:
    """The text of a file, and a note where it is not said how its letters are written.

    Raises StationError where it cannot be read, or the letters can be read in several ways.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise StationError(f"{path} cannot be read: {error.strerror}. Check the path.") from error
    if len(content) > LARGEST_FILE_BYTES:
        raise StationError(
            f"{path} is larger than {LARGEST_FILE_BYTES >> 20} MB; it cannot be such a table. "
            f"Check the path."
        )
    if content.startswith((_ZIPPED, _OLD_OFFICE)):
        raise StationError(
            f'{path} is a file of a spreadsheet program. Save it there as "CSV UTF-8".'
        )
    if (encoding := _utf_16(content)) is not None:
        try:
            return content.decode(encoding).removeprefix("\ufeff"), ""
        except UnicodeDecodeError as error:
            raise StationError(
                f'{path} is not whole: its letters in UTF-16 break off. Save it as "CSV UTF-8".'
            ) from error
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        return _western(path, content)


def _utf_16(content: bytes) -> str | None:
    """With a mark, or without one by the half of each letter that is 0 in Latin."""
    if content.startswith(BOM_UTF16_LE):
        return "utf-16-le"
    if content.startswith(BOM_UTF16_BE):
        return "utf-16-be"
    start = content[:8]
    if len(start) == 8 and all(start[::2]) and not any(start[1::2]):
        return "utf-16-le"
    return "utf-16-be" if len(start) == 8 and all(start[1::2]) and not any(start[::2]) else None


def _western(path: Path, content: bytes) -> tuple[str, str]:
    """The text in Windows' code page of Western Europe, where no other one gives other letters."""
    words = re.findall(rb"[^\x00-\x40\[-\x60{-\x7f]+", content)
    foreign = [word for word in words if any(byte > 0x7F for byte in word)]
    for word in foreign:
        letters = [byte for byte in word if byte > 0x7F]
        if not set(letters) <= _WESTERN_LETTERS or 2 * len(letters) > len(word):
            line = content.count(b"\n", 0, content.index(word)) + 1
            raise StationError(
                f"{path}, line {line}: this is not UTF-8 text, and its letters can be read in "
                f'several ways. Save it as "CSV UTF-8".'
            )
    text = content.decode("cp1252")
    example = foreign[0].decode("cp1252")
    return text, (
        f"{path.name} is not UTF-8; its letters were read as those of Western Europe, such as "
        f"{example}."
    )
