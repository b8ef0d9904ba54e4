"""Whether a PET image is good enough to read: the checks of its statistics, and the grade."""
