"""The tables of a reader study, numbered as in the paper: as CSV, and as one document.

2: scores of both arms. Agreement, which the paper has in its text, follows. 3: SUVs of healthy
tissues. 4: of lesions. 5: of lesions over the aortic arch. The CSV holds the figures in full, the
document as they are read; the paper's own figures stand beside ours where the names match.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10

from station import __version__
from station.reading.agreement import Estimate
from station.reading.analysis import (
    OVERALL,
    Agreement,
    Analysis,
    Artifacts,
    IntraReader,
    Suv,
    VoiResult,
)
from station.reading.bootstrap import Interval
from station.reading.comparison import Comparison, Spread
from station.reading.protocol import Arm, ArmNames
from station.report.document import Document, Picture, Section, Table
from station.report.reading import published
from station.report.reading.as_json import PAIR
from station.report.reading.published import Published
from station.report.table_file import csv_text

NONE = "–"
SMALLEST_P = 0.0001
SUV_NAMES = {Suv.MAX: "SUVmax", Suv.PEAK: "SUVpeak", Suv.MEAN: "SUVmean"}
FOOTER = "For research, not for diagnosis."

COMPARED = ("Difference (95 % CI)", "P", "n")
"""After both arms"""
TESTS = ("t (df)", "P", "P, Holm", "Wilcoxon P", "P, Holm", "dz", "r")
PAPER = ("Paper: conventional", "Paper: DL", "Paper: P")
PAPER_NOTE = f"Paper: the figures of {published.SOURCE}, as printed, of other patients."

WORDS_OF_TABLES = (
    "Values are mean ± SD; a difference is {dl} − {conventional}, with the 95 % interval of a "
    "bootstrap over cases. P: two-tailed paired t-test. Wilcoxon: signed-rank test. Holm: "
    "corrected over the tests of its table. dz: mean over SD of the differences. r: matched-pairs "
    "rank-biserial correlation."
)
POOLED = (
    "A case's score is the mean over its readers; the t-test pairs the cases. Pooled, each "
    "reader's scores of a case are a pair of their own, which takes readings of one case to be "
    "independent: its P is too small, and it is given for comparison only."
)
KAPPAS = (
    "Fleiss' kappa and the first AC1 are of scores regrouped to three points (1 + 2, 3, 4 + 5); "
    "Cohen's kappa, plain and with quadratic weights, and the second AC1 are of all five. Kappa is "
    "low where one grade dominates, even if readers agree; AC1 is not. Readings that were shown "
    "again count for the agreement of a reader with himself alone."
)
RECOMPUTED = (
    "analysis.R recomputes every figure of scores, agreement and SUVs from the rows in data/, with "
    "base R."
)


@dataclass(frozen=True)
class _Line:
    """One row of a table of comparisons."""

    names: tuple[str, ...]
    """As they are read"""
    keys: tuple[str, ...]
    """As the rows have them"""
    comparison: Comparison
    published: Published | None


# --- CSV ----------------------------------------------------------------------------------------


def csv_files(analysis: Analysis) -> dict[str, str]:
    """The tables by the name of their file; of what was not studied there is none."""
    files: dict[str, str] = {}
    if analysis.criteria:
        files["table-2-scores.csv"] = _comparisons_csv(("criterion",), _criteria(analysis, False))
        files["table-2-scores-pooled.csv"] = _comparisons_csv(
            ("criterion",), _criteria(analysis, True)
        )
        agreed = _agreed(analysis)
        if agreed:
            files["table-2-scores-with-consensus.csv"] = _comparisons_csv(("criterion",), agreed)
        files["agreement.csv"] = _agreement_csv(analysis.agreement)
        files["agreement-pairs.csv"] = _pairs_csv(analysis.agreement)
    if analysis.intra_reader:
        files["agreement-intra-reader.csv"] = _intra_csv(analysis.intra_reader)
    voi = analysis.voi
    if voi is not None:
        if voi.reference:
            files["table-3-reference-tissues.csv"] = _comparisons_csv(
                ("site", "suv"), _sites(voi.reference, True)
            )
        if voi.lesions:
            files["table-4-lesions.csv"] = _comparisons_csv(
                ("suv",), _suvs(voi.lesions, published.TABLE_4)
            )
        if voi.ratios:
            files["table-5-lesion-ratios.csv"] = _comparisons_csv(
                ("suv",), _suvs(voi.ratios, published.TABLE_5)
            )
        if voi.reference_ratios:
            files["table-5-tissue-ratios.csv"] = _comparisons_csv(
                ("site", "suv"), _sites(voi.reference_ratios, False)
            )
    return files


def _comparisons_csv(keys: Sequence[str], lines: Iterable[_Line]) -> str:
    header = (
        *keys,
        *(f"{arm}_{part}" for arm in ("conventional", "dl") for part in ("mean", "sd", "n")),
        *("difference", "difference_sd", "ci_low", "ci_high", "ci_t_low", "ci_t_high"),
        *("limits_low", "limits_high", "t", "df", "p", "p_holm"),
        *("wilcoxon", "wilcoxon_method", "wilcoxon_p", "wilcoxon_p_holm"),
        *("cohen_dz", "rank_biserial"),
        *(f"paper_{arm}_{part}" for arm in ("conventional", "dl") for part in ("mean", "sd")),
        *("paper_p", "note"),
    )
    return csv_text(header, (_comparison_cells(line) for line in lines))


def _comparison_cells(line: _Line) -> list[object]:
    one, paper = line.comparison, line.published
    return [
        *line.keys,
        *(one.conventional.mean, one.conventional.sd, one.conventional.n),
        *(one.dl.mean, one.dl.sd, one.dl.n),
        *(one.difference.mean, one.difference.sd),
        *_ends(one.ci),
        *_ends(one.ci_t),
        *_ends(one.limits),
        *(one.t.statistic, one.t.df, one.t.p, one.t.p_holm),
        *(one.wilcoxon.statistic, one.wilcoxon.method, one.wilcoxon.p, one.wilcoxon.p_holm),
        *(one.cohen_dz, one.rank_biserial),
        *((None,) * 5 if paper is None else (*paper.conventional, *paper.dl, paper.p)),
        " ".join(_sentences(one)),
    ]


def _agreement_csv(agreement: Mapping[str, Agreement]) -> str:
    figures: dict[str, Callable[[Agreement], Estimate]] = {
        "fleiss_kappa": lambda one: one.fleiss,
        "gwet_ac1": lambda one: one.ac1,
        "gwet_ac1_raw": lambda one: one.ac1_raw,
    }
    header = (
        *("items_of", "items", "left_out", "exact", "exact_regrouped"),
        *(column for name in figures for column in estimate_columns(name)),
        *("paper_fleiss_kappa", "note"),
    )
    return csv_text(
        header,
        (
            (
                *(name, one.items, one.left_out, one.exact, one.exact_regrouped),
                *(cell for figure in figures.values() for cell in estimate_cells(figure(one))),
                published.FLEISS_KAPPA if name == OVERALL else None,
                " ".join((*one.notes, *once(figure(one).note for figure in figures.values()))),
            )
            for name, one in agreement.items()
        ),
    )


def _pairs_csv(agreement: Mapping[str, Agreement]) -> str:
    header = (
        *("items_of", "readers", "items"),
        *estimate_columns("cohen_kappa"),
        *estimate_columns("quadratic_kappa"),
        "note",
    )
    return csv_text(
        header,
        (
            (
                *(name, PAIR.join(pair), cohen.n),
                *estimate_cells(cohen),
                *estimate_cells(one.quadratic[pair]),
                " ".join(once((cohen.note, one.quadratic[pair].note))),
            )
            for name, one in agreement.items()
            for pair, cohen in one.cohen.items()
        ),
    )


def _intra_csv(intra_reader: Mapping[str, Mapping[str, IntraReader]]) -> str:
    header = (
        *("reader", "items_of", "items", "exact"),
        *estimate_columns("cohen_kappa"),
        *estimate_columns("quadratic_kappa"),
        *estimate_columns("gwet_ac1_raw"),
        "note",
    )
    return csv_text(
        header,
        (
            (
                *(reader, name, one.items, one.exact),
                *estimate_cells(one.cohen),
                *estimate_cells(one.quadratic),
                *estimate_cells(one.ac1),
                " ".join((*one.notes, *once((one.cohen.note, one.quadratic.note, one.ac1.note)))),
            )
            for reader, parts in intra_reader.items()
            for name, one in parts.items()
        ),
    )


def estimate_columns(name: str) -> tuple[str, ...]:
    ends = ("ci_low", "ci_high", "ci_analytic_low", "ci_analytic_high")
    return (name, *(f"{name}_{end}" for end in ends))


def estimate_cells(one: Estimate) -> tuple[object, ...]:
    return (one.value, *_ends(one.ci), *_ends(one.ci_analytic))


def _ends(interval: Interval | None) -> tuple[float | None, float | None]:
    return (None, None) if interval is None else interval


# --- lines --------------------------------------------------------------------------------------


def _criteria(analysis: Analysis, pooled: bool) -> list[_Line]:
    return [
        _Line(
            (shown(name),),
            (name,),
            one.pooled if pooled else one.by_case,
            None if pooled else published.of_criterion(name),
        )
        for name, one in analysis.criteria.items()
    ]


def _agreed(analysis: Analysis) -> list[_Line]:
    return [
        _Line((shown(name),), (name,), one.with_consensus, None)
        for name, one in analysis.criteria.items()
        if one.with_consensus is not None
    ]


def _sites(tables: Mapping[str, Mapping[Suv, Comparison]], with_paper: bool) -> list[_Line]:
    return [
        _Line(
            (shown(site), SUV_NAMES[suv]),
            (site, suv.value),
            one,
            published.of_site(site, suv) if with_paper else None,
        )
        for site, table in tables.items()
        for suv, one in table.items()
    ]


def _suvs(table: Mapping[Suv, Comparison], paper: Mapping[Suv, Published]) -> list[_Line]:
    return [_Line((SUV_NAMES[suv],), (suv.value,), one, paper[suv]) for suv, one in table.items()]


def _sentences(one: Comparison) -> tuple[str, ...]:
    """What is to be said of a comparison; each sentence once."""
    return once((one.t.note, one.wilcoxon.note, one.note))


def grouped(said: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Each sentence once, behind all that it is about."""
    about: dict[str, list[str]] = {}
    for who, sentence in said:
        about.setdefault(sentence, []).append(who)
    return tuple(f"{'; '.join(once(who))}: {sentence}" for sentence, who in about.items())


def once(sentences: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sentence for sentence in sentences if sentence))


# --- document -----------------------------------------------------------------------------------


def document(
    analysis: Analysis,
    sources: Sequence[str],
    notes: Sequence[str],
    pictures: Sequence[Picture],
    artifacts: Artifacts | None = None,
    after_scores: Sequence[Section] = (),
) -> Document:
    """All tables and figures. `sources` say what was analysed, `notes` what was left out of it.

    `after_scores` stand behind the readers' scores and their agreement.
    """
    readers = {row.reader for row in analysis.scores}
    counts = [counted(len(analysis.bootstrap.cases), "case")]
    if readers:
        counts.append(counted(len(readers), "reader"))
    sections = [
        *_score_sections(analysis),
        *after_scores,
        *(() if artifacts is None else (_artifact_section(artifacts, analysis.arms),)),
        *(_voi_sections(analysis.voi, analysis.arms) if analysis.voi is not None else ()),
    ]
    if pictures:
        sections.append(Section("Figures", (), tuple(pictures)))
    said = once((*notes, *analysis.notes, *(analysis.voi.notes if analysis.voi else ())))
    sections.append(Section("Methods and remarks", (*_methods(analysis), *said)))
    return Document(
        f"Reader study: {analysis.arms.conventional} and {analysis.arms.dl}",
        (
            f"From {', '.join(sources)}: {', '.join(counts)}.",
            f"Analysed by Station {__version__}.",
        ),
        tuple(sections),
        FOOTER,
    )


def _methods(analysis: Analysis) -> tuple[str, ...]:
    draws = analysis.bootstrap.draws
    bootstrap = (
        f"Bootstrap: {len(draws)} resamples of {draws.shape[1]} whole cases (seed "
        f"{analysis.bootstrap.seed}), percentile intervals. Analytic intervals of agreement take "
        "the items to be independent, which the two images of a case are not."
    )
    arms = analysis.arms
    words = WORDS_OF_TABLES.format(dl=arms.dl, conventional=arms.conventional)
    return (words, POOLED, bootstrap, KAPPAS, RECOMPUTED)


def _score_sections(analysis: Analysis) -> list[Section]:
    if not analysis.criteria:
        return []
    arms = analysis.arms
    lines, pooled = _criteria(analysis, False), _criteria(analysis, True)
    notes = [
        f"{shown(name)}: {note}" for name, one in analysis.criteria.items() for note in one.notes
    ]
    names, agreed = ("Criterion",), _agreed(analysis)
    tables = [
        _compared("", names, lines, notes, arms),
        _tested("Tests and effect sizes", names, lines),
    ]
    if agreed:
        tables += [
            _compared("With the consensus where there is one", names, agreed, (), arms),
            _tested("With the consensus: tests and effect sizes", names, agreed),
        ]
    tables += [
        _compared("All readings pooled", names, pooled, (), arms),
        _tested("All readings pooled: tests and effect sizes", names, pooled),
    ]
    scores = Section("Table 2. Qualitative image analysis", (), tuple(tables))
    parts = [_agreement_table(analysis.agreement)]
    if any(one.cohen for one in analysis.agreement.values()):
        parts.append(_pairs_table(analysis.agreement))
    if analysis.intra_reader:
        parts.append(_intra_table(analysis.intra_reader))
    return [scores, Section("Agreement of the readers", (), tuple(parts))]


def _artifact_section(artifacts: Artifacts, arms: ArmNames) -> Section:
    title = "Artifacts and failures"
    if not artifacts.noted:
        said = f"No artifact or failure was noted in {counted(artifacts.readings, 'reading')}."
        return Section(title, (said,))
    counts = [
        f"{sum(where is arm for _, _, where, _ in artifacts.noted)} in {arms.of(arm)}"
        for arm in Arm
    ]
    said = f"Noted in {len(artifacts.noted)} of {artifacts.readings} readings: {', '.join(counts)}."
    rows = tuple(
        (reader, case, arms.of(arm), words) for reader, case, arm, words in artifacts.noted
    )
    return Section(title, (said,), (Table(("Reader", "Case", "Arm", "Noted"), rows),))


def _voi_sections(voi: VoiResult, arms: ArmNames) -> list[Section]:
    sections: list[Section] = []
    by_tissue, by_suv = ("Tissue", "SUV"), ("SUV",)
    if voi.reference:
        tissues = _sites(voi.reference, True)
        parts = (
            _compared("", by_tissue, tissues, (), arms),
            _tested("Tests and effect sizes", by_tissue, tissues),
        )
        sections.append(Section("Table 3. SUVs in healthy tissues", (), parts))
    if voi.lesions:
        lesions = _suvs(voi.lesions, published.TABLE_4)
        parts = (
            _compared("", by_suv, lesions, (), arms),
            _tested("Tests and effect sizes", by_suv, lesions),
        )
        sections.append(Section("Table 4. SUVs in lesions", (), parts))
    tables: list[Table] = []
    if voi.ratios:
        ratios = _suvs(voi.ratios, published.TABLE_5)
        tables.append(_compared("Lesions", by_suv, ratios, (), arms))
        tables.append(_tested("Lesions: tests and effect sizes", by_suv, ratios))
    if voi.reference_ratios:
        tissues = _sites(voi.reference_ratios, False)
        tables.append(_compared("Healthy tissues", by_tissue, tissues, (), arms))
        tables.append(_tested("Healthy tissues: tests and effect sizes", by_tissue, tissues))
    if tables:
        sections.append(Section("Table 5. Ratios to the aortic arch", (), tuple(tables)))
    return sections


def _compared(
    title: str,
    names: tuple[str, ...],
    lines: Sequence[_Line],
    notes: Iterable[str],
    arms: ArmNames,
) -> Table:
    """Means, difference and P as in the paper, and its own figures beside them."""
    with_paper = any(line.published for line in lines)
    rows = [
        (
            *shown_names,
            _mean_sd(line.comparison.conventional),
            _mean_sd(line.comparison.dl),
            _with_interval(line.comparison.difference.mean, line.comparison.ci, signed=True),
            p_value(line.comparison.t.p),
            str(line.comparison.difference.n),
            *(_paper_cells(line.published) if with_paper else ()),
        )
        for shown_names, line in _named(lines)
    ]
    said = grouped(
        (", ".join(line.names), sentence)
        for line in lines
        for sentence in _sentences(line.comparison)
    )
    return Table(
        (*names, arms.conventional, arms.dl, *COMPARED, *(PAPER if with_paper else ())),
        tuple(rows),
        title,
        (*((PAPER_NOTE,) if with_paper else ()), *notes, *said),
    )


def _tested(title: str, names: tuple[str, ...], lines: Sequence[_Line]) -> Table:
    """Tests and effect sizes."""
    rows = [
        (
            *shown_names,
            NONE if one.t.statistic is None else f"{_two(one.t.statistic)} ({one.t.df})",
            p_value(one.t.p),
            p_value(one.t.p_holm),
            p_value(one.wilcoxon.p),
            p_value(one.wilcoxon.p_holm),
            _two(one.cohen_dz),
            _two(one.rank_biserial),
        )
        for shown_names, one in ((names, line.comparison) for names, line in _named(lines))
    ]
    return Table((*names, *TESTS), tuple(rows), title)


def _named(lines: Sequence[_Line]) -> list[tuple[tuple[str, ...], _Line]]:
    """The lines with their names as a table shows them: a tissue once for its three SUVs."""
    named: list[tuple[tuple[str, ...], _Line]] = []
    for number, line in enumerate(lines):
        before = lines[number - 1].names if number else ()
        same = len(line.names) > 1 and before[:1] == line.names[:1]
        named.append((("", *line.names[1:]) if same else line.names, line))
    return named


def _paper_cells(paper: Published | None) -> tuple[str, ...]:
    if paper is None:
        return (NONE,) * len(PAPER)
    arms = (paper.conventional, paper.dl)
    return (*(f"{mean:.2f} ± {sd:.2f}" for mean, sd in arms), paper.p)


def _agreement_table(agreement: Mapping[str, Agreement]) -> Table:
    header = ("Items of", "Fleiss' kappa (95 % CI)", "analytic CI", "AC1 (95 % CI)", "same of 3")
    header = (*header, "AC1, 5 points (95 % CI)", "same of 5", "items", "Paper: kappa")
    rows = [
        (
            _items_of(name),
            estimated(one.fleiss),
            _interval(one.fleiss.ci_analytic),
            estimated(one.ac1),
            _share(one.exact_regrouped),
            estimated(one.ac1_raw),
            _share(one.exact),
            str(one.items),
            f"{published.FLEISS_KAPPA:.2f}" if name == OVERALL else NONE,
        )
        for name, one in agreement.items()
    ]
    said = grouped(
        (_items_of(name), sentence)
        for name, one in agreement.items()
        for sentence in once((*one.notes, one.fleiss.note, one.ac1.note, one.ac1_raw.note))
    )
    note = (
        "An item is one image (case and arm) and one criterion. Scores regrouped to three points "
        "unless 5 points are named. same: share of pairs of readers with the same score."
    )
    return Table(header, tuple(rows), "All readers together", (note, *said))


def _pairs_table(agreement: Mapping[str, Agreement]) -> Table:
    rows: list[tuple[str, ...]] = []
    said: list[tuple[str, str]] = []
    for name, one in agreement.items():
        of = _items_of(name)
        for pair, cohen in one.cohen.items():
            quadratic = one.quadratic[pair]
            rows.append(
                (
                    of,
                    PAIR.join(pair),
                    estimated(cohen),
                    _interval(cohen.ci_analytic),
                    estimated(quadratic),
                    _interval(quadratic.ci_analytic),
                    str(cohen.n),
                )
            )
            said += [
                (f"{of}, {PAIR.join(pair)}", sentence)
                for sentence in once((cohen.note, quadratic.note))
            ]
    return Table(
        (
            *("Items of", "Readers", "Cohen's kappa (95 % CI)", "analytic CI"),
            *("Quadratic-weighted kappa (95 % CI)", "analytic CI", "items"),
        ),
        tuple(rows),
        "Two readers at a time, all five points",
        grouped(said),
    )


def _intra_table(intra_reader: Mapping[str, Mapping[str, IntraReader]]) -> Table:
    rows: list[tuple[str, ...]] = []
    said: list[tuple[str, str]] = []
    for reader, parts in intra_reader.items():
        for name, one in parts.items():
            of = _items_of(name)
            rows.append(
                (
                    reader if name == OVERALL else "",
                    of,
                    _share(one.exact),
                    estimated(one.cohen),
                    estimated(one.quadratic),
                    estimated(one.ac1),
                    str(one.items),
                )
            )
            said += [
                (f"{reader}, {of}", sentence)
                for sentence in once((*one.notes, one.cohen.note, one.quadratic.note, one.ac1.note))
            ]
    return Table(
        (
            *("Reader", "Items of", "same of 5", "Cohen's kappa (95 % CI)"),
            *("Quadratic-weighted kappa (95 % CI)", "AC1, 5 points (95 % CI)", "items"),
        ),
        tuple(rows),
        "Each reader with himself: images shown again",
        grouped(said),
    )


# --- cells --------------------------------------------------------------------------------------


def _items_of(name: str) -> str:
    return "All criteria" if name == OVERALL else shown(name)


def shown(name: str) -> str:
    """A name of the rows as people read it: "tumor_delineation" is "Tumor delineation"."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:] if "_" in name or name.islower() else words


def p_value(p: float | None) -> str:
    """As the paper prints it."""
    if p is None:
        return NONE
    if p < SMALLEST_P:
        return f"< {SMALLEST_P:.4f}"
    return f"{p:.{max(3, 1 - floor(log10(p)))}f}"


def _mean_sd(spread: Spread) -> str:
    if spread.mean is None:
        return NONE
    return f"{spread.mean:.2f}" if spread.sd is None else f"{spread.mean:.2f} ± {spread.sd:.2f}"


def _with_interval(value: float | None, interval: Interval | None, signed: bool = False) -> str:
    if value is None:
        return NONE
    sign = "+" if signed else ""
    text = f"{value:{sign}.2f}"
    if interval is not None:
        text += f" ({interval[0]:{sign}.2f} to {interval[1]:{sign}.2f})"
    return text.replace("-", "−")


def estimated(one: Estimate) -> str:
    return _with_interval(one.value, one.ci)


def _interval(interval: Interval | None) -> str:
    if interval is None:
        return NONE
    return f"{interval[0]:.2f} to {interval[1]:.2f}".replace("-", "−")


def _two(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}".replace("-", "−")


def _share(share: float | None) -> str:
    return NONE if share is None else f"{share * 100:.0f} %"


def counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
