"""Foreign programs that tests exchange studies with."""
