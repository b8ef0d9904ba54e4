"""The blinded reader's own screen."""
