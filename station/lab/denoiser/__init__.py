"""Judging a denoiser on simulated patients."""
