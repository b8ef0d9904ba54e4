from collections.abc import Callable
from pathlib import Path

import pytest

from station.errors import StationError
from station.reading.protocol import (
    MATCH_MM,
    Answers,
    Presentation,
    Protocol,
    check_protocol,
    load_protocol,
    looks_like_a_protocol,
)

PROTOCOLS = Path(__file__).resolve().parents[2] / "resources/protocols"

SMALL = """\
name = "One criterion"
presentation = "paired"
washout_cases = 3
repeats = 1

[arms]
conventional = "OSEM"
dl = "Network"

[[criterion]]
id = "noise"
name = "Noise"
scale = ["enormous", "strong", "moderate", "slight", "none"]
ours = [2, 3, 4]
"""

Mistakes = Callable[[str], tuple[str, ...]]


@pytest.fixture
def mistakes(tmp_path: Path) -> Mistakes:
    """What is wrong in a protocol with this text, without the path in front."""
    path = tmp_path / "study.toml"

    def check(text: str) -> tuple[str, ...]:
        path.write_text(text, encoding="utf-8")
        return tuple(sentence.removeprefix(f"{path}, ") for sentence in check_protocol(path))

    return check


@pytest.fixture(scope="module")
def papers() -> Protocol:
    return load_protocol(PROTOCOLS / "reader-study.toml")


# -- the paper's -----------------------------------------------------------------------------------


def test_the_papers_criteria_come_in_its_order(papers: Protocol) -> None:
    assert [criterion.name for criterion in papers.criteria] == [
        "Tumor delineation",
        "Overall image quality",
        "Image noise",
    ]


@pytest.mark.parametrize(
    ("criterion", "one", "five"),
    [
        (
            "tumor_delineation",
            "lesion cannot be confirmed",
            "excellent delineation of the lesion margin",
        ),
        ("overall_image_quality", "poor", "excellent"),
        ("image_noise", "enormous", "no perceivable noise"),
    ],
)
def test_the_ends_of_each_scale_are_the_papers_words(
    papers: Protocol, criterion: str, one: str, five: str
) -> None:
    assert (papers.criterion(criterion).words(1), papers.criterion(criterion).words(5)) == (
        one,
        five,
    )


def test_the_words_between_the_ends_are_marked_as_ours(papers: Protocol) -> None:
    assert {criterion.ours for criterion in papers.criteria} == {(2, 3, 4)}


def test_a_large_difference_is_two_points_and_the_window_may_be_changed(papers: Protocol) -> None:
    assert (papers.large_difference, papers.window_adjustable) == (2, True)
    assert papers.presentation is Presentation.SINGLE


def test_a_score_outside_the_scale_has_no_words(papers: Protocol) -> None:
    with pytest.raises(ValueError, match="6 is not a score"):
        papers.criterion("image_noise").words(6)


def test_reader_studies_and_site_lists_are_told_apart(tmp_path: Path) -> None:
    assert looks_like_a_protocol(PROTOCOLS / "reader-study.toml")
    assert not looks_like_a_protocol(PROTOCOLS / "reference-tissues.toml")
    assert not looks_like_a_protocol(tmp_path / "missing.toml")


# -- own ones --------------------------------------------------------------------------------------


def test_a_sound_protocol_has_no_mistakes(mistakes: Mistakes) -> None:
    assert mistakes(SMALL) == ()


def test_what_a_protocol_leaves_out_has_its_default(tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_text(
        'name = "n"\npresentation = "single"\n[[criterion]]\nid = "a"\nname = "A"\n'
        'scale = ["1", "2", "3", "4", "5"]\n'
    )
    protocol = load_protocol(path)
    assert (protocol.washout_cases, protocol.washout_days, protocol.repeats) == (0, 0, 0)
    assert (protocol.large_difference, protocol.window_suv) == (2, 7.0)
    assert (protocol.arms.conventional, protocol.arms.dl) == ("Conventional", "DL")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '"paired"',
            '"pared"',
            'line 2: presentation is "pared". Write presentation = "single" or "paired".',
        ),
        ("= 3", "= -3", "line 3: washout_cases is -3, less than 0. Write washout_cases = 15."),
        (
            "repeats",
            "repeat",
            'line 4: "repeat" is not a key of the file: did you mean "repeats"? The keys are: ',
        ),
        ("Network", "osem", "line 6: both arms have the same name. Give each its own."),
        (
            "dl =",
            "deep =",
            'line 8: "deep" is not a key of arms. The keys are: conventional, dl.',
        ),
        (
            '"noise"',
            '"comment"',
            'line 11: id is "comment", which every form already has. Write id = "image_noise".',
        ),
        (
            ', "none"',
            "",
            'line 13: scale has 4 entries, but the scores are 1 to 5. Write scale = ["worst", ',
        ),
        ("slight", "strong", 'line 13: scale has "strong" 2 times. Write scale = ["worst"'),
        ("[2, 3, 4]", "[0]", "line 14: ours has 0; the scores are 1 to 5. Write ours = [2, 3, 4]."),
        ("[2, 3, 4]", "[true]", "line 14: ours has true; the scores are 1 to 5."),
    ],
)
def test_a_mistake_is_told_with_its_line(mistakes: Mistakes, old: str, new: str, told: str) -> None:
    (sentence,) = mistakes(SMALL.replace(old, new, 1))
    assert sentence.startswith(told)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("washout_days = 400", "washout_days is 400, more than 365. Write washout_days = 1."),
        ("large_difference = 0", "large_difference is 0, less than 1. Write large_difference = 2."),
        ("large_difference = 5", "large_difference is 5, more than 4. Write large_difference = 2."),
        ("window_suv = 0.1", "window_suv is 0.1, less than 0.5. Write window_suv = 7.0."),
        ("window_suv = nan", "window_suv is nan, not a number. Write window_suv = 7.0."),
        (
            "window_adjustable = 1",
            "window_adjustable is 1. Write window_adjustable = true or false.",
        ),
    ],
)
def test_a_value_that_cannot_be_is_told_with_what_can(
    mistakes: Mistakes, line: str, told: str
) -> None:
    (sentence,) = mistakes(f"{line}\n{SMALL}")
    assert sentence.startswith(f"line 1: {told}")


def test_two_criteria_of_one_id_are_told_with_both_lines(mistakes: Mistakes) -> None:
    again = SMALL[SMALL.index("[[criterion]]") :].replace('"Noise"', '"Other"')
    (sentence,) = mistakes(f"{SMALL}\n{again}")
    assert sentence == (
        'line 17: the id "noise" is already in line 11. Give each criterion its own.'
    )


def test_a_protocol_without_criteria_is_none(mistakes: Mistakes) -> None:
    (sentence,) = mistakes(SMALL[: SMALL.index("[[criterion]]")])
    assert sentence.startswith("line 1: the file has no criterion.")


def test_every_mistake_is_told_in_the_order_of_its_line(mistakes: Mistakes) -> None:
    text = SMALL.replace('"paired"', "7").replace("[2, 3, 4]", '"none"')
    assert [sentence.partition(":")[0] for sentence in mistakes(text)] == ["line 2", "line 14"]


def test_loading_a_wrong_protocol_raises_all_its_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "study.toml"
    path.write_text('name = "x"\n')
    with pytest.raises(StationError, match=r"has no presentation[\s\S]*has no criterion"):
        load_protocol(path)


# -- foci and margins ------------------------------------------------------------------------------

MARKS = """
[[criterion]]
kind = "marks"
id = "foci"
name = "Foci"
scale = ["1", "2", "3", "4", "5"]
"""


@pytest.fixture
def with_foci(tmp_path: Path) -> Callable[[str], Protocol]:
    def load(more: str = "") -> Protocol:
        path = tmp_path / "study.toml"
        path.write_text(SMALL + MARKS + more, encoding="utf-8")
        return load_protocol(path)

    return load


def test_foci_are_a_criterion_of_their_own_kind(with_foci: Callable[..., Protocol]) -> None:
    protocol = with_foci('sites = ["liver", "bone"]\nmatch_mm = 15')
    (foci,) = protocol.marks
    assert (foci.id, foci.sites, foci.match_mm) == ("foci", ("liver", "bone"), 15.0)
    assert "foci" not in [criterion.id for criterion in protocol.criteria]
    assert with_foci().marks[0].match_mm == MATCH_MM


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("match_mm = 0.2", "less than 1"),
        ("sites = []", "is empty; leave it out"),
        ('sites = ["liver", "Liver"]', "names a site twice"),
        ("margin = 0.5", "margin"),
    ],
)
def test_a_mistake_about_foci_is_told(mistakes: Mistakes, line: str, told: str) -> None:
    (sentence,) = mistakes(SMALL + MARKS + line + "\n")
    assert told in sentence


def test_a_margin_belongs_to_a_scored_criterion(tmp_path: Path, mistakes: Mistakes) -> None:
    path = tmp_path / "study.toml"
    path.write_text(SMALL + "margin = 0.5\n", encoding="utf-8")
    protocol = load_protocol(path)
    assert protocol.margins == {protocol.criteria[-1].id: 0.5}
    (sentence,) = mistakes(SMALL + "margin = 0\n")
    assert "margin" in sentence


def test_an_unknown_kind_is_told_with_those_there_are(mistakes: Mistakes) -> None:
    (sentence,) = mistakes(SMALL + 'kind = "sum"\n')
    assert "score" in sentence
    assert "marks" in sentence


def test_the_shipped_study_of_foci_is_in_order() -> None:
    protocol = load_protocol(PROTOCOLS / "study-of-foci.toml")
    assert [criterion.id for criterion in protocol.marks] == ["foci"]
    assert protocol.margins == {"overall_image_quality": 0.5}


# -- the window, and what happens at the end -------------------------------------------------------


def with_lines(tmp_path: Path, *lines: str) -> Protocol:
    path = tmp_path / "lines.toml"
    path.write_text(SMALL.replace("repeats = 1", "\n".join(lines)), encoding="utf-8")
    return load_protocol(path)


def test_the_window_has_limits_which_say_what_can_be_shown(tmp_path: Path) -> None:
    assert with_lines(tmp_path).window_limits_suv == (2.5, 20.0)
    assert with_lines(tmp_path).largest_shown_suv == 20.0
    wider = with_lines(tmp_path, "window_suv = 30", "window_limits_suv = [5, 40]")
    assert (wider.window_limits_suv, wider.largest_shown_suv) == ((5.0, 40.0), 40.0)
    fixed = with_lines(tmp_path, "window_suv = 30", "window_adjustable = false")
    assert fixed.largest_shown_suv == 30.0


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("window_suv = 30", "window_suv is 30, but readers may set 2.5 to 20."),
        ("window_limits_suv = [9, 3]", "has 9 before 3; the lower one comes first"),
        ("window_limits_suv = [0, 9]", "has a bound that is 0, less than 0.5"),
        ("window_limits_suv = 9", "not two numbers"),
        ('analysed_answers = "middle"', 'analysed_answers = "first" or "last"'),
        ("reopened_cases = -1", "reopened_cases"),
    ],
)
def test_a_mistake_about_the_window_or_the_end_is_told(
    mistakes: Mistakes, line: str, told: str
) -> None:
    (sentence,) = mistakes(SMALL.replace("repeats = 1", line))
    assert told in sentence


def test_last_answers_count_and_any_case_may_be_opened_again_unless_the_protocol_says_else(
    tmp_path: Path,
) -> None:
    plain = with_lines(tmp_path)
    assert (plain.analysed_answers, plain.reopened_cases) == (Answers.LAST, None)
    strict = with_lines(tmp_path, 'analysed_answers = "first"', "reopened_cases = 0")
    assert (strict.analysed_answers, strict.reopened_cases) == (Answers.FIRST, 0)
