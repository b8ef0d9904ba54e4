"""The results of a batch."""
