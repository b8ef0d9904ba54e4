"""`station reading`: a study's tables, and whether its record is whole."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from station.archive import home
from station.archive.database import FILE_NAME
from station.archive.readings import NewStudy, open_reader_studies
from station.installed import resource
from station.operations.reading.new_study import one_time_password
from tests.archive import reader_studies
from tests.cli.running import sentence, station
from tests.made_up import reading_cases

THREE_CASES = "reader,case,arm,criterion,score\n" + "".join(
    f"{reader},{case},{arm},image noise,{score}\n"
    for reader, scores in {
        "Ito": ((2, 4), (3, 4), (2, 3)),
        "Mori": ((2, 5), (3, 3), (2, 4)),
    }.items()
    for case, pair in enumerate(scores, 1)
    for arm, score in zip(("conventional", "dl"), pair, strict=True)
)


@pytest.fixture
def scores(tmp_path: Path) -> Path:
    """Two readers, three cases."""
    path = tmp_path / "scores.csv"
    path.write_text(THREE_CASES, encoding="utf-8")
    return path


@pytest.mark.simulated
def test_scores_become_tables_figures_and_json(scores: Path, tmp_path: Path, station_home: Path):
    out = tmp_path / "tables"
    result = station("reading", "analyse", "--csv", scores, "--out", out)
    assert result.exit_code == 0, result.stderr
    assert "Image noise: Conventional 2.33 ± 0.58, DL 3.83 ± 0.58, n 3, P" in result.stdout
    assert result.stdout.splitlines()[-1].startswith(f"Wrote {out}: tables.pdf, tables.html")
    told = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["image noise"]["t"]["df"] == 2
    assert told["method"]["bootstrap"]["resamples"] == 2000
    assert not station_home.exists(), "plain files need no data folder"


def test_what_the_tables_cannot_tell_is_noted(scores: Path, tmp_path: Path):
    one_reader = "\n".join(THREE_CASES.splitlines()[:7])
    scores.write_text(one_reader, encoding="utf-8")
    result = station("reading", "analyse", "--csv", scores, "--out", tmp_path, "--resamples", 200)
    assert result.exit_code == 0
    assert "Note: One reader only: there is no agreement between readers" in result.stderr


def test_a_seed_of_nought_is_a_seed(scores: Path, tmp_path: Path):
    asked = ("--csv", scores, "--out", tmp_path, "--resamples", 200, "--seed", 0)
    assert station("reading", "analyse", *asked).exit_code == 0
    told = json.loads((tmp_path / "analysis.json").read_text(encoding="utf-8"))
    assert told["method"]["bootstrap"]["seed"] == 0


def test_a_mistake_in_a_table_is_told_with_line_and_column(scores: Path, tmp_path: Path):
    scores.write_text(THREE_CASES.replace(",4\n", ",9\n", 1), encoding="utf-8")
    result = station("reading", "analyse", "--csv", scores, "--out", tmp_path / "tables")
    assert result.exit_code == 1
    assert sentence(result).startswith(f'{scores}, line 3, column score: "9" is not a score.')
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Nothing to analyse. Give --study NAME, or --csv scores.csv and --voi voi.csv."),
        (("--csv", "a.csv", "--study", "b"), "Give --study or --csv, not both."),
        (("--csv", "none.csv"), "none.csv cannot be read: No such file or directory."),
        (("--study", "None of that name"), "None of that name"),
    ],
)
def test_an_analysis_of_nothing_is_refused(tmp_path: Path, options: tuple[str, ...], said: str):
    result = station("reading", "analyse", *options, "--out", tmp_path / "tables")
    assert result.exit_code == 1
    assert said in sentence(result)


def test_the_analysis_is_printed_as_json(scores: Path, tmp_path: Path):
    asked = ("--csv", scores, "--out", tmp_path / "out", "--resamples", 200, "--json")
    result = station("reading", "analyse", *asked)
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    first = told["criteria"]["image noise"]["multi_reader"]
    assert next(iter(first["tests"])) == "generalized"
    assert first["effect"] == pytest.approx(1.5)
    assert told == json.loads((tmp_path / "out/analysis.json").read_text(encoding="utf-8"))


def test_a_protocol_gives_files_their_margins_and_names_of_arms(scores: Path, tmp_path: Path):
    asked = ("--csv", scores, "--out", tmp_path / "out", "--resamples", 200)
    protocol = resource("protocols", "study-of-foci.toml")
    scores.write_text(THREE_CASES.replace("image noise", "Overall image quality"), "utf-8")
    result = station("reading", "analyse", *asked, "--protocol", protocol)
    assert result.exit_code == 0, result.stderr
    told = json.loads((tmp_path / "out/analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["Overall image quality"]["margin"]["margin"] == 0.5
    refused = station("reading", "analyse", "--study", "x", "--protocol", protocol, "--out", "o")
    assert "A study has its own protocol" in sentence(refused)


def test_foci_of_files_are_compared_with_known_lesions(tmp_path: Path):
    head = "reader,case,arm,criterion,x_mm,y_mm,z_mm,confidence,site\n"
    lines = [
        f"{reader},{case},{arm},foci," + ("1,2,3,4,liver" if case == 1 and arm == "dl" else ",,,,")
        for reader in ("Ito", "Mori")
        for case in (1, 2)
        for arm in ("conventional", "dl")
    ]
    (tmp_path / "marks.csv").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "truth.csv").write_text(
        "case,lesion,x_mm,y_mm,z_mm,diameter_mm\n1,a,1,2,3,8\n2,,,,,\n", encoding="utf-8"
    )
    asked = ("--marks", tmp_path / "marks.csv", "--truth", tmp_path / "truth.csv")
    result = station("reading", "analyse", *asked, "--out", tmp_path / "o", "--resamples", 200)
    assert result.exit_code == 0, result.stderr
    assert "foci: 0 foci in both arms, 0 only in Conventional, 2 only in DL" in result.stdout
    assert "figure of merit: Conventional 0.50, DL 1.00" in result.stdout


# --- reading plan -------------------------------------------------------------------------------


def test_a_plan_says_how_many_cases_are_enough_and_is_written(tmp_path: Path):
    asked = ("--effect", 1.5, "--readers", "2,4", "--cases", "10,20", "--studies", 200)
    result = station("reading", "plan", *asked, "--out", tmp_path / "plan")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.startswith("To show a difference of +1.5 points:\n2 readers, 10 cases: ")
    assert "4 readers: 10 cases for a power of 80%." in result.stdout
    assert {path.name for path in (tmp_path / "plan").iterdir()} == {
        *("power.png", "power.csv", "plan.json"),
    }


def test_a_plan_is_printed_as_json(scores: Path):
    asked = ("--pilot", scores, "--readers", "3", "--cases", "10", "--studies", 100, "--json")
    refused = station("reading", "plan", *asked)
    assert "A plan needs 2 readers and 4 cases" in sentence(refused)
    asked = ("--margin", 0.5, "--readers", "3", "--cases", "10", "--studies", 100, "--json")
    told = json.loads(station("reading", "plan", *asked).stdout)
    assert told["assumed"]["margin"] == 0.5
    assert len(told["powers"]) == 1


@pytest.fixture
def read_study(station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> NewStudy:
    """A reader study that both have read and signed."""
    reader_studies.quick(monkeypatch)
    study = reader_studies.new_study(tmp_path / "images")
    archive = reader_studies.made(station_home, study)
    for name in reader_studies.READERS:
        reader_studies.signed(archive, name, reader_studies.scorer_by_arm(study.key, 2, 3))
    archive.close()
    return study


@pytest.mark.simulated
def test_a_study_is_analysed_from_its_record_once_it_is_locked(
    read_study: NewStudy, station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("STATION_PASSWORD", reader_studies.PASSWORDS[reader_studies.COORDINATOR])
    asked = ("--study", read_study.name, "--out", tmp_path / "tables", "--resamples", 200)
    refused = station("reading", "analyse", *asked)
    assert refused.exit_code == 1
    assert sentence(refused).startswith('"Denoising 2026" is not locked, and its key is sealed.')
    archive = open_reader_studies(station_home)
    reader_studies.coordinator(archive).lock(reader_studies.PASSWORDS[reader_studies.COORDINATOR])
    archive.close()
    result = station("reading", "analyse", *asked)
    assert result.exit_code == 0, result.stderr
    told = json.loads((tmp_path / "tables/analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["noise"]["conventional"] == {"mean": 2.0, "sd": 0.0, "n": 4}
    assert told["criteria"]["noise"]["dl"]["mean"] == 3.0
    rows = (tmp_path / "tables/data/readings.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 1 + 2 * 2 * 4
    assert rows[0].startswith("reader,consensus,case,arm,kind,session,number,")


@pytest.mark.simulated
def test_what_an_analysis_wrote_goes_back_in_with_its_consensus(
    read_study: NewStudy, station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("STATION_PASSWORD", reader_studies.PASSWORDS[reader_studies.COORDINATOR])
    assert station("reading", "lock", read_study.name).exit_code == 0
    assert station("reading", "export", read_study.name, "--out", tmp_path).exit_code == 0
    consensus = tmp_path / "consensus.csv"
    consensus.write_text(
        "reader,case,arm,criterion,score\nconsensus,case 1,dl,noise,4\n", encoding="utf-8"
    )
    files = ("--csv", tmp_path / "readings.csv", "--csv", consensus)
    asked = (*files, "--out", tmp_path / "again", "--resamples", 200)
    result = station("reading", "analyse", *asked)
    assert result.exit_code == 0, result.stderr
    told = json.loads((tmp_path / "again/analysis.json").read_text(encoding="utf-8"))
    assert told["criteria"]["noise"]["conventional"]["mean"] == 2.0
    kept = (tmp_path / "again/data/consensus.csv").read_text(encoding="utf-8").splitlines()
    assert len(kept) == 2


# --- reading new, copies, lock, unlock, export ----------------------------------------------------

PEOPLE = """coordinator = "Ada"
readers = ["Ben", "Cleo"]
adjudicator = "Dan"
"""


@pytest.fixture
def wish(tmp_path: Path, station_home: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What `reading new` is asked: two cases, one for practice."""
    reader_studies.quick(monkeypatch)
    for number in range(3):
        reading_cases.write_conventional(tmp_path / "cases" / str(number), number)
        reading_cases.write_dl(tmp_path / "cases" / str(number), number)
    people = tmp_path / "people.toml"
    people.write_text(PEOPLE, encoding="utf-8")
    cases = [tmp_path / "cases" / str(number) for number in range(3)]
    protocol = reading_cases.protocol(tmp_path)
    return [
        *("reading", "new", "--protocol", protocol, "--cases", cases[0], cases[1]),
        *("--practice", cases[2], "--people", people, "--name", "From the shell"),
    ]


def test_a_study_is_made_read_locked_and_exported_without_a_window(
    wish: list[object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    result = station(*wish, "--json")
    assert result.exit_code == 0, result.stderr
    told = json.loads(result.stdout)
    assert told.keys() == {"study", "cases", "passwords"}
    assert (told["study"], told["cases"]) == ("From the shell", 2)
    assert told["passwords"].keys() == {"Ada", "Ben", "Cleo", "Dan"}
    assert len(set(told["passwords"].values())) == 4

    copies = station("reading", "copies", "From the shell", "--out", tmp_path / "copies")
    assert copies.exit_code == 0, copies.stderr
    folders = sorted((tmp_path / "copies").iterdir())
    assert len(folders) == 6
    assert {len(list(folder.iterdir())) for folder in folders} == {24}

    monkeypatch.setenv("STATION_PASSWORD", told["passwords"]["Ada"])
    refused = station("reading", "lock", "From the shell", "--reason", "a test")
    assert refused.exit_code == 1
    assert "has to change the one-time password first" in sentence(refused)
    monkeypatch.setenv("STATION_NEW_PASSWORD", "seven white birds fly")
    changed = station("reading", "password", "From the shell", "Ada")
    assert changed.exit_code == 0, changed.stderr
    monkeypatch.setenv("STATION_PASSWORD", "seven white birds fly")
    waiting = station("reading", "lock", "From the shell")
    assert "Not signed yet: Ben, Cleo" in sentence(waiting)
    locked = station("reading", "lock", "From the shell", "--reason", "a test")
    assert locked.stdout == '"From the shell" is locked.\n', locked.stderr

    written = station("reading", "export", "From the shell", "--out", tmp_path / "out")
    assert written.exit_code == 0, written.stderr
    key = (tmp_path / "out" / "key.csv").read_text(encoding="utf-8").splitlines()
    assert key[0] == "image,case,arm,practice"
    assert [line.split(",")[0] for line in key[1:]] == [folder.name for folder in folders]
    assert (tmp_path / "out" / "readings.csv").read_text(encoding="utf-8").startswith("reader,")
    unlocked = station("reading", "unlock", "From the shell", "--reason", "Ben goes on")
    assert unlocked.exit_code == 0, unlocked.stderr
    again = station("reading", "export", "From the shell", "--out", tmp_path / "again")
    assert again.exit_code == 1


def test_the_copies_are_byte_for_byte_those_of_the_record(wish: list[object], tmp_path: Path):
    assert station(*wish).exit_code == 0
    station("reading", "copies", "From the shell", "--out", tmp_path / "copies")
    with closing(open_reader_studies(home())) as archive:
        folders = archive.image_folders("From the shell")
    for code, folder in folders.items():
        for path in folder.iterdir():
            copy = tmp_path / "copies" / code / path.name
            assert copy.read_bytes() == path.read_bytes()
            assert copy.stat().st_mtime_ns == path.stat().st_mtime_ns
    again = station("reading", "copies", "From the shell", "--out", tmp_path / "copies")
    assert again.exit_code == 1
    assert "is not empty" in sentence(again)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ('readers = ["Ben", "Cleo"]', "the file has no coordinator"),
        ('coordinator = "Ada"\nreaders = ["Ben"]', "needs 2 readers or more"),
        ('coordinator = "Ada"\nreaders = ["Ben", "Ada"]', 'The name "Ada" is taken'),
        (PEOPLE + 'nurse = "Eva"', "nurse"),
    ],
)
def test_people_who_make_no_study_are_refused(
    wish: list[object], tmp_path: Path, people: str, said: str
):
    (tmp_path / "people.toml").write_text(people, encoding="utf-8")
    result = station(*wish)
    assert result.exit_code == 1
    assert said in result.stderr


def test_a_password_of_chance_holds_no_short_name_of_its_person():
    assert not any("r2" in one_time_password("R2").casefold() for _ in range(500))
    assert one_time_password("-"), "which every password holds: the study refuses it by name"


def test_a_folder_that_is_no_case_is_named(wish: list[object], tmp_path: Path):
    shutil.rmtree(tmp_path / "cases" / "1" / "dl")
    result = station(*wish)
    assert result.exit_code == 1
    assert "cases/1 cannot be a case. It has no DL image." in sentence(result)
    shutil.rmtree(tmp_path / "cases" / "1")
    shutil.copytree(tmp_path / "cases" / "0", tmp_path / "cases" / "1")
    assert "hold the same study. Give each case once." in sentence(station(*wish))


# --- reading verify -----------------------------------------------------------------------------


def test_a_whole_record_gives_its_last_hash_which_a_later_check_can_ask_for(read_study: NewStudy):
    whole = station("reading", "verify", "--images")
    assert whole.exit_code == 0, whole.stderr
    head = whole.stdout.split()[-1]
    assert station("reading", "verify", "--head", head).exit_code == 0
    other = station("reading", "verify", "--head", "0" * 64)
    assert other.exit_code == 1
    assert "No entry has the hash" in sentence(other)


def test_a_record_that_was_changed_is_refused_with_its_first_broken_link(
    read_study: NewStudy, station_home: Path
):
    with closing(sqlite3.connect(station_home / FILE_NAME)) as file:
        file.execute("DROP TRIGGER readings_no_update")
        file.execute("""UPDATE readings SET answers = answers || ' ' WHERE id = 3""")
        file.commit()
    result = station("reading", "verify")
    assert result.exit_code == 1
    assert sentence(result).startswith("The record is broken. The row readings/3 of entry ")


def test_an_image_that_was_changed_is_named(read_study: NewStudy):
    code = next(iter(read_study.key.entries))
    (read_study.images / code / "1.dcm").write_bytes(b"another")
    assert station("reading", "verify").exit_code == 0
    result = station("reading", "verify", "--images")
    assert result.exit_code == 1
    assert code in sentence(result)


def test_tables_are_written_for_a_spreadsheet_and_rows_for_the_script(scores: Path, tmp_path: Path):
    asked = ("--csv", scores, "--out", tmp_path / "out", "--resamples", 200)
    result = station("reading", "analyse", *asked, "--spreadsheet", "decimal-comma")
    assert result.exit_code == 0, result.stderr
    table = (tmp_path / "out" / "table-2-scores.csv").read_text(encoding="utf-8")
    assert table.startswith("\ufeffcriterion;conventional_mean;")
    assert "image noise;2,333" in table
    rows = (tmp_path / "out" / "data" / "scores.csv").read_text(encoding="utf-8")
    assert rows.startswith("reader,case,arm,criterion,score")


# --- reading investigator, reading password ------------------------------------------------------


def test_an_investigator_s_copy_is_written_and_checked_without_the_record(
    read_study: NewStudy, station_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("STATION_PASSWORD", reader_studies.PASSWORDS[reader_studies.COORDINATOR])
    copy = tmp_path / "copy.zip"
    refused = station("reading", "investigator", read_study.name, "--out", copy)
    assert refused.exit_code == 1
    assert "is not locked" in sentence(refused)
    archive = open_reader_studies(station_home)
    reader_studies.coordinator(archive).lock(reader_studies.PASSWORDS[reader_studies.COORDINATOR])
    archive.close()
    written = station("reading", "investigator", read_study.name, "--out", copy)
    assert written.exit_code == 0, written.stderr
    head = written.stdout.split()[-1]
    monkeypatch.setenv("STATION_HOME", str(tmp_path / "years later"))
    checked = station("reading", "verify", copy, "--head", head)
    assert checked.exit_code == 0, checked.stderr
    assert f"Last hash: {head}" in checked.stdout
    copy.write_bytes(copy.read_bytes()[:-200])
    assert station("reading", "verify", copy).exit_code == 1


def test_a_password_is_changed_and_the_old_one_no_longer_opens(
    read_study: NewStudy, station_home: Path, monkeypatch: pytest.MonkeyPatch
):
    name = reader_studies.COORDINATOR
    monkeypatch.setenv("STATION_PASSWORD", reader_studies.PASSWORDS[name])
    monkeypatch.setenv("STATION_NEW_PASSWORD", "password1234")
    refused = station("reading", "password", read_study.name, name)
    assert "easy to guess" in sentence(refused)
    monkeypatch.setenv("STATION_NEW_PASSWORD", "five brown bears swim")
    changed = station("reading", "password", read_study.name, name)
    assert changed.exit_code == 0, changed.stderr
    again = station("reading", "password", read_study.name, name)
    assert again.exit_code == 1
    archive = open_reader_studies(station_home)
    assert archive.sign_in(read_study.name, name, "five brown bears swim").name == name
    archive.close()


def test_a_study_is_verified_by_name(read_study: NewStudy):
    assert station("reading", "verify", read_study.name).exit_code == 0
    other = station("reading", "verify", "Another")
    assert other.exit_code == 1
    assert 'There is no reader study "Another"' in sentence(other)


def test_a_database_is_made_with_an_address_only(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("STATION_DATABASE_URL", raising=False)
    refused = station("reading", "database", "init")
    assert sentence(refused) == "Which database? Give --url, or set STATION_DATABASE_URL."
    wrong = station("reading", "database", "add", "Dr. Ito", "--role", "reader", "--url", "x://y")
    assert "begins with x://" in sentence(wrong)
