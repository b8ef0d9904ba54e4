"""The quality panel, its badge and the control chart."""
