import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory

from station import __version__
from station.archive import database, home, schema
from station.archive.database import FILE_NAME
from station.archive.encoding import encode_study
from station.archive.files import copy_in
from station.archive.index import Index, Order, Withdrawn, open_index
from station.errors import ArchiveError
from station.pet.suv import InputName, TypedInput
from station.progress import silent
from tests.archive import studies
from tests.archive.studies import STUDY_UID, named
from tests.archive.test_encoding import same

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


@pytest.fixture
def opened(station_home: Path) -> Iterator[Index]:
    """An empty index."""
    index = open_index(station_home)
    yield index
    index.close()


def sql(home: Path, statement: str) -> list[tuple]:
    """What a statement gives when another program runs it on the file."""
    with closing(sqlite3.connect(home / FILE_NAME, isolation_level=None)) as connection:
        return connection.execute(statement).fetchall()


# -- where it lies ---------------------------------------------------------------------------------


def test_the_data_folder_is_where_station_home_says(station_home: Path) -> None:
    assert home() == station_home


def test_without_station_home_it_is_the_users_data_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STATION_HOME")
    assert home().name == "Station"
    monkeypatch.setenv("STATION_HOME", "")
    assert home().name == "Station"


@pytest.mark.simulated
def test_knowing_the_data_folder_costs_no_sqlalchemy() -> None:
    code = "import sys, station.archive as a; a.home(); assert 'sqlalchemy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.simulated
def test_opening_the_index_does_not_import_alembic(station_home: Path) -> None:
    code = (
        "import sys; from station.archive import home; from station.archive.index import *;"
        "open_index(home()); open_index(home()); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_data_folder_is_for_its_user_only(opened: Index, station_home: Path) -> None:
    assert station_home.stat().st_mode & 0o077 == 0


def test_a_data_folder_may_be_called_anything(tmp_path: Path) -> None:
    folder = tmp_path / "a?b=1 50% ü#"
    open_index(folder).close()
    assert (folder / FILE_NAME).is_file()


# -- remembering -----------------------------------------------------------------------------------


def test_a_remembered_study_comes_back_whole(opened: Index, tmp_path: Path) -> None:
    study = studies.study(tmp_path)
    opened.remember(study, tmp_path)
    again = opened.study(STUDY_UID)
    assert again is not None
    assert encode_study(again) == encode_study(study)
    assert [same(*pair) for pair in zip(again.series, study.series, strict=True)] == [True]


def test_an_unknown_study_is_none(opened: Index) -> None:
    assert opened.study("1.2.3") is None


def test_remembering_twice_keeps_one_study(opened: Index, tmp_path: Path) -> None:
    study = studies.study(tmp_path)
    opened.remember(study, tmp_path)
    opened.remember(replace(study, description="Corrected"), tmp_path)
    assert [entry.description for entry in opened.search()] == ["Corrected"]


def test_series_opened_from_another_place_join_those_known(opened: Index, tmp_path: Path) -> None:
    study = studies.study(tmp_path / "pet")
    other = studies.series(tmp_path / "ct", uid=f"{STUDY_UID}.2")
    opened.remember(study, tmp_path / "pet")
    opened.remember(studies.with_series(study, other), tmp_path / "ct")
    (entry,) = opened.search()
    assert {(line.key, line.source) for line in entry.series} == {
        (f"{STUDY_UID}.1", tmp_path / "pet"),
        (f"{STUDY_UID}.2", tmp_path / "ct"),
    }
    assert entry.source == tmp_path / "ct"


def test_the_same_series_opened_from_another_place_is_read_from_there(
    opened: Index, tmp_path: Path
) -> None:
    opened.remember(studies.study(tmp_path / "old"), tmp_path / "old")
    opened.remember(studies.study(tmp_path / "new"), tmp_path / "new")
    (entry,) = opened.search()
    assert [line.source for line in entry.series] == [tmp_path / "new"]


def test_opening_one_slice_does_not_lose_the_whole_series(opened: Index, tmp_path: Path) -> None:
    opened.remember(studies.study(tmp_path / "all", slices=5), tmp_path / "all")
    opened.remember(studies.study(tmp_path / "one", slices=1), tmp_path / "one")
    (entry,) = opened.search()
    assert [line.slices for line in entry.series] == [5]


def test_one_slice_takes_the_place_of_a_series_whose_files_are_gone(
    opened: Index, tmp_path: Path
) -> None:
    opened.remember(studies.study(tmp_path / "all", slices=5), tmp_path / "all")
    shutil.rmtree(tmp_path / "all")
    opened.remember(studies.study(tmp_path / "one", slices=1), tmp_path / "one")
    (entry,) = opened.search()
    assert [line.slices for line in entry.series] == [1]


def test_a_copy_in_the_data_folder_is_kept_when_the_stick_is_opened_again(
    opened: Index, tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path / "stick")
    opened.remember(copy_in(study, station_home, silent), tmp_path / "stick", copied=True)
    opened.remember(study, tmp_path / "stick")
    shutil.rmtree(tmp_path / "stick")
    again = opened.study(STUDY_UID)
    assert again is not None
    table = again.series[0].slices
    assert table is not None
    assert all(Path(path).is_relative_to(station_home) for path in table.paths)


def test_one_uid_with_two_patient_ids_is_never_merged(opened: Index, tmp_path: Path) -> None:
    study = studies.study(tmp_path / "a")
    other = studies.study(tmp_path / "b", slices=1)
    stranger = replace(other, patient=replace(other.patient, id="P-9"))
    opened.remember(study, tmp_path / "a")
    opened.remember(stranger, tmp_path / "b")
    (entry,) = opened.search()
    assert (entry.patient_id, [line.slices for line in entry.series]) == ("P-9", [1])


def test_parts_of_a_series_give_way_to_the_series_read_as_one(
    opened: Index, tmp_path: Path
) -> None:
    study = studies.study(tmp_path)
    parts = [replace(study.series[0], part=part, parts=2) for part in (1, 2)]
    opened.remember(studies.with_series(study, *parts), tmp_path)
    fuller = studies.study(tmp_path / "again", slices=6)
    opened.remember(fuller, tmp_path / "again")
    (entry,) = opened.search()
    assert [line.key for line in entry.series] == [f"{STUDY_UID}.1"]


def test_a_record_in_another_format_is_none_so_that_the_files_are_read_anew(
    opened: Index, tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path)
    opened.remember(study, tmp_path)
    sql(station_home, "UPDATE series SET format = 'older'")
    assert opened.study(STUDY_UID) is None
    assert [entry.source for entry in opened.search()] == [tmp_path]
    opened.remember(study, tmp_path)
    assert opened.study(STUDY_UID) is not None


def test_a_damaged_record_gives_a_sentence_and_opening_again_repairs_it(
    opened: Index, tmp_path: Path, station_home: Path
) -> None:
    study = studies.study(tmp_path)
    opened.remember(study, tmp_path)
    sql(station_home, "UPDATE series SET slices = x'0badc0de', slice_count = 99")
    with pytest.raises(ArchiveError, match=r"record in the index .* is damaged.*Open the study"):
        opened.study(STUDY_UID)
    opened.remember(study, tmp_path)
    assert opened.study(STUDY_UID) is not None


def test_a_name_and_a_path_that_are_no_text_are_remembered(opened: Index, tmp_path: Path) -> None:
    odd = tmp_path / os.fsdecode(b"stick-\xff")
    study = named("Doe\udcff, J\0ane", uid="1.9")
    opened.remember(study, odd)
    (entry,) = opened.search("doe")
    assert entry.source == odd
    again = opened.study("1.9")
    assert again is not None
    assert again.patient.name == study.patient.name


# -- the list --------------------------------------------------------------------------------------


def test_an_entry_says_what_the_browser_shows(opened: Index, tmp_path: Path) -> None:
    opened.remember(studies.study(tmp_path), tmp_path)
    (entry,) = opened.search()
    assert (entry.study_uid, entry.patient_id, entry.patient_name) == (
        STUDY_UID,
        "P-0815",
        "Müller, Anna",
    )
    assert (entry.study_date, entry.description) == (date(2026, 11, 20), "PET/CT whole body")
    assert datetime.now(UTC) - entry.last_opened < timedelta(minutes=1)
    (line,) = entry.series
    assert (line.modality, line.role, line.description, line.slices, line.copied) == (
        "PT",
        studies.Role.CONVENTIONAL,
        "WB AC",
        3,
        False,
    )


PATIENTS = {
    "Müller, Anna": "P-0815",
    "Muller, Bernd": "P-0816",
    "O'Brien, Siobhán": "0042",
    "Yamada, Tarou (山田, 太郎)": "JP7",
    "Łukasz, Żółć": "PL1",
    "Πέτρου, Ελένη": "GR1",
    "Чайковский, Пётр": "RU1",
    "홍, 길동": "KR1",
    "Straße_100%, X": "DE9",
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("muller", ["Müller, Anna", "Muller, Bernd"]),
        ("MÜLLER", ["Müller, Anna", "Muller, Bernd"]),
        ("mu\u0308ller anna", ["Müller, Anna"]),
        ("anna müller", ["Müller, Anna"]),
        ("Müller^Anna", ["Müller, Anna"]),
        ("anna muller bernd", []),
        ("o'brien", ["O'Brien, Siobhán"]),
        ("O’Brien", ["O'Brien, Siobhán"]),
        ("obrien siobhan", ["O'Brien, Siobhán"]),
        ("山田^太郎", ["Yamada, Tarou (山田, 太郎)"]),
        ("山田太郎", ["Yamada, Tarou (山田, 太郎)"]),
        ("太郎", ["Yamada, Tarou (山田, 太郎)"]),
        ("yamada 太郎", ["Yamada, Tarou (山田, 太郎)"]),
        ("lukasz zolc", ["Łukasz, Żółć"]),
        ("πετρου", ["Πέτρου, Ελένη"]),
        ("чайковский петр", ["Чайковский, Пётр"]),
        ("홍길동", ["홍, 길동"]),
        ("strasse", ["Straße_100%, X"]),
        ("100%", ["Straße_100%, X"]),
        ("p-081", ["Müller, Anna", "Muller, Bernd"]),
        ("P0815", ["Müller, Anna"]),
        ("0042", ["O'Brien, Siobhán"]),
        ("müller p-0816", ["Muller, Bernd"]),
        ("' ; DROP TABLE studies --", []),
        ("nobody", []),
        ("  ", list(PATIENTS)),
    ],
)
def test_search_finds_names_in_any_script_and_ids(
    opened: Index, tmp_path: Path, text: str, found: list[str]
) -> None:
    for number, (name, patient_id) in enumerate(PATIENTS.items()):
        opened.remember(named(name, patient_id, uid=f"1.{number}"), tmp_path)
    assert sorted(entry.patient_name for entry in opened.search(text)) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-11-20", ["1.1"]),
        ("20261120", ["1.1"]),
        ("2026-11", ["1.1", "1.2"]),
        ("202611", ["1.1", "1.2"]),
        ("2026", ["1.1", "1.2", "1.3", "1.5"]),
        ("2025-02-28", []),
        ("2024-02", ["1.4"]),
        ("2026-13", []),
        ("2026-11-31", []),
        ("0000", []),
        ("doe 2026-11", ["1.1", "1.2"]),
    ],
)
def test_search_finds_dates_months_and_years_and_ids_that_look_like_them(
    opened: Index, tmp_path: Path, text: str, found: list[str]
) -> None:
    days = [date(2026, 11, 20), date(2026, 11, 30), date(2026, 1, 1), date(2024, 2, 29), None]
    for number, day in enumerate(days, start=1):
        patient_id = "X2026" if day is None else "X"
        opened.remember(named("Doe, Jane", patient_id, day, f"1.{number}"), tmp_path)
    assert sorted(entry.study_uid for entry in opened.search(text)) == found


def test_the_study_opened_last_comes_first(opened: Index, tmp_path: Path) -> None:
    for uid in ("1.1", "1.2", "1.3"):
        opened.remember(named("Doe", uid=uid), tmp_path)
    opened.touch("1.1")
    assert [entry.study_uid for entry in opened.search()] == ["1.1", "1.3", "1.2"]


def test_by_date_the_newest_comes_first_and_the_undated_last(opened: Index, tmp_path: Path) -> None:
    for uid, day in (("1.1", None), ("1.2", date(2025, 1, 1)), ("1.3", date(2026, 1, 1))):
        opened.remember(named("Doe", day=day, uid=uid), tmp_path)
    entries = opened.search(order=Order.STUDY_DATE)
    assert [entry.study_uid for entry in entries] == ["1.3", "1.2", "1.1"]


def test_the_list_is_no_longer_than_asked_for(opened: Index, tmp_path: Path) -> None:
    for uid in ("1.1", "1.2", "1.3"):
        opened.remember(named("Doe", uid=uid), tmp_path)
    assert len(opened.search("doe", limit=2)) == 2


def test_a_forgotten_study_is_gone_with_its_series_but_its_files_stay(
    opened: Index, tmp_path: Path, station_home: Path
) -> None:
    opened.remember(studies.study(tmp_path / "stick"), tmp_path / "stick")
    opened.forget(STUDY_UID)
    assert opened.search() == ()
    assert opened.study(STUDY_UID) is None
    assert sql(station_home, "SELECT count(*) FROM series") == [(0,)]
    assert (tmp_path / "stick" / "IM0000").exists()


# -- typed SUV inputs ------------------------------------------------------------------------------

WEIGHT = TypedInput(InputName.WEIGHT_KG, 71.5, "Dr. Ito", NOON)


@pytest.mark.parametrize(
    "typed",
    [
        WEIGHT,
        TypedInput(InputName.SEX, "F", "山田", NOON),
        TypedInput(
            InputName.INJECTION_DATETIME, datetime(2026, 11, 20, 9, 1, 2, 500), "Dr. Ito", NOON
        ),
    ],
)
def test_what_was_typed_comes_back_with_who_and_when(opened: Index, typed: TypedInput) -> None:
    opened.record_input(STUDY_UID, typed)
    assert opened.typed_inputs(STUDY_UID) == (typed,)


def test_the_last_value_typed_holds_and_the_earlier_stays_on_record(opened: Index) -> None:
    later = replace(WEIGHT, value=72.0, who="Dr. Sato")
    opened.record_input(STUDY_UID, WEIGHT)
    opened.record_input(STUDY_UID, later)
    assert opened.typed_inputs(STUDY_UID) == (later,)
    assert opened.input_history(STUDY_UID) == (WEIGHT, later)


def test_a_withdrawn_value_holds_no_more_and_the_record_says_who_withdrew_it(
    opened: Index,
) -> None:
    withdrawn = Withdrawn(InputName.WEIGHT_KG, "Dr. Sato", NOON + timedelta(minutes=1))
    opened.record_input(STUDY_UID, WEIGHT)
    opened.record_input(STUDY_UID, withdrawn)
    assert opened.typed_inputs(STUDY_UID) == ()
    assert opened.input_history(STUDY_UID) == (WEIGHT, withdrawn)


def test_a_value_typed_again_after_its_withdrawal_holds(opened: Index) -> None:
    opened.record_input(STUDY_UID, WEIGHT)
    opened.record_input(STUDY_UID, Withdrawn(InputName.WEIGHT_KG, "Dr. Ito", NOON))
    opened.record_input(STUDY_UID, WEIGHT)
    assert opened.typed_inputs(STUDY_UID) == (WEIGHT,)


def test_inputs_of_one_study_say_nothing_about_another(opened: Index) -> None:
    opened.record_input(STUDY_UID, WEIGHT)
    assert opened.typed_inputs("1.2.3") == ()


def test_typed_inputs_outlive_a_forgotten_study(opened: Index, tmp_path: Path) -> None:
    opened.remember(studies.study(tmp_path), tmp_path)
    opened.record_input(STUDY_UID, WEIGHT)
    opened.forget(STUDY_UID)
    assert opened.typed_inputs(STUDY_UID) == (WEIGHT,)


def test_what_was_typed_for_a_forgotten_study_is_not_another_patients(
    opened: Index, tmp_path: Path
) -> None:
    study = studies.study(tmp_path)
    opened.remember(study, tmp_path)
    opened.record_input(STUDY_UID, WEIGHT)
    opened.forget(STUDY_UID)
    opened.remember(replace(study, patient=replace(study.patient, id="P-9")), tmp_path)
    assert opened.typed_inputs(STUDY_UID) == ()
    assert WEIGHT in opened.input_history(STUDY_UID)


def test_nobody_types_anonymously(opened: Index) -> None:
    with pytest.raises(ValueError, match="who"):
        opened.record_input(STUDY_UID, replace(WEIGHT, who=" "))


@pytest.mark.parametrize("change", ["UPDATE suv_inputs SET who = 'x'", "DELETE FROM suv_inputs"])
def test_the_record_of_inputs_cannot_be_changed_afterwards(
    opened: Index, station_home: Path, change: str
) -> None:
    opened.record_input(STUDY_UID, WEIGHT)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        sql(station_home, change)


def test_an_input_of_a_kind_this_version_does_not_know_gives_a_sentence(
    opened: Index, station_home: Path
) -> None:
    sql(
        station_home,
        "INSERT INTO suv_inputs (study_uid, name, value, who, typed_at, withdrawn) "
        "VALUES ('1', 'shoe_size', '43', 'x', '2026-01-01 00:00:00.000000', 0)",
    )
    with pytest.raises(ArchiveError, match="shoe_size"):
        opened.typed_inputs("1")


# -- several threads, several Stations -------------------------------------------------------------


def test_threads_share_one_index(opened: Index, tmp_path: Path) -> None:
    def work(number: int) -> int:
        opened.remember(named("Doe", uid=f"1.{number}"), tmp_path)
        return len(opened.search("doe"))

    with ThreadPoolExecutor(8) as pool:
        seen = list(pool.map(work, range(40)))
    assert max(seen) == 40


WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from station.archive import home
from station.archive.index import open_index
from station.pet.study import Patient, Role, Series, Study
from station.pet.suv import InputName, TypedInput

who = sys.argv[1]
index = open_index(home())
for number in range(25):
    index.record_input("1.1", TypedInput(InputName.WEIGHT_KG, number, who, datetime.now(UTC)))
    series = Series(f"{who}.{number}", "1.1", "PT", Role.OTHER)
    index.remember(Study("1.1", Patient("1", "Doe"), series=(series,)), Path(who))
"""


@pytest.mark.simulated
def test_two_stations_on_one_file_lose_nothing(station_home: Path) -> None:
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, who]) for who in ("1", "2")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    index = open_index(station_home)
    history = index.input_history("1.1")
    for who in ("1", "2"):
        values = [entry for entry in history if entry.who == who]
        assert [entry.value for entry in values if isinstance(entry, TypedInput)] == [*range(25)]
    (entry,) = index.search()
    assert len(entry.series) == 50
    index.close()


def test_many_may_open_a_new_index_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        for number in range(10):
            for index in pool.map(open_index, [tmp_path / str(number)] * 8):
                index.close()


# -- older, newer, foreign, damaged, locked, read-only ---------------------------------------------


def shape(home: Path) -> set[tuple[str, str]]:
    """Names and definitions of everything in the database, however its SQL is laid out."""
    rows = sql(home, "SELECT type || ' ' || name, sql FROM sqlite_master")
    definitions = {name: "".join((text or "").split()).replace('"', "") for name, text in rows}
    return {(name, part) for name, text in definitions.items() for part in text.split(",")}


def emptied_to_base(home: Path) -> None:
    """What Alembic's downgrade to base leaves: its own table, empty."""
    home.mkdir(parents=True)
    sql(
        home,
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, "
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))",
    )


def test_migrations_and_schema_give_the_same_tables(tmp_path: Path) -> None:
    emptied_to_base(tmp_path / "migrated")
    for folder in ("migrated", "new"):
        open_index(tmp_path / folder).close()
    assert shape(tmp_path / "migrated") == shape(tmp_path / "new")


def test_a_migrated_index_works_and_says_which_station_made_it(tmp_path: Path) -> None:
    emptied_to_base(tmp_path / "old")
    index = open_index(tmp_path / "old")
    index.record_input(STUDY_UID, WEIGHT)
    assert index.typed_inputs(STUDY_UID) == (WEIGHT,)
    index.close()
    assert sql(tmp_path / "old", "SELECT version FROM written_by") == [(__version__,)]


def test_every_revision_is_listed_in_its_order() -> None:
    config = Config()
    config.set_main_option(
        "script_location", str(Path(schema.__file__).with_name("migrations")).replace("%", "%%")
    )
    scripts = ScriptDirectory.from_config(config)
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == schema.REVISIONS


def test_a_newer_index_is_refused_with_the_version_it_needs(
    opened: Index, station_home: Path
) -> None:
    sql(station_home, "UPDATE alembic_version SET version_num = '0999'")
    sql(station_home, "UPDATE written_by SET version = '7.2.0'")
    with pytest.raises(ArchiveError, match=r"written by Station 7\.2\.0.*Install Station 7\.2\.0"):
        open_index(station_home)


def test_a_database_of_another_program_is_refused_and_not_changed(station_home: Path) -> None:
    station_home.mkdir()
    sql(station_home, "CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(ArchiveError, match="not an index of Station"):
        open_index(station_home)
    assert shape(station_home) == {("table bookmarks", "CREATETABLEbookmarks(urlTEXT)")}


def test_another_programs_alembic_database_is_refused(station_home: Path) -> None:
    emptied_to_base(station_home)
    sql(station_home, "INSERT INTO alembic_version VALUES ('ae1027a6acf')")
    sql(station_home, "CREATE TABLE bookmarks (url TEXT)")
    with pytest.raises(ArchiveError, match="not an index of Station"):
        open_index(station_home)


def test_a_damaged_file_gives_a_sentence_with_its_path(station_home: Path) -> None:
    station_home.mkdir()
    (station_home / FILE_NAME).write_bytes(b"This was an index once. " * 400)
    with pytest.raises(ArchiveError, match=r"archive\.sqlite is damaged.*backup"):
        open_index(station_home)


def test_damage_found_later_gives_the_same_sentence(
    opened: Index, tmp_path: Path, station_home: Path
) -> None:
    opened.remember(studies.study(tmp_path), tmp_path)
    opened.close()
    file = station_home / FILE_NAME
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    with pytest.raises(ArchiveError, match=r"archive\.sqlite is damaged"):
        opened.search()


def test_a_locked_index_gives_a_sentence(
    opened: Index, station_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE_S", 0.05)
    with closing(sqlite3.connect(station_home / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(ArchiveError, match="locked by another program"):
            open_index(station_home)


def test_a_data_folder_below_a_file_gives_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ArchiveError, match=r"cannot be made.*STATION_HOME"):
        open_index(tmp_path / "file" / "home")


def test_an_index_that_is_a_folder_gives_a_sentence(station_home: Path) -> None:
    (station_home / FILE_NAME).mkdir(parents=True)
    with pytest.raises(ArchiveError, match="STATION_HOME"):
        open_index(station_home)


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder of a user whom permissions bind: root, who runs tests in a container, is not."""
    if not hasattr(os, "seteuid"):
        pytest.skip("this system has no effective user to change")
    folder = Path(tempfile.mkdtemp())
    nobody = 65534
    if os.geteuid() == 0:
        os.chown(folder, nobody, nobody)
        os.seteuid(nobody)
    yield folder
    folder.chmod(0o700)
    if os.getuid() == 0:
        os.seteuid(0)
    shutil.rmtree(folder)


def test_a_folder_that_cannot_be_written_gives_a_sentence(ordinary_user: Path) -> None:
    ordinary_user.chmod(0o500)
    with pytest.raises(ArchiveError, match=r"cannot be written.*STATION_HOME"):
        open_index(ordinary_user)
    with pytest.raises(ArchiveError, match="cannot be made: Permission denied"):
        open_index(ordinary_user / "home")


def test_an_index_that_may_only_be_read_gives_a_sentence(ordinary_user: Path) -> None:
    open_index(ordinary_user).close()
    (ordinary_user / FILE_NAME).chmod(0o400)
    with pytest.raises(ArchiveError, match=r"cannot be written.*STATION_HOME"):
        open_index(ordinary_user)


# -- who may read it -------------------------------------------------------------------------------


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders private itself")
def test_only_its_owner_can_read_the_archive(station_home: Path) -> None:
    station_home.mkdir(mode=0o755)
    before = os.umask(0o022)
    try:
        with closing(open_index(station_home)):
            places = (station_home, *station_home.glob("archive.sqlite*"))
            assert {oct(place.stat().st_mode & 0o077) for place in places} == {"0o0"}
    finally:
        os.umask(before)
    assert oct((station_home / "archive.sqlite").stat().st_mode & 0o777) == "0o600"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a user's folders private itself")
def test_a_folder_that_everybody_uses_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    with closing(open_index(tmp_path)):
        assert oct((tmp_path / "archive.sqlite").stat().st_mode & 0o777) == "0o600"
        assert oct(tmp_path.stat().st_mode & 0o1777) == "0o1777"
    tmp_path.chmod(0o700)
