"""Checking and grading a PET image, and the page that reports it."""
