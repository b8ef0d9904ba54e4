"""The demonstration study: patient 1 of the virtual scanner, and its DL series."""

from pathlib import Path

from station.operations.simulated import LESIONS, Wish, write_simulated_study
from station.progress import Report, silent

SEED = 1


def make_demo_study(folder: Path, report: Report = silent, coarser: int = 1) -> Path:
    """Write the demo study below `folder`; return it. See `write_simulated_study`."""
    # The denoiser knows the fine voxels only.
    wish = Wish(SEED, with_full=False, with_truth=False, with_dl=coarser == 1, coarser=coarser)
    return write_simulated_study(folder, wish, report)


def demo_study(home: Path, report: Report = silent) -> Path:
    """The folder of the demo study in the data folder `home`; made on first use."""
    folder = home / "demo"
    if not (folder / LESIONS).exists():
        make_demo_study(folder, report)
    return folder


def series_folders(study: Path) -> list[Path]:
    """What of a demo study is to be opened: the truth beside its series is no DICOM, and would be
    told as left out."""
    return sorted(one for one in study.iterdir() if one.is_dir())
