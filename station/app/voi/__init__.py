"""Placing, measuring and exporting VOIs."""
