"""The parts of a foreign body, painted one after the other on one canvas."""
