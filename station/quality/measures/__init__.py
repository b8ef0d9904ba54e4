"""Quantities of an image that mean the same on every scanner, in the organs that were found."""
