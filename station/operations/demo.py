"""The demonstration study: patient 1 of the virtual scanner, and its DL series."""

from pathlib import Path

from station.operations.simulated import LESIONS, Wish, Written, write_simulated_study
from station.progress import Report, silent

SEED = 1


def make_demo_study(
    folder: Path, report: Report = silent, written: Written | None = None, coarser: int = 1
) -> Path:
    """Write the demo study below `folder`; return it. See `write_simulated_study`."""
    # The denoiser knows the fine voxels only.
    wish = Wish(SEED, with_full=False, with_truth=False, with_dl=coarser == 1, coarser=coarser)
    return write_simulated_study(folder, wish, report, written)


def demo_study(home: Path, report: Report = silent, written: Written | None = None) -> Path:
    """The folder of the demo study in the data folder `home`; made on first use.

    `written`: see `write_simulated_study`.
    """
    folder = home / "demo"
    if not (folder / LESIONS).exists():
        make_demo_study(folder, report, written)
    return folder


def series_folders(study: Path) -> list[Path]:
    """What of a demo study is to be opened: the truth next to its series is not DICOM, and would be
    reported as left out."""
    return sorted(path for path in study.iterdir() if path.is_dir())
