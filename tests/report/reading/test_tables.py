import csv
from dataclasses import replace
from io import StringIO

import pytest

from station.reading.analysis import Analysis, Artifacts, Suv, analyse
from station.reading.protocol import Arm
from station.report.document import Document, Table, as_html
from station.report.reading import published
from station.report.reading.sheet import p_value
from station.report.reading.tables import csv_files, document, shown
from tests.reading.reader_scores import study_scores, study_vois

FEW = 200


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(study_scores(), study_vois(), FEW)


def lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def tables(page: Document, title: str) -> list[Table]:
    """The tables of the section whose title begins so."""
    (section,) = [one for one in page.sections if one.title.startswith(title)]
    return [part for part in section.parts if isinstance(part, Table)]


def page_of(analysis: Analysis, artifacts: Artifacts | None = None) -> Document:
    return document(analysis, ["scores.csv"], [], [], artifacts)


# --- CSV ----------------------------------------------------------------------------------------


def test_there_is_a_csv_for_each_table_of_the_paper_and_for_agreement(analysis: Analysis):
    assert set(csv_files(analysis)) == {
        "multi-reader.csv",
        "multi-reader-variants.csv",
        "multi-reader-readers.csv",
        "visual-grading.csv",
        "table-2-scores.csv",
        "table-2-scores-pooled.csv",
        "table-3-reference-tissues.csv",
        "table-4-lesions.csv",
        "table-5-lesion-ratios.csv",
        "table-5-tissue-ratios.csv",
        "agreement.csv",
        "agreement-pairs.csv",
        "agreement-intra-reader.csv",
    }


def test_what_was_not_studied_has_no_table():
    assert set(csv_files(analyse((), study_vois(lesions=0), FEW))) == {
        "table-3-reference-tissues.csv",
        "table-5-tissue-ratios.csv",
    }


def test_the_csv_holds_the_figures_in_full(analysis: Analysis):
    noise = lines(csv_files(analysis)["table-2-scores.csv"])[1]
    one = analysis.criteria["image_noise"].by_case
    assert noise["criterion"] == "image_noise"
    assert float(noise["p"]) == one.t.p
    assert (float(noise["ci_low"]), float(noise["ci_high"])) == one.ci
    assert float(noise["rank_biserial"]) == one.rank_biserial


def test_the_papers_figures_stand_in_the_csv_where_the_names_match(analysis: Analysis):
    rows = lines(csv_files(analysis)["table-2-scores.csv"])
    paper = {row["criterion"]: row["paper_dl_mean"] for row in rows}
    assert paper == {"tumor_delineation": "4.06", "image_noise": "3.88", "my own criterion": ""}
    rows = lines(csv_files(analysis)["table-3-reference-tissues.csv"])
    found = {(row["site"], row["suv"]): row["paper_conventional_mean"] for row in rows}
    assert found["liver", "suv_mean"] == "1.76"
    assert found["my own tissue", "suv_max"] == ""
    overall = lines(csv_files(analysis)["agreement.csv"])[0]
    assert (overall["items_of"], overall["paper_fleiss_kappa"]) == ("overall", "0.78")


def test_a_test_that_could_not_be_done_is_empty_in_the_csv_with_its_sentence():
    rows = lines(csv_files(analyse(study_scores(cases=1), (), FEW))["table-2-scores.csv"])
    assert rows[0]["t"] == rows[0]["p"] == rows[0]["ci_low"] == ""
    assert "One pair is too few for a t-test." in rows[0]["note"]


# --- the document -------------------------------------------------------------------------------


def test_the_document_has_the_papers_tables_in_their_order(analysis: Analysis):
    titles = [section.title for section in page_of(analysis).sections]
    assert titles == [
        "Readers and cases as samples: DL − Conventional",
        "Visual grading",
        "Table 2. Qualitative image analysis",
        "Agreement of the readers",
        "Table 3. SUVs in healthy tissues",
        "Table 4. SUVs in lesions",
        "Table 5. Ratios to the aortic arch",
        "Methods and remarks",
    ]


def test_table_2_shows_mean_and_sd_of_both_arms_and_the_papers_beside_them(analysis: Analysis):
    table = tables(page_of(analysis), "Table 2")[0]
    row = dict(zip(table.header, table.rows[1], strict=True))
    one = analysis.criteria["image_noise"].by_case
    assert row["Criterion"] == "Image noise"
    assert row["Conventional"] == f"{one.conventional.mean:.2f} ± {one.conventional.sd:.2f}"
    assert row["Paper: conventional"] == "2.40 ± 0.50"
    assert row["Paper: P"] == "< 0.0001"
    assert dict(zip(table.header, table.rows[2], strict=True))["Paper: DL"] == "–"
    assert any("as printed, of other patients" in note for note in table.notes)


def test_a_study_of_other_criteria_has_no_columns_of_the_paper():
    page = page_of(analyse(study_scores(criteria={"sharpness": (3, 4)}), (), FEW))
    assert not any("Paper" in column for column in tables(page, "Table 2")[0].header)


def test_a_tissue_is_named_once_for_its_three_suvs(analysis: Analysis):
    table = tables(page_of(analysis), "Table 3")[0]
    assert [row[:2] for row in table.rows[:4]] == [
        ("Aortic arch", "SUVmax"),
        ("", "SUVpeak"),
        ("", "SUVmean"),
        ("Liver", "SUVmax"),
    ]


def test_a_sentence_that_is_of_several_rows_stands_once():
    page = page_of(analyse(study_scores(cases=1, repeats=0), (), FEW))
    notes = [note for note in tables(page, "Table 2")[0].notes if "t-test" in note]
    assert notes == [
        "Tumor delineation; Image noise; My own criterion: One pair is too few for a t-test."
    ]


def test_readers_artifacts_are_counted_by_arm_and_quoted():
    noted = (("Dr. Ito", "case 1", Arm.DENOISED, "streaks at the shoulders"),)
    analysis = analyse(study_scores(), (), FEW)
    (table,) = tables(page_of(analysis, Artifacts(48, noted)), "Artifacts")
    assert table.rows == (("Dr. Ito", "case 1", "DL", "streaks at the shoulders"),)
    none = page_of(analysis, Artifacts(48, ()))
    (section,) = [one for one in none.sections if one.title.startswith("Artifacts")]
    assert section.text == ("No artifact or failure was noted in 48 readings.",)


def test_a_name_is_never_taken_for_markup():
    scores = study_scores(cases=2, criteria={"<b>noise</b>": (2, 4)})
    html = as_html(page_of(analyse(scores, (), FEW)))
    assert "<b>" not in html
    assert "&lt;b&gt;noise&lt;/b&gt;" in html


@pytest.mark.parametrize(
    ("p", "text"),
    [
        (None, "–"),
        (3e-9, "< 0.0001"),
        (0.00012, "0.00012"),
        (0.0031, "0.0031"),
        (0.0456, "0.046"),
        (0.456, "0.456"),
        (1.0, "1.000"),
    ],
)
def test_a_p_value_is_written_as_the_paper_writes_it(p: float | None, text: str):
    assert p_value(p) == text


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tumor_delineation", "Tumor delineation"),
        ("noise", "Noise"),
        ("PET quality", "PET quality"),
        ("Δ noise", "Δ noise"),
    ],
)
def test_an_id_is_shown_as_words_and_a_name_as_it_is(name: str, text: str):
    assert shown(name) == text


@pytest.mark.parametrize("name", ["Tumor delineation", "tumour_delineation", "delineation"])
def test_the_papers_criterion_is_found_under_its_usual_names(name: str):
    found = published.of_criterion(name)
    assert found is not None
    assert found.dl == (4.06, 0.24)


def test_every_site_of_the_shipped_list_has_the_papers_figures():
    from station.installed import resource
    from station.pet.sites import load_site_list

    sites = load_site_list(resource("protocols", "reference-tissues.toml")).sites
    for site in sites:
        for name in (site.id, site.name):
            assert published.of_site(name, Suv.MAX) is not None, name
    assert len(published.TABLE_3) == len(sites)


def test_a_criterion_is_called_what_the_protocol_calls_it() -> None:
    plain = analyse(study_scores(), resamples=200)
    titled = replace(plain, titles={"image_noise": "Noise of the whole image"})
    pages = [as_html(document(analysis, ("scores.csv",), (), ())) for analysis in (plain, titled)]
    assert "Noise of the whole image" not in pages[0]
    assert "Image noise" in pages[0]
    assert pages[1].count("Noise of the whole image") >= 3
    assert "Image noise" not in pages[1]
    assert "Tumor delineation" in pages[1]
