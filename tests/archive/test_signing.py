import pytest

from station.archive.sealing import WrongPassword
from station.archive.signing import Signer, set_hash, signed_by
from tests.archive.reader_studies import quick

STUDY, PASSWORD = "05e76e7da2965845", "four grey owls sleep"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick(monkeypatch)


def test_a_signature_fits_its_key_and_its_text_only() -> None:
    ito, mori = Signer.new("Dr. Ito"), Signer.new("Dr. Mori")
    signature = ito.sign("a text")
    assert signed_by(ito.public, signature, "a text")
    assert not signed_by(ito.public, signature, "another text")
    assert not signed_by(mori.public, signature, "a text")
    assert not signed_by(ito.public, signature[:-2] + "zz", "a text")
    assert not signed_by("", signature, "a text")


def test_a_key_opens_with_its_password_for_its_name_in_its_study() -> None:
    signer = Signer.new("Dr. Ito", b"what else is theirs")
    wrapped = signer.wrapped(PASSWORD, STUDY)
    again = Signer.opened("Dr. Ito", wrapped, PASSWORD, STUDY)
    assert (again.public, again.held) == (signer.public, signer.held)
    for name, password, study in (
        ("Dr. Ito", "five brown bears swim", STUDY),
        ("Dr. Mori", PASSWORD, STUDY),
        ("Dr. Ito", PASSWORD, "another study"),
    ):
        with pytest.raises(WrongPassword):
            Signer.opened(name, wrapped, password, study)


def test_the_hash_of_a_set_does_not_depend_on_the_order_of_reading() -> None:
    answers = {"AAAA": "[1]", "BBBB": "[2]"}
    assert set_hash(answers) == set_hash(dict(reversed(answers.items())))
    assert set_hash(answers) != set_hash({"AAAA": "[2]", "BBBB": "[1]"})
