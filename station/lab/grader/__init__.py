"""Judging a grader on simulated patients."""
