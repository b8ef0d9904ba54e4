"""Errors a user can do something about; anything else is a bug."""


class StationError(Exception):
    """The data, the disk or the request is at fault; its text is shown verbatim.

    The text says what was wrong, where, and what to do.
    """


class DicomError(StationError):
    """A file, a folder or a series that cannot be read as the image it claims to be."""


class SuvError(StationError):
    """SUV cannot be computed; `attribute` names the header attribute that prevents it."""

    def __init__(self, message: str, attribute: str) -> None:
        super().__init__(message)
        self.attribute = attribute


class ArchiveError(StationError):
    """The user's data folder or the index in it cannot be read or written."""


class Cancelled(Exception):
    """Raised by a `report` callable when the user asked the work to stop; not an error."""
