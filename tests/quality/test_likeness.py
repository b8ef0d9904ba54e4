"""How far an image is like itself a little aside."""

import numpy as np
import pytest

from station.quality.likeness import ALONG, FURTHEST, LEVELS, SHELLS, Bools, Floats, likeness_of

OF_A_LEVEL = 2 * (len(SHELLS) - 1) + 3 * len(ALONG)


def patient(seed: int = 1) -> tuple[Floats, Bools]:
    """Organs by chance in a cylinder: values and body, (slices, rows, columns)."""
    rng = np.random.default_rng(seed)
    z, y, x = np.indices((96, 40, 48))
    body = (((y - 20) / 14) ** 2 + ((x - 24) / 18) ** 2 < 1) & (z > 8) & (z < 88)
    values = np.where(body, 0.3, 0.0)
    for centre in rng.uniform((8, 10, 10), (88, 30, 38), (60, 3)):
        radius = rng.uniform(1.5, 4)
        values[(z - centre[0]) ** 2 + (y - centre[1]) ** 2 + (x - centre[2]) ** 2 < radius**2] += 1
    return values.astype(np.float32), body


def mean_of(*images: Floats) -> Floats:
    return np.stack(images).mean(axis=0, dtype=np.float32)


def shells_of(told: list[float]) -> Floats:
    """Highest likeness (levels, shells)."""
    return np.array(told, np.float32).reshape(LEVELS, OF_A_LEVEL)[:, 0 : 2 * (len(SHELLS) - 1) : 2]


@pytest.mark.parametrize("way", [(0, 3, 1), (2, 0, 3), (0, 0, 6)])
def test_a_patient_in_two_places_is_like_himself_at_the_way_between_them(
    way: tuple[int, int, int],
) -> None:
    values, body = patient()
    moved = np.roll(values, way, (0, 1, 2))
    still, twice = (shells_of(likeness_of(one, body)) for one in (values, mean_of(values, moved)))
    shell = int(np.searchsorted(SHELLS, np.linalg.norm(way), side="right")) - 1
    assert (twice[:, shell] > 1.5 * still[:, shell]).all()
    assert (twice[:, shell] > 0.15).all()


def test_white_noise_is_like_itself_nowhere_and_smooth_noise_nearby() -> None:
    _, body = patient()
    noise = np.random.default_rng(2).normal(0, 0.2, body.shape).astype(np.float32)
    smooth = mean_of(noise, np.roll(noise, 1, 2), np.roll(noise, -1, 2))
    white, wide = (shells_of(likeness_of(one, body)) for one in (noise, smooth))
    assert (white[:, 1:] < 0.12).all()
    assert (wide[:, 0] > white[:, 0] + 0.1).all()


def test_a_mirrored_patient_is_as_like_himself() -> None:
    values, body = patient(3)
    straight = likeness_of(values, body)
    assert len(straight) == LEVELS * OF_A_LEVEL
    mirrored = likeness_of(np.ascontiguousarray(values[:, :, ::-1]), body[:, :, ::-1])
    np.testing.assert_allclose(straight, mirrored, atol=1e-4)


def test_nothing_is_like_nothing_and_without_a_body_it_is_refused() -> None:
    _, body = patient()
    assert not any(likeness_of(np.zeros(body.shape, np.float32), body))
    small = np.zeros(body.shape, bool)
    small[40, 20, 20] = True
    assert np.isfinite(likeness_of(np.ones(body.shape, np.float32), small)).all()
    with pytest.raises(ValueError, match="no body"):
        likeness_of(np.zeros(body.shape, np.float32), np.zeros(body.shape, bool))
    assert FURTHEST * 8 == 56  # mm, as its docstring says
