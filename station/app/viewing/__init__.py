"""What the panes draw: planes, windows, colours, captions."""
