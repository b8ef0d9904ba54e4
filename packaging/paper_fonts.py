"""Make resources/fonts/paper from resources/fonts and Noto Sans, with fontTools.

.venv/bin/python packaging/paper_fonts.py NOTO_FOLDER

NOTO_FOLDER has NotoSansArabic-Regular.ttf and its like (Debian: fonts-noto-core) and
NotoSansCJK-Regular.ttc (fonts-noto-cjk). A PDF takes TrueType outlines only, so cubic ones become
quadratic; figures get one width, which a PDF cannot ask a face for.
"""

import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

FONTS = Path(__file__).parents[1] / "resources" / "fonts"
SCRIPTS = ("Hebrew", "Arabic", "Armenian", "Georgian", "Thai")
INTER_ERROR, CJK_ERROR = 0.5, 8.0
"""How far a converted outline may be from the original, in thousandths of the size"""
CJK = (
    *((0x2E80, 0x2FDF), (0x3000, 0x303F), (0x3040, 0x30FF), (0x3130, 0x318F), (0x31F0, 0x31FF)),
    *((0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFF00, 0xFFEF), (0x20BB7, 0x20BB7)),
)
"""First and last letter of each block: radicals, kana, hangul, ideographs, wide forms"""
COUNTS = (
    *(
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
        "maxTwilightPoints",
    ),
    *("maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements"),
    *("maxSizeOfInstructions", "maxComponentElements", "maxComponentDepth"),
)


def main(noto: Path) -> None:
    target = FONTS / "paper"
    for name in ("Inter-Regular", "Inter-Bold"):
        font: Any = TTFont(FONTS / f"{name}.otf", recalcTimestamp=False)
        tabular_figures(font)
        cut(font, set(font.getBestCmap()), ["kern", "mark", "mkmk", "ccmp", "locl"])
        as_truetype(font, INTER_ERROR)
        font.save(target / f"{name}.ttf")
    for script in SCRIPTS:
        font = TTFont(noto / f"NotoSans{script}-Regular.ttf", recalcTimestamp=False)
        cut(font, set(font.getBestCmap()), ["*"])
        font.save(target / f"NotoSans{script}.ttf")
    font = TTFont(noto / "NotoSansCJK-Regular.ttc", fontNumber=0, recalcTimestamp=False)
    cut(font, {code for first, last in CJK for code in range(first, last + 1)}, [])
    as_truetype(font, CJK_ERROR)
    font.save(target / "NotoSansCJK.ttf")


def tabular_figures(font: Any) -> None:
    """Figures of one width in the place of the usual ones."""
    layout = font["GSUB"].table
    records = layout.FeatureList.FeatureRecord
    numbers = {
        n
        for record in records
        if record.FeatureTag == "tnum"
        for n in record.Feature.LookupListIndex
    }
    instead: dict[str, str] = {}
    for number in numbers:
        for table in layout.LookupList.Lookup[number].SubTable:
            instead |= getattr(table, "ExtSubTable", table).mapping
    for table in font["cmap"].tables:
        table.cmap = {code: instead.get(glyph, glyph) for code, glyph in table.cmap.items()}


def cut(font: Any, codes: set[int], features: list[str]) -> None:
    """Keep these letters and features, without instructions for screens."""
    options: Any = subset.Options()
    options.layout_features = features
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.hinting = options.glyph_names = False
    options.desubroutinize = True
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE"]
    made: Any = subset.Subsetter(options)
    made.populate(unicodes=codes & set(font.getBestCmap()))
    made.subset(font)


def as_truetype(font: Any, error: float) -> None:
    """Replace the cubic outlines by quadratic ones; `error` in thousandths of the size."""
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    outlines: Any = newTable("glyf")
    made: dict[str, Any] = {}
    outlines.glyphs, outlines.glyphOrder = made, order
    limit = error * font["head"].unitsPerEm / 1000
    for name in order:
        pen: Any = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, limit, reverse_direction=True))
        made[name] = pen.glyph(dropImpliedOnCurves=True)
    font["loca"], font["glyf"] = newTable("loca"), outlines
    for name in order:
        outlines[name].recalcBounds(outlines)
        advance, _ = font["hmtx"][name]
        font["hmtx"][name] = (advance, getattr(outlines[name], "xMin", 0))
    profile = font["maxp"]
    profile.tableVersion, profile.maxZones = 0x00010000, 1
    for count in COUNTS:
        setattr(profile, count, 0)
    profile.recalc(font)
    del font["CFF "]
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
