"""The border: pydicom and its companions appear nowhere else."""
