"""The reader study: protocol, order, readings and statistics. No archive, no window."""
