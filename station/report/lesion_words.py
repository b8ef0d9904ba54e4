"""VOIs in words for a report, by templates that are files: the program's own or the user's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from station.errors import StationError
from station.installed import resource

FOLDER = "templates"
"""In the data folder: a file there replaces the program's of that name"""
LESION, TABLE = "lesion.txt", "table.txt"
LONGEST = 100_000
"""Letters of what a template may write"""


@dataclass(frozen=True)
class ImageWords:
    """What one VOI measures in one image. None: there is no such number."""

    title: str
    unit: str
    max_name: str
    """"SUVmax", "SULmax", "max Bq/mL": nothing is called SUV that is not"""
    peak_name: str
    mean_name: str
    maximum: float | None
    peak: float | None
    mean: float | None
    mtv: float | None
    """In mL; None for a sphere"""
    tlg: float | None


@dataclass(frozen=True)
class LesionWords:
    """What a template can say of a VOI."""

    name: str
    tissue: str
    rule: str
    position: str
    centre: str
    main: ImageWords | None
    """The DL image, or the only one"""
    other: ImageWords | None
    cautions: tuple[str, ...]


class Templates:
    """The templates in force. Reading and filling one may raise StationError with file and line."""

    def __init__(self, home: Path, written: Callable[[str], str] = str) -> None:
        """`written`: what a number becomes, such as one with a decimal comma."""
        self._home = home
        self._written = written

    def path(self, name: str) -> Path:
        """The user's file of that name, else the program's."""
        own = self._home / FOLDER / name
        return own if own.exists() else Path(resource(FOLDER, name))

    def sentence(self, lesion: LesionWords) -> str:
        """A VOI in one line."""
        return " ".join(self._filled(LESION, asdict(lesion)).split())

    def table(
        self,
        lesions: Sequence[LesionWords],
        drawings: Sequence[Mapping[str, str]],
        study: Mapping[str, str],
    ) -> str:
        """All VOIs of a study."""
        vois = [asdict(one) | {"sentence": self.sentence(one)} for one in lesions]
        given = {"vois": vois, "drawings": list(drawings), "study": dict(study)}
        return self._filled(TABLE, given).strip() + "\n"

    def _filled(self, name: str, given: Mapping[str, Any]) -> str:
        from jinja2 import TemplateError, TemplateSyntaxError

        path = self.path(name)
        remedy = (
            "Correct the file, or delete it to use Station's own."
            if path.parent == self._home / FOLDER
            else "Install Station again."
        )
        try:
            source = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise StationError(f"The template {path} cannot be read ({error}). {remedy}") from error
        try:
            parts: list[str] = []
            length = 0
            for part in self._environment.from_string(source).generate(**given):
                parts.append(part)
                length += len(part)
                if length > LONGEST:
                    raise StationError(
                        f"The template {path} writes more than {LONGEST:,} letters. {remedy}"
                    )
            return "".join(parts)
        except TemplateSyntaxError as error:
            raise StationError(
                f"The template {path} has a mistake in line {error.lineno}: {error.message}. "
                f"{remedy}"
            ) from error
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            raise StationError(
                f"The template {path} cannot be filled: {error}. {remedy}"
            ) from error

    @cached_property
    def _environment(self) -> Any:
        from jinja2 import StrictUndefined
        from jinja2.sandbox import ImmutableSandboxedEnvironment

        # What a template of the data folder can do is to write text: it comes from anywhere.
        made = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
        made.filters["number"] = self._number
        return made

    def _number(self, value: float | None, decimals: int = 2) -> str:
        return self._written(number(value, decimals))


def number(value: float | None, decimals: int = 2) -> str:
    """With so many decimals and a minus that is one."""
    if value is None:
        return "—"
    return f"{value:.{decimals}f}".replace("-", "−")
