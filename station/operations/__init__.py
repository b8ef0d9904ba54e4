"""What Station does without a window: one function per operation."""
