"""Station: a reading station for FDG PET."""

__version__ = "0.1.0"
