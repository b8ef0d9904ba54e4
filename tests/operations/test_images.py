"""Images read from their files for an operation."""

import pytest

from station.errors import DicomError
from station.operations.images import load_image
from tests.made_up.images import series


def test_a_series_that_is_no_image_is_not_loaded():
    with pytest.raises(DicomError, match=r"Its pixels are missing\."):
        load_image(series("1", problem="Its pixels are missing."))
