"""What is sealed under a password opens with it, as what it is, and in no other way."""

import pytest

from station.archive import sealing
from station.archive.sealing import (
    WrongPassword,
    new_key,
    password_fits,
    password_hash,
    seal,
    unseal,
    unwrap,
    wrap,
)

PASSWORD = "seven white birds"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """So cheap that a test takes no time."""
    for name, value in (("PASSES", 1), ("MEMORY_KIB", 8), ("LANES", 1)):
        monkeypatch.setattr(sealing, name, value)


def test_what_is_kept_of_a_password_fits_it_alone_and_is_another_each_time() -> None:
    kept = password_hash(PASSWORD)
    assert password_fits(kept, PASSWORD)
    assert not password_fits(kept, PASSWORD + " ")
    assert PASSWORD not in kept
    assert password_hash(PASSWORD) != kept
    assert not password_fits("no hash at all", PASSWORD)


def test_unseal_is_the_inverse_of_seal() -> None:
    key = new_key()
    assert unseal(seal(b"case 1: DL", key, "key"), key, "key") == b"case 1: DL"


def test_it_opens_under_no_other_key_and_as_nothing_else() -> None:
    key = new_key()
    sealed = seal(b"case 1: DL", key, "key of study 1")
    for other, about in ((new_key(), "key of study 1"), (key, "key of study 2")):
        with pytest.raises(ValueError, match="another key"):
            unseal(sealed, other, about)


def test_a_changed_letter_is_noticed() -> None:
    key = new_key()
    sealed = seal(b"case 1: DL", key, "key")
    changed = sealed[:20] + ("A" if sealed[20] != "A" else "B") + sealed[21:]
    with pytest.raises(ValueError, match="changed"):
        unseal(changed, key, "key")


def test_the_same_content_is_sealed_differently_each_time() -> None:
    key = new_key()
    assert seal(b"DL", key, "key") != seal(b"DL", key, "key")


def test_a_wrapped_key_opens_with_its_password_whatever_today_s_parameters_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = new_key()
    wrapped = wrap(key, PASSWORD, "study")
    monkeypatch.setattr(sealing, "PASSES", 2)
    assert unwrap(wrapped, PASSWORD, "study") == key


def test_a_wrong_password_is_refused() -> None:
    wrapped = wrap(new_key(), PASSWORD, "study")
    with pytest.raises(WrongPassword):
        unwrap(wrapped, "nine red kites", "study")
    with pytest.raises(ValueError, match="wrapped as rot13"):
        unwrap(wrapped.replace(sealing.WRAPPED, "rot13"), PASSWORD, "study")
