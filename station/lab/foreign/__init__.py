"""A second, foreign generator of whole-body FDG PET/CT: it judges what was made with the first."""
