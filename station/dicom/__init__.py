"""The border to DICOM: pydicom, its companions and nibabel appear nowhere else."""
