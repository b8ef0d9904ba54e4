"""A reader study from its cases to its tables."""
