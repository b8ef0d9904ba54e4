"""What trains and judges the networks; nothing a reader runs imports it."""
