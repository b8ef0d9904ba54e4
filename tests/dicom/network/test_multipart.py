"""Bodies of many parts: taken apart at any cut, refused where they are not whole."""

import tracemalloc
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station.dicom.network.multipart import (
    LINE,
    LONGEST_HEADERS,
    Malformed,
    TooLarge,
    boundary_of,
    closing,
    content_type,
    opening,
    parts,
)

BOUNDARY = b"limit"


def body(*contents: bytes) -> bytes:
    opened = opening(BOUNDARY, "application/dicom")
    return b"".join(opened + content + LINE for content in contents) + closing(BOUNDARY)


def cut(whole: bytes, size: int) -> Iterator[bytes]:
    return (whole[at : at + size] for at in range(0, len(whole), size))


@given(
    contents=st.lists(st.binary(max_size=200), max_size=5),
    size=st.integers(min_value=1, max_value=300),
)
def test_what_was_put_together_comes_apart_again_at_any_cut(
    contents: list[bytes], size: int
) -> None:
    assert list(parts(cut(body(*contents), size), BOUNDARY, 1000)) == contents


def test_what_precedes_the_first_part_and_follows_the_last_is_left_out() -> None:
    whole = b"preamble\r\n" + body(b"one") + b"epilogue"
    assert list(parts([whole], BOUNDARY, 1000)) == [b"one"]


def test_lines_and_dashes_within_a_part_are_of_the_part() -> None:
    content = b"\r\n\r\n--lim\r\n--\r\n\r\n--limi"
    for size in range(1, 40):
        assert list(parts(cut(body(content, b""), size), BOUNDARY, 1000)) == [content, b""]


def test_a_part_may_have_no_headers_or_several() -> None:
    whole = b"--limit\r\n\r\none\r\n--limit  \r\nA: 1\r\nB: 2\r\n\r\ntwo\r\n--limit--"
    assert list(parts([whole], BOUNDARY, 1000)) == [b"one", b"two"]


@given(size=st.integers(min_value=1, max_value=120))
def test_a_body_that_is_cut_off_is_malformed_and_its_last_part_is_not_given(size: int) -> None:
    whole = body(b"one", b"two")
    given_parts: list[bytes] = []
    shortened = whole[: max(0, len(whole) - len(b"--\r\n") - size)]
    with pytest.raises(Malformed, match=r"was cut off"):
        given_parts.extend(parts([shortened], BOUNDARY, 1000))
    assert given_parts in ([], [b"one"], [b"one", b"two"])


def test_what_has_no_boundary_in_sight_is_given_up_early() -> None:
    taken: list[int] = []

    def endless() -> Iterator[bytes]:
        while True:
            taken.append(1)
            yield bytes(4096)

    with pytest.raises(Malformed, match="does not begin"):
        list(parts(endless(), BOUNDARY, 10**9))
    assert len(taken) * 4096 <= LONGEST_HEADERS + 2 * 4096


def test_a_part_that_is_too_large_is_given_up_before_its_end() -> None:
    taken: list[int] = []

    def endless() -> Iterator[bytes]:
        yield opening(BOUNDARY, "application/dicom")
        while True:
            taken.append(1)
            yield bytes(4096)

    with pytest.raises(TooLarge):
        list(parts(endless(), BOUNDARY, 100_000))
    assert len(taken) * 4096 <= 100_000 + LONGEST_HEADERS + 2 * 4096


def test_headers_without_an_end_are_malformed() -> None:
    whole = b"--limit\r\nA: " + bytes(LONGEST_HEADERS) + b"\r\n\r\none\r\n--limit--"
    with pytest.raises(Malformed, match="end of its headers"):
        list(parts([whole], BOUNDARY, 10**6))


@given(st.binary(max_size=300))
def test_any_bytes_are_parts_or_malformed(whole: bytes) -> None:
    with suppress(Malformed):
        assert all(isinstance(part, bytes) for part in parts([whole], BOUNDARY, 1000))


def test_a_boundary_is_read_with_and_without_quotes() -> None:
    assert boundary_of('Multipart/Related; TYPE="application/dicom"; Boundary="a b"') == b"a b"
    assert boundary_of("multipart/related; boundary=a") == b"a"


@pytest.mark.parametrize(
    "header",
    ["", "application/dicom", "multipart/related", f"multipart/mixed; boundary={'a' * 71}"],
)
def test_a_header_without_a_boundary_is_malformed(header: str) -> None:
    with pytest.raises(Malformed):
        boundary_of(header)


@given(st.text(max_size=100))
def test_any_content_type_is_read(header: str) -> None:
    kind, parameters = content_type(header)
    assert isinstance(kind, str)
    assert isinstance(parameters, dict)


def test_one_part_at_a_time_is_in_memory() -> None:
    """200 parts of 1 MB pass through less memory than five of them take."""
    content = bytes(1_000_000)

    def body_of_200() -> Iterator[bytes]:
        for _ in range(200):
            yield opening(BOUNDARY, "application/dicom")
            yield from cut(content, 65536)
            yield LINE
        yield closing(BOUNDARY)

    tracemalloc.start()
    try:
        count = sum(part == content for part in parts(body_of_200(), BOUNDARY, 2_000_000))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 200
    assert peak < 5 * len(content)
