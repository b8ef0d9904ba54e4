"""A network run over a whole PET image."""

import threading

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from station.denoise import denoiser as module
from station.denoise import device
from station.denoise.denoiser import Denoiser
from station.denoise.device import Device, Precision
from station.denoise.engine import DirectEngine, TileEngine, engine
from station.denoise.level import NoiseLevel
from station.denoise.network import AXIAL_WEIGHTS, CHANNELS, ResidualCnn, UNet
from station.errors import Cancelled, StationError
from station.pet.suitability import VOXEL_MM
from station.pet.volume import Geometry, Provenance, Unit, Volume
from tests.made_up.cards import FakeCard

pytestmark = pytest.mark.simulated

SHAPE = (9, 37, 50)
CPU = torch.device("cpu")


@pytest.fixture(autouse=True)
def one_thread():
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def network_of(channels=8, layers=8, seed=0):
    """A network whose batch normalisation does something."""
    torch.manual_seed(seed)
    network = ResidualCnn(channels, layers).eval()
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            mean, variance = layer.running_mean, layer.running_var
            assert mean is not None
            assert variance is not None
            nn.init.normal_(mean)
            nn.init.uniform_(variance, 0.5, 2)
            nn.init.uniform_(layer.weight, 0.5, 1.5)
            nn.init.normal_(layer.bias)
    return network


def constant_network(*noise):
    """The noise it finds is `noise` SUV in the first, second and third slice of each window."""
    network = network_of()
    for parameter in network.parameters():
        nn.init.zeros_(parameter)
    last = list(network.parameters())[-1]
    last.data[:] = torch.tensor(noise)
    return network


def denoiser_of(network=None, threads=2, **options):
    return Denoiser(network or network_of(), FakeCard(), threads=threads, **options)


def volume_of(voxels, spacing_mm=(2.0, 2.0, 2.0), unit=Unit.SUV_BW, **told):
    affine = np.zeros((4, 4))
    affine[2, 0], affine[1, 1], affine[0, 2] = spacing_mm
    affine[3, 3] = 1
    return Volume(voxels, Geometry(voxels.shape, affine), unit, Provenance(**told))


def noisy_volume(shape=SHAPE, seed=0, **grid):
    """Body from edge to edge."""
    voxels = np.random.default_rng(seed).gamma(2, 1.5, shape).astype(np.float32)
    return volume_of(voxels, **grid)


def body_in_air(air_suv=0.0, seed=0):
    """Voxels with a body in rows 40 to 79, columns 48 to 87 of 120 × 136."""
    voxels = np.full((6, 120, 136), air_suv, np.float32)
    voxels[:, 40:80, 48:88] = noisy_volume((6, 40, 40), seed).voxels
    return voxels


def plain_pass(network, voxels):
    """Every window of whole slices through the network as it was trained, float64."""
    network = network.double()
    sums, weights = np.zeros(voxels.shape), np.zeros((len(voxels), 1, 1))
    as_last, as_middle, as_first = AXIAL_WEIGHTS
    with torch.no_grad():
        for z in range(1, len(voxels) - 1):
            window = torch.tensor(voxels[z - 1 : z + 2], dtype=torch.float64)
            denoised = network.denoised(window[None])[0].numpy()
            for image, s, weight in zip(
                denoised, (z - 1, z, z + 1), (as_first, as_middle, as_last), strict=True
            ):
                sums[s] += weight * image
                weights[s] += weight
    network.float()
    return sums / weights


# --- The result ----------------------------------------------------------------------------------


@pytest.mark.parametrize("channels", [8, CHANNELS])
def test_result_is_that_of_the_plain_pass_over_the_whole_volume(channels):
    network, volume = network_of(channels), noisy_volume((5, 37, 50))
    denoised = denoiser_of(network)(volume)
    np.testing.assert_allclose(denoised.voxels, plain_pass(network, volume.voxels), atol=1e-5)


@pytest.mark.parametrize("channels", [8, CHANNELS])
def test_cutting_the_air_off_changes_nothing_in_the_body(channels):
    network, volume = network_of(channels), volume_of(body_in_air(0.02))
    denoised = denoiser_of(network)(volume).voxels
    plain = plain_pass(network, volume.voxels)
    body = np.s_[:, 40:80, 48:88]
    np.testing.assert_allclose(denoised[body], plain[body], atol=1e-5)


def u_net(seed=0):
    torch.manual_seed(seed)
    network = UNet(widths=(4, 8, 8)).eval()
    nn.init.normal_(network.tail.weight, std=0.1)
    return network


def test_a_u_net_sees_every_slice_with_its_neighbours_and_the_ends_repeated():
    network, volume = u_net(), noisy_volume((9, 37, 50))
    denoised = denoiser_of(network)(volume).voxels
    repeated = np.pad(volume.voxels, ((4, 4), (0, 0), (0, 0)), mode="edge")
    level = NoiseLevel(volume.voxels.astype(np.float32))
    summed, windows = np.zeros_like(denoised), np.zeros((9, 1, 1), np.float32)
    with torch.inference_mode():
        for s in (1, 3, 5, 7):
            window = repeated[s : s + 9], level.at(s, np.s_[:], np.s_[:])[None]
            alone = network.denoised(torch.from_numpy(np.concatenate(window)[None]))
            summed[s - 1 : s + 2] += alone[0].numpy()
            windows[s - 1 : s + 2] += 1
    np.testing.assert_allclose(denoised, summed / windows, atol=1e-5)


def test_a_u_net_in_bands_gives_nearly_what_it_gives_of_whole_slices(monkeypatch):
    network, volume = u_net(), noisy_volume((7, 160, 40))
    whole = denoiser_of(network)(volume).voxels
    monkeypatch.setattr(module, "BAND_VOXELS", 80 * 40)
    in_bands = denoiser_of(network)(volume).voxels
    removed = np.abs(whole - volume.voxels).max()
    assert np.abs(in_bands - whole).max() < 0.01 * removed


@pytest.mark.parametrize(
    ("make", "margin", "slices", "within"),
    [(network_of, 8, 2, 0.0), (u_net, 24, 6, 0.01), (u_net, 52, 6, 0.0)],
    ids=["residual CNN", "U-Net, what is computed around", "U-Net, all it sees"],
)
def test_a_part_of_the_image_gives_what_the_whole_gives_away_from_its_edges(
    make, margin, slices, within
):
    """`within`: of the largest noise; the U-Net sees hardly anything beyond the first margin. The
    part begins where windows and tiles of the whole do."""
    network, volume = make(), noisy_volume((32, 144, 152))
    whole = denoiser_of(network)(volume).voxels
    part = np.s_[16:, 8:136, 16:144]
    alone = denoiser_of(network)(volume_of(volume.voxels[part].copy())).voxels
    inside = np.s_[slices:, margin:-margin, margin:-margin]
    off = np.abs(alone[inside] - whole[part][inside]).max()
    removed = np.abs(whole - volume.voxels).max()
    assert removed > 0.1, "it takes noise away"
    assert off <= within * removed + 1e-5
    assert np.abs(alone - whole[part]).max() > 1e-3, "at its edges it differs"


def test_missing_slices_split_the_volume_of_a_u_net():
    voxels = noisy_volume((9, 24, 24)).voxels.copy()
    voxels[4] = np.nan
    denoised = denoiser_of(u_net())(volume_of(voxels)).voxels
    alone = denoiser_of(u_net())(volume_of(voxels[5:].copy())).voxels
    np.testing.assert_allclose(denoised[5:], alone, atol=1e-6)
    assert np.isnan(denoised[4]).all()


def test_air_keeps_its_values():
    voxels = body_in_air(0.02)
    changed = denoiser_of(constant_network(0.1, 0.1, 0.1))(volume_of(voxels)).voxels != voxels
    body = np.zeros(voxels.shape, np.bool_)
    body[:, 40:80, 48:88] = True
    np.testing.assert_array_equal(changed, body)


def test_what_lies_beside_the_body_is_computed_with_it():
    """Two bodies in one slice, and one of them in other slices only."""
    voxels = np.zeros((20, 64, 160), np.float32)
    noise = noisy_volume((20, 32, 32)).voxels
    voxels[:, 16:48, 8:40] = noise
    voxels[:9, 8:40, 120:152] = noise[:9]
    network = network_of(CHANNELS, 4)
    denoised = denoiser_of(network)(volume_of(voxels)).voxels
    plain = plain_pass(network, voxels)
    for body in (np.s_[:, 16:48, 8:40], np.s_[:9, 8:40, 120:152]):
        np.testing.assert_allclose(denoised[body], plain[body], atol=1e-5)
    assert (denoised[:, :, 48:112] == 0).all()


def test_a_hot_speck_in_air_is_no_air():
    voxels = body_in_air()
    voxels[3, 4, 130] = 0.3
    denoised = denoiser_of(constant_network(0.1, 0.1, 0.1))(volume_of(voxels)).voxels
    assert denoised[3, 4, 130] == pytest.approx(0.2)


def test_slices_of_air_keep_their_values_and_are_told_too():
    voxels = np.zeros((64, 24, 24), np.float32)
    voxels[:16] = 1
    told = []
    denoised = denoiser_of(constant_network(0.5, 0.5, 0.5))(
        volume_of(voxels), first_slice=40, on_slices=lambda first, images: told.append(first)
    )
    assert (denoised.voxels[:16] == 0.5).all()
    assert (denoised.voxels[16:] == 0).all()
    assert sorted(told) == list(range(64))


@pytest.mark.parametrize("spacing_mm", [(2.0, 2.0, 2.0), (4.0, 4.0, 4.0)])
def test_slices_without_any_count_get_none_from_their_neighbours(spacing_mm):
    voxels = np.array(noisy_volume((15, 40, 40)).voxels)
    voxels[6:9] = 0
    source = volume_of(voxels, spacing_mm=spacing_mm)
    denoised = denoiser_of(constant_network(-0.1, -0.1, -0.1))(source, resample=True).voxels
    np.testing.assert_array_equal(denoised[6:9], 0)
    assert (denoised[[5, 9]] != voxels[[5, 9]]).all()


def test_a_short_scan_of_thin_slices_is_refused_for_its_length_and_no_slice_is_called_missing():
    thin = noisy_volume((4, 40, 40), spacing_mm=(1.0, 1.0, 1.0))
    with pytest.raises(StationError, match=r"slices cover 4 mm; the network needs 6 mm") as refused:
        denoiser_of()(thin, resample=True)
    assert "missing" not in str(refused.value)


def test_a_network_that_finds_no_noise_changes_nothing():
    volume = noisy_volume()
    denoised = denoiser_of(constant_network(0, 0, 0))(volume)
    np.testing.assert_array_equal(denoised.voxels, volume.voxels)


def test_a_slice_is_the_weighted_mean_of_its_windows():
    volume = noisy_volume()
    noise = volume.voxels - denoiser_of(constant_network(0.1, 0.2, 0.4))(volume).voxels
    as_last, as_middle, as_first = np.array((0.4, 0.2, 0.1)) * AXIAL_WEIGHTS
    everywhere = (as_last + as_middle + as_first) / sum(AXIAL_WEIGHTS)
    np.testing.assert_allclose(noise[2:-2], everywhere, atol=1e-6)
    np.testing.assert_allclose(noise[0], 0.1, atol=1e-6)
    np.testing.assert_allclose(noise[-1], 0.4, atol=1e-6)
    np.testing.assert_allclose(noise[1], (as_middle + as_first) / sum(AXIAL_WEIGHTS[1:]), atol=1e-6)


def test_result_depends_neither_on_the_first_slice_nor_on_the_number_of_cores():
    network, volume = network_of(), noisy_volume()
    results = [
        denoiser_of(network, threads=threads)(volume, first_slice=first).voxels
        for threads, first in ((1, 0), (2, 8), (3, 4), (2, None))
    ]
    for other in results[1:]:
        np.testing.assert_array_equal(other, results[0])


def test_slices_wider_than_a_band_are_computed_in_bands(monkeypatch):
    network, volume = network_of(), noisy_volume()
    whole = denoiser_of(network)(volume).voxels
    monkeypatch.setattr(module, "BAND_VOXELS", 300)
    np.testing.assert_allclose(denoiser_of(network)(volume).voxels, whole, atol=1e-5)


def test_a_matrix_of_700_is_denoised():
    network, volume = network_of(4, 3), noisy_volume((3, 700, 700))
    denoised = denoiser_of(network)(volume).voxels
    np.testing.assert_allclose(denoised, plain_pass(network, volume.voxels), atol=1e-5)


def test_geometry_and_unit_are_those_of_the_source_and_the_step_names_the_network():
    volume = noisy_volume(series_uid="1.2.3", steps=("Bq/mL → SUVbw",))
    denoised = denoiser_of()(volume)
    assert denoised.geometry is volume.geometry
    assert denoised.unit is Unit.SUV_BW
    assert denoised.provenance == volume.provenance.then(
        "DL-denoised (RESEARCH): Residual CNN 1.0, weights SHA-256 abababababab, fp32 on cpu"
    )


# --- Slices that were never stored ---------------------------------------------------------------


def test_missing_slices_stay_missing_and_split_the_volume():
    network, volume = network_of(), noisy_volume((10, 24, 24))
    voxels = volume.voxels.copy()
    voxels[4:6] = np.nan
    denoised = denoiser_of(network)(volume_of(voxels)).voxels
    assert np.isnan(denoised[4:6]).all()
    for run in (np.s_[:4], np.s_[6:]):
        alone = denoiser_of(network)(volume_of(voxels[run])).voxels
        np.testing.assert_allclose(denoised[run], alone, atol=1e-6)


# --- Progress, order, cancelling -----------------------------------------------------------------


def test_slices_are_told_once_from_the_first_outward_with_their_final_values():
    told = []
    denoised = denoiser_of()(
        noisy_volume(), first_slice=6, on_slices=lambda first, images: told.append((first, images))
    )
    assert [first for first, _ in told] == [6, 5, 7, 4, 8, 3, 2, 1, 0]
    for first, images in told:
        np.testing.assert_array_equal(images, denoised.voxels[first : first + 1])


def test_progress_rises_to_1():
    told = []
    denoiser_of()(noisy_volume(), lambda fraction, message: told.append(fraction))
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(set(told)) >= SHAPE[0] - 2


def test_a_cancelled_run_stops_its_workers_and_leaves_the_source_as_it_was():
    volume = noisy_volume((40, 24, 24))
    before, workers = volume.voxels.copy(), threading.active_count()
    told = []

    def report(fraction, message):
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        denoiser_of()(volume, report, on_slices=lambda first, images: told.append(first))
    assert len(told) < 40
    assert threading.active_count() == workers
    np.testing.assert_array_equal(volume.voxels, before)


def test_cancelling_does_not_wait_for_the_rest_of_a_window(monkeypatch):
    monkeypatch.setattr(module, "BAND_VOXELS", 1)
    monkeypatch.setattr(module, "WAKE_S", 0.0)
    bands = []
    denoiser = denoiser_of(threads=1)
    noise = denoiser._engine.noise
    started = threading.Event()

    def counted(window, wanted):
        bands.append(window)
        started.set()
        return noise(window, wanted)

    monkeypatch.setattr(denoiser._engine, "noise", counted)

    def report(fraction, message):
        started.wait()
        raise Cancelled

    with pytest.raises(Cancelled):
        denoiser(noisy_volume((3, 2000, 4)), report)
    assert len(bands) < 2000


def test_each_window_is_computed_by_one_core():
    torch.set_num_threads(2)
    denoiser, used = denoiser_of(), set()
    noise = denoiser._engine.noise

    def noting(window, wanted):
        used.add(torch.get_num_threads())
        return noise(window, wanted)

    denoiser._engine.noise = noting
    denoiser(noisy_volume((8, 24, 24)))
    assert used == {1}


def test_the_number_of_threads_of_torch_is_left_as_it_was():
    torch.set_num_threads(2)
    denoiser_of(threads=3)(noisy_volume())
    assert torch.get_num_threads() == 2
    seen = []
    thread = threading.Thread(target=lambda: seen.append(torch.get_num_threads()))
    thread.start()
    thread.join()
    assert seen == [2]


# --- Other grids ---------------------------------------------------------------------------------


@pytest.mark.parametrize("spacing_mm", [(2.0, 2.6, 2.6), (4.0, 2.0, 2.0), (2.0, 2.0, 1.7)])
def test_other_voxels_are_refused_unless_resampling_is_allowed(spacing_mm):
    volume = noisy_volume(spacing_mm=spacing_mm)
    with pytest.raises(
        StationError, match=r"the network was trained on 2 mm only\. Allow resampling"
    ):
        denoiser_of()(volume)
    assert denoiser_of()(volume, resample=True).geometry is volume.geometry


@pytest.mark.parametrize("spacing_mm", [(2.0, 2.036, 2.036), (1.85, 2.15, 2.15)])
def test_voxels_within_a_tenth_are_taken_as_they_are(spacing_mm):
    network, volume = network_of(), noisy_volume(spacing_mm=spacing_mm)
    denoised = denoiser_of(network)(volume, resample=True)
    np.testing.assert_allclose(denoised.voxels, plain_pass(network, volume.voxels), atol=1e-5)
    assert len(denoised.provenance.steps) == 1


def test_resampling_itself_changes_nothing():
    volume = noisy_volume(spacing_mm=(3.27, 4.07, 4.07))
    denoised = denoiser_of(constant_network(0, 0, 0))(volume, resample=True)
    np.testing.assert_allclose(denoised.voxels, volume.voxels, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("mm", [2.73, 3.15, 4.07, 5.5])
def test_the_way_back_undoes_the_way_to_the_network_s_grid(mm):
    """So no noise stays behind between the two grids, and nothing else is lost."""
    count = 64
    there = module._interpolation(count, mm, int(np.ceil(count * mm / VOXEL_MM)), VOXEL_MM)
    np.testing.assert_allclose(module._back(count, mm) @ there, np.eye(count), atol=1e-4)
    assert np.abs(module._back(count, mm)).sum(axis=1).max() < 2, "nor is anything amplified"


def test_of_finer_voxels_what_the_network_s_grid_cannot_hold_is_left_out():
    """It is finer than PET resolves; a network that removes nothing leaves a smooth image as it is,
    and white noise smaller."""
    volume = noisy_volume((24, 24, 24), spacing_mm=(1.2, 1.2, 1.2))
    smooth = volume_of(np.full(volume.shape, 2.0, np.float32), (1.2, 1.2, 1.2))
    nothing = denoiser_of(constant_network(0, 0, 0))
    np.testing.assert_allclose(nothing(smooth, resample=True).voxels, 2.0, rtol=1e-5)
    kept = nothing(volume, resample=True).voxels
    assert kept.std() < 0.5 * volume.voxels.std()
    assert kept.mean() == pytest.approx(volume.voxels.mean(), rel=0.02)


@pytest.mark.parametrize("mm", [3.15, 4.0])
def test_the_noise_found_on_2_mm_voxels_is_what_is_subtracted(mm):
    volume = noisy_volume(spacing_mm=(mm, mm, mm))
    told = []
    denoised = denoiser_of(constant_network(0.25, 0.25, 0.25))(
        volume, resample=True, on_slices=lambda first, images: told.append((first, len(images)))
    )
    np.testing.assert_allclose(volume.voxels - denoised.voxels, 0.25, atol=1e-4)
    assert told == [(0, SHAPE[0])]
    assert denoised.provenance.steps[-1].startswith("computed on voxels of 2 mm")


def test_resampling_goes_from_one_stored_run_to_the_next():
    volume = noisy_volume((14, 24, 24), spacing_mm=(3.0, 2.0, 2.0))
    voxels = volume.voxels.copy()
    voxels[6] = np.nan
    told = []
    network = network_of()
    denoised = denoiser_of(network)(
        volume_of(voxels, (3.0, 2.0, 2.0)),
        lambda fraction, message: told.append(fraction),
        resample=True,
    ).voxels
    assert np.isnan(denoised[6]).all()
    assert told == sorted(told)
    for run in (np.s_[:6], np.s_[7:]):
        alone = denoiser_of(network)(volume_of(voxels[run], (3.0, 2.0, 2.0)), resample=True)
        np.testing.assert_allclose(denoised[run], alone.voxels, atol=1e-5)


@pytest.mark.parametrize(
    ("count", "mm", "tolerance_mm"), [(20, 3.15, 1e-4), (9, 2.0, 1e-4), (40, 1.2, 0.02)]
)
def test_interpolation_keeps_a_straight_line(count, mm, tolerance_mm):
    new_count = int(np.ceil(count * mm / VOXEL_MM))
    matrix = module._interpolation(count, mm, new_count, VOXEL_MM)
    at = (np.arange(count) - (count - 1) / 2) * mm
    new_at = (np.arange(new_count) - (new_count - 1) / 2) * VOXEL_MM
    inside = np.abs(new_at) < np.abs(at).max() - 2 * max(mm, VOXEL_MM)
    np.testing.assert_allclose((matrix @ at)[inside], new_at[inside], atol=tolerance_mm)
    np.testing.assert_allclose(matrix.sum(axis=1), 1, atol=1e-6)


# --- What the network was not made for -----------------------------------------------------------


def with_value(value):
    voxels = noisy_volume().voxels.copy()
    voxels[3, 5, 7] = value
    return volume_of(voxels)


def lonely_slices():
    voxels = noisy_volume().voxels.copy()
    voxels[2] = np.nan
    return volume_of(voxels)


@pytest.mark.parametrize(
    ("volume", "sentence"),
    [
        (noisy_volume(unit=Unit.BQ_PER_ML), r"is in Bq/mL; .* Show it in SUVbw"),
        (noisy_volume(unit=Unit.SUV_LBM), r"is in SUL \(James\); .* Show it in SUVbw"),
        (noisy_volume(description="WB AC", unit=Unit.HU), r'^Series "WB AC" is in HU'),
        (noisy_volume((0, 24, 24)), "is empty: it has 0 slices"),
        (noisy_volume((9, 0, 24)), "is empty: "),
        (noisy_volume((1, 24, 24)), "has 1 slice; the network needs at least 3"),
        (noisy_volume((2, 24, 24)), "has 2 slices; the network needs at least 3"),
        (volume_of(np.zeros(SHAPE, np.float32)), "is empty: all values are 0"),
        (volume_of(np.full(SHAPE, np.nan, np.float32)), "none of its slices is stored"),
        (with_value(np.nan), "slice 4 contains values that are not numbers"),
        (with_value(np.inf), "slice 4 contains values that are not numbers"),
        (with_value(-0.2), r"values down to -0\.20 SUV; .* reconstructed with OSEM"),
        (lonely_slices(), "slices 1–2 are isolated between missing ones"),
        (
            noisy_volume(steps=("DL-denoised (RESEARCH): another 1.0",)),
            "is already denoised. Choose the series it was made from",
        ),
    ],
)
def test_refused(volume, sentence):
    before = volume.voxels.copy()
    told = []
    with pytest.raises(StationError, match=sentence):
        denoiser_of()(volume, on_slices=lambda first, images: told.append(first))
    assert told == []
    np.testing.assert_array_equal(volume.voxels, before)


@pytest.mark.parametrize("slices", [3, 10])
def test_few_slices_are_enough(slices):
    network, volume = network_of(), noisy_volume((slices, 24, 24))
    denoised = denoiser_of(network)(volume).voxels
    np.testing.assert_allclose(denoised, plain_pass(network, volume.voxels), atol=1e-5)


def test_what_rounding_left_below_zero_is_denoised():
    assert np.isfinite(denoiser_of()(with_value(-0.005)).voxels).all()


def test_a_network_that_gives_no_numbers_is_caught():
    network = constant_network(0, 0, 0)
    *_, normalisation_bias, last_weight, _ = network.parameters()
    nn.init.constant_(normalisation_bias, 3e38)
    nn.init.constant_(last_weight, 3e38)
    with pytest.raises(StationError, match="values that are not numbers"):
        denoiser_of(network)(noisy_volume())


@pytest.mark.parametrize("model", [None, "paper"])
def test_the_shipped_network_is_loaded_by_its_id(monkeypatch, model):
    asked = []

    def load(model):
        asked.append(model)
        return constant_network(0.1, 0.1, 0.1), FakeCard("Paper", "2.1")

    monkeypatch.setattr("station.denoise.weights.load", load)
    denoised = Denoiser.shipped(model)(noisy_volume((3, 8, 8)))
    assert asked == [model]
    assert "Paper 2.1" in denoised.provenance.steps[-1]


def test_weights_that_are_no_numbers_are_refused():
    network = network_of()
    nn.init.constant_(next(network.parameters()), np.nan)
    with pytest.raises(StationError, match="weights contain values that are not numbers"):
        denoiser_of(network)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        torch.OutOfMemoryError("CUDA out of memory."),
        RuntimeError("DefaultCPUAllocator: can't allocate memory: you tried to allocate 9 bytes."),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."),
    ],
)
def test_running_out_of_memory_is_told_and_the_source_is_unchanged(monkeypatch, error):
    denoiser, volume = denoiser_of(), noisy_volume()
    before = volume.voxels.copy()

    def fails(window, wanted):
        raise error

    monkeypatch.setattr(denoiser._engine, "noise", fails)
    with pytest.raises(StationError, match=r"not enough memory .* original image is unchanged"):
        denoiser(volume)
    np.testing.assert_array_equal(volume.voxels, before)


def test_a_bug_is_not_called_a_lack_of_memory(monkeypatch):
    denoiser = denoiser_of()

    def fails(window, wanted):
        raise RuntimeError("shapes do not fit")

    monkeypatch.setattr(denoiser._engine, "noise", fails)
    with pytest.raises(RuntimeError, match="shapes do not fit"):
        denoiser(noisy_volume())


# --- Devices and precisions ----------------------------------------------------------------------


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a CUDA device")
def test_cuda_is_refused_where_there_is_none():
    with pytest.raises(StationError, match="no CUDA device"):
        denoiser_of(device=Device.CUDA)
    assert denoiser_of(device=Device.AUTO).device is Device.CPU


@pytest.mark.skipif(not torch.cuda.is_available(), reason="there is no CUDA device")
def test_cuda_gives_what_the_cpu_gives():
    network, volume = network_of(CHANNELS), noisy_volume()
    on_cuda = denoiser_of(network, device=Device.AUTO)
    assert on_cuda.device is Device.CUDA
    on_cpu = denoiser_of(network, device=Device.CPU)
    np.testing.assert_allclose(on_cuda(volume).voxels, on_cpu(volume).voxels, atol=1e-4)


def test_the_precision_is_fp32_unless_bf16_is_asked_for():
    assert denoiser_of().precision is Precision.FP32


@pytest.mark.skipif(not device.cpu_knows_bf16(), reason="the processor has no bf16")
def test_bf16_differs_by_its_own_rounding_only():
    network, volume = network_of(CHANNELS), noisy_volume((4, 24, 24))
    exact = denoiser_of(network)(volume).voxels
    rounded = denoiser_of(network, precision=Precision.BF16)(volume)
    noise = np.abs(volume.voxels - exact).max()
    assert 0 < np.abs(rounded.voxels - exact).max() < 0.02 * noise
    assert rounded.provenance.steps[-1].endswith("bf16 on cpu")


def test_bf16_is_refused_where_the_processor_does_not_know_it(monkeypatch):
    monkeypatch.setattr(device, "cpu_knows_bf16", lambda: False)
    with pytest.raises(StationError, match=r"does not support bf16\. Choose auto or fp32"):
        denoiser_of(precision=Precision.BF16)


# --- Engines -------------------------------------------------------------------------------------


TILED = engine(network_of(CHANNELS), CPU, torch.float32)


@pytest.mark.parametrize("shape", [(1, 1), (4, 4), (3, 70), (37, 1), (17, 30), (41, 64)])
def test_convolution_by_tiles_is_convolution(shape):
    network = network_of(CHANNELS, 4)
    window = torch.tensor(np.random.default_rng(1).gamma(2, 5, (3, *shape)), dtype=torch.float32)
    with torch.no_grad():
        plain = network.double()(window.double()[None])[0]
    tiled = engine(network, CPU, torch.float32)
    assert isinstance(tiled, TileEngine)
    noise = tiled.noise(window, np.ones(shape, np.bool_))
    assert (noise - plain).abs().max() < 1e-5 * plain.abs().max()


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 60)), min_size=1, max_size=4))
@settings(max_examples=20)
def test_tiles_give_what_is_wanted_wherever_it_lies(places):
    wanted = np.zeros((41, 61), np.bool_)
    for row, column in places:
        wanted[row : row + 5, column : column + 9] = True
    window = torch.tensor(
        np.random.default_rng(2).gamma(2, 5, (3, *wanted.shape)), dtype=torch.float32
    )
    everywhere = TILED.noise(window, np.ones_like(wanted)).numpy()
    part = TILED.noise(window, wanted).numpy()
    np.testing.assert_allclose(part[:, wanted], everywhere[:, wanted], atol=1e-5)


def test_an_engine_keeps_nothing_of_an_earlier_window():
    wide, narrow = torch.ones(3, 21, 33), torch.full((3, 9, 10), 5.0)
    first = TILED.noise(narrow, np.ones((9, 10), np.bool_))
    TILED.noise(wide, np.ones((21, 33), np.bool_))
    assert torch.equal(TILED.noise(narrow, np.ones((9, 10), np.bool_)), first)


def test_other_widths_than_the_papers_are_computed_directly():
    assert isinstance(engine(network_of(8), CPU, torch.float32), DirectEngine)
