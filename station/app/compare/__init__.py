"""Two dates of one patient: the open study and another one of Station's list."""
