"""Grading and checking a whole body on this computer: time, and memory over the images.

    python -m tests.benchmarks.grade STUDY [--runs N]

STUDY is a folder such as `station demo --out STUDY` makes. The network's peer is the same network
behind MONAI's own transforms (SpatialResample, NormalizeIntensity) in place of
`station.quality.field`; that of both side by side is one after the other. Everything is timed after
torch and MONAI are loaded. Grade and checks have to take no more than 3 s on two cores, and the
process no more than 2 GB.
"""

import resource
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

import torch
from station.quality.cells import cells_of
from station.quality.profile import profile_of

from station.dicom.load import scan
from station.operations.images import load_pet_ct
from station.operations.quality.checks import check_image
from station.operations.quality.grading import grade_series
from station.pet.study import Role
from station.pet.volume import Volume
from station.progress import silent
from station.quality.field import body_of, field_about
from station.quality.grader import shipped_grader
from station.quality.weights import load
from tests.benchmarks.timing import SMOKE, argument_parser, report, sized
from tests.made_up.studies import write_pair


def main() -> None:
    parser = argument_parser(__doc__)
    parser.add_argument("study", type=Path, nargs="?" if SMOKE else None)
    parser.add_argument("--runs", type=int, default=sized(7, 1))
    given = parser.parse_args()
    with TemporaryDirectory() as unpacked:
        found = scan(
            [given.study or write_pair(Path(unpacked) / "pair")], silent, unpack_into=Path(unpacked)
        )
        study = found.studies[0]
        pet = next(one for one in study.series if one.role is Role.CONVENTIONAL)
        images = load_pet_ct(study, pet)
    image, ct = images.pet, images.ct
    in_memory = {one.series.key: one for one in (image, ct) if one is not None}
    opened_mb = _peak_mb()
    judge = shipped_grader()
    print(f"{pet.label}, {' × '.join(map(str, image.volume.shape))}")
    grades, whole, checks, processor, peer = ([] for _ in range(5))
    judge.predict(image.volume)  # what is compiled or loaded the first time
    graded = grade_series(study, pet, judge, images=in_memory)
    peak_mb = _peak_mb()
    network = load()[0]
    for _ in range(given.runs):
        grades.append(_timed(lambda: judge.predict(image.volume)))
        checks.append(_timed(lambda: check_image(images)))
        began = process_time()
        whole.append(_timed(lambda: grade_series(study, pet, judge, images=in_memory)))
        processor.append(process_time() - began)
        peer.append(_timed(lambda: _by_monai(network, image.volume)))
    print(f"{graded.grade.verdict}, grade {graded.grade.grade}, {graded.grade.probabilities}")
    report("the network alone", grades, peer)
    report("the checks alone", checks)
    one_by_one = [network + check for network, check in zip(grades, checks, strict=True)]
    report("both side by side", whole, one_by_one)
    report("  time of the processors", processor)
    print(f"peak of the process: {peak_mb:.0f} MB, {opened_mb:.0f} MB of it with the images open")


def _timed(work: Any) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _by_monai(network: torch.nn.Module, pet: Volume) -> None:
    from monai.data.meta_tensor import MetaTensor
    from monai.transforms.intensity.array import NormalizeIntensity
    from monai.transforms.spatial.array import SpatialResample

    field = field_about(pet)
    source = MetaTensor(torch.tensor(pet.voxels)[None], affine=torch.tensor(pet.geometry.affine))
    resample = SpatialResample(mode="bilinear", padding_mode="zeros", align_corners=True)
    on_field = resample(
        source, dst_affine=torch.tensor(field.affine), spatial_size=list(field.shape)
    )
    values = torch.as_tensor(on_field)[0].float()
    scores = torch.as_tensor(NormalizeIntensity(nonzero=True)(on_field))[0].float()
    cells = cells_of(scores, body_of(values))
    with torch.no_grad():
        network(cells[None], profile_of(cells)[None])


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
