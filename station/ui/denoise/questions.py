"""What a person is asked before an image is denoised or filtered."""

from station.app.language import tr, translated
from station.pet.study import Series
from station.ui.action import Screen
from station.ui.question import confirmed


def vouches(screen: Screen, series: Series, treated: str) -> bool:
    """Whether a person says of a series that it is unfiltered."""
    return _asked(
        screen,
        tr(
            "{label} does not say whether it was filtered. A filtered image must not be "
            "{treated}: the result would be wrong.\n\nDo you know that it is unfiltered?",
            label=series.label,
            treated=translated(treated),
        ),
    )


def resamples(screen: Screen, series: Series) -> bool:
    """Whether a person allows voxels of another size."""
    size = "unknown"
    if series.geometry is not None:
        size = " × ".join(f"{mm:.3g}" for mm in reversed(series.geometry.spacing_mm)) + " mm"
    return _asked(
        screen,
        tr(
            "{label} has voxels of {size}, and the denoiser was trained on 2 mm only.\n\n"
            "Resample it to 2 mm, denoise it there and resample it back? The image "
            "appears only when it is complete, and is further from what the denoiser was "
            "tested on.",
            label=series.label,
            size=size,
        ),
    )


def _asked(screen: Screen, question: str) -> bool:
    return confirmed(screen.window(), tr("Station"), question)
