"""Every module has a test file at the mirrored place, or a line here that says where its facts are.

A module of a package may also be tested by the file of the package: `archive/readings/reader.py` by
`archive/test_readings.py`.
"""

from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TESTS = ROOT / "tests"
MODULES = sorted(
    path.relative_to(ROOT / "station").with_suffix("").as_posix()
    for path in (ROOT / "station").rglob("*.py")
    if path.name != "__init__.py" and "migrations" not in path.parts
)

TESTED_BY: Mapping[str, tuple[str, ...]] = {
    # The command line: a verb is tested as it is called, next to the operation it calls.
    "cli/test_cli": ("__main__", "cli/arguments"),
    "cli/test_window": ("cli/simulate",),
    "app/voi/test_exporting": ("app/voi/pictures",),
    "ui/voi/test_drawing": ("app/voi/drawing", "ui/voi/drawn_table"),
    "ui/voi/test_findings_panel": ("app/voi/words",),
    "operations/test_kernels": ("cli/prepare",),
    "lab/denoiser/test_evaluate": ("cli/evaluate", "lab/denoiser/report"),
    "lab/test_train_denoiser": ("cli/progress", "cli/train", "lab/slabs"),
    "operations/pacs/test_fetch": ("operations/pacs/ledger",),
    "operations/pacs/test_listen": ("operations/pacs/settings",),
    "operations/quality/test_grade_paths": ("cli/quality",),
    "operations/test_denoise": ("cli/denoise", "operations/denoiser"),
    "operations/test_compare": ("cli/compare",),
    "operations/test_audit": ("cli/audit", "report/audit"),
    "operations/test_measure": ("cli/measure",),
    "operations/test_phantom": ("cli/phantom",),
    "reading/test_protocol": ("cli/protocol",),
    "cli/test_reading": ("operations/reading/investigator_copy", "operations/reading/new_study"),
    # Parts of a subject that are used through one door, and tested there.
    "app/quality/test_workflow": (
        "app/quality/map",
        "app/quality/state",
        "operations/quality/grader",
        "operations/quality/kept",
    ),
    "app/compare/test_workflow": ("app/compare/state",),
    "app/test_language": ("app/words",),
    "app/test_denoise_audit": ("app/denoise_audit_state",),
    "ui/viewing/test_dates_bar": ("ui/viewing/dates_menu",),
    "ui/viewing/test_viewport": ("ui/viewing/canvas",),
    "ui/viewing/test_study_browser": ("ui/viewing/series_drop",),
    "app/reading/test_workflow": ("app/reading/sitting",),
    "app/pacs/test_workflow": ("app/pacs/gateway",),
    "app/test_safety": ("app/workflow",),
    "archive/test_index": ("archive/database", "archive/schema"),
    "archive/test_postgres": ("archive/roles",),
    "report/reading/test_study_log": ("reading/study_log",),
    "denoise/test_denoiser": ("denoise/engine",),
    "dicom/network/test_commitment": ("dicom/network/reports",),
    "dicom/test_enhanced": ("dicom/mapping",),
    "dicom/test_filling": ("dicom/nesting",),
    "dicom/test_masks": ("dicom/nifti",),
    "dicom/network/test_web": ("dicom/network/web_connection",),
    "lab/foreign/test_bodies": (
        "lab/foreign/anatomy/abdomen",
        "lab/foreign/anatomy/bones",
        "lab/foreign/anatomy/canvas",
        "lab/foreign/anatomy/chest",
        "lab/foreign/anatomy/head_and_neck",
        "lab/foreign/anatomy/limbs",
        "lab/foreign/anatomy/sections",
        "lab/foreign/anatomy/trunk",
    ),
    "lab/grader/test_evaluate": ("lab/grader/report",),
    "quality/finder/test_shipping": ("quality/finder/weights",),
    "operations/quality/test_page": ("operations/quality/pictures",),
    "operations/test_demo": ("operations/simulated", "simulate/study"),
    "pet/test_suv": ("pet/suv_rules",),
    "pet/test_voi": ("pet/statistics",),
    "quality/test_checks": (
        "quality/examined",
        "quality/header_checks",
        "quality/image_checks",
        "quality/organ_checks",
    ),
    "reading/test_analysis": ("reading/agreement", "reading/comparison"),
    "report/reading/test_tables": ("report/reading/published", "report/reading/sheet"),
    "simulate/test_examination": ("simulate/degrade",),
    "simulate/test_scanner": ("simulate/osem",),
    # Widgets are tested in the window or the screen that holds them, by what a person does.
    "ui/batch/test_results": ("app/batches", "ui/batch/actions"),
    "ui/compare/test_page": ("ui/compare/actions",),
    "ui/denoise/test_audit_page": ("ui/denoise/network_dialog",),
    "ui/denoise/test_denoising": (
        "ui/denoise/actions",
        "ui/denoise/changes_panel",
        "ui/denoise/questions",
    ),
    "ui/pacs/test_pacs": (
        "ui/pacs/actions",
        "ui/pacs/found_list",
        "ui/pacs/keys",
        "ui/pacs/panel",
        "ui/pacs/priors",
        "ui/pacs/send_dialog",
        "ui/pacs/servers_dialog",
        "ui/pacs/transfers",
    ),
    "ui/quality/test_quality": (
        "operations/quality/history",
        "ui/quality/actions",
        "ui/quality/badge",
        "ui/quality/checks",
        "ui/quality/control_chart",
        "ui/quality/evidence",
        "ui/quality/panel",
    ),
    "ui/reading/coordinator/test_coordinator": (
        "ui/reading/coordinator/questions",
        "ui/reading/coordinator/tables",
        "ui/reading/coordinator/view",
    ),
    "ui/reading/test_screen": (
        "ui/question",
        "ui/reading/actions",
        "ui/reading/form",
        "ui/reading/pages",
        "ui/reading/panes",
    ),
    "ui/reading/wizard/test_wizard": ("ui/reading/wizard/cases", "ui/reading/wizard/pages"),
    "ui/test_actions": ("ui/action",),
    "ui/preferences/test_dialog": ("ui/preferences/pages",),
    "ui/test_golden": ("ui/picture", "ui/viewing/panes"),
    "ui/test_keyboard": ("ui/viewing/accessible", "ui/viewing/pane_focus"),
    "ui/test_window": (
        "ui/notice",
        "ui/page",
        "ui/viewing/actions",
        "ui/viewing/key_image",
        "ui/viewing/pane_area",
        "ui/viewing/series_panel",
    ),
    "ui/voi/test_voi": ("ui/voi/actions", "ui/voi/panel", "ui/voi/plot"),
}
"""Test file → the modules that are tested in it, not in a file of their own"""

NOTHING_TO_TEST: Mapping[str, str] = {
    "lab/grader/paper": "the paper's published numbers",
    "pet/acquisition": "fields without behaviour; dicom/test_acquisition.py fills them",
    "pet/study": "fields and their names; dicom/test_load.py fills them",
}
"""Module → why"""


def has_its_own(module: str) -> bool:
    path = Path(module)
    return any(
        (TESTS / of.parent / f"test_{of.name}.py").is_file()
        for of in (path, *path.parents)
        if of.name
    )


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_tested_at_the_mirrored_place_or_it_is_said_where(module: str) -> None:
    said = module in NOTHING_TO_TEST or any(module in there for there in TESTED_BY.values())
    assert has_its_own(module) or said, (
        f"station/{module}.py has no tests/{Path(module).parent}/test_{Path(module).name}.py. "
        "Write one, or say in tests/test_mirror.py where it is tested."
    )


@pytest.mark.parametrize("file", TESTED_BY)
def test_what_is_said_here_is_true(file: str) -> None:
    assert (TESTS / f"{file}.py").is_file()
    assert set(TESTED_BY[file]) <= set(MODULES), "of modules that there are"
    assert [module for module in TESTED_BY[file] if has_its_own(module)] == []


def test_what_needs_no_test_is_there_and_has_none() -> None:
    assert NOTHING_TO_TEST.keys() <= set(MODULES)
    assert [module for module in NOTHING_TO_TEST if has_its_own(module)] == []
