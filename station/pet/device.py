"""Which scanner made an image, as its header says."""

from dataclasses import dataclass

from station.pet.study import Series


@dataclass(frozen=True)
class Device:
    """The scanner of a series. Empty where the header is silent."""

    manufacturer: str = ""
    """(0008,0070)"""
    model: str = ""
    """(0008,1090)"""
    station: str = ""
    """StationName (0008,1010)"""
    serial: str = ""
    """DeviceSerialNumber (0018,1000)"""
    uid: str = ""
    """DeviceUID (0018,1002)"""

    @property
    def identity(self) -> tuple[str, ...]:
        """The same for two images of one scanner, as far as their headers distinguish scanners.

        A serial number or a UID is the scanner's for life; the station's name can be changed.
        """
        mark = self.serial or self.uid or self.station
        return tuple(part.strip().casefold() for part in (self.manufacturer, self.model, mark))

    @property
    def label(self) -> str:
        """`Siemens Biograph 64, serial 1234 (PET1)`."""
        name = f"{self.manufacturer} {self.model}".strip() or "Scanner not recorded"
        number = f"serial {self.serial}" if self.serial else self.uid
        place = f" ({self.station})" if self.station else ""
        return ", ".join(part for part in (name, number) if part) + place


def image_kind(series: Series) -> str:
    """Which images of a scanner may be compared with each other: `conventional · OSEM · 5 mm`."""
    words = (str(series.role), series.reconstruction, series.kernel)
    return " · ".join(word.strip() for word in words if word.strip())
