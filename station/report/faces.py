"""The faces of all that is printed, with letters of every script, and figures drawn in them.

Inter has Latin, Greek and Cyrillic; Noto Sans has Hebrew, Arabic, Armenian, Georgian, Thai, and
Chinese, Japanese and Korean.
"""

import warnings
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from station.installed import resource

FONT, BOLD = "Inter-Regular", "Inter-Bold"
OTHER_FACES = (
    "NotoSansHebrew",
    "NotoSansArabic",
    "NotoSansArmenian",
    "NotoSansGeorgian",
    "NotoSansThai",
    "NotoSansCJK",
)
"""In the order in which a letter is looked for, the file that takes longest to read last"""


def file_of(face: str) -> Path:
    """The TrueType file of FONT, BOLD or one of OTHER_FACES."""
    return resource("fonts", "paper", f"{face}.ttf")


@cache
def use_in_figures() -> None:
    """Have matplotlib write labels in the same faces, and read no label as a formula."""
    import matplotlib as mpl
    from matplotlib.font_manager import FontProperties, fontManager

    families: list[str] = []
    for face in (FONT, *OTHER_FACES, BOLD):
        path = str(file_of(face))
        fontManager.addfont(path)  # pyright: ignore[reportUnknownMemberType]
        families.append(FontProperties(fname=path).get_name())
    mpl.rcParams["font.family"] = list(dict.fromkeys(families))
    mpl.rcParams["text.parse_math"] = False


def figure_png(figure: Any, **how: Any) -> bytes:
    """A matplotlib figure as PNG; a letter that no face has is a box. `how` as in savefig."""
    file = BytesIO()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", r"Glyph .* missing from font", UserWarning)
        figure.savefig(file, format="png", **how)
    return file.getvalue()
