"""The border: pydicom, its companions and nibabel appear nowhere else."""
