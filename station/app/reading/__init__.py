"""Reader studies as the windows show and run them."""
