"""The VOIs of a reading: where they belong, and how many lesions of which tissue are allowed.

A site list is a TOML file such as `resources/protocols/reference-tissues.toml`; errors in one are
reported with their line.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast

from station.pet.voi import Voi
from station.pet.words import count_of
from station.toml_table import (
    TEXT,
    Check,
    Problems,
    TomlTable,
    as_toml,
    checked_file,
    did_you_mean,
    is_number,
    loaded_file,
    number,
    refuse_repeats,
    wrong_count,
    wrong_id,
    wrong_table,
    wrong_tables,
    wrong_texts,
)

VOLUME_LIMITS_ML = (0.01, 2000.0)
"""From a sphere of 1.3 mm radius, smaller than any PET voxel, to one that holds a whole liver"""


class SiteKind(StrEnum):
    REFERENCE = "reference"
    """A reference tissue of the protocol"""
    LESION = "lesion"
    FREE = "free"
    """Neither: something a reader wanted to know"""


@dataclass(frozen=True)
class PlacedVoi:
    """A VOI that a reader placed. A change makes a new object with the same id."""

    id: str
    name: str
    """As shown in the table: "Liver", "Lesion 1" """
    shape: Voi
    kind: SiteKind
    site: str | None = None
    """For a reference tissue its site's id in the protocol, such as "liver" """
    tissue: str | None = None
    """Tissue type of a lesion, such as "lymph node" """
    colour: str = "#e8792b"
    hidden: bool = False
    override: str | None = None
    """Why the protocol's limits were set aside for this lesion"""


@dataclass(frozen=True)
class Site:
    """A reference tissue, and the sphere placed in it."""

    id: str
    name: str
    volume_ml: float
    hint: str = ""
    """One line: where to place it"""
    suv_mean: tuple[float, float] | None = None
    """What SUVmean (SUVbw) is plausible there; None: nothing is known of it"""
    suv_source: str = ""
    """Whose limits they are"""


@dataclass(frozen=True)
class LesionRules:
    volume_ml: float
    """Volume of the sphere that is offered first"""
    at_most: int
    """Lesions per patient"""
    at_most_per_tissue: int
    tissues: tuple[str, ...]
    """Tissue types of lesions, in the order offered"""


@dataclass(frozen=True)
class SiteList:
    name: str
    sites: tuple[Site, ...]
    """In the order they are placed"""
    lesions: LesionRules
    default_volume_ml: float
    """Volume of a VOI that is neither a site nor a lesion"""
    ratio_to: str | None = None
    """Id of the site that is the denominator of ratios"""

    @property
    def tissues(self) -> tuple[str, ...]:
        return self.lesions.tissues

    def find(self, site_id: str) -> Site | None:
        return next((site for site in self.sites if site.id == site_id), None)


def missing_sites(vois: Iterable[PlacedVoi], sites: SiteList) -> tuple[Site, ...]:
    """The reference tissues still to be placed, in order."""
    placed = {voi.site for voi in vois if voi.kind is SiteKind.REFERENCE}
    return tuple(site for site in sites.sites if site.id not in placed)


def lesion_refusal(
    vois: Iterable[PlacedVoi], tissue: str, rules: LesionRules, override: str | None = None
) -> str | None:
    """The sentence with the rule that forbids another lesion of `tissue`; None: it is allowed.

    `override` is the reader's reason to set the rule aside. An unknown tissue type has no override:
    the counts would become meaningless.
    """
    if tissue not in rules.tissues:
        guess = did_you_mean(tissue, rules.tissues)
        return (
            f'"{tissue}" is not a tissue type of this protocol{guess} '
            f"The types are: {', '.join(rules.tissues)}."
        )
    if override is not None and override.strip():
        return None
    placed = Counter(voi.tissue for voi in vois if voi.kind is SiteKind.LESION)
    if placed.total() >= rules.at_most:
        return (
            f"The protocol allows at most {count_of(rules.at_most, 'lesion')} a patient, and "
            f"{placed.total()} are placed. Delete one, or give a reason to measure more."
        )
    if placed[tissue] >= rules.at_most_per_tissue:
        return (
            f"The protocol allows at most {count_of(rules.at_most_per_tissue, 'lesion')} of one "
            f'tissue type, and {placed[tissue]} of type "{tissue}" are placed. Delete one, or give '
            f"a reason to measure more."
        )
    return None


# -- reading a site list ---------------------------------------------------------------------------


def load_site_list(path: Path) -> SiteList:
    """The site list in a TOML file. Raises StationError with all that is wrong, a line each."""
    return loaded_file(path, "a site list", _site_list)


def check_site_list(path: Path) -> tuple[str, ...]:
    """All that is wrong in a site list, a sentence each, in the order of its lines; none: fine."""
    return checked_file(path, "a site list", _site_list)[1]


VOLUME = number("volume_ml = 0.5", *VOLUME_LIMITS_ML)


def _site_list(table: TomlTable, problems: Problems) -> SiteList | None:
    """The checked list; None, or a list not to be used, if a problem was noted."""
    name = table.take("name", TEXT('name = "…"'))
    volume_ml = table.take(
        "default_volume_ml", number("default_volume_ml = 0.5", *VOLUME_LIMITS_ML)
    )
    ratio_to = table.take("ratio_to", TEXT('ratio_to = "aortic_arch"'), required=False)
    items = table.take("site", Check(wrong_tables, "[[site]] above each site's keys"))
    rules = table.take("lesions", Check(wrong_table, "[lesions] above its keys"))
    table.refuse_unknown()
    sites = [
        _site(TomlTable(item, ("site", number), problems, f"site {number + 1}"))
        for number, item in enumerate(items or [])
    ]
    refuse_repeats("site", sites, problems)
    ids = [site.id for site in sites if site is not None]
    if ratio_to is not None and ratio_to not in ids and None not in sites:
        problems.add(
            ("ratio_to",),
            f'ratio_to is "{ratio_to}", but no site has that id{did_you_mean(ratio_to, ids)} '
            f"The ids are: {', '.join(ids)}.",
        )
    lesions = (
        None
        if rules is None
        else _lesion_rules(TomlTable(rules, ("lesions",), problems, "lesions"))
    )
    if name is None or volume_ml is None or lesions is None:
        return None
    known = tuple(site for site in sites if site is not None)
    return SiteList(name, known, lesions, float(volume_ml), ratio_to)


def _site(table: TomlTable) -> Site | None:
    id_ = table.take("id", Check(wrong_id, 'id = "liver"'))
    name = table.take("name", TEXT('name = "Liver"'))
    volume_ml = table.take("volume_ml", VOLUME)
    hint = table.take("hint", TEXT('hint = "In the right lobe."'), required=False)
    limits = table.take("suv_mean", Check(_wrong_limits, "suv_mean = [1.0, 4.5]"), required=False)
    example = 'suv_source = "EJNMMI Phys. 8 (2021) 31, Table 3"'
    source = table.take("suv_source", TEXT(example), required=limits is not None)
    table.refuse_unknown()
    if id_ is None or name is None or volume_ml is None:
        return None
    plausible = None if limits is None else (float(limits[0]), float(limits[1]))
    return Site(id_, name, float(volume_ml), hint or "", plausible, source or "")


def _wrong_limits(value: object) -> str | None:
    """What is wrong with a lower and an upper limit; None: nothing."""
    limits: list[object] = cast(list[object], value) if isinstance(value, list) else []
    if len(limits) != 2 or not all(is_number(one) for one in limits):
        return f"is {as_toml(cast(object, value))}, not two numbers"
    low, high = cast(list[float], limits)
    return None if 0 <= low < high else f"is {as_toml(limits)}: the first must be below the second"


def _lesion_rules(table: TomlTable) -> LesionRules | None:
    volume_ml = table.take("volume_ml", VOLUME)
    at_most = table.take("at_most", Check(wrong_count, "at_most = 5"))
    per_tissue = table.take("at_most_per_tissue", Check(wrong_count, "at_most_per_tissue = 2"))
    tissues = table.take("tissues", Check(wrong_texts, 'tissues = ["lung", "liver"]'))
    table.refuse_unknown()
    if volume_ml is None or at_most is None or per_tissue is None or tissues is None:
        return None
    return LesionRules(float(volume_ml), at_most, per_tissue, tuple(tissues))
