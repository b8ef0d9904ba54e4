"""What a PDF shows, read back with pypdf."""

from io import BytesIO
from typing import Any

from pypdf import PdfReader


def words_of(content: bytes) -> str:
    """Every word in the order in which it was drawn, with a blank between."""
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split()
    )


def pages_of(content: bytes) -> int:
    return len(PdfReader(BytesIO(content)).pages)


def faces_of(content: bytes) -> set[str]:
    """The faces of the text, each embedded."""
    faces: set[str] = set()
    for page in PdfReader(BytesIO(content)).pages:
        resources: Any = page["/Resources"]
        for reference in resources["/Font"].values():
            font = reference.get_object()
            assert "/FontFile2" in font["/FontDescriptor"], f"{font['/BaseFont']} is not embedded"
            faces.add(str(font["/BaseFont"]).partition("+")[2])
    return faces
