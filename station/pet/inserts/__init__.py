"""Artificial lesions: where they go, how they are put into an image, and whether they are seen."""
