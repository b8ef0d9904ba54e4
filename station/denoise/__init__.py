"""The denoiser: a residual CNN after Tsuchiya 2021, its training, inference and evaluation."""
