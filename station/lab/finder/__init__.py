"""Trains and judges the organ finder."""
