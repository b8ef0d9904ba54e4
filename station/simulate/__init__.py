"""The virtual scanner: numpy, scipy and numba only."""
