"""The tables of a reader study, numbered as in the paper: as CSV, and as one document.

2: scores of both arms. Agreement, which the paper has in its text, follows. 3: SUVs of healthy
tissues. 4: of lesions. 5: of lesions over the aortic arch. The CSV holds the figures in full, the
document as they are read; the paper's own figures are next to ours where the names match.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict

from station import __version__
from station.pet.words import count_of
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
from station.reading.bootstrap import MANY_CASES
from station.reading.comparison import Comparison
from station.reading.protocol import Arm, ArmNames
from station.report.document import Document, Picture, Section, Table
from station.report.reading import foci, published, samples
from station.report.reading.as_json import PAIR
from station.report.reading.published import Published
from station.report.reading.sheet import (
    NOTE,
    Columns,
    Row,
    cell,
    csv_of,
    ends_of,
    estimate_of,
    figure,
    interval,
    mean_sd,
    once,
    p_value,
    percent,
    table_of,
    two_digits,
)
from station.report.table_file import Spreadsheet

SUV_NAMES = {Suv.MAX: "SUVmax", Suv.PEAK: "SUVpeak", Suv.MEAN: "SUVmean"}
FOOTER = "For research, not for diagnosis."

PAPER_NOTE = f"Paper: the figures of {published.SOURCE}, as printed, of other patients."

WORDS_OF_TABLES = (
    "Values are mean ± SD; a difference is {dl} − {conventional}, with the 95 % interval of a "
    "bootstrap over cases. P: two-tailed paired t-test. Wilcoxon: signed-rank test. Holm: "
    "corrected over the tests of its table. dz: mean over SD of the differences. r: matched-pairs "
    "rank-biserial correlation."
)
ALL_READINGS = (
    "Sensitivity analysis: a mean is over all readers of that image, so the two means of a case "
    "may be of different readers, who may score differently whatever the arm."
)
POOLED = (
    "A case's score in Table 2 is the mean over the readers who scored both of its images; the "
    "t-test pairs the cases. Pooled, each "
    "reader's scores of a case are a pair of their own, which takes readings of one case to be "
    "independent: its P is too small, and it is given for comparison only."
)
KAPPAS = (
    "Fleiss' kappa and the first AC1 are of scores regrouped to three points (1 + 2, 3, 4 + 5); "
    "Cohen's kappa, plain and with quadratic weights, and the second AC1 are of all five. Kappa is "
    "low where one grade dominates, even if readers agree; AC1 is not. Readings that were shown "
    "again count for the agreement of a reader with themselves alone."
)
RECOMPUTED = (
    "analysis.R recomputes every figure of scores, agreement, SUVs and foci from the rows in "
    "data/, with base R and, for the ordinal regression, the package ordinal."
)
OF_RELIABILITY = (
    "ICC: absolute agreement with readers as a sample, of one reader and of the mean of all; items "
    "of both arms, so a difference between the arms counts as spread of the items. Alpha: ordinal, "
    "of every item that at least two readers scored."
)
OF_ITEMS = (
    "An item is one image (case and arm) and one criterion. Scores regrouped to three points "
    "unless 5 points are named. same: share of pairs of readers with the same score."
)


def shown(name: str) -> str:
    """A name of the rows as people read it: "tumor_delineation" is "Tumor delineation"."""
    words = name.replace("_", " ")
    return words[:1].upper() + words[1:] if "_" in name or name.islower() else words


def names_of(titles: Mapping[str, str]) -> Callable[[str], str]:
    """Gives a criterion's name as people read it: its title, where the protocol has one."""
    return lambda name: titles.get(name) or shown(name)


def items_of(name: str) -> str:
    return "All criteria" if name == OVERALL else shown(name)


# --- columns as they are read -------------------------------------------------------------------

COMPARED: Columns = (
    ("Difference (95 % CI)", figure("difference", "ci", "+")),
    ("P", cell("p", p_value)),
    ("n", cell("conventional_n")),
)
"""After the names and both arms"""
TESTS: Columns = (
    ("t (df)", lambda row: cell("t", lambda t: f"{two_digits(t)} ({row['df']})")(row)),
    ("P", cell("p", p_value)),
    ("P, Holm", cell("p_holm", p_value)),
    ("Wilcoxon P", cell("wilcoxon_p", p_value)),
    ("P, Holm", cell("wilcoxon_p_holm", p_value)),
    ("dz", cell("cohen_dz", two_digits)),
    ("r", cell("rank_biserial", two_digits)),
)
PAPER: Columns = (
    ("Paper: conventional", mean_sd("paper_conventional")),
    ("Paper: DL", mean_sd("paper_dl")),
    ("Paper: P", cell("paper_p")),
)
AGREEMENT: Columns = (
    ("Items of", cell("items_of", items_of)),
    ("Fleiss' kappa (95 % CI)", figure("fleiss_kappa")),
    ("analytic CI", interval("fleiss_kappa_ci_analytic")),
    ("AC1 (95 % CI)", figure("gwet_ac1")),
    ("same of 3", cell("exact_regrouped", percent)),
    ("AC1, 5 points (95 % CI)", figure("gwet_ac1_raw")),
    ("same of 5", cell("exact", percent)),
    ("items", cell("items")),
    ("Paper: kappa", cell("paper_fleiss_kappa", two_digits)),
)
RELIABILITY: Columns = (
    ("Items of", cell("items_of", items_of)),
    ("ICC(2,1) (95 % CI)", figure("icc_2_1")),
    ("analytic CI", interval("icc_2_1_ci_analytic")),
    ("ICC(2,k) (95 % CI)", figure("icc_2_k")),
    ("items", cell("items")),
    ("Krippendorff's alpha (95 % CI)", figure("krippendorff_alpha")),
    ("items", cell("krippendorff_items")),
)
PAIRS: Columns = (
    ("Items of", cell("items_of", items_of)),
    ("Readers", cell("readers")),
    ("Cohen's kappa (95 % CI)", figure("cohen_kappa")),
    ("analytic CI", interval("cohen_kappa_ci_analytic")),
    ("Quadratic-weighted kappa (95 % CI)", figure("quadratic_kappa")),
    ("analytic CI", interval("quadratic_kappa_ci_analytic")),
    ("items", cell("items")),
)
INTRA_READER: Columns = (
    ("Reader", cell("reader")),
    ("Items of", cell("items_of", items_of)),
    ("same of 5", cell("exact", percent)),
    ("Cohen's kappa (95 % CI)", figure("cohen_kappa")),
    ("Quadratic-weighted kappa (95 % CI)", figure("quadratic_kappa")),
    ("AC1, 5 points (95 % CI)", figure("gwet_ac1_raw")),
    ("items", cell("items")),
)


# --- CSV ----------------------------------------------------------------------------------------


def csv_files(analysis: Analysis, spreadsheet: Spreadsheet = Spreadsheet.NONE) -> dict[str, str]:
    """The tables by the name of their file; there is none of what was not studied."""
    tables: dict[str, Sequence[Row]] = {
        "table-2-scores": _scores(analysis),
        "table-2-scores-all-readings": _scores(analysis, "all_readings"),
        "table-2-scores-pooled": _scores(analysis, "pooled"),
        "table-2-scores-with-consensus": _scores(analysis, "with_consensus"),
        "agreement": _agreement(analysis.agreement),
        "agreement-intra-reader": _intra(analysis.intra_reader),
    }
    voi = analysis.voi
    if voi is not None:
        tables["table-3-reference-tissues"] = _sites(voi.reference, True)
        tables["table-4-lesions"] = _suvs(voi.lesions, published.TABLE_4)
        tables["table-5-lesion-ratios"] = _suvs(voi.ratios, published.TABLE_5)
        tables["table-5-tissue-ratios"] = _sites(voi.reference_ratios, False)
    files = {
        f"{name}.csv": csv_of(rows, spreadsheet=spreadsheet)
        for name, rows in tables.items()
        if rows
    }
    files |= foci.csv_files(analysis, spreadsheet)
    if analysis.criteria:
        files |= samples.csv_files(analysis, spreadsheet)
        none = _pair("", ("", ""), Estimate(None), Estimate(None))
        files["agreement-pairs.csv"] = csv_of(_pairs(analysis.agreement), none, spreadsheet)
    return files


# --- rows ---------------------------------------------------------------------------------------


def _scores(analysis: Analysis, of: str = "by_case") -> list[Row]:
    """A row a criterion; its scores by_case, pooled or with_consensus."""
    return [
        _compared(
            {"criterion": name},
            getattr(result, of),
            published.of_criterion(name) if of == "by_case" else None,
        )
        for name, result in analysis.criteria.items()
        if getattr(result, of) is not None
    ]


def _sites(tables: Mapping[str, Mapping[Suv, Comparison]], with_paper: bool) -> list[Row]:
    return [
        _compared(
            {"site": site, "suv": suv.value},
            comparison,
            published.of_site(site, suv) if with_paper else None,
        )
        for site, table in tables.items()
        for suv, comparison in table.items()
    ]


def _suvs(table: Mapping[Suv, Comparison], paper: Mapping[Suv, Published]) -> list[Row]:
    return [
        _compared({"suv": suv.value}, comparison, paper[suv]) for suv, comparison in table.items()
    ]


def _compared(names: Mapping[str, str], of: Comparison, paper: Published | None) -> Row:
    arms = {"conventional": of.conventional, "dl": of.dl}
    means = {"conventional": paper.conventional, "dl": paper.dl} if paper else {}
    return {
        **names,
        **{f"{arm}_{part}": value for arm in arms for part, value in asdict(arms[arm]).items()},
        "difference": of.difference.mean,
        "difference_sd": of.difference.sd,
        **ends_of("ci", of.ci),
        **ends_of("ci_t", of.ci_t),
        **ends_of("limits", of.limits),
        "t": of.t.statistic,
        "df": of.t.df,
        "p": of.t.p,
        "p_holm": of.t.p_holm,
        "wilcoxon": of.wilcoxon.statistic,
        "wilcoxon_method": of.wilcoxon.method,
        "wilcoxon_p": of.wilcoxon.p,
        "wilcoxon_p_holm": of.wilcoxon.p_holm,
        "cohen_dz": of.cohen_dz,
        "rank_biserial": of.rank_biserial,
        **{
            f"paper_{arm}_{part}": means[arm][place] if paper else None
            for arm in arms
            for place, part in enumerate(("mean", "sd"))
        },
        "paper_p": paper.p if paper else None,
        NOTE: once((of.t.note, of.wilcoxon.note, of.note)),
    }


def _agreement(agreement: Mapping[str, Agreement]) -> list[Row]:
    return [
        {
            "items_of": name,
            "items": of.items,
            "left_out": of.left_out,
            "exact": of.exact,
            "exact_regrouped": of.exact_regrouped,
            **estimate_of("fleiss_kappa", of.fleiss),
            **estimate_of("gwet_ac1", of.ac1),
            **estimate_of("gwet_ac1_raw", of.ac1_raw),
            **estimate_of("icc_2_1", of.icc_single),
            **estimate_of("icc_2_k", of.icc_average),
            **estimate_of("krippendorff_alpha", of.alpha),
            "krippendorff_items": of.alpha.n,
            "paper_fleiss_kappa": published.FLEISS_KAPPA if name == OVERALL else None,
            NOTE: once(
                (
                    *of.notes,
                    *(each.note for each in (of.fleiss, of.ac1, of.ac1_raw)),
                    *(each.note for each in (of.icc_single, of.icc_average, of.alpha)),
                )
            ),
        }
        for name, of in agreement.items()
    ]


def _pairs(agreement: Mapping[str, Agreement]) -> list[Row]:
    return [
        _pair(name, pair, cohen, of.quadratic[pair])
        for name, of in agreement.items()
        for pair, cohen in of.cohen.items()
    ]


def _pair(name: str, readers: tuple[str, str], cohen: Estimate, quadratic: Estimate) -> Row:
    return {
        "items_of": name,
        "readers": PAIR.join(readers),
        "items": cohen.n,
        **estimate_of("cohen_kappa", cohen),
        **estimate_of("quadratic_kappa", quadratic),
        NOTE: once((cohen.note, quadratic.note)),
    }


def _intra(intra_reader: Mapping[str, Mapping[str, IntraReader]]) -> list[Row]:
    return [
        {
            "reader": reader,
            "items_of": name,
            "items": of.items,
            "exact": of.exact,
            **estimate_of("cohen_kappa", of.cohen),
            **estimate_of("quadratic_kappa", of.quadratic),
            **estimate_of("gwet_ac1_raw", of.ac1),
            NOTE: once((*of.notes, of.cohen.note, of.quadratic.note, of.ac1.note)),
        }
        for reader, parts in intra_reader.items()
        for name, of in parts.items()
    ]


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

    `after_scores` follow the readers' scores and their agreement.
    """
    readers = {row.reader for row in (*analysis.scores, *analysis.marks)}
    counts = [count_of(len(analysis.bootstrap.cases), "case")]
    if readers:
        counts.append(count_of(len(readers), "reader"))
    sections = [
        *foci.sections(analysis, names_of(analysis.titles)),
        *_score_sections(analysis),
        *after_scores,
        *(() if artifacts is None else (_artifact_section(artifacts, analysis.arms),)),
        *(_voi_sections(analysis.voi, analysis.arms) if analysis.voi is not None else ()),
    ]
    if pictures:
        sections.append(Section("Figures", (), tuple(pictures)))
    remarks = once((*notes, *analysis.notes, *(analysis.voi.notes if analysis.voi else ())))
    sections.append(Section("Methods and remarks", (*_methods(analysis), *remarks)))
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
        f"{analysis.bootstrap.seed}), percentile intervals, and bootstrap-t of mean differences "
        f"with fewer than {MANY_CASES} cases. Analytic intervals of agreement take "
        "the items to be independent, which the two images of a case are not."
    )
    arms = analysis.arms
    words = WORDS_OF_TABLES.format(dl=arms.dl, conventional=arms.conventional)
    return (words, POOLED, bootstrap, KAPPAS, RECOMPUTED)


def _titled(rows: Sequence[Row], titles: Mapping[str, str]) -> list[Row]:
    """Rows of agreement whose items are called what the protocol calls them."""
    return [{**row, "items_of": titles.get(row["items_of"], row["items_of"])} for row in rows]


def _score_sections(analysis: Analysis) -> list[Section]:
    if not analysis.criteria:
        return []
    named, arms = names_of(analysis.titles), analysis.arms
    names = (("Criterion", cell("criterion", named)),)
    notes = [
        f"{named(name)}: {note}"
        for name, result in analysis.criteria.items()
        for note in result.notes
    ]
    tables = _tables("", names, _scores(analysis), arms, notes)
    agreed = _scores(analysis, "with_consensus")
    if agreed:
        title = "With the consensus where there is one"
        tables += _tables(title, names, agreed, arms, tests="With the consensus")
    every = _scores(analysis, "all_readings")
    if every:
        title = "All readings, in whichever arm"
        tables += _tables(title, names, every, arms, [ALL_READINGS], tests="All readings")
    tables += _tables("All readings pooled", names, _scores(analysis, "pooled"), arms)
    agreement, pairs = (
        _titled(rows, analysis.titles)
        for rows in (_agreement(analysis.agreement), _pairs(analysis.agreement))
    )
    parts = [
        table_of(agreement, AGREEMENT, "All readers together", [OF_ITEMS]),
        table_of(
            [{**row, NOTE: ()} for row in agreement],
            RELIABILITY,
            "All readers together, all five points",
            [OF_RELIABILITY],
        ),
    ]
    if pairs:
        title = "Two readers at a time, all five points"
        parts.append(table_of(pairs, PAIRS, title, names=2))
    if analysis.intra_reader:
        rows, title = (
            _titled(_intra(analysis.intra_reader), analysis.titles),
            "Each reader with themselves: images shown again",
        )
        parts.append(table_of(rows, INTRA_READER, title, names=2, grouped_by_first=True))
    return [
        *samples.sections(analysis, named),
        Section("Table 2. Qualitative image analysis", (), tuple(tables)),
        Section("Agreement of the readers", (), tuple(parts)),
    ]


def _artifact_section(artifacts: Artifacts, arms: ArmNames) -> Section:
    title = "Artifacts and failures"
    if not artifacts.noted:
        words = f"No artifact or failure was noted in {count_of(artifacts.readings, 'reading')}."
        return Section(title, (words,))
    counts = [
        f"{sum(where is arm for _, _, where, _ in artifacts.noted)} in {arms.of(arm)}"
        for arm in Arm
    ]
    words = (
        f"Noted in {len(artifacts.noted)} of {artifacts.readings} readings: {', '.join(counts)}."
    )
    rows = tuple(
        (reader, case, arms.of(arm), noted) for reader, case, arm, noted in artifacts.noted
    )
    return Section(title, (words,), (Table(("Reader", "Case", "Arm", "Noted"), rows),))


def _voi_sections(voi: VoiResult, arms: ArmNames) -> list[Section]:
    of_suv = (("SUV", cell("suv", lambda suv: SUV_NAMES[Suv(suv)])),)
    of_site = (("Tissue", cell("site", shown)), *of_suv)
    lesions = _suvs(voi.lesions, published.TABLE_4)
    reference, ratios = _sites(voi.reference, True), _sites(voi.reference_ratios, False)
    tables = {
        "Table 3. SUVs in healthy tissues": _tables("", of_site, reference, arms),
        "Table 4. SUVs in lesions": _tables("", of_suv, lesions, arms),
        "Table 5. Ratios to the aortic arch": [
            *_tables("Lesions", of_suv, _suvs(voi.ratios, published.TABLE_5), arms),
            *_tables("Healthy tissues", of_site, ratios, arms),
        ],
    }
    return [Section(title, (), tuple(parts)) for title, parts in tables.items() if parts]


def _tables(
    title: str,
    names: Columns,
    rows: Sequence[Row],
    arms: ArmNames,
    notes: Sequence[str] = (),
    tests: str | None = None,
) -> list[Table]:
    """Means, difference and P as in the paper, and its own figures; tests and effect sizes.

    `tests` is what the title of the second begins with, where it is not `title`.
    """
    if not rows:
        return []
    with_paper = any(row["paper_p"] for row in rows)
    compared = (
        *names,
        (arms.conventional, mean_sd("conventional")),
        (arms.dl, mean_sd("dl")),
        *COMPARED,
        *(PAPER if with_paper else ()),
    )
    notes = [*([PAPER_NOTE] if with_paper else []), *notes]
    by_name = len(names) > 1
    silent = [{**row, NOTE: ()} for row in rows]
    prefix = f"{title if tests is None else tests}: t" if title else "T"
    first = table_of(rows, compared, title, notes, names=len(names), grouped_by_first=by_name)
    second = f"{prefix}ests and effect sizes"
    return [first, table_of(silent, (*names, *TESTS), second, grouped_by_first=by_name)]
