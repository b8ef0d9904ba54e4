"""What a coordinator sees of a reader study."""
