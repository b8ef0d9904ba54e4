"""The parts of a foreign body, each painted on the canvas that all share."""
