"""The page that compares the open study with another date of the same patient."""
