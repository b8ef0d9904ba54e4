"""Denoising and the change map."""
