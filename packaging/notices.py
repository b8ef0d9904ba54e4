"""Print the third-party notices from what is installed, for THIRD_PARTY_NOTICES.md.

.venv/bin/python packaging/notices.py > THIRD_PARTY_NOTICES.md
"""

from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "station-pet"
CUDA = ("cuda-", "nvidia-", "triton")
"""What torch's build for NVIDIA GPUs brings; the text names it as a whole, as the lock does"""
LONGEST_LICENCE = 120
"""A longer licence field contains the text itself, not its name."""

HEAD = """\
# Third-party notices

Made from what is installed: `.venv/bin/python packaging/notices.py > THIRD_PARTY_NOTICES.md`.
The exact versions are in `packaging/requirements.lock`.

## Bundled

| what | where | licence |
| --- | --- | --- |
| Inter, by The Inter Project Authors | `resources/fonts/` | OFL-1.1 (`OFL.txt` next to it) |
| Inter and Noto Sans (Google, Adobe), changed | `resources/fonts/paper/` | OFL-1.1 (`OFL.txt`) |
| Bodies from CTs of The Cancer Imaging Archive | `resources/anatomies/` | CC BY 3.0 |
| A body from the mesh phantom of BenAuer2021 | `resources/anatomies/` | MIT (`ATTRIBUTION.md`) |

## Installed with the program

Qt and PySide6 are used under the LGPL-3.0: they are separate, unmodified shared libraries that may
be replaced by other builds of the same interface. If torch's build is for NVIDIA GPUs, it brings
NVIDIA's CUDA libraries under NVIDIA's own terms.

| package | licence |
| --- | --- |
"""

TAIL = """
## Only on request

`pylibjpeg-libjpeg` (GPL-3.0) decodes further JPEG transfer syntaxes. It is the extra `gpl`; neither
the program nor its set-up installs it automatically.
"""


def runtime_dependencies() -> dict[str, Distribution]:
    """Everything the program needs at run time, directly or not, by canonical name."""
    found: dict[str, Distribution] = {}
    waiting = [(PROJECT, "")]
    """A package, and which of its extras is wanted"""
    seen: set[tuple[str, str]] = set()
    while waiting:
        package, wanted_extra = waiting.pop()
        if (package, wanted_extra) in seen:
            continue
        seen.add((package, wanted_extra))
        for line in distribution(package).requires or []:
            requirement = Requirement(line)
            name = canonicalize_name(requirement.name)
            marker = requirement.marker
            if marker is not None and not marker.evaluate({"extra": wanted_extra}):
                continue
            if name.startswith(CUDA):
                continue
            found[name] = distribution(name)
            waiting += [(str(name), extra) for extra in ("", *requirement.extras)]
    return dict(sorted(found.items()))


def licence(package: Distribution) -> str:
    """From the package's metadata: SPDX expression, else licence field, else classifiers."""
    metadata = package.metadata
    for field in ("License-Expression", "License"):
        for named in metadata.get_all(field) or []:
            if len(named) <= LONGEST_LICENCE and "\n" not in named:
                return named
    classifiers = metadata.get_all("Classifier") or []
    licences = [line for line in classifiers if line.startswith("License :: ")]
    if not licences:
        raise SystemExit(f"The metadata of {metadata['Name']} name no licence.")
    return ", ".join(line.rpartition(" :: ")[2] for line in licences)


def notices() -> str:
    packages = runtime_dependencies()
    rows = "".join(f"| {name} | {licence(package)} |\n" for name, package in packages.items())
    return HEAD + rows + TAIL


if __name__ == "__main__":
    print(notices(), end="")
