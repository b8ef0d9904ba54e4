"""The quality grade as the window shows it."""
