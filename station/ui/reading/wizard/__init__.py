"""Making a reader study, page by page."""
