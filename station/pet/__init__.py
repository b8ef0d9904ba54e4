"""What PET is: numpy, scipy and numba only."""
