from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.errors import StationError
from station.pet.sites import (
    PlacedVoi,
    SiteKind,
    SiteList,
    check_site_list,
    lesion_refusal,
    load_site_list,
    missing_sites,
)
from station.pet.voi import Sphere

PROTOCOL = Path(__file__).resolve().parents[2] / "resources/protocols/reference-tissues.toml"

SMALL = """\
name = "Two sites"
default_volume_ml = 0.5
ratio_to = "blood"

[[site]]
id = "blood"
name = "Blood"
volume_ml = 0.5

[[site]]
id = "liver"
name = "Liver"
volume_ml = 3
hint = "In the right lobe."

[lesions]
volume_ml = 0.5
at_most = 5
at_most_per_tissue = 2
tissues = [
    "lung",
    "lymph node",
]
"""

Problems = Callable[[str], tuple[str, ...]]


@pytest.fixture
def problems(tmp_path: Path) -> Problems:
    """What is wrong in a site list with this text, without the path in front."""
    path = tmp_path / "sites.toml"

    def check(text: str) -> tuple[str, ...]:
        path.write_text(text, encoding="utf-8")
        return tuple(sentence.removeprefix(f"{path}, ") for sentence in check_site_list(path))

    return check


@pytest.fixture(scope="module")
def protocol() -> SiteList:
    return load_site_list(PROTOCOL)


def lesion(tissue: str, number: int = 1) -> PlacedVoi:
    sphere = Sphere((0.0, 0.0, 0.0), 0.5)
    return PlacedVoi(str(number), f"Lesion {number}", sphere, SiteKind.LESION, tissue=tissue)


def reference(site: str) -> PlacedVoi:
    return PlacedVoi(site, site, Sphere((0.0, 0.0, 0.0), 0.5), SiteKind.REFERENCE, site=site)


# -- the protocol of the paper ---------------------------------------------------------------------


def test_the_papers_reference_tissues_come_in_its_order(protocol: SiteList) -> None:
    assert [(site.id, site.volume_ml) for site in protocol.sites] == [
        ("aortic_arch", 0.5),
        ("semioval_center", 0.5),
        ("lung", 0.5),
        ("left_ventricle", 0.5),
        ("parotid_gland", 0.5),
        ("quadriceps_femoris", 0.5),
        ("spleen", 0.5),
        ("liver", 3.0),
    ]


def test_every_site_says_in_one_line_where_to_place_it(protocol: SiteList) -> None:
    assert all(site.hint.endswith(".") for site in protocol.sites)


def test_ratios_are_taken_to_the_aortic_arch(protocol: SiteList) -> None:
    assert protocol.ratio_to == "aortic_arch"


def test_lesions_have_the_papers_limits_and_tissue_types(protocol: SiteList) -> None:
    rules = protocol.lesions
    assert (rules.at_most, rules.at_most_per_tissue, rules.volume_ml) == (5, 2, 0.5)
    assert {"lymph node", "bone", "lung", "liver"} <= set(protocol.tissues)


def test_the_bundled_site_list_has_nothing_wrong() -> None:
    assert check_site_list(PROTOCOL) == ()


# -- how many lesions ------------------------------------------------------------------------------


def test_two_lesions_of_a_tissue_type_are_allowed(protocol: SiteList) -> None:
    assert lesion_refusal([lesion("bone")], "bone", protocol.lesions) is None


def test_a_third_of_a_tissue_type_is_refused_with_the_rule(protocol: SiteList) -> None:
    placed = [lesion("bone", 1), lesion("bone", 2)]
    assert lesion_refusal(placed, "bone", protocol.lesions) == (
        "The protocol allows at most 2 lesions of one tissue type, and 2 of type "
        '"bone" are placed. Delete one, or give a reason to measure more.'
    )
    assert lesion_refusal(placed, "lung", protocol.lesions) is None


def test_a_sixth_lesion_is_refused_with_the_rule(protocol: SiteList) -> None:
    placed = [lesion(tissue) for tissue in ("bone", "bone", "lung", "lung", "liver")]
    assert lesion_refusal(placed, "brain", protocol.lesions) == (
        "The protocol allows at most 5 lesions a patient, and 5 are placed. "
        "Delete one, or give a reason to measure more."
    )


def test_reference_tissues_are_no_lesions(protocol: SiteList) -> None:
    placed = [reference(site.id) for site in protocol.sites]
    assert lesion_refusal(placed, "liver", protocol.lesions) is None


def test_a_reason_sets_the_limit_aside(protocol: SiteList) -> None:
    placed = [lesion("bone")] * 5
    assert lesion_refusal(placed, "bone", protocol.lesions, "solitary on CT") is None
    assert lesion_refusal(placed, "bone", protocol.lesions, "  ") is not None


def test_an_unknown_tissue_type_is_refused_whatever_the_reason(protocol: SiteList) -> None:
    refusal = lesion_refusal([], "lymph nodes", protocol.lesions, "because")
    assert refusal is not None
    assert 'did you mean "lymph node"?' in refusal


# -- what is still to place ------------------------------------------------------------------------


def test_missing_sites_are_listed_in_their_order(protocol: SiteList) -> None:
    placed = [reference("lung"), reference("aortic_arch"), lesion("liver")]
    assert [site.id for site in missing_sites(placed, protocol)] == [
        "semioval_center",
        "left_ventricle",
        "parotid_gland",
        "quadriceps_femoris",
        "spleen",
        "liver",
    ]


def test_nothing_is_missing_once_all_are_placed(protocol: SiteList) -> None:
    assert missing_sites([reference(site.id) for site in protocol.sites], protocol) == ()


# -- what is wrong in a file -----------------------------------------------------------------------


def test_a_sound_file_has_no_problems(problems: Problems) -> None:
    assert problems(SMALL) == ()


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            'id = "blood"',
            "id = blood",
            "line 6, column 6: Invalid value. Correct the TOML syntax there.",
        ),
        (
            "[lesions]",
            "[lesions",
            (
                "line 16, column 9: Expected ']' at the end of a table declaration. "
                "Correct the TOML syntax there."
            ),
        ),
        (
            'name = "Liver"',
            'id = "x"',
            "line 12, column 9: Cannot overwrite a value. Correct the TOML syntax there.",
        ),
        (
            "at_most = 5",
            "at_mots = 5",
            "line 16: lesions has no at_most. Add at_most = 5.",
        ),
        (
            "at_most = 5",
            "at_mots = 5",
            (
                'line 18: "at_mots" is not a key of lesions: did you mean "at_most"? '
                "The keys are: volume_ml, at_most, at_most_per_tissue, tissues."
            ),
        ),
        ("[[site]]", "[[sites]]", "line 1: the file has no site. Add [[site]] above each site's"),
        ("[[site]]", "[[sites]]", 'line 5: "sites" is not a key of the file: did you mean "site"?'),
        ("volume_ml = 3\n", "", "line 10: site 2 has no volume_ml. Add volume_ml = 0.5."),
        (
            "volume_ml = 3",
            'volume_ml = "3 mL"',
            'line 13: volume_ml is "3 mL", not a number. Write volume_ml = 0.5.',
        ),
        (
            "volume_ml = 3",
            "volume_ml = 3000",
            "line 13: volume_ml is 3000, more than 2000. Write volume_ml = 0.5.",
        ),
        ("volume_ml = 3", "volume_ml = nan", "line 13: volume_ml is nan, not a number"),
        ("volume_ml = 3", "volume_ml = true", "line 13: volume_ml is true, not a number"),
        (
            'id = "liver"',
            'id = "blood"',
            'line 11: the id "blood" is already in line 6. Give each site its own.',
        ),
        ('name = "Liver"', "name = 7", "line 12: name is 7, not a text in quotation marks"),
        ('name = "Liver"', 'name = ""', "line 12: name is not one line of text"),
        (
            'ratio_to = "blood"',
            'ratio_to = "bloood"',
            (
                'line 3: ratio_to is "bloood", but no site has that id: did you mean "blood"? '
                "The ids are: blood, liver."
            ),
        ),
        ("at_most = 5", "at_most = 5.5", "line 18: at_most is 5.5, not a whole number"),
        ("at_most = 5", "at_most = -1", "line 18: at_most is -1, less than 0"),
        ('"lung"', "7", "line 20: tissues has an entry that is 7, not a text in quotation marks"),
        ('"lung"', '"lymph node"', 'line 20: tissues has "lymph node" 2 times'),
        ("[lesions]", "[lesions.bone]", "line 16: lesions has no volume_ml"),
        ('hint = "In', 'hint = """In', "Correct the TOML syntax there."),
    ],
)
def test_each_mistake_is_told_with_its_line(
    problems: Problems, old: str, new: str, sentence: str
) -> None:
    assert SMALL.count(old) >= 1
    told = problems(SMALL.replace(old, new))
    assert any(sentence in one for one in told), told


def test_all_mistakes_are_listed_in_the_order_of_the_lines(problems: Problems) -> None:
    text = SMALL.replace("volume_ml = 3", "volume_ml = -3").replace("at_most = 5", "at_most = []")
    text = text.replace('name = "Two sites"', "name = []")
    assert [sentence.split(":")[0] for sentence in problems(text)] == [
        "line 1",
        "line 13",
        "line 18",
    ]


def test_lines_are_right_behind_texts_that_look_like_keys(problems: Problems) -> None:
    text = SMALL.replace('"lung",', '# volume_ml = 1\n    "[lesions]", # ]\n    "volume_ml = 3",')
    assert problems(text) == ()
    wrong = text.replace("[lesions]\n", "[lesions]\nextra = 1\n", 1)
    assert problems(wrong)[0].startswith('line 17: "extra" is not a key of lesions')
    after = text + "extra = 1\n"
    (sentence,) = problems(after)
    assert sentence.startswith(f"line {after.count(chr(10))}: ")


def test_a_site_written_in_one_line_is_told_with_that_line(problems: Problems) -> None:
    head, _, lesions = SMALL.partition("[lesions]")
    head = head[: head.index("[[site]]")]
    text = f'{head}site = [\n  {{id = "blood", name = "Blood"}},\n]\n[lesions]{lesions}'
    assert problems(text) == ("line 5: site 1 has no volume_ml. Add volume_ml = 0.5.",)


def test_line_endings_of_windows_are_one_line(problems: Problems, tmp_path: Path) -> None:
    path = tmp_path / "dos.toml"
    path.write_bytes(
        SMALL.replace("volume_ml = 3", "volume_ml = 0").encode().replace(b"\n", b"\r\n")
    )
    (sentence,) = check_site_list(path)
    assert sentence.startswith(f"{path}, line 13: ")


def test_loading_refuses_with_every_sentence(tmp_path: Path) -> None:
    path = tmp_path / "sites.toml"
    path.write_text(SMALL.replace("volume_ml = 0.5", "volume_ml = 0"))
    with pytest.raises(StationError) as caught:
        load_site_list(path)
    assert str(caught.value).splitlines() == [*check_site_list(path)]
    assert len(check_site_list(path)) == 3


def test_a_file_that_is_not_there_or_no_text_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b'name = "x"\n\xff\xfe')
    (tmp_path / "huge").write_bytes(b"#" * (1 << 19))
    assert check_site_list(tmp_path / "none")[0].endswith(
        "No such file or directory. Check the path."
    )
    assert "line 2: this is not UTF-8 text" in check_site_list(tmp_path / "binary")[0]
    assert "larger than 256 KB" in check_site_list(tmp_path / "huge")[0]
    assert "cannot be read" in check_site_list(tmp_path)[0]


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(repr)
    | st.text()
)
def test_nothing_that_can_be_written_is_a_bug(tmp_path_factory: pytest.TempPathFactory, value: str):
    path = tmp_path_factory.mktemp("sites") / "sites.toml"
    for key in ("name", "site", "lesions", "ratio_to"):
        path.write_text(f"{key} = {value}\n", encoding="utf-8", newline="")
        assert check_site_list(path)
